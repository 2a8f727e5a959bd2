/** Excel as the pane's host. */
import { NOTHING_SAVED, type Saved } from "../core/decisions/saved";
import { marksOf } from "../core/marks/marks";
import type { Fix, Report } from "../core/report";
import type { Workbook } from "../core/sheet/workbook";
import { loadDecisions, saveDecisions } from "../excel/decisions";
import { inExcel } from "../excel/errors";
import { applyFix, takeBack } from "../excel/fix";
import { clearMarks, mark } from "../excel/marks";
import { select } from "../excel/navigate";
import { WorkbookReader } from "../excel/reader";
import { watch } from "../excel/watch";
import * as problems from "./host";
import { DecisionsUnreadable, type Host, type HostError, type HostTheme, type Language } from "./host";

/** Waits for office.js; tells why where there is no Excel, or an Excel too old, to work in. */
export async function connect(): Promise<Host | { readonly refused: "NotInExcel" | "ExcelTooOld" }> {
  if (typeof Office === "undefined") return { refused: "NotInExcel" };
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return { refused: "NotInExcel" };
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.14")) return { refused: "ExcelTooOld" };
  return new OfficeHost(language(), theme());
}

export class OfficeHost implements Host {
  /** Knows what was read last and what the person edited since. */
  private reader = new WorkbookReader();

  constructor(
    readonly language: Language,
    readonly theme: HostTheme,
  ) {}

  /** What a person asks for is read as a whole, whatever events said. */
  readWorkbook(progress: (share: number) => void, signal: AbortSignal): Promise<Workbook> {
    this.reader = new WorkbookReader();
    return inNamedExcel((context) => this.reader.read(context, progress, signal));
  }

  readChanges(): Promise<Workbook> {
    return inNamedExcel((context) => this.reader.read(context));
  }

  select(sheet: string, cell: string | null): Promise<void> {
    return inNamedExcel((context) => select(context, sheet, cell), sheet);
  }

  async applyFix(fix: Fix): Promise<() => Promise<void>> {
    const before = await inNamedExcel((context) => applyFix(context, fix), fix.sheet);
    return () => inNamedExcel((context) => takeBack(context, before), fix.sheet);
  }

  async mark(report: Report): Promise<readonly string[]> {
    const result = await inNamedExcel((context) => mark(context, marksOf(report.findings)));
    const [failure] = result.failed;
    if (failure !== undefined) throw named(failure.problem);
    return result.protected;
  }

  async clearMarks(): Promise<void> {
    const result = await inNamedExcel(clearMarks);
    const [failure] = result.failed;
    if (failure !== undefined) throw named(failure.problem);
  }

  async writeSummary(): Promise<string> {
    throw new Error("not wired yet");
  }

  async loadDecisions(): Promise<Saved> {
    const { saved, problems: unreadable } = await inNamedExcel(loadDecisions);
    if (saved === NOTHING_SAVED && unreadable.length > 0) throw new DecisionsUnreadable();
    return saved;
  }

  saveDecisions(saved: Saved): Promise<void> {
    return inNamedExcel((context) => saveDecisions(context, saved));
  }

  onChange(changed: () => void): () => void {
    const listening = inNamedExcel((context) =>
      watch(context, (edit) => {
        this.reader.note(edit);
        changed();
      }),
    ).catch(() => undefined); // without events a person presses チェック again: no reason to stop them
    return () => void listening.then((stop) => stop?.()).catch(() => undefined); // the pane is going: nobody to tell
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

async function inNamedExcel<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
  subject: string | null = null,
): Promise<T> {
  try {
    return await inExcel(work, subject);
  } catch (error) {
    throw named(error);
  }
}

/** Excel's refusals under the names that the pane can put into words. */
function named(error: unknown): unknown {
  const known = error instanceof Error ? (problems as Readonly<Record<string, unknown>>)[error.name] : undefined;
  if (known === undefined) return error;
  return new (known as new (subject: string | null) => HostError)((error as HostError).subject);
}
