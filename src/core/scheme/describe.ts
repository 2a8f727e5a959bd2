/** Every figure of every frame in one flat row, each with its source: what `kenzan schemes` and the documents show. */
import type { AssetTest, ByClass, Frame, FrameFigure, FramePart, RateTiers, Scheme } from "./scheme";
import type { Source } from "./terms";

export interface SchemeRow {
  readonly scheme: string;
  readonly schemeName: string;
  readonly documentNo: string;
  readonly document: string;
  readonly result: Scheme["result"];
  readonly frame: string;
  readonly frameName: string;
  /** null: the document states none (or the parts have theirs). */
  readonly rates: ByClass<RateTiers> | null;
  readonly deficitRates: RateTiers | null;
  /** Yen; by employees or class where the document says so; null when only the parts are capped, or none is stated. */
  readonly cap: Frame["cap"];
  readonly floor: number | null;
  readonly parts: readonly FramePart[];
  readonly partLimits: readonly { readonly parts: readonly string[]; readonly cap: number }[];
  readonly minCorporateMembers: number | null;
  readonly incomeDeducted: boolean;
  readonly asset: AssetTest | null;
  readonly taxShares: readonly string[];
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly acquiredUntil: string | null;
  /** Yen; null: floored to the yen. */
  readonly roundingUnit: number | null;
  readonly tax: Scheme["tax"]["treatment"];
  /** Where the frame stands in the document. */
  readonly source: string;
  /** Clause of each figure; "silent" where the document says nothing, with the reading that stands in for it. */
  readonly sources: Readonly<Record<FrameFigure | "period" | "rounding" | "tax", string>>;
}

export const describeSchemes = (schemes: readonly Scheme[]): readonly SchemeRow[] =>
  schemes.flatMap((scheme) => scheme.frames.map((frame) => describeFrame(scheme, frame)));

export function describeFrame(scheme: Scheme, frame: Frame): SchemeRow {
  const figure = (name: FrameFigure, stated: boolean) => sourceText(stated ? (frame.sources?.[name] ?? frame) : null);
  return {
    scheme: scheme.id,
    schemeName: scheme.name.ja,
    documentNo: scheme.document.no,
    document: scheme.document.ja,
    result: scheme.result,
    frame: frame.id,
    frameName: frame.name.ja,
    rates: frame.rates,
    deficitRates: frame.deficitRates ?? null,
    cap: frame.cap,
    floor: frame.floor ?? null,
    parts: frame.parts ?? [],
    partLimits: (frame.partLimits ?? []).map(({ parts, cap }) => ({ parts, cap })),
    minCorporateMembers: frame.minCorporateMembers ?? null,
    incomeDeducted: scheme.incomeDeducted !== undefined,
    asset: frame.asset ?? null,
    taxShares: frame.taxShares ?? [],
    period: scheme.period === null ? null : { from: scheme.period.from, to: scheme.period.to },
    acquiredUntil: scheme.acquiredUntil?.day ?? null,
    roundingUnit: scheme.rounding?.unit ?? null,
    tax: scheme.tax.treatment,
    source: sourceText(frame),
    sources: {
      cap: figure("cap", frame.cap !== null || frame.parts !== undefined),
      floor: figure("floor", frame.floor !== undefined),
      rates: figure("rates", frame.rates !== null || frame.parts !== undefined),
      deficitRates: figure("deficitRates", frame.deficitRates !== undefined),
      minCorporateMembers: figure("minCorporateMembers", frame.minCorporateMembers !== undefined),
      period: sourceText(scheme.period ?? scheme.acquiredUntil ?? null),
      rounding: sourceText(scheme.rounding),
      tax: sourceText(scheme.tax),
    },
  };
}

/** "3(1)", "3(1) [reading: late-payment]", "silent". */
export function sourceText(source: Source | null): string {
  const clause = source?.clause ?? "silent";
  return source?.reading === undefined ? clause : `${clause} [reading: ${source.reading}]`;
}
