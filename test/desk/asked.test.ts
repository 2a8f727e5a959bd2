/** The letter's sheet, come back: what was asked is known again, and ticked off only where it is mended. */
import { answeredOf, askedIn, type StandingFinding } from "../../src/core/desk/asked";
import { unexamined, type Examined, type ExaminedFinding, type ExaminedLine } from "../../src/core/desk/examined";
import { subjectsOf } from "../../src/core/desk/subject";
import { readFile } from "../../src/documents/read-file";
import { readWorkbook } from "../../src/ooxml/read";
import { newWorkbook } from "../../src/ooxml/write/new-workbook";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { letterOf } from "../../src/views/desk/letter/letter";
import { letterModel } from "../../src/views/desk/letter/sheet";
import { DEFAULT_TEMPLATE, parseTemplate } from "../../src/views/desk/letter/template";

const line = (row: number, description: string): ExaminedLine =>
  ({ part: "budget", sheet: "予算明細", row, description, specification: null }) as ExaminedLine;
const finding = (rule: string, row: number | null, more: Partial<ExaminedFinding> = {}): ExaminedFinding => ({
  rule,
  severity: "error",
  sheet: "予算明細",
  cell: row === null ? null : `D${String(row)}`,
  row,
  clause: "5(1)",
  title: "題",
  what: `${rule} ${String(row)}`,
  why: "",
  todo: `${rule} を直してください。`,
  ...more,
});
const examined = (lines: ExaminedLine[], findings: ExaminedFinding[]): Examined => ({
  ...unexamined("", ""),
  gaps: [],
  lines,
  findings,
});

const before = examined(
  [line(5, "プリンター用紙"), line(6, "温度センサー"), line(7, "クラウド利用料")],
  [finding("eligibility/excluded-item", 5), finding("arithmetic/line", 6), finding("evidence/mismatch", 7)],
);
const facts = {
  application: "001_小倉",
  applicant: "株式会社小倉テクノ",
  scheme: "",
  frame: "",
  source: "公募要領",
  round: 1,
};
const sheetOf = (found: Examined): Uint8Array =>
  newWorkbook([letterModel(letterOf(found, new Map(), facts, parseTemplate(DEFAULT_TEMPLATE)))], nodeCodec);
const items = askedIn(readWorkbook(sheetOf(before)));

/** How the items stand where so much is found now. */
function states(now: Examined, isLookedAt: (rule: string) => boolean = () => true): string[] {
  const subjects = subjectsOf(now);
  const standing = now.findings.map((one, at): StandingFinding => ({ ...one, subjects: [subjects[at] ?? ""] }));
  return answeredOf(items, standing, isLookedAt).map(({ item, state }) => `${String(item.number)} ${state}`);
}

describe("a letter come back", () => {
  it("says what it asked, item by item", () => {
    expect(items.map(({ number, findings }) => [number, findings.map(({ rule }) => rule)])).toEqual([
      [1, ["eligibility/excluded-item"]],
      [2, ["arithmetic/line"]],
      [3, ["evidence/mismatch"]],
    ]);
  });

  it("is ticked off where nothing of it is found any more", () => {
    expect(states(examined(before.lines as ExaminedLine[], [finding("arithmetic/line", 6)]))).toEqual([
      "1 mended",
      "2 open",
      "3 mended",
    ]);
  });

  it("knows its lines again where rows moved", () => {
    const moved = examined([line(9, "温度センサー")], [finding("arithmetic/line", 9)]);
    expect(states(moved)).toEqual(["1 mended", "2 open", "3 mended"]);
  });

  it("does not call mended what was only given another name", () => {
    const renamed = examined([line(5, "用紙（事業用）")], [finding("eligibility/excluded-item", 5)]);
    expect(states(renamed)[0]).toBe("1 open");
    const moved = examined([line(12, "用紙（事業用）")], [finding("eligibility/excluded-item", 12)]);
    expect(states(moved)[0]).toBe("1 open");
  });

  it("calls nothing mended that was not looked at", () => {
    expect(states(examined([], []), (rule) => !rule.startsWith("evidence/"))).toEqual([
      "1 mended",
      "2 mended",
      "3 unknown",
    ]);
  });

  it("is no estimate among estimates", async () => {
    const means = { codec: nodeCodec, pdf: () => Promise.reject(new Error("no PDF")) };
    expect(await readFile("別の名前.xlsx", sheetOf(before), means)).toEqual([]);
  });

  it.each(["[]", "[1]", '[{"rule":1}]', "[", '{"rule":"x"}', ""])(
    "holds nothing where it was tampered with: %s",
    (text) => {
      const model = letterModel(letterOf(before, new Map(), facts, parseTemplate(DEFAULT_TEMPLATE)));
      const cells = model.cells.map((cell) => (cell.column === 8 ? { ...cell, value: text } : cell));
      expect(askedIn(readWorkbook(newWorkbook([{ ...model, cells }], nodeCodec)))).toEqual([]);
    },
  );
});
