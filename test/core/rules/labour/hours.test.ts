import { book, type Grid, type Value } from "../budget";
import { proveRule } from "../proof";

const LABOUR: Grid = [
  ["氏名", "区分", "基本給", "諸手当", "法定福利費", "月所定労働時間", "時給単価", "従事予定時間", "金額"],
  ["佐藤 健一", "従業員", 280000, 35000, 48321, 162.75, 2232, 100, 223200],
  ["中島 由香", "パート", null, null, null, null, 1080, 100, 108000],
];
const months = (...rows: Value[][]) => ({
  ...book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]),
  労務費: LABOUR,
  月別従事時間: [["氏名", "対象月", "従事時間", "実支給額"], ...rows],
});

proveRule("labour/hours", {
  severity: "warning",
  clause: "5(1)④",
  finds: [
    {
      title: "above the scheduled hours",
      book: months(["佐藤 健一", "2025年9月", 170, 400000]),
      at: ["月別従事時間!C2"],
      says: { person: "佐藤 健一", month: "2025-09", hours: 170, limit: 162.75, scheduled: true },
    },
    {
      title: "a quarter of an hour above",
      book: months(["佐藤 健一", "2025年9月", 163, 400000]),
      at: ["月別従事時間!C2"],
    },
    {
      title: "more than a month has",
      book: months(["中島 由香", "2025年9月", 744.5, 900000]),
      at: ["月別従事時間!C2"],
      says: { hours: 744.5, limit: 744, scheduled: false },
    },
    {
      title: "above the scheduled hours in two rows of one month",
      book: months(["佐藤 健一", "2025年9月", 100, 400000], ["佐藤　健一", "2025年9月", 63, 400000]),
      at: ["月別従事時間!C2"],
    },
    {
      title: "of somebody who is on no labour sheet",
      book: months(["林 葵", "2025年9月", 745, 900000]),
      at: ["月別従事時間!C2"],
    },
  ],
  passes: [
    { title: "exactly the scheduled hours", book: months(["佐藤 健一", "2025年9月", 162.75, 400000]) },
    { title: "all of a month", book: months(["中島 由香", "2025年9月", 744, 900000]) },
    { title: "many hours of one without a schedule", book: months(["中島 由香", "2025年9月", 180, 200000]) },
  ],
  notApplicable: [
    { title: "no monthly sheet", book: { ...book([{ item: "電流センサー", price: 1 }]), 労務費: LABOUR } },
  ],
});
