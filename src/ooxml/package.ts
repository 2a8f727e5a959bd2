/** Open Packaging Conventions (ECMA-376 part 2): named parts in a zip, and the relationships between them. */
import { damaged, WorkbookError } from "./error";
import { decodeXml, readXml } from "./xml";
import { inflateEntry, openArchive, type Entry } from "./zip/archive";
import type { Codec } from "./zip/codec";

export interface Relationship {
  readonly id: string;
  /** Last word of the type: "worksheet", "styles" … the same in transitional and strict documents. */
  readonly kind: string;
  /** Part name without a leading slash; null for targets outside the package. */
  readonly target: string | null;
}

export class Package {
  /** By part name in lower case: part names are compared so (OPC 6.2.2.3). */
  private readonly entries = new Map<string, Entry>();

  constructor(
    bytes: Uint8Array,
    private readonly codec: Codec,
  ) {
    for (const entry of openArchive(bytes)) {
      if (entry.name.endsWith("/")) continue;
      const key = keyOf(entry.name);
      if (this.entries.has(key)) throw damaged(`${entry.name} exists twice`);
      this.entries.set(key, entry);
    }
  }

  has(part: string): boolean {
    return this.entries.has(keyOf(part));
  }

  /** The XML text of a part. */
  text(part: string): string {
    const entry = this.entries.get(keyOf(part));
    if (entry === undefined) throw damaged(`${part} is missing`);
    return decodeXml(inflateEntry(entry, this.codec), part);
  }

  /** Relationships of a part, in file order; of the package itself for "". */
  relationships(part: string): Relationship[] {
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

  /** The workbook part that the package names. */
  workbookPart(): string {
    const part = this.relationships("").find(({ kind }) => kind === "officeDocument")?.target;
    if (part === undefined || part === null || !this.has(part)) {
      throw new WorkbookError("no-workbook", "the package names no office document");
    }
    if (part.toLowerCase().endsWith(".bin")) throw new WorkbookError("binary-workbook", part);
    return part;
  }
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

const keyOf = (part: string): string => part.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();
