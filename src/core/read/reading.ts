/**
 * What was read out of a workbook, before any rule looks at it. Every value keeps the cell it came from, so that
 * findings can point at it and a person can see a misreading.
 */
import type { Fraction } from "../money/fraction";
import type { Field } from "./field";
import type { Places } from "./places";
import type { CellRef } from "../workbook/workbook";

/** What a table of the workbook is for. */
export type TableKind =
  | "budget" // lines that are spending
  | "summary" // repeats totals that stand elsewhere: never counted
  | "labour" // one row a person: pay, hourly rate, hours
  | "hours" // monthly hours and pay actually paid
  | "members" // consortium members
  | "team" // names of the project team
  | "estimates" // list of estimates
  | "income" // project income and own funds: no spending
  | "application" // key-value pairs of the application
  | "other";

export type RowRole =
  | "line"
  | "subtotal"
  | "total"
  | "tax" // consumption tax
  | "funding" // grant, own money, rates and limits
  | "breakdown" // of the line above
  | "group" // a group heading that is a row of its own
  | "note"
  | "blank"
  | "other";

export interface TableReading {
  readonly kind: TableKind;
  readonly title: string | null;
  /** First and last header row, 1-based. */
  readonly headerTop: number;
  readonly headerBottom: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly left: number;
  readonly right: number;
  readonly columns: readonly { readonly field: Field; readonly column: number; readonly header: string }[];
  /** Role of every row from firstRow to lastRow that holds anything. */
  readonly rows: readonly { readonly row: number; readonly role: RowRole }[];
  /** 1, 1,000, 10,000 or 1,000,000: yen per figure, as header or title states (円, 千円 …). */
  readonly yenPerUnit: number;
}

/** Why a sheet gave nothing; `messages/reading.ts` puts each into words. */
export const SKIPPED_CODES = [
  "by-choice",
  "hidden-by-kenzan",
  "empty",
  "no-table",
  "example",
  "hidden",
  "superseded",
  "copy",
] as const;
export type SkippedCode = (typeof SKIPPED_CODES)[number];

export interface SheetReading {
  readonly sheet: string;
  readonly tables: readonly TableReading[];
  readonly skipped: SkippedCode | null;
}

export interface DateReading {
  /** "2025-06-15"; null when the cell holds text that is no date ("―" and blanks are no reading at all). */
  readonly day: string | null;
  readonly text: string;
  readonly cell: CellRef;
}

export interface TextReading {
  readonly text: string;
  readonly cell: CellRef;
}

/** One spending line as read. Money in yen after the unit of the table (千円 …) is applied. */
export interface BudgetLine {
  readonly sheet: string;
  readonly row: number;
  /** Index into the sheet's `tables`. */
  readonly table: number;
  /** Where each field of this line stands, merged cells and fill-down resolved. */
  readonly at: Places;
  /** Item text with line breaks as one space; half-width katakana kept as typed. */
  readonly description: string;
  readonly specification: string | null;
  /** Of うち 設計 and its like the words of the row that they break down; elsewhere absent. */
  readonly partOf?: string;
  /** As the sheet says it (trimmed, line breaks removed), filled down from a group's first row; null when absent. */
  readonly statedMajor: string | null;
  readonly statedMiddle: string | null;
  readonly statedMinor: string | null;
  readonly vendor: string | null;
  readonly vendorAddress: string | null;
  readonly unit: string | null;
  readonly note: string | null;
  /** 項番 of the estimate, "3"; from its own column or from the remarks ("項番3"). */
  readonly evidenceNo: string | null;
  /** What its column of numbers says, where it names several estimates: "23・24", "No.3～5". */
  readonly evidenceNos?: string;
  readonly unitPrice: Fraction | null;
  readonly quantity: Fraction | null;
  /** Whole yen as read; null when the amount cell cannot be read as a number. */
  readonly amount: number | null;
  /** As read, before the fraction of a yen is dropped. */
  readonly amountExact: Fraction | null;
  /** Percent of consumption tax that a column of rates states; 0 for 非課税, 不課税 and 免税; null where none does. */
  readonly taxRate: 10 | 8 | 0 | null;
  /** Names in a column of persons (出張者). */
  readonly people: readonly string[];
  /** Whole cost of the line where only a part of it is claimed (事業費 beside 補助対象経費), yen; null when not told. */
  readonly fullCost: Fraction | null;
  /** Yen that the line's own column of discounts takes off price × count, 0 or more; null when it tells none. */
  readonly takenOff: Fraction | null;
  /** What the amount cell holds, as text, when it is unreadable ("見積依頼中", "#REF!"). */
  readonly amountText: string | null;
  readonly amountFormula: string | null;
  /** What the header of the chosen amount column says of tax; null when it says nothing. */
  readonly amountTax: "exclusive" | "inclusive" | null;
  /** The other amount column of the line when both 税抜 and 税込 exist. */
  readonly otherAmount: {
    readonly tax: "exclusive" | "inclusive";
    readonly yen: number;
    readonly cell: CellRef;
  } | null;
  readonly orderDate: DateReading | null;
  readonly deliveryDate: DateReading | null;
  readonly paymentDate: DateReading | null;
  readonly paymentMethod: TextReading | null;
  readonly member: string | null;
  /** Where columns say what each of several members bears: whole yen, together the amount; elsewhere absent. */
  readonly byMember?: readonly MemberYen[];
  readonly struck: boolean;
  readonly hidden: boolean;
  /** A discount (値引き, 割引 …): negative, and in the category of the line it follows. */
  readonly discount: boolean;
}

