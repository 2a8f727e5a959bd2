/** Conditional formats. */
import type { Area } from "../../../core/workbook/workbook";
import { contains, intersection } from "../addresses";
import type { BookSheet, Rule } from "../book";
import { HostError, notFound } from "../errors";
import { HostObject } from "../protocol";
import { Bag } from "./bag";
import { Collection } from "./collection";
import { Range, RangeAreas, guardOf } from "./range";

/** The rules that touch some areas of a sheet, those asked first at the front. */
export class ConditionalFormats extends Collection<ConditionalFormat> {
  constructor(
    private readonly sheet: BookSheet,
    private readonly areas: readonly Area[],
  ) {
    super("ConditionalFormatCollection", () =>
      sheet.rules
        .filter((rule) => rule.areas.some((own) => areas.some((area) => intersection(own, area) !== null)))
        .map((rule) => new ConditionalFormat(sheet, rule)),
    );
  }

  Add(type: string): ConditionalFormat {
    guardOf(this.sheet, "AllowFormatCells")("ConditionalFormatCollection.add");
    if (type !== "Custom") throw new HostError("NotImplemented", "this host only adds custom rules");
    const id = this.sheet.book.newId("rule");
    const rule: Rule = { id, type, areas: this.areas, stopIfTrue: false, formula: "", format: {} };
    this.sheet.rules.unshift(rule);
    this.sheet.book.tell("rules", this.sheet, null);
    return new ConditionalFormat(this.sheet, rule);
  }

  /** Rules that reach beyond the areas keep what is outside of them only when they do not touch them at all. */
  ClearAll(): void {
    guardOf(this.sheet, "AllowFormatCells")("ConditionalFormatCollection.clearAll");
    this.sheet.rules = this.sheet.rules.flatMap((rule) => {
      const kept = rule.areas.filter((own) => !this.areas.some((area) => contains(area, own)));
      return kept.length === 0 ? [] : [Object.assign(rule, { areas: kept })];
    });
    this.sheet.book.tell("rules", this.sheet, null);
  }
}

class ConditionalFormat extends HostObject {
  readonly type = "ConditionalFormat";

  constructor(
    private readonly sheet: BookSheet,
    private readonly rule: Rule,
  ) {
    super();
  }

  override get id(): string {
    return this.rule.id;
  }
  get Id(): string {
    return this.rule.id;
  }
  get Type(): string {
    return this.rule.type;
  }
  get Priority(): number {
    return this.sheet.rules.indexOf(this.rule);
  }
  get StopIfTrue(): boolean {
    return this.rule.stopIfTrue;
  }
  set StopIfTrue(stop: boolean) {
    this.rule.stopIfTrue = stop;
  }
  get Custom(): HostObject {
    if (this.rule.type !== "Custom") throw notFound("ConditionalFormat.custom");
    return new CustomRule(this.rule, () => this.sheet.book.tell("rules", this.sheet, null));
  }
  get CustomOrNullObject(): HostObject | null {
    return this.rule.type === "Custom" ? this.Custom : null;
  }
  GetRange(): HostObject {
    return new Range(this.sheet, this.rule.areas[0] as Area);
  }
  GetRanges(): HostObject {
    return new RangeAreas(this.sheet, this.rule.areas);
  }
  Delete(): void {
    guardOf(this.sheet, "AllowFormatCells")("ConditionalFormat.delete");
    if (!this.sheet.rules.includes(this.rule)) throw notFound("ConditionalFormat.delete");
    this.sheet.rules = this.sheet.rules.filter((other) => other !== this.rule);
    this.sheet.book.tell("rules", this.sheet, null);
  }
}

class CustomRule extends HostObject {
  readonly type = "CustomConditionalFormat";

  constructor(
    private readonly rule: Rule,
    private readonly changed: () => void,
  ) {
    super();
  }

  get Rule(): HostObject {
    return new RuleFormula(this.rule, this.changed);
  }
  get Format(): HostObject {
    const parts = { Font: "ConditionalRangeFont", Fill: "ConditionalRangeFill" };
    return new Bag("ConditionalRangeFormat", this.rule.format, parts, "", this.changed);
  }
}

class RuleFormula extends HostObject {
  readonly type = "ConditionalFormatRule";

  constructor(
    private readonly rule: Rule,
    private readonly changed: () => void,
  ) {
    super();
  }

  get Formula(): string {
    return this.rule.formula;
  }
  set Formula(formula: string) {
    this.rule.formula = formula.startsWith("=") ? formula : `=${formula}`;
    this.changed();
  }
}
