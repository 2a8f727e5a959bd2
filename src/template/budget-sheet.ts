/** 予算明細: the lines of the budget, with the scheme's items to choose from. */
import { sourceText } from "../core/scheme/describe";
import type { RatioLimit, Scheme } from "../core/scheme/scheme";
import { columnName } from "../core/workbook/workbook";
import { clauseWords } from "../schemes/wording";
import { itemLabels, type ItemLabel } from "./items";
import type { LabourSheet } from "./labour-sheet";
import type { InputCheck, TemplateSheet } from "./model";
import { SheetBuilder } from "./sheet";
import { caseOf, quoted } from "./subsidy-formula";

const NAME = "予算明細";
const HEADER = 4;
const FIRST = 5;
const LINES = 40;

export interface BudgetSheet {
  readonly sheet: TemplateSheet;
  /** Cell of the total, as other sheets refer to it. */
  readonly total: string;
  /** Formula of the sum of the lines under these item names. */
  readonly sumOf: (labels: readonly string[]) => string;
}

type Field =
  | "no"
  | "major"
  | "item"
  | "description"
  | "vendor"
  | "price"
  | "quantity"
  | "unit"
  | "amount"
  | "years"
  | "acquired"
  | "secondHand"
  | "verdict"
  | "note";

const WIDTHS: Readonly<Record<Field, number>> = {
  no: 5,
  major: 12,
  item: 24,
  description: 40,
  vendor: 24,
  price: 13,
  quantity: 8,
  unit: 7,
  amount: 15,
  years: 10,
  acquired: 13,
  secondHand: 8,
  verdict: 9,
  note: 30,
};

/** @param taxCell where the application says how amounts are stated, when the applicant may choose */
export function budgetSheet(scheme: Scheme, labour: LabourSheet | null, taxCell: string | null): BudgetSheet {
  const labels = itemLabels(scheme);
  const isAsset = scheme.result === "asset-qualification";
  const fields: Field[] = [
    "no",
    ...(scheme.majors.length > 0 ? (["major"] as const) : []),
    ...(labels.length > 0 || isAsset ? (["item"] as const) : []),
    "description",
    "vendor",
    "price",
    "quantity",
    "unit",
    "amount",
    ...(isAsset ? (["years", "acquired", "secondHand", "verdict"] as const) : []),
    "note",
  ];
  const column = (field: Field) => fields.indexOf(field) + 1;
  const cell = (field: Field, row: number) => `$${columnName(column(field))}${String(row)}`;
  const last = FIRST + LINES - 1 + (labour === null ? 0 : 2);
  const total = last + 1;
  const range = (field: Field) => {
    const letter = columnName(column(field));
    return `${NAME}!$${letter}$${String(FIRST)}:$${letter}$${String(last)}`;
  };

  const builder = new SheetBuilder(NAME);
  builder.put(1, 1, "title", `${scheme.name.ja} 予算明細`);
  builder.put(2, 1, "note", "※単位は円です。黄色の欄に記入してください。灰色の欄は自動で計算されます。");
  for (const field of fields) header(builder, scheme, field, column(field), taxCell);
  for (let row = FIRST; row < FIRST + LINES; row++) {
    for (const field of fields) line(builder, scheme, labels, field, row, column(field), cell);
  }
  if (labour !== null) {
    labourLine(builder, labels, fields, FIRST + LINES, "employee-wage", labour.employees, cell);
    labourLine(builder, labels, fields, FIRST + LINES + 1, "part-time-wage", labour.helpers, cell);
  }
  for (const field of fields)
    if (field !== "amount") builder.put(total, column(field), "totalLabel", field === "description" ? "合計" : null);
  const letter = columnName(column("amount"));
  builder.compute(total, column("amount"), "totalNumber", `SUM(${letter}${String(FIRST)}:${letter}${String(last)})`, 0);
  builder.notes(total + 2, notesOf(scheme, labour !== null));
  checks(builder, scheme, labels, fields, column);

  return {
    sheet: builder.build({ widths: fields.map((field) => WIDTHS[field]), headerRow: HEADER, orientation: "landscape" }),
    total: builder.address(total, column("amount")),
    sumOf: (names) =>
      names.length === 0
        ? "0"
        : names.map((name) => `SUMIFS(${range("amount")},${range("item")},${quoted(name)})`).join("+"),
  };
}

