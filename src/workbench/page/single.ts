/** The workbench as one file that opens by a double click: everything it needs lies in the page itself. */
import { start } from "../main";
import type { Sample } from "../surroundings";
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
const samples = packed<readonly Packed[]>("kenzan-samples");

window.kenzanHelp = URL.createObjectURL(new Blob([packed<string>("kenzan-help")], { type: "text/html" }));

void start({
  samples: () => Promise.resolve(samples),
  sample(file) {
    const found = samples.find((sample) => sample.file === file);
    return Promise.resolve(Uint8Array.from(atob(found?.base64 ?? ""), (character) => character.charCodeAt(0)));
  },
  openPane(frame, { book }, language) {
    window.kenzanPage = { book, language };
    // Set anew, the same text loads the pane anew.
    frame.srcdoc = packed<string>("kenzan-pane");
  },
});
