/** Signs of a table of what a project brings, or of what a business aims at. */
import { isBlank } from "../../workbook/grid";
import { measuresSomething } from "../tables/header-cells";
import type { Part } from "../tables/part";
import { headsGains, headsItemsGained, isGain, saysStates } from "../words/effects";

export interface SignsOfEffects {
  /** Something measured before and after. */
  readonly states: boolean;
  /** What is read as amounts is headed as a gain. */
  readonly gains: boolean;
  /** Its items are gains by their header: 期待効果, KPI. */
  readonly items: boolean;
  /** Each of its items is one by its own words. */
  readonly each: boolean;
}

const SAMPLE = 8;

export function signsOfEffects({ table, columns, rows }: Part): SignsOfEffects {
  const amounts = columns.filter(({ field }) => field.startsWith("amount"));
  const sample = table.grid.rowsBetween(table.firstRow, Math.min(table.lastRow, table.firstRow + SAMPLE));
  const measured = table.columns.filter(({ column, text }) => {
    const below = sample.flatMap(({ cells }) => cells.filter((cell) => cell.column === column && !isBlank(cell)));
    return text !== "" && below.some(measuresSomething);
  });
  const first = table.columns.find(({ text, meaning }) => text !== "" && meaning?.fields[0] !== "no");
  const lines = rows?.lines ?? [];
  return {
    states: saysStates(measured.map(({ text }) => text)),
    gains: amounts.length > 0 && amounts.every(({ header }) => headsGains(header)),
    items: headsItemsGained(first?.text ?? ""),
    each: lines.length > 1 && lines.every(({ line: { description } }) => isGain(description)),
  };
}
