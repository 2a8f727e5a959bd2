/** What the rows of one table are asked, whatever they turn out to be. */
import { toNumber } from "../../money/fraction";
import { compact, oneLine, unspaced } from "../../text/fold";
import { readNumber, readQuantity } from "../../text/number";
import { isBlank } from "../../workbook/grid";
import type { Cell, CellRef, Row } from "../../workbook/workbook";
import { FIELDS_BESIDE, PRICE_FIELDS, type Fields } from "../columns/fields";
import type { Field } from "../field";
import { moneyOf } from "../records/values";
import type { Legend } from "../sheets/colours";
import type { Surroundings } from "../sums/right-sums";
import { looksLikeCategory, withoutNumbering, type Categories } from "../words/categories";
import { CATEGORY_FIELDS } from "../words/item-fields";
import type { Labels } from "../words/labels";
import { Senses } from "../words/senses";
import type { Draft, Heading } from "./draft";

/** What a person said of the rows of a table. */
export type ChosenRows = ReadonlyMap<number, "line" | "subtotal" | "skip">;

/** One of them, with its table's place on the sheet. */
export interface ChosenRow {
  readonly sheet: string;
  readonly table: number;
  /** Where its amount stands: several rows may stand beside each other. */
  readonly cell: CellRef;
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
  readonly sums: Pick<Surroundings, "above" | "outside"> & {
    /** Yen that the sheets before come to: the one before, the two before, and so on. */
    readonly pages: readonly number[];
  };
  readonly chosen: ChosenRows;
  /** What the colours of the sheet mean. */
  readonly legends: readonly Legend[];
}

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
export const ASIDE: ReadonlySet<Field> = new Set<Field>(FIELDS_BESIDE);

/** Texts in place of an amount or an item that say there is none: 該当なし, □, 円 in a prepared row. */
export const SAYS_NONE =
  /^(?:[-－―‐—ー〃/／=＝□☐☑■✓✔×○〇●◯・()（）]|(?<=[□☐☑■✓]\s*)(?:有り?|無|要|否|はい|いいえ|する|しない)|(?:該当|計上|予定|対象|申請)(?:は|は?今回)?(?:なし|無し|せず|しない)|な\s*し|無し?|円|式|本|個|部|台|件|名|人|回|枚|時間|千円|n\/?a|none)*$/i;

export class TableRows {
  readonly senses: Senses;
  private readonly memberKeys: ReadonlyMap<string, string>;
  readonly isOwnColumn: (column: number) => boolean;
  readonly slots: {
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

  constructor(
    readonly fields: Fields,
    readonly context: SortingContext,
  ) {
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
  }

  /** 合計, 消費税, 値引 and the like may stand in any column, whatever that column is for. */
  labelsRow(text: string): boolean {
    const sense = this.senses.of(text);
    return sense.isTotal || sense.endsInTotal || sense.tax || sense.funding || sense.taxable || sense.takenOff;
  }

  /** A price, or words in its place; a unit prepared for one ("円") is none. */
  hasFigure(row: Row, slots: readonly number[]): boolean {
    return slots.some((slot) => {
      const cell = this.fields.cell(row, slot);
      return cell !== undefined && !(typeof cell.value === "string" && SAYS_NONE.test(compact(cell.value)));
    });
  }

  /** A description merged over several rows speaks for each priced row. */
  carriesDescription(row: number): boolean {
    const { grid, table, columns } = this.fields;
    const column = columns[this.slots.description]?.column;
    if (column === undefined || !grid.hasMerges) return false;
    const area = grid.area(row, column);
    return (
      area !== undefined && area.top < row && area.top >= table.firstRow && !isBlank(grid.own(area.top, area.left))
    );
  }

  /** The amount of a total may stand in a cell merged over several columns. */
  totalCell(draft: Draft): Cell | undefined {
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

  /**
   * 総計 under 費目小計, a column beside the amounts, or 全体 with its sum right beside it: the only figure of its row, in a
   * column for nothing else or for prices.
   */
  onlyFigure({ row }: Draft): Cell | undefined {
    const { left, right } = this.fields.table;
    const figures = row.cells.filter(
      ({ column, value }) => column >= left && column <= right && typeof value === "number",
    );
    const [only] = figures;
    if (figures.length !== 1 || only === undefined) return undefined;
    const field = this.fields.fieldAt(only.column);
    return field === undefined || PRICE_FIELDS.includes(field) ? only : undefined;
  }

  headingOf(draft: Draft, texts: readonly Cell[]): Heading | null {
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
    return wide || field !== "description" || MARKED.test(text) ? { level: null, shown: oneLine(text), cell } : null;
  }

  private memberNamed(text: string): string | null {
    if (this.memberKeys.size === 0) return null;
    const key = compact(withoutNumbering(text))
      .replace(/^構成員\d*:?/, "")
      .replace(/\([^()]*\)$/, "");
    return this.memberKeys.get(key) ?? this.memberKeys.get(compact(text)) ?? null;
  }
}

/** ■ 制作, 【設計】, ＜倉庫＞, [ ソフト ], （ここから頼む仕事）: of words among the items the mark says that they head what follows, and end no item above. */
const MARKED =
  /^\s*(?:[(（]?ここから[^。)）]{1,12}[)）]?|[■◆●▼][^。]{1,20}|【[^】]{1,20}】|[<＜〈《][^>＞〉》]{1,20}[>＞〉》]|[[［〔][^\]］〕a-z\d]{1,20}[\]］〕])\s*$/i;

/** "1", "(2)", "3-1", "A": what stands in a column of row numbers. */
export const isRowNumber = (text: string): boolean => text.length <= 8 && ROW_NUMBER.test(text.trim());

const ROW_NUMBER = /^[(（]?[\dA-Za-z０-９①-⑳]{1,3}(?:[-－.．][\d０-９]{1,3})*[)）.．]?$/;

export const countOf = ({ value }: Cell): number | null =>
  typeof value === "number" ? value : typeof value === "string" ? countIn(value) : null;

/** "2台" is 2, "12,000円" 12,000. */
function countIn(text: string): number | null {
  const read = readNumber(text) ?? readQuantity(text);
  return read === null ? null : toNumber(read.value);
}
