/** What the values of a column look like. */
import { isCalculation, isMoneySign, readAmount } from "../../text/amount";
import { isDateFormat, readDay } from "../../text/date";
import { compact } from "../../text/fold";
import { recalled } from "../../text/recalled";
import { isBlank } from "../../workbook/grid";
import { cellIn, type Row } from "../../workbook/workbook";
import type { HeaderColumn, Table } from "../tables/table";
import { looksLikeCategory, type Categories, type Level } from "../words/categories";
import { isNote } from "../words/labels";

/** What stands below a header, from a sample of the rows. */
export interface Profile {
  readonly filled: number;
  readonly figures: number;
  /** Of them calculations: 12,500円×8枚＝100,000円. */
  readonly calculated: number;
  readonly days: number;
  /** Texts that are neither figures nor days, and how many of them are in Japanese. */
  readonly texts: number;
  readonly words: number;
  readonly distinct: number;
  readonly levels: Readonly<Record<Level, number>>;
  /** Texts that sound like an item of cost, whether the scheme knows it or not. */
  readonly costs: number;
  readonly income: number;
  /** Texts that only say where it stands: シート「物品費」. */
  readonly pointers: number;
}

export const SAMPLE = 60;

const MOST_BLANK = 3;

export const INCOME_WORD =
  /自己資金|自主財源|借入|融資|補助金|助成金|収入|参加費|参加料|受講料|入場料|寄[付附]|協賛|会費|売上|繰越|負担金(?:収入)?$/;

/** Where money comes from; in a ledger's column of the other side, and among those who are paid, it is as well where it goes. */
const BANK = /預金|銀行|信用金庫/;

const SOURCES = /資金|財源|借入/;
/** 調達先 may as well be whom goods come from. */
const LENDER = new RegExp(`調達|${SOURCES.source}`);
/** One's own share of what is spent; below 財源 what pays for it. */
const OWN_SHARE = /(?:自己|自社|当社)負担/;

export const OTHER_SIDE = /^相手/;

/** 普通預金より振込 */
const PAID_FROM = /(?:より|から).*(?:振込|支払|引落)/;

const JAPANESE = /[\u3041-\u30ff\u4e00-\u9fff\uff66-\uff9d]/;

/** A row of the grant below lines of spending is no income. */
const GRANT_ASKED_FOR = /申請額|請求額|決定額|要望額|希望額|充当額|限度額/;

/** What a text looks like, whatever column it stands in. */
interface Look {
  readonly isNote: boolean;
  readonly isPointer: boolean;
  readonly isCalculation: boolean;
  readonly isLikeCategory: boolean;
  /** "words" in Japanese, else "text". */
  readonly kind: "figure" | "day" | "words" | "text";
}

const lookOf = recalled((text): Look => ({
  isNote: isNote(text),
  isPointer: POINTER.test(compact(text)),
  isCalculation: isCalculation(text),
  isLikeCategory: looksLikeCategory(text),
  kind:
    readAmount(text) !== null
      ? "figure"
      : readDay(text) !== null
        ? "day"
        : JAPANESE.test(text) && !A_TIME.test(compact(text)) && !A_COUNT.test(compact(text))
          ? "words"
          : "text",
}));

