/**
 * The texts of a sheet before it is drawn for the first time. To measure them takes half of that turn, most of it for finding
 * the fonts, and the grid remembers what it measured.
 */
import { DEFAULT_FONTFACE_PLANE, FontCache, getFontStyleString } from "@univerjs/preset-sheets-core";
import type { BookCell, BookSheet } from "../host/book";
import { findFont } from "./fonts";
import { styleOf } from "./look";

/** Numbers of rows and letters of columns, as the grid draws them. */
const HEADERS = `13px ${DEFAULT_FONTFACE_PLANE}`;

/** @param rows of the sheet that are seen at first. Pauses now and then. */
export function* measureTexts(sheet: BookSheet, rows: number): Generator<void, void> {
  // What is in the chosen cell, at first this one, is shown beside the formula sign as well, in a longer list of fonts.
  const first = sheet.get(1, 1);
  const chosen = getFontStyleString(first === undefined ? {} : styleOf(first, sheet.book)).fontString;
  FontCache.getMeasureText(String(first?.value ?? ""), chosen);
  yield;
  findFont(HEADERS);
  yield;
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
