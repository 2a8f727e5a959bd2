/** Labour: who is paid, through whom, and for which part of the pay. */
import { phrase } from "../reading/phrase";
import { ALL, TEXT, VENDOR, type Search } from "./search";

/** No staff of their university. */
export const STUDENT = phrase(/学生|高専生|院生|インターン/);
const TEACHER = phrase(
  /(?<!元(?:大学|高専)?|前職[はが]?(?:大学|高専)?の?)(?:(?:准|名誉|特任|客員|助)?教授|(?<=大学|[国公私]立大|高専|工大|短大|大学院|客員|特任|専任)(?:の)?(?:非常勤)?講師(?!派遣|謝)|助教|教員|ポスドク|博士研究員|特任研究員|大学(?:の)?(?:職員|教職員|技術職員|研究員)|高専(?:の)?(?:職員|教員)|研究室(?:スタッフ)?|(?:大学|高専|研究室)(?:側)?(?:の|で|が)?(?:直接)?(?:雇用|在籍|所属)|(?<![a-z])professors?(?![a-z])|(?:技術|事務|学術|研究)(?:補佐|支援)(?:員|職員))/,
);
const UNIVERSITY = phrase(/大学(?!院?生)|高専|高等専門学校|工大(?!阪)|大(?=\()/);

/** Employee and executive in one: the text cannot decide. */
const HALF_EXECUTIVE = phrase(
  /執行役員|使用人兼務|兼務役員|使用人分|使用人給与|(?:理事長|社長|会長|代表)代行|従業員(?:給与部)?分|兼務取締役|兼取締役|取締役兼|取締役か従業員|役員か|(?:社長|会長|専務|常務|役員|代表|取締役|理事長?|院長|園長|店主|オーナ|経営者|事業主)(?:の)?(?:夫人|奥様|奥さん|ご?主人|親族|家族|身内|妻|夫|母|父|親|兄|弟|姉|妹|嫁|婿|義[父母]|孫|甥|姪|息子|娘|[長次三]男|[長次三]女|子息|令嬢|配偶者)/,
);
/** Said of one of the family. */
const OFFICER = phrase(/\((?:代表)?(?:取締役|監査役|理事|専務|常務)(?=[)・、])/);
/** A head of the house or an employee; said to be employed, he is one. */
const HEAD = phrase(
  /(?<![a-z])c[tid]o(?![a-z])|(?<!副|名誉)(?:院長|住職|宮司|家元)(?![室代補秘付候])|(?:若?女将|若旦那)(?![室代補秘付候見])/,
);
const EMPLOYED = phrase(/社員|従業員|職員|雇用|勤務医|役員では?な|非役員/);
/** A title names its holder, unless an office, a board or somebody who works for him follows it. */
const EXECUTIVE = phrase(
  /(?<!元|前|非|旧)(?:(?:代表取締役(?!社長)|代表取締役社長|代取|社主|店主|会頭|頭取|相談役|代表者|取締役|副社長|社長|(?<!町内)会長|専務|常務|監査役|監事|理事長|理事(?!長)|代表社員|業務執行社員|役員|オーナ(?!シ))(?![室職秘直付補夫車官]|会(?![長計])|外(?:$|[、)・]))|経営者|事業主(?![負分])|会計参与|^代表(?=経営|判断|兼|\(|$)|(?<![a-z])(?:ceo|coo|cfo|president|(?<!non[- ]?)(?<!art )director)(?![a-z]))/,
);
const PAY_COMPONENT = phrase(
  /残業|居残り|早出(?=手当|・)|時間外|休出|bonus|overtime|超過勤務|超勤|深夜(?:残業|割増|手当|勤務手当)|休日(?:出勤|割増|手当|労働|勤務)|割増|割り増し|賞与|ボーナス|一時金|寸志|報奨金|奨励金|慰労金|決算(?:手当|賞与)|臨時(?:手当|支給|給与)|特別手当|退職金|祝い?金|ご?祝儀|インセンティブ|大入り?袋?|お年玉|餅代|氷代|年末手当|期末手当|勤勉手当|功労金|見舞金|表彰金|業績給|賞金|(?:[1一](?:回|度)|単発)(?:のみ|限り|だけ|きり|切り)(?:の)?(?:支給|手当|給付|支払)|臨時[^\n]{0,6}手当|一時(?:的な?)?支給|今回限り|臨時の手当|繁忙手当|(?:代休|有休|有給休暇|年休)\S{0,6}(?:手当|買い?上げ|買い?取)/,
);

const SINGLE_AGENCY = phrase(
  /1社(?:のみ|経由|・|、|直接|だけ|$)|派遣元(?:は)?1社|派遣会社(?:は)?1社|単独の?派遣|直接契約|経由(?:なし|せず|しない)|直接雇用契約/,
);
const SEVERAL_AGENCIES = phrase(
  /[2-9二三]社(?:を|経由|間)?|複数(?:の)?(?:派遣)?(?:会社|社|業者)|再派遣|(?:派遣|紹介)を受け(?:た|て)|又貸し|二次派遣|二重派遣(?!の?(?:可能性なし|でな|ではな|なし))|多重派遣|孫請|再委託|経由(?!なし|せず|しな)/,
);
const TWO_AGENCIES = phrase(/[2-9二三]社/);
/** One agency after the other, named by letters or names. */
const COMPANIES = phrase(/社~[^~\n]{1,10}(?:社|当社|自社)/);
const CHAIN = phrase(/[^~\n]~[^~\n]/);
const EXPLAINED = phrase(/説明/);
const NOT_EMPLOYED = phrase(
  /シルバー?(?:人材|会員|$|(?=[\s(、]|封入|軽作業))|在宅ワーカ|請負|委任|業務委託|雇用で(?:は)?な|雇用か|雇用関係の有無|フリーランス|個人事業主|ボランティア/,
);

export function wages(search: Search): void {
  const { kind } = search;
  if (!search.says(STUDENT)) {
    search.addFirm("university-staff", search.first(TEACHER, ALL));
    search.addFirm("university-staff", search.first(UNIVERSITY, VENDOR));
  }
  const half = search.first(HALF_EXECUTIVE, TEXT);
  if (half === null || search.says(OFFICER)) search.addFirm("executive-pay", search.first(EXECUTIVE, TEXT));
  else search.add("executive-pay", half, false);
  if (!search.says(EMPLOYED)) search.add("executive-pay", search.first(HEAD, TEXT), false);
  search.addFirm("pay-component", search.unlessPartOfName(search.first(PAY_COMPONENT, TEXT)));
  if (kind === "dispatch-wage") agencies(search);
  search.add("not-employed", search.first(NOT_EMPLOYED, ALL), false);
}

function agencies(search: Search): void {
  const several = search.first(SEVERAL_AGENCIES, TEXT);
  if (several !== null && search.first(SINGLE_AGENCY, TEXT) === null) {
    const denied = search.first(TWO_AGENCIES, TEXT);
    // "可能性なしと説明" beside two named agencies leaves nothing open.
    if (denied === null) search.addFirm("indirect-dispatch", several);
    else search.add("indirect-dispatch", denied, search.undecided === null || search.says(EXPLAINED));
  } else search.addFirm("indirect-dispatch", search.first(CHAIN, VENDOR) ?? search.first(COMPANIES, TEXT));
}
