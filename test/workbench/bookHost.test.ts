/**
 * The page's own host does to the book what Excel's does; and after any sequence of what people do, pane, marks, summary
 * sheet and a fresh check of the saved file agree.
 */
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { check } from "../../src/core/check";
import { parseSaved, DECISIONS_KEY, NOTHING_SAVED } from "../../src/core/decisions/saved";
import { readWorkbook } from "../../src/ooxml/read";
import { schemes } from "../../src/schemes";
import { OfficeHost } from "../../src/taskpane/officeHost";
import * as engine from "../../src/taskpane/engine";
import type { Host } from "../../src/taskpane/host";
import { createSession, type Session } from "../../src/taskpane/session";
import { isMarkFormula, marksOf } from "../../src/views/marks/marks";
import { BookHost } from "../../src/workbench/page/bookHost";
import type { Book } from "../../src/workbench/host/book";
import { bookFrom } from "../../src/workbench/host/convert";
import { saveWorkspace } from "../../src/workbench/save";
import { openWorkspace } from "../../src/workbench/workspace";
import { openBook, SAMPLES, settle, workbookIn } from "../excel-host/open";

const path = SAMPLES.find((file) => file.endsWith("transformation-errors.xlsx"))!;
const TODAY = (): string => "2025-05-20";
const sessionOf = (host: Host): Session => createSession(host, () => Promise.resolve(engine), TODAY, 5);

/** What somebody sees of a book: values, formulas, formats and looks of the cells that say something, and the marks. */
const seen = (book: Book): unknown =>
  book.sheets.map((sheet) => ({
    name: sheet.name,
    cells: [...sheet.rows]
      .flatMap(([row, cells]) => [...cells].map(([column, cell]) => ({ row, column, cell })))
      .filter(({ cell }) => cell.value !== "" || cell.formula !== null)
      .sort((a, b) => a.row - b.row || a.column - b.column)
      .map(({ row, column, cell }) => [
        row,
        column,
        cell.formula ?? cell.value,
        cell.numberFormat,
        cell.style["Fill/Color"],
        cell.style["Font/Bold"],
      ]),
    merges: sheet.merges.map((area) => JSON.stringify(area)).sort(),
    rules: sheet.rules.filter(({ formula }) => isMarkFormula(formula)).map(({ formula, areas }) => [formula, areas]),
  }));

test("as Excel would: check, fix, waive, summary, marks away", async () => {
  const books = { excel: bookFrom(workbookIn(path)), page: bookFrom(workbookIn(path)) };
  const story = async (host: Host): Promise<unknown> => {
    const session = sessionOf(host);
    await session.open();
    await session.check();
    const finding = session.state().report!.findings.find(({ fix }) => fix?.kind === "safe")!;
    await session.applyFixes([finding.fix!]);
    const open = session.state().report!.findings.find(({ rule }) => rule === "eligibility/travel-class")!;
    await session.waive(open, "了承済み", "小倉");
    await session.writeSummary();
    expect(session.state().trouble).toBeNull();
    session.close();
    return [session.state().report?.subsidy, session.state().saved.decisions, session.state().unmarked];
  };
  openBook(books.excel);
  const inExcel = await story(new OfficeHost("ja", "light"));
  const inPage = await story(new BookHost(books.page, "ja"));
  expect(inPage).toEqual(inExcel);
  expect(seen(books.page)).toEqual(seen(books.excel));
  await settle();
});

const step = fc.record({
  act: fc.constantFrom("edit", "fix", "waive", "correct", "lift", "undo", "clear", "mark", "summary", "reopen"),
  at: fc.nat(40),
  yen: fc.integer({ min: 0, max: 900_000 }),
});
type Step = { readonly act: string; readonly at: number; readonly yen: number };

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** The workbook on the desk: opened, worked on, saved and opened again. */
class Desk {
  workspace = openWorkspace("budget.xlsx", readFileSync(path), "ja-JP");
  session = sessionOf(new BookHost(this.workspace.book, "ja"));

