/** `--letters` as the secretariat runs it: who it is to, what of estimates is asked, and that nothing sent before is lost. */
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
    desk(place, "--out", out, "--letters");
    expect(readFileSync(sent, "utf8")).toBe("事務局が書き足したもの");
    expect(letterOf(out, "工業", "letters/第2回")).toContain("前回からの続き");
    expect(existsSync(join(out, "letters/第2回/補正のお願い_組合.txt"))).toBe(false);
  });
});
