/** What a found table is for: lines, wages, hours, members, a team, estimates, income. */
import { compact } from "../../text/fold";
import { readNumber } from "../../text/number";
import { textOf } from "../../workbook/grid";
import { cellIn, type Cell } from "../../workbook/workbook";
import type { Field } from "../field";
import type { TableKind } from "../reading";
import type { HeaderColumn, Table } from "../tables/table";
import { looksLikeCategory } from "../words/categories";
import { EXAMPLE_HEADING } from "../words/examples";
import { isForeign, isMeasure, MONEY_IN, type Header } from "../words/headers";
import { isTick } from "../words/marks";
import { isTotalWord } from "../words/total-words";
import { holdsItems, isNamingColumn } from "./item-columns";
import { isClaimedByRemark } from "./said-to-count";
import { INCOME_WORD, OTHER_SIDE, sum, type Profile, type Profiles } from "./profile";
import { isMonthPlan } from "./proven-wages";

const ESTIMATE_LIST =
  /(?:見積書?等?|根拠資料|証憑|証拠書類|添付資料|エビデンス).{0,8}(?:一覧|リスト|台帳|目録)|estimates?list|quotations?list|listof(?:quot|estimat)/;

const INCOME_TITLE = new RegExp(
  `収入|収益|${MONEY_IN}(?:明細|一覧|の部|内訳)|資金の?調達|資金内訳|財源|歳入|売り?上げ?(?!原価)|incom(?:e|ing)|funding|revenue`,
);

/** Of money; of goods where one column and more says what they are like, how many, or when they come. */
const PROCURED = /調達内訳/;

/** 商品名 | 数量 | 単価 | 売上金額: what was sold. */
const EARNED = /^売り?上げ?(?:高|金?額|小計|合計|実績)*(?:\(.*\))?$/;

/** 会費 | 会員数 | 月収入: what comes in, where no other amounts stand. */
const RECEIVED = /^(?:年間?|月間?|日)?収入(?:見込み?)?(?:金?額)?(?:\(.*\))?$/;

/** 商品 | 売上年 | 金額, Sale price | Sold by: when, where or to whom it was sold. */
const SOLD =
  /^売り?上げ?(?:年度?|月|日|年月日?|日時|先|店|店舗|期間|時期|担当(?:者)?)$|^(?:得意先|顧客|お客様)(?:名|id|番号|コード)?$|^sold(?:by|to|on|date)?$|^sales?(?:date|person|rep)$|^cust(?:omer)?(?:id|name|no\.?)?$/;

/** Income | Forecast | Reported: a table headed by what it lists. */
const HEADS_INCOME = /^(?:other)?(?:incomes?|revenues?|earnings)$/;

/** Money that comes in, or a plan of when it goes out. */
const MONEY_TITLE = /資金計画|資金繰り/;

const SPENDING_TITLE = /支出|経費|費用|歳出/;

const REFERENCE_TITLE = new RegExp(`^[【(（[]?参考|${EXAMPLE_HEADING}|前年度実績|相見積|比較表`);

/** A comparison that says what of it was adopted, or is applied for, is a budget; `header` compact. */
export const saysWhatCounts = (header: string): boolean => ADOPTED.test(header) || isClaimedByRemark(header);
const ADOPTED = /採用(?:金?額|価格)|決定(?:金?額|価格)|^(?:今回の?|本)?申請(?:する)?(?:金額|額|経費)$/;

const MEMBER_TITLE = /構成員|構成企業|構成機関|コンソ|参画機関|参画企業|参加企業|参加機関|連携体|member|consortium/;

const TEAM_TITLE = /推進体制|実施体制|体制|メンバー|従事者一覧|担当者一覧|プロジェクトチーム|team/;

/** Columns of single months: two and more make a plan by the month. */
export const monthsOf = (table: Table): number => table.columns.filter(({ meaning }) => meaning?.month === true).length;

