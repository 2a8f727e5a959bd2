/**
 * Notes on flagged cells (ECMA-376 part 1, 18.7) and the VML shapes without which Excel shows none (part 4, 19.4).
 * A cell that has a note or a threaded comment already keeps it, and gets none.
 */
import { cellName } from "../../core/workbook/workbook";
import { CONTENT_TYPE, XML_DECLARATION } from "../namespaces";
import type { Package, Relationship } from "../package";
import { parseArea } from "../references";
import { readText } from "../strings";
import { TagScanner } from "../tag-scanner";
import { readXml } from "../xml";
import { escapeXstring } from "./escape";
import type { Layer } from "./layer";
import type { PartXml, Span } from "./part-xml";
import { applySplices, cut, insertAt, type Splice } from "./splices";

export interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** By their author Kenzan knows its notes again; by their first line, which names it as Excel does, if that is lost. */
export const AUTHOR = "Kenzan";
const FIRST_LINE = `${AUTHOR}:\n`;

/** Shape numbers come in blocks of 1024, of which each drawing of a workbook has its own. */
const BLOCK = 1024;
const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const ID_MAP = /<(?:[\w.-]+:)?idmap\b[^<>]*?\bdata\s*=\s*["']([\d,\s]*)/g;
const SHAPE_TYPE = `<v:shapetype ${NAMESPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;

/** Adds notes to one sheet. */
export function addNotes(layer: Layer, sheetPart: string, wanted: readonly Note[], blocks: ShapeBlocks): void {
  if (wanted.length === 0) return;
  const relationships = layer.pack.relationships(sheetPart);
  const taken = commentedCells(layer.pack, relationships);
  const notes: Note[] = [];
  for (const note of wanted) {
    const cell = cellName(note.row, note.column);
    if (taken.has(cell)) continue;
    taken.add(cell);
    notes.push(note);
  }
  if (notes.length === 0) return;
  addComments(layer, sheetPart, partOf(layer.pack, relationships, "comments"), notes);
  addShapes(layer, sheetPart, relationships, notes, blocks);
}

function commentedCells(pack: Package, relationships: readonly Relationship[]): Set<string> {
  const cells = new Set<string>();
  for (const kind of ["comments", "threadedComment"]) {
    const part = partOf(pack, relationships, kind);
    if (part === undefined) continue;
    readXml(pack.text(part), part, {
      open(path, element) {
        const cell = element.get("ref");
        if (cell !== undefined && /^comments\/commentList\/comment$|^ThreadedComments\/threadedComment$/.test(path)) {
          cells.add(cell.replaceAll("$", "").toUpperCase());
        }
      },
    });
  }
  return cells;
}

const partOf = (pack: Package, relationships: readonly Relationship[], kind: string): string | undefined => {
  const part = relationships.find((relationship) => relationship.kind === kind)?.target ?? undefined;
  return part !== undefined && pack.has(part) ? part : undefined;
};

function addComments(layer: Layer, sheetPart: string, existing: string | undefined, notes: readonly Note[]): void {
  const write = (p: string, author: number) =>
    notes
      .map(
        ({ row, column, text }) =>
          `<${p}comment ref="${cellName(row, column)}" authorId="${author}" shapeId="0"><${p}text>${run(p, "<b/>", FIRST_LINE)}${run(p, "", text)}</${p}text></${p}comment>`,
      )
      .join("");
  if (existing === undefined) {
    const text = `${XML_DECLARATION}<comments xmlns="${layer.family.main}"><authors><author>${AUTHOR}</author></authors><commentList>${write("", 0)}</commentList></comments>`;
    layer.relate(
      sheetPart,
      "comments",
      layer.add((n) => `xl/comments${n}.xml`, CONTENT_TYPE.comments, text),
    );
    return;
  }
  const xml = layer.xml(existing);
  const p = xml.prefix;
  const authors = xml.child("authors");
  const list = xml.child("commentList");
  const author = `<${p}author>${AUTHOR}</${p}author>`;
  const comments = write(p, xml.items("authors").length);
  layer.splice(existing, [
    authors === undefined
      ? insertAt(xml.root.innerFrom, `<${p}authors>${author}</${p}authors>`)
      : xml.append(authors, author),
    list === undefined
      ? insertAt(xml.root.innerTo, `<${p}commentList>${comments}</${p}commentList>`)
      : xml.append(list, comments),
  ]);
}

const run = (p: string, properties: string, text: string): string =>
  `<${p}r><${p}rPr>${properties.replace("<", `<${p}`)}<${p}sz val="9"/></${p}rPr><${p}t xml:space="preserve">${escapeXstring(text)}</${p}t></${p}r>`;

function addShapes(
  layer: Layer,
  sheetPart: string,
  relationships: readonly Relationship[],
  notes: readonly Note[],
  blocks: ShapeBlocks,
): void {
  const ids = blocks.take(notes.length);
  const shapes = notes.map((note, at) => shape(note, ids.shapes[at] as number)).join("");
  const sheet = layer.xml(sheetPart);
  const drawing = legacyDrawing(layer.pack, sheet, relationships)?.part;
  if (drawing === undefined) {
    const layout = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${ids.blocks.join(",")}"/></o:shapelayout>`;
    const vml = `<xml ${NAMESPACES}>${layout}${SHAPE_TYPE}${shapes}</xml>`;
    const part = layer.add((n) => `xl/drawings/vmlDrawing${n}.vml`, CONTENT_TYPE.vmlDrawing, vml);
    const id = layer.relate(sheetPart, "vmlDrawing", part);
    const element = `<${sheet.prefix}legacyDrawing xmlns:r="${layer.family.relationships}" r:id="${id}"/>`;
    layer.splice(sheetPart, [sheet.insert("legacyDrawing", element)]);
    return;
  }
  // VML of older programs need not be well-formed: it is edited as text.
  const vml = layer.text(drawing);
  const end = vml.lastIndexOf("</");
  const map = new RegExp(ID_MAP).exec(vml);
  const mapEnd = map === null ? -1 : map.index + map[0].length;
  layer.splice(drawing, [
    ...(mapEnd < 0 ? [] : [insertAt(mapEnd, `,${ids.blocks.join(",")}`)]),
    insertAt(end, (vml.includes('id="_x0000_t202"') ? "" : SHAPE_TYPE) + shapes),
  ]);
}

