/**
 * Everything that writes into Excel, with every sync refused in turn, with typing that begins between any two, with
 * single steps refused, and with answers that come late: afterwards the workbook is as before or complete, the error
 * says which, and doing it again finishes. Microsoft's library runs over the host.
 */
import type { Fix } from "../../src/core/judge/finding";
import { CellBeingEdited, CellChanged, HostError as Problem, SummaryIncomplete, inExcel } from "../../src/excel/errors";
import { applyFix, takeBack } from "../../src/excel/fix";
import { clearMarks, mark } from "../../src/excel/marks";
import { saveDecisions, loadDecisions } from "../../src/excel/decisions";
import { writeSummary } from "../../src/excel/summary";
import { marksOf } from "../../src/views/marks/marks";
import { summarySheet } from "../../src/views/summary/summary";
import { SUMMARY_NAME, type SheetModel } from "../../src/views/summary/model";
import { summaryWords } from "../../src/messages/summary";
import { NOTHING_SAVED } from "../../src/core/decisions/saved";
import { HostError } from "../../src/workbench/host/errors";
import type { ExcelHost } from "../../src/workbench/host/host";
import { samples } from "../views/summary/samples";
import { bookOf, openBook } from "../excel-host/open";
import { stateOf } from "../excel-host/state";
import { finding } from "./findings";

const MARKS = marksOf([finding("明細", "B2"), finding("労務費", "A1")]);
const FIX: Fix = { kind: "safe", sheet: "明細", cell: "B2", value: 300 };
const MODEL: SheetModel = (() => {
  const { report, scheme } = samples().find(({ name }) => name === "kyoso-2024.xlsx")!;
  return summarySheet(report, scheme, summaryWords.ja);
})();

const open = (): ExcelHost =>
  openBook(
    bookOf({
      明細: [
        ["内容", "金額"],
        ["工具", 100],
      ],
      労務費: [["佐藤"]],
    }),
  );

interface Work {
  readonly name: string;
  /** What is there before the work begins. */
  readonly prepare?: () => Promise<unknown>;
  readonly act: () => Promise<unknown>;
}
const summary = (model: SheetModel = MODEL) => inExcel((context) => writeSummary(context, model));
const WORKS: readonly Work[] = [
  { name: "marks", act: () => inExcel((context) => mark(context, MARKS)) },
  {
    name: "marks again",
    prepare: () => inExcel((context) => mark(context, MARKS)),
    act: () => inExcel((context) => mark(context, MARKS.slice(0, 1))),
  },
  {
    name: "clearing",
    prepare: () => inExcel((context) => mark(context, MARKS)),
    act: () => inExcel(clearMarks),
  },
  { name: "a fix", act: () => inExcel((context) => applyFix(context, FIX, 100)) },
  { name: "a new summary", act: () => summary() },
  { name: "a summary again", prepare: () => summary(), act: () => summary() },
  { name: "decisions", act: () => inExcel((context) => saveDecisions(context, { ...NOTHING_SAVED, revision: 7 })) },
];

/**
 * What a person sees: without identities, the count of summaries written, and the set-up of pages, which Excel without a
 * printer refuses.
 */
function shown(host: ExcelHost): unknown {
  const state = JSON.parse(JSON.stringify(stateOf(host.book))) as { names: { comment?: string; formula: string }[] };
  for (const name of state.names) {
    delete name.comment;
    name.formula = name.formula.replaceAll("'", "");
  }
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== "id" && key !== "pageLayout")
        .map(([key, own]) => [key, strip(own)]),
    );
  };
  const plain = strip(state) as { sheets: { cells: { value: unknown; formula: unknown }[] }[] };
  // Cells that were cleared are empty cells.
  for (const sheet of plain.sheets)
    sheet.cells = sheet.cells.filter(({ value, formula }) => value !== "" || formula !== null);
  return plain;
}

async function attempt(work: Work): Promise<unknown> {
  try {
    await work.act();
    return null;
  } catch (error) {
    return error;
  }
}

describe.each(WORKS)("$name", (work) => {
  let whole: unknown;
  let syncs = 0;
  let steps = 0;

  async function start(): Promise<ExcelHost> {
    const host = open();
    await work.prepare?.();
    host.syncs = 0;
    return host;
  }

  beforeAll(async () => {
    const host = await start();
    host.refuse(() => {
      steps += 1;
      return null;
    });
    await work.act();
    syncs = host.syncs;
    whole = shown(host);
    expect(steps).toBeGreaterThan(0);
  });

  /** As before or complete, and told; then a second time, without a fault, finishes. */
  async function judge(host: ExcelHost, before: unknown, error: unknown): Promise<void> {
    const now = shown(host);
    if (error === null) expect(isWhole(host, now)).toBe(true);
    else if (!(error instanceof SummaryIncomplete) && work.name.includes("summary")) expect(now).toEqual(before);
    await work.act();
    expect(shown(host)).toEqual(whole);
  }
  const isWhole = (_: ExcelHost, now: unknown): boolean => JSON.stringify(now) === JSON.stringify(whole) || isPartial();
  /** Marks of the sheets that took them, decisions in one place of two: that is told by the result, not by an error. */
  const isPartial = (): boolean => work.name.startsWith("marks") || ["clearing", "decisions"].includes(work.name);

  test("typing that begins before any of its syncs", async () => {
    for (let sync = 1; sync <= syncs; sync += 1) {
      const host = await start();
      const before = shown(host);
      host.beforeSync = (at) => {
        if (at === sync) host.cellBeingEdited = true;
      };
      const error = await attempt(work);
      host.beforeSync = null;
      host.cellBeingEdited = false;
      expect(error).toBeInstanceOf(CellBeingEdited);
      if (work.name !== "decisions") expect(shown(host)).toEqual(before);
      await judge(host, before, error);
    }
  });

  test("any of its syncs refused as a whole", async () => {
    for (let sync = 1; sync <= syncs; sync += 1) {
      const host = await start();
      const before = shown(host);
      host.beforeSync = (at) => {
        host.refuse(at === sync ? () => new HostError("GeneralException", "There was an internal error.") : null);
      };
      const error = await attempt(work);
      host.beforeSync = null;
      host.refuse(null);
      await judge(host, before, error);
    }
  });

  test("any single step refused", async () => {
    const stride = Math.max(1, Math.floor(steps / 25));
    for (let step = 1; step <= steps; step += stride) {
      const host = await start();
      const before = shown(host);
      let at = 0;
      host.refuse(() => ((at += 1) === step ? new HostError("GeneralException", "no") : null));
      const error = await attempt(work);
      host.refuse(null);
      if (error !== null) expect(error).toBeInstanceOf(Error);
      await judge(host, before, error);
    }
  });

  test("answers that come late", async () => {
    const host = await start();
    const { bridge } = host;
    const deliver = bridge.onMessageFromHost;
    const late: string[] = [];
    bridge.onMessageFromHost = (text) => {
      late.push(text);
      setTimeout(() => deliver?.(late.shift() as string), 15);
    };
    await work.act();
    bridge.onMessageFromHost = deliver;
    expect(shown(host)).toEqual(whole);
  });
});

