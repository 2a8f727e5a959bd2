/** What a line is: its kind, from all its words and figures together, and the traits a scheme may refuse. */
import { allKinds, families, familyCount } from "./families";
import type { Kind } from "./kinds";
import type { Evidence, LineText, Nature } from "./nature";
import { readLine, signalsOf, type LineReading, type Signal } from "./signals";
import { featuresOf } from "./features";
import learned from "./learned.json";
import { Model } from "./model";
import { traitsOf } from "./traits";

/** Further words for one kind add less than the first. */
const FURTHER = 0.35;
/** How much what was learned counts beside what the lexicon knows; chosen on lines that neither had seen. */
const LEARNED = 1.5;
/** Softens scores into probabilities; fitted on labelled lines. */
const TEMPERATURE = 1.1;

const shipped = new Model(learned);

export interface Scored {
  /** Log-odds of the learned outcomes, in the order of OUTCOMES. */
  readonly outcomes: Float64Array;
  readonly reading: LineReading;
  readonly signals: readonly Signal[];
  readonly scores: Float64Array;
}

export function score(line: LineText, model: Model): Scored {
  const reading = readLine(line);
  const signals = signalsOf(reading);
  const most = new Float64Array(allKinds.length);
  const sum = new Float64Array(allKinds.length);
  for (const { kind, weight } of signals) {
    if (weight > (most[kind] as number)) most[kind] = weight;
    sum[kind] = (sum[kind] as number) + weight;
  }
  const scores = new Float64Array(allKinds.length);
  for (let kind = 0; kind < scores.length; kind++)
    scores[kind] = (most[kind] as number) + FURTHER * ((sum[kind] as number) - (most[kind] as number));
  combine(reading, scores);
  const outputs = model.outputs(featuresOf(reading));
  for (let kind = 0; kind < scores.length; kind++)
    scores[kind] = (scores[kind] as number) + LEARNED * (outputs[families[kind] as number] as number);
  stated(line, signals, scores);
  for (const kind of GENERAL) scores[kind] = (scores[kind] as number) + 0.01;
  return { reading, signals, scores, outcomes: outputs.subarray(familyCount) };
}

const at = (kind: Kind): number => allKinds.indexOf(kind);
const [TRAVEL, LODGING, EXPERT_TRAVEL, MEETING_TRAVEL] = [
  at("travel"),
  at("lodging"),
  at("expert-travel"),
  at("meeting-travel"),
];
const [GUIDANCE, MEETING_FEE, FOOD, SEMINAR] = [
  at("technical-guidance"),
  at("meeting-honorarium"),
  at("food"),
  at("seminar"),
];
const [RECRUITMENT, OUTSOURCING, PACKAGE, CLOUD, EMBEDDED] = [
  at("recruitment"),
  at("outsourcing"),
  at("package-software"),
  at("cloud-service"),
  at("embedded-software"),
];
/** Where only the family is known, the most general of its kinds. */
const GENERAL = [at("equipment"), at("material"), at("outsourcing"), at("meeting"), at("miscellaneous")];
const EXPERT =
  /専門家|講師|指導員|指導者|アドバイザ|技術指導|招へい|招聘|外部技術者|海外技術者|コンサルタント|診断士|メンタ/;
const COMMITTEE = /委員|有識者|検討会/;
const LEARNED_SOCIETY = /学会|協会|大会|シンポジウム|研究会|総会|フォーラム/;
const [MATERIAL, MODIFICATION, MACHINERY, COMPUTER] = [
  at("material"),
  at("modification"),
  at("machinery"),
  at("computer"),
];
const [RENTAL, VENUE, INSTALLATION, INSTRUMENT] = [at("rental"), at("venue"), at("installation"), at("instrument")];
const ROOM = /会場|会議室|ホール|研修室|集会室/;
/** Installing is what is paid for, not what comes with the machine ("据付調整費込"). */
const INSTALLED =
  /(?:据え?付け?|試運転|立ち?上げ|現地調整)(?:[・と]?(?:試運転|立ち?上げ|調整|作業|費用?|立会))*(?:一式)?$/;
