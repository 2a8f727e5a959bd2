/** How the tables of a workbook stand to each other: which count, and what of them is said elsewhere already. */
import { fraction, toNumber } from "../../money/fraction";
import { compact } from "../../text/fold";
import { once } from "../../text/recalled";
import type { Workbook } from "../../workbook/workbook";
import type { LineRead } from "../records/lines";
import type { BudgetLine, SetAsideReason, SkippedCode, TotalRow } from "../reading";
import type { BudgetRows } from "../rows/read";
import { isProof } from "../sums/sum-found";
import { near } from "../sums/yen";
import { monthsOf } from "../columns/table-use";
import type { Page, Part } from "../tables/part";
import { ITEM_FIELDS } from "../words/item-fields";
import { withoutNumbering, type Categories } from "../words/categories";
import { withoutLegend } from "../words/legends";
import { besideTheBudget } from "./beside-the-budget";
import { signsOfEffects } from "./effects";
import { isDirectory, isMoneyByPlace, isOfMarks } from "./no-purchases";
import { awaitsCounts } from "./order-forms";
import { isBareOfPurchases, isOfASeller, signsOfAList, thingOf } from "./prices";
import { findRepeats, type LineTable } from "./repeats";
import { standingOf } from "./standing";
import { arePricesAlone } from "./table-detectors";
import type { TableView } from "./table-view";

/**
 * Decides which tables count: sets `setAside` and the kind of those that do not, and takes lines out that repeat others.
 * @param wages Σ of the labour tables, yen
 * @returns the totals that such repetitions are, and the tables that count though nothing but their prices says so
 */
export function relate(
  pages: readonly Page[],
  workbook: Workbook,
  categories: Categories,
  wages: number,
  plainness: (line: BudgetLine) => number = () => 0,
): { readonly repeats: TotalRow[]; readonly pricesAlone: readonly Part[] } {
  for (const page of pages) {
    const reason = page.skipped === "example" || page.skipped === "hidden" ? page.skipped : null;
    if (reason === null) continue;
    for (const part of page.parts) [part.kind, part.setAside] = ["other", part.rows === null ? null : reason];
  }
  const asked = pages.flatMap((page) =>
    page.parts.filter(({ kind }) => kind === "budget" || kind === "summary").map((part) => ({ part, page })),
  );
  const parts = asked.map(({ part }) => part);
  const shared = sharedPrefix(workbook);
  const views = asked.map(({ part, page }) => viewOf(part, page, workbook, shared));
  const viewByPart = new Map(parts.map((part, index) => [part, views[index]]));
  standingOf(views).forEach(({ counts, reason }, index) => {
    const part = parts[index] as Part;
    if (counts) return;
    part.setAside = reason;
    if (part.kind === "budget" && reason !== "box") part.kind = "other";
  });
  for (const page of pages) skipWhole(page);
  const counted = parts.filter((part) => part.setAside === null && part.kind === "budget");
  const repeats = setAsideRepeats(counted, categories, wages, shared);
  const left = counted.filter((part) => part.setAside === null && part.kind === "budget");
  const viewed = (part: Part): TableView => viewByPart.get(part) as TableView;
  const beside = besideTheBudget(
    left.map((part) => ({ part, view: viewed(part) })),
    { pages, wages, plainness },
  );
  for (const { part } of beside) [part.kind, part.setAside] = ["other", "other"];
  for (const page of pages) setAsideBalanced(page);
  return {
    repeats,
    pricesAlone: counted.filter((part) => arePricesAlone(viewed(part))),
  };
}

/** 収入の部 that comes to what is spent in a 支出の部 that does not count is of the same account, and none of the project's. */
function setAsideBalanced({ parts }: Page): void {
  const yenOf = ({ rows }: Part): number => (rows?.lines ?? []).reduce((sum, { line }) => sum + (line.amount ?? 0), 0);
  const aside = parts.filter(({ setAside }) => setAside === "other").map(yenOf);
  for (const part of parts) {
    const yen = part.kind === "income" ? yenOf(part) : 0;
    if (yen !== 0 && aside.some((spent) => near(spent, yen))) [part.kind, part.setAside] = ["other", "other"];
  }
}

