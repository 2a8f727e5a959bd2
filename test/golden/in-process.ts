/** Checks a workbook as `kenzan check … --format json` does, in this process: many small workbooks in a few seconds. */
import { readFileSync } from "node:fs";
import { judge } from "../../src/cli/judge";
import { jsonText } from "../../src/cli/json";
import { parseCommand, type CheckCommand } from "../../src/cli/options";
import { statusOf } from "../../src/cli/outcome";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
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
