import { book, cell, cellsOf, checked, findingsOf } from "../budget";
import { proveRule } from "../proof";

const line = (item: string, middle: string, price = 240000) => book([{ item, middle, price }]);
const PACKAGE = "生産スケジューラ パッケージ版(買切り・永続ライセンス)";
const CLOUD = "クラウド型受発注管理サービス 月額利用料";
const EMBEDDED = "外観検査装置 組込ソフト";

proveRule("category/software", {
  severity: "error",
  clause: "5(1)③イ",
  finds: [
    { title: "a package as machinery", book: line(PACKAGE, "機械装置等製作・購入費"), at: [cell("middle")] },
    { title: "a package as 外注費", book: line(PACKAGE, "外注費"), at: [cell("middle")] },
    { title: "a cloud service as a consumable", book: line(CLOUD, "消耗品費", 12000), at: [cell("middle")] },
    { title: "a cloud service as 外注費", book: line(CLOUD, "外注費", 12000), at: [cell("middle")] },
    {
      title: "a cloud service as another minor item",
      book: {
        予算: [
          ["品名", "大項目", "中項目", "小項目", "金額"],
          [CLOUD, "その他経費", "諸経費", "会議費", 12000],
        ],
      },
      at: ["C2"],
    },
    {
      title: "built in, as a consumable",
      book: line(EMBEDDED, "消耗品費"),
      at: [cell("middle")],
      clause: "5(1)③ア",
    },
    {
      title: "built in, in a sentence",
      book: line("外観検査装置に組み込まれた画像判定ソフトウェア", "消耗品費"),
      at: [cell("middle")],
      clause: "5(1)③ア",
    },
    {
      title: "a package as machinery, under 細目",
      book: {
        予算: [
          ["費目", "細目", "内容", "金額"],
          ["物品費", "機械装置等製作・購入費", PACKAGE, 260000],
          ["物品費", "消耗品費", "電流センサー", 12000],
        ],
      },
      at: ["B2"],
    },
    {
      title: "a cloud service as another minor item, which alone is stated",
      book: {
        予算: [
          ["大項目", "小項目", "品名", "金額"],
          ["その他経費", "会議費", CLOUD, 12000],
        ],
      },
      at: ["B2"],
    },
  ],
  passes: [
    { title: "a package as a consumable, whatever its price", book: line(PACKAGE, "消耗品費", 1200000) },
    { title: "a cloud service as 諸経費", book: line(CLOUD, "諸経費", 12000) },
    { title: "a cloud service as 借用費", book: line(CLOUD, "諸経費(借用費)", 12000) },
    { title: "built in, as machinery", book: line(EMBEDDED, "機械装置等製作・購入費") },
    { title: "another item that is wrong", book: line("東京出張 新幹線往復", "諸経費", 45000) },
    { title: "software developed to order", book: line("受発注システム ソフトウェア開発 請負", "外注費") },
  ],
  notApplicable: [
    {
      title: "a scheme whose document names no items",
      book: line(PACKAGE, "外注費"),
      settings: { scheme: "monodukuri-10", frame: "regular", employees: 5 },
    },
  ],
});

test("the item in force is the clause's", () => {
  expect(checked(line(PACKAGE, "外注費")).lines[0]).toMatchObject({ major: "物品費", middle: "消耗品費" });
  expect(checked(line(CLOUD, "消耗品費", 12000)).lines[0]).toMatchObject({ middle: "諸経費", minor: "借用費" });
});

test("the right item is safe to type in; another minor item is written where only a person knows", () => {
  const fixOf = (it: Parameters<typeof checked>[0]) => findingsOf(checked(it), "category/software")[0]?.fix;
  expect(fixOf(line(PACKAGE, "外注費"))).toEqual({ kind: "safe", sheet: "予算", cell: "B4", value: "消耗品費" });
  const minor = [
    ["品名", "大項目", "中項目", "小項目", "金額"],
    [CLOUD, "その他経費", "諸経費", "会議費", 12000],
  ];
  expect(fixOf({ 予算: minor })).toBeNull();
  expect(findingsOf(checked({ 予算: minor }), "category/software")[0]?.data).toMatchObject({
    ...{ kind: "cloud-service", stated: "会議費", middle: "諸経費", minor: "借用費" },
  });
});

test("what a person decided of software is theirs: that the sheet says something else is all that is told", () => {
  const correction = { description: PACKAGE, vendor: null, middle: "外注費", minor: null };
  const report = checked(line(PACKAGE, "機械装置等製作・購入費"), {}, { corrections: [correction] });
  expect(cellsOf(report, "category/software")).toEqual([]);
  expect(cellsOf(report, "category/mismatch")).toEqual(["予算!B4"]);
});
