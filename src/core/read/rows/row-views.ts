/** The rows with figures as the detectors see them: what each holds, and what stands around it. */
import { toNumber, ZERO } from "../../money/fraction";
import { compact, fold } from "../../text/fold";
import { isBlank, textOf } from "../../workbook/grid";
import { cellIn, type Cell, type Row } from "../../workbook/workbook";
import { PRICE_FIELDS, type Fields } from "../columns/fields";
import { multiplyTo } from "../columns/product";
import { isTotalWord } from "../words/total-words";
import type { HeaderColumn } from "../tables/table";
import type { Field } from "../field";
import { digitsOf, near } from "../sums/yen";
import type { CategoryFound } from "../words/categories";
import type { Sense, Senses } from "../words/senses";
import { depthOf, type Draft } from "./draft";
import { formulaSense, maySum, type FormulaSense } from "./formula";
import type { LeftOut } from "./left-out";
import { rowsOverDeeper } from "./outline";
import { ASIDE, countOf, isRowNumber, SAYS_NONE, type SortingContext, type TableRows } from "./table-rows";
import { isBare, type RowView } from "./view";
import { leftOutIn } from "./what-counts";
import { INDENTED, isPriced, PlainLine } from "./weighed";

const COMPARED = /前年|昨年|去年|前期|前回|当初|変更前|増減|比較|差異|差額|差引|決算|実績|累計|残額|執行率/;

const LEVELS = /^(?:階層|レベル|level|lvl?\.?|深さ)(?:no\.?|番号|レベル|区分)?$/;

/** ☑ and its blank. */
const TICK_BOX = /^\s*[□☐☑■✓✔レ]\s*$/;

/** Columns whose figures multiply to an amount. */
const COUNTED: ReadonlySet<Field> = new Set<Field>([...PRICE_FIELDS, "quantity", "hours"]);

/** In whatever column it stands. */
const ONLY_EXAMPLE = /^[(（【[〔]?\s*(?:記入|入力|記載|作成)?例\s*[)）】\]〕]?$/;

/** Cheap refusal: most texts hold none of these. */
const EXAMPLE_OR_TOTAL = /[例計額内]|うち|total|sum|example|sample/i;

const SAYS_WHICH_WAY = /^(?:収支|入出金?|出入金?|収入[・/]支出|収支の?別)(?:区分|種別|の別)?$/;
const IN = /^(?:収入|入金|入)$/;
const OUT = /^(?:支出|出金|出|振替)$/;
const ACCOUNT_ACROSS = /^相手(?:勘定)?科目/;
const OWN_MONEY = /^(?:現金|小口現金|.{0,8}[預貯]金)$/;
const GOES_OUT = /^(?:出金|払出|引出|支出)/;
const FEWEST_WAITING = 3;
const NO_PARTS: ReadonlyMap<Draft, Draft> = new Map<Draft, Draft>();

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

/** 列ごとの計 below 買うもの | 頼むもの | 借りるもの, whatever it comes to. */
function severalIn(figures: readonly Draft[], set: readonly number[]): ReadonlySet<Draft> {
  const several = figures.filter(({ row }) => set.filter((column) => !isBlank(cellIn(row, column))).length > 1);
  return new Set(several.length * 4 <= figures.length ? several : []);
}

const saysTotal = ({ senses }: RowView): boolean => senses.some((it) => it.isTotal || it.endsInTotal);

export class RowViews {
  private readonly fields: Fields;
  private readonly slots: TableRows["slots"];
  private readonly senses: Senses;
  private readonly context: SortingContext;
  /** What the columns of the table are to a row with a figure, from the table's left. */
  private readonly places: readonly Place[];
  /** Rows that stand under another and add up to it, each with that row. */
  private parts: ReadonlyMap<Draft, Draft> = NO_PARTS;
  /** Rows whose next one is a level deeper, where the table is an outline. */
  private overDeeper: ReadonlySet<Draft> = new Set<Draft>();
  /** Rows that fill several columns of a set of which nearly all fill one. */
  private several: ReadonlySet<Draft> = new Set<Draft>();
  /** Where the levels stand (階層 1, 2, 3); null where no column says them. */
  private readonly levels: number | null;
  /** Where entries say which way the money goes; null where no column does. */
  private readonly ways: number | null;
  /** Of a cash book the column of the other side. */
  private readonly otherSide: number | null;
  /** Items and prices are printed, counts are filled in for what is ordered: of most rows there is none. */
  private isOrderForm = false;
  /** How the sheet says of rows that they are not applied for. */
  readonly leftOut: readonly LeftOut[];