/** 6月 | 7月 | 8月 over bars and no figure: when something is done, and no plan of hours. */
const isChart = (profiles: Profiles): boolean =>
  profiles.table.columns.every((column) => column.meaning?.month !== true || profiles.of(column).figures === 0);

interface TableUse {
  readonly kind: TableKind;
  /** Amounts per category side by side: a cross table, which only repeats what lines say. */
  readonly crossTable: boolean;
}

export function useOf(profiles: Profiles): TableUse {
  const { table, categories } = profiles;
  const meanings = table.columns.map((column) => column.meaning);
  const can = (field: Field): boolean => meanings.some((meaning) => meaning?.fields.includes(field) === true);
  const first = (...fields: Field[]): boolean =>
    meanings.some((meaning) => meaning?.fields[0] !== undefined && fields.includes(meaning.fields[0]));
  const months = isChart(profiles) && first("description") && can("amount") ? 0 : monthsOf(table);
  const title = compact(table.title ?? "");
  const place = compact(table.grid.name);
  const says = (pattern: RegExp): boolean => pattern.test(title) || pattern.test(place);
  const use = (kind: TableKind, crossTable = false): TableUse => ({ kind, crossTable });

  // 担当 beside 時給 and 時間 is who works, beside an item whose part it is.
  const works = first("hourlyRate") && first("hours") && can("person") && !first("description", "specification");
  const person = first("person") || works;
  const pay = can("basePay") || can("welfare") || can("scheduledHours");
  const priced = first("unitPrice", "quantity");
  const isWholePlan = months >= 2 && first("hourlyRate") && (can("amount") || can("payPaid"));
  if (person && isWholePlan && !first("month")) return use("labour");
  // 単価 × 人数 × 泊数 by month and traveller: trips, no hours of work.
  const isTrip = first("unitPrice") && meanings.some((meaning) => isCount(meaning)) && can("amount");
  if (person && !first("month") && !isTrip && isMonthPlan(table)) return use("labour");
  if (person && (first("month") || months >= 2) && !can("basePay") && !can("welfare") && !isTrip) return use("hours");
  if (person && months >= 1 && says(/時間|支給/)) return use("hours");
  const timed = can("hourlyRate") && can("hours") && (first("hourlyRate") || !first("description", "specification"));
  const wages = pay || timed;
  // 中項目 says 従業員費 of those whose pay is told; beside a rate and hours alone the line may be any cost.
  const isPaid = person && can("basePay") && can("hourlyRate");
  if (wages && (isPaid || !first("major", "middle")) && (person || (pay && can("hourlyRate")))) return use("labour");

  const amount = can("amount");
  const numbered = can("evidenceNo") || can("no");
  const listTitle = says(ESTIMATE_LIST);
  const categorised = first("major", "middle", "category");
  const adopts = table.columns.some(({ text }) => saysWhatCounts(compact(text)));
  if (
    numbered &&
    !categorised &&
    !adopts &&
    (listTitle || first("issuer", "issueDate")) &&
    (amount || can("issuer")) &&
    (listTitle || !priced)
  )
    return use("estimates");
  const isNamed = can("name") || can("member");
  if (isNamed && !amount && !person && (can("class") || can("role") || says(MEMBER_TITLE))) return use("members");
  if (isNamed && can("class") && can("role") && says(MEMBER_TITLE)) return use("members");
  if (person && !amount && !priced && (can("position") || can("role") || says(TEAM_TITLE))) return use("team");

  const named = title === "" ? place : title;
  const isOfMoney = PROCURED.test(named) && !priced && !first("specification", "deliveryDate");
  if ((INCOME_TITLE.test(named) || isOfMoney) && !SPENDING_TITLE.test(named) && !splitsBySource(table))
    return use("income");
  const owns = table.columns.filter(({ meaning }) => meaning?.fields[0] === "amount");
  const isSold =
    HEADS_INCOME.test(compact(table.columns[0]?.text ?? "")) ||
    table.columns.some(({ text }) => SOLD.test(compact(text)));
  const earns =
    table.columns.some(({ text }) => RECEIVED.test(compact(text))) &&
    table.columns.every((column) => INCOME_WORD.test(compact(column.text)) || !mayBeSpent(column, profiles));
  if (isSold || earns || (owns.length > 0 && owns.every(({ text }) => EARNED.test(compact(text)))))
    return use("income");
  const saying = (...fields: readonly Field[]) =>
    table.columns.filter((column) => column.meaning?.fields.some((field) => fields.includes(field)) === true);
  const items = saying("category", "description");
  const otherSide = table.columns.filter(({ text }) => OTHER_SIDE.test(compact(text)));
  // 調達先 | 金額 | 説明: whom the money comes from stands where a budget has whom it is paid to; or under 資金区分, which is no budget's word.
  const known = [...items, ...otherSide, ...saying("vendor")];
  const unknown = table.columns.filter(({ meaning }) => meaning === null || meaning.fields.length === 0);
  const naming = known.length > 0 ? known : unknown;
  const labels = naming.map((column) => profiles.of(column));
  const incomeRows = Math.max(0, ...labels.map(({ income }) => income));
  const spendingRows = Math.max(0, ...labels.map(({ levels }) => sum(levels)));
  // 資金調達 over 補助金, 銀行借入 and 自己資金: other rows below them make it no budget.
  const isOfSources = naming.some(({ text }) => INCOME_TITLE.test(compact(text)));
  const isMostlyIncome = labels.some(
    ({ income, filled }) => income >= 2 && (income * 2 >= filled || (isOfSources && income * 4 >= filled)),
  );
  // 経費の内容 | 支払予定 | 予算額 on a sheet 資金計画, or 事業費 beside its sources: the plan of what is spent.
  const isSpent = SPENDING_TITLE.test(compact(table.columns[0]?.text ?? "")) || splitsBySource(table);
  // 金利・期間 beside 借入額 holds no count.
  const isCounted = saying("unitPrice", "quantity").some((column) => profiles.of(column).figures > 0);
  if (says(MONEY_TITLE) && !SPENDING_TITLE.test(named) && (incomeRows >= 1 || (months < 2 && !isSpent && !isCounted)))
    return use("income");
  if (amount && !isCounted && isMostlyIncome && spendingRows === 0) return use("income");

  if (REFERENCE_TITLE.test(title) && !adopts) return use("other");
  // システム導入経費 over what is bought, 数, 単価 and 金額, twice beside each other, heads items and no amounts.
  const isOfTexts = ({ texts, filled }: Profile): boolean => texts * 2 > filled;
  const across = table.columns.filter(
    (column) => categories.resolve(column.text) !== null && !isOfTexts(profiles.of(column)),
  );
  if (across.length >= 2 && !isBookByCategory(table, across)) return use("summary", true);
  const sums =
    amount ||
    months >= 3 ||
    (can("unitPrice") && can("quantity")) ||
    figureColumn(profiles.over(table.columns)) !== null;
  const describes =
    ["description", "category", "major", "middle", "minor", "specification", "vendor", "name", "note"].some((field) =>
      can(field as Field),
    ) || holdsNames(profiles.over(table.columns));
  return use(sums && describes ? "budget" : "other");
}

