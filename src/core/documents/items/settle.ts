/** Net, tax and gross of a paper, and whether its items carry tax: the reading under which its own sums hold. */
import type { Told } from "./told";

export interface TaxPart {
  readonly rate: number;
  readonly net: number;
  readonly tax: number;
}

export interface Figures {
  readonly net: number | null;
  readonly tax: number | null;
  readonly gross: number | null;
  readonly taxIncluded: boolean | null;
  readonly taxByRate: readonly TaxPart[];
  /** How well the paper's own sums hold: 0 not at all. */
  readonly proof: number;
}

export interface Words {
  /** Of the amounts: by their column's heading. */
  readonly heading: "exclusive" | "inclusive" | null;
  /** Of the paper at large. */
  readonly paper: "exclusive" | "inclusive" | null;
}

export interface Sum {
  readonly yen: number;
  /** Σ by rate, where every item says its own; null else. */
  readonly byRate: ReadonlyMap<number, number> | null;
}

/** @param sum of the items that count; null where there are none */
export function settleFigures(sum: Sum | null, told: readonly Told[], words: Words): Figures {
  const values = (...kinds: Told["kind"][]): number[] =>
    unique(told.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value));
  const taxes = taxesOf(told);
  const [nets, grosses, totals] = [values("net"), values("gross"), values("total")];
  const options: Figures[] = [];
  const say = (
    net: number | null,
    tax: number | null,
    gross: number | null,
    taxIncluded: boolean | null,
    proof: number,
  ): void =>
    void options.push({
      net,
      tax,
      gross,
      taxIncluded,
      proof,
      taxByRate: partsOf(net, tax, gross, taxIncluded, told, sum),
    });
  const isTold = (value: number): boolean => nets.includes(value) || grosses.includes(value) || totals.includes(value);
  const insides = told.filter(({ kind, inside }) => kind === "tax" && inside);
  const insideOf = (tax: number): boolean =>
    insides.some(({ value }) => value === tax) || (insides.length > 0 && taxesOf(insides).includes(tax));

  if (sum !== null) {
    const S = sum.yen;
    const [toldNet, toldGross, toldTotal] = [nets.includes(S), grosses.includes(S), totals.includes(S)];
    const likely = (inclusive: boolean): number => {
      const wanted = inclusive ? "inclusive" : "exclusive";
      return (words.heading === wanted ? 0.6 : words.heading === null ? 0 : -0.6) + (words.paper === wanted ? 0.2 : 0);
    };
    // A sum with tax is told, and it is another: the tax is not all of it.
    const contradicts = (gross: number): boolean =>
      grosses.some((it) => it !== gross && isTaxOf(it - S, S)) && !toldGross && !insides.length;
    for (const tax of taxes) {
      if (!isTaxOf(tax, S)) continue;
      const gross = S + tax;
      if (grosses.includes(gross) || totals.includes(gross))
        say(
          S,
          tax,
          gross,
          false,
          5 + (toldNet ? 0.5 : toldTotal ? 0.2 : 0) + likely(false) - (insideOf(tax) && !toldNet ? 1 : 0),
        );
      else if (contradicts(gross)) continue;
      else if (toldNet || (toldTotal && !insideOf(tax) && !toldGross)) say(S, tax, gross, false, 3.5 + likely(false));
      const net = S - tax;
      const stated = nets.includes(net) || totals.includes(net);
      if ((toldGross || toldTotal) && (stated || insideOf(tax) || words.heading === "inclusive" || toldGross))
        say(net, tax, S, true, (stated ? 4.9 : 4) + (insideOf(tax) ? 0.5 : 0) + (toldGross ? 0.3 : 0) + likely(true));
    }
    // A gross figure and no tax beside it: what is between them is the tax, where it can be.
    for (const gross of [...grosses, ...totals])
      if (gross > S && isTaxOf(gross - S, S) && isRateTax(gross - S, S))
        say(S, gross - S, gross, false, (toldNet ? 4 : 3) + likely(false));
    for (const net of [...nets, ...totals])
      if (net < S && toldGross && isTaxOf(S - net, S) && isRateTax(S - net, net))
        say(net, S - net, S, true, 4 + likely(true));
    if (toldNet) say(S, null, null, false, 3.2 + likely(false));
    if (toldGross) say(null, null, S, true, 3 + likely(true));
    if (toldTotal) {
      const by = words.heading ?? words.paper;
      if (by === "inclusive") say(null, null, S, true, 2.8);
      else say(S, null, null, by === null ? false : false, 2.7);
    }
    if (options.length === 0) {
      const none = told.length === 0;
      const by = words.heading ?? words.paper;
      if (none) say(by === "inclusive" ? null : S, null, by === "inclusive" ? S : null, by === "inclusive", 1);
    }
  }
  if (options.length > 0) return options.reduce((best, it) => (it.proof > best.proof ? it : best));
  return unproven(nets, taxes, grosses, totals, words, told, isTold);
}

