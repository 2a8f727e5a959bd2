/** The least that checking a workbook can take: its parts are inflated, and their tags read one after the other. */
import { readFileSync } from "node:fs";
import { Package } from "../src/ooxml/package";
import { TagScanner } from "../src/ooxml/tag-scanner";
import { nodeCodec } from "../src/ooxml/zip/node-codec";

const pack = new Package(readFileSync(process.argv[2] as string), nodeCodec);
for (const part of pack.names()) {
  const scanner = new TagScanner(pack.text(part), part);
  while (scanner.next() !== "end");
}