  constructor(private readonly rows: TableRows) {
    ({ fields: this.fields, slots: this.slots, senses: this.senses, context: this.context } = rows);
    const { left, right, columns } = this.fields.table;
    this.levels = columns.find(({ text }) => LEVELS.test(compact(text)))?.column ?? null;
    this.leftOut = leftOutIn(rows);
    this.ways = columns.find((column) => this.saysWhichWay(column))?.column ?? null;
    this.otherSide = columns.find((column) => this.isOtherSide(column))?.column ?? null;
    this.places = Array.from({ length: right - left + 1 }, (_, at) => this.placeOf(left + at));
  }

  /** @param figures the rows with figures, of all the rows of the table */
  of(figures: readonly Draft[], drafts: readonly Draft[]): (RowView | PlainLine)[] {
    const amount = this.fields.columns[this.fields.amounts[0] ?? -1];
    const levels = amount?.areLevels === true ? (amount.set ?? []) : [];
    const { prices, counts } = this.slots;
    const isBare = ({ row }: Draft): boolean => !this.rows.hasFigure(row, prices) && !this.rows.hasFigure(row, counts);
    this.several = severalIn(figures, amount?.set ?? []);
    this.overDeeper = rowsOverDeeper(figures, this.levels, levels, isBare);
    // What stands over deeper rows is no line of which they are parts.
    this.parts = new Map([...this.partsOfLines(figures)].filter(([, whole]) => !this.overDeeper.has(whole)));
    const waiting = figures.filter((draft) => this.awaitsCount(draft)).length;
    this.isOrderForm = waiting >= FEWEST_WAITING && waiting * 2 >= figures.length;
    const views = figures.map((draft) => this.view(draft));
    this.describeSurroundings(figures, views, drafts);
    return views;
  }

  /** The row that a row and those beside it add up to, where they stand under it. */
  wholeOf(part: Draft): Draft | undefined {
    return this.parts.get(part);
  }

  private placeOf(column: number): Place {
    if (this.rows.isOwnColumn(column)) return Place.own;
    if (column === this.levels) return Place.other;
    const slot = this.fields.slotAt(column);
    if (slot >= 0 && slot === this.slots.no) return Place.no;
    const field = slot < 0 ? undefined : this.fields.columns[slot]?.field;
    if (field === undefined) return this.isCompared(column) || this.isMonth(column) ? Place.other : Place.unnamed;
    if (field === "description" || field === "specification") return Place.item;
    if (field === "person") return Place.person;
    return COUNTED.has(field) ? Place.counted : Place.other;
  }

  /** 収支区分: 収入 or 支出 of every entry. */
  private saysWhichWay({ column, text }: HeaderColumn): boolean {
    if (!SAYS_WHICH_WAY.test(compact(text))) return false;
    const { firstRow, lastRow } = this.fields.table;
    let known = 0;
    for (const row of this.fields.grid.rowsBetween(firstRow, lastRow)) {
      const way = textOf(cellIn(row, column));
      if (way === null) continue;
      if (!IN.test(compact(way)) && !OUT.test(compact(way))) return false;
      known++;
    }
    return known > 0;
  }

  /**
   * 相手科目 beside 出金: what it was spent on, or 普通預金 where money only changed its place. A column of nothing but 普通預金
   * says whence each was paid.
   */
  private isOtherSide({ column, text }: HeaderColumn): boolean {
    const { fields } = this;
    const amount = fields.columns[fields.amounts[0] ?? -1]?.header ?? "";
    if (!ACCOUNT_ACROSS.test(compact(text)) || !GOES_OUT.test(compact(amount))) return false;
    return fields.grid.rowsBetween(fields.table.firstRow, fields.table.lastRow).some((row) => {
      const account = textOf(cellIn(row, column));
      return account !== null && !OWN_MONEY.test(compact(account));
    });
  }

