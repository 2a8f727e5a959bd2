/** Sorts the rows of a table of amounts: lines, totals, group headings, notes, the rest. */
import { add, compare, ZERO } from "../money/fraction";
import { compact, oneLine, unspaced } from "../text/fold";
import { looksLikeCategory, withoutNumbering, type Categories, type Level } from "./categories";
import { CATEGORY_FIELDS, PRICE_FIELDS, type Fields } from "./fields";
import { isBlank, textOf } from "../workbook/grid";
import { isNote, isReference, isTaxRow, type Labels, type TotalLabel } from "./labels";
import type { Field, RowRole } from "./reading";
import { moneyOf, type Money } from "./values";
import type { Cell, Row } from "../workbook/workbook";

export interface Heading {
  readonly level: Level | "member" | null;
  readonly shown: string;
  readonly cell: Cell;
}

export interface TotalFound {
  readonly label: TotalLabel | null;
  readonly cell: Cell;
  readonly amountCell: Cell | undefined;
}

/** One row on its way to being a line, a total or anything else. */
export class Draft {
  role: RowRole = "other";
  money: Money | null = null;
  /** Slot the money was read from; -1 while there is none. */
  moneySlot = -1;
  /** The formula of the amount, where the file does not hold its result. */
  unsaved: Cell | null = null;
  total: TotalFound | null = null;
  heading: Heading | null = null;
  /** "組立計" and "設計" look alike: a total only when the figures say so. */
  doubt: TotalFound | null = null;
  isTax = false;
  /** A heading with an amount: what follows decides whether it is a subtotal or a line. */
  isOpen = false;

  /** @param text the first text of the row that may label it */
  constructor(
    readonly row: Row,
    readonly text: Cell | undefined,
  ) {}

  as(role: RowRole): this {
    this.role = role;
    return this;
  }
}

export interface SortingContext {
  readonly categories: Categories;
  readonly labels: Labels;
  readonly members: readonly string[];
  /** Yen per figure where a column's own header says nothing. */
  readonly scale: number;
  /** The table lists money that comes in: 助成金 and 自己資金 are its lines. */
  readonly funds: boolean;
}

/** Another one than -1, which is that of columns without meaning. */
const NO_SLOT = -2;

const DETAILS: readonly Field[] = [
  "quantity",
  "vendor",
  "unit",
  "orderDate",
  "deliveryDate",
  "paymentDate",
  "paymentMethod",
];

const WORDS_OF_ITEM: readonly Field[] = ["description", "specification", "note"];

export class RowSorter {
  private readonly fields: Fields;
  private readonly context: SortingContext;
  private readonly memberKeys: ReadonlyMap<string, string>;
  private readonly slots: {
    readonly no: number;
    readonly description: number;
    readonly specification: number;
    readonly vendor: number;
    readonly quantity: number;
    readonly prices: readonly number[];
    readonly details: readonly number[];
    readonly categories: readonly number[];
    /** All but words of the item. */
    readonly tellingMore: readonly number[];
  };

  constructor(fields: Fields, context: SortingContext) {
    this.fields = fields;
    this.context = context;
    this.memberKeys = new Map(context.members.map((name) => [compact(name), name]));
    const present = (wanted: readonly Field[]): number[] =>
      wanted.map((field) => fields.slot(field)).filter((slot) => slot >= 0);
    this.slots = {
      no: fields.slot("no"),
      description: fields.slot("description"),
      specification: fields.slot("specification"),
      vendor: fields.slot("vendor"),
      quantity: fields.slot("quantity"),
      prices: present(PRICE_FIELDS),
      details: present(DETAILS),
      categories: present(CATEGORY_FIELDS),
      tellingMore: fields.columns.flatMap(({ field }, slot) => (WORDS_OF_ITEM.includes(field) ? [] : [slot])),
    };
  }

  /** Rows with content, in order. */
  sort(): Draft[] {
    const { table, grid } = this.fields;
    const drafts: Draft[] = [];
    for (const row of grid.sheet.rows) {
      if (row.index < table.firstRow) continue;
      if (row.index > table.lastRow) break;
      const draft = this.draft(row);
      if (draft !== null) drafts.push(draft);
    }
    this.settleHeadings(drafts);
    settleDoubts(drafts);
    this.settleTail(drafts);
    return drafts;
  }

