/** Days that a line's words mention: 注文書R7.2.25付, 納品予定R8.2.10, R7年2月~3月稼働分, 契約開始R7.6 R8.5まで, 昨年12月発注. */
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

const ERAS: Readonly<Record<string, number>> = { r: 2018, 令和: 2018, 令: 2018, h: 1988, 平成: 1988, 平: 1988 };
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

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (value: number): string => String(value).padStart(2, "0");
const lastDay = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 ? 29 : (LENGTHS[month - 1] as number);

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
  const { description, specification, note } = line;
  if (MAYBE.test(description)) collect("description", description, read(description), firstYear, bare, found);
  if (specification !== null && MAYBE.test(specification))
    collect("specification", specification, read(specification), firstYear, bare, found);
  if (note !== null && MAYBE.test(note)) collect("note", note, read(note), firstYear, bare, found);
  return found;
}

function collect(
  field: MentionedDate["field"],
  typed: string,
  reading: Reading,
  firstYear: number,
  bare: MentionedDate["of"] | null,
  found: MentionedDate[],
): void {
  const { text } = reading;
  const matches = [...text.matchAll(DATE)];
  matches.forEach((match, i) => {
    const [whole, era, eraYear, western, relative, monthText, dayText] = match;
    const year =
      relative !== undefined
        ? firstYear + (FROM_FIRST[relative] as number)
        : western === undefined
          ? (ERAS[era as string] as number) + (eraYear === "元" ? 1 : Number(eraYear))
          : Number(western);
    const month = Number(monthText);
    const day = dayText === undefined ? null : Number(dayText);
    if (month < 1 || month > 12 || (day !== null && (day < 1 || day > lastDay(year, month)))) return;
    const end = match.index + whole.length;
    const until = UNTIL.exec(text.slice(end));
    let lastMonth = month;
    if (until !== null && day === null && Number(until[1]) >= month && Number(until[1]) <= 12)
      lastMonth = Number(until[1]);
    const from = `${String(year)}-${two(month)}-${two(day ?? 1)}`;
    const to = `${String(year)}-${two(lastMonth)}-${two(day ?? lastDay(year, lastMonth))}`;
    const before = text.slice(i === 0 ? 0 : (matches[i - 1] as RegExpMatchArray).index, match.index).slice(-12);
    const rest = text.slice(end, matches[i + 1]?.index ?? text.length).slice(0, 14);
    const after = reading.gapAt(end + 1) ? `${rest.slice(0, 1)} ${rest.slice(1)}` : rest;
    const of = meaning(before, after, i > 0, bare);
    if (of !== null)
      found.push({
        of,
        from,
        to,
        ofAnyYear: false,
        field,
        text: typed.slice(reading.typedAt(match.index), reading.typedAt(end)).trim(),
      });
  });
  // A year elsewhere in the field may be theirs.
  if (matches.length > 0) return;
  const push = (of: MentionedDate["of"], from: string, to: string, start: number, end: number): void => {
    found.push({
      ...{ of, from, to, ofAnyYear: true, field },
      text: typed.slice(reading.typedAt(start), reading.typedAt(end)).trim(),
    });
  };
  for (const match of text.matchAll(DONE)) {
    const month = Number(match[1]);
    const end = match.index + match[0].length;
    const of = month < 1 || month > 12 ? null : meaning("", text.slice(end, end + 4), false, null);
    const first = `${String(firstYear)}-${two(month)}-`;
    if (of !== null) push(of, `${first}01`, `${first}${two(lastDay(firstYear, month))}`, match.index, end);
  }
  for (const match of text.matchAll(DAY)) {
    const [whole, monthText, dayText] = match;
    const [month, day] = [Number(monthText), Number(dayText)];
    if (month < 1 || month > 12 || day < 1 || day > lastDay(firstYear, month)) continue;
    const end = match.index + whole.length;
    const before = text.slice(0, match.index).slice(-12);
    const after = text.slice(end, end + 14);
    const of = meaning(before, after, false, bare);
    const goesOn = /^(?:~|-|から)\d/.test(after) || /\d日?(?:~|-|から)$/.test(before);
    if (of === null || of === "use" || (!goesOn && leastDistance(before, after) > BESIDE)) continue;
    const date = `${String(firstYear)}-${two(month)}-${two(day)}`;
    push(of, date, date, match.index, end);
  }
}

const leastDistance = (before: string, after: string): number =>
  Math.min(...[PAYMENT, DELIVERY, ORDER].map((words) => distance(words, before, after)));

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
  const near = [
    ["payment", distance(PAYMENT, before, after)],
    ["delivery", distance(DELIVERY, before, after)],
    ["order", distance(ORDER, before, after)],
  ] as const;
  let best: MentionedDate["of"] | null = null;
  let least = 99;
  for (const [of, far] of near)
    if (far < least) {
      best = of;
      least = far;
    }
  return best ?? (/^(?:付|済)/.test(after) ? "order" : bare);
}

/** Characters between the date and the nearest such word; what follows the date weighs a little more. */
function distance(words: RegExp, before: string, after: string): number {
  const next = words.exec(after);
  const all = [...before.matchAll(new RegExp(words.source, "g"))].at(-1);
  const ahead = next === null ? 99 : next.index;
  const behind = all === undefined ? 99 : before.length - all.index - all[0].length + 1;
  return Math.min(ahead, behind);
}
