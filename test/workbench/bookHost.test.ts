/**
 * The page's own host does to the book what Excel's does; and after any sequence of what people do, pane, marks, summary
 * sheet and a fresh check of the saved file agree.
 */
import fc from "fast-check";
import { readFileSync } from "node:fs";
import type { ReportShown } from "../../src/core/report/shown";
import { check } from "../../src/core/check";
import { tellingSteps } from "../../src/core/report/steps";
import { SUMMARY_TITLES } from "../../src/core/workbook/own-sheets";
import { judge } from "../../src/cli/judge";
import { words } from "../../src/cli/words";
import type { Judged } from "../../src/cli/outcome";
import { toText } from "../../src/cli/text/report";
import type { Page } from "../../src/cli/text/page";
import { findingText } from "../../src/messages";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { stepText } from "../../src/messages/steps";
import { schemes } from "../../src/schemes";
import { OfficeHost } from "../../src/taskpane/officeHost";
import { engineHere } from "../taskpane/engineHere";
import type { Host, Language } from "../../src/taskpane/host";
import { createSession, type Session } from "../../src/taskpane/session";
import { summaryOf } from "../../src/taskpane/summaryOf";
import { isMarkFormula, marksOf } from "../../src/views/marks/marks";
import { BookHost } from "../../src/workbench/page/bookHost";
import type { Book, BookSheet, BookValue } from "../../src/workbench/host/book";
import { bookFrom } from "../../src/workbench/host/convert";
import { saveWorkspace } from "../../src/workbench/save";
import { openWorkspace, type Workspace } from "../../src/workbench/workspace";
import { workbookOf } from "../core/rules/budget";
import { openBook, SAMPLES, settle, workbookIn } from "../excel-host/open";

const sample = (name: string): string => SAMPLES.find((file) => file.endsWith(`${name}.xlsx`))!;
const path = sample("transformation-errors");
const TODAY = (): string => "2025-05-20";
const sessionOf = (host: Host): Session => createSession(host, engineHere(), TODAY, 5);

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

test("neither a fix nor its undo takes the place of what was typed into the cell meanwhile", async () => {
  const book = bookFrom(workbookIn(path));
  const session = sessionOf(new BookHost(book, "ja"));
  await session.open();
  await session.check();
  const { fix } = session.state().report!.findings.find((finding) => finding.fix?.kind === "safe")!;
  const sheet = book.sheet(fix!.sheet)!;
  const [, letter = "", row = ""] = /^([A-Z])(\d+)$/.exec(fix!.cell) ?? [];
  const area = {
    top: Number(row),
    left: letter.charCodeAt(0) - 64,
    bottom: Number(row),
    right: letter.charCodeAt(0) - 64,
  };
  const type = (value: BookValue) => {
    sheet.make(area.top, area.left).value = value;
    book.tell("cells", sheet, area);
  };
  const there = () => sheet.get(area.top, area.left)?.value;
  const before = there()!;
  type("打ちかえた");
  await session.applyFixes([fix!]);
  expect([session.state().trouble?.name, there()]).toEqual(["CellChanged", "打ちかえた"]);
  type(before);
  await session.check();
  await session.applyFixes([fix!]);
  expect(there()).toBe(fix!.value);
  const { undo } = session.state().notice!;
  type("また打ちかえた");
  await undo!();
  expect([session.state().trouble?.name, there()]).toEqual(["CellChanged", "また打ちかえた"]);
  session.close();
});

test("a summary sheet that is given up leaves the book as it was", async () => {
  const lines = Array.from({ length: 3_000 }, (_, index) => ["消耗品費", `センサー その${index}`, 10_000]);
  const book = bookFrom(workbookOf({ 予算明細: [["費目", "内容", "金額"], ...lines] }));
  const host = new BookHost(book, "ja");
  const report = check(await host.readWorkbook(), schemes, { frame: "planning" });
  const before = seen(book);
  const stop = new AbortController();
  const writing = host.writeSummary(report, stop.signal);
  stop.abort();
  await expect(writing).rejects.toHaveProperty("name", "AbortError");
  expect(seen(book)).toEqual(before);
  expect(book.names).toEqual([]);
});

test("only who has not gone anywhere in a workbook is led to a sheet", async () => {
  const book = bookFrom(workbookIn(path));
  const host = new BookHost(book, "ja");
  const cover = book.active;
  await host.lead("予算明細");
  expect(book.active?.name).toBe("予算明細");
  await host.select(cover!.name, "C9");
  await host.lead("予算明細");
  expect(book.active).toBe(cover);
});