  private draft(row: Row): Draft | null {
    const { fields } = this;
    const { table } = fields;
    const no = this.slots.no < 0 ? NO_SLOT : this.slots.no;
    const texts: Cell[] = [];
    let filled = false;
    let content = false;
    for (const cell of row.cells) {
      if (cell.column < table.left || cell.column > table.right || isBlank(cell)) continue;
      filled = true;
      const slot = fields.slotAt(cell.column);
      const text = typeof cell.value === "string" && (slot !== no || !isRowNumber(cell.value)) ? cell.value : null;
      if (text !== null || slot !== no) content = true;
      if (text !== null && (!fields.isFigure(slot) || this.isTotalLabel(text))) texts.push(cell);
    }
    if (!filled) return null;
    const draft = new Draft(row, texts[0]);
    if (table.repeatedHeaders.has(row.index)) return draft.as("other");
    if (!content) return draft.as("blank");
    this.readMoney(draft);
    return this.judge(draft, texts);
  }

  /** 合計 may stand in the first column, whatever that column is for. */
  private isTotalLabel(text: string): boolean {
    return this.context.labels.total(text)?.certain === true;
  }

  private readMoney(draft: Draft): void {
    for (const slot of this.fields.amounts) {
      const cell = this.fields.cell(draft.row, slot);
      if (cell === undefined) continue;
      draft.money = moneyOf(cell, this.fields.columns[slot]?.scale ?? this.context.scale);
      if (draft.money === null) continue;
      draft.moneySlot = slot;
      return;
    }
    for (const slot of this.fields.amounts) {
      const cell = this.fields.unsaved(draft.row, slot);
      if (cell === undefined) continue;
      [draft.unsaved, draft.moneySlot] = [cell, slot];
      return;
    }
  }

  private judge(draft: Draft, texts: readonly Cell[]): Draft {
    const { fields, slots } = this;
    const { row, money, text: first } = draft;
    const has = (slot: number): boolean => fields.cell(row, slot) !== undefined;
    const figure = money?.yen ?? null;
    const priced = fields.hasAny(row, slots.prices);
    const detailed = priced || fields.hasAny(row, slots.details);
    draft.total = this.totalOf(draft, texts, priced, detailed);
    if (draft.total !== null) {
      const label = draft.total.label;
      return draft.as(label?.category != null || (label?.rank ?? 3) <= 2 ? "subtotal" : "total");
    }
    if (first !== undefined) {
      const words = first.value as string;
      if (!priced && !has(this.slots.vendor) && texts.some((cell) => isTaxRow(cell.value as string))) {
        draft.isTax = true;
        return draft.as("other");
      }
      if (!detailed && (figure === null || !has(this.slots.no)) && isNote(words))
        if (figure === null || /参考/.test(words)) return draft.as("note");
      if (!detailed && !this.context.funds && isReference(words) && this.context.categories.resolve(words) === null)
        return draft.as("other");
    }
    if (money === null && !priced) return this.judgeWithoutAmount(draft, texts, detailed);
    const named =
      has(this.slots.description) || has(this.slots.specification) || this.carriesDescription(draft.row.index);
    if (!named) {
      const nothing = figure === null || figure.n === 0n;
      if (texts.length === 0 && !fields.hasAny(row, slots.categories)) {
        if (money?.text != null) return draft.as(detailed && !money.text.startsWith("#") ? "line" : "blank");
        return draft.as(nothing ? "blank" : detailed ? "line" : "other");
      }
      // A prepared row: categories and formulas are there, the item is not yet.
      if (nothing && money?.text == null && (this.slots.description >= 0 || !detailed))
        return draft.as(this.slots.description >= 0 ? "blank" : "line");
    }
    if (!detailed && figure !== null && !this.context.funds) {
      const heading = this.headingOf(draft, texts);
      if (heading !== null && heading.level !== null) {
        draft.heading = heading;
        draft.isOpen = true;
      }
    }
    return draft.as("line");
  }

  private judgeWithoutAmount(draft: Draft, texts: readonly Cell[], detailed: boolean): Draft {
    const heading = detailed ? null : this.headingOf(draft, texts);
    if (heading !== null && heading.level !== null) {
      draft.heading = heading;
      return draft.as("group");
    }
    const { description, specification } = this.slots;
    if (draft.unsaved !== null && this.fields.hasAny(draft.row, [description, specification])) return draft.as("line");
    if (this.saysMoreThanWords(draft)) return draft.as("line");
    if (heading !== null) {
      draft.heading = heading;
      return draft.as("group");
    }
    return draft.as(texts.length > 0 || !detailed ? "other" : "blank");
  }

