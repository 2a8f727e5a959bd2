/** 労務費: one row a person; the hourly rate and the amount work themselves out. */
import { sourceText } from "../core/scheme/describe";
import type { Scheme } from "../core/scheme/scheme";
import { clauseWords } from "../schemes/wording";
import type { TemplateSheet } from "./model";
import { SheetBuilder } from "./sheet";

const HEADER = 3;
const EMPLOYEES = { top: 4, bottom: 13 };
const HELPERS = { top: 14, bottom: 18 };
const TOTAL = 19;
const [PERSON, GROUP, BASE, ALLOWANCES, WELFARE, SCHEDULED, RATE, HOURS, AMOUNT] = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export interface LabourSheet {
  readonly sheet: TemplateSheet;
  /** Ranges of the amounts, as other sheets refer to them. */
  readonly employees: string;
  readonly helpers: string;
}

export function labourSheet(scheme: Scheme): LabourSheet {
  const builder = new SheetBuilder("労務費");
  const month = scheme.labour?.payMonth;
  const basis = month === undefined ? "" : `(${era(month)}の給与による)`;
  builder.put(1, 1, "title", `労務費計算表${basis}`);
  ["氏名", "区分", "基本給", "諸手当", "法定福利費", "月所定労働時間", "時給単価", "従事予定時間", "金額"].forEach(
    (header, index) => builder.put(HEADER, index + 1, "header", header),
  );
  for (let row = EMPLOYEES.top; row <= HELPERS.bottom; row++) {
    const isHelper = row >= HELPERS.top;
    builder.put(row, PERSON, "input");
    const group = isHelper ? "補助員(パート・アルバイト)" : "従業員";
    builder.compute(row, GROUP, "computed", `IF($A${String(row)}="","","${group}")`, "");
    for (const column of [BASE, ALLOWANCES, WELFARE]) builder.put(row, column, isHelper ? "fixed" : "inputYen");
    builder.put(row, SCHEDULED, isHelper ? "fixed" : "inputNumber");
    const at = (letter: string) => `${letter}${String(row)}`;
    if (isHelper) builder.put(row, RATE, "inputYen");
    else
      builder.compute(
        row,
        RATE,
        "computedNumber",
        `IF(OR(${at("C")}="",${at("F")}=""),"",ROUNDDOWN(ROUND((${at("C")}+${at("D")}+${at("E")})/${at("F")},6),0))`,
        "",
      );
    builder.put(row, HOURS, "inputNumber");
    builder.compute(
      row,
      AMOUNT,
      "computedNumber",
      `IF(OR(${at("G")}="",${at("H")}=""),"",ROUNDDOWN(ROUND(${at("G")}*${at("H")},6),0))`,
      "",
    );
  }
  builder.put(TOTAL, PERSON, "totalLabel", "合計");
  for (let column: number = GROUP; column < AMOUNT; column++) builder.put(TOTAL, column, "totalLabel");
  builder.compute(TOTAL, AMOUNT, "totalNumber", `SUM(I${String(EMPLOYEES.top)}:I${String(HELPERS.bottom)})`, 0);
  builder.notes(TOTAL + 2, notesOf(scheme));
  checks(builder, scheme);
  return {
    sheet: builder.build({
      widths: [18, 24, 12, 12, 12, 16, 12, 14, 14],
      headerRow: HEADER,
      orientation: "landscape",
    }),
    employees: `労務費!$I$${String(EMPLOYEES.top)}:$I$${String(EMPLOYEES.bottom)}`,
    helpers: `労務費!$I$${String(HELPERS.top)}:$I$${String(HELPERS.bottom)}`,
  };
}

function notesOf({ labour }: Scheme): string[] {
  const how = "時給単価=(基本給+諸手当+法定福利費)÷月所定労働時間、円未満切り捨て";
  if (labour === undefined) return [how];
  const clause = clauseWords(sourceText(labour), "ja");
  return [
    `${how}(${clause})`,
    "諸手当には、時間外・賞与・臨時の手当を含めません。役員の報酬は計上できません。",
    "補助員は、雇用契約書の時給を「時給単価」に記入します。",
  ];
}

function checks(builder: SheetBuilder, scheme: Scheme): void {
  const clause = scheme.labour === undefined ? "" : `(${clauseWords(sourceText(scheme.labour), "ja")})`;
  const amount = { kind: "decimal", least: 0 } as const;
  const { top, bottom } = EMPLOYEES;
  builder
    .check(top, HELPERS.bottom, PERSON, { kind: "any" }, "氏名を記入してください。役員は計上できません。")
    .check(top, bottom, BASE, amount, `月の基本給(円)${clause}`)
    .check(top, bottom, ALLOWANCES, amount, `月の手当の合計(円)。時間外・賞与・臨時の手当は除きます${clause}`)
    .check(top, bottom, WELFARE, amount, `法定福利費の事業主負担分(円/月)${clause}`)
    .check(top, bottom, SCHEDULED, amount, `就業規則などによる月の所定労働時間${clause}`)
    .check(HELPERS.top, HELPERS.bottom, RATE, amount, `雇用契約書の時給(円)${clause}`)
    .check(top, HELPERS.bottom, HOURS, amount, `事業に従事する予定の時間${clause}`);
}

/** "2025-04" → "令和7年4月". */
function era(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return `令和${String(year - 2018)}年${String(number)}月`;
}
