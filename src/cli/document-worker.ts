/** The worker that reads estimates: it may be ended at any time. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import { init } from "@embedpdf/pdfium";
import { answer } from "../documents/answer";
import { limitMemory } from "../documents/memory";
import type { Request } from "../documents/reader";
import { nodeCodec } from "../ooxml/zip/node-codec";
import { sha256 } from "./digest";
import type { PdfEngine } from "../pdf/pdfium";

limitMemory();
let engine: Promise<PdfEngine> | null = null;
const pdf = (): Promise<PdfEngine> => (engine ??= load());

async function load(): Promise<PdfEngine> {
  const bytes = readFileSync(join(__dirname, "pdfium.wasm"));
  // Without a name of its own the engine takes that of its folder, and stops where it has Japanese letters.
  const loaded = (await init({
    wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    thisProgram: "pdf",
    print: () => undefined,
    printErr: () => undefined,
  })) as PdfEngine;
  loaded.PDFiumExt_Init();
  return loaded;
}

parentPort?.on("message", (request: Request) => {
  void answer(request, { pdf, codec: nodeCodec, digest: sha256 }).then((reply) => parentPort?.postMessage(reply));
});
