/** The one entry of the engine: a workbook, the schemes, settings and decisions in; one report out. Pure and deterministic. */
import { plainness } from "./classify/plain";
import { chooseScheme, chooseTax, resolveConditions } from "./judge/conditions";
import { countBudget } from "./subsidy/count";
import { judgeLines, settle } from "./judge/lines";
import { withEffects } from "./judge/effects";
import { notCheckedIn } from "./report/not-checked";
import type { Decisions } from "./decisions/decision";
import type { Report } from "./report/report";
import type { Settings, Tax } from "./judge/settings";
import { reportLabour, reportLine } from "./report/lines";
import { stepsOf } from "./report/steps";
import { firstYearOf } from "./text/date";
import { onceFor } from "./text/recalled";
import { rules as allRules } from "./rules/registry";
import { LINE_PHASES, type Rule } from "./rules/rule";
import { Run } from "./rules/run";
import type { Scheme } from "./scheme/scheme";
import { readBudget } from "./read/read";
import type { BudgetReading } from "./read/reading";
import type { ReadingHints } from "./read/reading-hints";
import type { DocumentRead } from "./documents/document";
import { holdDocuments, listed } from "./documents/match/hold";
import { withTyped } from "./documents/typed";
import type { Workbook } from "./workbook/workbook";
import type { Stage } from "./judge/state";
import { Settled } from "./decisions/settle";
import { settleRows, type SettledRows } from "./decisions/rows";
import { NO_DECISIONS } from "./decisions/weigh";

export { NO_DECISIONS } from "./decisions/weigh";

/**
 * Checks one budget workbook.
 * @param schemes every edition known; which one applies comes from `settings`, else from the workbook, else the default
 * @param settings what the user states; it wins over what the workbook states
 * @param documents estimates given beside the workbook; null where none were given. They stand for its own list of them.
 * @param rules all there are, in any order; fewer or others only where that is tested
 * @throws RangeError for a scheme id that is not among `schemes` (shells validate their options first)
 */
export function check(
  workbook: Workbook,
  schemes: readonly Scheme[],
  settings: Settings = {},
  decisions: Decisions = NO_DECISIONS,
  documents: readonly DocumentRead[] | null = null,
  rules: readonly Rule[] = allRules,
): Report {
  const { scheme, reading: own, rows } = readUnderItsScheme(workbook, schemes, settings, decisions);
  const papers = documents === null ? null : withTyped(documents, decisions.typed ?? []);
  const reading = papers === null ? own : { ...own, estimates: listed(papers.documents) };
  const conditions = resolveConditions(scheme, settings, reading, workbook);
  const settled = new Settled(decisions, workbook, reading, rows);
  const run = new Run(workbook, settled, rules);
  const parts = judgeLines(workbook, reading, conditions, { ...decisions, waivers: settled.waivers });
  const matching =
    papers === null
      ? null
      : holdDocuments(parts.lines, papers.documents, conditions, workbook, decisions.matches ?? []);
  const judged: Stage = {
    workbook,
    scheme: conditions.scheme,
    conditions,
    reading,
    ...parts,
    estimates: papers === null || matching === null ? null : { ...papers, ...matching, typed: papers.found },
  };
  run.phase("reading", judged);
  if (reading.lines.length === 0 && reading.labour.length === 0) {
    run.stop();
    return assemble(judged, run, null, settled);
  }
  const stage = settle(LINE_PHASES.reduce((before, phase) => withEffects(before, run.phase(phase, before)), judged));
  let counted = countBudget(stage, settled.waivers);
  if (settled.withdrawOutgrown(conditions.scheme, counted.ratios)) counted = countBudget(stage, settled.waivers);
  if (conditions.frame === null && scheme.result === "subsidy") run.frameMissing(conditions.scheme);
  run.phase("budget", { ...stage, totals: counted.totals, ratios: counted.ratios, subsidy: counted.subsidy });
  return assemble(stage, run, counted, settled);
}

/** How a sheet is read depends a little on the scheme (its item names, its tax), which the sheet itself may name. */
function readUnderItsScheme(
  workbook: Workbook,
  schemes: readonly Scheme[],
  settings: Settings,
  decisions: Decisions,
): { scheme: Scheme; reading: BudgetReading; rows: SettledRows } {
  const assumed = chooseScheme(schemes, settings, null, workbook);
  const assumedTax = chooseTax(assumed, settings, null);
  const first = readWithRows(workbook, decisions, hintsOf(assumed, assumedTax));
  const scheme = chooseScheme(schemes, settings, first.reading, workbook);
  const tax = chooseTax(scheme, settings, first.reading);
  if (scheme === assumed && tax === assumedTax) return { scheme, ...first };
  return { scheme, ...readWithRows(workbook, decisions, hintsOf(scheme, tax)) };
}

/** What a person said of rows holds for the rows they saw: those are found first. */
function readWithRows(
  workbook: Workbook,
  decisions: Decisions,
  hints: ReadingHints,
): { reading: BudgetReading; rows: SettledRows } {
  const reading = readBudget(workbook, decisions.columns, hints);
  const rows = settleRows(decisions, workbook, reading);
  return rows.chosen.length === 0
    ? { reading, rows }
    : { reading: readBudget(workbook, decisions.columns, hints, rows.chosen), rows };
}

/** What of a scheme the reading of sheets needs to know. */
const hintsOf = (scheme: Scheme, taxTreatment: Tax): ReadingHints => ({
  categoryWords: categoryWordsOf(scheme),
  taxTreatment,
  period: scheme.period,
  plainness: (line) => plainness(line, firstYearOf(scheme.period)),
});

const categoryWordsOf = onceFor(({ majors, categories }: Scheme): ReadingHints["categoryWords"] => {
  const words = (key: "middle" | "minor") =>
    categories.flatMap((category) => [category[key] ?? "", ...(category.words ?? [])]).filter((word) => word !== "");
  return { major: [...majors], middle: [...new Set(words("middle"))], minor: [...new Set(words("minor"))] };
});

function assemble(stage: Stage, run: Run, counted: ReturnType<typeof countBudget> | null, settled: Settled): Report {
  const { scheme, conditions, reading } = stage;
  const figures = {
    lines: stage.lines.map((line) => reportLine(line, stage.workbook)),
    labour: stage.labour.map(reportLabour),
    totals: counted?.totals ?? null,
    ratios: counted?.ratios ?? [],
    subsidy: counted?.subsidy ?? null,
  };
  return {
    scheme: scheme.id,
    frame: conditions.frame?.id ?? null,
    applicant: conditions.applicant,
    tax: conditions.tax,
    ...figures,
    members: counted?.members ?? [],
    steps: stepsOf(figures, scheme.rounding?.unit ?? 1),
    measure: counted?.measure ?? null,
    findings: run.findings,
    rules: run.results,
    notChecked: notCheckedIn(stage, run.results),
    decisions: settled.states(),
    reading,
    estimates: stage.estimates,
    origins: conditions.origins,
  };
}
