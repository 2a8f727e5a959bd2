/**
 * The texts of a sheet before it is drawn for the first time. To measure them takes half of that turn, most of it for finding
 * the fonts, and the grid remembers what it measured.
 */
import { FontCache, getFontStyleString } from "@univerjs/preset-sheets-core";
import type { BookCell, BookSheet } from "../host/book";
import { styleOf } from "./look";

/** @param rows of the sheet that are seen at first. Pauses now and then. */
export function* measureTexts(sheet: BookSheet, rows: number): Generator<void, void> {
  // In this font the grid shows what is in the chosen cell.
  FontCache.getMeasureText("検算", getFontStyleString({}).fontString);
  const fonts = new Map<BookCell["style"], string>();
  for (const [row, cells] of sheet.rows) {
    if (row > rows) continue;
    for (const cell of cells.values()) {
      if (typeof cell.value !== "string") continue;
      let font = fonts.get(cell.style);
      if (font === undefined) fonts.set(cell.style, (font = getFontStyleString(styleOf(cell, sheet.book)).fontCache));
      // A text that is broken into lines is measured letter by letter.
      for (const piece of cell.style["WrapText"] === true ? cell.value : [cell.value])
        FontCache.getMeasureText(piece, font);
      yield;
    }
  }
}
