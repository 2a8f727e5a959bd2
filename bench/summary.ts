/** The summary sheet of 10,000 lines in the page's own workbook, and how large the one page is. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../src/core/check";
import { readWorkbook } from "../src/ooxml/read";
import { schemes } from "../src/schemes";
import { summaryInTurns } from "../src/taskpane/summaryOf";
import { bookFrom } from "../src/workbench/host/convert";
import { drawSummary } from "../src/workbench/page/drawSummary";
import type { Figure } from "./figure";
import { budget } from "./workbooks";

export async function summary(root: string): Promise<Figure[]> {
  const workbook = readWorkbook(budget(root, 10_000));
  const report = check(workbook, schemes);
  const book = bookFrom(workbook);
  const began = performance.now();
  const longest = await longestTurn(async () => drawSummary(book, await summaryInTurns(report, "ja")));
  const drawn = performance.now() - began;
  const folder = mkdtempSync(join(tmpdir(), "kenzan-page-"));
  execFileSync(process.execPath, ["scripts/build-page.mjs", folder], { cwd: root });
  return [
    { name: "summary of 10,000 lines, page", value: drawn, unit: "ms", goal: { kind: "most", value: 5000 } },
    { name: "  longest turn", value: longest, unit: "ms", goal: { kind: "most", value: 50 } },
    { name: "kenzan.html", value: statSync(join(folder, "kenzan.html")).size / 1e6, unit: "MB", goal: null },
  ];
}

/** Milliseconds that nothing else got its turn. */
async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let [longest, last, running] = [0, performance.now(), true];
  const watch = async (): Promise<void> => {
    while (running) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
  };
  const watching = watch();
  await work();
  running = false;
  await watching;
  return longest;
}
