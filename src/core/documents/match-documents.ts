/**
 * Holds the documents against the lines of a budget: first those that bear a line's number, then whatever is left by
 * vendor, amount and text; over the whole budget, so that a document backs one thing only.
 */
import { assign, itemText, optionsFor, wholeText, type Option } from "./assign";
import { discountOf, itemYen, relate, wholeYen } from "./backing";
import { isSameDocument, UNREAD, type DocumentItem, type DocumentRead } from "./document";
import { bareName, isSameCompany, likeness, namesMore, sharesNothing } from "./likeness";
import {
  MATCH_REASONS,
  STATE_OF,
  type LineMatch,
  type Matching,
  type MatchConditions,
  type MatchedDocument,
  type MatchLine,
  type MatchReason,
  type UnmatchedDocument,
} from "./matching";
import { plain } from "../text/plain";

/** What stands against a line, before it is judged. */
interface Held {
  readonly backs: readonly Piece[];
  readonly difference: number | null;
  readonly relation: Option["relation"];
  readonly others: readonly MatchedDocument[];
  readonly comparatives: readonly DocumentRead[];
  readonly runnerUp: Option | null;
  /** Candidates among which nothing chooses. */
  readonly several: boolean;
  /** The lines that only together are the document. */
  readonly together: readonly MatchLine[] | null;
}

/** A document, or items of it by their positions from 0. */
export interface Piece {
  readonly document: DocumentRead;
  readonly items: readonly number[] | null;
}

/** What a person said before: it is not weighed against anything. */
export interface Said {
  /** What is to be held against a line, and nothing else. */
  readonly pinned: ReadonlyMap<MatchLine, readonly Piece[]>;
  /** What is not to be held against it. */
  readonly barred: ReadonlyMap<MatchLine, readonly Piece[]>;
}
const NOTHING_SAID: Said = { pinned: new Map(), barred: new Map() };

export function matchDocuments(
  lines: readonly MatchLine[],
  documents: readonly DocumentRead[],
  conditions: MatchConditions,
  said: Said = NOTHING_SAID,
): Matching {
  return new Match(lines, documents, conditions, said).result();
}

class Match {
  private readonly held = new Map<MatchLine, Held>();
  private readonly duplicates: ReadonlyMap<DocumentRead, DocumentRead>;
  private readonly usable: readonly DocumentRead[];

  constructor(
    private readonly lines: readonly MatchLine[],
    private readonly documents: readonly DocumentRead[],
    private readonly conditions: MatchConditions,
    private readonly said: Said,
  ) {
    this.duplicates = duplicatesOf(documents);
    this.usable = documents.filter((document) => isEstimate(document) && !this.duplicates.has(document));
  }

  result(): Matching {
    this.asSaid();
    this.byNumber();
    this.byContent();
    this.byLeftOver();
    const matches = this.lines.map((line) => this.judge(line));
    return { matches, unmatched: this.unmatched(matches) };
  }

  private open(): MatchLine[] {
    return this.lines.filter((line) => !line.needsNone && !this.held.has(line));
  }

  // ---- by what a person said

  private asSaid(): void {
    for (const [line, pieces] of this.said.pinned) {
      const [first] = pieces;
      if (first === undefined) continue;
      const own = { others: [], comparatives: [], runnerUp: null, several: false, together: null };
      if (pieces.length === 1) {
        const { document, items } = first;
        const chosen = items?.map((at) => document.items[at] as DocumentItem) ?? null;
        const { relation, difference } = relate(line.amount, line, document, chosen, this.conditions.tax);
        this.held.set(line, { ...own, backs: pieces, relation, difference });
        continue;
      }
      const { tax } = this.conditions;
      const yenOf = ({ document, items }: Piece): (number | null)[] =>
        items?.map((at) => itemYen(document, document.items[at] as DocumentItem, tax)) ?? [wholeYen(document, tax)];
      const backed = sumOrNull(pieces.flatMap(yenOf));
      const difference = line.amount === null || backed === null ? null : line.amount - backed;
      this.held.set(line, { ...own, backs: pieces, relation: difference === 0 ? "equal" : "amount", difference });
    }
  }

