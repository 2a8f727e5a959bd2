/** Days that a line's words mention: 注文書R7.2.25付, 納品予定R8.2.10, R7年2月~3月稼働分, 契約開始R7.6 R8.5まで, 昨年12月発注. */
import { dayOf, lastDayOf, yearOf, type Span } from "../../text/date";
import type { LineText } from "../nature";
import { read, type Reading } from "./reading";

export interface MentionedDate {
  /** "use": the last month that a fee covers. */
  readonly of: "order" | "delivery" | "payment" | "use";
  /** First and last day that the words can mean: a month without a day is the whole month. */
  readonly from: string;
  readonly to: string;
  /** The words name no year: it is written as if in the first. */
  readonly ofAnyYear: boolean;
  readonly field: "description" | "specification" | "note";
  /** As it stands in the line. */
  readonly text: string;
}

const DATE =
  /(?<![\da-z])(?:(?:(r|令和|令|h|平成|平)\.?(元|\d{1,2})|(20\d\d))(?:年度?|[./-])|(一昨年|昨年|去年|前年|本年|今年|当年|来年|翌年)の?(?=\d{1,2}月))(\d{1,2})(?:(?:月|[./-])(\d{1,2})日?|月)?(?![\d.])/g;
/** "4/8〜4/9", "3月12日": a day without a year. */
const DAY = /(?<![\d.,/年月-])(\d{1,2})(?:\/|月)(\d{1,2})(?!\/|\d|か月|ヶ月|人|名|台)日?/g;
/** "3月末に支払済": of a month alone only what is done already is told. */
const DONE =
  /(?<![\d.,/年月-])(\d{1,2})月(?:末|初め?|[上中下]旬|頃|中)?に?(?=[一-龠](?:んだ|んで)|[一-龠]{2}(?:い|り)?(?:済|ずみ|した|しました|っ?た(?:$|[、。)])))/g;
/** Of a day without a year: what is done on it stands right beside it, or until when it goes on. */
const BESIDE = 3;
/** Years counted from the one in which the period begins: the budget is written in it. */
const FROM_FIRST: Readonly<Record<string, number>> = {
  一昨年: -2,
  昨年: -1,
  去年: -1,
  前年: -1,
  本年: 0,
  今年: 0,
  当年: 0,
  来年: 1,
  翌年: 1,
};
/** Whether it is worth reading at all. */
const MAYBE =
  /[0-9０-９]\s*[/／月]\s*[0-9０-９末初上中下頃に]|(?:[RrHhＲＨｒｈ和成令平]|[2２][0０][0-9０-９])[.．]?\s*(?:[0-9０-９]{1,2}|元)?\s*[年.．/／-]|[昨去前本今当来翌]年/;
/** Further day or month of the same year: "~3月", "~3.28". */
const UNTIL = /^(?:分|頃)?(?:~|から|-)(\d{1,2})(?:月|[./](\d{1,2}))/;