/** The drawing that holds the shapes of a sheet's notes, and the element that names it. */
export function legacyDrawing(
  pack: Package,
  sheet: PartXml,
  relationships: readonly Relationship[],
): { part: string; element: Span } | undefined {
  const element = sheet.child("legacyDrawing");
  if (element === undefined) return undefined;
  const id = sheet.relationshipId(element);
  const part = relationships.find((relationship) => relationship.id === id)?.target ?? undefined;
  return part !== undefined && pack.has(part) ? { part, element } : undefined;
}

function shape({ row, column, text }: Note, id: number): string {
  const lines = (FIRST_LINE + text)
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 22)), 0);
  // From the cell beside the flagged one, a little lower: column, pixels, row, pixels; then the same of the corner.
  const anchor = [
    column,
    15,
    Math.max(0, row - 2),
    10,
    column + 4,
    15,
    Math.max(0, row - 2) + Math.min(lines, 20) + 1,
    4,
  ];
  return (
    `<v:shape ${NAMESPACES} id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:220pt;height:80pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(", ")}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}

/** Gives out blocks of shape numbers that no drawing of the workbook uses. */
export class ShapeBlocks {
  private next: number | null = null;

  constructor(private readonly pack: Package) {}

  take(count: number): { blocks: number[]; shapes: number[] } {
    const first = this.next ?? this.highest() + 1;
    const blocks = Array.from({ length: Math.ceil(count / (BLOCK - 1)) }, (_, at) => first + at);
    this.next = first + blocks.length;
    const shapes = blocks.flatMap((block) => Array.from({ length: BLOCK - 1 }, (_, at) => block * BLOCK + 1 + at));
    return { blocks, shapes: shapes.slice(0, count) };
  }

  private highest(): number {
    let highest = 0;
    for (const part of this.pack.names().filter((name) => name.toLowerCase().endsWith(".vml"))) {
      const vml = this.pack.text(part);
      for (const [, list = ""] of vml.matchAll(ID_MAP)) highest = Math.max(highest, ...list.split(",").map(Number));
      for (const [, id] of vml.matchAll(/_x0000_s(\d{1,9})\b/g))
        highest = Math.max(highest, Math.floor(Number(id) / BLOCK));
    }
    return highest;
  }
}

interface NotesLeft {
  /** Splices in the comments part and in the drawing. */
  readonly comments: Splice[];
  readonly shapes: Splice[];
  /** Whether anything of others stays in them. */
  readonly keepsComments: boolean;
  readonly keepsShapes: boolean;
}

function textOf(comments: PartXml, comment: Span): string {
  const text = comments.inside(comment).find(({ local }) => local === "text");
  if (text === undefined) return "";
  const scanner = new TagScanner(comments.text, comments.part, text.from);
  return scanner.next() === "open" ? readText(scanner, comments.prefix).text : "";
}

/** Shapes do not nest; the text of other elements between them is nobody's business here. */
function shapesIn(vml: string): { from: number; to: number }[] {
  const shapes: { from: number; to: number }[] = [];
  const open = /<((?:[\w.-]+:)?shape)[\s>]/g;
  for (let match = open.exec(vml); match !== null; match = open.exec(vml)) {
    const end = vml.indexOf(`</${match[1]}`, open.lastIndex);
    const to = end < 0 ? -1 : vml.indexOf(">", end) + 1;
    if (to <= 0) break;
    shapes.push({ from: match.index, to });
    open.lastIndex = to;
  }
  return shapes;
}

const ANY_SHAPE = /<(?:[\w.-]+:)?(?:shape|rect|roundrect|oval|line|polyline|arc|curve|image|group)[\s>]/;

/** How to take Kenzan's notes out of a comments part and its drawing. */
export function unnote(comments: PartXml, vml: string): NotesLeft {
  const authors = comments.items("authors");
  const list = comments.items("commentList");
  const isOurs = (author: Span | undefined) => author !== undefined && comments.content(author) === AUTHOR;
  const ours = list.filter(
    (comment) =>
      isOurs(authors[Number(comments.value(comment, "authorId"))]) || textOf(comments, comment).startsWith(FIRST_LINE),
  );
  const cells = new Set(
    ours.map((comment) => {
      const { top, left } = parseArea(comments.value(comment, "ref"));
      return `${top - 1},${left - 1}`;
    }),
  );
  const shapes = shapesIn(vml)
    .filter(({ from, to }) => {
      const shape = vml.slice(from, to);
      const row = /<(?:[\w.-]+:)?Row>\s*(\d+)/.exec(shape)?.[1];
      const column = /<(?:[\w.-]+:)?Column>\s*(\d+)/.exec(shape)?.[1];
      return shape.includes('ObjectType="Note"') && cells.has(`${row},${column}`);
    })
    .map(cut);
  // Its number tells an author: only the last one can go.
  const last = authors.at(-1);
  return {
    comments: [...(last !== undefined && isOurs(last) ? [cut(last)] : []), ...ours.map(cut)],
    shapes,
    keepsComments: list.length > ours.length,
    keepsShapes: ANY_SHAPE.test(applySplices(vml, shapes).text),
  };
}
