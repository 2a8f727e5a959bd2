import { deflateSync, Inflate, inflateSync } from "fflate";
import { WorkbookError } from "../error";

/** The three sums of a zip file. Node brings faster ones than plain JavaScript (`node-codec.ts`). */
export interface Codec {
  /** Raw deflate to bytes. Throws WorkbookError when the data is broken or longer than `size` bytes. */
  inflate(data: Uint8Array, size: number): Uint8Array;
  deflate(data: Uint8Array): Uint8Array;
  crc32(data: Uint8Array): number;
}

const SLICE = 1 << 16;

/** Runs anywhere. */
export const portableCodec: Codec = {
  inflate(data, size) {
    if (data.length <= SLICE) return inflateShort(data, size);
    const out = new Uint8Array(size);
    let length = 0;
    const stream = new Inflate((chunk) => {
      if (length + chunk.length > size) throw new WorkbookError("damaged", "part is longer than declared");
      out.set(chunk, length);
      length += chunk.length;
    });
    try {
      // In slices, so that a lying header is noticed before much is inflated.
      for (let at = 0; at < data.length || at === 0; at += SLICE) {
        stream.push(data.subarray(at, at + SLICE), at + SLICE >= data.length);
      }
    } catch (error) {
      if (error instanceof WorkbookError) throw error;
      throw broken(error);
    }
    return out.subarray(0, length);
  },
  deflate: (data) => deflateSync(data, { level: 6 }),
  crc32(data) {
    let crc = -1;
    for (const byte of data) crc = (CRC_TABLE[(crc ^ byte) & 255] as number) ^ (crc >>> 8);
    return ~crc >>> 0;
  },
};

/** At once, and without more room than it takes: whatever a slice unpacks to is soon unpacked. */
function inflateShort(data: Uint8Array, size: number): Uint8Array {
  let found: Uint8Array;
  try {
    // One byte more than it says, to see whether it ends there.
    found = inflateSync(data, { out: new Uint8Array(size + 1) });
  } catch (error) {
    throw broken(error);
  }
  if (found.length > size) throw new WorkbookError("damaged", "part is longer than declared");
  return found;
}

const broken = (error: unknown): WorkbookError =>
  new WorkbookError("damaged", `deflate stream is broken: ${String(error)}`);

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});
