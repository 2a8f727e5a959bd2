/** What holds for the whole application, and who says so. */
import { compare, ONE, parseFraction, ZERO } from "../money/fraction";
import type { ApplicantClass } from "../scheme/terms";
import type { SmeResult } from "../scheme/sme";
import type { CellRef } from "../workbook/workbook";

export type Tax = "exclusive" | "inclusive";

/** What the user or the command line states; whatever is absent is taken from the workbook, then from the defaults. */
export interface Settings {
  readonly scheme?: string;
  readonly frame?: string;
  readonly applicant?: ApplicantClass;
  readonly tax?: Tax;
  readonly employees?: number;
  readonly corporateMembers?: number;
  /** Project income, yen. */
  readonly income?: number;
  readonly deficit?: boolean;
  /** "2/3": where the document states no rate. */
  readonly rate?: string;
  /** Yen. */
  readonly requested?: number;
  /** Project start, "2025-08-01". */
  readonly start?: string;
}

/** "2/3": a share of the cost as a person gives it, above nothing and at most the whole. */
export function isRate(text: string): boolean {
  if (!/^\d{1,4}\/0*[1-9]\d{0,3}$/.test(text)) return false;
  const rate = parseFraction(text);
  return compare(rate, ZERO) > 0 && compare(rate, ONE) <= 0;
}

export interface Origin {
  readonly from: "option" | "workbook" | "default";
  readonly cell: CellRef | null;
  /** Of `applicant`: what industry, capital and employees say, where the workbook states them. */
  readonly sme?: SmeResult;
  /** Of `tax`: what the budget says of its own amounts, which may be told with tax though they count without. */
  readonly amounts?: readonly TaxSaid[];
}

/** "金額は税込", with its cell. */
export interface TaxSaid {
  readonly tax: Tax;
  readonly text: string;
  readonly cell: CellRef;
}
