/** Reads the rows of one table of amounts: which are lines, which totals, headings and notes, and what each line says. */
import { floor, multiply, type Fraction } from "../money/fraction";
import { compact, oneLine, unspaced } from "../text/fold";
import { looksLikeCategory, withoutNumbering, type Categories, type CategoryFound, type Level } from "./categories";
import type { FieldColumn } from "./columns";
import { isBlank, textOf, type Grid } from "./grid";
import type { Tax } from "./headers";
import { isDiscount, isNote, isReference, isTaxRow, type Labels, type TotalLabel } from "./labels";
import type { BudgetLine, Field, RowRole } from "./reading";
import type { Table } from "./tables";
import { dateOf, evidenceNoIn, evidenceNoOf, moneyOf, quantityOf, shownText, textReading, type Money } from "./values";
import type { Cell, CellRef, Row } from "./workbook";

export interface BudgetContext {
  readonly categories: Categories;
  readonly labels: Labels;
  readonly members: readonly string[];
  readonly taxTreatment: Tax;
  readonly date1904: boolean;
  /** Yen per figure where a column's own header says nothing. */
  readonly scale: number;
  /** Categories and member that title or sheet name give to every line. */
  readonly category: CategoryFound | null;
  readonly member: string | null;
  /** The table lists money that comes in: 助成金 and 自己資金 are its lines. */
  readonly funds: boolean;
}

/** A line with its exact amount, before floor; `line.amount` is whole yen. */
export interface LineRead {
  readonly line: BudgetLine;
  readonly exact: Fraction | null;
  /** The amount cell is blank and the amount is price × quantity. */
  readonly computed: boolean;
}

export interface TotalRead {
  readonly row: number;
  readonly cell: CellRef;
  readonly label: string;
  readonly total: TotalLabel | null;
  readonly exact: Fraction | null;
  readonly formula: string | null;
  /** The subtotal stands above its group. */
  readonly above: boolean;
  /** Headings in force where the total stands. */
  readonly heading: { readonly major: string | null; readonly middle: string | null; readonly member: string | null };
}

export interface BudgetRows {
  readonly lines: readonly LineRead[];
  readonly totals: readonly TotalRead[];
  /** Tax rows (消費税) in order, by row number. */
  readonly taxRows: readonly { readonly row: number; readonly exact: Fraction }[];
  /** Group headings, by row number: totals do not reach across them unless they are of higher rank. */
  readonly headings: readonly { readonly row: number; readonly level: Level | "member" | null }[];
  readonly roles: readonly { readonly row: number; readonly role: RowRole }[];
  readonly notes: readonly { readonly text: string; readonly cell: CellRef }[];
  readonly lastRow: number;
}

type Draft = {
  readonly row: Row;
  role: RowRole | "pending";
  readonly own: ReadonlyMap<Field, Cell>;
  readonly texts: readonly Cell[];
  readonly money: Money | null;
  readonly moneyColumn: FieldColumn | undefined;
  readonly total: {
    readonly label: TotalLabel | null;
    readonly cell: Cell;
    readonly amountCell: Cell | undefined;
  } | null;
  readonly tax: boolean;
  /** What a heading row names. */
  heading: Heading | null;
};

interface Heading {
  readonly level: Level | "member" | null;
  readonly shown: string;
  readonly cell: Cell;
}

const CATEGORY_FIELDS: readonly Field[] = ["major", "middle", "minor", "category"];
const AMOUNT_FIELDS: readonly Field[] = ["amount", "amountExclusive", "amountInclusive"];
const PRICE_FIELDS: readonly Field[] = ["unitPrice", "unitPriceExclusive", "unitPriceInclusive"];
/** Fields whose merged cell speaks for every row it covers. */
const CARRIED: ReadonlySet<Field> = new Set<Field>([
  "major",
  "middle",
  "minor",
  "category",
  "member",
  "vendor",
  "vendorAddress",
  "orderDate",
  "deliveryDate",
  "paymentDate",
  "paymentMethod",
  "evidenceNo",
  "note",
  "unit",
  "specification",
  "person",
]);

export class BudgetReader {
  private readonly table: Table;
  private readonly grid: Grid;
  private readonly context: BudgetContext;
  private readonly columns: readonly FieldColumn[];
  private readonly byColumn = new Map<number, FieldColumn>();
  private readonly byField = new Map<Field, FieldColumn>();
  private readonly memberKeys: ReadonlyMap<string, string>;