test("what the file brings of others' decisions is held as the command line holds it, in the pane and in what is saved", async () => {
  const desk = new Desk(path);
  await desk.start();
  const open = desk.session.state().report!.findings.find(({ rule }) => rule === "eligibility/travel-class")!;
  await desk.session.waive(open, "急ぎのため", "申請者 某");
  await desk.session.correct({ description: open.sheet ?? "", vendor: null, middle: "外注費", minor: null });
  const theirs = desk.saved();
  desk.session.close();

  const stranger = openWorkspace("budget.xlsx", theirs, "ja-JP");
  const knowsNothing = { has: () => false, add: () => undefined };
  const session = createSession(new BookHost(stranger.book, "ja"), engineHere(), TODAY, 5, knowsNothing);
  await session.open();
  await session.check();
  for (const mode of ["show", "apply", "ignore", "apply", "show"] as const) {
    await session.showOthers(mode);
    const { report, others } = session.state();
    const { report: told, decisions } = judge("b.xlsx", theirs, {}, mode, null, schemes, words.ja, nodeCodec) as Judged;
    expect(others!.mode).toBe(mode);
    expect([report!.subsidy, report!.steps]).toEqual([told.subsidy, told.steps]);
    expect(report!.findings.map(({ rule, cell, waived }) => [rule, cell, waived])).toEqual(
      told.findings.map(({ rule, cell, waived }) => [rule, cell, waived]),
    );
    if (mode !== "ignore") expect(await session.weighOthers()).toEqual({ ...decisions, mode: "show" });
    // The marks of the saved file are those of what is shown; every decision is still in it.
    const saved = saveWorkspace(stranger, "ja", true);
    const again = openWorkspace("budget.xlsx", saved, "ja-JP").book;
    expect(await new BookHost(again, "ja").loadDecisions()).toMatchObject({
      decisions: { waivers: [{ by: "申請者 某" }], corrections: [{ middle: "外注費" }] },
    });
    const marks = again.sheets.flatMap(({ name, rules }) => {
      const own = rules.filter(({ formula }) => isMarkFormula(formula));
      return own.length === 0 ? [] : [[name, own.map(({ areas }) => areas)]];
    });
    expect(marks).toEqual(marksOf(told.findings).map(({ sheet, rules }) => [sheet, rules.map(({ areas }) => areas)]));
  }
  session.close();
});

test("what the grid works out after a fix was checked is checked as well", async () => {
  const book = bookFrom(workbookIn(path));
  const session = sessionOf(new BookHost(book, "ja"));
  await session.open();
  await session.check();
  const openAt = (cell: string) =>
    session.state().report!.findings.filter((one) => one.rule === "arithmetic/total" && one.cell === cell).length;
  expect(openAt("J14")).toBe(1);
  const { totals, lines } = session.state().report!;
  expect(totals).not.toBeNull();
  const sheet = book.sheet("予算明細")!;
  const sum = lines.filter(({ row }) => row < 14).reduce((all, { amount }) => all + (amount ?? 0), 0);
  sheet.make(14, 10).value = sum;
  book.tell("results", sheet, { top: 14, left: 10, bottom: 14, right: 10 });
  while (session.state().isBehind) await settle(5);
  expect(openAt("J14")).toBe(0);
  session.close();
});

const page = (lang: Language): Page => ({ lang, colour: false, columns: 400 });

/** The summary sheet, and the language that it is in. */
function summaryIn(book: Book): [BookSheet | undefined, Language] {
  const named = (one: Language) => book.sheets.find((sheet) => sheet.get(1, 1)?.value === SUMMARY_TITLES[one]);
  return named("en") === undefined ? [named("ja"), "ja"] : [named("en"), "en"];
}

/** What the text report says of a report, as far as figures and findings go. */
function sentencesOf(report: ReportShown, lang: Language): string[] {
  const scheme = schemes.find(({ id }) => id === report.scheme)!;
  const yen = (amount: number): string => `${amount.toLocaleString("en-US")}${lang === "ja" ? "円" : " yen"}`;
  const amount = report.subsidy?.amount ?? null;
  const open = report.findings.filter(({ waived }) => waived === null);
  const count = (severity: string): number => open.filter((finding) => finding.severity === severity).length;
  const counts = [count("error"), count("warning"), count("info")];
  return [
    ...(amount === null ? [] : [`${lang === "ja" ? "申請できる額" : "You can apply for"}  ${yen(amount)}`]),
    ...tellingSteps(report.steps).flatMap((step) => [stepText(step, report, scheme, lang).label, yen(step.yen)]),
    ...(report.totals === null || open.length === 0
      ? []
      : lang === "ja"
        ? [`直す ${counts[0]}件、確かめる ${counts[1]}件、お知らせ ${counts[2]}件`]
        : [`${counts[0]} to correct, ${counts[1]} to look at, ${counts[2]} to know`]),
    ...report.findings.map((finding) => findingText(finding, lang).title),
  ];
}

