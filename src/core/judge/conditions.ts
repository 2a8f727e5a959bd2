/** Under what conditions the budget is checked: options first, then what the workbook states, then the defaults. */
import {
  compare,
  fraction,
  multiply,
  ONE,
  parseFraction,
  subtract,
  toNumber,
  toText,
  ZERO,
  type Fraction,
} from "../money/fraction";
import { grantInTitle, grantStated, otherGrant, schemeNamed, type OtherGrant } from "./grant";
import type { Origin, Settings, Tax } from "./settings";
import { inFrame } from "../scheme/items";
import type { ApplicantClass } from "../scheme/terms";
import type { Frame, Scheme } from "../scheme/scheme";
import { smeClass, type SmeResult } from "../scheme/sme";
import type { BudgetReading, Fact, FactKey } from "../read/reading";
import type { CellRef, Workbook } from "../workbook/workbook";
import { oneLine } from "../text/fold";
import { plain } from "../text/plain";
import { isSummary } from "../workbook/own-sheets";
import { taxSaid } from "./tax";

/** What of a reading states conditions. */
type Stated = Pick<BudgetReading, "facts" | "income" | "taxNotes" | "sheets" | "members">;

export interface Conditions {
  readonly scheme: Scheme;
  /** What the workbook calls its grant, where that is not `scheme` and nobody chose one. */
  readonly otherGrant: OtherGrant | null;
  /** null: neither an option nor the workbook names a frame of the scheme. */
  readonly frame: Frame | null;
  readonly applicant: ApplicantClass;
  /** How amounts count: without tax, or (exempt applicants, schemes that pay tax) with it. */
  readonly tax: Tax;
  readonly employees: number | null;
  readonly corporateMembers: number | null;
  /** Project income, yen; null when neither stated nor tabled. */
  readonly income: number | null;
  readonly deficit: boolean;
  /** Rate given by the user where the document states none. */
  readonly rate: string | null;
  /** Yen. */
  readonly requested: number | null;
  readonly requestedAt: CellRef | null;
  /** The rate the workbook states, where it states one. */
  readonly statedRate: { readonly value: Fraction; readonly text: string; readonly at: CellRef } | null;
  /** Project start; null when not stated. */
  readonly start: string | null;
  readonly representative: string | null;
  readonly origins: Readonly<Record<string, Origin>>;
}

/**
 * The scheme that an option, the workbook's facts or else its titles name; where none does, the one that calls itself
 * the default.
 */
export function chooseScheme(
  schemes: readonly Scheme[],
  settings: Settings,
  reading: Stated | null,
  workbook: Workbook,
): Scheme {
  const byId = (id: string) => schemes.find((scheme) => scheme.id === id);
  if (settings.scheme !== undefined) {
    const chosen = byId(settings.scheme);
    if (chosen === undefined) throw new RangeError(`unknown scheme: ${settings.scheme}`);
    return chosen;
  }
  const named = reading === null ? undefined : grantStated(schemes, reading.facts);
  const stated = named === undefined ? undefined : schemeNamed(schemes, named.text);
  const titled = byId(schemeInTitles(schemes, workbook)?.value ?? "");
  const usual = schemes.find((scheme) => scheme.default) ?? schemes[0];
  const hasFrame = (scheme: Scheme): boolean => scheme.frames.some(({ id }) => id === settings.frame);
  // A firm names other grants as well: the frame that was asked for says which is meant.
  const isOther = titled !== undefined && usual !== undefined && !hasFrame(titled) && hasFrame(usual);
  const fallback = stated ?? (isOther ? usual : (titled ?? usual));
  if (fallback === undefined) throw new RangeError("no scheme is known");
  return fallback;
}

/** How amounts are to be read before the workbook was read: by option, else as the scheme has it. */
export function chooseTax(scheme: Scheme, settings: Settings, reading: Stated | null): Tax {
  if (scheme.tax.treatment === "inclusive") return "inclusive";
  if (settings.tax !== undefined) return settings.tax;
  const stated = reading === null ? undefined : factOf(reading, "tax");
  return (stated && taxOf(stated.text)) ?? "exclusive";
}

