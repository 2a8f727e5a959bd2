/** A letter to an applicant: what is asked of them, in order, and the same as text and as a sheet to answer in. */
import { ASKED_COLUMNS, type AskedFinding } from "../../core/desk/asked";
import { isAsked, lineOf, subjectsOf, type Verdict } from "../../core/desk/subject";
import type { Examined, ExaminedFinding } from "../../core/desk/examined";
import type { ModelCell, SheetModel, StyleRole } from "../summary/model";
import { printed } from "../summary/print";
import type { Template } from "./letter-template";

export interface LetterItem {
  readonly number: number;
  /** 補正: something is wrong. 確認: a person has to look. */
  readonly kind: "補正" | "確認";
  readonly places: readonly string[];
  readonly points: readonly string[];
  readonly reason: string;
  readonly request: string;
  /** What it is about, for programs. */
  readonly findings: readonly AskedFinding[];
}

export interface Letter {
  readonly date: readonly string[];
  readonly addressee: readonly string[];
  readonly sender: readonly string[];
  readonly subject: string;
  readonly opening: readonly string[];
  readonly items: readonly LetterItem[];
  readonly closing: readonly string[];
  /** Heading of the column for answers. */
  readonly answer: string;
}

export interface LetterFacts {
  readonly applicant: string;
  readonly scheme: string;
  readonly frame: string;
  /** 公募要領 and the like: what the clauses are of. */
  readonly source: string;
  readonly round: number;
}

/** @param verdicts what the desk decided, by the subject of a finding */
export function letterOf(
  examined: Examined,
  verdicts: ReadonlyMap<string, Verdict>,
  facts: LetterFacts,
  template: Template,
): Letter {
  const subjects = subjectsOf(examined);
  const chosen = examined.findings
    .map((finding, at) => ({ ...finding, subject: subjects[at] ?? "" }))
    .filter((finding) => isAsked(finding, verdicts.get(finding.subject)));
  const asked = chosen.filter((finding) => !saidBy(finding, chosen));
  const items = itemsOf(examined, asked, facts, template);
  const fill = (line: string): string =>
    line
      .replaceAll("{申請者}", facts.applicant)
      .replaceAll("{制度}", facts.scheme)
      .replaceAll("（{申請枠}）", facts.frame === "" ? "" : `（${facts.frame}）`)
      .replaceAll("{申請枠}", facts.frame)
      .replaceAll("{件数}", String(items.length))
      .replaceAll("{回}", String(facts.round));
  const lines = (name: keyof Template["lines"]): string[] => template.lines[name].map(fill);
  return {
    date: lines("日付"),
    addressee: lines("宛名"),
    sender: lines("差出人"),
    subject: lines("件名").join(""),
    opening: lines("前文"),
    items,
    closing: lines("結び"),
    answer: lines("回答欄").join(""),
  };
}

/**
 * What another request in the same cell settles with itself: an amount that is too high comes down rounded; without its
 * tax, an amount is the estimate's.
 */
const saidBy = (finding: ExaminedFinding, others: readonly ExaminedFinding[]): boolean =>
  others.some(
    ({ rule, sheet, cell, todo }) =>
      sheet === finding.sheet &&
      cell === finding.cell &&
      ((finding.rule === "subsidy/rounding" && rule === "subsidy/requested") ||
        (finding.rule === "evidence/mismatch" &&
          rule === "tax/inclusive" &&
          figureIn(todo) !== null &&
          figureIn(todo) === figureIn(finding.todo))),
  );

/** The figure that is to be written: "343,800円 に直" */
const figureIn = (todo: string): string | null => /([\d,]+)円\s?に直/.exec(todo)?.[1] ?? null;

type Asked = ExaminedFinding & { readonly subject: string };

/** In the order of the budget; what is asked in the same words of several lines is asked once. */
function itemsOf(
  examined: Examined,
  asked: readonly Asked[],
  facts: LetterFacts,
  { rewordings }: Template,
): LetterItem[] {
  const say = (text: string): string =>
    withDays(rewordings.reduce((words, [from, to]) => words.replaceAll(from, to), text));
  const groups = new Map<string, Asked[]>();
  for (const finding of asked) {
    const key = [finding.rule, finding.clause, finding.todo, finding.why].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].map((group, at) => {
    const [first] = group as [Asked, ...Asked[]];
    return {
      number: at + 1,
      kind: group.some(({ severity }) => severity === "error") ? "補正" : "確認",
      places: group.map((finding) => placeText(examined, finding)),
      points: group.map(({ what }) => say(what)),
      reason: say(reasonText(first, facts)),
      request: say(first.todo),
      findings: group.map(({ rule, sheet, cell, subject }) => ({ rule, sheet, cell, subject })),
    };
  });
}

