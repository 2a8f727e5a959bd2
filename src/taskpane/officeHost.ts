/** Excel as the pane's host. */
import { NOTHING_SAVED, type Saved } from "../core/decisions/saved";
import type { InForce } from "../core/decisions/together";
import type { DocumentRead } from "../core/documents/document";
import type { ReportShown } from "../core/report/shown";
import type { CellValue, Workbook } from "../core/workbook/workbook";
import { DecisionsUnreadable, inExcel } from "../excel/errors";
import type { CellWrite } from "../excel/fix";
import { ExcelWorkbook } from "../excel/excel-workbook";
import { deleteSheets, insertSheets } from "../excel/insert";
import type { MarkingResult } from "../excel/marks";
import type { Host, HostTheme, Inserted, Language, PaneKept } from "./host";

declare global {
  /** Where the workbench shows the pane. */
  var kenzanPane: PaneKept | undefined;
}

/** Waits for office.js; tells why where there is no Excel, or an Excel too old, to work in. */
export async function connect(): Promise<Host | { readonly refused: "NotInExcel" | "ExcelTooOld" }> {
  if (typeof Office === "undefined") return { refused: "NotInExcel" };
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return { refused: "NotInExcel" };
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.14")) return { refused: "ExcelTooOld" };
  return new OfficeHost(language(), theme());
}

export class OfficeHost implements Host {
  readonly ownsDecisions = false;
  readonly decider = "";
  inForce: InForce | null = null;
  documents: readonly DocumentRead[] | null = null;
  readonly drafts = globalThis.kenzanPane?.drafts ?? new Map<string, unknown>();
  private readonly book = new ExcelWorkbook();

  constructor(
    readonly language: Language,
    readonly theme: HostTheme,
  ) {}

  readWorkbook(progress?: (share: number) => void, signal?: AbortSignal): Promise<Workbook> {
    return this.book.read(progress, signal);
  }

  select(sheet: string, cell: string | null): Promise<void> {
    return this.book.select(sheet, cell);
  }

  applyFix(fix: CellWrite, seen?: CellValue): Promise<() => Promise<void>> {
    return this.book.applyFix(fix, seen);
  }

  insertRow(sheet: string, row: number): Promise<() => Promise<void>> {
    return this.book.insertRow(sheet, row);
  }

  async mark(report: ReportShown): Promise<readonly string[]> {
    return withoutFailure(await this.book.mark(report)).protected;
  }

  async clearMarks(): Promise<void> {
    withoutFailure(await this.book.clearMarks());
  }

  async writeSummary(report: ReportShown, signal?: AbortSignal): Promise<string> {
    const { summaryInTurns } = await import("./summaryOf");
    return this.book.writeSummary(await summaryInTurns(report, this.language, signal), signal);
  }

  async insertTemplate(scheme: string): Promise<readonly string[]> {
    const { templateOf } = await import("./templateOf");
    return inExcel((context) => insertSheets(context, templateOf(scheme)));
  }

  async insertLabourBasis(report: ReportShown): Promise<Inserted> {
    const { labourBasisOf } = await import("./summaryOf");
    const bytes = labourBasisOf(report, this.language);
    const sheets = await inExcel((context) => insertSheets(context, bytes));
    return { sheets, takeBack: () => inExcel((context) => deleteSheets(context, sheets)) };
  }

  async loadDecisions(): Promise<Saved> {
    const { saved, problems: unreadable } = await this.book.loadDecisions();
    if (saved === NOTHING_SAVED && unreadable.length > 0) throw new DecisionsUnreadable();
    return saved;
  }

  saveDecisions(saved: Saved): Promise<void> {
    return this.book.saveDecisions(saved);
  }

  onChange(changed: () => void): () => void {
    // Without events a person presses チェック again: no reason to stop them. Nor is there anybody to tell at the end.
    const listening = this.book.onEdit(changed).catch(() => undefined);
    return () => void listening.then((stop) => stop?.()).catch(() => undefined);
  }
}

const language = (): Language => (Office.context.displayLanguage.toLowerCase().startsWith("ja") ? "ja" : "en");

/** Excel on the web tells no theme: the browser's preference holds there. */
function theme(): HostTheme {
  const office = Office.context.officeTheme as Partial<Office.OfficeTheme> | undefined;
  const background = office?.bodyBackgroundColor;
  return background === undefined ? "system" : luminance(background) < 0.5 ? "dark" : "light";
}

/** "#262626" → 0.15. Rec. 601 weights, 0 black to 1 white. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/gi) ?? []).map((part) => parseInt(part, 16) / 255);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** @throws what kept a sheet from being marked or cleared; the others are done by then */
function withoutFailure(result: MarkingResult): MarkingResult {
  const [failure] = result.failed;
  if (failure !== undefined) throw failure.problem;
  return result;
}
