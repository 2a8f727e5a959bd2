import { applyCorrections } from "../../../src/core/classify/corrections";
import type { Correction } from "../../../src/core/decisions/decision";

const correction = (description: string, vendor: string | null = null): Correction => ({
  description,
  vendor,
  middle: "外注費",
  minor: null,
});
const applies = (description: string, to: string, vendor: string | null = null, made: string | null = null) =>
  applyCorrections({ description, vendor }, [correction(to, made)]) !== null;

describe("a correction applies", () => {
  test.each([
    ["在庫アプリ 保守", "在庫アプリ 保守"],
    ["在庫ｱﾌﾟﾘ　保守", "在庫アプリ保守"],
    ["kintone ライセンス 8ID", "KINTONE ライセンス 12ID"],
    ["IoTセンサー設置(第2工場)", "IoTセンサ設置 (第1工場)"],
  ])("%s ← %s", (description, made) => expect(applies(description, made)).toBe(true));
});

describe("a correction does not apply", () => {
  test.each([
    ["在庫アプリ 開発", "在庫アプリ 保守"],
    ["特許出願料", "特許翻訳料"],
    ["代表取締役 統括", "製造課 統括"],
    ["PC", "UPS"],
    ["12", "34"],
  ])("%s ← %s", (description, made) => expect(applies(description, made)).toBe(false));
});

test("holds for its vendor only, however the company's form is written; without a vendor for all", () => {
  expect(applies("制御ソフト", "制御ソフト", "株式会社小倉システム", "㈱小倉システム")).toBe(true);
  expect(applies("制御ソフト", "制御ソフト", "小倉システム(株)", "㈱小倉システム")).toBe(true);
  expect(applies("制御ソフト", "制御ソフト", "若松ソフト", "㈱小倉システム")).toBe(false);
  expect(applies("制御ソフト", "制御ソフト", "若松ソフト", null)).toBe(true);
});

test("an equal line's correction wins over a near-equal one's, and the last of equals holds", () => {
  const near = { ...correction("センサ設置作業 第1工場"), middle: "土木・建築工事費" };
  const first = { ...correction("センサ設置作業 第2工場"), middle: "保守・改造修理費" };
  const last = { ...first, middle: "外注費" };
  const line = { description: "センサ設置作業 第2工場", vendor: null };
  expect(applyCorrections(line, [first, near])?.middle).toBe("保守・改造修理費");
  expect(applyCorrections(line, [near, first, last])?.middle).toBe("外注費");
  expect(applyCorrections(line, [])).toBeNull();
});