  /** A description merged over several rows speaks for each priced row. */
  private carriesDescription(row: number): boolean {
    const { grid, table, columns } = this.fields;
    const column = columns[this.slots.description]?.column;
    if (column === undefined || !grid.hasMerges) return false;
    const area = grid.area(row, column);
    return (
      area !== undefined && area.top < row && area.top >= table.firstRow && !isBlank(grid.own(area.top, area.left))
    );
  }

  private totalOf(draft: Draft, texts: readonly Cell[], priced: boolean, detailed: boolean): TotalFound | null {
    if (texts.length === 0) return detailed ? null : this.unlabelledTotal(draft);
    for (const cell of texts) {
      const label = this.context.labels.total(cell.value as string);
      const total =
        label === null ? null : this.labelledTotal(draft, label, cell, texts.length === 1, priced, detailed);
      if (total !== null) return total;
    }
    return null;
  }

  private labelledTotal(
    draft: Draft,
    label: TotalLabel,
    cell: Cell,
    isOnly: boolean,
    priced: boolean,
    detailed: boolean,
  ): TotalFound | null {
    const { fields, slots } = this;
    const has = (slot: number): boolean => fields.cell(draft.row, slot) !== undefined;
    if (fields.fieldAt(cell.column) === "note" && (has(slots.description) || !isOnly)) return null;
    const total: TotalFound = { label, cell, amountCell: this.totalCell(draft) };
    if (label.certain && (label.named || !(priced || has(slots.vendor)))) return total;
    if (isSum(total.amountCell)) return total;
    const alone = !detailed && !has(slots.no) && isOnly;
    if (!label.certain && alone && draft.money?.yen != null) draft.doubt = total;
    return null;
  }

  /** A sum without any label. */
  private unlabelledTotal(draft: Draft): TotalFound | null {
    const cell = this.totalCell(draft);
    if (cell === undefined || draft.money?.yen == null || !isSum(cell)) return null;
    return { label: null, cell, amountCell: cell };
  }

  /** The amount of a total may stand in a cell merged over several columns. */
  private totalCell(draft: Draft): Cell | undefined {
    const { grid, columns, amounts } = this.fields;
    for (const slot of amounts) {
      const cell = this.fields.cell(draft.row, slot);
      if (cell !== undefined) return cell;
      if (!grid.hasMerges) continue;
      const area = grid.area(draft.row.index, columns[slot]?.column ?? 0);
      if (area === undefined || area.top !== draft.row.index) continue;
      const anchor = grid.own(area.top, area.left);
      if (anchor !== undefined && !isBlank(anchor) && moneyOf(anchor, 1)?.yen != null) return anchor;
    }
    return undefined;
  }

  private headingOf(draft: Draft, texts: readonly Cell[]): Heading | null {
    const candidates = texts.filter((cell) => {
      const field = this.fields.fieldAt(cell.column);
      return field !== "note" && field !== "evidenceNo";
    });
    const cell = candidates[0];
    if (cell === undefined || candidates.length > 2) return null;
    const field = this.fields.fieldAt(cell.column);
    const last = candidates[candidates.length - 1] as Cell;
    const joined = candidates.map((candidate) => candidate.value as string).join(" ");
    const { categories } = this.context;
    const found = categories.resolve(last.value as string) ?? categories.resolve(joined);
    if (found !== null) return { level: found.level, shown: found.shown, cell: last };
    const member = this.memberNamed(joined);
    if (member !== null) return { level: "member", shown: member, cell };
    if (candidates.length > 1) return null;
    const text = cell.value as string;
    if (looksLikeCategory(text)) {
      const level = field === "major" || field === "middle" ? field : this.fields.has("major") ? "middle" : "major";
      return { level, shown: unspaced(withoutNumbering(text)), cell };
    }
    const area = this.fields.grid.area(draft.row.index, cell.column);
    const wide = area !== undefined && area.right - area.left >= 2;
    return wide || field !== "description" ? { level: null, shown: oneLine(text), cell } : null;
  }

  private memberNamed(text: string): string | null {
    if (this.memberKeys.size === 0) return null;
    const key = compact(withoutNumbering(text))
      .replace(/^構成員\d*:?/, "")
      .replace(/\([^()]*\)$/, "");
    return this.memberKeys.get(key) ?? this.memberKeys.get(compact(text)) ?? null;
  }

