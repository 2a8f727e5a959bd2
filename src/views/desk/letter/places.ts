/** Where something is, as a letter tells it. */
import type { Examined, ExaminedFinding } from "../../../core/desk/examined";
import { lineOf } from "../../../core/desk/subject";
import type { Asked } from "./asked";
import { isList } from "./lists";

/** Every row by its name; many in one column by their numbers. */
export function placesOf(examined: Examined, group: readonly Asked[]): string[] {
  const [first] = group as [Asked, ...Asked[]];
  const columns = new Set(group.map(({ cell }) => cell?.replace(/\d+$/, "")));
  const rows = rowsOf(group);
  if (!isList(group) || rows.length < 2 || columns.size > 1)
    return [...new Set(group.map((finding) => placeText(examined, finding)))];
  return [`シート「${first.sheet ?? ""}」 ${runsOf(rows)}行目（${[...columns][0] ?? ""}列）`];
}

export const rowsOf = (group: readonly Asked[]): number[] =>
  [...new Set(group.flatMap(({ row }) => (row === null ? [] : [row])))].sort((a, b) => a - b);

/** 5, 6, 7, 9 → "5～7、9" */
function runsOf(rows: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last !== undefined && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${String(from)}～${String(to)}`)).join("、");
}

function placeText(examined: Examined, finding: ExaminedFinding): string {
  if (finding.sheet === null) return "予算書全体";
  const line = lineOf(examined, finding);
  const name = line === null || finding.what.includes(line.description) ? "" : `「${line.description}」`;
  const row = finding.row === null ? "" : `${String(finding.row)}行目`;
  const cell = finding.cell === null ? "" : `（${finding.cell} セル）`;
  return `シート「${finding.sheet}」${row === "" ? "" : " "}${row}${name}${cell}`;
}
