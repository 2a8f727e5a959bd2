/** How cells look: office.js shows one value for a whole range, or null where its cells differ. */
import type { Area } from "../../../core/workbook/workbook";
import { LAST_COLUMN, LAST_ROW, contains, intersection } from "../addresses";
import type { BookCell, BookSheet } from "../book";
import { HostObject } from "../protocol";

type Look = string | number | boolean;

/** Of larger areas only the cells that exist are dressed; those to come take the look when they are made. */
const MOST_DRESSED = 200_000;

/** What a cell without any format says. "No fill" reads as white: it cannot be told from a white fill. */
const DEFAULTS: Readonly<Record<string, Look>> = {
  "Font/Name": "游ゴシック",
  "Font/Size": 11,
  "Font/Color": "#000000",
  "Font/Bold": false,
  "Font/Italic": false,
  "Font/Underline": "None",
  "Font/Strikethrough": false,
  "Fill/Color": "#FFFFFF",
  WrapText: false,
  HorizontalAlignment: "General",
  VerticalAlignment: "Center",
  "Protection/Locked": true,
  ShrinkToFit: false,
  IndentLevel: 0,
};

/** Points. */
const STANDARD_HEIGHT = 18.75;
const STANDARD_WIDTH = 54;

/** The look of one cell at a path such as "Font/Bold"; null where the host keeps nothing. */
export const lookOf = (cell: BookCell | undefined, path: string): Look | null =>
  cell?.style[path] ?? DEFAULTS[path] ?? null;

/** The look of all cells of an area, null where they differ. */
export function lookOfArea(sheet: BookSheet, area: Area, path: string): Look | null {
  let common: Look | null | undefined;
  let cells = 0;
  for (const { cell } of sheet.within(area)) {
    cells += 1;
    const look = lookOf(cell, path);
    if (common === undefined) common = look;
    else if (common !== look) return null;
  }
  const all = (area.bottom - area.top + 1) * (area.right - area.left + 1);
  const bare = cells < all ? bareLook(sheet, area, path) : null;
  if (common === undefined) return bare;
  return cells < all && common !== bare ? null : common;
}

/** The look of cells of an area that do not exist, null where it is not one. */
function bareLook(sheet: BookSheet, area: Area, path: string): Look | null {
  for (const background of sheet.backgrounds.toReversed()) {
    if (background.path !== path || intersection(background.area, area) === null) continue;
    return contains(background.area, area) ? background.value : null;
  }
  return lookOf(undefined, path);
}

export class RangeFormat extends HostObject {
  readonly type = "RangeFormat";

  constructor(
    private readonly sheet: BookSheet,
    private readonly areas: readonly Area[],
    private readonly guard: (location: string) => void,
  ) {
    super();
  }

  override property(name: string): unknown {
    if (name === "Font" || name === "Fill") return this.part(name);
    if (name === "Protection")
      return new LookPart("FormatProtection", this.sheet, this.areas, "Protection/", this.guard);
    if (name === "Borders") return new Borders(this.sheet, this.areas, this.guard);
    if (name === "ColumnWidth") return this.common((area) => this.span(area, "columns"));
    if (name === "RowHeight") return this.common((area) => this.span(area, "rows"));
    return this.common((area) => lookOfArea(this.sheet, area, name));
  }

  override setProperty(name: string, value: unknown): void {
    this.guard(`RangeFormat.${name}`);
    if (name === "ColumnWidth" || name === "RowHeight") this.resize(name, value as number);
    else dress(this.sheet, this.areas, name, value as Look);
  }

  AutofitColumns(): void {
    this.guard("RangeFormat.autofitColumns");
  }

  AutofitRows(): void {
    this.guard("RangeFormat.autofitRows");
    for (const area of this.areas)
      for (let row = area.top; row <= Math.min(area.bottom, LAST_ROW); row += 1) this.sheet.rowHeights.delete(row);
  }

  private part(name: "Font" | "Fill"): HostObject {
    return new LookPart(`Range${name}`, this.sheet, this.areas, `${name}/`, this.guard);
  }

  private common(read: (area: Area) => Look | null): Look | null {
    const looks = new Set(this.areas.map(read));
    return looks.size === 1 ? ([...looks][0] as Look | null) : null;
  }

  private span(area: Area, of: "rows" | "columns"): number | null {
    const sizes = of === "rows" ? this.sheet.rowHeights : this.sheet.columnWidths;
    const [first, last] = of === "rows" ? [area.top, area.bottom] : [area.left, area.right];
    const bare = of === "rows" ? STANDARD_HEIGHT : STANDARD_WIDTH;
    const found = new Set<number>();
    for (let at = first; at <= last && found.size < 2; at += 1) found.add(sizes.get(at) ?? bare);
    return found.size === 1 ? ([...found][0] as number) : null;
  }

  private resize(name: "ColumnWidth" | "RowHeight", points: number): void {
    for (const area of this.areas) {
      const rows = name === "RowHeight";
      const [first, last] = rows ? [area.top, area.bottom] : [area.left, Math.min(area.right, LAST_COLUMN)];
      for (let at = first; at <= last; at += 1)
        (rows ? this.sheet.rowHeights : this.sheet.columnWidths).set(at, points);
      this.sheet.book.tell("layout", this.sheet, area);
    }
  }
}

/** Font, fill or one border of a range. */
class LookPart extends HostObject {
  constructor(
    readonly type: string,
    private readonly sheet: BookSheet,
    private readonly areas: readonly Area[],
    private readonly path: string,
    private readonly guard: (location: string) => void,
  ) {
    super();
  }

  override property(name: string): unknown {
    const looks = new Set(this.areas.map((area) => lookOfArea(this.sheet, area, this.path + name)));
    return looks.size === 1 ? [...looks][0] : null;
  }

  override setProperty(name: string, value: unknown): void {
    this.guard(`${this.type}.${name}`);
    dress(this.sheet, this.areas, this.path + name, value as Look);
  }

  Clear(): void {
    this.guard(`${this.type}.clear`);
    for (const area of this.areas)
      for (const { cell } of this.sheet.within(area))
        cell.style = Object.fromEntries(Object.entries(cell.style).filter(([path]) => !path.startsWith(this.path)));
  }
}

class Borders extends HostObject {
  readonly type = "RangeBorderCollection";

  constructor(
    private readonly sheet: BookSheet,
    private readonly areas: readonly Area[],
    private readonly guard: (location: string) => void,
  ) {
    super();
  }

  override item(side: unknown): HostObject {
    return new LookPart("RangeBorder", this.sheet, this.areas, `Borders/${String(side)}/`, this.guard);
  }

  GetItem(side: unknown): HostObject {
    return this.item(side);
  }
}

/** Borders are kept on every cell of the range; which edge of which cell they draw is for the grid to say. */
function dress(sheet: BookSheet, areas: readonly Area[], path: string, value: Look): void {
  // Cells that looked alike go on sharing one style.
  const dressed = new Map<BookCell["style"], BookCell["style"]>();
  const put = (cell: BookCell): void => {
    let style = dressed.get(cell.style);
    if (style === undefined) dressed.set(cell.style, (style = { ...cell.style, [path]: value }));
    cell.style = style;
  };
  for (const area of areas) {
    if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > MOST_DRESSED) {
      for (const { cell } of sheet.within(area)) put(cell);
      sheet.backgrounds.push({ area, path, value });
    } else
      for (let row = area.top; row <= area.bottom; row += 1)
        for (let column = area.left; column <= area.right; column += 1) put(sheet.make(row, column));
    sheet.book.tell("format", sheet, area);
  }
}
