/** The table of one row a person. */
import { add, fraction, toNumber } from "../../../money/fraction";
import { compact } from "../../../text/fold";
import { PARTS_OF_A_WAGE, type Field } from "../../field";
import { quantityOf } from "../../records/values";
import { isFigure } from "../table-header";
import type { Block } from "./block";
import { cellUnder, standsUnder, type Stands } from "./cells";
import { drawnColumn, nameColumn, type DrawnColumn } from "./drawn-column";
import { labelOf } from "./labels";
import { headOf } from "./months";
import type { Pair } from "./pairs";

const RANK = /役職|職名|職位|肩書/;

export function personColumns(blocks: readonly Block[]): DrawnColumn<Block>[] {
  const [first] = blocks as [Block];
  const { label: name } = first.person;
  const columns = [nameColumn(first, (block: Block) => block)];
  const put = (field: Field, word: string, head: Stands, cell: DrawnColumn<Block>["cell"]): void => {
    if (blocks.some((block) => cell(block) !== null)) columns.push(drawnColumn(field, word, head, cell));
  };
  put("position", "役職", name, (block) => positionOf(block.pairs));
  put("employment", "雇用形態", name, ({ kind }) => kind);
  const told = new Map<string, Pair>();
  for (const field of PARTS_OF_A_WAGE)
    for (const pair of blocks.flatMap(({ pairs }) => pairs))
      if (pair.fields[0] === field) told.set(keyOf(pair), told.get(keyOf(pair)) ?? pair);
  for (const [key, { label, fields }] of told)
    put(
      fields[0] as Field,
      labelOf(label.cell) as string,
      label,
      ({ pairs }) => pairs.find((pair) => keyOf(pair) === key)?.value ?? null,
    );
  const rated = blocks.find(({ rate }) => rate !== null);
  const rateLabel = rated?.pairs.find(({ value }) => value === rated.rate)?.label;
  put("hourlyRate", "時給単価", rateLabel ?? name, ({ rate }) => rate);
  put("hours", "従事時間", headOf(first.table, first.hours), hoursOf);
  const claimed = blocks.find(({ amount }) => amount !== null) ?? first;
  put("amount", "金額", headOf(claimed.table, claimed.amount ?? claimed.hours), amountOf);
  return columns;
}

const keyOf = ({ label, fields }: Pair): string => `${fields[0] as string} ${compact(labelOf(label.cell) ?? "")}`;

/** 役職 rather than 所属. */
function positionOf(pairs: readonly Pair[]): Stands | null {
  const told = pairs.filter(({ fields }) => fields[0] === "position");
  return (told.find(({ label }) => RANK.test(compact(labelOf(label.cell) ?? ""))) ?? told[0])?.value ?? null;
}

/** As the total says, or a pair; else the sum of the months. */
function hoursOf({ table, hours, pairs }: Block): Stands | null {
  const total = standsUnder(table.total, hours);
  if (total !== null && quantityOf(total.cell) !== null) return total;
  const pair = pairs.find(({ fields, value }) => fields.includes("hours") && quantityOf(value.cell) !== null);
  if (pair !== undefined) return pair.value;
  const [first] = table.months;
  const counts = table.months.flatMap((row) => quantityOf(cellUnder(row, hours))?.value ?? []);
  if (first === undefined || counts.length === 0) return null;
  const value = toNumber(counts.reduce(add, fraction(0)));
  return { cell: { ...hours, value, formula: null, format: null }, row: first.index };
}

function amountOf({ table, amount, pairs }: Block): Stands | null {
  const pair = pairs.find(({ fields, value }) => fields[0] === "amount" && isFigure(value.cell));
  return standsUnder(table.total, amount) ?? pair?.value ?? null;
}
