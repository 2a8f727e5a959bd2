/** The worker of the one page, for all that needs the engine: what the pane asks, an application, a file to be saved. */
import type { Examined } from "../../core/desk/examined";
import type { Lang } from "../../messages";
import { SignatureError } from "../../ooxml/error";
import { answering } from "../../taskpane/engine/answer";
import type { Reply, Said } from "../../taskpane/engine/messages";
import { Assembled, type Piece } from "../../taskpane/engine/pieces";
import { Work } from "../../taskpane/engine/work";
import type { PackedReader } from "../../taskpane/documents/hand";
import { examinerOf } from "../many/examiner";
import type { GivenApplication } from "../many/given";
import { savedFile } from "../save";
import type { ToSave } from "../to-save";

/** In this order: who is to examine, then each application. */
export type ToExamine =
  { readonly lang: Lang; readonly reader: PackedReader } | { readonly application: GivenApplication };
/** In this order: the pieces of what a file follows from, then how it is to be made. */
export type SaidToSave = { readonly toSave: Piece } | { readonly language: Lang; readonly breakSignature: boolean };
export type Made =
  | { readonly examined: Examined }
  | { readonly file: Uint8Array }
  | { readonly signed: true }
  | { readonly failed: string };

interface Scope {
  postMessage(reply: Reply | Made, transferred?: readonly Transferable[]): void;
  onmessage: ((event: { readonly data: Said | ToExamine | SaidToSave }) => void) | null;
}
const scope = globalThis as unknown as Scope;

const hear = answering(new Work(), (reply) => scope.postMessage(reply));
const given = new Assembled();
let examiner: ReturnType<typeof examinerOf> | null = null;

scope.onmessage = ({ data }) => {
  if ("reader" in data) examiner = examinerOf(data.lang, data.reader);
  else if ("application" in data) void examine(data.application);
  else if ("toSave" in data) given.add(data.toSave);
  else if ("breakSignature" in data) save(data.language, data.breakSignature);
  else hear(data);
};

async function examine(application: GivenApplication): Promise<void> {
  if (examiner !== null) scope.postMessage({ examined: await examiner.examine(application) });
}

function save(language: Lang, breakSignature: boolean): void {
  try {
    const file = savedFile(given.value as ToSave, language, breakSignature);
    scope.postMessage({ file }, [file.buffer]);
  } catch (error) {
    if (error instanceof SignatureError) scope.postMessage({ signed: true });
    else scope.postMessage({ failed: error instanceof Error ? error.message : String(error) });
  }
}
