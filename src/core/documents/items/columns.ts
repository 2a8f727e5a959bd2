/** The heading row of an estimate's table, and which column a text of a row stands in. */
import { recalled } from "../../text/recalled";
import { headingOf, type Heading, type Role } from "../words/headings";
import { foreignFigureIn, numberIn, quantityIn, yenIn } from "../words/figures";
import type { Line, Page, Segment } from "../page/paper";

export interface Column {
  readonly role: Role;
  readonly heading: Heading | null;
  /** Of the heading's words. */
  readonly x0: number;
  readonly x1: number;
  /** Of the cell, where rules draw one. */
  readonly left: number | null;
  readonly right: number | null;
  /** Other headings stand in the same cell: a frame around the whole row parts no columns. */
  readonly shared: boolean;
}

export interface TableHead {
  readonly page: number;
  /** Index of the last line of the heading. */
  readonly line: number;
  readonly y: number;
  readonly columns: readonly Column[];
  readonly left: number;
  readonly right: number;
}

/** Letters of a heading are often spread: as many neighbours are tried together. */
const MOST_JOINED = 6;

interface Named {
  readonly heading: Heading | null;
  readonly x0: number;
  readonly x1: number;
}

/** null where the line is no heading of a table. */
export function headAt(page: Page, at: number): TableHead | null {
  const line = page.lines[at] as Line;
  let named = namesIn(line.segments);
  if (!mayHead(named, line)) return null;
  let last = at;
  // A heading in two rows: what stands close below and holds no figure belongs to it.
  const below = page.lines[at + 1];
  if (below !== undefined && below.y - line.y < 1.9 * line.size && isWordsOnly(below) && !looksLikeRow(below, line)) {
    const more = namesIn(below.segments).filter(({ heading }) => heading !== null);
    const fresh = more.filter((it) => !named.some((own) => own.heading !== null && overlaps(own, it)));
    const bracketed = below.segments.every(({ text }) => /^[(（].*[)）]$/.test(text));
    if (fresh.length > 0 || bracketed) {
      named = [...named.filter((own) => own.heading !== null || !fresh.some((it) => overlaps(own, it))), ...fresh];
      last = at + 1;
    }
  }
  const above = page.lines[at - 1];
  if (above !== undefined && line.y - above.y < 1.9 * line.size && isWordsOnly(above)) {
    const more = namesIn(above.segments).filter(({ heading }) => heading !== null);
    const fresh = more.filter((it) => !named.some((own) => overlaps(own, it)));
    if (more.length >= 2 || (fresh.length > 0 && above.segments.length <= line.segments.length))
      named = [...named, ...fresh];
  }
  const columns = settle(named, page, line);
  const has = (role: Role): boolean => columns.some((column) => column.role === role);
  const figures = columns.filter(({ role }) => role === "amount" || role === "unitPrice" || role === "price");
  if (!(has("name") || has("spec")) || figures.length === 0 || columns.length < 2) return null;
  const rules = page.upright.filter(({ y0, y1 }) => y0 < line.y && y1 > line.y).map(({ x }) => x);
  const first = columns[0] as Column;
  const end = columns[columns.length - 1] as Column;
  return {
    page: line.page,
    line: last,
    y: (page.lines[last] as Line).y,
    columns,
    left: rules.length > 1 ? Math.min(...rules, first.x0) : first.x0,
    right: rules.length > 1 ? Math.max(...rules, end.x1) : end.x1,
  };
}

const overlaps = (a: { x0: number; x1: number }, b: { x0: number; x1: number }): boolean =>
  Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 0;

const isWordsOnly = ({ segments }: Line): boolean =>
  segments.every(({ text, value }) => value === null && yenIn(text) === null);

