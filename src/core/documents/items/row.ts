/** One row of a table out of the lines that belong to it. */
import { numberIn, quantityIn } from "../words/figures";
import { isDiscount, rateIn, totalOf } from "../words/labels";
import { placeOf } from "../page/paper";
import { isFigureText, type Column } from "./columns";
import type { Entry } from "./entries";
import { agrees, figuresIn } from "./products";
import type { Money, Row } from "./table";

/** A row by itself: what stands around it is not known yet. */
type RowAlone = Omit<Row, "table" | "optional" | "afterTotal">;

/** How many of what at which price each; null where it is not told. */
interface Count {
  readonly quantity: number | null;
  readonly unit: string | null;
  /** In the paper's currency. */
  readonly unitPrice: number | null;
}

/**
 * @param group the lines of the row
 * @param core the one of them with the amount
 * @returns null where nothing names it
 */
export function rowOf(
  group: readonly Entry[],
  core: Entry,
  columns: readonly Column[],
  amountColumns: readonly number[],
  money: Money,
): RowAlone | null {
  const textIn = (at: number): string =>
    group.flatMap(({ cells }) => (cells[at] ?? []).map(({ text }) => text)).join("");
  const columnsAs = (role: Column["role"]): number[] =>
    columns.flatMap((column, at) => (column.role === role && !amountColumns.includes(at) ? [at] : []));
  const text = (role: Column["role"]): string => columnsAs(role).map(textIn).join("");

  const spec = clean(text("spec"));
  const own = clean(withoutOwnNumber(text("name"), core, columns));
  const elsewhere = (): string =>
    columns.flatMap(({ role }, at) => (role === "other" || role === "no" ? [textIn(at)] : [])).join("");
  const name =
    own ||
    spec ||
    clean(elsewhere().replace(/^\d{1,3}$/, "")) ||
    clean(text("note")) ||
    clean(feeIn(core, columns, amountColumns));
  if (name === "") return null;

  const told = amountColumns.map((at) => (core.cells[at] ?? []).map(money).find((it) => it !== null) ?? null);
  const amount = told.find((it) => it !== null) ?? null;
  const prices = columnsAs("unitPrice").flatMap(
    (at) =>
      group
        .flatMap(({ cells }) => cells[at] ?? [])
        .map(money)
        .find((it) => it !== null) ?? [],
  );
  const count = countInPrice(text("price"), countOf(text("quantity"), text("unit"), prices, amount));
  const others = figuresThatMultiply(core, columns, amountColumns, count, amount, money);
  const { quantity, unitPrice } = others ?? count;
  const reduces = isDiscount(name);
  const amounts = told.map((it) => {
    const yen = it === null ? null : (others?.amount ?? it);
    return yen !== null && yen > 0 && reduces ? -yen : yen;
  });
  const counted = amounts.find((it) => it !== null) ?? null;
  const proven =
    quantity !== null && unitPrice !== null && counted !== null && agrees(quantity, unitPrice, Math.abs(counted));
  const rate = text("rate");
  return {
    name,
    spec: own === "" || spec === "" ? null : spec,
    quantity,
    unit: count.unit === "" ? null : count.unit,
    unitPrice: proven && reduces && counted < 0 ? -Math.abs(unitPrice) : unitPrice,
    amounts,
    taxRate: rateIn(rate) ?? (/^(?:10|8|0)$/.test(rate) ? Number(rate) : rateMarked(text("name"))),
    proven,
    at: placeOf(
      core.line,
      group.flatMap(({ cells }) => cells.flat()),
    ),
  };
}

/** 8 or 0 percent, as a name says it of itself; null where it says nothing. */
const rateMarked = (name: string): number | null =>
  /軽減|(?<![費料引])\(8%\)/.test(name) ? 8 : /非課税|不課税/.test(name) ? 0 : null;

