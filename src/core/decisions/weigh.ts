/** What a person's decisions do to the subsidy: all of them together, and each for itself. */
import type { Correction, Decisions, MatchDecision, RowChoice, TypedPaper, Waiver } from "./decision";
import type { Report } from "../report/report";

export type DecisionsMode = "apply" | "show" | "ignore";

/** One decision, with its effect. */
export interface MadeDecision {
  readonly kind: "waiver" | "correction" | "columns" | "rows" | "match";
  readonly waiver: Waiver | null;
  readonly correction: Correction | null;
  readonly row: RowChoice | null;
  /** Of kind "match": what was decided on a line and papers beside it, or typed off a paper. */
  readonly match: MatchDecision | null;
  readonly typed: TypedPaper | null;
  readonly rule: string | null;
  /** Where what it is about stands now. */
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly by: string | null;
  readonly date: string | null;
  /** Yen that the subsidy is higher with this decision alone than with none. */
  readonly yen: number;
  /** false: what it was made for changed, or is not there any more; of kind "match" also where no papers were given. */
  readonly valid: boolean;
}

export interface Weighed {
  readonly mode: DecisionsMode;
  readonly made: readonly MadeDecision[];
  readonly subsidyWith: number | null;
  readonly subsidyWithout: number | null;
}

export const NO_DECISIONS: Decisions = { corrections: [], waivers: [], columns: [] };

/**
 * Checks with the decisions and without them.
 * @param check the workbook's check under some decisions
 * @returns the report that `mode` shows, and what the decisions do
 */
export function weighDecisions(
  check: (decisions: Decisions) => Report,
  decisions: Decisions,
  mode: DecisionsMode,
): { readonly report: Report; readonly weighed: Weighed } {
  const without = check(NO_DECISIONS);
  const { rows = [], matches = [], typed = [] } = decisions;
  const count = [decisions.corrections, decisions.waivers, decisions.columns, rows, matches, typed].flat().length;
  if (mode === "ignore" || count === 0) {
    const amount = amountOf(without);
    return { report: without, weighed: { mode, made: [], subsidyWith: amount, subsidyWithout: amount } };
  }
  const all = check(decisions);
  const alone = (one: Partial<Decisions>): Report => (count === 1 ? all : check({ ...NO_DECISIONS, ...one }));
  const made = [
    ...decisions.waivers.map((waiver, index) => waiverMade(waiver, index, all, alone({ waivers: [waiver] }), without)),
    ...decisions.corrections.map((correction) =>
      correctionMade(correction, all, alone({ corrections: [correction] }), without),
    ),
    ...decisions.columns.map((choice): MadeDecision => ({
      ...NOBODY,
      kind: "columns",
      sheet: choice.sheet,
      yen: difference(alone({ columns: [choice] }), without),
      valid: all.reading.sheets.some(({ sheet }) => sheet === choice.sheet),
    })),
    ...rows.map((row, index) => rowMade(row, index, all, alone({ rows: [row] }), without)),
    // What stands beside a line changes what is found about its papers, and no yen of the subsidy.
    ...matches.map((match, index): MadeDecision => {
      const now = all.estimates?.decisions.find((one) => one.index === index);
      const { sheet } = now ?? match;
      return {
        ...NOBODY,
        ...{ kind: "match", match, sheet, cell: `A${(now ?? match).row}`, by: match.by, date: match.date, yen: 0 },
        valid: now?.state === "holds",
      };
    }),
    ...typed.map((paper, index): MadeDecision => ({
      ...NOBODY,
      ...{ kind: "match", typed: paper, sheet: null, by: paper.by, date: paper.date, yen: 0 },
      valid: all.estimates?.typed[index] === true,
    })),
  ];
  return {
    report: mode === "apply" ? all : without,
    weighed: { mode, made, subsidyWith: amountOf(all), subsidyWithout: amountOf(without) },
  };
}

const NOBODY = {
  ...{ waiver: null, correction: null, row: null, match: null, typed: null },
  ...{ rule: null, cell: null, by: null, date: null },
} as const;

const amountOf = ({ subsidy }: Report): number | null => subsidy?.amount ?? null;

const difference = (one: Report, other: Report): number => (amountOf(one) ?? 0) - (amountOf(other) ?? 0);

function waiverMade(waiver: Waiver, index: number, all: Report, alone: Report, without: Report): MadeDecision {
  const state = all.decisions.find((one) => one.kind === "waiver" && one.index === index);
  return {
    ...NOBODY,
    kind: "waiver",
    waiver,
    rule: waiver.rule,
    sheet: state?.sheet ?? waiver.sheet,
    cell: state?.cell ?? waiver.cell,
    by: waiver.by,
    date: waiver.date,
    yen: difference(alone, without),
    valid: state?.state === "holds" || state?.state === "moved",
  };
}

function rowMade(row: RowChoice, index: number, all: Report, alone: Report, without: Report): MadeDecision {
  const state = all.decisions.find((one) => one.kind === "row" && one.index === index);
  return {
    ...NOBODY,
    kind: "rows",
    row,
    sheet: state?.sheet ?? row.sheet,
    cell: state?.cell ?? null,
    by: row.by ?? null,
    date: row.date ?? null,
    yen: difference(alone, without),
    valid: state?.state === "holds" || state?.state === "moved",
  };
}

function correctionMade(correction: Correction, all: Report, alone: Report, without: Report): MadeDecision {
  const line = alone.lines.find(({ corrected }) => corrected);
  return {
    ...NOBODY,
    kind: "correction",
    correction,
    sheet: line?.sheet ?? null,
    by: correction.by ?? null,
    date: correction.date ?? null,
    yen: difference(alone, without),
    valid: line !== undefined && all.totals !== null,
  };
}
