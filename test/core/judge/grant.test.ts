/** What a workbook says of its grant: which scheme that is, and what is asked where it is none, or another edition. */
import type { Report } from "../../../src/core/report/report";
import type { Settings } from "../../../src/core/judge/settings";
import { notCheckedText } from "../../../src/messages";
import { schemes } from "../../../src/schemes";
import { asStated, book, type Value } from "../rules/budget";

const line = [{ item: "受発注システム調査 外注", middle: "外注費", price: 3000000 }];
const stating = (pairs: [string, Value][], settings: Settings = {}): Report =>
  asStated({ 申請情報: pairs, ...book(line) }, settings);
const titled = (title: string): Report => asStated(book(line, {}, { title }));
const asked = ({ notChecked }: Report): string[] =>
  notChecked.map(({ code }) => code).filter((code) => code.startsWith("scheme-"));

test.each([
  ["DX推進補助金", "fais-dx-2025"],
  ["令和７年度　ＤＸ推進補助金（事業変革枠）", "fais-dx-2025"],
  ["2025年度 DX推進補助金", "fais-dx-2025"],
  ["R7 DX補助金", "fais-dx-2025"],
  ["DX推進補助金（2025年6月作成）", "fais-dx-2025"],
  ["DX推進補助金 第2回変更申請", "fais-dx-2025"],
  ["令和7年度 北九州市DX推進補助金", "fais-dx-2025"],
  ["北九州市 DX推進補助金", "fais-dx-2025"],
  ["北九州市DX推進補助金（令和4年度）", "fais-dx-2022"],
  ["福岡県 小規模事業者持続化補助金", "jizokuka-2022"],
  ["2024年度 DX推進補助金", "fais-dx-2024"],
  ["DX推進補助金（令和4年度）", "fais-dx-2022"],
  ["fais-dx-2024", "fais-dx-2024"],
  ["DX promotion subsidy 2022", "fais-dx-2022"],
  ["ものづくり補助金", "monodukuri-2023"],
  ["ものづくり・商業・サービス生産性向上促進補助金", "monodukuri-2023"],
  ["ものづくり補助金 第10次", "monodukuri-10"],
  ["ものづくり補助金（第10次公募分）", "monodukuri-10"],
  ["もの補助 10次締切", "monodukuri-10"],
  ["IT導入補助金", "it-2023"],
  ["IT導入補助金（2022）", "it-2022"],
  ["令和4年度補正 IT導入補助金", "it-2023"],
  ["IT導入補助金（令和4年度第二次補正予算）", "it-2023"],
  ["小規模事業者持続化補助金 令和3年度補正予算", "jizokuka-2022"],
  ["事業再構築補助金 第6回", "saikouchiku-6"],
  ["先端設備導入計画", "sentan-setsubi-2022"],
])("%s is %s, and nothing is asked", (name, scheme) => {
  const report = stating([["補助金名", name]]);
  expect([report.scheme, asked(report)]).toEqual([scheme, []]);
  expect(report.origins["scheme"]).toEqual({ from: "workbook", cell: { sheet: "申請情報", row: 1, column: 2 } });
});

test("every name and word of a scheme's file is that scheme", () => {
  for (const { id, name, words } of schemes)
    for (const text of [id, name.ja, name.en, ...words]) {
      const report = stating([["補助金名", text]]);
      expect([text, report.scheme, asked(report)]).toEqual([text, id, []]);
    }
});

test.each([
  ["補助金名", "先端設備等導入補助金"],
  ["補助金名", "省力化投資"],
  ["補助金名", "横浜市DX推進補助金"],
  ["補助金名", "令和7年度 東京都のDX推進補助金"],
  ["助成金名称", "キャリアアップ助成金"],
  ["制度", "成長型中小企業等研究開発支援事業"],
])("%s %s is no scheme that is known: it is asked for, and the figures stay", (label, name) => {
  const report = stating([
    [label, name],
    ["申請枠", "計画策定枠"],
  ]);
  expect([report.scheme, report.origins["scheme"]?.from, asked(report)]).toEqual([
    "fais-dx-2025",
    "default",
    ["scheme-unknown"],
  ]);
  expect([report.subsidy?.amount, report.findings.filter(({ severity }) => severity === "error")]).toEqual([
    2000000,
    [],
  ]);
});

