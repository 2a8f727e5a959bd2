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
    ...([
      "catering",
      "dues",
      "exhibition",
      "advertising",
      "printing",
      "communication",
      "insurance",
      "utility",
    ] as const),
    ...(["recruitment", "bank-fee", "giveaway", "gift", "tax", "welfare", "miscellaneous"] as const),
  ],
];

export const allKinds = Object.keys(KINDS) as Kind[];

/** A kind without relatives is a family of its own. */
const all = [...FAMILIES, ...allKinds.filter((kind) => !FAMILIES.flat().includes(kind)).map((kind) => [kind])];

/** For each kind, the number of its family, below `familyCount`. */
export const families: readonly number[] = allKinds.map((kind) => all.findIndex((family) => family.includes(kind)));
export const familyCount = all.length;

/** The kinds, and all of their families. */
export const withRelatives = (...kinds: readonly Kind[]): Kind[] =>
  all.filter((family) => kinds.some((kind) => family.includes(kind))).flat();
