/** What says of a table that it belongs to a budget. */
import { toNumber, ZERO } from "../../money/fraction";
import { compact } from "../../text/fold";
import { onceFor, recalled } from "../../text/recalled";
import type { Detector } from "../hypothesis";
import { digitsOf, near } from "../sums/yen";
import type { Part } from "../tables/part";
import { looksLikeCategory, withoutNumbering } from "../words/categories";
import { namesGrant, saysSpending } from "./budget-signs";
import type { Surroundings } from "./surroundings";
import type { Money, TableView } from "./table-view";

interface Further extends Money {
  /** What is the budget so far. */
  readonly budget: readonly Money[];
  /** What together comes to a whole told elsewhere. */
  readonly whole: readonly Money[];
  readonly around: Surroundings;
}

export const BONDS: readonly Detector<Further, "belongs">[] = [
  {
    name: "items-of-the-scheme",
    means: "belongs",
    weight: 4,
    test: ({ view: { items, of }, part: { context } }) =>
      context?.category == null &&
      items.filter((item) => context?.categories.resolve(item) != null).length * 5 >= of * 4,
  },
  {
    name: "items-of-no-scheme",
    means: "belongs",
    weight: -3,
    test: (further) =>
      statesOthers(further) && further.budget.some((other) => !statesOthers(other) && other.view.items.length > 0),
  },
  {
    // The budget of the whole body, by accounts, beside one that names what is bought.
    name: "names-accounts-alone",
    means: "belongs",
    weight: -2.5,
    test: (further) => namesAccounts(further) && !further.budget.some(namesAccounts),
  },
  {
    name: "grant-named-elsewhere",
    means: "belongs",
    weight: -3,
    test: ({ part, view, budget }) => {
      const naming = budget.filter((other) => namesGrant(other.view));
      return !namesGrant(view) && naming.length > 0 && !naming.some((other) => isAbove(other.part, part));
    },
    why: "what a title names may hold for the tables below it, too",
  },
  {
    // 芸術文化振興基金 beside DX推進補助金.
    name: "names-another-grant",
    means: "belongs",
    weight: -8,
    test: ({ view, budget }) => {
      const own = grantsIn(view);
      const theirs = budget.flatMap((other) => grantsIn(other.view));
      if (own.length === 0) return false;
      // 機構の助成金に申請する予算 may be any: it says less.
      if (theirs.length === 0) return 0.75 * Number(budget.some((other) => namesGrant(other.view)));
      return !own.some((name) => theirs.some((other) => name.includes(other) || other.includes(name)));
    },
  },
  {
    // Its title or its sheet names one.
    name: "under-an-item-of-the-scheme",
    means: "belongs",
    weight: 4,
    test: ({ part: { context } }) => context?.category != null,
  },
  {
    name: "named-like-an-item",
    means: "belongs",
    weight: 1.5,
    test: ({ part: { table } }) =>
      [table.title, table.grid.name].some((name) => name !== null && looksLikeCategory(name)),
  },
  {
    name: "of-a-member",
    means: "belongs",
    weight: 3,
    test: ({ part: { context, rows } }) =>
      context?.member != null || rows?.lines.some(({ line }) => line.member !== null) === true,
  },
  {
    // A sheet an account, a table a member.
    name: "drawn-alike",
    means: "belongs",
    weight: 4,
    test: isLike((one, other) => headersOf(one.view).all === headersOf(other.view).all),
  },
  {
    name: "headed-alike",
    means: "belongs",
    weight: 1,
    test: isLike((one, other) => areHeadedAlike(one.view, other.view)),
  },
  {
    name: "same-columns",
    means: "belongs",
    weight: 1.5,
    // What is bought and what it costs are all that a table can say.
    test: (further) => hasSameColumns(further) && (further.part.columns.length > FEWEST_COLUMNS || 0.3),
  },
  {
    name: "side-by-side",
    means: "belongs",
    weight: 1.5,
    test: isLike(
      ({ part: { table: one } }, { part: { table: other } }) =>
        one.grid === other.grid && one.headerBottom === other.headerBottom,
    ),
  },
  {
    name: "bought-as-plainly",
    means: "belongs",
    weight: 2,
    test: ({ part, around }) => Math.max(0, around.plainness(part)),
  },
  {
    name: "titles-alike",
    means: "belongs",
    weight: 2,
    test: isLike((one, other) => areTitledAlike(one.view.title, other.view.title)),
  },
  {
    name: "on-one-sheet",
    means: "belongs",
    weight: 1,
    test: isLike((one, other) => one.part.table.grid === other.part.table.grid),
  },
  {
    name: "on-a-sheet-of-spending",
    means: "belongs",
    weight: 1,
    test: isLike((one, other) => one.part.table.grid === other.part.table.grid && saysSpending(one.view.sheet)),
  },
  {
    name: "sheets-numbered-alike",
    means: "belongs",
    weight: 1,
    test: isLike((one, other) => areNumberedAlike(one.view.sheet, other.view.sheet)),
  },
  {
    // 一期, 二期, 三期: what a person parts so is one thing; nobody named Sheet1 and Sheet2.
    name: "sheets-called-by-number-alone",
    means: "belongs",
    weight: 1.5,
    test: isLike(
      ({ view: { sheet: one } }, { view: { sheet: other } }) =>
        areNumberedAlike(one, other) && [one, other].every((name) => NUMBER_ALONE.test(name)),
    ),
  },
  {
    // Titles, or what heads the items where it is the title.
    name: "titles-numbered-alike",
    means: "belongs",
    weight: 1.5,
    test: isLike(
      (one, other) =>
        areNumberedAlike(compact(one.part.table.title ?? ""), compact(other.part.table.title ?? "")) ||
        areNumberedAlike(one.view.saysBesides[0] ?? "", other.view.saysBesides[0] ?? ""),
    ),
  },
  {
    name: "sums-told-together",
    means: "belongs",
    weight: 3,
    test: ({ part, view, budget, around }) => budget.some((other) => around.tellsBoth({ part, view }, other)),
  },
  {
    // Of several tables one of which is the budget.
    name: "part-of-a-whole-told",
    means: "belongs",
    weight: 6,
    test: ({ part, whole }) => whole.some((table) => table.part === part),
  },
  {
    name: "whole-told-with-it",
    means: "belongs",
    weight: 3,
    test: ({ part, view, budget, around }) => view.sum > 0 && around.tells([{ part, view }, ...budget], { part, view }),
  },
  {
    name: "whole-told-without-it",
    means: "belongs",
    weight: -3,
    test: ({ part, view, budget, around }) => around.tellsWithout(budget, { part, view }),
  },
  {
    name: "tells-the-same-money",
    means: "belongs",
    weight: -6,
    test: tellsTheSameMoney,
    why: "資金 | 金額 of 自己資金 and a bank that come to what is bought: whence it is paid",
  },
  {
    name: "referred-to",
    means: "belongs",
    weight: 4,
    test: ({ part, view, around }) => around.refersTo({ part, view }),
  },
  { name: "breaks-a-line-down", means: "belongs", weight: 5, test: isLike(breaksDown) },
];

