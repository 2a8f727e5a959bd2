/** One request for several rows: what is said of all, and then what each has of its own. */
import type { Asked } from "./asked";
import { differing, parted, shapeOf, slotsOf, withSlots } from "./slots";

/** Whether one request is meant for all, but for one figure that each row has of its own. */
export function isList(group: readonly Asked[]): boolean {
  const [first] = group;
  if (first === undefined || group.length < 2 || new Set(group.map(({ sheet }) => sheet)).size > 1) return false;
  if (group.some(({ cell }) => cell === null) || new Set(group.map(({ cell }) => cell)).size < group.length)
    return false;
  const [names, figures] = parted(first.todo, differing(group.map(({ todo }) => todo)));
  return names.length === 0 && figures.length <= 1;
}

/** Whether of each row only its name and one amount are of its own: anything else would be lost in a list of them. */
function isShort(group: readonly Asked[]): boolean {
  const [first] = group;
  if (first === undefined || !isList(group) || new Set(group.map(({ what }) => shapeOf(what))).size > 1) return false;
  const [names, amounts] = parted(first.what, differing(group.map(({ what }) => what)));
  return names.length === 1 && amounts.length <= 1;
}

/** "各項目の金額は税込です。" and then the rows. */
export function pointsOf(group: readonly Asked[]): string[] {
  const [first] = group as [Asked, ...Asked[]];
  const whats = group.map(({ what }) => what);
  if (!isShort(group)) return isList(group) ? group.map(({ cell, what }) => atCell(cell, what)) : whats;
  const own = differing(whats);
  return [
    withSlots(first.what, own, { name: "各項目", amount: "金額" }),
    ...group.map(({ cell, what }) => atCell(cell, own.map((slot) => slotsOf(what)[slot]).join(" "))),
  ];
}

/**
 * "次の金額に直してください。" and then the figures. Of one cell that is wrong in two ways, the last request: what a paper says
 * outweighs what was computed.
 */
export function requestsOf(group: readonly Asked[]): string[] {
  const figures = figuresOf(group);
  if (figures.length === 0) return [(group.at(-1) as Asked).todo];
  return [
    withSlots((group[0] as Asked).todo, figures, { name: "", amount: "次の金額" }),
    ...group.map(({ cell, todo }) => atCell(cell, figures.map((slot) => slotsOf(todo)[slot]).join(" "))),
  ];
}

const figuresOf = (group: readonly Asked[]): number[] =>
  isList(group) ? differing(group.map(({ todo }) => todo)) : [];
export const atCell = (cell: string | null, text: string): string => `${cell ?? ""}：${text}`;
