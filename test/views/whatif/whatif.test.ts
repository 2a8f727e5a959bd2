import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../../src/core/check";
import type { Settings } from "../../../src/core/judge/settings";
import { basisOf, whatIf } from "../../../src/views/whatif/change";
import { assess, bestFirst, candidatesOf, settingsFor } from "../../../src/views/whatif/compare";
import type { Workbook } from "../../../src/core/workbook/workbook";
import { readWorkbook } from "../../../src/ooxml/read";
import { schemeById, schemes } from "../../../src/schemes";

function sample(name: string, settings: Settings) {
  const bytes = new Uint8Array(readFileSync(join(__dirname, `../../fixtures/samples/${name}.xlsx`)));
  const workbook = readWorkbook(bytes);
  const report = check(workbook, schemes, settings);
  const scheme = schemeById(report.scheme)!;
  return { workbook, report, basis: basisOf(report, scheme, settings, workbook) };
}

test.each([
  ["planning-clean", {}],
  ["consortium", { frame: "transformation" }],
  ["transformation-errors", {}],
  ["kyoso-2024", { scheme: "fais-kyoso-2024", frame: "practice", corporateMembers: 4, income: 40_000 }],
] as [string, Settings][])("%s: without a change the figures are those of the check", (name, settings) => {
  const { basis, report } = sample(name, settings);
  const same = whatIf(basis, {});
  expect(same?.subsidy).toEqual(report.subsidy);
  expect(same?.allowed).toBe(report.totals?.allowed);
});

test("an item, the class and the frame can be changed", () => {
  const { basis } = sample("planning-clean", {});
  expect(whatIf(basis, { amounts: { 外注費: 1_000_000 } })?.subsidy.beforeCap).toBe(
    Math.floor(((2_947_920 - 240_000) * 2) / 3),
  );
  expect(whatIf(basis, { amounts: { 外注費: 1_300_000 } })?.allowed).toBe(2_947_920 + 60_000);
  expect(whatIf(basis, { applicant: "non-sme" })?.subsidy.amount).toBe(1_473_000);
  expect(whatIf(basis, { frame: "transformation", amounts: { 外注費: 9_000_000 } })?.subsidy.amount).toBe(5_000_000);
  expect(whatIf(basis, { amounts: { 旅費: 700_000 } })?.ratios[0]).toMatchObject({
    status: "warning",
    allowed: 565_840,
  });
});

test("an item that stands apart is changed on its own", () => {
  const { basis } = sample("kyoso-2024", { scheme: "fais-kyoso-2024", frame: "practice", income: 40_000 });
  expect(whatIf(basis, { amounts: { 備品費: 126_520 } })?.ratios[0]).toMatchObject({ amount: 126_520, status: "ok" });
  expect(whatIf(basis, { amounts: { 需用費: 0 } })?.ratios[0]).toMatchObject({ amount: 160_000, allowed: 113_920 });
});

test("what the scheme does not have cannot be changed", () => {
  const { basis } = sample("planning-clean", {});
  expect(() => whatIf(basis, { frame: "practice" })).toThrow(RangeError);
  expect(() => whatIf(basis, { amounts: { 備品費: 1 } })).toThrow(RangeError);
});

/** Under every frame, on a day. */
function compared(workbook: Workbook, today: string) {
  const comparisons = candidatesOf(schemes, "sme").map((candidate) =>
    assess(candidate, check(workbook, schemes, settingsFor(candidate, {})), schemeById(candidate.scheme)!, {
      today,
      madeFor: "fais-dx-2025",
    }),
  );
  return bestFirst(comparisons, "fais-dx-2025");
}

test("once all are over, the frames of the budget's own scheme come first, whatever another edition paid", () => {
  const ranked = compared(sample("planning-clean", {}).workbook, "2026-11-29");
  expect(ranked.slice(0, 2).map(({ candidate }) => candidate.scheme)).toEqual(["fais-dx-2025", "fais-dx-2025"]);
  for (const { obstacles } of ranked)
    expect(obstacles.map(({ code }) => code)).toContainEqual(expect.stringMatching(/^(closed|undated)$/));
});

test("frames are compared best first, with what stands in the way", () => {
  const ranked = compared(sample("planning-clean", {}).workbook, "2025-05-01");
  const at = (scheme: string, frame: string) => {
    const index = ranked.findIndex(({ candidate }) => candidate.scheme === scheme && candidate.frame === frame);
    return { index, ...ranked[index]! };
  };
  expect(ranked).toHaveLength(candidatesOf(schemes, "sme").length);
  expect(at("fais-dx-2025", "planning")).toMatchObject({ amount: 1_965_000, obstacles: [] });
  expect(at("fais-kyoso-2024", "practice").obstacles).toContainEqual({
    code: "closed",
    what: "2025-03-31",
    count: 1,
    yen: null,
  });
  expect(at("fais-dx-2024", "planning")).toMatchObject({ amount: null });
  expect(at("fais-dx-2024", "planning").obstacles).toContainEqual({
    code: "missing",
    what: "rate",
    count: 1,
    yen: null,
  });
  expect(at("saikouchiku-6", "regular").obstacles.map(({ what }) => what)).toContain("employees");
  expect(at("fais-dx-2025", "planning").index).toBeLessThan(at("fais-dx-2024", "planning").index);
  expect(at("fais-dx-2024", "planning").obstacles.map(({ code }) => code)).toContain("undated");
});

test("a foreign frame that has no item for some of the costs never stands before one that has", () => {
  const ranked = compared(sample("planning-clean", {}).workbook, "2026-11-29").filter(
    ({ candidate }) => candidate.scheme !== "fais-dx-2025",
  );
  const lacks = ranked.map(({ obstacles }) => obstacles.some(({ code }) => code === "items"));
  expect(new Set(lacks).size).toBe(2);
  expect(lacks).toEqual(lacks.toSorted((a, b) => Number(a) - Number(b)));
});

test("a class a frame is not for bars it", () => {
  const { workbook } = sample("planning-clean", {});
  const candidate = { scheme: "it-2023", frame: "security", applicant: "large" } as const;
  const report = check(workbook, schemes, settingsFor(candidate, {}));
  const comparison = assess(candidate, report, schemeById("it-2023")!, {
    today: "2025-05-01",
    madeFor: "fais-dx-2025",
  });
  expect(comparison.amount).toBeNull();
  expect(comparison.obstacles.map(({ code }) => code)).toContain("class");
});