  private says(row: Row, column: number | null, word: RegExp): boolean {
    return column !== null && word.test(compact(textOf(cellIn(row, column)) ?? ""));
  }

  /** A price, no count, and a formula that makes 0 of them. */
  private awaitsCount({ row, money }: Draft): boolean {
    const { prices, counts } = this.slots;
    const amount = this.fields.cell(row, this.fields.amounts[0] ?? -1);
    return (
      money?.yen?.n === 0n &&
      amount?.formula != null &&
      this.rows.hasFigure(row, prices) &&
      !this.rows.hasFigure(row, counts)
    );
  }

  /** Beside the amount, months are parts of it. */
  private isMonth(column: number): boolean {
    return this.fields.headerAt(column)?.meaning?.month === true;
  }

  /** 前年度予算額, 増減: amounts of other years and what they differ by are no prices. */
  private isCompared(column: number): boolean {
    const header = this.fields.headerAt(column);
    return header !== undefined && COMPARED.test(compact(header.text));
  }

  private saysNone(row: Row): boolean {
    const item = textOf(this.fields.cell(row, this.slots.description));
    return item !== null && SAYS_NONE.test(compact(item));
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
      // Under the name of a category stand its lines, and under that of a sum (物品費 計) what it sums.
      if (this.rows.headingOf(whole, whole.texts)?.level != null) continue;
      if (whole.texts.some(({ value }) => saysSum(this.senses.of(value as string)))) continue;
      if (near(sum, toNumber(whole.money?.yen ?? ZERO)))
        for (const part of figures.slice(at + 1, end)) parts.set(part, whole);
      at = end - 1;
    }
    return parts;
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
    const isIncome = this.says(row, this.ways, IN) || this.says(row, this.otherSide, OWN_MONEY);
    const leftOut = this.leftOut.find(({ rows }) => rows.has(row.index)) ?? null;
    if (
      isProduct &&
      leftOut === null &&
      !isIncome &&
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
      hasVendorOrDate: slots.vendorOrDay.some((slot) => this.saysBeside(row, slot, labels)),
      isNumbered,
      hasItem: hasItem || this.rows.carriesDescription(row.index),
      hasCategory: categories.length > 0,
      isSilent: labels.every(
        (cell) => SAYS_NONE.test(compact(cell.value as string)) || isRowNumber(cell.value as string),
      ),
      saysNone: this.saysNone(row),
      isTickBox: figures === 0 && TICK_BOX.test(textOf(fields.cell(row, slots.description)) ?? ""),
      isIncome,
      leftOut: null,
      isPrepared:
        (slots.description >= 0 &&
          figures === 0 &&
          !hasItem &&
          categories.length > 0 &&
          amount?.formula != null &&
          !texts.some(isTotalWord)) ||
        (this.isOrderForm && this.awaitsCount(draft)),
      fillsSeveral: this.several.has(draft),
      hasFullCost: this.rows.hasFigure(row, slots.fullCost),
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
        addsTaxAbove: false,
        exceedsTotalAbove: false,
        nextIsPart: false,
        nextIsIndented: false,
        nextSaysNone: false,
        nextIsNumberedBelow: false,
        nextIsDeeper: isOverDeeper,
        nextIsUnder: false,
        isCarried: false,
        isBelowAll: false,
        listsFunds: this.context.funds,
      },
    };
    draft.view = view;
    return view;
  }

  /** 10月支払計 below the vendors is the label of its row, and no vendor. */
  private saysBeside(row: Row, slot: number, labels: readonly Cell[]): boolean {
    const cell = this.fields.cell(row, slot);
    return cell !== undefined && !(labels.length === 1 && labels[0] === cell);
  }

  private speaksAgainstLine({ value }: Cell): boolean {
    if (!EXAMPLE_OR_TOTAL.test(value as string)) return false;
    const sense = this.senses.of(value as string);
    return sense.example || sense.isTotal || sense.endsInTotal || sense.endsInKei || sense.keiApart || sense.part;
  }

  /** Words that may say what the row is; in columns of remarks and the like only the name of a sum does. */
  private isLabel(cell: Cell, draft: Draft): boolean {
    const field = this.fields.fieldAt(cell.column);
    if (field === undefined) return !this.isClass(cell.column);
    if (!ASIDE.has(field)) return true;
    const sense = this.senses.of(cell.value as string);
    if (ONLY_EXAMPLE.test(cell.value as string)) return true;
    if (
      field === "note" &&
      (this.fields.cell(draft.row, this.slots.description) !== undefined || draft.texts.length > 1)
    )
      return false;
    // 10月支払計, or 補助金申請額, alone below the vendors.
    if (draft.texts.length === 1 && (sense.endsInKei || sense.funding)) return true;
    return sense.isTotal || sense.taxable || (field !== "note" && (sense.tax || sense.endsInTotal));
  }

  /** A column whose header is known and means nothing here: 税計算区分 says 内税 of every line. */
  private isClass(column: number): boolean {
    const header = this.fields.headerAt(column)?.meaning;
    return header?.weight === 3 && header.fields.length === 0;
  }

  private formulaOf(row: Row, cell: Cell | undefined, isProduct: boolean): FormulaSense | null {
    const formula = cell?.formula ?? null;
    if (formula === null || (isProduct && !maySum(formula))) return null;
    return formulaSense(formula, row.index, this.rows.isOwnColumn);
  }

  private onlyCategory(draft: Draft, labels: readonly Cell[], hasItem: boolean, figures: number): CategoryFound | null {
    if (figures > 0 || labels.length === 0 || labels.length > 2 || this.context.funds) return null;
    const heading = this.rows.headingOf(draft, labels);
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
    let [withItem, priced, sums] = [0, 0, 0];
    for (const view of views) {
      if (view instanceof PlainLine || view.hasItem) withItem++;
      if (isPriced(view)) priced++;
      else if (!(view instanceof PlainLine) && saysTotal(view)) sums++;
    }
    const mostArePriced = priced >= count * 0.6;
    const linesArePriced = priced > 0 && priced >= (count - sums) * 0.6;
    const itemsElsewhere = withItem >= count * 0.4;
    let position: Map<Draft, number> | null = null;
    let [run, runOf, all, allOf, lastTotal, rightTotal, tax] = [0, 0, 0, 0, 0, 0, 0];
    views.forEach((view, index) => {
      const { yen } = view;
      if (view instanceof PlainLine) {
        run += yen;
        runOf++;
        all += yen;
        allOf++;
        tax = 0;
        return;
      }
      const { around } = view;
      const next = views[index + 1];
      around.isPriced = mostArePriced;
      around.itemsElsewhere = itemsElsewhere;
      around.isLast = next === undefined;
      around.lastTotal = lastTotal !== 0 ? lastTotal : all;
      around.exceedsTotalAbove = linesArePriced && rightTotal > 0 && runOf === 0 && yen > rightTotal;
      around.addsTaxAbove = tax !== 0 && near(yen, around.lastTotal + tax);
      const sumsAbove =
        yen !== 0 && view.formula?.sums == null && ((runOf >= 2 && near(run, yen)) || (allOf >= 2 && near(all, yen)));
      around.digitsOfSumAbove = sumsAbove ? digitsOf(yen) : 0;
      around.sumsBelow = yen === 0 || !isBare(view) ? 0 : sumsBelow(views, index);
      around.isCarried = view.senses.some((it) => it.carried) && this.isWhatPagesCameTo(yen, lastTotal);
      around.repeatsLineAbove = yen !== 0 && runOf === 1 && near(run, yen);
      if (next !== undefined) {
        around.nextIsNumberedBelow =
          numbersBelow(figures[index] as Draft, figures[index + 1] as Draft) || sumsFinerItems(figures, index);
        around.nextIsPart = !(next instanceof PlainLine) && next.senses.some(({ part }) => part);
        around.nextIsIndented = next.isIndented;
      }
      if (view.category !== null || yen === 0) {
        position ??= new Map(drafts.map((draft, at) => [draft, at]));
        const under = drafts[(position.get(figures[index] as Draft) ?? 0) + 1];
        if (under !== undefined) {
          around.nextSaysNone = saysOnlyNone(under);
          if (view.category !== null)
            around.nextIsUnder =
              this.standsUnder(under, figures[index] as Draft, view.category) &&
              (this.context.categories.resolve(view.category.shown) !== null ||
                this.isWithinCategory(under, figures[index] as Draft) ||
                yen === 0 ||
                sumsNext(views, index));
        }
      }
      tax = view.senses.some((it) => it.tax && !it.taxable) ? tax + yen : 0;
      const isTotal = saysTotal(view);
      if (isTotal) [lastTotal, rightTotal] = [yen, near(all, yen) ? yen : 0];
      const isSumOfOne = around.repeatsLineAbove && view.senses.some((it) => it.keiApart || it.endsInKei);
      if (isTotal || isSumOfOne || around.digitsOfSumAbove > 1) run = runOf = 0;
      else if (!view.senses.some((it) => it.tax || it.funding || it.part))
        [run, runOf, all, allOf] = [run + yen, runOf + 1, all + yen, allOf + 1];
    });
  }

  private isWhatPagesCameTo(yen: number, lastTotal: number): boolean {
    const before = [lastTotal, ...this.context.sums.pages];
    return yen !== 0 && before.some((sum) => near(sum, yen));
  }

  /** Whether a row says of itself what it is, and leaves its category to the heading above it. */
  private standsUnder(draft: Draft, above: Draft, category: CategoryFound): boolean {
    const heading = this.rows.headingOf(above, above.texts);
    if (heading === null) return false;
    if (draft.money?.yen == null && draft.role !== "group" && draft.role !== "line") return false;
    const own = this.rows.headingOf(draft, draft.texts);
    if (own !== null && own.level !== null && draft.view?.figures !== 1) {
      const isBareCategory = draft.role === "group" || draft.view?.category != null;
      if (isBareCategory)
        return !numberedOn(above, draft) && depthOf(own) > depthOf({ ...heading, level: category.level });
    }
    if (this.fields.cell(draft.row, this.slots.description) === undefined) return false;
    if (
      draft.texts.some(({ value }) => this.rows.labelsRow(value as string) || this.senses.of(value as string).keiApart)
    )
      return false;
    const slot = this.fields.slotAt(heading.cell.column);
    if (!this.slots.categories.includes(slot)) {
      // In the item column itself only what the scheme knows as a category heads what follows, and nothing of another one.
      return this.context.categories.resolve(heading.shown) !== null && !this.isOfAnother(draft.row, above.row);
    }
    const text = textOf(this.fields.cell(draft.row, slot));
    if (text === null || compact(text) === compact(heading.cell.value as string)) return true;
    if (this.context.categories.resolve(heading.shown) === null) return false;
    const found = this.context.categories.resolve(text);
    return found === null ? heading.level === "major" : depthOf({ ...heading, level: found.level }) > depthOf(heading);
  }

  /** It names an item of its own, beside the category or below it. */
  private isWithinCategory(draft: Draft, above: Draft): boolean {
    const own = this.rows.headingOf(draft, draft.texts);
    return own === null || own.level === null || own.cell.column !== above.text?.column;
  }

  /** Both rows state a category in one column, and not the same. */
  private isOfAnother(row: Row, above: Row): boolean {
    return this.slots.categories.some((slot) => {
      const [own, other] = [row, above].map((it) => textOf(this.fields.cell(it, slot)));
      return own != null && other != null && compact(own) !== compact(other);
    });
  }
}

