/** XML of workbook parts: decoded by its own declaration, read strictly by saxes, namespaces resolved. */
import { SaxesParser, type SaxesTagNS } from "saxes";
import { damaged, WorkbookError } from "./error";

/** Keeps a byte order mark in the text, so that encoding it again gives the same bytes. */
const decoderOf = (encoding: string): TextDecoder => new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
/** Nearly every part of every workbook is read with this one. */
const UTF8 = decoderOf("utf-8");

export function decodeXml(bytes: Uint8Array, part: string): string {
  try {
    const encoding = encodingOf(bytes);
    return (/^utf-8$/i.test(encoding) ? UTF8 : decoderOf(encoding)).decode(bytes);
  } catch (error) {
    throw damaged(`${part}: cannot be decoded: ${String(error)}`);
  }
}

/** Text back to bytes, always UTF-8: a part that declares another encoding is declared anew. */
export function encodeXml(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The text as it is to be edited: what declares an encoding other than UTF-8 says UTF-8. */
export const asUtf8 = (text: string): string =>
  text.replace(/^(\ufeff?<\?xml[^>]*\sencoding\s*=\s*["'])(?!utf-8["'])[\w.:-]+/i, "$1UTF-8");

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0x3c && second === 0) return "utf-16le";
  if (first === 0 && second === 0x3c) return "utf-16be";
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  const head = String.fromCharCode(...bytes.subarray(0, 100));
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? "utf-8";
}

export interface Element {
  /** Local name in the namespace of the root element; `{uri}name` in any other. */
  readonly name: string;
  /** Value of an attribute without a prefix. */
  get(attribute: string): string | undefined;
  /** Value of an attribute in a namespace whose address ends so, as transitional and strict ones differ only before. */
  getIn(namespaceEnd: string, attribute: string): string | undefined;
}

interface Visitor {
  /** `path` names the elements from the root to this one: "workbook/sheets/sheet". */
  open?(path: string, element: Element): void;
  text?(path: string, text: string): void;
  close?(path: string): void;
}

const SLICE = 1 << 16;

/** Reads a document from start to end. Throws WorkbookError where it is not well-formed or declares a document type. */
export function readXml(text: string, part: string, visitor: Visitor): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const fail = (what: string): never => {
    throw damaged(`${part}: ${what}`);
  };
  const paths: string[] = [];
  let home: string | null = null;
  const path = () => paths[paths.length - 1] ?? "";
  parser.on("error", (error) => fail(error.message));
  // Entities can be declared only there: no bomb can be built without.
  parser.on("doctype", () => fail("document type is not allowed"));
  parser.on("opentag", (tag) => {
    home ??= tag.uri;
    const name = tag.uri === home ? tag.local : `{${tag.uri}}${tag.local}`;
    if (paths.length > 200) fail("nested too deep");
    paths.push(paths.length === 0 ? name : `${path()}/${name}`);
    visitor.open?.(path(), new SaxesElement(name, tag));
  });
  parser.on("closetag", () => {
    visitor.close?.(path());
    paths.pop();
  });
  if (visitor.text) {
    const onText = (content: string) => visitor.text?.(path(), content);
    parser.on("text", onText);
    parser.on("cdata", onText);
  }
  try {
    for (let at = 0; at < text.length; at += SLICE) parser.write(text.slice(at, at + SLICE));
    parser.close();
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    fail(String(error));
  }
}

class SaxesElement implements Element {
  constructor(
    readonly name: string,
    private readonly tag: SaxesTagNS,
  ) {}
  get(attribute: string): string | undefined {
    return this.tag.attributes[attribute]?.value;
  }
  getIn(namespaceEnd: string, attribute: string): string | undefined {
    return Object.values(this.tag.attributes).find(
      ({ local, uri }) => local === attribute && uri.endsWith(namespaceEnd),
    )?.value;
  }
}

/** xsd:boolean, with the value that the schema gives to an absent attribute. */
export const isTrue = (value: string | undefined, absent = false): boolean =>
  value === undefined ? absent : value === "1" || value === "true" || value === "on";

/** ST_Xstring (ECMA-376 part 1, 22.9.2.19): `_x000D_` stands for a character that XML text cannot hold. */
export const unescapeXstring = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
