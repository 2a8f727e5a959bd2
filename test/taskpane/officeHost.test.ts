/** The pane's session over Excel as it is: Microsoft's own office.js, answered by a workbook of our own. */
import path from "node:path";
import { createSession } from "../../src/taskpane/session";
import { engineHere } from "./engineHere";
import { OfficeHost } from "../../src/taskpane/officeHost";
import { openFile, SAMPLES, settle } from "../excel-host/open";

const PAUSE = 10;

/** Every book has a library of its own: one test's last messages go before the next opens its book. */
afterEach(() => settle());

async function openSample(name: string) {
  const excel = openFile(SAMPLES.find((file) => path.basename(file) === `${name}.xlsx`)!);
  const host = new OfficeHost("ja", "light");
  const session = createSession(host, engineHere(), () => "2025-05-20", PAUSE);
  await session.open();
  return { excel, host, session };
}

test("reads, checks and marks; taking the marks away is remembered", async () => {
  const { session } = await openSample("transformation-errors");
  expect(session.state().trouble).toBeNull();
  expect(session.state().report?.subsidy?.amount).toBe(4_612_000);
  await session.check();
  expect(session.state()).toMatchObject({ stage: "result", marked: true, unmarked: [], trouble: null });
  await session.clearMarks();
  expect(session.state()).toMatchObject({ marked: false, trouble: null });
  session.close();
});

test("the summary sheet is written beside the budget, and again in its place", async () => {
  const { host, session } = await openSample("transformation-errors");
  await session.writeSummary();
  expect(session.state()).toMatchObject({ trouble: null, notice: { did: "summarised" } });
  const sheets = async () => (await host.readWorkbook()).sheets.map(({ name }) => name);
  const once = await sheets();
  await session.writeSummary();
  expect(await sheets()).toEqual(once);
  expect(once).toContain(session.state().notice!.subject);
  expect(session.state().report?.subsidy?.amount).toBe(4_612_000);
  session.close();
});

test("an edit of the person is checked in one sync", async () => {
  const { excel, session } = await openSample("transformation-errors");
  await settle(); // listening begins after the pane has shown its first report
  const { report } = session.state();
  const checkedAgain = new Promise<void>((resolve) => {
    session.subscribe(() => session.state().report !== report && resolve());
  });
  const before = excel.syncs;
  excel.type("予算明細", "J19", [[0]]);
  await checkedAgain;
  expect(session.state().report!.subsidy!.amount).toBeLessThan(report!.subsidy!.amount!);
  expect(excel.syncs - before).toBe(1);
  session.close();
});

test("a fix is written and taken back", async () => {
  const { session } = await openSample("transformation-errors");
  const find = () => session.state().report!.findings.find(({ fix }) => fix?.cell === "C6")!;
  await session.applyFixes([find().fix!]);
  expect(find()).toBeUndefined();
  await session.state().notice!.undo!();
  expect(find().rule).toBe("category/equipment-threshold");
  session.close();
});

test("decisions travel with the workbook", async () => {
  const { host, session } = await openSample("transformation-errors");
  const finding = session.state().report!.findings.find(({ rule }) => rule === "arithmetic/line")!;
  await session.waive(finding, "値引き後の金額", "小倉");
  const saved = await host.loadDecisions();
  expect(saved.decisions.waivers).toHaveLength(1);
  session.close();
  const again = createSession(new OfficeHost("ja", "light"), engineHere(), () => "2025-05-21");
  await again.open();
  expect(again.state().report!.findings.find(({ rule }) => rule === "arithmetic/line")?.waived?.by).toBe("小倉");
  again.close();
});

test("a cell that is not there any more is told in words", async () => {
  const { session } = await openSample("transformation-errors");
  await session.select("消えたシート", "A1");
  expect(session.state().trouble).toEqual({ name: "SheetMissing", subject: "消えたシート", detail: null });
  session.close();
});
