/**
 * A budget that is written, not drawn: センサー：5,000円×4個＝20,000円 or サーバー……120,000円 in one cell, or sentences
 * (委託に60万円、センサーに12万円を見込む). Each purchase is drawn as a row of its own under a header.
 */
import { toNumber } from "../../money/fraction";
import { compact } from "../../text/fold";
import { isDateFormat } from "../../text/date";
import { readAmount } from "../../text/amount";
import { readQuantity } from "../../text/number";
import { isBlank } from "../../workbook/grid";
import { redrawn, type DrawnRow, type Redrawn } from "../../workbook/redrawn";
import type { Cell, Row, Sheet } from "../../workbook/workbook";
import { isTotalWord } from "../words/total-words";

const ROWS_CHECKED = 60;
const FEWEST_LINES = 2;
const LONGEST_CELL = 400;
const LONGEST_NAME = 45;

const DIGITS = "[0-9０-９][0-9０-９,，.．]*";
const MONEY = `[金¥￥]?\\s*(?:${DIGITS}\\s*(?:億|百万|千万|万|千)?円|[¥￥]\\s*${DIGITS}|[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+)(?:也|-|－)?`;
const TAX = "(?:\\s*[（(](?:税抜き?|税込み?|税別|概算|予定|見込み?)[）)])?";
const PARTED = "\\s*(?:[：:＝=→⇒]|[…‥]+|[・.．･]{3,}|[-－―—ー]{2,}|[\\s\u3000]+)\\s*";
const TIMES = "[×✕xX*＊]";
const MAY_BE_WRITTEN = /[0-9０-９].{0,3}円|[0-9０-９][,，][0-9０-９]{3}/;
/** センサー：5,000円×4個＝20,000円; the amount may be left out. */
const CALCULATED = new RegExp(
  `^(.+?)(?:${PARTED})[@＠]?(${MONEY}|${DIGITS})\\s*${TIMES}\\s*(${DIGITS}[^0-9０-９＝=]{0,6}?)\\s*(?:[＝=…‥\\s\u3000]+(${MONEY})${TAX})?[。.]?$`,
);
/** 通信費：月2,000円×6か月＝12,000円 */
const WORKED_OUT = new RegExp(
  `^([^：:＝=]+?)[：:\\s\u3000]+([^＝=]*[0-9０-９][^＝=]*)[＝=]\\s*(${MONEY})${TAX}[。.]?$`,
);
const PLAIN = new RegExp(
  `^(.+?)(?:${PARTED}|(?<=[^0-9０-９,，.．×@＠+/／-])(?=[金¥￥0-9０-９]))(${MONEY})${TAX}[。.]?$`,
);
const BULLET =
  /^[\s\u3000]*(?:[・●○◎■□◆◇▪•‣*＊＞>]|[-－–—](?=[\s\u3000])|[（(]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2}|[ア-ンｱ-ﾝ])[)）.．、](?![0-9０-９])|[①-⑳]|[0-9０-９]{1,2}[\s\u3000]+(?=\D))*[\s\u3000]*/;
/** 委託に60万円、センサーに12万円を見込む。 */
const IN_A_SENTENCE = new RegExp(`([^、。，]{2,45}?)(?:に|が|は|として|で|へ)?\\s*(?:約|およそ)?(${MONEY})`, "g");
const ENDS_A_PURCHASE = /^(?:を|と|や|および|及び|かかる|見込む|見込み|計上|支払う|[、。，\s])*/;
const BEGINS =
  /^(?:を(?:見込む|計上する|予定する)?|見込む|と|や|および|及び|また|さらに|このほか|そのほか|その他に|ほかに|加えて)[、，]?/;
/** What a firm is and has, what it asks for: no purchases. */
const NO_PURCHASE =
  /資本金|売上|年商|利益|限度|上限|下限|補助(?:金|額|率)|助成|交付|自己(?:資金|負担)|借入|申請額|要望額|請求額|事業費$|従業員|出資|年間|削減|見込額|目標|残高|収入|以上|以下|未満|平均|単価|時給|日給|給与|定価|規模/;

interface Written {
  readonly name: string;
  readonly amount: string | null;
  readonly price: string | null;
  readonly quantity: string | null;
  readonly calculation: string | null;
  readonly inSentence: boolean;
}

/** null where a sheet is not written so: it has figures in cells of their own, or no purchases in words. */
export function drawWrittenLines(sheet: Sheet): Redrawn | null {
  const column = sheet.visibility === "visible" ? columnOf(sheet) : null;
  if (column === null) return null;
  const written = new Map<Row, readonly Written[]>();
  /** Beside purchases other figures may be told, and pairs stand above them; a sheet of those is no budget. */
  let others = 0;
  for (const row of sheet.rows) {
    const found = writtenIn(row, column);
    if (row.cells.filter((cell) => !isBlank(cell)).length > 1) others++;
    if (found.some(({ name }) => NO_PURCHASE.test(name))) others++;
    else if (found.length > 0) written.set(row, found);
  }
  const all = [...written.values()].flat();
  const lines = all.filter(({ name }) => !isTotal(name));
  if (lines.length < FEWEST_LINES || others > lines.length) return null;
  const isList =
    all.every(({ name }, index) => !isTotal(name) || index > 0) && !all.some(({ inSentence }) => inSentence);
  return (isList && isBudget(sheet, all)) || isProven(all) ? drawn(sheet, column, written) : null;
}

const isTotal = (name: string): boolean =>
  isTotalWord(name) || /^(?:以上)?[、,]?(?:合|総)?計(?:で|は)?$|^総額(?:で|は)?$/.test(compact(name));

