/**
 * What a paper shows, wherever it came from: lines of text with their place. A page of a PDF and a sheet of a workbook
 * both become this, so that one reader serves them. Lengths are points, y runs downwards, as the page is seen.
 */

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** One letter as a PDF draws it. */
export interface Letter extends Box {
  readonly text: string;
  /** The line it stands on: boxes differ from font to font inside one word, the base line does not. */
  readonly base: number;
  readonly size: number;
}

export interface LetterPage {
  readonly width: number;
  readonly height: number;
  readonly letters: readonly Letter[];
  /** Drawn lines and the outlines of boxes. */
  readonly rules: readonly Box[];
  /** Remarks that were put on the page afterwards (notes of a PDF). */
  readonly remarks: readonly string[];
}

/** Text that stands together: a cell, a label, a value. */
export interface Segment extends Box {
  readonly text: string;
  readonly size: number;
  /** The number a cell of a workbook holds. */
  readonly value: number | null;
  /** "B12", in a workbook. */
  readonly cell: string | null;
}

export interface Line {
  /** From 0. */
  readonly page: number;
  /** Middle of the letters. */
  readonly y: number;
  readonly size: number;
  readonly segments: readonly Segment[];
}

export interface UprightRule {
  readonly x: number;
  readonly y0: number;
  readonly y1: number;
}
export interface LevelRule {
  readonly y: number;
  readonly x0: number;
  readonly x1: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly upright: readonly UprightRule[];
  readonly level: readonly LevelRule[];
  readonly remarks: readonly string[];
  /** The sheet it was made of. */
  readonly sheet: string | null;
}

/** Where something was read: a rectangle of a page; in a workbook the cell. */
export interface PaperPlace extends Box {
  /** From 1. */
  readonly page: number;
  readonly cell: string | null;
}

/** Where texts stand that belong together. In a workbook the first of them is pointed at. */
export const placeOf = ({ page }: Pick<Line, "page">, segments: readonly Segment[]): PaperPlace => ({
  page: page + 1,
  x0: Math.min(...segments.map(({ x0 }) => x0)),
  y0: Math.min(...segments.map(({ y0 }) => y0)),
  x1: Math.max(...segments.map(({ x1 }) => x1)),
  y1: Math.max(...segments.map(({ y1 }) => y1)),
  cell: segments[0]?.cell ?? null,
});

/** What was read, and where. */
export interface Found<Value = string> {
  readonly value: Value;
  readonly at: PaperPlace;
}
