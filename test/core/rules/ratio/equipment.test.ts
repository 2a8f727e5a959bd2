import type { Settings } from "../../../../src/core/judge/settings";
import { book, checked } from "../budget";
import { proveRule } from "../proof";

const KYOSO: Settings = { scheme: "fais-kyoso-2024", frame: "practice", corporateMembers: 3 };
const costs = (other: number, equipment: number) =>
  book([
    { item: "講師謝金", middle: "報償費", price: other },
    { item: "ノートパソコン", middle: "備品費", price: equipment },
  ]);

proveRule("ratio/equipment", {
  severity: "error",
  clause: "地域DX共創活動助成金募集要領④",
  finds: [
    { title: "more than the other cost (golden)", book: costs(100000, 180000), settings: KYOSO, at: [""] },
    { title: "more than half of the cap (golden)", book: costs(140000, 160000), settings: KYOSO, at: [""] },
    { title: "one yen more than the other cost", book: costs(100000, 100001), settings: KYOSO, at: [""] },
    { title: "one yen more than half of the cap", book: costs(300000, 150001), settings: KYOSO, at: [""] },
  ],
  passes: [
    { title: "fine (golden)", book: costs(250000, 120000), settings: KYOSO },
    { title: "exactly as much", book: costs(100000, 100000), settings: KYOSO },
    { title: "exactly half of the cap", book: costs(300000, 150000), settings: KYOSO },
  ],
  notApplicable: [
    { title: "the DX subsidy", book: book([{ item: "受発注システム開発 請負", middle: "外注費", price: 1000000 }]) },
  ],
});

test.each([
  [100000, 180000, 0, 100000, 200000, "error"],
  [250000, 120000, 0, 120000, 300000, "ok"],
  [140000, 160000, 0, 140000, 280000, "error"],
  [320000, 0, 60000, null, 260000, null],
  [100000, 80000, 50000, 50000, 100000, "error"],
] as const)("other %d, equipment %d, income %d: grant %#", (other, equipment, income, allowed, grant, status) => {
  const it = equipment === 0 ? book([{ item: "講師謝金", middle: "報償費", price: other }]) : costs(other, equipment);
  const report = checked(it, { ...KYOSO, income });
  expect(report.subsidy?.amount).toBe(grant);
  if (status !== null)
    expect(report.ratios[0]).toMatchObject({ id: "equipment", amount: equipment, allowed, base: grant, status });
});
