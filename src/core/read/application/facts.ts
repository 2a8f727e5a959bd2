/** What the workbook says of the application: key-value pairs in neighbouring cells, or "申請枠：事業変革枠" in one. */
import { fraction, fromNumber, multiply, type Fraction } from "../../money/fraction";
import { compact, fold, oneLine } from "../../text/fold";
import { once } from "../../text/recalled";
import { firstDay, isDateFormat, serialDay } from "../../text/date";
import { readAmount } from "../../text/amount";
import { isFigure, readNumber, readQuantity, type NumberReading } from "../../text/number";
import { isBlank, textOf, type Grid } from "../../workbook/grid";
import { HEADS_EXAMPLES } from "../words/examples";
import { scaleOf } from "../words/headers";
import { spelled } from "../words/kana";
import type { Fact, FactKey } from "../reading";
import { isCellError, type Area, type Cell } from "../../workbook/workbook";

const KEYS: readonly (readonly [FactKey, string])[] = [
  [
    "schemeName",
    "補助金名 補助金名称 補助金の名称 補助制度 補助制度名 制度 制度名 助成金名 助成金名称 対象補助金 対象制度 申請制度 申請補助金 申請する補助金 補助金 助成制度 scheme schemename grant grantname",
  ],
  [
    "frame",
    "申請枠 枠 応募枠 補助枠 事業枠 申請類型 類型 申請枠名 申請種別 助成種別 支援枠 申請区分 補助事業区分 事業区分 応募区分 申請コース コース 助成枠 補助金枠 frame applicationframe",
  ],
  [
    "class",
    "申請者区分 事業者区分 企業区分 企業規模 申請者の区分 事業者の区分 中小企業区分 申請者種別 事業者種別 申請事業者区分 申請者の種別 補助率区分 applicant applicantclass companysize",
  ],
  [
    "tax",
    "消費税の取扱い 消費税の取扱 消費税の取り扱い 消費税取扱い 消費税等の取扱い 消費税及び地方消費税の取扱い 消費税 消費税区分 課税区分 税区分 課税事業者区分 課税免税区分 課税・免税の別 課税・免税 消費税課税区分 金額の税区分 tax taxtreatment",
  ],
  [
    "employees",
    "従業員数 常時使用する従業員数 常時使用従業員数 従業員 社員数 常勤従業員数 従業員数(人) 従業員の数 常用従業員数 employees numberofemployees headcount",
  ],
  [
    "corporateMembers",
    "構成員数 法人構成員数 構成法人数 参加企業数 構成企業数 法人の構成員数 構成員の数 構成員(法人)数 corporatemembers numberofmembers",
  ],
  ["rate", "補助率 申請補助率 適用補助率 助成率 補助金の率 補助割合 subsidyrate rate"],
  [
    "requested",
    "補助金交付申請額 補助金申請額 交付申請額 申請額 補助金額 補助金要望額 補助金希望額 補助金の額 補助金の申請額 補助金の交付申請額 助成金申請額 助成申請額 申請金額 交付申請金額 補助申請額 補助金交付申請予定額 補助金申請予定額 申請補助金額 助成金額 補助金交付申請金額 交付申請予定額 補助要望額 助成金交付申請額 requested requestedamount",
  ],
  [
    "start",
    "事業開始日 補助事業開始日 事業開始予定日 開始日 開始予定日 補助事業開始予定日 事業開始年月日 事業着手日 事業着手予定日 着手予定日 補助事業期間 事業期間 事業実施期間 実施期間 補助事業の実施期間 補助事業実施期間 事業実施予定期間 start startdate projectstart",
  ],
  [
    "representative",
    "代表構成員 代表事業者 代表機関 幹事企業 代表企業 代表法人 代表構成員名 幹事法人 代表団体 代表事業者名 representative leadmember",
  ],
  [
    "income",
    "事業収入 収入額 事業による収入 参加費収入 対象経費に係る収入 事業に伴う収入 収入見込額 収益納付額 事業収入額 事業収入見込額 income projectincome",
  ],
  ["deficit", "赤字 赤字事業者 赤字申告 赤字の有無 赤字事業者該当 赤字事業者区分 deficit"],
  ["industry", "業種 主たる業種 業種名 日本標準産業分類 industry"],
  ["capital", "資本金 資本金額 資本金の額 出資金 資本金又は出資の総額 資本金・出資金 資本金等 capital"],
  [
    "statedTotal",
    "補助対象経費合計 補助対象経費総額 補助対象経費の合計 補助対象経費計 補助対象経費合計額 補助対象経費 補助対象経費額 対象経費合計 助成対象経費合計 経費合計 補助対象経費の合計額 statedtotal totaleligiblecost",
  ],
];
const KEY_OF = new Map<string, FactKey>(
  KEYS.flatMap(([key, words]) => words.split(" ").map((word) => [word, key] as const)),
);
const MONEY: ReadonlySet<FactKey> = new Set<FactKey>(["requested", "income", "capital", "statedTotal"]);