/** A sheet whose tables are all set aside for one reason of the sheet itself is left out as a whole. */
function skipWhole(page: Page): void {
  const money = page.parts.filter(({ rows }) => rows !== null);
  const [first] = money;
  if (first?.setAside == null || !money.every(({ setAside }) => setAside === first.setAside)) return;
  const code = SHEET_REASONS[first.setAside];
  if (code === undefined) return;
  page.skipped = code;
  for (const part of page.parts) part.kind = "other";
}

const SHEET_REASONS: Readonly<Partial<Record<SetAsideReason, SkippedCode>>> = {
  example: "example",
  hidden: "hidden",
  "old-version": "superseded",
  copy: "copy",
};

/** R7_ of R7_予算 and R7_資産: what the names of all sheets begin with says nothing of any one. */
function sharedPrefix({ sheets }: Workbook): number {
  const [first, ...others] = sheets.map(({ name }) => name);
  if (first === undefined || others.length === 0) return 0;
  const ends = [...first.matchAll(/[_＿\-－・ \u3000]/g)].map(({ index }) => index + 1).reverse();
  return ends.find((end) => others.every((name) => name.length > end && name.startsWith(first.slice(0, end)))) ?? 0;
}

function viewOf(part: Part, page: Page, workbook: Workbook, shared: number): TableView {
  const { table, columns, rows } = part;
  const name = table.grid.name;
  const fields = new Set(columns.map(({ field }) => field));
  const has = (prefix: string): boolean => [...fields].some((field) => field.startsWith(prefix));
  const lines = rows?.lines ?? [];
  const named = once(() =>
    lines.map(({ line, exact }) => ({
      yen: exact === null ? 0 : toNumber(exact),
      price:
        line.unitPrice === null || line.quantity === null || toNumber(line.quantity) === 1
          ? null
          : toNumber(line.unitPrice),
      item: compact(
        `${line.member === line.description ? "" : (line.member ?? "")}${line.description}${line.specification ?? ""}`,
      ),
      get name() {
        return compact(line.description);
      },
      get thing() {
        return thingOf(line.description);
      },
    })),
  );
  const bare = (text: string): string => compact(withoutNumbering(withoutLegend(text)));
  const amount = columns.find(({ field }) => field.startsWith("amount"));
  const priced = amount !== undefined && table.columns.find(({ column }) => column === amount.column)?.meaning;
  return {
    kind: part.kind,
    sheet: compact(name.slice(shared)),
    title: bare(table.title ?? ""),
    // What stands right of the amounts speaks of what is beside them.
    titles: table.above
      .filter(({ column }) => amount === undefined || column <= amount.right)
      .map(({ text }) => bare(text)),
    isVisible: isShown(name, workbook),
    headers: columns.map(({ header }) => compact(header)),
    amountHeaders: columns.filter(({ field }) => field.startsWith("amount")).map(({ header }) => compact(header)),
    saysBesides: table.columns.map(({ text }) => compact(text)),
    of: lines.length,
    get lines() {
      return named();
    },
    products: lines.filter(isProduct).length,
    items: lines.flatMap(({ line }) => {
      const item = line.statedMiddle ?? line.statedMajor;
      return item === null || compact(item) === compact(line.description) ? [] : [item];
    }),
    sum: lines.reduce((sum, { exact }) => sum + (exact === null ? 0 : toNumber(exact)), 0),
    isProven: rows?.choice.sums.some((sum) => isProof(sum) && sum.of >= 2) ?? false,
    funding: rows?.roles.filter(({ role }) => role === "funding").length ?? 0,
    figures: rows?.found.of ?? 0,
    hasCount: has("quantity"),
    hasPrice: has("unitPrice"),
    hasVendor: has("vendor"),
    isPricesOnly: priced !== false && priced?.fields[0] === "unitPrice",
    isBareOfPurchases: isBareOfPurchases(part),
    signsOfAList: signsOfAList(part),
    effects: signsOfEffects(part),
    awaitsCounts: awaitsCounts(part),
    isOfNoPurchases: isOfMarks(part) || isMoneyByPlace(part) || isDirectory(part),
    isOfASeller: isOfASeller(part),
    repeatsDown: repeatsDown(part),
    isWritten: isWritten(part, page),
    isSharedOut: isSharedOut(part),
    isCrossTable: part.crossTable,
    hasChosenLine: chosenLines(part).size > 0,
    isReferredTo: isShown(name, workbook) || isReferredTo(name, workbook),
    around: {
      budgetBeside: false,
      sameSumBeside: false,
      earnedElsewhere: false,
      drawnBudgetBeside: false,
      visibleBudgetBeside: false,
      formBeside: false,
      newerBeside: false,
      makesAPrice: false,
      changesElsewhere: false,
      sameLinesElsewhere: false,
    },
  };
}

