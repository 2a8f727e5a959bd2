/** A table of amounts as the detectors see it: what it is called, what its rows are, how it stands to the others. */
import type { TableKind } from "../reading";
import type { Part } from "../tables/part";
import type { SignsOfEffects } from "./effects";
import type { SignsOfAList } from "./prices";

/** A table of money. */
export interface Money {
  readonly part: Part;
  readonly view: TableView;
}

export interface TableView {
  readonly kind: TableKind;
  /** Compact; `title` is the nearest one above, `titles` all of them, without numbering. */
  readonly sheet: string;
  readonly title: string;
  readonly titles: readonly string[];
  readonly isVisible: boolean;
  readonly headers: readonly string[];
  /** Of the columns read as amounts. */
  readonly amountHeaders: readonly string[];
  /** All headers, also those of columns that mean nothing to a budget. */
  readonly saysBesides: readonly string[];
  /** How many lines it has, and in how many the price times the count is the amount. */
  readonly of: number;
  readonly products: number;
  /** The items of the grant that its lines state, in a column, a heading, the title or the sheet's name; none of a line that is only that item. */
  readonly items: readonly string[];
  /** Looked at only beside other tables, and of prices. */
  readonly lines: readonly LineView[];
  /** Σ of its lines, yen. */
  readonly sum: number;
  /** A stated total of two figures and more is right. */
  readonly isProven: boolean;
  /** Rows of grants and own money; rows with figures in all. */
  readonly funding: number;
  readonly figures: number;
  readonly hasCount: boolean;
  readonly hasPrice: boolean;
  readonly hasVendor: boolean;
  /** Amounts are prices of one. */
  readonly isPricesOnly: boolean;
  /** Its amounts are headed 価格 or 料金, and nothing says that any of them is bought: no total, count, firm, day or mark. */
  readonly isBareOfPurchases: boolean;
  /** What only a list of what can be bought says. */
  readonly signsOfAList: SignsOfAList;
  readonly effects: SignsOfEffects;
  /** The column of its counts is there to be filled in. */
  readonly awaitsCounts: boolean;
  /** Its figures are marks of people, what each shop makes, or stand in a directory. */
  readonly isOfNoPurchases: boolean;
  /** Shows beside its figures what is earned with them: 仕入 | 売価 | 粗利. */
  readonly isOfASeller: boolean;
  /** The figure of a group stands again in every row of it, beside other columns of amounts. */
  readonly repeatsDown: boolean;
  /** It was written in words, one cell a row. */
  readonly isWritten: boolean;
  /** 割合 50%, 50% beside the amounts: shares of a whole, and all of it. */
  readonly isSharedOut: boolean;
  /** Amounts by category side by side. */
  readonly isCrossTable: boolean;
  /** A person said that one of its rows is a line. */
  readonly hasChosenLine: boolean;
  /** Figures of the other tables refer to its sheet. */
  readonly isReferredTo: boolean;
  readonly around: TableContext;
}

export interface LineView {
  readonly yen: number;
  /** Of one, where several are bought. */
  readonly price: number | null;
  /** The item with its specification and member, compact. */
  readonly item: string;
  /** The item alone, compact. */
  readonly name: string;
  /** What the item is a variant of: its words before a size, a number or a remark. */
  readonly thing: string;
}

/** What the other tables say; settled pass by pass. */
interface TableContext {
  /** A table that is no document of a firm holds lines. */
  budgetBeside: boolean;
  /** One of them comes to the same yen. */
  sameSumBeside: boolean;
  /** It shows what a firm earns with the purchases of other tables. */
  earnedElsewhere: boolean;
  /** One that was not written in words. */
  drawnBudgetBeside: boolean;
  visibleBudgetBeside: boolean;
  /** A visible form with prices and counts waits to be filled in. */
  formBeside: boolean;
  newerBeside: boolean;
  /** It comes to the price of one of what another table has several of. */
  makesAPrice: boolean;
  /** It tells how some lines of another table were before and after a change. */
  changesElsewhere: boolean;
  /** The same lines stand in a table that speaks more for itself. */
  sameLinesElsewhere: boolean;
}
