/** What became of a line: whether what stands against it agrees, and every reason why not. */
import { backingText, itemText, wholeText, type Option } from "./assign";
import { fits } from "./fits";
import type { Held, Holding } from "./holding";
import { isSameCompany, likeness, sharesNothing } from "./likeness";
import {
  MATCH_REASONS,
  STATE_OF,
  type LineMatch,
  type MatchConditions,
  type MatchedDocument,
  type MatchLine,
  type MatchReason,
} from "./matching";
import { sameVendor } from "./vendor";
import { isReadable, type DocumentItem, type DocumentRead } from "../document";

/** Below this (0…1) the paper's own sums do not prove what was read of it. */
const PROVEN = 0.5;

export function judgeLine(line: MatchLine, holding: Holding): LineMatch {
  const held = holding.of(line);
  if (held !== undefined) return judgeHeld(line, held, holding);
  if (line.needsNone) return { ...said(line, [], []), state: "不要" };
  const unread = holding.unreadOf(line);
  if (unread.length > 0) return said(line, [unreadReason(unread)], placedAll(unread, "backs"));
  const papers = otherPapers(line, holding);
  return papers.length > 0
    ? said(line, ["not-an-estimate"], placedAll(papers, "not-estimate"))
    : said(line, ["no-document"], []);
}

function judgeHeld(line: MatchLine, held: Held, holding: Holding): LineMatch {
  const backing = held.backs.map(({ document }) => document);
  const documents = documentsOf(line, held, holding);
  const unread = backing.filter((document) => !isReadable(document));
  if (unread.length > 0) return said(line, [unreadReason(unread)], documents);
  if (backing.every(({ kind }) => kind !== "estimate"))
    return said(line, ["not-an-estimate"], placedAll(backing, "not-estimate"));
  const formal = formalReasons(line, backing, holding.conditions);
  if (backing.some(({ currency }) => currency !== "JPY"))
    return said(line, ["foreign-currency", ...formal], documents, null, held.runnerUp);
  // Figures that a person typed off a picture rest on that person's eyes.
  if (backing.some(({ readBy }) => readBy === "person")) formal.push("scanned");
  // What the paper's own sums do not prove can be wrong itself, and proves nothing against a line.
  const isUnproven = ({ problem, confidence }: DocumentRead): boolean =>
    problem === "arithmetic" || confidence < PROVEN;
  if (backing.some(isUnproven) && !restsOnTotal(held))
    return said(line, ["unreadable", ...formal], documents, null, held.runnerUp);
  return said(line, [...formal, ...contentReasons(line, held)], documents, held.difference, held.runnerUp);
}

/**
 * The line is to the yen what the paper asks for in the end, and its net, tax and gross prove each other: what does not
 * add up is among its items, and is the paper's own fault.
 */
const restsOnTotal = ({ backs, relation }: Held): boolean =>
  relation === "equal" &&
  backs.length === 1 &&
  backs.every(
    ({ document: { net, tax: added, gross }, items }) =>
      items === null && net !== null && added !== null && added > 0 && net + added === gross,
  );

/** Addressed to another, dated too early, no longer valid. */
function formalReasons(
  line: MatchLine,
  backing: readonly DocumentRead[],
  { applicant, opened }: MatchConditions,
): MatchReason[] {
  const reasons: MatchReason[] = [];
  if (backing.some(({ addressee }) => isSameCompany(addressee, applicant) === false)) reasons.push("addressee");
  if (backing.some(({ date }) => date !== null && opened !== null && date < opened)) reasons.push("before-call");
  if (backing.some(({ validUntil }) => validUntil !== null && line.orderDate !== null && validUntil < line.orderDate))
    reasons.push("expired");
  return reasons;
}

/** Another vendor, amount or item than the paper's. */
function contentReasons(line: MatchLine, held: Held): MatchReason[] {
  const reasons: MatchReason[] = [];
  const backing = held.backs.map(({ document }) => document);
  if (backing.every((document) => sameVendor(line.vendor, document) === false)) reasons.push("vendor");
  if (held.several) reasons.push("several-candidates");
  else if (held.relation !== "equal") reasons.push(held.relation);
  if (held.backs.some(({ document, items }) => items?.some((at) => document.items[at]?.optional === true) === true))
    reasons.push("optional-item");
  if (held.relation === "equal" && held.together === null && isStrange(line, held)) reasons.push("item-name");
  if (held.comparatives.some((other) => backing.some((document) => offersOther(document, other))))
    reasons.push("comparative-differs");
  return reasons;
}

