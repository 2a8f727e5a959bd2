/** Which of a person's decisions hold for the workbook as it is now, and where what they are about stands by now. */
import type { BudgetReading } from "../read/reading";
import type { DecisionState, Decisions, Waiver } from "./decision";
import type { RatioResult } from "../report/report";
import type { SettledRows } from "./rows";
import type { Scheme } from "../scheme/scheme";
import type { Workbook } from "../workbook/workbook";
import { SeenRows, seenOfBudget } from "./seen";

/** The waivers of a check: those in force, each knowing which of the saved ones it is. */
export class Settled {
  /** In force, at the cells where what they are about stands now. */
  waivers: readonly Waiver[];
  private readonly origin = new Map<Waiver, number>();
  private readonly used = new Set<Waiver>();

  constructor(
    private readonly decisions: Decisions,
    workbook: Workbook,
    reading: BudgetReading,
    private readonly rows: SettledRows,
  ) {
    const seen = new SeenRows(workbook, reading);
    const taken = new Set<string>();
    const waivers: Waiver[] = [];
    for (const [index, waiver] of decisions.waivers.entries()) {
      const now = whereNow(waiver, seen, taken, workbook);
      if (now === null) continue;
      if (now.cell !== null) taken.add(keyOf(now));
      this.origin.set(now, index);
      waivers.push(now);
    }
    this.waivers = waivers;
  }

  /** A finding was waived by it. */
  use(waiver: Waiver): void {
    this.used.add(waiver);
  }

  /**
   * Takes agreements back that were given for less than is asked now.
   * @returns whether there was any
   */
  withdrawOutgrown(scheme: Scheme, ratios: readonly RatioResult[]): boolean {
    const kept = this.waivers.filter(({ rule, cell, seen }) => {
      const now = cell !== null || seen === undefined ? undefined : seenOfBudget(rule, scheme, ratios);
      return now === undefined || (now.yen ?? 0) <= (seen?.yen ?? 0);
    });
    const some = kept.length < this.waivers.length;
    this.waivers = kept;
    return some;
  }

  /** How each saved waiver stands, once everything was checked, and each choice of a row. */
  states(): readonly DecisionState[] {
    const inForce = new Map(this.waivers.map((waiver) => [this.origin.get(waiver), waiver]));
    const waivers = this.decisions.waivers.map((saved, index): DecisionState => {
      const now = inForce.get(index);
      if (now === undefined) return { kind: "waiver", index, state: "changed", sheet: saved.sheet, cell: saved.cell };
      const moved = now.sheet !== saved.sheet || now.cell !== saved.cell;
      const state = !this.used.has(now) ? "unused" : moved ? "moved" : "holds";
      return { kind: "waiver", index, state, sheet: now.sheet, cell: now.cell };
    });
    return [...waivers, ...this.rows.states];
  }
}

const keyOf = ({ rule, sheet, cell }: Pick<Waiver, "rule" | "sheet" | "cell">): string =>
  `${rule} ${sheet ?? ""}!${cell ?? ""}`;

/** null when what was seen is not there any more. Waivers that do not say what was seen hold where they were given. */
function whereNow(waiver: Waiver, rows: SeenRows, taken: ReadonlySet<string>, workbook: Workbook): Waiver | null {
  const { rule, sheet, cell, seen } = waiver;
  if (sheet === null || cell === null || seen === undefined) return waiver;
  // A sheet that was renamed is looked for by what stood on it.
  const sheets = rows.has(sheet) ? [sheet] : workbook.sheets.map(({ name }) => name);
  for (const name of sheets) {
    const place = rows.find(name, cell, seen, (free) => !taken.has(keyOf({ rule, sheet: name, cell: free })));
    if (place !== null) return name === sheet && place === cell ? waiver : { ...waiver, sheet: name, cell: place };
  }
  return null;
}
