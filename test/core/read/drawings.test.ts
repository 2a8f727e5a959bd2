/**
 * Small drawn tables, one kind of layout each: which rows are lines, and what is claimed to the yen. A drawing is
 * `# name ~ rows of lines ~ claimed ~ tax ~ merged areas` (no rows and nothing claimed where there is no budget), then sheets (`## name`) with cells parted by "|";
 * `=formula→result` is a formula, ⏎ a line break in a cell.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../../src/core/check";
import type { Report } from "../../../src/core/report/report";
import type { Cell, Sheet, Workbook } from "../../../src/core/workbook/workbook";
import { schemes } from "../../../src/schemes";
import { unsaid } from "./plain-headers";
import { untold } from "./untold";

interface Drawing {
  readonly name: string;
  /** "sheet row" */
  readonly lines: readonly string[];
  /** null: nothing is found that could be claimed. */
  readonly claimed: number | null;
  readonly tax: "exclusive" | "inclusive";
  readonly workbook: Workbook;
}

function cellOf(text: string, index: number): Cell {
  const [, formula = null, result = text] = /^=(.*)→(.*)$/.exec(text.trim()) ?? [];
  const value = /^-?\d+(\.\d+)?$/.test(result.trim()) ? Number(result) : result.replaceAll("⏎", "\n");
  return { column: index + 1, value, formula, format: null, struck: false };
}

function sheetOf(block: string, merges: Sheet["merges"]): Sheet {
  const [head = "", ...rows] = block.split("\n");
  return {
    name: head.replace(/ HIDDEN$/, "").trim(),
    visibility: head.endsWith(" HIDDEN") ? "hidden" : "visible",
    rows: rows
      .map((row, index) => ({
        index: index + 1,
        hidden: false,
        cells: row
          .split("|")
          .map(cellOf)
          .filter(({ value }) => String(value).trim() !== ""),
      }))
      .filter(({ cells }) => cells.length > 0),
    merges,
    hiddenColumns: [],
    tables: [],
  };
}

function drawingOf(block: string): Drawing {
  const [head = "", ...body] = block.split("\n");
  const [name = "", lines = "", claimed = "", tax = "", areas = ""] = head.split(" ~ ").map((part) => part.trim());
  const merges = areas
    .split(" ")
    .filter((area) => area !== "")
    .map((area) => area.split(",").map(Number))
    .map(([top = 0, left = 0, bottom = 0, right = 0]) => ({ top, left, bottom, right }));
  const sheets = body
    .join("\n")
    .split(/^## /m)
    .filter((part) => part.trim() !== "")
    .map((part, index) => sheetOf(part, index === 0 ? merges : []));
  const first = sheets[0]?.name ?? "";
  return {
    name,
    lines: lines
      .split(" ")
      .filter((line) => line !== "")
      .map((line) => (line.includes(":") ? line.replace(":", " ") : `${first} ${line}`)),
    claimed: claimed === "" ? null : Number(claimed),
    tax: tax === "inclusive" ? "inclusive" : "exclusive",
    workbook: { date1904: false, sheets, settings: {} },
  };
}

const drawings = readFileSync(join(__dirname, "../../fixtures/drawings/kinds.txt"), "utf8")
  .split(/^# /m)
  .filter((block) => block.trim() !== "")
  .map(drawingOf);

test("there are some", () => expect(drawings.length).toBeGreaterThan(50));

/** Their sums are to be said wrong: one is a yen off, one leaves out what is counted, one has what cannot be read, one a product that is none. */
const WRONG = new Set([
  "an outline by blanks with a wrong sum",
  "a price and a count under words nobody foresaw, one of them wrong",
  "a count under a word nobody foresaw, an item that ends in 計 below",
  "prices and counts of a list without a header, one of them wrong",
  "prices and counts under words nobody foresaw make the whole, of which a part is claimed",
  "headers and sums in hiragana: a price times a count that is not the amount is found",
  "a sum said first, of what behind it",
  "an amount left blank beside its price and count, which the total leaves out",
  "an amount to come in the column of the budget, what was spent beside it",
  "price times count less a discount, one of them worked out wrong",
  "sums of both levels above their items, the one of a major item wrong",
  "sums right of the table in columns of their own, right below it, one of them wrong",
]);

/** What they say is not what stands below the word: units, sums of departments, tax, what a heading or a cell is divided into. */
const OTHERWISE = new Set([
  "three levels",
  "official form letters",
  "unknown counts multiply",
  "part 内",
  "price 0 一式",
  "千円",
  "item blank category with spec",
  "a sum under its only line, in the first of two tables of one form",
  "sums of blocks repeat count and price of their only line",
  "counts of departments and their sum",
  "amounts in kanji",
  "record with its sum beside its items",
  "every section has its own columns, the sum of all below the last",
  "price per 1000 in unit cell",
  "revised only where it changed",
  "a discount without a minus, its word beside the amounts, below the subtotal",
  "a discount without a minus, its word among the items",
  "a discount without a minus, with a price and a count",
  "a discount without a minus and without a total",
  "each amount with tax over without",
  "each amount, its tax and both",
  "each amount without tax over with tax, which is asked for",
  "remarks that say how amounts came about, amounts in thousands",
  "prices and amounts in thousands, of which the amount's header alone says so",
  "of a contract that began the year before the share of this year, the price and count of the whole beside it",
  "millions, thousands and yen",
  "price in parts as well",
  "labels of a firm without a title, its stock and its outlook",
  "a numbered title right below a line begins another table",
  "tables below each other, the unit beside each title",
  "two lists beside each other, a title above each, the words of one unforeseen",
]);

describe.each(drawings.map((drawing) => [drawing.name, drawing] as const))("%s", (_, drawing) => {
  let report: Report | undefined;
  const read = (): Report => {
    const { workbook, tax } = drawing;
    return (report ??= check(workbook, schemes, { frame: "transformation", tax }));
  };

  test("its lines are read, and what is claimed", () => {
    const { lines, totals } = read();
    expect(lines.map(({ sheet, row }) => `${sheet} ${String(row)}`).sort()).toEqual([...drawing.lines].sort());
    expect(totals?.claimed ?? null).toBe(drawing.claimed);
  });

  test("every figure of a counted table has its place, or is told", () => {
    const { reading, findings } = read();
    for (const { cell } of reading.account.unread)
      expect(findings.some(({ rule, sheet }) => rule === "sheet/money-unread" && sheet === cell.sheet)).toBe(true);
    const told = findings.filter(({ rule }) => rule === "sheet/set-aside").length;
    expect(told).toBe(reading.account.setAside.length);
  });

  test("no column of money is left out in silence", () => {
    expect(untold(drawing.workbook, read())).toEqual([]);
  });

  test("a line says what stands below plain headers", () => {
    const { sheets } = drawing.workbook;
    const said = sheets.flatMap((sheet) => unsaid(sheet, read().lines));
    expect(said.length > 0).toBe(OTHERWISE.has(drawing.name));
  });

  test("nothing is said to be worked out wrong that is right", () => {
    const wrong = read().findings.filter(({ rule }) => rule.startsWith("arithmetic/"));
    expect(wrong.length > 0).toBe(WRONG.has(drawing.name));
  });
});
