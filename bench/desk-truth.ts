/**
 * Applications with faults of which it is known where they are: every one has to be found, and next to nothing else.
 * PDFs are written by the generator in two ways, printed by a browser where there is a Japanese font, and by LibreOffice
 * where it is installed.
 * Usage: node bench/run.mjs desk-truth [APPLICATIONS] [SEED] [FOLDER, in which all of it is kept]
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { launchBrowser } from "../test/browser";
import { generate, writeTo, type Generated, type Printer, type ToPrint } from "../test/desk/generator";
import { held } from "../test/desk/held";
import { rows } from "../test/desk/ledger";

const [count = "200", seed = "1", kept] = process.argv.slice(2);

type Place = ToPrint & { readonly path: string };

const hasOffice = (): boolean => spawnSync("soffice", ["--version"]).status === 0;

function toPrint(folder: string, { applications }: Generated, by: ToPrint["by"]): Place[] {
  return applications.flatMap(({ name, toPrint }) =>
    toPrint.filter((one) => one.by === by).map((one) => ({ ...one, path: join(folder, name, one.file) })),
  );
}

/**
 * Whether two letters look different. Where no font has them, Chromium writes the first letter of each text as a glyph
 * without any word of which letter it is: the paper then lacks it, for every reader (株式会社 is 式会社).
 */
async function hasJapaneseFont(): Promise<boolean> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    return await page.evaluate(() => {
      const drawn = (letter: string): string => {
        const canvas = document.createElement("canvas");
        const pen = canvas.getContext("2d");
        if (pen === null) throw new Error("nothing can be drawn");
        pen.font = "40px sans-serif";
        pen.fillText(letter, 10, 60);
        return canvas.toDataURL();
      };
      return drawn("株") !== drawn("式");
    });
  } finally {
    await browser.close();
  }
}

async function printByBrowser(places: readonly Place[]): Promise<void> {
  if (places.length === 0) return;
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    for (const { path, html } of places) {
      await page.setContent(html);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, await page.pdf({ preferCSSPageSize: true }));
    }
  } finally {
    await browser.close();
  }
}

/** A hundred at a time: one start of the office for all of them. */
function printByOffice(places: readonly Place[], work: string): void {
  for (let from = 0; from < places.length; from += 100) {
    const some = places.slice(from, from + 100);
    const files = some.map(({ sheet }, at) => {
      const path = join(work, `${String(from + at)}.xlsx`);
      writeFileSync(path, sheet);
      return path;
    });
    const profile = `-env:UserInstallation=file://${join(work, "profile")}`;
    spawnSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", work, ...files]);
    for (const [at, { path }] of some.entries()) {
      mkdirSync(dirname(path), { recursive: true });
      cpSync(join(work, `${String(from + at)}.pdf`), path);
    }
  }
}

async function main(): Promise<void> {
  const work = kept ?? mkdtempSync(join(tmpdir(), "kenzan-bench-"));
  mkdirSync(work, { recursive: true });
  try {
    const folder = join(work, "申請");
    const byChromium = await hasJapaneseFont();
    if (!byChromium) process.stderr.write("No Japanese font is installed: no paper is printed by Chromium.\n");
    const printers: Printer[] = [
      "encoding",
      "glyphs",
      ...(byChromium ? ["chromium" as const] : []),
      ...(hasOffice() ? ["libreoffice" as const] : []),
    ];
    const truth = generate({ seed: Number(seed), count: Number(count), printers });
    writeTo(folder, truth);
    const [byBrowser, byOffice] = [toPrint(folder, truth, "chromium"), toPrint(folder, truth, "libreoffice")];
    await printByBrowser(byBrowser);
    mkdirSync(join(work, "office"));
    printByOffice(byOffice, join(work, "office"));
    const out = join(work, "out");
    const run = spawnSync(process.execPath, ["bin/kenzan.js", "desk", folder, "--out", out], { encoding: "utf8" });
    if (run.status !== 0 && run.status !== 1) throw new Error(run.stderr + run.stdout);
    const { lines, alarms, findings, missed } = held((sql) => rows(out, sql), truth);
    const faults = truth.applications.flatMap((one) => one.faults);
    const kinds = new Set(faults.map(({ kind }) => kind));
    const estimates = truth.applications.reduce((sum, one) => sum + one.estimates, 0);
    const own = truth.applications.flatMap((one) => [...one.files.keys()]).filter((file) => file.endsWith(".pdf"));
    const tell = (title: string, all: readonly string[]): string =>
      [`${title}: ${String(all.length)}`, ...all.slice(0, 40).map((one) => `  ${one}`)].join("\n");
    process.stdout.write(
      [
        `${count} applications, ${String(estimates)} estimates (PDFs: ${String(own.length)} own, ${String(byBrowser.length)} Chromium, ${String(byOffice.length)} LibreOffice), seed ${seed}`,
        `seeded: ${String(faults.length)} faults of ${String(kinds.size)} kinds, ${String(truth.shared.length)} things in common`,
        `lines held against estimates: ${String(lines)}`,
        tell("missed", missed),
        tell("false alarms on estimates", alarms),
        tell("other findings without cause", findings),
        "",
      ].join("\n"),
    );
  } finally {
    if (kept === undefined) rmSync(work, { recursive: true });
  }
}

void main();
