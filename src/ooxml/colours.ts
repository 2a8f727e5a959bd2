/** The colours of cells, for workbooks whose words give them a meaning. */
import { painted } from "../core/read/sheets/colours";
import type { Sheet } from "../core/workbook/workbook";
import { readLooks, readSheetLook } from "./appearance";
import { readTheme } from "./theme";

interface Parts {
  readonly styles: { readonly text: string; readonly part: string };
  readonly theme: { readonly text: string; readonly part: string } | null;
}

/** Paints sheets by their own XML; conditional formats are not asked. */
export function painter({ styles, theme }: Parts): (sheet: Sheet, text: string, part: string) => Sheet {
  const { looks } = readLooks(styles.text, styles.part, readTheme(theme?.text ?? null, theme?.part ?? ""));
  return (sheet, text, part) => {
    const cells = new Map(readSheetLook(sheet.name, text, part, []).cells);
    return painted(sheet, (row, column) => {
      const look = looks[cells.get(row)?.get(column) ?? -1];
      if (look === undefined) return undefined;
      const { fill, color } = look;
      return { ...(fill === null ? {} : { fill }), ...(color === null ? {} : { color }) };
    });
  };
}