const saysSum = (sense: Sense): boolean => sense.isTotal || sense.endsInTotal || sense.keiApart;

/**
 * How surely a row without price or count states the sum of what stands below it, 0 to 1: of two priced rows or more, or, as
 * the first row of its table, of all rows, of all that are priced, or of all that say they are sums.
 */
function sumsBelow(views: readonly (RowView | PlainLine)[], index: number): number {
  const { yen } = views[index] as RowView | PlainLine;
  let [group, of] = [0, 0];
  for (let at = index + 1; at < views.length; at++, of++) {
    const view = views[at] as RowView | PlainLine;
    if (!isPriced(view)) break;
    group += view.yen;
    // Round figures may come about by chance.
    if (of >= 1 && near(group, yen) && digitsOf(yen) >= 2) return 1;
  }
  if (of >= 2 && near(group, yen)) return 1;
  if (index > 0 || views.length < 3) return 0;
  let [all, priced, ofPriced, sums, ofSums] = [0, 0, 0, 0, 0];
  for (const view of views.slice(1)) {
    all += view.yen;
    if (isPriced(view)) [priced, ofPriced] = [priced + view.yen, ofPriced + 1];
    else if (!(view instanceof PlainLine) && view.senses.some(saysSum)) [sums, ofSums] = [sums + view.yen, ofSums + 1];
  }
  if ((ofPriced >= 2 && near(priced, yen)) || (ofSums >= 2 && near(sums, yen))) return 1;
  return near(all, yen) ? Math.min(4, digitsOf(yen)) / 4 : 0;
}