const holdsNames = (profiles: ReadonlyMap<HeaderColumn, Profile>): boolean =>
  [...profiles].some(([column, profile]) => isNamingColumn(column, profiles) || holdsItems(column, profile));

/** Its figures may be money that is paid: they are no counts and no numbers of rows. */
const mayBeSpent = (column: HeaderColumn, profiles: Profiles): boolean =>
  profiles.of(column).figures > 0 && !COUNTS.has(column.meaning?.fields[0]);
const COUNTS: ReadonlySet<Field | undefined> = new Set<Field | undefined>(["no", "quantity", "unit"]);

/** 事業費 | 補助金 | 自己資金, 事業費 | 財源内訳: what each item costs, and where the money for it comes from. */
function splitsBySource({ columns }: Table): boolean {
  const isSource = (word: string): boolean => INCOME_WORD.test(word) || /財源|自己負担/.test(word);
  const sources = columns.filter(({ text }) => isSource(compact(text)));
  return (
    sources.length >= 2 &&
    columns.some(
      ({ text, meaning }) =>
        !isSource(compact(text)) &&
        (meaning?.fields.includes("amount") === true || /^総?事業費$|^支出額?$/.test(compact(text))),
    )
  );
}

const NAMES_ITEMS: readonly Field[] = ["description", "specification", "note", "vendor"];

