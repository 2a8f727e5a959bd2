/** The rows of an estimate's tables: lines with a figure in the column of amounts, and the texts that belong to them. */
import { columnsOf, headAt, isFigureText, type Column, type TableHead } from "./columns";
import { numberIn, quantityIn, yenIn } from "../words/figures";
import { isDiscount, isEnd, isOptionWord, isSectionHead, isTotalRow, rateIn, totalOf } from "../words/labels";
import { placeOf, type Line, type Page, type PaperPlace, type Segment } from "../page/paper";
import type { Told } from "./told";

export interface Row {
  /** Index of its table. */
  readonly table: number;
  readonly name: string;
  readonly spec: string | null;
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly unitPrice: number | null;
  /** By column of amounts, in the order of `amountColumns`. */
  readonly amounts: readonly (number | null)[];
  readonly taxRate: number | null;
  /** Its section or its own name says that it is offered beside the total. */
  readonly optional: boolean;
  /** It stands below a total of the whole paper. */
  readonly afterTotal: boolean;
  /** Price × quantity is the amount. */
  readonly proven: boolean;
  readonly at: PaperPlace;
}

export interface Table {
  readonly head: TableHead;
  /** Indices of the columns that hold amounts. */
  readonly amountColumns: readonly number[];
  readonly rows: readonly Row[];
  /** Totals that stand in its own columns, each under the heading that says what it is. */
  readonly told: readonly Told[];
}

/** A figure of a foreign paper may have cents. */
interface ReadingOf {
  readonly money: (segment: Segment) => number | null;
}

interface Entry {
  readonly line: Line;
  readonly kind: "row" | "loose" | "total" | "end";
  readonly cells: readonly (readonly Segment[])[];
}

/** @param used lines that turned out to be items are added to it */
export function tablesIn(
  pages: readonly Page[],
  money: ReadingOf["money"],
  used: Set<Line>,
  heads = headsIn(pages),
): Table[] {
  const tables: Table[] = [];
  let open: TableHead | null = null;
  for (const page of pages) {
    const here = heads.filter((head) => head.page === page.lines[0]?.page);
    const starts = here.map(({ line }) => line);
    if (open !== null && page.lines.length > 0) {
      // A table goes on where the page before ended, until another begins.
      const lines = page.lines.slice(0, starts[0] === undefined ? undefined : Math.max(0, starts[0] - 1));
      const more = rowsOf(open, page, lines, money, tables.length, used);
      if (more.rows.length > 0 || more.told.length > 0) tables.push(more);
    }
    for (const [n, head] of here.entries()) {
      const next = starts[n + 1];
      const lines = page.lines.slice(head.line + 1, next === undefined ? undefined : Math.max(head.line + 1, next));
      tables.push(rowsOf(head, page, lines, money, tables.length, used));
      open = head;
    }
  }
  return tables.filter(({ rows, told }) => rows.length > 0 || told.length > 0);
}

export function headsIn(pages: readonly Page[]): TableHead[] {
  const heads: TableHead[] = [];
  for (const page of pages)
    for (let at = 0; at < page.lines.length; at++) {
      const head = headAt(page, at);
      if (head === null) continue;
      heads.push(head);
      at = head.line;
    }
  return heads;
}

function rowsOf(
  head: TableHead,
  page: Page,
  lines: readonly Line[],
  money: ReadingOf["money"],
  table: number,
  used: Set<Line>,
): Table {
  const amountColumns = amountColumnsOf(head, lines);
  const edge = edgesOf(head, page, lines, amountColumns);
  const entries: Entry[] = [];
  for (const line of lines) {
    const segments = line.segments.filter((segment) => isInside(segment, edge));
    if (segments.length === 0) continue;
    const entry = entryOf({ ...line, segments }, line, head.columns, amountColumns, money);
    entries.push(entry);
    if (entry.kind === "end") break;
  }
  return {
    head,
    amountColumns,
    rows: settle(entries, head, page, amountColumns, money, table, used),
    told: entries.flatMap((entry) => (entry.kind === "total" ? toldByColumns(entry, head.columns, money) : [])),
  };
}