/** Items and amounts are headed by one cell: it was written in words. So are forms, one purchase a sheet. */
function isWritten({ table, columns }: Part, { redrawn, isForm }: Page): boolean {
  if (isForm) return true;
  const [item, amount] = [
    columns.find(({ field }) => field === "description"),
    columns.find(({ isChosen }) => isChosen === true),
  ].map((column) => (column === undefined ? undefined : redrawn?.placeOf(table.headerBottom, column.column)));
  return item !== undefined && item.row === amount?.row && item.column === amount.column;
}

const isProduct = ({ line: { unitPrice, quantity }, exact }: LineRead): boolean =>
  exact !== null &&
  unitPrice !== null &&
  quantity !== null &&
  Math.abs(toNumber(unitPrice) * toNumber(quantity) - toNumber(exact)) < 1;

/** Beside every one of two lines and more its share, together 100%. */
function isSharedOut({ table, rows }: Part): boolean {
  const lines = rows?.lines ?? [];
  const shareAt = (row: number, column: number): number | null => {
    const cell = table.grid.own(row, column);
    const isPercent = typeof cell?.value === "number" && cell.format?.includes("%") === true;
    const typed = typeof cell?.value === "string" ? /^(\d{1,3}(?:\.\d+)?)%$/.exec(compact(cell.value))?.[1] : undefined;
    return isPercent ? Number(cell.value) * 100 : typed === undefined ? null : Number(typed);
  };
  return (
    lines.length >= 2 &&
    lines.length <= MOST_SHARES &&
    table.columns.some(({ column }) => {
      const shares = lines.map(({ line }) => shareAt(line.row, column));
      return (
        shares.every((share) => share !== null && share > 0) &&
        near(
          100,
          shares.reduce<number>((sum, share) => sum + (share ?? 0), 0),
        )
      );
    })
  );
}

const MOST_SHARES = 12;

const MANY_ROWS = 10;

/** 款・項・目 with the amount of the 款 in each row of its 節: a list made flat, of which no column can be added up. */
function repeatsDown({ table, rows }: Part): boolean {
  const amounts = (rows?.lines ?? []).map(({ line }) => ({ yen: line.amount, of: line.statedMajor }));
  const columns = table.columns.filter(({ meaning }) => meaning?.fields.includes("amount") === true);
  if (columns.length < 3 || amounts.length < MANY_ROWS) return false;
  let same = 0;
  for (let at = 1; at < amounts.length; at++) {
    const [own, above] = [amounts[at], amounts[at - 1]];
    if (own?.yen === above?.yen && own?.of === above?.of && own?.of != null && own.yen !== 0) same++;
  }
  return same * 10 >= amounts.length * 7;
}