  async start(): Promise<void> {
    await this.session.open();
    await this.session.check();
  }

  saved(): Uint8Array {
    return saveWorkspace(this.workspace, "ja", true);
  }

  async do({ act, at, yen }: Step): Promise<void> {
    const { session } = this;
    const { report, notice } = session.state();
    const open = report!.findings.filter(({ waived }) => waived === null);
    const line = pick(report!.lines, at);
    switch (act) {
      case "edit": {
        const sheet = this.workspace.book.sheet("予算明細")!;
        const row = line?.row ?? 5;
        Object.assign(sheet.make(row, 10), { value: yen, formula: null });
        this.workspace.book.tell("cells", sheet, { top: row, left: 10, bottom: row, right: 10 });
        await settle(25);
        return;
      }
      case "fix": {
        const fix = pick(
          open.flatMap((finding) => (finding.fix === null ? [] : [finding.fix])),
          at,
        );
        return fix === undefined ? undefined : session.applyFixes([fix]);
      }
      case "waive": {
        const finding = pick(open, at);
        return finding === undefined ? undefined : session.waive(finding, "了承済み", "小倉");
      }
      case "correct":
      case "lift": {
        if (line === undefined) return;
        const own = { description: line.description, vendor: null, middle: "外注費", minor: null };
        return session.correct(act === "lift" ? { ...own, eligibility: "eligible" } : own);
      }
      case "undo":
        return notice?.undo?.();
      case "clear":
        return session.clearMarks();
      case "mark":
        return session.mark();
      case "summary":
        return session.writeSummary();
      case "reopen": {
        const bytes = this.saved();
        session.close();
        this.workspace = openWorkspace("budget.xlsx", bytes, "ja-JP");
        this.session = sessionOf(new BookHost(this.workspace.book, "ja"));
        return this.start();
      }
    }
  }
}

test("after any sequence of edits, fixes, decisions, undo, marks, saves and re-openings everything agrees", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      const desk = new Desk();
      await desk.start();
      for (const one of steps) await desk.do(one);
      await settle(10);
      const { session, workspace } = desk;
      const { report, marked, saved, trouble, summary } = session.state();
      expect(trouble).toBeNull();
      // Marks are those of what the pane shows, or none.
      const drawn = workspace.book.sheets.flatMap(({ name, rules }) => {
        const own = rules.filter(({ formula }) => isMarkFormula(formula));
        return own.length === 0 ? [] : [[name, own.map(({ areas }) => areas)]];
      });
      const wanted = marksOf(report!.findings).map(({ sheet, rules }) => [sheet, rules.map(({ areas }) => areas)]);
      expect(drawn).toEqual(marked ? expect.arrayContaining(wanted) : []);
      expect(drawn).toHaveLength(marked ? wanted.length : 0);
      // What is saved reads back as what is shown, with every decision.
      const file = readWorkbook(desk.saved());
      const text = file.settings[DECISIONS_KEY];
      const kept = text === undefined ? NOTHING_SAVED : parseSaved(text);
      expect(kept.decisions).toEqual(saved.decisions);
      const again = check(file, schemes, kept.settings, kept.decisions);
      expect([again.subsidy, again.steps]).toEqual([report!.subsidy, report!.steps]);
      expect(again.findings.map(({ rule, cell, waived }) => [rule, cell, waived])).toEqual(
        report!.findings.map(({ rule, cell, waived }) => [rule, cell, waived]),
      );
      // A summary sheet that the pane calls current shows the very sum.
      if (summary?.stale === false) {
        const sheet = workspace.book.sheet(summary.sheet)!;
        const figures = [...sheet.rows.values()].flatMap((cells) => [...cells.values()].map(({ value }) => value));
        expect(figures).toContain(report!.subsidy?.amount);
      }
      session.close();
    }),
    { numRuns: 200, seed: 200, endOnFailure: true },
  );
});
