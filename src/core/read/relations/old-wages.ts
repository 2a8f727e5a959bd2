/** Labour tables in whose place another stands: a version of old, or one on a hidden sheet, of persons whom a newer one pays. */
import { personKey } from "../../text/person";
import type { LabourReading, SetAsideReason } from "../reading";
import type { Page, Part } from "../tables/part";
import { isOldName } from "./table-detectors";

interface Paid {
  readonly part: Part;
  readonly rows: readonly LabourReading[];
}

/** The tables that do not count, and why; none where nobody else pays all of their persons. */
export function oldWages(paid: readonly Paid[], pages: readonly Page[]): ReadonlyMap<Part, SetAsideReason> {
  const reasonOf = ({ part }: Paid): SetAsideReason | null => {
    const sheet = pages.find(({ parts }) => parts.includes(part))?.sheet;
    if (sheet === undefined) return null;
    if (isOldName(sheet.name)) return "old-version";
    return sheet.visibility === "visible" ? null : "hidden";
  };
  const inForce = paid.filter((one) => reasonOf(one) === null);
  const persons = new Set(inForce.flatMap(({ rows }) => rows.map(({ person }) => personKey(person))));
  return new Map(
    paid.flatMap((one) => {
      const reason = reasonOf(one);
      const isPaidElsewhere = one.rows.length > 0 && one.rows.every(({ person }) => persons.has(personKey(person)));
      return reason === null || !isPaidElsewhere ? [] : [[one.part, reason] as const];
    }),
  );
}
