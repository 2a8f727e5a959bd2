/** Colours of a workbook: given outright, by the old palette, or by the theme with a tint (ECMA-376 18.8.3, 18.3.1.15). */
import { readXml, type Element } from "./xml";

export interface Theme {
  /** "#rrggbb" in the order in which styles number them. */
  readonly colors: readonly string[];
}

/** Styles count light before dark, the theme writes dark before light. */
const ORDER = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];
const OFFICE = [
  "ffffff",
  "000000",
  "eeece1",
  "1f497d",
  "4f81bd",
  "c0504d",
  "9bbb59",
  "8064a2",
  "4bacc6",
  "f79646",
  "0000ff",
  "800080",
];

export function readTheme(text: string | null, part: string): Theme {
  const found = new Map<string, string>();
  if (text !== null) {
    readXml(text, part, {
      open(path, element) {
        const match = /\/clrScheme\/(\w+)\/(srgbClr|sysClr)$/.exec(path);
        if (match === null) return;
        const value = match[2] === "srgbClr" ? element.get("val") : element.get("lastClr");
        if (value !== undefined) found.set(match[1] as string, value.toLowerCase());
      },
    });
  }
  return { colors: ORDER.map((name, index) => `#${found.get(name) ?? (OFFICE[index] as string)}`) };
}

/** The first 64 colours of the old palette; 0–7 stand again at 8–15. */
const PALETTE = (
  "000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff " +
  "800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff " +
  "000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 " +
  "3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** "#rrggbb"; null for "automatic" and whatever names no colour. */
export function resolveColor(element: Element, theme: Theme): string | null {
  const rgb = element.get("rgb");
  if (rgb !== undefined) return `#${rgb.slice(-6).toLowerCase()}`;
  const indexed = element.get("indexed");
  if (indexed !== undefined) return PALETTE[Number(indexed)] === undefined ? null : `#${PALETTE[Number(indexed)]}`;
  const number = element.get("theme");
  const base = number === undefined ? undefined : theme.colors[Number(number)];
  return base === undefined ? null : tinted(base, Number(element.get("tint") ?? 0));
}

/** Lightness moved toward white (tint > 0) or black (tint < 0). */
function tinted(color: string, tint: number): string {
  if (tint === 0) return color;
  const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const mixed = channels.map((value) => Math.round(tint > 0 ? value + (255 - value) * tint : value * (1 + tint)));
  return `#${mixed.map((value) => Math.max(0, Math.min(255, value)).toString(16).padStart(2, "0")).join("")}`;
}
