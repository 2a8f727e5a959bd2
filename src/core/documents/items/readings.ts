/** The tables of a paper in every way they can be read: the way under which its own sums hold is the one that is taken. */
import { withFiguresOutOfBoxes } from "../page/boxes";
import type { Line, Page } from "../page/paper";
import { choicesOf } from "./choices";
import type { TableHead } from "./columns";
import { headFromFigures } from "./headless";
import { recordsIn } from "./records";
import { settleFigures, type Figures, type Sum, type Words } from "./settle";
import type { Money, Row, Table } from "./table";
import { headsIn, tablesIn } from "./tables";
import { toldIn, type Told } from "./told";

interface ItemRead {
  readonly row: Row;
  readonly amount: number;
  /** Offered beside the total. */
  readonly optional: boolean;
  /** Percent, by its row or its column; null where neither says it. */
  readonly taxRate: number | null;
}

interface TablesRead {
  readonly items: readonly ItemRead[];
  readonly figures: Figures;
  readonly told: readonly Told[];
  readonly score: number;
}

interface PaperRead extends TablesRead {
  /** As they were read: figures that have a box a digit may be joined. */
  readonly pages: readonly Page[];
  /** Lines of items. */
  readonly used: ReadonlySet<Line>;
}

/** No estimate asks for less; so little is what stands in one box. Yen. */
const LEAST = 1000;

/** As the pages are drawn, or with figures that have a box a digit; of two that prove as much, the one that joins sums. */
export function bestReading(drawn: readonly Page[], money: Money, paper: Words["paper"]): PaperRead {
  const asDrawn = bestOf(drawn, money, paper);
  const joined = withFiguresOutOfBoxes(drawn);
  if (joined === null) return asDrawn;
  const outOfBoxes = bestOf(joined, money, paper);
  const sums = ({ figures: { net, gross } }: TablesRead): string => `${String(net)} ${String(gross)}`;
  const better = outOfBoxes.score - asDrawn.score;
  const { net, gross } = asDrawn.figures;
  const mayBeDrawnSo = better < 0 && Math.abs(gross ?? net ?? LEAST) >= LEAST;
  return better > 0 || (!mayBeDrawnSo && sums(outOfBoxes) !== sums(asDrawn)) ? outOfBoxes : asDrawn;
}

/** Sums that hold so well need no other way to be tried. */
const PROVEN = 2.5;

/** Ways to find the tables; each but the first has to prove more, by so much, than those before it. */
const WAYS: readonly {
  readonly handicap: number;
  readonly tables: (
    pages: readonly Page[],
    money: Money,
    used: Set<Line>,
    heads: readonly TableHead[],
  ) => readonly Table[];
}[] = [
  { handicap: 0, tables: tablesIn },
  { handicap: 0.3, tables: recordsIn },
  { handicap: 0.5, tables: (pages, money, used) => tablesIn(pages, money, used, headFromFigures(pages, money)) },
];

function bestOf(pages: readonly Page[], money: Money, paper: Words["paper"]): PaperRead {
  let best: PaperRead | null = null;
  const heads = headsIn(pages);
  // 金額 over the first row's amount tells no total.
  const headings = pages.flatMap(({ lines }) =>
    lines.filter((line, at) => heads.some((head) => head.line === at && head.page === line.page)),
  );
  for (const way of WAYS) {
    if (best !== null && best.figures.proof >= PROVEN) break;
    const used = new Set<Line>();
    const tables = way.tables(pages, money, used, heads);
    const told = [...tables.flatMap((table) => table.told), ...toldIn(pages, new Set([...used, ...headings]))];
    for (const reading of readingsOf(tables, told, paper)) {
      const score = reading.score - way.handicap;
      if (best === null || score > best.score) best = { ...reading, score, pages, used };
    }
  }
  return best as PaperRead;
}

/** One of the columns of amounts; or of each row the first that has one. */
type AmountColumn = number | "any";

/** At least one, also where there is no table. */
function readingsOf(tables: readonly Table[], told: readonly Told[], paper: Words["paper"]): TablesRead[] {
  const found: TablesRead[] = [];
  const most = Math.max(1, ...tables.map(({ amountColumns }) => amountColumns.length));
  const columns: AmountColumn[] = most === 1 ? [0] : ["any", ...Array.from({ length: most }, (_, at) => at)];
  const tableOf = new Map(tables.flatMap((table) => table.rows.map((row) => [row, table] as const)));
  for (const column of columns) {
    const amountOf = (row: Row): number | null => {
      if (column === "any") return row.amounts.find((it) => it !== null) ?? null;
      return row.amounts.length === 1 ? (row.amounts[0] ?? null) : (row.amounts[column] ?? null);
    };
    const rows = [...tableOf.keys()].filter((row) => amountOf(row) !== null);
    const heading = headingTax(tables, column);
    for (const choice of choicesOf(rows, amountOf)) {
      const items = choice.rows.map((row) => ({
        row,
        amount: amountOf(row) as number,
        optional: choice.option && row.optional,
        taxRate: row.taxRate ?? rateOfColumn(row, tableOf.get(row) as Table),
      }));
      const counted = items.filter(({ optional }) => !optional);
      const figures = settleFigures(counted.length === 0 ? null : sumOf(counted), told, { heading, paper });
      const score = figures.proof + plausibility(counted, tables, column) - choice.handicap;
      found.push({ items, figures, told, score });
    }
  }
  if (found.length === 0)
    found.push({ items: [], figures: settleFigures(null, told, { heading: null, paper }), told, score: -1 });
  return found;
}

/** What decides where the sums prove as much: many items, products that hold, a column called 金額 rather than 価格. */
function plausibility(counted: readonly ItemRead[], tables: readonly Table[], column: AmountColumn): number {
  const proven = counted.filter(({ row }) => row.proven).length;
  const scattered = column === "any" && counted.some(({ row }) => row.amounts.filter((it) => it !== null).length > 1);
  const rank = column === "any" ? 0 : rankOf(tables, column);
  return Math.min(counted.length, 40) * 0.01 + proven * 0.02 + rank * 0.02 - (scattered ? 1 : 0);
}

function sumOf(items: readonly ItemRead[]): Sum {
  const byRate = new Map<number, number>();
  let yen = 0;
  let rated = true;
  for (const { amount, taxRate } of items) {
    yen += amount;
    if (taxRate === null) rated = false;
    else byRate.set(taxRate, (byRate.get(taxRate) ?? 0) + amount);
  }
  return { yen, byRate: rated ? byRate : null };
}

/** Amounts by rate stand in columns of their own: 10%課税 beside 不課税. */
function rateOfColumn(row: Row, { head, amountColumns }: Table): number | null {
  if (amountColumns.length < 2) return null;
  const at = row.amounts.findIndex((it) => it !== null);
  return head.columns[amountColumns[at] as number]?.heading?.rate ?? null;
}

/** What the headings of the amounts say of tax, where they agree. */
function headingTax(tables: readonly Table[], column: AmountColumn): Words["heading"] {
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
