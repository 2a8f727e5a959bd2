/** Defined names of the workbook. */
import type { Book, DefinedName } from "../book";
import { invalidArgument, nameTaken, notFound } from "../errors";
import { HostObject } from "../protocol";
import { Collection } from "./collection";
import { Range, absolute, rangeFrom } from "./range";

export class Names extends Collection<NamedItem> {
  constructor(private readonly book: Book) {
    super(
      "NamedItemCollection",
      () => book.names.map((name) => new NamedItem(book, name)),
      (item) => item.Name,
    );
  }

  Add(name: string, reference: unknown, comment: string | null): NamedItem {
    if (this.find(name) !== null) throw nameTaken("NamedItemCollection.add");
    const formula = reference instanceof Range ? `=${absolute(reference)}` : String(reference);
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) || !formula.startsWith("="))
      throw invalidArgument("NamedItemCollection.add");
    const added: DefinedName = { name, formula, visible: true, comment: comment ?? "" };
    this.book.names.push(added);
    return new NamedItem(this.book, added);
  }
}

class NamedItem extends HostObject {
  readonly type = "NamedItem";

  constructor(
    private readonly book: Book,
    private readonly name: DefinedName,
  ) {
    super();
  }

  override get id(): string {
    return this.name.name;
  }
  get Name(): string {
    return this.name.name;
  }
  get Formula(): string {
    return this.name.formula;
  }
  set Formula(formula: string) {
    this.name.formula = formula;
  }
  get Value(): string {
    return this.name.formula.slice(1);
  }
  get Type(): string {
    return "Range";
  }
  get Visible(): boolean {
    return this.name.visible;
  }
  set Visible(visible: boolean) {
    this.name.visible = visible;
  }
  get Comment(): string {
    return this.name.comment;
  }
  set Comment(comment: string) {
    this.name.comment = comment;
  }
  get Scope(): string {
    return "Workbook";
  }
  /** null once what it referred to is gone. */
  GetRangeOrNullObject(): Range | null {
    try {
      return rangeFrom(this.name.formula.slice(1), null, this.book.sheets);
    } catch {
      return null;
    }
  }
  GetRange(): Range {
    const range = this.GetRangeOrNullObject();
    if (range === null) throw notFound("NamedItem.getRange");
    return range;
  }
  Delete(): void {
    this.book.names = this.book.names.filter((other) => other !== this.name);
  }
}