/** Without prices, counts or firms, it comes with its rows of funding to the very sum of the budget. */
function tellsTheSameMoney({ view, part: { rows }, budget }: Further): boolean {
  if (view.hasPrice || view.hasCount || view.hasVendor || view.of + view.funding < FEWEST_PARTS) return false;
  const funds = rows?.figures.filter(({ role }) => role === "funding") ?? [];
  const told = funds.reduce((sum, { money }) => sum + toNumber(money?.yen ?? ZERO), view.sum);
  const whole = budget.reduce((sum, other) => sum + other.view.sum, 0);
  return digitsOf(told) >= FEWEST_DIGITS && near(told, whole);
}
const FEWEST_PARTS = 2;
/** Rounder sums may agree by chance. */
const FEWEST_DIGITS = 3;

const isAbove = ({ table: one }: Part, { table: other }: Part): boolean =>
  one.grid === other.grid && one.headerTop < other.headerTop;

/** States items, none of which the scheme has. */
const statesOthers = onceFor(
  ({ view: { items, of }, part: { context } }: Money): boolean =>
    items.length * 5 >= of * 4 && !items.some((item) => context?.categories.resolve(item) != null),
);

/** 給料手当, 旅費交通費, 通信費: its lines are accounts. */
const namesAccounts = onceFor(
  ({ view: { lines, of } }: Money): boolean =>
    of >= FEWEST_ACCOUNTS && lines.filter(({ name }) => looksLikeCategory(name)).length * 5 >= of * 4,
);
const FEWEST_ACCOUNTS = 3;

