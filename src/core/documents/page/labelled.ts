/** The value that stands with its label, and where. */
import { plain } from "../../text/plain";
import { placeOf, type Found, type Line, type Page, type Segment } from "./paper";

/** The value beside a label: in the same text, in the next ones, or below. */
export function labelled(
  pages: readonly Page[],
  label: RegExp,
  accept: (value: string) => string | null,
  /** Lines in which no value stands. */
  not: ReadonlySet<Line> = new Set(),
): Found | null {
  for (const page of pages)
    for (const [index, line] of page.lines.entries()) {
      for (const [at, segment] of line.segments.entries()) {
        for (const { text, next } of labelsIn(line)[at] ?? []) {
          const match = label.exec(text);
          if (match === null) continue;
          const own = text.slice(match.index + match[0].length).replace(/^[\s:：.．=|]+/, "");
          const beside = line.segments.slice(next, next + 4);
          const under = belowOf(page, index, segment);
          const places: readonly (readonly [string, Line, readonly Segment[]])[] = [
            [own, line, line.segments.slice(next - 1, next)],
            ...[1, 2, 4].map((count) => besideIn(line, beside.slice(0, count))),
            ...(under === null ? [] : [[under.segment.text, under.line, [under.segment]] as const]),
          ];
          for (const [value, where, segments] of places) {
            if (value === "" || not.has(where)) continue;
            const taken = accept(value.replace(/^[\s:：.．]+/, ""));
            if (taken !== null) return { value: taken, at: placeOf(where, segments) };
          }
        }
        for (const { line: where, segment: value } of besideWrapped(page, index, segment, label)) {
          const taken = not.has(where) ? null : accept(value.text);
          if (taken !== null) return { value: taken, at: placeOf(where, [value]) };
        }
      }
    }
  return null;
}

interface Label {
  readonly text: string;
  /** The segment behind it. */
  readonly next: number;
}

/** By line, for each of its segments: every field of a paper is looked for in the same lines. */
const labels = new WeakMap<Line, readonly (readonly Label[])[]>();

function labelsIn(line: Line): readonly (readonly Label[])[] {
  const known = labels.get(line) ?? line.segments.map((_, at) => joinedLabel(line.segments, at));
  labels.set(line, known);
  return known;
}

/** A label's letters may be spread: 見 積 番 号. */
function joinedLabel(segments: readonly Segment[], at: number): Label[] {
  const first = segments[at] as Segment;
  const found = [
    { text: first.text.trim(), next: at + 1 },
    { text: plain(first.text), next: at + 1 },
  ];
  let text = first.text;
  for (let next = at + 1; next < Math.min(at + 6, segments.length); next++) {
    if (plain((segments[next - 1] as Segment).text).length > 2) break;
    text += (segments[next] as Segment).text;
    found.push({ text: plain(text), next: next + 1 });
  }
  return found;
}

const besideIn = (line: Line, segments: readonly Segment[]) =>
  [segments.map(({ text }) => text).join(""), line, segments] as const;

/** 有効期 | 2025年8月31日 | 限: a label broken by a narrow cell, its value at half the height beside it. */
function besideWrapped(page: Page, index: number, segment: Segment, label: RegExp): { line: Line; segment: Segment }[] {
  const under = belowOf(page, index, segment);
  if (under === null || Math.abs(under.segment.x0 - segment.x0) > 2 || under.segment.text.length > segment.text.length)
    return [];
  const match = label.exec(plain(segment.text + under.segment.text));
  if (match === null || match.index + match[0].length <= plain(segment.text).length) return [];
  const between = page.lines.slice(index + 1, page.lines.indexOf(under.line));
  return between.flatMap((line) => {
    const value = line.segments.find(({ x0 }) => x0 >= segment.x1);
    return value === undefined ? [] : [{ line, segment: value }];
  });
}

function belowOf(page: Page, index: number, segment: Segment): { line: Line; segment: Segment } | null {
  for (const line of page.lines.slice(index + 1, index + 3)) {
    if (line.y - (page.lines[index] as Line).y > 2.6 * Math.max(segment.size, line.size)) break;
    const under = line.segments.find(
      (other) => Math.abs(other.x0 - segment.x0) < 6 || (other.x0 < segment.x1 && other.x1 > segment.x0),
    );
    if (under !== undefined) return { line, segment: under };
  }
  return null;
}
