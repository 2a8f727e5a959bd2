/** Faults of estimates that a scheme may ask about. */
import type { Source } from "./terms";

export const FAULT_IDS = [
  "no-issuer",
  "no-number",
  "no-date",
  "no-validity",
  "no-addressee",
  "addressee",
  "before-call",
  "after-period",
  "expired",
  "delivery",
  "payment",
  "tax-basis",
  "arithmetic",
  "lump",
  "overhead",
  "discount",
  "second-hand",
  "excluded",
  "foreign",
  "comparatives",
] as const;
export type FaultId = (typeof FAULT_IDS)[number];

/** One of them, and by which clause it is asked about. */
export type FaultAsked = {
  readonly id: FaultId;
  /** From how many yen on (without tax where the paper tells it) so many estimates are asked for, the chosen one counted. */
  readonly comparatives?: { readonly from: number; readonly count: number };
} & Source;
