/** The page's own workbook as the pane's host: no office.js in between. What it does to the book is what Excel's would. */
import type { InForce } from "../../core/decisions/together";
import type { DocumentRead } from "../../core/documents/document";
import {
  DECISIONS_KEY,
  NOTHING_SAVED,
  SETTINGS_NAMESPACE,
  fromXml,
  latest,
  serialise,
  toXml,
} from "../../core/decisions/saved";
import type { Saved } from "../../core/decisions/saved";
import type { ReportShown } from "../../core/report/shown";
import { columnNumber, type Area, type CellValue, type Workbook } from "../../core/workbook/workbook";
import { valueOf } from "../../excel/cells";
import { isSame, type CellWrite } from "../../excel/fix";
import { asTyped } from "../../excel/typed";
import { CellChanged, DecisionsUnreadable, RowRefused, SheetMissing, SheetProtected } from "../../excel/errors";
import type { Host, HostTheme, Inserted, Language } from "../../taskpane/host";
import { labourBasisOf, summaryInTurns } from "../../taskpane/summaryOf";
import { templateOf } from "../../taskpane/templateOf";
import { isMarkFormula, MARK_LOOKS, markFormula, marksOf } from "../../views/marks/marks";
import type { Book, BookCell, BookSheet, Rule } from "../host/book";
import { readInTurns } from "../host/convert";
import { enter } from "../host/typed";
import { drawSummary } from "./drawSummary";

const TEXT = "@";

export class BookHost implements Host {
  readonly theme: HostTheme = "system";
  readonly ownsDecisions: boolean = false;
  readonly decider: string = "";
  /** Changes that the pane makes itself are none that it has to be told of. */
  private writing = false;

  constructor(
    private readonly book: Book,
    readonly language: Language,
  ) {}

  async readWorkbook(progress?: (share: number) => void, signal?: AbortSignal): Promise<Workbook> {
    const workbook = await readInTurns(this.book, signal);
    progress?.(1);
    return workbook;
  }

  async select(sheet: string, cell: string | null): Promise<void> {
    const found = this.sheet(sheet);
    if (found.visibility !== "Visible") throw new SheetMissing(sheet);
    this.book.visited = true;
    this.book.active = found;
    if (cell !== null) this.book.selection = { sheet: found, area: areaOf(cell) };
    this.book.tell("other", found, cell === null ? null : areaOf(cell));
    return Promise.resolve();
  }

  /** Shows a sheet to somebody who has not gone anywhere in the book yet. */
  async lead(sheet: string): Promise<void> {
    if (!this.book.visited && this.sheet(sheet).visibility === "Visible") await this.select(sheet, null);
  }

  async applyFix({ sheet, cell, value, formula: entered }: CellWrite, seen?: CellValue): Promise<() => Promise<void>> {
    const found = this.sheet(sheet);
    const area = areaOf(cell);
    const before = found.get(area.top, area.left);
    // Somebody may have typed there since it was checked.
    if (seen !== undefined && !isSame(valueOf(before?.value), seen)) throw new CellChanged(sheet);
    // Forms are often protected but for the cells to fill in: those take a value, though no other format.
    if (found.protection !== null && (before?.style["Protection/Locked"] ?? true) === true)
      throw new SheetProtected(sheet);
    const kept: Partial<BookCell> = { value: "", formula: null, numberFormat: "General", ...before };
    const { value: old = "", formula = null, numberFormat = "General" } = kept;
    const own = found.make(area.top, area.left);
    if (own.numberFormat === TEXT && typeof value === "number" && found.protection === null)
      own.numberFormat = "General";
    enter(own, entered === undefined ? asTyped(value) : `=${entered}`, this.book.date1904);
    if (own.formula !== null) own.value = value;
    const written = own.formula ?? own.value;
    this.tell(found, area);
    return async () => {
      const now = found.make(area.top, area.left);
      if ((now.formula ?? now.value) !== written) throw new CellChanged(sheet);
      Object.assign(now, { value: old, formula, numberFormat });
      this.tell(found, area);
    };
  }

  insertRow(name: string, row: number): Promise<() => Promise<void>> {
    const sheet = this.sheet(name);
    if (sheet.protection !== null) throw new SheetProtected(name);
    const shift = (by: 1 | -1): void => {
      this.writing = true;
      try {
        if (this.book.shiftRows?.({ sheet: name, at: row, by }) !== true) throw new RowRefused(name);
      } finally {
        this.writing = false;
      }
    };
    shift(1);
    return Promise.resolve(() => Promise.resolve(shift(-1)));
  }

  mark({ findings }: ReportShown): Promise<readonly string[]> {
    return Promise.resolve(this.renewMarks(marksOf(findings)));
  }

