/** The secretariat's overview: one row an application, those that need a person first. Workbook and CSV share it. */
import type { Shared } from "../../core/desk/across";
import { byNeed, STANDINGS, type Standing } from "../../core/desk/standing";
import { columnName } from "../../core/workbook/workbook";
import type { ModelCell, SheetModel, StyleRole } from "../summary/model";
import { printed } from "../summary/print";
import { rowHeights } from "./heights";
import { sharedNames, standingNames, type Lang } from "./words";

export interface OverviewRow {
  readonly name: string;
  readonly standing: Standing;
  readonly applicant: string | null;
  readonly scheme: string;
  readonly frame: string;
  /** Yen. */
  readonly claimed: number | null;
  readonly eligible: number | null;
  readonly subsidy: number | null;
  readonly requested: number | null;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly matched: number;
  readonly unmatched: number;
  /** The applicant's own decisions, and the subsidy if they were obeyed, yen. */
  readonly decisions: number;
  readonly subsidyWithDecisions: number | null;
  readonly notChecked: number;
  /** Numbers of letters that the applicant answered. */
  readonly answers: number;
  /** Findings that the desk has decided on. */
  readonly decided: number;
  /** Things in common with other applications. */
  readonly shared: number;
  readonly round: number;
  /** Against the round before; null in the first. */
  readonly since: {
    readonly fixed: number;
    readonly remaining: number;
    readonly introduced: number;
    readonly unasked: number;
  } | null;
  /** Why it could not be checked, and what else is to be known. */
  readonly remarks: string;
}

interface Column {
  readonly ja: string;
  readonly en: string;
  readonly width: number;
  readonly value: (row: OverviewRow, lang: Lang) => string | number | null;
  readonly yen?: true;
  /** It tells of rounds and decisions that a ledger keeps. */
  readonly ledger?: true;
}

const STANDING: Column = {
  ja: "状態",
  en: "State",
  width: 11,
  value: ({ standing }, lang) => standingNames[lang][standing],
};
const SCHEME: Column = { ja: "制度", en: "Scheme", width: 18, value: ({ scheme }) => scheme };
const FRAME: Column = { ja: "申請枠", en: "Frame", width: 12, value: ({ frame }) => frame };
/** What is summed up by frame. */
const SUMMED: readonly Column[] = [
  { ja: "申請経費", en: "Claimed", width: 12, yen: true, value: ({ claimed }) => claimed },
  { ja: "対象経費", en: "Eligible", width: 12, yen: true, value: ({ eligible }) => eligible },
  { ja: "補助額（計算）", en: "Subsidy (computed)", width: 12, yen: true, value: ({ subsidy }) => subsidy },
  { ja: "申請額", en: "Requested", width: 12, yen: true, value: ({ requested }) => requested },
  // Of those applications only that state what they request.
  {
    ja: "差（申請額−計算）",
    en: "Difference",
    width: 12,
    yen: true,
    value: ({ requested, subsidy }) => (requested === null || subsidy === null ? null : requested - subsidy),
  },
];

