/** What one line of a table of amounts says, field by field. */
import {
  add,
  compare,
  divide,
  floor,
  fraction,
  magnitude,
  multiply,
  ONE,
  subtract,
  ZERO,
  type Fraction,
} from "../../money/fraction";
import { compact, oneLine, unspaced } from "../../text/fold";
import { isWithinReach } from "../../text/number";
import type { Carry, Stated } from "../rows/carry";
import { looksLikeCategory, withoutNumbering, type CategoryFound } from "../words/categories";
import type { FieldColumn } from "../columns/field-column";
import { bidderOf, biddersOf, type Bidder } from "../columns/bidders";
import { borneBy, type MemberColumn } from "../columns/member-columns";
import type { Draft } from "../rows/draft";
import type { Fields } from "../columns/fields";
import type { Tax } from "../words/headers";
import { isDiscount } from "../words/labels";
import { Layouts, type Places } from "../places";
import { payeeAbove } from "./payee";
import type { BudgetLine, DateReading } from "../reading";
import type { Field } from "../field";
import { factorsIn } from "../../text/amount";
import { textOf } from "../../workbook/grid";
import {
  dateOf,
  evidenceNoIn,
  evidenceNoOf,
  evidenceNosOf,
  moneyOf,
  quantityOf,
  shownText,
  textReading,
} from "./values";
import { NOWHERE, type Cell, type CellRef, type Row } from "../../workbook/workbook";

/** A line with its exact amount, before floor; `line.amount` is whole yen. */
export interface LineRead {
  readonly line: BudgetLine;
  readonly exact: Fraction | null;
  /** The amount cell is blank and the amount is price × quantity. */
  readonly computed: boolean;
  /** Its columns of members do not come to its amount, or do but do not say whose they are. */
  readonly isUndivided: boolean;
}

/** Exact yen; amounts that cannot be read count 0. */
export const sumOfLines = (lines: readonly LineRead[]): Fraction =>
  lines.reduce((sum, { exact }) => add(sum, exact ?? ZERO), ZERO);

/** What headings above the line, or else the title and the sheet's name, give to it. */
export interface Surroundings {
  readonly heading: Stated & { readonly member: string | null };
  readonly category: CategoryFound | null;
  readonly member: string | null;
}

interface Remarks {
  readonly first: string | null;
  readonly all: string | null;
  /** The number of an estimate that they name. */
  readonly evidenceNo: string | null;
}

interface Price {
  readonly value: Fraction | null;
  readonly column: number;
}

interface Count {
  readonly value: Fraction;
  readonly unit: string | null;
}

export class LineReader {
  private readonly fields: Fields;
  private readonly date1904: boolean;
  private readonly scale: number;
  private readonly byMember: readonly MemberColumn[];
  private readonly bidders: readonly Bidder[];
  /** Of the whole table; null where a column says it, or nothing does. */
  private readonly payee: string | null;
  private readonly slots: Readonly<Record<SlotName, number>>;
  private readonly layouts: Layouts;
  /** Columns of the line at hand, in the order of the layouts' fields. */
  private readonly placed: number[] = [];
  private readonly priceSlots: Readonly<Record<"amount" | Tax, readonly number[]>>;
  /** The slot of 目 where the items only explain it; else -1. */
  private readonly explained: number;
  /** By slot: the counting word that a header such as 人数 states. */
  private readonly countedIn: readonly (string | null)[];
  /** The header of the remarks says that they begin with the number of an estimate. */
  private readonly remarksNameEvidence: boolean;

  /** The column of numbers is one of rows, not of estimates. */
  private readonly countsRows: boolean;

