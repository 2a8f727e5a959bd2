/**
 * The marks of a check, as data: which cells, how grave. In Excel and in a file they are conditional formats that know
 * themselves by their formula, so that they can be taken away again and the user's own formats never change.
 */
import type { Finding, Severity } from "../../core/judge/finding";
import { areaName } from "../../core/workbook/addresses";
import { columnNumber, type Area } from "../../core/workbook/workbook";

export interface SheetMarks {
  readonly sheet: string;
  /** By severity, gravest first; a cell stands under its gravest finding only. */
  readonly rules: readonly { readonly severity: Severity; readonly areas: readonly Area[] }[];
}

/** How marked cells look; "#RRGGBB". */
export const MARK_LOOKS: Readonly<Record<Severity, { readonly fill: string; readonly font: string }>> = {
  error: { fill: "#F8CBD0", font: "#9C0006" },
  warning: { fill: "#FFE699", font: "#7F4F00" },
  info: { fill: "#DDEBF7", font: "#1F4E79" },
};

const GRAVEST_FIRST: readonly Severity[] = ["error", "warning", "info"];

/** Always true, and nobody else's: what a mark asks of a cell, without the leading "=". */
export const markFormula = (severity: Severity): string => `N("kenzan:${severity}")=0`;

/** Whether a conditional format's formula, with or without "=", is one of ours. */
export const isMarkFormula = (formula: string): boolean =>
  /^=?\s*N\(\s*"kenzan:(error|warning|info)"\s*\)\s*=\s*0\s*$/i.test(formula);

/** The marks of what was found and not waived, sheets in the order in which findings name them. */
export function marksOf(findings: readonly Finding[]): SheetMarks[] {
  const sheets = new Map<string, Map<string, Severity>>();
  for (const { sheet, cell, severity, waived } of findings) {
    if (sheet === null || cell === null || waived !== null) continue;
    const cells = sheets.get(sheet) ?? new Map<string, Severity>();
    sheets.set(sheet, cells);
    const known = cells.get(cell);
    if (known === undefined || rank(severity) < rank(known)) cells.set(cell, severity);
  }
  return [...sheets].map(([sheet, cells]) => ({
    sheet,
    rules: GRAVEST_FIRST.map((severity) => ({
      severity,
      areas: columnRuns([...cells].filter(([, own]) => own === severity).map(([cell]) => cell)),
    })).filter(({ areas }) => areas.length > 0),
  }));
}

const rank = (severity: Severity): number => GRAVEST_FIRST.indexOf(severity);

/** Cells below each other as one area. */
function columnRuns(cells: readonly string[]): Area[] {
  const places = cells
    .map((cell) => {
      const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
      return { column: columnNumber(letters), row: Number(row) };
    })
    .sort((a, b) => a.column - b.column || a.row - b.row);
  const areas: Area[] = [];
  for (const { column, row } of places) {
    const last = areas.at(-1);
    if (last !== undefined && last.left === column && last.bottom === row - 1)
      areas[areas.length - 1] = { ...last, bottom: row };
    else areas.push({ top: row, left: column, bottom: row, right: column });
  }
  return areas;
}

/**
 * Areas as address lists, each within the length that Excel takes.
 * @param limit characters of one list
 */
export function addressLists(areas: readonly Area[], separator: string, limit: number): string[] {
  const lists: string[] = [];
  for (const name of areas.map(areaName)) {
    const last = lists.at(-1);
    if (last !== undefined && last.length + separator.length + name.length <= limit)
      lists[lists.length - 1] = last + separator + name;
    else lists.push(name);
  }
  return lists;
}
