/** How a workbook looks, and its names: what a grid and Excel know and the engine never needs. Nothing here is written back. */
import { cellName, type Area } from "../core/workbook/workbook";
import { damaged } from "./error";
import { Package } from "./package";
import { parseArea } from "./references";
import { readStyles } from "./styles";
import { TagScanner } from "./tag-scanner";
import { readTheme, resolveColor, type Theme } from "./theme";
import { isTrue, readXml, type Element } from "./xml";
import { readWorkbookPart } from "./workbook-part";
import { portableCodec, type Codec } from "./zip/codec";

interface Edge {
  /** As SpreadsheetML names it: thin, medium, double … */
  readonly style: string;
  /** "#rrggbb" */
  readonly color: string;
}

export interface CellLook {
  readonly font: string | null;
  /** Points. */
  readonly size: number | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly struck: boolean;
  readonly color: string | null;
  readonly fill: string | null;
  readonly edges: Readonly<Partial<Record<"left" | "right" | "top" | "bottom", Edge>>>;
  readonly horizontal: string | null;
  readonly vertical: string | null;
  readonly wrap: boolean;
  /** Number format code; null = General. Known for empty cells, too, where what is typed will need it. */
  readonly format: string | null;
}

/** A conditional format that asks a formula; the others (colour scales, icons …) are not drawn. */
interface LookRule {
  readonly areas: readonly Area[];
  /** As seen from the first cell of the first area, without the leading "=". */
  readonly formula: string;
  readonly fill: string | null;
  readonly color: string | null;
  /** The smallest is asked first. */
  readonly priority: number;
}

export interface SheetLook {
  readonly name: string;
  readonly rules: readonly LookRule[];
  /** Characters of the default font. */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** Points. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly showGridlines: boolean;
  /** Rows and columns that stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number } | null;
  /** Row by row, each with the index into `looks` by column. */
  readonly cells: readonly (readonly [row: number, looks: ReadonlyMap<number, number>])[];
  readonly protected: boolean;
}

export interface DefinedName {
  readonly name: string;
  /** Without the leading "=". */
  readonly formula: string;
  readonly visible: boolean;
}

export interface Appearance {
  readonly names: readonly DefinedName[];
  readonly looks: readonly CellLook[];
  readonly sheets: readonly SheetLook[];
}

/** Throws WorkbookError where the bytes are no workbook. */
export function readAppearance(bytes: Uint8Array, codec: Codec = portableCodec): Appearance {
  const pack = new Package(bytes, codec);
  const workbookPart = pack.workbookPart();
  const relationships = pack.relationships(workbookPart);
  const partOf = (kind: string) => {
    const part = relationships.find((relationship) => relationship.kind === kind)?.target ?? undefined;
    return part !== undefined && pack.has(part) ? part : undefined;
  };
  const [themePart, stylesPart] = [partOf("theme"), partOf("styles")];
  const theme = readTheme(themePart === undefined ? null : pack.text(themePart), themePart ?? "");
  const { looks, differences } =
    stylesPart === undefined ? { looks: [], differences: [] } : readLooks(pack.text(stylesPart), stylesPart, theme);
  const sheets: SheetLook[] = [];
  const workbookText = pack.text(workbookPart);
  for (const { name, relationshipId } of readWorkbookPart(workbookText, workbookPart).sheets) {
    const relationship = relationships.find(({ id }) => id === relationshipId);
    if (relationship?.target == null) throw damaged(`sheet ${name} has no part`);
    if (relationship.kind === "worksheet")
      sheets.push(readSheetLook(name, pack.text(relationship.target), relationship.target, differences));
  }
  return { names: readNames(workbookText, workbookPart), looks, sheets };
}

interface Font {
  name: string | null;
  size: number | null;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  struck: boolean;
  color: string | null;
}

type Edges = Partial<Record<"left" | "right" | "top" | "bottom", Edge>>;

/** What a conditional format changes, by the index that rules name. */
interface Difference {
  fill: string | null;
  color: string | null;
}

