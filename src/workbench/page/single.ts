/** The workbench as one file that opens by a double click: everything it needs lies in the page itself. */
import { start } from "../main";
import type { Sample } from "../surroundings";
import type { PackedReader } from "../../taskpane/documents/hand";
import { DeskLink, type DeskGiven } from "./desk";
import { Beside, examiningBeside } from "./beside";
import type { PageBook } from "./pane";

declare global {
  interface Window {
    kenzanPage?: PageBook;
    /** Address of the help, for the pane's link to it. */
    kenzanHelp?: string;
  }
}

interface Packed extends Sample {
  readonly base64: string;
}

const packed = <T>(id: string): T => JSON.parse(document.getElementById(id)?.textContent ?? "null") as T;
const given = packed<DeskGiven | null>("kenzan-desk");
const desk = given === null ? null : new DeskLink(given, (...request) => fetch(...request));
const samples = packed<readonly Packed[]>("kenzan-samples");

window.kenzanHelp = URL.createObjectURL(new Blob([packed<string>("kenzan-help")], { type: "text/html" }));

const engine = packed<string>("kenzan-engine");
const beside = new Beside(engine);

/** Unpacked when the first workbook comes. */
let pane: string | null = null;

/** Unpacked when the first estimate comes. */
let unpacked: PackedReader | null = null;
function reader(): PackedReader {
  if (unpacked === null) {
    const { script, engine } = packed<{ script: string; engine: string }>("kenzan-reader");
    unpacked = { script, engine: bytesOf(engine) };
  }
  return unpacked;
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

void start({
  samples: () => Promise.resolve(samples),
  sample(file) {
    const found = samples.find((sample) => sample.file === file);
    return Promise.resolve(bytesOf(found?.base64 ?? ""));
  },
  one: desk,
  takesPapers: desk === null,
  folders: desk === null ? (language) => examiningBeside(engine, language, reader()) : null,
  read: (bytes) => beside.read(bytes),
  saved: (...toSave) => beside.saved(...toSave),
  settled: () => window.kenzanPage?.settled?.() ?? Promise.resolve(),
  openPane(frame, { book }, language, papers) {
    window.kenzanPage = { book, language, engine, reader, desk, papers };
    // Set anew, the same text loads the pane anew.
    frame.srcdoc = pane ??= packed<string>("kenzan-pane");
  },
});
