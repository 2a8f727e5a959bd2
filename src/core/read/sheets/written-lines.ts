/**
 * A budget that is written, not drawn: センサー：5,000円×4個＝20,000円 in one cell, several of them in another, or sentences.
 * Each purchase is drawn as a row of its own under a header, beside the words that stand left of it (費目, 時期).
 */
import { toNumber } from "../../money/fraction";
import { isDateFormat } from "../../text/date";
import { readAmount } from "../../text/amount";
import { compact } from "../../text/fold";
import { isBlank } from "../../workbook/grid";
import { inColumnOrder, redrawn, type DrawnRow, type Place, type Redrawn } from "../../workbook/redrawn";
import { cellIn, type Cell, type CellValue, type Row, type Sheet } from "../../workbook/workbook";
import { evidenceFor, weightOf, type Detector } from "../hypothesis";
import { headsAmounts } from "../words/headers";
import { isSumOfPurchases, mayBeSaid, purchasesIn, type Purchase } from "../words/purchases";

const ROWS_CHECKED = 60;
/** More rows than this with figures in cells of their own nothing outweighs. */
const MOST_FIGURES = 4;
const FEWEST_LINES = 2;
const LONGEST_CELL = 400;

/** What a firm is and has, what it asks for: no purchases. */
const NO_PURCHASE =
  /資本金|売上|年商|利益|限度|上限|下限|補助(?:金|額|率)|助成|交付|自己(?:資金|負担)|借入|申請額|要望額|請求額|事業費$|従業員|出資|年間|削減|見込額|目標|残高|収入|以上|以下|未満|平均|単価|時給|日給|給与|定価|規模/;

interface WrittenRow {
  /** The cell of the words. */
  readonly cell: Cell;
  readonly purchases: readonly Purchase[];
  /** Of a sum said in words whose figure has a cell of its own. */
  readonly figure: Cell | null;
}

interface Written {
  readonly sheet: Sheet;
  readonly column: number;
  /** The words alone right above the purchases, compact; "" where none stand there. */
  readonly title: string;
  /** What stands above the purchases and the words beside them. */
  readonly header: Row | null;
  readonly rows: ReadonlyMap<Row, WrittenRow>;
  readonly all: readonly Purchase[];
  readonly lines: readonly Purchase[];
  /** Rows of pairs, and of figures that are no purchases. */
  readonly others: number;
  /** Rows with a figure in a cell of its own that is no sum of purchases. */
  readonly figures: number;
}

/** null where a sheet is not written so: nothing shows that what its words say is what is claimed. */
export function drawWrittenLines(sheet: Sheet): Redrawn | null {
  const column = sheet.visibility === "visible" ? columnOf(sheet) : null;
  if (column === null) return null;
  const written = writtenOn(sheet, column);
  if (written.lines.length < FEWEST_LINES) return null;
  return weightOf(evidenceFor(written, DETECTORS)) >= LEAST ? drawn(written) : null;
}

const LEAST = 3;

const SPENDING = /予算|経費|費用|見積|購入|買/;

const APPLIED_FOR = /(?:補助|助成)(?:金の?)?対象(?:となる)?(?:経費|費用)|申請(?:する|の)?(?:経費|費用)/;

const DETECTORS: readonly Detector<Written, "budget">[] = [
  { name: "its-total-is-right", means: "budget", weight: 6, test: ({ all }) => isProven(all) },
  {
    name: "states-a-total",
    means: "budget",
    weight: 3,
    test: ({ all }) => all.some(({ name }) => isSumOfPurchases(name)),
  },
  {
    name: "words-of-spending",
    means: "budget",
    weight: 3,
    test: ({ sheet, all }) =>
      all.length > FEWEST_LINES &&
      (SPENDING.test(sheet.name) || sheet.rows.some(({ cells }) => cells.some(saysSpending))),
  },
  {
    // ■補助対象経費の内訳
    name: "headed-as-applied-for",
    means: "budget",
    weight: 8,
    test: ({ title }) => APPLIED_FOR.test(title),
  },
  {
    // Sentences speak of many figures.
    name: "in-sentences",
    means: "budget",
    weight: -7,
    test: ({ all }) => all.some(({ inSentence }) => inSentence) && !isProven(all),
  },
  {
    name: "begins-with-a-total",
    means: "budget",
    weight: -7,
    test: ({ all }) => isSumOfPurchases(all[0]?.name ?? "") && !isProven(all),
  },
  { name: "says-more-than-purchases", means: "budget", weight: -4, test: ({ others, lines }) => others > lines.length },
  {
    // 主な取引先 | 売上
    name: "header-of-the-firm",
    means: "budget",
    weight: -12,
    test: ({ header }) => header !== null && isOfTheFirm(header),
  },
  // What has cells of its own is read from them.
  { name: "figures-of-their-own", means: "budget", weight: -4, test: ({ figures }) => figures },
];

