/** The workbook part, to look things up in and to add to. */
import { damaged, WorkbookError } from "../error";
import { STRICT, TRANSITIONAL, type Family } from "../namespaces";
import type { Package } from "../package";
import { isTrue } from "../xml";
import type { PartXml } from "./part-xml";
import { xmlOf } from "./parts";
import type { Splice } from "./splices";

export interface SheetEntry {
  readonly name: string;
  readonly sheetId: string;
  readonly part: string;
}

export class WorkbookXml {
  readonly xml: PartXml;

  constructor(pack: Package, part: string) {
    this.xml = xmlOf(pack, part);
    const { root } = this.xml;
    if (root.local !== "workbook") throw new WorkbookError("no-workbook", `${part} is a <${root.name}>`);
  }

  get family(): Family {
    const { root, text } = this.xml;
    return text.slice(root.from, root.innerFrom).includes(STRICT.main) ? STRICT : TRANSITIONAL;
  }

  get isStructureLocked(): boolean {
    const protection = this.xml.child("workbookProtection");
    return protection !== undefined && isTrue(this.xml.attribute(protection, "lockStructure")?.value);
  }

  sheetNames(): string[] {
    return this.xml.items("sheets").map((sheet) => this.xml.value(sheet, "name"));
  }

  worksheets(pack: Package): SheetEntry[] {
    const relationships = pack.relationships(this.xml.part);
    return this.xml.items("sheets").flatMap((sheet) => {
      const id = this.xml.relationshipId(sheet);
      const relationship = relationships.find((candidate) => candidate.id === id);
      if (relationship?.kind !== "worksheet" || relationship.target === null) return [];
      const name = this.xml.value(sheet, "name");
      return [{ name, sheetId: this.xml.value(sheet, "sheetId"), part: relationship.target }];
    });
  }

  freeSheetId(): number {
    return Math.max(0, ...this.xml.items("sheets").map((sheet) => Number(this.xml.value(sheet, "sheetId")))) + 1;
  }

  addSheet(sheet: string): Splice {
    const sheets = this.xml.child("sheets");
    if (sheets === undefined) throw damaged(`${this.xml.part} has no sheets`);
    return this.xml.append(sheets, sheet);
  }

  addNames(names: string): Splice {
    const container = this.xml.child("definedNames");
    if (container !== undefined) return this.xml.append(container, names);
    const p = this.xml.prefix;
    return this.xml.insert("definedNames", `<${p}definedNames>${names}</${p}definedNames>`);
  }

  recalculateOnLoad(): Splice {
    const properties = this.xml.child("calcPr");
    if (properties === undefined) return this.xml.insert("calcPr", `<${this.xml.prefix}calcPr fullCalcOnLoad="1"/>`);
    return this.xml.setAttribute(properties, "fullCalcOnLoad", "1");
  }
}
