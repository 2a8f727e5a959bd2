/** Category and member columns that are filled in only at the first row of their group. */
import { compact, unspaced } from "../../text/fold";
import type { Categories, CategoryFound, Level } from "../words/categories";
import type { Fields } from "../columns/fields";
import type { MemberColumn } from "../columns/member-columns";
import { CATEGORY_FIELDS } from "../words/item-fields";
import { textOf } from "../../workbook/grid";
import type { Field } from "../field";
import { shownText } from "../records/values";
import { cellIn, type Row } from "../../workbook/workbook";

export interface Stated {
  readonly major: string | null;
  readonly middle: string | null;
  readonly minor: string | null;
}

export const NOTHING_STATED: Stated = { major: null, middle: null, minor: null };

const MOST_REMEMBERED = 1_000;
/** 86190 for 衛生費: to no one but the account's own book a category. */
const ACCOUNT_NUMBER = /^\d+$/;

interface CarriedColumn {
  readonly field: Field;
  readonly slot: number;
  /** A blank means "as above". */
  readonly fills: boolean;
  /** What its words mean, each looked at once. */
  readonly meanings: Map<string, Stated>;
}

export class Carry {
  private readonly categoryColumns: readonly CarriedColumn[];
  private readonly memberColumn: CarriedColumn | undefined;
  private readonly fillsLevel: Readonly<Record<Level, boolean | null>>;
  private readonly fillsAny: boolean;
  private readonly fields: Fields;
  private readonly categories: Categories;
  /** Categories that head columns of amounts. */
  private readonly categoriesAcross: Across<CategoryFound>;
  private readonly membersAcross: Across<string>;
  private current: Stated = NOTHING_STATED;
  private currentMember: string | null = null;

  /**
   * @param rows rows of the lines, by which a column shows how it is filled in
   * @param members columns of a member each
   */
  constructor(fields: Fields, rows: readonly number[], categories: Categories, members: readonly MemberColumn[]) {
    this.fields = fields;
    this.categories = categories;
    let parent: ColumnStyle | null = null;
    const columns: CarriedColumn[] = [];
    fields.columns.forEach(({ field, column }, slot) => {
      if (!CATEGORY_FIELDS.includes(field) && field !== "member") return;
      const style = styleOf(fields, column, rows);
      columns.push({ field, slot, fills: fillsDown(field, style, parent, rows.length), meanings: new Map() });
      if (field !== "member") parent = style;
    });
    this.categoryColumns = columns.filter((column) => column.field !== "member");
    this.memberColumn = columns.find((column) => column.field === "member");
    const fills = (level: Field): boolean | null => columns.find((column) => column.field === level)?.fills ?? null;
    this.fillsLevel = { major: fills("major"), middle: fills("middle"), minor: fills("minor") };
    this.fillsAny = fills("category") === true;
    this.categoriesAcross = withOthers(
      fields,
      across(fields, (text) => categories.resolve(text)),
    );
    this.membersAcross = members.flatMap(({ column, member }) => (member === null ? [] : [{ column, said: member }]));
  }

  /** The categories a line states in its own row, by merged cells, or by the first row of its group. */
  stated(row: Row): Stated {
    const said = this.saidIn(row);
    this.enter(said);
    const saidAny = said.major !== null || said.middle !== null || said.minor !== null;
    return {
      major: said.major ?? this.above("major", saidAny),
      middle: said.middle ?? this.above("middle", saidAny),
      minor: said.minor ?? this.above("minor", saidAny),
    };
  }

  private enter(said: Stated): void {
    if (said.major !== null && said.major !== this.current.major)
      this.current = { major: said.major, middle: null, minor: null };
    if (said.middle !== null && said.middle !== this.current.middle)
      this.current = { major: this.current.major, middle: said.middle, minor: null };
    if (said.minor !== null && said.minor !== this.current.minor) this.current = { ...this.current, minor: said.minor };
  }

  /** What the columns of categories say together, each level by the first that says it. */
  private saidIn(row: Row): Stated {
    let { major, middle, minor } = NOTHING_STATED;
    for (const column of this.categoryColumns) {
      const text = shownText(this.fields.said(row, column.slot));
      if (text === null || ACCOUNT_NUMBER.test(text)) continue;
      const meaning = this.meaningOf(text, column);
      major ??= meaning.major;
      middle ??= meaning.middle;
      minor ??= meaning.minor;
    }
    if (major !== null || middle !== null || minor !== null) return { major, middle, minor };
    return this.saidByColumn(row);
  }

  /** 件名 | 消耗品費 | 外注費: the only one of the columns that the row fills. */
  private saidByColumn(row: Row): Stated {
    const only = onlyFilled(row, this.categoriesAcross);
    return only === null ? NOTHING_STATED : { ...NOTHING_STATED, [only.level]: only.shown };
  }