  clearMarks(): Promise<void> {
    this.renewMarks([]);
    return Promise.resolve();
  }

  async writeSummary(report: ReportShown, signal?: AbortSignal): Promise<string> {
    const model = await summaryInTurns(report, this.language, signal);
    this.writing = true;
    try {
      return await drawSummary(this.book, model, signal);
    } finally {
      this.writing = false;
    }
  }

  insertTemplate(scheme: string): Promise<readonly string[]> {
    if (this.book.structureProtected || this.book.insertFile === null) throw new SheetProtected();
    const sheets = this.book.insertFile(templateOf(scheme));
    this.book.active = sheets[0] ?? this.book.active;
    this.book.tell("other", this.book.active, null);
    return Promise.resolve(sheets.map(({ name }) => name));
  }

  insertLabourBasis(report: ReportShown): Promise<Inserted> {
    if (this.book.structureProtected || this.book.insertFile === null) throw new SheetProtected();
    const sheets = this.book.insertFile(labourBasisOf(report, this.language));
    this.book.active = sheets[0] ?? this.book.active;
    this.book.tell("other", this.book.active, null);
    const takeBack = (): Promise<void> => {
      for (const sheet of sheets) if (this.book.sheets.includes(sheet)) this.book.removeSheet(sheet);
      return Promise.resolve();
    };
    return Promise.resolve({ sheets: sheets.map(({ name }) => name), takeBack });
  }

  async loadDecisions(): Promise<Saved> {
    const setting = this.book.settings.get(DECISIONS_KEY);
    const copies = [
      typeof setting === "string" ? setting : null,
      ...this.book.customXml.map(({ xml }) => fromXml(xml)),
    ];
    const { saved, problems } = latest(copies);
    if (saved === null && problems.length > 0) throw new DecisionsUnreadable();
    return Promise.resolve(saved ?? NOTHING_SAVED);
  }

  saveDecisions(saved: Saved): Promise<void> {
    const text = serialise(saved);
    this.book.settings.set(DECISIONS_KEY, text);
    const [first, ...others] = this.book.customXml.filter(({ xml }) => xml.includes(SETTINGS_NAMESPACE));
    if (first === undefined) this.book.customXml.push({ id: this.book.newId("xml"), xml: toXml(text) });
    else first.xml = toXml(text);
    this.book.customXml = this.book.customXml.filter((part) => !others.includes(part));
    return Promise.resolve();
  }

  get inForce(): InForce | null {
    return this.book.inForce;
  }
  set inForce(now: InForce | null) {
    this.book.inForce = now;
  }

  get drafts(): Map<string, unknown> {
    return this.book.drafts;
  }

  get documents(): readonly DocumentRead[] | null {
    return this.book.documents;
  }
  set documents(given: readonly DocumentRead[] | null) {
    this.book.documents = given;
  }

  onChange(changed: () => void): () => void {
    // The grid works formulas out after what they read was written and checked: what they come to then is told like an edit.
    return this.book.subscribe(({ kind }) => {
      if (kind === "results" || (kind === "cells" && !this.writing)) changed();
    });
  }

  /** Sheet by sheet; the user's own rules stay as they are. @returns protected sheets that have marks, or ought to */
  private renewMarks(marks: ReturnType<typeof marksOf>): string[] {
    const locked: string[] = [];
    for (const sheet of this.book.sheets) {
      const wanted = marks.find((one) => one.sheet === sheet.name)?.rules ?? [];
      const kept = sheet.rules.filter(({ type, formula }) => type !== "Custom" || !isMarkFormula(formula));
      if (kept.length === sheet.rules.length && wanted.length === 0) continue;
      if (sheet.protection !== null && sheet.protection["AllowFormatCells"] !== true) {
        locked.push(sheet.name);
        continue;
      }
      const rules = wanted.map(({ severity, areas }): Rule => {
        const { fill, font } = MARK_LOOKS[severity];
        return {
          id: this.book.newId("rule"),
          type: "Custom",
          areas,
          stopIfTrue: false,
          formula: `=${markFormula(severity)}`,
          format: { "Fill/Color": fill, "Font/Color": font },
        };
      });
      sheet.rules = [...rules, ...kept];
      this.book.tell("rules", sheet, null);
    }
    return locked;
  }

  private sheet(name: string): BookSheet {
    const sheet = this.book.sheet(name);
    if (sheet === undefined) throw new SheetMissing(name);
    return sheet;
  }

  private tell(sheet: BookSheet, area: Area): void {
    this.writing = true;
    try {
      this.book.tell("cells", sheet, area);
    } finally {
      this.writing = false;
    }
  }
}

function areaOf(cell: string): Area {
  const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const [top, left] = [Number(row), columnNumber(letters)];
  return { top, left, bottom: top, right: left };
}
