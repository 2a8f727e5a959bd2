/** Outlines whose every level bears its sum: by a column of levels, by that of the amount or of the words, or by the blanks before these. */
import { toNumber, ZERO } from "../../money/fraction";
import { cellIn } from "../../workbook/workbook";
import { near } from "../sums/yen";
import { isTotalWord } from "../words/total-words";
import type { Draft } from "./draft";

type LevelOf = (draft: Draft) => number;

const FEWEST_LEVELS = 3;
const FEWEST_RIGHT = 2;

/**
 * Rows that stand over deeper ones. A column of levels is believed; the columns of the amounts are where what stands over
 * others is their sum, but for one in four, and blanks and columns of words where there are three levels as well.
 * @param column where the levels stand (階層 1, 2, 3); null where no column says them
 * @param amounts the columns of the amounts where each is a level, from the lines to the outermost sums; else none
 */
export function rowsOverDeeper(
  figures: readonly Draft[],
  column: number | null,
  amounts: readonly number[],
): ReadonlySet<Draft> {
  if (column !== null) return over(figures, ({ row }) => Number(cellIn(row, column)?.value ?? NaN));
  const byAmount: LevelOf = ({ row }) => -amounts.findIndex((at) => cellIn(row, at) !== undefined);
  for (const levelOf of [...(amounts.length > 1 ? [byAmount] : []), byBlanks, byColumn]) {
    if (levelOf !== byAmount && new Set(figures.map(levelOf)).size < FEWEST_LEVELS) continue;
    const found = over(figures, levelOf);
    const right = [...found].filter((draft) => isSum(figures, figures.indexOf(draft), levelOf)).length;
    if (right >= FEWEST_RIGHT && right * 4 >= found.size * 3) return found;
  }
  return new Set();
}

function over(figures: readonly Draft[], levelOf: LevelOf): ReadonlySet<Draft> {
  return new Set(
    figures.filter((draft, at) => {
      const next = figures[at + 1];
      return next !== undefined && levelOf(next) > levelOf(draft);
    }),
  );
}

/** Whether a row is the sum of those right below its level, or of all that stand over none. */
function isSum(figures: readonly Draft[], index: number, levelOf: LevelOf): boolean {
  const own = figures[index] as Draft;
  let [children, leaves, child] = [0, 0, Infinity];
  for (let at = index + 1; at < figures.length; at++) {
    const draft = figures[at] as Draft;
    const level = levelOf(draft);
    if (level <= levelOf(own)) break;
    if (isTotalWord(String(draft.text?.value ?? ""))) continue;
    if (level <= child) [children, child] = [children + yenOf(draft), level];
    const next = figures[at + 1];
    if (next === undefined || levelOf(next) <= level) leaves += yenOf(draft);
  }
  return [children, leaves].some((sum) => near(sum, yenOf(own)));
}

const yenOf = ({ money }: Draft): number => toNumber(money?.yen ?? ZERO);

/** How far its words are set in, in wide letters. */
function byBlanks({ text }: Draft): number {
  const blanks = /^[\s\u3000]*/.exec(String(text?.value ?? ""))?.[0] ?? "";
  return [...blanks].reduce((width, blank) => width + (blank === "\u3000" ? 1 : 0.5), 0);
}

const byColumn: LevelOf = ({ text }) => text?.column ?? 0;