const grantsIn = onceFor(({ title, sheet }: TableView): readonly string[] =>
  [title, sheet].flatMap((name) => [...name.matchAll(GRANT)].map(([, called]) => called as string)),
);

const GRANT =
  /([\p{Script=Han}\p{Script=Katakana}a-z0-9ー]{2,})(?:補助金|助成金|交付金|基金|(?:支援|推進|促進|振興|対策)事業)/giu;

/** Like one table of the budget at least. */
function isLike(are: (one: Money, other: Money) => boolean): (further: Further) => boolean {
  return ({ budget, ...one }) => budget.some((other) => are(one, other));
}

const hasSameColumns = isLike((one, other) => fieldsOf(one) === fieldsOf(other));
const FEWEST_COLUMNS = 2;
const fieldsOf = ({ part: { columns } }: Money): string => fieldsIn(columns);
const fieldsIn = onceFor((columns: Part["columns"]): string => columns.map(({ field }) => field).join("|"));

/** Three headers in five of the one with fewer. */
function areHeadedAlike(one: TableView, other: TableView): boolean {
  const [own, theirs] = [headersOf(one).known, headersOf(other).known];
  let same = 0;
  for (const header of own) if (theirs.has(header)) same++;
  return same * 5 >= Math.min(own.size, theirs.size) * 3;
}

const headersOf = onceFor(({ saysBesides }: TableView) => ({
  all: saysBesides.join("|"),
  known: new Set(saysBesides.filter((header) => header !== "")),
}));

/** 本社工場で入れるもの, 第二工場で入れるもの. */
function areTitledAlike(one: string, other: string): boolean {
  const [own, theirs] = [bareTitle(one), bareTitle(other)];
  let same = 0;
  while (same < Math.min(own.length, theirs.length) && own.at(-1 - same) === theirs.at(-1 - same)) same++;
  return own !== theirs && same >= FEWEST_ALIKE;
}
const bareTitle = (title: string): string => title.replace(/[(（].*$/, "");
const FEWEST_ALIKE = 4;

/** Ⅲ－１ 旅費 and Ⅲ－２ 外注費, 7月 and 8月; R7_収支 and R7_資産 bear one number. */
const areNumberedAlike = (one: string, other: string): boolean => {
  const [own, theirs] = [numberingOf(one), numberingOf(other)];
  return own !== null && own.form === theirs?.form && own.as !== theirs.as;
};

/** How a name is numbered: as it stands, and its form, # for the number; null where it is not. */
const numberingOf = recalled((name): { readonly as: string; readonly form: string } | null => {
  const bare = withoutNumbering(name);
  const before = name.slice(0, Math.max(0, name.indexOf(bare)));
  if (/[\p{L}\p{N}]/u.test(before)) return { as: before, form: before.replace(/[\p{L}\p{N}]+/gu, "#") };
  const [as, word, unit] = NUMBERED.exec(name) ?? [];
  return as === undefined || word === undefined ? null : { as, form: `${word}#${unit ?? ""}` };
});

/** 7月, 第2工場, 三期 */
const NUMBERED = /^([^\d一二三四五六七八九十]{0,8})(?:\d+|[一二三四五六七八九十]+)(\D?)/;

const NUMBER_ALONE = /^第?(?:\d+|[一二三四五六七八九十]+)\D{1,2}$/;

/** A line of the budget that was taken out for it: 出張旅費（別紙のとおり）. */
function breaksDown({ view: { sum } }: Money, { part: { rows } }: Money): boolean {
  const dropped = rows?.all.filter((read) => !rows.lines.includes(read)) ?? [];
  return dropped.some(({ exact }) => exact !== null && near(toNumber(exact), sum));
}
