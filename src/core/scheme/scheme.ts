/**
 * One grant edition as data: `src/schemes/<id>.json`. Types only; `loader.ts` validates.
 * Money is whole yen, rates are strings such as "2/3", days are "2025-04-14".
 */

import type { FaultAsked } from "./estimate-faults";
import type { SmeTable } from "./sme";
import type { ApplicantClass, Source, Text } from "./terms";

/** One rate, or marginal tiers by amount of SUBSIDY: up to `upTo` yen of subsidy at `rate`, beyond at the next. */
export type RateTiers = readonly { readonly rate: string; readonly upTo?: number }[];

/**
 * A cap or floor: one figure, or by number of employees (bands ascending; the last has no `to`).
 * A band's `yen` is null where the document gives the neighbours only.
 */
export type Banded =
  | number
  | { readonly by: "employees"; readonly bands: readonly { readonly to?: number; readonly yen: number | null }[] };

export type ByClass<T> = Readonly<Partial<Record<ApplicantClass, T>>>;

/** A category of the scheme, or only one minor item of it. */
export interface ItemRef {
  readonly middle: string;
  readonly minor?: string;
}

export interface FramePart extends Source {
  readonly id: string;
  readonly name: Text;
  /** The items whose cost belongs to this part. */
  readonly items: readonly ItemRef[];
  readonly rates: RateTiers;
  readonly cap: number;
  /** "member": the cap is multiplied by the number of members. */
  readonly capPer?: "member";
}

/** What an asset must be to qualify (schemes that pay no subsidy). */
export interface AssetTest extends Source {
  /** Least acquisition price, yen. */
  readonly minPrice: number;
  /** Years since the model went on sale, at most; absent when the document sets none. */
  readonly maxYearsOnSale?: number;
  /** Other qualifying assets bought with it, total yen at least. */
  readonly withOthersFrom?: number;
}

export interface Frame extends Source {
  readonly id: string;
  readonly name: Text;
  /** Words by which a workbook names the frame (NFKC, no spaces). */
  readonly words: readonly string[];
  /** Upper limit of the subsidy; by class where the document says so; null when the parts alone have limits. */
  readonly cap: Banded | ByClass<Banded> | null;
  /** Lower limit; below it the subsidy is 0. */
  readonly floor?: number;
  /** Rates by class; null when the document is silent and the user must say (`--rate`), or when the parts have theirs. */
  readonly rates: ByClass<RateTiers> | null;
  /** In place of `rates` for an applicant in deficit (赤字). */
  readonly deficitRates?: RateTiers;
  readonly parts?: readonly FramePart[];
  /** Limits over several parts together. */
  readonly partLimits?: readonly (Source & { readonly parts: readonly string[]; readonly cap: number })[];
  readonly minCorporateMembers?: number;
  readonly asset?: AssetTest;
  /** Shares of the investment that come off the tax, or that may be written off at once; the approval decides which. */
  readonly taxShares?: readonly string[];
  /** Sources of single figures, where they differ from the frame's own. */
  readonly sources?: Readonly<Partial<Record<FrameFigure, Source>>>;
}

export type FrameFigure = "cap" | "floor" | "rates" | "deficitRates" | "minCorporateMembers";

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
  /** Ids of the frames that have this item; absent: all of them. */
  readonly frames?: readonly string[];
  /** Unit price limits in yen, tax excluded: `minUnitPrice` inclusive, `belowUnitPrice` exclusive. */
  readonly minUnitPrice?: number;
  readonly belowUnitPrice?: number;
  /** Other words by which a workbook states this item (NFKC, no spaces), e.g. "備品費". */
  readonly words?: readonly string[];
}

/** What the scheme does not pay for, and the rule that says so. */
interface Exclusion extends Source {
  /** A trait of the line (`classify/kinds.ts`), or its kind where that alone decides (wages). */
  readonly trait: string;
  readonly rule: string;
}

export interface RatioLimit extends Source {
  readonly id: string;
  /** What is limited, as people call it: 旅費. */
  readonly name: Text;
  readonly rule: string;
  /** The items whose share is limited … */
  readonly middles: readonly string[];
  /** … and of these only this minor item, when given. */
  readonly minor?: string;
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
  /** The one that holds where neither the user nor the workbook names any. */
  readonly default?: true;
  readonly result: "subsidy" | "asset-qualification" | "tax-credit";
  readonly classes: readonly ApplicantClass[];
  readonly frames: readonly Frame[];
  /** null: the document states none, and dates are not checked. */
  readonly period: Period | null;
  /** Last day of acquisition, where the document states no first day. */
  readonly acquiredUntil?: Source & { readonly day: string };
  /** null: the document states none, the subsidy is floored to the yen. */
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
  /** Unit price from which disposal is restricted, yen; of these items, but not of kinds that acquire nothing (repairs). */
  readonly assetDisposal?: Source & {
    readonly minUnitPrice: number;
    readonly middles: readonly string[];
    readonly exceptKinds?: readonly string[];
  };
  /** Price above which an estimate must be handed in, yen: of these kinds, and of whatever is stated as this item. */
  readonly quoteRequired?: Source & {
    readonly above: number;
    readonly kinds: readonly string[];
    readonly item: ItemRef;
  };
  /** What is told of estimates themselves, each with its source; absent: everything that is known, without a clause. */
  readonly estimateFaults?: readonly FaultAsked[];
  /** The table that tells small and medium businesses from others. */
  readonly sme?: SmeTable;
  /** The city whose vendors come first, and the words by which an address is seen to lie in it. */
  readonly city?: Source & { readonly name: string; readonly words: readonly string[] };
  /** The rules this scheme has, each with the clause it cites; any other rule is not applicable. */
  readonly rules: Readonly<Record<string, Source>>;
}
