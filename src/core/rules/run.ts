/** Runs rules phase by phase and keeps what they found. A rule that throws is crashed, never checked, and leaves nothing. */
import type { Settled } from "../decisions/settle";
import { waiverFor } from "../decisions/waivers";
import type { RuledEffect } from "../judge/effects";
import type { Found } from "../judge/state";
import type { Finding } from "../judge/finding";
import type { Report } from "../report/report";
import { RULE_IDS } from "../scheme/rule-ids";
import type { Scheme } from "../scheme/scheme";
import { cellName, type Workbook } from "../workbook/workbook";
import type { BudgetStage, Outcome, Rule } from "./rule";

/** More than a sheet can have: a place is one number. */
const ROWS = 1 << 21;
const COLUMNS = 1 << 15;

/** A finding with its place among all of them. */
interface Placed {
  readonly finding: Finding;
  readonly place: number;
}

export class Run {
  private readonly placed: Placed[] = [];
  private readonly sheets: ReadonlyMap<string, number>;
  private readonly outcomes = new Map<string, Outcome | "crashed">();

  constructor(
    workbook: Workbook,
    private readonly settled: Pick<Settled, "waivers" | "use">,
    private readonly rules: readonly Rule[],
  ) {
    this.sheets = new Map(workbook.sheets.map((sheet, index) => [sheet.name, index]));
  }

  /** By sheet order, row, column, rule; what concerns no sheet stands first, no cell before cells. */
  get findings(): Finding[] {
    return [...this.placed]
      .sort(
        (a, b) => a.place - b.place || (a.finding.rule < b.finding.rule ? -1 : a.finding.rule > b.finding.rule ? 1 : 0),
      )
      .map(({ finding }) => finding);
  }

  /** What became of each rule, in the fixed order of their ids. */
  get results(): Report["rules"] {
    const having = (outcome: Outcome | "crashed"): string[] =>
      RULE_IDS.filter((id) => this.outcomes.get(id) === outcome);
    return { checked: having("checked"), notApplicable: having("not-applicable"), crashed: having("crashed") };
  }

  /** Runs the rules of one phase over its stage; returns what their findings do, unless they are waived. */
  phase<P extends Rule["phase"]>(
    phase: P,
    stage: Parameters<Extract<Rule, { readonly phase: P }>["check"]>[0],
  ): readonly RuledEffect[] {
    return this.rules.flatMap((rule) => (rule.phase === phase ? this.run(rule, stage as BudgetStage) : []));
  }

  /** Without a line there is nothing to hold the rules of further phases against. */
  stop(): void {
    for (const { id } of this.rules) if (!this.outcomes.has(id)) this.outcomes.set(id, "not-applicable");
  }

  /** Not a rule of the scheme: without a frame no figure can be given, so it must be said like an error. */
  frameMissing({ frames }: Scheme): void {
    const data = { frames: frames.map(({ name }) => name.ja), framesEn: frames.map(({ name }) => name.en) };
    this.placed.push(
      this.place({ id: "check/frame-missing", severity: "error", answer: "frame" }, "", { at: null, data }),
    );
  }

  private run(rule: Rule, stage: BudgetStage): readonly RuledEffect[] {
    const source = stage.scheme.rules[rule.id];
    if (source === undefined) {
      this.outcomes.set(rule.id, "not-applicable");
      return [];
    }
    const placed: Placed[] = [];
    const effects: RuledEffect[] = [];
    try {
      const outcome = rule.check(stage, (found) => {
        const one = this.place(rule, source.clause ?? "", found);
        placed.push(one);
        if (one.finding.waived === null)
          for (const effect of found.effects ?? []) effects.push({ rule: rule.id, effect });
      });
      this.outcomes.set(rule.id, outcome);
    } catch {
      this.outcomes.set(rule.id, "crashed");
      return [];
    }
    for (const one of placed) this.placed.push(one);
    return effects;
  }

  private place(rule: Pick<Rule, "id" | "severity" | "answer">, clause: string, found: Found): Placed {
    const isOwn = (sheet: string | undefined): sheet is string => sheet !== undefined && this.sheets.has(sheet);
    const at = isOwn(found.at?.sheet) ? found.at : null; // an estimate beside the workbook has no cell in it
    const sheet = at?.sheet ?? (isOwn(found.sheet) ? found.sheet : null);
    const cell = at === null ? null : cellName(at.row, at.column);
    const { answer = "reason" } = rule;
    const waiver = answer === "reason" ? waiverFor(this.settled.waivers, rule.id, sheet, cell) : undefined;
    if (waiver !== undefined) this.settled.use(waiver);
    const finding = {
      rule: rule.id,
      severity: found.severity ?? rule.severity,
      sheet,
      cell,
      clause: found.clause ?? clause,
      data: found.data,
      fix: found.fix ?? null,
      answer,
      waived: waiver === undefined ? null : { reason: waiver.reason, by: waiver.by, date: waiver.date },
    };
    const order = sheet === null ? 0 : 1 + (this.sheets.get(sheet) ?? 0);
    return { finding, place: (order * ROWS + (at?.row ?? 0)) * COLUMNS + (at?.column ?? 0) };
  }
}
