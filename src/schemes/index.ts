/** Every grant edition Kenzan knows. A new edition is a new file beside this one; builds and tests refuse a wrong one. */
import { SchemeError } from "../core/scheme/json";
import type { Scheme } from "../core/scheme/scheme";
import type { SmeTable } from "../core/scheme/sme";
import { files } from "./files";

/** The default first, then the newest: an id ends in the year of its edition. */
export const schemes: readonly Scheme[] = inOrder(files.map((json) => asWritten(json as Written)));

export const schemeById = (id: string): Scheme | undefined => schemes.find((scheme) => scheme.id === id);

/** The one that holds where neither the user nor the workbook names any. */
export const defaultScheme = schemes[0] as Scheme;

/** The table by which the default scheme tells small and medium businesses from others. */
export const smeTable: SmeTable = defaultScheme.sme ?? { clause: "", rows: [] };

/** What the editor goes by is no part of a scheme. */
type Written = Scheme & { readonly $schema?: string };

/** `parseScheme` only refuses: a file that it has passed when Kenzan was built need not pass it again at every start. */
function asWritten({ $schema, ...scheme }: Written): Scheme {
  void $schema;
  return scheme;
}

/** @throws SchemeError unless exactly one calls itself the default */
export function inOrder(all: readonly Scheme[]): readonly Scheme[] {
  const defaults = all.filter((scheme) => scheme.default).map(({ id }) => id);
  if (defaults.length !== 1)
    throw new SchemeError(
      "default",
      `"default": true は1つの制度だけに書いてください（今は${defaults.length === 0 ? "どこにもありません" : ` ${defaults.join("、")}`}）。`,
    );
  const year = ({ id }: Scheme): number => Number(/\d{4}$/.exec(id)?.[0] ?? 0);
  return [...all].sort(
    (a, b) => Number(b.default ?? false) - Number(a.default ?? false) || year(b) - year(a) || (a.id < b.id ? -1 : 1),
  );
}
