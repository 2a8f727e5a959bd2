/** Twenty applications with all that comes with them: every seeded fault is found, and nothing stops the round. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { readWorkbook } from "../../src/ooxml/read";
import { commandPath } from "../cli/kenzan";
import { buildXlsx, type CellLiteral } from "../ooxml/build";
import { applications, content, desk, newOut, rows } from "./desk";
import { seeded } from "./generator";
import { held } from "./held";
import { isEnded, killedAt, momentsOf } from "./killed";

const { folder, truth } = applications({ seed: 1, count: 20 });
const out = newOut();
const first = desk(folder, "--out", out);

/** Without PDFs, for what is run over and over. */
const few = applications({ seed: 7, count: 9, pdfs: false });
const fewOut = newOut();
const fewRun = desk(few.folder, "--out", fewOut);

describe("one round", () => {
  it("finds every seeded fault, and raises no false alarm on estimates", () => {
    const { missed, alarms, lines } = held((sql) => rows(out, sql), truth);
    expect(lines).toBeGreaterThan(100);
    expect(missed).toEqual([]);
    expect(alarms.length / lines).toBeLessThanOrEqual(0.01);
  });

  it("tells in its status that something is to correct", () => {
    expect(first.status).toBe(1);
    expect(first.stdout).toContain("第1回");
  });

  it("writes an overview that Excel and CSV readers open, those that need a person first", () => {
    const book = readWorkbook(readFileSync(join(out, "overview.xlsx")));
    expect(book.sheets.map(({ name }) => name)).toEqual(["一覧", "枠ごとの集計", "申請どうしの照合"]);
    const table = (book.sheets[0]?.rows ?? []).filter(({ index }) => index > 4).map(({ cells }) => cells);
    expect(table).toHaveLength(20);
    const order = table.map((cells) => String(cells[0]?.value));
    expect(order).toEqual([...order].sort((a, b) => STATES.indexOf(a) - STATES.indexOf(b)));
    const [head, ...csv] = readFileSync(join(out, "overview.csv"), "utf8").trimEnd().split("\r\n");
    expect(head).toMatch(/^\uFEFF"状態","申請"/);
    expect(csv).toHaveLength(20);
    // A request below what was computed is a negative number, and no text.
    expect(csv.some((row) => /,"-\d+",/.test(row))).toBe(true);
  });

  it("keeps money as whole yen", () => {
    const [row] = rows(out, "select sum(typeof(amount) not in ('integer', 'null')) as wrong from line");
    expect(row?.["wrong"]).toBe(0);
  });
});

const SAMPLE = join(__dirname, "../../samples/transformation-errors.xlsx");
const STATES = ["調べられない", "直す", "確かめる", "指摘なし"];

describe("bad files", () => {
  it("never stop the rest", () => {
    const place = join(newOut(), "申請");
    cpSync(join(folder, truth.applications[0]!.name), join(place, "a_健全"), { recursive: true });
    mkdirSync(join(place, "b_空"));
    mkdirSync(join(place, "c_壊れた予算"));
    writeFileSync(join(place, "c_壊れた予算/予算書.xlsx"), "PK\u0003\u0004");
    mkdirSync(join(place, "d_予算がない"));
    writeFileSync(join(place, "d_予算がない/見積.pdf"), "%PDF-1.4 nothing");
    const own = newOut();
    const run = desk(place, "--out", own);
    expect(run.status).toBe(2);
    expect(rows(own, "select name, standing from latest order by name").map((row) => Object.values(row))).toEqual([
      ["a_健全", rows(own, "select standing from latest where name = 'a_健全'")[0]?.["standing"]],
      ["b_空", "unreadable"],
      ["c_壊れた予算", "unreadable"],
      ["d_予算がない", "unreadable"],
    ]);
    for (const { gaps } of rows(own, "select gaps from latest where standing = 'unreadable'"))
      expect(JSON.parse(String(gaps))).toHaveLength(1);
  });
});

