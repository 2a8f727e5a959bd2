/** Where results go and files come from: full, closed, endless, linked, forbidden. Exit statuses are the contract's. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { commandPath, kenzan, newFolder, root, sample } from "../cli/kenzan";

const clean = sample("planning-clean");
const onLinux = process.platform === "linux" ? test : test.skip;

/** Runs a line of shell with `$K` as the command line and `$F` as a sound budget. */
function shell(script: string, folder = newFolder()): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
    cwd: folder,
    encoding: "utf8",
    timeout: 600_000,
    env: { ...process.env, K: `${process.execPath} ${commandPath()}`, F: clean },
  });
  return { status, stdout, stderr };
}

describe("where results go", () => {
  onLinux("a full disk: status 2, and one sentence", () => {
    const { status, stderr } = shell("$K check $F --frame planning > /dev/full");
    expect(status).toBe(2);
    expect(stderr).toMatch(/書き出せませんでした（ENOSPC）/);
    expect(stderr.trimEnd()).not.toContain("\n");
  });

  onLinux("the same for a list", () => {
    expect(shell("$K rules > /dev/full").status).toBe(2);
  });

  onLinux("full or closed messages change no result", () => {
    expect(shell("$K check $F --frame planning 2> /dev/full").status).toBe(0);
    expect(shell("$K check nowhere.xlsx 2> /dev/full").status).toBe(2);
    expect(shell("$K check $F --frame planning 2>&-").stdout).toContain("1,965,000円");
  });

  test("a reader that has seen enough, and output that nobody wants", () => {
    expect(shell("$K check $F --frame planning | true; exit ${PIPESTATUS[0]}").status).toBe(0);
    expect(shell("$K check $F --frame planning >&-").status).toBe(0);
  });
});

describe("where files come from", () => {
  onLinux("a pipe is read once, and its copy is what was checked", () => {
    const folder = newFolder();
    const { status, stdout, stderr } = shell(
      "cat $F | $K check /dev/stdin --frame planning --format json --out out",
      folder,
    );
    expect(stderr).toContain("保存しました");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ subsidy: { amount: 1_965_000 } });
    kenzan(["check", clean, "--frame", "planning", "--out", join(folder, "other")]);
    expect(readFileSync(join(folder, "out/stdin.xlsx"))).toEqual(
      readFileSync(join(folder, "other/planning-clean.xlsx")),
    );
  });

  onLinux("a device without an end", () => {
    const { status, stderr } = shell("$K check /dev/zero --frame planning");
    expect(status).toBe(2);
    expect(stderr).toMatch(/大きすぎる/);
  });

  onLinux("a name that is no UTF-8", () => {
    const folder = newFolder();
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x97, 0x5c, 0x8e, 0x5a]), Buffer.from(".xlsx")]),
      readFileSync(clean),
    );
    const { status, stdout } = shell("$K check *.xlsx --frame planning --format json --out out", folder);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ subsidy: { amount: 1_965_000 } });
    expect(readdirSync(join(folder, "out"))).toHaveLength(1);
  });

  test("a link that leads nowhere, a link to itself", () => {
    const folder = newFolder();
    symlinkSync(join(folder, "gone.xlsx"), join(folder, "dead.xlsx"));
    symlinkSync(join(folder, "loop.xlsx"), join(folder, "loop.xlsx"));
    for (const name of ["dead", "loop"]) {
      const { status, stderr } = kenzan(["check", join(folder, `${name}.xlsx`), "--frame", "planning"]);
      expect(status).toBe(2);
      expect(stderr).toMatch(/見つかりません/);
    }
  });
});

describe("a folder of estimates", () => {
  const withEstimates = (folder: string) =>
    kenzan(["check", clean, "--frame", "planning", "--format", "json", "--estimates", folder]);

  test("with a link that leads nowhere", () => {
    const folder = newFolder();
    symlinkSync(join(folder, "gone.csv"), join(folder, "3.csv"));
    const { status, stderr } = withEstimates(folder);
    expect(status).toBe(2);
    expect(stderr).toMatch(/リンクですが、その先にファイルがありません/);
    expect(stderr).not.toMatch(/不具合/);
  });

  test("without any file", () => {
    const { status, stderr } = withEstimates(newFolder());
    expect(status).toBe(2);
    expect(stderr).toMatch(/見積書のファイルがありません/);
  });

  test("that may not be looked into", () => {
    const folder = newFolder();
    chmodSync(folder, 0);
    const { status, stderr } = withEstimates(folder);
    chmodSync(folder, 0o700);
    expect(status).toBe(2); // root sees an empty folder
    expect(stderr).toMatch(/権限|ありません/);
    expect(stderr).not.toMatch(/不具合/);
  });
});