  /** A person said that the document, or any of these items, does not back the line. */
  private isBarred(line: MatchLine, document: DocumentRead, items: readonly number[] | null = null): boolean {
    return (this.said.barred.get(line) ?? []).some(
      (piece) =>
        piece.document === document &&
        (piece.items === null || items === null || piece.items.some((at) => items.includes(at))),
    );
  }

  private optionsFor(line: MatchLine, document: DocumentRead): Option[] {
    const options = optionsFor(line, document, this.conditions);
    return this.said.barred.has(line) ? options.filter(({ items }) => !this.isBarred(line, document, items)) : options;
  }

  /** Items that lines hold by what a person said. */
  private takenAsSaid(): Map<DocumentRead, ReadonlySet<number>> {
    const taken = new Map<DocumentRead, Set<number>>();
    for (const { document, items } of [...this.said.pinned.values()].flat()) {
      const own = taken.get(document) ?? new Set<number>();
      for (const at of items ?? document.items.keys()) own.add(at);
      taken.set(document, own);
    }
    return taken;
  }

  // ---- by number

  private byNumber(): void {
    const numbers = new Set(this.open().flatMap((line) => line.numbers.slice(0, 1)));
    for (const number of numbers) {
      const group = this.open().filter((line) => line.numbers[0] === number);
      const wanted = new Set(group.flatMap(({ numbers: own }) => own));
      const named = this.usable.filter(
        (document) =>
          document.evidenceNo !== null &&
          wanted.has(document.evidenceNo) &&
          group.some((line) => !this.said.barred.has(line) || this.optionsFor(line, document).length > 0),
      );
      if (named.length > 0) this.holdGroup(group, named);
    }
  }

  private holdGroup(group: readonly MatchLine[], named: readonly DocumentRead[]): void {
    const { backing, comparatives } = this.partOf(group, named);
    const several = group.find(({ numbers }) => numbers.length > 1) !== undefined;
    if (group.length === 1 && backing.length > 1) {
      const [line] = group as [MatchLine];
      if (several || namesMore(line.vendor ?? "") || this.sumsUp(line, backing)) {
        this.holdAll(line, backing, comparatives);
        return;
      }
    }
    this.holdLines(group, backing, comparatives);
  }

  /** Which papers of one number back its lines, and which are there to compare. */
  private partOf(
    group: readonly MatchLine[],
    named: readonly DocumentRead[],
  ): { backing: DocumentRead[]; comparatives: DocumentRead[] } {
    if (named.length === 1) return { backing: [...named], comparatives: [] };
    const isOf = (document: DocumentRead): boolean => group.some((line) => sameVendor(line.vendor, document) === true);
    const own = named.filter(isOf);
    const line = group[0] as MatchLine;
    const more = group.some(({ vendor }) => vendor !== null && namesMore(vendor));
    if (own.length > 0 && own.length < named.length && !more && group.every(({ numbers }) => numbers.length < 2))
      return this.apart(
        line,
        own,
        named.filter((document) => !own.includes(document)),
      );
    const declared = named.filter(({ comparative }) => comparative);
    if (declared.length > 0 && declared.length < named.length)
      return { backing: named.filter((document) => !document.comparative), comparatives: declared };
    if (own.length === named.length || more || group.some(({ numbers }) => numbers.length > 1))
      return { backing: [...named], comparatives: [] };
    // No issuer is the line's vendor: what fits best is held against it.
    const cost = (document: DocumentRead): number => this.optionsFor(line, document)[0]?.cost ?? Infinity;
    const best = [...named].sort((a, b) => cost(a) - cost(b));
    if (this.sumsUp(line, named)) return { backing: [...named], comparatives: [] };
    return { backing: best.slice(0, 1), comparatives: best.slice(1) };
  }