/** A row of totals over several columns of money: the tax under 消費税, the sum with tax under 税込金額. */
function toldByColumns({ line, cells }: Entry, columns: readonly Column[], money: ReadingOf["money"]): Told[] {
  const figures = cells.flatMap((cell, at) => {
    const role = columns[at]?.role;
    if (role !== "amount" && role !== "tax" && role !== "other") return [];
    const segment = cell.find((one) => money(one) !== null);
    return segment === undefined ? [] : [{ segment, heading: columns[at]?.heading ?? null, role }];
  });
  const label = totalOf(
    line.segments
      .filter((segment) => !isFigureText(segment))
      .map(({ text }) => text)
      .join(""),
  );
  if (figures.length < 2 || label === null || label.kind === "carried" || label.kind === "tax") return [];
  return figures.flatMap(({ segment, heading, role }): Told[] => {
    const rate = heading?.rate ?? null;
    const kind =
      role === "tax"
        ? "tax"
        : heading?.tax === "inclusive"
          ? "gross"
          : heading?.tax === "exclusive"
            ? "net"
            : rate !== null
              ? "base"
              : null;
    if (kind === null) return [];
    const at = placeOf(line, [segment]);
    return [{ kind, rate, inside: false, whole: true, label: heading?.tax ?? "", value: money(segment) as number, at }];
  });
}

/** Columns called amounts; of unknown ones those that hold money. */
function amountColumnsOf({ columns }: TableHead, lines: readonly Line[]): number[] {
  const named = columns.flatMap(({ role }, at) => (role === "amount" ? [at] : []));
  if (named.length > 0) return named;
  const counts = columns.map(() => 0);
  for (const line of lines)
    for (const [at, column] of columnsOf(line.segments, columns).entries())
      if (yenIn((line.segments[at] as Segment).text) !== null) counts[column] = (counts[column] ?? 0) + 1;
  const unknown = columns.flatMap(({ role }, at) => (role === "other" && (counts[at] as number) > 0 ? [at] : []));
  if (unknown.length > 0) return unknown;
  // 品名 | 数量 | 価格: what was taken for a price is the amount where no other is.
  return columns.flatMap(({ role }, at) => (role === "unitPrice" ? [at] : [])).slice(-1);
}

interface Edge {
  readonly left: number;
  readonly right: number;
}

/** How far the table reaches to the sides: what stands beyond is another block of the page. */
function edgesOf(head: TableHead, page: Page, lines: readonly Line[], amountColumns: readonly number[]): Edge {
  const last = head.columns[head.columns.length - 1] as Column;
  const ruled = last.right !== null && head.columns[0]?.left != null;
  if (ruled) return { left: head.left - 3, right: head.right + 3 };
  let right = head.right;
  const left = page.sheet === null ? -Infinity : leftOfSheet(head, lines, amountColumns);
  for (const line of lines)
    for (const segment of line.segments) {
      if (!isFigureText(segment)) continue;
      const near = amountColumns.some((at) => {
        const column = head.columns[at] as Column;
        return segment.x0 - column.x1 < 30 && column.x0 - segment.x1 < 80;
      });
      if (near && segment.x1 - right < 90) right = Math.max(right, segment.x1);
    }
  const texts = last.role === "note" || last.role === "spec" || last.role === "other";
  return { left, right: texts ? Infinity : right + 6 };
}

/**
 * Cells of a sheet stand exactly under their heading: what stands left of the first one is another block, conditions or
 * remarks, unless the rows have their names there.
 */
function leftOfSheet({ columns, left }: TableHead, lines: readonly Line[], amountColumns: readonly number[]): number {
  const first = columns.findIndex(({ role }) => role === "name" || role === "spec");
  const rows = lines.flatMap(({ segments }) => {
    const places = columnsOf(segments, columns);
    const paid = segments.some((segment, at) => amountColumns.includes(places[at] as number) && isFigureText(segment));
    const inside = segments.some(
      (segment, at) => places[at] === first && segment.x0 >= left - 3 && !isFigureText(segment),
    );
    const total = isTotalRow(
      segments
        .filter((segment) => segment.x0 >= left - 3 && !isFigureText(segment))
        .map(({ text }) => text)
        .join(""),
    );
    return paid && !total ? [inside] : [];
  });
  return rows.filter((it) => it).length * 2 > rows.length ? left - 3 : -Infinity;
}

