/**
 * Whether the file of the ledger is as long as it says. SQLite itself notices a missing page only when it is asked for one:
 * what was asked of the rest would pass for all of it. Offsets are those of the SQLite file format, "The Database Header".
 */
import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from "node:fs";

const HEADER = 100;
const MAGIC = "SQLite format 3\0";

export function isCutOff(path: string): boolean {
  if (!existsSync(path) || hasLog(path)) return false;
  const file = openSync(path, "r");
  try {
    const header = Buffer.alloc(HEADER);
    if (readSync(file, header, 0, HEADER, 0) < HEADER || header.toString("latin1", 0, MAGIC.length) !== MAGIC)
      return false;
    const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
    // Older writers leave the number of pages as it was: it holds where the two counters agree.
    const isCurrent = header.readUInt32BE(24) === header.readUInt32BE(92);
    // Another process may have begun to write meanwhile.
    return isCurrent && fstatSync(file).size < pageSize * header.readUInt32BE(28) && !hasLog(path);
  } finally {
    closeSync(file);
  }
}

/** Pages that the file does not hold yet may lie in the log beside it. */
export const hasLog = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
