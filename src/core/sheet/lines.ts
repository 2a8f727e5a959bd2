/** What one line of a table of amounts says, field by field. */
import { compare, floor, multiply, ONE, type Fraction } from "../money/fraction";
import { compact, oneLine } from "../text/fold";
import type { Carry, Stated } from "./carry";
import type { CategoryFound } from "./categories";
import type { Draft } from "./drafts";
import { CATEGORY_FIELDS, type Fields } from "./fields";
import type { Tax } from "./headers";
import { isDiscount } from "./labels";
import type { BudgetLine, DateReading, Field } from "./reading";
import { dateOf, evidenceNoIn, evidenceNoOf, moneyOf, quantityOf, shownText, textReading } from "./values";
import type { Cell, CellRef } from "./workbook";

/** A line with its exact amount, before floor; `line.amount` is whole yen. */
export interface LineRead {
  readonly line: BudgetLine;
  readonly exact: Fraction | null;
  /** The amount cell is blank and the amount is price × quantity. */
  readonly computed: boolean;
}

/** What headings above the line, or else the title and the sheet's name, give to it. */
export interface Surroundings {
  readonly heading: Stated & { readonly member: string | null };
  readonly category: CategoryFound | null;
  readonly member: string | null;
}

export class LineReader {
  private readonly fields: Fields;
  private readonly taxTreatment: Tax;
  private readonly date1904: boolean;
  private readonly scale: number;
  private readonly slots: Readonly<Record<SlotName, number>>;
  /** The header of the remarks says that they begin with the number of an estimate. */
  private readonly remarksNameEvidence: boolean;

  constructor(fields: Fields, context: { taxTreatment: Tax; date1904: boolean; scale: number }) {
    this.fields = fields;
    this.taxTreatment = context.taxTreatment;
    this.date1904 = context.date1904;
    this.scale = context.scale;
    this.slots = Object.fromEntries(SLOT_NAMES.map((name) => [name, fields.slot(name)])) as Record<SlotName, number>;
    this.remarksNameEvidence =
      this.slots.evidenceNo < 0 &&
      fields.notes.some((slot) => /項番|番号|no\b|№/i.test(compact(fields.columns[slot]?.header ?? "")));
  }

  read(draft: Draft, carry: Carry, around: Surroundings): LineRead {
    const { fields, slots } = this;
    const { row, own } = draft;
    const cellAt = (slot: number): Cell | undefined => fields.carried(own, row, slot);
    const text = (slot: number): string | null => (slot < 0 ? null : shownText(cellAt(slot)));
    const at = this.places(draft);

    const stated = carry.stated(cellAt);
    const { heading, category } = around;
    const openMiddle = slots.middle < 0;
    const major = stated.major ?? heading.major ?? (category?.level === "major" ? category.shown : null);
    const middle =
      stated.middle ?? (openMiddle ? (heading.middle ?? (category?.level === "middle" ? category.shown : null)) : null);
    const minor = stated.minor ?? (openMiddle || stated.middle === heading.middle ? heading.minor : null);

    const remarks = fields.notes.map(text).filter((remark) => remark !== null);
    const item = text(slots.description);
    const specified = text(slots.specification);
    const description = item ?? specified ?? this.substitute(draft, stated, at, remarks[0] ?? null);
    const price = this.price(draft);
    const quantity = this.quantity(draft, price?.value ?? null);
    const amount = this.amount(draft, price?.value ?? null, quantity?.value ?? null);
    if (amount.cell !== null) at.amount = amount.cell;
    if (price !== null) at.unitPrice = fields.ref(row.index, price.column);
    const evidenceNo =
      evidenceNoOf(cellAt(slots.evidenceNo)) ??
      remarks.reduce<string | null>((found, remark) => found ?? evidenceNoIn(remark, this.remarksNameEvidence), null);
    const date = (field: "orderDate" | "deliveryDate" | "paymentDate"): DateReading | null =>
      slots[field] < 0 ? null : dateOf(cellAt(slots[field]), at[field] as CellRef, this.date1904);
    return {
      exact: amount.exact,
      computed: amount.computed,
      line: {
        sheet: fields.grid.name,
        row: row.index,
        table: 0,
        at,
        description,
        specification: item === null ? null : specified,
        statedMajor: major,
        statedMiddle: middle,
        statedMinor: minor,
        vendor: text(slots.vendor),
        vendorAddress: text(slots.vendorAddress),
        unit: text(slots.unit) ?? quantity?.unit ?? null,
        note: remarks.length === 0 ? null : remarks.join(" "),
        evidenceNo,
        unitPrice: price?.value ?? null,
        quantity: quantity?.value ?? null,
        amount: amount.exact === null ? null : floor(amount.exact),
        amountText: amount.text,
        amountFormula: amount.formula,
        amountTax: amount.tax,
        otherAmount: amount.other,
        orderDate: date("orderDate"),
        deliveryDate: date("deliveryDate"),
        paymentDate: date("paymentDate"),
        paymentMethod:
          slots.paymentMethod < 0 ? null : textReading(cellAt(slots.paymentMethod), at.paymentMethod as CellRef),
        member: carry.member(cellAt) ?? heading.member ?? around.member,
        struck: isStruck(draft, slots.description),
        hidden: row.hidden,
        discount: amount.exact !== null && amount.exact.n < 0n && isDiscount(description),
      },
    };
  }

