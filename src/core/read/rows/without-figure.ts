/** What a row is that states no figure: the words and whatever else it holds decide, nothing is weighed. */
import { fiscalYear } from "../../text/date";
import { compact } from "../../text/fold";
import { readNumber } from "../../text/number";
import { textOf } from "../../workbook/grid";
import { cellIn, type Cell, type Row } from "../../workbook/workbook";
import type { Fields } from "../columns/fields";
import { isClaimedByRemark } from "../columns/said-to-count";
import type { Field } from "../field";
import { isFigure } from "../tables/header-cells";
import { filledIn } from "../tables/title-rows";
import { MONEY_IN } from "../words/headers";
import { isNote, isToCome } from "../words/labels";
import { markOf } from "../words/marks";
import type { Senses } from "../words/senses";
import { roleOfTotal, type Draft } from "./draft";
import { headsRegrouped } from "./ends";
import { ASIDE, countOf, SAYS_NONE, type SortingContext, type TableRows } from "./table-rows";

const DASH = /^[-－―‐—ー/／]+$/;

/** ■, ▲, →: neither words nor figures. */
const MARK = /^[^\p{L}\p{N}]+$/u;

/** 所属, 氏名, 連絡先 below the items, what they are in the columns of the figures. */
const CONTACT =
  /^(?:所属|氏名|お?名前|担当者?|連絡先|電話(?:番号)?|tel|fax|住所|メール(?:アドレス)?|e-?mail|(?:ヨミ|フリ)ガナ|ふりがな|振込先|(?:送金|振込)(?:用|先)?口座|口座(?:番号|名義)?|銀行名?)[::]?$/;

/** 1/2, 2／3, 50%, 3分の2 */
const RATE = /^(?:\d\/\d{1,2}|\d{1,3}[%％]|[\d一二三四五]分の[\d一二三四五])(?:以内|以下)?$/;

/** 補助率 | 1/2, 補助金申請額 | 900,000, in whatever columns they stand: the words beside rates and figures. */
const wordsIn = (row: Row): readonly string[] =>
  filledIn(row).flatMap((cell) => {
    const text = textOf(cell);
    return text === null || isFigure(cell) || RATE.test(compact(text)) ? [] : [text];
  });

/** 委託と購入の合計 and a figure in some other column than that of the amounts. */
const SUM_ELSEWHERE = 2;

const LONGEST_NONE = 16;
const NOT_APPLICABLE = /^(?:該当|計上|対象|予定)?(?:なし|無し)$/;

const INCOME = new RegExp(`収入|受入|${MONEY_IN}|借方`);

const BEFORE_CHANGE = /^(?:旧|(?:変更|修正|改[定訂]|訂正|見直し?)前|当初|原案|前回)/;
const AFTER_CHANGE = /^(?:新|変更|修正|改[定訂]|訂正|見直し?|今回|再)/;

const CREDIT = /^貸方/;
const BOUGHT = /^(?:仕入|買掛)/;
const PAID = /^支払/;

export class RowsWithoutFigure {
  private readonly fields: Fields;
  private readonly slots: TableRows["slots"];
  private readonly senses: Senses;
  private readonly context: SortingContext;
  private kinds: ReadonlySet<string> | null = null;

  constructor(private readonly rows: TableRows) {
    ({ fields: this.fields, slots: this.slots, senses: this.senses, context: this.context } = rows);
  }

