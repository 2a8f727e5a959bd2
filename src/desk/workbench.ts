/** The one-page workbench with an application's budget in it: it opens what lies in the page, and asks for nothing. */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Desk } from "./server";

const SAMPLES = /(<script type="application\/json" id="kenzan-samples">)[\s\S]*?(<\/script>)/;

/** The page as `npm run build:page` leaves it beside the bundles; null where it was not built. */
export function builtWorkbench(bundles: string): string | null {
  const path = join(bundles, "..", "page", "kenzan.html");
  return existsSync(path) ? path : null;
}

/** @returns null where the workbench or the budget is not there any more */
export function workbenchPage({ ledger, workbench }: Desk, name: string): string | null {
  const budget = ledger.budgetOf(name);
  if (workbench === null || budget === null) return null;
  const path = budgetPlaces(budget.folder, name, budget.file).find((place) => existsSync(place));
  if (path === undefined) return null;
  const opened = [{ file: basename(path), title: name, base64: readFileSync(path).toString("base64") }];
  const json = JSON.stringify(opened).replaceAll("<", "\\u003c");
  return readFileSync(workbench, "utf8").replace(SAMPLES, (_, start: string, end: string) => start + json + end);
}

/** A budget lies in the application's folder, or beside it under its name. */
const budgetPlaces = (folder: string, name: string, file: string): string[] => [
  join(folder, name, file),
  join(folder, file),
];
