/** Groups of kinds that share traits. */
import type { Kind } from "./kinds";

export const kinds = (...names: Kind[]): ReadonlySet<Kind> => new Set(names);
export const union = (...groups: ReadonlySet<Kind>[]): ReadonlySet<Kind> =>
  new Set(groups.flatMap((group) => [...group]));

export const DURABLE = kinds("machinery", "instrument", "computer", "register", "equipment", "furniture", "vehicle");
export const GOODS = kinds(
  ...DURABLE,
  "material",
  "stationery",
  "package-software",
  "embedded-software",
  "installation",
);
/** Things that are bought as they are. */
export const PURCHASED = kinds(...GOODS, "books");
export const WAGES = kinds("employee-wage", "part-time-wage", "dispatch-wage");
export const JOURNEYS = kinds("travel", "lodging", "expert-travel", "meeting-travel");
export const CONTRACTS = kinds("software-development", "data-analysis", "design", "research", "outsourcing");
/** Programs and drawings: a word in them may be what they are about. */
export const PROGRAMS = kinds("software-development", "design", "data-analysis");
export const LEARNING = kinds("seminar", "training", "membership-fee", "dues");
export const EXPERTS = kinds(
  "technical-guidance",
  "consulting",
  "lecture",
  "expert-travel",
  "meeting-honorarium",
  "meeting-travel",
);
export const PROPERTY = kinds("patent-attorney", "patent-translation", "patent-office-fee");
/** What is paid month by month or year by year under one contract. */
export const ONGOING = kinds(
  "cloud-service",
  "rental",
  "maintenance",
  "package-software",
  "consulting",
  "technical-guidance",
  "communication",
  "insurance",
  "outsourcing",
  "software-development",
  "data-analysis",
  "miscellaneous",
  "utility",
  "membership-fee",
  "dues",
  "advertising",
);

/** What remarks speak of in one way; all the rest is one group more. */
const SPOKEN_OF: readonly ReadonlySet<Kind>[] = [
  WAGES,
  JOURNEYS,
  union(LEARNING, EXPERTS),
  kinds("material", "stationery", "books", "food", "catering", "gift", "giveaway"),
  union(DURABLE, kinds("package-software", "embedded-software")),
  kinds("works", "modification", "repair", "installation"),
  kinds("printing", "advertising", "exhibition"),
  kinds("cloud-service", "rental", "maintenance", "communication", "insurance", "utility"),
  CONTRACTS,
];
export const spokenOfAs = (kind: Kind): number => SPOKEN_OF.findIndex((group) => group.has(kind));