  private apart(
    line: MatchLine,
    own: DocumentRead[],
    rest: DocumentRead[],
  ): { backing: DocumentRead[]; comparatives: DocumentRead[] } {
    // A second paper of the same vendor that calls itself a comparison, or replaces the first, backs nothing beside it.
    void line;
    return { backing: own, comparatives: rest };
  }

  private sumsUp(line: MatchLine, documents: readonly DocumentRead[]): boolean {
    if (documents.length < 2) return false;
    const sum = documents.reduce<number | null>((all, document) => {
      const yen = wholeYen(document, this.conditions.tax);
      return all === null || yen === null ? null : all + yen;
    }, 0);
    return sum !== null && sum === line.amount;
  }

  private holdAll(line: MatchLine, backing: readonly DocumentRead[], comparatives: readonly DocumentRead[]): void {
    const sum = (of: (document: DocumentRead) => number | null): number | null =>
      backing.reduce<number | null>((all, document) => {
        const yen = of(document);
        return all === null || yen === null ? null : all + yen;
      }, 0);
    const net = sum((document) => wholeYen(document, this.conditions.tax));
    const other = sum(({ gross, net: own }) => (this.conditions.tax === "exclusive" ? gross : own));
    const difference = net === null || line.amount === null ? null : line.amount - net;
    this.held.set(line, {
      backs: backing.map((document) => ({ document, items: null })),
      difference,
      relation: difference === 0 ? "equal" : other !== null && other === line.amount ? "tax-treatment" : "amount",
      others: [],
      comparatives,
      runnerUp: null,
      several: false,
      together: null,
    });
  }

  private holdLines(
    group: readonly MatchLine[],
    backing: readonly DocumentRead[],
    comparatives: readonly DocumentRead[],
  ): void {
    const options = group.map((line) =>
      backing
        .filter((document) => backing.length === 1 || sameVendor(line.vendor, document) !== false)
        .flatMap((document) => this.optionsFor(line, document))
        .sort((a, b) => a.cost - b.cost),
    );
    const { chosen, runnerUps } = assign(options, this.takenAsSaid());
    const together = this.together(group, chosen, backing);
    for (const [at, line] of group.entries()) {
      const joint = together.get(line);
      const option = group.length === 1 ? wholeIfNearer(chosen[at] ?? null, options[at] ?? []) : (chosen[at] ?? null);
      if (joint !== undefined) this.held.set(line, { ...joint, comparatives, runnerUp: option });
      else if (option !== null) this.hold(line, option, runnerUps[at] ?? null, comparatives);
      else {
        // Its number is that of the paper, and all of the paper belongs to other lines.
        const fallback =
          options[at]?.find(({ items }) => items === null) ??
          (backing[0] === undefined
            ? undefined
            : this.optionsFor(line, backing[0]).find(({ items }) => items === null));
        if (fallback !== undefined) this.hold(line, fallback, null, comparatives);
      }
    }
  }

  private hold(
    line: MatchLine,
    option: Option,
    runnerUp: Option | null,
    comparatives: readonly DocumentRead[],
    several = false,
  ): void {
    this.held.set(line, {
      backs: [{ document: option.document, items: wholeWhenAll(option) }],
      difference: option.difference,
      relation: option.relation,
      others: [],
      comparatives,
      runnerUp,
      several,
      together: null,
    });
  }

