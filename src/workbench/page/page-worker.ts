/** The worker of the page, for all that takes long: what the pane asks, an application, a file to be read or saved. */
import type { Examined } from "../../core/desk/examined";
import type { Lang } from "../../messages";
import { SignatureError, WorkbookError, type WorkbookErrorCode } from "../../ooxml/error";
import { answering } from "../../taskpane/engine/answer";
import type { Reply, Said } from "../../taskpane/engine/messages";
import { Assembled, inPieces, type Piece } from "../../taskpane/engine/pieces";
import { Work } from "../../taskpane/engine/work";
import type { PackedReader } from "../../taskpane/documents/hand";
import { examinerOf } from "../many/examiner";
import type { GivenApplication } from "../many/given";
import { readFile } from "../file-read";
import { savedFile } from "../save";
import type { ToSave } from "../to-save";

/** In this order: who is to examine, then each application. */
export type ToExamine =
  { readonly lang: Lang; readonly reader: PackedReader } | { readonly application: GivenApplication };
/** In this order: the pieces of what a file follows from, then how it is to be made. */
export type SaidToSave = { readonly toSave: Piece } | { readonly language: Lang; readonly breakSignature: boolean };
export interface SaidToRead {
  readonly toRead: Uint8Array;
}
export type Made =
  /** Of a file that was read, then that this was all. */
  | { readonly piece: Piece }
  | { readonly isRead: true }
  | { readonly unreadable: WorkbookErrorCode }
  | { readonly examined: Examined }
  | { readonly file: Uint8Array }
  | { readonly signed: true }
  | { readonly failed: string };

interface Scope {
  postMessage(reply: Reply | Made, transferred?: readonly Transferable[]): void;
  onmessage: ((event: { readonly data: Said | ToExamine | SaidToSave | SaidToRead }) => void) | null;
}
const scope = globalThis as unknown as Scope;

const hear = answering(new Work(), (reply) => scope.postMessage(reply));
const given = new Assembled();
let examiner: ReturnType<typeof examinerOf> | null = null;

scope.onmessage = ({ data }) => {
  if ("reader" in data) examiner = examinerOf(data.lang, data.reader);
  else if ("application" in data) void examine(data.application);
  else if ("toSave" in data) given.add(data.toSave);
  else if ("toRead" in data) read(data.toRead);
  else if ("breakSignature" in data) save(data.language, data.breakSignature);
  else hear(data);
};

async function examine(application: GivenApplication): Promise<void> {
  if (examiner !== null) scope.postMessage({ examined: await examiner.examine(application) });
}

function read(bytes: Uint8Array): void {
  try {
    for (const piece of inPieces(readFile(bytes))) scope.postMessage({ piece });
    scope.postMessage({ isRead: true });
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error; // heard as a worker that broke down
    scope.postMessage({ unreadable: error.code });
  }
}

function save(language: Lang, breakSignature: boolean): void {
  try {
    const file = savedFile(given.value as ToSave, language, breakSignature);
    scope.postMessage({ file }, [file.buffer]);
  } catch (error) {
    if (error instanceof SignatureError) scope.postMessage({ signed: true });
    else scope.postMessage({ failed: error instanceof Error ? error.message : String(error) });
  } finally {
    given.value = undefined; // a large workbook is not kept till the next
  }
}
