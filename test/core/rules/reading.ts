/** Rules about the reading, held against an account that is written down here. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "../../../src/core/read/reading";
import type { FindingData } from "../../../src/core/judge/finding";
import type { ReadingRule } from "../../../src/core/rules/rule";
import type { CellRef } from "../../../src/core/workbook/workbook";
import { findingText, type FindingText, type Lang } from "../../../src/messages";
import { book, checked, DEFAULT, workbookOf } from "./budget";
import { schemes } from "../../../src/schemes";

const it = book([{ item: "取付金具", price: 5000 }]);

/** What the rule finds where the reading's account is `account`. */
export function foundIn(rule: ReadingRule, account: Partial<Account>): { at: CellRef | null; data: FindingData }[] {
  const report = checked(it, DEFAULT);
  const reading = { ...report.reading, account: { ...report.reading.account, ...account } };
  const found: { at: CellRef | null; data: FindingData }[] = [];
  const scheme = schemes.find(({ id }) => id === report.scheme);
  if (scheme === undefined) throw new Error("no scheme");
  const outcome = rule.check({ workbook: workbookOf(it), scheme, reading }, ({ at, data }) => found.push({ at, data }));
  expect(outcome).toBe("checked");
  return found;
}

export const wordsOf = (rule: ReadingRule, data: FindingData, lang: Lang): FindingText =>
  findingText(
    {
      rule: rule.id,
      severity: rule.severity,
      sheet: null,
      cell: null,
      clause: "",
      data,
      fix: null,
      answer: null,
      waived: null,
    },
    lang,
  );

export const pageOf = (rule: ReadingRule): string =>
  readFileSync(join(__dirname, "../../../docs/rules", `${rule.id}.md`), "utf8");