  /** Lines that are only together what a document, or one item of it, says. */
  private together(
    group: readonly MatchLine[],
    chosen: readonly (Option | null)[],
    backing: readonly DocumentRead[],
  ): Map<MatchLine, Held> {
    const found = new Map<MatchLine, Held>();
    const [document] = backing;
    if (document === undefined || backing.length > 1 || group.length < 2) return found;
    if (group.some((line) => this.isBarred(line, document))) return found;
    const joint = (lines: readonly MatchLine[], items: readonly number[] | null): boolean => {
      const amount = lines.reduce<number | null>(
        (sum, line) => (sum === null || line.amount === null ? null : sum + line.amount),
        0,
      );
      const own = items === null ? null : items.map((at) => document.items[at] as DocumentItem);
      const { relation, difference } = relate(amount, null, document, own, this.conditions.tax);
      if (relation === "amount" || relation === "quantity") return false;
      for (const line of lines)
        found.set(line, {
          backs: [{ document, items }],
          difference,
          relation,
          others: [],
          comparatives: [],
          runnerUp: null,
          several: false,
          together: lines,
        });
      return true;
    };
    const wrong = group.filter((_, at) => chosen[at] == null || chosen[at].relation === "amount");
    if (wrong.length === 0) {
      // Every line is an item of the paper, and together they claim more than it asks for: the discount is left out.
      const items = new Set(chosen.flatMap((option) => option?.items ?? []));
      const discounts = document.items.flatMap(({ amount, optional }, at) =>
        !optional && amount !== null && amount < 0 ? [at] : [],
      );
      const rest = document.items.flatMap(({ optional }, at) =>
        optional || items.has(at) || discounts.includes(at) ? [] : [at],
      );
      if (
        discounts.length > 0 &&
        rest.length === 0 &&
        discounts.every((at) => !items.has(at)) &&
        chosen.every((option) => option?.relation === "equal")
      )
        joint(group, null);
      return found;
    }
    if (joint(group, null)) return found;
    const free = document.items.flatMap((_, at) =>
      chosen.some((option) => option !== null && option.relation !== "amount" && option.items?.includes(at) === true)
        ? []
        : [at],
    );
    if (wrong.length >= 2)
      for (const subset of subsetsOfLines(wrong)) {
        if (found.size > 0) break;
        for (const at of free) if (joint(subset, [at])) break;
        if (found.size === 0 && free.length > 1 && subset.length === wrong.length)
          joint(
            subset,
            free.filter((at) => document.items[at]?.optional !== true),
          );
      }
    if (found.size === 0 && document.items.length === 1) {
      // One lump behind several lines: they bear the difference of the group.
      const amount = group.reduce<number | null>(
        (sum, line) => (sum === null || line.amount === null ? null : sum + line.amount),
        0,
      );
      const { relation, difference } = relate(amount, null, document, null, this.conditions.tax);
      for (const line of group)
        found.set(line, {
          backs: [{ document, items: null }],
          difference,
          relation: relation === "quantity" ? "amount" : relation,
          others: [],
          comparatives: [],
          runnerUp: null,
          several: false,
          together: group,
        });
    }
    return found;
  }

  // ---- by vendor, amount and text