/** What needs a person stands beside the name, where no screen cuts it off. */
const COLUMNS: readonly Column[] = [
  STANDING,
  { ja: "申請", en: "Application", width: 24, value: ({ name }) => name },
  { ja: "申請者", en: "Applicant", width: 22, value: ({ applicant }) => applicant },
  { ja: "直す", en: "To correct", width: 7, value: ({ errors }) => errors },
  { ja: "確かめる", en: "To look at", width: 8, value: ({ warnings }) => warnings },
  { ja: "見積 要対応", en: "Estimates missing or different", width: 8, value: ({ unmatched }) => unmatched },
  { ja: "未確認", en: "Not checked", width: 8, value: ({ notChecked }) => notChecked },
  { ja: "ご回答", en: "Answers", width: 8, value: ({ answers }) => answers, ledger: true },
  SCHEME,
  FRAME,
  ...SUMMED,
  { ja: "お知らせ", en: "Notes", width: 8, value: ({ notes }) => notes },
  { ja: "見積 一致", en: "Estimates agree", width: 8, value: ({ matched }) => matched },
  { ja: "申請者の判断", en: "Applicant's decisions", width: 8, value: ({ decisions }) => decisions },
  {
    ja: "判断を入れた補助額",
    en: "Subsidy with them",
    width: 12,
    yen: true,
    value: ({ decisions, subsidyWithDecisions }) => (decisions === 0 ? null : subsidyWithDecisions),
  },
  { ja: "ほかの申請と共通", en: "In common", width: 9, value: ({ shared }) => shared },
  { ja: "事務局の判断", en: "Decided here", width: 8, value: ({ decided }) => decided, ledger: true },
  { ja: "回", en: "Round", width: 5, value: ({ round }) => round, ledger: true },
  { ja: "前回から 直った", en: "Fixed", width: 8, value: ({ since }) => since?.fixed ?? null, ledger: true },
  { ja: "残った", en: "Remaining", width: 7, value: ({ since }) => since?.remaining ?? null, ledger: true },
  { ja: "新しい", en: "New", width: 7, value: ({ since }) => since?.introduced ?? null, ledger: true },
  {
    ja: "頼んでいない変更",
    en: "Changed unasked",
    width: 9,
    value: ({ since }) => since?.unasked ?? null,
    ledger: true,
  },
  { ja: "備考", en: "Remarks", width: 50, value: ({ remarks }) => remarks },
];

export const sortedByNeed = (rows: readonly OverviewRow[]): OverviewRow[] => [...rows].sort(byNeed);

/** Header and rows as plain values: what CSV and page show. */
export const overviewTable = (
  rows: readonly OverviewRow[],
  lang: Lang,
  kept: Kept = "ledger",
): { readonly header: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] } => ({
  header: columnsOf(kept).map((column) => column[lang]),
  rows: sortedByNeed(rows).map((row) => columnsOf(kept).map(({ value }) => value(row, lang) ?? "")),
});

/** Whether a ledger keeps rounds and decisions, or all of it is of this moment. */
export type Kept = "ledger" | "nothing";
const columnsOf = (kept: Kept): readonly Column[] =>
  kept === "ledger" ? COLUMNS : COLUMNS.filter(({ ledger }) => ledger !== true);

const YEN = "#,##0;[Red]-#,##0";
const TOP = 4;
const STANDING_ROLE: Readonly<Record<Standing, StyleRole>> = {
  unreadable: "error",
  correct: "error",
  confirm: "warning",
  fine: "info",
};
const SHEETS = {
  ja: ["一覧", "枠ごとの集計", "申請どうしの照合", "調べていないファイル"],
  en: ["Overview", "By frame", "In common", "Not checked"],
} as const;
const TITLES = {
  ja: ["申請の一覧", "申請枠ごとの集計", "申請どうしの照合", "調べていないファイル"],
  en: ["Applications", "Sums by frame", "What applications have in common", "Files that were not checked"],
} as const;

/** What an overview tells beside its rows. */
export interface Told {
  /** One line that says what was checked, and which round it is. */
  readonly subtitle: string;
  /** Files that belong to no application that is known. */
  readonly passedOver: readonly string[];
  /** Files and folders that lie too deep or were too many. */
  readonly left?: readonly string[];
  readonly shared: readonly Shared[];
}

export function overviewModels(
  rows: readonly OverviewRow[],
  { subtitle, passedOver, left = [], shared }: Told,
  lang: Lang,
  kept: Kept = "ledger",
): SheetModel[] {
  const sorted = sortedByNeed(rows);
  return [
    listSheet(sorted, [subtitle, ...unseenLine(passedOver.length, left.length, lang)], lang, columnsOf(kept)),
    frameSheet(sorted, lang, columnsOf(kept)),
    sharedSheet(shared, lang),
    ...(passedOver.length + left.length === 0 ? [] : [unseenSheet(passedOver, left, lang)]),
  ];
}