test.each([
  ["令和8年度 DX推進補助金", "fais-dx-2025"],
  ["ものづくり補助金 第14次", "monodukuri-2023"],
  ["事業再構築補助金（第7回公募）", "saikouchiku-6"],
  ["IT導入補助金2025", "it-2023"],
  ["令和6年度補正 IT導入補助金", "it-2023"],
  ["HAGUKUMI 2024", "fais-hagukumi-2025"],
])("%s is another edition than %s: it is asked for, beside a label and in a title", (name, scheme) => {
  for (const report of [stating([["補助金名", name]]), titled(`${name} 経費明細`)])
    expect([report.scheme, asked(report)]).toEqual([scheme, ["scheme-edition"]]);
});

test.each([
  "令和7年度 省力化投資促進補助金 経費明細書",
  "横浜市DX推進補助金 収支予算書",
  "キャリアアップ助成金 支給申請に係る経費一覧",
])("a grant that only the title names, %s, is asked for", (title) => {
  const report = titled(title);
  expect([report.scheme, asked(report)]).toEqual(["fais-dx-2025", ["scheme-unknown"]]);
  expect(notCheckedText(report.notChecked[0] as never, "ja")).toContain(`「${title}」`);
});

test.each([
  "補助金交付申請書 別紙",
  "補助対象経費明細書",
  "国庫補助金の内訳",
  "本補助金に係る経費の明細",
  "この補助金で購入する物品は、次のとおりです。",
  "補助金額の計算",
  "令和7年度 DX推進補助金 経費明細書",
])("the title %s names no other grant", (title) => expect(asked(titled(title))).toEqual([]));

test("what stands beside 補助金 is often no name", () => {
  for (const [label, text] of [
    ["補助金", "自己資金"],
    ["補助金", "農協"],
    ["補助金", "国庫補助金"],
    ["補助金", "補助対象外"],
    ["補助金", "その他の助成金"],
    ["制度", "補助金額"],
    ["補助金名", "〇〇補助金"],
    ["補助金名", "未定"],
    ["補助制度", "なし"],
  ] as const)
    expect(asked(stating([[label, text]]))).toEqual([]);
});

test("もの before （補助対象経費） is no name of a grant", () => {
  const { scheme } = titled("今回の計画で導入するもの（補助対象経費、税抜）");
  expect(scheme).toBe(titled("経費").scheme);
  expect(titled("もの補助 経費").scheme).toBe("monodukuri-2023");
});

test("a name that is known is taken before what is none", () => {
  const report = stating([
    ["制度", "先端設備等導入支援"],
    ["補助金名", "小規模事業者持続化補助金"],
  ]);
  expect([report.scheme, asked(report)]).toEqual(["jizokuka-2022", []]);
});

test("a text as long as a cell may be is no work", () => {
  const report = titled(`${"県DX推進補助金".repeat(3000)}第${" ".repeat(9000)}`);
  expect([report.scheme, report.origins["scheme"]?.from]).toEqual(["fais-dx-2025", "default"]);
});

test("whoever chooses a scheme, also the one in force, is not asked", () => {
  const pairs: [string, Value][] = [["補助金名", "先端設備等導入補助金"]];
  for (const scheme of ["fais-dx-2025", "monodukuri-2023"]) expect(asked(stating(pairs, { scheme }))).toEqual([]);
});

test("what is asked says what stands where, and by which scheme the figures are", () => {
  const [first] = stating([["補助金名", "先端設備等導入補助金"]]).notChecked;
  if (first === undefined) throw new Error("nothing was told");
  expect(notCheckedText(first, "ja")).toBe(
    "予算書（申請情報 B1）には「先端設備等導入補助金」とありますが、この制度のデータはありません。「令和7年度 DX推進補助金」で計算しています。制度をお選びください。",
  );
  expect(notCheckedText(first, "en")).toContain('"先端設備等導入補助金", a scheme of which there is no data');
});