export function resolveConditions(scheme: Scheme, settings: Settings, reading: Stated, workbook: Workbook): Conditions {
  const origins: Record<string, Origin> = {};
  const choose = <T>(
    name: string,
    option: T | undefined,
    stated: { value: T; cell: CellRef | null } | null,
    otherwise: T,
  ): T => {
    if (option !== undefined) {
      origins[name] = { from: "option", cell: null };
      return option;
    }
    if (stated !== null) {
      origins[name] = { from: "workbook", cell: stated.cell };
      return stated.value;
    }
    origins[name] = { from: "default", cell: null };
    return otherwise;
  };
  const fromFact = <T>(key: FactKey, read: (fact: Fact) => T | null): { value: T; cell: CellRef } | null => {
    const fact = factOf(reading, key);
    const value = fact === undefined ? null : read(fact);
    return fact === undefined || value === null ? null : { value, cell: fact.cell };
  };
  const whole = (fact: Fact): number | null => (fact.number === null ? null : Math.floor(toNumber(fact.number)));

  const named = grantStated([scheme], reading.facts);
  const isNamed = named !== undefined && schemeNamed([scheme], named.text) !== undefined;
  const titled = schemeInTitles([scheme], workbook);
  choose("scheme", settings.scheme, isNamed ? { value: scheme.id, cell: named.cell } : titled, scheme.id);
  const calledBy = named ?? titled ?? unknownInTitles(workbook);
  const frameId = choose<string | null>(
    "frame",
    settings.frame,
    fromFact("frame", (fact) => frameNamed(scheme, fact.text)?.id ?? null) ?? frameInTitles(scheme, workbook),
    scheme.frames.length === 1 ? (scheme.frames[0]?.id ?? null) : null,
  );
  const requested = fromFact("requested", whole);
  const requestedYen = choose<number | null>("requested", settings.requested, requested, null);
  const rate = factOf(reading, "rate");
  const rateValue = rate === undefined ? null : rateOf(rate);
  const incomeRows = reading.income.filter((row) => row.isProjectIncome);
  const tabled =
    incomeRows.length === 0 ? null : { value: incomeRows.reduce((sum, row) => sum + row.yen, 0), cell: null };

  const frame = scheme.frames.find((candidate) => candidate.id === frameId) ?? null;
  const bySize = classBySize(scheme, settings, reading);
  const applicant = choose(
    "applicant",
    settings.applicant,
    fromFact("class", (fact) => classOf(fact.text, scheme)) ?? bySize?.stated ?? null,
    scheme.classes[0] ?? "sme",
  );
  if (bySize !== null && origins["applicant"] !== undefined)
    origins["applicant"] = { ...origins["applicant"], sme: bySize.result };
  const tax = choose(
    "tax",
    settings.tax,
    fromFact("tax", (fact) => taxOf(fact.text)),
    chooseTax(scheme, settings, reading),
  );
  if (origins["tax"] !== undefined) origins["tax"] = { ...origins["tax"], amounts: taxSaid(reading, tax) };
  return {
    scheme: inFrame(scheme, frame?.id ?? null),
    otherGrant: settings.scheme !== undefined || !calledBy ? null : otherGrant(scheme, calledBy),
    frame,
    applicant,
    tax,
    employees: choose<number | null>("employees", settings.employees, fromFact("employees", whole), null),
    corporateMembers: choose<number | null>(
      "corporateMembers",
      settings.corporateMembers,
      fromFact("corporateMembers", whole),
      null,
    ),
    income: choose<number | null>("income", settings.income, fromFact("income", whole) ?? tabled, null),
    deficit: choose(
      "deficit",
      settings.deficit,
      fromFact("deficit", (fact) => /^(はい|有|あり|赤字|該当|○|〇|yes)/i.test(plain(fact.text)) || null),
      false,
    ),
    rate: choose<string | null>(
      "rate",
      settings.rate,
      frame?.rates === null && frame.parts === undefined ? fromFact("rate", shareOf) : null,
      null,
    ),
    requested: requestedYen,
    requestedAt: requested !== null && requested.value === requestedYen ? requested.cell : null,
    statedRate: rate === undefined || rateValue === null ? null : { value: rateValue, text: rate.text, at: rate.cell },
    start: choose<string | null>(
      "start",
      settings.start,
      fromFact("start", (fact) => fact.day),
      null,
    ),
    representative: factOf(reading, "representative")?.text ?? null,
    origins,
  };
}

