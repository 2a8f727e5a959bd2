/** The category that the sheet itself states, as a hint where the text hardly says anything. */
import { allKinds } from "./families";
import type { Kind } from "./kinds";
import type { LineText } from "./nature";
import type { Signal } from "./signals";

/** What people call the items in their sheets, and the kinds they mean by it. */
const STATED: readonly (readonly [RegExp, readonly Kind[]])[] = [
  [/工事/, ["works"]],
  [/機械装置|備品|設備/, ["machinery", "instrument", "computer", "equipment", "installation"]],
  [/消耗品|材料|資材|需用/, ["material", "package-software"]],
  [/保守|改造|修理|修繕/, ["maintenance", "modification", "repair"]],
  [/従業員|人件費|労務/, ["employee-wage"]],
  [/補助員|パート|アルバイト|雑役/, ["part-time-wage"]],
  [/旅費|交通費/, ["travel", "lodging"]],
  [/外注|委託/, ["software-development", "data-analysis", "design", "outsourcing"]],
  [/知的財産|知財|特許/, ["patent-attorney", "patent-translation"]],
  [/会議/, ["meeting", "venue", "meeting-honorarium"]],
  [/借用|賃借|使用料|クラウド|リース|レンタル/, ["rental", "cloud-service"]],
  [/図書/, ["books"]],
  [/運送|運搬/, ["freight"]],
  [/技術指導|専門家|報償/, ["technical-guidance", "consulting", "lecture"]],
  [/学会|セミナ|研修|負担金/, ["seminar", "training"]],
  [/広告|販売促進/, ["advertising", "exhibition"]],
  [/通信/, ["communication"]],
  [/保険/, ["insurance"]],
];

/** Up to this share of certainty the sheet's own word is listened to. */
const UNSURE = 0.6;
/** From this weight on a word of the item speaks for itself. */
const SPEAKING = 1.5;

/** Listens only where the text is silent or unsure; else people's mistakes would stay unseen. */
export function addHint(
  line: LineText,
  signals: readonly Signal[],
  scores: Float64Array,
  certainty: (scores: Float64Array) => number,
): void {
  const words = [line.statedMinor, line.statedMiddle, line.statedMajor].find((word) => word !== null && word !== "");
  if (words === undefined || words === null) return;
  const mute = !signals.some(({ field, weight }) => field !== "vendor" && weight >= SPEAKING);
  if (!mute && certainty(scores) > UNSURE) return;
  const kinds = STATED.find(([pattern]) => pattern.test(words))?.[1] ?? [];
  for (const kind of kinds) {
    const i = allKinds.indexOf(kind);
    scores[i] = (scores[i] as number) + (mute ? 5 : 2);
  }
}