  /** Every field's cell in the line's own row, also where a merged or filled-down cell speaks for it. */
  private places(draft: Draft): Partial<Record<Field, CellRef>> {
    const { fields } = this;
    const at: Partial<Record<Field, CellRef>> = {};
    for (const slot of fields.named) {
      const column = fields.columns[slot];
      if (column !== undefined)
        at[column.field] = fields.ref(draft.row.index, draft.own[slot]?.column ?? column.column);
    }
    return at;
  }

  /** A line without an item text is called by its category, or by whatever words it has. */
  private substitute(draft: Draft, stated: Stated, at: Partial<Record<Field, CellRef>>, remark: string | null): string {
    const first = draft.texts[0];
    if (at.description === undefined) {
      const column =
        first?.column ?? CATEGORY_FIELDS.map((field) => at[field]?.column).find((place) => place !== undefined);
      if (column !== undefined) at.description = this.fields.ref(draft.row.index, column);
    }
    return (
      draft.heading?.shown ??
      stated.minor ??
      stated.middle ??
      stated.major ??
      (this.slots.person < 0 ? null : shownText(draft.own[this.slots.person])) ??
      remark ??
      (first === undefined ? "" : oneLine(first.value as string))
    );
  }

  /** The unit price in the tax treatment of the chosen amount; null when the sheet gives it only in the other one. */
  private price(draft: Draft): { value: Fraction | null; column: number } | null {
    const { fields, slots } = this;
    const chosen = fields.columns[draft.moneySlot >= 0 ? draft.moneySlot : (fields.amounts[0] ?? -1)]?.field;
    const [wanted, other] =
      this.taxTreatment === "exclusive"
        ? [slots.unitPriceExclusive, slots.unitPriceInclusive]
        : [slots.unitPriceInclusive, slots.unitPriceExclusive];
    const order =
      chosen === "amountInclusive"
        ? [slots.unitPriceInclusive, slots.unitPrice]
        : chosen === "amountExclusive"
          ? [slots.unitPriceExclusive, slots.unitPrice]
          : [slots.unitPrice, wanted, other];
    for (const slot of order) {
      const cell = draft.own[slot];
      if (slot < 0 || cell === undefined) continue;
      const scale = fields.columns[slot]?.scale ?? this.scale;
      return { value: moneyOf(cell, scale)?.yen ?? null, column: cell.column };
    }
    return null;
  }

  /** Several counts multiply (人数 × 回数), unless the amount shows that one of them alone is meant. */
  private quantity(draft: Draft, price: Fraction | null): { value: Fraction; unit: string | null } | null {
    const { quantities } = this.fields;
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

  /** 人数 and 回数 are units of their own where nothing else states one. */
  private count(draft: Draft, slot: number): { value: Fraction; unit: string | null } | null {
    const count = quantityOf(draft.own[slot]);
    const header = compact(this.fields.columns[slot]?.header ?? "");
    return count === null
      ? null
      : { ...count, unit: count.unit ?? (/人数/.test(header) ? "人" : /回数/.test(header) ? "回" : null) };
  }

  private amount(
    draft: Draft,
    price: Fraction | null,
    quantity: Fraction | null,
  ): {
    readonly exact: Fraction | null;
    readonly text: string | null;
    readonly formula: string | null;
    readonly tax: Tax | null;
    readonly cell: CellRef | null;
    readonly other: BudgetLine["otherAmount"];
    readonly computed: boolean;
  } {
    const { fields } = this;
    const slot = draft.moneySlot >= 0 ? draft.moneySlot : (fields.amounts[0] ?? -1);
    const column = fields.columns[slot];
    const cell = draft.own[slot];
    const money = draft.money;
    // Nobody wrote the amount, but the row says what it is: price × quantity.
    const product = money === null && price !== null && quantity !== null ? multiply(price, quantity) : null;
    return {
      exact: money === null ? product : money.yen,
      text: money?.text ?? null,
      formula: cell?.formula ?? null,
      tax: money?.tax ?? column?.tax ?? null,
      cell: column === undefined ? null : fields.ref(draft.row.index, cell?.column ?? column.column),
      other: this.otherAmount(draft, slot),
      computed: product !== null,
    };
  }

  private otherAmount(draft: Draft, chosen: number): BudgetLine["otherAmount"] {
    const { fields, slots } = this;
    const tax: Tax = fields.columns[chosen]?.field === "amountInclusive" ? "exclusive" : "inclusive";
    const slot = tax === "exclusive" ? slots.amountExclusive : slots.amountInclusive;
    const cell = draft.own[slot];
    if (slot < 0 || slot === chosen || cell === undefined) return null;
    const yen = moneyOf(cell, fields.columns[slot]?.scale ?? this.scale)?.yen ?? null;
    return yen === null ? null : { tax, yen: floor(yen), cell: fields.ref(draft.row.index, cell.column) };
  }
}

const SLOT_NAMES = [
  "middle",
  "description",
  "specification",
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
] as const satisfies readonly Field[];
type SlotName = (typeof SLOT_NAMES)[number];

/** Struck through is a row whose item is, or most of its cells. */
function isStruck(draft: Draft, description: number): boolean {
  if (draft.own[description]?.struck === true) return true;
  let struck = 0;
  let filled = 0;
  for (const cell of draft.own) {
    if (cell === undefined) continue;
    filled++;
    if (cell.struck) struck++;
  }
  return struck * 2 > filled;
}

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
