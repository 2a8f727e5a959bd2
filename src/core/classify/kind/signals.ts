/** What unit, price and vendor say of a line, and the words that speak for kinds, weighed by where they stand. */
import { allKinds } from "../families";
import type { Kind } from "../kinds";
import { goods, neutral, parties, people, services, units, type Cues } from "./lexicon";
import type { Evidence } from "../nature";
import { readVendor, type LineReading } from "../reading/line";
import { isDigit, isLetter, type Reading } from "../reading/reading";
import { once, recalled } from "../../text/recalled";
import { Words } from "../reading/words";

interface Cue {
  readonly kind: number;
  readonly weight: number;
}

const kindIndex = new Map<string, number>(allKinds.map((kind, i) => [kind, i]));

/** Each word counts for a kind only where it is not heavier already. */
function wordsOf(cues: readonly Cues[]): Words<Cue> {
  const words = new Words<Cue>((known, { kind, weight }) =>
    known.some((cue) => cue.kind === kind && cue.weight >= weight),
  );
  for (const { kind, weight, words: list } of cues) {
    const index = kindIndex.get(kind);
    if (index === undefined) throw new Error(`Lexicon names an unknown kind: ${kind}`);
    const cue = { kind: index, weight };
    for (const typed of list) words.add(typed, cue);
  }
  for (const typed of neutral.trim().split(/\s+/)) words.add(typed, null);
  return words;
}

const textWords = once(() => wordsOf([...goods, ...services, ...people]));
const vendorWords = once(() => wordsOf(parties));

/** Where something can stand that speaks for a kind. */
type Spoken = Exclude<Evidence["field"], "quantity" | "stated" | "unitPrice">;

/** One thing that speaks for a kind, in log-odds. */
export interface Signal {
  readonly kind: number;
  readonly weight: number;
  readonly field: Spoken;
  /** Where it stands in the field as typed. */
  readonly start: number;
  readonly end: number;
}

/** After a word: it is what the item is for, or what comes with it, not the item. */
const PURPOSE =
  /(?:等|など)?(?:機(?![械会能構関種器密])|用(?![紙品具途語地意件済務])|向け|対応|付き?|込み?(?![手合])|搭載|連携|との|への|から|に(?!て)|を(?!利用|使用|借)|別途|除く|含まず|不要|なし|以外|関連の)/y;
/** After a word: the name of a department or a room, which is not what its name is of. */
const DEPARTMENT = /(?:課|部(?![品材分])|室(?!外)|係(?!る)|グループ|g(?![a-z])|チーム|担当)/y;
/** What may stand between a word and the end of its phrase. */
const TAIL =
  /(?:(?:費用|費|料金|料|代金|代|一式|分|等|など|ほか|他|作業|業務|委託|請負|外注|の?(?:購入|買い?取り?|調達))*)(?:$|[()[\]{}【】「」『』、。・,.:;/+×x~\-\d])/y;

/** Behind an English word: one that it only describes. */
const DESCRIBES = / (?!(?:for|with|of|to|at|in|on|and|from) |(?:units?|sets?|kits?|packs?)(?![a-z]))[a-z]/y;

function standsAt(pattern: RegExp, index: number, { text }: Reading): boolean {
  pattern.lastIndex = index;
  return pattern.test(text);
}

function weightAt(reading: Reading, start: number, end: number): number {
  let weight = reading.depthAt(start) > 0 ? 0.45 : 1;
  if (isTo(reading, end) || isTo(reading, start - 1)) weight *= 0.35;
  // "5端末": so many of them, not the item.
  if (start > 1 && isDigit(reading.codes[start - 1] as number) && reading.gapAt(start - 1)) return weight * 0.35;
  if (isLetter(reading.codes[start] as number) && standsAt(DESCRIBES, end, reading)) return weight * 0.7;
  // The word is all there is: 事務用品.
  if (end === reading.length) return weight * (start === 0 ? 1.6 : 1.25);
  if (standsAt(PURPOSE, end, reading)) weight *= 0.35;
  else if (reading.codes[end] === OF) weight *= 0.7;
  else if (reading.gapAt(end) || standsAt(TAIL, end, reading)) weight *= 1.25;
  return weight;
}