  /** @param lines the rows that will be read */
  constructor(
    fields: Fields,
    context: { taxTreatment: Tax; date1904: boolean; scale: number; byMember: readonly MemberColumn[] },
    lines: readonly Draft[],
  ) {
    this.fields = fields;
    this.date1904 = context.date1904;
    this.scale = context.scale;
    this.byMember = context.byMember;
    this.bidders = context.byMember.some(({ member }) => member !== null) ? [] : biddersOf(fields.table);
    const slots = Object.fromEntries(SLOT_NAMES.map((name) => [name, fields.slot(name)])) as Record<SlotName, number>;
    this.slots = slots;
    this.payee = slots.vendor < 0 ? payeeAbove(fields.table) : null;
    const named = fields.named.map((slot) => (fields.columns[slot] as FieldColumn).field);
    this.layouts = new Layouts(fields.grid.name, [...named, ...FOUND_LATER]);
    const priced = {
      exclusive: [slots.unitPriceExclusive, slots.unitPrice],
      inclusive: [slots.unitPriceInclusive, slots.unitPrice],
    };
    const [wanted, other] =
      context.taxTreatment === "exclusive"
        ? [slots.unitPriceExclusive, slots.unitPriceInclusive]
        : [slots.unitPriceInclusive, slots.unitPriceExclusive];
    this.priceSlots = { ...priced, amount: [slots.unitPrice, wanted, other] };
    const item = fields.headerAt(fields.columns[slots.description]?.column ?? NOWHERE);
    const minor = fields.slot("minor");
    const isExplained = fields.columns[minor]?.header === "目" && item?.meaning?.fields.includes("note") === true;
    this.explained = isExplained ? minor : -1;
    this.countedIn = fields.columns.map(({ header }) => countingWordOf(compact(header)));
    this.remarksNameEvidence =
      slots.evidenceNo < 0 &&
      fields.notes.some((slot) => /項番|番号|no\b|№/i.test(compact(fields.columns[slot]?.header ?? "")));
    this.countsRows = this.columnCountsRows(lines);
  }

  /**
   * The column of numbers counts the rows: beside most of them the remarks name another estimate's number (3 | 4 | 5
   * beside 項番3, 項番4, 旅費規程; 6 beside 項番5). What is named in words holds.
   */
  private columnCountsRows(drafts: readonly Draft[]): boolean {
    if (this.slots.evidenceNo < 0) return false;
    let [numbered, named, apart] = [0, 0, 0];
    for (const { row } of drafts) {
      const own = evidenceNoOf(this.fields.said(row, this.slots.evidenceNo));
      if (own === null) continue;
      numbered++;
      const said = this.remarks(row).evidenceNo;
      if (said !== null) named++;
      if (said !== null && said !== own) apart++;
    }
    return apart > 0 && named >= 2 && named * 2 >= numbered;
  }

  read(draft: Draft, carry: Carry, around: Surroundings): LineRead {
    const { fields, slots } = this;
    const { row } = draft;

    const stated = carry.stated(row);
    const { heading, category } = around;
    const openMiddle = slots.middle < 0;
    const major = stated.major ?? heading.major ?? (category?.level === "major" ? category.shown : null);
    const middle =
      stated.middle ?? (openMiddle ? (heading.middle ?? (category?.level === "middle" ? category.shown : null)) : null);
    const minor = stated.minor ?? (openMiddle || stated.middle === heading.middle ? heading.minor : null);

    const remarks = this.remarks(row);
    const item = this.item(row, stated);
    const specified = this.specified(row);
    const named = item ?? specified[0] ?? null;
    const description = named ?? this.substitute(draft, stated, remarks.first);
    const asked = this.price(draft);
    const quantity = this.quantity(draft, asked?.value ?? null);
    const price = this.ofOne(draft, asked, quantity);
    const product = price?.value == null || quantity === null ? null : multiply(price.value, quantity.value);
    const takenOff = product === null ? null : this.takenOff(row, product);
    const due = product === null ? null : subtract(product, takenOff ?? ZERO);
    const amount = this.amount(draft, due);
    const factors = price === null && quantity === null ? this.factors(draft) : null;
    const others = [amount.other === null ? null : fraction(amount.other.yen), quantity?.value ?? null];
    const borne = borneBy(this.byMember, row, amount.exact, others, this.scale);
    const severalNos = this.countsRows ? null : evidenceNosOf(fields.said(row, slots.evidenceNo));
    const member = carry.member(row) ?? heading.member ?? around.member;
    return {
      exact: amount.exact,
      computed: amount.computed,
      isUndivided: borne.isUndivided,
      line: {
        sheet: fields.grid.name,
        row: row.index,
        table: 0,
        at: this.places(draft, named === null, amount.column, price?.column ?? NOWHERE),
        description,
        specification: together(item === null ? specified.slice(1) : specified),
        statedMajor: major,
        statedMiddle: middle,
        statedMinor: minor,
        vendor:
          this.text(row, slots.vendor) ??
          bidderOf(this.bidders, row, amount.column, amount.exact, this.scale) ??
          this.payee,
        vendorAddress: this.text(row, slots.vendorAddress),
        unit: this.text(row, slots.unit) ?? quantity?.unit ?? factors?.unit ?? null,
        note: remarks.all,
        evidenceNo: this.countsRows
          ? remarks.evidenceNo
          : (evidenceNoOf(fields.said(row, slots.evidenceNo)) ?? remarks.evidenceNo),
        ...(severalNos === null ? {} : { evidenceNos: severalNos }),
        unitPrice: price?.value ?? factors?.price ?? null,
        quantity: quantity?.value ?? factors?.count ?? null,
        amount: amount.exact === null ? null : floor(amount.exact),
        amountExact: amount.exact,
        amountText: amount.text,
        taxRate: taxRateOf(fields.said(row, slots.taxRate)) ?? this.rateOfColumn(draft, amount.column),
        people: namesIn(this.text(row, slots.person)),
        fullCost: this.fullCost(row),
        takenOff,
        amountFormula: amount.formula,
        amountTax: amount.tax,
        otherAmount: amount.other,
        orderDate: this.date(row, slots.orderDate),
        deliveryDate: this.date(row, slots.deliveryDate),
        paymentDate: this.date(row, slots.paymentDate),
        paymentMethod: this.method(row),
        member:
          borne.shares.length > 0 ? (borne.shares.length === 1 ? (borne.shares[0]?.member ?? null) : null) : member,
        ...(borne.shares.length > 1 ? { byMember: borne.shares } : {}),
        struck: this.isStruck(row),
        hidden: row.hidden,
        discount:
          amount.exact !== null &&
          amount.exact.n < 0n &&
          (isDiscount(description) || isGivenBack(price?.value ?? null, quantity?.value ?? null)),
      },
    };
  }

