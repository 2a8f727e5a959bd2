/** One row with a figure as the detectors see it. */
import type { FormulaSense } from "./formula";
import type { Sense } from "../words/senses";
import type { CategoryFound } from "../words/categories";
import type { LeftOut } from "./left-out";

export interface RowView {
  readonly row: number;
  /** Yen; `raw` is the figure as typed, before 千円 and the like. */
  readonly yen: number;
  readonly raw: number;
  /** What its words suggest, from left to right; texts in columns of remarks, vendors and days only where they name a sum. */
  readonly senses: readonly Sense[];
  readonly texts: readonly string[];
  /** Prices, counts and figures of unknown columns that are not 0. */
  readonly figures: number;
  /** Two or more of them multiply to the amount, or to it without tax. */
  readonly isProduct: boolean;
  readonly hasVendorOrDate: boolean;
  readonly isNumbered: boolean;
  readonly hasItem: boolean;
  readonly hasCategory: boolean;
  /** It has no words at all (numbers of rows apart). */
  readonly isSilent: boolean;
  readonly isIndented: boolean;
  /** With the rows beside it, it stands under the row above, and together they are that row's amount. */
  readonly addsUpToLineAbove: boolean;
  /** In place of an item stands that there is none: 該当なし, －. */
  readonly saysNone: boolean;
  /** In place of an item stands a box, ticked or not: ☑, □. */
  readonly isTickBox: boolean;
  /** Money that comes in or only changes its place, by a column that says so of every entry: 収支区分, 相手科目. */
  readonly isIncome: boolean;
  /** What the sheet says of the row leaves it out: × in a column of marks; null where nothing does, or the sums say otherwise. */
  leftOut: LeftOut["by"] | null;
  /** Categories and units stand ready, the column of the items is blank; or of a printed order form nothing is ordered. */
  readonly isPrepared: boolean;
  /** Of amounts spread over columns it fills several, where nearly all rows fill one. */
  readonly fillsSeveral: boolean;
  /** It states a whole cost beside the part that is claimed. */
  readonly hasFullCost: boolean;
  readonly formula: FormulaSense | null;
  /** A category of the scheme, or words that look like one, and nothing else in the row. */
  readonly category: CategoryFound | null;
  readonly around: RowContext;
}

/** What the rows around say. */
interface RowContext {
  /** Most rows with figures have prices or counts. */
  isPriced: boolean;
  /** Items are named in a column of their own. */
  itemsElsewhere: boolean;
  isLast: boolean;
  /** Digits (without final zeros) of the amount where it is the sum of two or more lines above. */
  digitsOfSumAbove: number;
  /** How surely its amount is the sum of rows below it, 0 to 1; 0 of rows with a price, a count, a vendor or a day. */
  sumsBelow: number;
  /** The amount is that of the only line above since the last total. */
  repeatsLineAbove: boolean;
  /** The last total above, or else the sum of the lines: a tax row is a tenth of it. */
  lastTotal: number;
  /** It is that and the tax in the rows right above. */
  addsTaxAbove: boolean;
  /** Below priced lines it is more than a total right above, which is right. */
  exceedsTotalAbove: boolean;
  nextIsPart: boolean;
  nextIsIndented: boolean;
  /** Its number is 2 and the next row's 2.1. */
  nextIsNumberedBelow: boolean;
  /** A column of levels says so: its 階層 is 1 and the next row's 2. */
  nextIsDeeper: boolean;
  /** The next row has no figure and says that there is none: 該当なし. */
  nextSaysNone: boolean;
  /** The next row names its item and no category of its own or a finer one: it stands under this one. */
  nextIsUnder: boolean;
  /** It says to be what the pages before came to, and is. */
  isCarried: boolean;
  /** It stands below the total of everything, which is right. */
  isBelowAll: boolean;
  /** The table lists money that comes in: grants and own money are its lines. */
  listsFunds: boolean;
}

/** Without a price, a count, a vendor or a day: nothing but words and the figure. */
export const isBare = ({ figures, hasVendorOrDate }: RowView): boolean => figures === 0 && !hasVendorOrDate;
