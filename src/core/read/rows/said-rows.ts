/** What a sheet says of its own rows: ※申請するのは優先度Aのみ, ランクCは計上しない, over a column of 優先度 or ランク. */
import { compact } from "../../text/fold";
import { textOf } from "../../workbook/grid";
import { cellIn } from "../../workbook/workbook";
import type { HeaderColumn } from "../tables/table";
import { isTotalWord } from "../words/total-words";
import type { LeftOut } from "./left-out";
import type { TableRows } from "./table-rows";

const CLAIMS = /申請|計上|補助対象|助成対象|要望/;
const ONLY = /^(?:の(?:もの|行|品|分|経費))?(?:のみ|だけ|に限)/;
const NOT =
  /^(?:の(?:もの|行|品|分|経費))?[はを]?(?:今回)?(?:は)?(?:(?:申請|計上|要望)(?:は)?(?:し(?:ない|ません)|せず)|(?:補助|申請)?対象外)/;
const BETWEEN_VALUES = /^(?:[・、,と及び/]|または|および)+/;
const MOST_VALUES = 12;
const LONGEST_VALUE = 10;
const LONGEST_SENTENCE = 60;

/** null where no sentence above the table, or below its rows, names a value of one of its columns. */
export function leftOutBySaying(rows: TableRows): LeftOut | null {
  const { table } = rows.fields;
  const sentences = sentencesOf(rows);
  if (sentences.length === 0) return null;
  for (const header of table.columns) {
    const word = compact(header.text);
    const saying =
      word.length < 2 || rows.isOwnColumn(header.column) ? [] : sentences.filter((it) => it.includes(word));
    if (saying.length === 0) continue;
    const values = valuesIn(rows, header);
    const distinct = [...new Set(values.values())].sort((a, b) => b.length - a.length);
    if (distinct.length < 2 || distinct.length > MOST_VALUES) continue;
    for (const sentence of saying) {
      const { named, rest } = valuesNamed(sentence.slice(sentence.indexOf(word) + word.length), distinct);
      const says = ONLY.test(rest) ? "only" : NOT.test(rest) ? "not" : null;
      if (named.length === 0 || named.length === distinct.length || says === null) continue;
      const out = [...values].filter(([, value]) => named.includes(value) === (says === "not"));
      return { by: "marks", how: "said", column: header.column, rows: new Set(out.map(([row]) => row)) };
    }
  }
  return null;
}

/** Compact, those alone in their row below the header among them. */
function sentencesOf({ fields: { table, grid } }: TableRows): string[] {
  const below = grid.rowsBetween(table.firstRow, table.lastRow).flatMap(({ cells }) => {
    const texts = cells.filter(({ value }) => value !== null && value !== "");
    return texts.length === 1 ? (textOf(texts[0]) ?? []) : [];
  });
  return [...table.above.map(({ text }) => text), ...below]
    .filter((text) => text.length <= LONGEST_SENTENCE && CLAIMS.test(text))
    .map(compact);
}

/** By row. */
function valuesIn({ fields: { table, grid } }: TableRows, { column }: HeaderColumn): ReadonlyMap<number, string> {
  const values = new Map<number, string>();
  for (const row of grid.rowsBetween(table.firstRow, table.lastRow)) {
    const value = compact(textOf(cellIn(row, column)) ?? "");
    if (value !== "" && value.length <= LONGEST_VALUE && !isTotalWord(value)) values.set(row.index, value);
  }
  return values;
}

/** が「A」・「B」のみ: the values that a sentence names right behind a header, and what it says of them. */
function valuesNamed(text: string, values: readonly string[]): { readonly named: string[]; readonly rest: string } {
  const named: string[] = [];
  let rest = text.replace(/^(?:欄|列)?[がはの:=]?/, "");
  for (;;) {
    const bare = rest.replace(/^[「『"“【]/, "");
    const value = values.find((it) => bare.startsWith(it));
    if (value === undefined) return { named, rest };
    named.push(value);
    const after = bare.slice(value.length).replace(/^[」』"”】]/, "");
    rest = after.replace(BETWEEN_VALUES, "");
    if (rest === after) return { named, rest };
  }
}