  private byContent(): void {
    const used = new Set(
      [...this.held.values()].flatMap(({ backs, comparatives }) => [
        ...backs.map(({ document }) => document),
        ...comparatives,
      ]),
    );
    const free = this.usable.filter((document) => !used.has(document) && !document.comparative);
    const open = this.open().filter((line) => !this.isUnread(line));
    const pairs = open.flatMap((line) =>
      free.flatMap((document) => {
        const option = this.optionsFor(line, document).find((it) => this.fits(line, it));
        return option === undefined
          ? []
          : [{ line, document, option, weight: option.cost + (sameVendor(line.vendor, document) === true ? 0 : 0.8) }];
      }),
    );
    pairs.sort((a, b) => a.weight - b.weight);
    const taken = new Set<DocumentRead>();
    for (const { line, document, option, weight } of pairs) {
      if (this.held.has(line) || taken.has(document)) continue;
      // Several papers that fit a line equally, none of them needed by another line: only a person can choose.
      const rivals = pairs.filter(
        (pair) =>
          pair.line === line &&
          pair.document !== document &&
          !taken.has(pair.document) &&
          pair.option.relation === option.relation &&
          Math.abs(pair.weight - weight) < 0.12 &&
          !pairs.some(
            (other) =>
              other.document === pair.document &&
              other.line !== line &&
              !this.held.has(other.line) &&
              other.weight < pair.weight - 0.01,
          ),
      );
      if (rivals.length > 0 && option.relation === "equal" && line.numbers.length === 0) {
        const rivalled = [{ document, option }, ...rivals];
        // As many lines as papers that are all alike: each takes one.
        const lines = open.filter(
          (other) =>
            !this.held.has(other) &&
            rivalled.every((rival) => pairs.some((pair) => pair.line === other && pair.document === rival.document)),
        );
        if (lines.length < rivalled.length) {
          const backed = rivalled.reduce<number | null>((sum, rival) => {
            const yen = wholeYen(rival.document, this.conditions.tax);
            return sum === null || yen === null ? null : sum + yen;
          }, 0);
          this.held.set(line, {
            backs: rivalled.map((rival) => ({ document: rival.document, items: wholeWhenAll(rival.option) })),
            difference: line.amount === null || backed === null ? null : line.amount - backed,
            relation: "equal",
            others: [],
            comparatives: [],
            runnerUp: null,
            several: true,
            together: null,
          });
          for (const rival of rivalled) taken.add(rival.document);
          continue;
        }
      }
      // All open lines that this paper may back are held against it together.
      const lines = [
        line,
        ...pairs
          .filter((pair) => pair.document === document && pair.line !== line && !this.held.has(pair.line))
          .map((pair) => pair.line),
      ];
      const options = lines.map((own) => this.optionsFor(own, document).filter((it) => this.fits(own, it)));
      const { chosen, runnerUps } = assign(options);
      for (const [at, own] of lines.entries()) {
        const picked = chosen[at];
        if (picked != null) this.hold(own, picked, runnerUps[at] ?? null, []);
      }
      taken.add(document);
    }
    this.lumps(free.filter((document) => !taken.has(document)));
  }

  /** Lines of one vendor without a number that are together one paper. */
  private lumps(free: readonly DocumentRead[]): void {
    for (const document of free) {
      const lines = this.open().filter(
        (line) => line.numbers.length === 0 && sameVendor(line.vendor, document) === true,
      );
      if (lines.length < 2) continue;
      const amount = lines.reduce<number | null>(
        (sum, line) => (sum === null || line.amount === null ? null : sum + line.amount),
        0,
      );
      if (amount !== null && amount === wholeYen(document, this.conditions.tax)) this.holdLines(lines, [document], []);
    }
  }

  private fits(line: MatchLine, { document, items, relation }: Option): boolean {
    const vendor = sameVendor(line.vendor, document);
    const text = likeness(
      line.description,
      items === null ? wholeText(document) : items.map((at) => itemText(document.items[at] as DocumentItem)).join(" "),
    );
    // A number of its own that is another's speaks against it.
    const other = line.numbers.length > 0 && document.evidenceNo !== null;
    if (vendor === true) {
      if (relation === "equal") return !other || text >= 0.2;
      if (relation === "amount") return text >= (other ? 0.5 : 0.3);
      return text >= 0.15;
    }
    if (relation === "equal") return vendor === null ? text >= (other ? 0.4 : 0.2) : text >= 0.5;
    return vendor === null && relation !== "amount" && text >= 0.4;
  }

  /** A line without its own paper may be an item that is left in another's. */
  private byLeftOver(): void {
    for (const line of this.open()) {
      if (this.isUnread(line)) continue;
      const options = this.usable.flatMap((document) => {
        if (sameVendor(line.vendor, document) !== true) return [];
        const taken = new Set(
          [...this.held.values()].flatMap(({ backs }) =>
            backs
              .filter((it) => it.document === document)
              .flatMap(({ items }) => items ?? document.items.map((_, at) => at)),
          ),
        );
        return this.optionsFor(line, document).filter(
          ({ items, relation }) => relation !== "amount" && items !== null && items.every((at) => !taken.has(at)),
        );
      });
      const best = options.filter((option) => this.fits(line, option)).sort((a, b) => a.cost - b.cost)[0];
      if (best !== undefined) this.hold(line, best, null, []);
    }
  }

