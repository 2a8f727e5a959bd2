/** The workbench as `npm start` serves it: the pane is the very one that runs in Excel, over the genuine office.js. */
import { start } from "./main";
import { Beside } from "./page/beside";
import type { Sample } from "./surroundings";

const beside = new Beside(null);

void start({
  one: null,
  folders: null,
  takesPapers: false,
  settled: () => window.kenzanWorkbench?.pane.settled?.() ?? Promise.resolve(),
  read: (bytes) => beside.read(bytes),
  saved: (...toSave) => beside.saved(...toSave),
  samples: async () => (await (await fetch("samples/index.json")).json()) as Sample[],
  sample: async (file) => new Uint8Array(await (await fetch(`samples/${file}`)).arrayBuffer()),
  openPane(frame, { book, workbench }, language) {
    // What the pane before told is not asked any more: its frame is gone.
    const pane = { drafts: book.drafts };
    window.kenzanWorkbench = { ...workbench, pane, language: language === "ja" ? "ja-JP" : "en-US" };
    frame.src = "pane.html";
  },
});
