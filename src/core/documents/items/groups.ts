/** Which lines are one row of a table: by the rules between them, else by how close they stand. */
import { isOptionWord, isSectionHead } from "../words/labels";
import type { Line, Page, Segment } from "../page/paper";
import { isFigureText, type Column, type TableHead } from "./columns";
import type { Entry } from "./entries";

/**
 * In ruled tables what stands between two rules, else what stands closer to each other than rows do. A group holds one
 * line with an amount at most.
 */
export function grouped(entries: readonly Entry[], page: Page, head: TableHead): Entry[][] {
  const gaps = entries.map((entry, at) => (at === 0 ? Infinity : entry.line.y - (entries[at - 1] as Entry).line.y));
  const rowGaps = gaps
    .filter((_, at) => at > 0 && entries[at]?.kind === "row" && entries[at - 1]?.kind === "row")
    .sort((a, b) => a - b);
  const pitch = rowGaps[rowGaps.length >> 1] ?? Infinity;
  const parted = entries.map(
    (entry, at) => at === 0 || hasRuleBetween((entries[at - 1] as Entry).line, entry.line, page, head),
  );
  const ruled =
    entries.some(({ kind }, at) => at > 0 && kind === "row" && entries[at - 1]?.kind !== "total") &&
    rulesInside(entries, page, head);
  const names = nameEdge(entries);
  const group = entries.map((_, at) => at);
  const members = new Map(entries.map((entry, at) => [at, [entry]]));
  const join = (at: number, near: (above: readonly Entry[], below: readonly Entry[]) => boolean): void => {
    const [upper, lower] = [group[at - 1] as number, group[at] as number];
    const [above, below] = [members.get(upper) as Entry[], members.get(lower) as Entry[]];
    const all = [...above, ...below];
    if (all.some(({ kind }) => kind === "total" || kind === "end")) return;
    if (rowsIn(all) > 1 || isHeading(below) || isHeading(above) || !near(above, below)) return;
    members.set(upper, all);
    members.delete(lower);
    for (let n = at; n < group.length && group[n] === lower; n++) group[n] = upper;
  };
  const following = gaps.map((_, at) => at).slice(1);
  const closest = [...following].sort((a, b) => (gaps[a] as number) - (gaps[b] as number) || a - b);
  for (const at of closest) {
    const [gap, { size }] = [gaps[at] as number, (entries[at] as Entry).line];
    const isNear = ruled ? gap <= 4 * size : gap <= 2.2 * size + 2 && gap <= 0.82 * pitch;
    if (!parted[at] && isNear) join(at, () => true);
  }
  for (const at of following) {
    const [gap, { size }] = [gaps[at] as number, (entries[at] as Entry).line];
    if (gap <= (ruled ? 4 * size : 2.2 * size + 2)) join(at, (above, below) => continues(above, below, names));
  }
  return [...members].sort((a, b) => a[0] - b[0]).map(([, own]) => own);
}

const rowsIn = (entries: readonly Entry[]): number => entries.filter(({ kind }) => kind === "row").length;

const leftOf = ({ cells }: Entry): number =>
  Math.min(
    ...cells
      .flat()
      .filter(isName)
      .map(({ x0 }) => x0),
  );
const isName = (segment: Segment): boolean => !isFigureText(segment);

/** Where the names of most rows begin; NaN where they begin everywhere. */
function nameEdge(entries: readonly Entry[]): number {
  const edges = entries.filter(({ kind }) => kind === "row").map(leftOf);
  return edges.find((edge) => edges.filter((other) => Math.abs(other - edge) < 2).length * 2 > edges.length) ?? NaN;
}

/** Of lines as far from each other as rows are, or parted by rules as rows are, one that is set in goes on with the name above it. */
function continues(above: readonly Entry[], below: readonly Entry[], names: number): boolean {
  const [name, more] = [leftOf(above[0] as Entry), leftOf(below[0] as Entry)];
  return rowsIn([...above, ...below]) === 1 && Math.abs(name - names) < 2 && more > names + 3 && more < names + 30;
}

/** Words only, and they begin a section. */
function isHeading(group: readonly Entry[]): boolean {
  if (group.length !== 1 || group[0]?.kind !== "loose") return false;
  const text = group[0].cells
    .flat()
    .map((segment) => segment.text)
    .join(" ");
  return (
    /^[■□◆◇●＃#▼【<〈《]/.test(text) ||
    (isOptionWord(text) && isSectionHead(text)) ||
    /^(?:\d{1,2}|[ⅠⅡⅢⅣⅤ]|[A-Z])[.．](?!\d)/.test(text)
  );
}

/** More than the frame: rules part rows of the table from each other. */
function rulesInside(entries: readonly Entry[], page: Page, head: TableHead): boolean {
  const rows = entries.filter(({ kind }) => kind === "row");
  if (rows.length < 2) {
    const [only] = rows;
    return (
      only !== undefined &&
      page.level.some(
        ({ y, x0, x1 }) => y > only.line.y && y < only.line.y + 60 && x0 < head.left + 30 && x1 > head.right - 60,
      )
    );
  }
  let parted = 0;
  for (let at = 1; at < rows.length; at++)
    if (hasRuleBetween((rows[at - 1] as Entry).line, (rows[at] as Entry).line, page, head)) parted++;
  return parted * 2 >= rows.length - 1;
}

function hasRuleBetween(upper: Line, lower: Line, page: Page, head: TableHead): boolean {
  const name = head.columns.find(({ role }) => role === "name") ?? (head.columns[0] as Column);
  const middle = (name.x0 + name.x1) / 2;
  return page.level.some(({ y, x0, x1 }) => y > upper.y && y < lower.y && x0 < middle + 10 && x1 > middle - 10);
}