const FEWEST_ENTRIES = 3;

/** 件名 | 消耗品費 | 外注費 | 旅費 | 計: a book of spending with a column a category, of which each entry fills one. */
function isBookByCategory(table: Table, named: readonly HeaderColumn[]): boolean {
  const across = withNeighbours(table, named);
  const items = table.columns.find(({ meaning }) => NAMES_ITEMS.includes(meaning?.fields[0] as Field));
  if (items === undefined || items.column > (across[0]?.column ?? 0)) return false;
  const entries = new Set<string>();
  for (const row of table.grid.rowsBetween(table.firstRow, table.lastRow)) {
    const item = textOf(cellIn(row, items.column));
    if (item === null || isTotalWord(item)) continue;
    const filled = across.filter(({ column }) => isEntry(cellIn(row, column)));
    if (filled.filter((column) => named.includes(column)).length > 1) return false;
    if (filled.length > 0) entries.add(compact(item));
  }
  return entries.size >= FEWEST_ENTRIES;
}

/** With those beside them that the scheme does not name: 設備備品費, システム. */
function withNeighbours({ columns }: Table, named: readonly HeaderColumn[]): readonly HeaderColumn[] {
  const isOther = ({ meaning, text }: HeaderColumn): boolean =>
    text !== "" && (meaning === null || meaning.fields.length === 0 || looksLikeCategory(text));
  let [from, to] = [columns.indexOf(named[0] as HeaderColumn), columns.indexOf(named.at(-1) as HeaderColumn)];
  while (from > 0 && isOther(columns[from - 1] as HeaderColumn)) from--;
  while (to + 1 < columns.length && isOther(columns[to + 1] as HeaderColumn)) to++;
  return columns.slice(from, to + 1).filter((column) => named.includes(column) || isOther(column));
}

/** Its amount, or a mark where the amounts have a column of their own: 品名 | 消耗品費 | 外注費 | 金額 with ● below the second. */
const isEntry = (cell: Cell | undefined): boolean =>
  isAmountCell(cell) || (typeof cell?.value === "string" && isTick(cell.value));

const isAmountCell = (cell: Cell | undefined): boolean =>
  cell !== undefined && cell.value !== 0 && readNumber(String(cell.value ?? "")) !== null;

/** It counts things or people, not hours. */
const isCount = (meaning: Header | null): boolean =>
  meaning?.fields[0] === "quantity" && !meaning.fields.includes("hours");

const NO_AMOUNT = /補助金|助成金|自己|差|前年|昨年|去年|実績|上限|率|残|番号|年(?!度)|電話|コード|割合|%/;

/** A column of figures under a header no vocabulary knows: the last one, as amounts stand right of what they are made of. */
export function figureColumn(profiles: ReadonlyMap<HeaderColumn, Profile>): HeaderColumn | null {
  const candidates = [...profiles].filter(([column, profile]) => {
    return (
      (column.meaning === null || column.meaning.fields.length === 0 || profile.calculated * 2 > profile.filled) &&
      column.meaning?.month !== true &&
      column.text !== "" &&
      !NO_AMOUNT.test(compact(column.text)) &&
      !isForeign(column.text) &&
      !isMeasure(column.text) &&
      profile.figures >= 1 &&
      profile.figures * 10 >= profile.filled * 6
    );
  });
  return candidates[candidates.length - 1]?.[0] ?? null;
}
