/** Sorts the rows of a table of amounts: lines, totals, tax, funding, group headings, notes, the rest. */
import { subtract, ZERO } from "../../money/fraction";
import { isDateFormat, readDay, serialDay } from "../../text/date";
import { compact } from "../../text/fold";
import { isBlank, textOf } from "../../workbook/grid";
import type { Cell, Row } from "../../workbook/workbook";
import type { Fields } from "../columns/fields";
import type { Money } from "../records/values";
import { choose, type Choice } from "../sums/choose";
import { withSumsLeftOut } from "../sums/left-out-sums";
import type { Surroundings } from "../sums/right-sums";
import type { SumFound } from "../sums/sum-found";
import type { Role, Weighed } from "../sums/roles";
import type { Senses } from "../words/senses";
import { Draft, roleOfTotal } from "./draft";
import { endAtBox, endAtGap, endAtTotalOfAll, setAsideNotIncluded, setAsideRegrouped, setAsideSaidTwice } from "./ends";
import type { LeftOut } from "./left-out";
import { isRowNumber, SAYS_NONE, TableRows, type SortingContext } from "./table-rows";
import { isBare, type RowView } from "./view";
import { RowViews } from "./row-views";
import { asChosen, PlainLine, weighedOf } from "./weighed";
import { settleLeftOut } from "./what-counts";
import { RowsWithoutFigure } from "./without-figure";

/** In place of an amount: the item comes with another, or for nothing. */
const INCLUDED =
  /^\(?(?:.{0,10}に)?(?:含(?:む|み|まれる|まれます|みます)?|(?<=[^税]|^)込み?|(?:無償|無料|サービス)(?:品|提供)?|incl(?:\.|uded)?|free(?:ofcharge)?)\)?$/;

/** Another one than -1, which is that of columns without meaning. */
const NO_SLOT = -2;

export interface Sorted {
  readonly drafts: readonly Draft[];
  /** How the rows with figures were chosen; its rows are `figures`. */
  readonly choice: Choice;
  readonly figures: readonly Draft[];
  /** What the sheet says of rows that it leaves out, and whether its sums let that stand. */
  readonly leftOut: readonly (LeftOut & { readonly isInForce: boolean })[];
}

export class RowSorter {
  private readonly rows: TableRows;
  private readonly withoutFigure: RowsWithoutFigure;
  private readonly views: RowViews;
  private readonly fields: Fields;
  private readonly slots: TableRows["slots"];
  private readonly senses: Senses;
  private readonly context: SortingContext;
  private readonly carried = new Map<number, string>();
  private inForce: readonly LeftOut[] = [];

  constructor(fields: Fields, context: SortingContext) {
    this.rows = new TableRows(fields, context);
    this.withoutFigure = new RowsWithoutFigure(this.rows);
    this.views = new RowViews(this.rows);
    ({ fields: this.fields, slots: this.slots, senses: this.senses, context: this.context } = this.rows);
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
    setAsideNotIncluded(drafts);
    setAsideRegrouped(drafts);
    setAsideSaidTwice(drafts);
    const figures = drafts.filter(
      (draft) => draft.money?.yen != null && draft.role === "other" && !draft.isTax && !draft.isNotIncluded,
    );
    const choice = this.chooseRoles(figures, drafts);
    // An option that nobody ticked needs no amount.
    for (const draft of drafts)
      if (
        draft.role === "line" &&
        draft.money?.yen == null &&
        this.inForce.some(({ rows }) => rows.has(draft.row.index))
      )
        draft.role = "other";
    // What sums rows that are left out says nothing more.
    for (const draft of figures)
      if (this.inForce.some(({ sums }) => sums?.has(draft.row.index) === true)) draft.role = "breakdown";
    endAtTotalOfAll(drafts);
    endAtGap(drafts, table.headerBottom);
    endAtBox(drafts);
    for (const draft of drafts) if (draft.isChosen) this.obey(draft);
    const leftOut = this.views.leftOut.map((one) => ({ ...one, isInForce: this.inForce.includes(one) }));
    return { drafts, choice, figures, leftOut };
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
      const isNumber = slot === no || (slot < 0 && cell.column === table.left);
      const text = typeof cell.value === "string" && !(isNumber && isRowNumber(cell.value)) ? cell.value : null;
      if (text !== null || slot !== no) content = true;
      if (text !== null && !this.rows.isOwnColumn(cell.column) && (!fields.isFigure(slot) || this.rows.labelsRow(text)))
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
    return draft.isIncluded ? draft.as("other") : this.withoutFigure.judge(draft);
  }