  constructor(table: Table, columns: readonly FieldColumn[], context: BudgetContext) {
    this.table = table;
    this.grid = table.grid;
    this.columns = columns;
    this.context = context;
    for (const column of columns) {
      for (let at = column.column; at <= column.right; at++) this.byColumn.set(at, column);
      if (!this.byField.has(column.field)) this.byField.set(column.field, column);
    }
    this.memberKeys = new Map(context.members.map((name) => [compact(name), name]));
  }

  read(): BudgetRows {
    const drafts: Draft[] = [];
    for (const row of this.grid.sheet.rows) {
      if (row.index < this.table.firstRow) continue;
      if (row.index > this.table.lastRow) break;
      const draft = this.draft(row);
      if (draft !== null) drafts.push(draft);
    }
    this.settleHeadings(drafts);
    this.settleTail(drafts);
    return this.assemble(drafts);
  }

  private amountColumns(): FieldColumn[] {
    const order: readonly Field[] =
      this.context.taxTreatment === "exclusive"
        ? ["amountExclusive", "amount", "amountInclusive"]
        : ["amountInclusive", "amount", "amountExclusive"];
    return order.map((field) => this.byField.get(field)).filter((column) => column !== undefined);
  }

  /** What a row holds by itself, and what that makes of it; null for a row without content in this table. */
  private draft(row: Row): Draft | null {
    const own = new Map<Field, Cell>();
    const texts: Cell[] = [];
    let content = false;
    for (const cell of row.cells) {
      if (cell.column < this.table.left || cell.column > this.table.right || isBlank(cell)) continue;
      const field = this.byColumn.get(cell.column)?.field;
      if (field !== undefined && !own.has(field)) own.set(field, cell);
      const words = typeof cell.value === "string" && (field !== "no" || !isRowNumber(cell.value));
      if (field !== "no" || words) content = true;
      if (words && (field === undefined || !isFigureField(field))) texts.push(cell);
    }
    if (own.size === 0 && texts.length === 0) return null;
    const make = (role: Draft["role"], more: Partial<Draft> = {}): Draft => ({
      row,
      role,
      own,
      texts,
      money: null,
      moneyColumn: undefined,
      total: null,
      tax: false,
      heading: null,
      ...more,
    });
    if (this.table.repeatedHeaders.has(row.index)) return make("other");
    if (!content) return make("blank");

    const columns = this.amountColumns();
    let moneyColumn: FieldColumn | undefined;
    let money: Money | null = null;
    for (const column of columns) {
      const cell = own.get(column.field);
      money = moneyOf(cell, column.scale ?? this.context.scale);
      if (money !== null) {
        moneyColumn = column;
        break;
      }
    }
    const figure = money?.yen ?? null;
    const has = (...fields: Field[]): boolean => fields.some((field) => own.has(field));
    const priced = PRICE_FIELDS.some((field) => own.has(field));
    const item = textOf(own.get("description"));
    const named = has("description", "specification") || this.carriesDescription(row.index);
    const detailed =
      priced || has("quantity", "vendor", "unit", "orderDate", "deliveryDate", "paymentDate", "paymentMethod");

    const total = this.totalOf(row, own, texts, money, detailed);
    if (total !== null)
      return make(total.label?.category != null || (total.label?.rank ?? 3) <= 2 ? "subtotal" : "total", {
        money,
        moneyColumn,
        total,
      });
    const first = texts[0];
    if (first !== undefined && !priced && !has("vendor") && texts.some((cell) => isTaxRow(cell.value as string)))
      return make("other", { money, moneyColumn, tax: true });
    if (first !== undefined && !detailed && (figure === null || !has("no")) && isNote(first.value as string)) {
      if (figure === null || /参考/.test(first.value as string)) return make("note");
    }
    if (
      first !== undefined &&
      !this.context.funds &&
      !detailed &&
      isReference(first.value as string) &&
      !this.isCategoryCell(first)
    )
      return make("other", { money, moneyColumn });

    const heading = this.headingOf(row, texts);
    if (figure === null && money === null && !priced) {
      if (heading !== null && heading.level !== null && !detailed) return make("group", { heading });
      if (this.isDescribed(row, own)) return make("line", {});
      if (heading !== null && !detailed) return make("group", { heading });
      return make(texts.length > 0 || !detailed ? "other" : "blank");
    }
    if (!named && !has("category", "major", "middle", "minor") && texts.length === 0) {
      if (figure === null && money?.text === undefined) return make("blank");
      if (money?.text != null && !detailed) return make(isFormulaError(money) ? "blank" : "other");
      if (figure === null || figure.n === 0n) return make("blank");
      return make(detailed ? "line" : "other", { money, moneyColumn });
    }
    // A prepared row: categories and formulas are there, the item is not yet.
    const zero = figure === null || figure.n === 0n;
    if (!named && zero && money?.text == null && (this.byField.has("description") || !detailed) && item === null)
      return make(this.byField.has("description") ? "blank" : "line", { money, moneyColumn });
    if (heading !== null && heading.level !== null && !detailed && figure !== null)
      return make("pending", { money, moneyColumn, heading });
    return make("line", { money, moneyColumn });
  }

