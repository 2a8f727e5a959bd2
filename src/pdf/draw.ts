/** A page of a PDF as a picture, the way up in which it was read: what was read at (x, y) points is drawn at (x, y) × scale. */
import { quarterOf, withPdf, type PdfEngine } from "./pdfium";

export interface PagePicture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels a point. */
  readonly scale: number;
  /** Red, green, blue, opaque. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** Pages of the file. */
  readonly pages: number;
}

/** Side and area at most: a page of a kilometre is no reason to ask for all memory. Pixels. */
const MOST = { side: 4_000, area: 6_000_000 };
const WITH_NOTES = 0x01;
const RED_FIRST = 0x10;
const WHITE = 0xffffffff;
const BYTES_A_PIXEL = 4;

/** @param number from 1 @param wanted width in pixels. null where there is no such page */
export function drawPage(engine: PdfEngine, bytes: Uint8Array, number: number, wanted: number): PagePicture | null {
  const drawn = withPdf(engine, bytes, (file) => {
    const page = engine.FPDF_LoadPage(file, number - 1);
    if (page === 0) return null;
    try {
      return draw(engine, page, wanted, engine.FPDF_GetPageCount(file));
    } finally {
      engine.FPDF_ClosePage(page);
    }
  });
  return typeof drawn === "string" ? null : drawn;
}

function draw(engine: PdfEngine, page: number, wanted: number, pages: number): PagePicture | null {
  const text = engine.FPDFText_LoadPage(page);
  const turned = engine.FPDFPage_GetRotation(page);
  const turn = text === 0 ? turned : quarterOf(engine, text);
  if (text !== 0) engine.FPDFText_ClosePage(text);
  // The engine draws the page turned as the file says; further by this, its text stands upright.
  const further = (turn - turned + 4) % 4;
  const [w, h] = [engine.FPDF_GetPageWidthF(page), engine.FPDF_GetPageHeightF(page)];
  const [across, down] = further % 2 === 0 ? [w, h] : [h, w];
  if (!(across > 0 && down > 0)) return null;
  const scale = Math.min(wanted / across, MOST.side / across, MOST.side / down, Math.sqrt(MOST.area / (across * down)));
  const [width, height] = [Math.max(1, Math.round(across * scale)), Math.max(1, Math.round(down * scale))];
  const bitmap = engine.FPDFBitmap_Create(width, height, 1);
  if (bitmap === 0) return null;
  try {
    engine.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    engine.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, further, WITH_NOTES | RED_FIRST);
    const from = engine.FPDFBitmap_GetBuffer(bitmap);
    const pixels = new Uint8ClampedArray(width * height * BYTES_A_PIXEL);
    pixels.set(engine.pdfium.HEAPU8.subarray(from, from + pixels.length));
    return { width, height, scale, pixels, pages };
  } finally {
    engine.FPDFBitmap_Destroy(bitmap);
  }
}
