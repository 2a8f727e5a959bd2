import { book, cell, checked, type Grid } from "../budget";
import { proveRule } from "../proof";

const TEAM: Grid = [
  ["推進体制"],
  ["氏名", "役職", "役割"],
  ["佐藤 健一", "DX推進課長", "統括"],
  ["高橋 美咲", "生産管理課", "要件定義"],
];
const trip = (item: string, more = {}) => book([{ item, middle: "旅費", price: 28600, ...more }], { 推進体制: TEAM });
const item = cell("item");
/** Travel whose travellers stand in a column of their own. */
const going = (...travellers: string[]) => ({
  旅費: [
    ["中項目", "用務", "出張者", "金額"],
    ...travellers.map((traveller) => ["旅費", "東京 展示会 新幹線往復", traveller, 45000]),
  ],
  推進体制: TEAM,
});

proveRule("eligibility/traveller-unlisted", {
  severity: "warning",
  clause: "5(1)⑤オ",
  finds: [
    { title: "a full name", book: trip("大阪 システム開発会社との打合せ 森田 隆 新幹線往復"), at: [item] },
    { title: "a surname with a title", book: trip("大阪出張 森田課長 新幹線往復"), at: [item] },
    {
      title: "one of two",
      book: trip("東京出張 佐藤 健一・森田 隆 新幹線往復"),
      at: [item],
      says: { names: ["森田 隆"] },
    },
    { title: "a name in one word", book: trip("東京出張 森田隆 新幹線往復"), at: [item] },
    {
      title: "the traveller in the remarks",
      book: trip("東京出張 新幹線往復", { note: "項番3 出張者：森田隆" }),
      at: [item],
    },
    { title: "a rarer name", book: trip("大阪出張 北園 太郎 新幹線往復"), at: [item] },
    { title: "a surname in brackets", book: trip("大阪出張（森田） 新幹線往復"), at: [item] },
    { title: "a namesake", book: trip("東京出張 佐藤 太郎 新幹線往復"), at: [item] },
    { title: "one of several", book: trip("大阪出張 森田 隆ほか1名 新幹線往復"), at: [item] },
    {
      title: "a rare name where the other trip has a listed one",
      book: book(
        [
          { item: "大阪 見学 轟 茂 新幹線（普通車指定席）往復", middle: "旅費", price: 28600 },
          { item: "名古屋 工場見学 佐藤 健一 新幹線（普通車指定席）往復", middle: "旅費", price: 39800 },
        ],
        { 推進体制: TEAM },
      ),
      at: [item],
    },
    { title: "a column of travellers", book: going("佐藤 健一", "森田 隆"), at: ["旅費!B3"] },
    {
      title: "not on the labour sheet",
      book: {
        ...book([{ item: "大阪出張 森田 隆 新幹線往復", middle: "旅費", price: 28600 }]),
        労務費: [
          ["氏名", "区分", "時給単価", "従事予定時間", "金額"],
          ["佐藤 健一", "パート", 1080, 10, 10800],
        ],
      },
      at: [item],
    },
  ],
  passes: [
    { title: "a member", book: trip("名古屋 工場見学 佐藤 健一 新幹線往復") },
    { title: "a member and others", book: trip("名古屋 工場見学 佐藤 健一ほか1名 新幹線往復") },
    {
      title: "a purpose where the other trip has a name",
      book: book(
        [
          { item: "大阪 設備 見学 新幹線往復", middle: "旅費", price: 28600 },
          { item: "名古屋 工場見学 佐藤 健一 新幹線往復", middle: "旅費", price: 39800 },
        ],
        { 推進体制: TEAM },
      ),
    },
    {
      title: "words before the way, where no known name ever stands",
      book: trip("大阪 設備 見学 新幹線往復"),
    },
    { title: "a column of members, by name, surname and both", book: going("佐藤 健一", "高橋", "佐藤、高橋") },
    { title: "a member by surname", book: trip("名古屋出張 佐藤課長 新幹線往復") },
    { title: "a member in one word", book: trip("東京出張 佐藤健一 新幹線往復") },
    { title: "the vendor's person in the remarks", book: trip("東京出張 新幹線往復", { note: "見積担当 森田 隆 様" }) },
    ...["田中貴金属 工場見学", "本田技研 訪問", "松下電器 打合せ", "山本工業 視察", "千葉大学 訪問"].map((company) => ({
      title: `a company: ${company}`,
      book: trip(`${company} 新幹線往復`),
    })),
    { title: "a member's surname in brackets", book: trip("大阪出張（佐藤） 新幹線往復") },
    ...["高松", "金沢", "豊田", "福山", "長野", "松山"].map((place) => ({
      title: `a place in brackets: ${place}`,
      book: trip(`展示会視察（${place}） 往復`),
    })),
    ...["長野 松本", "金沢 駅前", "豊田 自動車工場", "渋谷 展示会", "別府 温泉施設"].map((place) => ({
      title: `two places: ${place}`,
      book: trip(`${place} 視察 往復`),
    })),
    { title: "no name", book: trip("大阪 システム開発会社との打合せ 新幹線往復") },
    ...["小倉", "八幡", "福島", "宮崎", "千葉", "長崎", "山口", "石川", "岡山 倉敷", "福岡 博多"].map((place) => ({
      title: `a place: ${place}`,
      book: trip(`${place} 工場見学 新幹線往復`),
    })),
    { title: "a place and a purpose", book: trip("福島 視察 電車賃") },
    { title: "a place and a station", book: trip("千葉 幕張 展示会 往復") },
    {
      title: "no travel",
      book: book([{ item: "森田 隆 操作指導 謝金", middle: "諸経費", price: 30000 }], { 推進体制: TEAM }),
    },
  ],
  notApplicable: [
    {
      title: "no names are given",
      book: book([{ item: "大阪出張 森田 隆 新幹線往復", middle: "旅費", price: 28600 }]),
    },
  ],
});

test("the line is for review and counts", () => {
  const report = checked(trip("大阪出張 森田 隆 新幹線往復"));
  expect(report.lines[0]).toMatchObject({ eligibility: "review", eligibleAmount: 28600 });
});
