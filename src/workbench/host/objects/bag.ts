import { HostObject } from "../protocol";

/**
 * An object that only keeps what it is given: titles, legends, page layouts. Objects that hang on it keep theirs in the
 * same store, by path ("Title/Text").
 */
export class Bag extends HostObject {
  constructor(
    readonly type: string,
    private readonly store: Record<string, unknown>,
    private readonly objects: Readonly<Record<string, string>> = {},
    private readonly path = "",
    private readonly changed: () => void = () => undefined,
  ) {
    super();
  }

  override property(name: string): unknown {
    const type = this.objects[this.path + name];
    if (type !== undefined) return new Bag(type, this.store, this.objects, `${this.path}${name}/`, this.changed);
    return this.store[this.path + name] ?? null;
  }

  override setProperty(name: string, value: unknown): void {
    this.store[this.path + name] = value;
    this.changed();
  }
}
