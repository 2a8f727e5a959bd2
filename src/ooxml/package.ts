/** Open Packaging Conventions (ECMA-376 part 2): named parts in a zip, and the relationships between them. */
import { damaged, WorkbookError } from "./error";
import { decodeXml, encodeXml, readXml } from "./xml";
import { inflateEntry, openArchive } from "./zip/archive";
import type { Codec } from "./zip/codec";
import { writeArchive, type Source } from "./zip/write";

export interface Relationship {
  readonly id: string;
  /** Last word of the type: "worksheet", "styles" … the same in transitional and strict documents. */
  readonly kind: string;
  /** Part name without a leading slash; null for targets outside the package. */
  readonly target: string | null;
}

export class Package {
  /** By part name in lower case: part names are compared so (OPC 6.2.2.3). In the order of the file. */
  private readonly sources: Map<string, Source>;

  /** From the bytes of a zip (throws WorkbookError where they are none), or from the parts of another package. */
  constructor(
    from: Uint8Array | ReadonlyMap<string, Source>,
    private readonly codec: Codec,
  ) {
    this.sources = from instanceof Uint8Array ? sourcesOf(from) : new Map(from);
  }

  has(part: string): boolean {
    return this.sources.has(keyOf(part));
  }

  /** Names of all parts, in the order of the file. */
  names(): string[] {
    return [...this.sources.values()].map(nameOf).filter((name) => !name.endsWith("/"));
  }

  /** The XML text of a part. */
  text(part: string): string {
    return decodeXml(this.bytes(part), part);
  }

  /** Checksum of the bytes of a part. */
  crc(part: string): number {
    const source = this.sources.get(keyOf(part));
    if (source !== undefined && "copy" in source) return source.copy.crc;
    return this.codec.crc32(this.bytes(part));
  }

  /** Writes a part, in the place of an older one of that name. */
  set(part: string, text: string): void {
    const source = this.sources.get(keyOf(part));
    const name = source === undefined ? part : nameOf(source);
    this.sources.set(keyOf(part), { name, bytes: encodeXml(text) });
    this.related.clear();
  }

  remove(part: string): void {
    this.sources.delete(keyOf(part));
    this.related.clear();
  }

  /** A package to change while this one stays. */
  copy(): Package {
    return new Package(this.sources, this.codec);
  }

  /** The package as a zip. Parts that were not set are copied without being unpacked. */
  save(): Uint8Array {
    return writeArchive([...this.sources.values()], this.codec);
  }

  /** Relationships of a part, in file order; of the package itself for "". */
  relationships(part: string): readonly Relationship[] {
    const known = this.related.get(part);
    if (known !== undefined) return known;
    const found = this.readRelationships(part);
    this.related.set(part, found);
    return found;
  }

  private readonly related = new Map<string, readonly Relationship[]>();
  private readRelationships(part: string): Relationship[] {
    const rels = relationshipsPart(part);
    if (!this.has(rels)) return [];
    const found: Relationship[] = [];
    readXml(this.text(rels), rels, {
      open(path, element) {
        if (path !== "Relationships/Relationship") return;
        const target = element.get("Target") ?? "";
        found.push({
          id: element.get("Id") ?? "",
          kind: (element.get("Type") ?? "").split("/").at(-1) ?? "",
          target: element.get("TargetMode") === "External" ? null : resolveTarget(part, target),
        });
      },
    });
    return found;
  }

  /** The part that the package is about: of a workbook the workbook, of a Word document the document. */
  mainPart(): string {
    const part = this.relationships("").find(({ kind }) => kind === "officeDocument")?.target;
    if (part === undefined || part === null || !this.has(part)) {
      throw new WorkbookError("no-workbook", "the package names no office document");
    }
    return part;
  }

  /** The workbook part that the package names. */
  workbookPart(): string {
    const part = this.mainPart();
    if (part.toLowerCase().endsWith(".bin")) throw new WorkbookError("binary-workbook", part);
    return part;
  }

  private bytes(part: string): Uint8Array {
    const source = this.sources.get(keyOf(part));
    if (source === undefined) throw damaged(`${part} is missing`);
    return "copy" in source ? inflateEntry(source.copy, this.codec) : source.bytes;
  }
}

function sourcesOf(bytes: Uint8Array): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const entry of openArchive(bytes)) {
    const key = keyOf(entry.name);
    if (sources.has(key)) throw damaged(`${entry.name} exists twice`);
    sources.set(key, { copy: entry });
  }
  return sources;
}

/** "xl/workbook.xml" → "xl/_rels/workbook.xml.rels" */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** A target as a part name: relative to the folder of its source, or absolute from a slash. */
export function resolveTarget(source: string, target: string): string {
  const path = unescapePercent(target.replaceAll("\\", "/"));
  const steps = path.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function unescapePercent(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const nameOf = (source: Source): string => ("copy" in source ? source.copy.name : source.name);

const keyOf = (part: string): string => part.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();