const saysSpending = ({ value }: Cell): boolean => typeof value === "string" && SPENDING.test(value);

function isProven(all: readonly Purchase[]): boolean {
  const yen = ({ amount }: Purchase): number => toNumber(readAmount(amount ?? "")?.value ?? { n: 0n, d: 1n });
  const total = all.findLast(({ name }) => isSumOfPurchases(name));
  const sum = all.reduce((whole, line) => (isSumOfPurchases(line.name) ? whole : whole + yen(line)), 0);
  return total !== undefined && yen(total) === sum;
}

/** The column in which most purchases are said, within the first rows; null where too many figures have cells of their own. */
function columnOf({ rows }: Sheet): number | null {
  const said = new Map<number, number>();
  const checked = rows.slice(0, ROWS_CHECKED);
  if (checked.filter(holdsOwnFigure).length > MOST_FIGURES) return null;
  for (const { cells } of checked)
    for (const { column, value } of cells)
      if (isWords(value)) said.set(column, (said.get(column) ?? 0) + purchasesIn(value).length);
  const [most] = [...said].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
  return most === undefined || headsFigures(checked, most[0]) ? null : most[0];
}

/** 金額 over numbers in another column: the words beside them (15千円×3) are how they came about, however small they are. */
function headsFigures(rows: readonly Row[], of: number): boolean {
  return rows.some(({ cells }, at) => {
    const below = rows[at + 1];
    const isNumber = (column: number): boolean => {
      const value = below === undefined ? null : cellIn(below, column)?.value;
      return typeof value === "number" || (typeof value === "string" && readAmount(value) !== null);
    };
    return (
      cells.length > 1 && cells.some(({ column, value }) => column !== of && isNumber(column) && headsAmounts(value))
    );
  });
}

/** Words with an amount among them; an amount alone is a figure. */
const isWords = (value: CellValue): value is string =>
  typeof value === "string" && value.length <= LONGEST_CELL && mayBeSaid(value) && readAmount(value) === null;

/** Below this a number may be that of the row, or a month. */
const LEAST_FIGURE = 100;

const isFigure = ({ value, format }: Cell): boolean =>
  typeof value === "number"
    ? !isDateFormat(format) && Math.abs(value) >= LEAST_FIGURE
    : typeof value === "string" && mayBeSaid(value) && readAmount(value) !== null;

function writtenOn(sheet: Sheet, column: number): Written {
  const rows = new Map<Row, WrittenRow>();
  const [others, figures]: [Row[], Row[]] = [[], []];
  for (const row of sheet.rows) {
    const found = rowIn(row, column);
    const isPurchase = !isOfTheFirm(row) && !found?.purchases.some(({ name }) => NO_PURCHASE.test(name));
    if (found !== null && isPurchase) {
      rows.set(row, found);
      continue;
    }
    if (holdsOwnFigure(row)) figures.push(row);
    if (found !== null || row.cells.filter((cell) => !isBlank(cell)).length > 1) others.push(row);
  }
  const all = [...rows.values()].flatMap(({ purchases }) => purchases);
  const lines = all.filter(({ name }) => !isSumOfPurchases(name));
  const listed = [...rows.keys()];
  const before = sheet.rows[sheet.rows.indexOf(listed[0] as Row) - 1];
  const header = before !== undefined && headsWords(before, column, listed) ? before : null;
  const [alone, ...more] = before?.cells.filter((cell) => !isBlank(cell)) ?? [];
  const title = more.length === 0 && typeof alone?.value === "string" ? compact(alone.value) : "";
  // What stands above 補助対象経費の内訳 is none of it.
  const top = APPLIED_FOR.test(title) ? (before?.index ?? 0) : 0;
  const within = (of: readonly Row[]): number => of.filter(({ index }) => index > top).length;
  return { sheet, column, title, header, rows, all, lines, others: within(others), figures: within(figures) };
}

/** Words without a figure say that the row speaks of the firm, or of what it asks for: 資本金 | 10,000,000円. */
const isOfTheFirm = ({ cells }: Row): boolean =>
  cells.some(({ value }) => typeof value === "string" && !mayBeSaid(value) && NO_PURCHASE.test(value));

const holdsOwnFigure = (row: Row): boolean => row.cells.some(isFigure) && !isOfTheFirm(row);

