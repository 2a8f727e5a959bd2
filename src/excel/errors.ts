/** What Excel may refuse, under names that a shell can put into words. */

/** Base of the errors below; `subject` is the sheet concerned, where it is known. */
export abstract class ExcelProblem extends Error {
  /** @param cause what office.js said */
  constructor(
    readonly subject: string | null = null,
    cause?: unknown,
  ) {
    super(cause instanceof Error ? cause.message : undefined, { cause });
    this.name = new.target.name;
  }
}

/** The sheet is protected: nothing was written to it. */
export class SheetProtected extends ExcelProblem {}
/** A cell is open for typing: Excel refuses every call until Enter or Esc. */
export class CellBeingEdited extends ExcelProblem {}
/** The sheet was deleted or renamed since it was read. */
export class SheetMissing extends ExcelProblem {}
/** Decisions could not be kept in the workbook. */
export class SettingsRefused extends ExcelProblem {}
/** More than Excel hands over at once (5 MB on the web), even in parts. */
export class WorkbookTooLarge extends ExcelProblem {}
/** The page is open in a plain browser. */
export class NotInExcel extends ExcelProblem {}
/** This Excel lacks something of ExcelApi 1.14. */
export class ExcelTooOld extends ExcelProblem {}

const PROBLEMS: Readonly<Record<string, new (subject: string | null, cause?: unknown) => ExcelProblem>> = {
  InvalidOperationInCellEditMode: CellBeingEdited,
  AccessDenied: SheetProtected,
  ItemNotFound: SheetMissing,
  InvalidReference: SheetMissing,
  InvalidObjectPath: SheetMissing,
  RequestPayloadSizeLimitExceeded: WorkbookTooLarge,
  ResponsePayloadSizeLimitExceeded: WorkbookTooLarge,
  ApiNotFound: ExcelTooOld,
  ApiNotAvailable: ExcelTooOld,
};

/** Code of an error that office.js threw; null for any other error. */
export function officeCode(error: unknown): string | null {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return error instanceof Error && typeof code === "string" ? code : null;
}

/** The named problem behind an error of office.js; other errors come back as they are. */
export function problemOf(error: unknown, subject: string | null = null): unknown {
  const problem = PROBLEMS[officeCode(error) ?? ""];
  return problem === undefined ? error : new problem(subject, error);
}

/**
 * Runs a piece of work in Excel, as `Excel.run` does, with its refusals under our names.
 * @param subject the sheet that the work is about
 * @throws ExcelProblem, or whatever the work throws
 */
export async function inExcel<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
  subject: string | null = null,
): Promise<T> {
  if (typeof Excel === "undefined") throw new NotInExcel();
  try {
    return await Excel.run(work);
  } catch (error) {
    throw problemOf(error, subject);
  }
}