export interface MemberYen {
  readonly member: string;
  readonly yen: number;
}

/** A subtotal or total row and the rows it should sum. */
export interface TotalRow {
  readonly sheet: string;
  readonly row: number;
  readonly cell: CellRef;
  readonly label: string;
  /** Whole yen as read; null when unreadable. */
  readonly amount: number | null;
  /** As read, before the fraction of a yen is dropped. */
  readonly amountExact: Fraction | null;
  /**
   * What it may legitimately be the sum of, the most likely reading first (a group's lines, all lines, all subtotals,
   * lines of other tables …): the total is right when it equals any of them. Yen.
   */
  readonly candidates: readonly { readonly yen: number; readonly exact: Fraction; readonly of: string }[];
  readonly formula: string | null;
}

export interface LabourReading {
  readonly sheet: string;
  readonly row: number;
  readonly at: Readonly<Partial<Record<Field, CellRef>>>;
  readonly person: string;
  readonly position: string | null;
  /** 区分 as the sheet says it: 従業員, パート … */
  readonly employment: string | null;
  readonly member: string | null;
  /** Yen a month. */
  readonly basePay: Fraction | null;
  readonly allowances: Fraction | null;
  readonly overtime: Fraction | null;
  readonly bonus: Fraction | null;
  readonly oneOffPay: Fraction | null;
  readonly welfare: Fraction | null;
  /** Hours a month. */
  readonly scheduledHours: Fraction | null;
  /** Yen an hour as stated. */
  readonly statedRate: Fraction | null;
  readonly hours: Fraction | null;
  /** Whole yen as stated. */
  readonly statedAmount: number | null;
  /** As read, before the fraction of a yen is dropped. */
  readonly statedAmountExact: Fraction | null;
}

/** Hours and pay of one person in one month. */
export interface MonthReading {
  readonly sheet: string;
  readonly row: number;
  readonly person: string;
  /** "2025-09"; null when the sheet names the month in no readable way. */
  readonly month: string | null;
  readonly hours: Fraction | null;
  readonly hoursCell: CellRef | null;
  readonly payPaid: Fraction | null;
  readonly payCell: CellRef | null;
}

export interface MemberReading {
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
  /** 区分 as stated, and the role. */
  readonly classText: string | null;
  readonly role: string | null;
}

export interface PersonReading {
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
}

export interface EstimateReading {
  readonly sheet: string;
  readonly row: number;
  readonly no: string;
  readonly issuer: string | null;
  readonly item: string | null;
  /** "2025-04-12" */
  readonly issueDate: string | null;
  /** Whole yen. */
  readonly exclusive: number | null;
  readonly inclusive: number | null;
  readonly at: Readonly<Partial<Record<Field, CellRef>>>;
}

/** One key-value pair of the application, under the engine's key. */
export type FactKey =
  | "schemeName"
  | "frame"
  | "class"
  | "tax"
  | "employees"
  | "corporateMembers"
  | "rate"
  | "requested"
  | "start"
  | "representative"
  | "income"
  | "deficit"
  | "industry"
  | "capital"
  | "statedTotal";

export interface Fact {
  readonly key: FactKey;
  readonly label: string;
  /** As text, for words such as 事業変革枠. */
  readonly text: string;
  /** When the value cell is a number (yen after 千円, or a date serial's day in `day`). */
  readonly number: Fraction | null;
  readonly day: string | null;
  readonly cell: CellRef;
}

export interface IncomeReading {
  readonly sheet: string;
  readonly row: number;
  readonly label: string;
  /** Whole yen. */
  readonly yen: number;
  /** Own funds, loans and the grant itself are no project income. */
  readonly isProjectIncome: boolean;
}

