/** Papers read in this process, by the engine that the worker has. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { init } from "@embedpdf/pdfium";
import type { DocumentRead } from "../../src/core/documents/document";
import { readFile } from "../../src/documents/read-file";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import type { PdfEngine } from "../../src/pdf/pdfium";

let engine: Promise<PdfEngine> | null = null;

export const pdfEngine = (): Promise<PdfEngine> => (engine ??= load());

async function load(): Promise<PdfEngine> {
  const wasmBinary = new Uint8Array(readFileSync(require.resolve("@embedpdf/pdfium/pdfium.wasm"))).buffer;
  const loaded = (await init({ wasmBinary, thisProgram: "pdf" })) as PdfEngine;
  loaded.PDFiumExt_Init();
  return loaded;
}

export async function readPapers(paths: readonly string[]): Promise<DocumentRead[]> {
  const found: DocumentRead[] = [];
  for (const path of paths)
    found.push(...(await readFile(basename(path), readFileSync(path), { pdf: pdfEngine, codec: nodeCodec })));
  return found;
}
