/** An independent program works every formula of the summary out again. Runs where LibreOffice is installed. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cellAt } from "../../../src/core/workbook/workbook";
import { summarySheet } from "../../../src/views/summary/summary";
import { summaryWords } from "../../../src/messages/summary";
import { readWorkbook } from "../../../src/ooxml/read";
import { bytesOf } from "./bytes";
import { samples, type Sample } from "./samples";
import { SCALES, schemeCases } from "./schemes";

const installed = spawnSync("soffice", ["--version"]).status === 0;

(installed ? test : test.skip)("LibreOffice comes to the same figures", () => {
  const folder = mkdtempSync(join(tmpdir(), "kenzan-summary-"));
  try {
    // Each frame in one size, and each size in many frames: every frame in every size is calculated by our own reader.
    const ofSchemes = schemeCases().filter(
      (_, at) => at % SCALES.length === Math.floor(at / SCALES.length) % SCALES.length,
    );
    const cases: Sample[] = [...samples(), ...ofSchemes];
    const models = cases.map(({ report, scheme }) => summarySheet(report, scheme, summaryWords.ja));
    const files = models.map((model, index) => {
      const file = join(folder, `case${index}.xlsx`);
      const budget = cases[index]!.report.lines.flatMap(({ amountCell: at, amount }) =>
        at === null || amount === null ? [] : [{ ...at, value: amount }],
      );
      writeFileSync(file, bytesOf(model, false, budget));
      return file;
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, "out");
    execFileSync("soffice", [profile, "--headless", "--convert-to", "xlsx", "--outdir", out, ...files], {
      stdio: "ignore",
      timeout: 600_000,
    });
    for (const [index, model] of models.entries()) {
      const [sheet] = readWorkbook(readFileSync(join(out, `case${index}.xlsx`))).sheets;
      const formulas = model.cells.filter(({ formula }) => formula !== null);
      const seen = formulas.map(({ row, column }) => cellAt(sheet!, row, column)?.value);
      const name = cases[index]?.name;
      expect([name, seen.map((value) => rounded(value ?? ""))]).toEqual([
        name,
        formulas.map(({ value }) => rounded(value)),
      ]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Shares are no money: fifteen digits of them are enough. */
const rounded = (value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(12)) : value);