/** One line that says how many files were not looked at; none where all were. */
function unseenLine(passedOver: number, left: number, lang: Lang): string[] {
  const all = String(passedOver + left);
  if (passedOver + left === 0) return [];
  if (lang === "en") {
    const why = left === 0 ? ", as no application is known that they belong to" : "";
    return [`${all} files${left === 0 ? "" : " or folders"} were not checked${why} (see "${SHEETS.en[3]}").`];
  }
  const what = left === 0 ? "どの申請のものか分からないため、調べていないファイル" : "調べていないファイルやフォルダー";
  return [`${what}が${all}件あります（「${SHEETS.ja[3]}」をご覧ください）。`];
}

const cell = (
  row: number,
  column: number,
  value: string | number,
  style: StyleRole,
  more: Partial<ModelCell> = {},
): ModelCell => ({ row, column, value, style, formula: null, format: null, link: null, ...more });

/** @param under lines under the title, two at most */
function listSheet(
  rows: readonly OverviewRow[],
  under: readonly string[],
  lang: Lang,
  columns: readonly Column[],
): SheetModel {
  const bottom = TOP + Math.max(1, rows.length);
  return {
    name: SHEETS[lang][0],
    cells: [
      cell(1, 1, TITLES[lang][0], "title"),
      ...under.map((text, at) => cell(2 + at, 1, text, "subtitle")),
      ...columns.map((column, at) => cell(TOP, at + 1, column[lang], "header")),
      ...rows.flatMap((row, at) =>
        columns.map(({ value, yen }, column): ModelCell => {
          const shown = value(row, lang);
          const style: StyleRole =
            column === 0
              ? STANDING_ROLE[row.standing]
              : typeof shown === "number" || yen
                ? "number"
                : column === columns.length - 1
                  ? "textWrap"
                  : "text";
          return cell(TOP + 1 + at, column + 1, shown ?? "", style, { format: yen === true ? YEN : null });
        }),
      ),
    ],
    area: { top: 1, left: 1, bottom, right: columns.length },
    merges: [],
    columns: columns.map(({ width }, at) => ({ column: at + 1, width })),
    rowHeights: [
      { row: TOP, height: 42 },
      ...rowHeights(
        rows.map(({ remarks }) => columns.map((_, at) => (at === columns.length - 1 ? remarks : ""))),
        columns.map(({ width }) => width),
        TOP + 1,
      ),
    ],
    chart: null,
    table: { name: "KenzanApplications", area: { top: TOP, left: 1, bottom, right: columns.length }, filter: true },
    print: printed(
      { top: 1, left: 1, bottom, right: columns.length },
      { paper: "A3", repeat: { top: TOP, bottom: TOP } },
    ),
    freeze: { rows: TOP, columns: 2 },
  };
}

interface Group {
  readonly scheme: string;
  readonly frame: string;
}

