/** What a line is by the line above it. */
import { book, checked } from "../rules/budget";

const itemsOf = (...items: string[]) =>
  checked(book(items.map((item) => ({ item, price: 30_000, unit: "回" })))).lines.map(
    ({ middle, minor, eligibility }) => [middle, minor, eligibility].filter((one) => one !== null).join(" "),
  );

test("同 交通費 below an expert's fee is the expert's journey, as often as it is said", () => {
  expect(
    itemsOf("元工場長 監修謝金（AI採点基準の指導）", "同 交通費 東京～小倉 新幹線普通席", "同 グリーン料金差額"),
  ).toEqual(["諸経費 技術指導費 eligible", "諸経費 技術指導費 eligible", "諸経費 技術指導費 ineligible"]);
  expect(itemsOf("検討会 委員謝金", "同 旅費 博多～小倉")).toEqual([
    "諸経費 会議費 eligible",
    "諸経費 会議費 eligible",
  ]);
});

test("below anything else it is what it says", () => {
  expect(itemsOf("画像検査装置", "同 東京出張 新幹線普通席")[1]).toBe("旅費 eligible");
  expect(itemsOf("検査装置の特許出願 弁理士手数料", "同 出願料")[1]).toBe("知的財産権関連経費 ineligible");
  expect(itemsOf("同 交通費 東京～小倉 新幹線普通席")[0]).toBe("旅費 eligible");
});