/** Rows that a person said are lines: they count whatever else they repeat. */
const chosenLines = ({ context }: Part): ReadonlySet<number> =>
  new Set([...(context?.chosen ?? [])].filter(([, as]) => as === "line").map(([row]) => row));

const isShown = (name: string, workbook: Workbook): boolean =>
  workbook.sheets.find((sheet) => sheet.name === name)?.visibility === "visible";

function isReferredTo(name: string, workbook: Workbook): boolean {
  const quoted = `'${name.replace(/'/g, "''")}'!`;
  return workbook.sheets.some(
    (sheet) =>
      sheet.visibility === "visible" &&
      sheet.rows.some((row) =>
        row.cells.some(
          (cell) => cell.formula !== null && (cell.formula.includes(`${name}!`) || cell.formula.includes(quoted)),
        ),
      ),
  );
}

/** Takes out what repeats lines of another table; returns the totals those repetitions are. */
function setAsideRepeats(budgets: readonly Part[], categories: Categories, wages: number, shared: number): TotalRow[] {
  const tables = new Map<LineTable, Part>();
  for (const part of budgets) {
    const { table, columns } = part;
    const fields = new Set(columns.map((column) => column.field));
    const isPriced = fields.has("quantity") || [...fields].some((field) => field.startsWith("unitPrice"));
    tables.set(
      {
        sheet: table.grid.name,
        called: compact(table.grid.name.slice(shared)),
        names: `${table.title ?? ""} ${table.grid.name}`,
        title: table.title,
        objectName: table.object?.name ?? null,
        top: table.firstRow,
        bottom: table.lastRow,
        left: table.left,
        right: table.right,
        amountColumns: columns.filter((column) => column.field.startsWith("amount")).map((column) => column.column),
        // 発注先 | 金額 names no items: it sums what each vendor is paid.
        isDetailed: isPriced || (fields.has("vendor") && columns.some(({ field }) => ITEM_FIELDS.has(field))),
        isSchedule: monthsOf(table) >= 2 && !isPriced,
        isOfPersons: columns.some(({ field }) => field === "person"),
        rows: part.rows as BudgetRows,
      },
      part,
    );
  }
  const repeats = findRepeats([...tables.keys()], categories, fraction(wages));
  for (const [table, part] of tables) {
    const kept = chosenLines(part);
    const isBreakdown = repeats.breakdowns.has(table);
    if (kept.size === 0) {
      if (repeats.summaries.has(table)) [part.kind, part.setAside] = ["summary", "summary"];
      else if (isBreakdown) [part.kind, part.setAside] = ["other", "breakdown"];
    }
    const dropped = repeats.rows.get(table);
    const rows = part.rows;
    if (rows === null || (dropped === undefined && (kept.size === 0 || !isBreakdown))) continue;
    const isLeft = (row: number): boolean => kept.has(row) || !(isBreakdown || dropped?.has(row) === true);
    part.rows = {
      ...rows,
      lines: rows.lines.filter(({ line }) => isLeft(line.row)),
      roles: rows.roles.map((role) =>
        role.role === "line" && !isLeft(role.row) ? { ...role, role: "other" as const } : role,
      ),
    };
  }
  for (const [table, line] of repeats.heirs) {
    const part = tables.get(table);
    if (part?.rows != null) part.rows = { ...part.rows, lines: underCategoriesOf(line, part.rows.lines) };
  }
  return [...repeats.totals];
}

/** Items that break a line down belong to its categories, where none of them states one. */
function underCategoriesOf(line: BudgetLine, items: readonly LineRead[]): readonly LineRead[] {
  const { statedMajor, statedMiddle, statedMinor } = line;
  if (items.some(({ line: item }) => (item.statedMajor ?? item.statedMiddle ?? item.statedMinor) !== null))
    return items;
  return items.map((read) => ({ ...read, line: { ...read.line, statedMajor, statedMiddle, statedMinor } }));
}
