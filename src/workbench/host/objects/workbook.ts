import type { Book, CustomXml } from "../book";
import { HostError, accessDenied, invalidArgument } from "../errors";
import { HostObject, type Dispatcher } from "../protocol";
import { dateSerial } from "../typed";
import { Collection } from "./collection";
import { Comments } from "./comments";
import { Names } from "./names";
import { Range } from "./range";
import { Worksheets } from "./sheets";
import { Tables } from "./tables";

export class Workbook extends HostObject {
  readonly type = "Workbook";
  readonly Worksheets: Worksheets;
  /** Set once the dispatcher that serves this root exists: events name ranges by its references. */
  dispatcher: Dispatcher | null = null;

  constructor(readonly book: Book) {
    super();
    this.Worksheets = new Worksheets(book);
  }

  get Name(): string {
    return this.book.name;
  }
  get ReadOnly(): boolean {
    return false;
  }
  get Names(): HostObject {
    return new Names(this.book);
  }
  get Tables(): HostObject {
    return new Tables(this.book, null);
  }
  get Comments(): HostObject {
    return new Comments(this.book, null);
  }
  get Settings(): HostObject {
    return new Settings(this.book);
  }
  get CustomXmlParts(): HostObject {
    return new CustomXmlParts(this.book);
  }
  get Functions(): HostObject {
    return new Functions(this.book);
  }
  get Protection(): HostObject {
    return new WorkbookProtection(this.book);
  }
  get Application(): HostObject {
    return new Application();
  }
  GetSelectedRange(): Range {
    const { selection, active } = this.book;
    if (selection !== null) return new Range(selection.sheet, selection.area);
    if (active === null) throw new HostError("InvalidSelection", "The selection is not valid.");
    return new Range(active, { top: 1, left: 1, bottom: 1, right: 1 });
  }
  GetActiveCell(): Range {
    return this.GetSelectedRange().GetCell(0, 0);
  }
  /** At the end, whatever the options say. @returns ids of the new sheets */
  InsertWorksheetsFromBase64(base64: string): string[] {
    if (this.book.structureProtected) throw accessDenied("Workbook.insertWorksheetsFromBase64");
    if (this.book.insertFile === null)
      throw new HostError(
        "NotImplemented",
        "this workbook takes no other files",
        "Workbook.insertWorksheetsFromBase64",
      );
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return this.book.insertFile(bytes).map(({ id }) => id);
  }
  _GetRangeForEventByReferenceId(id: string): HostObject | null {
    return this.dispatcher?.referenced(id) ?? null;
  }
  _GetRangeOrNullObjectForEventByReferenceId(id: string): HostObject | null {
    return this._GetRangeForEventByReferenceId(id);
  }
}

class Application extends HostObject {
  readonly type = "Application";
  readonly CalculationMode = "Automatic";
  Calculate(): void {
    // Values are always up to date.
  }
  SuspendScreenUpdatingUntilNextSync(): void {
    // Nothing is drawn in between.
  }
}

class WorkbookProtection extends HostObject {
  readonly type = "WorkbookProtection";
  constructor(private readonly book: Book) {
    super();
  }
  get Protected(): boolean {
    return this.book.structureProtected;
  }
}

class Settings extends Collection<Setting> {
  constructor(private readonly book: Book) {
    super(
      "SettingCollection",
      () => [...book.settings.keys()].map((key) => new Setting(book, key)),
      (setting) => setting.Key,
    );
  }

  Add(key: string, value: unknown): Setting {
    this.book.settings.set(key, value);
    this.book.tell("other", null, null);
    return new Setting(this.book, key);
  }
}

class Setting extends HostObject {
  readonly type = "Setting";

  constructor(
    private readonly book: Book,
    readonly Key: string,
  ) {
    super();
  }

  override get id(): string {
    return this.Key;
  }
  get Value(): unknown {
    return this.book.settings.get(this.Key);
  }
  set Value(value: unknown) {
    this.book.settings.set(this.Key, value);
  }
  Delete(): void {
    this.book.settings.delete(this.Key);
  }
}

class CustomXmlParts extends Collection<CustomXmlPart> {
  constructor(private readonly book: Book) {
    super("CustomXmlPartCollection", () => book.customXml.map((part) => new CustomXmlPart(book, part)));
  }

  Add(xml: string): CustomXmlPart {
    if (!/^\s*(<\?xml[^>]*>\s*)?<[^>]+>/.test(xml)) throw invalidArgument("CustomXmlPartCollection.add");
    const part = { id: this.book.newId("xml"), xml };
    this.book.customXml.push(part);
    return new CustomXmlPart(this.book, part);
  }
  GetByNamespace(namespace: string): HostObject {
    return new ScopedXmlParts(this.book, namespace);
  }
}

class ScopedXmlParts extends Collection<CustomXmlPart> {
  constructor(book: Book, namespace: string) {
    super("CustomXmlPartScopedCollection", () =>
      book.customXml.map((part) => new CustomXmlPart(book, part)).filter((part) => part.NamespaceUri === namespace),
    );
  }

  GetOnlyItem(): CustomXmlPart {
    if (this.items().length !== 1) throw new HostError("GeneralException", "There is not exactly one part.");
    return this.GetItemAt(0);
  }
  GetOnlyItemOrNullObject(): CustomXmlPart | null {
    return this.items().length === 1 ? this.GetItemAt(0) : null;
  }
}

class CustomXmlPart extends HostObject {
  readonly type = "CustomXmlPart";

  constructor(
    private readonly book: Book,
    private readonly part: CustomXml,
  ) {
    super();
  }

  override get id(): string {
    return this.part.id;
  }
  get Id(): string {
    return this.part.id;
  }
  get NamespaceUri(): string {
    return /^\s*(?:<\?xml[^>]*>\s*)?<[^>]*?\bxmlns(?::\w+)?="([^"]*)"/.exec(this.part.xml)?.[1] ?? "";
  }
  GetXml(): string {
    return this.part.xml;
  }
  SetXml(xml: string): void {
    this.part.xml = xml;
  }
  Delete(): void {
    this.book.customXml = this.book.customXml.filter((other) => other !== this.part);
  }
}

/** `workbook.functions`: only what the add-in asks. */
class Functions extends HostObject {
  readonly type = "Functions";

  constructor(private readonly book: Book) {
    super();
  }

  Date(year: number, month: number, day: number): FunctionResult {
    return new FunctionResult(dateSerial(year, month, day, this.book.date1904));
  }
}

class FunctionResult extends HostObject {
  readonly type = "FunctionResult";
  readonly Error = null;

  constructor(readonly Value: number) {
    super();
  }
}
