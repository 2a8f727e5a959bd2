/**
 * Everything that a program holding the workbook may refuse, under names that a shell can put into words. The code is
 * what the words go by: in a production build a class's own name is another.
 */
export abstract class HostError extends Error {
  abstract readonly code: HostErrorCode;

  /**
   * @param subject the sheet concerned, where it is known
   * @param cause what the program itself said
   */
  constructor(
    readonly subject: string | null = null,
    cause?: unknown,
  ) {
    super(cause instanceof Error ? cause.message : undefined, { cause });
  }

  override get name(): string {
    return this.code;
  }
}

export type HostErrorCode =
  | "SheetProtected"
  | "RowRefused"
  | "CellBeingEdited"
  | "SheetMissing"
  | "CellChanged"
  | "SummaryIncomplete"
  | "SettingsRefused"
  | "DecisionsUnreadable"
  | "DecidedByAnother"
  | "WorkbookTooLarge"
  | "NotInExcel"
  | "ExcelTooOld";

/** The sheet is protected: nothing was written to it. */
export class SheetProtected extends HostError {
  readonly code = "SheetProtected";
}
/** No row can be put into the sheet here; nothing was changed. */
export class RowRefused extends HostError {
  readonly code = "RowRefused";
}
/** A cell is open for typing: Excel refuses every call until Enter or Esc. */
export class CellBeingEdited extends HostError {
  readonly code = "CellBeingEdited";
}
/** The sheet was deleted or renamed since it was read. */
export class SheetMissing extends HostError {
  readonly code = "SheetMissing";
}
/** Somebody else changed the cell meanwhile: what they wrote stays. */
export class CellChanged extends HostError {
  readonly code = "CellChanged";
}
/** Excel stopped in the middle of the summary sheet: writing it once more makes it whole. */
export class SummaryIncomplete extends HostError {
  readonly code = "SummaryIncomplete";
}
/** Decisions could not be kept in the workbook. */
export class SettingsRefused extends HostError {
  readonly code = "SettingsRefused";
}
/** Decisions are in the workbook, and cannot be read. */
export class DecisionsUnreadable extends HostError {
  readonly code = "DecisionsUnreadable";
}
/** Somebody else decided in the meantime: theirs was not overwritten. The subject is who it was. */
export class DecidedByAnother extends HostError {
  readonly code = "DecidedByAnother";
}
/** More than Excel hands over at once (5 MB on the web), even in parts. */
export class WorkbookTooLarge extends HostError {
  readonly code = "WorkbookTooLarge";
}
/** The page is open in a plain browser. */
export class NotInExcel extends HostError {
  readonly code = "NotInExcel";
}
/** This Excel lacks something of ExcelApi 1.14. */
export class ExcelTooOld extends HostError {
  readonly code = "ExcelTooOld";
}

const PROBLEMS: Readonly<Record<string, new (subject: string | null, cause?: unknown) => HostError>> = {
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
  if (error instanceof HostError) return error;
  const problem = PROBLEMS[officeCode(error) ?? ""];
  return problem === undefined ? error : new problem(subject, error);
}

/**
 * Runs a piece of work in Excel, as `Excel.run` does, with its refusals under our names.
 * @param subject the sheet that the work is about
 * @throws HostError, or whatever the work throws
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
