/** Tables of a time before the grant, or after it: last year's budget, what is owned by the year it was bought, fees from then on. */
import { firstYearOf, yearsIn } from "../../text/date";
import { compact } from "../../text/fold";
import type { Cell } from "../../workbook/workbook";
import type { Part } from "../tables/part";
import type { HeaderColumn } from "../tables/table";

/** 令和6年度予算書, 昨年の実績: its title or its sheet names earlier years alone; 令和7年度予算（前年度対比） does not. */
export function isNamedByThePast(part: Part): boolean {
  const first = firstYearOf(part.context?.period);
  const { title, grid } = part.table;
  // What is said nearer to the table says more: 過去の購入（R3〜R6） on a sheet R7_記録.
  const ofTitle = yearsOf(title ?? "");
  const named = ofTitle.length > 0 || LAST_YEAR.test(title ?? "") ? ofTitle : yearsOf(grid.name);
  if (first !== null && named.some((year) => year >= first)) return false;
  return LAST_YEAR.test(nameOf(part)) || (first !== null && named.length > 0);
}

/** 乾燥棟（昭和58年築）の改修: how old a thing is dates no table. */
const yearsOf = (name: string): readonly number[] => yearsIn(name.replace(AGE_OF_A_THING, ""));
const AGE_OF_A_THING =
  /[^\s(（]{0,4}\d{1,4}\s*年(?:\d{1,2}月)?(?:に)?(?:築|製|[式型]|竣工|建[築設造]|建て|造|創[業立]|設立|開[業設園校])/g;

const nameOf = ({ table }: Part): string => `${table.title ?? ""} ${table.grid.name}`;

const LAST_YEAR = /去年|昨年|前年|前期.{0,12}(?:実績|決算)/;

/** 完了後, 翌年度以降の維持費: its title or its sheet names a time after the grant's, or a plan over years that speaks of no spending. */
export function isNamedForLater(part: Part): boolean {
  const name = compact(nameOf(part));
  return LATER.test(name) || (OVER_YEARS.test(name) && !OF_A_BUDGET.test(name));
}

const LATER = /(?:完了|終了|稼働)(?:し?た)?(?:後|のあと)|終わったあと|(?:翌|来|次)年度|[2-9]年目/;
const OVER_YEARS = /[か箇ヶヵカ]年/;
const OF_A_BUDGET = /予算|経費|費用|補助|申請/;

/** Amounts of months or years, and no column of what they come to. */
export const isOverPeriods = ({ table }: Part): boolean =>
  table.columns.filter(
    ({ text, meaning }) => meaning?.month === true || YEAR_OF_A_PLAN.test(compact(text)) || yearsIn(text).length > 0,
  ).length > 1 && !table.columns.some(({ meaning }) => meaning?.fields[0]?.startsWith("amount") === true);

const YEAR_OF_A_PLAN = /^(?:初年度|\d年目)/;

/** Beside every line stands an earlier year, one of them long gone. */
export function wasBoughtLongAgo(part: Part): boolean {
  const { table, rows } = part;
  const first = firstYearOf(part.context?.period);
  if (first === null) return false;
  const lines = rows?.lines ?? [];
  return table.columns.some((column) => {
    const years = isOfMoney(column) ? [] : lines.map(({ line }) => yearAt(table.grid.own(line.row, column.column)));
    return years.length > 0 && years.every((year) => year < first) && years.some((year) => year < first - 1);
  });
}

const isOfMoney = ({ meaning }: HeaderColumn): boolean =>
  meaning?.fields.some((field) => /^(?:amount|unitPrice|quantity)/.test(field)) === true;

const LONGEST_YEAR = 12;

/** The only year that a cell names; Infinity where it names none. */
function yearAt(cell: Cell | undefined): number {
  const text = String(cell?.value ?? "");
  const [year, ...more] = text.length <= LONGEST_YEAR ? yearsIn(text) : [];
  return year === undefined || more.length > 0 ? Infinity : year;
}