const isStrange = (line: MatchLine, { backs }: Held): boolean =>
  backs.every(({ document, items }) => sharesNothing(line.description, backingText(document, items)));

const noEstimates = (line: MatchLine, holding: Holding): DocumentRead[] =>
  holding.documents.filter(
    (document) => isReadable(document) && document.kind !== "estimate" && !holding.isBarred(line, document),
  );

/** Invoices and orders that bear its number. */
const numberedPapers = (line: MatchLine, holding: Holding): DocumentRead[] =>
  noEstimates(line, holding).filter(({ evidenceNo }) => evidenceNo !== null && line.numbers.includes(evidenceNo));

/** Invoices and orders that bear its number or content. */
function otherPapers(line: MatchLine, holding: Holding): DocumentRead[] {
  const numbered = numberedPapers(line, holding);
  if (numbered.length > 0) return numbered;
  return noEstimates(line, holding).filter(
    (document) =>
      document.evidenceNo === null &&
      holding.optionsFor(line, document).some((option) => option.relation !== "amount" && fits(line, option)),
  );
}

const unreadReason = (unread: readonly DocumentRead[]): MatchReason =>
  unread.every(({ problem }) => problem === "no-text") ? "scanned" : "unreadable";

/** The first reason, in the order in which they are named, decides the state. */
function said(
  { sheet, row }: MatchLine,
  found: readonly MatchReason[],
  documents: readonly MatchedDocument[],
  difference: number | null = null,
  runnerUp: Option | null = null,
): LineMatch {
  const [reason = null, ...also] = MATCH_REASONS.filter((it) => found.includes(it));
  return {
    sheet,
    row,
    state: reason === null ? "一致" : STATE_OF[reason],
    reason,
    also,
    documents,
    difference,
    runnerUp: runnerUp === null ? null : placed(runnerUp.document, runnerUp.items?.[0] ?? null, "backs"),
    decided: null,
  };
}

function documentsOf(line: MatchLine, { backs, comparatives }: Held, holding: Holding): MatchedDocument[] {
  const { duplicates } = holding;
  const copies = [...duplicates].filter(([, original]) => backs.some(({ document }) => document === original));
  return [
    ...backs.flatMap(({ document, items }) =>
      (items ?? [null]).map((at: number | null) => placed(document, at, "backs")),
    ),
    ...placedAll(comparatives, "comparative"),
    ...placedAll(
      copies.map(([copy]) => copy),
      "duplicate",
    ),
    ...placedAll(
      numberedPapers(line, holding).filter((paper) => !backs.some(({ document }) => document === paper)),
      "not-estimate",
    ),
  ];
}

const placedAll = (documents: readonly DocumentRead[], role: MatchedDocument["role"]): MatchedDocument[] =>
  documents.map((document) => placed(document, null, role));

const placed = (
  { file, page, row }: DocumentRead,
  item: number | null,
  role: MatchedDocument["role"],
): MatchedDocument => ({ file, page, row, item: item === null ? null : item + 1, role });

/** Other items, or other quantities of them: the two are no comparison. */
function offersOther(document: DocumentRead, other: DocumentRead): boolean {
  const counted = (it: DocumentRead): DocumentItem[] =>
    it.items.filter(({ optional, amount }) => !optional && (amount ?? 0) >= 0);
  const [own, theirs] = [counted(document), counted(other)];
  if (own.length === 0 || theirs.length === 0) return false;
  if (own.length !== theirs.length) return true;
  const left = [...theirs];
  for (const item of own) {
    const best = left
      .map((it, at) => ({
        at,
        it,
        alike:
          likeness(itemText(item), itemText(it)) + (item.quantity === it.quantity ? 0.2 : 0) + (at === 0 ? 0.05 : 0),
      }))
      .sort((a, b) => b.alike - a.alike)[0];
    if (best === undefined) return true;
    if (item.quantity !== null && best.it.quantity !== null && item.quantity !== best.it.quantity) return true;
    if (
      sharesNothing(itemText(item), itemText(best.it)) &&
      best.alike < 0.21 &&
      own.length > 1 &&
      sharesNothing(item.name, wholeText(other))
    )
      return true;
    left.splice(best.at, 1);
  }
  return false;
}
