// Runs scripts of package.json at the same time, each one's output in one piece: node scripts/together.mjs NAME…
import { spawn } from "node:child_process";

const run = (name) =>
  new Promise((resolve) => {
    const child = spawn("npm", ["run", "-s", name], { shell: process.platform === "win32" });
    const said = [];
    child.stdout.on("data", (data) => said.push(data));
    child.stderr.on("data", (data) => said.push(data));
    child.on("error", (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on("close", (status) => {
      process.stdout.write(Buffer.concat(said));
      resolve(status === 0);
    });
  });

const passed = await Promise.all(process.argv.slice(2).map(run));
process.exitCode = passed.every(Boolean) ? 0 : 1;
