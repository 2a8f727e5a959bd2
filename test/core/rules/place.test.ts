/** A finding sits in the first of its columns that the sheet has; where it has none of them, the row is shown all the same. */
import { cellsOf, checked, type Book, type Value } from "./budget";

const TRAVEL = "東京出張 新幹線往復";
const sheet = (headers: readonly string[], ...rows: Value[][]): Book => ({ 予算: [headers, ...rows] });
const list = {
  見積書一覧: [
    ["項番", "発行者", "品名", "金額(税抜)"],
    [1, "甲電機", "電流センサー", 12400],
  ],
};

test.each<[string, string, Book, string[]]>([
  ["category/missing", "中項目", sheet(["中項目", "品名", "金額"], [null, TRAVEL, 45000]), ["A2"]],
  ["category/missing", "費目", sheet(["品名", "費目", "金額"], [TRAVEL, null, 45000]), ["B2"]],
  ["category/missing", "大項目", sheet(["品名", "大項目", "金額"], [TRAVEL, null, 45000]), ["B2"]],
  ["category/missing", "品名", sheet(["金額", "品名"], [45000, TRAVEL]), ["B2"]],
  ["category/mismatch", "中項目", sheet(["品名", "中項目", "金額"], [TRAVEL, "諸経費", 45000]), ["B2"]],
  ["category/mismatch", "大項目", sheet(["品名", "大項目", "金額"], [TRAVEL, "物品費", 45000]), ["B2"]],
  ["category/mismatch", "細目", sheet(["品名", "細目", "金額"], [TRAVEL, "外注費", 45000]), ["B2"]],
  ["evidence/missing", "項番", { ...sheet(["品名", "項番", "備考", "金額"], ["机", 9, "a", 1]), ...list }, ["B2"]],
  ["evidence/missing", "備考", { ...sheet(["品名", "金額", "備考"], ["机", 1, "納期1か月"]), ...list }, ["C2"]],
  ["evidence/missing", "品名", { ...sheet(["品名", "金額"], ["机", 1]), ...list }, ["A2"]],
  ["evidence/no-formula", "備考", sheet(["品名", "数量", "金額", "備考"], ["机", 2, 2000, null]), ["D2"]],
  ["evidence/no-formula", "項番", sheet(["品名", "数量", "金額", "項番"], ["机", 2, 2000, 1]), ["D2"]],
  ["evidence/no-formula", "品名", sheet(["品名", "数量", "金額"], ["机", 2, 2000]), ["A2"]],
  ["eligibility/excluded-item", "品名", sheet(["金額", "品名"], [3000, "コピー用紙・ボールペン等文具"]), ["B2"]],
  ["sheet/struck-line", "品名", sheet(["金額", "品名"], [45000, { value: TRAVEL, struck: true }]), ["B2"]],
])("%s: %s", (rule, _, it, cells) => {
  expect(cellsOf(checked(it), rule)).toEqual(cells.map((cell) => `予算!${cell}`));
});
