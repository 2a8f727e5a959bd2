/** Letters → lines → segments. A line is what stands on one base line; a segment is text without a gap or a rule in it. */
import { withBrackets } from "./brackets";
import type { Letter, LetterPage, LevelRule, Page, Segment, UprightRule } from "./paper";
import { foldRadicals } from "./radicals";

/** How far two letters of one line may be apart in height, in letters. More joins wrapped cells with their row. */
const SAME_LINE = 0.3;
const WIDE_GAP = 0.9;
/** Figures stand closer in neighbouring columns than words do. */
const FIGURE_GAP = 0.55;
/** Between a figure and words behind it. */
const TURN_GAP = 0.6;
/** Between words of Latin letters. */
const WORD_GAP = 0.18;
/** A rule parts letters that keep a distance from it; a text that runs over its cell keeps none. */
const RULE_GAP = 0.15;

/** Of the font; a page that scales its text says 1, and the box must serve. */
const heightOf = ({ size, y0, y1 }: Letter): number => (size > 2 ? size : Math.max(y1 - y0, 1));
/** What the eye sees of a letter: boxes of fonts for many scripts are twice as high, and reach into the rows beside it. */
const seenOf = (letter: Letter): Pick<Letter, "y0" | "y1"> => ({
  y0: Math.max(letter.y0, letter.base - 0.95 * heightOf(letter)),
  y1: Math.min(letter.y1, letter.base + 0.25 * heightOf(letter)),
});
const middleOf = (letter: Letter): number => letter.base - 0.35 * heightOf(letter);

export function layOut(page: LetterPage, number: number): Page {
  const upright = uprightRules(page);
  const named = withBrackets(page.letters).map((letter) => ({ ...letter, text: foldRadicals(letter.text) }));
  const letters = horizontal(once(named));
  return {
    width: page.width,
    height: page.height,
    lines: linesOf(letters)
      .map(({ middle, size, letters: own }) => ({
        page: number,
        y: middle,
        size,
        segments: segmentsOf(own, upright),
      }))
      .filter(({ segments }) => segments.length > 0),
    upright,
    level: levelRules(page),
    remarks: page.remarks,
    sheet: null,
  };
}

