/** Sorts the rows of a table of amounts: lines, totals, tax, funding, group headings, notes, the rest. */
import { toNumber, ZERO } from "../../money/fraction";
import { compact, oneLine, unspaced } from "../../text/fold";
import { isDateFormat, readDay, serialDay } from "../../text/date";
import { readNumber, readQuantity } from "../../text/number";
import { cellIn, type Cell, type Row } from "../../workbook/workbook";
import { isBlank, textOf } from "../../workbook/grid";
import { CATEGORY_FIELDS, PRICE_FIELDS, type Fields } from "../columns/fields";
import { multiplyTo } from "../columns/product";
import { moneyOf, type Money } from "../records/values";
import type { Field, RowRole } from "../reading";
import { choose, digitsOf, near, type Choice, type SumFound, type Surroundings } from "../sums/choose";
import type { Role, Weighed } from "../sums/roles";
import {
  looksLikeCategory,
  withoutNumbering,
  type Categories,
  type CategoryFound,
  type Level,
} from "../words/categories";
import { isNote, type Labels, type TotalLabel, isToCome } from "../words/labels";
import { Senses, type Sense } from "../words/senses";
import { CHOSEN_BY_A_PERSON } from "../hypothesis";
import { PLAIN_LINE, weigh as weighRow, type RowEvidence } from "./detectors";
import { formulaSense, maySum, type FormulaSense } from "./formula";
import { isBare, type RowView } from "./view";

export interface Heading {
  readonly level: Level | "member" | null;
  readonly shown: string;
  readonly cell: Cell;
}

interface TotalFound {
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
  total: TotalFound | null = null;
  heading: Heading | null = null;
  /** The formula of the amount, where the file does not hold its result. */
  unsaved: Cell | null = null;
  isTax = false;
  /** In place of the amount stands that there is none: 該当なし, －. */
  saysNoAmount = false;
  /** The sum stands above its lines. */
  isAbove = false;
  /** What was weighed, where there was something to weigh. */
  evidence: RowEvidence | null = null;
  view: RowView | null = null;
  /** How the sum it states is right, or that it is not; null when it states none. */
  sum: SumFound | null = null;
  /** A person said what it is. */
  isChosen = false;

  /** @param text the first text of the row that may label it */
  constructor(
    readonly row: Row,
    readonly text: Cell | undefined,
    readonly texts: readonly Cell[],
  ) {}

  as(role: RowRole): this {
    this.role = role;
    return this;
  }
}

interface Sorted {
  readonly drafts: readonly Draft[];
  /** How the rows with figures were chosen; its rows are `figures`. */
  readonly choice: Choice;
  readonly figures: readonly Draft[];
}

/** What a person said of the rows of a table. */
export type ChosenRows = ReadonlyMap<number, "line" | "subtotal" | "skip">;

/** One of them, with its table's place on the sheet. */
export interface ChosenRow {
  readonly sheet: string;
  readonly table: number;
  readonly row: number;
  readonly as: "line" | "subtotal" | "skip";
}

export interface SortingContext {
  readonly categories: Categories;
  readonly labels: Labels;
  readonly members: readonly string[];
  /** Yen per figure where a column's own header says nothing. */
  readonly scale: number;
  /** The table lists money that comes in: 助成金 and 自己資金 are its lines. */
  readonly funds: boolean;
  /** Figures elsewhere that totals may include. */
  readonly sums: Pick<Surroundings, "above" | "outside">;
  readonly chosen: ChosenRows;
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
const VENDOR_OR_DAY: readonly Field[] = ["vendor", "orderDate", "deliveryDate", "paymentDate"];
const WORDS_OF_ITEM: readonly Field[] = ["description", "specification", "note"];
/** Their texts label no row, unless they name a sum. */
export const ASIDE: ReadonlySet<Field> = new Set<Field>([
  "note",
  "unit",
  "vendor",
  "vendorAddress",
  "orderDate",
  "deliveryDate",
  "paymentDate",
  "paymentMethod",
  "evidenceNo",
]);
/** Texts in place of an amount or an item that say there is none: 該当なし, □, 円 in a prepared row. */
export const SAYS_NONE =
  /^(?:[-－―‐—ー〃/／□☐☑■✓✔×○〇●◯・()（）]|(?:該当|計上|予定|対象|申請)(?:は|は?今回)?(?:なし|無し|せず|しない)|な\s*し|無し?|円|式|本|個|部|台|件|名|人|回|枚|時間|千円|n\/?a|none)*$/i;

const DASH = /^[-－―‐—ー/／]+$/;
const NOT_APPLICABLE = /^(?:該当|計上|対象|予定)?(?:なし|無し)$/;

const COMPARED = /前年|昨年|前期|前回|当初|変更前|増減|比較|差額|差引|決算|実績|累計|残額|執行率/;

const LEVELS = /^(?:階層|レベル|level|lvl?\.?|深さ)(?:no\.?|番号|レベル|区分)?$/;

const isPriced = (view: RowView | PlainLine): boolean => view instanceof PlainLine || view.figures > 0;

/**
 * How surely a row without price or count states the sum of what stands below it, 0 to 1: of the priced rows up to the next
 * such row, or, as the first row of its table, of all rows or of all that are priced.
 */
function sumsBelow(views: readonly (RowView | PlainLine)[], index: number): number {
  const { yen } = views[index] as RowView | PlainLine;
  let [group, of] = [0, 0];
  for (let at = index + 1; at < views.length; at++, of++) {
    const view = views[at] as RowView | PlainLine;
    if (!isPriced(view)) break;
    group += view.yen;
  }
  if (of >= 2 && near(group, yen)) return 1;
  if (index > 0 || views.length < 3) return 0;
  let [all, priced, ofPriced] = [0, 0, 0];
  for (const view of views.slice(1)) {
    all += view.yen;
    if (isPriced(view)) [priced, ofPriced] = [priced + view.yen, ofPriced + 1];
  }
  if (ofPriced >= 2 && near(priced, yen)) return 1;
  return near(all, yen) ? Math.min(4, digitsOf(yen)) / 4 : 0;
}

/** ☑ and its blank. */
const TICK_BOX = /^\s*[□☐☑■✓✔レ]\s*$/;

/** What a column is to a row with a figure; unnamed columns may hold words as well as counts. */
enum Place {
  own,
  no,
  counted,
  item,
  person,
  unnamed,
  other,
}

export class RowSorter {
  private readonly fields: Fields;
  private readonly context: SortingContext;
  private readonly senses: Senses;
  private readonly memberKeys: ReadonlyMap<string, string>;
  private headingsNumbered: boolean | null = null;
  private readonly isOwnColumn: (column: number) => boolean;
  private readonly carried = new Map<number, string>();
  /** What the columns of the table are to a row with a figure, from the table's left. */
  private readonly places: readonly Place[];
  /** Rows that stand under another and add up to it, each with that row. */
  private parts: ReadonlyMap<Draft, Draft> = NO_PARTS;
  /** Rows whose next one is a level deeper, where a column says the levels. */
  private overDeeper: ReadonlySet<Draft> = new Set<Draft>();
  /** Where the levels stand (階層 1, 2, 3); null where no column says them. */
  private readonly levels: number | null;
  private readonly slots: {
    readonly no: number;
    readonly description: number;
    readonly specification: number;
    readonly vendor: number;
    readonly prices: readonly number[];
    readonly fullCost: readonly number[];
    readonly counts: readonly number[];
    readonly details: readonly number[];
    readonly categories: readonly number[];
    readonly vendorOrDay: readonly number[];
    /** All but words of the item. */
    readonly tellingMore: readonly number[];
  };

