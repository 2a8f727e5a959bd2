/** Columns beside each other that say what each member of a consortium bears of a line: 代表 | 構成員A | 構成員B. */
import {
  add,
  compare,
  divide,
  floor,
  fraction,
  inProportion,
  ONE,
  toNumber,
  ZERO,
  type Fraction,
} from "../../money/fraction";
import { compact, oneLine } from "../../text/fold";
import { readNumber } from "../../text/number";
import { cellIn, type Row } from "../../workbook/workbook";
import type { MemberReading, MemberYen } from "../reading";
import { moneyOf } from "../records/values";
import type { HeaderColumn, Table } from "../tables/table";
import { scaleOf } from "../words/headers";
import { isBody } from "../words/firms";
import { isLead, memberIn, OF_MEMBERS, roleIn, shortName } from "../words/members";
import { hasFigures, sampleOf } from "./amount-values";

export interface MemberColumn {
  readonly column: number;
  readonly right: number;
  readonly header: string;
  /** null: it cannot be told which of the members the header means. */
  readonly member: string | null;
  /** Yen per figure that the header states. */
  readonly scale: number | null;
}

type Member = Pick<MemberReading, "name" | "role">;

/** @param members as the workbook lists them; where it lists none, headers that say so name them */
export function memberColumns(table: Table, members: readonly Member[]): readonly MemberColumn[] {
  const isListed = members.length > 1;
  const isOwn = ({ text }: HeaderColumn): boolean =>
    text !== "" && (roleIn(text) !== null || (isListed ? namedIn(text, members) !== undefined : isBody(text)));
  // Most tables name no members above their columns, and need not be sampled for it.
  if (!table.columns.some(isOwn)) return [];
  const sample = sampleOf(table);
  const headed = table.columns.filter((column) => column.text !== "" && hasFigures(sample, column));
  const own = headed.filter(isOwn);
  const found = isListed ? withNeighbours(own, headed, members.length) : own;
  if (found.length < 2) return [];
  const named = isListed ? assigned(found, members) : namedByHeaders(table, found);
  const isTold = new Set(named).size === found.length && !named.includes(null);
  return found.map(({ column, right, text, meaning }, index) => ({
    column,
    right,
    header: oneLine(text),
    member: isTold ? (named[index] ?? null) : null,
    scale: meaning?.scale ?? scaleOf(compact(text)),
  }));
}

/** 北響工大 beside しらぬい精機: what means nothing else may be a member by a name that only people know. */
function withNeighbours(
  own: readonly HeaderColumn[],
  headed: readonly HeaderColumn[],
  count: number,
): readonly HeaderColumn[] {
  const [first, last] = [headed.indexOf(own[0] as HeaderColumn), headed.indexOf(own.at(-1) as HeaderColumn)];
  if (own.length === 0 || own.length + 1 !== count) return own;
  const beside = [headed[first - 1], ...headed.slice(first, last), headed[last + 1]].filter(
    (column) => column !== undefined && !own.includes(column) && (column.meaning?.fields.length ?? 0) === 0,
  );
  const [only] = beside;
  return only === undefined || beside.length > 1
    ? own
    : headed.filter((column) => column === only || own.includes(column));
}

/** Firms beside each other may as well be those that offer or sell: something has to say that they are members. */
function namedByHeaders(table: Table, columns: readonly HeaderColumn[]): (string | null)[] {
  const around = [table.grid.name, table.title ?? "", ...table.above.map(({ text }) => text)];
  const isOfMembers =
    columns.some(({ text }) => roleIn(text) !== null) ||
    [...around, ...columns.map(({ text }) => text)].some((text) => OF_MEMBERS.test(compact(text)));
  return columns.map(({ text }) => (isOfMembers ? oneLine(text) : null));
}

/** By name; else by role; the last header that is left is the last member's. */
function assigned(columns: readonly HeaderColumn[], members: readonly Member[]): (string | null)[] {
  const names = columns.map(({ text }) => (namedIn(text, members) ?? withRole(text, members))?.name ?? null);
  const left = members.filter(({ name }) => !names.includes(name));
  const [last] = left;
  const isOneLeft = left.length === 1 && names.filter((name) => name === null).length === 1;
  return isOneLeft ? names.map((name) => name ?? (last as Member).name) : names;
}