  judge(draft: Draft): Draft {
    const { fields, slots } = this;
    const { row, money, texts, text: first } = draft;
    const priced = this.rows.hasFigure(row, slots.prices);
    const detailed = priced || fields.hasAny(row, slots.details);
    if (this.headsFigures(row)) return draft.as("other");
    for (const cell of texts) {
      const sense = this.senses.of(cell.value as string);
      const aside = ASIDE.has(fields.fieldAt(cell.column) as Field) && texts.length > 1;
      if (aside || headsRegrouped(cell.value as string) || !(sense.isTotal || sense.endsInTotal)) continue;
      if (!sense.isTotal && detailed) {
        if (filledIn(row).length === SUM_ELSEWHERE) return draft.as("other");
        continue;
      }
      draft.total = { label: sense.total, cell, amountCell: this.rows.totalCell(draft) };
      return draft.as(roleOfTotal(sense.total));
    }
    const isRated = money?.text == null || RATE.test(compact(money.text));
    // ☑ 計画策定枠 | 上限 200万円
    const isLimit = money?.text != null && this.senses.of(money.text).funding;
    if (!this.context.funds && (isLimit || (isRated && this.saysOnlyFunding(row)))) return draft.as("funding");
    if (first !== undefined) {
      const words = first.value as string;
      if (money === null && CONTACT.test(compact(words)) && !this.countsSomething(row)) return draft.as("note");
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
    const saysNothing = texts.every((cell) => SAYS_NONE.test(compact(cell.value as string)));
    if (money === null && !priced) {
      if (draft.saysNoAmount || this.isWithdrawn(row)) return draft.as("other");
      if (this.hasIncome(row)) return draft.as("funding");
      if (this.isOfAnotherYear(row) || this.isStep(row)) return draft.as("other");
      return saysNothing && !detailed ? draft.as("blank") : this.judgeWords(draft, detailed);
    }
    // □ | 円: prepared, and nobody wrote there.
    if (saysNothing && !detailed && money?.text === "" && !this.rows.carriesDescription(row.index))
      return draft.as("blank");
    const named =
      fields.cell(row, slots.description) !== undefined ||
      fields.cell(row, slots.specification) !== undefined ||
      this.rows.carriesDescription(row.index);
    if (named) return draft.as("line");
    if (texts.length === 0 && !fields.hasAny(row, slots.categories)) {
      if (money?.text != null && money.text !== "")
        return draft.as(detailed && !money.text.startsWith("#") ? "line" : "blank");
      return draft.as(priced && this.countsSomething(row) ? "line" : "blank");
    }
    // A prepared row: categories and formulas are there, the item is not yet.
    return draft.as(money?.text == null && slots.description >= 0 ? "blank" : "line");
  }

  private saysOnlyFunding(row: Row): boolean {
    const words = wordsIn(row);
    return (
      words.length > 0 &&
      words.every((text) => this.senses.of(text).funding && this.context.categories.resolve(text) === null)
    );
  }

  /** 繰越金 | 入金額合計 | 出金額合計 | 差引残高, a figure below each: the header of a box of its own. */
  private headsFigures(row: Row): boolean {
    const words = filledIn(row);
    const below = this.fields.grid.row(row.index + 1);
    return (
      words.length >= 3 &&
      below !== undefined &&
      words.every(({ value, column }) => {
        const under = cellIn(below, column)?.value;
        return typeof value === "string" && readNumber(value) === null && typeof under === "number";
      })
    );
  }

  /** A dash alone leaves an amount open; 該当なし in its place or beside the dash, （旅費）該当なし, says that there is none. */
  saysNoAmount(row: Row, slot: number): boolean {
    const text = compact(textOf(this.fields.cell(row, slot)) ?? "");
    if (NOT_APPLICABLE.test(text)) return true;
    return (
      DASH.test(text) &&
      row.cells.some(
        ({ value }) =>
          typeof value === "string" &&
          value.length < LONGEST_NONE &&
          NOT_APPLICABLE.test(compact(value).replace(/^\([^()]*\)/, "")),
      )
    );
  }

  /** カメラ | 208000 | | -208000 under 変更前, 変更後 and 増減: the change leaves nothing of it, as the difference, a dash or words say. */
  private isWithdrawn(row: Row): boolean {
    const { columns, grid } = { columns: this.fields.table.columns, grid: this.fields.grid };
    const own = this.fields.columns[this.fields.amounts[0] ?? -1];
    if (own === undefined || !AFTER_CHANGE.test(compact(own.header))) return false;
    const old = columns
      .filter(({ text, column }) => column < own.column && BEFORE_CHANGE.test(compact(text)))
      .map(({ column }) => grid.own(row.index, column)?.value)
      .findLast((value) => typeof value === "number" && value !== 0);
    if (typeof old !== "number") return false;
    return (
      DASH.test(compact(textOf(this.fields.cell(row, this.fields.amounts[0] ?? -1)) ?? "")) ||
      row.cells.some((cell) => cell.value === -old || markOf(cell)?.isPlain === true)
    );
  }

  /** A cash book's row of money that came in; a journal's with nothing but the other side of an entry; a payment of what was bought above. */
  private hasIncome(row: Row): boolean {
    const own = this.fields.columns[this.fields.amounts[0] ?? -1]?.header ?? "";
    const income = compact(own).startsWith("借方") ? CREDIT : BOUGHT.test(compact(own)) ? PAID : INCOME;
    return this.fields.table.columns.some(({ text, column, right }) => {
      if (!income.test(compact(text))) return false;
      return row.cells.some((cell) => cell.column >= column && cell.column <= right && (countOf(cell) ?? 0) !== 0);
    });
  }

  /** R6年度（自費） | R7年度（今回申請） | R8年度: a row with a figure of another year than the one that is applied for. */
  private isOfAnotherYear(row: Row): boolean {
    const { fields } = this;
    const own = compact(fields.columns[fields.amounts[0] ?? -1]?.header ?? "");
    const isClaimed = isClaimedByRemark(own);
    if (!isClaimed && fiscalYear(own) === null) return false;
    return fields.table.columns.some(
      ({ text, column }) =>
        fields.slotAt(column) < 0 &&
        (isClaimed || fiscalYear(text) !== null) &&
        row.cells.some((cell) => cell.column === column && (countOf(cell) ?? 0) !== 0),
    );
  }

  /** キックオフ | 社内 | ▲ under 6月: what is done when, beside what costs something. */
  private isStep(row: Row): boolean {
    return row.cells.some(
      ({ value, column }) =>
        typeof value === "string" && MARK.test(value) && this.fields.headerAt(column)?.meaning?.month === true,
    );
  }

  private countsSomething(row: Row): boolean {
    return [...this.slots.prices, ...this.slots.counts].some((slot) => {
      const value = this.fields.cell(row, slot)?.value;
      return typeof value === "number" && value !== 0;
    });
  }

  private judgeWords(draft: Draft, detailed: boolean): Draft {
    const heading = detailed ? null : this.rows.headingOf(draft, draft.texts);
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
    const number = this.fields.cell(draft.row, no);
    const isHeading = number !== undefined && !this.kindsOfLines.has(kindOfNumber(number));
    return this.fields.hasAny(draft.row, isHeading ? tellingMore.filter((slot) => slot !== no) : tellingMore);
  }

  /** 2 | 計測機器 over items without numbers, A | 設備 over 1 and 2: a number of a kind that no row with an amount has is of a heading. */
  private get kindsOfLines(): ReadonlySet<string> {
    if (this.kinds !== null) return this.kinds;
    const { fields, slots } = this;
    const kinds = new Set<string>();
    for (const row of fields.grid.rowsBetween(fields.table.firstRow, fields.table.lastRow)) {
      const number = fields.cell(row, slots.no);
      if (number !== undefined && fields.amounts.some((slot) => fields.cell(row, slot) !== undefined))
        kinds.add(kindOfNumber(number));
    }
    return (this.kinds = kinds);
  }
}

/** 1, 12 and ３ are of one kind, (1), 1-1, A, Ⅱ, ア and ① each of another. */
const kindOfNumber = ({ value }: Cell): string =>
  String(value)
    .trim()
    .replace(/[①-⑳]/g, "①")
    .replace(/[Ⅰ-Ⅻⅰ-ⅻ]+/g, "Ⅰ")
    .normalize("NFKC")
    .replace(/\d+/g, "1")
    .replace(/[A-Za-z]+/g, "a")
    .replace(/[ァ-ヶ]/g, "ア");
