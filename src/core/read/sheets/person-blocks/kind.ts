/** As what a person works: 従業員費, 補助員費, パート. */
import { compact } from "../../../text/fold";
import { textOf } from "../../../workbook/grid";
import type { Cell, Row } from "../../../workbook/workbook";
import { filledIn } from "../../tables/title-rows";
import type { Stands } from "./cells";
import type { Pair } from "./pairs";

const KIND_OF_WORK =
  /^(?:(?:従業員|補助員)(?:費|給)?|パート(?:タイマー)?|アルバイト|派遣(?:社員|職員)?|(?:正|契約)?社員)$/;

const isKind = (cell: Cell): boolean => KIND_OF_WORK.test(compact(textOf(cell) ?? ""));

/** 従業員費 in a pair. */
export function kindIn(pairs: readonly Pair[]): Stands | null {
  const saysKind = ({ fields: [field], value }: Pair): boolean =>
    field !== "person" && (field === "employment" || isKind(value.cell));
  return pairs.find(saysKind)?.value ?? null;
}

/** 補助員費 alone in a row over a block. */
export function kindAbove(rows: readonly Row[]): Stands | null {
  const alone = rows.flatMap((row): Stands[] => {
    const [cell, ...more] = filledIn(row);
    return cell !== undefined && more.length === 0 && isKind(cell) ? [{ cell, row: row.index }] : [];
  });
  return alone.at(-1) ?? null;
}