  // ---- what cannot be compared

  private unreadOf(line: MatchLine): DocumentRead[] {
    const unread = this.documents.filter(
      (document) => document.problem !== null && UNREAD.has(document.problem) && !this.isBarred(line, document),
    );
    const numbered = unread.filter(({ evidenceNo }) => evidenceNo !== null && line.numbers.includes(evidenceNo));
    if (numbered.length > 0 || line.vendor === null) return numbered;
    const vendor = bareName(line.vendor);
    return vendor.length < 3
      ? []
      : unread.filter(
          ({ evidenceNo, file }) =>
            evidenceNo === null &&
            plain(file)
              .toLowerCase()
              .replace(/[・･\-ー－‐―]/g, "")
              .includes(vendor),
        );
  }

  private isUnread(line: MatchLine): boolean {
    return this.unreadOf(line).some(({ evidenceNo }) => evidenceNo !== null);
  }

  /** Invoices and orders that bear its number or content. */
  private otherPapers(line: MatchLine): DocumentRead[] {
    const papers = this.documents
      .filter((document) => document.problem === null || !UNREAD.has(document.problem))
      .filter((document) => document.kind !== "estimate" && !this.isBarred(line, document));
    const numbered = papers.filter(({ evidenceNo }) => evidenceNo !== null && line.numbers.includes(evidenceNo));
    if (numbered.length > 0) return numbered;
    return papers.filter(
      (document) =>
        document.evidenceNo === null &&
        this.optionsFor(line, document).some((option) => option.relation !== "amount" && this.fits(line, option)),
    );
  }

  // ---- judging

  private judge(line: MatchLine): LineMatch {
    const { sheet, row } = line;
    const say = (
      reasons: readonly MatchReason[],
      documents: readonly MatchedDocument[],
      difference: number | null,
      runnerUp: Option | null = null,
    ): LineMatch => {
      const [reason = null, ...also] = MATCH_REASONS.filter((it) => reasons.includes(it));
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
    };
    const held = this.held.get(line);
    if (line.needsNone && held === undefined) return { ...say([], [], null), state: "不要" };
    if (held === undefined) {
      const unread = this.unreadOf(line);
      if (unread.length > 0) {
        const scans = unread.every(({ problem }) => problem === "no-text");
        return say(
          [scans ? "scanned" : "unreadable"],
          unread.map((document) => placed(document, null, "backs")),
          null,
        );
      }
      const papers = this.otherPapers(line);
      if (papers.length > 0)
        return say(
          ["not-an-estimate"],
          papers.map((document) => placed(document, null, "not-estimate")),
          null,
        );
      return say(["no-document"], [], null);
    }
    const documents = [
      ...held.backs.flatMap(({ document, items }) =>
        items === null ? [placed(document, null, "backs")] : items.map((at) => placed(document, at, "backs")),
      ),
      ...held.comparatives.map((document) => placed(document, null, "comparative")),
      ...held.backs.flatMap(({ document }) => this.copiesOf(document).map((copy) => placed(copy, null, "duplicate"))),
    ];
    const backing = held.backs.map(({ document }) => document);
    const unread = backing.filter(({ problem }) => problem !== null && UNREAD.has(problem));
    if (unread.length > 0) {
      const scans = unread.every(({ problem }) => problem === "no-text");
      return say([scans ? "scanned" : "unreadable"], documents, null);
    }
    if (backing.every(({ kind }) => kind !== "estimate"))
      return say(
        ["not-an-estimate"],
        backing.map((document) => placed(document, null, "not-estimate")),
        null,
      );
    if (backing.some(({ currency }) => currency !== "JPY"))
      return say(["foreign-currency", ...this.formal(line, backing)], documents, null, held.runnerUp);
    const reasons: MatchReason[] = [...this.formal(line, backing)];
    // Figures that a person typed off a picture rest on that person's eyes.
    if (backing.some(({ readBy }) => readBy === "person")) reasons.push("scanned");
    // What the paper's own sums do not prove can be wrong itself, and proves nothing against a line.
    if (backing.some(({ problem, confidence }) => problem === "arithmetic" || confidence < 0.5))
      return say(["unreadable", ...reasons], documents, null, held.runnerUp);
    if (backing.every((document) => sameVendor(line.vendor, document) === false)) reasons.push("vendor");
    if (held.several) reasons.push("several-candidates");
    else if (held.relation !== "equal") reasons.push(held.relation);
    else if (held.difference !== 0) reasons.push("amount");
    const items = held.backs.flatMap(({ document, items: own }) =>
      (own ?? []).map((at) => document.items[at] as DocumentItem),
    );
    if (items.some(({ optional }) => optional)) reasons.push("optional-item");
    if (held.relation === "equal" && held.together === null && this.isStrange(line, held)) reasons.push("item-name");
    if (held.comparatives.some((other) => backing.some((document) => offersOther(document, other))))
      reasons.push("comparative-differs");
    return say(reasons, documents, held.difference, held.runnerUp);
  }

