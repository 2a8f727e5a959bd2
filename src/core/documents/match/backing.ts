/** What a document, or items of it, back in the budget's tax treatment, and how a line's amount relates to that. */
import type { DocumentItem, DocumentRead } from "../document";
import type { MatchConditions, MatchLine } from "./matching";

type Relation = "equal" | "tax-treatment" | "discount" | "quantity" | "amount";

export interface Backing {
  readonly relation: Relation;
  readonly difference: number | null;
}

const rateOf = (document: DocumentRead, item: DocumentItem | null): number =>
  item?.taxRate ?? (document.taxByRate.length === 1 ? (document.taxByRate[0]?.rate ?? 10) : 10);

const out = (yen: number, rate: number): number => Math.floor((yen * 100) / (100 + rate));
const onTop = (yen: number, rate: number): number => Math.floor((yen * (100 + rate)) / 100);

/** Yen; null as soon as one of them is unknown. */
export const sumOrNull = (yen: readonly (number | null)[]): number | null =>
  yen.reduce<number | null>((sum, it) => (sum === null || it === null ? null : sum + it), 0);

/** Yen of one item, in the treatment. */
export function itemYen(document: DocumentRead, item: DocumentItem, tax: MatchConditions["tax"]): number | null {
  if (item.amount === null) return null;
  const rate = rateOf(document, item);
  if (tax === "exclusive") return document.taxIncluded === true ? out(item.amount, rate) : item.amount;
  return document.taxIncluded === false ? onTop(item.amount, rate) : item.amount;
}

/** Yen of the whole document, in the treatment. */
export function wholeYen(document: DocumentRead, tax: MatchConditions["tax"]): number | null {
  const { net, gross } = document;
  const rate = rateOf(document, null);
  if (tax === "exclusive") return net ?? (gross === null ? null : out(gross, rate));
  return gross ?? (net === null ? null : onTop(net, rate));
}

/** The same in the other treatment: a line that is this carries tax where it must not, or the reverse. */
function otherYen(
  document: DocumentRead,
  items: readonly DocumentItem[] | null,
  tax: MatchConditions["tax"],
): readonly number[] {
  const rate = rateOf(document, items?.[0] ?? null);
  if (items === null) {
    const { net, gross } = document;
    if (tax === "inclusive") return net === null ? [] : [net];
    const own = wholeYen(document, tax);
    return [...(gross === null ? [] : [gross]), ...(gross === null && own !== null ? around(own, rate) : [])];
  }
  const raw = items.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  if (tax === "inclusive") return document.taxIncluded === true ? [out(raw, rate)] : [raw];
  if (document.taxIncluded === true) return [raw];
  const each = items.reduce((sum, item) => sum + onTop(item.amount ?? 0, rateOf(document, item)), 0);
  return [...around(raw, rate), each];
}

const around = (yen: number, rate: number): number[] => {
  const exact = (yen * (100 + rate)) / 100;
  return [Math.floor(exact), Math.round(exact), Math.ceil(exact)];
};

const discountOf = (document: DocumentRead, tax: MatchConditions["tax"]): number =>
  document.items
    .filter(({ amount, optional }) => !optional && amount !== null && amount < 0)
    .reduce((sum, item) => sum - (itemYen(document, item, tax) ?? 0), 0);

/** How an amount relates to what items of a document, or the whole of it, back. */
export function relate(
  amount: number | null,
  line: Pick<MatchLine, "unitPrice" | "quantity"> | null,
  document: DocumentRead,
  items: readonly DocumentItem[] | null,
  tax: MatchConditions["tax"],
): Backing {
  const backed =
    items === null ? wholeYen(document, tax) : sumOrNull(items.map((item) => itemYen(document, item, tax)));
  if (amount === null || backed === null) return { relation: "amount", difference: null };
  const difference = amount - backed;
  if (difference === 0) return { relation: "equal", difference };
  if (otherYen(document, items, tax).includes(amount)) return { relation: "tax-treatment", difference };
  const discount = discountOf(document, tax);
  if (discount > 0 && difference === discount && (items === null || items.some((item) => (item.amount ?? 0) < 0)))
    return { relation: "discount", difference };
  const only =
    items?.length === 1 ? items[0] : items === null && document.items.length === 1 ? document.items[0] : undefined;
  if (line !== null && only !== undefined && difference < 0) {
    const price =
      only.unitPrice === null
        ? null
        : document.taxIncluded === true && tax === "exclusive"
          ? out(only.unitPrice, rateOf(document, only))
          : only.unitPrice;
    const fewer = line.quantity !== null && only.quantity !== null && line.quantity < only.quantity;
    if (fewer && price !== null && line.unitPrice === price) return { relation: "quantity", difference };
  }
  return { relation: "amount", difference };
}
