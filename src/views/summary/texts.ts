/** The parts of the summary that are words: findings, waivers, what a person still has to look at. */
import type { Finding, Severity } from "../../core/judge/finding";
import { columnNumber, type CellRef } from "../../core/workbook/workbook";
import type { Draft } from "./draft";

/** Rows between two pauses. */
const A_TURN = 20;

/** What has to be corrected is read first: notes stand at its end, as in the pane and in the text. */
const GRAVEST_FIRST: readonly Severity[] = ["error", "warning", "info"];

/** Pauses now and then: there may be very many. */
export function* findings(draft: Draft): Generator<void, void> {
  const { page, report, words } = draft;
  const say = words.findings;
  const left = report.findings.filter(({ waived }) => waived === null);
  const open = GRAVEST_FIRST.flatMap((gravity) => left.filter(({ severity }) => severity === gravity));
  page.heading(say.heading);
  if (open.length === 0) {
    page.put(1, say.none, { style: "plain" });
    page.next(2);
    return;
  }
  page.header([
    [words.lines.no, 1],
    [say.severity, 2],
    [say.place, 3],
    [say.what, 4, 7],
    [say.why, 8, 10],
    [say.todo, 11, 14],
  ]);
  for (const [index, finding] of open.entries()) {
    const { title, what, why, todo } = say.say(finding);
    page.tableRow(() => {
      page.put(1, index + 1, { style: "number" });
      page.put(2, say.severityOf(finding.severity), { style: finding.severity });
      place(draft, finding);
      page.paragraph(4, `${title}\n${what}`, { style: "textWrap", to: 7 });
      page.paragraph(8, [why, say.clause(finding.clause)].filter((text) => text !== "").join("\n"), {
        style: "textWrap",
        to: 10,
      });
      page.paragraph(11, todo, { style: "textWrap", to: 14 });
    });
    if (index % A_TURN === A_TURN - 1) yield;
  }
  page.next();
}

function place({ page, words }: Draft, finding: Finding): void {
  const link = cellOf(finding);
  if (link === null) page.paragraph(3, finding.sheet ?? words.findings.whole, { style: "textWrap" });
  else page.paragraph(3, `${finding.sheet}!${finding.cell}`, { style: "link", link });
}

function cellOf({ sheet, cell }: Finding): CellRef | null {
  const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(cell ?? "") ?? [];
  if (sheet === null || letters === undefined) return null;
  return { sheet, row: Number(row), column: columnNumber(letters) };
}

export function waivers(draft: Draft): void {
  const { page, report, words } = draft;
  const waived = report.findings.filter((finding) => finding.waived !== null);
  if (waived.length === 0) return;
  const say = words.waivers;
  page.heading(say.heading);
  page.header([
    [words.lines.no, 1],
    [say.date, 2],
    [words.findings.place, 3],
    [say.finding, 4, 7],
    [say.reason, 8, 12],
    [say.by, 13, 14],
  ]);
  for (const [index, finding] of waived.entries()) {
    page.tableRow(() => {
      page.put(1, index + 1, { style: "number" });
      page.put(2, finding.waived?.date ?? "", { style: "text" });
      place(draft, finding);
      page.paragraph(4, words.findings.say(finding).title, { style: "textWrap", to: 7 });
      page.paragraph(8, finding.waived?.reason ?? "", { style: "textWrap", to: 12 });
      page.paragraph(13, finding.waived?.by ?? "", { style: "textWrap", to: 14 });
    });
  }
  page.next();
}

export function notChecked(draft: Draft): void {
  const { page, report, words } = draft;
  if (report.notChecked.length === 0) return;
  page.heading(words.notChecked.heading);
  for (const [index, item] of report.notChecked.entries()) {
    page.put(1, index + 1, { style: "number" });
    page.paragraph(2, words.notChecked.say(item), { style: "textWrap", to: 14 });
    page.next();
  }
  page.next();
}
