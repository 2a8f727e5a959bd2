import type { LineState } from "../../judge/state";
import { isTravel } from "../../judge/travel/abroad";
import { nameBeforeTheWay, strangersIn } from "../../judge/travel/people";
import { personKey } from "../../text/person";
import { reportExcluded } from "../excluded";
import { placeOf } from "../place";
import { defineLineRule } from "../rule";

/** A traveller who is neither on the labour sheet nor in the project team; the list may be incomplete, so the line counts. */
export const travellerUnlisted = defineLineRule({
  id: "eligibility/traveller-unlisted",
  severity: "warning",
  check(stage, report) {
    let spoken = false;
    const outcome = reportExcluded("eligibility/traveller-unlisted", stage, (found) => {
      spoken = true;
      report(found);
    });
    if (outcome === "not-applicable") return outcome;
    const known = [
      ...stage.reading.team.map((person) => person.name),
      ...stage.labour.map((row) => row.read.person),
    ].map(personKey);
    if (known.length === 0) return spoken ? "checked" : "not-applicable";
    const trips = stage.lines.filter(isTravel);
    const placed = new Map(trips.map((line) => [line, nameBeforeTheWay(line.read.description)]));
    const isPlaceOfNames = [...placed.values()].some((name) => name !== null && known.includes(name));
    for (const line of trips) {
      const strangers = new Set([...strangersIn(namesOf(line), known), ...unknownOf(line.read.people, known)]);
      const name = isPlaceOfNames && strangers.size === 0 ? (placed.get(line) ?? null) : null;
      if (name !== null && !known.includes(name)) strangers.add(name);
      if (strangers.size === 0) continue;
      report({
        at: placeOf(line),
        data: { description: line.read.description, names: [...strangers] },
        effects: [{ on: line, verdict: "review" }],
      });
    }
    return "checked";
  },
});

/** Names of a column of travellers that no known person has, be it by the surname alone. */
const unknownOf = (names: readonly string[], known: readonly string[]): string[] =>
  names.filter((name) => {
    const key = personKey(name);
    return key.length >= 1 && !known.some((person) => person.startsWith(key) || key.startsWith(person));
  });

/** Remarks may name the vendor's people too; only what they call a traveller is one. */
function namesOf({ read }: LineState): string {
  const said = /(?:出張者|旅行者|渡航者|同行者|参加者)(?:名|氏名)?[::\s]*(.+)/.exec(
    (read.note ?? "").normalize("NFKC"),
  );
  return [read.description, read.specification ?? "", said?.[1] ?? ""].join(" ");
}
