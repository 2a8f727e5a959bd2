/** Which column of the months holds the hours, the amount and the pay, and what an hour costs. */
import { multiply, subtract, toNumber, type Fraction } from "../../../money/fraction";
import { compact } from "../../../text/fold";
import { textOf } from "../../../workbook/grid";
import type { Cell } from "../../../workbook/workbook";
import { moneyOf, quantityOf } from "../../records/values";
import { cellUnder, standsUnder, type Stands } from "./cells";
import { isOf, meaningOf } from "./labels";
import type { MonthTable } from "./months";
import { tellBasePay, type Pair } from "./pairs";

export interface Columns {
  readonly hours: Cell;
  readonly amount: Cell | null;
  readonly pay: Cell | null;
  readonly rate: Stands | null;
}

const A_YEN = 1;

/** Which column of the months is which, by a rate that makes the hours an amount, else by words; null for no months of work. */
export function columnsOf(table: MonthTable, pairs: readonly Pair[]): Columns | null {
  const figures = table.columns.filter((cell) => table.months.some((row) => quantityOf(cellUnder(row, cell)) !== null));
  const told = pairs.find(
    ({ fields }) => fields[0] === "hourlyRate" || (fields[0] === "unitPrice" && fields.includes("hourlyRate")),
  );
  const rateColumn = figures.find((cell) => isOf(cell, "hourlyRate") && isOneFigure(table, cell));
  const rate = told?.value ?? (rateColumn === undefined ? null : standsIn(table, rateColumn));
  const yen = rate === null ? null : (moneyOf(rate.cell, 1)?.yen ?? null);
  const isAsked = (cell: Cell): boolean =>
    cell !== rateColumn &&
    (meaningOf(cell)?.includes("hours") === true || /時間|工数/.test(compact(textOf(cell) ?? "")));
  const proven = yen === null ? null : provenIn(table, figures, yen);
  const hours = proven?.hours ?? figures.find((cell) => isAsked(cell) && meaningOf(cell)?.[0] !== "hourlyRate");
  if (hours === undefined) return null;
  const free = figures.filter((cell) => cell !== hours && cell !== rateColumn && cell !== proven?.amount);
  const amount = proven?.amount ?? free.find((cell) => isOf(cell, "amount")) ?? null;
  const mayBePaid = free.filter((cell) => cell !== amount);
  const pay =
    mayBePaid.find((cell) => isOf(cell, "payPaid")) ??
    mayBePaid.find((cell) => meaningOf(cell)?.includes("payPaid")) ??
    mayBePaid.find((cell) => /支給|給与|賃金|支払/.test(compact(textOf(cell) ?? "")) && !isAsked(cell)) ??
    null;
  if (yen === null && !tellBasePay(pairs) && pay === null) return null;
  return { hours, amount, pay, rate: yen === null ? null : rate };
}

/** Its figures are one in all months. */
function isOneFigure({ months }: MonthTable, head: Cell): boolean {
  const said = months.flatMap((row) => moneyOf(cellUnder(row, head), 1)?.yen ?? []).map(toNumber);
  return said.length > 0 && new Set(said).size === 1;
}

function standsIn({ months }: MonthTable, head: Cell): Stands | null {
  const [first] = months.flatMap((row) => standsUnder(row, head) ?? []);
  return first ?? null;
}

/** Hours × rate = amount in every month. */
function provenIn(
  { months }: MonthTable,
  figures: readonly Cell[],
  rate: Fraction,
): { hours: Cell; amount: Cell } | null {
  for (const hours of figures)
    for (const amount of figures) {
      const checked = months.flatMap((row): boolean[] => {
        const count = quantityOf(cellUnder(row, hours))?.value;
        const yen = moneyOf(cellUnder(row, amount), 1)?.yen;
        if (count === undefined || yen == null || (count.n === 0n && yen.n === 0n)) return [];
        return [Math.abs(toNumber(subtract(multiply(count, rate), yen))) < A_YEN];
      });
      if (hours !== amount && checked.length > 0 && checked.every((isRight) => isRight)) return { hours, amount };
    }
  return null;
}
