/** The pane's own words. */
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
    for (const text of told) expect(text).not.toMatch(/\d{4}/);
    expect(told[0]).toContain("2,799");
  },
);
