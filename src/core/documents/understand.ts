/**
 * One document out of its pages. The table is read in several ways; the way under which the paper's own sums hold is
 * the one that is taken, and only then is what was read certain.
 */
import { plain } from "../text/plain";
import { foreignOf, moneyReader } from "./currency";
import { dateOf, kindOf, memoOf, numberOf, registrationOf, subjectOf, textOf, validUntilOf } from "./fields";
import type { DocumentItem, DocumentProblem, DocumentRead, Places } from "./document";
import { bestReading } from "./items/readings";
import type { Figures, Words } from "./items/settle";
import type { Told } from "./items/told";
import type { Found, Line, Page, PaperPlace } from "./page/paper";
import { partiesOf } from "./parties";

/** The least a paper must hold to be read at all. */
const FEW_LETTERS = 8;

export interface Source {
  readonly file: string;
  /** From 1. */
  readonly page: number;
  readonly readBy: "text" | "sheet" | "csv";
  /** By the file's name or the sheet's. */
  readonly evidenceNo: string | null;
}

export function understand(drawn: readonly Page[], source: Source): DocumentRead {
  const whole = plain(drawn.map((page) => page.lines.map(textOf).join("\n")).join("\n"));
  const foreign = foreignOf(drawn);
  const reading = bestReading(drawn, moneyReader(foreign, whole), wordsOf(whole));
  const { pages, used, figures } = reading;
  const first = pages[0] as Page;
  const parties = partiesOf(pages, used);
  const date = dateOf(pages);
  const kind = kindOf(first);
  const found = {
    number: numberOf(pages, kind, used),
    issuer: parties.issuer,
    addressee: parties.addressee,
    date,
    validUntil: validUntilOf(pages, date?.value ?? null),
    registrationNumber: registrationOf(pages),
  };
  const lone = figures.taxByRate.length === 1 ? (figures.taxByRate[0]?.rate ?? null) : null;
  const names = withoutCounters(reading.items.map(({ row }) => row.name));
  const items = reading.items.map(({ row, amount, optional, taxRate }, at): DocumentItem => ({
    name: names[at] as string,
    spec: row.spec,
    quantity: row.quantity,
    unit: row.unit,
    unitPrice: foreign === null ? row.unitPrice : null,
    amount: foreign === null ? amount : null,
    taxRate: taxRate ?? lone,
    optional,
    at: row.at,
  }));
  const nothing = items.length === 0;
  const problem = problemOf(foreign, nothing, figures);
  const blank = foreign !== null;
  return {
    file: source.file,
    page: source.page,
    row: null,
    digest: null,
    kind,
    evidenceNo: memoOf(first) ?? source.evidenceNo,
    number: found.number?.value ?? null,
    issuer: found.issuer?.value ?? null,
    formerly: parties.formerly,
    addressee: found.addressee?.value ?? null,
    date: found.date?.value ?? null,
    validUntil: found.validUntil?.value ?? null,
    registrationNumber: found.registrationNumber?.value ?? null,
    currency: foreign ?? "JPY",
    taxIncluded: blank ? null : figures.taxIncluded,
    items,
    net: blank ? null : figures.net,
    tax: blank ? null : figures.tax,
    gross: blank ? null : figures.gross,
    taxByRate: blank ? [] : figures.taxByRate,
    readBy: source.readBy,
    confidence: problem !== null ? 0.3 : figures.proof >= 2.5 ? 1 : figures.proof > 0 ? 0.8 : 0.4,
    problem,
    subject: subjectOf(pages),
    comparative: /相見積|あいみつ|比較見積|参考見積/.test(plain(source.file)) || /相見積/.test(whole.slice(0, 400)),
    remarks: remarksOf(pages, used),
    places: { ...placesOf(found), ...(blank ? {} : placesOfFigures(figures, reading.told)) },
  };
}

const placesOf = (found: Readonly<Record<string, Found | null>>): Places =>
  Object.fromEntries(Object.entries(found).flatMap(([field, it]) => (it === null ? [] : [[field, it.at]])));

/** A figure stands where a total of its kind, or else a total at large, tells it. */
function placesOfFigures({ net, tax, gross }: Figures, told: readonly Told[]): Places {
  const at = (yen: number | null, ...kinds: readonly Told["kind"][]): PaperPlace | undefined =>
    kinds.flatMap((kind) => told.filter((it) => it.kind === kind && it.value === yen))[0]?.at;
  const places = { net: at(net, "net", "total", "base"), tax: at(tax, "tax"), gross: at(gross, "gross", "total") };
  return Object.fromEntries(Object.entries(places).filter(([, place]) => place !== undefined)) as Places;
}

const lettersIn = (pages: readonly Page[]): number =>
  pages.reduce((sum, { lines }) => sum + lines.reduce((all, line) => all + textOf(line).length, 0), 0);
export const hasText = (pages: readonly Page[]): boolean => lettersIn(pages) >= FEW_LETTERS;

function problemOf(foreign: string | null, nothing: boolean, figures: Figures): DocumentProblem | null {
  if (foreign !== null) return "foreign-currency";
  if (nothing) return figures.net === null && figures.gross === null ? "no-items" : null;
  return figures.proof > 0 ? null : "arithmetic";
}

/** 1要件定義, 2基本設計, …: numbers that stand before the names without a gap. */
function withoutCounters(names: readonly string[]): readonly string[] {
  const bare = names.map((name, at) => {
    const [, digits, rest = ""] = /^(\d{1,2})(\D.+)$/.exec(name) ?? [];
    return Number(digits) === at + 1 ? rest : null;
  });
  return names.length > 1 && bare.every((name) => name !== null) ? (bare as string[]) : names;
}

function wordsOf(whole: string): Words["paper"] {
  const inclusive = /税込(?:み)?(?:価格|金額|表示|です|とな)|消費税込み?です|価格は.{0,6}税込|内税|\(税込\)/.test(
    whole,
  );
  const exclusive =
    /税別|税抜|外税|消費税(?:等|額)?(?:及び地方消費税)?(?:は|を)?(?:別途|含(?:み|まれ)ま?せん|含まない|含まず|除く)|(?:別途|他に)消費税|消費税(?:等)?別/.test(
      whole,
    );
  return inclusive === exclusive ? null : inclusive ? "inclusive" : "exclusive";
}

const MOST_REMARKS = 4_000;
const remarksOf = (pages: readonly Page[], used: ReadonlySet<Line>): string =>
  pages
    .flatMap(({ lines }) => lines.filter((line) => !used.has(line)).map(textOf))
    .join("\n")
    .slice(0, MOST_REMARKS);
