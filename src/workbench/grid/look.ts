/** From the book's looks to the grid's. */
import type { IStyleData } from "@univerjs/core";
import { invertColorByMatrix } from "@univerjs/core";
import { isMarkFormula, type MARK_LOOKS } from "../../views/marks/marks";
import type { Book, BookCell, Rule } from "../host/book";
import { hasFont } from "./fonts";
import { eraText, isEraFormat } from "./eras";

/** Border styles as the grid numbers them, by their names in files and in office.js. */
const BORDERS: Readonly<Record<string, number>> = {
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  dashDot: 5,
  dashDotDot: 6,
  double: 7,
  medium: 8,
  mediumDashed: 9,
  mediumDashDot: 10,
  mediumDashDotDot: 11,
  slantDashDot: 12,
  thick: 13,
  Continuous: 1,
  Dot: 3,
  Dash: 4,
  Double: 7,
};
const SIDES = { EdgeLeft: "l", EdgeRight: "r", EdgeTop: "t", EdgeBottom: "b" } as const;
const HORIZONTAL: Readonly<Record<string, number>> = {
  Left: 1,
  Center: 2,
  Right: 3,
  CenterAcrossSelection: 2,
  Justify: 4,
  Distributed: 6,
};
const VERTICAL: Readonly<Record<string, number>> = { Top: 1, Center: 2, Bottom: 3 };
const WRAP = 3;
const FALLBACK = "Yu Gothic, Hiragino Sans, Noto Sans CJK JP, Noto Sans JP, sans-serif";

export function styleOf(cell: BookCell, book: Book): IStyleData {
  const { style } = cell;
  const text = (name: string) => style[name] as string | undefined;
  const look: Record<string, unknown> = {};
  const font = text("Font/Name");
  look["ff"] = font !== undefined && hasFont(font) ? font : FALLBACK;
  if (style["Font/Size"] !== undefined) look["fs"] = style["Font/Size"];
  if (style["Font/Bold"] === true) look["bl"] = 1;
  if (style["Font/Italic"] === true) look["it"] = 1;
  if (text("Font/Underline") !== undefined && text("Font/Underline") !== "None") look["ul"] = { s: 1 };
  if (style["Font/Strikethrough"] === true) look["st"] = { s: 1 };
  if (text("Font/Color") !== undefined) look["cl"] = { rgb: text("Font/Color") };
  if (text("Fill/Color") !== undefined) look["bg"] = { rgb: text("Fill/Color") };
  const horizontal = HORIZONTAL[text("HorizontalAlignment") ?? ""];
  if (horizontal !== undefined) look["ht"] = horizontal;
  look["vt"] = VERTICAL[text("VerticalAlignment") ?? ""] ?? VERTICAL["Center"];
  if (style["WrapText"] === true) look["tb"] = WRAP;
  const edges = edgesOf(style);
  if (edges !== null) look["bd"] = edges;
  const pattern = patternOf(cell, book);
  if (pattern !== null) look["n"] = { pattern };
  return look;
}

/** How marked cells are seen on dark paper; what is said of it in MARK_LOOKS would be nearly black there. */
const DARK_MARKS: typeof MARK_LOOKS = {
  error: { fill: "#B8404E", font: "#FFFFFF" },
  warning: { fill: "#8A6100", font: "#FFFFFF" },
  info: { fill: "#2E6DA4", font: "#FFFFFF" },
};

/** Fill and letters of a rule, "#RRGGBB", for the paper that the grid draws it on. */
export function colorsOf({ formula, format }: Rule, isDark: boolean): { fill: unknown; font: unknown } {
  const severity = isMarkFormula(formula) ? /error|warning|info/.exec(formula)?.[0] : undefined;
  if (isDark && severity !== undefined) {
    const { fill, font } = DARK_MARKS[severity as keyof typeof DARK_MARKS];
    return { fill: turned(fill), font: turned(font) };
  }
  return { fill: format["Fill/Color"] ?? format["Color"], font: format["Font/Color"] };
}

/** On dark paper the grid turns every colour around; turned around before, it comes out as it was meant. */
function turned(color: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  return `#${invertColorByMatrix([red, green, blue])
    .map((part) => Math.round(part).toString(16).padStart(2, "0"))
    .join("")}`;
}

function edgesOf(style: BookCell["style"]): Record<string, unknown> | null {
  const edges: Record<string, unknown> = {};
  for (const [side, key] of Object.entries(SIDES)) {
    const kind = BORDERS[String(style[`Borders/${side}/Style`] ?? "")];
    if (kind !== undefined) edges[key] = { s: kind, cl: { rgb: style[`Borders/${side}/Color`] ?? "#7f7f7f" } };
  }
  return Object.keys(edges).length === 0 ? null : edges;
}

/** An era date is shown through a pattern that is nothing but its own text; its value stays a number. */
export function patternOf({ value, numberFormat }: BookCell, book: Book): string | null {
  if (numberFormat === "General") return null;
  if (typeof value === "number" && isEraFormat(numberFormat)) return `"${eraText(value, numberFormat, book.date1904)}"`;
  return numberFormat;
}
