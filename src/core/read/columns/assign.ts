/** Decides which column of a table holds what. */
import { compact } from "../../text/fold";
import { textOf } from "../../workbook/grid";
import { PARTS_OF_A_WAGE, type Field } from "../field";
import type { TableKind } from "../reading";
import type { HeaderColumn, Table } from "../tables/table";
import { amountRank, type Header, type Tax } from "../words/headers";
import { isBeforeChange } from "../words/versions";
import type { FieldColumn } from "./field-column";
import {
  besideTheirHeading,
  finestIsMiddle,
  itemsUnderOwnWord,
  ITEM,
  itemByShape,
  itemColumns,
  ownWordsNameItems,
  remarksAreNoItems,
  type Found,
} from "./item-columns";
import type { Profile, Profiles } from "./profile";
import { provenHours } from "./proven-wages";
import { figureColumn } from "./table-use";

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
    ...PARTS_OF_A_WAGE,
    "hourlyRate",
    "month",
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
  "scheduledHours",
  "note",
]);

/** The fields of a table's columns. `taxTreatment` chooses between a 税抜 and a 税込 column. */
export function assignFields(ofTable: Profiles, kind: TableKind, taxTreatment: Tax): FieldColumn[] {
  const { table, categories } = ofTable;
  const allowed = ALLOWED[kind === "income" || kind === "summary" || kind === "other" ? "budget" : kind];
  if (allowed === undefined) return [];
  const headed = besideTheirHeading(table, categories).map(kanKouMoku(table));
  const profiles = ofTable.over(headed);
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
  if (kind === "labour") for (const field of ["hours", "amount"] as const) leavePlanned(found, field);
  if (kind === "labour") tellPosition(found);
  if (kind === "labour") hoursByRate(table, found);
  const isBudget = kind === "budget" || kind === "summary" || kind === "income" || kind === "other";
  if (isBudget) {
    remarksAreNoItems(found, profiles);
    itemsUnderOwnWord(found, profiles, allowed);
    finestIsMiddle(found, profiles);
    ownWordsNameItems(found, profiles, "minor");
    for (const item of itemByShape(table, found, profiles, allowed)) {
      const note = found.findIndex(({ field, column }) => field === "note" && column === item.column);
      if (note >= 0) found.splice(note, 1);
      found.push(item);
    }
    ownWordsNameItems(found, profiles, "category");
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
    const kinds = table.columns.find(
      ({ meaning }) => meaning?.fields[0] === "category" || meaning?.fields[0] === "middle",
    );
    if (kinds !== undefined) result.push(make("employment", kinds));
  }
  const headers = table.columns.map(({ text }) => text);
  const all = (field: Field): HeaderColumn[] =>
    found.filter((entry) => entry.field === field).map((entry) => entry.column);
  // Of counts and prices before a change and after it, those after it make the amount.
  const inForce = (field: Field): HeaderColumn[] => all(field).filter(({ text }) => !isBeforeChange(text, headers));
  for (const field of ["note", "specification", "scheduledHours"] as const)
    for (const column of all(field)) result.push(make(field, column));
  for (const column of withoutParts(inForce("quantity"))) result.push(make("quantity", column));
  for (const field of ["allowances", "welfare"] as const)
    for (const column of partsOrTotal(all(field))) result.push(make(field, column));
  const columns = (field: Field): FieldColumn[] => all(field).map((column) => make(field, column));
  result.push(
    ...moneyColumns(
      inForce("unitPrice").map((column) => make("unitPrice", column)),
      "unitPrice",
      taxTreatment,
    ),
  );
  if (kind === "labour") result.push(...labourAmount(columns("amount"), result, headed));
  else result.push(...moneyColumns(columns("amount"), "amount", taxTreatment));
  if (isBudget) result.push(...itemColumns(all("category"), found, profiles, make));
  else for (const column of all("description").slice(0, 1)) result.push(make("description", column));
  return result.sort((a, b) => a.column - b.column);
}

