/** The pane's own words. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { summaryWords } from "../../src/messages/summary";
import { words } from "../../src/taskpane/words";

test.each(["ja", "en"] as const)(
  "in %s counts of a long budget are written as figures, like its amounts",
  (language) => {
    const { findings, fix, sheets, result, estimates, whatif } = words[language];
    const told = [
      findings.at(1, 2_799),
      findings.same(1_653),
      fix.applyAll(1_200),
      sheets.rows("budget", 10_000),
      sheets.totals(1_001),
      result.ineligible(1_653),
      estimates.without(9_999),
      estimates.summary(9_998, 9_999),
      whatif.noItem(1_234, 5_678),
    ];
    const { verdict } = summaryWords[language];
    told.push(verdict.errors(2_799, 1_001), verdict.warnings(1_001));
    for (const text of told) expect(text).not.toMatch(/\d{4}/);
    expect(told[0]).toContain("2,799");
  },
);

test("what is left is told by kind, without a kind of which nothing is left", () => {
  const { ja, en } = words;
  expect([ja.findings.left(2, 2, 0), ja.findings.left(31, 24, 7)]).toEqual([
    "残り2件（直す 2件）",
    "残り31件（直す 24件、確かめる 7件）",
  ]);
  expect([en.findings.left(1, 0, 1), en.findings.left(0, 0, 0)]).toEqual(["1 left (1 to look at)", "Nothing is left"]);
});

/** Words for the same thing that are not ours. */
const OTHERS = {
  ja: /理由を付けて除外|印を(?:消す|付ける)|エラー|警告|5分の1まで/,
  en: /\bset(?:ting|s)? aside\b|\bquotes?\b(?!-)/i,
};

test("one vocabulary: what is waived, marked, estimated or to be corrected is called the same in pane, text, summary and guides", () => {
  const files = ["src/messages", "src/cli/text", "docs/ja"].flatMap((folder) =>
    readdirSync(folder).map((name) => join(folder, name)),
  );
  const more = ["taskpane", "taskpane/documents", "workbench", "workbench/many", "cli"].map(
    (room) => `src/${room}/words.ts`,
  );
  const found = [...files, ...more, "src/taskpane/help.html"].flatMap((file) =>
    readFileSync(file, "utf8")
      .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "")
      .split("\n")
      .filter((line) => OTHERS.ja.test(line) || OTHERS.en.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
