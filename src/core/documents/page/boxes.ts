/**
 * Printed forms have a box for every digit of a figure, or one for every three: what stands in them at one distance, line
 * after line, is one figure. Whether it is, the sums of the paper say; so this is a second look at its pages.
 */
import type { Line, Page, Segment } from "./paper";

interface Run {
  readonly line: Line;
  /** Index of its first segment, a sign in a box of its own included, and behind its last. */
  readonly from: number;
  readonly to: number;
  readonly pitch: number;
  readonly right: number;
}

/** Digits in a box; a first box may hold fewer. */
const IN_A_BOX = [1, 3] as const;
/** So many lines make a column of boxes. */
const LEAST_LINES = 2;
/** How far a digit may stand off its place, in boxes. */
const OFF = 0.3;
/** A box is no wider, in letters; cells of a sheet are. */
const WIDEST = 3.5;

/** null where no figure stands in boxes. */
export function withFiguresOutOfBoxes(pages: readonly Page[]): Page[] | null {
  let any = false;
  const joined = pages.map((page): Page => {
    const runs = IN_A_BOX.flatMap((digits) => runsOf(page, digits));
    if (runs.length === 0) return page;
    any = true;
    return {
      ...page,
      lines: page.lines.map((line) =>
        join(
          line,
          runs.filter((run) => run.line === line),
        ),
      ),
    };
  });
  return any ? joined : null;
}

/** Of a column of boxes every figure of two digits and more. */
function runsOf(page: Page, digits: 1 | 3): Run[] {
  const found = page.lines.flatMap((line) => runsIn(line, page, digits));
  const isLong = ({ from, to }: Run): boolean => to - from > (digits === 1 ? 2 : 1);
  const columns = found.filter(
    (run) =>
      isLong(run) &&
      new Set(found.filter((it) => isLong(it) && isUnder(it, run)).map(({ line }) => line)).size >= LEAST_LINES,
  );
  return found.filter((run) => columns.some((column) => isUnder(run, column)));
}

/** Both have boxes of one width, and their digits stand under each other. */
function isUnder(run: Run, other: Run): boolean {
  const boxes = (run.right - other.right) / other.pitch;
  return (
    Math.abs(run.pitch / other.pitch - 1) < OFF && Math.abs(boxes) < 12 && Math.abs(boxes - Math.round(boxes)) < OFF
  );
}

function runsIn(line: Line, page: Page, digits: 1 | 3): Run[] {
  const { segments } = line;
  const [first, further] = digits === 1 ? [/^[¥￥\\△▲-]?\d$/, /^\d$/] : [/^[¥￥\\△▲-]?\d{1,3}$/, /^\d{3}$/];
  const runs: Run[] = [];
  for (let from = 0; from + 1 < segments.length; from++) {
    const [one, next] = [segments[from], segments[from + 1]] as [Segment, Segment];
    const width = next.x1 - one.x1;
    if (!first.test(one.text) || !further.test(next.text)) continue;
    if (page.sheet === null && width > WIDEST * digits * one.size) continue;
    const parts = [one];
    const rule = ruleBetween(one, next, line, page);
    for (let at = from + 1; at < segments.length; at++) {
      const [before, part] = [segments[at - 1], segments[at]] as [Segment, Segment];
      const mean = parts.length === 1 ? width : (before.x1 - one.x1) / (parts.length - 1);
      if (!further.test(part.text) || Math.abs(part.x1 - before.x1 - mean) > OFF * mean) break;
      // Between columns the rule goes up into the heading.
      if (ruleBetween(before, part, line, page) > rule + part.size / 2) break;
      parts.push(part);
    }
    if (parts.length < 2) continue;
    const sign = segments[from - 1];
    const signed = sign !== undefined && /^[¥￥\\△▲-]$/.test(sign.text) && one.x1 - sign.x1 < 1.5 * width;
    const right = (parts[parts.length - 1] as Segment).x1;
    const to = from + parts.length;
    runs.push({ line, from: signed ? from - 1 : from, to, pitch: (right - one.x1) / (parts.length - 1), right });
    from = to - 1;
  }
  return runs;
}

/** How long the rule is between two texts of a line; 0 where there is none. */
const ruleBetween = (left: Segment, right: Segment, line: Line, { upright }: Page): number =>
  Math.max(
    0,
    ...upright
      .filter(({ x, y0, y1 }) => y0 < line.y && y1 > line.y && x > left.x1 - 2 && x < right.x0 + 2)
      .map(({ y0, y1 }) => y1 - y0),
  );

function join(line: Line, runs: readonly Run[]): Line {
  if (runs.length === 0) return line;
  const segments = line.segments.flatMap((segment, at): Segment[] => {
    const run = runs.find(({ from, to }) => at >= from && at < to);
    if (run === undefined) return [segment];
    if (at > run.from) return [];
    const parts = line.segments.slice(run.from, run.to);
    const text = parts.map((part) => part.text).join("");
    return [{ ...segment, text, x1: run.right, value: segment.value === null ? null : Number(text) }];
  });
  return { ...line, segments };
}