  constructor(fields: Fields, context: SortingContext) {
    this.fields = fields;
    this.context = context;
    this.senses = new Senses(context.labels);
    this.memberKeys = new Map(context.members.map((name) => [compact(name), name]));
    const present = (wanted: readonly Field[]): number[] =>
      wanted.map((field) => fields.slot(field)).filter((slot) => slot >= 0);
    this.slots = {
      no: fields.slot("no"),
      description: fields.slot("description"),
      specification: fields.slot("specification"),
      vendor: fields.slot("vendor"),
      prices: present(PRICE_FIELDS),
      fullCost: present(["fullCost"]),
      counts: fields.quantities,
      details: present(DETAILS),
      categories: present(CATEGORY_FIELDS),
      vendorOrDay: present(VENDOR_OR_DAY),
      tellingMore: fields.columns.flatMap(({ field }, slot) => (WORDS_OF_ITEM.includes(field) ? [] : [slot])),
    };
    const own = fields.amounts[0];
    this.isOwnColumn = (column) => own !== undefined && fields.isOf(own, column);
    const { left, right, columns } = fields.table;
    this.levels = columns.find(({ text }) => LEVELS.test(compact(text)))?.column ?? null;
    this.places = Array.from({ length: right - left + 1 }, (_, at) => this.placeOf(left + at));
  }

  private placeOf(column: number): Place {
    if (this.isOwnColumn(column)) return Place.own;
    if (column === this.levels) return Place.other;
    const slot = this.fields.slotAt(column);
    if (slot >= 0 && slot === this.slots.no) return Place.no;
    const field = slot < 0 ? undefined : this.fields.columns[slot]?.field;
    if (field === undefined) return this.isCompared(column) ? Place.other : Place.unnamed;
    if (field === "description" || field === "specification") return Place.item;
    if (field === "person") return Place.person;
    return COUNTED.has(field) ? Place.counted : Place.other;
  }

  /** 前年度予算額, 増減: amounts of other years and what they differ by are no prices. */
  private isCompared(column: number): boolean {
    const header = this.fields.table.columns.find((it) => it.column <= column && it.right >= column);
    return header !== undefined && COMPARED.test(compact(header.text));
  }

  /** Rows with content, in order. */
  sort(): Sorted {
    const { table, grid } = this.fields;
    const drafts: Draft[] = [];
    for (const row of grid.sheet.rows) {
      if (row.index < table.firstRow) continue;
      if (row.index > table.lastRow) break;
      const draft = this.draft(row);
      if (draft !== null) drafts.push(draft);
    }
    const figures = drafts.filter((draft) => draft.money?.yen != null && draft.role === "other" && !draft.isTax);
    const choice = this.chooseRoles(figures, drafts);
    endAtTotalOfAll(drafts);
    endAtGap(drafts, table.headerBottom);
    endAtBox(drafts);
    for (const draft of drafts) if (draft.isChosen) this.obey(draft);
    return { drafts, choice, figures };
  }

  private draft(row: Row): Draft | null {
    const { fields } = this;
    const { table } = fields;
    const no = this.slots.no < 0 ? NO_SLOT : this.slots.no;
    const texts: Cell[] = [];
    let filled = false;
    let content = false;
    for (const cell of row.cells) {
      if (cell.column < table.left) continue;
      if (cell.column > table.right) break;
      if (isBlank(cell) || isUnitStatement(cell)) continue;
      filled = true;
      const slot = fields.slotAt(cell.column);
      const text = typeof cell.value === "string" && (slot !== no || !isRowNumber(cell.value)) ? cell.value : null;
      if (text !== null || slot !== no) content = true;
      if (text !== null && !this.isOwnColumn(cell.column) && (!fields.isFigure(slot) || this.labelsRow(text)))
        texts.push(cell);
    }
    if (!filled) return null;
    const draft = new Draft(row, texts[0], texts);
    draft.isChosen = this.context.chosen.has(row.index);
    if (table.repeatedHeaders.has(row.index)) return draft.as("other");
    if (!content) return draft.as("blank");
    this.readMoney(draft);
    if (draft.money?.yen != null) {
      if (draft.moneySlot !== fields.amounts[0] && fields.amounts.length > 1) this.judgeInOtherColumn(draft);
      return draft;
    }
    return this.judgeWithoutFigure(draft);
  }

