/**
 * A round that is killed at random points between its start and its end and started again has to end as one that was left alone: ledger and overview.
 * Usage: node bench/run.mjs desk-kills [KILLS] [SEED]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate, seeded, writeTo } from "../test/desk/generator";
import { isEnded, killedAt, momentIn, momentsOf } from "../test/desk/killed";
import { content, rows } from "../test/desk/ledger";

/** Applications in a round. */
const COUNT = 12;
/** Milliseconds at most between what is seen on the disk and the kill: anything may be under way then. */
const MORE = 400;
const [kills = "50", seed = "1"] = process.argv.slice(2);

async function main(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "kenzan-bench-"));
  try {
    const folder = join(work, "申請");
    writeTo(folder, generate({ seed: Number(seed), count: COUNT, pdfs: false }));
    const round = (out: string): string[] => ["bin/kenzan.js", "desk", folder, "--out", out];
    const still = join(work, "undisturbed");
    spawnSync(process.execPath, round(still));
    const [wanted, overview] = [content(still), readFileSync(join(still, "overview.csv"), "utf8")];
    const random = seeded(Number(seed));
    let [done, differed, ledgers] = [0, 0, 0];
    while (done < Number(kills)) {
      const out = join(work, `killed-${String(ledgers++)}`);
      // Until a round ends: some are killed once, some many times.
      while (!isEnded(out)) {
        if (done < Number(kills)) {
          const come = momentIn(out, COUNT);
          const moment = come + Math.floor(random() * (momentsOf(COUNT) - come));
          if (await killedAt(["bin/kenzan.js", "desk", folder], out, moment, COUNT, random() * MORE)) done += 1;
        } else spawnSync(process.execPath, round(out));
      }
      const same =
        content(out) === wanted &&
        readFileSync(join(out, "overview.csv"), "utf8") === overview &&
        rows(out, "pragma integrity_check")[0]?.["integrity_check"] === "ok";
      if (!same) differed += 1;
      rmSync(out, { recursive: true });
    }
    process.stdout.write(
      `killed ${String(done)} times in ${String(ledgers)} rounds; ${String(differed)} ended otherwise\n`,
    );
    process.exitCode = differed === 0 ? 0 : 1;
  } finally {
    rmSync(work, { recursive: true });
  }
}

void main();
