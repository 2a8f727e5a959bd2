/** Decides what a found table is for and which column holds what. */
import { compact } from "../../text/fold";
import { isCalculation, readAmount } from "../../text/amount";
import { readNumber } from "../../text/number";
import { isDateFormat, readDay } from "../../text/date";
import { looksLikeCategory, type Categories, type Level } from "../words/categories";
import { isBlank, textOf } from "../../workbook/grid";
import { cellIn, type Cell } from "../../workbook/workbook";
import { amountRank, isForeign, isMeasure, MONEY_IN, type Header, type Tax } from "../words/headers";
import { isNote } from "../words/labels";
import { isTick } from "../words/marks";
import { isTotalWord } from "../words/total-words";
import type { Field } from "../field";
import type { TableKind } from "../reading";
import type { HeaderColumn, Table } from "../tables/table";

export interface FieldColumn {
  readonly field: Field;
  readonly column: number;
  /** Last column of a merged header: the value may stand in any of them. */
  readonly right: number;
  /** Columns that together make one amount: months, tax rates. */
  readonly set?: readonly number[];
  /** Percent of consumption tax that the header of a column of the set states; 0 where its amounts bear none. */
  readonly rates?: ReadonlyMap<number, 10 | 8 | 0>;
  /** The amount of the lines, where several columns could be. */
  readonly isChosen?: boolean;
  readonly header: string;
  readonly tax: Tax | null;
  /** Yen per figure that the header states. */
  readonly scale: number | null;
}

/** What stands below a header, from a sample of the rows. */
interface Profile {
  readonly filled: number;
  readonly figures: number;
  /** Of them calculations: 12,500円×8枚＝100,000円. */
  readonly calculated: number;
  readonly days: number;
  /** Texts that are neither figures nor days, and how many of them are in Japanese. */
  readonly texts: number;
  readonly words: number;
  readonly distinct: number;
  readonly levels: Readonly<Record<Level, number>>;
  /** Texts that sound like an item of cost, whether the scheme knows it or not. */
  readonly costs: number;
  readonly income: number;
}

const SAMPLE = 60;
const MOST_BLANK = 3;
const INCOME_WORD =
  /自己資金|自主財源|借入|融資|補助金|助成金|収入|参加費|参加料|受講料|入場料|寄[付附]|協賛|会費|売上|繰越|負担金(?:収入)?$/;
/** Where money comes from; in a ledger's column of the other side it is as well where money goes out of. */
const BANK = /預金|銀行|信用金庫/;
const OTHER_SIDE = /^相手/;
/** 普通預金より振込 */
const PAID_OUT = /(?:より|から).*(?:振込|支払|引落)/;

const JAPANESE = /[\u3041-\u30ff\u4e00-\u9fff]/;

/** A row of the grant below lines of spending is no income. */
const GRANT_ASKED_FOR = /申請額|請求額|決定額|要望額|希望額|充当額|限度額/;

function profileOf(table: Table, column: HeaderColumn, categories: Categories): Profile {
  let filled = 0;
  let figures = 0;
  let calculated = 0;
  let days = 0;
  let texts = 0;
  let words = 0;
  let income = 0;
  let costs = 0;
  const levels = { major: 0, middle: 0, minor: 0 };
  const distinct = new Set<string>();
  const isOtherSide = OTHER_SIDE.test(compact(column.text));
  const saysIncome = (text: string): boolean =>
    INCOME_WORD.test(text) || (!isOtherSide && BANK.test(text) && !PAID_OUT.test(text));
  let seen = 0;
  let last = Infinity;
  for (const { index: row, cells } of table.grid.rowsBetween(table.firstRow, table.lastRow)) {
    if (seen === SAMPLE) break;
    // A signature or a stamp box far below says nothing of a column.
    if (row - last > MOST_BLANK) break;
    if (cells.every(isBlank)) continue;
    last = row;
    seen++;
    for (let at = column.column; at <= column.right; at++) {
      const cell = table.grid.own(row, at);
      if (cell === undefined || isBlank(cell)) continue;
      // Notes below a table begin in its first column and are none of its values.
      if (typeof cell.value === "string" && isNote(cell.value)) break;
      filled++;
      if (typeof cell.value === "number") {
        if (isDateFormat(cell.format)) days++;
        else figures++;
      } else if (typeof cell.value === "string") {
        distinct.add(cell.value);
        if (isCalculation(cell.value)) calculated++;
        if (readAmount(cell.value) !== null) figures++;
        else if (readDay(cell.value) !== null) days++;
        else {
          texts++;
          if (JAPANESE.test(cell.value)) words++;
        }
        const found = categories.resolve(cell.value);
        if (found !== null || looksLikeCategory(cell.value)) costs++;
        if (found !== null) levels[found.level]++;
        else if (saysIncome(cell.value) && !GRANT_ASKED_FOR.test(cell.value)) income++;
      }
      break;
    }
  }
  return { filled, figures, calculated, days, texts, words, distinct: distinct.size, levels, costs, income };
}

