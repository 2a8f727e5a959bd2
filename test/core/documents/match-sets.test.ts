/** Whole sets of papers, as their truth says them, held against whole budgets: nothing but the matching is between. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../../src/core/check";
import { unreadDocument, type DocumentRead } from "../../../src/core/documents/document";
import type { LineMatch } from "../../../src/core/documents/match/matching";
import { readWorkbook } from "../../../src/ooxml/read";
import { schemes } from "../../../src/schemes";
import { SETS } from "../../documents/sets";

interface Truth {
  readonly about: { readonly args: readonly string[] };
  readonly estimates: {
    readonly documents: readonly DocumentRead[];
    readonly matches: readonly LineMatch[];
    readonly unmatched: readonly object[];
  };
}

/** What a paper is about (件名), where its items alone do not tell: no field of the truth. */
const SUBJECTS: Readonly<Record<string, string>> = { "05_工事.pdf": "ロボット架台基礎工事" };

const outcome = ({ sheet, row, state, reason, difference, documents }: LineMatch) => ({
  ...{ sheet, row, state, reason, difference },
  documents: documents.map((it) => [it.role, it.file, it.page, it.row]).sort(),
});

describe.each(SETS)("%s", (set) => {
  const folder = join(__dirname, "../../fixtures/estimates", set);
  const { about, estimates: truth } = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Truth;
  const papers = truth.documents.map((document) => ({
    ...unreadDocument(document.file, "no-items", document.evidenceNo),
    ...document,
    items: document.items.map((item) => ({ ...item, at: null })),
    confidence: 1,
    subject: SUBJECTS[document.file] ?? null,
    comparative: /相見積/.test(document.file),
  }));
  const settings = Object.fromEntries(
    about.args.flatMap((name, at) => (name.startsWith("--") ? [[name.slice(2), about.args[at + 1]]] : [])),
  );
  const budget = readWorkbook(readFileSync(join(folder, "budget.xlsx")));
  const held = () => check(budget, schemes, settings, undefined, papers).estimates;

  test("what becomes of every line", () => expect(held()?.matches.map(outcome)).toEqual(truth.matches.map(outcome)));

  test("what no line rests on", () => expect(held()?.unmatched).toEqual(expect.arrayContaining(truth.unmatched)));
});