const OF = "の".charCodeAt(0);
/** Between two places, or the old and the new. */
const TO = "~".charCodeAt(0);
/** Beyond the end stand letters of earlier texts. */
const isTo = ({ codes, length }: Reading, at: number): boolean => at >= 0 && at < length && codes[at] === TO;

/** How much a field's words count beside those of the description. */
const FIELD_WEIGHT = { description: 1, specification: 0.6, note: 0.35 } as const;

function addWords(signals: Signal[], field: "description" | "specification" | "note", reading: Reading): void {
  if (reading.length === 0) return;
  const { count, starts, ends, values } = textWords().find(reading);
  if (count === 0) return;
  let lastMain = count - 1;
  while (lastMain >= 0 && reading.depthAt(starts[lastMain] as number) > 0) lastMain--;
  const ofField = FIELD_WEIGHT[field];
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number;
    const end = ends[i] as number;
    const cues = values[i] as readonly Cue[];
    if (cues.length > 0 && (reading.gapAt(end) || !standsAt(DEPARTMENT, end, reading))) {
      const factor = ofField * weightAt(reading, start, end) * (i === lastMain ? 1.15 : 1);
      const place = { field, start: reading.typedAt(start), end: reading.typedAt(end) };
      for (const { kind, weight } of cues) signals.push({ kind, weight: weight * factor, ...place });
      const next = starts[i + 1];
      if (i + 1 < count && next === end + 1 && isTo(reading, end) && isPlace(cues) && isPlace(values[i + 1]))
        signals.push({ kind: TRAVEL, weight: WAY * ofField, ...place, end: reading.typedAt(ends[i + 1] as number) });
    }
  }
}

/** From one place to another (小倉~東京): somebody goes there, where nothing says that goods do. */
const WAY = 4;
const isPlace = (cues: readonly Cue[] = []): boolean => cues.some(({ kind }) => kind === TRAVEL);
const index = (kind: Kind): number => kindIndex.get(kind) as number;
const TRAVEL = index("travel");

const unitCues = new Map<string, Cue[]>();
for (const [names, cues] of units)
  for (const unit of names.split(" ")) {
    const list = unitCues.get(unit) ?? [];
    for (const [kind, weight] of Object.entries(cues)) list.push({ kind: index(kind as Kind), weight });
    unitCues.set(unit, list);
  }

/** What a vendor's name says; the same vendors come again and again. */
export const vendorSignals = recalled((typed): readonly Signal[] => {
  const { reading } = readVendor(typed);
  const found: Signal[] = [];
  if (/組$/.test(reading.text))
    found.push({ kind: index("works"), weight: 1.8, field: "vendor", start: 0, end: typed.length });
  const { count, starts, ends, values } = vendorWords().find(reading);
  for (let i = 0; i < count; i++) {
    const place = { start: reading.typedAt(starts[i] as number), end: reading.typedAt(ends[i] as number) };
    for (const { kind, weight } of values[i] as readonly Cue[]) found.push({ kind, weight, field: "vendor", ...place });
  }
  return found;
});

function addFigures(signals: Signal[], { unit, line }: LineReading): void {
  const place = { start: 0, end: line.unit?.length ?? 0 };
  for (const { kind, weight } of unitCues.get(unit) ?? []) signals.push({ kind, weight, field: "unit", ...place });
  signals.push(...vendorSignals(line.vendor ?? ""));
}

/** All that speaks for kinds in one line. */
export function signalsOf(reading: LineReading): readonly Signal[] {
  const signals: Signal[] = [];
  addWords(signals, "description", reading.description);
  addWords(signals, "specification", reading.specification);
  addWords(signals, "note", reading.note);
  addFigures(signals, reading);
  return signals;
}
