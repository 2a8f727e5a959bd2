/** The columns of one table by field and by place, prepared once so that each row costs little. */
import type { FieldColumn } from "./field-column";
import { isMoneySign } from "../../text/amount";
import { add, ZERO } from "../../money/fraction";
import { hasNoResult, isBlank, type Grid } from "../../workbook/grid";
import { moneyOf, type Money } from "../records/values";
import { withoutNumbering } from "../words/categories";
import type { Tax } from "../words/headers";
import { CATEGORY_FIELDS } from "../words/item-fields";
import type { Field } from "../field";
import type { HeaderColumn, Table } from "../tables/table";
import { cellIn, type Cell, type CellRef, type Row } from "../../workbook/workbook";

export const AMOUNT_FIELDS: readonly Field[] = ["amount", "amountExclusive", "amountInclusive"];
export const PRICE_FIELDS: readonly Field[] = ["unitPrice", "unitPriceExclusive", "unitPriceInclusive"];
const FIGURES: ReadonlySet<Field> = new Set<Field>([
  ...AMOUNT_FIELDS,
  ...PRICE_FIELDS,
  "quantity",
  "unit",
  "taxAmount",
]);
/** What stands beside an item: whom, when and how it is paid, and remarks. Such texts label no row. */
export const FIELDS_BESIDE: readonly Field[] = [
  "vendor",
  "vendorAddress",
  "orderDate",
  "deliveryDate",
  "paymentDate",
  "paymentMethod",
  "evidenceNo",
  "note",
  "unit",
];
/** Fields whose merged cell speaks for every row it covers. */
const CARRIED: ReadonlySet<Field> = new Set<Field>([
  ...CATEGORY_FIELDS,
  "member",
  "description",
  "specification",
  "person",
  ...FIELDS_BESIDE,
]);

/** 1, (2), Ⅱ: a number of the item, and no name. */
const isNumber = ({ value }: Cell): boolean =>
  typeof value === "number" ? value < 100 : typeof value === "string" && withoutNumbering(value) === "";

/** A slot is the index of a column among `columns`; -1 where a table has none for a field. */
export class Fields {
  readonly table: Table;
  readonly grid: Grid;
  readonly columns: readonly FieldColumn[];
  /** Amount columns, the one that the tax treatment wants first. */
  readonly amounts: readonly number[];
  readonly notes: readonly number[];
  readonly specifications: readonly number[];
  /** 人数 and 回数 may stand in columns of their own. */
  readonly quantities: readonly number[];
  /** Slots of the first column of each field, for naming the cells of a line. */
  readonly named: readonly number[];
  /** The slot that says most of the category; -1 when none does. */
  readonly category: number;
  private readonly slots = new Map<Field, number>();
  private readonly slotOfColumn: number[] = [];
  private readonly columnsOfSlot: readonly (readonly number[])[];
  private readonly figures: readonly boolean[];

  constructor(table: Table, columns: readonly FieldColumn[], wanted: Tax) {
    this.table = table;
    this.grid = table.grid;
    this.columns = columns;
    columns.forEach(({ field, column, right, set }, slot) => {
      for (let at = column; at <= right; at++) this.slotOfColumn[at] = slot;
      for (const at of set ?? []) this.slotOfColumn[at] = slot;
      if (!this.slots.has(field)) this.slots.set(field, slot);
    });
    const columnsOfSlot = columns.map((): number[] => []);
    for (let at = table.left; at <= table.right; at++) columnsOfSlot[this.slotAt(at)]?.push(at);
    this.columnsOfSlot = columnsOfSlot;
    this.named = [...this.slots.values()];
    this.figures = columns.map(({ field }) => FIGURES.has(field));
    const order: readonly Field[] =
      wanted === "exclusive"
        ? ["amountExclusive", "amount", "amountInclusive"]
        : ["amountInclusive", "amount", "amountExclusive"];
    const chosen = columns.findIndex(({ isChosen }) => isChosen === true);
    const amounts = order.map((field) => this.slot(field)).filter((slot) => slot >= 0 && slot !== chosen);
    this.amounts = chosen < 0 ? amounts : [chosen, ...amounts];
    const slotsOf = (field: Field): number[] =>
      columns.map((_, slot) => slot).filter((slot) => columns[slot]?.field === field);
    this.notes = slotsOf("note");
    this.specifications = slotsOf("specification");
    this.quantities = slotsOf("quantity");
    this.category = CATEGORY_FIELDS.map((field) => this.slot(field)).find((slot) => slot >= 0) ?? -1;
  }

