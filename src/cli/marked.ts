/** A checked workbook with its marks, notes and summary sheet; everything else in it stays as it is. */
import { marksOf } from "../views/marks/marks";
import type { Report } from "../core/report/report";
import type { Scheme } from "../core/scheme/scheme";
import { summarySheet } from "../views/summary/summary";
import { columnNumber } from "../core/workbook/workbook";
import { findingText, type Lang } from "../messages";
import { summaryWords } from "../messages/summary";
import { editWorkbook, type CellNote } from "../ooxml/edit";
import { SignatureError } from "../ooxml/error";
import { nodeCodec } from "../ooxml/zip/node-codec";
import { FileProblem } from "./files";
import { words } from "./words";

/** @throws FileProblem for a signed workbook: a copy would carry a broken signature */
export function markedCopy(
  path: string,
  bytes: Uint8Array,
  report: Report,
  schemes: readonly Scheme[],
  lang: Lang,
): Uint8Array {
  const editor = editWorkbook(bytes, nodeCodec);
  editor.setMarks(marksOf(report.findings));
  editor.setNotes(notesOf(report, lang));
  const scheme = schemes.find(({ id }) => id === report.scheme);
  if (scheme !== undefined) editor.setSummary(summarySheet(report, scheme, summaryWords[lang]));
  try {
    return editor.save();
  } catch (error) {
    if (error instanceof SignatureError) throw new FileProblem(words[lang].signed(path));
    throw error;
  }
}

/** One note a cell, with everything that is said of it. */
function notesOf({ findings }: Report, lang: Lang): CellNote[] {
  const notes = new Map<string, CellNote>();
  for (const finding of findings) {
    const place = /^([A-Z]+)(\d+)$/.exec(finding.cell ?? "");
    if (finding.sheet === null || place === null || finding.waived !== null) continue;
    const { title, what, todo } = findingText(finding, lang);
    const key = `${finding.sheet}!${finding.cell ?? ""}`;
    const before = notes.get(key);
    notes.set(key, {
      sheet: finding.sheet,
      row: Number(place[2]),
      column: columnNumber(place[1] ?? ""),
      text: [...(before === undefined ? [] : [before.text, ""]), title, what, todo].join("\n"),
    });
  }
  return [...notes.values()];
}