  private isCategoryCell(cell: Cell): boolean {
    return this.context.categories.resolve(cell.value as string) !== null;
  }

  /** A description merged over several rows speaks for each priced row. */
  private carriesDescription(row: number): boolean {
    const column = this.byField.get("description");
    if (column === undefined) return false;
    const area = this.grid.area(row, column.column);
    return (
      area !== undefined &&
      area.top < row &&
      area.top >= this.table.firstRow &&
      !isBlank(this.grid.own(area.top, area.left))
    );
  }

  private totalOf(
    row: Row,
    own: ReadonlyMap<Field, Cell>,
    texts: readonly Cell[],
    money: Money | null,
    detailed: boolean,
  ): Draft["total"] {
    const amountCell = this.totalCell(row, own);
    const sums = amountCell?.formula != null && isSumOfColumn(amountCell.formula);
    for (const cell of texts) {
      const field = this.byColumn.get(cell.column)?.field;
      if (field === "note" && (own.has("description") || texts.length > 1)) continue;
      const label = this.context.labels.total(cell.value as string);
      if (label === null) continue;
      const itemLike = own.has("vendor") || PRICE_FIELDS.some((price) => own.has(price));
      const plain = label.of === "" || label.category !== null;
      if (label.certain && (plain || !itemLike || sums)) return { label, cell, amountCell };
      if (!label.certain && (sums || (!detailed && !own.has("no") && texts.length === 1 && money?.yen != null)))
        return { label, cell, amountCell };
    }
    // A sum without any label.
    const nothingElse = texts.length === 0 && !detailed;
    if (nothingElse && sums && money?.yen != null && amountCell !== undefined)
      return { label: null, cell: amountCell, amountCell };
    return null;
  }

  /** The amount of a total may stand in a cell merged over several columns, or beside the amount column. */
  private totalCell(row: Row, own: ReadonlyMap<Field, Cell>): Cell | undefined {
    for (const column of this.amountColumns()) {
      const cell = own.get(column.field);
      if (cell !== undefined) return cell;
      const area = this.grid.area(row.index, column.column);
      if (area !== undefined && area.top === row.index) {
        const anchor = this.grid.own(area.top, area.left);
        if (anchor !== undefined && !isBlank(anchor) && moneyOf(anchor, 1)?.yen != null) return anchor;
      }
    }
    return undefined;
  }

  private headingOf(row: Row, texts: readonly Cell[]): Heading | null {
    const candidates = texts.filter((cell) => {
      const field = this.byColumn.get(cell.column)?.field;
      return field !== "note" && field !== "evidenceNo";
    });
    const cell = candidates[0];
    if (cell === undefined || candidates.length > 2) return null;
    const field = this.byColumn.get(cell.column)?.field;
    const last = candidates[candidates.length - 1] as Cell;
    const joined = candidates.map((candidate) => candidate.value as string).join(" ");
    const found = this.context.categories.resolve(last.value as string) ?? this.context.categories.resolve(joined);
    if (found !== null) return { level: found.level, shown: found.shown, cell: last };
    const member = this.memberNamed(joined);
    if (member !== null) return { level: "member", shown: member, cell };
    if (candidates.length > 1) return null;
    const text = cell.value as string;
    if (looksLikeCategory(text)) {
      const level =
        field === "major" ? "major" : field === "middle" ? "middle" : this.byField.has("major") ? "middle" : "major";
      return { level, shown: unspaced(withoutNumbering(text)), cell };
    }
    const area = this.grid.area(row.index, cell.column);
    const wide = area !== undefined && area.right - area.left >= 2;
    return wide || field !== "description" ? { level: null, shown: oneLine(text), cell } : null;
  }

  private memberNamed(text: string): string | null {
    if (this.memberKeys.size === 0) return null;
    const key = compact(withoutNumbering(text))
      .replace(/^構成員\d*[::]?/, "")
      .replace(/\([^()]*\)$/, "");
    return this.memberKeys.get(key) ?? this.memberKeys.get(compact(text)) ?? null;
  }