  private text(row: Row, slot: number): string | null {
    return slot < 0 ? null : shownText(this.fields.said(row, slot));
  }

  /** Beside 目 a column of 説明 says more of it: 講師謝金 | 講習会 4回. */
  private item(row: Row, { middle }: Stated): string | null {
    const said = this.text(row, this.slots.description);
    const text = said === null ? null : this.text(row, this.explained);
    const cost = text === null || !looksLikeCategory(text) ? null : withoutNumbering(text);
    const isCategory = middle !== null && cost === withoutNumbering(middle);
    return said === null || cost === null || isCategory || said.includes(cost) ? said : `${cost} ${said}`;
  }

  /** 仕様, 交通手段 and the like, from left to right. */
  private specified(row: Row): readonly string[] {
    const { specifications } = this.fields;
    const texts: string[] = [];
    for (const slot of specifications) {
      const text = this.text(row, slot);
      if (text !== null) texts.push(text);
    }
    return texts;
  }

  private remarks(row: Row): Remarks {
    let first: string | null = null;
    let all: string | null = null;
    let evidenceNo: string | null = null;
    for (const slot of this.fields.notes) {
      const remark = this.text(row, slot);
      if (remark === null) continue;
      first ??= remark;
      all = all === null ? remark : `${all} ${remark}`;
      evidenceNo ??= evidenceNoIn(remark, this.remarksNameEvidence);
    }
    return { first, all, evidenceNo };
  }

  private date(row: Row, slot: number): DateReading | null {
    return slot < 0 ? null : dateOf(this.fields.said(row, slot), this.cellOf(row, slot), this.date1904);
  }

  private method(row: Row): BudgetLine["paymentMethod"] {
    const slot = this.slots.paymentMethod;
    return slot < 0 ? null : textReading(this.fields.said(row, slot), this.cellOf(row, slot));
  }

  private cellOf(row: Row, slot: number): CellRef {
    return this.fields.ref(row.index, this.fields.columnOf(row, slot));
  }

  /** Every field's cell in the line's own row, also where a merged or filled-down cell speaks for it. */
  private places(draft: Draft, isSubstituted: boolean, amount: number, price: number): Places {
    const { fields, slots, placed } = this;
    const named = fields.named.length;
    for (let at = 0; at < named; at++) placed[at] = fields.columnOf(draft.row, fields.named[at] as number);
    placed[named] = isSubstituted && slots.description < 0 ? this.substituteColumn(draft) : NOWHERE;
    placed[named + 1] = amount;
    placed[named + 2] = price;
    return this.layouts.places(draft.row.index, placed);
  }

