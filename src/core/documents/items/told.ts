/** Totals that a paper tells, wherever they stand: label and figure in one line, in one text, or one below the other. */
import { yenIn } from "../words/figures";
import { totalOf, type TotalLabel } from "../words/labels";
import { placeOf, type Line, type Page, type PaperPlace, type Segment } from "../page/paper";

export interface Told extends TotalLabel {
  readonly label: string;
  readonly value: number;
  readonly at: PaperPlace;
}

const INLINE = /([△▲-]?[¥￥\\金]?[△▲-]?)(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(?![\d,.%])\s*(円(?:也)?|也|-)?/g;
const INCLUSIVE = /税込|内税|消費税(?:等|額)?(?:を?含|込)/;
const EXCLUSIVE = /税抜|税別|外税|別途|税(?:等)?(?:は|を)?含(?:み|ん|ま|め)?[^む]*ま?せん|含まず|税を?除/;

export function toldIn(pages: readonly Page[], used: ReadonlySet<Line>): Told[] {
  return pages.flatMap((page) =>
    page.lines.flatMap((line, at) => (used.has(line) ? [] : [...inLine(line), ...below(line, page, at)])),
  );
}

interface Piece {
  readonly label: string;
  readonly value: number;
  readonly behind: string;
  readonly from: Segment;
}

function inLine(line: Line): Told[] {
  const pieces: { label: string; value: number; behind: string; from: Segment }[] = [];
  let label = "";
  for (const segment of line.segments) {
    const yen = segment.value !== null ? Math.round(segment.value) : yenIn(segment.text);
    if (yen !== null) {
      pieces.push({ label, value: yen, behind: "", from: segment });
      label = "";
      continue;
    }
    let rest = segment.text;
    let any = false;
    for (const match of segment.text.matchAll(INLINE)) {
      const [whole, sign, digits, after] = match;
      if (!/[,]/.test(digits as string) && after === undefined && !/[¥￥\\金]/.test(sign as string)) continue;
      const before = segment.text.slice(segment.text.length - rest.length, match.index);
      addBehind(pieces, label, any ? before : "");
      const value = Number((digits as string).replace(/,/g, "")) * (/[△▲-]/.test(sign as string) ? -1 : 1);
      pieces.push({ label: label + before, value, behind: "", from: segment });
      label = "";
      any = true;
      rest = segment.text.slice(match.index + whole.length);
    }
    if (any) {
      // A bracket that closes is a remark on the figure; one that stays open has a figure of its own.
      const remark = /^[(（].*[)）]/.test(rest.trim());
      const last = pieces[pieces.length - 1];
      if (last !== undefined) last.behind += rest;
      label = remark ? "" : rest.replace(/^\s*[(（]/, "");
    } else {
      const last = pieces[pieces.length - 1];
      if (
        last !== undefined &&
        label === "" &&
        (/^[(（]/.test(segment.text) || EXCLUSIVE.test(segment.text) || /^円|^税[込抜別]/.test(segment.text)) &&
        totalOf(segment.text)?.kind !== "tax"
      )
        last.behind += segment.text;
      else label += segment.text;
    }
  }
  // 10%対象 55,000円（うち消費税 5,000円）, 10%対象 55,000円 消費税 5,500円: the tax is that of the figure before it.
  return withBases(
    pieces.flatMap((piece) => tell(piece, line)),
    pieces,
  ).map((told, at, all) =>
    told.kind === "tax" && told.rate === null && (told.inside || all[at - 1]?.kind === "base")
      ? { ...told, rate: all[at - 1]?.rate ?? null }
      : told,
  );
}

/** 消費税(8%) 15,600 1,248: the first figure is what the tax behind it is of. */
function withBases(told: readonly Told[], pieces: readonly Piece[]): Told[] {
  const [first, ...more] = told;
  const tax = pieces[1]?.value;
  if (first?.rate == null || more.length > 0 || pieces.length !== 2 || tax === undefined) return [...told];
  if (Math.abs(tax - (first.value * first.rate) / 100) >= 1 || tax === 0) return [...told];
  const at = placeOf({ page: first.at.page - 1 }, [(pieces[1] as Piece).from]);
  return [
    { ...first, kind: "base" },
    { ...first, kind: "tax", inside: false, value: tax, at },
  ];
}

function addBehind(pieces: { behind: string }[], label: string, text: string): void {
  const last = pieces[pieces.length - 1];
  if (last !== undefined && label === "") last.behind += text;
}

function tell({ label, value, behind, from }: Piece, line: Line): Told[] {
  const told = totalOf(label.replace(/[(（]\s*$/, "").slice(-40));
  if (told === null || told.kind === "carried") return [];
  const words = `${label}${behind}`;
  let { kind } = told;
  if (kind === "total" || (kind === "gross" && !/税込/.test(label))) {
    const inclusive = INCLUSIVE.test(words);
    const exclusive = EXCLUSIVE.test(words);
    if (inclusive && !exclusive) kind = "gross";
    else if (exclusive && !inclusive) kind = "net";
  }
  return [{ ...told, kind, label, value, at: placeOf(line, [from]) }];
}

/** A label without a figure behind it: the figure may stand below, in a box of its own. */
function below(line: Line, page: Page, at: number): Told[] {
  const found: Told[] = [];
  for (const [index, segment] of line.segments.entries()) {
    const label = totalOf(segment.text);
    if (label === null || label.kind === "carried" || /\d{3}/.test(segment.text)) continue;
    const next = line.segments[index + 1];
    if (next !== undefined && (yenIn(next.text) !== null || next.value !== null)) continue;
    for (const lower of page.lines.slice(at + 1, at + 3)) {
      if (lower.y - line.y > 3.2 * Math.max(line.size, lower.size)) break;
      const under = lower.segments.find(
        (other) =>
          Math.min(other.x1, segment.x1) - Math.max(other.x0, segment.x0) > 0 || Math.abs(other.x0 - segment.x0) < 4,
      );
      if (under === undefined) continue;
      const own = /^[¥￥\\金]?\s*[\d,]+\s*(?:円(?:也)?|-)?(?:\(.*\))?$/.test(under.text)
        ? yenIn(under.text.replace(/\(.*\)$/, ""))
        : null;
      const yen = under.value ?? own;
      if (
        yen === null ||
        (lower.segments[0] !== under &&
          totalOf(
            lower.segments
              .slice(0, lower.segments.indexOf(under))
              .map(({ text }) => text)
              .join(""),
          ) !== null)
      )
        break;
      found.push(...tell({ label: segment.text, value: Math.round(yen), behind: under.text, from: under }, lower));
      break;
    }
  }
  return found;
}