  /** Without an amount, a row is still a line when it says more than a wrapped description would. */
  private isDescribed(row: Row, own: ReadonlyMap<Field, Cell>): boolean {
    if (!own.has("description")) return false;
    const description = own.get("description") as Cell;
    const others = [...own.keys()].filter(
      (field) => field !== "description" && field !== "note" && field !== "specification",
    );
    const amount = this.amountColumns()[0];
    // Within a merged amount the row belongs to the line above.
    if (amount !== undefined) {
      const area = this.grid.area(row.index, amount.column);
      if (area !== undefined && area.top < row.index) return false;
    }
    return others.length > 0 && typeof description.value === "string";
  }

  /** A category with an amount: the subtotal of the rows below it, or a line without breakdown. */
  private settleHeadings(drafts: readonly Draft[]): void {
    const depth = (heading: Heading | null): number =>
      heading?.level === "member" ? 0 : heading?.level === "major" ? 1 : heading?.level === "middle" ? 2 : 3;
    let below: Draft | null = null;
    for (let index = drafts.length - 1; index >= 0; index--) {
      const draft = drafts[index] as Draft;
      if (draft.role === "pending") {
        const isGroup =
          below !== null &&
          (below.heading !== null
            ? depth(below.heading) > depth(draft.heading)
            : below.role === "line" && below.own.has("description") && !this.statesCategory(below, draft.heading));
        draft.role = isGroup ? "subtotal" : "line";
        if (!isGroup) draft.heading = draft.heading === null ? null : { ...draft.heading };
        below = draft;
      } else if (
        draft.role === "line" ||
        draft.role === "group" ||
        draft.role === "total" ||
        draft.role === "subtotal"
      ) {
        below = draft;
      }
    }
  }

  /** Whether the row states itself what the heading above it would give. */
  private statesCategory(draft: Draft, heading: Heading | null): boolean {
    const column = heading === null ? undefined : this.byColumn.get(heading.cell.column);
    if (column === undefined || !CATEGORY_FIELDS.includes(column.field)) return false;
    const text = textOf(draft.own.get(column.field));
    return text !== null && compact(text) !== compact(heading?.cell.value as string);
  }

  /** Below the last total of everything stand figures of the application, no lines. */
  private settleTail(drafts: readonly Draft[]): void {
    let end = -1;
    drafts.forEach((draft, index) => {
      const label = draft.total?.label;
      if (draft.role === "total" && label != null && label.category === null && label.rank >= 3) end = index;
    });
    if (end < 0) return;
    const before = drafts.slice(0, end).some((draft) => draft.role === "line");
    if (!before) return;
    for (const draft of drafts.slice(end + 1)) {
      const strong =
        PRICE_FIELDS.some((field) => draft.own.has(field)) ||
        draft.own.has("no") ||
        draft.own.has("vendor") ||
        draft.own.has("quantity");
      if ((draft.role === "line" && !strong) || (draft.role === "group" && draft.heading?.level === null))
        draft.role = "other";
    }
  }

