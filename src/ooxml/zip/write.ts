/** Writes a zip (PKWARE APPNOTE 6.3.9) of entries copied as they are and of new ones. */
import type { Entry } from "./archive";
import type { Codec } from "./codec";

/** What one entry of the new zip is made from. */
export type Source = { readonly copy: Entry } | { readonly name: string; readonly bytes: Uint8Array };

/** 1980-01-01: equal contents give equal files. */
const NO_TIME = 0x00210000;
const UTF8_NAME = 0x800;
const DESCRIPTOR = 8;

export function writeArchive(sources: readonly Source[], codec: Codec): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let position = 0;
  for (const source of sources) {
    const entry = "copy" in source ? copied(source.copy) : fresh(source.name, source.bytes, codec);
    const { name, data } = entry;
    const fields = fieldsOf(entry);
    chunks.push(record([4, 0x04034b50], [2, 20], ...fields, [2, 0]), name, data);
    directory.push(
      record(
        [4, 0x02014b50],
        [2, entry.madeBy],
        [2, 20],
        ...fields,
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, entry.attributes],
        [4, position],
      ),
      name,
    );
    position += 30 + name.length + data.length;
  }
  const length = directory.reduce((sum, chunk) => sum + chunk.length, 0);
  const count = sources.length;
  const end = record([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, position], [2, 0]);
  return joined([...chunks, ...directory, end]);
}

interface Written {
  readonly name: Uint8Array;
  readonly data: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  readonly madeBy: number;
  readonly attributes: number;
}

/** Sizes and checksum stand in the header then, so there is no descriptor behind the data. */
function copied({ header, data, method, crc, size }: Entry): Written {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  return {
    name: header.subarray(46, 46 + view.getUint16(28, true)),
    data,
    flags: view.getUint16(8, true) & ~DESCRIPTOR,
    method,
    time: view.getUint32(12, true),
    crc,
    size,
    madeBy: view.getUint16(4, true),
    attributes: view.getUint32(38, true),
  };
}

function fresh(name: string, bytes: Uint8Array, codec: Codec): Written {
  return {
    name: new TextEncoder().encode(name),
    data: codec.deflate(bytes),
    // eslint-disable-next-line no-control-regex -- the whole of ASCII
    flags: /^[\x00-\x7f]*$/.test(name) ? 0 : UTF8_NAME,
    method: 8,
    time: NO_TIME,
    crc: codec.crc32(bytes),
    size: bytes.length,
    madeBy: 20,
    attributes: 0,
  };
}

type Field = readonly [bytes: 2 | 4, value: number];

const fieldsOf = ({ flags, method, time, crc, data, size, name }: Written): Field[] => [
  [2, flags],
  [2, method],
  [4, time],
  [4, crc],
  [4, data.length],
  [4, size],
  [2, name.length],
];

function record(...fields: Field[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [length, value] of fields) {
    if (length === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += length;
  }
  return bytes;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
