import type { ReportShown } from "../core/report/shown";
import type { SheetModel } from "../views/summary/model";
import { summarySteps } from "../views/summary/summary";
import { atOnce } from "../views/summary/at-once";
import { inTurns } from "./turns";
import { summaryWords } from "../messages/summary";
import { newWorkbook } from "../ooxml/write/new-workbook";
import { portableCodec } from "../ooxml/zip/codec";
import { labourBasis } from "../views/labour/basis";
import type { Scheme } from "../core/scheme/scheme";
import { schemeById } from "../schemes";
import type { Language } from "./host";

/** The sheet with the hourly rates of a report, as an .xlsx file of its own. */
export const labourBasisOf = (report: ReportShown, language: Language): Uint8Array =>
  newWorkbook([labourBasis(report, schemeOf(report), summaryWords[language], language)], portableCodec);

/** The summary sheet of a report, as data. @throws RangeError for a report of a scheme that is not known */
export const summaryOf = (report: ReportShown, language: Language): SheetModel => atOnce(stepsOf(report, language));

/** The same, letting the pane answer meanwhile. @throws also the reason of `signal` when it is given up */
export const summaryInTurns = (report: ReportShown, language: Language, signal?: AbortSignal): Promise<SheetModel> =>
  inTurns(stepsOf(report, language), signal);

const stepsOf = (report: ReportShown, language: Language): Generator<void, SheetModel> =>
  summarySteps(report, schemeOf(report), summaryWords[language]);

/** @throws RangeError for a report of a scheme that is not known */
function schemeOf(report: ReportShown): Scheme {
  const scheme = schemeById(report.scheme);
  if (scheme === undefined) throw new RangeError(`unknown scheme: ${report.scheme}`);
  return scheme;
}