const NUMBERED = /^(?:[■◆●○◎□・*※]+|[(]?(?:\d{1,2}|[a-zⅰ-ⅹ]{1,3}|[ア-ン])[)．.、:]|[①-⑳])/;

/** 計画策定枠に係る補助金申請額: of what it is comes first. */
const OF = /^.+(?:に係る|に関する|に対する|における)/;

/** The key a label means; null when it is any other text. Remarks in parentheses do not matter. */
function keyOf(label: string): FactKey | null {
  if (label.length > 30) return null;
  const folded = compact(spelled(label))
    .replace(/[【】[\]「」<>]/g, "")
    .replace(/[::]$/, "");
  const bare = folded.replace(/\([^()]*\)/g, "");
  for (const candidate of [folded, bare, bare.replace(NUMBERED, ""), bare.replace(/^\d/, ""), bare.replace(OF, "")]) {
    const key = KEY_OF.get(candidate);
    if (key !== undefined) return key;
  }
  return null;
}

/** The area of a table, and the rows in it that are no entries. */
export interface Taken extends Area {
  readonly free: ReadonlySet<number>;
}

/** @param taken where no pair stands
 *  @param unit yen per figure that the sheet states for all of it */
export function readFacts(grid: Grid, taken: readonly Taken[], unit: number, date1904: boolean): Fact[] {
  const facts: Fact[] = [];
  const examples = once(() => exampleColumns(grid));
  const isExample = (row: number, column: number): boolean => examples()(row, column);
  for (const row of grid.sheet.rows) {
    const first = row.cells[0]?.column ?? 0;
    const last = row.cells[row.cells.length - 1]?.column ?? 0;
    if (taken.some((area) => area.left <= first && last <= area.right && reaches(area, row.index))) continue;
    const here = taken.filter((area) => reaches(area, row.index));
    for (const cell of row.cells) {
      if (typeof cell.value !== "string" || cell.value.length > 200) continue;
      if (here.some(({ left, right }) => cell.column >= left && cell.column <= right)) continue;
      const text = cell.value;
      const key = keyOf(text);
      if ((key !== null || /[：:]/.test(text)) && isExample(row.index, cell.column)) continue;
      if (key !== null) {
        const value = valueBeside(grid, row.index, cell.column, isExample) ?? valueBelow(grid, row.index, cell.column);
        const fact = value === null ? null : factOf(key, text, value.cell, grid.name, value.row, unit, date1904);
        if (fact !== null && isPlausible(fact)) facts.push(fact);
        continue;
      }
      if (/[：:]/.test(text))
        facts.push(...pairsWithin(text, grid.name, row.index, cell.column, unit).filter(isPlausible));
    }
  }
  return facts;
}

const MAY_BE_EXAMPLE = /例|見本|ル/;

