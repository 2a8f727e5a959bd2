/** The engine of the secretariat's desk where a browser's worker has it. */
import { unreadDocument } from "../../core/documents/document";
import { fileNumber } from "../../core/documents/evidence-number";
import { Examiner } from "../../desk/examine";
import { DocumentReader, A_FILE_AMONG_MANY } from "../../documents/reader";
import type { Lang } from "../../messages";
import { openingOnce } from "../../ooxml/opening";
import { portableCodec } from "../../ooxml/zip/codec";
import { PDF_LIMITS } from "../../pdf/pdfium";
import { schemes } from "../../schemes";
import { browserHand, type PackedReader } from "../../taskpane/documents/hand";
import type { GivenFile } from "../../taskpane/documents/given";
import { examinerWords } from "./words";

export function examinerOf(lang: Lang, packed: PackedReader): Examiner<GivenFile> {
  const reader = new DocumentReader(() => browserHand(packed), A_FILE_AMONG_MANY);
  return new Examiner(
    { settings: {}, decisions: "show", lang },
    schemes,
    {
      codec: portableCodec,
      workbook: openingOnce(portableCodec),
      bytes: async ({ file }) => new Uint8Array(await file.arrayBuffer()),
      sha256,
      documents: (name, bytes) =>
        bytes.length > PDF_LIMITS.bytes
          ? Promise.resolve([unreadDocument(name, "too-large", fileNumber(name))])
          : reader.read(name, bytes),
    },
    examinerWords[lang],
  );
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
