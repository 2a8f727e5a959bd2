// Draws one of every so many changes: each by a hash of its own and of the seed, so that a later run draws the same ones.
// Stryker knows no draw; it lets a checker refuse a change, and what was not drawn is refused here.
import { createHash } from "node:crypto";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { CheckStatus } from "@stryker-mutator/api/check";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

class Draw {
  init() {
    this.oneIn = Number(process.env.KENZAN_MUTANTS_ONE_IN);
    this.seed = process.env.KENZAN_MUTANTS_SEED;
  }

  group(mutants) {
    return [mutants.map(({ id }) => id)];
  }

  check(mutants) {
    const refused = { status: CheckStatus.CompileError, reason: "not drawn" };
    return Object.fromEntries(
      mutants.map((mutant) => [mutant.id, this.isDrawn(mutant) ? { status: CheckStatus.Passed } : refused]),
    );
  }

  isDrawn({ fileName, location, mutatorName, replacement }) {
    const { start, end } = location;
    const place = [relative(ROOT, fileName), start.line, start.column, end.line, end.column];
    const change = JSON.stringify([this.seed, ...place, mutatorName, replacement]);
    return createHash("sha256").update(change).digest().readUInt32LE() % this.oneIn === 0;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, "draw", Draw)];
