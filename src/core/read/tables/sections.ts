/** 収入の部 and 支出の部 under one header, or この経費の財源 below what is spent: each is a table of its own. */
import { compact } from "../../text/fold";
import type { Cell, Row } from "../../workbook/workbook";
import { withoutNumbering } from "../words/categories";
import type { Table } from "./table";
import { filledIn } from "./title-rows";

const SECTIONS = {
  income: /^(?:経常外?)?(?:収入|収益|歳入)(?:の部|の内訳|内訳)?$/,
  spending: /^(?:経常外?)?(?:支出|費用|経費|歳出)(?:の部|の内訳|内訳)?$/,
} as const;

/** Where the money comes from, by itself above figures without a header. */
const FUNDS = /(?:財源|資金の?(?:計画|調達|内訳))(?:の?内訳)?$/;

interface Section {
  readonly kind: keyof typeof SECTIONS | "funds";
  readonly row: Row;
  readonly title: string;
}

/** The table itself, or its sections where it has both kinds; a heading that states no figure is none of the rows. */
export function sectionsOf(table: Table): readonly Table[] {
  if (table.object !== null) return [table];
  const named = headedAs(table);
  if (named !== null) return [{ ...table, title: named }];
  const sections: Section[] = [];
  for (const row of table.grid.rowsBetween(table.firstRow, table.lastRow)) {
    const section = sectionIn(row, table);
    if (section !== null && section.kind !== sections.at(-1)?.kind) sections.push(section);
  }
  const kinds = new Set(sections.map(({ kind }) => kind));
  if (kinds.size < 2 && !kinds.has("funds")) return [table];
  const starts = sections.map(({ row, title }) => ({
    title,
    from: isHeading(row, table) ? row.index + 1 : row.index,
    row: row.index,
  }));
  const before = (starts[0]?.row ?? 0) > table.firstRow ? [{ ...table, lastRow: (starts[0]?.row ?? 1) - 1 }] : [];
  return [
    ...before,
    ...starts.map(({ title, from }, at): Table => ({
      ...table,
      title,
      firstRow: from,
      lastRow: (starts[at + 1]?.row ?? table.lastRow + 1) - 1,
    })),
  ];
}

/** 収入の部 | 金額 | 説明, beside 支出の部 | 金額 | 説明: the header itself says which part the table is; null where it says none, or both. */
function headedAs({ columns }: Table): string | null {
  const parts = columns.map(({ text }) => compact(text)).filter((text) => text.endsWith("の部") && isSection(text));
  return parts.length === 1 ? (parts[0] ?? null) : null;
}

/** Ⅰ 収入, 経常収益の部: the name of a part that lists what comes in. */
export const isOfIncome = (text: string): boolean => SECTIONS.income.test(compact(withoutNumbering(text)));

const isSection = (word: string): boolean => Object.values(SECTIONS).some((pattern) => pattern.test(word));

/** What the first words of a row open; they may stand beside the first item, or number themselves: Ⅰ | 経常収益. */
function sectionIn(row: Row, table: Table): Section | null {
  for (const { column, value } of row.cells) {
    if (column < table.left || typeof value !== "string") continue;
    if (column > table.right) return null;
    const bare = withoutNumbering(value);
    if (bare === "") continue;
    if (bare.length > LONGEST) return null;
    const word = compact(bare);
    const kind = (["income", "spending"] as const).find((of) => SECTIONS[of].test(word));
    if (kind !== undefined) return { kind, row, title: word };
    const [funds] = FUNDS.exec(word) ?? [];
    return funds !== undefined && filledOf(row, table).length === 1 ? { kind: "funds", row, title: funds } : null;
  }
  return null;
}
const LONGEST = 16;

const isHeading = (row: Row, table: Table): boolean =>
  filledOf(row, table).length <= 2 && !row.cells.some(({ value }) => typeof value === "number");

const filledOf = (row: Row, { left, right }: Table): readonly Cell[] =>
  filledIn(row).filter(({ column }) => column >= left && column <= right);
