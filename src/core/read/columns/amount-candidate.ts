import type { Field } from "../field";
import type { Evidence } from "../hypothesis";
import type { Tax } from "../words/headers";

/** One column, or a set of columns that make one amount together. */
export interface AmountCandidate {
  readonly column: number;
  readonly right: number;
  readonly set?: readonly number[];
  /** Each column of the set is made by a price and a count of its own: no price and no count are the row's. */
  readonly hasOwnFactors?: boolean;
  /** Each column of the set holds the sums of the one before it, as the figures show. */
  readonly stepsAddUp?: boolean;
  readonly rates?: ReadonlyMap<number, 10 | 8 | 0>;
  readonly header: string;
  /** Compact, without remarks in parentheses; "" where there is no header. */
  readonly word: string;
  readonly whole: string;
  /** What the header's words mean, apart from an amount; null where they mean nothing. */
  readonly field: Field | null;
  readonly isAmountWord: boolean;
  /** What its header says, or the tax beside it. */
  tax: Tax | null;
  readonly wanted: Tax;
  readonly scale: number | null;
  /** It is one of several months side by side. */
  readonly isMonth: boolean;
  /** A sentence above the table names its header as what is claimed. */
  readonly isSaidToCount: boolean;
  /** Of a whole parted over several fiscal years, the share of the one that the scheme's period lies in. */
  isShareOfPeriod: boolean;
  /** Another column is headed by a later version: v1 beside v2. */
  readonly isOutdated: boolean;
  readonly isHidden: boolean;
  /** The table books each amount twice: 借方勘定科目 and 貸方勘定科目. */
  readonly isJournal: boolean;
  readonly values: ColumnValues;
  /** Times a count it makes the figures of another column of amounts: 納入価格 beside 台数 and 金額. */
  isFactor: boolean;
  /** Less what the column beside it takes off it is another column: 見積額 | 値引額 | 計上額. */
  isBeforeReduction: boolean;
  /** It is what is left of one. */
  isLeftOver: boolean;
  /** Row by row it is what the columns of the members come to. */
  sumsMembers: boolean;
  /** Right totals of two figures and more when its rows were read; null before. */
  proven: number | null;
}

export interface WeighedCandidate {
  readonly candidate: AmountCandidate;
  readonly evidence: readonly Evidence[];
  readonly score: number;
}

/** What stands below, counted over a sample of the rows with figures. */
export interface ColumnValues {
  readonly filled: number;
  /** Rows with a figure, with words in place of one, or with a formula whose result was not saved. */
  readonly spoken: number;
  /** Rows with ○, ×, ☑ or 対象外 in place of a figure: the word above them says what is applied for, and no amount. */
  readonly marks: number;
  /** Rows with words in place of a figure. */
  readonly words: number;
  /** Figures typed with more than two decimals: 134.0399. */
  readonly fine: number;
  readonly nonzero: number;
  readonly rows: number;
  readonly products: number;
  /** Rows whose figure is the sum of the amounts beside it, of two and more in one of them at least. */
  readonly across: number;
  readonly productFormulas: number;
  readonly totals: number;
  /** Figures by row of the sample, 0 left out. */
  readonly byRow: ReadonlyMap<number, number>;
}
