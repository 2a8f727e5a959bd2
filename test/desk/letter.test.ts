/** Letters: what is asked, in which words, and that a person has the last word on both. */
import { unexamined, type Examined, type ExaminedFinding } from "../../src/core/desk/examined";
import { subjectsOf } from "../../src/core/desk/subject";
import { readWorkbook } from "../../src/ooxml/read";
import { newWorkbook } from "../../src/ooxml/write/new-workbook";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { letterModel, letterOf, letterText } from "../../src/views/desk/letter";
import { DEFAULT_TEMPLATE, parseTemplate, TemplateError } from "../../src/views/desk/letter-template";

const finding = (more: Partial<ExaminedFinding>): ExaminedFinding => ({
  rule: "eligibility/excluded-item",
  severity: "error",
  sheet: "予算明細",
  cell: "D11",
  row: 11,
  clause: "5(1)⑦ア",
  title: "対象外",
  what: "「コピー用紙」は、文具・OA関連用品にあたります。",
  why: "対象外の経費です。",
  todo: "この行を予算から外してください。",
  ...more,
});
const examined = (findings: ExaminedFinding[]): Examined => ({ ...unexamined("", ""), gaps: [], findings });
const facts = {
  applicant: "株式会社小倉テクノ",
  scheme: "DX推進補助金",
  frame: "事業変革枠",
  source: "公募要領",
  round: 1,
};
const template = parseTemplate(DEFAULT_TEMPLATE);

describe("letters", () => {
  it("ask once for what is the same of several lines, and leave notes out", () => {
    const found = examined([
      finding({}),
      finding({ cell: "D25", row: 25, what: "「弁当」は、文具・OA関連用品にあたります。" }),
      finding({ severity: "info", rule: "category/missing" }),
    ]);
    const { items } = letterOf(found, new Map(), facts, template);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: "補正",
      places: [expect.stringContaining("11行目"), expect.stringContaining("25行目")],
    });
  });

  it("ask once where one amend settles both: without its tax, an amount is the estimate's", () => {
    const mismatch = finding({
      rule: "evidence/mismatch",
      todo: "見積書の金額 343,800円 に直すか、見積書を取り直してください。",
    });
    const asked = (todo: string) =>
      letterOf(examined([mismatch, finding({ rule: "tax/inclusive", todo })]), new Map(), facts, template).items.map(
        ({ findings }) => findings[0]?.rule,
      );
    expect(asked("税抜の 343,800円 に直してください。")).toEqual(["tax/inclusive"]);
    expect(asked("税抜の 340,000円 に直してください。")).toEqual(["evidence/mismatch", "tax/inclusive"]);
  });

  it("follow what a person decided", () => {
    const found = examined([
      finding({}),
      finding({ severity: "info", rule: "category/missing", title: "中項目がない" }),
    ]);
    const [first = "", second = ""] = subjectsOf(found);
    const { items } = letterOf(
      found,
      new Map([
        [first, "accept"],
        [second, "ask"],
      ] as const),
      facts,
      template,
    );
    expect(items.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toEqual(["category/missing"]);
  });

  it("speak to the applicant, not to a user of the program", () => {
    const found = examined([
      finding({
        what: "発注日が 2025-03-20 です。",
        todo: "特別な理由がある場合は、理由を書いて承認済みにしてください。",
      }),
    ]);
    const text = letterText(letterOf(found, new Map(), facts, template));
    expect(text).toContain("株式会社小倉テクノ\u3000御中");
    expect(text).toContain("発注日が 2025年3月20日 です。");
    expect(text).toContain("理由を「ご回答」欄にお書きください");
    expect(text).not.toMatch(/承認済み|\{|undefined|null/);
  });

  it("are a sheet with a column for answers", () => {
    const model = letterModel(letterOf(examined([finding({})]), new Map(), facts, template));
    const book = readWorkbook(newWorkbook([model], nodeCodec));
    const rows = book.sheets[0]!.rows.map(({ cells }) => cells.map(({ value }) => value));
    expect(rows).toContainEqual(expect.arrayContaining(["番号", "種類", "箇所", "指摘", "根拠", "お願い"]));
    expect(rows).toContainEqual(expect.arrayContaining([1, "補正"]));
  });

  it("say which line of a template cannot be understood", () => {
    expect(() => parseTemplate("［日付］\n今日\n［署名］\n")).toThrow(TemplateError);
    expect(() => parseTemplate("はじめに\n［日付］\n")).toThrow(/1行目/);
    expect(parseTemplate("[宛名]\n{申請者} 様\n").lines.宛名).toEqual(["{申請者} 様"]);
  });
});
