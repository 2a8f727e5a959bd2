import { mentionedDates } from "../../../src/core/classify/reading/dates";
import { lineOf } from "./line";

const dates = (note: string) => mentionedDates(lineOf("", { note }), 2025).map(({ of, from, to }) => [of, from, to]);

test.each([
  ["注文書R7.2.25付", [["order", "2025-02-25", "2025-02-25"]]],
  ["R7.2.25付", [["order", "2025-02-25", "2025-02-25"]]],
  ["R7.2.25済", [["order", "2025-02-25", "2025-02-25"]]],
  ["R7.2.25", []],
  ["納品予定R8.2.10", [["delivery", "2026-02-10", "2026-02-10"]]],
  ["令和7年3月10日契約締結済", [["order", "2025-03-10", "2025-03-10"]]],
  ["Ｒ７．３．１０契約", [["order", "2025-03-10", "2025-03-10"]]],
  ["R7年2月~3月稼働分", [["delivery", "2025-02-01", "2025-03-31"]]],
  ["R7.4給与ベース", []],
  ["見積R7.4.2", []],
  ["5月完工", []],
  ["3月末に支払済", [["payment", "2025-03-01", "2025-03-31"]]],
  ["3月末に支払", []],
  ["使用 R8.2.1-28", [["delivery", "2026-02-01", "2026-02-01"]]],
  ["令和元年5月1日契約", [["order", "2019-05-01", "2019-05-01"]]],
  ["2024/2/29納品", [["delivery", "2024-02-29", "2024-02-29"]]],
  ["2025/2/29納品", []],
  ["R7.13.1契約", []],
  ["型番R7.2.25", []],
  ["昨年12月発注", [["order", "2024-12-01", "2024-12-31"]]],
  ["本年の2月3日発注", [["order", "2025-02-03", "2025-02-03"]]],
  ["翌年3月納品", [["delivery", "2026-03-01", "2026-03-31"]]],
  ["前年3倍の納品", []],
  ["本年度2回納品", []],
])("%s", (note, expected) => {
  expect(dates(note)).toEqual(expected);
});

test("keeps the words as typed", () => {
  expect(mentionedDates(lineOf("開発 Ｒ７．３．１０ 契約"), 2025)[0]).toMatchObject({
    field: "description",
    text: "Ｒ７．３．１０",
  });
});

test("of a journey a date that no word explains is when it is made", () => {
  const of = (description: string) =>
    mentionedDates(lineOf(description), 2025, "delivery").map(({ of, from }) => [of, from]);
  expect(of("R8.2.18～20 池袋 見本市")).toEqual([["delivery", "2026-02-18"]]);
  expect(of("大阪 視察先 6/3〜6/4")).toEqual([
    ["delivery", "2025-06-03"],
    ["delivery", "2025-06-04"],
  ]);
  expect(of("R7.2.1時点の規程による旅費")).toEqual([]);
  expect(mentionedDates(lineOf("R8.2.18～20 池袋 見本市"), 2025)).toEqual([]);
});
