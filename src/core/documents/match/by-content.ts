/** Papers without a line's number, by vendor, amount and text: over all open lines, the closest pair first. */
import { assign, type Option } from "./assign";
import { sumOrNull, wholeYen } from "./backing";
import { fits } from "./fits";
import { holdGroup } from "./group";
import { wholeWhenAll, type Holding } from "./holding";
import type { MatchLine } from "./matching";
import { sameVendor } from "./vendor";
import type { DocumentRead } from "../document";

/** A line and a paper that may back it. The less the weight, the closer they are. */
interface Pair {
  readonly line: MatchLine;
  readonly document: DocumentRead;
  readonly option: Option;
  readonly weight: number;
}

const OTHER_VENDOR = 0.8;
/** Weights that differ by less are equally close. */
const AS_CLOSE = 0.12;
const CLOSER = 0.01;

export function holdByContent(holding: Holding): void {
  const free = freeOf(holding);
  const open = holding.open().filter((line) => !holding.isUnread(line));
  const pairs = pairsOf(open, free, holding);
  const taken = new Set<DocumentRead>();
  for (const pair of pairs) {
    if (holding.has(pair.line) || taken.has(pair.document)) continue;
    const rivalled = [pair, ...rivalsOf(pair, pairs, taken, holding)];
    if (isUndecided(rivalled, open, pairs, holding)) {
      holdSeveral(pair.line, rivalled, holding);
      for (const { document } of rivalled) taken.add(document);
    } else {
      holdTogether(pair, pairs, holding);
      taken.add(pair.document);
    }
  }
  for (const document of free) if (!taken.has(document)) holdLump(document, holding);
}

/** Papers that nothing holds so far. */
function freeOf(holding: Holding): DocumentRead[] {
  const used = new Set(
    holding.entries().flatMap(([, { backs, comparatives }]) => [...backs.map((it) => it.document), ...comparatives]),
  );
  return holding.usable.filter((document) => !used.has(document) && !document.comparative);
}

function pairsOf(lines: readonly MatchLine[], documents: readonly DocumentRead[], holding: Holding): Pair[] {
  const pairs = lines.flatMap((line) =>
    documents.flatMap((document): Pair[] => {
      const option = holding.optionsFor(line, document).find((it) => fits(line, it));
      if (option === undefined) return [];
      const strange = sameVendor(line.vendor, document) === true ? 0 : OTHER_VENDOR;
      return [{ line, document, option, weight: option.cost + strange }];
    }),
  );
  return pairs.sort((a, b) => a.weight - b.weight);
}

/** Other papers that fit the line as well, none of them needed by another line. */
function rivalsOf(
  { line, document, option, weight }: Pair,
  pairs: readonly Pair[],
  taken: ReadonlySet<DocumentRead>,
  holding: Holding,
): Pair[] {
  const isNeeded = (rival: Pair): boolean =>
    pairs.some(
      (other) =>
        other.document === rival.document &&
        other.line !== line &&
        !holding.has(other.line) &&
        other.weight < rival.weight - CLOSER,
    );
  return pairs.filter(
    (rival) =>
      rival.line === line &&
      rival.document !== document &&
      !taken.has(rival.document) &&
      rival.option.relation === option.relation &&
      Math.abs(rival.weight - weight) < AS_CLOSE &&
      !isNeeded(rival),
  );
}

/** Only a person can choose among them, unless as many lines as papers are all alike: then each takes one. */
function isUndecided(
  rivalled: readonly Pair[],
  open: readonly MatchLine[],
  pairs: readonly Pair[],
  holding: Holding,
): boolean {
  const [{ line, option }] = rivalled as [Pair];
  if (option.relation !== "equal" || line.numbers.length > 0) return false;
  const alike = open.filter(
    (other) =>
      !holding.has(other) &&
      rivalled.every(({ document }) => pairs.some((pair) => pair.line === other && pair.document === document)),
  );
  return alike.length < rivalled.length;
}

function holdSeveral(line: MatchLine, rivalled: readonly Pair[], holding: Holding): void {
  const backed = sumOrNull(rivalled.map(({ document }) => wholeYen(document, holding.tax)));
  holding.hold(line, {
    backs: rivalled.map(({ document, option }) => ({ document, items: wholeWhenAll(option) })),
    difference: line.amount === null || backed === null ? null : line.amount - backed,
    relation: "equal",
    several: true,
  });
}

/** All open lines that this paper may back are held against it together. */
function holdTogether({ line, document }: Pair, pairs: readonly Pair[], holding: Holding): void {
  const others = pairs.filter((it) => it.document === document && it.line !== line && !holding.has(it.line));
  const lines = [line, ...others.map((pair) => pair.line)];
  const options = lines.map((own) => holding.optionsFor(own, document).filter((option) => fits(own, option)));
  const { chosen, runnerUps } = assign(options);
  for (const [at, own] of lines.entries()) {
    const picked = chosen[at];
    if (picked != null) holding.holdOption(own, picked, { runnerUp: runnerUps[at] ?? null });
  }
}

/** Lines of one vendor without a number that are together one paper. */
function holdLump(document: DocumentRead, holding: Holding): void {
  const lines = holding
    .open()
    .filter((line) => line.numbers.length === 0 && sameVendor(line.vendor, document) === true);
  if (lines.length < 2) return;
  const amount = sumOrNull(lines.map((line) => line.amount));
  if (amount !== null && amount === wholeYen(document, holding.tax)) holdGroup(lines, [document], [], holding);
}
