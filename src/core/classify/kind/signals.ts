/** What unit, price and vendor say of a line, and the words that speak for kinds, weighed by where they stand. */
import { toNumber } from "../../money/fraction";
import { allKinds } from "../families";
import type { Kind } from "../kinds";
import { goods, neutral, parties, people, services, type Cues } from "./lexicon";
import type { Evidence, LineText } from "../nature";
import { isDigit, read, Reading } from "../reading/reading";
import { withoutReferences } from "../reading/references";
import { once, recalled } from "../../text/recalled";
import { nothingSifted, sift, type Sifted } from "../reading/phrase";
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
export type Spoken = Exclude<Evidence["field"], "quantity" | "stated">;

/** One thing that speaks for a kind, in log-odds. */
export interface Signal {
  readonly kind: number;
  readonly weight: number;
  readonly field: Spoken;
  /** Where it stands in the field as typed. */
  readonly start: number;
  readonly end: number;
}

export interface LineReading {
  readonly line: LineText;
  readonly description: Reading;
  readonly specification: Reading;
  readonly note: Reading;
  /** Item and note, folded. */
  readonly said: string;
  readonly vendor: Reading;
  readonly unit: string;
  /** Yen; NaN when not given. */
  readonly price: number;
  readonly company: Vendor;
}

/** "店月", "席月", "回線・月": so many of something, month by month; months of people are labour. */
const BY_MONTH = /^(?!人)[^\d]{1,8}[・×x/]?(?:か|ヶ|カ)?月$/;
const readUnit = recalled((typed) => {
  const unit = read(typed).text.replace(/[()]/g, "");
  return unitCues.has(unit) || !BY_MONTH.test(unit) ? unit : "id月";
});
const description = new Reading();
const specification = new Reading();
const note = new Reading();

/** コピー用紙購入, 事務用品一式: everything here is bought, and what it is stands before. */
const PURCHASE = /(?<=..)(?:(?<![\s\u3000])一式|[\s\u3000]*の?(?:購入|買い?取り?)(?:費用?|代金?|料)?)+[\s\u3000]*$/;

/** Valid until the next line is read. */
export function readLine(line: LineText): LineReading {
  const company = readVendor(line.vendor ?? "");
  description.read(line.description.replace(PURCHASE, ""));
  note.read(line.note === null ? "" : withoutReferences(line.note));
  return {
    line,
    description,
    specification: specification.read(line.specification ?? ""),
    note,
    said: `${description.text} ${note.text}`,
    vendor: company.reading,
    unit: readUnit(line.unit ?? ""),
    price: line.unitPrice === null ? NaN : toNumber(line.unitPrice),
    company,
  };
}

const sifted = nothingSifted();

/** Phrases that can stand in any field of the line; valid until another is sifted. */
export function siftedIn({ description, specification, note, company }: LineReading): Sifted {
  sifted.set(company.sifted);
  sift(description, sifted);
  sift(specification, sifted);
  sift(note, sifted);
  return sifted;
}

/** After a word: it is what the item is for, or what comes with it, not the item. */
const PURPOSE =
  /(?:等|など)?(?:機(?![械会能構関種器密])|用(?![紙品具途語地意件済務])|向け|対応|付き?|込み?(?![手合])|搭載|連携|との|への|から|に(?!て)|を(?!利用|使用|借)|別途|除く|含まず|不要|なし|以外|関連の)/y;
/** After a word: the name of a department or a room, which is not what its name is of. */
const DEPARTMENT = /(?:課|部(?![品材分])|室(?!外)|係(?!る)|グループ|g(?![a-z])|チーム|担当)/y;
/** What may stand between a word and the end of its phrase. */
const TAIL =
  /(?:(?:費用|費|料金|料|代金|代|一式|分|等|など|ほか|他|作業|業務|委託|請負|外注|の?(?:購入|買い?取り?|調達))*)(?:$|[()[\]{}【】「」『』、。・,.:;/+×x~\-\d])/y;

/** Behind an English word: one that it only describes. Before one: a word that says what for. */
const DESCRIBES = / (?!(?:for|with|of|to|at|in|on|and|from) |(?:units?|sets?|kits?|packs?)(?![a-z]))[a-z]/y;
const WHAT_FOR = /[a-z] (?:for|with|to|at|in|on) [^,;()]*$/;

function standsAt(pattern: RegExp, index: number, { text }: Reading): boolean {
  pattern.lastIndex = index;
  return pattern.test(text);
}

