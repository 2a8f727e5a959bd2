/** Which column names the items, by words and, where they say nothing, by what stands in it. */
import { compact } from "../../text/fold";
import { readNumber } from "../../text/number";
import { isBlank, textOf } from "../../workbook/grid";
import type { Field } from "../field";
import type { HeaderColumn, Table } from "../tables/table";
import type { Categories } from "../words/categories";
import type { Header } from "../words/headers";
import type { FieldColumn } from "./field-column";
import { SAMPLE, sum, type Profile } from "./profile";

export interface Found {
  readonly field: Field;
  readonly column: HeaderColumn;
  readonly weight: number;
}

/** Who does it may be all that a line says: 職種 beside 人月単価. */
const NAMES_AS_WELL: ReadonlySet<Field> = new Set<Field>(["person", "position"]);

/** Texts under a word of its own that no vocabulary knows, or one of another kind of table: 手当てする物 is no allowance. */
export function isNamingColumn(
  column: HeaderColumn,
  profiles: ReadonlyMap<HeaderColumn, Profile>,
  allowed?: ReadonlySet<Field>,
): boolean {
  const profile = profiles.get(column);
  return (
    profile !== undefined &&
    column.text !== "" &&
    (column.meaning === null ||
      column.meaning.fields.length === 0 ||
      (allowed !== undefined && !column.meaning.fields.some((field) => allowed.has(field))) ||
      NAMES_AS_WELL.has(column.meaning.fields[0] as Field)) &&
    column.meaning?.month !== true &&
    profile.texts * 2 > profile.filled &&
    sum(profile.levels) * 2 <= profile.filled
  );
}

const FEWEST_DAYS = 2;

/** 件 | 掛かる額 | 説明: a word for items that is as well one for remarks, beside texts in more rows of a column of their own. */
export function remarksAreNoItems(found: Found[], profiles: ReadonlyMap<HeaderColumn, Profile>): void {
  const at = found.findIndex(({ field, column }) => {
    const fields = column.meaning?.fields ?? [];
    return field === "description" && fields.includes("note");
  });
  const remarks = found[at];
  if (remarks === undefined || found.filter(({ field }) => field === "description").length > 1) return;
  const { filled } = profiles.get(remarks.column) as Profile;
  const isItem = (column: HeaderColumn, profile: Profile): boolean =>
    column.column < remarks.column.column &&
    profile.filled > filled &&
    profile.words * 2 > profile.texts &&
    profile.distinct * 2 > profile.filled &&
    isNamingColumn(column, profiles) &&
    !found.some((other) => other.column === column);
  if ([...profiles].some(([column, profile]) => isItem(column, profile))) found[at] = { ...remarks, field: "note" };
}

/** Where no word says which column names the items, the first column of texts under an unknown word does. */
export function itemByShape(
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
      isNamingColumn(candidate, profiles, allowed),
  );
  // 利用日 | 使った物: when it was says what it was only where no other words do.
  const undated = candidates.filter((candidate) => {
    const { days, filled } = profiles.get(candidate) as Profile;
    return days < FEWEST_DAYS || days * 4 < filled;
  });
  const naming = undated.length > 0 ? undated : candidates;
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
  const usual = naming.find(inWords) ?? naming[0];
  if (usual === undefined) return [];
  const isTelling = (candidate: HeaderColumn): boolean => inWords(candidate) && tellsApart(candidate);
  const remarks = found.find(({ field, column }) => field === "note" && isTelling(column))?.column;
  const column = tellsApart(usual) ? usual : (naming.find(isTelling) ?? remarks ?? usual);
  return [{ field: "description", column, weight: 1 }];
}

/** 費目 | 細目 | 品名: a 細目 that holds the names of 中項目 is the column of these, where no other is. */
export function finestIsMiddle(found: Found[], profiles: ReadonlyMap<HeaderColumn, Profile>): void {
  if (found.some(({ field }) => field === "middle")) return;
  const at = found.findIndex(({ field, column }) => {
    const { filled, levels } = profiles.get(column) as Profile;
    return field === "minor" && levels.middle * 2 > filled && levels.middle > levels.minor;
  });
  if (at >= 0) found[at] = { ...(found[at] as Found), field: "middle" };
}

/**
 * 区分 | 細目, or 経費 | 費目, without a column for the items: where each row has a 細目, or a 経費, of its own that no scheme
 * knows, beside items of cost that it knows, that is the item.
 * @param level what such a column was taken for
 */
