/** The engine and every scheme it knows, as one part of the build that is loaded after the pane has appeared. */
import { check as checkBudget } from "../core/check";
import { schemes } from "../schemes";
import type { Engine } from "./session";

export { schemes };
export const check: Engine["check"] = (workbook, settings, decisions, documents) =>
  checkBudget(workbook, schemes, settings, decisions, documents);
