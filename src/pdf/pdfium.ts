/** PDF bytes → letters and rules with their places. With `draw.ts` beside it the only room that knows PDFs. */
import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import type { Box, Letter, LetterPage } from "../core/documents/page/paper";

/** The engine, with the memory it keeps its data in. */
export type PdfEngine = WrappedPdfiumModule & { readonly pdfium: { readonly HEAPU8: Uint8Array } };

/** What is looked at, at most: no estimate is longer, and a hostile file ends here. */
export const PDF_LIMITS = { bytes: 20_000_000, pages: 60, letters: 60_000, objects: 20_000, remarks: 50, clips: 100 };

type PdfProblem = "encrypted" | "corrupt" | "empty" | "no-text" | "too-large";

interface PdfRead {
  readonly problem: PdfProblem | null;
  readonly pages: readonly LetterPage[];
}

const PASSWORD_NEEDED = 4;
const PATH_OBJECT = 2;
/** Letters below which a page of pictures is a scan with a stamp of the scanner on it. */
const FEW_LETTERS = 8;
/** A letter that leans more than this is part of a stamp. Quarters of a turn. */
const LEANING = 0.02;

export function readPdf(engine: PdfEngine, bytes: Uint8Array): PdfRead {
  const { wasmExports } = engine.pdfium;
  const read = withPdf(engine, bytes, (file): PdfRead => {
    const out = wasmExports.malloc(64);
    try {
      const count = engine.FPDF_GetPageCount(file);
      const pages: LetterPage[] = [];
      for (let at = 0; at < Math.min(count, PDF_LIMITS.pages); at++) pages.push(readPage(engine, file, at, out));
      return { problem: problemOf(pages), pages };
    } finally {
      wasmExports.free(out);
    }
  });
  return typeof read === "string" ? { problem: read, pages: [] } : read;
}

/** Opens a file for as long as `act` takes. @returns what `act` returns, or why there is nothing to act on */
export function withPdf<T>(engine: PdfEngine, bytes: Uint8Array, act: (file: number) => T): T | PdfProblem {
  if (bytes.length === 0) return "empty";
  if (bytes.length > PDF_LIMITS.bytes) return "too-large";
  const { wasmExports } = engine.pdfium;
  const place = wasmExports.malloc(bytes.length);
  engine.pdfium.HEAPU8.set(bytes, place);
  const file = engine.FPDF_LoadMemDocument(place, bytes.length, "");
  try {
    if (file === 0) return engine.FPDF_GetLastError() === PASSWORD_NEEDED ? "encrypted" : "corrupt";
    return act(file);
  } finally {
    if (file !== 0) engine.FPDF_CloseDocument(file);
    wasmExports.free(place);
  }
}

function problemOf(pages: readonly LetterPage[]): PdfProblem | null {
  if (pages.length === 0) return "empty";
  const letters = pages.reduce((sum, page) => sum + page.letters.length, 0);
  return letters < FEW_LETTERS ? "no-text" : null;
}

function readPage(engine: PdfEngine, file: number, number: number, out: number): LetterPage {
  const page = engine.FPDF_LoadPage(file, number);
  if (page === 0) return { width: 0, height: 0, letters: [], rules: [], remarks: [] };
  // As the page is shown after its /Rotate, the engine gives its sides; boxes and letters are of the page before it.
  const turned = engine.FPDFPage_GetRotation(page);
  const [w, h] = [engine.FPDF_GetPageWidthF(page), engine.FPDF_GetPageHeightF(page)];
  const [across, up] = turned % 2 === 0 ? [w, h] : [h, w];
  const text = engine.FPDFText_LoadPage(page);
  // What counts is how the text stands: a page may be scanned or stored on its side.
  const turn = text === 0 ? turned : quarterOf(engine, text);
  /** From the page's own space (y upwards, not turned) to what is read. */
  const seen = (x: number, y: number): [number, number] =>
    turn === 0 ? [x, up - y] : turn === 1 ? [y, x] : turn === 2 ? [across - x, y] : [up - y, across - x];
  const box = (left: number, bottom: number, right: number, top: number): Box => {
    const [ax, ay] = seen(left, bottom);
    const [bx, by] = seen(right, top);
    return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
  };
  const [width, height] = turn % 2 === 0 ? [across, up] : [up, across];
  const read = {
    width,
    height,
    letters: text === 0 ? [] : lettersOf(engine, text, out, turn, seen, box),
    rules: rulesOf(engine, page, out, box),
    remarks: remarksOf(engine, page),
  };
  if (text !== 0) engine.FPDFText_ClosePage(text);
  engine.FPDF_ClosePage(page);
  return read;
}