export function ownWordsNameItems(
  found: Found[],
  profiles: ReadonlyMap<HeaderColumn, Profile>,
  level: "minor" | "category",
): void {
  // 積算 holds calculations (@25,000×2回), and names nothing.
  const names = ({ field, column }: Found): boolean => {
    const { texts, words } = profiles.get(column) as Profile;
    return (field === "description" || field === "specification") && (texts === 0 || words * 2 > texts);
  };
  if (found.some(names)) return;
  const at = found.findIndex(({ field, column }) => {
    const { filled, distinct, levels } = profiles.get(column) as Profile;
    const isOwn = filled >= 2 && sum(levels) === 0 && distinct * 10 >= filled * 8;
    return field === level && isOwn && !/^(?:[款目節項]|細節)$/.test(compact(column.text));
  });
  const isKnown = ({ field, column }: Found): boolean =>
    (field === "category" || field === "middle" || field === "major") &&
    sum((profiles.get(column) as Profile).levels) > 0;
  if (at >= 0 && found.some(isKnown)) found[at] = { ...(found[at] as Found), field: "description" };
}

const FEWEST_ITEMS = 2;

/** The scheme's own items of cost, under a word that no vocabulary knows. */
export const holdsItems = ({ text, meaning }: HeaderColumn, { filled, levels }: Profile): boolean =>
  (meaning === null || meaning.fields.length === 0) &&
  text !== "" &&
  filled >= FEWEST_ITEMS &&
  sum(levels) * 3 >= filled * 2;

/**
 * 部 | 経費 | 明細 over 物品費の部 and シート「物品費」: under whatever word, what holds the scheme's own items is their column,
 * and what only says where their lines stand is a remark.
 */
export function itemsUnderOwnWord(
  found: Found[],
  profiles: ReadonlyMap<HeaderColumn, Profile>,
  allowed: ReadonlySet<Field>,
): void {
  if (!allowed.has("category")) return;
  if (!found.some(({ field }) => isCategory(field))) {
    const column = [...profiles].find(([candidate, profile]) => holdsItems(candidate, profile))?.[0];
    if (column === undefined) return;
    found.push({ field: "category", column, weight: 1 });
  } else if (!found.some(({ field }) => field === "middle")) {
    // 区分 | 中の区分: beside the 大項目.
    const isMiddle = ([candidate, profile]: readonly [HeaderColumn, Profile]): boolean =>
      holdsItems(candidate, profile) && profile.levels.middle * 3 >= profile.filled * 2;
    const column = [...profiles].find(isMiddle)?.[0];
    if (column !== undefined) found.push({ field: "middle", column, weight: 1 });
  }
  for (const [at, { field, column }] of found.entries()) {
    const { texts, pointers } = profiles.get(column) as Profile;
    const isItem = field === "description" || field === "specification";
    if (isItem && pointers >= FEWEST_ITEMS && pointers === texts) found[at] = { field: "note", column, weight: 1 };
  }
}

const ITEM_NUMBER = /^[(（]?(?:[0-9０-９]{1,3}|[①-⑳ア-ンa-zA-Z])[)）.．、]?$/;

/** 86155, F001, 0012-3: the number of an account, an item or a firm, its name beside it under one header. */
const CODE = /^[A-Za-z]{0,3}\d{2,8}(?:-\d{1,4})?$/;

/** The meanings of columns without a header of their own. */
export const ITEM: Header = { fields: ["description"], weight: 1, tax: null, scale: null, word: "", month: false };

const CATEGORY: Header = { ...ITEM, fields: ["category"] };

/**
 * Item texts beside their heading: one column to the right of it, behind a number, or right of the categories, under no
 * heading or under the merged one of the categories.
 */
export function besideTheirHeading(table: Table, categories: Categories): readonly HeaderColumn[] {
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

/** 内容説明, 詳細: beside what names the item, more about it. */
const EXPLAINS = /説明|詳細|補足|仕様/;

const FEWEST_ALIKE = 3;

/** Which columns hold the categories and which the item itself. */
export function itemColumns(
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
  // 申請件名 says the same of every row: it names the whole, not its items.
  const tellsApart = ({ column }: Found): number =>
    Number(profile(column).filled < FEWEST_ALIKE || profile(column).distinct > 1);
  const worded = [...(named.length > 0 ? named : candidates)].sort(
    (a, b) => inWords(b) - inWords(a) || tellsApart(b) - tellsApart(a) || itemRank(b.column) - itemRank(a.column),
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
