/** The engine and every scheme it knows, as one part of the build that is loaded after the pane has appeared. */
import { check as checkBudget } from "../core/check";
import { askedIn } from "../core/desk/asked";
import { WorkbookError } from "../ooxml/error";
import { schemes } from "../schemes";
import type { Engine } from "./session";

export { schemes };
export const check: Engine["check"] = (workbook, settings, decisions, documents) =>
  checkBudget(workbook, schemes, settings, decisions, documents);

export const letterIn: Engine["letterIn"] = async (bytes) => {
  // Few are ever given a letter: what reads files comes with the first.
  const { readWorkbook } = await import("../ooxml/read");
  try {
    return askedIn(readWorkbook(bytes));
  } catch (error) {
    if (error instanceof WorkbookError) return [];
    throw error;
  }
};