/** 氏名 | 担当: beside who it is 担当 says what he is, 係長 or パート. */
function tellPosition(found: Found[]): void {
  const people = found.filter(({ field }) => field === "person");
  const at = found.findIndex(({ field, column }) => field === "person" && /^担当$/.test(compact(column.text)));
  if (at < 0 || people.length < 2 || found.some(({ field }) => field === "position")) return;
  found[at] = { ...(found[at] as Found), field: "position" };
}

/** 計画 | 実績 over hours and amounts: what is applied for is planned. */
function leavePlanned(found: Found[], field: Field): void {
  const own = found.filter((entry) => entry.field === field);
  const done = own.filter(({ column }) => /実績/.test(column.text));
  if (done.length === own.length) return;
  for (const entry of done) found.splice(found.indexOf(entry), 1);
}

/** 9月 | 10月 | 計 | 単価 | 金額: what times the rate is an amount are the hours, whatever their header says. */
function hoursByRate(table: Table, found: Found[]): void {
  const rate = found.find(({ field }) => field === "hourlyRate")?.column;
  const known = found.find(({ field }) => field === "hours")?.column ?? null;
  const others = new Set(
    found.flatMap(({ field, column }) => (field === "hours" || field === "amount" ? [] : [column])),
  );
  const open = table.columns.filter((column) => !others.has(column) && column.meaning?.month !== true);
  const hours = rate === undefined ? known : provenHours(table, rate, known, open);
  if (hours === null || hours === known) return;
  for (const column of [known, hours]) {
    const at = found.findIndex((entry) => entry.column === column);
    if (at >= 0) found.splice(at, 1);
  }
  found.push({ field: "hours", column: hours, weight: 1 });
}

const LEVEL_OF: Readonly<Record<string, Field>> = {
  款: "major",
  項: "middle",
  目: "minor",
  節: "minor",
  細節: "minor",
  細目: "minor",
};

/** 款 | 項 | 目, 節 | 細節 or 節 | 細目, of public budgets: levels of items; 項 alone is a number of rows. */
function kanKouMoku(table: Table): (column: HeaderColumn) => HeaderColumn {
  const named = new Set(table.columns.map(({ text }) => compact(text)));
  const isTown = named.has("節") && (named.has("細節") || named.has("細目"));
  const isLedger = isTown || named.has("款") || named.has("目");
  return (column) => {
    const word = compact(column.text);
    // Below 目, what 節 says is the item itself.
    if (isLedger && word === "節" && named.has("目")) return { ...column, meaning: { ...ITEM, weight: 3 } };
    const level = isTown && !named.has("目") && word === "節" ? "middle" : isLedger ? LEVEL_OF[word] : undefined;
    return level === undefined ? column : { ...column, meaning: { ...ITEM, fields: [level], weight: 3 } };
  };
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
  const numeric = profile.figures * 2 > profile.filled;
  // 構成員A over figures is what it bears, and names nobody.
  if (field === "member") return !numeric;
  // 買うもの over figures is what they cost, and names nothing; 積算 holds calculations.
  if (field === "description" || field === "specification")
    return (profile.figures - profile.calculated) * 2 <= profile.filled;
  if (fields.length === 1 || profile.filled === 0) return true;
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

const WAGE = /^(?:労務費|人件費)(?:計|合計|額)?$/;

/**
 * Of a labour table's sums the last one after the hours is the person's amount; sums of pay stand before the rate, and
 * behind other hours those of what was done.
 */
function labourAmount(
  columns: readonly FieldColumn[],
  others: readonly FieldColumn[],
  headed: readonly HeaderColumn[],
): FieldColumn[] {
  const after = Math.max(
    0,
    ...others
      .filter((column) => column.field === "hours" || column.field === "hourlyRate")
      .map((column) => column.column),
  );
  const until =
    headed.find(({ column, meaning }) => column > after && meaning?.fields.includes("hours") === true)?.column ??
    Infinity;
  const behind = columns.filter(({ column }) => column > after);
  const wage = columns.filter(({ header }) => WAGE.test(compact(header)));
  const chosen =
    behind.findLast(({ column }) => column < until) ?? behind.at(-1) ?? (wage.length === 1 ? wage[0] : undefined);
  return chosen === undefined ? [] : [{ ...chosen, field: "amount" }];
}
