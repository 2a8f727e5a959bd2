/** Kinds that only several words together make: an expert's journey, a committee's honorarium, software in a machine. */
import { allKinds } from "../families";
import { PURCHASED, WAGES } from "../groups";
import { kindsMeant, statedItem } from "../hint";
import { isTrait, type Kind } from "../kinds";
import { OUTCOMES } from "../learned/model";
import { namedInEnglish } from "./english";
import {
  BEYOND_SUPPLIES,
  GOODS,
  MEETING,
  PATENT,
  RULINGS,
  TRIED,
  UNLIKELY,
  USED,
  type Condition,
  type Payee,
} from "./rulings";
import { HOURLY, type LineReading } from "../reading/line";
import { vendorSignals } from "./signals";
import { phrase, type Sifted } from "../reading/phrase";

/** From this score on words of a kind are there in earnest. */
const EARNEST = 3;
/** From this one on a word of something else than things heads an English name, or is of food or gifts (coffee beans). */
const AT_THE_HEAD = 3.4;
/** Up to this one they are at most a part of another word (圃場 in 圃場データ). */
const IN_PASSING = 1.8;
/** How far words together put a kind ahead of the others. */
const AHEAD = 3;
/** Log-odds by which one outcome leads another. */
const CLEARLY = 1;
const REFUSALS = OUTCOMES.flatMap((outcome, i) => (isTrait(outcome) ? [i] : []));
const ELIGIBLE = OUTCOMES.indexOf("eligible");

const at = (kind: Kind): number => allKinds.indexOf(kind);
const ALL = allKinds.map((_, kind) => kind);
const WORKS = at("works");
const EMPLOYEE = at("employee-wage");
const PART_TIME = at("part-time-wage");
const STATIONERY = at("stationery");
const FOOD = at("food");
const CATERING = at("catering");

const scoreOf = (scores: Float64Array, kind: number): number => scores[kind] as number;

function most(scores: Float64Array, kinds: readonly number[]): number {
  let highest = -Infinity;
  for (let i = 0; i < kinds.length; i++) highest = Math.max(highest, scoreOf(scores, kinds[i] as number));
  return highest;
}

/** Puts a kind ahead of others; that several words make it is as much ground as a word of its own. */
function lift(words: Float64Array, scores: Float64Array, kind: number, over: readonly number[]): void {
  scores[kind] = Math.max(scoreOf(scores, kind), most(scores, over) + AHEAD);
  words[kind] = scoreOf(words, kind) + EARNEST;
}

/** At the end of a phrase: only the pay for it, or that it is all, stands behind it. */
const atEnd = ({ source }: RegExp): RegExp =>
  new RegExp(`(?:${source})(?:工事|作業|業務|一式|費用?|料金?|代金?|工)*(?=$|[\\s(・、,+\\d])`);

/** All of one shape, since thousands of lines are held against them. */
const compiled = ({ spoken, unspoken, unit, from, paid, head, item, said, around, but, nowhere }: Condition) => ({
  spoken: spoken?.map(at),
  unspoken: unspoken?.map(at),
  ...{ unit, from, paid, but, nowhere },
  head: head && phrase(atEnd(head)),
  item: item && phrase(item),
  said: said && phrase(said),
  around: around && phrase(around),
});
type Compiled = ReturnType<typeof compiled>;

const rulings = RULINGS.map((ruling) => ({
  kind: at(ruling.kind),
  over: ruling.over?.map(at) ?? ALL,
  condition: compiled(ruling),
}));
const unlikely = UNLIKELY.map((one) => ({ kinds: one.kinds.map(at), by: one.by, condition: compiled(one) }));

const PAYS: Readonly<Record<Payee, (line: LineReading) => boolean>> = {
  nobody: ({ vendor }) => vendor.length === 0,
  builder: ({ line }) => vendorSignals(line.vendor ?? "").some(({ kind }) => kind === WORKS),
};

/** What hardly a line holds is asked first. */
function holds(condition: Compiled, line: LineReading, sifted: Sifted, words: Float64Array): boolean {
  const { spoken, unspoken, unit, from, paid, head, item, said, around, but, nowhere } = condition;
  const { text, spaced } = line.description;
  return (
    (head === undefined || head.standsIn(spaced, sifted)) &&
    (item === undefined || item.standsIn(text, sifted)) &&
    (said === undefined || said.standsIn(line.said, sifted)) &&
    (around === undefined || around.standsIn(line.said, sifted) || around.standsIn(line.vendor.text, sifted)) &&
    (spoken === undefined || most(words, spoken) >= EARNEST) &&
    (unspoken === undefined || most(words, unspoken) <= IN_PASSING) &&
    (unit === undefined || unit.test(line.unit)) &&
    (from === undefined || line.price >= from) &&
    (paid === undefined || PAYS[paid](line)) &&
    (but === undefined || !but.test(text)) &&
    (nowhere === undefined || !isAround(nowhere, line))
  );
}