const ORDER = /契約|発注|注文|頼ん|締結|申込|申し込|購入(?!予定)|着手|着工|手配|売買|依頼済|請書/;
const DELIVERY =
  /納品|納入|納期|工期|検収|引渡|引き渡|完了|完工|実施|勤務|従事|稼働|開催|作業|出張|視察|見学|設置済|届|受領|竣工|分(?=$|[\s、,(の])/;
const PAYMENT = /支払|振込|決済|引落|入金|払い|請求/;
const ORDERED = /^(?:付け?の?|に|の)?(?:注文書|発注書|契約書|注文請書|請書)/;
/** What is used, or lent, right before the days of its use or right after them. */
const USED = /(?:使用|利用)(?:期間|月|日|分)?[:は]?\s?$/;
const FOR_USE = /^分?の?(?:使用|利用)(?:分|料|$)/;
/** Up to a further day of the same month, or none; from one date to another there is more than this one. */
const WITHIN_MONTH = /^(?:[~-]\d{1,2}(?![\d.月/年]))?(?![~-]|から)/;
const DUE = /(?:納期|工期)[:は]?$/;
/** The date is of something that no clause bounds. */
const OTHER = /見積|給与|ベース|時点|改定|決算|規程|発行|基準|版|制定|現在|予算|価格|単価/;

/** A date in a text, what it is of, and where it stands. */
interface Mention extends Span {
  readonly of: MentionedDate["of"] | null;
  readonly start: number;
  readonly end: number;
}

/**
 * @param firstYear in which the period begins: what "本年" is
 * @param bare what a date is of where no word beside it says so: a journey's is when it is made; null: nothing is known
 */
export function mentionedDates(
  line: LineText,
  firstYear: number,
  bare: MentionedDate["of"] | null = null,
): MentionedDate[] {
  const found: MentionedDate[] = [];
  for (const field of ["description", "specification", "note"] as const) {
    const typed = line[field];
    if (typed === null || !MAYBE.test(typed)) continue;
    const reading = read(typed);
    const matches = [...reading.text.matchAll(DATE)];
    // A year elsewhere in the field may be theirs.
    const ofAnyYear = matches.length === 0;
    const mentions = ofAnyYear
      ? [...monthsDone(reading.text, firstYear), ...daysIn(reading.text, firstYear, bare)]
      : datesIn(reading, matches, firstYear, bare);
    for (const { of, from, to, start, end } of mentions) {
      const text = typed.slice(reading.typedAt(start), reading.typedAt(end)).trim();
      if (of !== null) found.push({ of, from, to, ofAnyYear, field, text });
    }
  }
  return found;
}

function datesIn(
  reading: Reading,
  matches: readonly RegExpExecArray[],
  firstYear: number,
  bare: MentionedDate["of"] | null,
): Mention[] {
  const { text } = reading;
  return matches.flatMap((match, i): Mention[] => {
    const [whole, era, eraYear, western, relative, monthText, dayText] = match;
    const year = relative === undefined ? yearOf(era, eraYear, western) : firstYear + (FROM_FIRST[relative] as number);
    const month = Number(monthText);
    const from = dayOf(year, month, Number(dayText ?? 1));
    const start = match.index;
    const end = start + whole.length;
    const lastMonth = Number(UNTIL.exec(text.slice(end))?.[1]);
    const to =
      dayText === undefined ? lastDayOf(year, lastMonth >= month && lastMonth <= 12 ? lastMonth : month) : from;
    if (from === null || to === null) return [];
    const before = text.slice(matches[i - 1]?.index ?? 0, start).slice(-12);
    const rest = text.slice(end, matches[i + 1]?.index ?? text.length).slice(0, 14);
    const after = reading.gapAt(end + 1) ? `${rest.slice(0, 1)} ${rest.slice(1)}` : rest;
    return [{ of: meaning(before, after, i > 0, bare), from, to, start, end }];
  });
}

function monthsDone(text: string, year: number): Mention[] {
  return [...text.matchAll(DONE)].flatMap(({ 0: whole, 1: month, index: start }): Mention[] => {
    const end = start + whole.length;
    const [from, to] = [dayOf(year, Number(month), 1), lastDayOf(year, Number(month))];
    if (from === null || to === null) return [];
    return [{ of: meaning("", text.slice(end, end + 4), false, null), from, to, start, end }];
  });
}

function daysIn(text: string, year: number, bare: MentionedDate["of"] | null): Mention[] {
  return [...text.matchAll(DAY)].flatMap(({ 0: whole, 1: month, 2: day, index: start }): Mention[] => {
    const end = start + whole.length;
    const date = dayOf(year, Number(month), Number(day));
    const before = text.slice(0, start).slice(-12);
    const after = text.slice(end, end + 14);
    const of = meaning(before, after, false, bare);
    const goesOn = /^(?:~|-|から)\d/.test(after) || /\d日?(?:~|-|から)$/.test(before);
    if (date === null || of === "use" || (!goesOn && nearest(before, after).far > BESIDE)) return [];
    return [{ of, from: date, to: date, start, end }];
  });
}

const NEAR = [
  ["payment", PAYMENT],
  ["delivery", DELIVERY],
  ["order", ORDER],
] as const;
const nearest = (before: string, after: string): { readonly of: MentionedDate["of"]; readonly far: number } =>
  NEAR.map(([of, words]) => ({ of, far: distance(words, before, after) })).reduce((a, b) => (b.far < a.far ? b : a));

/** What the words around a date say it is; null when it is the date of something else. */
function meaning(
  before: string,
  after: string,
  follows: boolean,
  bare: MentionedDate["of"] | null,
): MentionedDate["of"] | null {
  if (DUE.test(before)) return "delivery";
  if (/^まで|^迄|^分?の?\d+か月分|^の12/.test(after) || (follows && /~$/.test(before))) return "use";
  if (ORDERED.test(after)) return "order";
  if ((USED.test(before) && WITHIN_MONTH.test(after)) || FOR_USE.test(after)) return "delivery";
  if (OTHER.test(after.slice(0, 5)) || /見積|給与$|単価$/.test(before.slice(-5))) return null;
  const { of, far } = nearest(before, after);
  return far < FAR ? of : /^(?:付|済)/.test(after) ? "order" : bare;
}

/** Nothing stands as far away, in the few letters that are looked at. */
const FAR = 99;

/** Characters between the date and the nearest such word; what follows the date weighs a little more. */
function distance(words: RegExp, before: string, after: string): number {
  const next = words.exec(after);
  const all = [...before.matchAll(new RegExp(words.source, "g"))].at(-1);
  const ahead = next === null ? FAR : next.index;
  const behind = all === undefined ? FAR : before.length - all.index - all[0].length + 1;
  return Math.min(ahead, behind);
}
