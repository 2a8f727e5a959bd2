/** What the texts of a sheet hold: asked before any of them is folded, as most sheets hold nothing of what a pass looks for. */
import type { Row, Sheet } from "../../workbook/workbook";

/** Between two texts; a text may have several lines. */
const BETWEEN = "\u2029";
/** A sheet may have a million rows: more than this are no one string. */
const ROWS_AT_ONCE = 5_000;

/** Texts as typed, in few strings: these are searched at once, which costs less than to walk the cells. */
export class Texts {
  readonly #sheet: Sheet;
  #texts: readonly string[] | null = null;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  /**
   * @param pattern with the flags g and m; ^ and $ are the ends of a line in a text, \u2029 stands between two texts
   * @param least so many times, within one text or several
   */
  holds(pattern: RegExp, least = 1): boolean {
    let found = 0;
    return (this.#texts ??= textsOf(this.#sheet)).some((text) => {
      found += text.match(pattern)?.length ?? 0;
      return found >= least;
    });
  }
}

function textsOf({ rows }: Sheet): string[] {
  const texts: string[] = [];
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) texts.push(joined(rows.slice(at, at + ROWS_AT_ONCE)));
  return texts;
}

function joined(rows: readonly Row[]): string {
  const texts: string[] = [];
  for (const { cells } of rows) for (const { value } of cells) if (typeof value === "string") texts.push(value);
  return texts.join(BETWEEN);
}
