/**
 * Applications as they reach a secretariat, drawn from a seed: budgets in several layouts, their estimates as
 * workbooks, lists and PDFs, and faults of which it is known where they are.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { budgetOf } from "./budgets";
import { draftOf, type Draft } from "./draft";
import { spoilAll, type Fault } from "./faults";
import { fitsList, htmlPaper, listOf, pdfPaper, sheetPaper, SHEET_LAYOUTS } from "./papers";
import type { Producer } from "./pdf";
import { pick, seeded, type Random } from "./random";
import { share, type SharedTruth } from "./shared";

export { seeded } from "./random";
export type { Fault } from "./faults";

/** What writes a PDF: the generator itself in two ways, or a program that has to be there. */
export type Printer = Producer | "chromium" | "libreoffice";

/** An estimate that another program makes a PDF of: a browser of the page, an office of the workbook. */
export interface ToPrint {
  readonly file: string;
  readonly by: "chromium" | "libreoffice";
  readonly html: string;
  readonly sheet: Uint8Array;
}

export interface Made {
  readonly name: string;
  readonly company: string;
  readonly faults: readonly Fault[];
  readonly estimates: number;
  /** Below the application's folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly toPrint: readonly ToPrint[];
}

export interface Generated {
  readonly applications: readonly Made[];
  readonly shared: readonly SharedTruth[];
}

export interface Wish {
  readonly seed: number;
  readonly count: number;
  /** Estimates as PDFs among the others; none where only reading of workbooks is measured. */
  readonly pdfs?: boolean;
  readonly printers?: readonly Printer[];
  /** Share of applications with something wrong; 0 for none. */
  readonly faulty?: number;
}

export function generate({
  seed,
  count,
  pdfs = true,
  printers = ["encoding", "glyphs"],
  faulty = 0.6,
}: Wish): Generated {
  const random = seeded(seed);
  const drafts = Array.from({ length: count }, (_, at) => draftOf(at, random));
  spoilAll(drafts, faulty, pdfs, random);
  const shared = faulty > 0 ? share(drafts, random) : [];
  return { applications: drafts.map((one) => made(one, random, pdfs ? printers : [])), shared };
}

const BUDGETS = ["予算経費見込書.xlsx", "経費明細.xlsx", "申請書_予算.xlsx"];

function made(one: Draft, random: Random, printers: readonly Printer[]): Made {
  const files = new Map([[pick(BUDGETS, random), budgetOf(one)]]);
  const toPrint: ToPrint[] = [];
  const papers = [...one.papers.values()].sort((a, b) => a.no - b.no);
  const listed = random() < 0.2 ? papers.slice(0, 3).filter(fitsList) : [];
  const spoilt = new Set(one.faults.map(({ item }) => item));
  const numberOf = (item: string | null): number | undefined => one.lines.find((line) => line.item === item)?.no;
  const wrong = new Set([...spoilt].map(numberOf));
  // A list says neither for whom nor until when, nor whom to call: what is seen by that stays a paper.
  const asList = listed.filter(({ no }) => !wrong.has(no) && !one.asPaper.has(no));
  if (asList.length > 0) files.set("見積一覧.csv", listOf(asList));
  for (const paper of papers.filter((each) => !asList.includes(each))) {
    const name = `見積書/${String(paper.no).padStart(2, "0")}_${paper.title}_${paper.vendor.name.replace("株式会社", "")}`;
    const printer = printers.length > 0 && (paper.scanned || random() < 0.5) ? pick(printers, random) : null;
    const layout = Math.floor(random() * SHEET_LAYOUTS);
    if (printer === null) files.set(`${name}.xlsx`, sheetPaper(paper, layout));
    else if (paper.scanned || printer === "encoding" || printer === "glyphs")
      files.set(`${name}.pdf`, pdfPaper(paper, printer === "encoding" ? "encoding" : "glyphs"));
    else toPrint.push({ file: `${name}.pdf`, by: printer, html: htmlPaper(paper), sheet: sheetPaper(paper, layout) });
  }
  return { name: one.name, company: one.company, faults: one.faults, estimates: one.papers.size, files, toPrint };
}

export function writeTo(folder: string, { applications }: Generated): void {
  for (const { name, files } of applications)
    for (const [file, bytes] of files) {
      const place = join(folder, name, file);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, bytes);
    }
}
