/** What sheets say of their colours: for which tables it holds, and what became of it. */
import type { ColourReading } from "../reading";
import type { Page, Part } from "../tables/part";
import type { Legend } from "./colours";

const isOfRows = ({ says }: Legend): boolean => says !== null;

/** What the sheet of a table says; where it says nothing, what sheets without amounts say (注意事項). */
export function legendsFor({ table }: Part, pages: readonly Page[]): readonly Legend[] {
  const own = pages.find(({ grid }) => grid === table.grid)?.legends ?? [];
  if (own.some(isOfRows)) return own;
  const apart = pages.filter(({ parts, legends }) => legends.length > 0 && !parts.some(isOfAmounts));
  return [...own, ...apart.flatMap(({ legends }) => legends)];
}

const isOfAmounts = ({ kind }: Part): boolean => kind !== "other" && kind !== "team" && kind !== "members";

export function coloursRead(pages: readonly Page[]): ColourReading[] {
  const settled = pages.flatMap(({ parts }) =>
    parts.flatMap(({ kind, rows }) => (kind === "budget" && rows !== null ? rows.leftOut : [])),
  );
  return pages.flatMap(({ legends }) => legends.map((legend) => told(legend, stateOf(legend, settled, pages))));
}

const told = ({ sheet, cell, text }: Legend, state: ColourReading["state"]): ColourReading => ({
  ...{ sheet, cell, text },
  state,
});

function stateOf(
  legend: Legend,
  settled: readonly { readonly legend?: Legend; readonly isInForce: boolean }[],
  pages: readonly Page[],
): ColourReading["state"] {
  if (!isOfRows(legend)) return "unread";
  const own = settled.filter((one) => one.legend === legend);
  if (own.length > 0) return own.some(({ isInForce }) => isInForce) ? "read" : "contradicted";
  const isSeen = pages.some(({ grid }) =>
    grid.sheet.rows.some(({ cells }) =>
      cells.some((cell) => (legend.isStrike ? cell.struck : legend.isMeant(cell) && cell.value !== legend.text)),
    ),
  );
  return isSeen ? "read" : "unseen";
}
