// Keeps what Kenzan says of workbooks, and compares later: every difference is to be looked at before a change lands.
// Usage: node scripts/reports.mjs keep FILE FOLDER...     writes the whole JSON of every workbook below the folders
//        node scripts/reports.mjs compare FILE FOLDER...  tells what differs; the exit status is 1 where anything does
// A NAME.expected.json beside NAME.xlsx gives the options; without one, the scheme and frame of a plain check.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const [task, file, ...folders] = process.argv.slice(2);
if (!["keep", "compare"].includes(task) || folders.length === 0) {
  console.error("node scripts/reports.mjs keep|compare FILE FOLDER...");
  process.exit(2);
}

const PLAIN = ["--frame", "transformation"];
const MOST_SHOWN = 12;

const scratch = await mkdtemp(join(tmpdir(), "kenzan-"));
const outfile = join(scratch, "check.cjs");
await build({
  entryPoints: ["test/golden/in-process.ts"],
  bundle: true,
  platform: "node",
  format: "cjs",
  outfile,
  external: ["@embedpdf/pdfium", "libsql"],
  logLevel: "error",
});
const { checkInProcess } = createRequire(import.meta.url)(outfile);
await rm(scratch, { recursive: true });

const found = {};
for (const folder of folders)
  for (const path of workbooksIn(folder)) {
    try {
      const { status, answer } = checkInProcess(path, optionsOf(path));
      found[path] = { status, ...answer, generatedAt: undefined };
    } catch (error) {
      found[path] = { error: String(error) };
    }
  }

if (task === "keep") {
  writeFileSync(file, JSON.stringify(found));
  console.log(`${Object.keys(found).length} reports`);
} else {
  const before = JSON.parse(readFileSync(file, "utf8"));
  const now = JSON.parse(JSON.stringify(found));
  let changed = 0;
  for (const path of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const places = differences(before[path], now[path], "");
    if (places.length === 0) continue;
    changed++;
    console.log(path);
    for (const place of places.slice(0, MOST_SHOWN)) console.log(`  ${place}`);
    if (places.length > MOST_SHOWN) console.log(`  and ${places.length - MOST_SHOWN} more`);
  }
  console.log(`${changed} of ${Object.keys(now).length} reports differ`);
  process.exitCode = changed === 0 ? 0 : 1;
}

function workbooksIn(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return workbooksIn(path);
      return /\.xls[xm]$/.test(name) && !name.startsWith("~$") ? [path] : [];
    });
}

/** Options that name other files are left out: the workbook is what is read here. */
function optionsOf(path) {
  const expected = path.replace(/\.xls[xm]$/, ".expected.json");
  if (!existsSync(expected)) return PLAIN;
  const { args } = JSON.parse(readFileSync(expected, "utf8"));
  const at = args.indexOf("--estimates");
  return at < 0 ? args : args.filter((_, index) => index !== at && index !== at + 1);
}

/** Where two values differ: "lines[3].amount: 1000 → 2000". */
function differences(a, b, place) {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  const isTree = (value) => value !== null && typeof value === "object";
  if (!isTree(a) || !isTree(b) || Array.isArray(a) !== Array.isArray(b)) return [`${place}: ${shown(a)} → ${shown(b)}`];
  if (Array.isArray(a) && a.length !== b.length) {
    const gone = a.filter((item) => !b.some((other) => JSON.stringify(other) === JSON.stringify(item)));
    const come = b.filter((item) => !a.some((other) => JSON.stringify(other) === JSON.stringify(item)));
    return [...gone.map((item) => `${place} − ${shown(item)}`), ...come.map((item) => `${place} + ${shown(item)}`)];
  }
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    differences(a[key], b[key], Array.isArray(a) ? `${place}[${key}]` : place === "" ? key : `${place}.${key}`),
  );
}

function shown(value) {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