function header(builder: SheetBuilder, scheme: Scheme, field: Field, column: number, taxCell: string | null): void {
  const words: Readonly<Record<Field, string>> = {
    no: "No",
    major: "大項目",
    item: scheme.result === "asset-qualification" ? "種別" : scheme.majors.length > 0 ? "中項目" : "費目",
    description: "内訳(品名・仕様)",
    vendor: "発注先",
    price: "単価",
    quantity: "数量",
    unit: "単位",
    amount: "金額",
    years: "販売開始からの年数",
    acquired: "納入予定日",
    secondHand: "中古",
    verdict: "判定",
    note: "備考(項番・計算式)",
  };
  const word = words[field];
  if (field !== "price" && field !== "amount") builder.put(HEADER, column, "header", word);
  else if (taxCell === null) builder.put(HEADER, column, "header", `${word}(税込)`);
  else
    builder.compute(
      HEADER,
      column,
      "header",
      `IF(LEFT(${taxCell},2)="税込","${word}(税込)","${word}(税抜)")`,
      `${word}(税抜)`,
    );
}

type CellOf = (field: Field, row: number) => string;

function line(
  builder: SheetBuilder,
  scheme: Scheme,
  labels: readonly ItemLabel[],
  field: Field,
  row: number,
  column: number,
  cell: CellOf,
): void {
  const at = (other: Field) => cell(other, row);
  switch (field) {
    case "no":
      builder.compute(
        row,
        column,
        "computed",
        numberFormula(at("description"), cell("no", HEADER), cell("no", row - 1)),
        "",
      );
      return;
    case "major":
      builder.compute(row, column, "computed", majorFormula(labels, at("item")), "");
      return;
    case "amount":
      builder.compute(
        row,
        column,
        "computedNumber",
        `IF(OR(${at("price")}="",${at("quantity")}=""),"",ROUNDDOWN(ROUND(${at("price")}*${at("quantity")},6),0))`,
        "",
      );
      return;
    case "verdict":
      builder.compute(row, column, "computed", verdictFormula(scheme, at), "");
      return;
    case "price":
      builder.put(row, column, "inputYen");
      return;
    case "quantity":
    case "years":
      builder.put(row, column, "inputNumber");
      return;
    case "acquired":
      builder.put(row, column, "inputDate");
      return;
    default:
      builder.put(row, column, "input");
  }
}

const majorFormula = (labels: readonly ItemLabel[], cell: string): string =>
  caseOf(
    cell,
    labels.map(({ label, major }) => [label, quoted(major ?? "")] as const),
    '""',
  );

/** One more than the last number above; blank lines are passed over. */
const numberFormula = (description: string, header: string, above: string): string =>
  `IF(${description}="","",MAX(${header}:${above})+1)`;

/** 対象 or 対象外 for an asset, by price, age, date and whether it is new. */
function verdictFormula(scheme: Scheme, at: (field: Field) => string): string {
  const [year = "", month = "", day = ""] = (scheme.acquiredUntil?.day ?? "")
    .split("-")
    .map((part) => String(Number(part)));
  const late = scheme.acquiredUntil === undefined ? [] : [`${at("acquired")}>DATE(${year},${month},${day})`];
  const perKind = caseOf(
    at("item"),
    scheme.frames.map(({ name, asset }) => {
      const tests = [
        `${at("price")}<${String(asset?.minPrice ?? 0)}`,
        ...(asset?.maxYearsOnSale === undefined ? [] : [`${at("years")}>${String(asset.maxYearsOnSale)}`]),
      ];
      return [name.ja, tests.length === 1 ? (tests[0] ?? "") : `OR(${tests.join(",")})`] as const;
    }),
    "FALSE",
  );
  const tests = [`${at("secondHand")}="はい"`, ...late, perKind];
  return `IF(OR(${at("item")}="",${at("price")}=""),"",IF(OR(${tests.join(",")}),"対象外","対象"))`;
}

/** The labour sheet's total of one kind, as a line of the budget; empty while nobody is entered there. */
function labourLine(
  builder: SheetBuilder,
  labels: readonly ItemLabel[],
  fields: readonly Field[],
  row: number,
  kind: "employee-wage" | "part-time-wage",
  amounts: string,
  cell: CellOf,
): void {
  const label = labels.find(({ category }) => category.kinds.includes(kind))?.label ?? "";
  const text =
    kind === "employee-wage"
      ? "従業員の人件費(労務費シートのとおり)"
      : "パート・アルバイトの人件費(労務費シートのとおり)";
  const shown = (value: string) => `IF(SUM(${amounts})=0,"",${value})`;
  fields.forEach((field, index) => {
    const column = index + 1;
    const at = (other: Field) => cell(other, row);
    if (field === "no")
      builder.compute(
        row,
        column,
        "computed",
        numberFormula(at("description"), cell("no", HEADER), cell("no", row - 1)),
        "",
      );
    else if (field === "major") builder.compute(row, column, "computed", majorFormula(labels, at("item")), "");
    else if (field === "item") builder.compute(row, column, "computed", shown(quoted(label)), "");
    else if (field === "description") builder.compute(row, column, "computed", shown(quoted(text)), "");
    else if (field === "amount") builder.compute(row, column, "computedNumber", shown(`SUM(${amounts})`), "");
    else builder.put(row, column, "fixed");
  });
}

