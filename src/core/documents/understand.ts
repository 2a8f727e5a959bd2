/**
 * One document out of its pages. The table is read in several ways; the way under which the paper's own sums hold is
 * the one that is taken, and only then is what was read certain.
 */
import { plain } from "../text/plain";
import { foreignFigureIn, foreignIn, numberIn, yenIn } from "./words/figures";
import { dateOf, kindOf, memoOf, numberOf, registrationOf, subjectOf, textOf, validUntilOf } from "./fields";
import type { DocumentItem, DocumentProblem, DocumentRead, Places } from "./document";
import { isDiscount, isOptionWord } from "./words/labels";
import { withFiguresOutOfBoxes } from "./page/boxes";
import type { Found, Line, Page, PaperPlace, Segment } from "./page/paper";
import { partiesOf } from "./parties";
import { recordsIn } from "./items/records";
import { headsIn, tablesIn, type Row, type Table } from "./items/rows";
import { headFromFigures } from "./items/headless";
import { settleFigures, type Figures, type Sum, type Words } from "./items/settle";
import { toldIn, type Told } from "./items/told";

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
  const scale = scaleOf(whole);
  const money = moneyReader(foreign !== null, scale);
  const reading = withBoxes(drawn, (pages) => bestReading(pages, money, wordsOf(whole)));
  const { pages, used } = reading;
  const first = pages[0] as Page;
  const parties = partiesOf(pages, used);
  const date = dateOf(pages);
  const kind = kindOf(first);
  const { figures, rows, amounts } = reading;
  const found = {
    number: numberOf(pages, kind, used),
    issuer: parties.issuer,
    addressee: parties.addressee,
    date,
    validUntil: validUntilOf(pages, date?.value ?? null),
    registrationNumber: registrationOf(pages),
  };
  const lone = figures.taxByRate.length === 1 ? (figures.taxByRate[0]?.rate ?? null) : null;
  const names = withoutCounters(rows.map(({ name }) => name));
  const items = rows.map((row, at): DocumentItem => ({
    name: names[at] as string,
    spec: row.spec,
    quantity: row.quantity,
    unit: row.unit,
    unitPrice: foreign === null ? whole_(row.unitPrice) : null,
    amount: foreign === null ? (amounts[at] as number) : null,
    taxRate: row.taxRate ?? rateOfColumn(row, reading.table(row)) ?? lone,
    optional: reading.optional(row),
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

const whole_ = (value: number | null): number | null =>
  value === null ? null : Number.isInteger(value) ? value : value;

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

/** (単位：千円) over a table. */
const scaleOf = (whole: string): number => (/単位[:：]?千円/.test(whole) ? 1000 : 1);

function moneyReader(foreign: boolean, scale: number): (segment: Segment) => number | null {
  return ({ text, value }) => {
    if (foreign) return value ?? foreignFigureIn(text) ?? numberIn(text);
    const yen = value !== null ? value : yenIn(text);
    return yen === null ? null : value !== null || scale === 1 ? Math.round(yen * scale * 1000) / 1000 : yen * scale;
  };
}

/** The currency of the figures themselves: a remark on an exchange rate makes no paper foreign. */
function foreignOf(pages: readonly Page[]): string | null {
  const votes = new Map<string, number>();
  let yen = 0;
  for (const { lines } of pages)
    for (const line of lines)
      for (const { text } of line.segments) {
        const bare = plain(text);
        if (/^[△▲-]?[¥￥]\d|\d円|^\(?(?:単位:?)?円\)?$|\(.*円\)/.test(bare)) yen++;
        const currency =
          /^(?:US\$|USD|EUR|€|\$|£|CNY|RMB|HK\$|NT\$|SGD)[\d,.]+|[\d,.]+(?:USD|EUR|US\$|ドル|ユーロ|CNY|RMB|人民元)$|[(（](?:USD|EUR|US\$|米ドル|CNY|RMB)[)）]|^(?:currency|通貨)[:：]?(?:USD|EUR|CNY|GBP|米ドル)|(?:amount|total|price|金額|合計|単価)[^\d]{0,8}(?:USD|EUR|US\$|米ドル|CNY)/i.test(
            bare,
          )
            ? (foreignIn(bare) ?? (/米ドル/.test(bare) ? "USD" : null))
            : null;
        if (currency !== null) votes.set(currency, (votes.get(currency) ?? 0) + 1);
      }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > yen && best[1] >= 2 ? best[0] : null;
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

/** No estimate asks for less; so little is what stands in one box. Yen. */
const LEAST = 1000;

/** As the pages are drawn, or with figures that have a box a digit; of two that prove as much, the one that joins sums. */
function withBoxes(drawn: readonly Page[], read: (pages: readonly Page[]) => PagesRead): PagesRead {
  const asDrawn = read(drawn);
  const joined = withFiguresOutOfBoxes(drawn);
  if (joined === null) return asDrawn;
  const outOfBoxes = read(joined);
  const sums = ({ figures: { net, gross } }: Reading): string => `${String(net)} ${String(gross)}`;
  const better = outOfBoxes.score - asDrawn.score;
  const { net, gross } = asDrawn.figures;
  const mayBeDrawnSo = better < 0 && Math.abs(gross ?? net ?? LEAST) >= LEAST;
  return better > 0 || (!mayBeDrawnSo && sums(outOfBoxes) !== sums(asDrawn)) ? outOfBoxes : asDrawn;
}

interface PagesRead extends Reading {
  readonly pages: readonly Page[];
  /** Lines of items. */
  readonly used: ReadonlySet<Line>;
}

interface Reading {
  readonly rows: readonly Row[];
  readonly amounts: readonly number[];
  readonly figures: Figures;
  readonly optional: (row: Row) => boolean;
  readonly table: (row: Row) => Table;
  readonly told: readonly Told[];
  readonly score: number;
}

/** All ways to read the tables, the best first by what the sums prove, then by what the rows prove themselves. */
function bestReading(
  pages: readonly Page[],
  money: (segment: Segment) => number | null,
  paper: Words["paper"],
): PagesRead {
  let best: PagesRead | null = null;
  const heads = headsIn(pages);
  // 金額 over the first row's amount tells no total.
  const headings = new Set(
    pages.flatMap(({ lines }) =>
      lines.filter((line, at) => heads.some((head) => head.line === at && head.page === line.page)),
    ),
  );
  const ways: (() => { tables: Table[]; own: Set<Line>; handicap: number })[] = [
    () => {
      const own = new Set<Line>();
      return { tables: tablesIn(pages, money, own, heads), own, handicap: 0 };
    },
    () => {
      const own = new Set<Line>();
      return { tables: recordsIn(pages, money, own), own, handicap: 0.3 };
    },
    () => {
      const own = new Set<Line>();
      const guessed = headFromFigures(pages, money);
      return { tables: guessed === null ? [] : tablesIn(pages, money, own, guessed), own, handicap: 0.5 };
    },
  ];
  for (const way of ways) {
    if (best !== null && best.figures.proof >= 2.5) break;
    const { tables, own, handicap } = way();
    const told = [...tables.flatMap((table) => table.told), ...toldIn(pages, new Set([...own, ...headings]))];
    for (const reading of readingsOf(tables, told, paper)) {
      const score = reading.score - handicap;
      if (best === null || score > best.score) best = { ...reading, score, pages, used: own };
    }
  }
  return best as unknown as PagesRead;
}

interface Choice {
  readonly rows: readonly Row[];
  readonly option: boolean;
  readonly handicap: number;
}

function readingsOf(tables: readonly Table[], told: readonly Told[], paper: Words["paper"]): Reading[] {
  const found: Reading[] = [];
  const most = Math.max(1, ...tables.map(({ amountColumns }) => amountColumns.length));
  const byColumn: (number | "any")[] = most === 1 ? [0] : ["any", ...Array.from({ length: most }, (_, at) => at)];
  const table = (row: Row): Table => tables.find(({ rows }) => rows.includes(row)) as Table;
  for (const column of byColumn) {
    const amountOf = (row: Row): number | null => {
      if (column === "any") return row.amounts.find((it) => it !== null) ?? null;
      return row.amounts.length === 1 ? (row.amounts[0] ?? null) : (row.amounts[column] ?? null);
    };
    const all = tables.flatMap(({ rows }) => rows).filter((row) => amountOf(row) !== null);
    const heading = headingTax(tables, column);
    const rank = column === "any" ? 0 : rankOf(tables, column);
    for (const choice of choicesOf(all, amountOf)) {
      const isOptional = (row: Row): boolean => choice.option && row.optional;
      const counted = choice.rows.filter((row) => !isOptional(row));
      const sum = sumOf(counted, amountOf, table);
      const figures = settleFigures(counted.length === 0 ? null : sum, told, { heading, paper });
      const proven = counted.filter(({ proven: own }) => own).length;
      const scattered = column === "any" && counted.some((row) => row.amounts.filter((it) => it !== null).length > 1);
      found.push({
        rows: choice.rows,
        amounts: choice.rows.map((row) => amountOf(row) as number),
        figures,
        optional: isOptional,
        table,
        told,
        score:
          figures.proof +
          Math.min(counted.length, 40) * 0.01 +
          proven * 0.02 +
          rank * 0.02 -
          choice.handicap -
          (scattered ? 1 : 0),
      });
    }
  }
  if (found.length === 0)
    found.push({
      rows: [],
      amounts: [],
      figures: settleFigures(null, told, { heading: null, paper }),
      optional: () => false,
      table,
      told,
      score: -1,
    });
  return found;
}

/** Which rows are the items: all; those of the breakdown behind a cover; without lumps that others break down. */
function choicesOf(all: readonly Row[], amountOf: (row: Row) => number | null): Choice[] {
  const choices: Choice[] = [];
  const add = (rows: readonly Row[], handicap: number): void => {
    if (rows.length === 0) return;
    choices.push({ rows, option: true, handicap });
    if (rows.some(({ optional }) => optional)) choices.push({ rows, option: false, handicap: handicap + 0.3 });
  };
  const before = all.filter(({ afterTotal, optional }) => !afterTotal || optional);
  add(before, 0);
  if (before.length !== all.length) add(all, 0.4);
  const ids = [...new Set(all.map(({ table }) => table))];
  if (ids.length > 1) {
    add(
      before.filter(({ table }) => table !== ids[0]),
      0.05,
    );
    add(
      before.filter(({ table }) => table === ids[0]),
      0.35,
    );
    add(
      before.filter(({ table }) => table === ids[ids.length - 1]),
      0.3,
    );
  }
  for (const [least, handicap] of [
    [2, 0.1],
    [1, 0.25],
  ] as const) {
    const details = withoutLumps(before, amountOf, least);
    if (details.length !== before.length) add(details, handicap);
  }
  return choices;
}

/** Without rows that are the sum of (at least so many) rows behind them, or of those before them. */
function withoutLumps(rows: readonly Row[], amountOf: (row: Row) => number | null, least: number): Row[] {
  const dropped = new Set<Row>();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row;
    const yen = amountOf(row) as number;
    for (const step of [1, -1]) {
      let [sum, count] = [0, 0];
      for (let next = at + step; next >= 0 && next < rows.length; next += step) {
        const other = rows[next] as Row;
        if (dropped.has(other)) continue;
        sum += amountOf(other) as number;
        count++;
        if (sum === yen && (count >= least || /内訳|別紙|明細/.test(row.name))) {
          dropped.add(row);
          break;
        }
        if (Math.abs(sum) > Math.abs(yen) * 3 + 1) break;
      }
      if (dropped.has(row)) break;
    }
  }
  return rows.filter((row) => !dropped.has(row));
}

function sumOf(rows: readonly Row[], amountOf: (row: Row) => number | null, table: (row: Row) => Table): Sum {
  const byRate = new Map<number, number>();
  let yen = 0;
  let rated = true;
  for (const row of rows) {
    const amount = amountOf(row) as number;
    yen += amount;
    const rate = row.taxRate ?? rateOfColumn(row, table(row));
    if (rate === null) rated = false;
    else byRate.set(rate, (byRate.get(rate) ?? 0) + amount);
  }
  return { yen, byRate: rated ? byRate : null };
}

/** Amounts by rate stand in columns of their own: 10%課税 beside 不課税. */
function rateOfColumn(row: Row, { head, amountColumns }: Table): number | null {
  if (amountColumns.length < 2) return null;
  const at = row.amounts.findIndex((it) => it !== null);
  const column = head.columns[amountColumns[at] as number];
  return column?.heading?.rate ?? null;
}

function headingTax(tables: readonly Table[], column: number | "any"): Words["heading"] {
  const said = new Set(
    tables.flatMap(({ head, amountColumns }) => {
      const at = column === "any" ? amountColumns : [amountColumns[column] ?? amountColumns[0]];
      return at.map((index) => (index === undefined ? null : (head.columns[index]?.heading?.tax ?? null)));
    }),
  );
  said.delete(null);
  return said.size === 1 ? ([...said][0] as Words["heading"]) : null;
}

const rankOf = (tables: readonly Table[], column: number): number =>
  Math.max(
    0,
    ...tables.map(({ head, amountColumns }) => head.columns[amountColumns[column] ?? -1]?.heading?.rank ?? 0),
  );

const MOST_REMARKS = 4_000;
const remarksOf = (pages: readonly Page[], used: ReadonlySet<Line>): string =>
  pages
    .flatMap(({ lines }) => lines.filter((line) => !used.has(line)).map(textOf))
    .join("\n")
    .slice(0, MOST_REMARKS);

export { isDiscount, isOptionWord };
