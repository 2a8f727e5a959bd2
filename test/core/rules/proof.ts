/** What every rule has to prove, through the engine's public entry. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding, FindingData, Fix, Severity } from "../../../src/core/judge/finding";
import type { Report } from "../../../src/core/report/report";
import type { Settings } from "../../../src/core/judge/settings";
import { rules } from "../../../src/core/rules/registry";
import { RULE_IDS } from "../../../src/core/scheme/rule-ids";
import { findingText, type Lang } from "../../../src/messages";
import { cellsOf, checked, findingsOf, SHEET, waiverOf, withFixes, type Book } from "./budget";

export interface Found {
  readonly title: string;
  readonly book: Book;
  readonly settings?: Settings;
  /** Cells of the budget sheet ("G4"), or with a sheet ("労務費!I4"); a whole sheet ("労務費"); "" = no sheet at all. */
  readonly at: readonly string[];
  /** Of every finding, where it differs from the proof's own. */
  readonly severity?: Severity;
  readonly clause?: string;
  /** Facts of its first finding. */
  readonly says?: FindingData;
  /** Of its first finding. */
  readonly fix?: Fix | null;
}

export interface Passed {
  readonly title: string;
  readonly book: Book;
  readonly settings?: Settings;
}

export interface Proof {
  readonly severity: Severity;
  readonly clause: string;
  /** The first case is the documentation's example. */
  readonly finds: readonly Found[];
  /** Look-alikes and limits that must not be reported; the rule was checked all the same. */
  readonly passes: readonly Passed[];
  /** The workbook (or scheme) gives nothing to hold the rule against. */
  readonly notApplicable?: readonly Passed[];
  /** Once every fix is applied, nothing is left; default: only where every finding has a fix. */
  readonly fixed?: boolean;
}

const docs = join(__dirname, "../../../docs/rules");
const NONSENSE = /undefined|NaN|\[object|null|Infinity/;

/** Every sentence a finding says is whole, in both languages. */
export function expectWholeWords(findings: readonly Finding[]): void {
  for (const finding of findings) {
    for (const lang of ["ja", "en"] as Lang[]) {
      for (const [part, text] of Object.entries(findingText(finding, lang))) {
        expect([finding.rule, part, text, NONSENSE.test(text as string)]).toEqual([finding.rule, part, text, false]);
        expect((text as string).trim()).not.toBe("");
      }
    }
  }
}

/** Worked out by the first test that asks, so that to name the tests of a rule checks nothing yet. */
function once<Known>(work: () => Known): () => Known {
  let known: { readonly value: Known } | null = null;
  return () => (known ??= { value: work() }).value;
}

/** Every rule says what became of it, and none fails. */
function expectAllAnswered({ rules: { checked: done, notApplicable, crashed } }: Report): void {
  expect(crashed).toEqual([]);
  expect([...done, ...notApplicable].sort()).toEqual([...RULE_IDS].sort());
}

const place = (at: string): string => (/^[A-Z]+\d+$/.test(at) ? `${SHEET}!${at}` : at);
const sorted = (cells: readonly string[]): readonly string[] => [...cells].sort();

export function proveRule(id: string, proof: Proof): void {
  describe(id, () => {
    test("is a rule with a page", () => {
      expect(rules.find((rule) => rule.id === id)?.severity).toBe(proof.severity);
      expect(existsSync(join(docs, `${id}.md`))).toBe(true);
    });

    describe.each(proof.finds)("finds: $title", ({ book, settings, at, severity, clause, says, fix: wanted }) => {
      const reported = once(() => checked(book, settings));
      const owned = (): readonly Finding[] => findingsOf(reported(), id);

      test("where it is wrong, nowhere else", () => {
        const [report, own] = [reported(), owned()];
        expect(sorted(cellsOf(report, id))).toEqual(sorted(at.map(place)));
        expect(report.rules.checked).toContain(id);
        expectAllAnswered(report);
        if (says !== undefined) expect(own[0]?.data).toMatchObject(says);
        if (wanted !== undefined) expect(own[0]?.fix).toEqual(wanted);
      });

      test("with its severity and clause", () => {
        for (const finding of owned()) {
          expect([finding.severity, finding.clause]).toEqual([severity ?? proof.severity, clause ?? proof.clause]);
          expect(finding.waived).toBeNull();
        }
      });

      test("in whole words", () => expectWholeWords(reported().findings));

      test("and is gone once its fixes are applied, for good", () => {
        const fixes = owned().flatMap(({ fix }) => (fix === null ? [] : [fix]));
        if (fixes.length === 0) return;
        const after = withFixes(book, fixes);
        const again = checked(after, settings);
        const left = findingsOf(again, id).filter(({ fix }) => fix !== null);
        expect(left.map(({ cell, data }) => [cell, data])).toEqual([]);
        expect(
          withFixes(
            after,
            findingsOf(again, id).flatMap(({ fix }) => fix ?? []),
          ),
        ).toEqual(after);
      });

      test("a waiver is shown with each finding and takes its effect away, where a reason is an answer", () => {
        const own = owned();
        const isAnswer = own.every(({ answer }) => answer === "reason");
        const waived = checked(book, settings, { waivers: own.map(waiverOf) });
        expect(sorted(cellsOf(waived, id))).toEqual(sorted(cellsOf(reported(), id)));
        for (const finding of findingsOf(waived, id))
          expect(finding.waived?.reason).toBe(isAnswer ? "財団と協議済み" : undefined);
        if (!isAnswer) return;
        for (const line of waived.lines) expect(line.adjustments.map(({ rule }) => rule)).not.toContain(id);
      });
    });

    describe.each(proof.passes)("leaves alone: $title", ({ book, settings }) => {
      const reported = once(() => checked(book, settings));
      test("no finding", () => {
        const report = reported();
        expect(cellsOf(report, id)).toEqual([]);
        expect(report.rules.checked).toContain(id);
        expectAllAnswered(report);
      });
      test("other findings are in whole words", () => expectWholeWords(reported().findings));
    });

    if (proof.notApplicable !== undefined) {
      test.each(proof.notApplicable)("does not apply: $title", ({ book, settings }) => {
        const report = checked(book, settings);
        expect(cellsOf(report, id)).toEqual([]);
        expect(report.rules.notApplicable).toContain(id);
        expectAllAnswered(report);
      });
    }

    test("its page shows what it says", () => {
      const [example] = proof.finds;
      const [finding] = example === undefined ? [] : findingsOf(checked(example.book, example.settings), id);
      if (finding === undefined) throw new Error("the first case finds nothing");
      const page = readFileSync(join(docs, `${id}.md`), "utf8");
      const { title, what, todo } = findingText(finding, "ja");
      for (const sentence of [title, what, todo]) expect(page).toContain(sentence);
      expect(page).toContain(proof.clause);
    });
  });
}

/** Yen that each line counts, by description. */
export const counted = (report: Report): Readonly<Record<string, number>> =>
  Object.fromEntries(report.lines.map((line) => [line.description, line.eligibleAmount]));