/** Letters that are asked how they stand, spread over the page. */
const ASKED = 200;

/** In quarters clockwise, how the page must be turned for most of its letters to stand upright. */
export function quarterOf(engine: PdfEngine, text: number): number {
  const many = Math.min(engine.FPDFText_CountChars(text), PDF_LIMITS.letters);
  const votes = [0, 0, 0, 0];
  for (let at = 0; at < many; at += Math.max(1, Math.floor(many / ASKED))) {
    const quarter = quarterIn(engine.FPDFText_GetCharAngle(text, at));
    if (quarter !== null) votes[quarter] = (votes[quarter] as number) + 1;
  }
  return votes.indexOf(Math.max(...votes));
}

/** null for what leans: seals, stamps, watermarks. Radians against the clock. */
function quarterIn(angle: number): number | null {
  const quarters = angle / (Math.PI / 2);
  const whole = Math.round(quarters);
  return Math.abs(quarters - whole) > LEANING ? null : ((-whole % 4) + 4) % 4;
}

type Seen = (x: number, y: number) => [number, number];
type BoxOf = (left: number, bottom: number, right: number, top: number) => Box;

function lettersOf(engine: PdfEngine, text: number, out: number, turn: number, seen: Seen, box: BoxOf): Letter[] {
  const letters: Letter[] = [];
  const many = Math.min(engine.FPDFText_CountChars(text), PDF_LIMITS.letters);
  const windowOf = windows(engine, text, out);
  for (let at = 0; at < many; at++) {
    const code = engine.FPDFText_GetUnicode(text, at);
    if (code <= 32 || code === 0xfffe || code === 0xffff || (code >= 0xd800 && code < 0xe000)) continue;
    const letter = String.fromCodePoint(code);
    if (/\s/.test(letter) || !engine.FPDFText_GetLooseCharBox(text, at, out)) continue;
    const [left, top, right, bottom] = new Float32Array(engine.pdfium.HEAPU8.buffer, out, 4) as unknown as number[];
    if (isCut(windowOf(at), left as number, bottom as number, right as number, top as number)) continue;
    const place = box(left as number, bottom as number, right as number, top as number);
    if (place.x1 - place.x0 <= 0.1 || quarterIn(engine.FPDFText_GetCharAngle(text, at)) !== turn) continue;
    engine.FPDFText_GetCharOrigin(text, at, out + 16, out + 24);
    const [x, y] = new Float64Array(engine.pdfium.HEAPU8.buffer, out + 16, 2) as unknown as number[];
    const base = seen(x as number, y as number)[1];
    letters.push({ text: letter, ...place, base, size: sizeOf(engine, text, at, out) });
  }
  return letters;
}

/** What is to be seen of a text, in the page's own space: [left, bottom, right, top]. */
type Window = readonly [number, number, number, number];

/** A letter of which less than half shows is not read by anyone: a cell cuts off what is too long for it. */
const isCut = (window: Window | null, left: number, bottom: number, right: number, top: number): boolean => {
  if (window === null) return false;
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  return x < window[0] || y < window[1] || x > window[2] || y > window[3];
};

/** @returns of a letter the window that its text is seen through; null where all of it is, or it cannot be told */
function windows(engine: PdfEngine, text: number, out: number): (at: number) => Window | null {
  let last: { readonly object: number; readonly window: Window | null } = { object: 0, window: null };
  return (at) => {
    const object = engine.FPDFText_GetTextObject(text, at);
    if (object === 0) return null;
    if (object !== last.object)
      last = { object, window: standsOnPage(engine, text, at, object, out) ? windowOf(engine, object, out) : null };
    return last.window;
  };
}