  /** Addressed to another, dated too early, no longer valid. */
  private formal(line: MatchLine, backing: readonly DocumentRead[]): MatchReason[] {
    const { applicant, opened } = this.conditions;
    const reasons: MatchReason[] = [];
    if (backing.some(({ addressee }) => isSameCompany(addressee, applicant) === false)) reasons.push("addressee");
    if (backing.some(({ date }) => date !== null && opened !== null && date < opened)) reasons.push("before-call");
    if (backing.some(({ validUntil }) => validUntil !== null && line.orderDate !== null && validUntil < line.orderDate))
      reasons.push("expired");
    return reasons;
  }

  private isStrange(line: MatchLine, { backs }: Held): boolean {
    return backs.every(({ document, items }) =>
      sharesNothing(
        line.description,
        items === null
          ? wholeText(document)
          : `${items.map((at) => itemText(document.items[at] as DocumentItem)).join(" ")}`,
      ),
    );
  }

  private copiesOf(document: DocumentRead): DocumentRead[] {
    return [...this.duplicates].filter(([, original]) => original === document).map(([copy]) => copy);
  }

  private unmatched(matches: readonly LineMatch[]): UnmatchedDocument[] {
    const found: UnmatchedDocument[] = [];
    const named = new Set(matches.flatMap(({ documents }) => documents.map(keyOf)));
    for (const document of this.documents) {
      const { file, page, row, kind } = document;
      if (kind !== "estimate" || (document.problem !== null && UNREAD.has(document.problem))) continue;
      const original = this.duplicates.get(document);
      if (!named.has(keyOf(document))) {
        if (original === undefined || !named.has(keyOf(original))) found.push({ file, page, row, item: null });
        continue;
      }
      const resting = [...this.held].filter(([, { backs }]) => backs.some((it) => it.document === document));
      if (
        resting.length === 0 ||
        resting.some(([, { backs }]) => backs.some((it) => it.document === document && it.items === null))
      )
        continue;
      const taken = new Set(
        resting.flatMap(([, { backs }]) =>
          backs.filter((it) => it.document === document).flatMap(({ items }) => items ?? []),
        ),
      );
      const sum = resting.reduce((all, [line]) => all + (line.amount ?? 0), 0);
      if (sum === wholeYen(document, this.conditions.tax)) continue;
      for (const [at, { optional }] of document.items.entries())
        if (!optional && !taken.has(at)) found.push({ file, page, row, item: at + 1 });
    }
    return found;
  }
}

const keyOf = ({ file, page, row }: { file: string; page: number; row: number | null }): string =>
  `${file}\n${page}\n${String(row)}`;
const isEstimate = ({ kind, problem }: DocumentRead): boolean =>
  kind === "estimate" && (problem === null || !UNREAD.has(problem));

