/** Puts the looks and names of the file into the book, under the names by which office.js knows them. */
import type { Appearance, CellLook, SheetLook } from "../ooxml/appearance";
import type { Book, BookCell, BookSheet } from "./host/book";

/** Points of one character of the default font, and of the margin beside it. */
const POINTS_PER_CHARACTER = 5.25;
const COLUMN_MARGIN = 3.75;

const HORIZONTAL: Readonly<Record<string, string>> = {
  left: "Left",
  center: "Center",
  right: "Right",
  fill: "Fill",
  justify: "Justify",
  centerContinuous: "CenterAcrossSelection",
  distributed: "Distributed",
};
const VERTICAL: Readonly<Record<string, string>> = {
  top: "Top",
  center: "Center",
  bottom: "Bottom",
  justify: "Justify",
  distributed: "Distributed",
};
const SIDES = { left: "EdgeLeft", right: "EdgeRight", top: "EdgeTop", bottom: "EdgeBottom" } as const;

/** The names of the file become the book's. */
export function nameIn(book: Book, { names }: Appearance): void {
  book.names.push(
    ...names.map(({ name, formula, visible }) => ({ name, formula: `=${formula}`, visible, comment: "" })),
  );
}

type Dress = Pick<BookCell, "style" | "numberFormat">;

/** Pauses now and then. */
export function* dressPieces(sheets: readonly BookSheet[], appearance: Appearance): Generator<void, void> {
  const styles = appearance.looks.map((look) => ({ style: styleOf(look), numberFormat: look.format ?? "General" }));
  for (const look of appearance.sheets) {
    const sheet = sheets.find(({ name }) => name === look.name);
    if (sheet !== undefined) yield* dressSheet(sheet, look, styles);
  }
}

/** Rows between two pauses. */
const A_TURN = 200;

function* dressSheet(sheet: BookSheet, look: SheetLook, styles: readonly Dress[]): Generator<void, void> {
  for (const [column, width] of look.columnWidths)
    sheet.columnWidths.set(column, width * POINTS_PER_CHARACTER + COLUMN_MARGIN);
  for (const [row, height] of look.rowHeights) sheet.rowHeights.set(row, height);
  sheet.showGridlines = look.showGridlines;
  sheet.frozen = look.frozen;
  if (look.protected) sheet.protection = {};
  for (const { areas, formula, fill, color } of look.rules) {
    sheet.rules.push({
      id: sheet.book.newId("rule"),
      type: "Custom",
      areas,
      stopIfTrue: false,
      formula: `=${formula}`,
      format: { ...(fill === null ? {} : { "Fill/Color": fill }), ...(color === null ? {} : { "Font/Color": color }) },
    });
  }
  for (const [index, [row, cells]] of look.cells.entries()) {
    if (index % A_TURN === 0) yield;
    for (const [column, at] of cells) {
      const worn = styles[at];
      if (worn === undefined) continue;
      const isPlain = Object.keys(worn.style).length === 0 && worn.numberFormat === "General";
      if (!isPlain || sheet.get(row, column) !== undefined) Object.assign(sheet.make(row, column), worn);
    }
  }
}

function styleOf(look: CellLook): BookCell["style"] {
  const style: Record<string, string | number | boolean> = {};
  const set = (name: string, value: string | number | boolean | null | undefined) => {
    if (value !== null && value !== undefined && value !== false) style[name] = value;
  };
  set("Font/Name", look.font);
  set("Font/Size", look.size);
  set("Font/Bold", look.bold);
  set("Font/Italic", look.italic);
  set("Font/Underline", look.underline ? "Single" : null);
  set("Font/Strikethrough", look.struck);
  set("Font/Color", look.color);
  set("Fill/Color", look.fill);
  set("HorizontalAlignment", look.horizontal === null ? null : HORIZONTAL[look.horizontal]);
  set("VerticalAlignment", look.vertical === null ? null : VERTICAL[look.vertical]);
  set("WrapText", look.wrap);
  for (const [side, name] of Object.entries(SIDES)) {
    const edge = look.edges[side as keyof typeof SIDES];
    if (edge === undefined) continue;
    set(`Borders/${name}/Style`, edge.style);
    set(`Borders/${name}/Color`, edge.color);
  }
  return style;
}
