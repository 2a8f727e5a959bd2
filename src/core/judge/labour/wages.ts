/** Wages by kind, and the items under which a scheme counts them: 従業員費 and 補助員費, one 人件費, or none of its own. */
import { categoryOf } from "../../classify/categorise";
import type { Category, Scheme } from "../../scheme/scheme";

const WAGE_KINDS = ["employee-wage", "part-time-wage", "dispatch-wage"] as const;
export type WageKind = (typeof WAGE_KINDS)[number];

const kinds: ReadonlySet<string> = new Set(WAGE_KINDS);
export const isWageKind = (kind: string): kind is WageKind => kinds.has(kind);

/** The scheme's item for such wages; null where it has none. */
export const wageItem = (scheme: Scheme, kind: WageKind): Category | null => categoryOf(kind, scheme, null);

/** What a sheet may state that is labour whatever the line's words say: items of nothing but wages, and their 大項目. */
interface LabourNames {
  readonly middles: ReadonlySet<string>;
  readonly majors: ReadonlySet<string>;
}

const names = new WeakMap<Scheme, LabourNames>();

export function labourNames(scheme: Scheme): LabourNames {
  const known = names.get(scheme);
  if (known !== undefined) return known;
  const onlyWages = (of: "major" | "middle"): ReadonlySet<string> => {
    const found = new Map<string, boolean>();
    for (const category of scheme.categories) {
      const name = category[of];
      if (name !== null)
        found.set(name, (found.get(name) ?? true) && category.kinds.length > 0 && category.kinds.every(isWageKind));
    }
    return new Set([...found].flatMap(([name, only]) => (only ? [name] : [])));
  };
  const made = { middles: onlyWages("middle"), majors: onlyWages("major") };
  names.set(scheme, made);
  return made;
}