  private readMoney(draft: Draft): void {
    for (const slot of this.fields.amounts) {
      const scale = this.fields.columns[slot]?.scale ?? this.context.scale;
      const money = this.fields.moneyIn(draft.row, slot, scale);
      if (money?.yen == null) draft.saysNoAmount ||= this.withoutFigure.saysNoAmount(draft.row, slot);
      if (money === null) continue;
      if (money.yen === null && INCLUDED.test(compact(money.text ?? ""))) {
        draft.saysNoAmount = draft.isIncluded = true;
        continue;
      }
      // "円" prepared for a figure that nobody wrote: there is no amount, and none is worked out either.
      if (money.yen === null && SAYS_NONE.test(compact(money.text ?? ""))) {
        if (!/円/.test(money.text ?? "")) continue;
        draft.money = { ...money, text: "" };
        draft.moneySlot = slot;
        return;
      }
      draft.money = this.saysTakenOff(draft) ? takenOff(money) : money;
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

  private saysTakenOff({ texts }: Draft): boolean {
    return texts.some(({ value }) => MAY_TAKE_OFF.test(value as string) && this.senses.of(value as string).takenOff);
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
      draft.total = { label: sense.total, cell, amountCell: this.rows.totalCell(draft) };
      draft.role = roleOfTotal(draft.total.label);
      return;
    }
  }

  private chooseRoles(figures: readonly Draft[], drafts: readonly Draft[]): Choice {
    const views = this.views.of(figures, drafts);
    const { above, outside, pages } = this.context.sums;
    const carries = views.some((view) => !(view instanceof PlainLine) && view.around.isCarried);
    const around: Surroundings = {
      above: carries ? [...above, ...pages] : above,
      outside,
      keysOf: this.keysOf(figures),
    };
    const weigh = (view: RowView | PlainLine, index: number): Weighed => {
      const draft = figures[index] as Draft;
      const chosen = this.context.chosen.get(draft.row.index);
      const own = weighedOf(view, draft);
      return chosen === undefined ? own : asChosen(own, chosen);
    };
    const chooseWith = (active: readonly LeftOut[]): { weighed: Weighed[]; choice: Choice } => {
      for (const view of views)
        if (!(view instanceof PlainLine)) view.leftOut = active.find(({ rows }) => rows.has(view.row))?.by ?? null;
      const all = views.map(weigh);
      return { weighed: all, choice: this.withLeftOut(choose(all, around), all, active) };
    };
    const settled = settleLeftOut(this.views.leftOut, chooseWith);
    this.inForce = settled.active;
    let { weighed, choice } = settled.found;
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
      choice = this.withLeftOut(choose(weighed, around), weighed, this.inForce);
    }
    const roles = [...choice.roles];
    const sums = new Map(choice.sums.map((sum) => [sum.index, sum]));
    itemiseParts(roles, sums);
    headLikeTheOthers(roles, figures);
    const headed = new Set(figures.filter((_, index) => roles[index] === "head"));
    figures.forEach((draft, index) => {
      const whole = this.views.wholeOf(draft);
      // What adds up to a heading is its lines.
      if (roles[index] === "part" && whole !== undefined && headed.has(whole)) roles[index] = "line";
    });
    figures.forEach((draft, index) => {
      draft.sum = sums.get(index) ?? null;
      this.settle(draft, roles[index] as Role);
    });
    return { ...choice, roles };
  }

