/** Words of what a project brings, and of what a business is and aims at: none of it is cost. */
import { compact } from "../../text/fold";

const BEFORE =
  /^(?:現状|現在|現行|現況|(?:導入|実施|取組み?|事業実施|対策|改善|更新|補助事業)前|基準(?:値|年度?)?|before|as-?is)|実績値?$/;
const AFTER =
  /^(?:(?:導入|実施|取組み?|事業(?:実施|終了|完了)?|対策|改善|更新|補助事業)後|\d+年(?:後|目)|after|to-?be)|^目標|目標(?:値|額|年度?)?$/;
const AIM = /目標/;
const GAIN =
  /(?:削減|節減|節約|低減|短縮|軽減|効果|増収|増益|改善|回収|目標)(?:見込み?|予定)?(?:金?額|高|量|時間|率|値|分)?$/;
const OF_GAINS =
  /^(?:kpi|(?:評価|成果|活動)?指標(?:名|項目)?|目標(?:項目|指標)?|(?:期待(?:される|できる|する)?)?(?:導入)?(?:効果|メリット|成果)|(?:費用|投資)対効果|投資回収)$/;
const EACH_A_GAIN = /(?:削減|節減|節約|低減|短縮|軽減|減少|増加|向上|改善|省略|抑制|増収|増益)(?:効果)?(?:\(.*\))?$/;
/** 効果測定 is bought. */
const TITLE =
  /効果(?!測定|検証|分析|的)|目標|指標|kpi|投資回収|(?:売上|収益|業績|数値|損益|利益)(?:計画|推移|予測|見通し|見込)|見直し後の姿|(?:会社|企業)概要/;
const OF_A_BUDGET = /予算|経費|積算|収支|支出|明細|内訳|費用(?!対効果)|購入|見積/;
const OF_THE_BUSINESS =
  /^(?:売上(?:高|総利益|原価)?|営業(?:利益|損益|収益)|経常(?:利益|損益)|(?:当期|税引[前後])?純?利益|粗利益?|付加価値額?|減価償却費|給与支給総額|労働生産性|キャッシュフロー|純資産|総資産|自己資本(?:比率)?|従業員数)(?:\(.*\))?$/;
/** 会社概要 */
const OF_THE_FIRM =
  /^(?:資本金|出資金|出資総額|年商|年間売上高?|設立(?:年月日?)?|創業|(?:常勤|常時使用する|正規|パート)?(?:従業員|社員|職員)数?|役員数)(?:の?額)?(?:\(.*\))?$/;

/** 削減 kWh/年（見込み） is headed 削減. */
const bare = (header: string): string => compact(header.replace(/[(（][^()（）]*[)）]/g, "").replace(UNIT, ""));
const UNIT = /\s+\S*[A-Za-z/／]\S*$/;

/** Something measured before and after: 現状 | 導入後, 令和6年度実績 | 令和8年度目標. */
export const saysStates = (headers: readonly string[]): boolean => {
  const words = headers.map(bare);
  const count = (pattern: RegExp): number => words.filter((word) => pattern.test(word)).length;
  return (count(BEFORE) > 0 && count(AFTER) > 0) || count(AIM) > 1;
};

/** 削減額（円/年）, 目標値, 売上高: over figures that are gained. */
export const headsGains = (header: string): boolean => GAIN.test(bare(header)) || OF_THE_BUSINESS.test(bare(header));

/** 期待効果, KPI: over words that are gains. */
export const headsItemsGained = (header: string): boolean => OF_GAINS.test(bare(header));

/** 残業の削減 */
export const isGain = (item: string): boolean => EACH_A_GAIN.test(compact(item));

/** @param text a title, compact */
export const titlesEffects = (text: string): boolean => TITLE.test(text) && !OF_A_BUDGET.test(text);

/** @param item compact */
export const isOfTheBusiness = (item: string): boolean => OF_THE_BUSINESS.test(item);

/** @param item compact */
export const isOfTheFirm = (item: string): boolean => OF_THE_FIRM.test(item);
