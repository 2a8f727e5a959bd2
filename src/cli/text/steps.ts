/** From what was claimed to what can be applied for, one step after the other. */
import type { Report } from "../../core/report/report";
import { tellingSteps } from "../../core/report/steps";
import type { Scheme } from "../../core/scheme/scheme";
import { stepText } from "../../messages/steps";
import { table } from "../width";
import { yen } from "../words";
import { tone, type Page } from "./page";

const MARKS = { cut: "− ", level: "= ", part: "  " } as const;

export function steps(page: Page, report: Report, scheme: Scheme): string[] {
  const told = new Set(tellingSteps(report.steps));
  // A limit that holds is worth a word all the same.
  const shown = report.steps.filter((step) => told.has(step) || step.id === "cap" || step.id === "floor");
  const rows = shown.map((step) => {
    const { label, note } = stepText(step, report, scheme, page.lang);
    const words = step.id === "amount" ? tone(page, "heading", label) : label;
    return [
      `  ${step.id === "claimed" || step.yen === 0 ? "  " : MARKS[step.kind]}${words}`,
      step.kind === "cut" && step.yen === 0 ? "" : yen(step.yen, page.lang),
      note,
    ];
  });
  return table(rows, new Set([1]));
}