  /** -1 when the table has no such column. */
  slot(field: Field): number {
    return this.slots.get(field) ?? -1;
  }

  has(field: Field): boolean {
    return this.slots.has(field);
  }

  /** What stands over a place, whether it means anything or not. */
  headerAt(column: number): HeaderColumn | undefined {
    return this.table.columns.find((header) => header.column <= column && header.right >= column);
  }

  /** The field of a place; undefined for a column without meaning. */
  fieldAt(column: number): Field | undefined {
    const slot = this.slotOfColumn[column];
    return slot === undefined ? undefined : this.columns[slot]?.field;
  }

  slotAt(column: number): number {
    return this.slotOfColumn[column] ?? -1;
  }

  /** Texts of these columns are figures, units and such: no label of a row stands there. */
  isFigure(slot: number): boolean {
    return this.figures[slot] === true;
  }

  /**
   * The row's own cell; undefined for a blank. Below a header merged over several columns it is the first filled, and of
   * items the first behind their number: 科目 over 1 | 諸謝金.
   */
  cell(row: Row, slot: number): Cell | undefined {
    if (slot < 0) return undefined;
    const { set, field } = this.columns[slot] as FieldColumn;
    const columns = set ?? (this.columnsOfSlot[slot] as readonly number[]);
    let number: Cell | undefined;
    for (const column of columns) {
      const cell = cellIn(row, column);
      if (cell === undefined) continue;
      if (isBlank(cell) || (columns.length > 1 && isMoneySign(cell.value))) {
        // A figure that is still to be computed; what stands behind it is its unit.
        if (hasNoResult(cell) && this.isFigure(slot)) return undefined;
        continue;
      }
      if (columns.length === 1 || field !== "description" || !isNumber(cell)) return cell;
      number ??= cell;
    }
    return number;
  }

  /** Whether a place belongs to the columns of a slot. */
  isOf(slot: number, column: number): boolean {
    const own = this.columns[slot];
    if (own === undefined) return false;
    return (column >= own.column && column <= own.right) || own.set?.includes(column) === true;
  }

  /** Yen of a row in a column of amounts; of a set of columns that make one amount (months, tax rates) the sum. */
  moneyIn(row: Row, slot: number, scale: number): Money | null {
    const set = this.columns[slot]?.set;
    if (set === undefined) return moneyOf(this.cell(row, slot), scale);
    const found = set.map((column) => moneyOf(cellIn(row, column), scale)).filter((money) => money !== null);
    const [first] = found.filter((money) => money.yen !== null);
    if (first === undefined) return found[0] ?? null;
    return { ...first, yen: found.reduce((sum, { yen }) => (yen === null ? sum : add(sum, yen)), ZERO) };
  }

  /** A formula whose result the file does not hold. */
  unsaved(row: Row, slot: number): Cell | undefined {
    if (slot < 0) return undefined;
    for (const column of this.columnsOfSlot[slot] as readonly number[]) {
      const cell = cellIn(row, column);
      if (cell !== undefined && hasNoResult(cell)) return cell;
    }
    return undefined;
  }

  hasAny(row: Row, slots: readonly number[]): boolean {
    for (const slot of slots) if (this.cell(row, slot) !== undefined) return true;
    return false;
  }

  /** What a row says in a column, also through a cell merged over several rows. */
  said(row: Row, slot: number): Cell | undefined {
    const cell = this.cell(row, slot);
    if (cell !== undefined || slot < 0 || !this.grid.hasMerges) return cell;
    const { field, column } = this.columns[slot] as FieldColumn;
    if (!CARRIED.has(field)) return undefined;
    const area = this.grid.area(row.index, column);
    if (area === undefined || area.top < this.table.firstRow || area.left < column) return undefined;
    const anchor = this.grid.own(area.top, area.left);
    return isBlank(anchor) ? undefined : anchor;
  }

  /** Where a row has a field; a header merged over several columns leaves the choice to its rows. */
  columnOf(row: Row, slot: number): number {
    const { column, right } = this.columns[slot] as FieldColumn;
    return column === right ? column : (this.cell(row, slot)?.column ?? column);
  }

  ref(row: number, column: number): CellRef {
    return { sheet: this.grid.name, row, column };
  }
}