/** What the paper says, although no sum of items proves it. */
function unproven(
  nets: number[],
  taxes: number[],
  grosses: number[],
  totals: number[],
  words: Words,
  told: readonly Told[],
  isTold: (yen: number) => boolean,
): Figures {
  const isAdded = (tax: number): boolean => told.some((it) => it.kind === "tax" && it.value === tax && !it.inside);
  for (const tax of [...taxes].sort((a, b) => b - a))
    for (const net of [...nets, ...totals])
      if (isTaxOf(tax, net) && isTold(net + tax))
        return {
          net,
          tax,
          gross: net + tax,
          // 小計, then 消費税, then 合計 is how sums of items without tax are told.
          taxIncluded:
            words.heading !== null ? words.heading === "inclusive" : nets.includes(net) && isAdded(tax) ? false : null,
          taxByRate: partsOf(net, tax, net + tax, null, told, null),
          proof: 0,
        };
  const tax = taxes[0] ?? null;
  const by = words.heading ?? words.paper;
  const [net, gross] = [nets[0] ?? null, grosses[0] ?? null];
  const total = totals.length === 0 ? null : Math.max(...totals);
  const n =
    net ??
    (gross !== null && tax !== null
      ? gross - tax
      : by === "exclusive" || (by === null && gross === null)
        ? total
        : null);
  const g = gross ?? (net !== null && tax !== null ? net + tax : by === "inclusive" ? total : null);
  return {
    net: n,
    tax: tax ?? (n !== null && g !== null && g > n ? g - n : null),
    gross: g,
    taxIncluded: by === null ? null : by === "inclusive",
    taxByRate: partsOf(n, tax, g, null, told, null),
    proof: 0,
  };
}

const unique = (values: readonly number[]): number[] => [...new Set(values)];

/** The tax of the whole: as told, or the sum of what is told by rate. */
function taxesOf(told: readonly Told[]): number[] {
  const all = told.filter(({ kind }) => kind === "tax");
  const rated = new Map<number, number>();
  for (const { rate, value } of all) if (rate !== null && !rated.has(rate)) rated.set(rate, value);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const distinct = unique(all.map(({ value }) => value));
  return unique([
    ...(rated.size > 1 ? [sum([...rated.values()])] : []),
    // Of two rates that the words do not name.
    ...(distinct.length === 2 ? [sum(distinct)] : []),
    ...all.filter(({ rate }) => rate === null).map(({ value }) => value),
    ...rated.values(),
  ]).filter((value) => value >= 0);
}

/** No tax is above a tenth. */
const isTaxOf = (tax: number, yen: number): boolean => tax >= 0 && tax <= Math.abs(yen) / 10 + 20;
const isRateTax = (tax: number, net: number): boolean => [10, 8].some((rate) => Math.abs(tax - (net * rate) / 100) < 1);

/** From the paper's own breakdown, from the rates of its items, or of one rate where one is named or fits. */
function partsOf(
  net: number | null,
  tax: number | null,
  gross: number | null,
  inclusive: boolean | null,
  told: readonly Told[],
  sum: Sum | null,
): TaxPart[] {
  if (net === null || tax === null) return [];
  const fits = (parts: readonly TaxPart[]): boolean =>
    parts.length > 0 &&
    parts.reduce((a, it) => a + it.tax, 0) === tax &&
    parts.reduce((a, it) => a + it.net, 0) === net;
  const taxOfRate = new Map<number, number>();
  for (const { kind, rate, value } of told)
    if (kind === "tax" && rate !== null && !taxOfRate.has(rate)) taxOfRate.set(rate, value);
  const bases = told.filter(({ kind, rate }) => (kind === "base" || kind === "net") && rate !== null);
  const rates = unique([...taxOfRate.keys(), ...bases.map(({ rate }) => rate as number)]).sort((a, b) => b - a);
  if (rates.length > 1 || (rates.length === 1 && bases.length > 0)) {
    const parts = rates.flatMap((rate): TaxPart[] => {
      const base = bases.find((it) => it.rate === rate)?.value;
      const own =
        taxOfRate.get(rate) ?? (rate === 0 ? 0 : rates.filter((it) => it !== 0).length === 1 ? tax : undefined);
      if (base === undefined || own === undefined) return [];
      return [
        { rate, net: base, tax: own },
        { rate, net: base - own, tax: own },
      ].slice(0, 1);
    });
    if (fits(parts)) return parts;
    // The base may carry the tax already.
    const inside = parts.map((part) => ({ ...part, net: part.net - part.tax }));
    if (fits(inside)) return inside;
    // One base is not told: it is what remains.
    const missing = rates.filter((rate) => !parts.some((part) => part.rate === rate));
    if (missing.length === 1 && parts.length > 0) {
      const rate = missing[0] as number;
      const rest = {
        rate,
        net: net - parts.reduce((a, it) => a + it.net, 0),
        tax: tax - parts.reduce((a, it) => a + it.tax, 0),
      };
      if (rest.net > 0 && fits([...parts, rest])) return [...parts, rest].sort((a, b) => b.rate - a.rate);
    }
  }
  if (sum?.byRate != null && sum.byRate.size > 1) {
    const exact = [...sum.byRate]
      .sort((a, b) => b[0] - a[0])
      .map(([rate, yen]): TaxPart => {
        if (inclusive === true) {
          const own = taxOfRate.get(rate) ?? Math.floor((yen * rate) / (100 + rate));
          return { rate, net: yen - own, tax: own };
        }
        return { rate, net: yen, tax: taxOfRate.get(rate) ?? Math.floor((yen * rate) / 100) };
      });
    if (fits(exact)) return exact;
  }
  const untaxed = bases.find(({ rate }) => rate === 0)?.value;
  if (untaxed !== undefined && untaxed < net) {
    const part = { rate: 10, net: net - untaxed, tax };
    if (isRateTax(tax, part.net)) return [part, { rate: 0, net: untaxed, tax: 0 }];
  }
  const named = unique([...taxOfRate.keys()]);
  if (named.length === 1 && named[0] !== 0) {
    const rate = named[0] as number;
    if (gross === null || Math.abs(tax - (net * rate) / 100) < 2) return [{ rate, net, tax }];
  }
  const fitting = [10, 8].find((rate) => Math.abs(tax - (net * rate) / 100) < 1);
  return fitting === undefined ? [] : [{ rate: fitting, net, tax }];
}
