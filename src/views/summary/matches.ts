/** 付け合わせ表: each line beside the papers that back it, and the papers that no line rests on. */
import { isSameDocument, type DocumentRead, type DocumentRef } from "../../core/documents/document";
import type { Estimates } from "../../core/documents/estimates";
import type { LineMatch, MatchState } from "../../core/documents/match/matching";
import type { Draft } from "./draft";
import type { StyleRole } from "./model";
import { YEN } from "./page";
import { placeName } from "./tables";

const LOOK: Readonly<Record<MatchState, StyleRole>> = {
  一致: "text",
  不一致: "error",
  要確認: "warning",
  見積なし: "warning",
  不要: "text",
};

export function matches(draft: Draft): void {
  const { page, report, words } = draft;
  const { estimates } = report;
  if (estimates === null) return;
  const say = words.matches;
  const lines = new Map(report.lines.map((line) => [placeName(line), line]));
  page.heading(say.heading);
  page.header([
    [words.lines.no, 1],
    [words.lines.place, 2],
    [words.lines.description, 3],
    [words.lines.claimed, 4],
    [say.state, 5],
    [say.reason, 6, 7],
    [say.difference, 8],
    [say.papers, 9, 12],
    [say.decided, 13, 14],
  ]);
  for (const [index, match] of estimates.matches.entries()) {
    const line = lines.get(placeName(match));
    page.tableRow(() => {
      page.put(1, index + 1, { style: "number" });
      page.put(2, placeName(match), { style: "link", link: { sheet: match.sheet, row: match.row, column: 1 } });
      page.paragraph(3, line?.description ?? "", { style: "textWrap" });
      page.put(4, line?.amount ?? "", { style: "number", format: YEN });
      page.put(5, say.stateOf(match.state), { style: LOOK[match.state] });
      page.paragraph(6, reasonOf(match, say.reasonOf), { style: "textWrap", to: 7 });
      page.put(8, match.difference ?? "", { style: "number", format: YEN });
      page.paragraph(9, papersOf(match, estimates, say.item), { style: "textWrap", to: 12 });
      page.paragraph(13, match.decided === null ? "" : say.decidedBy(match.decided), { style: "textWrap", to: 14 });
    });
  }
  if (estimates.unmatched.length > 0) {
    page.paragraph(
      1,
      `${say.unmatched} ${estimates.unmatched.map(({ file, item }) => say.item(file, item === null ? [] : [item])).join(" / ")}`,
      { style: "textWrap", to: 14 },
    );
    page.next();
  }
  page.next();
}

type Words = Draft["words"]["matches"];

function reasonOf({ reason, also, decided }: LineMatch, say: Words["reasonOf"]): string {
  const open = decided?.was ?? { reason, also };
  return [open.reason, ...open.also].flatMap((one) => (one === null ? [] : [say(one)])).join("\n");
}

function papersOf({ documents }: LineMatch, { documents: all }: Estimates, say: Words["item"]): string {
  const papers = new Map<string, { file: string; items: number[]; issuer: string | null }>();
  for (const { file, page, row, item } of documents) {
    const key = JSON.stringify([file, page, row]);
    const paper = papers.get(key) ?? { file, items: [], issuer: issuerOf({ file, page, row }, all) };
    if (item !== null) paper.items.push(item);
    papers.set(key, paper);
  }
  return [...papers.values()]
    .map(({ file, items, issuer }) => [say(file, items), issuer].filter((part) => part !== null).join("  "))
    .join("\n");
}

const issuerOf = (ref: DocumentRef, all: readonly DocumentRead[]): string | null =>
  all.find((one) => isSameDocument(one, ref))?.issuer ?? null;
