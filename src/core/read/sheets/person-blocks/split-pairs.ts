/** 氏名：轟 茂 所属：製造課, 【氏名】轟 茂 in one cell: labels and what they say, a part of a column behind each other. */
import type { Cell, Row } from "../../../workbook/workbook";
import { meaningOf } from "./labels";

const SEPARATES = /[:：】］\]]/;
const LABELS = /(?:^|\s)[【［[]?([^\s:：【】［］[\]]{1,16})(?:[】］\]][:：]?|[:：])\s*/gu;
/** A label with gaps between its letters. */
const INSIDE = /^([^:：]{1,16})[:：]\s*(\S.*)$/su;
const STEP = 1 / 64;

export function splitPairs(row: Row): Row {
  const partsOf = (cell: Cell): readonly string[] => {
    const text = typeof cell.value === "string" && SEPARATES.test(cell.value) ? cell.value.trim() : "";
    const found = [...text.matchAll(LABELS)];
    const several = found.flatMap(({ index, 0: { length }, 1: label }, at) => [
      label as string,
      text.slice(index + length, found[at + 1]?.index).trim(),
    ]);
    const isWhole = found[0]?.index === 0 && several.every((part) => part !== "");
    const parts = isWhole ? several : (INSIDE.exec(text)?.slice(1) ?? []);
    return parts.every((part, at) => at % 2 === 1 || meaningOf({ ...cell, value: part }) !== null) ? parts : [];
  };
  const split = (cell: Cell): Cell[] => {
    const parts = partsOf(cell);
    return parts.length === 0
      ? [cell]
      : parts.map((value, at) => ({ ...cell, value, column: cell.column + at * STEP }));
  };
  const cells = row.cells.flatMap(split);
  return cells.length === row.cells.length ? row : { ...row, cells };
}