/** Within a form the window is told in the form's own space, which its letters are not. */
function standsOnPage(engine: PdfEngine, text: number, at: number, object: number, out: number): boolean {
  if (!engine.FPDFText_GetMatrix(text, at, out) || !engine.FPDFPageObj_GetMatrix(object, out + 24)) return false;
  const floats = new Float32Array(engine.pdfium.HEAPU8.buffer, out, 12);
  return [0, 1, 2, 3, 4, 5].every(
    (field) => Math.abs((floats[field] as number) - (floats[field + 6] as number)) < 0.01,
  );
}

/** What the clip paths of an object leave, each taken as the box around it. */
function windowOf(engine: PdfEngine, object: number, out: number): Window | null {
  const clip = engine.FPDFPageObj_GetClipPath(object);
  const paths = clip === 0 ? 0 : engine.FPDFClipPath_CountPaths(clip);
  let window: Window | null = null;
  for (let path = 0; path < Math.min(paths, PDF_LIMITS.clips); path++) {
    const points = Math.min(engine.FPDFClipPath_CountPathSegments(clip, path), PDF_LIMITS.clips);
    const [xs, ys]: [number[], number[]] = [[], []];
    for (let at = 0; at < points; at++) {
      const segment = engine.FPDFClipPath_GetPathSegment(clip, path, at);
      if (segment === 0 || !engine.FPDFPathSegment_GetPoint(segment, out, out + 4)) return null;
      const [x, y] = new Float32Array(engine.pdfium.HEAPU8.buffer, out, 2) as unknown as [number, number];
      xs.push(x);
      ys.push(y);
    }
    if (xs.length < 2) continue;
    const own: Window = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    window =
      window === null
        ? own
        : [
            Math.max(window[0], own[0]),
            Math.max(window[1], own[1]),
            Math.min(window[2], own[2]),
            Math.min(window[3], own[3]),
          ];
  }
  return window;
}

/** As it is seen: the size of the font, times what the page scales its text by. */
function sizeOf(engine: PdfEngine, text: number, at: number, out: number): number {
  const size = engine.FPDFText_GetFontSize(text, at);
  if (!engine.FPDFText_GetMatrix(text, at, out)) return size;
  const [a, b] = new Float32Array(engine.pdfium.HEAPU8.buffer, out, 2) as unknown as [number, number];
  const scale = Math.hypot(a, b);
  return scale > 0 ? size * scale : size;
}

function rulesOf(engine: PdfEngine, page: number, out: number, box: BoxOf): Box[] {
  const rules: Box[] = [];
  const many = Math.min(engine.FPDFPage_CountObjects(page), PDF_LIMITS.objects);
  for (let at = 0; at < many; at++) {
    const object = engine.FPDFPage_GetObject(page, at);
    if (engine.FPDFPageObj_GetType(object) !== PATH_OBJECT) continue;
    if (!engine.FPDFPageObj_GetBounds(object, out, out + 4, out + 8, out + 12)) continue;
    const [left, bottom, right, top] = new Float32Array(engine.pdfium.HEAPU8.buffer, out, 4) as unknown as number[];
    rules.push(box(left as number, bottom as number, right as number, top as number));
  }
  return rules;
}

/** Notes that somebody put on the page afterwards. */
function remarksOf(engine: PdfEngine, page: number): string[] {
  const remarks: string[] = [];
  const many = Math.min(engine.FPDFPage_GetAnnotCount(page), PDF_LIMITS.remarks);
  for (let at = 0; at < many; at++) {
    const note = engine.FPDFPage_GetAnnot(page, at);
    if (note === 0) continue;
    const bytes = Math.min(engine.FPDFAnnot_GetStringValue(note, "Contents", 0, 0), 400);
    if (bytes > 2) {
      const place = engine.pdfium.wasmExports.malloc(bytes);
      engine.FPDFAnnot_GetStringValue(note, "Contents", place, bytes);
      remarks.push(engine.pdfium.UTF16ToString(place));
      engine.pdfium.wasmExports.free(place);
    }
    engine.FPDFPage_CloseAnnot(note);
  }
  return remarks;
}
