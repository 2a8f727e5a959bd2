/** `kenzan estimates`: what documents say, before there is a budget. */
import { documentsJson } from "../documents/json";
import type { Terminal } from "./terminal";
import { documentFiles, Documents } from "./estimates";
import type { EstimatesCommand } from "./options";
import type { Status } from "./outcome";
import { Progress } from "./progress";
import { documentsText } from "./text/estimates";
import { words } from "./words";

/** @throws FileProblem where a path does not exist */
export async function runEstimates(command: EstimatesCommand, terminal: Terminal, script: string): Promise<Status> {
  const { paths, lang, format } = command;
  const say = words[lang];
  const files = documentFiles(paths, [], say);
  const reader = new Documents(script, say);
  const progress = new Progress(files.length, terminal, lang);
  try {
    const documents = await reader.read(files, () => progress.step());
    progress.clear();
    const page = { lang, colour: terminal.colour, columns: terminal.columns };
    await terminal.out(
      format === "json" ? `${JSON.stringify(documentsJson(documents), null, 2)}\n` : documentsText(documents, page),
    );
    return documents.some(({ readBy }) => readBy === null) ? 2 : 0;
  } finally {
    reader.close();
  }
}
