/** The category that the sheet itself states: it decides where the text says nothing, and has its weight elsewhere. */
import { allKinds } from "./families";
import type { Kind } from "./kinds";
import type { LineText } from "./nature";
import { recalled } from "../text/recalled";
import type { Signal } from "./kind/signals";

/** What people call the items in their sheets, the kinds they mean by it, and further kinds that they put under it, too. */
const STATED: readonly (readonly [RegExp, readonly Kind[], (readonly Kind[])?])[] = [
  [/工事/, ["works"]],
  [/導入関連/, ["training", "installation", "technical-guidance", "maintenance"], ["outsourcing", "consulting"]],
  [/印刷|製本/, ["printing"], ["advertising", "design"]],
  [/通信運搬|役務/, ["communication", "freight"], ["insurance", "advertising", "bank-fee"]],
  [/謝金|謝礼/, ["technical-guidance", "consulting", "lecture", "meeting-honorarium"]],
  [/光熱|水道|燃料/, ["utility"]],
  [/機械装置|備品|設備/, ["machinery", "instrument", "computer", "equipment", "installation"]],
  [/需用/, ["material", "package-software"], ["printing", "stationery", "utility", "repair", "books"]],
  [/消耗品|材料|資材/, ["material", "package-software"], ["stationery"]],
  [/保守|改造|修理|修繕/, ["maintenance", "modification", "repair"]],
  [/従業員/, ["employee-wage"]],
  [/人件費|労務|給料|給与|賃金/, ["employee-wage"], ["part-time-wage", "dispatch-wage"]],
  [/補助員|パート|アルバイト|雑役/, ["part-time-wage"]],
  [/旅費|交通費/, ["travel", "lodging"]],
  [/外注|委託/, ["software-development", "data-analysis", "design", "outsourcing"]],
  // The office's own fee stands under it as often, by mistake: the words tell which it is.
  [/知的財産|知財|特許/, ["patent-attorney", "patent-translation", "patent-office-fee"]],
  [/会議/, ["meeting", "venue", "meeting-honorarium"]],
  [/借用|賃借|使用料|クラウド|リース|レンタル/, ["rental", "cloud-service"], ["venue"]],
  [/図書/, ["books"]],
  [/運送|運搬/, ["freight"]],
  [/技術指導|専門家|報償/, ["technical-guidance", "consulting", "lecture"], ["meeting-honorarium"]],
  [/学会|セミナ|研修|負担金/, ["seminar", "training"]],
  [/広告|販売促進/, ["advertising", "exhibition"]],
  [/郵送|郵券/, ["freight", "communication"]],
  [/通信|郵便/, ["communication"]],
  [/保険/, ["insurance"]],
];

/**
 * What the sheet's own word counts, in log-odds: only clear evidence overrules it. On lines that nothing was learned from,
 * with their items stated rightly and wrongly: 99.9% of the right ones stand, 95% of the wrong ones are seen.
 */
const STATED_WEIGHT = 4.8;
/** From this weight on a word of the item speaks for itself. */
const SPEAKING = 1.5;

const numbersOf = (kinds: readonly Kind[]): readonly number[] => kinds.map((kind) => allKinds.indexOf(kind));

/** What an item's name stands for; the same few names stand in thousands of lines. */
const meaningOf = recalled((words) => {
  const [, kinds = [], further = []] = STATED.find(([pattern]) => pattern.test(words)) ?? [];
  return { kinds: numbersOf(kinds), further: numbersOf(further) };
});

/** The kinds that an item's name means. */
export const kindsMeant = (words: string): readonly number[] => meaningOf(words).kinds;

/** Whether people put lines of the kind under an item of that name: journeys under 交通費, part-timers under 人件費. */
export function takesIn(words: string, kind: string): boolean {
  const { kinds, further } = meaningOf(words);
  return [...kinds, ...further].includes(allKinds.indexOf(kind as Kind));
}

/** Whether the words of a stated item mean anything here: 支払運賃 of a firm's own books says nothing against a line. */
export const isMeaningful = (words: string): boolean => kindsMeant(words).length > 0;

/** The finest item that the sheet states. */
export const statedItem = (line: LineText): string | null =>
  line.statedMinor || line.statedMiddle || line.statedMajor || null;

/** Adds what the sheet states. Where the text says nothing, that decides; else people's mistakes are still seen. */
export function addHint(line: LineText, signals: readonly Signal[], scores: Float64Array): void {
  const words = statedItem(line);
  if (words === null) return;
  const { kinds, further } = meaningOf(words);
  // Two levels of items that mean the same say it twice.
  const isTwice =
    line.statedMinor !== null &&
    line.statedMiddle !== null &&
    kindsMeant(line.statedMiddle).some((kind) => kinds.includes(kind));
  const weight = isMute(signals) ? Infinity : isTwice ? 4 * STATED_WEIGHT : STATED_WEIGHT;
  const highest = Math.max(...scores);
  // コピー用紙 under 消耗品費, パート under 人件費: the item says nothing against it.
  if (further.includes(scores.indexOf(highest))) return;
  for (const kind of kinds) scores[kind] = Math.min((scores[kind] as number) + weight, highest + 1);
}

const isMute = (signals: readonly Signal[]): boolean =>
  signals.every(({ field, weight }) => field === "vendor" || weight < SPEAKING);