const isInside = ({ x0, x1 }: Segment, { left, right }: Edge): boolean => x1 > left && x0 < right;

function entryOf(
  line: Line,
  original: Line,
  columns: readonly Column[],
  amountColumns: readonly number[],
  money: ReadingOf["money"],
): Entry {
  const places = columnsOf(line.segments, columns);
  const cells: Segment[][] = columns.map(() => []);
  for (const [at, segment] of line.segments.entries()) cells[places[at] as number]?.push(segment);
  const has = (at: number): boolean => (cells[at] ?? []).some((segment) => money(segment) !== null);
  const texts = line.segments.filter((segment) => !isFigureText(segment));
  const whole = texts.map(({ text }) => text).join("");
  if (isEnd(whole)) return { line: original, kind: "end", cells };
  if (!amountColumns.some(has)) {
    return { line: original, kind: isTotalLine(line, money) ? "total" : "loose", cells };
  }
  const counted = columns.some(
    ({ role }, at) => (role === "unitPrice" || role === "price") && has(at) && !amountColumns.includes(at),
  );
  if (!isProduct(cells, columns, amountColumns, money) && (isTotalRow(whole) || (!counted && isTotalLine(line, money))))
    return { line: original, kind: "total", cells };
  return { line: original, kind: "row", cells };
}

/** Quantity × price is the amount: an item, whatever its name. */
function isProduct(
  cells: readonly (readonly Segment[])[],
  columns: readonly Column[],
  amountColumns: readonly number[],
  money: ReadingOf["money"],
): boolean {
  const valueIn = (wanted: (role: Column["role"], at: number) => boolean): number[] =>
    cells.flatMap((cell, at) =>
      wanted((columns[at] as Column).role, at)
        ? cell.flatMap((segment) => money(segment) ?? quantityIn(segment.text)?.value ?? [])
        : [],
    );
  const [quantity] = valueIn((role) => role === "quantity");
  const prices = valueIn((role, at) => role === "unitPrice" && !amountColumns.includes(at));
  const amounts = valueIn((_, at) => amountColumns.includes(at));
  return (
    quantity !== undefined &&
    prices.some((price) => amounts.some((amount) => amount !== 0 && agrees(quantity, price, Math.abs(amount))))
  );
}

/** The words next to a figure name a total, whatever stands before them: a remark beside the box of totals. */
function isTotalLine(line: Line, money: ReadingOf["money"]): boolean {
  const { segments } = line;
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at] as Segment;
    if (money(segment) === null) {
      const inline = /^(\D+?)[:：]?[¥￥\\]?\d[\d,]*円?(?:\(.*\))?$/.exec(segment.text)?.[1];
      if (inline !== undefined && totalOf(inline) !== null && isTotalRow(inline)) return true;
      continue;
    }
    let label = "";
    for (let before = at - 1; before >= 0 && before >= at - 5; before--) {
      const text = (segments[before] as Segment).text;
      if (money(segments[before] as Segment) !== null) break;
      label = text + label;
      if (isTotalRow(label)) return true;
    }
  }
  return false;
}

function settle(
  entries: readonly Entry[],
  head: TableHead,
  page: Page,
  amountColumns: readonly number[],
  money: ReadingOf["money"],
  table: number,
  used: Set<Line>,
): Row[] {
  const groups = grouped(entries, page, head);
  const rows: Row[] = [];
  let optional =
    isOptionWord((page.lines[head.line - 1]?.segments ?? []).map(({ text }) => text).join("")) ||
    head.columns.some(({ heading }, at) => heading?.role === "name" && isOptionWord(wordsOver(page, head, at)));
  let afterTotal = false;
  for (const group of groups) {
    const core = group.find(({ kind }) => kind === "row");
    if (core === undefined) {
      const words = group.flatMap(({ cells }) => cells.flat().map(({ text }) => text)).join("");
      if (group.some(({ kind }) => kind === "total")) afterTotal ||= group.some(({ line }) => endsTable(line));
      else if (isOptionWord(words) && (words.length < 40 || isSectionHead(words))) optional = true;
      // What follows a total of the whole stands beside it, whatever it is called.
      else if (isSectionHead(words) && !/^[※＊*]/.test(words)) optional = afterTotal;
      continue;
    }
    const row = rowOf(group, core, head.columns, amountColumns, money);
    if (row === null) continue;
    for (const { line } of group) used.add(line);
    rows.push({ ...row, table, optional: optional || isOptionWord(row.name.slice(0, 12)), afterTotal });
  }
  return rows;
}