describe("what cannot be looked into", () => {
  const place = join(newOut(), "申請");
  const write = (file: string): void => writeFileSync(join(place, file), "PK\u0003\u0004");
  for (const name of ["a", "b", "c"]) mkdirSync(join(place, name), { recursive: true });
  for (const budget of ["a/予算書.xlsx", "d.xlsx"]) cpSync(SAMPLE, join(place, budget));
  const closed = ["a/見積.zip", "a/見積.xls", "a/申請書.docx", "b/一式.zip", "c/予算.XLS", "d.zip", "e.7z", "f.xls"];
  for (const file of [...closed, "見積書.pdf", "覚え書き.txt", "補正のお願い_z.xlsx"]) write(file);
  const own = join(place, "結果"); // the results are no application either, in the next round
  const runs = [desk(place, "--out", own), desk(place, "--out", own)];
  const told = rows(own, "select name, standing, gaps, notices from latest order by name");
  const of = (name: string): string => {
    const { gaps, notices } = told.find((row) => row["name"] === name) ?? {};
    return `${String(gaps)} ${String(notices)}`;
  };

  it("is named, in the application that it is of", () => {
    expect(told.map(({ name }) => name)).toEqual(["a", "b", "c", "d", "e", "f"]);
    for (const name of ["b", "c", "e", "f"]) {
      expect(told.find((row) => row["name"] === name)?.["standing"]).toBe("unreadable");
      expect(of(name)).toContain("予算書（.xlsx / .xlsm）が見つかりません。");
    }
    const named: [string, string, RegExp][] = [
      ["a", "「見積.zip」", /圧縮されたまま/],
      ["a", "「見積.xls」", /\.xlsx で保存し直して/],
      ["a", "「申請書.docx」", /見積書としては見ていない/],
      ["b", "「一式.zip」", /展開（解凍）/],
      ["c", "「予算.XLS」", /\.xlsx で保存し直して/],
      ["d", "「d.zip」", /同じ名前の/],
      ["e", "「e.7z」", /圧縮されたまま/],
      ["f", "「f.xls」", /\.xlsx で保存し直して/],
    ];
    for (const [name, file, words] of named) {
      expect(of(name)).toContain(file);
      expect(of(name)).toMatch(words);
    }
    expect(readFileSync(join(own, "overview.csv"), "utf8")).toContain("「f.xls」");
  });

  it("is told in the overview and to the terminal, where it is of no application", () => {
    for (const { stderr } of runs)
      expect(stderr).toContain("3件あります: 「補正のお願い_z.xlsx」「見積書.pdf」「覚え書き.txt」");
    expect(rows(own, "select * from passed_over")).toHaveLength(6);
    const book = readWorkbook(readFileSync(join(own, "overview.xlsx")));
    const texts = (at: number): string => JSON.stringify(book.sheets[at]?.rows);
    expect(texts(0)).toContain("調べていないファイルが3件あります");
    expect(book.sheets[3]?.name).toBe("調べていないファイル");
    for (const file of ["見積書.pdf", "覚え書き.txt"]) expect(texts(3)).toContain(file);
  });

  it("is not what the desk writes: results among the applications themselves are refused", () => {
    const run = desk(place, "--out", place);
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining("別のフォルダーを --out に")]);
  });
});

describe("a budget that takes more memory than there is", () => {
  it("is told as such, and the others are examined", () => {
    const place = join(newOut(), "申請");
    for (const name of ["a", "b", "c"]) mkdirSync(join(place, name), { recursive: true });
    for (const name of ["a", "c"]) cpSync(SAMPLE, join(place, name, "予算書.xlsx"));
    const part = (at: number): CellLiteral[] => ["物品費", "消耗品費", `部品 ${String(at)}`, 100, at, 100 * at];
    const lines = [
      ["大項目", "中項目", "内容", "単価", "数量", "金額"],
      ...Array.from({ length: 60_000 }, (_, at) => part(at)),
    ];
    writeFileSync(join(place, "b/予算書.xlsx"), buildXlsx({ sheets: [{ name: "予算", rows: lines }] }));
    const own = newOut();
    const run = spawnSync(process.execPath, ["--max-old-space-size=64", commandPath(), "desk", place, "--out", own]);
    expect(run.status).toBe(2);
    const told = rows(own, "select name, standing, gaps from latest order by name");
    expect(told.map(({ standing }) => standing === "unreadable")).toEqual([false, true, false]);
    expect(String(told[1]?.["gaps"])).toContain("メモリが足りない");
  });
});

describe("a ledger that was cut in half", () => {
  it.each([[["--query", "line"]], [["--letters"]]])("is named as damaged: %s", (act) => {
    const own = newOut();
    mkdirSync(own, { recursive: true });
    const bytes = readFileSync(join(fewOut, "ledger.sqlite"));
    writeFileSync(join(own, "ledger.sqlite"), bytes.subarray(0, bytes.length / 2));
    const run = desk("--out", own, ...act);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("台帳（ledger.sqlite）が壊れています");
    expect(run.stderr).not.toContain("不具合");
  });
});

describe("a ledger whose texts are no texts any more", () => {
  it.each([[["--query", "line"]], [["--letters"]], [[few.folder]]])("is named as damaged: %s", (act) => {
    const own = newOut();
    cpSync(fewOut, own, { recursive: true });
    const db = new Database(join(own, "ledger.sqlite"));
    db.exec("update line set description = cast(x'ff41' as text)");
    db.exec("update finding set title = cast(x'ff41' as text)");
    db.exec("update examination set gaps = cast(x'ff41' as text)");
    db.close();
    const run = desk("--out", own, ...act);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("台帳（ledger.sqlite）が壊れています");
    expect(run.stderr).not.toContain("不具合");
  });
});

describe("rounds", () => {
  it("are added, and nothing is overwritten", () => {
    const own = newOut();
    cpSync(fewOut, own, { recursive: true });
    const before = content(own);
    desk(few.folder, "--out", own);
    expect(rows(own, "select round, finished is not null as done from round")).toEqual([
      { round: 1, done: 1 },
      { round: 2, done: 1 },
    ]);
    const again = JSON.parse(content(own)) as { examinations: { round: number }[] };
    const kept = again.examinations.filter(({ round }) => round === 1);
    expect(kept).toEqual((JSON.parse(before) as typeof again).examinations);
  });
});