const factOf = (reading: Stated, key: FactKey): Fact | undefined => reading.facts.find((fact) => fact.key === key);

/** The candidate whose longest word stands in the text. */
function bestByWords<T extends { readonly words: readonly string[] }>(
  candidates: readonly T[],
  text: string,
): T | undefined {
  const said = plain(text);
  let best: { readonly candidate: T; readonly length: number } | undefined;
  for (const candidate of candidates) {
    for (const word of candidate.words) {
      const folded = plain(word);
      if (said.includes(folded) && folded.length > (best?.length ?? 0)) best = { candidate, length: folded.length };
    }
  }
  return best?.candidate;
}

const frameNamed = (scheme: Scheme, text: string): Frame | undefined =>
  scheme.frames.find((frame) => frame.id === text.trim()) ?? bestByWords(scheme.frames, text);

/** Titles stand in the first rows of a sheet. They count only where all of them name the same. */
const TITLE_ROWS = 6;

interface Titled {
  readonly value: string;
  readonly text: string;
  readonly cell: CellRef;
}

function namedInTitles<T extends { readonly id: string }>(
  workbook: Workbook,
  named: (text: string, isFirst: boolean) => T | undefined,
): Titled | null {
  const found = new Map<string, Titled>();
  for (const sheet of workbook.sheets) {
    if (sheet.visibility !== "visible" || isSummary(sheet)) continue;
    for (const row of sheet.rows) {
      if (row.index > TITLE_ROWS) break;
      const first = row.cells.find(({ value }) => value !== null && value !== "");
      for (const cell of row.cells) {
        if (typeof cell.value !== "string") continue;
        const only = named(cell.value, cell === first);
        if (only !== undefined && !found.has(only.id)) {
          const at = { sheet: sheet.name, row: row.index, column: cell.column };
          found.set(only.id, { value: only.id, text: oneLine(cell.value), cell: at });
        }
      }
    }
  }
  const [first] = found.values();
  return found.size === 1 ? (first ?? null) : null;
}

/** 小規模事業者持続化補助金（別に申請済み）: an application beside this one. */
const BESIDE_THIS_ONE = /別に|別途|(?:申請|採択|交付決定|実施|受給)済|過去の|前回の/;

/** A title begins its row: what stands behind a label may be about another grant. */
const schemeInTitles = (schemes: readonly Scheme[], workbook: Workbook): Titled | null =>
  namedInTitles(workbook, (text, isFirst) =>
    isFirst && !BESIDE_THIS_ONE.test(text) ? schemeNamed(schemes, text) : undefined,
  );

/** A grant that no scheme is known of: 省力化投資促進補助金 経費明細書. */
const unknownInTitles = (workbook: Workbook): Titled | null =>
  namedInTitles(workbook, (text, isFirst) => {
    const name = isFirst && !BESIDE_THIS_ONE.test(text) ? grantInTitle(text) : null;
    return name === null ? undefined : { id: name };
  });

function frameInTitles(scheme: Scheme, workbook: Workbook): Titled | null {
  const frames = scheme.frames.map(({ id, words }) => ({ id, words: words.map(plain) }));
  return namedInTitles(workbook, (text) => {
    const said = plain(text);
    const named = frames.filter(({ words }) => words.some((word) => said.includes(word)));
    return named.length === 1 ? named[0] : undefined;
  });
}

