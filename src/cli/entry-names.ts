/**
 * Names of a folder's entries that are no UTF-8, as .zip files from Windows leave them on Linux: to a program several of
 * them read the same. Here each of their bytes is a lone surrogate, U+DC00 and the byte, which no other name holds; so a
 * path stays a text, and leads to the file all the same.
 */
import { isUtf8 } from "node:buffer";
import { readdirSync } from "node:fs";

const BYTES = 0xdc00;
const OWN = /[\udc80-\udcff]/u;

/** What is in a folder, by names that `placeOf` finds again. @throws as `readdirSync` does */
export const entriesIn = (folder: string): string[] =>
  readdirSync(placeOf(folder), { encoding: "buffer" }).map((name) =>
    isUtf8(name)
      ? String(name)
      : Array.from(name, (byte) => String.fromCharCode(byte < 0x80 ? byte : BYTES + byte)).join(""),
  );

/** The path as the system knows it. */
export const placeOf = (path: string): string | Buffer =>
  OWN.test(path) ? Buffer.concat(path.split(/(?=\/)/).map(bytesOf)) : path;

/** A name or path as people read it: what is no UTF-8 comes from Windows in Japanese. */
export const shownName = (path: string): string =>
  path
    .split(/(?=\/)/)
    .map((part) => (OWN.test(part) ? new TextDecoder("shift_jis").decode(bytesOf(part)) : part))
    .join("")
    .normalize("NFC");

const bytesOf = (part: string): Buffer =>
  OWN.test(part) ? Buffer.from(Array.from(part, (letter) => letter.charCodeAt(0) & 0xff)) : Buffer.from(part);
