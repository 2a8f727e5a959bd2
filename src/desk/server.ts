/**
 * `--serve`: the overview in a browser of this computer. Only loopback, only with the token in the address; what people
 * decide goes into the ledger, and a decision that another one made in the meantime is shown, never overwritten.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { FileProblem } from "../cli/files";
import { parseSaved } from "../core/decisions/saved";
import { placeOf } from "../cli/entry-names";
import { assignAnswers } from "../core/desk/answers";
import { isAnothers, isAwaited } from "../core/desk/came-back";
import { diffRounds } from "../core/desk/diff";
import { newlySettled } from "../core/desk/settled";
import { lineOf, subjectsOf } from "../core/desk/subject";
import { diffSections } from "../views/desk/diff";
import { decisionIn, MOST_LETTERS, reviewIn } from "./given";
import type { Desk } from "./desk";
import { isDamage } from "./ledger/database";
import { letterFiles, letterName, letterTo, templateIn } from "./letters";
import { overviewRows, roundRemarks } from "./overview";
import { LETTER_ENDINGS } from "./places";
import { applicationPage, overviewPage, type FindingEntry } from "./pages";
import { fileOf, workbenchPage } from "./workbench";
import { deskWords } from "./words";

interface Running {
  readonly address: string;
  close(): Promise<void>;
}

/** Names of this computer: a page elsewhere that leads here under a name of its own is refused. */
const OWN_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export async function serveDesk(desk: Desk, port: number): Promise<Running> {
  const token = randomBytes(24).toString("base64url");
  const server = createServer((request, response) => {
    answer(desk, token, request, response).catch((error: unknown) => {
      if (response.headersSent) return void response.end();
      const told = isDamage(error)
        ? deskWords[desk.lang].deskLedgerDamaged(error.message)
        : error instanceof FileProblem
          ? error.message // a template that cannot be read
          : "";
      send(response, "text/plain; charset=utf-8", told, {}, 500);
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
  const post = request.method === "POST" && path.length === 1 ? path[0] : null;
  if (post === "decisions") return await record(request, response, (text) => decide(desk, text));
  if (post === "reviews") return await record(request, response, (text) => review(desk, text));
  if (request.method !== "GET") return void response.writeHead(405, { Allow: "GET, POST" }).end();
  const [kind = "", name = "", file = ""] = path;
  if (kind === "") return page(response, overview(desk));
  if (!KINDS.has(kind) || desk.ledger.examined(name) === null) return void response.writeHead(404).end();
  if (kind === "application") return page(response, application(desk, name));
  if (kind === "letter") return await letter(desk, name, file, response);
  if (kind === "paper") return paper(desk, name, file, response);
  const html = workbenchPage(desk, name, url.searchParams.get("by") ?? "");
  if (html === null) return void response.writeHead(404).end();
  send(response, "text/html; charset=utf-8", html);
}

const KINDS: ReadonlySet<string> = new Set(["application", "workbench", "letter", "paper"]);

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

function overview({ ledger, lang, scripts }: Desk): string {
  const round = ledger.lastRound();
  const shared = ledger.shared(round);
  const rows = overviewRows(ledger, shared, lang);
  const subtitle = deskWords[lang].overviewSubtitle(round, rows.length);
  return overviewPage(rows, { subtitle, passedOver: ledger.passedOver(round), shared }, scripts, lang);
}

function application({ ledger, lang, workbench, scripts }: Desk, name: string): string {
  const last = ledger.examined(name);
  if (last === null) return "";
  const { found, round } = last;
  const decisions = new Map(ledger.decisions(name).map((decision) => [decision.subject, decision]));
  const subjects = subjectsOf(found);
  const answers = assignAnswers(found.answers, found);
  const entries = found.findings.map((finding, at): FindingEntry => {
    const subject = subjects[at] ?? "";
    return {
      ...{ finding, subject, line: lineOf(found, finding) },
      answers: answers.byFinding.get(finding) ?? [],
      decision: decisions.get(subject) ?? null,
    };
  });
  const before = ledger.before(name, round);
  const names = ledger.namesByNeed();
  const at = names.indexOf(name);
  const shown = {
    ...{ name, round, found, entries },
    answers: answers.left,
    remarks: roundRemarks(
      { round, applicant: found.applicant },
      ledger.lastRound(),
      { applicant: before?.found.applicant ?? null, isAwaited: isAwaited(before?.found ?? null, found) },
      deskWords[lang],
    ),
    since:
      before === null || isAnothers(before.found.applicant, found.applicant)
        ? null
        : diffSections(diffRounds(before.found, found), assignAnswers(found.answers, before.found).byFinding, lang),
    hasWorkbench: workbench !== null,
    before: names[at - 1] ?? null,
    after: names[at + 1] ?? null,
  };
  return applicationPage(shown, scripts, lang);
}

async function letter(
  { ledger, out, lang }: Desk,
  name: string,
  file: string,
  response: ServerResponse,
): Promise<void> {
  const made = letterTo(ledger, name, templateIn(out, deskWords[lang]));
  const ending = LETTER_ENDINGS.find((one) => one === file);
  if (ending === undefined) return void response.writeHead(404).end();
  if (made === null) return send(response, TYPES.txt, deskWords[lang].nothingToAsk, {}, 404);
  send(response, TYPES[ending], (await letterFiles(made))[ending], {
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(letterName(name, ending))}`,
  });
}

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  txt: "text/plain; charset=utf-8",
} as const satisfies Record<(typeof LETTER_ENDINGS)[number], string>;

/** As it lies in the application's folder, to be read in the workbench. */
function paper(desk: Desk, name: string, file: string, response: ServerResponse): void {
  const found = fileOf(desk, name, file);
  if (found === null) return void response.writeHead(404).end();
  send(response, "application/octet-stream", readFileSync(placeOf(found.path)), {
    "Content-Disposition": "attachment",
  });
}

interface Answered {
  readonly status: number;
  readonly body: object;
}

/** 200 with what holds now; 409 with what another one recorded, where somebody was quicker; 400 for anything else. */
async function record(
  request: IncomingMessage,
  response: ServerResponse,
  keep: (text: string) => Answered,
): Promise<void> {
  // A form of another page could not send this type.
  const isOurs = request.headers["content-type"] === "application/json";
  const { status, body } = isOurs ? keep(await bodyOf(request)) : { status: 415, body: {} };
  send(response, "application/json; charset=utf-8", JSON.stringify(body), {}, status);
}

const REFUSED: Answered = { status: 400, body: {} };
const now = (): string => new Date().toISOString();

function decide({ ledger }: Desk, text: string): Answered {
  const given = decisionIn(text);
  if (given === null || ledger.examined(given.application) === null) return REFUSED;
  const { application: name, seen, ...decision } = given;
  const { taken, holds } = ledger.decide(name, { ...decision, at: now() }, seen);
  return { status: taken ? 200 : 409, body: holds };
}

/** What was decided in the workbench; what of it settles a finding is a decision on that, too. */
function review({ ledger }: Desk, text: string): Answered {
  const given = reviewIn(text);
  const examined = given === null ? null : ledger.examined(given.application);
  if (given === null || examined === null) return REFUSED;
  const { application: name, by, saved, decisions, seen } = given;
  const before = ledger.review(name);
  const settled = newlySettled(
    before === null ? null : parseSaved(before.saved).decisions,
    decisions.decisions,
    examined.found,
  );
  const { taken, holds } = ledger.keepReview(name, { saved, by, at: now() }, seen, settled);
  return { status: taken ? 200 : 409, body: { by: holds.by, at: holds.at, revision: holds.revision } };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of request.setEncoding("utf8") as AsyncIterable<string>) {
    text += piece;
    if (text.length > MOST_LETTERS) return "";
  }
  return text;
}
