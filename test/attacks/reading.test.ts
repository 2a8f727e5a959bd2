/** Workbooks whose tables were misread: boxes of the grant, summaries, table objects, names of sheets, bare headers. */
import { join } from "node:path";
import { checkInProcess } from "../golden/in-process";

const attack = (name: string) =>
  checkInProcess(join(__dirname, `../fixtures/attacks/${name}.xlsx`), ["--frame", "transformation"]);

test.each([
  ["grant-box-below", 2_324_000, 3],
  ["grant-box-beside", 2_324_000, 3],
  ["summary-with-quantity-above", 2_354_000, 4],
  ["summary-short-names-own-sheet", 2_354_000, 4],
  ["table-object-own-header", 924_000, 3],
  ["line-below-table-object", 924_000, 3],
  ["sheet-name-kyukan", 904_000, 4],
])("%s: %d yen in %d lines", (name, claimed, lines) => {
  const { answer, status } = attack(name);
  expect(answer.totals["claimed"]).toBe(claimed);
  expect(answer.lines).toHaveLength(lines);
  expect(status).toBe(0);
});

test.each(["grant-box-below", "grant-box-beside"])("%s says what is requested", (name) => {
  expect(attack(name).answer.subsidy["requested"]).toBe(1_549_000);
});

test("a header alone is no budget that is all right", () => {
  const { answer, status } = attack("header-only");
  expect([answer.totals["claimed"], status]).toEqual([null, 2]);
  expect(answer.findings.map(({ rule }) => rule)).toContain("sheet/no-lines");
});