  private substituteColumn(draft: Draft): number {
    if (draft.text !== undefined) return draft.text.column;
    const slot = this.fields.category;
    return slot < 0 ? NOWHERE : this.fields.columnOf(draft.row, slot);
  }

  /** A line without an item text is called by its category, or by whatever words it has. */
  private substitute(draft: Draft, stated: Stated, remark: string | null): string {
    const own = typeof draft.text?.value === "string" ? oneLine(draft.text.value) : "";
    const category = draft.heading?.shown ?? stated.minor ?? stated.middle ?? stated.major;
    // 設 備 費 is a word spaced out, 打合せ 新幹線 普通車 are several.
    if (category != null) return SEVERAL_WORDS.test(own) && unspaced(own) === category ? own : category;
    return shownText(this.fields.cell(draft.row, this.slots.person)) ?? remark ?? own;
  }

  /** The unit price in the tax treatment of the chosen amount; null when the sheet gives it only in the other one. */
  private price(draft: Draft): Price | null {
    const { fields, priceSlots } = this;
    const chosen = fields.columns[this.amountSlot(draft)]?.field;
    const slots =
      chosen === "amountInclusive"
        ? priceSlots.inclusive
        : chosen === "amountExclusive"
          ? priceSlots.exclusive
          : priceSlots.amount;
    for (const slot of slots) {
      const cell = fields.cell(draft.row, slot);
      if (cell === undefined) continue;
      const scale = fields.columns[slot]?.scale ?? this.scale;
      // A price of 0 beside an amount was not filled in.
      if (cell.value === 0 && draft.money?.yen != null && draft.money.yen.n !== 0n) continue;
      return { value: moneyOf(cell, scale)?.yen ?? null, column: cell.column };
    }
    return null;
  }

  /** 単価（百個当たり）, 9,000円 for 千枚: the price of one, where the amount is right only so. */
  private ofOne(draft: Draft, price: Price | null, quantity: Count | null): Price | null {
    const yen = draft.money?.yen ?? null;
    if (price?.value == null || quantity === null || yen === null || yen.n === 0n) return price;
    const product = multiply(price.value, quantity.value);
    if (floor(product) === floor(yen)) return price;
    const header = this.fields.columns.find(({ column }) => column === price.column)?.header ?? "";
    const several = severalOf(header) ?? severalOf(this.text(draft.row, this.slots.unit) ?? quantity.unit ?? "");
    if (several === null) return price;
    const share = fraction(1, several);
    return floor(multiply(product, share)) === floor(yen) ? { ...price, value: multiply(price.value, share) } : price;
  }

  /** The column of the amount, also where the row's own is blank. */
  private amountSlot(draft: Draft): number {
    return draft.moneySlot >= 0 ? draft.moneySlot : (this.fields.amounts[0] ?? -1);
  }

  /** What the cell of the amount says it is made of: 57,000円×4台＝228,000円. */
  private factors(draft: Draft): ReturnType<typeof factorsIn> {
    const text = textOf(this.fields.cell(draft.row, this.amountSlot(draft)));
    return text === null ? null : factorsIn(text);
  }

  /** Several counts multiply (人数 × 回数), unless the amount shows that one of them alone is meant. */
  private quantity(draft: Draft, price: Fraction | null): Count | null {
    const { quantities } = this.fields;
    if (quantities.length < 2) return this.share(draft, price, this.count(draft, quantities[0] ?? -1));
    const counts = quantities.map((slot) => this.count(draft, slot)).filter((count) => count !== null);
    const first = counts.find(({ value }) => compare(value, ONE) > 0) ?? counts[0];
    if (first === undefined || counts.length === 1) return first ?? null;
    const product = counts.reduce((all, { value }) => multiply(all, value), ONE);
    const yen = draft.money?.yen ?? null;
    if (price === null || yen === null) return { value: product, unit: first.unit };
    const fits = (value: Fraction): boolean => floor(multiply(price, value)) === floor(yen);
    if (fits(product)) return { value: product, unit: first.unit };
    return counts.find(({ value }) => fits(value)) ?? { value: product, unit: first.unit };
  }