/** Cells below a heading 記入例 are filled in to show how: they say nothing of this application. */
function exampleColumns(grid: Grid): (row: number, column: number) => boolean {
  const from = new Map<number, number>();
  for (const row of grid.sheet.rows)
    for (const cell of row.cells)
      if (
        typeof cell.value === "string" &&
        cell.value.length < 12 &&
        MAY_BE_EXAMPLE.test(cell.value) &&
        HEADS_EXAMPLES.test(compact(cell.value)) &&
        row.cells.length > 1
      )
        from.set(cell.column, from.get(cell.column) ?? row.index);
  return (row, column) => row >= (from.get(column) ?? Infinity);
}

const reaches = ({ top, bottom, free }: Taken, row: number): boolean => row >= top && row <= bottom && !free.has(row);

/** A label that stands beside something else than its value names no pair: 消費税 beside an amount, 区分 beside 備考. */
function isPlausible(fact: Fact): boolean {
  switch (fact.key) {
    case "tax":
      // 税込合計 below 消費税（10%） is the next row of a table.
      return (
        /税|課|免|抜|込|含|exclu|inclu/i.test(fact.text) && !/[合小総]計|総額/.test(fact.text) && fact.number === null
      );
    case "schemeName":
    case "frame":
    case "class":
    case "representative":
    case "industry":
      return fact.number === null && fact.text.length <= 60;
    case "rate":
      return /\d|[一二三四五六七八九]分の/.test(compact(fact.text)) && fact.text.length <= 20;
    case "start":
      return fact.day !== null;
    case "deficit":
      return fact.number === null && fact.text.length <= 20;
    default:
      return fact.number !== null;
  }
}

function valueBeside(
  grid: Grid,
  row: number,
  column: number,
  isExample: (row: number, column: number) => boolean,
): { cell: Cell; row: number } | null {
  let at = Math.max(column, grid.area(row, column)?.right ?? column) + 1;
  for (let steps = 0; steps < 6 && at <= grid.lastColumn; steps++) {
    const cell = isExample(row, at) ? undefined : grid.cell(row, at);
    if (cell !== undefined && !isBlank(cell)) {
      const text = textOf(cell);
      if (text !== null && (compact(text) === ":" || compact(text) === "=")) {
        at++;
        continue;
      }
      return text !== null && keyOf(text) !== null
        ? null
        : { cell, row: grid.own(row, at) === cell ? row : (grid.area(row, at)?.top ?? row) };
    }
    at = Math.max(at, grid.area(row, at)?.right ?? at) + 1;
  }
  return null;
}

function valueBelow(grid: Grid, row: number, column: number): { cell: Cell; row: number } | null {
  const below = Math.max(row, grid.area(row, column)?.bottom ?? row) + 1;
  const cell = grid.own(below, column);
  if (cell === undefined || isBlank(cell)) return null;
  const text = textOf(cell);
  if (text !== null && keyOf(text) !== null) return null;
  // Below labels in a column stands the next label, with its own value beside it; below labels in a row stand their values.
  const besideOf = (at: number): Cell | undefined => grid.own(at, (grid.area(at, column)?.right ?? column) + 1);
  if (text !== null && isBlank(besideOf(row)) && !isBlank(besideOf(below))) return null;
  if (isList(grid, row, below)) return null;
  return { cell, row: below };
}

const OF_OTHERS = /過去|これまで|以前|前回まで|他の?(?:補助|助成)|受給|交付実績|採択(?:実績|歴|履歴)|申請歴|履歴/;
const FEWEST_IN_A_LIST = 3;