test("marks that were only begun are taken away, also when Excel refused that too", async () => {
  const host = open();
  const before = shown(host);
  host.refuse(({ type }) => (type === "ConditionalFormatRule" ? new HostError("InvalidArgument", "no") : null));
  const { failed } = await inExcel((context) => mark(context, MARKS));
  expect(failed.map(({ sheet }) => sheet)).toEqual(["明細", "労務費"]);
  host.refuse(null);
  expect(await inExcel(clearMarks)).toEqual({ protected: [], failed: [] });
  expect(shown(host)).toEqual(before);
});

describe("what somebody else writes meanwhile stays", () => {
  const there = (host: ExcelHost): unknown => host.book.sheet("明細")?.get(2, 2)?.value;

  test("between the check and the fix", async () => {
    const host = open();
    host.type("明細", "B2", [[250]], "Remote");
    await expect(inExcel((context) => applyFix(context, FIX, 100))).rejects.toBeInstanceOf(CellChanged);
    expect(there(host)).toBe(250);
  });

  test("between the reading and the writing of a fix", async () => {
    const host = open();
    host.beforeSync = (sync) => sync === 2 && host.type("明細", "B2", [["=50*5"]], "Remote");
    await expect(inExcel((context) => applyFix(context, FIX, 100))).rejects.toBeInstanceOf(CellChanged);
    expect(host.book.sheet("明細")?.get(2, 2)?.formula).toBe("50*5");
  });

  test("after the fix, when it is taken back", async () => {
    const host = open();
    const before = await inExcel((context) => applyFix(context, FIX, 100));
    host.type("明細", "B2", [[777]], "Remote");
    await expect(inExcel((context) => takeBack(context, before))).rejects.toBeInstanceOf(CellChanged);
    expect(there(host)).toBe(777);
  });

  test("right below the summary while it grows", async () => {
    const host = open();
    const short: SheetModel = {
      ...MODEL,
      cells: MODEL.cells.filter(({ row }) => row <= 3),
      merges: [],
      rowHeights: [],
      table: null,
      chart: null,
      area: { ...MODEL.area, bottom: 3 },
    };
    await summary(short);
    const sheet = host.book.sheet("検算結果")!;
    const last = host.syncs;
    host.beforeSync = (sync) => sync === last + 2 && host.type("検算結果", "C5", [["下のメモ"]], "Remote");
    await summary();
    const below = [...sheet.rows]
      .filter(([row]) => row > MODEL.area.bottom)
      .flatMap(([, cells]) => [...cells.values()]);
    expect(below.map(({ value }) => value)).toContain("下のメモ");
  });
});

test("a name of 300 characters is written, and no formula holds it whole", async () => {
  const host = open();
  const link = { sheet: "明細", row: 7, column: 3 };
  const name = "長い名前の会社".repeat(50);
  const cell = { row: 1, column: 1, value: name, formula: null, style: "link", format: null, link } as const;
  await summary({ ...MODEL, cells: [cell], merges: [], chart: null, table: null });
  expect(host.book.sheet("検算結果")?.get(1, 1)).toMatchObject({ value: name, formula: null });
});

test("a summary of more than one request is out of sight until it is whole", async () => {
  const { report, scheme } = samples()[0]!;
  const line = report.lines[0]!;
  const lines = Array.from({ length: 9_000 }, (_, row) => ({ ...line, row: row + 5, amountCell: null }));
  const long = summarySheet({ ...report, lines }, scheme, summaryWords.ja);
  const host = open();
  const before = shown(host);
  host.beforeSync = (sync) => {
    if (sync === 3) host.cellBeingEdited = true;
  };
  const error = await inExcel((context) => writeSummary(context, long)).catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(SummaryIncomplete);
  expect((error as Problem).subject).toBe("検算結果");
  expect(host.book.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name)).toEqual([
    "明細",
    "労務費",
  ]);
  host.beforeSync = null;
  host.cellBeingEdited = false;
  expect(await inExcel((context) => writeSummary(context, long))).toBe("検算結果");
  expect(host.book.sheet("検算結果")?.visibility).toBe("Visible");
  expect(host.book.names.map(({ name }) => name)).toEqual([SUMMARY_NAME]);
  expect(before).toBeDefined();
  const { saved } = await inExcel(loadDecisions);
  expect(saved).toEqual(NOTHING_SAVED);
});
