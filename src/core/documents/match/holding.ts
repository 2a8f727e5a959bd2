/**
 * Which documents stand against which line while the two are brought together: the one thing that the steps of matching
 * share, each adding to what the steps before it left open.
 */
import { optionsFor, type Option } from "./assign";
import { duplicatesOf } from "./duplicates";
import { bareName } from "./likeness";
import type { MatchConditions, MatchLine } from "./matching";
import { isEstimate, isReadable, type DocumentRead } from "../document";
import { plain } from "../../text/plain";

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

/** What stands against a line, before it is judged. */
export interface Held {
  readonly backs: readonly Piece[];
  /** Yen: the line minus what backs it. */
  readonly difference: number | null;
  readonly relation: Option["relation"];
  readonly comparatives: readonly DocumentRead[];
  readonly runnerUp: Option | null;
  /** Candidates among which nothing chooses. */
  readonly several: boolean;
  /** The lines that only together are the document. */
  readonly together: readonly MatchLine[] | null;
}

export class Holding {
  /** Estimates that can back a line: read, and not the same paper again. */
  readonly usable: readonly DocumentRead[];
  /** A paper that is there again, and the one it repeats. */
  readonly duplicates: ReadonlyMap<DocumentRead, DocumentRead>;
  private readonly held = new Map<MatchLine, Held>();

  constructor(
    readonly lines: readonly MatchLine[],
    readonly documents: readonly DocumentRead[],
    readonly conditions: MatchConditions,
    readonly said: Said,
  ) {
    this.duplicates = duplicatesOf(documents);
    this.usable = documents.filter((document) => isEstimate(document) && !this.duplicates.has(document));
  }

  get tax(): MatchConditions["tax"] {
    return this.conditions.tax;
  }

  /** Lines that need an estimate and have none yet. */
  open(): MatchLine[] {
    return this.lines.filter((line) => !line.needsNone && !this.held.has(line));
  }

  has(line: MatchLine): boolean {
    return this.held.has(line);
  }

  of(line: MatchLine): Held | undefined {
    return this.held.get(line);
  }

  entries(): [MatchLine, Held][] {
    return [...this.held];
  }

  hold(line: MatchLine, held: Pick<Held, "backs" | "difference" | "relation"> & Partial<Held>): void {
    this.held.set(line, { comparatives: [], runnerUp: null, several: false, together: null, ...held });
  }

  holdOption(line: MatchLine, option: Option, more: Partial<Held> = {}): void {
    const { document, relation, difference } = option;
    this.hold(line, { backs: [{ document, items: wholeWhenAll(option) }], relation, difference, ...more });
  }

  /** The ways to back a line by a document, the best first, without those that a person ruled out. */
  optionsFor(line: MatchLine, document: DocumentRead): Option[] {
    const options = optionsFor(line, document, this.conditions);
    return this.said.barred.has(line) ? options.filter(({ items }) => !this.isBarred(line, document, items)) : options;
  }

  /** A person said that the document, or any of these items, does not back the line. */
  isBarred(line: MatchLine, document: DocumentRead, items: readonly number[] | null = null): boolean {
    return (this.said.barred.get(line) ?? []).some(
      (piece) =>
        piece.document === document &&
        (piece.items === null || items === null || piece.items.some((at) => items.includes(at))),
    );
  }

  /** The items of a document that back a line already; all of them where a line rests on the whole. */
  itemsHeld(document: DocumentRead): Set<number> {
    const pieces = this.entries().flatMap(([, { backs }]) => backs.filter((piece) => piece.document === document));
    return new Set(pieces.flatMap(({ items }) => items ?? [...document.items.keys()]));
  }

  /** Papers of this line that show no text to compare: scans, locked or broken files. */
  unreadOf(line: MatchLine): DocumentRead[] {
    const unread = this.documents.filter((document) => !isReadable(document) && !this.isBarred(line, document));
    const numbered = unread.filter(({ evidenceNo }) => evidenceNo !== null && line.numbers.includes(evidenceNo));
    if (numbered.length > 0 || line.vendor === null) return numbered;
    return unread.filter(({ evidenceNo, file }) => evidenceNo === null && isNamedIn(file, line.vendor as string));
  }

  /** Its own paper is there and cannot be read: no other takes its place. */
  isUnread(line: MatchLine): boolean {
    return this.unreadOf(line).some(({ evidenceNo }) => evidenceNo !== null);
  }
}

/** All counted items are the whole; one beside options is itself. */
export function wholeWhenAll({ document, items }: Option): readonly number[] | null {
  if (items === null || (items.length === 1 && document.items.length > 1)) return items;
  const counted = document.items.flatMap(({ optional }, at) => (optional ? [] : [at]));
  return counted.length === items.length && counted.every((at) => items.includes(at)) ? null : items;
}

/** The name of a file bears the vendor's; two letters are no name. */
function isNamedIn(file: string, vendor: string): boolean {
  const bare = bareName(vendor);
  const letters = plain(file)
    .toLowerCase()
    .replace(/[・･\-ー－‐―]/g, "");
  return bare.length >= 3 && letters.includes(bare);
}