  private assemble(drafts: readonly Draft[]): BudgetRows {
    const lines: LineRead[] = [];
    const totals: TotalRead[] = [];
    const taxRows: { row: number; exact: Fraction }[] = [];
    const headings: { row: number; level: Level | "member" | null }[] = [];
    const roles: { row: number; role: RowRole }[] = [];
    const notes: { text: string; cell: CellRef }[] = [];
    const carry = new Carry(
      this.columns,
      this.grid,
      drafts.filter((draft) => draft.role === "line").map((draft) => draft.row.index),
    );
    const heading: { major: string | null; middle: string | null; minor: string | null; member: string | null } = {
      major: null,
      middle: null,
      minor: null,
      member: null,
    };
    let groupStart = 0;
    let lastRow = this.table.headerBottom;
    let ended = false;
    for (const [index, draft] of drafts.entries()) {
      const row = draft.row.index;
      const role: RowRole = draft.role === "pending" ? "line" : draft.role;
      if (role === "line" || role === "subtotal" || role === "total") lastRow = row;
      if (role === "group" || (role === "subtotal" && draft.heading !== null)) {
        const named = draft.heading as Heading;
        headings.push({ row, level: named.level });
        if (named.level === "member")
          Object.assign(heading, { member: named.shown, major: null, middle: null, minor: null });
        else if (named.level === "major") Object.assign(heading, { major: named.shown, middle: null, minor: null });
        else if (named.level === "middle") Object.assign(heading, { middle: named.shown, minor: null });
        else if (named.level === "minor") heading.minor = named.shown;
        if (named.level !== null) carry.restart(named.level);
        if (role === "subtotal") totals.push(this.total(draft, true, heading));
        groupStart = lines.length;
      } else if (role === "subtotal" || role === "total") {
        const category = draft.total?.label?.category ?? null;
        if (category !== null) labelGroup(lines, groupStart, category);
        totals.push(
          this.total(draft, lines.length === groupStart && this.isFollowedByLine(drafts, index) && category !== null, {
            ...heading,
          }),
        );
        carry.afterTotal(category?.level ?? null);
        if (category?.level === "major") Object.assign(heading, { major: null, middle: null, minor: null });
        if (category?.level === "middle") Object.assign(heading, { middle: null, minor: null });
        groupStart = lines.length;
        if (category !== null && lines.length === 0) Object.assign(heading, { [category.level]: category.shown });
      } else if (role === "line") {
        const line = this.line(draft, carry, heading);
        lines.push(line.line.discount ? inCategoryOf(line, lines[lines.length - 1]) : line);
      } else if (role === "other" && draft.tax && draft.money?.yen != null) {
        taxRows.push({ row, exact: draft.money.yen });
      } else if (role === "other" && !ended && this.continuesLine(draft, drafts[index - 1])) {
        const previous = lines[lines.length - 1];
        const text = textOf(draft.own.get("description"));
        if (previous !== undefined && text !== null)
          lines[lines.length - 1] = {
            ...previous,
            line: { ...previous.line, description: `${previous.line.description} ${oneLine(text)}`.trim() },
          };
      } else if (role === "note") {
        const cell = draft.texts[0] as Cell;
        notes.push({ text: oneLine(cell.value as string), cell: this.ref(row, cell.column) });
      }
      if (role === "total") ended = true;
      if (role === "line") ended = false;
      roles.push({ row, role });
    }
    return { lines, totals, taxRows, headings, roles, notes, lastRow };
  }

  /** A row that only wraps the description of the line right above it. */
  private continuesLine(draft: Draft, previous: Draft | undefined): boolean {
    if (previous === undefined || draft.row.index - previous.row.index > 1) return false;
    return (
      draft.money === null && draft.own.has("description") && (previous.role === "line" || previous.role === "other")
    );
  }

  private isFollowedByLine(drafts: readonly Draft[], index: number): boolean {
    for (let next = index + 1; next < drafts.length; next++) {
      const role = (drafts[next] as Draft).role;
      if (role === "line") return true;
      if (role === "total" || role === "subtotal") return false;
    }
    return false;
  }

  private ref = (row: number, column: number): CellRef => ({ sheet: this.grid.name, row, column });

  private total(draft: Draft, above: boolean, heading: TotalRead["heading"]): TotalRead {
    const cell =
      draft.total?.amountCell ?? (draft.moneyColumn === undefined ? undefined : draft.own.get(draft.moneyColumn.field));
    const column = draft.moneyColumn ?? this.amountColumns()[0];
    const label = draft.total?.label ?? null;
    const words = draft.heading !== null ? draft.heading.cell : draft.total?.cell;
    return {
      row: draft.row.index,
      cell: this.ref(draft.row.index, cell?.column ?? column?.column ?? draft.row.cells[0]?.column ?? 1),
      label: typeof words?.value === "string" ? oneLine(words.value) : "",
      total: label,
      exact: moneyOf(cell, column?.scale ?? this.context.scale)?.yen ?? null,
      formula: cell?.formula ?? null,
      above,
      heading: { major: heading.major, middle: heading.middle, member: heading.member },
    };
  }

  private cellFor(row: number, column: FieldColumn): Cell | undefined {
    for (let at = column.column; at <= column.right; at++) {
      const own = this.grid.own(row, at);
      if (own !== undefined && !isBlank(own)) return own;
    }
    if (!CARRIED.has(column.field) && column.field !== "description") return undefined;
    const area = this.grid.area(row, column.column);
    if (area === undefined || area.top < this.table.firstRow || area.left < column.column) return undefined;
    return this.grid.own(area.top, area.left);
  }