/** 年度 | 制度 | 補助金額 over several rows of the same kinds, or under 過去の採択: a list of other grants, no answers. */
function isList(grid: Grid, labels: number, first: number): boolean {
  const filled = (row: number): readonly Cell[] => (grid.row(row)?.cells ?? []).filter((cell) => !isBlank(cell));
  const head = filled(labels);
  if (head.length < 2) return false;
  const above = filled(labels - 1);
  if (above.length === 1 && OF_OTHERS.test(compact(textOf(above[0]) ?? ""))) return true;
  const [one, two] = [filled(first), filled(first + 1)];
  const kinds = (cells: readonly Cell[]): string =>
    cells.map(({ column, value }) => `${String(column)} ${typeof value}`).join();
  return (
    head.length >= FEWEST_IN_A_LIST && one.some(({ value }) => typeof value === "number") && kinds(one) === kinds(two)
  );
}

/** "団体名：…   助成種別：DX共創実践枠" */
function pairsWithin(text: string, sheet: string, row: number, column: number, unit: number): Fact[] {
  const facts: Fact[] = [];
  for (const part of text.split(/[\r\n]+|\s{2,}|\u3000|[／|]/)) {
    const at = part.search(/[：:]/);
    if (at < 0) continue;
    const label = part.slice(0, at).replace(/^[（(]/, "");
    const value = part.slice(at + 1).trim();
    const key = keyOf(label);
    if (key === null || value === "" || value.length > 40 || /[。]/.test(value)) continue;
    const read = figureIn(value, key);
    const number = read?.value ?? readQuantity(value)?.value ?? null;
    const scaled =
      number !== null && MONEY.has(key) && read?.yen !== true
        ? multiply(number, fraction(scaleOf(compact(label)) ?? unit))
        : number;
    facts.push({
      key,
      label: oneLine(label),
      text: value,
      number: scaled,
      day: firstDay(value),
      cell: { sheet, row, column },
    });
  }
  return facts;
}

const figureIn = (text: string, key: FactKey): NumberReading | null =>
  MONEY.has(key) ? readAmount(text) : readNumber(text);

function factOf(
  key: FactKey,
  label: string,
  cell: Cell,
  sheet: string,
  row: number,
  unit: number,
  date1904: boolean,
): Fact {
  const at = { sheet, row, column: cell.column };
  const scale = MONEY.has(key) ? (scaleOf(compact(label)) ?? unit) : 1;
  const base = { key, label: oneLine(label), cell: at };
  const value = cell.value;
  if (typeof value === "number" && (isFigure(value) || value === 0)) {
    const day = serialDay(value, date1904);
    const dated = isDateFormat(cell.format) && day !== null;
    if (key === "rate") {
      // Excel turns a typed 2/3 into the 3rd of February; a fraction format shows 0.666… as 2/3.
      const text = dated
        ? `${String(Number(day.slice(5, 7)))}/${String(Number(day.slice(8)))}`
        : rateText(value, cell.format);
      return { ...base, text, number: dated ? null : fromNumber(value), day: null };
    }
    const number = fromNumber(value);
    return {
      ...base,
      text: dated ? day : String(value),
      number: scale === 1 ? number : multiply(number, fraction(scale)),
      day: key === "start" || dated ? day : null,
    };
  }
  if (typeof value === "string") {
    const read = figureIn(value, key);
    const plain = read?.value ?? readQuantity(value)?.value ?? null;
    const number: Fraction | null =
      plain !== null && scale !== 1 && read?.yen !== true ? multiply(plain, fraction(scale)) : plain;
    return { ...base, text: oneLine(value), number, day: firstDay(value) };
  }
  return { ...base, text: isCellError(value) ? value.error : String(value), number: null, day: null };
}

/** 0.666666666666667 as "2/3", 0.5 as "1/2", where a small denominator fits; else as the decimal itself. */
function rateText(value: number, format: string | null): string {
  if (format !== null && format.includes("%") && Number.isInteger(value * 100)) return `${String(value * 100)}%`;
  for (let denominator = 1; denominator <= 20; denominator++) {
    const numerator = Math.round(value * denominator);
    if (numerator > 0 && Math.abs(value * denominator - numerator) < 1e-9 * denominator)
      return `${String(numerator)}/${String(denominator)}`;
  }
  return fold(String(value));
}
