/** Where elements stand in the text of a part, for edits that leave every other character as it is. */
import { TagScanner } from "../tag-scanner";

export interface Span {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  /** The whole element. */
  readonly from: number;
  readonly to: number;
  /** What is inside it; both are `to` in an empty element (`<a/>`). */
  readonly innerFrom: number;
  readonly innerTo: number;
}

export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The root element. */
export function rootOf(text: string, part: string): Span {
  return elementAt(new TagScanner(text, part));
}

/** The elements right inside another one, in order. */
export function childrenOf(text: string, part: string, parent: Span): Span[] {
  const scanner = new TagScanner(text.slice(0, parent.innerTo), part, parent.innerFrom);
  const children: Span[] = [];
  for (;;) {
    const child = elementAt(scanner);
    if (child.name === "") return children;
    children.push(child);
  }
}

/** The next element of the scanner; without a name where there is none. */
function elementAt(scanner: TagScanner): Span {
  const tag = scanner.next();
  const { name, start: from } = scanner;
  if (tag === "end") return { name: "", local: "", from, to: from, innerFrom: from, innerTo: from };
  const local = localName(name);
  const innerFrom = scanner.position;
  if (tag === "empty") return { name, local, from, to: innerFrom, innerFrom, innerTo: innerFrom };
  scanner.skip();
  return { name, local, from, to: scanner.position, innerFrom, innerTo: scanner.start };
}

/** "x:sheets" → "x:" */
export const prefixOf = ({ name, local }: Span): string => name.slice(0, name.length - local.length);

/** Value of an element's `r:id`, whatever prefix the document uses. */
export const relationshipIdOf = (text: string, span: Span): string | undefined =>
  /\s[\w.-]+:id\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(text.slice(span.from, span.innerFrom))?.slice(1).join("");

export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Whether the element is written `<a/>`. */
export const isEmptyTag = (span: Span): boolean => span.innerFrom === span.to;

export interface AttributeSpan {
  readonly value: string;
  /** The value between its quotes. */
  readonly from: number;
  readonly to: number;
}

/** An attribute of an element by its name as written. */
export function attributeOf(text: string, span: Span, name: string): AttributeSpan | undefined {
  const scanner = new TagScanner(text, span.name, span.from);
  scanner.next();
  return scanner.attributeSpan(name);
}

/** Splices that put text into an element, before its end; an empty element is opened for it. */
export function insertInto(text: string, span: Span, inside: string): Splice[] {
  if (!isEmptyTag(span)) return [{ from: span.innerTo, to: span.innerTo, text: inside }];
  const slash = text.lastIndexOf("/", span.to);
  return [{ from: slash, to: span.to, text: `>${inside}</${span.name}>` }];
}

/** The text with splices done, and the splices that undo them. Splices must not overlap; equal places keep their order. */
export function applySplices(text: string, splices: readonly Splice[]): { text: string; undo: Splice[] } {
  const undo: Splice[] = [];
  let result = "";
  let at = 0;
  for (const splice of [...splices].sort((a, b) => a.from - b.from || a.to - b.to)) {
    result += text.slice(at, splice.from);
    undo.push({
      from: result.length,
      to: result.length + splice.text.length,
      text: text.slice(splice.from, splice.to),
    });
    result += splice.text;
    at = splice.to;
  }
  return { text: result + text.slice(at), undo };
}

export const cut = (span: { readonly from: number; readonly to: number }): Splice => ({
  from: span.from,
  to: span.to,
  text: "",
});

export const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : "&gt;"));

export const escapeAttribute = (text: string): string =>
  escapeText(text).replace(/"/g, "&quot;").replace(/\n/g, "&#10;");

/** ST_Xstring: what XML cannot hold, and what would be read as an escape, as `_xHHHH_`. */
export const escapeXstring = (text: string): string =>
  escapeText(
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      // eslint-disable-next-line no-control-regex -- these are the characters to replace
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (c) => `_x${hex(c)}_`),
  );

const hex = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
