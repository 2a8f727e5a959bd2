import { NOTHING_SAVED, DECISIONS_KEY, type Saved } from "../../src/core/decisions/saved";
import { loadDecisions, saveDecisions } from "../../src/excel/decisions";
import { CellBeingEdited, SettingsRefused, SheetMissing, SheetProtected, inExcel } from "../../src/excel/errors";
import { applyFix, takeBack } from "../../src/excel/fix";
import { select } from "../../src/excel/navigate";
import { HostError } from "../../src/workbench/host/errors";
import { bookOf, openBook } from "../excel-host/open";

const saved = (revision: number): Saved => ({
  ...NOTHING_SAVED,
  revision,
  settings: { frame: "planning" },
  decisions: {
    ...NOTHING_SAVED.decisions,
    waivers: [{ rule: "ratio/travel", sheet: null, cell: null, reason: "<了承>&", by: "佐藤", date: "2025-05-20" }],
  },
});

const save = (what: Saved) => inExcel((context) => saveDecisions(context, what));
const load = () => inExcel(loadDecisions);
const refuse = (type: string) => (step: { type: string; name: string }) =>
  step.type === type && step.name !== "" ? new HostError("AccessDenied", "no") : null;

test("decisions come back, and are there twice", async () => {
  const host = openBook(bookOf({ S: [[1]] }));
  expect(await load()).toEqual({ saved: NOTHING_SAVED, problems: [] });
  await save(saved(1));
  await save(saved(2));
  expect((await load()).saved).toEqual(saved(2));
  expect(host.book.customXml).toHaveLength(1);
  host.book.settings.clear();
  expect((await load()).saved).toEqual(saved(2));
  host.book.customXml = [];
  expect((await load()).saved).toEqual(NOTHING_SAVED);
});

test("one refused copy loses nothing; two are told", async () => {
  const host = openBook(bookOf({ S: [[1]] }));
  host.refuse(refuse("SettingCollection"));
  await save(saved(1));
  host.refuse(refuse("CustomXmlPartCollection"));
  await save(saved(2));
  host.refuse(null);
  expect((await load()).saved).toEqual(saved(2));
  host.refuse((step) => refuse("SettingCollection")(step) ?? refuse("CustomXmlPartCollection")(step));
  await expect(save(saved(3))).rejects.toThrow(SettingsRefused);
  host.refuse(null);
  host.cellBeingEdited = true;
  await expect(save(saved(3))).rejects.toThrow(CellBeingEdited);
});

test("a damaged copy is told, and the other one holds", async () => {
  const host = openBook(bookOf({ S: [[1]] }));
  await save(saved(1));
  host.book.settings.set(DECISIONS_KEY, '{"version":1,"revision":9');
  const { saved: read, problems } = await load();
  expect(read).toEqual(saved(1));
  expect(problems.map(({ problem }) => problem)).toEqual(["not-json"]);
});

test("selecting shows the cell; a sheet that is gone and a protected one are told by name", async () => {
  const host = openBook(bookOf({ 明細: [[1]], 労務費: [[1]] }));
  await inExcel((context) => select(context, "労務費", "G4"), "労務費");
  expect([host.book.active?.name, host.book.selection?.area.top]).toEqual(["労務費", 4]);
  await inExcel((context) => select(context, "明細", null), "明細");
  expect(host.book.active?.name).toBe("明細");
  const gone = inExcel((context) => select(context, "無い", "A1"), "無い");
  await expect(gone).rejects.toThrow(SheetMissing);
  await expect(gone).rejects.toMatchObject({ name: "SheetMissing", subject: "無い" });
  host.book.sheet("明細")!.protection = {};
  const fix = inExcel((context) => applyFix(context, { sheet: "明細", cell: "A1", value: 2 }));
  await expect(fix).rejects.toThrow(SheetProtected);
  expect(host.book.sheet("明細")?.get(1, 1)?.value).toBe(1);
});

test("a cell that a protected form leaves open takes its fix, and gives it back", async () => {
  const host = openBook(bookOf({ 明細: [[1]] }));
  const sheet = host.book.sheets[0]!;
  sheet.protection = {};
  sheet.get(1, 1)!.style = { "Protection/Locked": false };
  const undo = await inExcel((context) => applyFix(context, { sheet: "明細", cell: "A1", value: 2 }));
  expect(sheet.get(1, 1)?.value).toBe(2);
  await inExcel((context) => takeBack(context, undo));
  expect(sheet.get(1, 1)?.value).toBe(1);
});