/** シート「物品費」, 別紙1のとおり: where it stands, and not what. */
const POINTER =
  /^→?(?:(?:(?:別紙|別表|別添|別シート|様式)[^、。]{0,12}|(?:シート|sheet)[「『(:].{1,20}|[「『].{1,20}[」』]の?シート)(?:の?(?:とおり|通り)|を?参照)?)$/;

/** 8月, 11月上旬, 9月~10月: when something is done, and not what. */
const A_TIME = /^(?:\d{1,4}年度?)?\d{1,2}月(?:[~-](?:\d{1,2}月)?)?(?:分|度|中|頃|ごろ|末|初め|[上中下初]旬)?(?:予定)?$/;

/** 1式, @25,000×2回: how many, and not of what. */
const A_COUNT = /^@?[¥\\]?\d[\d,.]*[^\d\s]{0,3}(?:[×✕*x]\d[\d,.]*[^\d\s]{0,3})*$/;

/** What stands in the columns of one table, worked out for those that are asked about. */
export class Profiles {
  private readonly known = new Map<HeaderColumn, Profile>();
  private readonly sample: readonly Row[];
  /** A column says where the money comes from. */
  private readonly tellsSources: boolean;

  constructor(
    readonly table: Table,
    readonly categories: Categories,
  ) {
    this.sample = rowsLookedAt(table);
    this.tellsSources = table.columns.some(({ text }) => SOURCES.test(compact(text)));
  }

  of(column: HeaderColumn): Profile {
    let profile = this.known.get(column);
    if (profile === undefined)
      this.known.set(column, (profile = profileOf(this.sample, column, this.categories, this.tellsSources)));
    return profile;
  }

  over(columns: readonly HeaderColumn[]): ReadonlyMap<HeaderColumn, Profile> {
    return new Map(columns.map((column) => [column, this.of(column)]));
  }
}

function rowsLookedAt({ grid, firstRow, lastRow }: Table): Row[] {
  const rows: Row[] = [];
  for (const row of grid.rowsBetween(firstRow, lastRow)) {
    if (rows.length === SAMPLE) break;
    // A signature or a stamp box far below says nothing of a column.
    if (row.index - (rows.at(-1)?.index ?? Infinity) > MOST_BLANK) break;
    if (!row.cells.every(isBlank)) rows.push(row);
  }
  return rows;
}

function profileOf(
  sample: readonly Row[],
  column: HeaderColumn,
  categories: Categories,
  isOfSources: boolean,
): Profile {
  let filled = 0;
  let figures = 0;
  let calculated = 0;
  let days = 0;
  let texts = 0;
  let words = 0;
  let income = 0;
  let costs = 0;
  let pointers = 0;
  const levels = { major: 0, middle: 0, minor: 0 };
  const distinct = new Set<string>();
  const header = compact(column.text);
  const isPaid = OTHER_SIDE.test(header) || (column.meaning?.fields[0] === "vendor" && !LENDER.test(header));
  const saysIncome = (text: string): boolean =>
    (INCOME_WORD.test(text) && (isOfSources || !GRANT_ASKED_FOR.test(text))) ||
    (isOfSources && OWN_SHARE.test(text)) ||
    (!isPaid && BANK.test(text) && !PAID_FROM.test(text));
  for (const row of sample) {
    for (let at = column.column; at <= column.right; at++) {
      const cell = cellIn(row, at);
      if (cell === undefined || isBlank(cell) || (column.right > column.column && isMoneySign(cell.value))) continue;
      const said = typeof cell.value === "string" ? lookOf(cell.value) : null;
      // Notes below a table begin in its first column and are none of its values.
      if (said?.isNote === true) break;
      filled++;
      if (typeof cell.value === "number") {
        if (isDateFormat(cell.format)) days++;
        else figures++;
      } else if (said !== null && typeof cell.value === "string") {
        distinct.add(cell.value);
        if (said.isCalculation) calculated++;
        if (said.isPointer) pointers++;
        if (said.kind === "figure") figures++;
        else if (said.kind === "day") days++;
        else texts++;
        if (said.kind === "words") words++;
        const found = categories.resolve(cell.value);
        if (found !== null || said.isLikeCategory) costs++;
        if (found !== null) levels[found.level]++;
        else if (saysIncome(cell.value)) income++;
      }
      break;
    }
  }
  return { filled, figures, calculated, days, texts, words, distinct: distinct.size, levels, costs, income, pointers };
}

export const sum = (levels: Readonly<Record<Level, number>>): number => levels.major + levels.middle + levels.minor;