/** A number that is too wide for its column, or stands too close to the next, has run into the name: OP1 under №. */
function withoutOwnNumber(name: string, { cells }: Entry, columns: readonly Column[]): string {
  const at = columns.findIndex(({ role }) => role === "no");
  const column = columns[at];
  const first = cells.flat()[0];
  if (column === undefined || (cells[at] ?? []).length > 0 || first === undefined || first.x0 > column.x1 + first.size)
    return name;
  return name.replace(/^(?:[A-Za-z]{1,3}-?)?\d{1,3}[.)]?(?=[\u3041-\u9fff])/, "");
}

/** 送料 and 値引 stand in front of their figure, over whatever columns lie there: words alone up to the amount. */
function feeIn({ cells }: Entry, columns: readonly Column[], amountColumns: readonly number[]): string {
  const before = cells.slice(0, amountColumns[0]).flat();
  const inFigures = before.every((segment) => !isFigureText(segment));
  const words = before.map(({ text }) => text).join("");
  return inFigures && columns.length > 2 && totalOf(words) === null ? words : "";
}

const clean = (text: string): string =>
  text
    .replace(/^[\s・･※*]+(?=\S)/, "")
    .replace(/\s*[※*＊]\d?\s*$/, "")
    .replace(/[（(](?:軽減(?:税率)?(?:対象)?(?:品目?)?|8%対象)[)）]$/, "")
    // Of costs and deductions it is their share, not their tax.
    .replace(/(?<![費料引])[（(]8%[)）]$/, "")
    .trim();

/** Of a list price beside the price that is asked for, the one that makes the amount. */
function countOf(quantityText: string, unitText: string, prices: readonly number[], amount: number | null): Count {
  const own = /^\d+(?:\.\d+)?%$/.test(quantityText) ? null : quantityIn(quantityText);
  const inUnit = quantityText === "" ? quantityIn(unitText.trim()) : null;
  const told = own ?? (inUnit?.unit == null ? null : inUnit);
  const quantity = told?.value ?? null;
  const makes = (price: number): boolean =>
    quantity !== null && amount !== null && agrees(quantity, price, Math.abs(amount));
  return { quantity, unit: told?.unit ?? unitText.trim(), unitPrice: prices.find(makes) ?? prices[0] ?? null };
}

/** 12,000円×3台 in one cell. */
function countInPrice(price: string, count: Count): Count {
  const bare = price.replace(/[¥￥\\]/g, "");
  const match = /([\d,]+)円?[×xX*@]([\d.]+)(\D*)$/.exec(bare) ?? /()([\d.]+)(\D*)[×xX*@]([\d,]+)円?$/.exec(bare);
  if (match === null) return count;
  const [, first, quantity, unit = "", last] = match;
  return {
    quantity: Number(quantity),
    unit: unit.replace(/[円()]/g, "") || count.unit,
    unitPrice: numberIn((last ?? first) as string),
  };
}

/** Where price × quantity is not the amount, other figures of the row may be meant: those that multiply. */
function figuresThatMultiply(
  { cells }: Entry,
  columns: readonly Column[],
  amountColumns: readonly number[],
  { quantity, unitPrice }: Count,
  amount: number | null,
  money: Money,
): { quantity: number; unitPrice: number; amount: number } | null {
  if (amountColumns.length !== 1 || amount === null) return null;
  if (quantity !== null && unitPrice !== null && agrees(quantity, unitPrice, Math.abs(amount))) return null;
  const price = columns.findIndex(({ role }) => role === "unitPrice");
  const count = columns.findIndex(({ role }) => role === "quantity");
  if (price < 0 || count < 0) return null;
  const counting = cells.filter((_, at) => columns[at]?.role !== "name" && columns[at]?.role !== "no");
  const figures = figuresIn(counting.flat(), money).map(({ value }) => value);
  for (let c = figures.length - 1; c >= 2; c--)
    for (let a = 0; a < c; a++)
      for (let b = a + 1; b < c; b++) {
        const [one, other, product] = [figures[a], figures[b], figures[c]] as [number, number, number];
        if (!agrees(one, other, Math.abs(product)) || Math.min(one, other) === 1) continue;
        return price < count
          ? { quantity: other, unitPrice: one, amount: product }
          : { quantity: one, unitPrice: other, amount: product };
      }
  return null;
}
