/** How an estimate makes up its sum. */
import { plain } from "../../text/plain";
import type { DocumentItem } from "../document";
import { itemsLike, type FindFault } from "./fault";

const OVERHEAD = /諸経費|現場管理費|一般管理費|共通仮設費|雑費|管理費$|その他経費|諸掛/;
const isOverhead = ({ name }: DocumentItem): boolean => OVERHEAD.test(plain(name));
const isLump = (item: DocumentItem): boolean =>
  (item.unit === "式" || /一式|1式/.test(plain(item.name))) &&
  (item.quantity ?? 1) === 1 &&
  item.spec === null &&
  (item.amount ?? 0) > 0 &&
  !isOverhead(item);

/** 一式 for half of the sum or more: nobody can see what it is made of. */
export const lump: FindFault = (document) => {
  const counted = document.items.filter(({ optional, amount }) => !optional && (amount ?? 0) > 0);
  const sum = (items: readonly DocumentItem[]): number => items.reduce((all, { amount }) => all + (amount ?? 0), 0);
  const lumps = counted.filter(isLump);
  return sum(lumps) * 2 >= sum(counted) && lumps.length > 0 ? lumps.map(({ name }) => name) : [];
};

export const overhead: FindFault = (document) =>
  itemsLike(document, (item) => isOverhead(item) && (item.amount ?? 0) > 0);

/** One deduction for several items: what of it belongs to which is not told. */
export const discount: FindFault = (document) => {
  const several = document.items.filter(({ optional, amount }) => !optional && (amount ?? 0) > 0).length > 1;
  return several ? itemsLike(document, ({ amount }) => (amount ?? 0) < 0) : [];
};

/** Neither words nor sums say whether tax is in it. */
export const taxBasis: FindFault = ({ taxIncluded, items, problem }) =>
  taxIncluded === null && items.length > 0 && problem === null ? [""] : [];

export const sumWrong: FindFault = ({ problem }) => (problem === "arithmetic" ? [""] : []);