const NO_THINGS = ALL.filter((kind) => !PURCHASED.has(allKinds[kind] as Kind));

const isAround = (pattern: RegExp, { said, vendor }: LineReading): boolean =>
  pattern.test(said) || pattern.test(vendor.text);

/** Whether a ruling put one kind ahead of another. */
type IsRuled = (kind: number, over: number) => boolean;

/** `words`: what single words say; `outcomes`: what was learned of refusals; `scores`: that and what was learned, to be put right. */
export function combine(
  line: LineReading,
  sifted: Sifted,
  words: Float64Array,
  outcomes: Float64Array,
  scores: Float64Array,
): IsRuled {
  const isSupply = isOfficeSupply(words, outcomes);
  english(line, words, scores);
  const held = rulings.filter(({ kind, over, condition }) => {
    const isHeld = holds(condition, line, sifted, words);
    if (isHeld) lift(words, scores, kind, over);
    return isHeld;
  });
  for (const { kinds, by, condition } of unlikely)
    if (holds(condition, line, sifted, words)) for (const kind of kinds) scores[kind] = scoreOf(scores, kind) - by;
  supplies(line, sifted, isSupply, words, scores);
  hours(line, words, scores);
  meals(line, words, scores);
  return (kind, over) => held.some((ruling) => ruling.kind === kind && ruling.over.includes(over));
}

/** What the head of an English name says, that no office of patents is asked for; of a thing, that it is one. */
function english(line: LineReading, words: Float64Array, scores: Float64Array): void {
  const named = namedInEnglish(line);
  if (named === null || isAround(PATENT, line)) return;
  if (named !== "thing") lift(words, scores, at(named), ALL);
  else if (most(words, NO_THINGS) < AT_THE_HEAD) lift(words, scores, at("equipment"), NO_THINGS);
}

/** What is eaten at no meeting is catering, with all that speaks for food. */
function meals(line: LineReading, words: Float64Array, scores: Float64Array): void {
  if (scoreOf(words, FOOD) === 0 || isAround(MEETING, line) || TRIED.test(line.description.text)) return;
  scores[CATERING] = Math.max(scoreOf(scores, CATERING) + scoreOf(words, FOOD), scoreOf(scores, FOOD));
  words[CATERING] = scoreOf(words, FOOD);
  scores[FOOD] = words[FOOD] = 0;
}

