/** How the desk reads files on Node: what is small at once, PDFs and everything large in a worker that may be ended. */
import { join } from "node:path";
import { unreadDocument, type DocumentRead } from "../core/documents/document";
import { fileNumber } from "../core/documents/evidence-number";
import { isPdf, readFile } from "../documents/read-file";
import { DocumentReader, A_FILE_AMONG_MANY } from "../documents/reader";
import { openingOnce } from "../ooxml/opening";
import { nodeCodec } from "../ooxml/zip/node-codec";
import { PDF_LIMITS } from "../pdf/pdfium";
import { WorkerHand } from "../cli/estimates";
import { sha256 } from "../cli/digest";
import { readBytes } from "../cli/files";
import type { FoundFile } from "../cli/folder";
import type { Lang } from "../cli/words";
import type { Means } from "./examine";
import { deskWords } from "./words";

/** Bytes of a workbook or list that is read in a moment, whatever it holds. */
const SMALL = 2 ** 20;

/**
 * @param bundles the folder in which the bundles lie
 * @param apart nothing is read at once: what a file does, it then does to a worker of its own
 */
export function nodeMeans(lang: Lang, bundles: string, apart = false): Means<FoundFile> & { close(): void } {
  const reader = new DocumentReader(() => new WorkerHand(join(bundles, "document-worker.cjs")), A_FILE_AMONG_MANY);
  const workbook = openingOnce(nodeCodec);
  const here = { codec: nodeCodec, workbook, digest: sha256, pdf: () => Promise.reject(new Error("no engine here")) };
  const inWorker = (name: string, bytes: Uint8Array): Promise<readonly DocumentRead[]> =>
    bytes.length > PDF_LIMITS.bytes
      ? Promise.resolve([unreadDocument(name, "too-large", fileNumber(name))])
      : reader.read(name, bytes);
  return {
    codec: nodeCodec,
    workbook,
    bytes: ({ path }) => readBytes(path, deskWords[lang]),
    sha256,
    documents: (name, bytes) =>
      apart || bytes.length > SMALL || isPdf(bytes)
        ? inWorker(name, bytes)
        : readFile(name, bytes, here).catch(() => inWorker(name, bytes)),
    close: () => reader.close(),
  };
}