/** Why a table or a sheet with amounts is not counted; `messages/reading.ts` puts each into words. */
export const SET_ASIDE_REASONS = [
  "example", // 記入例: filled in to show how
  "old-version", // superseded by another sheet
  "copy", // the same lines stand on another sheet
  "hidden", // hidden, and no visible sheet refers to it
  "summary", // repeats totals of lines that stand elsewhere
  "breakdown", // details of lines that are counted elsewhere
  "estimate-form", // an estimate that a line rests on
  "price-list", // prices, not purchases
  "effects", // what the project brings, what the business aims at
  "own-cost", // 自社負担, 対象外
  "income", // money that comes in
  "labour", // the computation of wages, counted as labour
  "months", // hours and pay by the month
  "box", // stamp boxes, check boxes, rows of the grant asked for
  "no-header", // figures over their total, and no header that says what they are
  "other",
] as const;
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/** Why a figure in an amount column is none of a line, a total, tax, funding or a breakdown. */
export const UNREAD_REASONS = [
  "unnamed", // no words stand beside it
  "below-total", // below the last total of its table
  "marks", // × in a column of marks, 対象外 in one of remarks
  "colours", // its colour, which the sheet says is not applied for
  "strikes", // a line through it, and the totals are right without it
  "unexplained", // words that are neither an item's nor a total's
] as const;
export type UnreadReason = (typeof UNREAD_REASONS)[number];

/** Where the figures of the amount columns went, so that no yen is lost in silence. Whole yen. */
export interface Account {
  /** Figures of a counted table that the reading has no place for. */
  readonly unread: readonly { readonly cell: CellRef; readonly yen: number; readonly why: UnreadReason }[];
  /** Tables and sheets with amounts that are not counted; `cell` is null for a whole sheet, `yen` the sum of its amounts. */
  readonly setAside: readonly {
    readonly sheet: string;
    readonly cell: CellRef | null;
    readonly reason: SetAsideReason;
    readonly yen: number;
  }[];
  /** Amounts that are formulas whose results the file does not hold: a line counts 0, a total cannot be checked. */
  readonly withoutResult: readonly {
    readonly cell: CellRef;
    readonly description: string;
    readonly role: "line" | "total";
  }[];
  /** The sum of the figures in amount columns that the reading has a place for. */
  readonly accounted: number;
}

/** How sure the reading of the rows is; shown to the user, with both amounts where two readings lie close. */
export interface Trace {
  /** Every stated total agrees with its lines, and there is one of two figures or more in every counted table. */
  readonly proven: boolean;
  /** Rows whose second-best reading is close and would change what is claimed. */
  readonly doubts: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly as: RowRole;
    readonly or: RowRole;
    /** By how much the second reading would change what is claimed, yen. */
    readonly yen: number;
    /** Detectors that spoke for the row's role, the weightiest first. */
    readonly why: readonly string[];
  }[];
  /**
   * The rows of a sheet's tables of amounts as they were read, from top to bottom: worked out when it is asked for. Rows
   * without words and figures are left out.
   */
  rowsOf(sheet: string): readonly RowTold[];
}

/** A row as it was read, and why. */
export interface RowTold {
  readonly sheet: string;
  /** Index into the sheet's `tables`. */
  readonly table: number;
  readonly row: number;
  readonly role: RowRole;
  /** Its words, those of remarks, vendors and days apart. */
  readonly text: string;
  /** Whole yen in the column of the amounts; null where there is no figure. */
  readonly yen: number | null;
  /** Where its amount stands, or would stand. */
  readonly cell: CellRef;
  /** Its table counts. */
  readonly counted: boolean;
  /** Detectors that spoke for its role, the weightiest first; see `messages/trace.ts`. */
  readonly why: readonly string[];
  /** The sheet's own figures show that the sum it states is right. */
  readonly isProven: boolean;
  /** What else it may be; null where nothing else was worth a thought. */
  readonly or: RowRole | null;
  /** A person said what it is. */
  readonly isChosen: boolean;
}

export interface ColourReading {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly text: string;
  /**
   * read: rows count by it; contradicted: totals are right only with the rows that it leaves out, so these count; unseen: no
   * cell has the colour; unread: it says nothing of what counts (変更箇所).
   */
  readonly state: "read" | "contradicted" | "unseen" | "unread";
}

export interface BudgetReading {
  readonly sheets: readonly SheetReading[];
  readonly lines: readonly BudgetLine[];
  readonly totals: readonly TotalRow[];
  readonly labour: readonly LabourReading[];
  readonly months: readonly MonthReading[];
  readonly members: readonly MemberReading[];
  /** Lists that count though they say prices alone: how many, and their sum in yen. */
  readonly pricesAlone: readonly { readonly sheet: string; readonly of: number; readonly yen: number }[];
  /** Columns that seem to be members', and rows of lines that they could not be read for; no rows: they stand elsewhere. */
  readonly undivided: readonly {
    readonly sheet: string;
    readonly headers: readonly string[];
    readonly rows: readonly number[];
  }[];
  readonly team: readonly PersonReading[];
  readonly estimates: readonly EstimateReading[];
  readonly facts: readonly Fact[];
  readonly income: readonly IncomeReading[];
  /** What titles, header notes and footnotes of budget sheets say of tax ("消費税抜き", "税込"), with the cell. */
  readonly taxNotes: readonly (TextReading & { readonly tax: "exclusive" | "inclusive" })[];
  readonly account: Account;
  /** What sheets say of their colours, and whether it was read. */
  readonly colours: readonly ColourReading[];
  readonly trace: Trace;
}
