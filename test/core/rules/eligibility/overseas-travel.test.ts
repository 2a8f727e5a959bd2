import { book, cell, checked, type LineLiteral } from "../budget";
import { counted, proveRule } from "../proof";

const trip = (item: string, more: Partial<LineLiteral> = {}): LineLiteral => ({
  item,
  middle: "旅費",
  price: 180000,
  ...more,
});
const base: LineLiteral = { item: "受発注システム開発 請負", middle: "外注費", price: 3000000 };
const of = (...lines: LineLiteral[]) => book([base, ...lines]);

proveRule("eligibility/overseas-travel", {
  severity: "error",
  clause: "5(1)①",
  finds: [
    {
      title: "two persons",
      book: of(trip("ドイツ視察 海外出張 航空券往復", { quantity: 2, unit: "名" })),
      at: [cell("item", 1)],
      says: { description: "ドイツ視察 海外出張 航空券往復", problem: "persons", count: 2 },
    },
    {
      title: "two persons in words",
      book: of(trip("ドイツ視察 海外出張 2名", { quantity: 1, unit: "式" })),
      at: [cell("item", 1)],
    },
    { title: "two trips", book: of(trip("台湾 海外出張 航空券", { quantity: 2, unit: "回" })), at: [cell("item", 1)] },
    {
      title: "a second trip",
      book: of(trip("台湾 海外出張 1名 航空券・宿泊"), trip("ドイツ 海外出張 1名 航空券・宿泊")),
      at: [cell("item", 2)],
    },
    {
      title: "flight and lodging, and then another trip's",
      book: of(
        trip("台湾 海外出張 航空券往復 1名"),
        trip("台湾 海外出張 宿泊費 1名", { price: 15000, quantity: 2, unit: "泊" }),
        trip("ドイツ 海外出張 航空券往復 1名"),
        trip("ドイツ 海外出張 宿泊費 1名", { price: 15000, quantity: 2, unit: "泊" }),
      ),
      at: [cell("item", 3), cell("item", 4)],
    },
    {
      title: "the same place again",
      book: of(trip("台湾 海外出張 1名 航空券往復 6月"), trip("台湾 海外出張 1名 航空券往復 11月")),
      at: [cell("item", 2)],
    },
  ],
  passes: [
    { title: "one person's one trip", book: of(trip("ドイツ視察 海外出張 航空券往復", { quantity: 1, unit: "名" })) },
    {
      title: "flight and lodging of one trip",
      book: of(
        trip("ドイツ視察 海外出張 航空券往復 1名"),
        trip("ドイツ視察 海外出張 宿泊費 1名", { price: 15000, quantity: 4, unit: "泊" }),
      ),
    },
    {
      title: "flight and lodging in different words for the place",
      book: of(
        trip("ハノイ（ベトナム）工場視察 航空券往復 1名 海外出張"),
        trip("海外出張 宿泊費 1名", { price: 15000, quantity: 4, unit: "泊" }),
        trip("ベトナム出張 日当 1名", { price: 5000, quantity: 5, unit: "日" }),
      ),
    },
    { title: "two persons at home", book: of(trip("東京出張 新幹線往復", { price: 45000, quantity: 2, unit: "名" })) },
    { title: "one trip once", book: of(trip("台湾 海外出張 1名×1回")) },
  ],
});

test("the line with several persons counts 0 until corrected; so does every later trip", () => {
  const report = checked(of(trip("ドイツ 海外出張 1名 航空券・宿泊"), trip("台湾 海外出張 1名 航空券・宿泊")));
  expect(Object.values(counted(report))).toEqual([3000000, 180000, 0]);
});

test("a line with too many persons is not the permitted trip", () => {
  const report = checked(of(trip("ドイツ 海外出張 3名"), trip("台湾 海外出張 1名 航空券・宿泊")));
  expect(Object.values(counted(report))).toEqual([3000000, 0, 180000]);
});
