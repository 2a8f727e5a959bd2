/** How high a row has to be for what stands in it: programs that do not work it out themselves cut texts off. */

/** Points of one line of text. */
export const LINE = 16;
/** No row is higher. */
const MOST = 400;

/** Lines that a text takes in a column of so many digits; an ideograph is as wide as two, at this size nearly. */
export function linesFor(text: string, width: number): number {
  const units = [...text].reduce((all, letter) => all + (letter.charCodeAt(0) < 0x100 ? 1 : 1.9), 0);
  return Math.max(1, Math.ceil(units / (width - 1)));
}

/**
 * Rows of a table whose wrapped texts take more than a line.
 * @param rows texts by column, from the first column; "" where nothing is wrapped
 * @param top the first of the rows
 */
export function rowHeights(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  top: number,
): { row: number; height: number }[] {
  return rows.flatMap((texts, at) => {
    const lines = Math.max(1, ...texts.map((text, column) => linesFor(text, widths[column] as number)));
    return lines === 1 ? [] : [{ row: top + at, height: Math.min(MOST, lines * LINE) }];
  });
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
