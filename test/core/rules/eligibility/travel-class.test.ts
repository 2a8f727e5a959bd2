import { book, cell, checked } from "../budget";
import { counted, proveRule } from "../proof";

const line = (item: string, more = {}) => book([{ item, middle: "旅費", price: 38200, ...more }]);

proveRule("eligibility/travel-class", {
  severity: "error",
  clause: "5(1)⑤イ",
  finds: [
    { title: "a taxi", book: line("タクシー代 小倉駅～本社工場"), at: [cell("item")] },
    { title: "a green car", book: line("東京出張 新幹線グリーン車 往復"), at: [cell("item")] },
    { title: "business class", book: line("シンガポール視察 航空券 ビジネスクラス"), at: [cell("item")] },
    { title: "first class", book: line("東京出張 航空券 ファーストクラス"), at: [cell("item")] },
    { title: "in the remarks", book: line("東京出張 新幹線往復", { note: "グリーン車利用" }), at: [cell("item")] },
    {
      title: "an invited expert's taxi",
      book: book([{ item: "技術指導 専門家の旅費 タクシー代", middle: "諸経費", price: 3000 }]),
      clause: "5(1)⑥ウ",
      at: [cell("item")],
    },
  ],
  passes: [
    { title: "reserved seats", book: line("名古屋 工場見学 新幹線(普通車指定席)往復") },
    { title: "a business hotel", book: line("東京出張 宿泊費 ビジネスホテル") },
    {
      title: "a taxi company's system",
      book: book([{ item: "タクシー配車システム開発 請負", middle: "外注費", price: 500000 }]),
    },
    { title: "no green car", book: line("東京出張 新幹線往復(グリーン車は利用しない)") },
    { title: "a green laser", book: book([{ item: "グリーンレーザー墨出し器", middle: "消耗品費", price: 90000 }]) },
  ],
});

test("it counts 0", () =>
  expect(counted(checked(line("タクシー代 小倉駅～本社工場")))).toEqual({ "タクシー代 小倉駅～本社工場": 0 }));
