/** How each role of a cell looks. */
import type { Role } from "./model";

export interface Look {
  readonly bold?: true;
  /** Points. */
  readonly size: number;
  /** "RRGGBB" */
  readonly color: string;
  readonly fill: string | null;
  readonly boxed: boolean;
  readonly align: "left" | "center" | "right" | null;
  readonly wrap: boolean;
  /** Number format code; null = General. */
  readonly format: string | null;
}

const PLAIN: Look = {
  size: 11,
  color: "000000",
  fill: null,
  boxed: false,
  align: null,
  wrap: false,
  format: null,
};
const BLUE = "1F4E79";
const INPUT: Look = { ...PLAIN, fill: "FFF9DB", boxed: true, wrap: true };
const COMPUTED: Look = { ...PLAIN, fill: "F2F2F2", boxed: true };
const NUMBER = "#,##0";

export const looks: Readonly<Record<Role, Look>> = {
  title: { ...PLAIN, bold: true, size: 16, color: BLUE },
  note: { ...PLAIN, size: 9, color: "595959" },
  heading: { ...PLAIN, bold: true, size: 12, color: BLUE },
  label: { ...PLAIN, boxed: true, wrap: true },
  header: { ...PLAIN, bold: true, fill: "DDEBF7", boxed: true, align: "center", wrap: true },
  input: INPUT,
  inputNumber: { ...INPUT, align: "right", wrap: false, format: null },
  inputYen: { ...INPUT, align: "right", wrap: false, format: NUMBER },
  inputDate: { ...INPUT, align: "center", wrap: false, format: "yyyy/m/d" },
  inputText: { ...INPUT, format: "@" },
  fixed: COMPUTED,
  computed: { ...COMPUTED, wrap: true },
  computedNumber: { ...COMPUTED, align: "right", format: NUMBER },
  totalLabel: { ...COMPUTED, bold: true },
  totalNumber: { ...COMPUTED, bold: true, align: "right", format: NUMBER },
  result: { ...COMPUTED, bold: true, size: 14, color: BLUE, align: "right", format: NUMBER },
};
