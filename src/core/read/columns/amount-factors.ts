/** Prices and counts beside the amount that they make. */
import { compact } from "../../text/fold";
import type { AmountCandidate, WeighedCandidate } from "./amount-candidate";
import type { FieldColumn } from "./field-column";
import { multiplyTo } from "./product";

interface Factors {
  readonly price: AmountCandidate | null;
  readonly counts: readonly AmountCandidate[];
}

/** Columns that no word names, but that multiply to the amounts with those that are named: the greatest is the price. */
export function factorsBeside(
  chosen: AmountCandidate,
  candidates: readonly WeighedCandidate[],
  columns: readonly FieldColumn[],
): Factors {
  const byWords = { price: priceBeside(chosen, candidates, columns), counts: [] };
  const isOwn = (column: number): boolean => column === chosen.column || chosen.set?.includes(column) === true;
  const of = candidates
    .map(({ candidate }) => candidate)
    .filter(({ set, column }) => set === undefined && !isOwn(column));
  const isPrice = ({ field }: AmountCandidate): boolean => field?.startsWith("unitPrice") === true;
  const named = of.filter((candidate) => isPrice(candidate) || candidate.field === "quantity");
  const price = named.find(isPrice) ?? byWords.price;
  const known = price === null || named.includes(price) ? named : [...named, price];
  const free = of.filter(
    (candidate) =>
      candidate !== price &&
      (candidate.field === null || candidate.field === "month") &&
      !candidate.isMonth &&
      candidate.word !== "" &&
      candidate.values.nonzero > 0 &&
      (price === null ? !isSummed(candidate) : !candidate.isAmountWord),
  );
  // 単価 × 拠点数 × 月: that the named ones fit where the others are 1 does not make them all.
  const without = madeBy(known, chosen);
  if (free.length === 0 || free.length > MOST_FREE || (isMost(without) && without.made === without.rows))
    return byWords;
  const choices = subsetsOf(free).filter(
    (some) => some.length + known.length >= 2 && (price !== null || some.length >= 2 || known.length >= 1),
  );
  // The fewest of those that make the most rows: 価格 × 拠点数 makes those with one machine a place, × 設置台数 all.
  let [found, most]: [AmountCandidate[] | undefined, number] = [undefined, 0];
  for (const some of choices) {
    const product = known.length >= 2 ? madeBy(known, chosen, some) : madeBy([...known, ...some], chosen);
    // 15,000 × 4 | 3 箇所 | 180,000: the only row there is, which a price and a count leave open.
    const isOnly = known.length >= 2 && without.made === 0 && product.rows === 1 && product.made === 1;
    const isMade = isOnly || (isMost(product) && (!isMost(without) || product.made > without.made));
    if (isMade && product.made > most) [found, most] = [some, product.made];
  }
  if (found === undefined) return byWords;
  if (price !== null) return { price: byWords.price, counts: found };
  const [greatest] = [...found].sort((a, b) => sumOf(b) - sumOf(a)) as [AmountCandidate];
  return { price: greatest, counts: found.filter((candidate) => candidate !== greatest) };
}

const MOST_FREE = 4;

/** Bids of several firms have totals of their own, a price of one piece has none. */
const isSummed = ({ field, values }: AmountCandidate): boolean => field === null && values.totals > 0;

const sumOf = ({ values }: AmountCandidate): number =>
  [...values.byRow.values()].reduce((sum, value) => sum + value, 0);

/** Small ones first. */
const subsetsOf = (of: readonly AmountCandidate[]): AmountCandidate[][] =>
  Array.from({ length: (1 << of.length) - 1 }, (_, at) =>
    of.filter((__, index) => ((at + 1) & (1 << index)) !== 0),
  ).sort((a, b) => a.length - b.length);

interface Made {
  readonly rows: number;
  readonly made: number;
}

/** Two of three rows, and at least two. */
const isMost = ({ rows, made }: Made): boolean => made >= 2 && made * 3 >= rows * 2;

/**
 * The rows where all of them stand, and in how many their product is the amount, or that with tax.
 * @param others further ones, 1 where they are blank: 人・個 | 日・月
 */
function madeBy(
  known: readonly AmountCandidate[],
  chosen: AmountCandidate,
  others: readonly AmountCandidate[] = [],
): Made {
  const factors = [...known, ...others];
  let [rows, made] = [0, 0];
  if (factors.length < 2) return { rows, made };
  const units = factors.map((factor) => yenPer(factor, chosen));
  for (const [row, amount] of chosen.values.byRow) {
    const parts = factors.map((factor, at) => factor.values.byRow.get(row) ?? (at < known.length ? undefined : 1));
    if (parts.some((part) => part === undefined || Math.abs(part) < 0.1)) continue;
    rows++;
    const product = (parts as number[]).reduce((all, part) => all * part, 1);
    const isMade = (unit: number): boolean =>
      [product, Math.round(product * 1.1)].some((yen) => Math.abs(yen - amount * unit) < unit);
    if (isMade(1) || units.some(isMade)) made++;
  }
  return { rows, made };
}

