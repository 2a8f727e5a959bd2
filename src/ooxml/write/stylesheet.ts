/** Adds styles to a style sheet. What is there keeps its number, since cells name styles by number. */
import { BUILTIN_FORMATS } from "../number-formats";
import { XML_DECLARATION, type Family } from "../namespaces";
import { escapeAttribute } from "./escape";
import type { PartXml } from "./part-xml";
import { replace, type Splice } from "./splices";

type Section = "numFmts" | "fonts" | "fills" | "borders" | "cellXfs" | "dxfs";

/** Writes an element with the prefix that the style sheet uses for its own. */
export type StyleXml = (prefix: string) => string;

interface CellFormat {
  readonly font: StyleXml;
  readonly fill: StyleXml;
  readonly border: StyleXml;
  readonly alignment: StyleXml;
  /** null = General */
  readonly numberFormat: string | null;
}

/** Formats that mean the same in every language of Excel. */
const SAFE_BUILTINS = new Set([1, 2, 3, 4, 9, 10, 11, 49]);
const FIRST_CUSTOM_FORMAT = 176;

export class StyleSheet {
  private readonly before = new Map<Section, number>();
  private readonly additions = new Map<Section, string[]>();

  constructor(private readonly xml: PartXml) {}

  /** What its own elements are written with. */
  get prefix(): string {
    return this.xml.prefix;
  }

  /** Name of the font that cells without a style have. */
  get defaultFont(): string {
    const [font] = this.xml.items("fonts");
    const name = font && this.xml.inside(font).find(({ local }) => local === "name");
    return (name && this.xml.attribute(name, "val")?.value) ?? "游ゴシック";
  }

  addDifferential(xml: StyleXml): number {
    return this.add("dxfs", xml(this.xml.prefix));
  }

  /** Number of a style of cells. */
  addCellFormat({ font, fill, border, alignment, numberFormat }: CellFormat): number {
    const p = this.xml.prefix;
    const ids = `numFmtId="${this.numberFormatId(numberFormat)}" fontId="${this.add("fonts", font(p))}" fillId="${this.add("fills", fill(p))}" borderId="${this.add("borders", border(p))}"`;
    const applied = "applyNumberFormat applyFont applyFill applyBorder applyAlignment"
      .split(" ")
      .map((name) => ` ${name}="1"`)
      .join("");
    return this.add("cellXfs", `<${p}xf ${ids} xfId="0"${applied}>${alignment(p)}</${p}xf>`);
  }

  /** What to change in the text for all that was added. */
  splices(): Splice[] {
    return [...this.additions].flatMap(([section, items]) => {
      const span = this.xml.child(section);
      const p = this.xml.prefix;
      if (span === undefined) {
        const xml = `<${p}${section} count="${items.length}">${items.join("")}</${p}${section}>`;
        return [this.xml.insert(section, xml)];
      }
      const count = this.xml.attribute(span, "count");
      const total = String(this.countBefore(section) + items.length);
      return [...(count === undefined ? [] : [replace(count, total)]), this.xml.append(span, items.join(""))];
    });
  }

  /** Number of an item of a section. */
  add(section: Section, xml: string): number {
    const added = this.additions.get(section) ?? [];
    this.additions.set(section, added);
    const same = added.indexOf(xml);
    return this.countBefore(section) + (same >= 0 ? same : added.push(xml) - 1);
  }

  private countBefore(section: Section): number {
    const count = this.before.get(section) ?? this.xml.items(section).length;
    this.before.set(section, count);
    return count;
  }

  numberFormatId(code: string | null): number {
    if (code === null) return 0;
    for (const [id, builtin] of BUILTIN_FORMATS) if (builtin === code && SAFE_BUILTINS.has(id)) return id;
    const ids = this.xml.items("numFmts").map((item) => ({
      id: Number(this.xml.value(item, "numFmtId")),
      code: this.xml.value(item, "formatCode"),
    }));
    const existing = ids.find((format) => format.code === code);
    if (existing !== undefined) return existing.id;
    const first = Math.max(FIRST_CUSTOM_FORMAT - 1, ...ids.map(({ id }) => id)) + 1;
    const added = this.additions.get("numFmts") ?? [];
    const attributes = `formatCode="${escapeAttribute(code)}"/>`;
    const same = added.findIndex((xml) => xml.endsWith(attributes));
    const id = first + (same >= 0 ? same : added.length);
    if (same < 0) this.add("numFmts", `<${this.xml.prefix}numFmt numFmtId="${id}" ${attributes}`);
    return id;
  }
}

/** "#RRGGBB" as the schema writes it. */
export const argb = (color: string): string => `FF${color.slice(1).toUpperCase()}`;

/** What a workbook without styles gets, before anything is added to it. */
export const EMPTY_STYLE_SHEET = (family: Family): string =>
  `${XML_DECLARATION}<styleSheet xmlns="${family.main}"><fonts count="1"><font><sz val="11"/><name val="游ゴシック"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;
