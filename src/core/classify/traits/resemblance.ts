/** Lines that resemble refused ones, though no known word says why. */
import type { Kind, Trait } from "../kinds";
import { OUTCOMES } from "../model";
import type { LineReading } from "../signals";
import { CONTRACTS, DURABLE, GOODS, JOURNEYS, kinds, LEARNING, ONGOING, WAGES } from "./kinds";
import { phrase } from "./phrase";
import type { Search } from "./search";

/** From this probability on a line is taken as refused; chosen so that few good lines are. */
const REFUSED_FROM = 0.6;

/** Letter sequences know no negation: a line that excludes something in words has to resemble refused ones more. */
const NEGATED = phrase(
  /別途|別$|別[)、]|含ま(?:ず|ない|れ)|除[くき]|なし|無し|ではあり?ません|ではない|でない|不要|対象外|以外|新規|新たに|一般来場者|不特定/,
);
const REFUSED_THOUGH_NEGATED_FROM = 0.9;

/** Traits that only lines of certain kinds can have. */
const ONLY: Readonly<Partial<Record<Trait, ReadonlySet<Kind>>>> = {
  stationery: GOODS,
  "reference-book": kinds("books"),
  food: kinds("food", "meeting", "venue", "gift", "miscellaneous"),
  "university-staff": WAGES,
  "unrelated-event": LEARNING,
  "existing-contract": ONGOING,
  "membership-fee": LEARNING,
  "basic-research": CONTRACTS,
  "bank-fee": kinds("bank-fee", "miscellaneous"),
  giveaway: kinds("giveaway", "advertising", "printing", "gift", "miscellaneous"),
  replacement: DURABLE,
  "patent-office-fee": kinds("patent-attorney", "patent-office-fee"),
  "premium-travel": JOURNEYS,
  "unlisted-traveller": JOURNEYS,
  "executive-pay": WAGES,
  "pay-component": WAGES,
};

/** A bare item has too few letters to tell an odd purpose by: "交通費", "講師謝金" and "アルバイト賃金" are items like any. */
const BARE = 10;
const isBare = ({ description, specification, note }: LineReading): boolean =>
  (description.text + specification.text + note.text).replace(/\s+/g, "").length < BARE;

/** What a thing is for, since when or instead of what: its bare name says nothing of it, however long it is. */
const OF_PURPOSE: ReadonlySet<Trait> = new Set<Trait>([
  "unrelated",
  "unrelated-event",
  "unrelated-ip",
  "existing-contract",
  "replacement",
  "basic-research",
]);
const MORE_THAN_A_NAME = /[\s()、,・:;用の]/;

export function resemblance(search: Search): void {
  if (search.undecided !== null) return;
  if (search.found.some(({ trait }) => trait !== "overseas")) return;
  const likely = likelyRefusal(search.outcomes, search.kind);
  if (likely === null || isBare(search.line)) return;
  if (likely.share < REFUSED_THOUGH_NEGATED_FROM && search.says(NEGATED)) return;
  const { description, specification, note } = search.line;
  const explained = note.text !== "" || specification.text !== "";
  const purpose = OF_PURPOSE.has(likely.trait);
  if (purpose && !explained && !MORE_THAN_A_NAME.test(description.text)) return;
  // Wages read alike whatever the work is: where no word refuses them, a person has to look.
  search.add(likely.trait, search.whole, !WAGES.has(search.kind) && (explained || !purpose));
}

const FIRST_REFUSAL = OUTCOMES.indexOf("stationery");
const FAR_BEHIND = Math.log(REFUSED_FROM / OUTCOMES.length);

/** The most likely trait and how likely any refusal is, 0–1; null below REFUSED_FROM. */
function likelyRefusal(outcomes: Float64Array, kind: Kind): { trait: Trait; share: number } | null {
  let most = -Infinity;
  let mostRefused = -Infinity;
  for (let i = 0; i < OUTCOMES.length; i++) {
    const value = outcomes[i] as number;
    if (value > most) most = value;
    if (i >= FIRST_REFUSAL && value > mostRefused) mostRefused = value;
  }
  // Nearly every line ends here: all refusals together would not come up to the leading outcome.
  if (mostRefused - most < FAR_BEHIND) return null;
  let all = 0;
  let refused = 0;
  let trait: Trait | null = null;
  let highest = 0;
  for (let i = 0; i < OUTCOMES.length; i++) {
    const outcome = OUTCOMES[i] as (typeof OUTCOMES)[number];
    const share = Math.exp((outcomes[i] as number) - most);
    all += share;
    if (outcome === "eligible" || outcome === "review" || ONLY[outcome]?.has(kind) === false) continue;
    refused += share;
    if (share > highest) [trait, highest] = [outcome, share];
  }
  return trait !== null && refused / all >= REFUSED_FROM ? { trait, share: refused / all } : null;
}
