/** How each role of the summary sheet looks, once, for Excel and for the .xlsx file. */
import type { StyleRole } from "./model";

export interface Look {
  readonly bold?: true;
  /** Points; 11 when absent. */
  readonly size?: number;
  /** "#RRGGBB" */
  readonly color?: string;
  readonly fill?: string;
  readonly underline?: true;
  readonly align?: "left" | "center" | "right";
  readonly wrap?: true;
  /** Thin line: under the cell, above it, or all around. */
  readonly border?: "bottom" | "top" | "box";
}

const BLUE = "#1F4E79";
const RULE = "#BFBFBF";

/** Colour of every border, "#RRGGBB". */
export const BORDER_COLOR = RULE;

export const looks: Readonly<Record<StyleRole, Look>> = {
  plain: {},
  title: { bold: true, size: 16, color: BLUE },
  subtitle: { size: 10, color: "#595959" },
  verdictGood: { bold: true, size: 13, color: "#0B5A22", fill: "#E2F0D9" },
  verdictBad: { bold: true, size: 13, color: "#9C0006", fill: "#FBE0E3" },
  verdictOpen: { bold: true, size: 13, color: "#7F4F00", fill: "#FFF2CC" },
  heading: { bold: true, size: 12, color: BLUE, border: "bottom" },
  header: { bold: true, size: 10, fill: "#DDEBF7", align: "center", wrap: true, border: "box" },
  headerNumber: { bold: true, size: 10, fill: "#DDEBF7", align: "right", wrap: true, border: "box" },
  text: { size: 10, border: "box" },
  textWrap: { size: 10, wrap: true, border: "box" },
  number: { size: 10, align: "right", border: "box" },
  total: { bold: true, size: 10, fill: "#F2F2F2", border: "box" },
  totalNumber: { bold: true, size: 10, fill: "#F2F2F2", align: "right", border: "box" },
  result: { bold: true, size: 14, color: BLUE, align: "right", border: "box" },
  error: { bold: true, size: 10, color: "#9C0006", align: "center", border: "box" },
  warning: { bold: true, size: 10, color: "#7F4F00", align: "center", border: "box" },
  info: { size: 10, color: "#1F4E79", align: "center", border: "box" },
  link: { size: 10, color: "#0563C1", underline: true, border: "box" },
  note: { size: 9, color: "#595959" },
  letter: { size: 10.5, wrap: true },
  letterBold: { bold: true, size: 12 },
  letterRight: { size: 10.5, align: "right" },
  letterCenter: { size: 10.5, align: "center" },
  letterTitle: { bold: true, size: 14, align: "center" },
  cellCenter: { size: 10, align: "center", wrap: true, border: "box" },
  answer: { size: 10, wrap: true, fill: "#FFFDE7", border: "box" },
};
