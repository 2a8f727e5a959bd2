/** The waterfall tells the engine's own figures: what it takes away leads from what was budgeted to the subsidy. */
import { check, schemes } from "../../src/taskpane/engine";
import { steps } from "../../src/taskpane/result/steps";
import { NO_DECISIONS } from "../../src/core/check";
import { sample } from "./openPane";

const frames: Readonly<Record<string, { scheme?: string; frame: string; applicant?: "sme" | "non-sme" }>> = {
  "planning-clean": { frame: "planning" },
  "transformation-errors": { frame: "transformation" },
  consortium: { frame: "transformation" },
  "messy-layout": { frame: "transformation" },
  "travel-over": { frame: "planning" },
  "travel-far-over": { frame: "planning", applicant: "non-sme" },
  "kyoso-2024": { scheme: "fais-kyoso-2024", frame: "practice" },
};

test.each(Object.entries(frames))("%s", (name, settings) => {
  const report = check(sample(name), settings, NO_DECISIONS);
  const list = steps(
    report,
    schemes.find(({ id }) => id === report.scheme),
  );
  expect(list[0]).toMatchObject({ id: "claimed", level: report.totals!.claimed });
  expect(list.at(-1)!.level).toBe(report.subsidy!.amount);
  list.slice(1).forEach((step, index) => {
    if (step.cut > 0) expect(step.level).toBe(list[index]!.level - step.cut);
  });
  const taken = list.filter(({ id }) => id === "ineligible" || id === "reduced").reduce((sum, { cut }) => sum + cut, 0);
  expect(taken).toBe(report.totals!.claimed - report.totals!.eligible);
});

test("a scheme that pays all deducts the income before its cap", () => {
  const report = check(sample("kyoso-2024"), { scheme: "fais-kyoso-2024", frame: "practice" }, NO_DECISIONS);
  const income = steps(
    report,
    schemes.find(({ id }) => id === report.scheme),
  ).find(({ id }) => id === "income");
  expect(income?.cut).toBe(
    report.reading.income.filter((row) => row.isProjectIncome).reduce((sum, row) => sum + row.yen, 0),
  );
});
