import { invalidArgument, notFound } from "../errors";
import { HostObject } from "../protocol";

/** The members that every collection of office.js has. */
export class Collection<T extends HostObject> extends HostObject {
  constructor(
    readonly type: string,
    private readonly list: () => T[],
    /** Names by which an item is found besides its id. */
    private readonly keyOf: (item: T) => string | undefined = () => undefined,
  ) {
    super();
  }

  override items(): T[] {
    return this.list();
  }

  override item(key: unknown): T {
    const found = this.find(key);
    if (found === null) throw notFound(`${this.type}.getItem`);
    return found;
  }

  protected find(key: unknown): T | null {
    const wanted = String(key).toLowerCase();
    return (
      this.list().find((item) => item.id?.toLowerCase() === wanted || this.keyOf(item)?.toLowerCase() === wanted) ??
      null
    );
  }

  GetItem(key: unknown): T {
    return this.item(key);
  }

  GetItemOrNullObject(key: unknown): T | null {
    return this.find(key);
  }

  GetItemAt(index: number): T {
    const found = this.list()[index];
    if (found === undefined) throw invalidArgument(`${this.type}.getItemAt`);
    return found;
  }

  GetCount(): number {
    return this.list().length;
  }
}
