/** The one entry of the engine: a workbook, the schemes, settings and decisions in; one report out. Pure and deterministic. */
import { chooseScheme, chooseTax, resolveConditions } from "./judge/conditions";
import { countBudget } from "./subsidy/count";
import { judgeLines } from "./judge/lines";
import { notCheckedIn } from "./report/not-checked";
import type { Decisions, Finding, Report, Settings, Tax, Waiver } from "./report/report";
import { reportLabour, reportLine } from "./report/lines";
import { rules as allRules } from "./rules/registry";
import type { BudgetStage, Rule } from "./rules/rule";
import type { Scheme } from "./scheme/scheme";
import { readBudget } from "./read/read";
import type { BudgetReading } from "./read/reading";
import type { DocumentRead } from "./documents/document";
import { holdDocuments, listed } from "./documents/hold";
import { cellName, type Workbook } from "./workbook/workbook";
import type { Found, Stage } from "./judge/state";
import { waiverFor } from "./decisions/waivers";

export const NO_DECISIONS: Decisions = { corrections: [], waivers: [], columns: [] };

/**
 * Checks one budget workbook.
 * @param schemes every edition known; which one applies comes from `settings`, else from the workbook, else the default
 * @param settings what the user states; it wins over what the workbook states
 * @param documents estimates given beside the workbook; null where none were given. They stand for its own list of them.
 * @throws RangeError for a scheme id that is not among `schemes` (shells validate their options first)
 */
export function check(
  workbook: Workbook,
  schemes: readonly Scheme[],
  settings: Settings = {},
  decisions: Decisions = NO_DECISIONS,
  documents: readonly DocumentRead[] | null = null,
): Report {
  const { scheme, reading: own } = readUnderItsScheme(workbook, schemes, settings, decisions);
  const reading = documents === null ? own : { ...own, estimates: listed(documents) };
  const conditions = resolveConditions(scheme, settings, reading, workbook);
  const judged = judgeLines(workbook, reading, conditions, decisions);
  const matching = documents === null ? null : holdDocuments(judged.lines, documents, conditions, workbook);
  const stage: Stage = {
    workbook,
    scheme: conditions.scheme,
    conditions,
    reading,
    ...judged,
    estimates: documents === null || matching === null ? null : { documents, ...matching },
  };
  const run = new Run(stage, decisions.waivers);
  run.reading();
  if (reading.lines.length === 0 && reading.labour.length === 0) {
    run.nothingRead();
    return assemble(stage, run, null);
  }
  run.lines();
  const counted = countBudget(stage, decisions.waivers);
  if (conditions.frame === null && scheme.result === "subsidy") run.frameMissing();
  run.budget({ ...stage, totals: counted.totals, ratios: counted.ratios, subsidy: counted.subsidy });
  return assemble(stage, run, counted);
}

/** How a sheet is read depends a little on the scheme (its item names, its tax), which the sheet itself may name. */
function readUnderItsScheme(
  workbook: Workbook,
  schemes: readonly Scheme[],
  settings: Settings,
  decisions: Decisions,
): { scheme: Scheme; reading: BudgetReading } {
  const assumed = chooseScheme(schemes, settings, null);
  const assumedTax = chooseTax(assumed, settings, null);
  const reading = readBudget(workbook, decisions.columns, hintsOf(assumed, assumedTax));
  const scheme = chooseScheme(schemes, settings, reading);
  const tax = chooseTax(scheme, settings, reading);
  if (scheme === assumed && tax === assumedTax) return { scheme, reading };
  return { scheme, reading: readBudget(workbook, decisions.columns, hintsOf(scheme, tax)) };
}

/** What of a scheme the reading of sheets needs to know. */
function hintsOf(scheme: Scheme, taxTreatment: Tax) {
  const words = (key: "middle" | "minor") =>
    scheme.categories
      .flatMap((category) => [category[key] ?? "", ...(category.words ?? [])])
      .filter((word) => word !== "");
  return {
    categoryWords: {
      major: [...scheme.majors],
      middle: [...new Set(words("middle"))],
      minor: [...new Set(words("minor"))],
    },
    taxTreatment,
    period: scheme.period,
  };
}

/** More than a sheet can have: a place is one number. */
const ROWS = 1 << 21;
const COLUMNS = 1 << 15;

/** Runs the rules over a stage and keeps what they found. A rule that throws is crashed, never checked. */
class Run {
  private readonly placed: { readonly finding: Finding; readonly place: number }[] = [];
  private readonly sheets: ReadonlyMap<string, number>;
  readonly checked: string[] = [];
  readonly notApplicable: string[] = [];
  readonly crashed: string[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly waivers: readonly Waiver[],
  ) {
    this.sheets = new Map(stage.workbook.sheets.map((sheet, index) => [sheet.name, index]));
  }

