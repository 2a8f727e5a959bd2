/** Columns of text that line up in a terminal: East Asian wide characters take two places. */
import { stripVTControlCharacters } from "node:util";
import { eastAsianWidth } from "get-east-asian-width";

const NO_WIDTH = /\p{Mn}|\p{Me}|\p{Cf}/u;

/** Begins a control sequence, which takes no place. */
// eslint-disable-next-line no-control-regex
const ESCAPE = /[\u001b\u009b]/;
const known = new Map<number, number>();

/** A long report says the same few thousand characters again and again. */
function placesOf(codePoint: number): number {
  let places = known.get(codePoint);
  if (places === undefined) {
    places = NO_WIDTH.test(String.fromCodePoint(codePoint)) ? 0 : eastAsianWidth(codePoint);
    known.set(codePoint, places);
  }
  return places;
}

/** Places a text takes. */
export function width(text: string): number {
  const shown = ESCAPE.test(text) ? stripVTControlCharacters(text) : text;
  let places = 0;
  for (let at = 0; at < shown.length; at++) {
    const codePoint = shown.codePointAt(at) as number;
    if (codePoint > 0xffff) at++;
    places += placesOf(codePoint);
  }
  return places;
}

export const padEnd = (text: string, places: number): string => text + " ".repeat(Math.max(0, places - width(text)));
export const padStart = (text: string, places: number): string => " ".repeat(Math.max(0, places - width(text))) + text;

/** Cuts a text to a number of places, with "…" where something is left out. */
export function shorten(text: string, places: number): string {
  if (width(text) <= places) return text;
  let kept = "";
  let used = 1;
  for (const character of text) {
    used += width(character);
    if (used > places) break;
    kept += character;
  }
  return kept + "…";
}

/** Rows of cells as lines; `right` names the columns that hold figures. No trailing blanks. */
export function table(rows: readonly (readonly string[])[], right: ReadonlySet<number>, gap = 2): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, width(cell))));
  return rows.map((row) =>
    row
      .map((cell, at) => (right.has(at) ? padStart(cell, widths[at] ?? 0) : padEnd(cell, widths[at] ?? 0)))
      .join(" ".repeat(gap))
      .trimEnd(),
  );
}

/** Words, or single East Asian characters, each with the marks that may not be torn from it. */
const PIECE = /\s+|[「『（【〔]*(?:[\u0021-\u02ff]+|[^\u0021-\u02ff\s])[、。，．）」』】〕・：；！？％円ー々…]*/gu;

/** A last line of no more than two characters stays on the line before, which may stick out by so much. */
const WIDOW = 4;

/** Breaks a text into lines of at most `places`; a single word longer than that keeps its length. */
export function wrap(text: string, places: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const piece of text.match(PIECE) ?? []) {
    if (line !== "" && used + width(piece.trimEnd()) > places) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
      used = width(line);
    } else {
      line += piece;
      used += width(piece);
    }
  }
  const rest = line.trimEnd();
  const last = lines.at(-1);
  if (last !== undefined && width(rest) <= WIDOW) lines[lines.length - 1] = last + rest;
  else if (rest.trim() !== "") lines.push(rest);
  return lines;
}