  private line(
    draft: Draft,
    carry: Carry,
    heading: { major: string | null; middle: string | null; minor: string | null; member: string | null },
  ): LineRead {
    const row = draft.row.index;
    const at: Partial<Record<Field, CellRef>> = {};
    for (const column of this.columns) {
      if (at[column.field] !== undefined) continue;
      const own = draft.own.get(column.field);
      at[column.field] = this.ref(row, own?.column ?? column.column);
    }
    const cell = (field: Field): Cell | undefined => {
      const column = this.byField.get(field);
      return column === undefined ? undefined : this.cellFor(row, column);
    };
    const text = (field: Field): string | null => shownText(cell(field));
    const stated = carry.categories(this.context.categories, (field) => {
      const column = this.byField.get(field);
      return column === undefined ? undefined : this.cellFor(row, column);
    });
    const pendingHeading = draft.heading;
    const category = this.context.category;
    const major = stated.major ?? heading.major ?? (category?.level === "major" ? category.shown : null);
    const middle =
      stated.middle ??
      (this.byField.has("middle") ? null : heading.middle) ??
      (category?.level === "middle" && !this.byField.has("middle") ? category.shown : null);
    const minor = stated.minor ?? heading.minor;
    const notes = this.columns.filter((column) => column.field === "note");
    const remarks = notes.map((column) => shownText(this.cellFor(row, column))).filter((note) => note !== null);
    const note = remarks.length === 0 ? null : remarks.join(" ");
    let description = text("description") ?? text("specification") ?? null;
    const specification =
      description === text("specification") && text("description") === null ? null : text("specification");
    if (description === null) {
      const named =
        pendingHeading?.shown ??
        stated.minor ??
        stated.middle ??
        stated.major ??
        text("category") ??
        text("person") ??
        remarks[0] ??
        text("vendor");
      description = named ?? draft.texts.map((candidate) => oneLine(candidate.value as string))[0] ?? "";
      if (at.description === undefined) {
        const from = CATEGORY_FIELDS.find((field) => at[field] !== undefined);
        const place = draft.texts[0]?.column ?? (from === undefined ? undefined : at[from]?.column);
        if (place !== undefined) at.description = this.ref(row, place);
      }
    }
    const price = this.price(draft);
    const quantity = quantityOf(draft.own.get("quantity"));
    const amount = this.amount(draft, price?.value ?? null, quantity?.value ?? null);
    if (amount.column !== undefined)
      at.amount = this.ref(row, draft.own.get(amount.column.field)?.column ?? amount.column.column);
    if (price !== null) at.unitPrice = this.ref(row, price.column);
    const evidenceColumn = this.byField.get("evidenceNo");
    const evidenceNo =
      evidenceNoOf(cell("evidenceNo")) ??
      notes.reduce<string | null>((found, column) => {
        const remark = shownText(this.cellFor(row, column));
        return (
          found ??
          (remark === null
            ? null
            : evidenceNoIn(remark, evidenceColumn === undefined && /項番|番号|no\b|№/i.test(compact(column.header))))
        );
      }, null);
    const struckCells = [...draft.own.values()].filter((candidate) => candidate.struck).length;
    const discount = isDiscount(description) && amount.exact !== null && amount.exact.n < 0n;
    const dateAt = (field: Field): CellRef => at[field] ?? this.ref(row, 1);
    const memberText = carry.member(() => cell("member")) ?? heading.member ?? this.context.member;
    return {
      exact: amount.exact,
      computed: amount.computed,
      line: {
        sheet: this.grid.name,
        row,
        table: 0,
        at,
        description,
        specification,
        statedMajor: major,
        statedMiddle: middle,
        statedMinor: minor,
        vendor: text("vendor"),
        vendorAddress: text("vendorAddress"),
        unit: text("unit") ?? quantity?.unit ?? null,
        note,
        evidenceNo,
        unitPrice: price?.value ?? null,
        quantity: quantity?.value ?? null,
        amount: amount.exact === null ? null : floor(amount.exact),
        amountText: amount.text,
        amountFormula: amount.formula,
        amountTax: amount.tax,
        otherAmount: amount.other,
        orderDate: dateOf(cell("orderDate"), dateAt("orderDate"), this.context.date1904),
        deliveryDate: dateOf(cell("deliveryDate"), dateAt("deliveryDate"), this.context.date1904),
        paymentDate: dateOf(cell("paymentDate"), dateAt("paymentDate"), this.context.date1904),
        paymentMethod: textReading(cell("paymentMethod"), dateAt("paymentMethod")),
        member: memberText,
        struck: draft.own.get("description")?.struck === true || struckCells * 2 > draft.own.size,
        hidden: draft.row.hidden,
        discount,
      },
    };
  }