/** Bold that is drawn as the same letter twice, a hair apart, is one letter. */
function once(letters: readonly Letter[]): Letter[] {
  const seen = new Set<string>();
  return letters.filter(({ text, x0, y0 }) => {
    const key = `${text}${Math.round(x0 / 1.5)},${Math.round(y0 / 1.5)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Without texts that run down the page, one letter below the other: seals and remarks on the margin. */
function horizontal(letters: readonly Letter[]): Letter[] {
  const down = new Set<number>();
  for (let from = 0; from < letters.length;) {
    let to = from;
    while (to + 1 < letters.length && isBelow(letters[to] as Letter, letters[to + 1] as Letter)) to++;
    if (to - from >= 3) for (let at = from; at <= to; at++) down.add(at);
    from = to + 1;
  }
  return letters.filter((_, at) => !down.has(at));
}

function isBelow(a: Letter, b: Letter): boolean {
  const size = Math.max(a.size, 1);
  const across = Math.abs((a.x0 + a.x1) / 2 - (b.x0 + b.x1) / 2);
  const down = b.base - a.base;
  return across < 0.2 * size && down > 0.6 * size && down < 1.3 * size;
}

interface Growing {
  base: number;
  middle: number;
  size: number;
  letters: Letter[];
}

function linesOf(letters: readonly Letter[]): Growing[] {
  const sorted = [...letters].sort((a, b) => a.base - b.base || a.x0 - b.x0);
  const lines: Growing[] = [];
  for (const letter of sorted) {
    const [base, middle, size] = [letter.base, middleOf(letter), heightOf(letter)];
    const home = lines
      .slice(-6)
      .reverse()
      .find((line) => Math.abs(line.base - base) < SAME_LINE * Math.min(line.size, size) + 0.3);
    if (home === undefined) {
      lines.push({ base, middle, size, letters: [letter] });
      continue;
    }
    home.letters.push(letter);
    const share = 1 / home.letters.length;
    home.base += (base - home.base) * share;
    home.middle += (middle - home.middle) * share;
    home.size += (size - home.size) * share;
  }
  return lines.sort((a, b) => a.middle - b.middle);
}

function segmentsOf(letters: readonly Letter[], upright: readonly UprightRule[]): Segment[] {
  const sorted = [...letters].sort((a, b) => a.x0 - b.x0);
  const middle = middleOf(sorted[0] as Letter);
  const crossing = upright.filter(({ y0, y1 }) => y0 < middle && y1 > middle);
  const segments: { text: string; x0: number; x1: number; y0: number; y1: number; size: number; pitch: number }[] = [];
  let last: Letter | null = null;
  for (const letter of sorted) {
    const open = segments[segments.length - 1];
    const gap = last === null ? Infinity : letter.x0 - last.x1;
    const em = Math.min(heightOf(letter), last === null ? Infinity : heightOf(last));
    const before = last;
    const ruled =
      before !== null && gap > RULE_GAP * em && crossing.some(({ x }) => x > before.x1 - 1.5 && x < letter.x0 + 1.5);
    const figures = before !== null && /[\d,.]/.test(before.text) && /[\d,.]/.test(letter.text);
    // A figure and the words of the next column.
    const turns =
      before !== null && /[\d)]/.test(before.text) && /[\u3041-\u9fff]/.test(letter.text) && gap > TURN_GAP * em;
    // Letters spread over a width have even gaps; the gap to the next column stands out.
    const spread =
      open !== undefined && open.text.length > 1 && Math.abs(gap - open.pitch) < 0.2 * em && gap < 2.5 * em;
    const parted =
      (gap > WIDE_GAP * em && !spread) || (figures && gap > FIGURE_GAP * em && !spread) || (turns && !spread);
    if (open === undefined || ruled || parted) {
      const { text, x0, x1 } = letter;
      segments.push({ text, x0, x1, ...seenOf(letter), size: heightOf(letter), pitch: gap });
    } else {
      const latin = before !== null && /[!-~]/.test(before.text) && /[!-~]/.test(letter.text);
      if (gap > WORD_GAP * em && latin && !spread && gap > open.pitch + 0.1 * em) open.text += " ";
      open.text += letter.text;
      open.x1 = Math.max(open.x1, letter.x1);
      open.y0 = Math.min(open.y0, seenOf(letter).y0);
      open.y1 = Math.max(open.y1, seenOf(letter).y1);
      if (open.text.length === 2) open.pitch = gap;
    }
    last = letter;
  }
  return segments
    .map(({ text, x0, x1, y0, y1, size }) => ({
      text: foldRadicals(text).trim(),
      x0,
      y0,
      x1,
      y1,
      size,
      value: null,
      cell: null,
    }))
    .filter(({ text }) => text !== "");
}

/** Lines and the sides of boxes; a fill as thin as a line is a line. */
function uprightRules({ rules }: LetterPage): UprightRule[] {
  return rules.flatMap(({ x0, y0, x1, y1 }): UprightRule[] => {
    if (y1 - y0 <= 6) return [];
    if (x1 - x0 < 3) return [{ x: (x0 + x1) / 2, y0, y1 }];
    return x1 - x0 > 12 && y1 - y0 > 8
      ? [
          { x: x0, y0, y1 },
          { x: x1, y0, y1 },
        ]
      : [];
  });
}

function levelRules({ rules }: LetterPage): LevelRule[] {
  return rules.flatMap(({ x0, y0, x1, y1 }): LevelRule[] => {
    if (x1 - x0 <= 20) return [];
    if (y1 - y0 < 3) return [{ y: (y0 + y1) / 2, x0, x1 }];
    return y1 - y0 > 8
      ? [
          { y: y0, x0, x1 },
          { y: y1, x0, x1 },
        ]
      : [];
  });
}
