/** Kinds that hardly any scheme puts under different items; to tell them apart says little about being right. */
import { KINDS, type Kind } from "./kinds";

const FAMILIES: readonly (readonly Kind[])[] = [
  ["machinery", "instrument", "computer", "register", "equipment", "furniture", "vehicle"],
  ["material", "stationery"],
  ["maintenance", "modification", "repair"],
  ["part-time-wage", "dispatch-wage"],
  ["travel", "lodging"],
  ["software-development", "data-analysis", "design", "research", "outsourcing"],
  ["patent-attorney", "patent-translation", "patent-office-fee"],
  ["venue", "meeting", "meeting-honorarium", "meeting-travel", "food"],
  ["technical-guidance", "consulting", "lecture", "expert-travel"],
  ["seminar", "training", "membership-fee"],
  ["rental", "cloud-service"],
  [
    "catering",
    "dues",
    "exhibition",
    "advertising",
    "printing",
    "communication",
    "insurance",
    "utility",
    "recruitment",
    "bank-fee",
    "giveaway",
    "gift",
    "tax",
    "welfare",
    "miscellaneous",
  ],
];

const familyOf = new Map<Kind, number>();
FAMILIES.forEach((family, i) => family.forEach((kind) => familyOf.set(kind, i)));

export const allKinds = Object.keys(KINDS) as Kind[];

/** For each kind, the number of its family; a kind without relatives is its own. */
export const families: readonly number[] = numberAll();

function numberAll(): number[] {
  let next = FAMILIES.length;
  return allKinds.map((kind) => familyOf.get(kind) ?? next++);
}

/** Number of families; `families` holds numbers below it. */
export const familyCount = FAMILIES.length + allKinds.filter((kind) => !familyOf.has(kind)).length;