/** What a row says; null where figures stand beside its words, but for those of a sum. */
function rowIn({ cells }: Row, column: number): WrittenRow | null {
  const filled = cells.filter((cell) => !isBlank(cell));
  const [figure, ...more] = filled.filter(isFigure);
  const words = filled.find((cell) => cell.column === column);
  if (figure === undefined) {
    const purchases = typeof words?.value === "string" && isWords(words.value) ? purchasesIn(words.value) : [];
    return words === undefined || purchases.length === 0 ? null : { cell: words, purchases, figure: null };
  }
  const sum = filled.find(({ value }) => typeof value === "string" && isSumOfPurchases(value));
  if (sum === undefined || more.length > 0) return null;
  const amount = typeof figure.value === "number" ? `${String(figure.value)}円` : String(figure.value);
  const said = { name: String(sum.value), amount, price: null, quantity: null, calculation: null, inSentence: false };
  return { cell: sum, purchases: [said], figure };
}

/** Above the purchases; words at their right move behind it. */
const HEADER = ["品名", "単価", "数量", "金額", "備考"] as const;
const LABEL = "費目";

function drawn({ sheet, column, header, rows: written }: Written): Redrawn {
  const listed = [...written.keys()];
  const [first, last] = [listed[0] as Row, listed[listed.length - 1] as Row];
  const rows: DrawnRow[] = [];
  let shift = 0;
  const add = (
    from: Row,
    own: Cell,
    figure: Cell | null,
    values: readonly (string | null)[],
    beside: readonly Cell[],
  ): void => {
    const said = values.flatMap((value, at) =>
      value === null ? [] : [{ ...own, value, formula: null, column: column + at }],
    );
    const placeOf = (at: number): Place => {
      const isOwn = at >= column && at < column + HEADER.length;
      return { row: from.index, column: isOwn ? ((at > column ? figure : null) ?? own).column : inPlace(at, column) };
    };
    rows.push({
      row: { ...from, index: from.index + shift, cells: inColumnOrder([...said, ...beside]) },
      from: from.index,
      placeOf,
    });
  };
  const labels = header === null ? labelColumns(listed, written, column) : null;
  for (const row of sheet.rows) {
    if (row === first) {
      const own = (written.get(row) as WrittenRow).cell;
      const beside =
        header === null
          ? [...(labels ?? [])].map((at) => ({ ...own, value: LABEL, column: at }))
          : wordsBeside(header, column);
      add(header ?? row, own, null, HEADER, beside);
      if (header === null) shift++;
    }
    if (row === header) continue;
    const found = written.get(row);
    if (found === undefined) {
      if (row.index <= last.index) rows.push({ row: { ...row, index: row.index + shift }, from: row.index });
      continue;
    }
    const beside =
      found.figure === null ? wordsBeside(row, column).filter((cell) => labels?.has(cell.column) ?? true) : [];
    for (const [at, { name, amount, price, quantity, calculation }] of found.purchases.entries()) {
      if (at > 0) shift++;
      add(row, found.cell, found.figure, [name, price, quantity, amount, calculation], beside);
    }
  }
  return redrawn(sheet, rows, [], false);
}

const inPlace = (at: number, column: number): number => (at < column ? at : at - HEADER.length + 1);

function wordsBeside({ cells }: Row, column: number): Cell[] {
  return cells
    .filter((cell) => cell.column !== column && typeof cell.value === "string" && !isBlank(cell) && !isFigure(cell))
    .map((cell) => (cell.column < column ? cell : { ...cell, column: cell.column + HEADER.length - 1 }));
}

/** 時期 | 実施内容（経費）: a row of nothing but short words, one above the purchases and others above what stands beside them. */
function headsWords({ cells }: Row, column: number, listed: readonly Row[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const isFilledBelow = ({ column: at }: Cell): boolean => listed.some((row) => !isBlank(cellIn(row, at)));
  return (
    filled.length > 1 &&
    filled.some((cell) => cell.column === column) &&
    filled.every(({ value }) => typeof value === "string" && value.length <= LONGEST_HEADER && !mayBeSaid(value)) &&
    filled.some((cell) => cell.column !== column && isFilledBelow(cell))
  );
}
const LONGEST_HEADER = 20;

/** Without a header: columns whose words differ from one row of purchases to the next. */
function labelColumns(
  listed: readonly Row[],
  written: ReadonlyMap<Row, WrittenRow>,
  column: number,
): ReadonlySet<number> {
  const said = new Map<number, Set<string>>();
  for (const row of listed)
    for (const { column: at, value } of written.get(row)?.figure === null ? wordsBeside(row, column) : [])
      if (at < column) said.set(at, (said.get(at) ?? new Set()).add(compact(String(value))));
  return new Set([...said].filter(([, words]) => words.size > 1).map(([at]) => at));
}
