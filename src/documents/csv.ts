/** CSV files as programs in Japan write them, as a sheet of texts: encoding and separator are found out. */
import type { Row, Sheet } from "../core/workbook/workbook";

const SEPARATORS = [",", "\t", ";", "|"] as const;
/** Rows that are looked at to find the separator. */
const SAMPLE = 20;
export const CSV_LIMITS = { bytes: 20_000_000, rows: 20_000, cells: 200_000 };

/** The text, whatever of the usual encodings it is in; null for what is no text at all. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, at) => (zeros[at % 2] = (zeros[at % 2] as number) + (byte === 0 ? 1 : 0)));
  const [even, odd] = zeros as [number, number];
  if (odd > sample.length / 8 && even < odd / 2) return new TextDecoder("utf-16le").decode(bytes);
  if (even > sample.length / 8 && odd < even / 2) return new TextDecoder("utf-16be").decode(bytes);
  if (even + odd > 0) return null;
  const utf8 = tryDecode("utf-8", bytes);
  if (utf8 !== null) return utf8;
  if (sample.includes(0x1b)) {
    const jis = tryDecode("iso-2022-jp", bytes);
    if (jis !== null) return jis;
  }
  const [sjis, euc] = [tryDecode("shift_jis", bytes), tryDecode("euc-jp", bytes)];
  if (sjis !== null && euc !== null) return oddness(euc) < oddness(sjis) ? euc : sjis;
  return euc ?? sjis ?? new TextDecoder("shift_jis").decode(bytes);
}

function tryDecode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Half-width katakana in numbers and rare letters: the wrong of two encodings that both can be read. */
const oddness = (text: string): number => (text.slice(0, 2000).match(/[｡-ﾟ\ue000-\uf8ff\ufffd]/g) ?? []).length;

/** The character that parts the cells: the one under which most rows have the same number of them, above one. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000);
  let best = { separator: ",", score: 0 };
  for (const separator of SEPARATORS) {
    const counts = parse(head, separator, SAMPLE)
      .map((row) => row.length)
      .filter((count) => count > 1);
    const common = Math.max(
      0,
      ...[...new Set(counts)].map((count) => counts.filter((it) => it === count).length * Math.min(count, 12)),
    );
    if (common > best.score) best = { separator, score: common };
  }
  return best.separator;
}

/** RFC 4180: quoted cells may hold separators, doubled quotes and line breaks. */
export function parse(text: string, separator: string, most = CSV_LIMITS.rows): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let cells = 0;
  while (at < text.length && rows.length < most && cells < CSV_LIMITS.cells) {
    let value = "";
    if (text[at] === '"') {
      const closed = closingQuote(text, at + 1);
      if (closed < 0) {
        value = text.slice(at + 1);
        at = text.length;
      } else {
        value = text.slice(at + 1, closed).replaceAll('""', '"');
        at = closed + 1;
      }
    }
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
    value += text.slice(at, end);
    row.push(value.trim());
    cells++;
    at = end;
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
      row.push("");
    } else if (text[at] === "\r" && text[at + 1] === "\n") at += 2;
    else at++;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

/** Cells stay texts; rows keep the number of their line. */
export function sheetOfCsv(name: string, text: string): Sheet {
  const rows = parse(text, separatorOf(text)).map((cells, at): Row => ({
    index: at + 1,
    hidden: false,
    cells: cells.flatMap((value, column) =>
      value === "" ? [] : [{ column: column + 1, value, formula: null, format: null, struck: false }],
    ),
  }));
  return { name, visibility: "visible", rows, merges: [], hiddenColumns: [], tables: [] };
}
