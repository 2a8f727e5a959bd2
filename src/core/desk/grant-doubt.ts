/** A workbook that names another grant than it was checked for, or another edition of it: at the desk a finding, to ask about. */
import type { ReportShown } from "../report/shown";
import { schemeAsked, SCHEME_ASKED } from "../report/scheme-asked";

export interface GrantDoubt {
  readonly rule: "scheme/unknown" | "scheme/edition";
  readonly severity: "warning";
  readonly sheet: string;
  readonly cell: string;
  readonly row: number;
  /** What the workbook calls its grant. */
  readonly text: string;
  /** The one that it was checked for. */
  readonly scheme: string;
  readonly schemeEn: string;
}

/** null where the workbook names the one in force, or somebody chose it */
export function grantDoubtOf(report: Pick<ReportShown, "notChecked">): GrantDoubt | null {
  const asked = schemeAsked(report);
  if (asked === undefined) return null;
  const fact = (name: string): string => String(asked.data[name]);
  const cell = fact("cell");
  return {
    rule: asked.code === SCHEME_ASKED.grant ? "scheme/unknown" : "scheme/edition",
    severity: "warning",
    sheet: fact("sheet"),
    cell,
    row: Number(/\d+$/.exec(cell)?.[0]),
    text: fact("text"),
    scheme: fact("scheme"),
    schemeEn: fact("schemeEn"),
  };
}
