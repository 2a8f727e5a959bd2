/** What the labour view writes into the workbook: the sheet with the rates, and a new person's row; and how both go again. */
import { readFileSync } from "node:fs";
import { check } from "../../src/core/check";
import { cellName, type Workbook } from "../../src/core/workbook/workbook";
import { readWorkbook } from "../../src/ooxml/read";
import { schemes } from "../../src/schemes";
import { engineHere } from "./engineHere";
import type { Host } from "../../src/taskpane/host";
import { addedRow, type NewPerson } from "../../src/taskpane/labour/addRow";
import { OfficeHost } from "../../src/taskpane/officeHost";
import { createSession } from "../../src/taskpane/session";
import { templateOf } from "../../src/taskpane/templateOf";
import { BookHost } from "../../src/workbench/page/bookHost";
import { saveWorkspace } from "../../src/workbench/save";
import { openWorkspace } from "../../src/workbench/workspace";
import { buildXlsx } from "../ooxml/build";
import { openBook, SAMPLES } from "../excel-host/open";

const sample = readFileSync(SAMPLES.find((path) => path.endsWith("transformation-errors.xlsx"))!);

const opened = (kind: "page" | "excel", bytes: Uint8Array = sample) => {
  const workspace = openWorkspace("budget.xlsx", bytes, "ja-JP");
  if (kind === "excel") openBook(workspace.book);
  const host: Host = kind === "excel" ? new OfficeHost("ja", "light") : new BookHost(workspace.book, "ja");
  return {
    workspace,
    session: createSession(host, engineHere(), () => "2025-05-20", 5),
  };
};

const gist = (workbook: Workbook) => {
  const { subsidy, findings, labour } = check(workbook, schemes);
  return [subsidy, findings.map(({ rule, cell }) => [rule, cell]), labour.map(({ person, rate }) => [person, rate])];
};

