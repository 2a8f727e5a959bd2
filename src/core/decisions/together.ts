/** Decisions of several people on one workbook: put together, and told apart. */
import type { Correction, Decisions } from "./decision";
import type { Saved } from "./saved";
import type { DecisionsMode } from "./weigh";

/** What a check follows from, besides the workbook's cells. */
export interface InForce extends Pick<Saved, "settings" | "decisions"> {
  /** What the workbook brought along and somebody else decided, and what becomes of it. */
  readonly others: Others;
}

export interface Others {
  readonly mode: DecisionsMode;
  readonly decisions: Decisions;
}

/** Any one of them. */
export type OneDecision = NonNullable<Decisions[keyof Decisions]>[number];

export const everyOne = ({ corrections, waivers, columns, rows = [], matches = [], typed = [] }: Decisions) =>
  [waivers, corrections, columns, rows, matches, typed].flat() as readonly OneDecision[];

/** Those that are wanted, in their order. */
export function only(decisions: Decisions, isWanted: (one: OneDecision) => boolean): Decisions {
  const { corrections, waivers, columns, rows, matches, typed } = decisions;
  return {
    corrections: corrections.filter(isWanted),
    waivers: waivers.filter(isWanted),
    columns: columns.filter(isWanted),
    ...(rows === undefined ? {} : { rows: rows.filter(isWanted) }),
    ...(matches === undefined ? {} : { matches: matches.filter(isWanted) }),
    ...(typed === undefined ? {} : { typed: typed.filter(isWanted) }),
  };
}

/** All of both. Of two for one line, one sheet or one paper `over` holds, and the other is left out. */
export function together(under: Decisions, over: Decisions): Decisions {
  const corrections = under.corrections.filter((one) => !over.corrections.some((other) => isSameLine(one, other)));
  const columns = under.columns.filter(({ sheet }) => !over.columns.some((other) => other.sheet === sheet));
  const typed = under.typed?.filter(({ digest }) => !over.typed?.some((other) => other.digest === digest));
  return {
    corrections: [...corrections, ...over.corrections],
    waivers: [...under.waivers, ...over.waivers],
    columns: [...columns, ...over.columns],
    ...both("rows", under.rows, over.rows),
    ...both("matches", under.matches, over.matches),
    ...both("typed", typed, over.typed),
  };
}

export const isSameLine = (one: Correction, other: Correction): boolean =>
  one.description === other.description && one.vendor === other.vendor;

const both = <Name extends string, One>(name: Name, under?: readonly One[], over?: readonly One[]) =>
  under === undefined && over === undefined ? {} : { [name]: [...(under ?? []), ...(over ?? [])] };