/**
 * 報償費 over 旅費, in one column: that the scheme has the one and not the other makes no heading of it. Two rows or more that
 * come to it do.
 */
function sumsNext(views: readonly (RowView | PlainLine)[], index: number): boolean {
  const { yen } = views[index] as RowView | PlainLine;
  let sum = 0;
  for (let at = index + 1; at < views.length && sum < yen; at++) {
    sum += (views[at] as RowView | PlainLine).yen;
    if (at > index + 1 && near(sum, yen)) return true;
  }
  return false;
}

/** 4 撮影台の材料 over 5 補助員費: whatever they are called, the one is counted as the other is. */
function numberedOn(above: Draft, { row }: Draft): boolean {
  const [first, next] = [above.row, row].map(({ cells }) => cells.find((cell) => !isBlank(cell)));
  const [from, to] = [first, next].map((cell) => Number(cell?.value));
  return first?.column === next?.column && to === (from as number) + 1;
}

/** 2 over 2.1, A over A-1: the first cell of one row begins that of the next. */
function numbersBelow({ row }: Draft, next: Draft): boolean {
  const first = row.cells.find((cell) => !isBlank(cell));
  const below = next.row.cells.find((cell) => !isBlank(cell));
  if (first === undefined || below === undefined || first.column !== below.column) return false;
  const [whole, part] = [first, below].map(({ value }) => compact(String(value)).replace(/[.)-]$/, ""));
  return OUTLINE.test(whole as string) && new RegExp(`^${escaped(whole as string)}[.-]\\d{1,2}$`).test(part as string);
}

