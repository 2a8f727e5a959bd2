import type { Report } from "../core/report/report";
import type { SheetModel } from "../views/summary/model";
import { summarySheet } from "../views/summary/summary";
import { summaryWords } from "../messages/summary";
import { schemeById } from "../schemes";
import type { Language } from "./host";

/** The summary sheet of a report, as data. @throws RangeError for a report of a scheme that is not known */
export function summaryOf(report: Report, language: Language): SheetModel {
  const scheme = schemeById(report.scheme);
  if (scheme === undefined) throw new RangeError(`unknown scheme: ${report.scheme}`);
  return summarySheet(report, scheme, summaryWords[language]);
}
