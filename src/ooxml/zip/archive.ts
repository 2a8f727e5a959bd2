/**
 * The container of a workbook: a zip whose entries can also be copied on as they are, still compressed.
 * Layout and field offsets: PKWARE APPNOTE 6.3.9, sections 4.3 and 4.5.
 */
import { damaged, WorkbookError } from "../error";
import type { Codec } from "./codec";

export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  /** As stored, still compressed. */
  readonly data: Uint8Array;
  /** Central directory header: what to keep when the entry is copied. */
  readonly header: Uint8Array;
}

/** A workbook of 100,000 lines takes 60 MB inflated. */
const LIMITS = {
  entries: 20_000,
  partBytes: 512 * 2 ** 20,
  totalBytes: 2 ** 30,
  /** Sheets shrink to a tenth or so; only bombs shrink to a thousandth. */
  ratio: 200,
  ratioFromBytes: 64 * 2 ** 20,
};

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const STORED = 0;
const DEFLATED = 8;

/** Lists the entries in the order of the directory. Checks all that can be checked without inflating. */
export function openArchive(bytes: Uint8Array): Entry[] {
  refuseOtherFormats(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.count > LIMITS.entries) throw new WorkbookError("too-large", `${directory.count} zip entries`);

  const entries: Entry[] = [];
  const spans: { from: number; to: number }[] = [];
  let total = 0;
  let at = directory.from;
  for (let count = 0; count < directory.count; count += 1) {
    if (at + 46 > directory.to || view.getUint32(at, true) !== CENTRAL) throw damaged("zip directory is broken");
    const end = at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (end > directory.to) throw damaged("zip directory is broken");
    const { entry, from, to } = readEntry(view, bytes.subarray(at, end), directory.from);
    entries.push(entry);
    spans.push({ from, to });
    total += entry.size;
    if (total > LIMITS.totalBytes) throw new WorkbookError("too-large", "inflated size over the limit");
    at = end;
  }
  refuseOverlaps(spans);
  return entries;
}

/** The bytes of an entry, checked against its length and checksum. */
export function inflateEntry(entry: Entry, codec: Codec): Uint8Array {
  const bytes = entry.method === STORED ? entry.data : codec.inflate(entry.data, entry.size);
  if (bytes.length !== entry.size) throw damaged(`${entry.name}: length differs from the directory`);
  if (codec.crc32(bytes) !== entry.crc) throw damaged(`${entry.name}: checksum differs`);
  return bytes;
}

function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new WorkbookError("empty", "no bytes");
  const startsWith = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (startsWith(0xd0, 0xcf, 0x11, 0xe0)) {
    // A compound file: an encrypted package names its stream so, in UTF-16.
    const encrypted = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);
    if (includes(bytes, encrypted)) throw new WorkbookError("encrypted", "encrypted package");
    throw new WorkbookError("legacy-xls", "compound file without a package");
  }
  if (!startsWith(0x50, 0x4b)) throw new WorkbookError("not-zip", "no zip signature");
}

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] as number;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

interface Directory {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

function findDirectory(view: DataView): Directory {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) > view.byteLength) continue;
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const from = view.getUint32(at + 16, true);
    if (at >= 20 && view.getUint32(at - 20, true) === LOCATOR64) return findDirectory64(view, at - 20);
    if (from + size > at) throw damaged("zip directory lies outside the file");
    return { from, to: from + size, count };
  }
  throw new WorkbookError("truncated", "no end of zip directory");
}

function findDirectory64(view: DataView, locator: number): Directory {
  const at = offset64(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== END64) throw damaged("zip64 directory is broken");
  const count = offset64(view, at + 32);
  const size = offset64(view, at + 40);
  const from = offset64(view, at + 48);
  if (from + size > at) throw damaged("zip directory lies outside the file");
  return { from, to: from + size, count };
}

function offset64(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(view.byteLength) * 2000n) throw damaged("zip64 field beyond any sense");
  return Number(value);
}

function readEntry(view: DataView, header: Uint8Array, limit: number): { entry: Entry; from: number; to: number } {
  const central = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const flags = central.getUint16(8, true);
  const method = central.getUint16(10, true);
  const crc = central.getUint32(16, true);
  const nameLength = central.getUint16(28, true);
  const rawName = header.subarray(46, 46 + nameLength);
  const name = new TextDecoder().decode(rawName);
  const wide = zip64Fields(central, 46 + nameLength, central.getUint16(30, true));
  const size = wide(central.getUint32(24, true));
  const compressed = wide(central.getUint32(20, true));
  const from = wide(central.getUint32(42, true));

  if (flags & 1) throw new WorkbookError("encrypted", `${name} is encrypted`);
  if (method !== STORED && method !== DEFLATED) throw damaged(`${name}: compression method ${method}`);
  if (size > LIMITS.partBytes || (size > LIMITS.ratioFromBytes && size > compressed * LIMITS.ratio)) {
    throw new WorkbookError("too-large", `${name}: ${size} bytes`);
  }
  if (from + 30 > limit || view.getUint32(from, true) !== LOCAL) throw damaged(`${name}: no local header`);
  const data = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
  const to = data + compressed;
  if (to > limit) throw damaged(`${name}: data lies outside the file`);
  const bytesAt = (start: number, end: number) => new Uint8Array(view.buffer, view.byteOffset + start, end - start);
  const localName = bytesAt(from + 30, from + 30 + view.getUint16(from + 26, true));
  if (view.getUint16(from + 8, true) !== method || !rawName.every((byte, at) => byte === localName[at])) {
    throw damaged(`${name}: local header contradicts the directory`);
  }
  const entry = { name, method, crc, size, data: bytesAt(data, to), header };
  return { entry, from, to };
}

/** A field of 0xFFFFFFFF stands in the zip64 extra field instead, in order of need. */
function zip64Fields(header: DataView, from: number, length: number): (field: number) => number {
  let at = -1;
  for (let extra = from; extra + 4 <= from + length; extra += 4 + header.getUint16(extra + 2, true)) {
    if (header.getUint16(extra, true) === 1) at = extra + 4;
  }
  return (field) => {
    if (field !== 0xffffffff) return field;
    if (at < 0 || at + 8 > header.byteLength) throw damaged("zip64 field is missing");
    const value = Number(header.getBigUint64(at, true));
    at += 8;
    return value;
  };
}

/** Overlapping entries are how a small file claims to be huge without a high ratio. */
function refuseOverlaps(spans: { from: number; to: number }[]): void {
  spans.sort((a, b) => a.from - b.from);
  spans.reduce((end, { from, to }) => {
    if (from < end) throw damaged("zip entries overlap");
    return to;
  }, 0);
}