  /** The unit price in the tax treatment of the chosen amount; null when the sheet gives it only in the other one. */
  private price(draft: Draft): { value: Fraction | null; column: number } | null {
    const chosen = (draft.moneyColumn ?? this.amountColumns()[0])?.field;
    const order: readonly Field[] =
      chosen === "amountInclusive"
        ? ["unitPriceInclusive", "unitPrice"]
        : chosen === "amountExclusive"
          ? ["unitPriceExclusive", "unitPrice"]
          : this.context.taxTreatment === "exclusive"
            ? ["unitPrice", "unitPriceExclusive", "unitPriceInclusive"]
            : ["unitPrice", "unitPriceInclusive", "unitPriceExclusive"];
    for (const field of order) {
      const column = this.byField.get(field);
      const cell = draft.own.get(field);
      if (column === undefined || cell === undefined) continue;
      return { value: moneyOf(cell, column.scale ?? this.context.scale)?.yen ?? null, column: cell.column };
    }
    return null;
  }

  private amount(
    draft: Draft,
    price: Fraction | null,
    quantity: Fraction | null,
  ): {
    exact: Fraction | null;
    text: string | null;
    formula: string | null;
    tax: Tax | null;
    column: FieldColumn | undefined;
    other: BudgetLine["otherAmount"];
    computed: boolean;
  } {
    const column = draft.moneyColumn ?? this.amountColumns()[0];
    const cell = column === undefined ? undefined : draft.own.get(column.field);
    const formula = cell?.formula ?? null;
    const money = draft.money;
    const tax = money?.tax ?? column?.tax ?? null;
    let other: BudgetLine["otherAmount"] = null;
    const rival =
      column?.field === "amountInclusive" ? this.byField.get("amountExclusive") : this.byField.get("amountInclusive");
    if (rival !== undefined && rival !== column) {
      const rivalCell = draft.own.get(rival.field);
      const yen = moneyOf(rivalCell, rival.scale ?? this.context.scale)?.yen ?? null;
      if (yen !== null && rivalCell !== undefined)
        other = {
          tax: rival.field === "amountInclusive" ? "inclusive" : "exclusive",
          yen: floor(yen),
          cell: this.ref(draft.row.index, rivalCell.column),
        };
    }
    if (money !== null) return { exact: money.yen, text: money.text, formula, tax, column, other, computed: false };
    // Nobody wrote the amount, but the row says what it is: price × quantity.
    const exact = price !== null && quantity !== null ? multiply(price, quantity) : null;
    return { exact, text: null, formula, tax, column, other, computed: exact !== null };
  }
}

const isFigureField = (field: Field): boolean =>
  AMOUNT_FIELDS.includes(field) ||
  PRICE_FIELDS.includes(field) ||
  field === "quantity" ||
  field === "unit" ||
  field === "taxAmount";

/** "1", "(2)", "3-1", "A": what stands in a column of row numbers. */
const isRowNumber = (text: string): boolean =>
  /^[(（]?[\dA-Za-z０-９①-⑳]{1,3}(?:[-－.．][\d０-９]{1,3})*[)）.．]?$/.test(text.trim());

const isFormulaError = (money: Money): boolean => money.text !== null && money.text.startsWith("#");