function placeText(examined: Examined, finding: ExaminedFinding): string {
  if (finding.sheet === null) return "予算書全体";
  const line = lineOf(examined, finding);
  const name = line === null || finding.what.includes(line.description) ? "" : `「${line.description}」`;
  const row = finding.row === null ? "" : `${String(finding.row)}行目`;
  const cell = finding.cell === null ? "" : `（${finding.cell} セル）`;
  return `シート「${finding.sheet}」${row === "" ? "" : " "}${row}${name}${cell}`;
}

const reasonText = ({ why, clause }: ExaminedFinding, { source }: LetterFacts): string => {
  if (clause === "" || clause === "–" || why.includes(clause)) return why;
  return `${source} ${clause}。${why}`;
};

/** "2025-03-20" as people write it. */
const withDays = (text: string): string =>
  text.replace(
    /(\d{4})-(\d{2})-(\d{2})(?!\d)/g,
    (_, year: string, month: string, day: string) => `${year}年${String(Number(month))}月${String(Number(day))}日`,
  );

/** As it is sent by mail, or pasted anywhere. */
export function letterText(letter: Letter): string {
  const blocks = [
    letter.date.join("\n"),
    letter.addressee.join("\n"),
    letter.sender.join("\n"),
    letter.subject,
    letter.opening.join("\n"),
    "記",
    ...letter.items.map((item) =>
      [
        `${String(item.number)}. 【${item.kind}】`,
        ...item.places.map((place, at) => `${at === 0 ? "   箇所\u3000: " : "           "}${place}`),
        ...item.points.map((point, at) => `${at === 0 ? "   指摘\u3000: " : "           "}${point}`),
        ...(item.reason === "" ? [] : [`   根拠\u3000: ${item.reason}`]),
        ...(item.request === "" ? [] : [`   お願い: ${item.request}`]),
      ].join("\n"),
    ),
    letter.closing.join("\n"),
    "以上",
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** By this name the answered sheet is known again. */
export const LETTER_NAME = "Kenzan.Letter";
export const LETTER_SHEET = "補正のお願い";

const WIDTHS = [5, 7, 30, 44, 34, 36, 34] as const;
const SHOWN = WIDTHS.length;

/** A sheet to print, and to answer in: the last column is the applicant's. Behind it, hidden, what each row is about. */
export function letterModel(letter: Letter): SheetModel {
  const cells: ModelCell[] = [];
  const heights: { row: number; height: number }[] = [];
  const merges: SheetModel["merges"][number][] = [];
  let row = 1;
  const put = (column: number, value: string | number, style: StyleRole): void => {
    cells.push({ row, column, value, style, formula: null, format: null, link: null });
  };
  const text = (lines: readonly string[], style: StyleRole, column = 1): void => {
    for (const line of lines) {
      put(column, line, style);
      merges.push({ top: row, left: column, bottom: row, right: SHOWN });
      const height = linesFor(line, sum(WIDTHS.slice(column - 1))) * LINE;
      if (height > LINE) heights.push({ row, height });
      row += 1;
    }
  };
  text(letter.date, "letterRight");
  text(letter.addressee, "letterBold");
  text(letter.sender, "letterRight");
  row += 1;
  text([letter.subject], "letterTitle");
  row += 1;
  text(letter.opening, "letter");
  row += 1;
  const head = row;
  for (const [at, name] of [...ASKED_COLUMNS, letter.answer].entries()) put(at + 1, name, "header");
  row += 1;
  for (const item of letter.items) {
    const values = [item.places.join("\n"), item.points.join("\n"), item.reason, item.request];
    put(1, item.number, "cellCenter");
    put(2, item.kind, "cellCenter");
    for (const [at, value] of values.entries()) put(at + 3, value, "textWrap");
    put(SHOWN, "", "answer");
    put(SHOWN + 1, JSON.stringify(item.findings), "plain");
    const lines = values.map((value, at) =>
      sum(value.split("\n").map((part) => linesFor(part, WIDTHS[at + 2] as number))),
    );
    heights.push({ row, height: Math.min(400, Math.max(2, ...lines) * LINE + 4) });
    row += 1;
  }
  row += 1;
  text(letter.closing, "letter");
  text(["以上"], "letterRight");
  const area = { top: 1, left: 1, bottom: row - 1, right: SHOWN };
  return {
    name: LETTER_SHEET,
    cells,
    area: { ...area, right: SHOWN + 1 },
    merges,
    columns: [...WIDTHS, 2].map((width, at) => ({ column: at + 1, width })),
    rowHeights: heights,
    hidden: [SHOWN + 1],
    chart: null,
    table: null,
    print: printed(area, { repeat: { top: head, bottom: head } }),
  };
}

/** Points of one line of text. */
const LINE = 16;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

/** Lines that a text takes in a column of so many digits; an ideograph is as wide as two, at this size nearly. */
function linesFor(text: string, width: number): number {
  const units = [...text].reduce((all, letter) => all + (letter.charCodeAt(0) < 0x100 ? 1 : 1.9), 0);
  return Math.max(1, Math.ceil(units / (width - 1)));
}