const placed = (
  { file, page, row }: DocumentRead,
  item: number | null,
  role: MatchedDocument["role"],
): MatchedDocument => ({
  file,
  page,
  row,
  item: item === null ? null : item + 1,
  role,
});

/** A former name that the paper tells is the same company. */
function sameVendor(vendor: string | null, { issuer, formerly }: DocumentRead): boolean | null {
  const same = isSameCompany(vendor, issuer);
  return same === false && formerly.some((name) => isSameCompany(vendor, name) === true) ? true : same;
}

/** All counted items are the whole. */
function wholeWhenAll({ document, items }: Option): readonly number[] | null {
  if (items === null) return null;
  const counted = document.items.flatMap(({ optional }, at) => (optional ? [] : [at]));
  return counted.length === items.length && counted.every((at) => items.includes(at)) ? null : items;
}

/** Where no part of a paper is what its only line claims, the line rests on all of it, if that comes nearer. */
function wholeIfNearer(chosen: Option | null, options: readonly Option[]): Option | null {
  if (chosen?.relation !== "amount" || chosen.items === null) return chosen;
  const far = ({ difference }: Option): number => Math.abs(difference ?? Infinity);
  const whole = options.find(({ document, items }) => items === null && document === chosen.document);
  return whole !== undefined && far(whole) < far(chosen) ? whole : chosen;
}

const sumOrNull = (yen: readonly (number | null)[]): number | null =>
  yen.reduce<number | null>((sum, it) => (sum === null || it === null ? null : sum + it), 0);

function* subsetsOfLines(lines: readonly MatchLine[]): Generator<readonly MatchLine[]> {
  if (lines.length > 10) {
    yield lines;
    return;
  }
  const masks = Array.from({ length: (1 << lines.length) - 1 }, (_, at) => at + 1);
  const count = (mask: number): number => lines.filter((_, at) => (mask >> at) & 1).length;
  for (const mask of masks.filter((it) => count(it) >= 2).sort((a, b) => count(a) - count(b)))
    yield lines.filter((_, at) => (mask >> at) & 1);
}

/** The same estimate again: the later of two with the same issuer, day and figures, and the same number or items. */
function duplicatesOf(documents: readonly DocumentRead[]): Map<DocumentRead, DocumentRead> {
  const found = new Map<DocumentRead, DocumentRead>();
  const isCopy = ({ file }: DocumentRead): boolean =>
    /コピー|copy|\(\d\)|（\d）|再送|控え?|重複|_\d\.(?:pdf|xlsx)$/i.test(file.normalize("NFKC"));
  const ordered = documents.filter(isEstimate).map((document, at) => ({ document, at, copy: isCopy(document) }));
  ordered.sort(
    (a, b) =>
      Number(a.copy) - Number(b.copy) ||
      Number(a.document.evidenceNo === null) - Number(b.document.evidenceNo === null) ||
      a.at - b.at,
  );
  for (const [at, { document }] of ordered.entries())
    for (const { document: later } of ordered.slice(at + 1))
      if (!found.has(document) && !found.has(later) && isRepeated(document, later)) found.set(later, document);
  return found;
}

function isRepeated(a: DocumentRead, b: DocumentRead): boolean {
  if (isSameDocument(a, b)) return false;
  if (isSameCompany(a.issuer, b.issuer) !== true || a.date !== b.date || a.date === null) return false;
  if (a.net !== b.net || a.gross !== b.gross || (a.net === null && a.gross === null)) return false;
  if (a.row !== null && b.row !== null && a.evidenceNo !== b.evidenceNo) return false;
  const sameItems =
    a.items.length === b.items.length &&
    a.items.every(
      (item, at) => item.amount === b.items[at]?.amount && plain(item.name) === plain(b.items[at]?.name ?? ""),
    );
  return (a.number !== null && a.number === b.number) || (sameItems && (a.number === null || b.number === null));
}

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

export { discountOf };
