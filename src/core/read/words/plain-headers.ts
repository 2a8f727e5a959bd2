/**
 * Headers in everyday words, as people write them who draw their own table: 何を | どこから | いくら. Patterns, as the words
 * are put together anew each time (8月に買うもの, お願いする仕事).
 */
import type { Field } from "../field";

const WHEN = "(?:\\d{1,2}月(?:分|中)?に|今回|今年|新しく|これから|補助金で|店で|うちで)?";
const BUY =
  "(?:買う|かう|買いたい|買った|購入する|使う|つかう|頼む|たのむ|頼みたい|(?:購入|委託|発注|調達|契約|導入|外注|依頼|申請|支出)(?:したい|した|を?希望する|予定の?)|お願いする|おねがいする|依頼する|作る|つくる|そろえる|準備する|用意する|入れる|導入する|払う|はらう|やってもらう|してもらう|する|やる|いる|必要な|ほしい|欲しい)";
const PAY =
  "(?:買う|かう|買いたい|買った|購入する|仕入れる|頼む|たのむ|頼みたい|お願いする|おねがいする|依頼する|払う|はらう)";
/** 一式 alone is what was bought of a thing. */
const ONE =
  "(?:一時間|1時間|一日|1日|一週|一月|一つ|ひとつ|1つ|一個|1個|一本|1本|一台|1台|一枚|1枚|一人|ひとり|1人|一回|1回|一泊|1泊|一式(?=.))";
const MONEY = "(?:お金|おかね|お値段|値段|ねだん|金額|費用|額)";

const PATTERNS: readonly (readonly [string, readonly Field[]])[] = [
  [`${WHEN}${BUY}(?:もの|物|こと|事|品|しごと|お?仕事|作業)`, ["description"]],
  [`(?:何|なに)(?:を|に|が)?${BUY}?か?(?:のお金|の費用)?`, ["description"]],
  ["(?:もの|物|品|(?:品|しな)(?:がら|柄|もの|物|だて)|しごと|お?仕事|こと|買い物|お買い物|やること)", ["description"]],
  ["(?:内容|用途|使い道|使いみち)[・/と](?:内容|用途|使い道|使いみち)", ["description"]],
  ["(?:何|なに|なん)で", ["specification"]],
  [`(?:どこ|だれ|誰)(?:で|から|に|の)?(?:${BUY})?(?:お店|店|会社|人)?か?`, ["vendor", "issuer"]],
  [`${PAY}(?:所|ところ|先|お店|店|相手|人|会社|業者)`, ["vendor", "issuer"]],
  ["(?:お店|店|買い先|業者さん|会社)", ["vendor", "issuer"]],
  [`${ONE}(?:あたり|当たり|につき|分)?の?(?:${MONEY}|いくら|何円|価格)?`, ["unitPrice", "hourlyRate"]],
  ["何時間(?:分)?", ["hours", "quantity"]],
  [`(?:いくつ|なんこ|何(?:個|つ|人|回|本|台|枚|日|泊|部|冊|セット))(?:分)?(?:${BUY})?か?`, ["quantity"]],
  [`(?:かかる|いる|必要な|使う|払う|出す|見込みの|決めた|きめた|今年の)${MONEY}(?:の目安)?`, ["amount"]],
  [
    // 税込の値段 without its tax
    `の?(?:いくら(?:で|に)?|お金|おかね|お値段|値段|ねだん|${MONEY}の(?:目安|めやす|合計)|予算の(?:目安|めやす))(?:かかる)?か?`,
    ["amount"],
  ],
  ["(?:ぜんぶ|全部)(?:で)?(?:いくら)?", ["amount"]],
  ["(?:補助金?の?)?対象(?:になる|にする|の)(?:分|お金|金額)|補助金?に出す(?:分|お金|金額)", ["amount"]],
  ["(?:補助金?の?)?対象(?:にならない|にしない|外の?)(?:分|お金|金額)", []],
  ["(?:払う|はらう|払った|支払う)日", ["paymentDate"]],
  ["(?:届く|とどく|届いた|受け取る|もらう|入る|できる)日", ["deliveryDate"]],
  [`${PAY}日|(?:頼ん|たのん)だ日`, ["orderDate"]],
  [`いつ(?:頃|ごろ)?(?:${BUY})?か?`, ["orderDate"]],
  ["(?:支?払い?|はらい)(?:方|かた)|どうやって払うか?", ["paymentMethod"]],
  ["お名前|どなた", ["person"]],
  [
    "(?:だれ|誰)が(?:する|やる|働く)?か?|.{0,8}(?:働く|はたらく|手伝う|てつだう|やる)(?:人|ひと)|(?:働|はたら)き手|お?手伝いさん",
    ["person"],
  ],
  ["(?:わたす|渡す|はらう|払う)(?:額|お金|おかね|分|ぶん)?", ["amount"]],
  ["時間(?:あたり|当たり|につき)", ["hourlyRate", "unitPrice"]],
  ["(?:立場|たちば)", ["position", "employment"]],
  [
    "わけ|思ったこと|ひとこと|ひと言|なぜ|どうして|(?:何|なん)の(?:ため|為)(?:に)?か?|ほしい(?:わけ|理由)|一言",
    ["note"],
  ],
  [
    `(?:去年|昨年|前)の${MONEY}|(?:補助金で)?もらう(?:分|${MONEY})|(?:自分|うち|自社)で(?:出す|払う)(?:分|${MONEY})?|自腹`,
    [],
  ],
];

const MEANINGS = PATTERNS.map(([pattern, fields]) => [new RegExp(`^(?:${pattern})$`), fields] as const);
/** Any of them: most texts are none. */
const ANY = new RegExp(`^(?:${PATTERNS.map(([pattern]) => pattern).join("|")})$`);
const LONGEST = 14;

const ASKS = /(?:ですか|ますか|でしょうか|ください|下さい)\??(?:\([^()]*\))*\??$/;

/**
 * A question of a form as the header it stands for: 1.買いたいものは何ですか? is 買いたいもの, 金額(税抜)をご記入ください is
 * 金額(税抜).
 * @param folded compact
 */
export function answered(folded: string): string {
  if (!ASKS.test(folded)) return folded;
  let remarks = "";
  const asked = folded
    .replace(/\([^()]*\)/g, (remark) => ((remarks += remark), ""))
    .replace(/\?$/, "")
    .replace(/^(?:q|問|質問|設問)?\d{1,2}[.:)、-]?/, "")
    .replace(/を?ご?(?:教えて|お教え|記入|記載|入力|選択|お書き|書いて|選んで)(?:して)?(?:ください|下さい)$/, "")
    .replace(/^(.+)は(?:何|なん|どれ|どちら)(?:になり)?(?:ですか|でしょうか|ますか)$/, "$1")
    .replace(/(?:になり)?(?:ですか|でしょうか|ますか)$/, (ending) => (ending.endsWith("ますか") ? "ますか" : ""))
    .replace(/^.+は(?=(?:いくら|いくつ|どこ|いつ|だれ|誰)$)/, "")
    .replace(/(?<=[買使払])いますか$/, "う")
    .replace(/(?<=頼)みますか$/, "む")
    .replace(/しますか$/, "する")
    .replace(/ますか$/, "る");
  return asked + remarks;
}

/** @param word compact, without remarks in parentheses; null where everyday words say nothing of a column */
export function plainHeader(word: string): readonly Field[] | null {
  if (word.length > LONGEST || !ANY.test(word)) return null;
  return MEANINGS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
