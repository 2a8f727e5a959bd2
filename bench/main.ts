/** `npm run bench`: every figure that Kenzan promises, measured in one run on this machine. */
import { cpus, tmpdir } from "node:os";
import { checking } from "./checking";
import { command } from "./command";
import { estimates } from "./estimates";
import { print, type Figure } from "./figure";
import { growth } from "./growth";
import { pageTurns } from "./longest-turns";
import { measureReading } from "./reading";
import { rules } from "./rules";
import { measureSaving } from "./saving";
import { spreadsheet } from "./spreadsheet";
import { start } from "./start";
import { summary } from "./summary";
import { workbench } from "./workbench";

async function reading(): Promise<Figure[]> {
  const { kenzan, exceljs, sheetjs } = await measureReading();
  return [
    { name: "read 10,000 lines × 12 columns", value: kenzan, unit: "ms", goal: null },
    { name: "  exceljs", value: exceljs, unit: "ms", goal: null },
    { name: "  SheetJS", value: sheetjs, unit: "ms", goal: null },
    { name: "  exceljs against Kenzan", value: exceljs / kenzan, unit: "×", goal: { kind: "least", value: 4 } },
    { name: "  SheetJS against Kenzan", value: sheetjs / kenzan, unit: "×", goal: { kind: "least", value: 3 } },
  ];
}

async function saving(): Promise<Figure[]> {
  const { kenzan, exceljs, sheetjs } = await measureSaving();
  return [
    { name: "open, change one cell, save: 10,000 lines", value: kenzan, unit: "ms", goal: null },
    { name: "  exceljs", value: exceljs, unit: "ms", goal: null },
    { name: "  SheetJS", value: sheetjs, unit: "ms", goal: null },
    { name: "  exceljs against Kenzan", value: exceljs / kenzan, unit: "×", goal: { kind: "least", value: 4 } },
    { name: "  SheetJS against Kenzan", value: sheetjs / kenzan, unit: "×", goal: { kind: "least", value: 3 } },
  ];
}

async function main(root: string): Promise<void> {
  // Checking comes first: what other libraries leave in the heap is no part of it.
  const checked = checking(root);
  const figures: Figure[] = [
    ...(await reading()),
    ...(await saving()),
    ...checked,
    ...(await rules(root)),
    ...start(root),
    ...growth(root),
    ...spreadsheet(root),
    ...command(root),
    ...estimates(root),
    ...(await summary(root)),
    ...(await workbench(root, tmpdir())),
    ...(await pageTurns(root)),
  ];
  const [processor] = cpus();
  process.stdout.write(`Node ${process.version}, ${cpus().length} × ${processor?.model ?? "unknown processor"}\n\n`);
  process.stdout.write(`${print(figures)}\n`);
}

void main(process.cwd());
