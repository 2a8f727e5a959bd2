/** The text of a part and where its elements stand in it, for edits that leave all the rest as it is. */
import { TagScanner } from "../tag-scanner";
import { escapeAttribute } from "./escape";
import { applySplices, insertAt, replace, type Splice } from "./splices";

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

interface AttributeSpan {
  readonly value: string;
  /** The value between its quotes. */
  readonly from: number;
  readonly to: number;
}

export class PartXml {
  readonly root: Span;
  /** Elements right inside the root, in order. */
  readonly children: readonly Span[];
  /** What stands before the names of the root's own elements: "" or "x:". */
  readonly prefix: string;

  constructor(
    readonly text: string,
    readonly part: string,
  ) {
    const scanner = new TagScanner(text, part);
    const tag = scanner.next();
    const { name, start: from, position: innerFrom } = scanner;
    const local = localName(name);
    this.prefix = name.slice(0, name.length - local.length);
    this.children = tag === "open" ? elements(scanner) : [];
    const innerTo = tag === "open" ? scanner.start : innerFrom;
    this.root = { name, local, from, to: scanner.position, innerFrom, innerTo };
  }

  child(local: string): Span | undefined {
    return this.children.find((child) => child.local === local);
  }

  /** Elements inside the root's child of that name: `items("sheets")`. */
  items(local: string): Span[] {
    const child = this.child(local);
    return child === undefined ? [] : this.inside(child);
  }

  /** Elements right inside any element. */
  inside(span: Span): Span[] {
    if (isEmptyTag(span)) return [];
    const scanner = new TagScanner(this.text, this.part, span.from);
    scanner.next();
    return elements(scanner);
  }

  attribute(span: Span, name: string): AttributeSpan | undefined {
    const scanner = new TagScanner(this.text, this.part, span.from);
    scanner.next();
    return scanner.attributeSpan(name);
  }

  /** Value of an attribute, "" where there is none. */
  value(span: Span, name: string): string {
    return this.attribute(span, name)?.value ?? "";
  }

  /** Value of `r:id`, whatever prefix the document uses. */
  relationshipId(span: Span): string {
    const tag = this.text.slice(span.from, span.innerFrom);
    const [, double, single] = /\s[\w.-]+:id\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag) ?? [];
    return double ?? single ?? "";
  }

  /** Text inside an element, entities resolved. */
  content(span: Span): string {
    const scanner = new TagScanner(this.text, this.part, span.from);
    return scanner.next() === "open" ? scanner.content() : "";
  }

  /** An element as it is written, or as it reads with changes inside it. */
  source(span: Span, changes: readonly Splice[] = []): string {
    const moved = changes.map(({ from, to, text }) => ({ from: from - span.from, to: to - span.from, text }));
    return applySplices(this.text.slice(span.from, span.to), moved).text;
  }

  /** Gives an element an attribute, in the place of an older one of that name. */
  setAttribute(span: Span, name: string, value: string): Splice {
    const existing = this.attribute(span, name);
    const written = escapeAttribute(value);
    return existing === undefined
      ? insertAt(span.from + 1 + span.name.length, ` ${name}="${written}"`)
      : replace(existing, written);
  }

  /** Puts elements into another one, behind those it has; an empty tag is opened for them. */
  append(span: Span, xml: string): Splice {
    if (!isEmptyTag(span)) return insertAt(span.innerTo, xml);
    const slash = this.text.lastIndexOf("/", span.to - 1);
    return { from: slash, to: span.to, text: `>${xml}</${span.name}>` };
  }

  /** Puts a new child into the root, behind all that the schema wants before it. */
  insert(local: string, xml: string): Splice {
    const order = ORDERS[this.root.local] ?? [];
    const rank = order.indexOf(local);
    const before = this.children.filter((child) => order.includes(child.local) && order.indexOf(child.local) <= rank);
    return insertAt(before.at(-1)?.to ?? this.root.innerFrom, xml);
  }
}

/** The elements inside the one whose open tag the scanner has read first. */
function elements(scanner: TagScanner): Span[] {
  const found: Span[] = [];
  for (;;) {
    const tag = scanner.next();
    if (tag === "end" || scanner.depth === 0) return found;
    const { name, start: from, position: innerFrom } = scanner;
    if (tag === "open") scanner.skip();
    const innerTo = tag === "open" ? scanner.start : innerFrom;
    found.push({ name, local: localName(name), from, to: scanner.position, innerFrom, innerTo });
  }
}

/** Elements of one prefix ("" or "x:") written with another. */
export const reprefixed = (xml: string, from: string, to: string): string =>
  from === to ? xml : xml.replace(new RegExp(`<(/?)${from}([\\w.-]+)(?=[\\s/>])`, "g"), `<$1${to}$2`);

export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Whether the element is written `<a/>`. */
export const isEmptyTag = (span: Span): boolean => span.innerFrom === span.to;

/** The order in which the schema wants the elements of a part (ECMA-376 part 1, annex A). */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  worksheet:
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split(
      " ",
    ),
  workbook:
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst".split(
      " ",
    ),
  styleSheet: "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(" "),
};