/** SUM(J5:J11), SUBTOTAL(9,…), J14+J32: a formula that adds up cells. */
const isSumOfColumn = (formula: string): boolean =>
  /\b(?:SUM|SUBTOTAL|AGGREGATE|SUMIFS?)\(/i.test(formula) ||
  /^\+?\$?[A-Z]{1,3}\$?\d+(?:\+\$?[A-Z]{1,3}\$?\d+)+$/i.test(formula);

/** A discount belongs to the category of the line it follows. */
function inCategoryOf(discount: LineRead, followed: LineRead | undefined): LineRead {
  const { statedMajor, statedMiddle, statedMinor } = discount.line;
  if (followed === undefined || statedMiddle !== null || statedMinor !== null) return discount;
  if (statedMajor !== null && statedMajor !== followed.line.statedMajor) return discount;
  const from = followed.line;
  return {
    ...discount,
    line: {
      ...discount.line,
      statedMajor: from.statedMajor,
      statedMiddle: from.statedMiddle,
      statedMinor: from.statedMinor,
    },
  };
}

/** Lines without any stated category that a subtotal below them names. */
function labelGroup(lines: LineRead[], from: number, category: CategoryFound): void {
  const key = category.level === "major" ? "statedMajor" : category.level === "middle" ? "statedMiddle" : null;
  if (key === null) return;
  for (let index = from; index < lines.length; index++) {
    const read = lines[index] as LineRead;
    if (read.line[key] === null && (key === "statedMajor" || read.line.at.middle === undefined))
      lines[index] = { ...read, line: { ...read.line, [key]: category.shown } };
  }
}

/** Category and member columns that are filled in only at the first row of their group. */
class Carry {
  private readonly fills = new Map<Field, boolean>();
  private current: Record<Level, string | null> = { major: null, middle: null, minor: null };
  private currentMember: string | null = null;

  constructor(columns: readonly FieldColumn[], grid: Grid, lineRows: readonly number[]) {
    let parent: ColumnStyle | null = null;
    for (const column of columns) {
      if (!CATEGORY_FIELDS.includes(column.field) && column.field !== "member") continue;
      const style = styleOf(column, grid, lineRows);
      this.fills.set(column.field, fillsDown(column.field, style, parent, lineRows.length));
      if (column.field !== "member") parent = style;
    }
  }

  /** The categories a line states in its own row, by merged cells, or by the first row of its group. */
  categories(categories: Categories, cell: (field: Field) => Cell | undefined): Record<Level, string | null> {
    const stated: Record<Level, string | null> = { major: null, middle: null, minor: null };
    const said: Record<Level, boolean> = { major: false, middle: false, minor: false };
    for (const field of CATEGORY_FIELDS) {
      if (!this.fills.has(field)) continue;
      const text = shownText(cell(field));
      if (text === null) continue;
      const found = categories.resolve(text);
      const level: Level = field === "category" ? (found?.level ?? "middle") : (field as Level);
      const shown = found !== null ? found.shown : unspaced(text);
      if (stated[level] !== null) continue;
      stated[level] = shown;
      said[level] = true;
    }
    if (said.major && stated.major !== this.current.major)
      this.current = { major: stated.major, middle: null, minor: null };
    if (said.middle && stated.middle !== this.current.middle)
      this.current = { ...this.current, middle: stated.middle, minor: null };
    if (said.minor) this.current = { ...this.current, minor: stated.minor };
    const alone = this.fills.has("category");
    const saidAny = said.major || said.middle || said.minor;
    for (const level of ["major", "middle", "minor"] as const) {
      // A category column of its own that says something says it for every deeper level, too.
      const silent = alone && this.fills.get(level) === undefined;
      const fills = silent
        ? this.fills.get("category") === true && (level === "major" || !saidAny)
        : this.fills.get(level) === true;
      if (stated[level] === null && fills) stated[level] = this.current[level];
    }
    return stated;
  }

  member(cell: () => Cell | undefined): string | null {
    if (!this.fills.has("member")) return null;
    const text = shownText(cell());
    if (text !== null) this.currentMember = text;
    return text ?? (this.fills.get("member") === true ? this.currentMember : null);
  }

  restart(level: Level | "member"): void {
    if (level === "member") {
      this.current = { major: null, middle: null, minor: null };
      this.currentMember = null;
    } else if (level === "major") this.current = { major: null, middle: null, minor: null };
    else if (level === "middle") this.current = { ...this.current, middle: null, minor: null };
  }

  afterTotal(level: Level | null): void {
    if (level === "major") this.current = { major: null, middle: null, minor: null };
    else this.current = { ...this.current, middle: null, minor: null };
  }
}

interface ColumnStyle {
  readonly repeats: number;
  readonly blanks: number;
  readonly merged: number;
}

function styleOf(column: FieldColumn, grid: Grid, rows: readonly number[]): ColumnStyle {
  let repeats = 0;
  let blanks = 0;
  let merged = 0;
  let previous: string | null = null;
  for (const row of rows) {
    const text = textOf(grid.own(row, column.column));
    if (text === null) {
      if (grid.area(row, column.column) === undefined) blanks++;
      else merged++;
      previous = null;
      continue;
    }
    const key = compact(text);
    if (key === previous) repeats++;
    previous = key;
  }
  return { repeats, blanks, merged };
}

/**
 * Whether a blank means "as above". Where a column repeats its words in neighbouring rows, a blank states nothing;
 * so does a single blank in a 中項目 column beside a 大項目 column that leaves no row out.
 */
function fillsDown(field: Field, style: ColumnStyle, parent: ColumnStyle | null, rows: number): boolean {
  if (style.blanks === 0) return true;
  if (style.repeats > 0) return false;
  if (field !== "middle" && field !== "minor") return true;
  return style.merged > 0 || style.blanks * 10 >= rows * 3 || (parent !== null && parent.blanks > 0);
}
