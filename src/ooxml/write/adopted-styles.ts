/** Styles of another workbook, added to a style sheet as they are asked for. */
import { reprefixed, type PartXml, type Span } from "./part-xml";
import type { Splice } from "./splices";
import type { StyleSheet } from "./stylesheet";

const FIRST_CUSTOM_FORMAT = 164;

export class AdoptedStyles {
  private readonly numbers = new Map<number, number>();

  constructor(
    private readonly styles: StyleSheet,
    private readonly donor: PartXml,
  ) {}

  /** Number that a style of cells has here. The plain style is that of each workbook itself, as in Excel. */
  cell(index: number): number {
    const known = index === 0 ? 0 : this.numbers.get(index);
    if (known !== undefined) return known;
    const format = this.donor.items("cellXfs")[index];
    const number = format === undefined ? 0 : this.addFormat(format);
    this.numbers.set(index, number);
    return number;
  }

  /** Number that a style of conditional formats has here. */
  differential(index: number): number {
    const difference = this.donor.items("dxfs")[index];
    return difference === undefined ? index : this.styles.addDifferential((p) => this.source(difference, p));
  }

  private addFormat(format: Span): number {
    const id = (name: string) => Number(this.donor.value(format, name));
    const ids: Readonly<Record<string, number>> = {
      numFmtId: this.numberFormat(id("numFmtId")),
      fontId: this.part("fonts", id("fontId")),
      fillId: this.part("fills", id("fillId")),
      borderId: this.part("borders", id("borderId")),
      xfId: 0,
    };
    const changes = Object.entries(ids).map(([name, value]) => this.donor.setAttribute(format, name, String(value)));
    return this.styles.add("cellXfs", this.source(format, this.styles.prefix, changes));
  }

  private part(section: "fonts" | "fills" | "borders", index: number): number {
    const item = this.donor.items(section)[index];
    return item === undefined ? 0 : this.styles.add(section, this.source(item, this.styles.prefix));
  }

  private numberFormat(id: number): number {
    if (id < FIRST_CUSTOM_FORMAT) return id;
    const format = this.donor.items("numFmts").find((item) => Number(this.donor.value(item, "numFmtId")) === id);
    return this.styles.numberFormatId(format === undefined ? null : this.donor.value(format, "formatCode"));
  }

  private source(span: Span, prefix: string, changes: readonly Splice[] = []): string {
    return reprefixed(this.donor.source(span, changes), this.donor.prefix, prefix);
  }
}
