// Draws one of every so many changes: each by a hash of its own and of the seed, so that a later run draws the same ones, and
// in an order of chance, so that what a run has told when it is stopped is a draw as well. Stryker knows no draw: it is given
// the places of those drawn, so that the rest of the code runs as it is, and refuses what else stands in such a place.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CheckStatus } from "@stryker-mutator/api/check";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { Instrumenter } from "@stryker-mutator/instrumenter";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const placeOf = ({ fileName, location: { start } }) => `${relative(ROOT, fileName)}:${start.line}:${start.column}`;

function lotOf(seed, { fileName, location, mutatorName, replacement }) {
  const { start, end } = location;
  const place = [relative(ROOT, fileName), start.line, start.column, end.line, end.column];
  const change = JSON.stringify([seed, ...place, mutatorName, replacement]);
  return createHash("sha256").update(change).digest().readUInt32LE();
}

/**
 * @param folders whose code is changed
 * @returns how many changes there are, and where those stand that are drawn, as Stryker is told of places: "a.ts:1:0-1:9"
 */
export async function drawFrom(folders, oneIn, seed) {
  const nothing = () => undefined;
  const instrumenter = new Instrumenter({ debug: nothing, info: nothing, warn: nothing, isDebugEnabled: () => false });
  const files = folders
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => resolve(folder, String(file))))
    .filter((file) => file.endsWith(".ts"))
    .map((name) => ({ name, content: readFileSync(name, "utf8"), mutate: true }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const { mutants } = await instrumenter.instrument(files, options);
  const drawn = mutants.filter((mutant) => lotOf(seed, mutant) % oneIn === 0);
  const places = drawn.map(({ fileName, location: { start, end } }) => {
    const from = `${start.line + 1}:${start.column}`;
    return `${relative(ROOT, fileName)}:${from}-${end.line + 1}:${end.column}`;
  });
  return { all: mutants.length, drawn: drawn.length, places: [...new Set(places)] };
}

class Draw {
  init() {
    this.oneIn = Number(process.env.KENZAN_MUTANTS_ONE_IN);
    this.seed = process.env.KENZAN_MUTANTS_SEED;
  }

  group(mutants) {
    const lots = new Map(mutants.map((mutant) => [mutant.id, lotOf(this.seed, mutant)]));
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
