/** What applicants write under ご回答, as the desk sees it when their letters come back. */
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { askedIn } from "../../src/core/desk/asked";
import { editWorkbook } from "../../src/ooxml/edit";
import { Package } from "../../src/ooxml/package";
import { readWorkbook } from "../../src/ooxml/read";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { commandPath, kenzan, newFolder } from "../cli/kenzan";
import { desk, newOut, rows } from "./desk";

const SAMPLE = join(__dirname, "../fixtures/samples/transformation-errors.xlsx");
const LETTER = "補正のお願い_工業.xlsx";
const WORD = "補正のお願い_工業.docx";
const ANSWER = 7;
const place = newFolder();
const own = join(place, "工業");
cpSync(SAMPLE, join(own, "予算書.xlsx"), { recursive: true });
const out = newOut();
desk(place, "--out", out, "--letters");
const before = newFolder();
cpSync(own, join(before, "工業"), { recursive: true });
const sent = readFileSync(join(out, "letters", LETTER));
const items = askedIn(readWorkbook(sent));

/** Writes answers into the letter that was sent, by the number that each is to. */
function answered(answers: Readonly<Record<number, string>>): Uint8Array {
  const letter = readWorkbook(sent);
  const [sheet] = letter.sheets;
  const head = sheet?.rows.find(({ cells }) => cells[0]?.value === "番号")?.index ?? 0;
  const book = editWorkbook(sent);
  for (const [number, value] of Object.entries(answers)) {
    const row = sheet?.rows.find(({ index, cells }) => index > head && String(cells[0]?.value) === number)?.index ?? 0;
    book.setCell(sheet?.name ?? "", { row, column: ANSWER, value });
  }
  return book.save();
}

/** The same in the Word document, as somebody types it there. */
function answeredInWord(answers: Readonly<Record<number, readonly string[]>>): Uint8Array {
  const pack = new Package(readFileSync(join(out, "letters", WORD)), nodeCodec);
  const part = "word/document.xml";
  const rows = pack.text(part).split("</w:tr>");
  for (const [number, lines] of Object.entries(answers)) {
    const at = rows.findIndex((row) => row.includes(`<w:t xml:space="preserve">${number}</w:t>`)) + 1;
    const typed = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join("");
    rows[at] = (rows[at] ?? "").replace(/<w:p>(?:(?!<w:p>).)*$/s, `${typed}</w:tc>`);
  }
  pack.set(part, rows.join("</w:tr>"));
  return pack.save();
}

const mended = items.find(({ findings }) => findings.some(({ cell }) => cell?.endsWith("6")))?.number ?? 0;
const open = items.find(({ number }) => number !== mended)?.number ?? 0;
const SAID = { mended: "品名を直しました。", open: "覚書のとおりです。<b>" };

async function pageOf(name: string): Promise<string> {
  const server = spawn(process.execPath, [commandPath(), "desk", "--out", out, "--serve"]);
  try {
    for await (const line of createInterface({ input: server.stdout })) {
      const address = /http:\/\/\S+/.exec(line)?.[0];
      if (address !== undefined) return await (await fetch(`${address}application/${encodeURIComponent(name)}`)).text();
    }
    throw new Error("the desk was not served");
  } finally {
    server.kill();
  }
}