  /** By sheet order, row, column, rule; what concerns no sheet stands first, no cell before cells. */
  get findings(): Finding[] {
    return [...this.placed]
      .sort(
        (a, b) => a.place - b.place || (a.finding.rule < b.finding.rule ? -1 : a.finding.rule > b.finding.rule ? 1 : 0),
      )
      .map(({ finding }) => finding);
  }

  reading(): void {
    for (const rule of allRules) if (rule.stage === "reading") this.run(rule, this.stage);
  }

  lines(): void {
    for (const rule of allRules) if (rule.stage === "lines") this.run(rule, this.stage);
  }

  budget(stage: BudgetStage): void {
    for (const rule of allRules) if (rule.stage === "budget") this.run(rule, stage);
  }

  /** Without a line there is nothing to hold the other rules against. */
  nothingRead(): void {
    for (const rule of allRules) if (rule.stage !== "reading") this.notApplicable.push(rule.id);
  }

  /** Not a rule of the scheme: without a frame no figure can be given, so it must be said like an error. */
  frameMissing(): void {
    this.add({ id: "check/frame-missing", severity: "error" }, "", {
      at: null,
      data: { frames: this.stage.scheme.frames.map((frame) => `${frame.name.ja} (${frame.id})`) },
    });
  }

  private run(rule: Rule, stage: Stage | BudgetStage): void {
    const source = stage.scheme.rules[rule.id];
    if (source === undefined) {
      this.notApplicable.push(rule.id);
      return;
    }
    const kept = this.placed.length;
    try {
      const clause = source.clause ?? "";
      const outcome = rule.check(stage as BudgetStage, (found) => this.add(rule, clause, found));
      (outcome === "checked" ? this.checked : this.notApplicable).push(rule.id);
    } catch {
      this.placed.length = kept;
      this.crashed.push(rule.id);
    }
  }

  private add(rule: Pick<Rule, "id" | "severity">, clause: string, found: Found): void {
    const isOwn = (sheet: string | undefined): sheet is string => sheet !== undefined && this.sheets.has(sheet);
    const at = isOwn(found.at?.sheet) ? found.at : null; // an estimate beside the workbook has no cell in it
    const sheet = at?.sheet ?? (isOwn(found.sheet) ? found.sheet : null);
    const cell = at === null ? null : cellName(at.row, at.column);
    const waiver = waiverFor(this.waivers, rule.id, sheet, cell);
    const finding = {
      rule: rule.id,
      severity: found.severity ?? rule.severity,
      sheet,
      cell,
      clause: found.clause ?? clause,
      data: found.data,
      fix: found.fix ?? null,
      waived: waiver === undefined ? null : { reason: waiver.reason, by: waiver.by, date: waiver.date },
    };
    const order = sheet === null ? 0 : 1 + (this.sheets.get(sheet) ?? 0);
    this.placed.push({ finding, place: (order * ROWS + (at?.row ?? 0)) * COLUMNS + (at?.column ?? 0) });
    if (waiver === undefined) applyEffects(rule.id, found);
  }
}

function applyEffects(rule: string, { effects }: Found): void {
  for (const effect of effects ?? []) {
    if ("amount" in effect) {
      if (effect.on.counted !== effect.amount)
        effect.on.adjustments.push({ rule, from: effect.on.counted, to: effect.amount });
      effect.on.counted = effect.amount;
    } else if (effect.on.verdict !== "ineligible") effect.on.verdict = effect.verdict;
  }
}

function assemble(stage: Stage, run: Run, counted: ReturnType<typeof countBudget> | null): Report {
  const { scheme, conditions, reading } = stage;
  return {
    scheme: scheme.id,
    frame: conditions.frame?.id ?? null,
    applicant: conditions.applicant,
    tax: conditions.tax,
    lines: stage.lines.map(reportLine),
    labour: stage.labour.map(reportLabour),
    totals: counted?.totals ?? null,
    ratios: counted?.ratios ?? [],
    members: counted?.members ?? [],
    subsidy: counted?.subsidy ?? null,
    measure: counted?.measure ?? null,
    findings: run.findings,
    rules: { checked: run.checked, notApplicable: run.notApplicable, crashed: run.crashed },
    notChecked: notCheckedIn(stage, run),
    reading,
    estimates: stage.estimates,
    origins: conditions.origins,
  };
}
