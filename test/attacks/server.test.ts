/** The workbench's server, as `npm start` runs it: no request ends it, and nothing outside its folder is served. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const script = join(__dirname, "../../scripts/serve.mjs");
const outside = mkdtempSync(join(tmpdir(), "kenzan-outside-"));
const folder = join(outside, "site");
mkdirSync(join(folder, "sub"), { recursive: true });
writeFileSync(join(outside, "secret.txt"), "secret");
writeFileSync(join(folder, "index.html"), "<p>検算</p>");
writeFileSync(join(folder, "a b.js"), "1");
symlinkSync(join(outside, "secret.txt"), join(folder, "link.txt"));

let server: ChildProcess;
let port: number;

const start = (...args: string[]): ChildProcess => spawn(process.execPath, [script, ...args]);

beforeAll(async () => {
  server = start(folder, "0");
  for await (const line of createInterface({ input: server.stdout as NodeJS.ReadableStream })) {
    port = Number(/:(\d+)\//.exec(line)?.[1]);
    return;
  }
});
afterAll(() => void server.kill());

/** What comes back for bytes as they stand. */
function send(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const isWhole = bytes.endsWith("\r\n\r\n");
    const socket = connect(port, "127.0.0.1", () => (isWhole ? socket.write(bytes) : socket.end(bytes)));
    let answer = "";
    socket.on("data", (data) => (answer += data.toString("latin1")));
    socket.on("error", () => resolve(answer));
    socket.on("close", () => resolve(answer));
  });
}
const get = (path: string, host = "localhost"): Promise<string> =>
  send(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

test.each([
  ["/%"],
  ["/%00"],
  ["/%ff%fe"],
  ["//"],
  ["/../secret.txt"],
  ["/%2e%2e/secret.txt"],
  ["/..%2fsecret.txt"],
  ["/link.txt"],
  ["/sub"],
  ["/sub/"],
  [`/${"a".repeat(5_000)}`],
  ["http://[/"],
  ["*"],
  ["/no/such/file"],
])("GET %s is answered and nothing is given", async (path) => {
  const answer = await get(path);
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/);
  expect(answer).not.toContain("secret");
  expect(await get("/")).toMatch(/^HTTP\/1\.1 200/);
});

test.each([
  ["no HTTP at all", "\0\xff\r\n\r\n"],
  ["half a request", "GET / HT"],
  ["another method", "DELETE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"],
  ["no host", "GET / HTTP/1.0\r\n\r\n"],
  ["a name that leads here from elsewhere", "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"],
  ["a header without an end", `GET / HTTP/1.1\r\nX: ${"a".repeat(100_000)}`],
])("%s", async (_, bytes) => {
  expect(await send(bytes)).not.toMatch(/^HTTP\/1\.1 200/);
  expect(server.exitCode).toBeNull();
  expect(await get("/")).toMatch(/^HTTP\/1\.1 200/);
});

test("what is there is served", async () => {
  expect(await get("/a%20b.js")).toMatch(/text\/javascript/);
  expect(await get("/?q=%E0%A4%A")).toMatch(/^HTTP\/1\.1 200/);
});

test("this computer only", () => {
  expect(server.exitCode).toBeNull();
  return new Promise<void>((resolve, reject) => {
    const socket = connect(port, "127.0.0.2", () => reject(new Error("reached under another address")));
    socket.on("error", () => resolve());
  });
});

const ended = (child: ChildProcess): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    let said = "";
    child.stderr?.on("data", (data) => (said += String(data)));
    child.on("close", (code) => resolve({ code, said }));
  });

test("a port that is taken: one sentence, with one that is free", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((ready) => taken.on("listening", ready));
  const { port: number } = taken.address() as AddressInfo;
  const { code, said } = await ended(start(folder, String(number)));
  taken.close();
  expect(code).toBe(2);
  expect(said).toMatch(new RegExp(`ポート ${number} は、ほかのプログラムが使っています。.* \\d+\\n$`));
});

test.each([
  ["a folder that is not there", [join(outside, "nowhere"), "0"]],
  ["a port that is none", [folder, "70000"]],
])("%s: one sentence", async (_, args) => {
  const { code, said } = await ended(start(...args));
  expect(code).toBe(2);
  expect(said.trimEnd()).not.toMatch(/\n|at .*:\d+/);
});