/** Cartridges and the like by what they are or by their maker's model. */
const SUPPLY = phrase(
  /(?:文房?具|事務用品)(?:類|代)?$|office supplies|toner cartridge|再生紙|(?<![a-z])(?:a[345]|b[45])[^\n]{0,6}\d{3}枚入|感光ドラム|トナ(?=$|[\s(、・])|(?:シュレッダ|ラミネータ|複合機|コピー?機|fax|タイムレコーダ|テプラ|電卓|製本機|穿孔機)(?:用|の)?(?:専用)?(?:替え?刃)?(?:感熱)?(?:オイル|ゴミ袋|袋|フィルム|カード|ロール|テープ|リボン|インク|替え?刃|トレイ|ステープル)|(?:純正|互換|再生)(?:インク|トナ|カートリッジ)|(?:インク|トナ|ドラム|定着|廃トナー?|感光体|メンテナンス)(?:カートリッジ|ユニット|ボックス|カット|タンク|ボトル)|(?:プロッタ|プリンタ)用?(?:ロール紙|インク|用紙)|(?:bk|[ymc])(?:[/・](?:bk|[cmyk])){2,}|[2-9]色(?:パック|セット|マルチ|一体|組)|(?:^|[\s(]|用)(?:bci|cli|ic(?:bk|lc|lm|c|m|y)|ic[4-9]cl|hp(?= ?\d+xl)|pgi|pfi|lc|tn|dr|crg|tk|gi|xki|ic|ct|ib|pg|sp ?c?)[- ]?\d{2,}[\w/+-]*/,
);
const OFFICE_GOODS = GOODS.map(at);

/** Supplies of an office. */
function supplies(
  line: LineReading,
  sifted: Sifted,
  isCalled: boolean,
  words: Float64Array,
  scores: Float64Array,
): void {
  if ((isCalled || SUPPLY.standsIn(line.description.spaced, sifted)) && !(line.price >= BEYOND_SUPPLIES))
    lift(words, scores, STATIONERY, OFFICE_GOODS);
}

/** What its own words call so, and what was learned refuses ("クリップ式センサ" it does not), is none of the other goods. */
const isOfficeSupply = (words: Float64Array, outcomes: Float64Array): boolean =>
  most(outcomes, REFUSALS) > scoreOf(outcomes, ELIGIBLE) + CLEARLY && scoreOf(words, STATIONERY) >= EARNEST;

/** Yen an hour that a wage can be. */
const MOST_WAGE = 12_000;
/** Yen an hour: below, the words decide between staff and part-timers, and the less is paid, the less it is staff; above, only the word does. */
const STAFF_WAGE = 1_400;
/** Yen for each of the log-odds. */
const LESS = 100;
/** Yen a month: nobody's wage, but what a company asks for its people. */
const MOST_MONTHLY = 900_000;
/** Paid by the hour, and no wage. */
const NO_WAGE = /謝金|謝礼|講師|指導料|顧問|レンタル|リース|派遣/;
const PART_TIMER =
  /パート(?!ナ)|(?<![a-z])pa(?![a-z])|アルバイト|バイト|時間?給(?:雇用|制|職員|社員|\))|part-?time|臨時(?:職員|雇|社員|採用|の?[^\s]{1,3}員)|補助員|(?<!役\(|事\()非常勤(?!取締|監|理事|役|相談|講師)|季節[工雇]|日雇|短時間(?:雇用|勤務|労働)|短期(?:$|[)\s]|雇|採用|スタッフ)|[期忙]増員/;
const FULL_TIMER = /フルタイム|正社員|正職員|\(社員|常雇|月給|(?<![非通])常勤/;
/** A company by its legal form, no agency for staff. */
const CORPORATE = /^(?!.*(?:派遣|スタッフ|人材|staff)).*(?:株式会社|有限会社|合同会社|\((?:株|有|同)\))/;
const OUTSOURCING = at("outsourcing");
const LABOUR = [...WAGES].map(at);

/** The hours of a thing. */
const LENT = atEnd(USED);

/** 自社 under 従業員費, at a wage an hour, in a sheet without units. */
const isOwnHours = ({ unit, company, line }: LineReading): boolean =>
  unit === "" && company.isOwn && kindsMeant(statedItem(line) ?? "").some((kind) => LABOUR.includes(kind));

/** The company's own people, whatever the task is called; an hour of somebody else's is no wage of ours. */
function hours(line: LineReading, words: Float64Array, scores: Float64Array): void {
  const own = line.description.text;
  if (scoreOf(words, EMPLOYEE) >= EARNEST && PART_TIMER.test(own)) lift(words, scores, PART_TIME, [EMPLOYEE]);
  const isUnnamed = most(words, LABOUR) < EARNEST;
  if ((line.unit === "人月" || (line.unit === "" && isUnnamed)) && line.price >= MOST_MONTHLY)
    lift(words, scores, at("software-development"), LABOUR);
  // テストエンジニア under 委託費, where a firm is paid: it is that firm's.
  if (kindsMeant(statedItem(line.line) ?? "").includes(OUTSOURCING) && CORPORATE.test(line.vendor.text))
    lift(words, scores, OUTSOURCING, LABOUR);
  if (!HOURLY.test(line.unit) && !isOwnHours(line)) return;
  if (line.vendor.length > 0 && !line.company.isOwn) {
    if (CORPORATE.test(line.vendor.text) && isUnnamed && statedItem(line.line) === null)
      lift(words, scores, OUTSOURCING, LABOUR);
    return;
  }
  if (line.price > MOST_WAGE || LENT.test(line.description.spaced)) return;
  if (NO_WAGE.test(own) && !PART_TIMER.test(line.said)) return;
  const seemsSo = scoreOf(scores, PART_TIME) + (STAFF_WAGE - line.price) / LESS > scoreOf(scores, EMPLOYEE);
  const isPartTime = (seemsSo || PART_TIMER.test(line.said)) && !FULL_TIMER.test(line.said);
  lift(words, scores, isPartTime ? PART_TIME : EMPLOYEE, ALL);
}