test.each(["page", "excel"] as const)(
  "the sheet with the rates changes no figure, is saved, and goes again (%s)",
  async (kind) => {
    const { workspace, session } = opened(kind);
    await session.open();
    await session.check();
    const before = gist(readWorkbook(saveWorkspace(workspace, "ja", true)));
    await session.writeLabourBasis();
    expect(session.state().trouble).toBeNull();
    const saved = readWorkbook(saveWorkspace(workspace, "ja", true));
    expect(gist(saved)).toEqual(before);
    const sheet = saved.sheets.find(({ name }) => name === "時給単価の計算")!;
    for (const { rate, amount } of session.state().report!.labour) {
      const figures = sheet.rows.flatMap(({ cells }) => cells.map(({ value }) => value));
      expect(figures).toEqual(expect.arrayContaining([rate, amount]));
    }
    // Every rate is a formula over the row's own cells.
    const rates = sheet.rows.flatMap(({ cells }) =>
      cells.filter(({ formula }) => /^ROUNDDOWN\(\(E\d+\+F\d+/.test(formula ?? "")),
    );
    expect(rates).toHaveLength(4);
    await session.state().notice!.undo!();
    expect(session.state().trouble).toBeNull();
    expect(readWorkbook(saveWorkspace(workspace, "ja", true)).sheets.map(({ name }) => name)).toEqual(
      readWorkbook(sample).sheets.map(({ name }) => name),
    );
    session.close();
  },
);

const HEAD = ["氏名", "区分", "基本給", "諸手当", "法定福利費", "月所定労働時間", "時給単価", "時間", "金額"];
const row = (at: number, person: string | null) =>
  person === null
    ? []
    : [
        person,
        "従業員",
        240_000,
        10_000,
        40_000,
        160,
        { formula: `ROUNDDOWN((C${at}+D${at}+E${at})/F${at},0)`, value: 1812 },
        100,
        { formula: `G${at}*H${at}`, value: 181_200 },
      ];
const TOTAL = (from: number, to: number) => [
  "合計",
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  { formula: `SUM(I${from}:I${to})`, value: 362_400 },
];
const bytesOf = (rows: readonly (readonly unknown[])[]) =>
  buildXlsx({
    sheets: [
      {
        name: "予算明細",
        rows: [
          ["品名", "金額"],
          ["装置", 500_000],
          ["労務費", { formula: "SUM('労務費'!I2:I3)", value: 362_400 }],
          ["合計", { formula: "SUM(B2:B3)", value: 862_400 }],
        ],
      },
      { name: "労務費", rows: [HEAD, row(2, "山田 一"), row(3, "川上 花"), ...rows] },
    ],
  } as Parameters<typeof buildXlsx>[0]);
const book = (rows: readonly (readonly unknown[])[]) => readWorkbook(bytesOf(rows));
const NEW: NewPerson = {
  person: "森 新",
  kind: "従業員",
  figures: { basePay: "300000", allowances: "0", welfare: "45000", scheduledHours: "162.75", hours: "40" },
  rate: 2119,
};
const added = (workbook: Workbook) => addedRow(workbook, check(workbook, schemes).reading, NEW);

test("a new person stands in the next row, with formulas like those above; sums that ended there end here", () => {
  const result = added(book([[], TOTAL(2, 3)]));
  expect(result).toMatchObject({ sheet: "労務費", row: 4 });
  const writes = "writes" in result ? result.writes : [];
  expect(
    Object.fromEntries(writes.map(({ sheet, cell, value, formula }) => [`${sheet}!${cell}`, formula ?? value])),
  ).toEqual({
    "労務費!A4": "森 新",
    "労務費!B4": "従業員",
    "労務費!C4": 300_000,
    "労務費!D4": 0,
    "労務費!E4": 45_000,
    "労務費!F4": 162.75,
    "労務費!G4": "ROUNDDOWN((C4+D4+E4)/F4,0)",
    "労務費!H4": 40,
    "労務費!I4": "G4*H4",
    "労務費!I5": "SUM(I2:I4)",
    "予算明細!B3": "SUM('労務費'!I2:I4)",
  });
});

test("a sum that holds the free row already stays as it is; where no row is free, one has to be put in", () => {
  const within = added(book([[], TOTAL(2, 4)]));
  expect("writes" in within ? within.writes.filter(({ cell }) => cell === "I5") : null).toEqual([]);
  expect(added(book([TOTAL(2, 3)]))).toEqual({ obstacle: "no-room", sheet: "労務費", row: 4 });
  const empty = readWorkbook(templateOf("fais-dx-2025"));
  expect(addedRow(empty, check(empty, schemes).reading, NEW)).toEqual({ obstacle: "no-table" });
});

test("the row is read as the person it is, and taken back whole", async () => {
  const { workspace, session } = opened("page", bytesOf([[], TOTAL(2, 3)]));
  await session.open();
  await session.check();
  const before = readWorkbook(saveWorkspace(workspace, "ja", true));
  await session.addPerson(NEW);
  expect(session.state().trouble).toBeNull();
  expect(session.state().report!.labour.find(({ person }) => person === "森 新")).toMatchObject({
    rate: 2119,
    hours: 40,
  });
  await session.state().notice!.undo!();
  const { sheets } = readWorkbook(saveWorkspace(workspace, "ja", true));
  expect(sheets).toEqual(before.sheets);
  session.close();
});

/** Cells by name, formulas as formulas. */
const cellsOf = (workbook: Workbook, name: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    workbook.sheets
      .find((sheet) => sheet.name === name)!
      .rows.flatMap(({ index, cells }) =>
        cells
          .filter(({ value, formula }) => value !== null || formula !== null)
          .map(({ column, value, formula }) => [cellName(index, column), formula ?? value]),
      ),
  );

test.each(["page", "excel"] as const)(
  "where the total stands right below the last person a row is put in, the total grows, and what refers to it follows (%s)",
  async (kind) => {
    const { workspace, session } = opened(
      kind,
      bytesOf([TOTAL(2, 3), [], ["検算", { formula: "I4-G2*H2", value: 0 }]]),
    );
    await session.open();
    await session.check();
    const marked = session.state().marked;
    const before = readWorkbook(saveWorkspace(workspace, "ja", true));
    await session.addPerson(NEW);
    expect(session.state().trouble).toBeNull();
    expect(session.state().report!.labour.map(({ person, row: at }) => [person, at])).toEqual([
      ["山田 一", 2],
      ["川上 花", 3],
      ["森 新", 4],
    ]);
    if (kind === "page") {
      const saved = readWorkbook(saveWorkspace(workspace, "ja", true));
      expect(cellsOf(saved, "労務費")).toMatchObject({
        A4: "森 新",
        G4: "ROUNDDOWN((C4+D4+E4)/F4,0)",
        I4: "G4*H4",
        A5: "合計",
        I5: "SUM(I2:I4)",
        A7: "検算",
        B7: "I5-G2*H2",
      });
      expect(cellsOf(saved, "予算明細")).toMatchObject({ B3: "SUM('労務費'!I2:I4)", B4: "SUM(B2:B3)" });
    }
    expect(session.state().marked).toBe(marked);
    await session.state().notice!.undo!();
    expect(session.state().trouble).toBeNull();
    const after = readWorkbook(saveWorkspace(workspace, "ja", true));
    if (kind === "page") expect(after.sheets).toEqual(before.sheets);
    // Without anything that calculates, a formula that was given back shows 0 here.
    for (const { name } of before.sheets) expect(cellsOf(after, name)).toEqual(cellsOf(before, name));
    session.close();
  },
);