/** Sums over the list by formulas, so that whoever changes the list sees them follow. */
function frameSheet(rows: readonly OverviewRow[], lang: Lang, columns: readonly Column[]): SheetModel {
  const groups = [...new Set(rows.map(({ scheme, frame }) => `${scheme}\n${frame}`))].sort().map((key) => {
    const [scheme = "", frame = ""] = key.split("\n");
    return { scheme, frame, rows: rows.filter((row) => row.scheme === scheme && row.frame === frame) };
  });
  const heads = {
    ja: ["制度", "申請枠", "申請の数", "申請経費", "対象経費", "補助額（計算）", "申請額", "差（申請額−計算）"],
    en: ["Scheme", "Frame", "Applications", "Claimed", "Eligible", "Subsidy (computed)", "Requested", "Difference"],
  }[lang];
  const unknown = lang === "ja" ? "（分からない）" : "(not known)";
  const last = TOP + Math.max(1, rows.length);
  /** The cells of a column of the list. */
  const range = (column: Column): string => {
    const letter = columnName(columns.indexOf(column) + 1);
    return `'${SHEETS[lang][0]}'!$${letter}$${String(TOP + 1)}:$${letter}$${String(last)}`;
  };
  // A blank criterion is a zero to Excel: what is not known is asked for by an empty text.
  const criteria = ({ scheme, frame }: Group, at: number): string =>
    [
      `${range(SCHEME)},${scheme === "" ? '""' : `$A${String(at)}`}`,
      `${range(FRAME)},${frame === "" ? '""' : `$B${String(at)}`}`,
    ].join(",");
  const FIRST = 4;
  const total = FIRST + groups.length;
  const figures = (own: readonly OverviewRow[], at: number, style: StyleRole, formulas: (index: number) => string) =>
    SUMMED.map(({ value }, index) => {
      const sum = own.reduce((yen, row) => yen + Number(value(row, lang) ?? 0), 0);
      return cell(at, 4 + index, sum, style, { formula: formulas(index), format: YEN });
    });
  const standingTop = total + 3;
  const standings = STANDINGS.map((standing) => ({
    standing,
    number: rows.filter((row) => row.standing === standing).length,
  }));
  const bottom = Math.max(standingTop + standings.length, FIRST + groups.length + 26);
  return {
    name: SHEETS[lang][1],
    cells: [
      cell(1, 1, TITLES[lang][1], "title"),
      ...heads.map((head, at) => cell(FIRST - 1, at + 1, head, at < 2 ? "header" : "headerNumber")),
      ...groups.flatMap((group, index) => {
        const at = FIRST + index;
        return [
          cell(at, 1, group.scheme === "" ? unknown : group.scheme, "text"),
          cell(at, 2, group.frame === "" ? unknown : group.frame, "text"),
          cell(at, 3, group.rows.length, "number", { formula: `COUNTIFS(${criteria(group, at)})` }),
          ...figures(
            group.rows,
            at,
            "number",
            (index) => `SUMIFS(${range(SUMMED[index] as Column)},${criteria(group, at)})`,
          ),
        ];
      }),
      cell(total, 1, lang === "ja" ? "合計" : "Total", "total"),
      cell(total, 2, "", "total"),
      cell(total, 3, rows.length, "totalNumber", { formula: `SUM(C${String(FIRST)}:C${String(total - 1)})` }),
      ...figures(rows, total, "totalNumber", (column) => {
        const letter = columnName(4 + column);
        return `SUM(${letter}${String(FIRST)}:${letter}${String(total - 1)})`;
      }),
      cell(standingTop - 1, 1, lang === "ja" ? "状態ごとの数" : "By state", "heading"),
      ...standings.flatMap(({ standing, number }, at) => [
        cell(standingTop + at, 1, standingNames[lang][standing], "text"),
        cell(standingTop + at, 2, number, "number", {
          formula: `COUNTIF(${range(STANDING)},A${String(standingTop + at)})`,
        }),
      ]),
    ],
    area: { top: 1, left: 1, bottom, right: 8 },
    merges: [],
    columns: [26, 16, 10, 15, 15, 15, 15, 15].map((width, at) => ({ column: at + 1, width })),
    rowHeights: [],
    chart: {
      title: lang === "ja" ? "状態ごとの申請の数" : "Applications by state",
      categories: { top: standingTop, left: 1, bottom: standingTop + standings.length - 1, right: 1 },
      values: { top: standingTop, left: 2, bottom: standingTop + standings.length - 1, right: 2 },
      seriesName: { row: FIRST - 1, column: 3 },
      place: { top: standingTop - 1, left: 4, bottom: standingTop + 14, right: 8 },
    },
    table: null,
    print: printed({ top: 1, left: 1, bottom, right: 8 }),
  };
}