const ALLOWED: Readonly<Partial<Record<TableKind, ReadonlySet<Field>>>> = {
  budget: new Set<Field>([
    "no",
    "major",
    "middle",
    "minor",
    "category",
    "description",
    "specification",
    "vendor",
    "vendorAddress",
    "unitPrice",
    "quantity",
    "unit",
    "amount",
    "taxAmount",
    "orderDate",
    "deliveryDate",
    "paymentDate",
    "paymentMethod",
    "member",
    "evidenceNo",
    "note",
    "person",
    "taxRate",
  ]),
  labour: new Set<Field>([
    "no",
    "person",
    "position",
    "employment",
    "basePay",
    "allowances",
    "overtime",
    "bonus",
    "oneOffPay",
    "welfare",
    "scheduledHours",
    "hourlyRate",
    "hours",
    "amount",
    "member",
    "note",
    "evidenceNo",
  ]),
  hours: new Set<Field>([
    "no",
    "person",
    "month",
    "hours",
    "hourlyRate",
    "payPaid",
    "employment",
    "member",
    "note",
    "description",
  ]),
  members: new Set<Field>(["no", "name", "class", "role", "address", "note", "person", "position"]),
  team: new Set<Field>(["no", "person", "position", "role", "member", "note"]),
  estimates: new Set<Field>([
    "evidenceNo",
    "no",
    "issuer",
    "issueDate",
    "description",
    "amount",
    "taxAmount",
    "note",
    "unitPrice",
    "quantity",
  ]),
};
ALLOWED satisfies Partial<Record<TableKind, ReadonlySet<Field>>>;

const ESTIMATE_LIST =
  /(?:見積書?等?|根拠資料|証憑|証拠書類|添付資料|エビデンス).{0,8}(?:一覧|リスト|台帳|目録)|estimates?list|quotations?list|listof(?:quot|estimat)/;
