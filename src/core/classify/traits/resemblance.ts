/** Lines that resemble refused ones, though no known word says why. */
import { allKinds } from "../families";
import type { Kind, Trait } from "../kinds";
import { OUTCOMES } from "../model";
import type { LineReading } from "../signals";
import { CONTRACTS, DURABLE, GOODS, JOURNEYS, kinds, LEARNING, ONGOING, WAGES } from "./kinds";
import { phrase } from "./phrase";
import type { Search } from "./search";

/**
 * From these probabilities on, of the whole line and of the words of item and remarks alone, learned words refuse it: a
 * unit, a price or a vendor that is often refused is no reason. On folds 33 of 35 such lines were to be refused, the
 * others to be looked at.
 */
const REFUSED_FROM = 0.85;
const REFUSED_BY_WORDS_FROM = 0.8;
/** From this probability on that a line is refused or open, a person has to look. */
const DOUBTED_FROM = 0.65;
/** The same for a bare item. */
const BARE_DOUBTED_FROM = 0.9;
/** From this probability on that the words leave open what is bought. */
const OPEN_FROM = 0.7;
/** Below this probability the words that refuse stand against all the rest of the line. */
const CONTRADICTED_BELOW = 0.05;

/**
 * Letter sequences know no negation, and not what a thing is for: a line that excludes something in words, or names the
 * project, has to resemble refused ones more.
 */
const NEGATED = phrase(
  /別途|別$|別[)、]|含ま(?:ず|ない|れ)|除[くき]|なし|無し|ではあり?ません|ではない|でない|不要|対象外|以外|新規|新たに|初年度|初回|初契約|新契約|(?:\d|今)月(?:より|から)?(?:の?利用|の?使用)?(?:開始|導入)|一般来場者|不特定/,
);
const REFUSED_THOUGH_NEGATED_FROM = 0.95;

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

/** Said in so many words. */
const PLAINLY = phrase(/私用|私的|個人(?:用|利用)|自宅|家庭用|家族|趣味|無関係|事業外/);

/** What a person decides by, whatever the rest of a line reads like. */
const FIRM: ReadonlySet<Trait> = new Set<Trait>([
  "bill-payment",
  "executive-pay",
  "pay-component",
  "overseas-repeat",
  "premium-travel",
  "expert-premium-travel",
  "unlisted-traveller",
  "patent-office-fee",
  "indirect-dispatch",
  "bank-fee",
  "food",
  "existing-contract",
  "giveaway",
]);

/** Weighs what was learned against what the words say: it doubts where they are silent, and where they differ. */
export function resemblance(search: Search, shares: Shares, ofWords: () => Shares): void {
  const { refused, open, trait } = shares;
  const { line, found } = search;
  if (refused + open < CONTRADICTED_BELOW && !search.says(PLAINLY)) search.doubt((of) => !FIRM.has(of));
  if (search.undecided !== null || found.some((other) => other.trait !== "overseas")) return;
  // Of a name alone nothing is told, whoever is paid.
  if (line.note.length === 0 && line.vendor.length === 0) return;
  // Nor of what refers to the line above by more than half its words.
  if (/^(?:〃|同上)/.test(line.description.text)) return;
  // Nor where a line is called as its item: it was not to say more.
  if (search.isNamedAsItem) return;
  // Lines with figures were learned from: a sheet without units says no less of what is bought.
  const unclear = line.unit === "" ? 0 : open;
  if (unclear >= OPEN_FROM) return search.add("unclear", search.whole, false);
  const isNegated = search.says(NEGATED) || search.isProject;
  if (trait !== null && refused >= (isNegated ? REFUSED_THOUGH_NEGATED_FROM : REFUSED_FROM))
    search.add(trait, search.whole, !isNegated && ofWords().refused >= REFUSED_BY_WORDS_FROM);
  else if (!isNegated && refused + unclear >= DOUBTED_FROM && (refused + unclear >= BARE_DOUBTED_FROM || !isBare(line)))
    search.add(refused > open && trait !== null ? trait : "unclear", search.whole, false);
}

const FIRST_REFUSAL = OUTCOMES.indexOf("stationery");
const OPEN = OUTCOMES.indexOf("review");
const likelihoods = new Float64Array(OUTCOMES.length);

export interface Shares {
  /** Probability that the line is refused for any reason, and that it is open, 0–1. */
  readonly refused: number;
  readonly open: number;
  /** The most likely reason. */
  readonly trait: Trait | null;
}

export function sharesOf(outcomes: Float64Array, kind: Kind): Shares {
  let most = -Infinity;
  for (let i = 0; i < OUTCOMES.length; i++) most = Math.max(most, outcomes[i] as number);
  let all = 0;
  const possible = possibleOf.get(kind) as readonly boolean[];
  for (let i = 0; i < OUTCOMES.length; i++)
    all += likelihoods[i] = possible[i] === true ? Math.exp((outcomes[i] as number) - most) : 0;
  let refused = 0;
  let best = -1;
  for (let i = FIRST_REFUSAL; i < OUTCOMES.length; i++) {
    const likelihood = likelihoods[i] as number;
    refused += likelihood;
    if (likelihood > 0 && (best < 0 || likelihood > (likelihoods[best] as number))) best = i;
  }
  return {
    refused: refused / all,
    open: (likelihoods[OPEN] as number) / all,
    trait: best < 0 ? null : (OUTCOMES[best] as Trait),
  };
}

/** Outcomes that lines of a kind can have. */
const possibleOf = new Map<Kind, readonly boolean[]>(
  allKinds.map((kind) => [
    kind,
    OUTCOMES.map((outcome, i) => i < FIRST_REFUSAL || ONLY[outcome as Trait]?.has(kind) !== false),
  ]),
);
