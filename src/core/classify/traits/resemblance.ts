/** Lines that resemble refused ones, though no known word says why. */
import { allKinds } from "../families";
import { statedItem } from "../hint";
import type { Kind, Trait } from "../kinds";
import { OUTCOMES } from "../learned/model";
import type { LineReading } from "../reading/line";
import { CONTRACTS, DURABLE, GOODS, JOURNEYS, kinds, LEARNING, ONGOING, WAGES } from "../groups";
import { TECHNICAL } from "./learning";
import { isAimed, remarked, TAKEN_BACK } from "./relation";
import { phrase, type Phrase } from "../reading/phrase";
import type { Search } from "./search";
import { FRESH } from "./contracts";
import { STUDENT } from "./wages";

/**
 * Probabilities, as those of 3,960 lines by ten hands said that neither words nor weights had seen: the words as they were
 * before each hand's lines were looked at, the weights learned without them. docs/classification.md has the figures.
 */
/** From these on, of the whole line and of the words of item and remarks alone, learned words refuse it by themselves. */
const REFUSED_FROM = 0.7;
const REFUSED_BY_WORDS_FROM = 0.5;
/** The same for a line that names the project. */
const REFUSED_ALL_THE_SAME_FROM = 0.8;
/** From this on, they settle what the words of the lexicon leave open of these. */
const SETTLED_FROM = 0.7;
const SETTLED: ReadonlySet<Trait> = new Set<Trait>(["basic-research", "stationery"]);
/** Below this, words that say what a line is for stand against all the rest of it. */
const CONTRADICTED_BELOW = 0.15;
/** From this probability on that a line is refused or open, a person has to look; the other is of lines that are open rather. */
const DOUBTED_FROM = 0.55;
const LEFT_OPEN_FROM = 0.65;
/** The same for a line that names the project, and for a bare item or one that says what it is not. */
const NAMED_DOUBTED_FROM = 0.7;
const LITTLE_DOUBTED_FROM = 0.9;
/** From this on, a bare item is refused. */
const BARE_REFUSED_FROM = 0.95;
/** From this probability on that the words leave open what is bought. */
const OPEN_FROM = 0.7;

/**
 * Letter sequences know no negation, and not what a thing is for: a line that excludes something in words, or names the
 * project, is looked at instead.
 */
const NEGATED = phrase(
  /別途|別$|別[)、]|含ま(?:ず|ない|れ)|除[くき]|なし|無し|ではあり?ません|ではない|でない|不要|対象外|以外|新規|新たに|初年度|初回|初契約|新契約|(?:\d|今)月(?:\d+日)?(?:より|から)?(?:の?利用|の?使用)?(?:開始|導入)|一般来場者|不特定|(?:使わ|用い|使用し)な[いく]/,
);

/** Traits that only lines of certain kinds can have. */
const ONLY: Readonly<Partial<Record<Trait, ReadonlySet<Kind>>>> = {
  stationery: GOODS,
  "reference-book": kinds("books"),
  food: kinds("food", "catering", "meeting", "venue", "gift", "miscellaneous"),
  "university-staff": WAGES,
  "unrelated-event": LEARNING,
  "existing-contract": ONGOING,
  "membership-fee": LEARNING,
  "basic-research": CONTRACTS,
  "bank-fee": kinds("bank-fee", "miscellaneous"),
  giveaway: kinds("giveaway", "advertising", "printing", "gift", "miscellaneous"),
  replacement: DURABLE,
  "patent-office-fee": kinds("patent-attorney", "patent-office-fee"),
  // A class is named, or it is the ordinary one.
  "premium-travel": kinds(),
  "unlisted-traveller": JOURNEYS,
  "executive-pay": WAGES,
  "pay-component": WAGES,
};

/** A bare item has too few letters to tell an odd purpose by: "交通費", "講師謝金" and "アルバイト賃金" are items like any. */
const BARE = 10;
/** Type numbers and the like tell nothing of it. */
const MODEL = /[\s└├]+|[a-z-]*\d[\da-z./-]*/g;
const isBare = ({ description, specification, note }: LineReading): boolean =>
  (description.text + specification.text + note.text).replace(MODEL, "").length < BARE;

