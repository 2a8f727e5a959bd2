/** The overview's rows and columns: what workbook, CSV and pages show of an application. */
import { byNeed, type Ranked, type Standing } from "../../../core/desk/standing";
import { standingNames, type Lang } from "../words";

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
  /** It bears another applicant's name than in the round before. */
  readonly isAnothers: boolean;
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

export interface Column {
  readonly ja: string;
  readonly en: string;
  readonly width: number;
  readonly value: (row: OverviewRow, lang: Lang) => string | number | null;
  readonly yen?: true;
  /** It tells of rounds and decisions that a ledger keeps. */
  readonly ledger?: true;
}

export const STANDING: Column = {
  ja: "状態",
  en: "State",
  width: 11,
  value: ({ standing }, lang) => standingNames[lang][standing],
};
export const SCHEME: Column = { ja: "制度", en: "Scheme", width: 18, value: ({ scheme }) => scheme };
export const FRAME: Column = { ja: "申請枠", en: "Frame", width: 12, value: ({ frame }) => frame };
/** What is summed up by frame. */
export const SUMMED: readonly Column[] = [
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
  { ja: "ご回答", en: "Answers", width: 8, value: ({ answers }) => answers },
  {
    ja: "頼んでいない変更",
    en: "Changed unasked",
    width: 9,
    value: ({ since }) => since?.unasked ?? null,
    ledger: true,
  },
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
  { ja: "備考", en: "Remarks", width: 50, value: ({ remarks }) => remarks },
];

const ranked = (row: OverviewRow): Ranked => ({ ...row, unasked: row.since?.unasked ?? 0 });

export const sortedByNeed = (rows: readonly OverviewRow[]): OverviewRow[] =>
  [...rows].sort((a, b) => byNeed(ranked(a), ranked(b)));

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
export const columnsOf = (kept: Kept): readonly Column[] =>
  kept === "ledger" ? COLUMNS : COLUMNS.filter(({ ledger }) => ledger !== true);
