/** Lines taxed at the reduced rate by a mark that the sheet itself explains: 「※印は軽減税率（8％）対象」. */
import { fold } from "../../text/fold";
import type { LineRead } from "../records/lines";
import type { Page } from "../tables/part";

const LEGEND = /^[(（]?(?:注\d*[)）:：]?\s*)?[「『"]?([※*★☆◎●○▲△◆◇#軽])[」』"]?(?:印|マーク)?.{0,12}?(?:軽減|8\s*%)/;
const LONGEST_LEGEND = 40;

/** The lines of a page, those that bear the mark at 8 %; lines with a rate of their own keep it. */
export function atMarkedRate(lines: readonly LineRead[], { grid }: Page): readonly LineRead[] {
  const marks = marksOf(grid);
  if (marks.size === 0) return lines;
  const isMark = (text: string): boolean => marks.has(fold(text).trim());
  return lines.map((read) => {
    const { line } = read;
    if (line.taxRate !== null) return read;
    const words = [line.description, line.specification, line.note].filter((text) => text !== null).map(fold);
    const isMarked =
      words.some((text) => signsOf(text).some(isMark)) ||
      (grid.row(line.row)?.cells ?? []).some(({ value }) => typeof value === "string" && isMark(value));
    return isMarked ? { ...read, line: { ...line, taxRate: 8 } } : read;
  });
}

/** ※玄米, 玄米 ※, 玄米（軽）, [※] 玄米; the 軽 of 軽量棚 is a letter of its word. */
const signsOf = (text: string): readonly string[] =>
  [/^(?!軽[\p{L}\p{N}])./u, /.(?<![\p{L}\p{N}]軽)$/u, /(?<=^[([【]).(?=[)\]】])/u, /(?<=[([【]).(?=[)\]】]$)/u].flatMap(
    (sign) => sign.exec(text)?.[0] ?? [],
  );

function marksOf(grid: Page["grid"]): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const { cells } of grid.sheet.rows) {
    if (cells.length > MOST_BESIDE_A_LEGEND) continue;
    for (const { value } of cells) {
      if (typeof value !== "string" || value.length > LONGEST_LEGEND || !MAY_EXPLAIN.test(value)) continue;
      const mark = LEGEND.exec(fold(value).trim())?.[1];
      if (mark !== undefined) marks.add(mark);
    }
  }
  return marks;
}

/** Cheap refusals: lines have more cells than a note below them. */
const MOST_BESIDE_A_LEGEND = 3;
const MAY_EXPLAIN = /軽減|[8８]\s*[%％]/;
