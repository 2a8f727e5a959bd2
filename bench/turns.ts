/** The longest turns of built pages, in turns: node bench/run.mjs turns PAGE… (a second page is measured beside the first). */
import { tmpdir } from "node:os";
import { writeFileSync } from "node:fs";
import { median } from "./figure";
import { longestTurns, type Turn } from "./longest-turns";

/** `TRACES` names a folder that keeps what the browser told. */
const ROUNDS = Number(process.env["ROUNDS"] ?? 3);

async function main(pages: readonly string[]): Promise<void> {
  const found = pages.map((): Turn[] => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, page] of pages.entries()) {
      const keep = process.env["TRACES"];
      found[at]?.push(
        ...(await longestTurns(process.cwd(), page, tmpdir(), (name, trace) => {
          if (keep !== undefined) writeFileSync(`${keep}/${at}-${name.replaceAll(" ", "-")}.json`, trace);
        })),
      );
    }
  for (const name of new Set(found[0]?.map((turn) => turn.name))) {
    const told = found.map((turns) => {
      const own = turns.filter((turn) => turn.name === name);
      const figures = own.map(({ processor }) => Math.round(processor)).sort((a, b) => a - b);
      return `${figures.join(" ")} (median ${median(figures)}; by the clock ${Math.min(...own.map(({ wall }) => Math.round(wall)))} at best)`;
    });
    process.stdout.write(`${name}: ${told.join("  |  ")}\n`);
  }
}

void main(process.argv.slice(2));
