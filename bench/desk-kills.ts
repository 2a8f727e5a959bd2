/**
 * A round that is killed at random moments and started again has to end as one that was left alone: ledger and overview.
 * Usage: node bench/run.mjs desk-kills [KILLS] [SEED]
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { generate, seeded, writeTo } from "../test/desk/generator";
import { content, rows } from "../test/desk/ledger";

const [kills = "50", seed = "1"] = process.argv.slice(2);

async function main(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "kenzan-bench-"));
  try {
    const folder = join(work, "申請");
    writeTo(folder, generate({ seed: Number(seed), count: 12, pdfs: false }));
    const round = (out: string): string[] => ["bin/kenzan.js", "desk", folder, "--out", out];
    const still = join(work, "undisturbed");
    const began = performance.now();
    spawnSync(process.execPath, round(still));
    const whole = performance.now() - began;
    const [wanted, overview] = [content(still), readFileSync(join(still, "overview.csv"), "utf8")];
    const random = seeded(Number(seed));
    let [done, differed, ledgers] = [0, 0, 0];
    while (done < Number(kills)) {
      const out = join(work, `killed-${String(ledgers++)}`);
      // Until a round ends: some are killed once, some many times.
      for (let ended = false; !ended;) {
        const run = spawn(process.execPath, round(out), { stdio: "ignore" });
        const end = new Promise<boolean>((resolve) => run.on("exit", (code) => resolve(code !== null)));
        const moment = done < Number(kills) ? sleep(random() * whole).then(() => run.kill("SIGKILL")) : end;
        await Promise.race([end, moment]);
        ended = await end;
        if (!ended) done += 1;
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
