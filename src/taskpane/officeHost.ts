/** Excel as the pane's host. */
import { NOTHING_SAVED, type Saved } from "../core/decisions/saved";
import { inExcel } from "../excel/errors";
import { readSnapshot } from "../excel/snapshot";
import * as problems from "./host";
import type { Host, HostError, HostTheme, Language } from "./host";

type Refusal = "NotInExcel" | "ExcelTooOld";

/** Waits for office.js; tells why where there is no Excel, or an Excel too old, to work in. */
export async function connect(): Promise<Host | { readonly refused: Refusal }> {
  if (typeof Office === "undefined") return { refused: "NotInExcel" };
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return { refused: "NotInExcel" };
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.14")) return { refused: "ExcelTooOld" };
  return officeHost();
}

function officeHost(): Host {
  return {
    language: language(),
    theme: theme(),
    readWorkbook: (progress, signal) =>
      named(async () => (await inExcel((context) => readSnapshot(context, progress, signal))).workbook),
    select: (sheet, cell) => named(() => inExcel((context) => select(context, sheet, cell), sheet)),
    applyFix: () => Promise.reject(new Error("not wired yet")),
    mark: () => Promise.resolve([]),
    clearMarks: () => Promise.resolve(),
    writeSummary: () => Promise.reject(new Error("not wired yet")),
    loadDecisions: (): Promise<Saved> => Promise.resolve(NOTHING_SAVED),
    saveDecisions: () => Promise.resolve(),
    onChange: () => () => undefined,
  };
}

const language = (): Language => (Office.context.displayLanguage.toLowerCase().startsWith("ja") ? "ja" : "en");

/** Excel on the web tells no theme: the browser's preference holds there. */
function theme(): HostTheme {
  // Typed as always present, undefined on the web.
  const office = Office.context.officeTheme as Office.OfficeTheme | undefined;
  if (office === undefined || office.bodyBackgroundColor === undefined) return "system";
  return luminance(office.bodyBackgroundColor) < 0.5 ? "dark" : "light";
}

/** "#262626" → 0.15. Rec. 601 weights, 0 black to 1 white. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/gi) ?? []).map((part) => parseInt(part, 16) / 255);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

async function select(context: Excel.RequestContext, name: string, cell: string | null): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.activate();
  if (cell !== null) sheet.getRange(cell).select();
  await context.sync();
}

/** Excel's refusals under the names that the pane can put into words. */
async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = error instanceof Error ? (problems as Record<string, unknown>)[error.name] : undefined;
    if (known === undefined) throw error;
    throw new (known as new (subject: string | null) => HostError)((error as HostError).subject);
  }
}
