/** Reads out of office.js itself which properties and objects each of its classes loads. */
import type { TypeCatalogue, TypeNames } from "./protocol";

/** @param library the `Excel` namespace of the library that talks to the host */
export function catalogueOf(library: object): TypeCatalogue {
  const classes = library as Readonly<Record<string, { prototype: Readonly<Record<string, unknown>> } | undefined>>;
  const known = new Map<string, TypeNames>();
  return (type) => {
    let names = known.get(type);
    if (names === undefined) {
      const prototype = classes[type]?.prototype;
      const list = (key: string): readonly string[] => (prototype?.[key] as readonly string[] | undefined) ?? [];
      const plain = list("_scalarPropertyNames");
      const original = list("_scalarPropertyOriginalNames");
      names = {
        scalars: original.length > 0 ? original : plain,
        objects: list("_navigationPropertyNames").map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
        idKey: plain.includes("id") ? "Id" : "_Id",
      };
      known.set(type, names);
    }
    return names;
  };
}
