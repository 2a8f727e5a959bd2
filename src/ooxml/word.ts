/** Word documents (WordprocessingML, ECMA-376 part 1, 17), as far as letters need them: texts of tables, and a note out of sight. */
import { CONTENT_TYPE, TRANSITIONAL, XML_DECLARATION } from "./namespaces";
import { Package } from "./package";
import { customXmlParts } from "./settings";
import { escapeText } from "./write/escape";
import { addPart, relate } from "./write/parts";
import { readXml } from "./xml";
import type { Codec } from "./zip/codec";

interface WordDocument {
  /** What Kenzan keeps in it. */
  readonly note: string;
  /** Of all its tables, in order: the texts of the cells, a paragraph a line. What was deleted under tracking is gone. */
  readonly rows: readonly (readonly string[])[];
}

/** Word and LibreOffice keep custom XML parts as they are, and show nothing of them. */
const NAMESPACE = "urn:kenzan:letter:1";
const ITEM = "customXml/item1.xml";
const ITEM_PROPERTIES = "customXml/itemProps1.xml";
const ITEM_ID = "{6B1F5C0A-3D0E-4B57-9C7B-0D5A1E6F2A13}";

/** @returns null where Kenzan keeps nothing in it. @throws WorkbookError where the bytes are no such document */
export function readLetterDocument(bytes: Uint8Array, codec: Codec): WordDocument | null {
  const pack = new Package(bytes, codec);
  const main = pack.mainPart();
  const [kept] = customXmlParts(pack, main, NAMESPACE);
  if (kept === undefined) return null;
  let note = "";
  readXml(kept.text, kept.part, { text: (_, text) => void (note += text) });
  return { note, rows: rowsIn(pack.text(main), main) };
}

function rowsIn(text: string, part: string): string[][] {
  const rows: string[][] = [];
  /** A table within a cell is text of that cell. */
  let tables = 0;
  let cell = "";
  readXml(text, part, {
    open(path) {
      const name = nameIn(path);
      if (name === "tbl") tables += 1;
      else if (tables === 1 && name === "tr") rows.push([]);
      else if (tables === 1 && name === "tc") cell = "";
      else if (name === "tab") cell += "\t";
      else if (name === "br" || name === "cr") cell += "\n";
    },
    text(path, content) {
      if (nameIn(path) === "t") cell += content;
    },
    close(path) {
      const name = nameIn(path);
      if (name === "tbl") tables -= 1;
      else if (name === "p") cell += "\n";
      else if (tables === 1 && name === "tc") rows.at(-1)?.push(cell.trim());
    },
  });
  return rows;
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The document with the note in it, which shows nowhere. */
export function withNote(bytes: Uint8Array, note: string, codec: Codec): Uint8Array {
  const pack = new Package(bytes, codec);
  addPart(
    pack,
    ITEM,
    CONTENT_TYPE.customXml,
    `${XML_DECLARATION}<letter xmlns="${NAMESPACE}">${escapeText(note)}</letter>`,
  );
  addPart(
    pack,
    ITEM_PROPERTIES,
    CONTENT_TYPE.customXmlProperties,
    `${XML_DECLARATION}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  relate(pack, ITEM, TRANSITIONAL, "customXmlProps", ITEM_PROPERTIES);
  relate(pack, pack.mainPart(), TRANSITIONAL, "customXml", ITEM);
  return pack.save();
}
