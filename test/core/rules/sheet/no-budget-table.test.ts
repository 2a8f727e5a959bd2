import { schemes } from "../../../../src/schemes";
import { check } from "../../../../src/core/check";
import { book, checked, workbookOf } from "../budget";
import { proveRule } from "../proof";

proveRule("sheet/no-budget-table", {
  severity: "error",
  clause: "",
  finds: [
    {
      title: "a list of members",
      book: {
        名簿: [
          ["氏名", "部署"],
          ["佐藤 健一", "総務課"],
        ],
      },
      at: [""],
    },
    { title: "an empty workbook", book: { Sheet1: [] }, at: [""] },
    { title: "a letter", book: { 送付状: [["拝啓"], ["予算経費見込書をお送りします。"], ["敬具"]] }, at: [""] },
  ],
  passes: [
    { title: "a table without lines beside another sheet", book: { 表紙: [["予算経費見込書"]], ...book([]) } },
    { title: "one line", book: book([{ item: "IoTゲートウェイ", price: 98000 }]) },
    {
      title: "a budget on the second sheet",
      book: { 表紙: [["予算経費見込書"]], ...book([{ item: "工具", price: 1 }]) },
    },
  ],
});

test("Kenzan's own sheets are none of those that were searched", () => {
  const { findings } = checked({ 名簿: [["氏名", "部署"]], 検算結果: [["検算結果"]] });
  expect(findings.find(({ rule }) => rule === "sheet/no-budget-table")?.data).toEqual({ sheets: ["名簿"] });
});

test("the whole check stops: no figures, every other rule not applicable", () => {
  const report = checked({
    名簿: [
      ["氏名", "部署"],
      ["佐藤 健一", "総務課"],
    ],
  });
  expect([report.totals, report.subsidy]).toEqual([null, null]);
  expect(report.lines).toEqual([]);
  expect(report.rules.checked.filter((rule) => !rule.startsWith("sheet/"))).toEqual([]);
  expect(report.rules.notApplicable).toContain("sheet/no-lines");
  expect(report.findings).toHaveLength(1);
  expect(report.findings[0]?.data["sheets"]).toEqual(["名簿"]);
});

test("every scheme says so", () => {
  for (const scheme of schemes) {
    const report = check(workbookOf({ A: [["a"]] }), schemes, { scheme: scheme.id });
    expect([scheme.id, report.findings.map(({ rule }) => rule)]).toEqual([scheme.id, ["sheet/no-budget-table"]]);
  }
});
