/** What a scheme calls labour: under which items wages count, and what a sheet may state that is labour whatever its words say. */
import { check } from "../../../../src/core/check";
import type { Category, Scheme } from "../../../../src/core/scheme/scheme";
import { schemes } from "../../../../src/schemes";
import { book, DEFAULT, workbookOf, type LineLiteral, type Value } from "../../rules/budget";

const HEADERS = ["氏名", "区分", "基本給", "月所定労働時間", "時給単価", "従事予定時間", "金額"];
const SATO: Value[] = ["佐藤 健一", "従業員", 160_000, 160, 1_000, 100, 100_000];
const NAKAJIMA: Value[] = ["中島 由香", "パート", null, null, 1_080, 50, 54_000];
const OKA: Value[] = ["岡 太郎", "派遣社員", null, null, 2_000, 50, 100_000];
const dx = schemes.find(({ id }) => id === "fais-dx-2025") as Scheme;

/** Rows of the labour sheet that the line stands for, by their place in it. */
function standsFor(line: Partial<LineLiteral>, scheme: Scheme = dx, ...people: Value[][]): number[] {
  const item = { item: "要件定義", amount: people.reduce((sum, row) => sum + Number(row.at(-1)), 0), ...line };
  const it = {
    ...book([{ item: "電流センサー", middle: "消耗品費", price: 12_400 }, item]),
    労務費: [HEADERS, ...people],
  };
  const report = check(workbookOf(it), [scheme], { ...DEFAULT, scheme: scheme.id });
  return (report.lines[1]?.labourRows ?? []).map((row) => Number(row.split("!")[1]) - 1);
}
const kindsOf = (scheme: Scheme, ...people: Value[][]) =>
  check(workbookOf({ ...book([{ item: "電流センサー", price: 1 }]), 労務費: [HEADERS, ...people] }), [scheme], {
    ...DEFAULT,
    scheme: scheme.id,
  }).labour.map(({ kind }) => kind);

const changed = (change: (category: Category) => Category, ...more: Category[]): Scheme => ({
  ...dx,
  categories: [...dx.categories.map(change), ...more],
});
const wages = dx.categories.find(({ middle }) => middle === "従業員費") as Category;

test("each kind of wages counts under its own item, or under one, or under none", () => {
  expect(kindsOf(dx, SATO, NAKAJIMA, OKA)).toEqual(["従業員費", "補助員費", "補助員費"]);
  const robots = schemes.find(({ id }) => id === "fais-robot-2022") as Scheme;
  expect(kindsOf(robots, SATO, NAKAJIMA, OKA)).toEqual(["人件費", "人件費", "人件費"]);
});

describe("a line whose words say nothing of labour stands for people", () => {
  test("where its item is one of wages", () => {
    expect(standsFor({ middle: "従業員費" }, dx, SATO)).toEqual([1]);
    expect(standsFor({ middle: "補助員費" }, dx, NAKAJIMA)).toEqual([1]);
    expect(standsFor({ middle: "補助員費" }, dx, OKA)).toEqual([1]);
    expect(standsFor({ middle: "消耗品費" }, dx, SATO)).toEqual([]);
    expect(standsFor({ middle: "旅費" }, dx, SATO)).toEqual([]);
  });

  test("where its 大項目 is", () => {
    expect(standsFor({ major: "労務費" }, dx, SATO, NAKAJIMA)).toEqual([1, 2]);
    expect(standsFor({ major: "物品費" }, dx, SATO, NAKAJIMA)).toEqual([]);
    expect(standsFor({}, dx, SATO, NAKAJIMA)).toEqual([]);
  });

  test("not where other costs are of that item or 大項目, too", () => {
    const welfare: Category = { ...wages, kinds: ["welfare"] };
    const mixed = changed((it) => (it.middle === "従業員費" ? { ...it, kinds: [...it.kinds, "welfare"] } : it));
    expect(standsFor({ middle: "従業員費" }, mixed, SATO)).toEqual([]);
    expect(
      standsFor(
        { middle: "従業員費" },
        changed((it) => it, welfare),
        SATO,
      ),
    ).toEqual([]);
    expect(standsFor({ middle: "従業員費" }, { ...dx, categories: [welfare, ...dx.categories] }, SATO)).toEqual([]);
    const other = changed((it) => it, { ...welfare, middle: "福利費" });
    expect(standsFor({ major: "労務費" }, other, SATO)).toEqual([]);
    expect(standsFor({ middle: "従業員費" }, other, SATO)).toEqual([1]);
  });

  test("nor where no kind of cost belongs to it", () => {
    const empty = changed((it) => it, { ...wages, middle: "その他労務", kinds: [] });
    expect(standsFor({ middle: "その他労務" }, empty, SATO)).toEqual([]);
    expect(standsFor({ major: "労務費" }, empty, SATO)).toEqual([]);
  });

  test("each scheme by its own items, one after the other", () => {
    const renamed = changed((it) => (it.major === "労務費" ? { ...it, major: "人の費用" } : it));
    expect(standsFor({ major: "労務費" }, dx, SATO)).toEqual([1]);
    expect(standsFor({ major: "労務費" }, renamed, SATO)).toEqual([]);
    expect(standsFor({ major: "労務費" }, dx, SATO)).toEqual([1]);
  });
});
