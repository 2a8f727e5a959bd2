/** The command starts with the code that was kept of it, and without it just as well. */
import { spawnSync } from "node:child_process";
import { bundlePath, kenzan, root, sample } from "./kenzan";

/** @param kept JavaScript for the bytes handed to the start */
function started(kept: string, args: readonly string[]) {
  const script = `
    const { keptOf, start } = require("./bin/start");
    const bundle = ${JSON.stringify(bundlePath())};
    process.argv = [process.argv[0], bundle, ...process.argv.slice(1)];
    const script = start(bundle, ${kept});
    process.stderr.write("rejected " + script.cachedDataRejected);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", script, ...args], {
    encoding: "utf8",
    cwd: root,
  });
  return { status, stdout, rejected: /rejected (\w+)$/.exec(stderr)?.[1] };
}

const ARGS = ["check", sample("transformation-errors"), "--format", "json"];

test.each([
  ["as kept", 'require("fs").readFileSync(keptOf(bundle))', "false"],
  ["kept by something else", "Buffer.alloc(64)", "true"],
])("%s", (_, kept, rejected) => {
  const { status, stdout } = kenzan(ARGS);
  expect(started(kept, ARGS)).toEqual({ status, stdout, rejected });
});