describe("answers in a letter that came back", () => {
  beforeAll(() => {
    const budget = editWorkbook(readFileSync(join(own, "予算書.xlsx")));
    budget.setCell("予算明細", { row: 6, column: 3, value: "消耗品費" });
    writeFileSync(join(own, "予算書.xlsx"), budget.save());
    writeFileSync(join(own, LETTER), answered({ [mended]: SAID.mended, [open]: SAID.open }));
    desk(place, "--out", out);
  });

  it("are kept in the ledger with what they are about, and counted in the overview", () => {
    const kept = rows(out, "select distinct name, file, number, text from latest join answer using (examination)");
    const row = { name: "工業", file: LETTER };
    expect(kept.toSorted((a, b) => Number(a["number"]) - Number(b["number"]))).toEqual(
      [
        { ...row, number: mended, text: SAID.mended },
        { ...row, number: open, text: SAID.open },
      ].toSorted((a, b) => a.number - b.number),
    );
    const [head = "", first = ""] = readFileSync(join(out, "overview.csv"), "utf8").split("\r\n");
    expect(first.split(",")[head.split(",").indexOf('"ご回答"')]).toBe('"2"');
    const sheet = readWorkbook(readFileSync(join(out, "overview.xlsx"))).sheets.find(({ name }) => name === "ご回答");
    const texts = sheet?.rows.filter(({ index }) => index > 4).map(({ cells }) => cells[4]?.value);
    expect(texts?.toSorted()).toEqual([SAID.mended, SAID.open].toSorted());
  });

  it("stand on the page in the finding that they answer, as text", async () => {
    const page = await pageOf("工業");
    const cards = [...page.matchAll(/<article[^>]*data-subject="([^"]*)"(.*?)<\/article>/gs)];
    const subjects = cards
      .filter(([, , text = ""]) => text.includes("覚書のとおりです。"))
      .map(([, subject]) => subject);
    expect(subjects).toEqual(items.find(({ number }) => number === open)?.findings.map(({ subject }) => subject));
    expect(page).toContain("覚書のとおりです。&#60;b&#62;");
    expect(page.split("直ったこと")[1]?.split("</details>")[0]).toContain(SAID.mended);
    expect(page.split("今回は見つかっていないことについて")[1]).toContain(SAID.mended);
  });

  it("stand beside what they answer where two rounds are compared", () => {
    const told = kenzan(["diff", join(before, "工業"), own]).stdout;
    expect(told.split("■ 残っていること")[0]).toContain(`（ご回答: ${SAID.mended}）`);
    expect(told.split("■ 残っていること")[1]?.split("■")[0]).toContain(`（ご回答: ${SAID.open}）`);
    const json = kenzan(["diff", join(before, "工業"), own, "--format", "json"]).stdout;
    const { fixed, remaining, answers } = JSON.parse(json) as {
      fixed: object[];
      remaining: { before: object }[];
      answers: { text: string; about: string; at: number; rule: string }[];
    };
    const [toMended, toOpen] = [SAID.mended, SAID.open].map((said) => answers.find(({ text }) => text === said)!);
    expect([toMended?.about, toOpen?.about]).toEqual(["fixed", "remaining"]);
    expect(fixed[toMended!.at]).toMatchObject({ rule: toMended!.rule });
    expect(remaining[toOpen!.at]?.before).toMatchObject({ rule: toOpen!.rule });
  });

  it("are read in a letter under another name, which is no second budget", () => {
    const [renamed, place2] = [newOut(), newFolder()];
    cpSync(own, join(place2, "工業"), { recursive: true });
    renameSync(join(place2, "工業", LETTER), join(place2, "工業/回答.xlsx"));
    desk(place2, "--out", renamed);
    expect(rows(renamed, "select count(distinct text) as number from answer")).toEqual([{ number: 2 }]);
    expect(String(rows(renamed, "select notices from latest")[0]?.["notices"])).not.toContain("複数あります");
  });

  it("are read in the Word letter, too, whatever its name", () => {
    const [word, place5] = [newOut(), newFolder()];
    cpSync(join(own, "予算書.xlsx"), join(place5, "工業/予算書.xlsx"), { recursive: true });
    const document = answeredInWord({ [mended]: ["品名を", "直しました。"], [open]: ["覚書&amp;契約のとおりです。"] });
    writeFileSync(join(place5, "工業/回答.docx"), document);
    writeFileSync(join(place5, "工業/申請書.docx"), "PK");
    desk(place5, "--out", word);
    const kept = rows(word, "select number, text, group_concat(rule, ' ') as rules from answer group by number, text");
    const rulesOf = (number: number): string =>
      items
        .find((item) => item.number === number)
        ?.findings.map(({ rule }) => rule)
        .join(" ") ?? "";
    expect(kept.toSorted((a, b) => Number(a["number"]) - Number(b["number"]))).toEqual(
      [
        { number: mended, text: "品名を\n直しました。", rules: rulesOf(mended) },
        { number: open, text: "覚書&契約のとおりです。", rules: rulesOf(open) },
      ].toSorted((a, b) => a.number - b.number),
    );
    const notices = String(rows(word, "select notices from latest")[0]?.["notices"]);
    expect(notices).toContain("申請書.docx");
    expect(notices).not.toContain("回答.docx");
  });

  it("are of the application that a letter beside the folders was written to, whatever the letter's name", () => {
    const [loose, place7] = [newOut(), newFolder()];
    for (const name of ["工業", "工業2"])
      cpSync(join(own, "予算書.xlsx"), join(place7, name, "予算書.xlsx"), { recursive: true });
    cpSync(join(own, "予算書.xlsx"), join(place7, "予算書だけ.xlsx"));
    const toNobody = "補正のお願い_よその申請.docx";
    for (const name of [toNobody, "補正のお願い_工業2 (1).xlsx"]) writeFileSync(join(place7, name), "PK");
    writeFileSync(join(place7, "回答.xlsx"), answered({ [open]: SAID.open }));
    writeFileSync(join(place7, "ご回答.docx"), answeredInWord({ [mended]: [SAID.mended] }));
    desk(place7, "--out", loose);
    expect(rows(loose, "select name from latest order by name")).toEqual(
      ["予算書だけ", "工業", "工業2"].map((name) => ({ name })),
    );
    expect(
      rows(loose, "select distinct name, file, text from latest join answer using (examination) order by text"),
    ).toEqual(
      [
        { name: "工業", file: "../ご回答.docx", text: SAID.mended },
        { name: "工業", file: "../回答.xlsx", text: SAID.open },
      ].toSorted((a, b) => (a.text < b.text ? -1 : 1)),
    );
    expect(rows(loose, "select file from passed_over")).toEqual([{ file: toNobody }]);
    // Named after an application, it is told there that it cannot be opened.
    expect(String(rows(loose, "select notices from latest where name = '工業2'")[0]?.["notices"])).toContain(
      "補正のお願い_工業2 (1).xlsx",
    );
  });

  it("are not taken from a letter that was written to another application, which is named", () => {
    const [other, place6] = [newOut(), newFolder()];
    cpSync(own, join(place6, "別の申請"), { recursive: true });
    desk(place6, "--out", other);
    expect(String(rows(other, "select notices from latest")[0]?.["notices"])).toContain(
      `「${LETTER}」は「工業」あての補正のお願いなので`,
    );
    expect(rows(other, "select count(*) as number from answer")).toEqual([{ number: 0 }]);
  });

  it("are quoted in the next letter below what is still open, once", () => {
    desk("--out", out, "--letters");
    const second = readFileSync(join(out, "letters/第2回/補正のお願い_工業.txt"), "utf8").replaceAll("\r", "");
    const quoted = second.split("\n\n").filter((block) => block.includes("ご回答：「"));
    expect(quoted).toHaveLength(1);
    expect(quoted[0]).toMatch(/前回から.*\n {11}ご回答：「覚書のとおりです。<b>」\n {11}.*ありがとうございます。/s);
    expect(second).not.toContain(SAID.mended);
    // The letter still lies there in the round after: what it says was quoted.
    const budget = editWorkbook(readFileSync(join(own, "予算書.xlsx")));
    budget.setCell("予算明細", { row: 40, column: 12, value: "済" });
    writeFileSync(join(own, "予算書.xlsx"), budget.save());
    desk(place, "--out", out, "--letters");
    expect(readFileSync(join(out, "letters/第3回/補正のお願い_工業.txt"), "utf8")).not.toContain("ご回答：「");
  });

  it("are kept where nothing came back but the letter", () => {
    const [alone, place3] = [newOut(), newFolder()];
    mkdirSync(join(place3, "工業"));
    cpSync(join(own, LETTER), join(place3, "工業", LETTER));
    desk(place3, "--out", alone);
    expect(
      rows(alone, "select standing, count(distinct text) as number from latest join answer using (examination)"),
    ).toEqual([{ standing: "unreadable", number: 2 }]);
  });

  it("are not there where the letter cannot be opened, and that is told", () => {
    const [broken, place4] = [newOut(), newFolder()];
    cpSync(own, join(place4, "工業"), { recursive: true });
    rmSync(join(place4, "工業", LETTER));
    writeFileSync(join(place4, "工業", LETTER), "PK\u0003\u0004");
    desk(place4, "--out", broken);
    expect(String(rows(broken, "select notices from latest")[0]?.["notices"])).toContain(LETTER);
  });
});
