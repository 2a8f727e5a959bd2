/** The whole workbook for a scheme, empty and ready to be filled in. */
import type { Scheme } from "../core/scheme/scheme";
import { applicationSheet, planApplication, taxChoiceOf } from "./application-sheet";
import { asksOf } from "./asks";
import { budgetSheet } from "./budget-sheet";
import { estimatesSheet } from "./estimates-sheet";
import { incomeSheet } from "./income-sheet";
import { labourSheet } from "./labour-sheet";
import type { TemplateBook } from "./model";

export function templateBook(scheme: Scheme): TemplateBook {
  const asks = asksOf(scheme);
  const plan = planApplication(scheme, asks);
  const labour = asks.labour ? labourSheet(scheme) : null;
  const income = asks.income ? incomeSheet(scheme) : null;
  const budget = budgetSheet(scheme, labour, taxChoiceOf(scheme, plan));
  return {
    sheets: [
      applicationSheet(scheme, plan, budget, income),
      budget.sheet,
      ...(labour === null ? [] : [labour.sheet]),
      ...(income === null ? [] : [income.sheet]),
      estimatesSheet(scheme),
    ],
  };
}