  /** Without an amount, a row is still a line when it says more than a wrapped description would. */
  private saysMoreThanWords(draft: Draft): boolean {
    const description = this.fields.cell(draft.row, this.slots.description);
    if (description === undefined || typeof description.value !== "string") return false;
    // Within a merged amount the row belongs to the line above.
    const amount = this.fields.columns[this.fields.amounts[0] ?? -1];
    if (amount !== undefined && this.fields.grid.hasMerges) {
      const area = this.fields.grid.area(draft.row.index, amount.column);
      if (area !== undefined && area.top < draft.row.index) return false;
    }
    return this.fields.hasAny(draft.row, this.slots.tellingMore);
  }

  /** A category with an amount: the subtotal of the rows below it, or a line without breakdown. */
  private settleHeadings(drafts: readonly Draft[]): void {
    let below: Draft | null = null;
    for (let index = drafts.length - 1; index >= 0; index--) {
      const draft = drafts[index] as Draft;
      if (draft.isOpen) {
        const isGroup =
          below !== null &&
          (below.heading !== null
            ? depthOf(below.heading) > depthOf(draft.heading)
            : below.role === "line" && this.isDetailOf(below, draft.heading));
        if (isGroup) draft.role = "subtotal";
      }
      if (["line", "group", "total", "subtotal"].includes(draft.role)) below = draft;
    }
  }

  /** Whether a line says of itself what it is, and leaves its category to the heading above it. */
  private isDetailOf(draft: Draft, heading: Heading | null): boolean {
    if (this.fields.cell(draft.row, this.slots.description) === undefined || heading === null) return false;
    const slot = this.fields.slotAt(heading.cell.column);
    if (!this.slots.categories.includes(slot)) return true;
    const text = textOf(this.fields.cell(draft.row, slot));
    if (text === null || compact(text) === compact(heading.cell.value as string)) return true;
    const found = this.context.categories.resolve(text);
    // Below words that no scheme knows, other categories stand beside them, not under them.
    if (this.context.categories.resolve(heading.shown) === null) return false;
    return found === null ? heading.level === "major" : depthOf({ ...heading, level: found.level }) > depthOf(heading);
  }

  /** Below the last total of everything stand figures of the application, no lines. */
  private settleTail(drafts: readonly Draft[]): void {
    const end = drafts.findLastIndex(
      ({ role, total }) =>
        role === "total" && total?.label != null && total.label.category === null && total.label.rank >= 3,
    );
    if (!drafts.slice(0, Math.max(0, end)).some((draft) => draft.role === "line")) return;
    const { no, vendor, quantity, prices } = this.slots;
    const strong = [no, vendor, quantity, ...prices].filter((slot) => slot >= 0);
    for (const draft of drafts.slice(end + 1)) {
      const isLine = this.fields.hasAny(draft.row, strong);
      if ((draft.role === "line" && !isLine) || (draft.role === "group" && draft.heading?.level === null))
        draft.role = "other";
    }
  }
}

/** A doubtful label is that of a total when its amount is the sum of the two or more lines above it. */
function settleDoubts(drafts: readonly Draft[]): void {
  let sum = ZERO;
  let lines = 0;
  for (const draft of drafts) {
    const yen = draft.money?.yen ?? null;
    if (draft.doubt !== null && lines >= 2 && yen !== null && compare(yen, sum) === 0) {
      draft.total = draft.doubt;
      draft.role = "subtotal";
    }
    if (draft.role === "line") {
      if (yen !== null) sum = add(sum, yen);
      lines++;
    } else if (draft.role === "subtotal" || draft.role === "total" || draft.role === "group") {
      [sum, lines] = [ZERO, 0];
    }
  }
}

const depthOf = (heading: Heading | null): number =>
  heading?.level === "member" ? 0 : heading?.level === "major" ? 1 : heading?.level === "middle" ? 2 : 3;

/** "1", "(2)", "3-1", "A": what stands in a column of row numbers. */
const isRowNumber = (text: string): boolean => text.length <= 8 && ROW_NUMBER.test(text.trim());
const ROW_NUMBER = /^[(（]?[\dA-Za-z０-９①-⑳]{1,3}(?:[-－.．][\d０-９]{1,3})*[)）.．]?$/;

/** SUM(J5:J11), SUBTOTAL(9,…), J14+J32: a formula that adds up cells. */
function isSum(cell: Cell | undefined): boolean {
  const formula = cell?.formula ?? null;
  return formula !== null && (SUM.test(formula) || CELLS_ADDED.test(formula));
}

const SUM = /\b(?:SUM|SUBTOTAL|AGGREGATE|SUMIFS?)\(/i;
const CELLS_ADDED = /^\+?\$?[A-Z]{1,3}\$?\d+(?:\+\$?[A-Z]{1,3}\$?\d+)+$/i;
