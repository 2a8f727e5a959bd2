// Draws one of every so many changes: each by a hash of its own and of the seed, so that a later run draws the same ones, and
// in an order of chance, so that what a run has told when it is stopped is a draw as well. Stryker knows no draw; it lets a
// checker refuse a change, and what was not drawn is refused here.
import { createHash } from "node:crypto";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { CheckStatus } from "@stryker-mutator/api/check";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const placeOf = ({ fileName, location: { start } }) => `${relative(ROOT, fileName)}:${start.line}:${start.column}`;

class Draw {
  init() {
    this.oneIn = Number(process.env.KENZAN_MUTANTS_ONE_IN);
    this.seed = process.env.KENZAN_MUTANTS_SEED;
  }

  group(mutants) {
    const lots = new Map(mutants.map((mutant) => [mutant.id, this.lotOf(mutant)]));
    const isDrawn = (id) => lots.get(id) % this.oneIn === 0;
    const [drawn, others] = [[...lots.keys()].filter(isDrawn), [...lots.keys()].filter((id) => !isDrawn(id))];
    this.drawn = new Set(drawn);
    return [others, ...drawn.sort((a, b) => lots.get(a) - lots.get(b)).map((id) => [id])];
  }

  check(mutants) {
    const refused = { status: CheckStatus.CompileError, reason: "not drawn" };
    return Object.fromEntries(
      mutants.map(({ id }) => [id, this.drawn.has(id) ? { status: CheckStatus.Passed } : refused]),
    );
  }

  lotOf({ fileName, location, mutatorName, replacement }) {
    const { start, end } = location;
    const place = [relative(ROOT, fileName), start.line, start.column, end.line, end.column];
    const change = JSON.stringify([this.seed, ...place, mutatorName, replacement]);
    return createHash("sha256").update(change).digest().readUInt32LE();
  }
}

/** Tells each change of a draw as soon as it was tried. */
class Told {
  onMutantTested(mutant) {
    if (mutant.status !== "CompileError") console.log(mutant.status, placeOf(mutant), mutant.replacement);
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.Checker, "draw", Draw),
  declareClassPlugin(PluginKind.Reporter, "told", Told),
];
