// Serves a built folder to this computer only, and survives whatever is asked: node scripts/serve.mjs [folder] [port]
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";

const [folder = "dist/workbench", port = "3100"] = process.argv.slice(2);
const root = await realpath(resolve(folder)).catch(() =>
  fail(`フォルダー ${folder} がありません。npm start で作れます。`),
);
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
/** Names of this computer: a page elsewhere that leads here under a name of its own is refused. */
const OWN_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

const server = createServer((request, response) => {
  answer(request, response).catch(() => {
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});

async function answer(request, response) {
  if (!OWN_NAMES.test(request.headers.host ?? "")) return void response.writeHead(421).end();
  if (request.method !== "GET" && request.method !== "HEAD")
    return void response.writeHead(405, { Allow: "GET, HEAD" }).end();
  const file = await fileAt(request.url ?? "/");
  if (file === null) return void response.writeHead(404).end();
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
  });
  if (request.method === "HEAD") return void response.end();
  const content = createReadStream(file);
  content.on("error", () => response.destroy());
  response.on("close", () => content.destroy());
  content.pipe(response);
}

/** The file that an address names, inside the folder only; null for anything else. */
async function fileAt(url) {
  try {
    const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
    const file = await realpath(join(root, path.endsWith(sep) ? join(path, "index.html") : path));
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : null;
  } catch {
    return null; // "%", a null byte, a name too long, no such file
  }
}

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}

const isPort = /^\d{1,5}$/.test(port) && Number(port) <= 65_535;
if (!isPort) fail(`「${port}」はポート番号ではありません。0 から 65535 までの数で指定してください。`);
server.on("clientError", (_, socket) => socket.destroy());
server.on("error", async (error) => {
  if (error.code === "EADDRINUSE") {
    const free = await freePort();
    fail(`ポート ${port} は、ほかのプログラムが使っています。空いているポートで開けます: npm start -- ${free}`);
  }
  fail(`ポート ${port} を開けません（${error.code}）。別のポートで開けます: npm start -- 3200`);
});
server.listen(Number(port), "127.0.0.1", () => {
  console.log(`検算 Kenzan: http://localhost:${server.address().port}/`);
});

/** One that this computer has to spare now. */
function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port: found } = probe.address();
      probe.close(() => done(found));
    });
  });
}