/** A first item may be words only where its figures stand lower: its name is not under 品名 by chance. */
const looksLikeRow = (line: Line, head: Line): boolean =>
  line.segments.length < 2 &&
  line.segments.every(({ text }) => headingOf(text) === null && !/^[(（]/.test(text)) &&
  head.segments.length > 2;

function mayHead(named: readonly Named[], line: Line): boolean {
  const known = named.flatMap(({ heading }) => (heading === null ? [] : [heading]));
  if (known.length < 2) return false;
  if (line.segments.some(({ text, value }) => value !== null || (yenIn(text) !== null && /\d{2}/.test(text))))
    return false;
  const roles = new Set(known.map(({ role }) => role));
  const sure = known.filter((heading) => heading.sure).length;
  const money = roles.has("amount") || roles.has("unitPrice") || roles.has("price");
  return money && roles.size >= 2 && (sure >= 2 || (sure >= 1 && known.length >= 2));
}

function namesIn(segments: readonly Segment[]): Named[] {
  /** By the segment it begins with: how many segments its name takes, what that means, and how little all from there on do. */
  const from: { taken: number; heading: Heading | null; lost: number }[] = [];
  from[segments.length] = { taken: 0, heading: null, lost: 0 };
  const lostFrom = (at: number): number => from[at]?.lost ?? 0;
  for (let at = segments.length - 1; at >= 0; at--) {
    let best = { taken: 1, heading: null as Heading | null, lost: lostFrom(at + 1) + 1 };
    // The longest first; a shorter one where a longer takes letters from the next: 品名・仕様 数量, not 品名・仕様数 量.
    for (let taken = Math.min(MOST_JOINED, segments.length - at); taken >= 1; taken--) {
      const word = segments.slice(at, at + taken);
      const lost = lostFrom(at + taken) + (isWhole(word) ? 0 : 0.5);
      const heading = lost < best.lost ? joinedHeading(word) : null;
      if (heading !== null) best = { taken, heading, lost };
    }
    from[at] = best;
  }
  const names: Named[] = [];
  for (let at = 0; at < segments.length;) {
    const { taken, heading } = from[at] as { taken: number; heading: Heading | null };
    names.push({ heading, x0: (segments[at] as Segment).x0, x1: (segments[at + taken - 1] as Segment).x1 });
    at += taken;
  }
  return names;
}

const wordOf = (part: readonly Segment[]): string => part.map(({ text }) => text).join("");

/** 品名・仕様, of which each part is a word of the vocabulary, and not 品名・仕様数. */
const isWhole = (part: readonly Segment[]): boolean =>
  wordOf(part)
    .split(/[・/]/)
    .every((word) => headingOf(word)?.sure === true);

/** What texts beside each other say as one; null where they are no heading, or one each: 単価 金額. */
function joinedHeading(part: readonly Segment[]): Heading | null {
  const heading = headingOf(wordOf(part));
  if (part.length === 1) return heading;
  const one =
    wordOf(part).replace(/\(.*\)/, "").length <= 6 && !part.every(({ text }) => headingOf(text)?.sure === true);
  return one && heading?.sure === true ? heading : null;
}

/** Roles by word and by place: 摘要 behind the amount is a remark, before the quantity what the item is like. */
function settle(named: readonly Named[], page: Page, line: Line): Column[] {
  const rules = page.upright
    .filter(({ y0, y1 }) => y0 < line.y && y1 > line.y)
    .map(({ x }) => x)
    .sort((a, b) => a - b);
  const sorted = [...named].sort((a, b) => a.x0 - b.x0);
  const taken = new Set<Role>();
  const isFigure = (role: Role | undefined): boolean =>
    role === "quantity" || role === "unitPrice" || role === "amount" || role === "price";
  const firstFigure = sorted.findIndex(({ heading }) => isFigure(heading?.role));
  const hasName = sorted.some(({ heading }, at) => heading?.role === "name" && (firstFigure < 0 || at < firstFigure));
  const hasAmount = sorted.some(({ heading }) => heading?.role === "amount");
  // The first column holds names, whatever is written over it, unless numbers or codes stand there.
  const second = sorted[1]?.x0 ?? Infinity;
  const namesBelow = page.lines
    .slice(page.lines.indexOf(line) + 1)
    .filter(({ segments: [first, ...more] }) => first !== undefined && more.length > 0 && first.x0 < second)
    .slice(0, 3)
    .some(({ segments: [first] }) => /[\u3041-\u9fff]{3}/.test(first?.text ?? ""));
  const cellOf = ({ x0, x1 }: Named): { left: number | null; right: number | null } => {
    const middle = (x0 + x1) / 2;
    return {
      left: rules.filter((x) => x <= middle + 1).pop() ?? null,
      right: rules.find((x) => x > middle + 1) ?? null,
    };
  };
  const cells = sorted.map(cellOf);
  return sorted.map(({ heading, x0, x1 }, at): Column => {
    let role: Role = heading?.role ?? "other";
    const beforeFigures = firstFigure < 0 || at < firstFigure;
    if (role === "note" && beforeFigures) role = hasName ? "spec" : taken.has("name") ? "spec" : "name";
    else if (role === "name" && taken.has("name")) role = beforeFigures ? "spec" : "note";
    // 容量, 色, 入数: whatever stands between the name and the figures says what the item is like.
    else if (role === "other" && beforeFigures && taken.has("name") && hasAmount) role = "spec";
    else if (role === "other" && beforeFigures && !hasName && !taken.has("name") && (at > 0 || namesBelow))
      role = "name";
    // ご提供価格 before the amount is a price, however it is called.
    if (
      role === "amount" &&
      /価格|料金/.test(heading?.word ?? "") &&
      sorted.slice(at + 1).some((it) => it.heading?.role === "amount" && it.heading.rank >= 3) &&
      sorted.some((it) => it.heading?.role === "quantity")
    )
      role = "unitPrice";
    taken.add(role);
    const { left, right } = cells[at] as { left: number | null; right: number | null };
    const shared = cells.some((cell, other) => other !== at && cell.left === left && cell.right === right);
    return { role, heading, x0, x1, left, right, shared };
  });
}

const TEXT_ROLES: ReadonlySet<Role> = new Set<Role>(["name", "spec", "note", "other", "unit"]);

/** What kind of text a segment is, as far as columns care. */
export const isFigureText = ({ text, value }: Segment): boolean => value !== null || isFigure(text);
const isFigure = recalled((text) => yenIn(text) !== null || numberIn(text) !== null || foreignFigureIn(text) !== null);

/** What a line says beside its figures. */
export const wordsOf = (segments: readonly Segment[]): string =>
  segments
    .filter((segment) => !isFigureText(segment))
    .map(({ text }) => text)
    .join("");

/**
 * Which column each segment of a row stands in: from left to right, by place and by what it holds.
 * @returns an index into `columns` for each segment; -1 for what stands beside the table
 */
export function columnsOf(segments: readonly Segment[], columns: readonly Column[]): number[] {
  // best[s][c]: least cost of the first s segments where the last stands in column c
  const cost = segments.map((segment) => columns.map((column) => costOf(segment, column)));
  const best: number[][] = [];
  const from: number[][] = [];
  for (let s = 0; s < segments.length; s++) {
    best.push([]);
    from.push([]);
    for (let c = 0; c < columns.length; c++) {
      let [least, before] = [s === 0 ? 0 : Infinity, -1];
      if (s > 0)
        for (let b = 0; b <= c; b++) {
          const again =
            b === c ? sharePenalty(segments[s - 1] as Segment, segments[s] as Segment, columns[c] as Column) : 0;
          const sum = ((best[s - 1] as number[])[b] as number) + again;
          if (sum < least) [least, before] = [sum, b];
        }
      (best[s] as number[]).push(least + ((cost[s] as number[])[c] as number));
      (from[s] as number[]).push(before);
    }
  }
  const found: number[] = new Array<number>(segments.length).fill(-1);
  if (segments.length === 0 || columns.length === 0) return found;
  const last = best[segments.length - 1] as number[];
  let at = last.indexOf(Math.min(...last));
  for (let s = segments.length - 1; s >= 0; s--) {
    found[s] = at;
    at = (from[s] as number[])[at] as number;
  }
  return found;
}

function sharePenalty(before: Segment, segment: Segment, { role }: Column): number {
  if (TEXT_ROLES.has(role)) return 0;
  return isFigureText(before) && isFigureText(segment) ? 3 : 0.6;
}

function costOf(segment: Segment, column: Column): number {
  const figure = isFigureText(segment);
  const em = Math.max(segment.size, 4);
  let apart: number;
  if (column.left !== null && column.right !== null && column.right - column.left > 3) {
    // A text stands where it begins, whatever it runs over; a figure where it ends.
    const at = figure ? segment.x1 - 1 : segment.x0 + 1;
    apart = at < column.left - 1 ? column.left - at : at > column.right + 1 ? at - column.right : 0;
    if (apart > 0) apart += 8 * em;
    if (column.shared) apart += fromWords(segment, column);
  } else apart = fromWords(segment, column);
  const reach = TEXT_ROLES.has(column.role) && !figure ? 0.12 : 0.3;
  return Math.min((apart / em) * reach, 4) + unlikely(segment, column.role, figure);
}

/** How far a text stands from the words over a column. */
function fromWords(segment: Segment, { x0, x1 }: Column): number {
  const middle = Math.abs((x0 + x1) / 2 - (segment.x0 + segment.x1) / 2);
  return Math.max(0, x0 - segment.x1, segment.x0 - x1) + 0.05 * middle;
}

/** How little a text fits the kind of a column. */
function unlikely({ text, value }: Segment, role: Role, figure: boolean): number {
  switch (role) {
    case "amount":
    case "unitPrice":
    case "tax":
      return figure ? 0 : /^(?:込|含|別途|サービス|無償|無料|[-―－]|0)/.test(text) ? 0.5 : 2.5;
    case "quantity":
      return value !== null || quantityIn(text) !== null ? (/,\d{3}/.test(text) ? 0.8 : 0) : text.length <= 3 ? 1 : 2;
    case "unit":
      return figure ? 2 : text.length <= 4 ? 0 : 1.2;
    case "no":
      return /^[\d０-９A-Za-z\-.()①-⑳]{1,8}$/.test(text) ? 0 : 3;
    case "rate":
      return /^\d{1,2}%?[※*]?$|課税|非|軽|免税|対象外/.test(text) ? 0 : 2;
    case "price":
      return /[×x*]/.test(text) ? 0 : 1.5;
    default:
      return figure ? (/,\d{3}/.test(text) || value !== null ? 1.6 : 0.7) : 0;
  }
}
