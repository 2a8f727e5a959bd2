/** The whole command beside what nothing can be faster than: Node's own start, and the floor of the same file. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, type Figure } from "./figure";
import { budget } from "./workbooks";

const CHECK = ["--frame", "transformation", "--format", "json"];
const METER =
  'process.once("exit", () => { const { user, system } = process.cpuUsage(); console.error(`cpu ${user + system}`); });';

interface Taken {
  /** Milliseconds. */
  readonly time: number;
  /** Milliseconds of all threads. */
  readonly cpu: number;
}

export function start(root: string): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), "kenzan-bench-"));
  const meter = join(folder, "meter.cjs");
  const [small, long] = [join(folder, "small.xlsx"), join(folder, "long.xlsx")];
  writeFileSync(meter, METER);
  writeFileSync(small, budget(root, 12));
  writeFileSync(long, budget(root, 10_000));
  const kenzan = join(root, "bin/kenzan.js");
  const run = (args: readonly string[]): Taken => {
    const begun = performance.now();
    const { stderr } = spawnSync(process.execPath, ["--require", meter, ...args], {
      encoding: "utf8",
      maxBuffer: 1 << 30,
    });
    return { time: performance.now() - begun, cpu: Number(/cpu (\d+)\s*$/.exec(stderr)?.[1]) / 1000 };
  };
  /** Both take turns, so that a busy machine is busy for both. */
  const beside = (runs: number, least: readonly string[], whole: readonly string[]): readonly [Taken, Taken] => {
    const taken = Array.from({ length: runs }, () => [run(least), run(whole)] as const);
    const of = (which: 0 | 1): Taken => ({
      time: median(taken.map((pair) => pair[which].time)),
      cpu: Math.min(...taken.map((pair) => pair[which].cpu)),
    });
    return [of(0), of(1)];
  };
  try {
    const [node, command] = beside(11, ["-e", "0"], [kenzan, "check", small, ...CHECK]);
    const [floor, whole] = beside(7, [join(root, "dist/bench/floor.cjs"), long], [kenzan, "check", long, ...CHECK]);
    return [
      { name: "Node's own start", value: node.time, unit: "ms", goal: null },
      { name: "  kenzan check, 12 lines", value: command.time, unit: "ms", goal: null },
      against("  against Node's start, time", command.time / node.time, 2),
      against("  against Node's start, CPU", command.cpu / node.cpu, 2),
      { name: "floor: unzip and tokenise 10,000 lines", value: floor.time, unit: "ms", goal: null },
      { name: "  kenzan check, the same file", value: whole.time, unit: "ms", goal: null },
      against("  against the floor, time", whole.time / floor.time, 3),
      against("  against the floor, CPU", whole.cpu / floor.cpu, 3),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const against = (name: string, value: number, most: number): Figure => ({
  name,
  value,
  unit: "×",
  goal: { kind: "most", value: most },
});
