/** What an item with an English name is: the head of its noun phrase tells. */
import type { Kind } from "../kinds";
import { HOURLY, type LineReading } from "../reading/line";
import { heads } from "./lexicon/english";

const kindOf = new Map(
  Object.entries(heads).flatMap(([kind, nouns]) => nouns.split(" ").map((noun) => [noun, kind as Kind] as const)),
);

/** A letter of another script; a word. */
const FOREIGN = /[^ -~]/;
const WORD = /[a-z]{3}/;
const IN_BRACKETS = /\([^()]*\)?/g;
/** Behind the head: of what, for what, which. */
const REST =
  /[,:;|](?!\d)| - | (?:for|of|with|w\/|to|at|in|on|from|by|per|via|as|incl|including|without|using|continuing|starting)(?![a-z])/;
/** Sizes, counts and models, which stand behind a head, too. */
const FIGURE = /\d/;
/** That it is bought, or once more; what is paid for it, or done: what it is stands before. */
const BOUGHT = /^(?:purchase|order|renewal)s?$/;
const PAID = /^(?:fee|charge|cost|expense|price|payment|premium|share|contract|plan|work|service|job)s?$/;
/** Of these work is works, and so is what is laid below a thing. */
const BUILDING =
  /(?<![a-z])(?:electric(?:al)?|power|duct|ventilation|drain(?:age)?|pip(?:e|ing)|floor|wall|roof|ceiling|door|ground|concrete|civil|building)(?![a-z])/;
const LAID = /^(?:works?|base|slab|pad|pit)$/;
/** They stand for what they hold or let in: lunch boxes, gift cards. */
const STANDS_FOR = /^(?:box|boxe|card|ticket|pass|passe|voucher|coupon|stamp)s?$/;
/** Done again to a thing: re-grinding. */
const DONE_AGAIN = /^re-?[a-z]{3,}ing$/;
/** What is done, no thing. */
const ACTIVITY = /(?:ing|[ts]ion|(?<!equip|instru)ment|sis)$/;
const COUNTED =
  /^(?:(?:pc|piece|unit|set|kit|box|boxe|bag|can|drum|roll|spool|ream|sheet|bottle|pack|tube)s?|k?g|m?l|[台個本枚基袋箱缶巻組])$/;

const lookUp = (noun: string): Kind | undefined =>
  kindOf.get(noun) ?? kindOf.get(noun.replace(/s$/, "")) ?? (DONE_AGAIN.test(noun) ? "repair" : undefined);

/** The kind; "thing": one of the kinds of things; null: the name is not English or does not tell, or hours do. */
export function namedInEnglish({ description, unit }: LineReading): Kind | "thing" | null {
  const { spaced } = description;
  if (FOREIGN.test(spaced) || !WORD.test(spaced) || HOURLY.test(unit)) return null;
  const words = (spaced.replace(IN_BRACKETS, "").split(REST, 1)[0] as string).trim().split(/[ /]/);
  const last = (): string => words.at(-1) ?? "";
  while (FIGURE.test(last())) words.pop();
  if (LAID.test(last()) && BUILDING.test(words.join(" "))) return "works";
  let service: Kind | undefined;
  let isPaid = false;
  for (; words.length > 1 && (BOUGHT.test(last()) || PAID.test(last())); words.pop()) {
    isPaid ||= PAID.test(last());
    service ??= lookUp(last());
  }
  const isThing = COUNTED.test(unit) && !isPaid && !ACTIVITY.test(last()) && !STANDS_FOR.test(last());
  return lookUp(last()) ?? service ?? (isThing ? "thing" : null);
}