/** Figures of a price that one figure of the amounts is: 計（千円） of prices in yen are 1,000. */
const yenPer = (price: AmountCandidate, chosen: AmountCandidate): number => (chosen.scale ?? 1) / (price.scale ?? 1);

/** 単価 | 数量 | 金額（千円）: in which unit a price is whose header says none, if it makes the amounts as it stands; else null. */
export const unitOfPrice = (
  price: AmountCandidate,
  chosen: AmountCandidate,
  of: readonly AmountCandidate[],
): number | null => (price.scale === null && makesAmounts(price, chosen, of) ? chosen.scale : null);

/** 標準単価 | 仕切単価: of several prices the one that the amounts are made of, where the one taken makes none. */
export function betterPrice(
  chosen: AmountCandidate,
  candidates: readonly WeighedCandidate[],
  columns: readonly FieldColumn[],
): AmountCandidate | null {
  const prices = candidates
    .map(({ candidate }) => candidate)
    .filter(({ field, header }) => field?.startsWith("unitPrice") === true || /単価|価格$/.test(compact(header)));
  const taken = columns.find(({ field }) => field.startsWith("unitPrice"));
  if (taken === undefined || prices.length < 2) return null;
  const counts = countsIn(candidates);
  const makes = (price: AmountCandidate): boolean => makesAmounts(price, chosen, counts);
  const own = prices.find(({ column }) => column === taken.column);
  if (own === undefined || makes(own)) return null;
  return prices.find((price) => price !== own && price.column !== chosen.column && makes(price)) ?? null;
}

/**
 * In every row where all three stand, figure × count is the other figure, and in one of them at least the count is not 1;
 * in two where no word says that the other is an amount (ねだん | いくつ | 合わせて). The other may be told in thousands
 * (計（千円） of prices in yen).
 */
export function makesByCounts(price: AmountCandidate, other: AmountCandidate, of: readonly AmountCandidate[]): boolean {
  if (other === price || !price.isAmountWord || (!other.isAmountWord && other.field !== null)) return false;
  const yen = yenPer(price, other);
  return of.some(({ field, values: { byRow: counts } }) => {
    if (field !== "quantity") return false;
    let [told, same] = [0, 0];
    for (const [row, count] of counts) {
      const [figure, made] = [price.values.byRow.get(row), other.values.byRow.get(row)];
      if (figure === undefined || made === undefined) continue;
      if (![1, yen].some((unit) => Math.abs(figure * count - made * unit) < unit)) return false;
      if (count === 1) same++;
      else told++;
    }
    // Under a word that nobody knows, what repeats the price of three single things says as much as a second product.
    return told >= 2 || (told === 1 && (other.isAmountWord || same >= 3));
  });
}

export const countsIn = (candidates: readonly WeighedCandidate[]): readonly AmountCandidate[] =>
  candidates.map(({ candidate }) => candidate).filter(({ field }) => field === "quantity");

/** Times a count it gives the amount in nearly every row. */
function makesAmounts(
  { values }: AmountCandidate,
  chosen: AmountCandidate,
  counts: readonly AmountCandidate[],
): boolean {
  const rows = [...chosen.values.byRow].filter(([row]) => values.byRow.has(row));
  const made = rows.filter(([row, amount]) => {
    const factors = counts.map((count) => count.values.byRow.get(row)).filter((count) => count !== undefined);
    return factors.length > 0 && multiplyTo([values.byRow.get(row) ?? 0, ...factors], amount);
  });
  return rows.length > 0 && made.length * 10 >= rows.length * 8;
}

/** 価格 or 料金 left of the amount, times the counts: a price of one, whatever its word. */
function priceBeside(
  chosen: AmountCandidate,
  candidates: readonly WeighedCandidate[],
  columns: readonly FieldColumn[],
): AmountCandidate | null {
  if (chosen.values.products === 0 || columns.some(({ field }) => field.startsWith("unitPrice"))) return null;
  const left = candidates
    .map(({ candidate }) => candidate)
    .filter((candidate) => !isSummed(candidate))
    .filter(({ column, field, word, set, values }) => {
      const isFree = field === null || field === "unitPrice";
      return set === undefined && column < chosen.column && isFree && word !== "" && values.nonzero > 0;
    });
  // Beside a list price the one that the amounts are made of: 標準価格, 提供価格.
  const counts = countsIn(candidates);
  const explaining = left.filter((price) => makesAmounts(price, chosen, counts));
  return explaining.length === 1 ? (explaining[0] ?? null) : null;
}