  private withLeftOut(choice: Choice, weighed: readonly Weighed[], active: readonly LeftOut[]): Choice {
    const by = (row: number): LeftOut | undefined => active.find(({ rows }) => rows.has(row));
    const isOut = (row: number): boolean => by(row) !== undefined && by(row)?.sums?.has(row) !== true;
    const keyOf = (row: number): string => {
      const column = by(row)?.column;
      return column === undefined ? "" : compact(textOf(this.fields.grid.own(row, column)) ?? "");
    };
    return withSumsLeftOut(choice, weighed, isOut, keyOf);
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
      (cell) => this.rows.labelsRow(cell.value as string) || this.senses.of(cell.value as string).namesSum,
    );
    switch (role) {
      case "total": {
        const total = label === undefined ? null : this.senses.of(label.value as string).total;
        const cell = label ?? draft.text ?? this.rows.totalCell(draft);
        if (cell !== undefined) draft.total = { label: total, cell, amountCell: this.rows.totalCell(draft) };
        draft.role = roleOfTotal(total, label === undefined && !(draft.view?.around.isLast ?? false));
        return;
      }
      case "head": {
        const heading = this.rows.headingOf(draft, draft.texts);
        const total = label === undefined ? null : this.senses.of(label.value as string).total;
        if (heading !== null && total === null) draft.heading = heading;
        else {
          const cell = label ?? draft.text ?? this.rows.totalCell(draft);
          if (cell !== undefined) draft.total = { label: total, cell, amountCell: this.rows.totalCell(draft) };
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
      const cell = draft.text ?? this.rows.totalCell(draft);
      if (cell !== undefined) draft.total = { label: null, cell, amountCell: this.rows.totalCell(draft) };
      draft.role = "subtotal";
    }
  }
}

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

/** The first of the few bare rows below a right total of all lines; null where there are none. */
function tailBelowAll(
  choice: Choice,
  weighed: readonly Weighed[],
  views: readonly (RowView | PlainLine)[],
): number | null {
  const isOfAll = (index: number): boolean => choice.roles[index] === "total" && (weighed[index] as Weighed).saysAll;
  const right = choice.sums.findLast(
    ({ by, of, index }) =>
      of >= 2 &&
      (by === "all lines" || by === "lines since the last total" || by === "totals and lines") &&
      isOfAll(index),
  );
  // Also below one that is wrong: 合計 over three lines, and 石の在庫 below it.
  const whole = right?.index ?? choice.roles.findLastIndex((_, index) => isOfAll(index) && index >= FEWEST_ABOVE);
  if (whole < 0) return null;
  const first = whole + 1;
  const rest = views.slice(first);
  if (rest.length === 0 || rest.length > MOST_BELOW || !choice.roles.slice(first).includes("line")) return null;
  const isTail = (view: RowView | PlainLine): boolean =>
    !(view instanceof PlainLine) && isBare(view) && !view.isNumbered && !view.senses.some((it) => it.isTotal);
  return rest.every(isTail) ? first : null;
}

const MOST_BELOW = 5;
const FEWEST_ABOVE = 3;

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

/** 値引, 値下げ, ディスカウント: most lines need not be asked for their sense. */
const MAY_TAKE_OFF = /[引下デﾃdDｄＤ]/;

const takenOff = (money: Money): Money =>
  money.yen === null || money.yen.n <= 0n ? money : { ...money, yen: subtract(ZERO, money.yen) };

const keyOfText = (text: string): string => compact(text).replace(/計$/, "");

/** （単位：円） beside the title of the next table. */
const isUnitStatement = ({ value }: Cell): boolean =>
  typeof value === "string" && value.length < 20 && value.includes("円") && /^\s*[(（]?単位\s*[:：]?/.test(value);
