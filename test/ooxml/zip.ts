/** A zip written by hand, so that every field can lie. */
import { deflateRawSync, crc32 } from "node:zlib";

export interface EntrySpec {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  /** Sizes and checksum behind the data, as streaming writers put them. */
  readonly descriptor?: boolean;
  /** Sizes and offset in the zip64 extra field. */
  readonly zip64?: boolean;
  /** Overrides of what the headers say. */
  readonly declaredSize?: number;
  readonly declaredCrc?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly localName?: string;
  /** Another entry's data is claimed: the offset of its local header. */
  readonly offset?: number;
}

export function writeZip(specs: readonly EntrySpec[], options: { comment?: string; zip64?: boolean } = {}): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let position = 0;
  const add = (chunk: Buffer) => {
    chunks.push(chunk);
    position += chunk.length;
  };
  for (const spec of specs) {
    const bytes = Buffer.from(spec.data as string);
    const data = spec.stored ? bytes : deflateRawSync(bytes);
    const method = spec.method ?? (spec.stored ? 0 : 8);
    const crc = spec.declaredCrc ?? crc32(bytes);
    const size = spec.declaredSize ?? bytes.length;
    const name = Buffer.from(spec.name);
    const localName = Buffer.from(spec.localName ?? spec.name);
    const flags = (spec.flags ?? 0x800) | (spec.descriptor ? 8 : 0);
    const offset = spec.offset ?? position;

    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(spec.zip64 ? 45 : 20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(spec.descriptor ? 0 : crc, 14);
    local.writeUInt32LE(spec.descriptor ? 0 : spec.zip64 ? 0xffffffff : data.length, 18);
    local.writeUInt32LE(spec.descriptor ? 0 : spec.zip64 ? 0xffffffff : size, 22);
    local.writeUInt16LE(localName.length, 26);
    const localExtra = spec.zip64 ? extra64([size, data.length]) : Buffer.alloc(0);
    local.writeUInt16LE(localExtra.length, 28);
    add(Buffer.concat([local, localName, localExtra, data]));
    if (spec.descriptor) {
      const descriptor = Buffer.alloc(16);
      descriptor.writeUInt32LE(0x08074b50, 0);
      descriptor.writeUInt32LE(crc, 4);
      descriptor.writeUInt32LE(data.length, 8);
      descriptor.writeUInt32LE(size, 12);
      add(descriptor);
    }

    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(spec.zip64 ? 45 : 20, 6);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(spec.zip64 ? 0xffffffff : data.length, 20);
    central.writeUInt32LE(spec.zip64 ? 0xffffffff : size, 24);
    central.writeUInt16LE(name.length, 28);
    const extra = spec.zip64 ? extra64([size, data.length, offset]) : Buffer.alloc(0);
    central.writeUInt16LE(extra.length, 30);
    central.writeUInt32LE(spec.zip64 ? 0xffffffff : offset, 42);
    directory.push(Buffer.concat([central, name, extra]));
  }
  const start = position;
  directory.forEach(add);
  const length = position - start;
  if (options.zip64) {
    const at = position;
    const end = Buffer.alloc(56);
    end.writeUInt32LE(0x06064b50, 0);
    end.writeBigUInt64LE(44n, 4);
    end.writeBigUInt64LE(BigInt(specs.length), 24);
    end.writeBigUInt64LE(BigInt(specs.length), 32);
    end.writeBigUInt64LE(BigInt(length), 40);
    end.writeBigUInt64LE(BigInt(start), 48);
    add(end);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(at), 8);
    locator.writeUInt32LE(1, 16);
    add(locator);
  }
  const comment = Buffer.from(options.comment ?? "");
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.zip64 ? 0xffff : specs.length, 8);
  end.writeUInt16LE(options.zip64 ? 0xffff : specs.length, 10);
  end.writeUInt32LE(options.zip64 ? 0xffffffff : length, 12);
  end.writeUInt32LE(options.zip64 ? 0xffffffff : start, 16);
  end.writeUInt16LE(comment.length, 20);
  add(Buffer.concat([end, comment]));
  return new Uint8Array(Buffer.concat(chunks));
}

function extra64(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  values.forEach((value, at) => extra.writeBigUInt64LE(BigInt(value), 4 + at * 8));
  return extra;
}
