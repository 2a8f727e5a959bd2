/** Trips abroad: one person, one trip (§5(1)①Ⅲ-1). Looks over all lines, as the second trip may stand on its own line. */
import { compare, ONE, toNumber } from "../../money/fraction";
import type { LineState } from "../state";
import { plain } from "../../text/plain";

const TRAVEL = new Set(["travel", "lodging"]);

export const isTravel = (line: LineState): boolean => TRAVEL.has(line.classification.nature.kind);

interface AbroadProblem {
  readonly line: LineState;
  readonly problem: { readonly kind: "persons" | "trips" | "second"; readonly count: number };
}

/**
 * Lines that claim more than one person's one trip. The first fine line is the trip; later lines to the same place
 * that pay for another part of it (lodging beside the flight) belong to it, any other is a further trip.
 */
export function toursAbroad(lines: readonly LineState[]): AbroadProblem[] {
  const found: AbroadProblem[] = [];
  let first: { readonly place: string; readonly text: string; readonly parts: Set<string> } | null = null;
  for (const line of lines) {
    const abroad = line.classification.nature.traits.find((trait) => trait.trait === "overseas");
    if (abroad === undefined || !isTravel(line) || line.verdict === "ineligible") continue;
    const text = textOf(line);
    const persons = countOf(line, text, PERSON_UNITS, PERSONS);
    const trips = countOf(line, text, TRIP_UNITS, TRIPS);
    if (persons > 1) found.push({ line, problem: { kind: "persons", count: persons } });
    else if (trips > 1) found.push({ line, problem: { kind: "trips", count: trips } });
    else if (REPEATED.test(text) || isRepeat(line)) found.push({ line, problem: { kind: "second", count: 2 } });
    else {
      const place = plain(abroad.evidence.text);
      const part = partOf(text);
      const samePlace =
        first !== null && (first.text.includes(place) || text.includes(first.place) || ANYWHERE.test(place));
      if (first === null) first = { place, text, parts: new Set([part]) };
      else if (samePlace && !first.parts.has(part) && part !== "whole" && !first.parts.has("whole"))
        first.parts.add(part);
      else found.push({ line, problem: { kind: "second", count: 2 } });
    }
  }
  return found;
}

const textOf = ({ read }: LineState): string =>
  plain([read.description, read.specification ?? "", read.note ?? ""].join(" "));

const PERSON_UNITS = /^(名|人|名分|人分|人回|名様|pax)$/;
const TRIP_UNITS = /^(回|往復|度|人回|trip|trips)$/;
const PERSONS = /(\d+)(?:名|人)(?!目|1回|つき)/g;
const TRIPS = /(\d+)(?:回|往復)(?!目)/g;
/** Words for going abroad that name no place. */
const ANYWHERE = /^(海外|国外|国際|渡航|外国)/;
const REPEATED = /[2-9二三四五](回|人|名)目|同行者?分|追加渡航/;

/** The classifier knows further words for it ("再訪", "随行"). */
const isRepeat = ({ classification }: LineState): boolean =>
  classification.nature.traits.some(({ trait, certain }) => trait === "overseas-repeat" && certain);

/** The unit of the quantity says it, or the words do ("2名×1回"). */
function countOf({ read }: LineState, text: string, units: RegExp, words: RegExp): number {
  const byWords = [...text.matchAll(words)].map((match) => Number(match[1]));
  const unit = plain(read.unit ?? "");
  const byUnit =
    read.quantity !== null && units.test(unit) && compare(read.quantity, ONE) > 0 ? toNumber(read.quantity) : 1;
  // 人回 counts persons × trips: with either spelled out in words, those words tell which.
  if (unit === "人回" && byWords.length > 0) return Math.max(...byWords);
  return Math.max(byUnit, ...byWords, 1);
}

/** Which part of a trip a line pays for. */
function partOf(text: string): "fare" | "lodging" | "allowance" | "insurance" | "whole" {
  const parts = (
    [
      ["lodging", /宿泊|ホテル/],
      ["fare", /航空|運賃|交通|チケット|flight/i],
      ["allowance", /日当/],
      ["insurance", /保険/],
    ] as const
  ).filter(([, words]) => words.test(text));
  return parts.length === 1 && parts[0] !== undefined ? parts[0][0] : "whole";
}
