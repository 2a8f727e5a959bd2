/** What happens to an office's computer: names that are too long, no room on the disk, two people at once, packed estimates. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandPath, newFolder } from "../cli/kenzan";
import { applications, content, desk, newOut, rows } from "./desk";

const { folder, truth } = applications({ seed: 7, count: 4, pdfs: false });
const out = newOut();
desk(folder, "--out", out);
const [one, other] = truth.applications.map(({ name }) => join(folder, name)) as [string, string];
const FAULTY = join(__dirname, "../fixtures/samples/transformation-errors.xlsx");

it("cuts the name of a letter where an application's name is as long as it can be, and keeps two of them apart", () => {
  const place = newFolder();
  for (const end of ["甲", "乙"])
    cpSync(FAULTY, join(place, `${"申".repeat(82)}${end}/予算書.xlsx`), { recursive: true });
  const own = newOut();
  const run = desk(place, "--out", own, "--letters");
  expect([run.status, run.stderr]).toEqual([1, expect.stringContaining("補正のお願い 2件分")]);
  const letters = readdirSync(join(own, "letters"));
  expect(new Set(letters.map((name) => name.replace(/\.[a-z]+$/, ""))).size).toBe(2);
  expect(letters).toHaveLength(6);
  for (const name of letters) expect(Buffer.byteLength(name)).toBeLessThan(256);
});

it("says that there is no room, and goes on where there is", () => {
  if (process.platform === "win32") return;
  const own = newOut();
  mkdirSync(own, { recursive: true });
  // No file may be larger than so much: as on a full disk, what is written is refused.
  const script = `trap '' XFSZ; ulimit -f 250; "$0" "$@"`;
  const args = ["-c", script, process.execPath, commandPath(), "desk", folder, "--out", own];
  const run = spawnSync("sh", args, { encoding: "utf8" });
  expect([run.status, run.stderr]).toEqual([2, expect.stringContaining("ディスクの空き容量")]);
  expect(run.stderr).not.toContain("不具合");
  expect(desk(folder, "--out", own).status).toBe(1);
  expect(content(own)).toBe(content(out));
});

it("lets two runs at once share a round: each application once, and both end well", async () => {
  const own = newOut();
  const run = (): Promise<number | null> =>
    new Promise((resolve) =>
      spawn(process.execPath, [commandPath(), "desk", folder, "--out", own], { stdio: "ignore" }).on("exit", resolve),
    );
  expect(await Promise.all([run(), run()])).toEqual([1, 1]);
  // The second may have come when the first had ended: then it made a round of its own.
  const done = rows(own, "select round, count(*) as number from examination where state = 'done' group by round");
  expect(done.length).toBeLessThanOrEqual(2);
  for (const { number } of done) expect(number).toBe(4);
  expect(rows(own, "select count(*) as open from round where finished is null")).toEqual([{ open: 0 }]);
});

it("asks for no estimate that may lie in a packed file", () => {
  const place = newFolder();
  cpSync(one, join(place, "申請"), { recursive: true });
  const papers = join(place, "申請/見積書");
  rmSync(papers, { recursive: true });
  writeFileSync(join(place, "申請/見積書.zip"), "PK");
  const own = newOut();
  desk(place, "--out", own, "--letters");
  const [found] = rows(own, "select warnings, unmatched > 0 as unmatched, notices from latest");
  expect(found).toMatchObject({ warnings: 0, unmatched: 1 });
  expect(String(found?.["notices"])).toContain("圧縮されたファイルに入っているかもしれない");
});

it("takes an application under another name for another one, and tells what it shares with the first", () => {
  const place = newFolder();
  for (const from of [one, other]) cpSync(from, join(place, from.slice(folder.length + 1)), { recursive: true });
  const own = newOut();
  desk(place, "--out", own);
  const name = one.slice(folder.length + 1);
  renameSync(join(place, name), join(place, "改名した申請"));
  desk(place, "--out", own);
  const csv = readFileSync(join(own, "overview.csv"), "utf8");
  expect(rows(own, "select distinct kind from shared where round = 2 and kind = 'same-budget'")).toHaveLength(1);
  expect(csv).toContain("改名した申請");
  expect(csv).toContain(name);
});

it("finds an application again whose name is spelt in decomposed letters, as a Mac does", () => {
  const place = newFolder();
  const name = "ガーデン企画";
  cpSync(one, join(place, name.normalize("NFD")), { recursive: true });
  const own = newOut();
  desk(place, "--out", own);
  renameSync(join(place, name.normalize("NFD")), join(place, name));
  desk(place, "--out", own);
  expect(rows(own, "select name, fixed, introduced, unasked from latest join since using (examination)")).toEqual([
    { name, fixed: 0, introduced: 0, unasked: 0 },
  ]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
