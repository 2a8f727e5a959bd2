/**
 * Two pieces of work at once, whose answers come back in the other order; rows that come and go while something of ours
 * stands in the sheets; a cell far away from all others. Microsoft's library runs over the host.
 */
import type { Fix } from "../../src/core/judge/finding";
import { NOTHING_SAVED } from "../../src/core/decisions/saved";
import { CellChanged, HostError } from "../../src/excel/errors";
import { ExcelWorkbook } from "../../src/excel/excel-workbook";
import { SUMMARY_NAME, type SheetModel } from "../../src/views/summary/model";
import { summarySheet } from "../../src/views/summary/summary";
import { summaryWords } from "../../src/messages/summary";
import type { ExcelHost } from "../../src/workbench/host/host";
import { samples } from "../views/summary/samples";
import { bookOf, openBook } from "../excel-host/open";
import { stateOf } from "../excel-host/state";
import { finding } from "./findings";

const { report: REPORT, scheme } = samples().find(({ name }) => name === "kyoso-2024.xlsx")!;
const MODEL: SheetModel = summarySheet(REPORT, scheme, summaryWords.ja);
const MARKED = { ...REPORT, findings: [finding("明細", "B2"), finding("労務費", "A1")] };
const FIX: Fix = { kind: "safe", sheet: "明細", cell: "B2", value: 300 };

const open = (): ExcelHost =>
  openBook(
    bookOf({
      明細: [
        ["内容", "金額"],
        ["工具", 100],
        ["箱", 50],
      ],
      労務費: [["佐藤"]],
    }),
  );
const plain = (host: ExcelHost): unknown =>
  JSON.parse(
    JSON.stringify(stateOf(host.book))
      .replace(/"comment":"\d+"/g, '"comment":""')
      .replace(/-\d{6}\}/g, "}"),
  );

/** Answers that arrive close together come to the library in the other order. */
function turnRound(host: ExcelHost): void {
  const deliver = host.bridge.onMessageFromHost;
  const waiting: string[] = [];
  host.bridge.onMessageFromHost = (text) => {
    waiting.push(text);
    setTimeout(() => deliver?.(waiting.pop() as string), 0);
  };
}

/** An answer to the given sync stays away for many turns of the loop: whatever may overtake it, does. */
function holdBack(host: ExcelHost, sync: number): void {
  const deliver = host.bridge.onMessageFromHost;
  host.bridge.onMessageFromHost = (text) => {
    const isHeld = host.syncs === sync && text.includes('"type":2');
    if (isHeld) host.bridge.onMessageFromHost = deliver;
    let turns = isHeld ? 400 : 0;
    const wait = (): void => void (turns-- > 0 ? setTimeout(wait, 0) : deliver?.(text));
    wait();
  };
}

const WORKS: Readonly<Record<string, (excel: ExcelWorkbook) => Promise<unknown>>> = {
  "a reading": (excel) => excel.read(),
  marks: (excel) => excel.mark(MARKED),
  clearing: (excel) => excel.clearMarks(),
  "a fix": (excel) => excel.applyFix(FIX, 100),
  "a summary": (excel) => excel.writeSummary(MODEL),
  decisions: (excel) => excel.saveDecisions({ ...NOTHING_SAVED, revision: 7 }),
};
const PAIRS = Object.keys(WORKS).flatMap((first) => Object.keys(WORKS).map((second) => [first, second] as const));

test.each(PAIRS)("%s and %s at once are what they are one after the other", async (first, second) => {
  const both = async (host: ExcelHost, atOnce: boolean): Promise<unknown> => {
    const excel = new ExcelWorkbook();
    if (!atOnce) for (const work of [first, second]) await WORKS[work]!(excel);
    else {
      turnRound(host);
      await Promise.all([WORKS[first]!(excel), WORKS[second]!(excel)]);
    }
    return plain(host);
  };
  const inTurn = await both(open(), false);
  expect(await both(open(), true)).toEqual(inTurn);
});

test("an older reading that comes late never stands for a newer one", async () => {
  const host = open();
  const excel = new ExcelWorkbook();
  await excel.onEdit(() => undefined);
  host.syncs = 0;
  holdBack(host, 3);
  const slow = excel.read();
  const edited = new Promise<void>((resolve) => {
    host.beforeSync = (sync) => {
      if (sync !== 3) return;
      setTimeout(() => {
        host.type("明細", "B2", [[777]]);
        setTimeout(resolve, 0);
      }, 0);
    };
  });
  await edited;
  await excel.read();
  await slow;
  host.beforeSync = null;
  host.type("労務費", "A1", [["鈴木"]]);
  await new Promise((heard) => setTimeout(heard, 0));
  await new Promise((heard) => setTimeout(heard, 0));
  const { sheets } = await excel.read();
  expect(sheets[0]?.rows[1]?.cells[1]?.value).toBe(777);
});

test("one that fails does not stop the next", async () => {
  const host = open();
  const excel = new ExcelWorkbook();
  host.beforeSync = (sync) => (host.cellBeingEdited = sync === 1);
  const [first, second] = await Promise.allSettled([excel.mark(MARKED), excel.mark(MARKED)]);
  expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
  expect((first as PromiseRejectedResult).reason).toBeInstanceOf(HostError);
});