/** 2. 購入 112,300 over 2-1 センサー 112,300: the number stands before the words, and those below come to the figure above. */
function sumsFinerItems(figures: readonly Draft[], index: number): boolean {
  const numberOf = ({ text }: Draft): string =>
    /^\s*[(]?(\d{1,2}(?:[.-]\d{1,2})*)(?:[.)、]|\s)/.exec(fold(String(text?.value ?? "")))?.[1] ?? "";
  const yenOf = ({ money }: Draft): number => toNumber(money?.yen ?? ZERO);
  const whole = figures[index] as Draft;
  const finer = new RegExp(`^${escaped(numberOf(whole))}[.-]\\d{1,2}$`);
  if (numberOf(whole) === "") return false;
  let [sum, at] = [0, index + 1];
  for (; at < figures.length && finer.test(numberOf(figures[at] as Draft)); at++) sum += yenOf(figures[at] as Draft);
  return at > index + 1 && near(sum, yenOf(whole));
}

const OUTLINE = /^(?:\d{1,2}(?:[.-]\d{1,2})*|[a-z])$/;

const escaped = (text: string): string => text.replaceAll(".", "\\.");

/** 該当なし, －: words, and none of them an item. */
const saysOnlyNone = ({ money, texts }: Draft): boolean =>
  money?.yen == null && texts.length > 0 && texts.every(({ value }) => SAYS_NONE.test(compact(value as string)));
