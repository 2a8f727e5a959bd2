// npm run test:nodes -- [TEST…]: the tests of the engine, of files and of the command line under every Node that Kenzan
// promises to run on; each comes as the npm package `node` and goes to npm's cache, not into the project.
import { spawnSync } from "node:child_process";

const VERSIONS = ["20.19.0", "22.23.3", "24.9.0"];
/** The engine's files in their groups, as `npm test` runs them. */
const ALL = ["test/run/groups", "test/cli", "test/desk"];

const asked = process.argv.slice(2);
for (const version of VERSIONS) {
  console.log(`\nNode ${version}`);
  const which = asked.length > 0 ? asked : ["--config", "test/run/all.config.js", ...ALL];
  const jest = ["node", "node_modules/jest/bin/jest.js", "-w", "1", ...which];
  const { status } = spawnSync("npx", ["--yes", "--package", `node@${version}`, "--", ...jest], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