function readNames(text: string, part: string): DefinedName[] {
  const names: { name: string; formula: string; visible: boolean }[] = [];
  readXml(text, part, {
    open(path, element) {
      if (path !== "workbook/definedNames/definedName") return;
      names.push({ name: element.get("name") ?? "", formula: "", visible: !isTrue(element.get("hidden")) });
    },
    text(path, content) {
      const last = names.at(-1);
      if (path === "workbook/definedNames/definedName" && last !== undefined) last.formula += content;
    },
  });
  return names;
}

/** How cells look, by the index that they name (`cellXfs`), and what conditional formats change. */
export function readLooks(text: string, part: string, theme: Theme): { looks: CellLook[]; differences: Difference[] } {
  const styles = readStyles(text, part);
  const fonts: Font[] = [];
  const fills: (string | null)[] = [];
  const borders: Edges[] = [];
  const looks: CellLook[] = [];
  const differences: Difference[] = [];
  let solid = false;
  let edge: { side: "left" | "right" | "top" | "bottom"; style: string } | null = null;
  readXml(text, part, {
    open(path, element) {
      const [, group, item, detail, more] = path.split("/");
      const leaf = path.slice(path.lastIndexOf("/") + 1);
      if (group === "fonts") openFont(fonts, item, detail, element, theme);
      else if (group === "fills") {
        if (leaf === "fill") fills.push(null);
        else if (leaf === "patternFill") solid = (element.get("patternType") ?? "none") !== "none";
        else if (leaf === "fgColor" && solid) fills[fills.length - 1] = resolveColor(element, theme);
      } else if (group === "borders") {
        if (leaf === "border") borders.push({});
        else if (more === undefined && isSide(detail)) {
          edge = { side: detail, style: element.get("style") ?? "none" };
          if (edge.style !== "none") (borders.at(-1) as Edges)[detail] = { style: edge.style, color: "#000000" };
        } else if (leaf === "color" && edge !== null && edge.style !== "none") {
          (borders.at(-1) as Edges)[edge.side] = {
            style: edge.style,
            color: resolveColor(element, theme) ?? "#000000",
          };
        }
      } else if (path === "styleSheet/dxfs/dxf") differences.push({ fill: null, color: null });
      else if (group === "dxfs") {
        const difference = differences.at(-1) as Difference;
        // A solid fill of a difference has its colour in the background.
        if (leaf === "bgColor") difference.fill = resolveColor(element, theme);
        else if (path === "styleSheet/dxfs/dxf/font/color") difference.color = resolveColor(element, theme);
      } else if (path === "styleSheet/cellXfs/xf")
        looks.push(lookOf(element, fonts, fills, borders, styles[looks.length]?.format ?? null));
      else if (path === "styleSheet/cellXfs/xf/alignment") {
        looks.push({
          ...(looks.pop() as CellLook),
          horizontal: element.get("horizontal") ?? null,
          vertical: element.get("vertical") ?? null,
          wrap: isTrue(element.get("wrapText")),
        });
      }
    },
  });
  return { looks, differences };
}

const isSide = (name: string | undefined): name is "left" | "right" | "top" | "bottom" =>
  name === "left" || name === "right" || name === "top" || name === "bottom";

function openFont(
  fonts: Font[],
  item: string | undefined,
  detail: string | undefined,
  element: Element,
  theme: Theme,
): void {
  if (item !== "font") return;
  if (detail === undefined) {
    fonts.push({ name: null, size: null, bold: false, italic: false, underline: false, struck: false, color: null });
    return;
  }
  const font = fonts.at(-1) as Font;
  if (detail === "name") font.name = element.get("val") ?? null;
  else if (detail === "sz") font.size = Number(element.get("val"));
  else if (detail === "b") font.bold = isTrue(element.get("val"), true);
  else if (detail === "i") font.italic = isTrue(element.get("val"), true);
  else if (detail === "u") font.underline = element.get("val") !== "none";
  else if (detail === "strike") font.struck = isTrue(element.get("val"), true);
  else if (detail === "color") font.color = resolveColor(element, theme);
}