describe("--out on odd places", () => {
  const into = (out: string) => kenzan(["check", clean, "--frame", "planning", "--format", "json", "--out", out]);

  onLinux("/proc and /dev/full end with a sentence", () => {
    for (const place of ["/proc/kenzan", "/proc/1/kenzan/deeper", "/dev/full"]) {
      const { status, stderr } = into(place);
      expect(status).toBe(2);
      expect(stderr).toMatch(/書き込めません|フォルダーを指定/);
    }
  });

  test("a link planted in the folder is not followed, and what it leads to stays", () => {
    const folder = newFolder();
    const victim = join(newFolder(), "victim.txt");
    writeFileSync(victim, "大事な記録");
    symlinkSync(victim, join(folder, "planning-clean.xlsx"));
    const { status, stderr, stdout } = into(folder);
    expect(status).toBe(2);
    expect(stderr).toMatch(/リンク/);
    expect(readFileSync(victim, "utf8")).toBe("大事な記録");
    expect(lstatSync(join(folder, "planning-clean.xlsx")).isSymbolicLink()).toBe(true);
    expect(JSON.parse(stdout)).toMatchObject({ subsidy: { amount: 1_965_000 } });
  });

  test("a link that leads nowhere makes no file there", () => {
    const folder = newFolder();
    const target = join(newFolder(), "new.xlsx");
    symlinkSync(target, join(folder, "planning-clean.xlsx"));
    expect(into(folder).status).toBe(2);
    expect(existsSync(target)).toBe(false);
  });

  test("a folder in the place of the copy", () => {
    const folder = newFolder();
    mkdirSync(join(folder, "planning-clean.xlsx"));
    const { status, stderr } = into(folder);
    expect(status).toBe(2);
    expect(stderr).toMatch(/ファイルではない/);
  });

  test("nothing but the copy is left in the folder", () => {
    const folder = join(newFolder(), "new/deeper");
    expect(into(folder).status).toBe(0);
    expect(readdirSync(folder)).toEqual(["planning-clean.xlsx"]);
  });
});

describe("options without effect say so", () => {
  test.each([
    ["--rate", ["--rate", "1/2"]],
    ["--employees", ["--scheme", "it-2022", "--frame", "digital-base", "--employees", "3"]],
    ["--corporate-members", ["--corporate-members", "3"]],
    ["--deficit", ["--deficit"]],
  ])("%s", (option, args) => {
    const frame = args.includes("--frame") ? [] : ["--frame", "planning"];
    const { stderr, stdout } = kenzan(["check", clean, ...frame, ...args]);
    expect(stderr).toContain(`${option} を使いませんでした`);
    expect(stdout).toContain(option);
  });

  test("--rate where the document states none is used without a word", () => {
    const args = ["--scheme", "fais-dx-2024", "--frame", "planning", "--rate", "1/2"];
    expect(kenzan(["check", clean, ...args]).stderr).not.toContain("--rate");
  });
});

onLinux("progress stands on lines of its own, apart from the results", () => {
  const files = Array.from({ length: 3 }, (_, at) => {
    const path = join(newFolder(), `${at}.xlsx`);
    copyFileSync(clean, path);
    return path;
  });
  const command = `${process.execPath} ${commandPath()} check ${files.join(" ")} --frame planning --format json`;
  // `script` gives the command a terminal: results and progress meet on it.
  const { stdout, error } = spawnSync("script", ["-qec", command, "/dev/null"], {
    cwd: root,
    encoding: "utf8",
    timeout: 600_000,
  });
  if (error !== undefined) return; // no `script` here
  // eslint-disable-next-line no-control-regex
  const shown = stdout.replaceAll(/\r\u001b\[K(?:調べています… \d+\/\d+)(?=\r\u001b\[K)/g, "");
  expect(shown).not.toContain("調べています");
  expect(JSON.parse(shown.replaceAll("\r\u001b[K", "")) as unknown[]).toHaveLength(3);
});
