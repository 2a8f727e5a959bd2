/** The sheet of a letter, come back: what was asked of the applicant, and what of it is mended. */
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

/** Headings of the table, the way the letter writes them; the last column has a heading that the template chooses. */
export const ASKED_COLUMNS = ["番号", "種類", "箇所", "指摘", "根拠", "お願い"] as const;
/** Behind the answers, hidden: what each row is about. */
const ANSWER = ASKED_COLUMNS.length + 1;
const HIDDEN = ANSWER + 1;

/** What is asked in the sheets of a workbook, in their order; none where no sheet is a letter's. */
export const askedIn = ({ sheets }: Workbook): AskedItem[] => sheets.flatMap(askedInSheet);

function askedInSheet({ rows }: Sheet): AskedItem[] {
  const head = rows.findIndex((row) => ASKED_COLUMNS.every((name, at) => textOf(row, at + 1) === name));
  if (head < 0) return [];
  return rows.slice(head + 1).flatMap((row): AskedItem[] => {
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
}

const textOf = ({ cells }: Row, column: number): string => {
  const value = cells.find((cell) => cell.column === column)?.value;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

/** null for anything that no letter holds. */
function findingsIn(text: string): AskedFinding[] | null {
  if (!text.startsWith("[")) return null;
  try {
    const given = JSON.parse(text) as unknown;
    return Array.isArray(given) && given.length > 0 && given.every(isAskedFinding) ? given : null;
  } catch {
    return null;
  }
}

function isAskedFinding(given: unknown): given is AskedFinding {
  if (typeof given !== "object" || given === null) return false;
  const { rule, sheet, cell, subject } = given as Readonly<Record<string, unknown>>;
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
