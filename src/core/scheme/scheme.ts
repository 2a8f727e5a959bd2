/**
 * One grant edition as data: `src/schemes/<id>.json`. Types only; `loader.ts` validates.
 * Money is whole yen, rates are strings such as "2/3", days are "2025-04-14".
 */

/** Where a figure comes from: a clause of the document, a reading of ours, or the document's silence. */
export interface Source {
  /** Clause of the scheme's document, as people cite it: "5(1)①". */
  readonly clause?: string;
  /** Id of an entry of docs/readings.md where the document is silent or contradicts itself. */
  readonly reading?: string;
  readonly silent?: true;
}

export interface Text {
  readonly ja: string;
  readonly en: string;
}

export type ApplicantClass = "sme" | "non-sme" | "mid-sized" | "small" | "rehabilitating" | "large";

/** One rate, or marginal tiers by amount of SUBSIDY: up to `upTo` yen of subsidy at `rate`, beyond at the next. */
export type RateTiers = readonly { readonly rate: string; readonly upTo?: number }[];

/** A cap or floor: one figure, or by number of employees (bands ascending; the last has no `to`). */
export type Banded =
  number | { readonly by: "employees"; readonly bands: readonly { readonly to?: number; readonly yen: number }[] };

export interface FramePart extends Source {
  readonly id: string;
  readonly name: Text;
  /** Middle categories whose cost belongs to this part. */
  readonly middles: readonly string[];
  readonly rates: RateTiers;
  readonly cap: number;
  /** "member": the cap is multiplied by the number of members. */
  readonly capPer?: "member";
}

export interface Frame extends Source {
  readonly id: string;
  readonly name: Text;
  /** Words by which a workbook names the frame (NFKC, no spaces). */
  readonly words: readonly string[];
  /** Upper limit of the subsidy; by class where the document says so; null when the document states none. */
  readonly cap: Banded | Readonly<Partial<Record<ApplicantClass, Banded>>> | null;
  /** Lower limit; below it the subsidy is 0. */
  readonly floor?: Banded;
  /** Rates by class; null when the document is silent and the user must say (`--rate`). */
  readonly rates: Readonly<Partial<Record<ApplicantClass, RateTiers>>> | null;
  readonly parts?: readonly FramePart[];
  readonly minCorporateMembers?: number;
}

export interface Period extends Source {
  readonly from: string;
  readonly to: string;
  /** Payments of these kinds of cost may follow until this day. */
  readonly latePayment?: Source & { readonly until: string; readonly kinds: readonly string[] };
}

/** Maps what a line IS (its kind, `classify/kinds.ts`) to the scheme's own item. */
export interface Category extends Source {
  readonly major: string | null;
  readonly middle: string;
  readonly minor?: string;
  readonly kinds: readonly string[];
  /** Unit price limits in yen, tax excluded: `minUnitPrice` inclusive, `belowUnitPrice` exclusive. */
  readonly minUnitPrice?: number;
  readonly belowUnitPrice?: number;
  /** Other words by which a workbook states this item (NFKC, no spaces), e.g. "備品費". */
  readonly words?: readonly string[];
}

/** A trait of a line (`classify/kinds.ts`) that the scheme does not pay for, and the rule that says so. */
export interface Exclusion extends Source {
  readonly trait: string;
  readonly rule: string;
}

export interface RatioLimit extends Source {
  readonly id: "travel" | "equipment";
  readonly rule: string;
  readonly middles: readonly string[];
  readonly max: string;
  /** What the share is measured against; the strictest first decides what is allowed. */
  readonly bases: readonly (Source & {
    readonly of: "without" | "total" | "grant";
    readonly breach: "warning" | "error";
  })[];
}

export interface Scheme {
  readonly schemaVersion: 1;
  readonly id: string;
  /** Name of the public document, and its number among ours ("002"). */
  readonly document: Text & { readonly no: string };
  readonly name: Text;
  /** Words by which a workbook names the scheme (NFKC, no spaces). */
  readonly words: readonly string[];
  readonly result: "subsidy" | "asset-qualification" | "tax-credit";
  readonly classes: readonly ApplicantClass[];
  readonly frames: readonly Frame[];
  /** null: the document states none, and dates are not checked. */
  readonly period: Period | null;
  readonly rounding: (Source & { readonly unit: number }) | null;
  readonly tax: Source & { readonly treatment: "exclusive" | "inclusive"; readonly exempt?: "may-include" };
  /** Eligible spending less project income is what the rate applies to. */
  readonly incomeDeducted?: Source;
  readonly majors: readonly string[];
  /** Empty when the document names no items. */
  readonly categories: readonly Category[];
  readonly exclusions: readonly Exclusion[];
  readonly ratios: readonly RatioLimit[];
  readonly labour?: Source & { readonly payMonth: string };
  /** Unit price from which disposal is restricted, yen. */
  readonly assetDisposal?: Source & { readonly minUnitPrice: number };
  readonly quoteRequired?: Source & { readonly above: number; readonly kinds: readonly string[] };
  readonly city?: Source & { readonly name: string };
  /** The rules this scheme has, each with the clause it cites; any other rule is not applicable. */
  readonly rules: Readonly<Record<string, Source>>;
}
