/** `--letters` as the secretariat runs it: who it is to, what of estimates is asked, and that nothing sent before is lost. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { editWorkbook } from "../../src/ooxml/edit";
import { newFolder } from "../cli/kenzan";
import { applications, desk, newOut, rows } from "./desk";

const SAMPLES = join(__dirname, "../fixtures/samples");
const letterOf = (out: string, name: string, folder = "letters"): string =>
  readFileSync(join(out, folder, `補正のお願い_${name}.txt`), "utf8");

describe("an estimate of which only a person can judge", () => {
  const { folder, truth } = applications({ seed: 11, count: 2, pdfs: false, faulty: 1 });
  const out = newOut();
  desk(folder, "--out", out, "--letters");
  const name = truth.applications.find(({ faults }) => faults[0]?.kind === "estimate-quantity")?.name ?? "";

  it("makes its application one to look at, never one without findings", () => {
    const [found] = rows(out, `select standing, warnings from latest where name = '${name}'`);
    expect(found).toEqual({ standing: "confirm", warnings: 1 });
  });

  it("is asked in the letter, with both amounts", () => {
    expect(letterOf(out, name)).toMatch(
      /の [\d,]+円 は、見積書（項番\d+）の [\d,]+円 より、数量（月数）が少なくなっています（[\d,]+円の差）。/,
    );
  });
});

describe("letters", () => {
  const place = newFolder();
  cpSync(join(SAMPLES, "consortium.xlsx"), join(place, "組合/予算書.xlsx"), { recursive: true });
  cpSync(join(SAMPLES, "transformation-errors.xlsx"), join(place, "工業/予算書.xlsx"), { recursive: true });
  const out = newOut();
  desk(place, "--out", out, "--letters");

  it("are to the member that applies for all, where the budget names no applicant", () => {
    expect(letterOf(out, "組合")).toContain("株式会社ひびき製作所\u3000御中");
  });

  it("of a later round lie beside those of before, which stay as the desk left them", () => {
    const sent = join(out, "letters/補正のお願い_工業.txt");
    writeFileSync(sent, "事務局が書き足したもの");
    cpSync(join(SAMPLES, "planning-clean.xlsx"), join(place, "組合/予算書.xlsx"));
    mend(join(place, "工業/予算書.xlsx"), "消耗品費");
    desk(place, "--out", out, "--letters");
    expect(readFileSync(sent, "utf8")).toBe("事務局が書き足したもの");
    expect(letterOf(out, "工業", "letters/第2回")).toContain("前回からの続き");
    expect(existsSync(join(out, "letters/第2回/補正のお願い_組合.txt"))).toBe(false);
  });
});

describe("a later round", () => {
  const place = newFolder();
  const budgets = {
    届いた: "transformation-errors",
    まだ: "transformation-errors",
    消えた: "transformation-errors",
    取り違え: "consortium",
    初めて: "planning-clean",
  };
  const put = (name: string, sample: string): void =>
    cpSync(join(SAMPLES, `${sample}.xlsx`), join(place, name, "予算書.xlsx"), { recursive: true });
  for (const [name, sample] of Object.entries(budgets)) put(name, sample);
  const out = newOut();
  desk(place, "--out", out, "--letters");
  const sent = (name: string): string => join(out, `letters/補正のお願い_${name}.txt`);
  for (const name of ["まだ", "消えた"]) writeFileSync(sent(name), "送ったもの");
  mend(join(place, "届いた/予算書.xlsx"), "消耗品費");
  rmSync(join(place, "消えた"), { recursive: true });
  for (const name of ["取り違え", "初めて"]) put(name, "transformation-errors");
  const run = desk(place, "--out", out, "--letters");
  const second = (name: string): string => letterOf(out, name, "letters/第2回");
  const THANKS = "前回のお願いにご対応いただき、ありがとうございます";

  it("thanks only whoever mended something that was asked", () => {
    expect(second("届いた")).toContain(THANKS);
    for (const name of ["取り違え", "初めて"]) {
      expect(second(name)).not.toContain(THANKS);
      expect(second(name)).not.toMatch(/【[^】]*・|直していただいた/);
    }
  });

  it("leaves the letters of those that have not come back as they were sent", () => {
    for (const name of ["まだ", "消えた"]) {
      expect(readFileSync(sent(name), "utf8")).toBe("送ったもの");
      expect(existsSync(join(out, `letters/第2回/補正のお願い_${name}.txt`))).toBe(false);
    }
    expect(run.stderr).toContain("補正のお願い 3件分を");
    expect(run.stderr).toContain("変わっていない申請 2件分は");
    for (const ending of ["txt", "docx", "xlsx"]) rmSync(sent("まだ").replace("txt", ending));
    desk("--out", out, "--letters");
    expect(readFileSync(sent("まだ"), "utf8")).toContain("次の"); // lost, it is made anew
  });

  it("says in the overview which have not come back, and which are another's", () => {
    const csv = readFileSync(join(out, "overview.csv"), "utf8").split("\r\n");
    const remark = (name: string): string =>
      /"([^"]*)"$/.exec(csv.find((row) => row.includes(`"${name}"`)) ?? "")?.[1] ?? "";
    expect(remark("届いた")).toBe("");
    expect(remark("まだ")).toContain("前回から何も変わっていません");
    expect(remark("消えた")).toContain("今回調べたフォルダーにはありません。第1回に調べた結果です");
    expect(remark("取り違え")).toContain("申請者が前回（株式会社ひびき製作所）と違います");
    // Nothing of it is called mended.
    const fixed = rows(out, "select name, fixed from latest left join since using (examination) order by name");
    expect(fixed.filter(({ name }) => name === "取り違え" || name === "届いた").map((row) => row["fixed"])).toEqual([
      null,
      1,
    ]);
  });
});

/** The item of the first line. */
function mend(budget: string, item: string): void {
  const book = editWorkbook(readFileSync(budget));
  book.setCell("予算明細", { row: 6, column: 3, value: item });
  writeFileSync(budget, book.save());
}
