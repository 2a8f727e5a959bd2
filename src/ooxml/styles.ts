import { BUILTIN_FORMATS } from "./number-formats";
import { isTrue, readXml } from "./xml";

/** What the engine needs to know of a cell's style. */
export interface CellStyle {
  /** Number format code; null = General. */
  readonly format: string | null;
  readonly struck: boolean;
}

export const PLAIN_STYLE: CellStyle = { format: null, struck: false };

/** Styles by the index that cells name (`cellXfs`). */
export function readStyles(text: string, part: string): CellStyle[] {
  const custom = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const styles: CellStyle[] = [];
  readXml(text, part, {
    open(path, element) {
      if (path === "styleSheet/numFmts/numFmt") {
        custom.set(Number(element.get("numFmtId")), element.get("formatCode") ?? "");
      } else if (path === "styleSheet/fonts/font") {
        struckFonts.push(false);
      } else if (path === "styleSheet/fonts/font/strike") {
        struckFonts[struckFonts.length - 1] = isTrue(element.get("val"), true);
      } else if (path === "styleSheet/cellXfs/xf") {
        const id = Number(element.get("numFmtId") ?? 0);
        const code = custom.get(id) ?? BUILTIN_FORMATS.get(id) ?? null;
        styles.push({
          format: code === "General" || code === "" ? null : code,
          struck: struckFonts[Number(element.get("fontId") ?? 0)] ?? false,
        });
      }
    },
  });
  return styles;
}
