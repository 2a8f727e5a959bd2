/** Outlines whose every level bears its sum: by a column of levels, by that of the amount or of the words, or by the blanks before these. */
import { toNumber, ZERO } from "../../money/fraction";
import { cellIn } from "../../workbook/workbook";
import { digitsOf, near } from "../sums/yen";
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
 * @param isBare without a price or a count
 */
export function rowsOverDeeper(
  figures: readonly Draft[],
  column: number | null,
  amounts: readonly number[],
  isBare: (draft: Draft) => boolean,
): ReadonlySet<Draft> {
  if (column !== null) return over(figures, ({ row }) => Number(cellIn(row, column)?.value ?? NaN));
  const byAmount: LevelOf = ({ row }) => -amounts.findIndex((at) => cellIn(row, at) !== undefined);
  for (const levelOf of [...(amounts.length > 1 ? [byAmount] : []), byBlanks, byColumn]) {
    if (levelOf !== byAmount && new Set(figures.map(levelOf)).size < FEWEST_LEVELS) continue;
    const found = over(figures, levelOf);
    const right = [...found].filter((draft) => isSum(figures, figures.indexOf(draft), levelOf)).length;
    if (right >= FEWEST_RIGHT && right * 4 >= found.size * 3) return found;
  }
  return headsOfGroups(figures, isBare);
}

/**
 * ソフト開発 2,830 over 2,100 and 730, 機器 418 over 168, 192 and 58: each first row is the sum of those that follow, to the next
 * such row, and no row is left over. One such group may come about by chance.
 */
function headsOfGroups(figures: readonly Draft[], isBare: (draft: Draft) => boolean): ReadonlySet<Draft> {
  const heads = new Set<Draft>();
  const rows = figures.filter(({ text }) => !isTotalWord(String(text?.value ?? "")));
  for (let at = 0; at < rows.length;) {
    const head = rows[at] as Draft;
    if (!isBare(head)) return NONE;
    let [sum, of] = [0, 0];
    for (at++; at < rows.length && (of < FEWEST_PARTS || !near(sum, yenOf(head))); at++, of++) {
      const yen = yenOf(rows[at] as Draft);
      if (yen <= 0) return NONE;
      sum += yen;
    }
    if (of < FEWEST_PARTS || !near(sum, yenOf(head)) || digitsOf(sum) < FEWEST_DIGITS) return NONE;
    heads.add(head);
  }
  return heads.size < FEWEST_RIGHT ? NONE : heads;
}

const NONE: ReadonlySet<Draft> = new Set();
const FEWEST_PARTS = 2;
const FEWEST_DIGITS = 2;

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
