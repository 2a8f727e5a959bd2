/** What a scheme that pays no subsidy gives for the lines of a budget. */
import { floor, type Fraction } from "../money/fraction";
import type { Frame, Scheme } from "../scheme/scheme";
import { plain } from "../text/plain";
import { qualifyAssets, type Asset, type AssetResult } from "./assets";
import { taxRelief, type TaxRelief } from "./tax-relief";

export type Measure =
  | { readonly kind: "asset-qualification"; readonly assets: readonly LineAsset[] }
  | {
      readonly kind: "tax-credit";
      /** Yen. */
      readonly investment: number;
      readonly relief: readonly TaxRelief[];
    };

export interface LineAsset extends AssetResult {
  readonly sheet: string;
  readonly row: number;
}

/** What of a line speaks for or against an asset. */
export interface MeasuredLine {
  readonly sheet: string;
  readonly row: number;
  readonly description: string;
  /** Words beside the description: the stated item, the specification, the remarks. */
  readonly stated: readonly (string | null)[];
  readonly unitPrice: Fraction | null;
  readonly quantity: Fraction | null;
  /** Yen that count. */
  readonly yen: number;
  /** "2022-10-01"; null when not known. */
  readonly acquired: string | null;
}

const SECOND_HAND = /中古|ユーズド|used|second-?hand/i;

/** null for a scheme that pays a subsidy. */
export function measureOf(scheme: Scheme, frame: Frame | null, linesOf: () => readonly MeasuredLine[]): Measure | null {
  switch (scheme.result) {
    case "subsidy":
      return null;
    case "tax-credit": {
      const investment = linesOf().reduce((sum, line) => sum + line.yen, 0);
      return { kind: "tax-credit", investment, relief: frame === null ? [] : taxRelief(frame, investment) };
    }
    case "asset-qualification": {
      const counted = linesOf().filter(({ yen }) => yen > 0);
      const assets = qualifyAssets(
        scheme,
        counted.map((line) => assetOf(scheme, frame, line)),
      );
      return {
        kind: "asset-qualification",
        assets: assets.map((asset, index) => ({
          ...asset,
          sheet: counted[index]?.sheet ?? "",
          row: counted[index]?.row ?? 0,
        })),
      };
    }
  }
}

/** The kind of asset is the one the line states, else the one the application is for. */
function assetOf(scheme: Scheme, frame: Frame | null, line: MeasuredLine): Asset {
  const texts = [...line.stated, line.description].map((text) => plain(text ?? ""));
  const stated = scheme.frames.find(({ words }) => words.some((word) => texts.slice(0, -1).includes(plain(word))));
  return {
    name: line.description,
    frame: (stated ?? frame)?.id ?? "",
    price: line.unitPrice === null ? line.yen : floor(line.unitPrice),
    quantity: line.quantity === null ? 1 : Math.max(1, floor(line.quantity)),
    yearsOnSale: null,
    secondHand: texts.some((text) => SECOND_HAND.test(text)),
    acquired: line.acquired,
  };
}
