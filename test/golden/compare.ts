/**
 * Compares the JSON of `kenzan check` with the expected result of a sample. A key that the expected result does not
 * have is not compared; a finding is found when rule, sheet and row agree (the column is advice).
 */
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Item = { readonly [key: string]: Json };

export interface Place {
  readonly rule: string;
  readonly severity?: string;
  readonly sheet?: string | null;
  readonly cell?: string | null;
  /** Instead of a cell. */
  readonly row?: number;
  readonly orCells?: readonly string[];
}

export interface Expected {
  readonly args: readonly string[];
  readonly exit: number;
  readonly lines?: readonly Item[];
  readonly labour?: readonly Item[];
  readonly totals?: Item;
  readonly ratios?: readonly Item[];
  readonly members?: readonly Item[];
  readonly subsidy?: Item;
  readonly findings?: {
    readonly must?: readonly Place[];
    readonly mustNotRules?: readonly string[];
    readonly mustNotAt?: readonly Place[];
    readonly mustNotSeverities?: readonly string[];
  };
}

export interface Answer {
  readonly lines: readonly Item[];
  readonly labour: readonly Item[];
  readonly totals: Item;
  readonly ratios: readonly Item[];
  readonly members: readonly Item[];
  readonly subsidy: Item;
  readonly findings: readonly (Place & { readonly severity: string })[];
}

/** Everything that does not hold, one sentence each. */
export function differences(expected: Expected, got: Answer): string[] {
  return [
    ...rows("line", expected.lines, got.lines, true),
    ...rows("labour", expected.labour, got.labour, false),
    ...totals(expected.totals ?? {}, got.totals),
    ...named("ratio", "id", expected.ratios ?? [], got.ratios),
    ...named("member", "name", expected.members ?? [], got.members),
    ...partly("subsidy", expected.subsidy ?? {}, got.subsidy),
    ...findings(expected.findings ?? {}, got.findings),
  ];
}

const show = (value: Json | undefined): string => JSON.stringify(value) ?? "nothing";

function same(want: Json, got: Json | undefined): boolean {
  if (typeof want === "number" && typeof got === "number") return Math.abs(want - got) < 1e-6;
  if (want !== null && typeof want === "object" && !Array.isArray(want)) {
    if (got === null || typeof got !== "object" || Array.isArray(got)) return false;
    return Object.entries(want).every(([key, value]) => same(value, (got as Item)[key]));
  }
  return JSON.stringify(want) === JSON.stringify(got);
}

function partly(what: string, want: Item, got: Item | undefined): string[] {
  return Object.entries(want)
    .filter(([key, value]) => !same(value, got?.[key]))
    .map(([key, value]) => `${what} ${key}: ${show(got?.[key])}, not ${show(value)}`);
}

function rows(what: string, want: readonly Item[] | undefined, got: readonly Item[], complete: boolean): string[] {
  if (want === undefined) return [];
  const at = (items: readonly Item[], { sheet, row }: Item): Item[] =>
    items.filter((item) => item["sheet"] === sheet && item["row"] === row);
  const missing = want.flatMap((item) => {
    const name = `${what} ${String(item["sheet"])} row ${String(item["row"])}`;
    const found = at(got, item);
    if (found.length === 0) return [`${name} is missing`];
    const closest = found.map((candidate) => partly(name, item, candidate)).sort((a, b) => a.length - b.length);
    return closest[0] ?? [];
  });
  const surplus = complete ? got.filter((item) => at(want, item).length === 0) : [];
  return [
    ...missing,
    ...surplus.map((item) => `${what} ${String(item["sheet"])} row ${String(item["row"])} is no ${what}`),
  ];
}

function totals(want: Item, got: Item): string[] {
  return Object.entries(want).flatMap(([key, value]) => {
    if (!key.startsWith("by"))
      return same(value, got[key]) ? [] : [`totals ${key}: ${show(got[key])}, not ${show(value)}`];
    const sums = value as Item;
    const have = (got[key] ?? {}) as Item;
    if (Object.keys(sums).length === 0) return Object.keys(have).length === 0 ? [] : [`totals ${key} is not empty`];
    return Object.entries(sums)
      .filter(([name, yen]) => !same(yen, have[name] ?? 0))
      .map(([name, yen]) => `totals ${key} ${name}: ${show(have[name])}, not ${show(yen)}`);
  });
}

const named = (what: string, key: string, want: readonly Item[], got: readonly Item[]): string[] =>
  want.flatMap((item) =>
    partly(
      `${what} ${String(item[key])}`,
      item,
      got.find((candidate) => candidate[key] === item[key]),
    ),
  );

function findings(want: NonNullable<Expected["findings"]>, got: Answer["findings"]): string[] {
  const name = ({ rule, sheet, cell }: Place): string => `${rule} at ${sheet ?? "any sheet"} ${cell ?? ""}`;
  return [
    ...(want.must ?? [])
      .filter((place) => !got.some((finding) => hits(place, finding, true)))
      .map((place) => `${name(place)} (${place.severity ?? "any"}) is not reported`),
    ...got
      .filter(({ rule }) => want.mustNotRules?.includes(rule))
      .map((found) => `${name(found)} must not be reported`),
    ...got
      .filter((finding) => want.mustNotAt?.some((place) => hits(place, finding, false)))
      .map((found) => `${name(found)} must not be reported there`),
    ...got
      .filter(({ severity }) => want.mustNotSeverities?.includes(severity))
      .map((found) => `${name(found)}: no ${found.severity} is expected`),
  ];
}

function hits(want: Place, found: Place, withSeverity: boolean): boolean {
  if (found.rule !== want.rule) return false;
  if (withSeverity && want.severity !== undefined && found.severity !== want.severity) return false;
  if (typeof want.sheet === "string" && found.sheet !== want.sheet) return false;
  if (want.row !== undefined) return overlap([want.row, want.row], rowsOf(found.cell));
  const cells = [want.cell, ...(want.orCells ?? [])].filter((cell) => typeof cell === "string" && cell !== "");
  if (cells.length === 0) return true;
  return cells.some((cell) => overlap(rowsOf(cell), rowsOf(found.cell)));
}

const overlap = (a: readonly [number, number] | null, b: readonly [number, number] | null): boolean =>
  a !== null && b !== null && a[0] <= b[1] && b[0] <= a[1];

/** "F12:G14" → [12, 14] */
function rowsOf(cell: string | null | undefined): [number, number] | null {
  const numbers = [...(cell ?? "").matchAll(/[A-Z$]+\$?(\d+)/gi)].map((match) => Number(match[1]));
  return numbers.length === 0 ? null : [Math.min(...numbers), Math.max(...numbers)];
}
