/**
 * What a line says of itself that a scheme may refuse: who, what for, since when, by which means. Each trait is looked
 * for only in lines of the kinds it makes sense for, and not where the words are negated. What the words leave open is
 * found without certainty.
 */
import { allKinds } from "../families";
import { isTrait, type Kind, type Trait } from "../kinds";
import type { Learnt, Model } from "../learned/model";
import type { TraitFound } from "../nature";
import type { LineReading } from "../reading/line";
import { existing, renewed, research } from "./contracts";
import { journeys } from "./journeys";
import {
  CONTRACTS,
  DURABLE,
  EXPERTS,
  JOURNEYS,
  kinds,
  LEARNING,
  ONGOING,
  PROPERTY,
  PURCHASED,
  union,
  WAGES,
} from "../groups";
import { learning } from "./learning";
import { payment } from "./payment";
import { property } from "./property";
import { purchases } from "./purchases";
import { purposes } from "./purposes";
import { resemblance, sharesOf } from "./resemblance";
import { phrase, type Sifted } from "../reading/phrase";
import { Search } from "./search";
import { openQuestions } from "./vague";
import { wages } from "./wages";

/** Thanks for taking part in a survey are no sales promotion, perhaps. */
const SURVEY = phrase(/アンケート|調査|モニタ(?=謝礼|協力|参加)|回答|被験者|ヒアリング/);

/** Paid once to join, no yearly fee. */
const ENTRY = phrase(/入会(?:金|費)|加入金/);
/** Ribbon and ink of a printer of labels: of production as often as of an office. */
const OF_LABELS = phrase(/(?:ラベル|バーコード|タグ|熱転写|サーマル)(?:プリンタ|発行機)/);

type Look = (search: Search) => void;

/** Refused as others are: what is eaten, and what is paid to belong. */
const REFUSED_AS: Readonly<Partial<Record<Kind, Trait>>> = { catering: "food", dues: "membership-fee" };

function ofItself(search: Search): void {
  const trait = REFUSED_AS[search.kind] ?? (search.kind as Kind & Trait);
  const isOpen = (trait === "giveaway" && search.says(SURVEY)) || (trait === "stationery" && search.says(OF_LABELS));
  const isEntry = trait === "membership-fee" && search.says(ENTRY);
  search.add(trait, search.whole, search.undecided === null && !isOpen && !isEntry);
}

/** In this order; null: in lines of every kind. */
const LOOKS: readonly (readonly [ReadonlySet<Kind> | null, Look])[] = [
  // Kinds that are themselves what schemes refuse.
  [kinds(...allKinds.filter(isTrait), ...(Object.keys(REFUSED_AS) as Kind[])), ofItself],
  [PURCHASED, purchases],
  [ONGOING, existing],
  [union(DURABLE, kinds("material")), renewed],
  [CONTRACTS, research],
  [WAGES, wages],
  [union(JOURNEYS, EXPERTS), journeys],
  [union(EXPERTS, LEARNING), learning],
  [PROPERTY, property],
  [null, purposes],
  [null, payment],
];

const looks = new Map<Kind, readonly Look[]>(
  allKinds.map((kind) => [kind, LOOKS.filter(([of]) => of === null || of.has(kind)).map(([, look]) => look)]),
);

/**
 * @param firstYear the year in which the grant's period begins: what started before exists already
 */
export function traitsOf(
  line: LineReading,
  sifted: Sifted,
  kind: Kind,
  model: Model,
  learnt: Learnt,
  firstYear: number | null,
): { readonly traits: TraitFound[]; readonly doubt: number } {
  const shares = sharesOf(learnt.outcomes, kind);
  const search = new Search(line, sifted, kind, firstYear, model, shares);
  for (const look of looks.get(kind) ?? []) look(search);
  resemblance(search, shares, () => sharesOf(learnt.outcomesOfWords, kind));
  openQuestions(search);
  return { traits: search.found, doubt: Math.min(1, shares.refused + shares.open) };
}