const INCOME_TITLE = new RegExp(
  `収入|収益|${MONEY_IN}(?:明細|一覧|の部|内訳)|資金調達|資金内訳|調達内訳|財源|歳入|売上(?!原価)|incom(?:e|ing)|funding|revenue`,
);
/** Money that comes in, or a plan of when it goes out. */
const MONEY_TITLE = /資金計画|資金繰り/;
const SPENDING_TITLE = /支出|経費|費用|歳出/;
const REFERENCE_TITLE = /^[【(（[]?参考|記入例|前年度実績|相見積|比較表/;
/** A comparison of estimates that says what was adopted is a budget. */
export const ADOPTED = /採用(?:金?額|価格)|決定(?:金?額|価格)/;
const MEMBER_TITLE = /構成員|構成企業|構成機関|コンソ|参画機関|参画企業|参加企業|参加機関|連携体|member|consortium/;
const TEAM_TITLE = /推進体制|実施体制|体制|メンバー|従事者一覧|担当者一覧|プロジェクトチーム|team/;

/** Columns of single months: two and more make a plan by the month. */
export const monthsOf = (table: Table): number => table.columns.filter(({ meaning }) => meaning?.month === true).length;

interface TableUse {
  readonly kind: TableKind;
  /** Amounts per category side by side: a cross table, which only repeats what lines say. */
  readonly crossTable: boolean;
}

export function useOf(table: Table, categories: Categories): TableUse {
  const meanings = table.columns.map((column) => column.meaning);
  const can = (field: Field): boolean => meanings.some((meaning) => meaning?.fields.includes(field) === true);
  const first = (...fields: Field[]): boolean =>
    meanings.some((meaning) => meaning?.fields[0] !== undefined && fields.includes(meaning.fields[0]));
  const months = monthsOf(table);
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
  if (person && (first("month") || months >= 2) && !can("basePay") && !can("welfare") && !isTrip) return use("hours");
  if (person && months >= 1 && says(/時間|支給/)) return use("hours");
  const timed = can("hourlyRate") && can("hours") && (first("hourlyRate") || !first("description", "specification"));
  const wages = pay || timed;
  if (wages && !first("major", "middle") && (person || (pay && can("hourlyRate")))) return use("labour");

  const amount = can("amount");
  const numbered = can("evidenceNo") || can("no");
  const listTitle = says(ESTIMATE_LIST);
  const categorised = first("major", "middle", "category");
  const adopts = table.columns.some(({ text }) => ADOPTED.test(compact(text)));
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

  const profiles = new Map(table.columns.map((column) => [column, profileOf(table, column, categories)]));
  const named = title === "" ? place : title;
  if (INCOME_TITLE.test(named) && !SPENDING_TITLE.test(named)) return use("income");
  const saying = (...fields: readonly Field[]) =>
    table.columns.filter((column) => column.meaning?.fields.some((field) => fields.includes(field)) === true);
  const items = saying("category", "description");
  const otherSide = table.columns.filter(({ text }) => OTHER_SIDE.test(compact(text)));
  // 調達先 | 金額: whom the money comes from stands where a budget has whom it is paid to.
  const labels = items.length > 0 ? [...items, ...otherSide] : saying("vendor");
  const incomeRows = Math.max(0, ...labels.map((column) => (profiles.get(column) as Profile).income));
  const spendingRows = Math.max(0, ...labels.map((column) => sum((profiles.get(column) as Profile).levels)));
  const shortest = Math.min(
    ...labels.map((column) => (profiles.get(column) as Profile).filled).filter((filled) => filled > 0),
  );
  // 経費の内容 | 支払予定 | 予算額 on a sheet 資金計画, or 事業費 beside its sources: the plan of what is spent.
  const isSpent = SPENDING_TITLE.test(compact(table.columns[0]?.text ?? "")) || splitsBySource(table);
  if (MONEY_TITLE.test(named) && !SPENDING_TITLE.test(named) && (incomeRows >= 1 || (months < 2 && !isSpent)))
    return use("income");
  if (amount && !priced && incomeRows >= 2 && spendingRows === 0 && incomeRows * 2 >= shortest) return use("income");

  if (REFERENCE_TITLE.test(title) && !adopts) return use("other");
  const across = table.columns.filter((column) => categories.resolve(column.text) !== null);
  if (across.length >= 2 && !isBookByCategory(table, across)) return use("summary", true);
  const sums = amount || months >= 3 || (can("unitPrice") && can("quantity")) || figureColumn(profiles) !== null;
  const describes =
    ["description", "category", "major", "middle", "minor", "specification", "vendor", "name", "note"].some((field) =>
      can(field as Field),
    ) || table.columns.some((column) => isNamingColumn(column, profiles));
  return use(sums && describes ? "budget" : "other");
}

/** 事業費 | 補助金 | 自己資金: what each item costs, and where the money for it comes from. */
function splitsBySource({ columns }: Table): boolean {
  const words = columns.map(({ text }) => compact(text));
  return (
    words.some((word) => /^(?:総?事業費|総?経費|総額|支出額?)$/.test(word)) &&
    words.filter((word) => INCOME_WORD.test(word)).length >= 2
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

const sum = (levels: Readonly<Record<Level, number>>): number => levels.major + levels.middle + levels.minor;

const NO_AMOUNT = /補助金|助成金|自己|差|前年|昨年|去年|実績|上限|率|残|番号|年(?!度)|電話|コード|割合|%/;

/** A column of figures under a header no vocabulary knows: the last one, as amounts stand right of what they are made of. */
function figureColumn(profiles: ReadonlyMap<HeaderColumn, Profile>): HeaderColumn | null {
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

/** Fields that several columns of a table may have. */
const SEVERAL = new Set<Field>([
  "amount",
  "unitPrice",
  "quantity",
  "description",
  "specification",
  "category",
  "allowances",
  "welfare",
  "note",
]);

/** The fields of a table's columns. `taxTreatment` chooses between a 税抜 and a 税込 column. */
export function assignFields(table: Table, kind: TableKind, categories: Categories, taxTreatment: Tax): FieldColumn[] {
  const allowed = ALLOWED[kind === "income" || kind === "summary" || kind === "other" ? "budget" : kind];
  if (allowed === undefined) return [];
  const headed = besideTheirHeading(table, categories).map(kanKouMoku(table));
  const profiles = new Map(headed.map((column) => [column, profileOf(table, column, categories)]));
  const found: Found[] = [];
  for (const column of headed) {
    const meaning = column.meaning;
    // Hours and pay of single months are read by themselves.
    if (meaning === null || (kind === "labour" && meaning.month)) continue;
    const profile = profiles.get(column) as Profile;
    const field =
      meaning.fields.find((candidate) => allowed.has(candidate) && fits(candidate, profile, meaning.fields)) ??
      stageDate(meaning, profile, allowed);
    if (field !== undefined) found.push({ field, column, weight: meaning.weight });
  }
  const isBudget = kind === "budget" || kind === "summary" || kind === "income" || kind === "other";
  if (isBudget) finestNamesItems(found, profiles);
  if (isBudget)
    for (const item of itemByShape(table, found, profiles, allowed)) {
      const note = found.findIndex(({ field, column }) => field === "note" && column === item.column);
      if (note >= 0) found.splice(note, 1);
      found.push(item);
    }
  if (isBudget && !found.some(({ field }) => field === "amount")) {
    const column = figureColumn(profiles);
    if (column !== null)
      found.splice(0, Infinity, ...found.filter((other) => other.column !== column), {
        field: "amount",
        column,
        weight: 1,
      });
  }
  const make = (field: Field, column: HeaderColumn): FieldColumn => ({
    field,
    column: column.column,
    right: column.right,
    header: column.text,
    tax: column.meaning?.tax ?? null,
    scale: column.meaning?.scale ?? null,
  });
  const result: FieldColumn[] = [];
  const used = new Set<Field>();
  for (const { field, column } of found) {
    if (SEVERAL.has(field)) continue;
    const rival = found.find(
      (other) =>
        other.field === field && (other.weight > weightIn(found, field, column) || isTitleBeside(other.column, column)),
    );
    if (used.has(field) || rival !== undefined) continue;
    used.add(field);
    result.push(make(field, column));
  }
  if (kind === "members") settleRole(table, result);
  if (kind === "labour" && !used.has("employment")) {
    // 費目 of a labour table says 従業員費 or 補助員費.
    const kinds = table.columns.find((column) => column.meaning?.fields[0] === "category");
    if (kinds !== undefined) result.push(make("employment", kinds));
  }
  const all = (field: Field): HeaderColumn[] =>
    found.filter((entry) => entry.field === field).map((entry) => entry.column);
  for (const field of ["note", "specification"] as const)
    for (const column of all(field)) result.push(make(field, column));
  for (const column of withoutParts(all("quantity"))) result.push(make("quantity", column));
  for (const field of ["allowances", "welfare"] as const)
    for (const column of partsOrTotal(all(field))) result.push(make(field, column));
  const columns = (field: Field): FieldColumn[] => all(field).map((column) => make(field, column));
  result.push(...moneyColumns(columns("unitPrice"), "unitPrice", taxTreatment));
  if (kind === "labour") result.push(...labourAmount(columns("amount"), result));
  else result.push(...moneyColumns(columns("amount"), "amount", taxTreatment));
  if (isBudget) result.push(...itemColumns(all("category"), found, profiles, make));
  else for (const column of all("description").slice(0, 1)) result.push(make("description", column));
  return result.sort((a, b) => a.column - b.column);
}

interface Found {
  readonly field: Field;
  readonly column: HeaderColumn;
  readonly weight: number;
}

/** Who does it may be all that a line says: 職種 beside 人月単価. */
const NAMES_AS_WELL: ReadonlySet<Field> = new Set<Field>(["person", "position"]);

/** Texts under a word of its own that no vocabulary knows. */
function isNamingColumn(column: HeaderColumn, profiles: ReadonlyMap<HeaderColumn, Profile>): boolean {
  const profile = profiles.get(column);
  return (
    profile !== undefined &&
    column.text !== "" &&
    (column.meaning === null ||
      column.meaning.fields.length === 0 ||
      NAMES_AS_WELL.has(column.meaning.fields[0] as Field)) &&
    column.meaning?.month !== true &&
    profile.texts * 2 > profile.filled &&
    sum(profile.levels) * 2 <= profile.filled
  );
}

/** Where no word says which column names the items, the first column of texts under an unknown word does. */
function itemByShape(
  table: Table,
  found: readonly Found[],
  profiles: ReadonlyMap<HeaderColumn, Profile>,
  allowed: ReadonlySet<Field>,
): Found[] {
  if (!allowed.has("description") || found.some(({ field }) => field === "description" || field === "specification"))
    return [];
  const candidates = table.columns.filter(
    (candidate) =>
      !found.some((other) => other.column === candidate && !NAMES_AS_WELL.has(other.field)) &&
      isNamingColumn(candidate, profiles),
  );
  // Beside a code the column in plain words names the item.
  const inWords = (candidate: HeaderColumn): boolean => {
    const { texts, words } = profiles.get(candidate) as Profile;
    return words * 2 > texts;
  };
  // 収支区分 says 支出 of every row: what tells them apart, be it the remarks, names them.
  const tellsApart = (candidate: HeaderColumn): boolean => {
    const { filled, distinct } = profiles.get(candidate) as Profile;
    return filled <= 2 || distinct * 2 > filled;
  };
  const usual = candidates.find(inWords) ?? candidates[0];
  if (usual === undefined) return [];
  const isTelling = (candidate: HeaderColumn): boolean => inWords(candidate) && tellsApart(candidate);
  const remarks = found.find(({ field, column }) => field === "note" && isTelling(column))?.column;
  const column = tellsApart(usual) ? usual : (candidates.find(isTelling) ?? remarks ?? usual);
  return [{ field: "description", column, weight: 1 }];
}

/** 区分 | 細目 without a column for the items: where each row has a 細目 of its own that no scheme knows, it is the item. */
function finestNamesItems(found: Found[], profiles: ReadonlyMap<HeaderColumn, Profile>): void {
  if (found.some(({ field }) => field === "description" || field === "specification")) return;
  const at = found.findIndex(({ field }) => field === "minor");
  const finest = found[at];
  if (finest === undefined || /^(?:[目節項]|細節)$/.test(compact(finest.column.text))) return;
  const { filled, distinct, levels } = profiles.get(finest.column) as Profile;
  const coarser = found.filter(({ field }) => field === "category" || field === "middle" || field === "major");
  const isFinest = coarser.some(({ column }) => sum((profiles.get(column) as Profile).levels) > 0);
  if (isFinest && filled >= 2 && sum(levels) === 0 && distinct * 10 >= filled * 8)
    found[at] = { ...finest, field: "description" };
}

const LEVEL_OF: Readonly<Record<string, Field>> = {
  款: "major",
  項: "middle",
  目: "minor",
  節: "minor",
  細節: "minor",
};

/** 款 | 項 | 目, or 節 | 細節, of public budgets: levels of items; 項 alone is a number of rows. */
function kanKouMoku(table: Table): (column: HeaderColumn) => HeaderColumn {
  const named = new Set(table.columns.map(({ text }) => compact(text)));
  const isTown = named.has("節") && named.has("細節");
  const isLedger = isTown || named.has("款") || named.has("目");
  return (column) => {
    const word = compact(column.text);
    // Below 目, what 節 says is the item itself.
    if (isLedger && word === "節" && named.has("目")) return { ...column, meaning: { ...ITEM, weight: 3 } };
    const level = isTown && !named.has("目") && word === "節" ? "middle" : isLedger ? LEVEL_OF[word] : undefined;
    return level === undefined ? column : { ...column, meaning: { ...ITEM, fields: [level], weight: 3 } };
  };
}

const ITEM_NUMBER = /^[(（]?(?:[0-9０-９]{1,3}|[①-⑳ア-ンa-zA-Z])[)）.．、]?$/;
/** 86155, F001, 0012-3: the number of an account, an item or a firm, its name beside it under one header. */
const CODE = /^[A-Za-z]{0,3}\d{2,8}(?:-\d{1,4})?$/;

/** The meanings of columns without a header of their own. */
const ITEM: Header = { fields: ["description"], weight: 1, tax: null, scale: null, word: "", month: false };

const CATEGORY: Header = { ...ITEM, fields: ["category"] };

/**
 * Item texts beside their heading: one column to the right of it, behind a number, or right of the categories, under no
 * heading or under the merged one of the categories.
 */
function besideTheirHeading(table: Table, categories: Categories): readonly HeaderColumn[] {
  const described = table.columns.some((column) =>
    column.meaning?.fields.some((field) => field === "description" || field === "specification"),
  );
  const columns: HeaderColumn[] = [];
  for (let at = 0; at < table.columns.length; at++) {
    const column = table.columns[at] as HeaderColumn;
    const next = table.columns[at + 1];
    const isMerged = column.right > column.column;
    const field = column.meaning?.fields[0];
    const isItem = field === "description";
    const beside = isMerged ? column.column + 1 : next?.text === "" ? next.column : null;
    const mayBe = isItem || isCategory(field) || (isMerged && field !== undefined);
    const texts = beside === null || !mayBe ? null : textsBeside(table, column.column, beside, categories);
    if (beside !== null && isMerged && texts === "coded") {
      columns.push({ ...column, column: beside });
      continue;
    }
    const wanted = isItem
      ? texts === "alone" || texts === "numbered"
      : isCategory(field) && (texts === "categories" || (texts !== null && !described));
    if (beside === null || !wanted) {
      columns.push(column);
      continue;
    }
    const right = Math.max(beside, column.right);
    if (isItem) columns.push({ ...column, column: texts === "numbered" ? beside : column.column, right });
    else {
      const meaning = texts === "categories" ? CATEGORY : ITEM;
      columns.push({ ...column, right: column.column }, { column: beside, right, text: "", meaning });
    }
    if (!isMerged) at++;
  }
  return columns;
}

const isCategory = (field: Field | undefined): boolean =>
  field === "category" || field === "major" || field === "middle" || field === "minor";

/**
 * How texts beside a heading's own values stand: in rows of their own, behind numbers, behind the codes of what they name,
 * or with other values; null for none.
 */
function textsBeside(
  { grid, firstRow, lastRow }: Table,
  heading: number,
  beside: number,
  categories: Categories,
): "alone" | "numbered" | "coded" | "both" | "categories" | null {
  let [texts, named, both, numbers, codes] = [0, 0, 0, 0, 0];
  let seen = 0;
  for (const { index: row } of grid.rowsBetween(firstRow, lastRow)) {
    if (seen++ === SAMPLE) break;
    const text = textOf(grid.own(row, beside));
    if (text === null) {
      if (!isBlank(grid.own(row, beside))) return null;
      continue;
    }
    if (readNumber(text) !== null) return null;
    texts++;
    if (categories.resolve(text) !== null) named++;
    const own = grid.own(row, heading);
    if (isBlank(own)) continue;
    both++;
    const value = String(own?.value).trim();
    if (ITEM_NUMBER.test(value)) numbers++;
    if (CODE.test(value) && text.length > 1) codes++;
  }
  if (texts === 0) return null;
  if (both >= 2 && codes === texts) return "coded";
  if (named * 2 > texts) return "categories";
  return both === 0 ? "alone" : both === numbers ? "numbered" : "both";
}

const BELONGING = /^(?:所属|部署|department)(?!.*(?:役職|職名))/;

/** 所属 | 職名: who the person is says the title, where they belong the other. */
const isTitleBeside = (other: HeaderColumn, column: HeaderColumn): boolean =>
  column.meaning?.fields[0] === "position" &&
  BELONGING.test(compact(column.text)) &&
  other.meaning?.fields[0] === "position" &&
  !BELONGING.test(compact(other.text));

const weightIn = (found: readonly Found[], field: Field, column: HeaderColumn): number =>
  found.find((entry) => entry.field === field && entry.column === column)?.weight ?? 0;

/** 区分 of a member may be its class or its role; a column of its own for the class, or the values, tell which. */
function settleRole(table: Table, result: FieldColumn[]): void {
  const at = result.findIndex((column) => column.field === "class");
  const read = result[at];
  if (read === undefined || result.some((column) => column.field === "role")) return;
  const explicit = table.columns.find((column) => column.meaning?.fields[0] === "class");
  const first = textOf(table.grid.own(table.firstRow, read.column)) ?? "";
  if (!/代表|構成員|幹事|参加/.test(first)) return;
  result[at] = { ...read, field: "role" };
  if (explicit !== undefined && explicit.column !== read.column)
    result.push({ ...read, field: "class", column: explicit.column, right: explicit.right, header: explicit.text });
}

const STAGES: readonly (readonly [RegExp, Field])[] = [
  [/^(?:発注|契約|注文)$/, "orderDate"],
  [/^(?:納品|納入|検収|引渡し?)$/, "deliveryDate"],
  [/^(?:支払い?|振込|決済)$/, "paymentDate"],
];

/** 発注 | 納品 | 支払, as under 日程: columns of days, though their headers do not say so. */
function stageDate(meaning: Header, profile: Profile, allowed: ReadonlySet<Field>): Field | undefined {
  if (meaning.fields.length > 0 || profile.days * 2 <= profile.filled) return undefined;
  const field = STAGES.find(([word]) => word.test(meaning.word))?.[1];
  return field !== undefined && allowed.has(field) ? field : undefined;
}

/** Several columns of one pay component are its parts, unless one of them is their total. */
function partsOrTotal(columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  if (columns.length < 2) return columns;
  // A heading over all of them names none of them.
  const only = (words: RegExp): HeaderColumn | undefined => {
    const named = columns.filter(({ text }) => words.test(compact(text)));
    return named.length === 1 ? named[0] : undefined;
  };
  const total = only(/計$|合計/) ?? only(/^諸手当|^法定福利|^社会保険料|事業主負担/);
  return total === undefined ? columns : [total];
}

/** 数量 over 裁断課, 縫製課 and 計: where a heading's counts have their sum beside them, the sum is the count. */
function withoutParts(columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  const headings = columns
    .map(({ text }) => SUM_UNDER.exec(compact(text))?.[1] ?? "")
    .filter((heading) => heading !== "");
  const isPart = (text: string): boolean =>
    !SUM_UNDER.test(text) && headings.some((heading) => text.startsWith(heading) && text !== heading);
  return columns.filter(({ text }) => !isPart(compact(text)));
}
const SUM_UNDER = /^(.+?)(?:合|小|総)?計$/;

/** Whether the values below a header can be what it says, where its word has two meanings. */
function fits(field: Field, profile: Profile, fields: readonly Field[]): boolean {
  if (fields.length === 1 || profile.filled === 0) return true;
  const numeric = profile.figures * 2 > profile.filled;
  // 利用期間: how many months, or from when to when.
  if (field === "quantity" && fields.includes("note")) return numeric;
  if (field === "amount") return numeric || !fields.includes("category");
  if (field === "category") return !numeric || !fields.includes("amount");
  return true;
}

/** Each tax treatment once, the likelier amount first in rank; the one that the scheme wants stands as `field` chosen. */
function moneyColumns(columns: readonly FieldColumn[], kind: "amount" | "unitPrice", wanted: Tax): FieldColumn[] {
  const best = (tax: Tax | null): FieldColumn | undefined => {
    let found: FieldColumn | undefined;
    for (const column of columns)
      if (
        column.tax === tax &&
        (found === undefined || amountRank(compact(column.header)) > amountRank(compact(found.header)))
      )
        found = column;
    return found;
  };
  const [exclusive, inclusive, silent] = [best("exclusive"), best("inclusive"), best(null)];
  const named =
    kind === "amount"
      ? (["amountExclusive", "amountInclusive"] as const)
      : (["unitPriceExclusive", "unitPriceInclusive"] as const);
  const result: FieldColumn[] = [];
  if (exclusive !== undefined) result.push({ ...exclusive, field: named[0] });
  if (inclusive !== undefined) result.push({ ...inclusive, field: named[1] });
  // Beside one labelled column, an unlabelled one is the other treatment, or the amount claimed.
  if (silent !== undefined && (wanted === "exclusive" ? exclusive : inclusive) === undefined)
    result.push({ ...silent, field: kind });
  return result;
}

/** Of a labour table's sums the last one after the hours is the person's amount; sums of pay stand before the rate. */
function labourAmount(columns: readonly FieldColumn[], others: readonly FieldColumn[]): FieldColumn[] {
  const after = Math.max(
    0,
    ...others
      .filter((column) => column.field === "hours" || column.field === "hourlyRate")
      .map((column) => column.column),
  );
  const behind = columns.filter((column) => column.column > after);
  const chosen = behind[behind.length - 1];
  return chosen === undefined ? [] : [{ ...chosen, field: "amount" }];
}

/** 内容説明, 詳細: beside what names the item, more about it. */
const EXPLAINS = /説明|詳細|補足|仕様/;

/** Which columns hold the categories and which the item itself. */
function itemColumns(
  categoryColumns: readonly HeaderColumn[],
  found: readonly Found[],
  profiles: ReadonlyMap<HeaderColumn, Profile>,
  make: (field: Field, column: HeaderColumn) => FieldColumn,
): FieldColumn[] {
  const result: FieldColumn[] = [];
  const has = (field: Field): boolean => found.some((entry) => entry.field === field);
  const profile = (column: HeaderColumn): Profile => profiles.get(column) as Profile;
  const descriptions = found.filter((entry) => entry.field === "description");
  // 摘要 and 説明 describe the item only where nothing does so better.
  const better = descriptions.filter((entry) => entry.column.meaning?.fields.includes("note") !== true);
  const candidates = better.length > 0 ? better : descriptions;
  const named = candidates.filter((entry) => profile(entry.column).filled > 0);
  // Beside a code (S-100) the column in plain words names the item.
  const inWords = ({ column }: Found): number => Number(profile(column).words * 2 >= profile(column).texts);
  const worded = [...(named.length > 0 ? named : candidates)].sort(
    (a, b) => inWords(b) - inWords(a) || itemRank(b.column) - itemRank(a.column),
  )[0]?.column;
  // 項目 beside 項目説明: what names an item in every row, and no category, is the item.
  const plain = categoryColumns.find((column) => {
    const { filled, distinct, levels, costs, texts } = profile(column);
    const isExplaining = worded !== undefined && EXPLAINS.test(worded.text) && costs * 2 < texts;
    const explained = worded !== undefined && (profile(worded).filled * 2 < filled || isExplaining);
    return explained && filled >= 2 && distinct * 10 >= filled * 8 && sum(levels) * 5 <= filled;
  });
  const item = plain ?? worded;
  let categories = categoryColumns.filter((column) => column !== plain);
  if (item !== undefined) {
    result.push(make("description", item));
    let specified = has("specification");
    for (const entry of descriptions) {
      if (entry.column === item) continue;
      // A column called 内訳 whose values are category names is a category column.
      if (sum(profile(entry.column).levels) * 2 > profile(entry.column).filled && profile(entry.column).filled > 0)
        categories.push(entry.column);
      else if (entry.column.meaning?.fields.includes("note") === true && !has("note"))
        result.push(make("note", entry.column));
      else if (!specified) {
        specified = true;
        result.push(make("specification", entry.column));
      }
    }
  } else if (categories.length > 0) {
    const free = categories.filter(
      (column) => sum(profile(column).levels) * 2 <= profile(column).filled && profile(column).filled > 0,
    );
    const others = has("major") || has("middle") || categories.length > 1;
    const last = free[free.length - 1];
    // 項目 alone names the items, where each row has another and few of them sound like items of cost.
    const namesItems = ({ costs, texts, distinct, filled }: Profile): boolean =>
      costs * 2 < texts && distinct * 10 >= filled * 8;
    const isItem = last !== undefined && (others || namesItems(profile(last)));
    if (isItem && last === categories[categories.length - 1]) {
      result.push(make("description", last));
      categories = categories.filter((column) => column !== last);
    }
  }
  // Several unnamed category columns: by their values, else from left to right.
  const open: Field[] = (["major", "middle", "minor"] as const).filter((level) => !has(level));
  categories.sort((a, b) => a.column - b.column);
  for (const column of categories) {
    const { levels } = profile(column);
    const resolved = sum(levels);
    const mixed = (["major", "middle", "minor"] as const).filter((level) => levels[level] > 0);
    let field: Field = "category";
    if (categories.length > 1 || has("major") || has("middle")) {
      const only = mixed.length === 1 && resolved > 0 ? mixed[0] : undefined;
      const next = only !== undefined && open.includes(only) ? only : mixed.length > 1 ? undefined : open[0];
      if (next !== undefined) {
        field = next;
        open.splice(open.indexOf(next), 1);
      }
    }
    if (field === "category" && result.some((entry) => entry.field === "category")) continue;
    result.push(make(field, column));
  }
  return result;
}

/** 品名 names the item more surely than 内容, 内容 more than 目的. */
function itemRank(column: HeaderColumn): number {
  const word = column.meaning?.word ?? "";
  if (/品名|件名|品目|商品|製品|物品|機器|item|^description/.test(word)) return 5;
  if (/経費(?:の)?内容|名称|業務名/.test(word)) return 4;
  if (/内訳|内容|detail/.test(word)) return 3;
  if (/摘要|明細|項目/.test(word)) return 2;
  return 1;
}
