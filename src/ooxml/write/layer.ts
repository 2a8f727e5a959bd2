/** What Kenzan puts on top of a workbook: insertions into its parts, and parts of its own. */
import { relationshipsPart, type Package } from "../package";
import { CONTENT_TYPE, PACKAGE_RELATIONSHIPS, XML_DECLARATION, type Family } from "../namespaces";
import { asUtf8 } from "../xml";
import { JOURNAL_NAMESPACE, writeJournal, type TouchedPart } from "./journal";
import { escapeAttribute } from "./escape";
import { PartXml } from "./part-xml";
import { applySplices, type Splice } from "./splices";

const CONTENT_TYPES = "[Content_Types].xml";
/** Fixed: one such part stands in a workbook at most. */
const ITEM_ID = {
  settings: "{6B1F5C0A-3D0E-4B57-9C7B-0D5A1E6F2A11}",
  journal: "{6B1F5C0A-3D0E-4B57-9C7B-0D5A1E6F2A12}",
};

export class Layer {
  private readonly splices = new Map<string, Splice[]>();
  private readonly added = new Map<string, { text: string; contentType: string | null }>();
  private readonly related = new Map<string, { id: string; kind: string; target: string }[]>();
  private readonly parsed = new Map<string, PartXml>();

  constructor(
    readonly pack: Package,
    readonly family: Family,
    readonly workbookPart: string,
  ) {}

  /** Text of a part as the user's workbook has it: places of splices count in it. */
  text(part: string): string {
    return asUtf8(this.pack.text(part));
  }

  /** The same, with its elements. */
  xml(part: string): PartXml {
    const xml = this.parsed.get(part) ?? new PartXml(this.text(part), part);
    this.parsed.set(part, xml);
    return xml;
  }

  splice(part: string, splices: readonly Splice[]): void {
    this.splices.set(part, [...(this.splices.get(part) ?? []), ...splices]);
  }

  /** Adds a part under the first free name: `add((n) => "xl/comments" + n + ".xml", …)`. */
  add(name: (number: number) => string, contentType: string | null, text: string): string {
    let number = 1;
    while (this.pack.has(name(number)) || this.added.has(name(number))) number += 1;
    this.added.set(name(number), { text, contentType });
    return name(number);
  }

  /** Writes anew a part that the layer has added. */
  replaceAdded(part: string, text: string): void {
    this.added.set(part, { contentType: null, ...this.added.get(part), text });
  }

  /** Relates a part to another one; gives the relationship's id. */
  relate(source: string, kind: string, target: string): string {
    const mine = this.related.get(source) ?? [];
    const taken = new Set([...this.pack.relationships(source), ...mine].map(({ id }) => id));
    let number = 1;
    while (taken.has(`kenzan${number}`)) number += 1;
    const id = `kenzan${number}`;
    this.related.set(source, [...mine, { id, kind, target }]);
    return id;
  }

  /** Adds a custom XML part to the workbook, as Excel itself keeps them. */
  addCustomXml(id: keyof typeof ITEM_ID, namespace: string, text: string): string {
    const number = this.freeItemNumber();
    const part = this.add(() => `customXml/item${number}.xml`, CONTENT_TYPE.customXml, text);
    const properties = this.add(
      () => `customXml/itemProps${number}.xml`,
      CONTENT_TYPE.customXmlProperties,
      `${XML_DECLARATION}<ds:datastoreItem ds:itemID="${ITEM_ID[id]}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    );
    this.relate(part, "customXmlProps", properties);
    this.relate(this.workbookPart, "customXml", part);
    return part;
  }

  /** Writes everything into a package that has nothing of a user's: nothing will ever be taken out again. */
  writeWhole(): void {
    this.writeRelationships();
    this.writeContentTypes();
    for (const [part, splices] of this.splices) this.pack.set(part, applySplices(this.text(part), splices).text);
    for (const [part, { text }] of this.added) this.pack.set(part, text);
  }

  /** Writes everything into the package. */
  write(): void {
    if (this.splices.size + this.added.size === 0) return;
    const journalPart = this.addCustomXml("journal", JOURNAL_NAMESPACE, "");
    this.writeRelationships();
    this.writeContentTypes();
    const touched = [...this.splices].map(([part, splices]) => this.writePart(part, splices));
    for (const [part, { text }] of this.added) this.pack.set(part, text);
    this.pack.set(journalPart, XML_DECLARATION + writeJournal({ touched, added: [...this.added.keys()] }));
  }

  private freeItemNumber(): number {
    let number = 1;
    const taken = (name: string) => this.pack.has(name) || this.added.has(name);
    while (taken(`customXml/item${number}.xml`) || taken(`customXml/itemProps${number}.xml`)) number += 1;
    return number;
  }

  private writePart(part: string, splices: readonly Splice[]): TouchedPart {
    const original = this.pack.crc(part);
    const { text, undo } = applySplices(this.text(part), splices);
    this.pack.set(part, text);
    return { name: part, written: this.pack.crc(part), original, undo };
  }

  private writeRelationships(): void {
    for (const [source, relationships] of this.related) {
      const part = relationshipsPart(source);
      const write = (prefix: string) =>
        relationships
          .map(
            ({ id, kind, target }) =>
              `<${prefix}Relationship Id="${id}" Type="${this.family.relationships}/${kind}" Target="/${escapeAttribute(target)}"/>`,
          )
          .join("");
      if (this.pack.has(part)) {
        const xml = this.xml(part);
        this.splice(part, [xml.append(xml.root, write(xml.prefix))]);
      } else {
        const root = `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${write("")}</Relationships>`;
        this.added.set(part, { text: XML_DECLARATION + root, contentType: null });
      }
    }
  }

  /** Every part by its own name: a new default might speak for parts that are not Kenzan's. */
  private writeContentTypes(): void {
    const xml = this.xml(CONTENT_TYPES);
    const overrides = [...this.added]
      .filter(([, { contentType }]) => contentType !== null)
      .map(
        ([part, { contentType }]) =>
          `<${xml.prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${contentType}"/>`,
      );
    if (overrides.length > 0) this.splice(CONTENT_TYPES, [xml.append(xml.root, overrides.join(""))]);
  }
}
