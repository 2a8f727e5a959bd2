/** Checks a workbook as `kenzan check` does, in this process: many small workbooks in a few seconds. */
import { readFileSync } from "node:fs";
import { judge } from "../../src/cli/judge";
import { jsonText } from "../../src/cli/json";
import { parseCommand, type CheckCommand } from "../../src/cli/options";
import { statusOf } from "../../src/cli/outcome";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { toText } from "../../src/cli/text/report";
import { words } from "../../src/cli/words";
import { schemes } from "../../src/schemes";
import type { Answer } from "./compare";

/** @param args the options after the file; those that name other files are not for here */
export function checkInProcess(path: string, args: readonly string[]): { status: number; answer: Answer } {
  const { settings, decisions } = parseCommand(["check", path, ...args], schemes) as CheckCommand;
  const outcome = judge(path, readFileSync(path), settings, decisions, null, schemes, words.ja, nodeCodec);
  return {
    status: statusOf(outcome),
    answer: JSON.parse([...jsonText(outcome, settings, decisions, "ja")].join("")) as Answer,
  };
}

export interface Shown {
  readonly status: number;
  readonly text: string;
}

/** The report as text, in the language that the options ask for. */
export function textInProcess(path: string, args: readonly string[]): Shown {
  const { settings, decisions, lang } = parseCommand(["check", path, ...args], schemes) as CheckCommand;
  const outcome = judge(path, readFileSync(path), settings, decisions, null, schemes, words[lang], nodeCodec);
  return { status: statusOf(outcome), text: toText(outcome, schemes, { lang, colour: false, columns: 100 }) };
}
