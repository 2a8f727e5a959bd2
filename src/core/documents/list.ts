/** A list of estimates: one row, one estimate, as a purchasing person types it. */
import { compact } from "../text/fold";
import { plain } from "../text/plain";
import { isDateFormat, serialDay } from "../text/date";
import { isBlank } from "../workbook/grid";
import { cellName, type Cell, type Row, type Sheet } from "../workbook/workbook";
import { dayIn, validUntilIn } from "./words/days";
import type { DocumentItem, DocumentKind, DocumentRead, PlacedField } from "./document";
import { quantityIn, yenIn, numberIn } from "./words/figures";
import type { PaperPlace } from "./page/paper";
import { pageOfSheet } from "./page/sheet-page";
import { partiesOf } from "./parties";
import { settleFigures } from "./items/settle";
import type { Source } from "./understand";

type Column =
  | "evidenceNo"
  | "number"
  | "issuer"
  | "addressee"
  | "date"
  | "validUntil"
  | "name"
  | "spec"
  | "quantity"
  | "unit"
  | "unitPrice"
  | "exclusive"
  | "inclusive"
  | "amount"
  | "tax"
  | "rate"
  | "registration"
  | "kind"
  | "note";

const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ["evidenceNo", /^(?:項番|整理項番|資料番号|証憑番号|添付番号|予算項番|見積項番|項目番号|no\.?\(項番\)|別紙番号)$/],
  [
    "number",
    /^(?:見積(?:書)?(?:番号|no\.?|№)|管理番号|伝票番号|書類番号|文書番号|quot(?:e|ation)no\.?|estimateno\.?)$/,
  ],
  ["registration", /登録番号|インボイス番号|事業者番号|適格/],
  [
    "issuer",
    /^(?:発行(?:者|元|会社|業者)名?|見積(?:者|先|業者|提出者|会社)名?|業者名?|会社名|取引先名?|発注先名?|購入先名?|仕入先名?|支払先名?|店名|販売店|vendor|supplier|issuer|seller)$/,
  ],
  ["addressee", /^(?:宛名|宛先|お客様名?|発注者|申請者|提出先|addressee|customer|billto)$/],
  ["validUntil", /有効期(?:限|間|日)|見積期限|^期限$|valid/],
  ["date", /^(?:発行(?:年月)?日|見積(?:年月)?日|日付|作成日|取得日|年月日|issuedate|date)$/],
  ["kind", /^(?:種類|書類種別|書類|種別|区分)$/],
  ["quantity", /^(?:数量?|員数|個数|台数|人数|本数|qty|quantity)$/],
  ["unit", /^(?:単位|unit)$/],
  ["unitPrice", /単価|unitprice/],
  ["rate", /^(?:消費税)?税率|taxrate/],
  ["tax", /^(?:うち|内)?消費税(?:額|等)?|^税額|^tax$/],
  ["exclusive", /(?:金額|価格|額|合計|計|代金).*(?:税抜|税別|外税|本体)|^(?:税抜|税別|本体)|net/],
  ["inclusive", /(?:金額|価格|額|合計|計|代金|総額).*(?:税込|内税)|^税込|gross/],
  ["amount", /^(?:金額|見積(?:金)?額|合計(?:金額)?|価格|代金|amount|total|price)/],
  ["spec", /^(?:仕様|型番|型式|規格|品番|spec|model)/],
  ["name", /^(?:品名|品目|件名|内容|商品名|名称|項目|品名・仕様|見積内容|摘要|item|description|product)/],
  ["note", /^(?:備考|摘要|note|remarks?)/],
  ["evidenceNo", /^(?:no\.?|番号|#|№)$/],
];

interface Found {
  readonly row: number;
  readonly columns: ReadonlyMap<Column, number>;
}

/** The row of headings of a list of estimates; null where the sheet is no such list. */
function headingsOf(sheet: Sheet): Found | null {
  for (const row of sheet.rows.slice(0, 30)) {
    const columns = new Map<Column, number>();
    for (const { value, column } of row.cells) {
      if (typeof value !== "string") continue;
      const text = compact(value).replace(/[【】■*※]/g, "");
      const found = HEADINGS.find(([name, words]) => !columns.has(name) && words.test(text));
      if (found !== undefined) columns.set(found[0], column);
    }
    const money = columns.has("exclusive") || columns.has("inclusive") || columns.has("amount");
    const whose = columns.has("issuer") && (columns.has("evidenceNo") || columns.has("number") || columns.has("date"));
    if (columns.size >= 4 && money && whose) return { row: row.index, columns };
  }
  return null;
}

/** null where the sheet is no list of estimates. */
export function readList(sheet: Sheet, source: Source, date1904: boolean): DocumentRead[] | null {
  const headings = headingsOf(sheet);
  if (headings === null) return null;
  // 宛先：… above the table holds for every row.
  const above = pageOfSheet({ ...sheet, rows: sheet.rows.filter(({ index }) => index < headings.row) }, 0, date1904);
  const addressee = above === null ? null : (partiesOf([above], new Set()).addressee?.value ?? null);
  const carried = new Map<Column, string>(addressee === null ? [] : [["addressee", addressee]]);
  const documents: DocumentRead[] = [];
  for (const row of sheet.rows) {
    if (row.index <= headings.row || row.hidden) continue;
    const read = readRow(row, headings.columns, source, date1904, carried);
    if (read !== null) documents.push(read);
  }
  return documents.length === 0 ? null : documents;
}

function readRow(
  row: Row,
  columns: ReadonlyMap<Column, number>,
  source: Source,
  date1904: boolean,
  carried: Map<Column, string>,
): DocumentRead | null {
  const cell = (name: Column): Cell | undefined => row.cells.find(({ column }) => column === columns.get(name));
  const text = (name: Column): string | null => {
    const found = cell(name);
    if (found === undefined || isBlank(found)) return null;
    if (typeof found.value === "number") {
      const day = isDateFormat(found.format) ? serialDay(found.value, date1904) : null;
      return day ?? String(found.value);
    }
    return typeof found.value === "string" ? found.value.normalize("NFC").trim() : null;
  };
  const yen = (name: Column): number | null => {
    const found = cell(name);
    if (typeof found?.value === "number") return Math.round(found.value);
    const shown = text(name);
    return shown === null ? null : yenIn(shown);
  };
  const place = (name: Column): PaperPlace | null => {
    const found = cell(name);
    return found === undefined ? null : { ...NOWHERE, page: source.page, cell: cellName(row.index, found.column) };
  };
  const name = text("name");
  const [exclusive, inclusive, plainAmount, tax] = [yen("exclusive"), yen("inclusive"), yen("amount"), yen("tax")];
  if (exclusive === null && inclusive === null && plainAmount === null) return null;
  const first =
    row.cells.map(({ value }) => (typeof value === "string" ? plain(value) : "")).find((it) => it !== "") ?? "";
  if (/^(?:合計|小計|総計|計|total)$/i.test(first) || (name === null && text("issuer") === null)) return null;
  const issuer = text("issuer") ?? carried.get("issuer") ?? null;
  if (issuer !== null) carried.set("issuer", issuer);
  const stated = [
    ...(exclusive === null ? [] : [told("net", exclusive)]),
    ...(inclusive === null ? [] : [told("gross", inclusive)]),
    ...(tax === null ? [] : [told("tax", tax)]),
    ...(exclusive === null && inclusive === null && plainAmount !== null ? [told("total", plainAmount)] : []),
  ];
  const taxIncluded = exclusive === null && (inclusive !== null ? true : plainAmount === null);
  const amount = (exclusive ?? inclusive ?? plainAmount) as number;
  const figures = settleFigures({ yen: amount, byRate: null }, stated, {
    heading: taxIncluded ? "inclusive" : exclusive !== null ? "exclusive" : null,
    paper: null,
  });
  const counted = quantityIn(text("quantity") ?? "");
  const date = dayIn(text("date") ?? "");
  const item: DocumentItem = {
    name: name ?? issuer ?? "",
    spec: text("spec"),
    quantity:
      typeof cell("quantity")?.value === "number" ? (cell("quantity")?.value as number) : (counted?.value ?? null),
    unit: text("unit") ?? counted?.unit ?? null,
    unitPrice:
      typeof cell("unitPrice")?.value === "number"
        ? (cell("unitPrice")?.value as number)
        : numberIn(text("unitPrice") ?? ""),
    amount,
    taxRate: null,
    optional: false,
    at: place(exclusive !== null ? "exclusive" : inclusive !== null ? "inclusive" : "amount"),
  };
  const number = (text("evidenceNo") ?? asItemNumber(text("number")) ?? "")
    .normalize("NFKC")
    .match(/\d{1,4}(?:-\d{1,3})?/)?.[0]
    ?.replace(/^0+(?=\d)/, "");
  return {
    ...source,
    row: row.index,
    digest: null,
    kind: kindOf(text("kind")),
    evidenceNo: number ?? null,
    number: text("number"),
    issuer,
    formerly: [],
    addressee: text("addressee") ?? carried.get("addressee") ?? null,
    date,
    validUntil: validUntilIn(text("validUntil") ?? "", date),
    registrationNumber: plain(text("registration") ?? "").match(/T\d{13}/)?.[0] ?? null,
    currency: "JPY",
    taxIncluded: figures.taxIncluded ?? taxIncluded,
    items: [item],
    net: figures.net,
    tax: figures.tax,
    gross: figures.gross,
    taxByRate: figures.taxByRate,
    confidence: 1,
    problem: null,
    subject: name,
    comparative: /相見積/.test(text("note") ?? "") || /相見積/.test(text("kind") ?? ""),
    remarks: text("note") ?? "",
    places: Object.fromEntries(
      Object.entries(PLACES).flatMap(([field, column]) => {
        const at = place(column);
        return at === null ? [] : [[field, at]];
      }),
    ),
  };
}

const kindOf = (text: string | null): DocumentKind =>
  text === null || /見積/.test(text)
    ? "estimate"
    : /請求/.test(text)
      ? "invoice"
      : /注文|発注/.test(text)
        ? "order"
        : /納品/.test(text)
          ? "delivery"
          : "estimate";

/** Under which column the fields of a row stand. */
const PLACES: Readonly<Record<PlacedField, Column>> = {
  number: "number",
  issuer: "issuer",
  addressee: "addressee",
  date: "date",
  validUntil: "validUntil",
  registrationNumber: "registration",
  net: "exclusive",
  tax: "tax",
  gross: "inclusive",
};

/** A list has no page that could be drawn. */
const NOWHERE: PaperPlace = { page: 1, x0: 0, y0: 0, x1: 0, y1: 0, cell: null };

const told = (kind: "net" | "gross" | "tax" | "total", value: number) => ({
  kind,
  rate: null,
  inside: false,
  whole: true,
  label: "",
  value,
  at: NOWHERE,
});

/** 見積番号 1, 2, 3 … of a list are its 項番; the numbers that firms give their papers are longer. */
const asItemNumber = (text: string | null): string | null =>
  text !== null && /^\d{1,3}$/.test(text.normalize("NFKC").trim()) ? text : null;
