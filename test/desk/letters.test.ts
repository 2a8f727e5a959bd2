/** `--letters` as the secretariat runs it: who it is to, what of estimates is asked, and that nothing sent before is lost. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { editWorkbook } from "../../src/ooxml/edit";
import { newFolder } from "../cli/kenzan";
import { buildXlsx } from "../ooxml/build";
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

describe("a budget that names a grant of which nothing is known", () => {
  const place = newFolder();
  const budget = (grant: string): void => {
    const rows = [
      ["中項目", "品名", "単価", "数量", "金額"],
      ["外注費", "受発注システム調査", 3_000_000, 1, 3_000_000],
    ];
    const named = [
      ["補助金名", grant],
      ["申請枠", "計画策定枠"],
    ];
    const sheets = [
      { name: "申請情報", rows: named },
      { name: "予算明細", rows },
    ];
    mkdirSync(join(place, "商店"), { recursive: true });
    writeFileSync(join(place, "商店/予算書.xlsx"), buildXlsx({ sheets }));
  };
  const out = newOut();
  budget("先端設備等導入補助金");
  desk(place, "--out", out, "--letters");

  it("is one to look at, with the name in the overview", () => {
    expect(rows(out, "select standing from latest")).toEqual([{ standing: "confirm" }]);
    const [, row = ""] = readFileSync(join(out, "overview.csv"), "utf8").split("\r\n");
    expect(row).toContain("「先端設備等導入補助金」とありますが、この制度のデータはありません。");
  });

  it("is asked about in the letter before everything else, until it names the grant it was checked for", () => {
    const [first = ""] = letterOf(out, "商店").split("【").slice(1);
    expect(first).toContain("シート「申請情報」 1行目（B1 セル）");
    expect(first).toContain(
      "「先端設備等導入補助金」とありますが、「令和7年度 DX推進補助金」の予算書として確認しています。",
    );
    budget("DX推進補助金");
    desk(place, "--out", out, "--letters");
    expect(rows(out, "select rule from latest join finding using (examination) where rule like 'scheme/%'")).toEqual(
      [],
    );
    expect(rows(out, "select fixed from since join latest using (examination)")).toEqual([{ fixed: 1 }]);
  });

  it("is checked without a question as the grant that the desk names", () => {
    budget("先端設備等導入補助金");
    desk(place, "--out", out, "--scheme", "fais-dx-2025");
    expect(rows(out, "select rule from latest join finding using (examination) where rule like 'scheme/%'")).toEqual(
      [],
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
    よその手紙: "transformation-errors",
    取り違え: "consortium",
    初めて: "planning-clean",
  };
  const put = (name: string, sample: string): void =>
    cpSync(join(SAMPLES, `${sample}.xlsx`), join(place, name, "予算書.xlsx"), { recursive: true });
  for (const [name, sample] of Object.entries(budgets)) put(name, sample);
  const out = newOut();
  desk(place, "--out", out, "--letters");
  const sent = (name: string): string => join(out, `letters/補正のお願い_${name}.txt`);
  for (const name of ["まだ", "消えた", "よその手紙"]) writeFileSync(sent(name), "送ったもの");
  cpSync(sent("まだ").replace("txt", "xlsx"), join(place, "よその手紙/回答.xlsx"));
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
    for (const name of ["まだ", "消えた", "よその手紙"]) {
      expect(readFileSync(sent(name), "utf8")).toBe("送ったもの");
      expect(existsSync(join(out, `letters/第2回/補正のお願い_${name}.txt`))).toBe(false);
    }
    expect(run.stderr).toContain("補正のお願い 3件分を");
    expect(run.stderr).toContain("変わっていない申請 3件分は");
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
    // A letter to another in its folder is named, and is nothing of its own that came back.
    expect(remark("よその手紙")).toContain("前回から何も変わっていません");
    expect(remark("よその手紙")).toContain("「回答.xlsx」は「まだ」あての補正のお願いなので");
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
