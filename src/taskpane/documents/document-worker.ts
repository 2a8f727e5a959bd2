/** The worker that reads papers and draws their pages in a browser. It may be ended at any time. */
import { init } from "@embedpdf/pdfium";
import { gunzipSync } from "fflate";
import { answer } from "../../documents/answer";
import { limitMemory } from "../../documents/memory";
import type { Reply, Request } from "../../documents/reader";
import { portableCodec } from "../../ooxml/zip/codec";
import type { PdfEngine } from "../../pdf/pdfium";

/** The first message of a page that has no server beside it: the engine itself, gzipped. */
export interface EngineGiven {
  readonly engine: Uint8Array;
}

interface Scope {
  readonly location: { readonly href: string };
  postMessage(reply: Reply, transfer: Transferable[]): void;
  onmessage: ((event: { readonly data: Request | EngineGiven }) => void) | null;
}
const scope = globalThis as unknown as Scope;

limitMemory();
let given: Uint8Array | null = null;
let engine: Promise<PdfEngine> | null = null;
const pdf = (): Promise<PdfEngine> => (engine ??= load());

async function load(): Promise<PdfEngine> {
  const wasmBinary =
    given === null
      ? await (await fetch(new URL("pdfium.wasm", scope.location.href))).arrayBuffer()
      : gunzipSync(given).buffer;
  const loaded = (await init({
    wasmBinary: wasmBinary as ArrayBuffer,
    thisProgram: "pdf",
    // It has the engine already; out of a worker made of a text no address can be told.
    locateFile: (name: string) => name,
    print: () => undefined,
    printErr: () => undefined,
  })) as PdfEngine;
  loaded.PDFiumExt_Init();
  given = null;
  return loaded;
}

scope.onmessage = ({ data }) => {
  if ("engine" in data) {
    given = data.engine;
    return;
  }
  void answer(data, { pdf, codec: portableCodec }).then((reply) =>
    scope.postMessage(reply, "picture" in reply && reply.picture !== null ? [reply.picture.pixels.buffer] : []),
  );
};