/** A list states its sum, or more than two items below words of spending. */
function isBudget({ name, rows }: Sheet, all: readonly Written[]): boolean {
  const says = ({ cells }: Row): boolean =>
    cells.some(({ value }) => typeof value === "string" && SPENDING.test(value));
  return (
    all.some((line) => isTotal(line.name)) || (all.length > FEWEST_LINES && (SPENDING.test(name) || rows.some(says)))
  );
}
const SPENDING = /予算|経費|費用|見積|購入|買/;

/** Sentences speak of many figures: these are purchases only where the total that they say is right. */
function isProven(all: readonly Written[]): boolean {
  const yen = ({ amount }: Written): number => toNumber(readAmount(amount ?? "")?.value ?? { n: 0n, d: 1n });
  const total = all.findLast(({ name }) => isTotal(name));
  const sum = all.reduce((whole, line) => (isTotal(line.name) ? whole : whole + yen(line)), 0);
  return total !== undefined && yen(total) === sum;
}

/** The column of the words, where no cell holds a figure of its own. */
function columnOf({ rows }: Sheet): number | null {
  if (!rows.slice(0, ROWS_CHECKED).some((row) => isWords(row.cells))) return null;
  const hasFigure = ({ value, format }: Cell): boolean =>
    typeof value === "number"
      ? !isDateFormat(format) && Math.abs(value) >= 100
      : typeof value === "string" && MAY_BE_WRITTEN.test(value) && readAmount(value) !== null;
  if (rows.some(({ cells }) => cells.some(hasFigure))) return null;
  const first = rows.find((row) => isWords(row.cells));
  return first?.cells.find((cell) => !isBlank(cell))?.column ?? null;
}

/** A row of one cell that says an amount. */
function isWords(cells: readonly Cell[]): boolean {
  const [only, ...more] = cells.filter((cell) => !isBlank(cell));
  return (
    only !== undefined &&
    more.length === 0 &&
    typeof only.value === "string" &&
    only.value.length <= LONGEST_CELL &&
    MAY_BE_WRITTEN.test(only.value)
  );
}

function writtenIn({ cells }: Row, column: number): Written[] {
  if (!isWords(cells)) return [];
  const cell = cells.find((one) => one.column === column);
  if (typeof cell?.value !== "string") return [];
  return cell.value
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .flatMap((line) => lineIn(line) ?? sentenceIn(line));
}

/** One item with its amount behind it. */
function lineIn(text: string): Written | null {
  const bare = text.replace(BULLET, "");
  const calculated = CALCULATED.exec(bare);
  if (calculated !== null) {
    const [, name = "", price = "", quantity = "", amount] = calculated;
    const counted = readQuantity(quantity) !== null && readAmount(price) !== null && name.length <= LONGEST_NAME;
    if (counted)
      return {
        name: trimmed(name),
        amount: amount ?? null,
        price,
        quantity,
        calculation: bare.slice(name.length).replace(/^[：:\s…]+/, ""),
        inSentence: false,
      };
  }
  const worked = WORKED_OUT.exec(bare);
  if (worked !== null && (worked[1] ?? "").length <= LONGEST_NAME && !MAY_BE_WRITTEN.test(worked[1] ?? "")) {
    const [, name = "", calculation = "", amount = ""] = worked;
    return { name: trimmed(name), amount, price: null, quantity: null, calculation, inSentence: false };
  }
  const [, name, amount] = PLAIN.exec(bare) ?? [];
  if (name === undefined || amount === undefined || name.length > LONGEST_NAME || /[。、，]/.test(name)) return null;
  const own = trimmed(name);
  return own === "" || MAY_BE_WRITTEN.test(own) || readAmount(amount) === null
    ? null
    : { name: own, amount, price: null, quantity: null, calculation: null, inSentence: false };
}

const trimmed = (name: string): string => name.replace(/[\s\u3000：:＝=…‥・.．－―—-]+$/, "").trim();

/** Every purchase of a sentence. */
function sentenceIn(text: string): Written[] {
  const found: Written[] = [];
  for (const [, said = "", amount = ""] of text.matchAll(IN_A_SENTENCE)) {
    const name = trimmed(said.replace(ENDS_A_PURCHASE, "").replace(BEGINS, ""));
    if (name !== "" && readAmount(amount) !== null)
      found.push({ name, amount, price: null, quantity: null, calculation: null, inSentence: true });
  }
  return found;
}

const HEADER = ["品名", "単価", "数量", "金額", "備考"] as const;

function drawn(sheet: Sheet, column: number, written: ReadonlyMap<Row, readonly Written[]>): Redrawn {
  const rows: DrawnRow[] = [];
  const listed = [...written.keys()];
  const [first, last] = [listed[0] as Row, listed[listed.length - 1] as Row];
  let shift = 0;
  const add = (from: Row, values: readonly (string | null)[]): void => {
    const own = from.cells.find((cell) => cell.column === column) as Cell;
    const cells = values.flatMap((value, at) =>
      value === null ? [] : [{ ...own, value, formula: null, column: column + at }],
    );
    rows.push({
      row: { ...from, index: from.index + shift, cells },
      from: from.index,
      placeOf: () => ({ row: from.index, column }),
    });
  };
  for (const row of sheet.rows) {
    if (row === first) {
      add(row, HEADER);
      shift++;
    }
    const lines = written.get(row);
    if (lines === undefined) {
      if (row.index <= last.index) rows.push({ row: { ...row, index: row.index + shift }, from: row.index });
      continue;
    }
    for (const [at, { name, amount, price, quantity, calculation }] of lines.entries()) {
      if (at > 0) shift++;
      add(row, [name, price, quantity, amount, calculation]);
    }
  }
  return redrawn(sheet, rows, [], false);
}
