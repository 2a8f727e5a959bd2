/** Why bytes could not be read as a workbook. The shells put the code into words; the message is for developers. */
export type WorkbookErrorCode =
  | "empty" // no bytes at all
  | "not-zip"
  | "encrypted" // needs a password
  | "legacy-xls" // BIFF, before 2007
  | "binary-workbook" // .xlsb
  | "truncated" // the end of the file is missing
  | "too-large" // more than a machine can be asked to hold: also zip bombs
  | "damaged"
  | "no-workbook"; // a sound zip that holds no workbook: .docx, .ods, any archive

export class WorkbookError extends Error {
  override readonly name = "WorkbookError";
  constructor(
    readonly code: WorkbookErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export const damaged = (message: string): WorkbookError => new WorkbookError("damaged", message);

/** A digital signature covers the workbook, and saving would break it. */
export class SignatureError extends Error {
  override readonly name = "SignatureError";
  constructor() {
    super("saving breaks the digital signature");
  }
}