/** The same machine once more, not the old one changed. */
const AGAIN = /同型|同等|同性能|買い?替|買い?換|入れ?替|老朽/;
/** Food and the like as a material. */
const TRIED = /原料|材料|試作|サンプル|検体|試料/;
/** Somebody is paid to make it. */
const MADE = /委託|請負|開発|作業|業務|制作|作成|構築|代行|外注|改修|カスタマイズ/;
const BUILT_IN =
  /組込|組み込|内蔵|機上搭載|本体(?:に|へ)?(?:搭載|付属|一体)|一体(?:で|型)|出荷時|プリインスト|プレインスト|バンドル/;
const BOUGHT_OUT =
  /買い?切り?|買い?取り?|永続|永久|パッケージ(?:版|ソフト|$)|dl版|ダウンロード|スタンドアロ|スタンドアロン|売り?切り?|一括購入|インストール版|オンプレ|cd-?rom|dvd|ボリュームライセンス/;
const SUBSCRIBED = /saas|クラウド|サブスク|月額|従量|asp(?![a-z])|月払|年額|年払/;

/** How far several words together put a kind ahead. */
const SURE = 3;

/** Kinds that only several words together make: an expert's journey, a committee's honorarium, software in a machine. */
function combine({ description, note, vendor }: LineReading, scores: Float64Array): void {
  const own = description.text;
  const around = `${own} ${note.text} ${vendor.text}`;
  const most = (...kinds: number[]): number => Math.max(...kinds.map((kind) => scores[kind] as number));
  const lift = (kind: number, to: number): void => {
    scores[kind] = Math.max(scores[kind] as number, to);
  };
  const journey = most(TRAVEL, LODGING);
  if (journey >= 3) {
    if (COMMITTEE.test(own) || (COMMITTEE.test(around) && !EXPERT.test(own))) lift(MEETING_TRAVEL, journey + SURE);
    else if (EXPERT.test(own) || /講師|専門家/.test(vendor.text)) lift(EXPERT_TRAVEL, journey + SURE);
  }
  if (/謝金|謝礼/.test(own) && COMMITTEE.test(around)) lift(MEETING_FEE, (scores[GUIDANCE] as number) + SURE);
  if (most(FOOD) >= 3 && (LEARNED_SOCIETY.test(own) || LEARNED_SOCIETY.test(vendor.text)))
    lift(SEMINAR, most(FOOD) + SURE);
  if (most(FOOD) >= 3 && TRIED.test(own)) lift(MATERIAL, most(FOOD) + SURE);
  if (most(RECRUITMENT) >= 3 && MADE.test(own)) lift(OUTSOURCING, most(RECRUITMENT) + SURE);
  const renewed = most(MODIFICATION) > 0 && AGAIN.test(`${own} ${note.text}`) && !/改造|換装|後付/.test(own);
  if (renewed && most(MACHINERY, COMPUTER) >= 2) lift(MACHINERY, most(MACHINERY, COMPUTER, MODIFICATION) + 0.5);
  if (most(RENTAL) >= 3 && ROOM.test(own)) lift(VENUE, most(RENTAL, VENUE) + SURE);
  if (INSTALLED.test(own)) lift(INSTALLATION, most(MACHINERY, COMPUTER, INSTRUMENT) + SURE);
  if (MADE.test(own)) return;
  const software = most(PACKAGE, EMBEDDED);
  const said = `${own} ${note.text}`;
  if (software >= 2 && BUILT_IN.test(said)) lift(EMBEDDED, software + 2);
  else if (
    BOUGHT_OUT.test(said) &&
    (software >= 1.5 || /ソフト|ツール|ライセンス|cad|システム|アプリ/.test(own)) &&
    !SUBSCRIBED.test(own)
  )
    lift(PACKAGE, most(PACKAGE, CLOUD, EMBEDDED) + 3);
}

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

