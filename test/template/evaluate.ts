/**
 * Calculates generated sheets without a spreadsheet program: the few functions their formulas use, as Excel defines them.
 * LibreOffice is asked too where it is installed (`recalculated.test.ts`).
 */
import { cellName } from "../../src/core/workbook/workbook";
import type { TemplateBook } from "../../src/template/model";

interface Book {
  readonly sheets: readonly {
    readonly name: string;
    readonly cells: readonly {
      readonly row: number;
      readonly column: number;
      readonly value?: string | number | null;
      readonly formula: string | null;
    }[];
  }[];
}

type Scalar = string | number | boolean;
type Range = readonly Scalar[];
type Value = Scalar | Range;

const isRange = (value: Value): value is Range => Array.isArray(value);

/**
 * Results of a book's cells, worked out when asked for: "申請情報!B20".
 * @param typed what somebody fills in, by address
 */
export function calculator(
  book: Book,
  typed: ReadonlyMap<string, string | number> = new Map(),
): (address: string) => Scalar {
  const cells = new Map(
    book.sheets.flatMap((sheet) =>
      sheet.cells.map((cell) => [`${sheet.name}!${cellName(cell.row, cell.column)}`, { sheet: sheet.name, cell }]),
    ),
  );
  const results = new Map<string, Scalar>(typed);
  const open = new Set<string>();
  const valueAt = (address: string): Scalar => {
    const known = results.get(address);
    if (known !== undefined) return known;
    if (open.has(address)) throw new Error(`circular: ${[...open, address].join(" → ")}`);
    const found = cells.get(address);
    if (found === undefined) return "";
    const { cell, sheet } = found;
    open.add(address);
    const value = cell.formula === null ? (cell.value ?? "") : scalar(new Parser(cell.formula, sheet, valueAt).parse());
    open.delete(address);
    if (typeof value === "boolean" || Number.isNaN(value)) throw new Error(`${address} gives ${String(value)}`);
    results.set(address, value);
    return value;
  };
  return valueAt;
}

/** The same book with every formula's result in place. */
export function evaluate(book: TemplateBook): TemplateBook {
  const valueAt = calculator(book);
  return {
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.formula === null
          ? cell
          : { ...cell, value: valueAt(`${sheet.name}!${cellName(cell.row, cell.column)}`) as string | number },
      ),
    })),
  };
}

const scalar = (value: Value): Scalar => {
  if (isRange(value)) throw new Error("a range where one value belongs");
  return value;
};

function number(value: Value): number {
  const one = scalar(value);
  // NaN is an error on its way through a branch that is not taken.
  if (typeof one !== "string") return Number(one);
  if (one === "") return 0;
  const result = Number(one);
  if (Number.isNaN(result)) throw new Error(`no number: ${one}`);
  return result;
}

