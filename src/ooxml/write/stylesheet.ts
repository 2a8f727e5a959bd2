/** Adds styles to a style sheet. What is there keeps its number, since cells name styles by number. */
import { BUILTIN_FORMATS } from "../number-formats";
import { XML_DECLARATION, type Family } from "../namespaces";
import { insertChild } from "./element-order";
import {
  attributeOf,
  childrenOf,
  escapeAttribute,
  insertInto,
  isEmptyTag,
  prefixOf,
  rootOf,
  type Span,
  type Splice,
} from "./spans";

type Section = "numFmts" | "fonts" | "fills" | "borders" | "cellXfs" | "dxfs";

/** Writes an element with the prefix that the style sheet uses for its own. */
export type StyleXml = (prefix: string) => string;

export interface CellFormat {
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
  private readonly root: Span;
  private readonly sections: ReadonlyMap<string, Span>;
  private readonly prefix: string;
  private readonly additions = new Map<Section, string[]>();

  constructor(
    private readonly text: string,
    private readonly part: string,
  ) {
    this.root = rootOf(text, part);
    this.prefix = prefixOf(this.root);
    this.sections = new Map(childrenOf(text, part, this.root).map((child) => [child.local, child]));
  }

  /** Name of the font that cells without a style have. */
  get defaultFont(): string {
    const font = this.items("fonts")[0];
    const name = font && childrenOf(this.text, this.part, font).find(({ local }) => local === "name");
    return (name && attributeOf(this.text, name, "val")?.value) ?? "游ゴシック";
  }

  addDifferential(xml: StyleXml): number {
    return this.add("dxfs", xml(this.prefix));
  }

  /** Number of a style of cells. */
  addCellFormat({ font, fill, border, alignment, numberFormat }: CellFormat): number {
    const p = this.prefix;
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
      const span = this.sections.get(section);
      if (span === undefined) {
        const xml = `<${this.prefix}${section} count="${items.length}">${items.join("")}</${this.prefix}${section}>`;
        return [insertChild(this.text, this.part, this.root, section, xml)];
      }
      const count = attributeOf(this.text, span, "count");
      const total = String(this.items(section).length + items.length);
      const recount = count === undefined ? [] : [{ from: count.from, to: count.to, text: total }];
      return [...recount, ...insertInto(this.text, span, items.join(""))];
    });
  }

  private add(section: Section, xml: string): number {
    const added = this.additions.get(section) ?? [];
    this.additions.set(section, added);
    const before = this.items(section).length;
    const same = added.indexOf(xml);
    return before + (same >= 0 ? same : added.push(xml) - 1);
  }

  private items(section: Section): Span[] {
    const span = this.sections.get(section);
    return span === undefined || isEmptyTag(span) ? [] : childrenOf(this.text, this.part, span);
  }

  private numberFormatId(code: string | null): number {
    if (code === null) return 0;
    for (const [id, builtin] of BUILTIN_FORMATS) if (builtin === code && SAFE_BUILTINS.has(id)) return id;
    const ids = this.items("numFmts").map((item) => ({
      id: Number(attributeOf(this.text, item, "numFmtId")?.value),
      code: attributeOf(this.text, item, "formatCode")?.value,
    }));
    const existing = ids.find((format) => format.code === code);
    if (existing !== undefined) return existing.id;
    const first = Math.max(FIRST_CUSTOM_FORMAT - 1, ...ids.map(({ id }) => id)) + 1;
    const added = this.additions.get("numFmts") ?? [];
    const attributes = `formatCode="${escapeAttribute(code)}"/>`;
    const same = added.findIndex((xml) => xml.endsWith(attributes));
    if (same >= 0) return first + same;
    this.add("numFmts", `<${this.prefix}numFmt numFmtId="${first + added.length}" ${attributes}`);
    return first + added.length;
  }
}

/** "#RRGGBB" as the schema writes it. */
export const argb = (color: string): string => `FF${color.slice(1).toUpperCase()}`;

/** What a workbook without styles gets, before anything is added to it. */
export const EMPTY_STYLE_SHEET = (family: Family): string =>
  `${XML_DECLARATION}<styleSheet xmlns="${family.main}"><fonts count="1"><font><sz val="11"/><name val="游ゴシック"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;