describe("a run that is killed", () => {
  it.each([1, 2, 3])("ends the same when it is started again (%i)", async (turn) => {
    const own = newOut();
    const random = seeded(turn * 77);
    for (let kills = 0; kills < 2 && !isEnded(own); kills++) {
      const moment = Math.floor(random() * momentsOf(few.truth.applications.length));
      await killedAt([commandPath(), "desk", few.folder], own, moment, few.truth.applications.length);
    }
    if (!isEnded(own)) desk(few.folder, "--out", own);
    expect(rows(own, "select round from round")).toEqual([{ round: 1 }]);
    expect(content(own)).toBe(content(fewOut));
    expect(readFileSync(join(own, "overview.csv"), "utf8")).toBe(readFileSync(join(fewOut, "overview.csv"), "utf8"));
    expect(rows(own, "pragma integrity_check")).toEqual([{ integrity_check: "ok" }]);
  });
});

describe("shards", () => {
  it("give together what one machine gives", () => {
    const parts = ["1/3", "2/3", "3/3"].map((shard) => {
      const part = newOut();
      desk(few.folder, "--out", part, "--shard", shard);
      return part;
    });
    const whole = newOut();
    const run = desk("merge", ...parts, "--out", whole);
    expect(run.status).toBe(fewRun.status);
    expect(content(whole)).toBe(content(fewOut));
    expect(readFileSync(join(whole, "overview.csv"), "utf8")).toBe(readFileSync(join(fewOut, "overview.csv"), "utf8"));
    desk("merge", ...parts, "--out", whole);
    expect(content(whole)).toBe(content(fewOut));
  });

  it("are run at once by what a machine has: GNU parallel, as docs/desk.md shows, or xargs -P", () => {
    if (process.platform === "win32") return;
    const place = newOut();
    const hasParallel = /^GNU parallel/.test(spawnSync("parallel", ["--version"], { encoding: "utf8" }).stdout ?? "");
    const runner = hasParallel ? "parallel --will-cite -q -j 2" : "xargs -P 2 -I{}";
    const command = `printf '%s\\n' 1 2 | ${runner} sh -c '"$0" "$1" desk "$2" --out "$3/{}" --shard {}/2; [ $? -le 1 ]' "$NODE" "$KENZAN" "$FOLDER" "$PLACE"`;
    const env = { ...process.env, NODE: process.execPath, KENZAN: commandPath(), FOLDER: few.folder, PLACE: place };
    const run = spawnSync("sh", ["-c", command], { env, encoding: "utf8" });
    expect([run.status, run.stderr]).toEqual([0, expect.not.stringContaining("Error")]);
    const whole = newOut();
    desk("merge", join(place, "1"), join(place, "2"), "--out", whole);
    expect(content(whole)).toBe(content(fewOut));
  });

  it("are told to a Slurm array by a script that a shell understands and that names its shard", () => {
    if (process.platform === "win32") return;
    const script = join(__dirname, "../../docs/desk/slurm.sh");
    expect(spawnSync("bash", ["-n", script]).status).toBe(0);
    const env = {
      ...process.env,
      PATH: `${stub()}:${process.env["PATH"] ?? ""}`,
      SLURM_ARRAY_TASK_ID: "3",
      SLURM_ARRAY_TASK_COUNT: "16",
    };
    const run = spawnSync("bash", [script, "/data/in", "/data/out"], { env, encoding: "utf8" });
    expect(run.stdout.trim()).toBe("bin/kenzan.js desk /data/in --out /data/out/shard-3 --shard 3/16");
  });

  it("are told to a Kubernetes Indexed Job by a command that a shell understands and that names its shard", () => {
    if (process.platform === "win32") return;
    const manifest = readFileSync(join(__dirname, "../../docs/desk/kubernetes-job.yaml"), "utf8");
    const command = /- >-\n((?: {14}.*\n)+)/.exec(manifest)?.[1]?.replace(/\n\s+/g, " ").trim() ?? "";
    const env = { ...process.env, PATH: `${stub()}:${process.env["PATH"] ?? ""}`, JOB_COMPLETION_INDEX: "2" };
    const run = spawnSync("sh", ["-c", command], { env, encoding: "utf8" });
    expect([run.status, run.stderr]).toEqual([0, ""]);
    expect(run.stdout.trim()).toBe("bin/kenzan.js desk /data/applications --out /data/out/shard-3 --shard 3/16");
    expect(/^ {2}completions: 16$/m.test(manifest)).toBe(true);
  });
});

/** A `node` that only says what it was asked. */
function stub(): string {
  const folder = newOut();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "node"), '#!/bin/sh\necho "$@"\n', { mode: 0o755 });
  return folder;
}

afterAll(() => [folder, few.folder].forEach((place) => rmSync(place, { recursive: true, force: true })));