const TOKEN = /\s*("(?:[^"]|"")*"|'(?:[^']|'')*'![^\s"()+\-*/=<>,]+|<=|>=|<>|[-+*/=<>(),]|[^\s"()+\-*/=<>,]+)/y;
const REFERENCE = /^(?:(.+)!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/;

class Parser {
  private readonly tokens: string[] = [];
  private at = 0;

  constructor(
    formula: string,
    private readonly sheet: string,
    private readonly valueAt: (address: string) => Scalar,
  ) {
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < formula.length) {
      const match = TOKEN.exec(formula);
      if (match?.[1] === undefined) throw new Error(`cannot read ${formula}`);
      this.tokens.push(match[1]);
    }
  }

  parse(): Value {
    const value = this.comparison();
    if (this.at < this.tokens.length) throw new Error(`left over: ${this.tokens.slice(this.at).join(" ")}`);
    return value;
  }

  private take(...wanted: string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.at += 1;
    return token;
  }

  private comparison(): Value {
    const left = this.sum();
    const operator = this.take("=", "<", ">", "<=", ">=", "<>");
    if (operator === undefined) return left;
    const order = compare(scalar(left), scalar(this.sum()));
    return { "=": order === 0, "<>": order !== 0, "<": order < 0, ">": order > 0, "<=": order <= 0, ">=": order >= 0 }[
      operator
    ]!;
  }

  private sum(): Value {
    let left = this.product();
    for (let sign = this.take("+", "-"); sign !== undefined; sign = this.take("+", "-")) {
      const right = number(this.product());
      left = sign === "+" ? number(left) + right : number(left) - right;
    }
    return left;
  }

  private product(): Value {
    let left = this.single();
    for (let sign = this.take("*", "/"); sign !== undefined; sign = this.take("*", "/")) {
      const right = number(this.single());
      left = sign === "*" ? number(left) * right : number(left) / right;
    }
    return left;
  }

  private single(): Value {
    if (this.take("-") !== undefined) return -number(this.single());
    if (this.take("(") !== undefined) {
      const inside = this.comparison();
      if (this.take(")") === undefined) throw new Error("a bracket is not closed");
      return inside;
    }
    const token = this.tokens[this.at++];
    if (token === undefined) throw new Error("a formula ends too early");
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
    if (token === "FALSE") return false;
    if (/^\d/.test(token)) return Number(token);
    return this.take("(") === undefined ? this.reference(token) : this.call(token);
  }

  private reference(token: string): Value {
    const match = REFERENCE.exec(token);
    if (match === null) throw new Error(`no reference: ${token}`);
    const [, named, left = "", top = "", right, bottom] = match;
    const sheet = named === undefined ? this.sheet : named.replace(/^'|'$/g, "").replaceAll("''", "'");
    if (right === undefined || bottom === undefined) return this.valueAt(`${sheet}!${left}${top}`);
    if (left !== right) throw new Error(`a range over columns: ${token}`);
    const rows = Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, index) => Number(top) + index);
    return rows.map((row) => this.valueAt(`${sheet}!${left}${String(row)}`));
  }

  private call(name: string): Value {
    const given: Value[] = [];
    if (this.take(")") === undefined) {
      do given.push(this.comparison());
      while (this.take(",") !== undefined);
      if (this.take(")") === undefined) throw new Error("a call is not closed");
    }
    return this.apply(name, given);
  }

  private apply(name: string, given: readonly Value[]): Value {
    const one = (index: number): number => number(given[index] ?? "");
    const text = (index: number): string => String(scalar(given[index] ?? ""));
    switch (name) {
      case "IF":
        return scalar(given[0]!) === true ? given[1]! : given[2]!;
      case "OR":
        return given.some((value) => scalar(value) === true);
      case "SUM":
        return numbers(given).reduce((sum, value) => sum + value, 0);
      case "MIN":
        return Math.min(...numbers(given));
      case "MAX":
        return Math.max(...(numbers(given).length > 0 ? numbers(given) : [0]));
      case "SUMPRODUCT": {
        const [left, right] = given as [Range, Range];
        return left.reduce<number>(
          (sum, value, at) => sum + (typeof value === "number" ? value * Number(right[at]) : 0),
          0,
        );
      }
      case "IFERROR":
        return Number.isNaN(scalar(given[0]!)) ? given[1]! : given[0]!;
      case "INT":
        return Math.floor(one(0));
      case "ROUND":
        return Number(one(0).toFixed(one(1)));
      case "ROUNDDOWN":
        return Math.trunc(one(0));
      case "LEFT":
        return text(0).slice(0, one(1));
      case "MID":
        return text(0).slice(one(1) - 1, one(1) - 1 + one(2));
      case "FIND":
        return text(1).indexOf(text(0)) + 1;
      case "VALUE":
        return one(0);
      case "DATE":
        return Date.UTC(one(0), one(1) - 1, one(2)) / 86_400_000 + 25_569;
      case "SUMIFS": {
        const [amounts, labels, wanted] = given as [Range, Range, Scalar];
        const label = criterion(String(wanted));
        return numbers([amounts.filter((value, index) => labels[index] === label && value !== "")]).reduce(
          (a, b) => a + b,
          0,
        );
      }
      default:
        throw new Error(`no function ${name}`);
    }
  }
}

/** The text that a criterion asks for: "=A~*" is equal to "A*". */
const criterion = (wanted: string): string => wanted.replace(/^=/, "").replace(/~([~*?])/g, "$1");

/** SUM, MIN and MAX pass over text in ranges, as spreadsheets do. */
const numbers = (given: readonly Value[]): number[] =>
  given.flatMap((value) => (isRange(value) ? value.filter((one) => typeof one === "number") : [number(value)]));

/** Text is greater than any number, and an empty cell equals "". */
function compare(left: Scalar, right: Scalar): number {
  if (typeof left === typeof right) return left < right ? -1 : left > right ? 1 : 0;
  const rank = (value: Scalar) => ["number", "string", "boolean"].indexOf(typeof value);
  return rank(left) - rank(right);
}