/** What industry, capital and employees say of the class, where the scheme has a table for it. */
function classBySize(
  scheme: Scheme,
  settings: Settings,
  reading: Stated,
): { result: SmeResult; stated: { value: ApplicantClass; cell: CellRef } | null } | null {
  const industry = factOf(reading, "industry");
  if (scheme.sme === undefined || industry === undefined) return null;
  const whole = (key: FactKey): number | null => {
    const number = factOf(reading, key)?.number ?? null;
    return number === null ? null : Math.floor(toNumber(number));
  };
  const result = smeClass(scheme.sme, {
    industry: industry.text,
    capital: whole("capital"),
    employees: settings.employees ?? whole("employees"),
  });
  return { result, stated: result.class === null ? null : { value: result.class, cell: industry.cell } };
}

/** 市内中小事業者以外 must be seen before 中小事業者. */
const CLASS_WORDS: readonly (readonly [RegExp, ApplicantClass])[] = [
  [/再生/, "rehabilitating"],
  [/小規模/, "small"],
  [/中堅/, "mid-sized"],
  [/中小.*以外|大学|高専|高等専門学校|研究機関|non-sme/i, "non-sme"],
  [/中小|sme/i, "sme"],
  [/大企業|大手/, "large"],
];

/** The class that words such as 市内中小事業者 mean; null when the scheme knows no such class. */
export function classOf(text: string, scheme: Scheme): ApplicantClass | null {
  const said = plain(text);
  const named = CLASS_WORDS.find(([words]) => words.test(said))?.[1];
  if (named === undefined) return null;
  if (scheme.classes.includes(named)) return named;
  // Where a scheme only tells 中小 from the rest, every other word is of the rest, and small firms are 中小.
  if (named === "small" || named === "rehabilitating") return scheme.classes.includes("sme") ? "sme" : null;
  return scheme.classes.includes("non-sme") ? "non-sme" : null;
}

function taxOf(text: string): Tax | null {
  const said = plain(text);
  if (/税抜|税別|(?<!免)除い?|含[まみめれんでてい]*(?:ない|ません|ず)|本則|一般課税|exclusive/i.test(said))
    return "exclusive";
  if (/税込|免税|免除|簡易|含め|含む|納税義務(者でない|なし)|inclusive/i.test(said)) return "inclusive";
  return null;
}

/** 2/3, 3分の2, 三分の二, 66.7% or the number 0.6667; a number above 1 is percent (the label says so). */
function rateOf(fact: Fact): Fraction | null {
  const rate = rateIn(fact);
  return rate === null || compare(rate, ONE) <= 0 ? rate : multiply(rate, fraction(1, 100));
}

function rateIn(fact: Fact): Fraction | null {
  const said = plain(fact.text).replace(/[一二三四五]/g, (numeral) => String("一二三四五".indexOf(numeral) + 1));
  const slash = /(\d+)\/(\d+)/.exec(said);
  if (slash !== null) return safeFraction(`${slash[1]}/${slash[2]}`);
  const spoken = /(\d+)分の(\d+)/.exec(said);
  if (spoken !== null) return safeFraction(`${spoken[2]}/${spoken[1]}`);
  const percent = /(\d+(?:\.\d+)?)%/.exec(said);
  if (percent !== null) return multiply(parseFraction(percent[1] ?? "0"), fraction(1, 100));
  return fact.number;
}

/** A stated rate that can be one: above 0 and at most 1. "2/3" */
function shareOf(fact: Fact): string | null {
  const rate = rateOf(fact);
  return rate !== null && compare(rate, ZERO) > 0 && compare(rate, ONE) <= 0 ? toText(rate) : null;
}

function safeFraction(text: string): Fraction | null {
  try {
    return parseFraction(text);
  } catch {
    return null; // "2/0" in a cell is no rate
  }
}

/** 0.6667 and 66.7% stand for 2/3: a typed decimal is right when it rounds to the rate. */
export function isSameRate(stated: Fraction, rate: Fraction): boolean {
  const difference = toNumber(subtract(stated, rate));
  return Math.abs(difference) < 0.005;
}
