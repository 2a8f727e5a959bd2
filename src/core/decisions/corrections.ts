/** The file that carries a person's corrections to the next budget. */
import type { Correction } from "./decision";
import { DecisionsError, list, parseCorrection } from "./saved";

const FORMAT = "kenzan-corrections";
const VERSION = 1;

type CorrectionsProblem = "not-json" | "not-corrections" | "unknown-version" | "bad-shape";

/** The text is no corrections file; `path` says where it is wrong ("corrections[2].middle"). */
export class CorrectionsError extends Error {
  override readonly name = "CorrectionsError";
  constructor(
    readonly problem: CorrectionsProblem,
    readonly path: string,
  ) {
    super(path === "" ? problem : `${problem} at ${path}`);
  }
}

/** The text of a corrections file. */
export const serialiseCorrections = (corrections: readonly Correction[]): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, corrections }, null, 2)}\n`;

/** @throws CorrectionsError for anything that `serialiseCorrections` would not write */
export function parseCorrections(text: string): Correction[] {
  let json: { readonly format?: unknown; readonly version?: unknown; readonly corrections?: unknown } | null;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, "")) as typeof json;
  } catch {
    throw new CorrectionsError("not-json", "");
  }
  if (json?.format !== FORMAT) throw new CorrectionsError("not-corrections", "format");
  if (json.version !== VERSION) throw new CorrectionsError("unknown-version", "version");
  try {
    return list(json.corrections, "corrections", parseNamed);
  } catch (error) {
    if (!(error instanceof DecisionsError)) throw error;
    throw new CorrectionsError("bad-shape", error.path);
  }
}

/** People write such files, too: nothing is named by an empty text. */
function parseNamed(json: unknown, path: string): Correction {
  const correction = parseCorrection(json, path);
  for (const key of ["description", "vendor", "middle", "minor"] as const)
    if (correction[key] === "") throw new DecisionsError("bad-shape", `${path}.${key}`);
  return correction;
}