/** Said in so many words. */
const PLAINLY = phrase(
  /私[用的物邸有]|個人(?:用|利用)|自宅|家庭用|家族|趣味|帰省|接待用|役員|社長の|専務の|会長の|コンペ|プレゼント|祝い|見栄え|見た目|外観[をの][良よ整改]|再(?:免許|許可|認定|認証)|(?:免[状許]証?|資格|講習)[^\n]{0,8}更新|更新講習|日帰り|\d時|翌日(?:は)?休|入門|初心者|入社式|余興|head office|staff lounge|仕入(?![^\n]*(?:データ|管理|システム|予測))|社員旅行|屋上|節電/,
);

/** Traits that say what a line is for, or about, by words that may mean something else beside the rest of it. */
const OF_PURPOSE: ReadonlySet<Trait> = new Set<Trait>(["unrelated", "entertainment", "reference-book"]);

/** These are refused for what they are. */
const BY_KIND = kinds("welfare", "tax", "gift");

/** What speaks against a resemblance. */
const DENIED_BY: Readonly<Partial<Record<Trait, Phrase>>> = {
  "existing-contract": FRESH,
  "university-staff": STUDENT,
  "unrelated-event": TECHNICAL,
};

/** Nothing was learned of longer remarks. */
const LONGEST = 1_000;

/** A line that is as the one above, or a share of what stands above. */
const REFERRING = /^(?:〃|々|"|同上|(?:以下)?同[前じ]?$|(?:共通仮設|現場管理|一般管理)費)/;

/** What is made for the first time is hardly the everyday business, whatever its name resembles. */
const MADE_ANEW = kinds("software-development");

/** Weighs what was learned against what the words say: it doubts where they differ, settles what they leave open, and speaks where they are silent. */
export function resemblance(search: Search, shares: Shares, ofWords: () => Shares): void {
  const { refused, trait } = shares;
  const { line, found } = search;
  // Lines with figures were learned from: a sheet without units says no less of what is bought.
  const open = line.unit === "" ? 0 : shares.open;
  if (
    found.length > 0 &&
    (refused < CONTRADICTED_BELOW || refused < open) &&
    search.denied === null &&
    !(BY_KIND.has(search.kind) && !search.isProject) &&
    !search.says(PLAINLY) &&
    remarked(search) === null
  )
    search.doubt((of) => OF_PURPOSE.has(of));
  // Of what refers to the line above by more than half its words nothing is told.
  if (search.undecided !== null || REFERRING.test(line.description.text)) return;
  if (refused >= SETTLED_FROM && trait !== null && SETTLED.has(trait)) search.settle(trait);
  if (!search.isProject && refused >= BARE_REFUSED_FROM && ofWords().refused >= BARE_REFUSED_FROM)
    found.forEach((one) => search.settle(one.trait as Trait));
  if (found.some((other) => other.trait !== "overseas") || search.says(TAKEN_BACK) || isAimed(search)) return;
  // Nor where a line is called as its item, or in a sheet without units: it was not to say more.
  if (search.isNamedAsItem || line.note.length > LONGEST || (line.note.length === 0 && line.unit === "")) return;
  // A name alone has little to tell an odd purpose by, and one's own people's none: nobody else is paid.
  const nameAlone = line.note.length === 0 && (line.vendor.length === 0 || line.company.isOwn);
  if (nameAlone && WAGES.has(search.kind)) return;
  const bare = isBare(line);
  const negated = search.says(NEGATED);
  const { isProject } = search;
  const saysLeast = nameAlone && (bare || GOODS.has(search.kind) || statedItem(line.line) !== null);
  if (saysLeast && Math.max(refused, open) < BARE_REFUSED_FROM) return;
  if (open >= (negated || isProject ? LITTLE_DOUBTED_FROM : OPEN_FROM))
    return search.add("unclear", search.whole, false);
  const isLittle = bare || negated || (isProject && open > refused) || MADE_ANEW.has(search.kind);
  const from = isLittle
    ? LITTLE_DOUBTED_FROM
    : isProject || nameAlone
      ? NAMED_DOUBTED_FROM
      : refused > open
        ? DOUBTED_FROM
        : LEFT_OPEN_FROM;
  if (refused + open < from || trait === null) return;
  const denial = DENIED_BY[trait];
  if (denial !== undefined && search.says(denial)) return;
  const byWords = refused >= REFUSED_FROM ? ofWords().refused : 0;
  if (byWords < REFUSED_BY_WORDS_FROM) return search.add(refused > open ? trait : "unclear", search.whole, false);
  const isSure = bare
    ? Math.min(refused, byWords) >= BARE_REFUSED_FROM
    : !(isProject || nameAlone) || Math.min(refused, byWords) >= REFUSED_ALL_THE_SAME_FROM;
  search.add(trait, search.whole, isSure && !negated);
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
