/** The desk's page as two people use it at once, each with a server of their own over one ledger. */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { request } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import Database from "libsql";
import { commandPath } from "../cli/kenzan";
import { NOTHING_SAVED } from "../../src/core/decisions/saved";
import { DeskLink } from "../../src/workbench/page/desk";
import { applications, desk, newOut, rows } from "./desk";

const { folder, truth } = applications({ seed: 5, count: 3, pdfs: false, faulty: 1 });
const out = newOut();
const servers: ChildProcess[] = [];

async function served(): Promise<string> {
  const server = spawn(process.execPath, [commandPath(), "desk", "--out", out, "--serve"]);
  servers.push(server);
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error("the desk was not served");
}

const addresses: string[] = [];
const name = truth.applications[0]!.name;
beforeAll(async () => {
  desk(folder, "--out", out);
  addresses.push(await served(), await served());
});
afterAll(() => servers.forEach((server) => server.kill()));

const decide = (address: string, more: object): Promise<Response> =>
  fetch(`${address}decisions`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ application: name, subject: "x", verdict: "accept", reason: "", seen: 0, ...more }),
  });

describe("the desk's page", () => {
  it("shows every application, and what was found in one", async () => {
    const list = await (await fetch(addresses[0]!)).text();
    for (const one of truth.applications) expect(list).toContain(one.name);
    const page = await (await fetch(`${addresses[0]!}application/${encodeURIComponent(name)}`)).text();
    expect(page).toContain("補正のお願い");
    const letter = await fetch(`${addresses[0]!}letter/${encodeURIComponent(name)}/docx`);
    expect(new Uint8Array(await letter.arrayBuffer()).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  it("leads through all applications, those that need a person first", async () => {
    const byNeed = [...(await (await fetch(addresses[0]!)).text()).matchAll(/href="application\/([^"]+)"/g)];
    const order = byNeed.slice(0, truth.applications.length).map(([, path = ""]) => decodeURIComponent(path));
    const links = await Promise.all(
      order.map(async (one) => {
        const page = await (await fetch(`${addresses[0]!}application/${encodeURIComponent(one)}`)).text();
        const [, ...beside] = [...(page.split("</p>")[0] ?? "").matchAll(/href="([^"]+)"/g)];
        return beside.map(([, path = ""]) => decodeURIComponent(path));
      }),
    );
    expect(new Set(order).size).toBe(3);
    expect(links).toEqual([[order[1]], [order[0], order[2]], [order[1]]]);
  });

  it("answers nobody without the token, and no name but this computer's", async () => {
    const { origin, port } = new URL(addresses[0]!);
    expect((await fetch(origin)).status).toBe(404);
    expect((await fetch(`${origin}/${"a".repeat(32)}/`)).status).toBe(404);
    const foreign = await new Promise<number | undefined>((resolve) => {
      request({ port, path: new URL(addresses[0]!).pathname, headers: { host: "elsewhere.example" } }, (response) =>
        resolve(response.statusCode),
      ).end();
    });
    expect(foreign).toBe(421);
  });

  it("refuses what the page does not send", async () => {
    const bad = [{ verdict: "delete" }, { seen: -1 }, { by: "" }, { by: "田中", application: "ない申請" }];
    for (const one of bad) expect((await decide(addresses[0]!, { by: "田中", ...one })).status).toBe(400);
    const form = await fetch(`${addresses[0]!}decisions`, { method: "POST", body: "application=x" });
    expect(form.status).toBe(415);
    expect(rows(out, "select * from decision")).toEqual([]);
  });

  it("never lets two people overwrite each other", async () => {
    const turns = Array.from({ length: 12 }, (_, at) => `subject ${String(at)}`);
    for (const subject of turns) {
      const answers = await Promise.all([
        decide(addresses[0]!, { subject, by: "佐藤", verdict: "ask" }),
        decide(addresses[1]!, { subject, by: "鈴木", verdict: "accept" }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const [first, second] = (await Promise.all(answers.map((answer) => answer.json()))) as { by: string }[];
      expect(first?.by).toBe(second?.by); // the one who was late is shown what holds
    }
    expect(rows(out, "select count(*) as number from decision")).toEqual([{ number: turns.length }]);
  });

  it("takes a second thought of whoever has seen the first, and keeps both", async () => {
    await decide(addresses[0]!, { subject: "later", by: "佐藤" });
    const answer = await decide(addresses[1]!, { subject: "later", by: "鈴木", verdict: "ask", seen: 1 });
    expect(answer.status).toBe(200);
    const all = rows(out, "select made_by, revision from decision where subject = 'later' order by revision");
    expect(all).toEqual([
      { made_by: "佐藤", revision: 1 },
      { made_by: "鈴木", revision: 2 },
    ]);
  });
});

describe("what is decided in the workbench", () => {
  const decisions = (reason: string): string => {
    const [found] = rows(
      out,
      `select rule, sheet, cell from latest join finding using (examination) where name = '${name}'`,
    );
    const waiver = { ...found, reason, by: "佐藤", date: "2025-06-01" };
    return JSON.stringify({
      version: 1,
      revision: 1,
      settings: {},
      decisions: { corrections: [], waivers: [waiver], columns: [] },
    });
  };
  const review = (address: string, more: object): Promise<Response> =>
    fetch(`${address}reviews`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ application: name, by: "佐藤", saved: decisions("確認済み"), seen: 0, ...more }),
    });
  const settled = () =>
    rows(out, "select verdict, reason, made_by from decided where reason in ('確認済み', '') and subject like '%|%'");

  it("is kept whole, settles the finding, and is never overwritten by who has not seen it", async () => {
    const bad = [{ by: " " }, { saved: "{}" }, { saved: "not json" }, { seen: -1 }, { application: "ない申請" }];
    for (const one of bad) expect((await review(addresses[0]!, one)).status).toBe(400);
    const answers = await Promise.all([review(addresses[0]!, { by: "佐藤" }), review(addresses[1]!, { by: "鈴木" })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [first, second] = (await Promise.all(answers.map((answer) => answer.json()))) as { by: string }[];
    expect(first?.by).toBe(second?.by);
    expect(rows(out, "select count(*) as number from review")).toEqual([{ number: 1 }]);
    expect(settled()).toEqual([{ verdict: "accept", reason: "確認済み", made_by: first?.by }]);
    const none = JSON.stringify({
      version: 1,
      revision: 2,
      settings: {},
      decisions: { corrections: [], waivers: [], columns: [] },
    });
    expect((await review(addresses[0]!, { by: "田中", saved: none, seen: 1 })).status).toBe(200);
    expect(settled()).toEqual([{ verdict: "open", reason: "", made_by: "田中" }]);
  });

  it("reaches the ledger from the workbench, which says who was quicker", async () => {
    const of = (address: string, by: string): DeskLink => {
      const { revision } = rows(out, "select max(revision) as revision from review")[0]!;
      const given = { application: name, by, revision: Number(revision), saved: null, settings: {}, papers: [] };
      return new DeskLink(given, (path, init) => fetch(new URL(String(path), `${address}workbench/x`), init));
    };
    const [sato, suzuki] = [of(addresses[0]!, "佐藤"), of(addresses[1]!, "鈴木")];
    await sato.save(NOTHING_SAVED);
    await expect(suzuki.save(NOTHING_SAVED)).rejects.toMatchObject({ code: "DecidedByAnother", subject: "佐藤" });
    await sato.save(NOTHING_SAVED); // who was first goes on
    expect(rows(out, "select made_by from reviewed")).toEqual([{ made_by: "佐藤" }]);
  });

  it("opens with the application's papers, and with no other file of this computer", async () => {
    const [paper] = rows(out, `select file from latest join document using (examination) where name = '${name}'`);
    const at = (file: string): string =>
      `${addresses[0]!}paper/${encodeURIComponent(name)}/${encodeURIComponent(file)}`;
    const read = await fetch(at(String(paper!["file"])));
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(
      new Uint8Array(truth.applications[0]!.files.get(String(paper!["file"]))!),
    );
    for (const file of ["../../out/ledger.sqlite", "/etc/hostname", "../ledger.sqlite", ""])
      expect((await fetch(at(file))).status).toBe(404);
  });
});

describe("what applicants wrote", () => {
  it("is text on every page, whatever it is", async () => {
    const bad = `<img src=x onerror=alert(1)>"'&`;
    const db = new Database(join(out, "ledger.sqlite"));
    const fields = {
      finding: ["title", "what", "why", "todo", "clause", "sheet"],
      line: ["description"],
      examination: ["applicant"],
      shared: ["subject", "detail"],
      decision: ["reason", "made_by"],
    };
    for (const [table, columns] of Object.entries(fields))
      for (const column of columns) db.prepare(`update ${table} set ${column} = ?`).run(bad);
    const told = JSON.stringify([bad]);
    db.prepare("update examination set gaps = ?, notices = ?, not_checked = ?").run(told, told, told);
    db.close();
    for (const page of ["", `application/${encodeURIComponent(name)}`]) {
      const html = await (await fetch(addresses[0]! + page)).text();
      expect(html).toContain("&#60;img src=x");
      expect(html).not.toContain("<img");
    }
  });
});