function lookOf(
  element: Element,
  fonts: readonly Font[],
  fills: readonly (string | null)[],
  borders: readonly Edges[],
  format: string | null,
): CellLook {
  const font = fonts[Number(element.get("fontId") ?? 0)];
  return {
    font: font?.name ?? null,
    size: font?.size ?? null,
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
    underline: font?.underline ?? false,
    struck: font?.struck ?? false,
    color: font?.color ?? null,
    fill: fills[Number(element.get("fillId") ?? 0)] ?? null,
    edges: borders[Number(element.get("borderId") ?? 0)] ?? {},
    horizontal: null,
    vertical: null,
    wrap: false,
    format,
  };
}

export function readSheetLook(name: string, text: string, part: string, differences: readonly Difference[]): SheetLook {
  const columnWidths = new Map<number, number>();
  const rowHeights = new Map<number, number>();
  const cells = new Map<number, Map<number, number>>();
  let showGridlines = true;
  let frozen: SheetLook["frozen"] = null;
  let isProtected = false;
  const rules: LookRule[] = [];
  let ruled: Area[] = [];
  let rule: { type: string; operator: string; difference: Difference | undefined; priority: number } | null = null;
  const scanner = new TagScanner(text, part);
  let row = 0;
  for (let tag = scanner.next(); tag !== "end"; tag = scanner.next()) {
    // Rules of later versions stand beside the old ones under a prefix of their own.
    if (tag === "close" || scanner.name.startsWith("x14:")) continue;
    const local = scanner.name.slice(scanner.name.indexOf(":") + 1);
    if (local === "row") {
      row = Number(scanner.attribute("r") ?? row + 1);
      const height = scanner.attribute("ht");
      if (height !== undefined) rowHeights.set(row, Number(height));
    } else if (local === "c") {
      const [reference, style] = [scanner.attribute("r"), scanner.attribute("s")];
      if (reference === undefined || style === undefined) continue;
      const { left } = parseArea(reference);
      let inRow = cells.get(row);
      if (inRow === undefined) cells.set(row, (inRow = new Map()));
      inRow.set(left, Number(style));
    } else if (local === "col") {
      const width = scanner.attribute("width");
      const [from, to] = [Number(scanner.attribute("min")), Math.min(Number(scanner.attribute("max")), DRAWN_COLUMNS)];
      if (width !== undefined) for (let column = from; column <= to; column++) columnWidths.set(column, Number(width));
    } else if (local === "sheetView") showGridlines = isTrue(scanner.attribute("showGridLines"), true);
    else if (local === "pane" && scanner.attribute("state")?.startsWith("frozen")) {
      frozen = { rows: Number(scanner.attribute("ySplit") ?? 0), columns: Number(scanner.attribute("xSplit") ?? 0) };
    } else if (local === "conditionalFormatting") {
      ruled = (scanner.attribute("sqref") ?? "")
        .split(/\s+/)
        .filter((reference) => reference !== "")
        .map(parseArea);
    } else if (local === "cfRule") {
      rule = {
        type: scanner.attribute("type") ?? "",
        operator: scanner.attribute("operator") ?? "",
        difference: differences[Number(scanner.attribute("dxfId") ?? -1)],
        priority: Number(scanner.attribute("priority") ?? 0),
      };
    } else if (local === "formula" && rule !== null && tag === "open") {
      const formula = askedFormula(rule.type, rule.operator, scanner.content(), ruled[0]);
      if (formula !== null)
        rules.push({
          areas: ruled,
          formula,
          fill: rule.difference?.fill ?? null,
          color: rule.difference?.color ?? null,
          priority: rule.priority,
        });
      rule = null;
    } else if (local === "sheetProtection") isProtected = isTrue(scanner.attribute("sheet"));
  }
  rules.sort((a, b) => a.priority - b.priority);
  return { name, rules, columnWidths, rowHeights, showGridlines, frozen, cells: [...cells], protected: isProtected };
}

const OPERATORS: Readonly<Record<string, string>> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
};

/** A comparison with one value, too, can be asked as a formula. */
function askedFormula(type: string, operator: string, formula: string, first: Area | undefined): string | null {
  if (type === "expression") return formula;
  const sign = OPERATORS[operator];
  return type === "cellIs" && sign !== undefined && first !== undefined
    ? `${cellName(first.top, first.left)}${sign}${formula}`
    : null;
}

/** A column definition may run to the last column of the sheet; nobody looks that far. */
const DRAWN_COLUMNS = 256;
