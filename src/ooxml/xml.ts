/** XML of workbook parts: decoded by its own declaration, read from start to end, namespaces resolved. */
import { damaged } from "./error";
import { TagScanner } from "./tag-scanner";

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

/** An element whose open tag was just read; it can be asked until the next one is. */
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

const DEEPEST = 200;

/** What may stand before and behind the root. */
const AROUND = /^\ufeff?(?:\s+|<!--[^]*?-->|<\?[^]*?\?>)*$/;

/** Reads a document from start to end. Throws WorkbookError where it is not well-formed or declares a document type. */
export function readXml(text: string, part: string, visitor: Visitor): void {
  const scanner = new TagScanner(text, part);
  const open: { readonly path: string; readonly scope: Scope }[] = [];
  let ended = 0;
  for (;;) {
    const above = open.at(-1);
    const content = above !== undefined && visitor.text !== undefined ? scanner.textBeforeTag() : "";
    if (content !== "") visitor.text?.(above?.path ?? "", content);
    const tag = scanner.next();
    if (tag === "end") break;
    if (tag !== "close") {
      if (above === undefined && ended > 0) scanner.fail("more than one root");
      if (above === undefined && !AROUND.test(text.slice(0, scanner.start))) scanner.fail("text before the root");
      if (open.length > DEEPEST) scanner.fail("nested too deep");
      const scope = (above?.scope ?? NOWHERE).within(scanner);
      const name = scope.nameOf(scanner);
      const path = above === undefined ? name : `${above.path}/${name}`;
      open.push({ path, scope });
      visitor.open?.(path, new ScannedElement(name, scope, scanner));
    }
    if (tag === "open") continue;
    const closed = open.pop();
    visitor.close?.(closed?.path ?? "");
    ended = scanner.position;
  }
  if (ended === 0 || !AROUND.test(text.slice(ended))) scanner.fail("no root, or text behind it");
}

/** The namespaces that hold at a place, by their prefixes; "" for elements without one. */
class Scope {
  /** By the name as it is written. */
  private readonly names = new Map<string, string>();

  constructor(
    private readonly spaces: ReadonlyMap<string, string>,
    /** That of the root element; null above it. */
    private readonly home: string | null,
  ) {}

  /** Where the element begins whose open tag was read last. */
  within(scanner: TagScanner): Scope {
    const declared = scanner
      .attributeNames("xmlns")
      .filter((name) => name === "xmlns" || name.startsWith("xmlns:"))
      .map((name): [string, string] => [name.slice("xmlns:".length), scanner.attribute(name) ?? ""]);
    if (declared.length === 0 && this.home !== null) return this;
    const spaces = new Map([...this.spaces, ...declared]);
    return new Scope(spaces, this.home ?? spaceOf(scanner.name, spaces, scanner));
  }

  /** Of the element whose open tag was read last. */
  nameOf(scanner: TagScanner): string {
    const known = this.names.get(scanner.name);
    if (known !== undefined) return known;
    const space = spaceOf(scanner.name, this.spaces, scanner);
    const local = scanner.name.slice(scanner.name.indexOf(":") + 1);
    const name = space === this.home ? local : `{${space}}${local}`;
    this.names.set(scanner.name, name);
    return name;
  }

  isIn(prefix: string, namespaceEnd: string): boolean {
    return this.spaces.get(prefix)?.endsWith(namespaceEnd) === true;
  }
}

const NOWHERE = new Scope(new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]), null);

function spaceOf(name: string, spaces: ReadonlyMap<string, string>, scanner: TagScanner): string {
  const colon = name.indexOf(":");
  if (colon < 0) return spaces.get("") ?? "";
  return spaces.get(name.slice(0, colon)) ?? scanner.fail(`<${name}> is of no namespace`);
}

class ScannedElement implements Element {
  constructor(
    readonly name: string,
    private readonly scope: Scope,
    private readonly scanner: TagScanner,
  ) {}
  get(attribute: string): string | undefined {
    return this.scanner.attribute(attribute);
  }
  getIn(namespaceEnd: string, attribute: string): string | undefined {
    const name = this.scanner.attributeNames().find((each) => {
      const [prefix = "", local] = each.split(":");
      return local === attribute && this.scope.isIn(prefix, namespaceEnd);
    });
    return name === undefined ? undefined : this.scanner.attribute(name);
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