describe("rows come and go", () => {
  const rules = (host: ExcelHost): unknown => host.book.sheet("明細")?.rules.flatMap(({ areas }) => areas);
  const own = {
    id: "own",
    type: "Custom",
    areas: [{ top: 2, left: 1, bottom: 3, right: 2 }],
    stopIfTrue: true,
    formula: "=$A1>0",
    format: { "Fill/Color": "#00FF00" },
  };

  /** Does the same to a workbook with our marks and to one without: after clearing both are alike. */
  const alike = async (change: (host: ExcelHost) => void): Promise<void> => {
    const [marked, bare] = [open(), null as ExcelHost | null];
    marked.book.sheet("明細")!.rules.push(structuredClone(own));
    const excel = new ExcelWorkbook();
    await excel.mark(MARKED);
    change(marked);
    await excel.clearMarks();
    const left = plain(marked);
    const other = bare ?? open();
    other.book.sheet("明細")!.rules.push(structuredClone(own));
    change(other);
    expect(left).toEqual(plain(other));
  };

  test.each<[string, (host: ExcelHost) => void]>([
    ["above the mark", (host) => host.insertRows("明細", 1, 3)],
    ["below the mark", (host) => host.insertRows("明細", 3)],
    ["where it stands, deleted", (host) => host.deleteRows("明細", 2)],
    ["above it, deleted", (host) => host.deleteRows("明細", 1)],
    ["around it, deleted", (host) => host.deleteRows("明細", 1, 3)],
    ["inserted, then others deleted", (host) => (host.insertRows("明細", 2, 2), host.deleteRows("明細", 1, 2))],
  ])("rows %s: clearing leaves what was there without marks", async (_, change) => alike(change));

  test("the mark goes with its row", async () => {
    const host = open();
    await new ExcelWorkbook().mark(MARKED);
    host.insertRows("明細", 1, 3);
    expect(rules(host)).toEqual([{ top: 5, left: 2, bottom: 5, right: 2 }]);
  });

  test.each([1, 2, 3])("rows inserted before sync %d of marking leave nothing behind after clearing", async (at) => {
    const host = open();
    const excel = new ExcelWorkbook();
    host.beforeSync = (sync) => sync === at && host.insertRows("明細", 2, 1, "Remote");
    await excel.mark(MARKED);
    host.beforeSync = null;
    await excel.clearMarks();
    const other = open();
    other.insertRows("明細", 2);
    expect(plain(host)).toEqual(plain(other));
  });

  test.each([1, 2])("a row inserted before sync %d of a fix: what came into its place stays", async (at) => {
    const host = open();
    host.beforeSync = (sync) => sync === at && host.insertRows("明細", 2, 1, "Remote");
    await expect(new ExcelWorkbook().applyFix(FIX, 100)).rejects.toBeInstanceOf(CellChanged);
    const sheet = host.book.sheet("明細")!;
    expect([sheet.get(2, 2)?.value ?? "", sheet.get(3, 2)?.value]).toEqual(["", 100]);
  });

  test("a fix is not taken back from a row that is another by now", async () => {
    const host = open();
    const takeBack = await new ExcelWorkbook().applyFix(FIX, 100);
    host.deleteRows("明細", 1);
    await expect(takeBack()).rejects.toBeInstanceOf(CellChanged);
    expect(host.book.sheet("明細")!.get(2, 2)?.value).toBe(50);
  });

  test("what a person puts above the summary stays when it is written again", async () => {
    const host = open();
    const excel = new ExcelWorkbook();
    await excel.writeSummary(MODEL);
    host.insertRows("検算結果", 1, 2);
    host.type("検算結果", "A1:B1", [["上のメモ", "部長へ"]]);
    const below = MODEL.area.bottom + 3;
    host.type("検算結果", `A${below}`, [["下のメモ"]]);
    await excel.writeSummary(MODEL);
    const texts = (): unknown[] =>
      [...host.book.sheet("検算結果")!.rows.values()].flatMap((cells) => [...cells.values()].map(({ value }) => value));
    for (const note of ["上のメモ", "部長へ", "下のメモ"]) expect(texts()).toContain(note);
    const title = MODEL.cells.find(({ row, column }) => row === 1 && column === 1)?.value;
    expect(texts().filter((text) => text === title)).toHaveLength(1);
    const once = plain(host);
    await excel.writeSummary(MODEL);
    expect(plain(host)).toEqual(once);
    expect(host.book.names.map(({ name }) => name)).toEqual([SUMMARY_NAME]);
  });
});

describe("cost follows the cells that exist", () => {
  /** Cells that Excel hands over. */
  const given = async (host: ExcelHost): Promise<{ values: unknown[]; bytes: number; syncs: number }> => {
    host.syncs = 0;
    const { sheets } = await new ExcelWorkbook().read();
    const values = sheets.map(({ rows }) =>
      rows.flatMap(({ index, cells }) => cells.map(({ column, value }) => [index, column, value])),
    );
    return { values, bytes: host.longestAnswer, syncs: host.syncs };
  };
  const expected = (host: ExcelHost): unknown[] =>
    host.book.sheets.map((sheet) =>
      [...sheet.rows]
        .flatMap(([row, cells]) => [...cells].map(([column, { value }]) => [row, column, value]))
        .sort(([a = 0, b = 0], [c = 0, d = 0]) => Number(a) - Number(c) || Number(b) - Number(d)),
    );

  test.each<[string, readonly (readonly [number, number])[]]>([
    ["one in the last row", [[1_048_576, 2]]],
    ["one in the last corner", [[1_048_576, 16_384]]],
    ["some down a column", Array.from({ length: 60 }, (_, at) => [5 + at * 17_000, 6] as const)],
    ["some all over", Array.from({ length: 40 }, (_, at) => [7 + at * 26_000, 3 + ((at * 7) % 40) * 400] as const)],
  ])("a far cell: %s", async (_, far) => {
    const host = open();
    for (const sheet of host.book.sheets) for (const [row, column] of far) sheet.make(row, column).value = "遠く";
    const { values, bytes, syncs } = await given(host);
    expect(values).toEqual(expected(host));
    expect(syncs).toBeLessThan(10);
    expect(bytes).toBeLessThan(1_500_000);
  });
});
