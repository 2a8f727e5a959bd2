/**
 * `--serve`: the overview in a browser of this computer. Only loopback, only with the token in the address; what people
 * decide goes into the ledger, and a decision that another one made in the meantime is shown, never overwritten.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

import type { AddressInfo } from "node:net";
import { diffRounds } from "../core/desk/diff";
import { lineOf, subjectsOf } from "../core/desk/subject";
import { diffSections } from "../views/desk/diff";
import type { Lang } from "../cli/words";
import type { Ledger } from "./ledger/ledger";
import { letterFiles, letterTo, templateIn } from "./letters";
import { overviewRows } from "./overview";
import { applicationPage, overviewPage, type FindingEntry } from "./pages";
import { workbenchPage } from "./workbench";
import { deskWords } from "./words";

export interface Desk {
  readonly ledger: Ledger;
  readonly out: string;
  readonly lang: Lang;
  /** The one-page workbench; null where it was not built. */
  readonly workbench: string | null;
}

export interface Running {
  readonly address: string;
  close(): Promise<void>;
}

/** Names of this computer: a page elsewhere that leads here under a name of its own is refused. */
const OWN_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
/** More than any decision takes. */
const MOST_BYTES = 64 * 1024;
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export async function serveDesk(desk: Desk, port: number): Promise<Running> {
  const token = randomBytes(24).toString("base64url");
  const server = createServer((request, response) => {
    answer(desk, token, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.on("clientError", (_, socket) => socket.destroy());
  await listening(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${String(taken)}/${token}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });

async function answer(desk: Desk, token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!OWN_NAMES.test(request.headers.host ?? "")) return void response.writeHead(421).end();
  const url = new URL(request.url ?? "/", "http://localhost");
  const [, given = "", ...path] = url.pathname.split("/").map(decoded);
  if (!same(given, token)) return void response.writeHead(404).end();
  if (request.method === "POST" && path.join("/") === "decisions") return await decide(desk, request, response);
  if (request.method !== "GET") return void response.writeHead(405, { Allow: "GET, POST" }).end();
  const [kind = "", name = "", file = ""] = path;
  if (kind === "") return page(response, overview(desk));
  const found = kind === "application" || kind === "workbench" || kind === "letter" ? desk.ledger.examined(name) : null;
  if (found === null) return void response.writeHead(404).end();
  if (kind === "application") return page(response, application(desk, name));
  if (kind === "letter") return await letter(desk, name, file, response);
  const html = workbenchPage(desk, name);
  if (html === null) return void response.writeHead(404).end();
  send(response, "text/html; charset=utf-8", html);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

const same = (given: string, token: string): boolean =>
  given.length === token.length && timingSafeEqual(Buffer.from(given.padEnd(64)), Buffer.from(token.padEnd(64)));

function page(response: ServerResponse, html: string): void {
  send(response, "text/html; charset=utf-8", html, { "Content-Security-Policy": POLICY });
}

function send(
  response: ServerResponse,
  type: string,
  body: string | Uint8Array,
  more: Readonly<Record<string, string>> = {},
  status = 200,
): void {
  response
    .writeHead(status, {
      "Content-Type": type,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer", // the address holds the token
      ...more,
    })
    .end(body);
}

function overview({ ledger, lang }: Desk): string {
  const shared = ledger.shared(ledger.lastRound());
  return overviewPage(
    overviewRows(ledger, shared, lang),
    shared,
    deskWords[lang].overviewSubtitle,
    ledger.lastRound(),
    lang,
  );
}

function application({ ledger, lang, workbench }: Desk, name: string): string {
  const last = ledger.examined(name);
  if (last === null) return "";
  const { found, round } = last;
  const decisions = new Map(ledger.decisions(name).map((decision) => [decision.subject, decision]));
  const subjects = subjectsOf(found);
  const entries = found.findings.map((finding, at): FindingEntry => {
    const subject = subjects[at] ?? "";
    return { finding, subject, line: lineOf(found, finding), decision: decisions.get(subject) ?? null };
  });
  const before = round > 1 ? ledger.examined(name, round - 1) : null;
  const sections = before === null ? null : diffSections(diffRounds(before.found, found), lang);
  return applicationPage(name, round, found, entries, sections, workbench !== null, lang);
}

async function letter(
  { ledger, out, lang }: Desk,
  name: string,
  file: string,
  response: ServerResponse,
): Promise<void> {
  const made = letterTo(ledger, name, templateIn(out, deskWords[lang]));
  const ending = file as "xlsx" | "txt" | "docx";
  if (made === null || !Object.hasOwn(TYPES, ending)) return void response.writeHead(404).end();
  send(response, TYPES[ending], (await letterFiles(made))[ending], {
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`補正のお願い_${name}.${ending}`)}`,
  });
}

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  txt: "text/plain; charset=utf-8",
} as const;

/** 200 with the decision as it holds; 409 with the other one, where somebody was quicker. */
async function decide({ ledger }: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const json = (status: number, body: object): void =>
    send(response, "application/json; charset=utf-8", JSON.stringify(body), {}, status);
  // A form of another page could not send this type.
  if (request.headers["content-type"] !== "application/json") return json(415, {});
  const given = parsed(await bodyOf(request));
  if (given === null || ledger.examined(given.application) === null) return json(400, {});
  const { application: name, seen, ...decision } = given;
  const { taken, holds } = ledger.decide(name, { ...decision, at: new Date().toISOString() }, seen);
  json(taken ? 200 : 409, holds);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of request.setEncoding("utf8") as AsyncIterable<string>) {
    text += piece;
    if (text.length > MOST_BYTES) return "";
  }
  return text;
}

interface Given {
  readonly application: string;
  readonly subject: string;
  readonly verdict: "ask" | "accept" | "open";
  readonly reason: string;
  readonly by: string;
  readonly seen: number;
}

/** @returns null for anything that the page does not send */
function parsed(text: string): Given | null {
  try {
    const given = JSON.parse(text) as Partial<Record<keyof Given, unknown>> | null;
    const { application: name, subject, verdict, reason, by, seen } = given ?? {};
    const isText = (value: unknown, most: number): value is string => typeof value === "string" && value.length <= most;
    if (!isText(name, 500) || !isText(subject, 4000) || !isText(reason, 4000) || !isText(by, 200)) return null;
    if (verdict !== "ask" && verdict !== "accept" && verdict !== "open") return null;
    if (typeof seen !== "number" || !Number.isSafeInteger(seen) || seen < 0) return null;
    return by.trim() === "" || subject === "" ? null : { application: name, subject, verdict, reason, by, seen };
  } catch {
    return null;
  }
}