const clause = (scheme: Scheme, rule: string): string => {
  const source = scheme.rules[rule];
  return source?.clause === undefined ? "" : `(${clauseWords(sourceText(source), "ja")})`;
};

function notesOf(scheme: Scheme, hasLabour: boolean): string[] {
  const tax =
    scheme.tax.treatment === "inclusive"
      ? "金額は、支払う額(税込)で記入します。"
      : scheme.tax.exempt === undefined
        ? "消費税の扱いは原典に記載がありません。公募元にご確認ください。"
        : `金額は、消費税を除いて記入します。免税・簡易課税などの申請者は税込で記入できます(${scheme.tax.clause ?? ""})。`;
  const threshold = scheme.categories.find(({ minUnitPrice }) => minUnitPrice !== undefined);
  const below = scheme.categories.find(({ belowUnitPrice }) => belowUnitPrice !== undefined);
  return [
    tax,
    ...(threshold?.minUnitPrice === undefined || below === undefined
      ? []
      : [
          `単価${threshold.minUnitPrice.toLocaleString("en-US")}円以上の機器は「${threshold.middle}」、未満は「${below.middle}」です(${threshold.clause ?? ""})。`,
        ]),
    ...scheme.ratios.map(ratioNote),
    ...(Object.hasOwn(scheme.rules, "evidence/missing")
      ? [
          `備考に見積書の項番を記入し、見積書一覧と一致させてください。数量が2以上のときは計算式も記入します${clause(scheme, "evidence/mismatch")}。`,
        ]
      : []),
    ...(scheme.quoteRequired === undefined
      ? []
      : [
          `${scheme.quoteRequired.above.toLocaleString("en-US")}円を超える${scheme.quoteRequired.item.minor ?? scheme.quoteRequired.item.middle}は見積書を添え、備考に項番を記入します(${scheme.quoteRequired.clause ?? ""})。`,
        ]),
    ...(hasLabour ? ["人件費は労務費シートに記入すると、下の2行に入ります。"] : []),
    "行が足りないときは、表の途中に行を挿入し、上の行の数式を写してください。",
  ];
}

function ratioNote({ name: { ja }, max, bases: [base] }: RatioLimit): string {
  const of = { without: `${ja}を除く経費`, total: "経費の合計", grant: "助成金額" };
  return `${ja}は、${of[base?.of ?? "total"]}の${percent(max)}以内です(${clauseOf(base)})。`;
}

const clauseOf = (source: { readonly clause?: string } | undefined): string => source?.clause ?? "";

function percent(share: string): string {
  const [top = 0, bottom = 1] = share.split("/").map(Number);
  return `${String((top * 100) / bottom)}%`;
}

function checks(
  builder: SheetBuilder,
  scheme: Scheme,
  labels: readonly ItemLabel[],
  fields: readonly Field[],
  column: (field: Field) => number,
): void {
  const add = (field: Field, allow: InputCheck["allow"], prompt: string): void => {
    if (fields.includes(field)) builder.check(FIRST, FIRST + LINES - 1, column(field), allow, prompt);
  };
  const isAsset = scheme.result === "asset-qualification";
  const options = isAsset ? scheme.frames.map(({ name }) => name.ja) : labels.map(({ label }) => label);
  add(
    "item",
    { kind: "list", options },
    isAsset
      ? `設備の種類を選んでください(${scheme.frames[0]?.clause ?? ""})。`
      : `費目を選んでください${clause(scheme, "category/missing")}。`,
  );
  add("description", { kind: "any" }, "何を買うか、何を頼むかがわかるように記入してください。");
  add("price", { kind: "decimal", least: -1e12 }, "単価(円)を数字で記入してください。値引きはマイナスで記入します。");
  add("quantity", { kind: "decimal", least: 0 }, "数量を数字で記入してください。");
  add(
    "note",
    { kind: "any" },
    `見積書の項番と計算式を記入してください(例 項番3 98,000円×2台)${clause(scheme, "evidence/mismatch")}。`,
  );
  add("years", { kind: "decimal", least: 0 }, "その型式の販売が始まってからの年数を記入してください。");
  add("secondHand", { kind: "list", options: ["はい", "いいえ"] }, "中古の設備は対象になりません。");
  const until = scheme.acquiredUntil;
  if (until !== undefined)
    add(
      "acquired",
      { kind: "date", from: "2000-01-01", to: "2099-12-31" },
      `${until.day} までに取得した設備が対象です(${until.clause ?? ""})。`,
    );
}