/** More in `npm run fuzz`. */
const SEQUENCES = process.env["KENZAN_FUZZ"] === undefined ? 200 : 400;
const step = fc.record({
  act: fc.constantFrom(
    "edit",
    "fix",
    "waive",
    "correct",
    "lift",
    "row",
    "undo",
    "clear",
    "mark",
    "summary",
    "reopen",
    "language",
  ),
  at: fc.nat(40),
  yen: fc.integer({ min: 0, max: 900_000 }),
});
/** The small book is as good for most, and quick. */
const book = fc.oneof(
  { weight: 3, arbitrary: fc.constant(sample("travel-over")) },
  { weight: 1, arbitrary: fc.constant(path) },
);
const lang = fc.constantFrom<Language>("ja", "en");
type Step = { readonly act: string; readonly at: number; readonly yen: number };

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** The workbook on the desk: opened, worked on, saved and opened again. */
class Desk {
  workspace: Workspace;
  session: Session;

  constructor(
    file: string,
    public language: Language = "ja",
  ) {
    this.workspace = openWorkspace("budget.xlsx", readFileSync(file), "ja-JP");
    this.session = this.pane();
  }

  private pane(): Session {
    return sessionOf(new BookHost(this.workspace.book, this.language));
  }

  async start(): Promise<void> {
    await this.session.open();
    await this.session.check();
  }

  saved(): Uint8Array {
    return saveWorkspace(this.workspace, this.language, true);
  }

  async do({ act, at, yen }: Step): Promise<unknown> {
    const { session } = this;
    const { report, notice } = session.state();
    const open = report!.findings.filter(({ waived }) => waived === null);
    const line = pick(report!.lines, at);
    switch (act) {
      case "edit": {
        if (line?.amountCell == null) return;
        const { sheet: name, row, column } = line.amountCell;
        const sheet = this.workspace.book.sheet(name)!;
        Object.assign(sheet.make(row, column), { value: yen, formula: null });
        this.workspace.book.tell("cells", sheet, { top: row, left: column, bottom: row, right: column });
        while (session.state().isBehind) await settle(5);
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
      case "row": {
        const told = pick(await session.rowsOf(line?.sheet ?? ""), at);
        const as = pick(["line", "subtotal", "skip"] as const, yen);
        return told === undefined || as === undefined ? undefined : session.readRowAs(told, as);
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
        this.session = this.pane();
        return this.start();
      }
      case "language":
        session.close();
        this.language = this.language === "ja" ? "en" : "ja";
        this.session = this.pane();
        return this.start();
    }
  }
}

test("after any sequence of edits, fixes, decisions, undo, marks, saves and re-openings everything agrees", async () => {
  await fc.assert(
    fc.asyncProperty(book, lang, fc.array(step, { minLength: 2, maxLength: 6 }), async (file, first, steps) => {
      const desk = new Desk(file, first);
      await desk.start();
      for (const one of steps) await desk.do(one);
      await settle(10);
      const { session, workspace, language } = desk;
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
      const outcome = judge(
        "budget.xlsx",
        desk.saved(),
        {},
        "apply",
        null,
        schemes,
        words[language],
        nodeCodec,
      ) as Judged;
      const again = outcome.report;
      const { waivers, corrections, rows = [] } = saved.decisions;
      expect(outcome.decisions.made.map((made) => made.waiver ?? made.correction ?? made.row)).toEqual([
        ...waivers,
        ...corrections,
        ...rows,
      ]);
      expect([again.subsidy, again.steps]).toEqual([report!.subsidy, report!.steps]);
      expect(again.findings.map(({ rule, cell, waived }) => [rule, cell, waived])).toEqual(
        report!.findings.map(({ rule, cell, waived }) => [rule, cell, waived]),
      );
      // So does the text report of the saved file: the sum, every step to it, and every finding.
      const told = toText(outcome, schemes, page(language));
      expect(sentencesOf(report!, language).filter((sentence) => !told.includes(sentence))).toEqual([]);
      // A summary sheet is known, whoever wrote it; called current, it is the very one that the report makes.
      const [sheet, its] = summaryIn(workspace.book);
      expect(summary?.sheet).toBe(sheet?.name);
      if (sheet !== undefined) {
        const now = summaryOf(report!, its).cells.map(({ row, column, value }) => ({ row, column, value }));
        const shown = now.map(({ row, column }) => ({ row, column, value: sheet.get(row, column)?.value }));
        if (summary!.stale) expect(shown).not.toEqual(now);
        else expect(shown).toEqual(now);
      }
      session.close();
    }),
    { numRuns: SEQUENCES, endOnFailure: true, ...(process.env["SEED"] === undefined ? { seed: 200 } : {}) },
  );
});
