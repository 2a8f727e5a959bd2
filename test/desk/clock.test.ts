/** Rounds follow each other as they were made, whatever the clock says: set back, in the same second, in another time zone. */
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { editWorkbook } from "../../src/ooxml/edit";
import { kenzan, newFolder } from "../cli/kenzan";
import { newOut, rows } from "./desk";

const SAMPLE = join(__dirname, "../fixtures/samples/transformation-errors.xlsx");

/** A process whose clock stands still at a time of its own. */
function clockAt(time: string): string {
  const script = join(newFolder(), "clock.cjs");
  writeFileSync(
    script,
    `const Own = Date, now = Own.parse(${JSON.stringify(time)});
     globalThis.Date = class extends Own { constructor(...given) { super(...(given.length > 0 ? given : [now])); } static now() { return now; } };`,
  );
  return `--require ${script}`;
}

/** Three rounds of one application; between them the first line, then the second, is mended. */
function threeRounds(clocks: readonly (readonly [time: string, zone: string])[]): string {
  const [place, out] = [newFolder(), newOut()];
  const budget = join(place, "工業/予算書.xlsx");
  cpSync(SAMPLE, budget, { recursive: true });
  for (const [at, [time, zone]] of clocks.entries()) {
    const book = editWorkbook(readFileSync(budget));
    if (at === 1) book.setCell("予算明細", { row: 6, column: 3, value: "消耗品費" });
    if (at === 2) book.setCell("予算明細", { row: 7, column: 3, value: "機械装置等製作・購入費" });
    if (at > 0) writeFileSync(budget, book.save());
    const env = { NODE_OPTIONS: clockAt(time), TZ: zone };
    const run = kenzan(["desk", place, "--out", out, "--letters"], env);
    expect([run.status, run.stderr]).toEqual([1, expect.stringContaining(`第${String(at + 1)}回`)]);
  }
  return out;
}

const FORWARD = ["2026-04-01T01:00:00Z", "2026-04-15T01:00:00Z", "2026-05-01T01:00:00Z"] as const;
const usual = threeRounds(FORWARD.map((time) => [time, "Asia/Tokyo"]));

/** Everything that people read of the rounds. */
function told(out: string): unknown {
  const letters = readdirSync(join(out, "letters"), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".txt"))
    .sort();
  return {
    overview: readFileSync(join(out, "overview.csv"), "utf8"),
    letters: letters.map((name) => [name, readFileSync(join(out, "letters", name), "utf8")]),
    since: rows(out, "select since.* from since order by examination"),
    latest: rows(out, "select name, round, errors, warnings from latest"),
  };
}

it.each([
  ["set back by years before each round", [...FORWARD].reverse().map((time) => [time, "Asia/Tokyo"] as const)],
  ["standing still", FORWARD.map(() => [FORWARD[0], "Asia/Tokyo"] as const)],
  [
    "in other time zones, an hour that comes twice among them",
    [
      ["2026-10-25T00:30:00Z", "Pacific/Kiritimati"],
      ["2026-10-25T00:30:00Z", "Europe/Berlin"],
      ["2026-10-25T01:30:00Z", "Europe/Berlin"],
    ] as const,
  ],
])("with a clock %s, overview, letters and what was mended are the same", (_, clocks) => {
  const out = threeRounds(clocks);
  const started = rows(out, "select started from round order by round").map((row) => row["started"]);
  expect(started).toEqual(clocks.map(([time]) => new Date(time).toISOString())); // the clock was that
  expect(told(out)).toEqual(told(usual));
  const [second, third] = rows(out, "select fixed from since order by examination").map((row) => row["fixed"]);
  expect([second, third]).toEqual([expect.any(Number), expect.any(Number)]);
  expect(Number(second) * Number(third)).toBeGreaterThan(0);
});
