import type { Report } from "../core/report/report";
import type { SheetModel } from "../views/summary/model";
import { summarySheet } from "../views/summary/summary";
import { summaryWords } from "../messages/summary";
import { newWorkbook } from "../ooxml/write/new-workbook";
import { portableCodec } from "../ooxml/zip/codec";
import { labourBasis } from "../views/labour/basis";
import { schemeById } from "../schemes";
import type { Language } from "./host";

/** The sheet with the hourly rates of a report, as an .xlsx file of its own. @throws RangeError for a report of a scheme that is not known */
export function labourBasisOf(report: Report, language: Language): Uint8Array {
  const scheme = schemeById(report.scheme);
  if (scheme === undefined) throw new RangeError(`unknown scheme: ${report.scheme}`);
  return newWorkbook([labourBasis(report, scheme, summaryWords[language], language)], portableCodec);
}

/** The summary sheet of a report, as data. @throws RangeError for a report of a scheme that is not known */
export function summaryOf(report: Report, language: Language): SheetModel {
  const scheme = schemeById(report.scheme);
  if (scheme === undefined) throw new RangeError(`unknown scheme: ${report.scheme}`);
  return summarySheet(report, scheme, summaryWords[language]);
}