const wordsOver = (page: Page, head: TableHead, at: number): string => {
  const column = head.columns[at] as Column;
  return (page.lines[head.line]?.segments ?? [])
    .filter(({ x0, x1 }) => x1 > column.x0 && x0 < column.x1)
    .map(({ text }) => text)
    .join("");
};

const endsTable = ({ segments }: Line): boolean => {
  const label = totalOf(
    segments
      .filter((segment) => !isFigureText(segment))
      .map(({ text }) => text)
      .join(""),
  );
  return (
    label !== null && (label.kind === "gross" || label.kind === "tax" || (label.kind !== "carried" && label.whole))
  );
};

/**
 * Which lines are one row: in ruled tables those between two rules, else those that stand closer to each other than
 * rows do. A group holds one line with an amount at most.
 */
function grouped(entries: readonly Entry[], page: Page, head: TableHead): Entry[][] {
  const gaps = entries.map((entry, at) => (at === 0 ? Infinity : entry.line.y - (entries[at - 1] as Entry).line.y));
  const rowGaps = gaps
    .filter((_, at) => at > 0 && entries[at]?.kind === "row" && entries[at - 1]?.kind === "row")
    .sort((a, b) => a - b);
  const pitch = rowGaps[rowGaps.length >> 1] ?? Infinity;
  const parted = entries.map(
    (entry, at) => at === 0 || hasRuleBetween((entries[at - 1] as Entry).line, entry.line, page, head),
  );
  const between = entries.flatMap((entry, at) =>
    at > 0 && entry.kind === "row" && entries[at - 1]?.kind !== "total" ? [parted[at] === true] : [],
  );
  const ruled =
    between.length > 0 && entries.filter(({ kind }) => kind === "row").length >= 1 && rulesInside(entries, page, head);
  const group = entries.map((_, at) => at);
  const members = new Map(entries.map((entry, at) => [at, [entry]]));
  const order = gaps
    .map((_, at) => at)
    .slice(1)
    .sort((a, b) => (gaps[a] as number) - (gaps[b] as number) || a - b);
  for (const at of order) {
    if (parted[at]) continue;
    const [upper, lower] = [group[at - 1] as number, group[at] as number];
    const [above, below] = [members.get(upper) as Entry[], members.get(lower) as Entry[]];
    const all = [...above, ...below];
    if (all.some(({ kind }) => kind === "total" || kind === "end")) continue;
    const rows = all.filter(({ kind }) => kind === "row").length;
    if (rows > 1) continue;
    const size = (entries[at] as Entry).line.size;
    const gap = gaps[at] as number;
    if (!ruled && (gap > 2.2 * size + 2 || gap > 0.82 * pitch)) continue;
    if (ruled && gap > 4 * size) continue;
    if (isHeading(below) || isHeading(above)) continue;
    members.set(upper, all);
    members.delete(lower);
    for (let n = at; n < group.length && group[n] === lower; n++) group[n] = upper;
  }
  return [...members].sort((a, b) => a[0] - b[0]).map(([, own]) => own);
}

