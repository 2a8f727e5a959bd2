/** Kinds that only several words together make: an expert's journey, a committee's honorarium, software in a machine. */
import { allKinds } from "./families";
import type { Kind } from "./kinds";
import type { LineReading } from "./signals";

const EXPERT =
  /専門家|講師|指導員|指導者|アドバイザ|技術指導|招へい|招聘|外部技術者|海外技術者|コンサルタント|診断士|メンタ/;
const LECTURER = /講師|専門家/;
const HONORARIUM = /謝金|謝礼/;
const COMMITTEE = /委員|有識者|検討会/;
const SOCIETY = /学会|協会|大会|シンポジウム|研究会|総会|フォーラム/;
const ROOM = /会場|会議室|ホール|研修室|集会室/;
/** Installing is what is paid for, not what comes with the machine ("据付調整費込"). */
const INSTALLED =
  /(?:据え?付け?|試運転|立ち?上げ|現地調整)(?:[・と]?(?:試運転|立ち?上げ|調整|作業|費用?|立会))*(?:一式)?$/;
/** The same machine once more, not the old one changed. */
const AGAIN = /同型|同等|同性能|買い?替|買い?換|入れ?替|老朽/;
const CHANGED = /改造|換装|後付/;
/** Food and the like as a material. */
const TRIED = /原料|材料|試作|サンプル|検体|試料/;
/** Somebody is paid to make it. */
const MADE = /委託|請負|開発|作業|業務|制作|作成|構築|代行|外注|改修|カスタマイズ/;
const BUILT_IN =
  /組込|組み込|内蔵|機上搭載|本体(?:に|へ)?(?:搭載|付属|一体)|一体(?:で|型)|出荷時|プリインスト|プレインスト|バンドル/;
const BOUGHT_OUT =
  /買い?切り?|買い?取り?|永続|永久|パッケージ(?:版|ソフト|$)|dl版|ダウンロード|スタンドアロ|スタンドアロン|売り?切り?|一括購入|インストール版|オンプレ|cd-?rom|dvd|ボリュームライセンス/;
const SUBSCRIBED = /saas|クラウド|サブスク|月額|従量|asp(?![a-z])|月払|年額|年払/;
const SOFTWARE = /ソフト|ツール|ライセンス|cad|システム|アプリ/;

/** Hiring is what is paid for, whatever is hired. */
const HIRED = /(?:レンタル|リース|賃借|借り?上げ?)(?:料金?|代金?|費用?)(?:\([^)]*\))?$/;

/** How far several words together put a kind ahead. */
const SURE = 3;
/** From this score on words of a kind are there in earnest. */
const EARNEST = 3;

const at = (kind: Kind): number => allKinds.indexOf(kind);
const CLOUD = at("cloud-service");
const COMPUTER = at("computer");
const EMBEDDED = at("embedded-software");
const EQUIPMENT = at("equipment");
const EXPERT_TRAVEL = at("expert-travel");
const FOOD = at("food");
const INSTALLATION = at("installation");
const INSTRUMENT = at("instrument");
const LODGING = at("lodging");
const MACHINERY = at("machinery");
const MATERIAL = at("material");
const MEETING_HONORARIUM = at("meeting-honorarium");
const MEETING_TRAVEL = at("meeting-travel");
const MODIFICATION = at("modification");
const PACKAGE = at("package-software");
const RENTAL = at("rental");
const SEMINAR = at("seminar");
const TECHNICAL_GUIDANCE = at("technical-guidance");
const TRAVEL = at("travel");
const VENUE = at("venue");
const RECRUITMENT = at("recruitment");
const OUTSOURCING = at("outsourcing");

const JOURNEY = [TRAVEL, LODGING];
const MACHINES = [MACHINERY, COMPUTER, INSTRUMENT];
const HIRABLE = [...MACHINES, RENTAL, EQUIPMENT];
const SOFTWARES = [PACKAGE, EMBEDDED];

const scoreOf = (scores: Float64Array, kind: number): number => scores[kind] as number;

function lift(scores: Float64Array, kind: number, to: number): void {
  scores[kind] = Math.max(scoreOf(scores, kind), to);
}

function most(scores: Float64Array, kinds: readonly number[]): number {
  let highest = -Infinity;
  for (const kind of kinds) highest = Math.max(highest, scoreOf(scores, kind));
  return highest;
}

export function combine(line: LineReading, scores: Float64Array): void {
  const own = line.description.text;
  people(line, scores);
  if (scoreOf(scores, RECRUITMENT) >= EARNEST && MADE.test(own))
    lift(scores, OUTSOURCING, scoreOf(scores, RECRUITMENT) + SURE);
  machines(line, scores);
  if (!MADE.test(own)) software(line, scores);
}

const said = ({ description, note }: LineReading): string => `${description.text} ${note.text}`;
const around = (line: LineReading): string => `${said(line)} ${line.vendor.text}`;

/** Experts, committees and what they eat. */
function people(line: LineReading, scores: Float64Array): void {
  const own = line.description.text;
  const vendor = line.vendor.text;
  const journey = most(scores, JOURNEY);
  if (journey >= EARNEST) {
    if (COMMITTEE.test(own) || (COMMITTEE.test(around(line)) && !EXPERT.test(own)))
      lift(scores, MEETING_TRAVEL, journey + SURE);
    else if (EXPERT.test(own) || LECTURER.test(vendor)) lift(scores, EXPERT_TRAVEL, journey + SURE);
  }
  if (HONORARIUM.test(own) && COMMITTEE.test(around(line)))
    lift(scores, MEETING_HONORARIUM, scoreOf(scores, TECHNICAL_GUIDANCE) + SURE);
  const food = scoreOf(scores, FOOD);
  if (food < EARNEST) return;
  if (SOCIETY.test(own) || SOCIETY.test(vendor)) lift(scores, SEMINAR, food + SURE);
  if (TRIED.test(own)) lift(scores, MATERIAL, food + SURE);
}

function machines(line: LineReading, scores: Float64Array): void {
  const own = line.description.text;
  const changed = scoreOf(scores, MODIFICATION);
  if (changed > 0 && AGAIN.test(said(line)) && !CHANGED.test(own)) {
    const machine = Math.max(scoreOf(scores, MACHINERY), scoreOf(scores, COMPUTER));
    if (machine >= 2) lift(scores, MACHINERY, Math.max(machine, changed) + 0.5);
  }
  if (scoreOf(scores, RENTAL) >= EARNEST) {
    if (HIRED.test(own.trim())) lift(scores, RENTAL, most(scores, HIRABLE) + 1);
    if (ROOM.test(own)) lift(scores, VENUE, Math.max(scoreOf(scores, RENTAL), scoreOf(scores, VENUE)) + SURE);
  }
  if (INSTALLED.test(own)) lift(scores, INSTALLATION, most(scores, MACHINES) + SURE);
}

function software(line: LineReading, scores: Float64Array): void {
  const own = line.description.text;
  const score = most(scores, SOFTWARES);
  if (score >= 2 && BUILT_IN.test(said(line))) lift(scores, EMBEDDED, score + 2);
  else if ((score >= 1.5 || SOFTWARE.test(own)) && BOUGHT_OUT.test(said(line)) && !SUBSCRIBED.test(own))
    lift(scores, PACKAGE, Math.max(score, scoreOf(scores, CLOUD)) + 3);
}
