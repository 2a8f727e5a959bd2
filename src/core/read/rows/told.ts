/** The rows of a table as a person is told of them: what each was read as, why, and what else it may be. */
import { floor } from "../../money/fraction";
import { oneLine } from "../../text/fold";
import { Fields } from "../columns/fields";
import type { RowRole, RowTold } from "../reading";
import { isProof } from "../sums/sum-found";
import { ROLES, type Role } from "../sums/roles";
import type { Part } from "../tables/part";
import { ROW_DETECTORS } from "./detectors";
import type { Draft } from "./draft";
import { RowSorter } from "./sort";
import { ASIDE } from "./table-rows";

/** What the sums call a row, and what the reader is told. */
export const ROLE_NAMES: Readonly<Record<Role, RowRole>> = {
  line: "line",
  total: "subtotal",
  head: "subtotal",
  tax: "tax",
  funding: "funding",
  part: "breakdown",
  skip: "other",
};

/** @param index the place of the table among those of its sheet */
export function rowsTold({ table, columns, rows, context, kind, setAside }: Part, index: number): RowTold[] {
  if (rows === null || context === null) return [];
  const fields = new Fields(table, columns, context.taxTreatment);
  const roles = new Map(rows.roles.map(({ row, role }) => [row, role]));
  const counted = kind === "budget" && setAside === null;
  return new RowSorter(fields, context).sort().drafts.flatMap((draft): RowTold[] => {
    const { row, texts, money } = draft;
    const role = roles.get(row.index) ?? draft.role;
    const text = texts
      .filter(({ column }) => !ASIDE.has(fields.fieldAt(column) ?? "description"))
      .map(({ value }) => oneLine(String(value)))
      .join(" ");
    const yen = money?.yen == null ? null : floor(money.yen);
    if (role === "blank" || (text === "" && yen === null)) return [];
    return [
      {
        sheet: table.grid.name,
        table: index,
        row: row.index,
        role,
        text,
        yen,
        cell: fields.ref(row.index, amountColumn(draft, fields)),
        counted,
        why: whyOf(draft, role),
        isProven: draft.sum !== null && isProof(draft.sum),
        or: otherOf(draft, role),
        isChosen: draft.isChosen,
      },
    ];
  });
}

function amountColumn({ row, moneySlot }: Draft, fields: Fields): number {
  const slot = moneySlot >= 0 ? moneySlot : (fields.amounts[0] ?? -1);
  return slot < 0 ? fields.table.left : fields.columnOf(row, slot);
}

/** Total and subtotal are one and the same for the sums. */
const isSame = (a: RowRole, b: RowRole): boolean => a === b || (SUMS.has(a) && SUMS.has(b));
const SUMS: ReadonlySet<RowRole> = new Set<RowRole>(["subtotal", "total"]);

/** Names of the detectors that spoke for the role in force, the weightiest first. */
export function whyOf(draft: Draft, role: RowRole = draft.role): string[] {
  const { view, isAbove } = draft;
  if (view === null) return role === "line" && draft.money?.yen != null ? ["price-times-count"] : [];
  const speaksForIt = (means: Role): boolean =>
    SUMS.has(role) ? means === (isAbove ? "head" : "total") : ROLE_NAMES[means] === role;
  return ROW_DETECTORS.filter(({ means, test }) => speaksForIt(means) && Number(test(view)) !== 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name }) => name);
}

/** The likeliest other meaning, of those worth trying. */
function otherOf({ evidence }: Draft, role: RowRole): RowRole | null {
  if (evidence === null) return null;
  const { scores, options } = evidence;
  const other = [...ROLES]
    .filter((one) => options.includes(one) && !isSame(ROLE_NAMES[one], role))
    .sort((a, b) => scores[b] - scores[a])[0];
  return other === undefined ? null : ROLE_NAMES[other];
}