/** Words only, and they begin a section. */
function isHeading(group: readonly Entry[]): boolean {
  if (group.length !== 1 || group[0]?.kind !== "loose") return false;
  const text = group[0].cells
    .flat()
    .map((segment) => segment.text)
    .join(" ");
  return (
    /^[■□◆◇●＃#▼【<〈《]/.test(text) ||
    (isOptionWord(text) && isSectionHead(text)) ||
    /^(?:\d{1,2}|[ⅠⅡⅢⅣⅤ]|[A-Z])[.．](?!\d)/.test(text)
  );
}

/** More than the frame: rules part rows of the table from each other. */
function rulesInside(entries: readonly Entry[], page: Page, head: TableHead): boolean {
  const rows = entries.filter(({ kind }) => kind === "row");
  if (rows.length < 2) {
    const [only] = rows;
    return (
      only !== undefined &&
      page.level.some(
        ({ y, x0, x1 }) => y > only.line.y && y < only.line.y + 60 && x0 < head.left + 30 && x1 > head.right - 60,
      )
    );
  }
  let parted = 0;
  for (let at = 1; at < rows.length; at++)
    if (hasRuleBetween((rows[at - 1] as Entry).line, (rows[at] as Entry).line, page, head)) parted++;
  return parted * 2 >= rows.length - 1;
}

function hasRuleBetween(upper: Line, lower: Line, page: Page, head: TableHead): boolean {
  const name = head.columns.find(({ role }) => role === "name") ?? (head.columns[0] as Column);
  return page.level.some(
    ({ y, x0, x1 }) =>
      y > upper.y && y < lower.y && x0 < (name.x0 + name.x1) / 2 + 10 && x1 > (name.x0 + name.x1) / 2 - 10,
  );
}

type Loose = Omit<Row, "table" | "optional" | "afterTotal">;

function rowOf(
  group: readonly Entry[],
  core: Entry,
  columns: readonly Column[],
  amountColumns: readonly number[],
  money: ReadingOf["money"],
): Loose | null {
  const textIn = (at: number): string =>
    group.flatMap(({ cells }) => (cells[at] ?? []).map(({ text }) => text)).join("");
  const of = (role: Column["role"]): number[] =>
    columns.flatMap((column, at) => (column.role === role && !amountColumns.includes(at) ? [at] : []));
  const text = (role: Column["role"]): string => of(role).map(textIn).join("");
  const figureIn = (at: number): Segment | undefined =>
    group.flatMap(({ cells }) => cells[at] ?? []).find((segment) => money(segment) !== null);
  let amounts = amountColumns.map((at) => {
    const segment = (core.cells[at] ?? []).find((one) => money(one) !== null);
    return segment === undefined ? null : money(segment);
  });
  let name = clean(withoutOwnNumber(text("name"), core, columns));
  let spec = clean(text("spec"));
  if (name === "") [name, spec] = [spec, ""];
  if (name === "")
    name = clean(
      columns
        .flatMap(({ role }, at) => (role === "other" || role === "no" ? [textIn(at)] : []))
        .join("")
        .replace(/^\d{1,3}$/, ""),
    );
  if (name === "") name = clean(text("note"));
  // 送料 and 値引 stand in front of their figure, over whatever columns lie there.
  if (name === "") name = clean(feeIn(core, columns, amountColumns));
  if (name === "") return null;
  const counted = countOf(text("quantity"), text("unit"), of("unit").length > 0);
  let { quantity, unit } = counted;
  const prices = of("unitPrice").flatMap((at) => {
    const segment = figureIn(at);
    const value = segment === undefined ? null : money(segment);
    return value === null ? [] : [value];
  });
  const total = amounts.find((it) => it !== null) ?? null;
  // A list price beside the price that is asked for: the one that makes the amount.
  let unitPrice =
    prices.find((price) => quantity !== null && total !== null && agrees(quantity, price, Math.abs(total))) ??
    prices[0] ??
    null;
  const price = text("price");
  if (price !== "") {
    const match =
      /([\d,]+)円?[×xX*@]([\d.]+)(\D*)$/.exec(price.replace(/[¥￥\\]/g, "")) ??
      /()([\d.]+)(\D*)[×xX*@]([\d,]+)円?$/.exec(price.replace(/[¥￥\\]/g, ""));
    if (match !== null) {
      unitPrice = numberIn((match[4] ?? match[1]) as string);
      quantity = Number(match[2]);
      unit = (match[3] ?? "").replace(/[円()]/g, "") || unit;
    }
  }
  const rated = rateIn(text("rate")) ?? (/^(?:10|8|0)$/.test(text("rate")) ? Number(text("rate")) : null);
  const marked = /軽減|(?<![費料引])\(8%\)/.test(text("name")) ? 8 : /非課税|不課税/.test(text("name")) ? 0 : null;
  const mended = mend(
    core,
    columns,
    amountColumns,
    { quantity, unitPrice, amount: amounts.find((it) => it !== null) ?? null },
    money,
  );
  if (mended !== null) {
    [quantity, unitPrice] = [mended.quantity, mended.unitPrice];
    amounts = amounts.map((it) => (it === null ? null : mended.amount));
  }
  if (isDiscount(name)) {
    amounts = amounts.map((it) => (it !== null && it > 0 ? -it : it));
  }
  const amount = amounts.find((it) => it !== null) ?? null;
  const proven =
    quantity !== null && unitPrice !== null && amount !== null && agrees(quantity, unitPrice, Math.abs(amount));
  const boxes = group.flatMap(({ cells }) => cells.flat());
  return {
    name,
    spec: spec === "" ? null : spec,
    quantity,
    unit: unit === "" ? null : unit,
    unitPrice:
      unitPrice !== null && isDiscount(name) && amount !== null && amount < 0 && unitPrice > 0 && proven
        ? -unitPrice
        : unitPrice,
    amounts,
    taxRate: rated ?? marked,
    proven,
    at: placeOf(core.line, boxes),
  };
}

/** A number that is too wide for its column has run into the name: OP1 under №. */
function withoutOwnNumber(name: string, { cells }: Entry, columns: readonly Column[]): string {
  const at = columns.findIndex(({ role }) => role === "no");
  const column = columns[at];
  const first = cells.flat()[0];
  if (column === undefined || (cells[at] ?? []).length > 0 || first === undefined || first.x0 > column.x1) return name;
  return name.replace(/^[A-Za-z]{1,3}-?\d{1,3}[.)]?(?=[\u3041-\u9fff])/, "");
}

