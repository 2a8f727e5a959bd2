import { notCheckedText } from "../../../src/messages";
import { asStated } from "../rules/budget";

const said = (legend: string): string[] =>
  asStated({
    色分け: [[legend], ["品名", "金額"], ["帳票電子化アプリ開発委託", 560000], ["書類棚", 80000]],
  })
    .notChecked.filter(({ code }) => code === "colours")
    .map((item) => notCheckedText(item, "ja"));

test.each([
  "黄色＝今回申請する経費　　灰色＝自社負担（申請しない）",
  "グレーの行は補助対象外です",
  "青字：変更した箇所",
])("where colours mean something (%s), it is said that they are not read", (legend) => {
  expect(said(legend)).toEqual([expect.stringContaining(`色分け A1 に「${legend}」とありますが`)]);
});

test.each([
  "黄色のセルに入力してください",
  "緑色のセルは自動計算です（変更しないでください）",
  "白色申告の写し",
  "赤外線カメラは対象",
])("%s gives no colour a meaning", (text) => {
  expect(said(text)).toEqual([]);
});