  /** 15 ％ of a price, where the amount is that share of it. */
  private share(draft: Draft, price: Fraction | null, count: Count | null): Count | null {
    const unit = count?.unit ?? this.text(draft.row, this.slots.unit);
    const yen = draft.money?.yen ?? null;
    if (count === null || price === null || yen === null || !/^[%％]$/.test(unit ?? "")) return count;
    const share = multiply(count.value, fraction(1n, 100n));
    return floor(multiply(price, share)) === floor(yen) ? { value: share, unit } : count;
  }

  /** 人数 and 回数 are units of their own where nothing else states one. */
  private count(draft: Draft, slot: number): Count | null {
    const count = quantityOf(this.fields.cell(draft.row, slot));
    const word = this.countedIn[slot] ?? null;
    return count === null || count.unit !== null || word === null ? count : { value: count.value, unit: word };
  }

  /** What the header of its amount says, where the rates have a column each. */
  private rateOfColumn(draft: Draft, column: number): BudgetLine["taxRate"] {
    return this.fields.columns[this.amountSlot(draft)]?.rates?.get(column) ?? null;
  }

  /** The whole cost beside the part that is claimed. */
  private fullCost(row: Row): Fraction | null {
    const { fullCost } = this.slots;
    if (fullCost < 0) return null;
    return this.fields.moneyIn(row, fullCost, this.fields.columns[fullCost]?.scale ?? this.scale)?.yen ?? null;
  }

  /** What a column of discounts takes off price × count: yen (値引額), or a rate of them (値引率: 0.1, 10%, 10). */
  private takenOff(row: Row, product: Fraction): Fraction | null {
    const { takenOff: slot } = this.slots;
    const [cell, column] = [this.fields.cell(row, slot), this.fields.columns[slot]];
    const count = quantityOf(cell);
    if (count === null) return null;
    const figure = magnitude(count.value);
    const isShare = compare(figure, ONE) < 0;
    if (isShare || count.unit === "%" || /[率%]/.test(compact(column?.header ?? "")))
      return multiply(product, isShare ? figure : divide(figure, fraction(100)));
    const yen = this.fields.moneyIn(row, slot, column?.scale ?? this.scale)?.yen ?? null;
    return yen === null ? null : magnitude(yen);
  }

  private amount(
    draft: Draft,
    due: Fraction | null,
  ): {
    readonly exact: Fraction | null;
    readonly text: string | null;
    readonly formula: string | null;
    readonly tax: Tax | null;
    readonly column: number;
    readonly other: BudgetLine["otherAmount"];
    readonly computed: boolean;
  } {
    const { fields } = this;
    const slot = this.amountSlot(draft);
    const column = fields.columns[slot];
    const cell = draft.unsaved ?? fields.cell(draft.row, slot);
    const money = draft.money;
    // Nobody wrote the amount, but the row says what it is: price × quantity.
    const isUnstated = money === null && draft.unsaved === null;
    const worked = isUnstated && due !== null && isWithinReach(due) ? due : null;
    return {
      exact: money === null ? worked : money.yen,
      text: money?.text ?? null,
      formula: cell?.formula ?? null,
      tax: money?.tax ?? column?.tax ?? null,
      column: cell?.column ?? column?.column ?? NOWHERE,
      other: this.otherAmount(draft, slot),
      computed: worked !== null,
    };
  }

  private otherAmount(draft: Draft, chosen: number): BudgetLine["otherAmount"] {
    const { fields, slots } = this;
    const tax: Tax = fields.columns[chosen]?.field === "amountInclusive" ? "exclusive" : "inclusive";
    const slot = tax === "exclusive" ? slots.amountExclusive : slots.amountInclusive;
    const cell = fields.cell(draft.row, slot);
    if (slot < 0 || slot === chosen || cell === undefined) return null;
    const yen = moneyOf(cell, fields.columns[slot]?.scale ?? this.scale)?.yen ?? null;
    return yen === null ? null : { tax, yen: floor(yen), cell: fields.ref(draft.row.index, cell.column) };
  }