/** Words alone in the columns of figures, and no figure between them and the amount. */
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

/** Price × quantity is the amount to the yen, however the last fraction was dropped. */
export const agrees = (quantity: number, price: number, amount: number): boolean =>
  Math.abs(quantity * Math.abs(price) - amount) < 1;

function countOf(
  quantityText: string,
  unitText: string,
  hasUnit: boolean,
): { quantity: number | null; unit: string | null } {
  const unit = unitText.trim();
  const own = quantityIn(quantityText);
  if (own !== null && !/^\d+(?:\.\d+)?%$/.test(quantityText))
    return { quantity: own.value, unit: own.unit ?? (unit === "" ? null : unit) };
  const beside = quantityIn(unit);
  if (quantityText === "" && beside !== null && beside.unit !== null)
    return { quantity: beside.value, unit: beside.unit };
  if (quantityText === "" || !hasUnit) return { quantity: null, unit: unit === "" ? null : unit };
  return { quantity: null, unit: unit === "" ? null : unit };
}

/** Where price × quantity is not the amount, other figures of the row may be meant: those that multiply. */
function mend(
  core: Entry,
  columns: readonly Column[],
  amountColumns: readonly number[],
  read: { quantity: number | null; unitPrice: number | null; amount: number | null },
  money: ReadingOf["money"],
): { quantity: number; unitPrice: number; amount: number } | null {
  const { quantity, unitPrice, amount } = read;
  if (amountColumns.length !== 1 || amount === null) return null;
  if (quantity !== null && unitPrice !== null && agrees(quantity, unitPrice, Math.abs(amount))) return null;
  const priced = columns.some(({ role }) => role === "unitPrice");
  const counted = columns.some(({ role }) => role === "quantity");
  if (!priced || !counted) return null;
  const figures = core.cells
    .flatMap((cell, at) =>
      (columns[at] as Column).role === "name" || (columns[at] as Column).role === "no" ? [] : cell,
    )
    .flatMap((segment) => {
      const value = money(segment) ?? numberIn(segment.text) ?? quantityIn(segment.text)?.value ?? null;
      return value === null || value === 0 ? [] : [value];
    });
  if (figures.length < 3 || figures.length > 8) return null;
  for (let c = figures.length - 1; c >= 2; c--)
    for (let a = 0; a < c; a++)
      for (let b = a + 1; b < c; b++) {
        const [one, other, product] = [figures[a], figures[b], figures[c]] as [number, number, number];
        if (!agrees(one, other, Math.abs(product)) || Math.min(one, other) === 1) continue;
        const priceFirst =
          columns.findIndex(({ role }) => role === "unitPrice") < columns.findIndex(({ role }) => role === "quantity");
        return { quantity: priceFirst ? other : one, unitPrice: priceFirst ? one : other, amount: product };
      }
  return null;
}
