/** Estimates: how quickly papers are read, in how much memory, and what matching is worth beside a simple baseline. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Figure } from "./figure";

const PAPERS = 100;
const FIXTURES = "test/fixtures/estimates";

interface Document {
  readonly file: string;
  readonly page: number;
  readonly row: number | null;
  readonly kind: string;
  readonly evidenceNo: string | null;
  readonly net: number | null;
  readonly gross: number | null;
}
interface Match {
  readonly sheet: string;
  readonly row: number;
  readonly state: string;
}
interface Json {
  readonly lines: readonly { sheet: string; row: number; amount: number | null; evidenceNo: string | null }[];
  readonly estimates: { readonly documents: readonly Document[]; readonly matches: readonly Match[] };
}

export function estimates(root: string): Figure[] {
  const kenzan = join(root, "dist/cli/kenzan.cjs");
  const folder = mkdtempSync(join(tmpdir(), "kenzan-bench-"));
  const run = (args: readonly string[], nodeArgs: readonly string[] = []) =>
    spawnSync(process.execPath, [...nodeArgs, kenzan, ...args], { encoding: "utf8", maxBuffer: 1 << 30 });
  try {
    const paper = join(root, FIXTURES, "producers", "45_ボルト.pdf"); // two pages
    const paths = Array.from({ length: PAPERS }, (_, at) => join(folder, `${at + 1}.pdf`));
    for (const path of paths) copyFileSync(paper, path);
    const meter = join(folder, "meter.cjs");
    writeFileSync(meter, 'process.once("exit", () => console.error(`peak ${process.resourceUsage().maxRSS}`));');
    const measured = (files: readonly string[]) => {
      const start = performance.now();
      const { stderr } = run(["estimates", ...files, "--format", "json"], ["--require", meter]);
      const [, peak = "NaN"] = /peak (\d+)/.exec(stderr) ?? [];
      return { seconds: (performance.now() - start) / 1000, megabytes: Number(peak) / 1024 };
    };
    const few = measured(paths.slice(0, 10));
    const all = measured(paths);
    const [ours, baseline, lines] = states(root, (args) => JSON.parse(run(args).stdout) as Json);
    return [
      { name: "100 estimates of 2 pages", value: all.seconds, unit: "s", goal: { kind: "most", value: 30 } },
      { name: "  a page", value: (all.seconds * 1000) / (PAPERS * 2), unit: "ms", goal: null },
      { name: "  peak memory", value: all.megabytes, unit: "MB", goal: { kind: "most", value: 600 } },
      {
        name: "  of 100 against 10",
        value: all.megabytes / few.megabytes,
        unit: "×",
        goal: { kind: "most", value: 1.5 },
      },
      { name: "states of lines beside estimates", value: ours, unit: "%", goal: { kind: "least", value: 95 } },
      { name: `  by number and amount alone (${lines} lines)`, value: baseline, unit: "%", goal: null },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Right states in per cent: Kenzan's, and those of whoever looks for the number and compares the amount. */
function states(root: string, check: (args: readonly string[]) => Json): [number, number, number] {
  let [ours, baseline, lines] = [0, 0, 0];
  for (const set of ["given", "layouts"]) {
    const at = join(root, FIXTURES, set);
    const { about, estimates: truth } = JSON.parse(readFileSync(join(at, "expected.json"), "utf8")) as {
      about: { args: string[] };
      estimates: Json["estimates"];
    };
    const papers = [...new Set(truth.documents.map(({ file }) => join(at, file)))];
    const args = ["check", join(at, "budget.xlsx"), ...about.args, "--format", "json", "--estimates", ...papers];
    const json = check(args);
    for (const wanted of truth.matches) {
      const isThis = ({ sheet, row }: { sheet: string; row: number }) => sheet === wanted.sheet && row === wanted.row;
      lines += 1;
      if (json.estimates.matches.find(isThis)?.state === wanted.state) ours += 1;
      const line = json.lines.find(isThis);
      if (line !== undefined && simple(line, json.estimates.documents) === wanted.state) baseline += 1;
    }
  }
  return [(ours / lines) * 100, (baseline / lines) * 100, lines];
}

/** The number, else the amount: the same amount agrees, another differs, nothing is no estimate. */
function simple(line: Json["lines"][number], documents: readonly Document[]): string {
  const has = ({ net, gross }: Document): boolean =>
    line.amount !== null && (net === line.amount || gross === line.amount);
  const numbered = documents.filter(({ evidenceNo }) => evidenceNo !== null && evidenceNo === line.evidenceNo);
  const found = numbered.length > 0 ? numbered : documents.filter(has);
  return found.length === 0 ? "見積なし" : found.some(has) ? "一致" : "不一致";
}