  private meaningOf(text: string, { field, meanings }: CarriedColumn): Stated {
    const remembered = meanings.get(text);
    if (remembered !== undefined) return remembered;
    const said: Record<Level, string | null> = { ...NOTHING_STATED };
    const found = this.categories.resolve(text);
    const path = found === null ? this.categories.path(text) : [];
    for (const part of path) said[part.level] = part.shown;
    if (path.length === 0) {
      const level = field === "category" ? (found?.level ?? "middle") : (field as Level);
      said[level] = found !== null ? found.shown : unspaced(text);
    }
    if (meanings.size < MOST_REMEMBERED) meanings.set(text, said);
    return said;
  }

  private above(level: Level, saidAny: boolean): string | null {
    // One column for all levels that says something says it for every deeper level, too.
    const fills = this.fillsLevel[level] ?? (this.fillsAny && (level === "major" || !saidAny));
    return fills ? this.current[level] : null;
  }

  member(row: Row): string | null {
    // 内容 | 株式会社A | B大学 | 計: whose the only filled of the columns is.
    if (this.memberColumn === undefined) return onlyFilled(row, this.membersAcross);
    const text = shownText(this.fields.said(row, this.memberColumn.slot));
    if (text !== null) this.currentMember = text;
    return text ?? (this.memberColumn.fills ? this.currentMember : null);
  }

  /** What a sum above its lines states is theirs, where it names an item of cost: a blank below it means the same. */
  below(row: Row): void {
    for (const { slot } of this.categoryColumns) {
      const found = this.categories.resolve(shownText(this.fields.said(row, slot)) ?? "");
      if (found !== null) this.enter({ ...NOTHING_STATED, [found.level]: found.shown });
    }
  }

  /** A heading ends what stood above it. */
  restart(level: Level | "member"): void {
    if (level === "member") this.currentMember = null;
    this.current =
      level === "minor"
        ? this.current
        : level === "middle"
          ? { major: this.current.major, middle: null, minor: null }
          : NOTHING_STATED;
  }

  /** A subtotal ends the 中項目 above it, and the 大項目 when it names one. */
  afterTotal(level: Level | null): void {
    this.current = level === "major" ? NOTHING_STATED : { major: this.current.major, middle: null, minor: null };
  }
}

/** Columns side by side whose headers say one thing each; none where fewer than two do. */
type Across<Said> = readonly { readonly column: number; readonly said: Said }[];

function across<Said>({ table }: Fields, sayOf: (header: string) => Said | null): Across<Said> {
  const found = table.columns.flatMap(({ column, text }) => {
    const said = sayOf(text);
    return said === null ? [] : [{ column, said }];
  });
  return found.length >= 2 ? found : [];
}

/** With the columns beside them that no scheme names, but that make the amount together with them: 支払手数料, 現金仕入. */
function withOthers({ table, columns, amounts }: Fields, named: Across<CategoryFound>): Across<CategoryFound> {
  const set = columns[amounts[0] ?? -1]?.set ?? [];
  if (!named.some(({ column }) => set.includes(column))) return named;
  const others = table.columns.filter(
    ({ column }) => set.includes(column) && !named.some((other) => other.column === column),
  );
  return [
    ...named,
    ...others.map(({ column, text }) => ({
      column,
      said: { level: "middle" as const, word: compact(text), shown: unspaced(text) },
    })),
  ];
}

/** What the only one of them says that a row fills; null where it fills none or several. */
function onlyFilled<Said>(row: Row, of: Across<Said>): Said | null {
  const filled = of.filter(({ column }) => isFilled(row, column));
  return filled.length === 1 ? (filled[0]?.said ?? null) : null;
}

function isFilled(row: Row, column: number): boolean {
  const value = cellIn(row, column)?.value ?? null;
  return value !== null && value !== "" && value !== 0;
}

interface ColumnStyle {
  /** The same words stand in neighbouring rows. */
  readonly repeats: boolean;
  readonly blanks: number;
  readonly merged: number;
}

function styleOf({ grid }: Fields, column: number, rows: readonly number[]): ColumnStyle {
  let repeats = false;
  let blanks = 0;
  let merged = 0;
  let previous: string | null = null;
  for (const row of rows) {
    const text = textOf(grid.own(row, column));
    if (text === null) {
      if (grid.area(row, column) === undefined) blanks++;
      else merged++;
    } else if (!repeats && previous !== null) repeats = text === previous || compact(text) === compact(previous);
    previous = text;
  }
  return { repeats, blanks, merged };
}

/**
 * Where a column repeats its words in neighbouring rows, a blank states nothing; so does a single blank in a 中項目
 * column beside a 大項目 column that leaves no row out.
 */
function fillsDown(field: Field, style: ColumnStyle, parent: ColumnStyle | null, rows: number): boolean {
  if (style.blanks === 0) return true;
  if (style.repeats) return false;
  if (field !== "middle" && field !== "minor") return true;
  if (style.blanks === 1 && parent?.repeats === true && parent.blanks + parent.merged === 0) return false;
  return style.merged > 0 || style.blanks * 10 >= rows * 3 || (parent !== null && parent.blanks > 0);
}
