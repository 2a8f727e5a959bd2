/** Papers that bear a line's item number (項番). */
import { sumOrNull, wholeYen } from "./backing";
import { holdGroup } from "./group";
import type { Holding } from "./holding";
import { namesMore } from "./likeness";
import type { MatchLine } from "./matching";
import { sameVendor } from "./vendor";
import type { DocumentRead } from "../document";

/** Which papers of one number back its lines, and which are there to compare. */
interface Parts {
  readonly backing: readonly DocumentRead[];
  readonly comparatives: readonly DocumentRead[];
}

export function holdByNumber(holding: Holding): void {
  const numbers = new Set(holding.open().flatMap((line) => line.numbers.slice(0, 1)));
  for (const number of numbers) {
    const group = holding.open().filter((line) => line.numbers[0] === number);
    const wanted = new Set(group.flatMap(({ numbers: own }) => own));
    const named = holding.usable.filter(
      (document) =>
        document.evidenceNo !== null &&
        wanted.has(document.evidenceNo) &&
        group.some((line) => !holding.said.barred.has(line) || holding.optionsFor(line, document).length > 0),
    );
    if (named.length > 0) holdNamed(group, named, holding);
  }
}

function holdNamed(group: readonly MatchLine[], named: readonly DocumentRead[], holding: Holding): void {
  const parts = partsOf(group, named, holding);
  const { backing, comparatives } = parts;
  const [line] = group as [MatchLine];
  const isOneOfSeveral =
    group.length === 1 &&
    backing.length > 1 &&
    (line.numbers.length > 1 || namesMore(line.vendor ?? "") || sumsUp(line, backing, holding));
  if (isOneOfSeveral) holdAll(line, parts, holding);
  else holdGroup(group, backing, comparatives, holding);
}

function partsOf(group: readonly MatchLine[], named: readonly DocumentRead[], holding: Holding): Parts {
  const all: Parts = { backing: named, comparatives: [] };
  if (named.length === 1) return all;
  const own = named.filter((document) => group.some((line) => sameVendor(line.vendor, document) === true));
  const hasSeveral =
    group.some(({ vendor }) => vendor !== null && namesMore(vendor)) || group.some(({ numbers }) => numbers.length > 1);
  if (own.length > 0 && own.length < named.length && !hasSeveral) return parted(named, (it) => own.includes(it));
  const declared = named.filter(({ comparative }) => comparative);
  if (declared.length > 0 && declared.length < named.length) return parted(named, ({ comparative }) => !comparative);
  if (own.length === named.length || hasSeveral) return all;
  // No issuer is the line's vendor: what fits best is held against it.
  const line = group[0] as MatchLine;
  if (sumsUp(line, named, holding)) return all;
  const cost = (document: DocumentRead): number => holding.optionsFor(line, document)[0]?.cost ?? Infinity;
  const [best, ...others] = [...named].sort((a, b) => cost(a) - cost(b)) as [DocumentRead, ...DocumentRead[]];
  return { backing: [best], comparatives: others };
}

const parted = (named: readonly DocumentRead[], backs: (document: DocumentRead) => boolean): Parts => ({
  backing: named.filter(backs),
  comparatives: named.filter((document) => !backs(document)),
});

function sumsUp(line: MatchLine, documents: readonly DocumentRead[], { tax }: Holding): boolean {
  if (documents.length < 2) return false;
  const sum = sumOrNull(documents.map((document) => wholeYen(document, tax)));
  return sum !== null && sum === line.amount;
}

/** One line that rests on several papers. */
function holdAll(line: MatchLine, { backing, comparatives }: Parts, holding: Holding): void {
  const { tax } = holding;
  const backed = sumOrNull(backing.map((document) => wholeYen(document, tax)));
  const other = sumOrNull(backing.map(({ gross, net }) => (tax === "exclusive" ? gross : net)));
  const difference = backed === null || line.amount === null ? null : line.amount - backed;
  holding.hold(line, {
    backs: backing.map((document) => ({ document, items: null })),
    difference,
    relation: difference === 0 ? "equal" : other !== null && other === line.amount ? "tax-treatment" : "amount",
    comparatives,
  });
}