/** The sheet's own category is a hint where the text hardly says anything; else people's mistakes would stay unseen. */
function stated(line: LineText, signals: readonly Signal[], scores: Float64Array): void {
  const words = [line.statedMinor, line.statedMiddle, line.statedMajor].find((word) => word !== null && word !== "");
  if (words === undefined || words === null) return;
  const mute = !signals.some(({ field, weight }) => field !== "vendor" && weight >= SPEAKING);
  if (!mute && certainty(scores) > UNSURE) return;
  for (const [pattern, kinds] of STATED) {
    if (!pattern.test(words)) continue;
    for (const kind of kinds) scores[at(kind)] = (scores[at(kind)] as number) + (mute ? 5 : 2);
    return;
  }
}

/** Share of the leading family among all, 0–1. */
function certainty(scores: Float64Array): number {
  let best = 0;
  for (let kind = 1; kind < scores.length; kind++) if ((scores[kind] as number) > (scores[best] as number)) best = kind;
  let all = 0;
  let ours = 0;
  for (let kind = 0; kind < scores.length; kind++) {
    const share = Math.exp(((scores[kind] as number) - (scores[best] as number)) / TEMPERATURE);
    all += share;
    if (families[kind] === families[best]) ours += share;
  }
  return ours / all;
}

export function classify(line: LineText, model: Model = shipped): Nature {
  const { reading, signals, scores, outcomes } = score(line, model);
  let best = 0;
  for (let kind = 1; kind < scores.length; kind++) if ((scores[kind] as number) > (scores[best] as number)) best = kind;
  let runner = -1;
  const family = families[best];
  let all = 0;
  let ours = 0;
  const top = scores[best] as number;
  for (let kind = 0; kind < scores.length; kind++) {
    const share = Math.exp(((scores[kind] as number) - top) / TEMPERATURE);
    all += share;
    if (families[kind] === family) ours += share;
    else if (runner < 0 || (scores[kind] as number) > (scores[runner] as number)) runner = kind;
  }
  const kind = allKinds[best] as Kind;
  return {
    kind,
    confidence: calibrated(ours / all),
    runnerUp: runner < 0 ? null : (allKinds[runner] as Kind),
    traits: traitsOf(reading, kind, outcomes),
    evidence: evidenceOf(line, signals, best),
  };
}

/** Share of the score, and how often such an answer was right when lines were held out; straight lines between. */
const CALIBRATION: readonly (readonly [number, number])[] = [
  [0, 0.7],
  [0.5, 0.84],
  [0.8, 0.9],
  [0.95, 0.96],
  [0.99, 0.99],
  [1, 1],
];

function calibrated(share: number): number {
  const above = CALIBRATION.findIndex(([from]) => from >= share);
  if (above <= 0) return (CALIBRATION[0] as readonly [number, number])[1];
  const [low, lowRight] = CALIBRATION[above - 1] as readonly [number, number];
  const [high, highRight] = CALIBRATION[above] as readonly [number, number];
  return lowRight + ((share - low) / (high - low)) * (highRight - lowRight);
}

/** The three strongest words or figures for a kind. */
function evidenceOf(line: LineText, signals: readonly Signal[], kind: number): Evidence[] {
  const found: Evidence[] = [];
  const ordered = signals.filter((signal) => signal.kind === kind).sort((a, b) => b.weight - a.weight);
  for (const { field, start, end } of ordered) {
    const text = textOf(line, field).slice(start, end === 0 ? undefined : end);
    if (!found.some((other) => other.field === field && other.text === text))
      found.push({ field, text, for: allKinds[kind] as string });
    if (found.length === 3) break;
  }
  return found;
}

function textOf(line: LineText, field: Evidence["field"]): string {
  switch (field) {
    case "description":
    case "specification":
    case "vendor":
    case "unit":
    case "note":
      return line[field] ?? "";
    case "unitPrice":
    case "quantity": {
      const figure = line[field];
      return figure === null ? "" : String(Number(figure.n) / Number(figure.d));
    }
    case "stated":
      return line.statedMiddle ?? line.statedMinor ?? line.statedMajor ?? "";
  }
}