function sharedSheet(shared: readonly Shared[], lang: Lang): SheetModel {
  const heads = {
    ja: ["種類", "共通するもの", "申請", "場所", "内容"],
    en: ["Kind", "In common", "Application", "Place", "Text"],
  }[lang];
  const rows = shared.flatMap(({ kind, subject, detail, places }) =>
    places.map((place, at) => [
      at === 0 ? sharedNames[lang][kind] : "",
      at === 0 ? (kind === "unit-price" ? priceText(subject, detail, lang) : subject) : "",
      place.application,
      place.file ?? (place.sheet === null ? "" : `${place.sheet} ${String(place.row)}${lang === "ja" ? "行目" : ""}`),
      place.text,
    ]),
  );
  const widths = [24, 34, 26, 34, 46];
  const bottom = TOP + Math.max(1, rows.length);
  const note = {
    ja: "不正を示すものではありません。同じ業者が正しく見積もった場合もあるので、中身を見て判断してください。",
    en: "None of this proves anything wrong: look at each before you judge.",
  }[lang];
  return {
    name: SHEETS[lang][2],
    cells: [
      cell(1, 1, TITLES[lang][2], "title"),
      cell(2, 1, note, "subtitle"),
      ...heads.map((head, at) => cell(TOP, at + 1, head, "header")),
      ...rows.flatMap((row, at) => row.map((value, column) => cell(TOP + 1 + at, column + 1, value, "textWrap"))),
      ...(rows.length > 0 ? [] : [cell(TOP + 1, 1, lang === "ja" ? "見つかりませんでした。" : "None found.", "text")]),
    ],
    area: { top: 1, left: 1, bottom, right: heads.length },
    merges: [],
    columns: widths.map((width, at) => ({ column: at + 1, width })),
    rowHeights: rowHeights(rows, widths, TOP + 1),
    chart: null,
    table: null,
    print: printed({ top: 1, left: 1, bottom, right: heads.length }),
    freeze: { rows: TOP, columns: 0 },
  };
}

const UNSEEN = {
  ja: {
    heads: ["ファイル", "調べていない理由", "お願い"],
    passedOver: ["どの申請のものか分からない", "申請のフォルダーに入れてから、もう一度調べてください。"],
    left: ["深すぎる場所にあるか、ファイルが多すぎる", "フォルダーを分けて、もう一度調べてください。"],
  },
  en: {
    heads: ["File", "Why it was not checked", "To do"],
    passedOver: ["No application is known that it belongs to", "Put it into the folder of its application."],
    left: ["It lies too deep, or there are too many", "Divide the folder, and check again."],
  },
} as const;

function unseenSheet(passedOver: readonly string[], left: readonly string[], lang: Lang): SheetModel {
  const say = UNSEEN[lang];
  const rows = [...passedOver.map((file) => [file, ...say.passedOver]), ...left.map((file) => [file, ...say.left])];
  const widths = [60, 30, 40];
  const area = { top: 1, left: 1, bottom: TOP + rows.length, right: say.heads.length };
  return {
    name: SHEETS[lang][3],
    cells: [
      cell(1, 1, TITLES[lang][3], "title"),
      ...say.heads.map((head, at) => cell(TOP, at + 1, head, "header")),
      ...rows.flatMap((row, at) => row.map((text, column) => cell(TOP + 1 + at, column + 1, text, "textWrap"))),
    ],
    area,
    merges: [],
    columns: widths.map((width, at) => ({ column: at + 1, width })),
    rowHeights: rowHeights(rows, widths, TOP + 1),
    chart: null,
    table: null,
    print: printed(area),
    freeze: { rows: TOP, columns: 0 },
  };
}

/** "タブレット端末 980,000" of a middle price of 70,000. */
function priceText(subject: string, detail: string, lang: Lang): string {
  const at = subject.lastIndexOf(" ");
  const figure = (digits: string): string => Number(digits).toLocaleString("en-US");
  return lang === "ja"
    ? `${subject.slice(0, at)} 単価 ${figure(subject.slice(at + 1))}円（ほかの中央値 ${figure(detail)}円）`
    : `${subject.slice(0, at)} at ${figure(subject.slice(at + 1))} yen (median of others ${figure(detail)} yen)`;
}
