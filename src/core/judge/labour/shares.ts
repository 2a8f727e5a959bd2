/** What of a line of wages belongs to which item and member: to each what the people are whom the line stands for. */
import type { LabourState, LineState, Share } from "../state";
import type { Category } from "../../scheme/scheme";

/** Yen that a row counts within a line. */
export interface RowYen {
  readonly row: LabourState;
  readonly yen: number;
  /** Other lines stand for the row, too. */
  readonly isShared: boolean;
}

/**
 * The scheme's items that the rows say they are of, in their order. Empty where no row says what it is, where the scheme
 * has no item for wages, and where a person decided: then all of it is what the line is.
 */
export function itemsOfRows({ labourRows, corrected }: LineState): readonly Category[] {
  if (corrected || !labourRows.some(({ isKindTold }) => isKindTold)) return [];
  return [...new Set(labourRows.flatMap(({ item }) => (item === null ? [] : [item])))];
}

/** @returns empty where the whole line is of one item and member */
export function sharesOf(line: LineState, counted: readonly RowYen[]): readonly Share[] {
  const { classification, read } = line;
  const own = { major: classification.major, middle: classification.middle, minor: classification.minor };
  const isByRow = itemsOfRows(line).length > 0;
  const drafts = new Map<string, Omit<Share, "claimed"> & { readonly stated: number }>();
  for (const { row, yen, isShared } of counted) {
    const { item } = row;
    const of =
      !isByRow || item === null || item.middle === own.middle
        ? own
        : { major: item.major, middle: item.middle, minor: null };
    const member = read.member ?? row.read.member;
    const key = JSON.stringify([of.middle, of.minor, member]);
    const before = drafts.get(key);
    const stated = isShared ? yen : (row.read.statedAmount ?? row.amount ?? 0);
    drafts.set(key, {
      ...of,
      member,
      eligible: (before?.eligible ?? 0) + yen,
      stated: (before?.stated ?? 0) + stated,
    });
  }
  const isWhole = [...drafts.values()].every(({ middle, member }) => middle === own.middle && member === read.member);
  return isWhole ? [] : withClaims([...drafts.values()], read.amount);
}

/** What the line claims, as the rows state it; what they do not add up to stands with the first. */
function withClaims(
  drafts: readonly (Omit<Share, "claimed"> & { readonly stated: number })[],
  amount: number | null,
): Share[] {
  const isAllCounted = drafts.reduce((sum, { eligible }) => sum + eligible, 0) === amount;
  let left = amount ?? 0;
  return drafts
    .toReversed()
    .map(({ stated, ...share }, index): Share => {
      const wanted = isAllCounted ? share.eligible : index === drafts.length - 1 ? left : Math.min(stated, left);
      left -= wanted;
      return { ...share, claimed: amount === null ? null : wanted };
    })
    .toReversed();
}