function namedIn(header: string, members: readonly Member[]): Member | undefined {
  const name = memberIn(
    header,
    members.map((member) => member.name),
  );
  if (name !== null) return members.find((member) => member.name === name);
  // うち しらぬい精機 分
  const within = members.filter((member) => {
    const short = shortName(member.name);
    return short.length >= 2 && compact(header).includes(short);
  });
  return within.length === 1 ? within[0] : undefined;
}

function withRole(header: string, members: readonly Member[]): Member | undefined {
  const role = roleIn(header);
  const same = members.filter((member) => {
    const own = member.role === null ? null : roleIn(member.role);
    return own !== null && (own === role || (isLead(own) && role !== null && isLead(role)));
  });
  return same.length === 1 ? same[0] : undefined;
}

interface Borne {
  /** Whole yen, together the amount of the row; empty where the columns do not say how it is divided. */
  readonly shares: readonly MemberYen[];
  readonly isUndivided: boolean;
}

const NOBODY: Borne = { shares: [], isUndivided: false };

/** Figures below this that come to nothing of the row are hours or days of a member rather than yen. */
const LEAST_MONEY = 100;

/**
 * What each bears of an amount, exact yen, where the figures below them come to it, or to what the row has a share of.
 * @param others its amount in the other tax treatment, and how many it buys
 * @param scale yen per figure where a header says nothing
 */
export function borneBy(
  columns: readonly MemberColumn[],
  row: Row,
  amount: Fraction | null,
  others: readonly (Fraction | null)[],
  scale: number,
): Borne {
  if (columns.length === 0 || amount === null) return NOBODY;
  const figures = sharesIn(columns, row) ?? columns.map((column) => figureIn(column, row, scale));
  const sum = figures.reduce(add, ZERO);
  const isWhole = sum.n !== 0n && [amount, ...others, ONE].some((whole) => whole !== null && compare(sum, whole) === 0);
  const isTold = columns.every(({ member }) => member !== null);
  const isMoney = figures.some((figure) => compare(figure, fraction(LEAST_MONEY)) >= 0);
  if (!isWhole || !isTold) return { shares: [], isUndivided: isMoney && isWhole !== isTold };
  const yen = inProportion(amount, figures);
  // Fractions of a yen stand with the first.
  let rest = floor(amount) - yen.reduce((all, one) => all + one, 0);
  const shares = columns.flatMap(({ member }, index): MemberYen[] => {
    if (figures[index]?.n === 0n) return [];
    const own = (yen[index] as number) + rest;
    rest = 0;
    return [{ member: member as string, yen: own }];
  });
  return { shares, isUndivided: false };
}

/** 60% and 40%, 0.6 and 0.4, or 60 and 40 under 負担割合; null where they are not what the whole is made of. */
function sharesIn(columns: readonly MemberColumn[], row: Row): readonly Fraction[] | null {
  const shares = columns.map((column) => shareIn(column, row));
  const isWhole = Math.abs(toNumber(shares.reduce(add, ZERO)) - 1) < FROM_THE_WHOLE;
  return isWhole ? shares : null;
}

/** As a part of one. */
function shareIn({ column, right, header }: MemberColumn, row: Row): Fraction {
  for (let at = column; at <= right; at++) {
    const said = String(cellIn(row, at)?.value ?? "");
    const figure = readNumber(said.replace(PERCENT, ""))?.value;
    if (figure === undefined) continue;
    const isOfHundred = PERCENT.test(said) || (OF_SHARES.test(compact(header)) && compare(figure, ONE) > 0);
    return isOfHundred ? divide(figure, HUNDRED) : figure;
  }
  return ZERO;
}

const PERCENT = /\s*[%％]\s*$/;
const OF_SHARES = /割合|比率|負担率|按分|%/;
const HUNDRED = fraction(100);
/** 33.3% three times. */
const FROM_THE_WHOLE = 0.0015;

function figureIn({ column, right, scale: own }: MemberColumn, row: Row, scale: number): Fraction {
  for (let at = column; at <= right; at++) {
    const yen = moneyOf(cellIn(row, at), own ?? scale)?.yen ?? null;
    if (yen !== null) return yen;
  }
  return ZERO;
}
