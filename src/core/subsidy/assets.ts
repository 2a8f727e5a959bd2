/** Schemes that pay no subsidy: which assets qualify for the tax measure, and what stands in the way of the others. */
import type { AssetTest, Scheme } from "../scheme/scheme";
import type { Source } from "../scheme/terms";

export interface Asset {
  readonly name: string;
  /** Frame id: the kind of asset. */
  readonly frame: string;
  /** Acquisition price of the unit, yen, tax excluded. */
  readonly price: number;
  /** How many of them. */
  readonly quantity: number;
  /** Full years since the model went on sale; null when not known. */
  readonly yearsOnSale: number | null;
  readonly secondHand: boolean;
  /** "2022-10-01"; null when not known. */
  readonly acquired: string | null;
}

export interface Obstacle {
  readonly code: "unknown-frame" | "price" | "years" | "second-hand" | "others" | "acquired";
  /** What the document asks for, and what the asset has (yen, years or day). */
  readonly wanted: number | string;
  readonly found: number | string;
  readonly source: Source;
}

export interface AssetResult {
  readonly name: string;
  readonly frame: string;
  /** null: nothing speaks against it, but something is not known. */
  readonly qualifies: boolean | null;
  readonly obstacles: readonly Obstacle[];
  /** What has still to be said: "yearsOnSale", "acquired". */
  readonly missing: readonly ("yearsOnSale" | "acquired")[];
}

/** Judges every asset; one that needs company (a building) is judged by the qualifying assets beside it. */
export function qualifyAssets(scheme: Scheme, assets: readonly Asset[]): readonly AssetResult[] {
  const alone = assets.map((asset) => ({ asset, test: testOf(scheme, asset), result: judge(scheme, asset) }));
  const company = alone.filter(({ test, result }) => test?.withOthersFrom === undefined && result.qualifies !== false);
  const unknown = company.filter(({ result }) => result.qualifies === null);
  const yenOf = (some: typeof alone): number =>
    some.reduce((total, { asset }) => total + asset.price * asset.quantity, 0);
  return alone.map(({ test, result }) => {
    const wanted = test?.withOthersFrom;
    if (test === undefined || wanted === undefined || yenOf(company) - yenOf(unknown) >= wanted) return result;
    const found = yenOf(company);
    if (found < wanted) {
      const obstacles = [...result.obstacles, { code: "others" as const, wanted, found, source: test }];
      return { ...result, qualifies: false, obstacles };
    }
    const missing = new Set([result, ...unknown.map((other) => other.result)].flatMap((one) => one.missing));
    return { ...result, qualifies: result.qualifies === false ? false : null, missing: [...missing] };
  });
}

const testOf = (scheme: Scheme, asset: Asset): AssetTest | undefined =>
  scheme.frames.find(({ id }) => id === asset.frame)?.asset;

function judge(scheme: Scheme, asset: Asset): AssetResult {
  const test = testOf(scheme, asset);
  const obstacles: Obstacle[] = [];
  const missing: ("yearsOnSale" | "acquired")[] = [];
  if (test === undefined) {
    const wanted = scheme.frames.map(({ id }) => id).join(", ");
    obstacles.push({ code: "unknown-frame", wanted, found: asset.frame, source: { silent: true } });
    return { name: asset.name, frame: asset.frame, qualifies: false, obstacles, missing };
  }
  if (asset.price < test.minPrice)
    obstacles.push({ code: "price", wanted: test.minPrice, found: asset.price, source: test });
  if (asset.secondHand) obstacles.push({ code: "second-hand", wanted: "new", found: "second-hand", source: test });
  if (test.maxYearsOnSale !== undefined) {
    if (asset.yearsOnSale === null) missing.push("yearsOnSale");
    else if (asset.yearsOnSale > test.maxYearsOnSale)
      obstacles.push({ code: "years", wanted: test.maxYearsOnSale, found: asset.yearsOnSale, source: test });
  }
  if (scheme.acquiredUntil !== undefined) {
    const { day } = scheme.acquiredUntil;
    if (asset.acquired === null) missing.push("acquired");
    else if (asset.acquired > day)
      obstacles.push({ code: "acquired", wanted: day, found: asset.acquired, source: scheme.acquiredUntil });
  }
  const qualifies = obstacles.length > 0 ? false : missing.length > 0 ? null : true;
  return { name: asset.name, frame: asset.frame, qualifies, obstacles, missing };
}