function weightAt(reading: Reading, start: number, end: number): number {
  let weight = reading.depthAt(start) > 0 ? 0.45 : 1;
  if (isTo(reading, end) || isTo(reading, start - 1)) weight *= 0.35;
  // "5端末": so many of them, not the item.
  if (start > 1 && isDigit(reading.codes[start - 1] as number) && reading.gapAt(start - 1)) return weight * 0.35;
  if (isLatin(reading.codes[start] as number) && isLatin(reading.codes[end - 1] as number)) {
    if (WHAT_FOR.test(reading.text.slice(0, start))) weight *= 0.35;
    if (standsAt(DESCRIBES, end, reading)) return weight * 0.7;
  }
  // The word is all there is: 事務用品.
  if (end === reading.length) return weight * (start === 0 ? 1.6 : 1.25);
  if (standsAt(PURPOSE, end, reading)) weight *= 0.35;
  else if (reading.codes[end] === OF) weight *= 0.7;
  else if (reading.gapAt(end) || standsAt(TAIL, end, reading)) weight *= 1.25;
  return weight;
}

const isLatin = (code: number): boolean => code >= 0x61 && code <= 0x7a;
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
const EMPLOYEE = index("employee-wage");
const TRAVEL = index("travel");

/** Units, and how strongly each speaks for which kinds. */
const UNITS: readonly (readonly [string, Readonly<Partial<Record<Kind, number>>>])[] = [
  ["h hr hrs hour hours 時間 時 人時 人h", { "employee-wage": 2.4, "part-time-wage": 2 }],
  ["人月 人日", { "employee-wage": 0.8, "software-development": 1 }],
  [
    "台 基 機 面 組 unit units pc pcs set セット 棟",
    { machinery: 0.8, computer: 0.8, equipment: 0.8, modification: 0.4 },
  ],
  ["日", { rental: 0.6 }],
  ["冊 copies", { books: 4 }],
  ["泊", { lodging: 3 }],
  ["往復 片道 km pax", { travel: 4 }],
  ["名 人 人回 名回", { travel: 0.6, seminar: 0.6 }],
  ["回", { "technical-guidance": 0.5, travel: 0.4 }],
  ["月 か月 ヶ月 ヵ月 ケ月 カ月 箇月 年 id月 回線月 台月 ユーザ月 ユーザー月 アカウント月", { "cloud-service": 1 }],
  ["id月 id ユーザ ユーザー アカウント user users", { "cloud-service": 2 }],
  ["部", { printing: 1 }],
  ["㎡ m2 平米 坪 箇所 か所 カ所 ヶ所 系統 m 灯 回路 面", { works: 1 }],
  ["小間", { exhibition: 4 }],
];

const unitCues = new Map<string, Cue[]>();
for (const [units, cues] of UNITS)
  for (const unit of units.split(" ")) {
    const list = unitCues.get(unit) ?? [];
    for (const [kind, weight] of Object.entries(cues)) list.push({ kind: index(kind as Kind), weight });
    unitCues.set(unit, list);
  }

export const HOURLY = /^(?:h|hr|hrs|hour|hours|時間|人時|人h)$/;
const OWN = /^(?:自社|社内|当社|弊社|自社雇用|当法人|.*法人内|院内|園内|社内人件費|自社従業員)$/;

interface Vendor {
  readonly reading: Reading;
  readonly isOwn: boolean;
  readonly signals: readonly Signal[];
  /** Phrases that can stand in its name. */
  readonly sifted: Sifted;
}

/** The same vendors come again and again. */
export const readVendor = recalled((typed): Vendor => {
  const reading = read(typed);
  const signals: Signal[] = [];
  if (/組$/.test(reading.text))
    signals.push({ kind: index("works"), weight: 1.8, field: "vendor", start: 0, end: typed.length });
  const { count, starts, ends, values } = vendorWords().find(reading);
  for (let i = 0; i < count; i++)
    for (const { kind, weight } of values[i] as readonly Cue[])
      signals.push({
        kind,
        weight,
        field: "vendor",
        start: reading.typedAt(starts[i] as number),
        end: reading.typedAt(ends[i] as number),
      });
  const sifted = nothingSifted();
  sift(reading, sifted);
  return { reading, isOwn: OWN.test(reading.text), signals, sifted };
});

function addFigures(signals: Signal[], { unit, price, line, company }: LineReading): void {
  const place = { start: 0, end: line.unit?.length ?? 0 };
  const hourly = HOURLY.test(unit);
  // An hour of somebody else's is no wage of itself.
  const ofUnit = hourly && company.reading.length > 0 && !company.isOwn ? 0.4 : 1;
  for (const { kind, weight } of unitCues.get(unit) ?? [])
    signals.push({ kind, weight: weight * ofUnit, field: "unit", ...place });
  if (hourly && price >= 1500) signals.push({ kind: EMPLOYEE, weight: 1, field: "unitPrice", start: 0, end: 0 });
  signals.push(...company.signals);
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