  /** Struck through is a row whose item is, or most of its cells. */
  private isStruck(row: Row): boolean {
    const { fields, slots } = this;
    if (!row.cells.some((cell) => cell.struck)) return false;
    if (fields.cell(row, slots.description)?.struck === true) return true;
    let struck = 0;
    let filled = 0;
    for (let slot = 0; slot < fields.columns.length; slot++) {
      const cell = fields.cell(row, slot);
      if (cell === undefined) continue;
      filled++;
      if (cell.struck) struck++;
    }
    return struck * 2 > filled;
  }
}

/** 人数, 予定工数（h）, 数量（台）: the counting word that a header states. */
function countingWordOf(words: string): string | null {
  const stated = /\(([^()]{1,3})\)$/.exec(words)?.[1];
  if (stated !== undefined && COUNTING_WORD.test(stated)) return stated;
  if (/人日/.test(words)) return "人日";
  return /人数/.test(words) ? "人" : /回数/.test(words) ? "回" : /時間|工数|hours|hrs/.test(words) ? "時間" : null;
}
const COUNTING_WORD = /^(?:h|hr|時間|人日|人月|人|名|回|台|個|本|枚|冊|件|日|泊|月|か月|ヶ月|年|式|部|m|kg|円)$/;

/** 百個, 1,000枚, kg of what is counted in g: how many a price is for; null where a text names no such number. */
function severalOf(text: string): number | null {
  const [, figure, measure] = SEVERAL_OF.exec(compact(text).replace(/(?<=\d),(?=\d{3})/g, "")) ?? [];
  if (measure !== undefined) return 1000;
  return figure === undefined ? null : (HUNDREDS[figure] ?? Number(figure));
}
const SEVERAL_OF =
  /(十|百|千|万|(?<!\d)10{1,4}(?!\d))(?:個|枚|本|部|冊|件|袋|通|粒|名|人|頁|ページ|回|セット|g|m|単価)|(k[gm])/;
const HUNDREDS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 };

const SEVERAL_WORDS = /\S{2,}\s+\S{2,}/;

/** −1 at its price: something taken back. */
const isGivenBack = (price: Fraction | null, quantity: Fraction | null): boolean =>
  price !== null && quantity !== null && price.n > 0n && quantity.n < 0n;

const together = (texts: readonly string[]): string | null =>
  texts.length === 0 ? null : texts.length === 1 ? (texts[0] as string) : texts.join(" ");

/** 8%, 0.08, 8, 軽減, 非課税. */
function taxRateOf(cell: Cell | undefined): BudgetLine["taxRate"] {
  const value = cell?.value ?? null;
  if (typeof value === "number") {
    const percent = Math.round((value < 1 ? value * 100 : value) * 100) / 100;
    return percent === 10 || percent === 8 || percent === 0 ? percent : null;
  }
  if (typeof value !== "string") return null;
  const text = compact(value);
  if (/非課税|不課税|免税|対象外|課税なし|^0%?$/.test(text)) return 0;
  if (/軽減|(?<!\d)8%?(?!\d)/.test(text)) return 8;
  return /標準|10%?/.test(text) ? 10 : null;
}

/** "田中・佐伯" */
const namesIn = (text: string | null): readonly string[] =>
  text === null
    ? NOBODY
    : text
        .split(/[、,，・/／&＆\n]|\s{2,}/)
        .map((name) => name.trim())
        .filter((name) => name !== "");
const NOBODY: readonly string[] = [];

const SLOT_NAMES = [
  "middle",
  "description",
  "person",
  "vendor",
  "vendorAddress",
  "unit",
  "unitPrice",
  "unitPriceExclusive",
  "unitPriceInclusive",
  "amountExclusive",
  "amountInclusive",
  "orderDate",
  "deliveryDate",
  "paymentDate",
  "paymentMethod",
  "evidenceNo",
  "fullCost",
  "takenOff",
  "taxRate",
] as const satisfies readonly Field[];
type SlotName = (typeof SLOT_NAMES)[number];

/** Fields that a line may get a cell for without a column of that name. */
const FOUND_LATER = ["description", "amount", "unitPrice"] as const satisfies readonly Field[];

/** A discount belongs to the category of the line it follows. */
export function inCategoryOf(discount: LineRead, followed: LineRead | undefined): LineRead {
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