  /** 合計, 消費税 and the like may stand in any column, whatever that column is for. */
  private labelsRow(text: string): boolean {
    const sense = this.senses.of(text);
    return sense.isTotal || sense.endsInTotal || sense.tax || sense.funding || sense.taxable;
  }

  private readMoney(draft: Draft): void {
    for (const slot of this.fields.amounts) {
      const scale = this.fields.columns[slot]?.scale ?? this.context.scale;
      const money = this.fields.moneyIn(draft.row, slot, scale);
      if (money?.yen == null) draft.saysNoAmount ||= this.saysNoAmount(draft.row, slot);
      if (money === null) continue;
      // "円" prepared for a figure that nobody wrote: there is no amount, and none is worked out either.
      if (money.yen === null && SAYS_NONE.test(compact(money.text ?? ""))) {
        if (!/円/.test(money.text ?? "")) continue;
        draft.money = { ...money, text: "" };
        draft.moneySlot = slot;
        return;
      }
      draft.money = money;
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

  /** A figure that stands only in the column of the other tax treatment: the words say what it is; other sums are not touched. */
  private judgeInOtherColumn(draft: Draft): void {
    for (const cell of draft.texts) {
      const sense = this.senses.of(cell.value as string);
      if (sense.tax && !sense.taxable) {
        draft.isTax = true;
        return;
      }
      if (!sense.isTotal && !sense.endsInTotal && !sense.namesSum) continue;
      draft.total = { label: sense.total, cell, amountCell: this.totalCell(draft) };
      draft.role = roleOfTotal(draft.total.label);
      return;
    }
  }

  // ── rows without a figure

  private judgeWithoutFigure(draft: Draft): Draft {
    const { fields, slots } = this;
    const { row, money, texts, text: first } = draft;
    const priced = this.hasFigure(row, slots.prices);
    const detailed = priced || fields.hasAny(row, slots.details);
    for (const cell of texts) {
      const sense = this.senses.of(cell.value as string);
      const aside = ASIDE.has(fields.fieldAt(cell.column) as Field) && texts.length > 1;
      if (aside || !(sense.isTotal || (sense.endsInTotal && !detailed))) continue;
      draft.total = { label: sense.total, cell, amountCell: this.totalCell(draft) };
      return draft.as(roleOfTotal(sense.total));
    }
    if (first !== undefined) {
      const words = first.value as string;
      const sense = this.senses.of(words);
      if (sense.example && !SAYS_NONE.test(compact(words))) return draft.as("other");
      if (!priced && fields.cell(row, slots.vendor) === undefined && sense.tax) {
        draft.isTax = true;
        return draft.as("tax");
      }
      if (!detailed && isNote(words)) return draft.as("note");
      if (!detailed && !this.context.funds && sense.funding && this.context.categories.resolve(words) === null)
        return draft.as("funding");
    }
    const { description, specification } = slots;
    if (draft.unsaved !== null && fields.hasAny(row, [description, specification])) return draft.as("line");
    const item = textOf(fields.cell(row, slots.description));
    if (item !== null && SAYS_NONE.test(compact(item)) && !priced) return draft.as(money === null ? "blank" : "other");
    if (money?.text != null && money.text !== "" && !detailed && !isToCome(money.text)) return draft.as("other");
    if (money === null && !priced && draft.saysNoAmount) return draft.as("other");
    if (money === null && !priced && this.hasIncome(row)) return draft.as("funding");
    if (money === null && !priced && item !== null && SAYS_NONE.test(compact(item))) return draft.as("blank");
    const saysNothing = texts.every((cell) => SAYS_NONE.test(compact(cell.value as string)));
    // □ | 円: prepared, and nobody wrote there.
    if (saysNothing && !detailed && money?.text === "" && !this.carriesDescription(row.index)) return draft.as("blank");
    if (money === null && !priced)
      return saysNothing && !detailed ? draft.as("blank") : this.judgeWords(draft, detailed);
    const named =
      fields.cell(row, slots.description) !== undefined ||
      fields.cell(row, slots.specification) !== undefined ||
      this.carriesDescription(row.index);
    if (named) return draft.as(saysNothing && money === null && !detailed ? "blank" : "line");
    if (texts.length === 0 && !fields.hasAny(row, slots.categories)) {
      if (money?.text != null && money.text !== "")
        return draft.as(detailed && !money.text.startsWith("#") ? "line" : "blank");
      return draft.as(detailed && priced && this.countsSomething(row) ? "line" : "blank");
    }
    // A prepared row: categories and formulas are there, the item is not yet.
    if (money?.text == null && (slots.description >= 0 || !detailed))
      return draft.as(slots.description >= 0 ? "blank" : "line");
    return draft.as("line");
  }

  /** A dash alone leaves an amount open; 該当なし in its place or beside the dash says that there is none. */
  private saysNoAmount(row: Row, slot: number): boolean {
    const text = compact(textOf(this.fields.cell(row, slot)) ?? "");
    if (NOT_APPLICABLE.test(text)) return true;
    return (
      DASH.test(text) &&
      row.cells.some(
        ({ value }) => typeof value === "string" && value.length < 10 && NOT_APPLICABLE.test(compact(value)),
      )
    );
  }

  private saysNone(row: Row): boolean {
    const item = textOf(this.fields.cell(row, this.slots.description));
    return item !== null && SAYS_NONE.test(compact(item));
  }

  /** A price, or words in its place; a unit prepared for one ("円") is none. */
  private hasFigure(row: Row, slots: readonly number[]): boolean {
    return slots.some((slot) => {
      const cell = this.fields.cell(row, slot);
      return cell !== undefined && !(typeof cell.value === "string" && SAYS_NONE.test(compact(cell.value)));
    });
  }

  /** A cash book's row of money that came in; a journal's with nothing but the other side of an entry. */
  private hasIncome(row: Row): boolean {
    const own = this.fields.columns[this.fields.amounts[0] ?? -1]?.header ?? "";
    const income = compact(own).startsWith("借方") ? OTHER_SIDE : INCOME;
    return this.fields.table.columns.some(({ text, column, right }) => {
      if (!income.test(compact(text))) return false;
      return row.cells.some((cell) => cell.column >= column && cell.column <= right && (countOf(cell) ?? 0) !== 0);
    });
  }

  private countsSomething(row: Row): boolean {
    return [...this.slots.prices, ...this.slots.counts].some((slot) => {
      const value = this.fields.cell(row, slot)?.value;
      return typeof value === "number" && value !== 0;
    });
  }

  private judgeWords(draft: Draft, detailed: boolean): Draft {
    const heading = detailed ? null : this.headingOf(draft, draft.texts);
    if (heading !== null && heading.level !== null) {
      draft.heading = heading;
      return draft.as("group");
    }
    if (this.saysMoreThanWords(draft)) return draft.as("line");
    if (heading !== null) {
      draft.heading = heading;
      return draft.as("group");
    }
    return draft.as(draft.texts.length > 0 || !detailed ? "other" : "blank");
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
    return this.onlyFigure(draft);
  }

  /** 総計 under 費目小計, a column beside the amounts: the only figure of its row, in a column for nothing else. */
  private onlyFigure({ row }: Draft): Cell | undefined {
    const { left, right } = this.fields.table;
    const figures = row.cells.filter(
      ({ column, value }) => column >= left && column <= right && typeof value === "number",
    );
    const [only] = figures;
    return figures.length === 1 && only !== undefined && this.fields.slotAt(only.column) < 0 ? only : undefined;
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
    const { tellingMore, no } = this.slots;
    return this.fields.hasAny(draft.row, this.numbersHead ? tellingMore.filter((slot) => slot !== no) : tellingMore);
  }

  /** 2 | 計測機器 over items without numbers: where no row with an amount has a number, numbers are of headings. */
  private get numbersHead(): boolean {
    return (this.headingsNumbered ??= this.slots.no >= 0 && !this.hasNumberedAmount());
  }

  private hasNumberedAmount(): boolean {
    const { fields, slots } = this;
    for (const row of fields.grid.rowsBetween(fields.table.firstRow, fields.table.lastRow))
      if (
        fields.cell(row, slots.no) !== undefined &&
        fields.amounts.some((slot) => fields.cell(row, slot) !== undefined)
      )
        return true;
    return false;
  }

  // ── rows with a figure

  private chooseRoles(figures: readonly Draft[], drafts: readonly Draft[]): Choice {
    this.parts = this.partsOfLines(figures);
    this.overDeeper = this.rowsOverDeeper(figures);
    const views = figures.map((draft) => this.view(draft));
    this.describeSurroundings(figures, views, drafts);
    const around: Surroundings = { ...this.context.sums, keysOf: this.keysOf(figures) };
    const weigh = (view: RowView | PlainLine, index: number): Weighed => {
      const draft = figures[index] as Draft;
      const chosen = this.context.chosen.get(draft.row.index);
      const own = weighedOf(view, draft);
      return chosen === undefined ? own : asChosen(own, chosen);
    };
    let weighed = views.map(weigh);
    let choice = choose(weighed, around);
    // Bare figures below a right total of everything are told, not counted.
    const tail = tailBelowAll(choice, weighed, views);
    if (tail !== null) {
      for (let index = tail; index < views.length; index++) {
        const view = views[index];
        if (view instanceof PlainLine || view === undefined) continue;
        view.around.isBelowAll = true;
        weighed[index] = weigh(view, index);
      }
      weighed = [...weighed];
      choice = choose(weighed, around);
    }
    const roles = [...choice.roles];
    const sums = new Map(choice.sums.map((sum) => [sum.index, sum]));
    itemiseParts(roles, sums);
    headLikeTheOthers(roles, figures);
    const headed = new Set(figures.filter((_, index) => roles[index] === "head"));
    figures.forEach((draft, index) => {
      const whole = this.parts.get(draft);
      // What adds up to a heading is its lines.
      if (roles[index] === "part" && whole !== undefined && headed.has(whole)) roles[index] = "line";
    });
    figures.forEach((draft, index) => {
      draft.sum = sums.get(index) ?? null;
      this.settle(draft, roles[index] as Role);
    });
    return { ...choice, roles };
  }

  /** Indented rows, or rows without a number below one that has its own, which together are the row above them. */
  private partsOfLines(figures: readonly Draft[]): ReadonlyMap<Draft, Draft> {
    const parts = new Map<Draft, Draft>();
    const { no } = this.slots;
    const isIndented = ({ text }: Draft): boolean => text !== undefined && INDENTED.test(text.value as string);
    const isUnder = (draft: Draft, whole: Draft): boolean => {
      if (isIndented(draft) && !isIndented(whole)) return true;
      return no >= 0 && this.fields.cell(draft.row, no) === undefined && this.fields.cell(whole.row, no) !== undefined;
    };
    for (let at = 0; at + 2 < figures.length; at++) {
      const whole = figures[at] as Draft;
      let [end, sum] = [at + 1, 0];
      for (; end < figures.length && isUnder(figures[end] as Draft, whole); end++)
        sum += toNumber((figures[end] as Draft).money?.yen ?? ZERO);
      if (end - at < 3 || sum === 0) continue;
      // Under the name of a category stand its lines.
      if (this.headingOf(whole, whole.texts)?.level != null) continue;
      if (near(sum, toNumber(whole.money?.yen ?? ZERO)))
        for (const part of figures.slice(at + 1, end)) parts.set(part, whole);
      at = end - 1;
    }
    return parts;
  }

  private rowsOverDeeper(figures: readonly Draft[]): ReadonlySet<Draft> {
    const { levels } = this;
    if (levels === null) return new Set();
    const levelOf = ({ row }: Draft): number => Number(cellIn(row, levels)?.value ?? NaN);
    return new Set(
      figures.filter((draft, at) => {
        const next = figures[at + 1];
        return next !== undefined && levelOf(next) > levelOf(draft);
      }),
    );
  }

  private view(draft: Draft): RowView | PlainLine {
    const { fields, slots } = this;
    const { row, money } = draft;
    const yen = toNumber(money?.yen ?? { n: 0n, d: 1n });
    const amount = fields.cell(row, draft.moneySlot);
    const raw = typeof amount?.value === "number" ? amount.value : yen;
    const numbers: number[] = [];
    let figures = 0;
    let hasItem = false;
    let isNumbered = false;
    const { left, right } = fields.table;
    for (const cell of row.cells) {
      if (cell.column < left) continue;
      if (cell.column > right) break;
      const place = this.places[cell.column - left];
      if (place === Place.own) continue;
      if (place === Place.no) {
        isNumbered ||= !isBlank(cell);
        continue;
      }
      const { value } = cell;
      const isWords = place === Place.item || place === Place.person || place === Place.unnamed;
      if (
        isWords &&
        (typeof value === "string" ? !SAYS_NONE.test(value.trim()) : place === Place.item && typeof value === "number")
      )
        hasItem = true;
      const isCounted = place === Place.counted || (place === Place.unnamed && typeof value === "number");
      const count = isCounted ? countOf(cell) : null;
      if (count === null || count === 0) continue;
      figures++;
      if (numbers.length < 5) numbers.push(count);
    }
    const isProduct = raw !== 0 && numbers.length >= 2 && multiplyTo(numbers, raw);
    const formula = this.formulaOf(row, amount, isProduct);
    const isPart = this.parts.has(draft);
    const isOverDeeper = this.overDeeper.has(draft);
    if (
      isProduct &&
      formula === null &&
      hasItem &&
      !isPart &&
      !isOverDeeper &&
      !draft.texts.some((cell) => this.speaksAgainstLine(cell))
    )
      return new PlainLine(row.index, yen, draft.texts[0]);
    const labels = draft.texts.filter((cell) => this.isLabel(cell, draft));
    const senses: Sense[] = [];
    const texts: string[] = [];
    for (const cell of labels) {
      const text = cell.value as string;
      senses.push(this.senses.of(text));
      texts.push(text);
    }
    for (const cell of draft.texts) if (!labels.includes(cell)) texts.push(cell.value as string);
    const categories = slots.categories.filter((slot) => fields.cell(row, slot) !== undefined);
    const view: RowView = {
      row: row.index,
      yen,
      raw,
      senses,
      texts,
      figures,
      isProduct,
      hasVendorOrDate: fields.hasAny(row, slots.vendorOrDay),
      isNumbered,
      hasItem: hasItem || this.carriesDescription(row.index),
      hasCategory: categories.length > 0,
      isSilent: labels.every(
        (cell) => SAYS_NONE.test(compact(cell.value as string)) || isRowNumber(cell.value as string),
      ),
      saysNone: this.saysNone(row),
      isTickBox: figures === 0 && TICK_BOX.test(textOf(fields.cell(row, slots.description)) ?? ""),
      isPrepared:
        slots.description >= 0 && figures === 0 && !hasItem && categories.length > 0 && amount?.formula != null,
      hasFullCost: this.hasFigure(row, slots.fullCost),
      addsUpToLineAbove: isPart,
      isIndented: labels[0] !== undefined && INDENTED.test(labels[0].value as string),
      formula,
      category: this.onlyCategory(draft, labels, hasItem, figures),
      around: {
        isPriced: false,
        itemsElsewhere: false,
        isLast: false,
        digitsOfSumAbove: 0,
        sumsBelow: 0,
        repeatsLineAbove: false,
        lastTotal: 0,
        nextIsPart: false,
        nextIsIndented: false,
        nextSaysNone: false,
        nextIsNumberedBelow: false,
        nextIsDeeper: isOverDeeper,
        nextIsUnder: false,
        isBelowAll: false,
        listsFunds: this.context.funds,
      },
    };
    draft.view = view;
    return view;
  }

  private speaksAgainstLine({ value }: Cell): boolean {
    if (!EXAMPLE_OR_TOTAL.test(value as string)) return false;
    const sense = this.senses.of(value as string);
    return sense.example || sense.isTotal || sense.endsInTotal || sense.endsInKei || sense.keiApart || sense.part;
  }

  /** Words that may say what the row is; in columns of remarks and the like only the name of a sum does. */
  private isLabel(cell: Cell, draft: Draft): boolean {
    const field = this.fields.fieldAt(cell.column);
    if (field === undefined || !ASIDE.has(field)) return true;
    const sense = this.senses.of(cell.value as string);
    if (ONLY_EXAMPLE.test(cell.value as string)) return true;
    if (
      field === "note" &&
      (this.fields.cell(draft.row, this.slots.description) !== undefined || draft.texts.length > 1)
    )
      return false;
    return sense.isTotal || sense.taxable || (field !== "note" && (sense.tax || sense.endsInTotal));
  }

  private formulaOf(row: Row, cell: Cell | undefined, isProduct: boolean): FormulaSense | null {
    const formula = cell?.formula ?? null;
    if (formula === null || (isProduct && !maySum(formula))) return null;
    return formulaSense(formula, row.index, this.isOwnColumn);
  }

  private onlyCategory(draft: Draft, labels: readonly Cell[], hasItem: boolean, figures: number): CategoryFound | null {
    if (figures > 0 || labels.length === 0 || labels.length > 2 || this.context.funds) return null;
    const heading = this.headingOf(draft, labels);
    if (heading === null || heading.level === null || heading.level === "member") return null;
    const inItems = this.fields.slotAt(heading.cell.column) === this.slots.description;
    if (hasItem && !inItems) return null;
    // 款 | 項 | 目 | 節: what says its 節 is an item, whatever that is called.
    if (inItems && this.slots.categories.length >= 3) return null;
    return { level: heading.level, word: compact(heading.shown), shown: heading.shown };
  }

  private describeSurroundings(
    figures: readonly Draft[],
    views: readonly (RowView | PlainLine)[],
    drafts: readonly Draft[],
  ): void {
    const count = views.length;
    let [withItem, priced] = [0, 0];
    for (const view of views) {
      if (view instanceof PlainLine || view.hasItem) withItem++;
      if (isPriced(view)) priced++;
    }
    const mostArePriced = priced >= count * 0.6;
    const itemsElsewhere = withItem >= count * 0.4;
    let position: Map<Draft, number> | null = null;
    let [run, runOf, all, allOf, lastTotal] = [0, 0, 0, 0, 0];
    views.forEach((view, index) => {
      const { yen } = view;
      if (view instanceof PlainLine) {
        [run, runOf, all, allOf] = [run + yen, runOf + 1, all + yen, allOf + 1];
        return;
      }
      const { around } = view;
      const next = views[index + 1];
      around.isPriced = mostArePriced;
      around.itemsElsewhere = itemsElsewhere;
      around.isLast = next === undefined;
      around.lastTotal = lastTotal !== 0 ? lastTotal : all;
      const sumsAbove =
        yen !== 0 && view.formula?.sums == null && ((runOf >= 2 && near(run, yen)) || (allOf >= 2 && near(all, yen)));
      around.digitsOfSumAbove = sumsAbove ? digitsOf(yen) : 0;
      around.sumsBelow = yen === 0 || !isBare(view) ? 0 : sumsBelow(views, index);
      around.repeatsLineAbove = yen !== 0 && runOf === 1 && near(run, yen);
      if (next !== undefined) {
        around.nextIsNumberedBelow = numbersBelow(figures[index] as Draft, figures[index + 1] as Draft);
        around.nextIsPart = !(next instanceof PlainLine) && next.senses.some(({ part }) => part);
        around.nextIsIndented = next.isIndented;
      }
      if (view.category !== null || yen === 0) {
        position ??= new Map(drafts.map((draft, at) => [draft, at]));
        const under = drafts[(position.get(figures[index] as Draft) ?? 0) + 1];
        if (under !== undefined) {
          around.nextSaysNone = saysOnlyNone(under);
          if (view.category !== null)
            around.nextIsUnder = this.standsUnder(under, figures[index] as Draft, view.category);
        }
      }
      const isTotal = view.senses.some((it) => it.isTotal || it.endsInTotal);
      if (isTotal) lastTotal = yen;
      if (isTotal || around.digitsOfSumAbove > 1) run = runOf = 0;
      else if (!view.senses.some((it) => it.tax || it.funding || it.part))
        [run, runOf, all, allOf] = [run + yen, runOf + 1, all + yen, allOf + 1];
    });
  }

  /** Whether a row says of itself what it is, and leaves its category to the heading above it. */
  private standsUnder(draft: Draft, above: Draft, category: CategoryFound): boolean {
    const heading = this.headingOf(above, above.texts);
    if (heading === null) return false;
    if (draft.money?.yen == null && draft.role !== "group" && draft.role !== "line") return false;
    const own = this.headingOf(draft, draft.texts);
    if (own !== null && own.level !== null && draft.view?.figures !== 1) {
      const isBareCategory = draft.role === "group" || draft.view?.category != null;
      if (isBareCategory) return depthOf(own) > depthOf({ ...heading, level: category.level });
    }
    if (this.fields.cell(draft.row, this.slots.description) === undefined) return false;
    if (draft.texts.some((cell) => this.labelsRow(cell.value as string))) return false;
    const slot = this.fields.slotAt(heading.cell.column);
    if (!this.slots.categories.includes(slot)) {
      // In the item column itself only what the scheme knows as a category heads what follows.
      return this.context.categories.resolve(heading.shown) !== null;
    }
    const text = textOf(this.fields.cell(draft.row, slot));
    if (text === null || compact(text) === compact(heading.cell.value as string)) return true;
    if (this.context.categories.resolve(heading.shown) === null) return false;
    const found = this.context.categories.resolve(text);
    return found === null ? heading.level === "major" : depthOf({ ...heading, level: found.level }) > depthOf(heading);
  }

  /** The words lines may be summed by, those of categories also where they stand only in the first row of a group. */
  private keysOf(figures: readonly Draft[]): (index: number) => readonly string[] {
    let keys: (readonly string[])[] | null = null;
    return (index) => (keys ??= figures.map((draft) => this.keysOfRow(draft)))[index] ?? [];
  }

  private keysOfRow({ row }: Draft): readonly string[] {
    const { fields, slots } = this;
    const keys: string[] = [];
    for (const slot of slots.categories) {
      const text = textOf(fields.cell(row, slot));
      if (text !== null) this.carried.set(slot, keyOfText(text));
      const key = this.carried.get(slot);
      if (key !== undefined) keys.push(key);
    }
    keys.push(...monthsIn(row));
    for (const slot of [slots.vendor, fields.slot("member"), fields.slot("taxRate")]) {
      const cell = fields.cell(row, slot);
      if (cell === undefined) continue;
      if (typeof cell.value === "string") keys.push(keyOfText(cell.value));
      else if (typeof cell.value === "number")
        keys.push(`${String(cell.value < 1 ? Math.round(cell.value * 100) : cell.value)}%`);
    }
    return keys;
  }

  private settle(draft: Draft, role: Role): void {
    if (role === "line") {
      draft.role = "line";
      return;
    }
    const label = draft.texts.find(
      (cell) => this.labelsRow(cell.value as string) || this.senses.of(cell.value as string).namesSum,
    );
    switch (role) {
      case "total": {
        const total = label === undefined ? null : this.senses.of(label.value as string).total;
        const cell = label ?? draft.text ?? this.totalCell(draft);
        if (cell !== undefined) draft.total = { label: total, cell, amountCell: this.totalCell(draft) };
        draft.role = roleOfTotal(total, label === undefined && !(draft.view?.around.isLast ?? false));
        return;
      }
      case "head": {
        const heading = this.headingOf(draft, draft.texts);
        const total = label === undefined ? null : this.senses.of(label.value as string).total;
        if (heading !== null && total === null) draft.heading = heading;
        else {
          const cell = label ?? draft.text ?? this.totalCell(draft);
          if (cell !== undefined) draft.total = { label: total, cell, amountCell: this.totalCell(draft) };
        }
        draft.role = "subtotal";
        draft.isAbove = true;
        return;
      }
      case "tax":
        draft.isTax = true;
        draft.role = "tax";
        return;
      case "funding":
        draft.role = "funding";
        return;
      case "part":
        draft.role = "breakdown";
        return;
      case "skip":
        draft.role = draft.view?.isSilent === true && draft.view.yen === 0 ? "blank" : "other";
    }
  }

  /** What a person chose for a row. */
  private obey(draft: Draft): void {
    const chosen = this.context.chosen.get(draft.row.index);
    if (chosen === "line") draft.role = "line";
    else if (chosen === "skip") draft.role = "other";
    else if (chosen === "subtotal" && draft.role !== "subtotal" && draft.role !== "total") {
      const cell = draft.text ?? this.totalCell(draft);
      if (cell !== undefined) draft.total = { label: null, cell, amountCell: this.totalCell(draft) };
      draft.role = "subtotal";
    }
  }
}

const MEANT: Readonly<Record<ChosenRow["as"], readonly Role[]>> = {
  line: ["line"],
  subtotal: ["total", "head"],
  skip: ["skip"],
};

/** The same row, as a person said it is: only whether a sum stands above or below its lines is left open. */
function asChosen(row: Weighed, as: ChosenRow["as"]): Weighed {
  const options = MEANT[as];
  const scores = { ...row.scores };
  for (const role of options) scores[role] += CHOSEN_BY_A_PERSON;
  const [best] = [...options].sort((a, b) => scores[b] - scores[a]) as [Role];
  const { yen, sums, label, onlyCategory, saysAll, saysInclusive } = row;
  return {
    ...{ row: row.row, yen, sums, label, onlyCategory, saysAll, saysInclusive },
    ...{ scores, best, options, margin: options.length > 1 ? 0 : Infinity },
  };
}

/** A row whose price times count is its amount, and of which nothing says otherwise: most rows are so, and cost little. */
class PlainLine implements Weighed {
  constructor(
    readonly row: number,
    readonly yen: number,
    private readonly text: Cell | undefined,
  ) {}

  get scores(): RowEvidence["scores"] {
    return PLAIN_LINE.scores;
  }

  get best(): Role {
    return "line";
  }

  get margin(): number {
    return Infinity;
  }

  get options(): readonly Role[] {
    return PLAIN_LINE.options;
  }

  get isIndented(): boolean {
    return this.text !== undefined && INDENTED.test(this.text.value as string);
  }

  get sums(): null {
    return null;
  }

  get label(): string {
    return "";
  }

  get onlyCategory(): boolean {
    return false;
  }

  get saysAll(): boolean {
    return false;
  }

  get saysInclusive(): boolean {
    return false;
  }
}

function weighedOf(view: RowView | PlainLine, draft: Draft): Weighed {
  if (view instanceof PlainLine) return view;
  const evidence = weighRow(view);
  draft.evidence = evidence;
  const { scores, best, margin, options } = evidence;
  return {
    row: view.row,
    yen: view.yen,
    scores,
    best,
    margin,
    options,
    sums: view.formula?.sums ?? null,
    label: view.senses.length === 0 ? "" : compact(view.texts.slice(0, view.senses.length).join("")),
    onlyCategory: view.category !== null,
    saysAll: view.senses.some(
      ({ total }) => total !== null && total.rank >= 3 && total.category === null && total.named,
    ),
    saysInclusive: view.texts.some((text) => text.includes("税込")),
  };
}

/** Columns whose figures multiply to an amount. */
const COUNTED: ReadonlySet<Field> = new Set<Field>([...PRICE_FIELDS, "quantity", "hours"]);

/** In whatever column it stands. */
const ONLY_EXAMPLE = /^[(（【[〔]?\s*(?:記入|入力|記載|作成)?例\s*[)）】\]〕]?$/;

/** Cheap refusal: most texts hold none of these. */
const EXAMPLE_OR_TOTAL = /[例計額内]|うち|total|sum|example|sample/i;

/** 2 over 2.1, A over A-1: the first cell of one row begins that of the next. */
function numbersBelow({ row }: Draft, next: Draft): boolean {
  const first = row.cells.find((cell) => !isBlank(cell));
  const below = next.row.cells.find((cell) => !isBlank(cell));
  if (first === undefined || below === undefined || first.column !== below.column) return false;
  const [whole, part] = [first, below].map(({ value }) => compact(String(value)).replace(/[.)-]$/, ""));
  return OUTLINE.test(whole as string) && new RegExp(`^${escaped(whole as string)}[.-]\\d{1,2}$`).test(part as string);
}
const OUTLINE = /^(?:\d{1,2}(?:[.-]\d{1,2})*|[a-z])$/;
const escaped = (text: string): string => text.replaceAll(".", "\\.");

/** 該当なし, －: words, and none of them an item. */
const saysOnlyNone = ({ money, texts }: Draft): boolean =>
  money?.yen == null && texts.length > 0 && texts.every(({ value }) => SAYS_NONE.test(compact(value as string)));

const INCOME = /収入|受入|入金|借方/;
const OTHER_SIDE = /^貸方/;

/** （単位：円） beside the title of the next table. */
const isUnitStatement = ({ value }: Cell): boolean =>
  typeof value === "string" && value.length < 20 && value.includes("円") && /^\s*[(（]?単位\s*[:：]?/.test(value);

const INDENTED = /^[\s\u3000]+\S|^[└├・∟↳•]|^[-－–—→>＞]\s/;

const NO_PARTS: ReadonlyMap<Draft, Draft> = new Map<Draft, Draft>();

const roleOfTotal = (label: TotalLabel | null, isWithin = false): RowRole =>
  label === null
    ? isWithin
      ? "subtotal"
      : "total"
    : label.category !== null || label.rank <= 2
      ? "subtotal"
      : "total";

/** 事務所 計 0 between sums that stand above their lines heads its own, which are none. */
function headLikeTheOthers(roles: Role[], figures: readonly Draft[]): void {
  const last = roles.length - 1;
  const sums = roles.map((role, index) => ({ role, index })).filter(({ role }) => role === "head" || role === "total");
  const heads = sums.filter(({ role }) => role === "head").length;
  const within = sums.filter(({ role, index }) => role === "total" && index < last);
  if (heads < 2 || within.some(({ index }) => figures[index]?.money?.yen?.n !== 0n)) return;
  for (const { index } of within) roles[index] = "head";
}

/** Parts that add up to their line are the level that names the items. */
function itemiseParts(roles: Role[], sums: Map<number, SumFound>): void {
  for (const { index, by, of } of [...sums.values()]) {
    if (by !== "parts of the line above") continue;
    for (let at = index; at > index - of; at--) roles[at] = "line";
    roles[index - of] = "head";
    sums.delete(index);
    sums.set(index - of, { index: index - of, by: "lines below", of });
  }
}

/** Two blank rows below the last figure, words without any figure are a remark, a signature or a box. */
function endAtGap(drafts: readonly Draft[], header: number): void {
  const last = drafts.findLastIndex(({ money }) => money?.yen != null);
  for (let index = last + 1; index < drafts.length; index++) {
    const draft = drafts[index] as Draft;
    const isApart = draft.row.index - (drafts[index - 1]?.row.index ?? header) > 2;
    if (!isApart || draft.row.cells.some(({ value }) => typeof value === "number")) continue;
    for (const rest of drafts.slice(index)) if (rest.role === "line" && rest.money?.text == null) rest.role = "other";
    return;
  }
}

/** Below a blank row, words in place of amounts and nowhere a figure: a box for stamps (課長, 部長, 経理). */
function endAtBox(drafts: readonly Draft[]): void {
  const last = drafts.findLastIndex(({ money }) => money?.yen != null);
  const rest = drafts.slice(last + 1);
  const [first] = rest;
  const above = drafts[last];
  if (first === undefined || above === undefined || first.row.index - above.row.index < 2) return;
  const hasFigure = ({ row }: Draft): boolean => row.cells.some(({ value }) => typeof value === "number");
  const words = rest.flatMap(({ money }) => (money?.text == null || money.text === "" ? [] : [money.text]));
  if (words.length === 0 || words.some(isToCome) || rest.some(hasFigure)) return;
  for (const draft of rest) if (draft.role === "line") draft.role = "other";
}

/** Below the total of everything, rows without a figure are no lines that lack one: boxes for stamps, lists to tick. */
function endAtTotalOfAll(drafts: readonly Draft[]): void {
  const end = drafts.findLastIndex(
    ({ role, total, money }) =>
      role === "total" &&
      money?.yen != null &&
      (total?.label == null || (total.label.rank >= 3 && total.label.category === null)),
  );
  if (end < 0 || drafts.slice(end + 1).some(({ role, money }) => role === "line" && money?.yen != null)) return;
  for (const draft of drafts.slice(end + 1)) if (draft.role === "line") draft.role = "other";
}

/** The first of the few bare rows below a right total of all lines; null where there are none. */
function tailBelowAll(
  choice: Choice,
  weighed: readonly Weighed[],
  views: readonly (RowView | PlainLine)[],
): number | null {
  const whole = choice.sums.findLast(
    ({ by, of, index }) =>
      of >= 2 &&
      (by === "all lines" || by === "lines since the last total" || by === "totals and lines") &&
      choice.roles[index] === "total" &&
      (weighed[index] as Weighed).saysAll,
  );
  if (whole === undefined) return null;
  const first = whole.index + 1;
  const rest = views.slice(first);
  if (rest.length === 0 || rest.length > MOST_BELOW || !choice.roles.slice(first).includes("line")) return null;
  const isTail = (view: RowView | PlainLine): boolean =>
    !(view instanceof PlainLine) && isBare(view) && !view.isNumbered && !view.senses.some((it) => it.isTotal);
  return rest.every(isTail) ? first : null;
}
const MOST_BELOW = 5;

const countOf = ({ value }: Cell): number | null =>
  typeof value === "number" ? value : typeof value === "string" ? countIn(value) : null;

/** "2台" is 2, "12,000円" 12,000. */
function countIn(text: string): number | null {
  const read = readNumber(text) ?? readQuantity(text);
  return read === null ? null : toNumber(read.value);
}

/** "7月", of every day that stands in the row: 7月計 sums them. */
function monthsIn({ cells }: Row): string[] {
  return cells.flatMap(({ value, format }) => {
    const day =
      typeof value === "number"
        ? isDateFormat(format)
          ? serialDay(value, false)
          : null
        : typeof value === "string" && value.length < 20
          ? readDay(value)
          : null;
    return day === null ? [] : [`${String(Number(day.slice(5, 7)))}月`];
  });
}

const keyOfText = (text: string): string => compact(text).replace(/計$/, "");

const depthOf = (heading: Heading | null): number =>
  heading?.level === "member" ? 0 : heading?.level === "major" ? 1 : heading?.level === "middle" ? 2 : 3;

/** "1", "(2)", "3-1", "A": what stands in a column of row numbers. */
const isRowNumber = (text: string): boolean => text.length <= 8 && ROW_NUMBER.test(text.trim());
const ROW_NUMBER = /^[(（]?[\dA-Za-z０-９①-⑳]{1,3}(?:[-－.．][\d０-９]{1,3})*[)）.．]?$/;
