/** A letter that came back, a sheet or a Word document: whose it is, what was asked in it, and what of that is mended. */
import type { Row, Sheet, Workbook } from "../workbook/workbook";

/** What a finding was about when the letter was written. */
export interface AskedFinding {
  readonly rule: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  /** As `subjectsOf` names it. */
  readonly subject: string;
}

export interface AskedItem {
  readonly number: number;
  /** As the letter tells it. */
  readonly places: string;
  readonly points: string;
  readonly request: string;
  readonly answer: string;
  readonly findings: readonly AskedFinding[];
}

export interface ReturnedLetter {
  /** Name of the application that it was written to; null where it does not say, as none did at first. */
  readonly application: string | null;
  readonly asked: readonly AskedItem[];
}

/** Headings of the table, the way the letter writes them; the last column has a heading that the template chooses. */
export const ASKED_COLUMNS = ["番号", "種類", "箇所", "指摘", "根拠", "お願い"] as const;
/** Behind the answers, hidden: what each row is about. */
const ANSWER = ASKED_COLUMNS.length + 1;
const HIDDEN = ANSWER + 1;

/** What is asked in the sheets of a workbook, in their order; none where no sheet is a letter's. */
export const askedIn = (workbook: Workbook): readonly AskedItem[] => letterInBook(workbook)?.asked ?? [];

/** null where no sheet is a letter's */
export function letterInBook({ sheets }: Workbook): ReturnedLetter | null {
  const letters = sheets.flatMap(letterInSheet);
  return letters.length === 0
    ? null
    : {
        application: letters.find(({ application }) => application !== null)?.application ?? null,
        asked: letters.flatMap(({ asked }) => asked),
      };
}

function letterInSheet({ rows }: Sheet): ReturnedLetter[] {
  const head = rows.findIndex((row) => ASKED_COLUMNS.every((name, at) => textOf(row, at + 1) === name));
  if (head < 0) return [];
  const application = textOf(rows[head] as Row, HIDDEN);
  const asked = rows.slice(head + 1).flatMap((row): AskedItem[] => {
    const findings = findingsIn(textOf(row, HIDDEN));
    if (findings === null) return [];
    return [
      {
        number: Number(textOf(row, 1)),
        places: textOf(row, 3),
        points: textOf(row, 4),
        request: textOf(row, 6),
        answer: textOf(row, ANSWER).trim(),
        findings,
      },
    ];
  });
  return asked.length === 0 ? [] : [{ application: application === "" ? null : application, asked }];
}

/** What a Word document keeps out of sight of the letter that it is. */
export interface LetterNote {
  readonly application: string;
  readonly items: readonly { readonly number: number; readonly findings: readonly AskedFinding[] }[];
}

/** Begins a line of what a rule rests on. */
export const REASON_MARK = "（根拠）";

/**
 * @param note as the document keeps it, JSON; null where it keeps none
 * @param rows of its tables, as texts of their cells: one for each number, and below it one of two cells, the second of
 * which is the applicant's
 * @returns null where it is no letter
 */
export function letterInDocument(note: string | null, rows: readonly (readonly string[])[]): ReturnedLetter | null {
  const given = noteIn(note);
  if (given === null) return null;
  const findings = new Map(given.items.map((item) => [String(item.number), item.findings]));
  const asked: AskedItem[] = [];
  for (const [number = "", second = "", places = "", points = "", request = "", ...more] of rows) {
    const own = findings.get(number.trim());
    const last = asked.at(-1);
    if (own !== undefined && request !== "" && more.length === 0)
      asked.push({
        number: Number(number),
        places,
        points: linesOf(points)
          .filter((line) => !line.startsWith(REASON_MARK))
          .join("\n"),
        request,
        answer: "",
        findings: own,
      });
    else if (places === "" && last !== undefined)
      asked[asked.length - 1] = { ...last, answer: `${last.answer}\n${second}`.trim() };
  }
  return { application: given.application, asked };
}

const linesOf = (text: string): string[] => text.split("\n");

function noteIn(text: string | null): LetterNote | null {
  const given = jsonIn(text ?? "");
  if (!isRecord(given) || typeof given["application"] !== "string" || !Array.isArray(given["items"])) return null;
  const items = given["items"] as readonly unknown[];
  return items.every((item) => isRecord(item) && typeof item["number"] === "number" && areAsked(item["findings"]))
    ? (given as unknown as LetterNote)
    : null;
}

const textOf = ({ cells }: Row, column: number): string => {
  const value = cells.find((cell) => cell.column === column)?.value;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

/** null for anything that no letter holds. */
function findingsIn(text: string): readonly AskedFinding[] | null {
  const given = jsonIn(text);
  return areAsked(given) ? given : null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const isRecord = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === "object" && given !== null;

const areAsked = (given: unknown): given is readonly AskedFinding[] =>
  Array.isArray(given) && given.length > 0 && given.every(isAskedFinding);

function isAskedFinding(given: unknown): given is AskedFinding {
  if (!isRecord(given)) return false;
  const { rule, sheet, cell, subject } = given;
  const isText = (value: unknown): boolean => value === null || typeof value === "string";
  return typeof rule === "string" && typeof subject === "string" && isText(sheet) && isText(cell);
}

/** A finding as it stands now. */
export interface StandingFinding {
  readonly rule: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  /** Its subject in each language that a letter may have been made in. */
  readonly subjects: readonly string[];
}

export interface Answered {
  readonly item: AskedItem;
  /** open: something of it is still found; unknown: what it is about was not looked at. */
  readonly state: "mended" | "open" | "unknown";
  /** The first finding that is left of it. */
  readonly left: StandingFinding | null;
}

/**
 * Never more is called mended than is: a finding of the same rule in the same sheet that nothing else was asked about is
 * what was asked, under other words.
 * @param isLookedAt whether findings of a rule would have been found if they were there
 */
export function answeredOf(
  items: readonly AskedItem[],
  now: readonly StandingFinding[],
  isLookedAt: (rule: string) => boolean,
): Answered[] {
  const asks = items.flatMap((item) => item.findings);
  const left = new Map<AskedFinding, StandingFinding>();
  const open = new Map<string, Set<StandingFinding>>();
  for (const finding of now) open.set(finding.rule, (open.get(finding.rule) ?? new Set()).add(finding));
  const take = (same: (ask: AskedFinding, finding: StandingFinding) => boolean): void => {
    for (const ask of asks) {
      if (left.has(ask)) continue;
      for (const found of open.get(ask.rule) ?? []) {
        if (!same(ask, found)) continue;
        left.set(ask, found);
        open.get(ask.rule)?.delete(found);
        break;
      }
    }
  };
  take(({ subject }, { subjects }) => subjects.includes(subject));
  take((ask, { sheet, cell }) => sheet === ask.sheet && cell === ask.cell);
  take((ask, { sheet }) => sheet === ask.sheet);
  return items.map((item): Answered => {
    const still = item.findings.find((ask) => left.has(ask));
    if (still !== undefined) return { item, state: "open", left: left.get(still) ?? null };
    return { item, state: item.findings.every(({ rule }) => isLookedAt(rule)) ? "mended" : "unknown", left: null };
  });
}
