/** Company names in texts: with the legal form, without what follows them on a paper. */
import { normal } from "../../text/fold";
import { recalled } from "../../text/recalled";

const FORM =
  "株式会社|有限会社|合同会社|合資会社|合名会社|(?:一般|公益)?(?:社団|財団)法人|特定非営利活動法人|NPO法人|(?:独立行政|国立大学|学校|医療|社会福祉|農事組合|弁理士|税理士|司法書士|行政書士|特許業務)法人|(?:企業|事業)?協同組合|有限責任事業組合|\\([株有同資名]\\)|[㈱㈲]|\\((?:公財|一財|一社|公社|独|学|医)\\)";
const PLACE =
  "事務所|研究所|研究会|製作所|工業所|鉄工所|商店|商会|商事|工務店|工房|工業|産業|電機|電器|印刷|印刷所|写真館|大学|学園|高等専門学校|協会|組合|機構|センター|財団|連盟|サービス社|書店|書房|堂|屋";
/** What ends a name: a gap, a bracket, an address, a figure, a remark. */
const STOP = "\\s\\u3000、。，,:：;/｜|〒()（）【】\\[\\]「」<>";
const NAME = `[^${STOP}]`;

const FORM_FIRST = new RegExp(`(?:${FORM})[ \\u3000]?((?:${NAME}){1,28})`);
const FORM_LAST = new RegExp(`((?:${NAME}){1,28})[ \\u3000]?(?:${FORM})(?![ァ-ヶー])`);
const LATIN =
  /([A-Z][\w&.,' -]{1,40}?\s?(?:Co\.?,?\s?Ltd\.?|Inc\.?|Corporation|Corp\.?|Ltd\.?|LLC|GmbH|K\.K\.|S\.A\.|Limited|Company))/;
const WITHOUT_FORM = new RegExp(`^((?:${NAME}){1,24}?(?:${PLACE}))(?=$|[${STOP}])`);

/** Words in front of a name that are no part of it. */
const LABEL =
  /^(?:発行(?:元|者|会社)|見積(?:者|元|提出者)|提出者|宛先|宛名|お客様名?|ご?依頼主|請求先|会社名|商号|社名|御社名|貴社名|Bill\s?to|From|To|Issued by|Supplier|Seller|Customer|Attn)\s*[:：]?\s*/i;
const HONORIFIC = /\s*(?:御中|様方|様|殿|行|宛て?)\s*$/;
/** Places that offices are named after; a paper that sets no gap before them leaves nothing else to tell them by. */
const REGION =
  "北海道|札幌|東北|仙台|盛岡|秋田|山形|福島|関東|北関東|首都圏|東京|新宿|渋谷|品川|横浜|川崎|埼玉|さいたま|大宮|千葉|茨城|つくば|栃木|宇都宮|群馬|高崎|信越|長野|新潟|北陸|富山|金沢|福井|東海|中部|名古屋|豊田|静岡|浜松|岐阜|三重|関西|近畿|大阪|京都|神戸|兵庫|姫路|滋賀|奈良|和歌山|中国|広島|福山|岡山|山口|下関|宇部|鳥取|島根|四国|高松|松山|徳島|高知|北九州|九州|南九州|福岡|博多|天神|小倉|門司|戸畑|八幡|若松|黒崎|苅田|行橋|久留米|飯塚|大牟田|佐賀|鳥栖|長崎|佐世保|熊本|大分|中津|宮崎|鹿児島|沖縄|那覇";
const OFFICE = "支店|支社|営業所|事業所|出張所";
/** An office, a department, a person: behind the name, not of it. Of unknown places the two last letters. */
const BEHIND = new RegExp(
  `(?<=.{3})(?:(?:(?:${REGION})(?:第[一二三]|[東西南北]|中央)?|第[一二三]|中央|[^\\s]{2})(?:${OFFICE})|本社|本店|代表取締役|取締役|代表社員|代表|所長|店長|営業部|総務部|事業部|担当).*$`,
);

/** A text that names a company by its legal form; null where none is named. */
export const companyIn = recalled((text): string | null => {
  const bare = text.replace(LABEL, "").replace(HONORIFIC, "").trim();
  const folded = normal(bare).replace(/\s+/g, (gap) => (gap.length > 1 ? "  " : " "));
  const first = FORM_FIRST.exec(folded);
  const last = FORM_LAST.exec(folded);
  // 株式会社 stands before or behind the name; where it stands inside a text, what is longer before it is the name.
  if (first !== null && (last === null || first.index <= last.index)) return tidy(first[0]);
  if (last !== null) return tidy(last[0]);
  const latin = LATIN.exec(folded);
  return latin === null ? null : (latin[1] as string).trim();
});

/** A name without a legal form: 桐葉特許商標事務所. */
export function houseIn(text: string): string | null {
  const bare = normal(text.replace(LABEL, "").replace(HONORIFIC, "").trim());
  const match = WITHOUT_FORM.exec(bare);
  return match === null ? null : (match[1] as string);
}

const tidy = (name: string): string =>
  name
    .replace(/\s+/g, "")
    .replace(BEHIND, "")
    .replace(/[・･-]+$/, "");

export const withoutHonorific = (text: string): string => text.replace(LABEL, "").replace(HONORIFIC, "").trim();
export const hasHonorific = (text: string): boolean => HONORIFIC.test(text);
