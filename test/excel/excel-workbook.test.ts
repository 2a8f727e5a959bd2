/** A person's way through the add-in, over Microsoft's library: what the pane and the ribbon do, in their order. */
import { basename } from "node:path";
import { check } from "../../src/core/check";
import { DECISIONS_KEY, NOTHING_SAVED, parseSaved } from "../../src/core/decisions/saved";
import type { Report } from "../../src/core/report/report";
import { summarySheet } from "../../src/views/summary/summary";
import { ExcelWorkbook } from "../../src/excel/excel-workbook";
import { findingText } from "../../src/messages";
import { summaryWords } from "../../src/messages/summary";
import { schemes } from "../../src/schemes";
import { dress } from "../excel-host/dress";
import { SAMPLES, openFile, settle } from "../excel-host/open";
import { stateOf } from "../excel-host/state";

const settings = { frame: "transformation" };
const say = (finding: Report["findings"][number]): string => findingText(finding, "ja").what;
const sheetOf = (report: Report) =>
  summarySheet(
    report,
    schemes.find(({ id }) => id === report.scheme)!,
    summaryWords.ja,
  );

test.each(SAMPLES.map((path) => [basename(path), path]))(
  "%s: check, mark, comment, summarise, check again, clear",
  async (_, path) => {
    const host = openFile(path);
    dress(host.book, path);
    const before = stateOf(host.book) as { sheets: unknown[] };
    const excel = new ExcelWorkbook();
    const report = check(await excel.read(), schemes, settings);
    expect(await excel.mark(report, say)).toEqual({ protected: [], failed: [] });
    await excel.writeSummary(sheetOf(report));

    // What Kenzan wrote changes nothing of what it finds: the summary is no budget, whatever it is called.
    host.book.renameSheet(host.book.sheet("検算結果")!, "提出用");
    const again = check(await excel.read(), schemes, settings);
    expect({ ...again, reading: null }).toEqual({ ...report, reading: null });

    const flagged = new Set(
      report.findings.filter(({ cell }) => cell !== null).map(({ sheet, cell }) => `${sheet}!${cell}`),
    );
    expect(host.book.sheets.flatMap(({ comments }) => comments)).toHaveLength(flagged.size);
    await excel.clearMarks();
    const after = stateOf(host.book) as { sheets: unknown[] };
    expect(after.sheets.slice(0, -1)).toEqual(before.sheets);
  },
);

test("a fix, an edit and decisions: the report follows, and taking back gives the first one", async () => {
  const path = SAMPLES.find((sample) => sample.includes("transformation-errors"))!;
  const host = openFile(path);
  const excel = new ExcelWorkbook();
  let edits = 0;
  const stop = await excel.onEdit(() => (edits += 1));
  const first = check(await excel.read(), schemes, settings);
  const fixable = first.findings.find(({ fix }) => fix !== null && typeof fix.value === "number")!;
  const takeBack = await excel.applyFix(fixable.fix!);
  const fixed = check(await excel.read(), schemes, settings);
  expect(fixed.findings).not.toEqual(first.findings);
  await takeBack();
  expect(check(await excel.read(), schemes, settings)).toEqual(first);

  host.type("予算明細", "A1", [["予算経費見込書（改）"]]);
  await settle();
  expect(edits).toBe(1);
  host.syncs = 0;
  const edited = await excel.read();
  expect(host.syncs).toBe(1);
  expect(check(edited, schemes, settings).totals).toEqual(first.totals);

  const waived = first.findings[0]!;
  const decisions = {
    ...NOTHING_SAVED.decisions,
    waivers: [{ rule: waived.rule, sheet: null, cell: null, reason: "確認済み", by: "佐藤", date: "2025-05-20" }],
  };
  await excel.saveDecisions({ revision: 1, settings, decisions });
  // The command line finds them in the same place.
  const saved = parseSaved((await excel.read()).settings[DECISIONS_KEY]!);
  expect(saved).toEqual((await excel.loadDecisions()).saved);
  const report = check(await excel.read(), schemes, saved.settings, saved.decisions);
  expect(report.findings.filter(({ rule }) => rule === waived.rule).every((one) => one.waived !== null)).toBe(true);
  await stop();
});
