/** Whether a table counts, and why not. No single word outweighs a right total and products together. */
import { CHOSEN_BY_A_PERSON, type Detector } from "../hypothesis";
import type { SetAsideReason } from "../reading";
import { isClaimedByRemark } from "../columns/said-to-count";
import { saysWhatCounts } from "../columns/table-use";
import { isOfTheBusiness, isOfTheFirm, titlesEffects } from "../words/effects";
import { EXAMPLE_HEADING } from "../words/examples";
import type { TableView } from "./table-view";

type TableMeans = "counted" | SetAsideReason;
type TableDetector = Detector<TableView, TableMeans>;

const EXAMPLE =
  /^[【([〔]?(?:記入|記載|作成|入力)?(?:例|見本|サンプル)[】)\]〕]?\d*$|(?:記入|記載|作成|入力)(?:例|見本|方法|要領)|書き(?:方|かた)(?:見本|例|の見本|の例)?$|^(?:sample|example)s?\d*$/;
const EXAMPLE_TITLE = new RegExp(`^[【([]?${EXAMPLE_HEADING}`);
const DOCUMENT =
  /見積(?!(?:書|額|金額)?の?(?:一覧|リスト|内訳|明細|積算|集計|まとめ|表))|注文書|発注書|注文請書|納品書|検収書|請求書|領収書|quotation|invoice/;
const OF_A_BUDGET = /予算|経費|積算|収支|支出|明細|内訳/;
const OWN_COST =
  /(?:自社|当社|弊社|当法人|会社|法人|申請者)(?:で|が)?(?:自ら)?(?:全額)?(?:負担|行う|払う|賄う)|[^、。(（]で(?:全額)?負担[)）]?$|自費|(?:補助|助成)金[をは](?:使[わい]|受け)|申請外|(?:協賛金|会費|寄[付附]金?|自主財源|自己資金|積立金|一般財源)で(?:実施|行|賄|運営|開催|支払|購入)|(?:補助)?対象外(?:経費|費用)?$|対象外経費|申請(?:の?対象と)?し(?:ない|ません)|自己負担(?:分|経費)|補助対象とならない|補助対象外/;
const PRICE_LIST =
  /価格表?$|単価表?$|料金表?$|プライス|運賃表|価格一覧|単価一覧|料金一覧|pricelist|(?:当社|弊社|自社|当店|当院|当館|うち|私たち)の(?:料金|価格|値段)|(?:料金|価格|値段)(?:表|一覧)?[(・]?(?:お客(?:様|さま|さん)|顧客|利用者|会員)(?:向け|用|の)/;
const GOODS =
  /(?:商品|製品|品目|取扱い?品?|サービス)(?:の)?(?:一覧|リスト|案内|マスタ)|メニュー|カタログ|ラインナップ|品揃え|価格(?:改定|案内|のご案内)|料金(?:案内|のご案内|プラン)/;
const REFERENCE =
  /^[【([]?参考|[(（・]参考[)）]|前年度(?:の)?(?:実績|決算)|前年度[・、]参考|相見積|比較表|比較検討|の比較(?:\(.*\))?$/;
/** What a price is made of (第1号代価表, 単価内訳): the budget counts with the price itself. */
const PRICE_BUILT_UP = /代価(?:表|書|内訳)|単価(?:内訳|算出|根拠|分析|構成)(?:表|書)?|歩掛/;
/** 架台設置 1基当り */
const FOR_EACH = /(?:当た?り|あたり|1(?:基|台|組|式|か所|箇所|m2?|㎡|m3|㎥)につき)/;
/** 【不採用】, （参考・使用しない）, 松コース ※申請しません; not: 対象外の経費は申請しません. */
const LEFT_OUT =
  /不採用|見送|別(?:[に途]?(?:申請|補助)|会計|事業|件)|(?:申請|補助(?:金|事業)?)と(?:は|の)重複(?:は|が)?(?:し(?:ない|ません)|な[いし]|ありません)|(?:通常|一般)会計|自主事業|(?:(?:ほか|別)の|(?<!その)他の?)(?:補助|助成)|(?:補助|助成)(?:金|事業)?(?:とは|に(?:は)?)?(?:無関係|関係(?:ない|なし|ありません|し(?:ない|ません)))|(?:申請|補助(?:金|事業)?)とは別|(?:申請|補助)の?対象(?:経費)?では?(?:ない|ありません)|[(（・【]参考[)）】・、,]|参考$|^(?![^※]*[はをも](?:申請|使用|採用|計上)).*(?:申請|使用|採用|計上)(?:し(?:ない|ません)|せず)[)）】」。]*$|(?:申請|補助)(?:する)?(?:分|額|対象)?を?除[くき]|(?:申請|補助(?:金|対象|事業)?|本事業)(?:の対象)?に(?:は)?(?:含(?:まない|めない|まれない|まず|めず|みません|めません|まれません)|入れ(?:て(?:い)?)?(?:ない|ません|ず))/;
const GRANT = /^(?:.{0,10})(?:補助|助成|交付)金(?:額|等)?$/;
/** Said within a title of what it leaves out. */
export const titleLeavesOut = (title: string): boolean => LEFT_OUT.test(title);
const LONGEST_TITLE = 40;
const sentencesOf = (title: string): readonly string[] => title.split("。");
const OLD =
  /旧版|旧案|^旧[)）]|差し?替え?前|[(（]旧[)）]|旧$|(?:^|_)旧(?=版|案|予算|計画|明細|経費|表|見積|様式|シート|内訳|積算|データ|収支|[_(（・-]|\d|$)|_old\b|\bold\b|バックアップ|backup|控え?$|変更前|修正前|改定前|ボツ|不採用|不使用|使わない|使用しない|取消|下書き|当初|前回|初版|初回|素案|原案|たたき台|第[一1１][案版]|^案[1１aＡ一]|前年度|昨年度|没$|^没/;
const GOOD = /メリット|長所|利点|良い点|^pros$|advantages?$|^avantages?$/;
const BAD = /デメリット|短所|欠点|難点|悪い点|^cons$|disadvantages?$|drawbacks?$|^inconvénients?$/;
const BOX = /押印|決裁欄|承認欄/;

const says =
  (pattern: RegExp) =>
  ({ sheet, titles }: TableView): boolean =>
    pattern.test(sheet) || titles.some((title) => pattern.test(title));

/** What the table itself is called: its sheet, the nearest title and the first. */
const namesOf = ({ sheet, title, titles }: TableView): readonly string[] => [sheet, title, ...titles.slice(0, 1)];

export const isDocument = ({ sheet, titles }: TableView): boolean => {
  const name = DOCUMENT.test(sheet) && !OF_A_BUDGET.test(sheet.replace(DOCUMENT, ""));
  return (
    name ||
    titles.some((title) =>
      /^(?:御)?(?:見積書|注文書|発注書|納品書|検収書|請求書|領収書)$|^御(?:見積|請求)/.test(title.replace(/\s/g, "")),
    )
  );
};

/** @param sheet the name of a sheet, compact */
export const isExample = (sheet: string): boolean => EXAMPLE.test(sheet);

export const isNamedBudget = ({ sheet, title }: TableView): boolean =>
  OF_A_BUDGET.test(sheet) || OF_A_BUDGET.test(title);

/** @param sheet its name, compact */
export const isOldName = (sheet: string): boolean => OLD.test(sheet);
export const isOldVersion = ({ sheet }: TableView): boolean => isOldName(sheet);

/** Of several tables the one that is asked for. */
const CHOSEN = /(?<!不|未)採用(?!活動|費|試験|面接|広告|支援)|(?:申請|決定|本命|実施)案|申請し(?:ます|たい)/;
export const isChosen = (table: TableView): boolean =>
  namesOf(table).some((name) => CHOSEN.test(name) && !LEFT_OUT.test(name));

/** 支払予定: what is due when, in parts. */
const INSTALMENT =
  /^(?:(?:着手|中間|残|完了|完成|頭|前|前払い?|後払い?|内|手付|契約|検収|納品|納入|発注|一時)(?:時|後)?の?(?:金|払い?|支払い?)|(?:着手|契約|発注|中間|納品|納入|検収|完了|完成|引渡し?|稼働)(?:時|後|前|の?時点))(?:[(第\d].*)?$|^(?:第?\d+回目?|初回|最終回?)(?:の?(?:支払い?|払い?|分))?(?:\(.*\))?$/;

/** When what is bought is paid, in parts. */
const OF_PAYMENTS = /支払い?の?(?:計画|予定|スケジュール|時期|条件)(?:表|一覧)?$/;

const OF_A_PURCHASE = /予算|経費|費用|積算|収支|支出|明細|内訳|申請|購入|導入|調達|見積|事業|計画/;

/** Bare prices under no word of a purchase. */
export const arePricesAlone = ({ isBareOfPurchases, sheet, titles }: TableView): boolean =>
  isBareOfPurchases && ![sheet, ...titles].some((title) => title.length <= LONGEST_TITLE && OF_A_PURCHASE.test(title));

const FEWEST_VARIANTS = 8;

/** 椅子 A-1 | 椅子 A-2 | 机 W1000 | 机 W1200: of most there are several. */
function areVariants(lines: TableView["lines"]): boolean {
  const times = new Map<string, number>();
  for (const { thing } of lines) times.set(thing, (times.get(thing) ?? 0) + 1);
  const variants = lines.filter(({ thing }) => thing !== "" && (times.get(thing) ?? 0) > 1);
  return lines.length >= FEWEST_VARIANTS && variants.length * 3 >= lines.length * 2;
}

export const TABLE_DETECTORS: readonly TableDetector[] = [
  {
    name: "line-chosen-by-a-person",
    means: "counted",
    weight: CHOSEN_BY_A_PERSON,
    test: ({ hasChosenLine }) => hasChosenLine,
  },
  { name: "has-lines", means: "counted", weight: 3, test: ({ of }) => of > 0 },
  {
    name: "sheet-named-budget",
    means: "counted",
    weight: 1.5,
    test: ({ sheet }) => OF_A_BUDGET.test(sheet) && !PRICE_LIST.test(sheet),
  },
  { name: "total-agrees", means: "counted", weight: 3, test: ({ isProven }) => isProven },
  {
    name: "products-agree",
    means: "counted",
    weight: 2,
    test: ({ products, of }) => products * 2 >= Math.max(4, of),
  },
  { name: "sheet-is-an-example", means: "example", weight: -12, test: ({ sheet }) => isExample(sheet) },
  {
    name: "title-of-an-example",
    means: "example",
    weight: -12,
    test: ({ titles }) => titles.some((title) => EXAMPLE_TITLE.test(title)),
  },
  { name: "title-of-own-cost", means: "own-cost", weight: -12, test: ({ title }) => OWN_COST.test(title) },
  {
    name: "sheet-of-own-cost",
    means: "own-cost",
    weight: -12,
    // 対象経費・対象外経費 holds both.
    test: ({ sheet, title }) => !OWN_COST.test(title) && OWN_COST.test(sheet) && !/対象(?!外)/.test(sheet),
  },
  {
    name: "price-list",
    means: "price-list",
    weight: -6,
    // 予算明細 on a sheet called 予算と価格 stands beside one.
    test: ({ sheet, title }) => PRICE_LIST.test(title) || (PRICE_LIST.test(sheet) && !OF_A_BUDGET.test(title)),
  },
  {
    name: "prices-only",
    means: "price-list",
    weight: -5,
    test: ({ isPricesOnly, hasCount }) => isPricesOnly && !hasCount,
  },
  {
    name: "prices-of-no-purchase",
    means: "price-list",
    weight: -1.5,
    test: arePricesAlone,
  },
  {
    name: "prices-of-variants",
    means: "price-list",
    weight: -2.5,
    test: (table) => arePricesAlone(table) && areVariants(table.lines),
  },
  {
    // Some thirty items without a sum: nobody adds them up.
    name: "many-prices",
    means: "price-list",
    weight: -2.5,
    test: (table) => (arePricesAlone(table) ? Math.min(1, Math.max(0, (table.of - 10) / 20)) : 0),
  },
  {
    name: "codes-of-articles",
    means: "price-list",
    weight: -2,
    test: (table) => arePricesAlone(table) && table.signsOfAList.codes,
  },
  {
    name: "articles-in-stock",
    means: "price-list",
    weight: -2,
    test: (table) => arePricesAlone(table) && table.signsOfAList.stock,
  },
  {
    // 定価 | 会員価格
    name: "prices-by-buyer",
    means: "price-list",
    weight: -1,
    test: (table) => arePricesAlone(table) && table.signsOfAList.tiers,
  },
  {
    name: "prices-by-measure",
    means: "price-list",
    weight: -1.5,
    test: (table) => arePricesAlone(table) && table.signsOfAList.measures,
  },
  {
    name: "list-of-goods",
    means: "price-list",
    weight: -1.5,
    test: (table) => arePricesAlone(table) && says(GOODS)(table),
  },
  {
    name: "prices-to-order-by",
    means: "price-list",
    weight: -6,
    test: ({ isBareOfPurchases, awaitsCounts }) => isBareOfPurchases && awaitsCounts,
  },
  {
    name: "price-built-up",
    means: "price-list",
    weight: -12,
    test: (table) =>
      (table.around.budgetBeside && says(PRICE_BUILT_UP)(table)) || (table.around.makesAPrice && says(FOR_EACH)(table)),
  },
  {
    name: "said-to-be-left-out",
    means: "other",
    weight: -12,
    test: ({ sheet, titles, around }) =>
      around.budgetBeside &&
      [sheet, ...titles.flatMap(sentencesOf)].some((said) => said.length <= LONGEST_TITLE && LEFT_OUT.test(said)),
  },
  {
    name: "instalments",
    means: "summary",
    weight: -12,
    test: ({ lines, around }) =>
      around.budgetBeside && lines.length > 0 && lines.every(({ item }) => INSTALMENT.test(item)),
  },
  {
    name: "plan-of-payments",
    means: "summary",
    weight: -12,
    test: (table) => table.around.sameSumBeside && namesOf(table).some((text) => OF_PAYMENTS.test(text)),
  },
  {
    name: "shares-of-the-same-sum",
    means: "summary",
    weight: -12,
    test: ({ isSharedOut, around }) => isSharedOut && around.sameSumBeside,
  },
  {
    // 出どころ | 金額 of 補助金 and 手持ち.
    name: "sources-of-the-same-sum",
    means: "income",
    weight: -12,
    test: ({ lines, hasPrice, around }) =>
      around.sameSumBeside && !hasPrice && lines.length > 1 && lines.some(({ item }) => GRANT.test(item)),
  },
  {
    name: "changes-of-other-lines",
    means: "summary",
    weight: -12,
    test: ({ around }) => around.changesElsewhere,
  },
  {
    name: "title-of-a-reference",
    means: "other",
    weight: -12,
    test: (table) =>
      table.titles.some((title) => REFERENCE.test(title)) &&
      !isChosen(table) &&
      (table.around.budgetBeside || !table.headers.some(saysWhatCounts)),
  },
  {
    // Of alternatives one is bought: their prices add up to nothing.
    name: "alternatives-weighed",
    means: "other",
    weight: -12,
    test: ({ saysBesides, isProven }) =>
      !isProven &&
      saysBesides.some((header) => BAD.test(header)) &&
      saysBesides.some((header) => GOOD.test(header) && !BAD.test(header)) &&
      !saysBesides.some(saysWhatCounts),
  },
  {
    name: "figures-of-the-business",
    means: "other",
    weight: -20,
    test: ({ lines }) => {
      const own = lines.filter(({ item }) => isOfTheBusiness(item)).length;
      return own >= 2 && own * 2 >= lines.length;
    },
  },
  {
    name: "figures-of-no-purchase",
    means: "other",
    weight: -12,
    test: ({ isOfNoPurchases }) => isOfNoPurchases,
  },
  {
    name: "profile-of-a-firm",
    means: "other",
    weight: -20,
    test: ({ lines }) =>
      lines.length > 0 &&
      lines.some(({ item }) => isOfTheFirm(item)) &&
      lines.every(({ item }) => isOfTheFirm(item) || isOfTheBusiness(item)),
  },
  {
    // 現状 | 導入後, 実績 | 目標, of any unit.
    name: "measured-before-and-after",
    means: "effects",
    weight: -12,
    test: ({ effects, amountHeaders, around }) =>
      effects.states &&
      !amountHeaders.some(isClaimedByRemark) &&
      (around.budgetBeside || effects.gains || effects.items),
  },
  {
    name: "amounts-are-gains",
    means: "effects",
    weight: -12,
    test: ({ effects }) => effects.gains,
  },
  {
    name: "items-are-gains",
    means: "effects",
    weight: -12,
    test: ({ effects, around }) => effects.items || (around.budgetBeside && effects.each),
  },
  {
    name: "title-of-effects-beside-a-budget",
    means: "effects",
    weight: -9,
    test: ({ title, titles, around }) => around.budgetBeside && [title, ...titles.slice(0, 1)].some(titlesEffects),
  },
  {
    name: "grants-received",
    means: "income",
    weight: -12,
    test: ({ saysBesides, around }) =>
      around.budgetBeside && saysBesides.some((header) => /^(?:補助|助成)金等?の?(?:名称?|制度名)$/.test(header)),
  },
  {
    name: "what-a-firm-earns",
    means: "other",
    weight: -12,
    test: ({ around }) => around.earnedElsewhere,
  },
  {
    // 資産 | 負債, 期首残高 | 期末残高: what an organisation has, and no list of what it buys.
    name: "statement-of-accounts",
    means: "other",
    weight: -20,
    test: ({ saysBesides }) =>
      [
        [/^資産/, /^負債/],
        [/^(?:期首|前期|前月|前年度?|月初).*残高$/, /^(?:期末|当期|当月|今期|月末|翌期|次期|差引)?.*残高$/],
      ].some((words) => {
        const found = words.map((word) => saysBesides.findLastIndex((header) => word.test(header)));
        return found.every((at) => at >= 0) && found[0] !== found[1];
      }),
  },
  {
    name: "account-of-what-is-owned",
    means: "other",
    weight: -20,
    test: ({ titles }) =>
      titles.some((title) => /元帳$/.test(title)) && titles.some((title) => /^(?:純?資産|負債|収入|収益)$/.test(title)),
  },
  {
    name: "figures-repeat-down",
    means: "other",
    weight: -20,
    test: ({ repeatsDown, isProven }) => repeatsDown && !isProven,
  },
  {
    name: "written-beside-a-budget",
    means: "other",
    weight: -12,
    test: ({ isWritten, around }) => isWritten && around.drawnBudgetBeside,
  },
  { name: "cross-table", means: "summary", weight: -20, test: ({ isCrossTable }) => isCrossTable },
  {
    name: "box-of-results",
    means: "box",
    weight: -8,
    test: ({ funding, of }) => funding >= 1 && of === 0,
  },
  { name: "box-of-stamps", means: "box", weight: -8, test: says(BOX) },
  {
    // A blank one waits to be filled in.
    name: "document-of-a-firm",
    means: "estimate-form",
    weight: -1.5,
    test: (table) => table.of > 0 && isDocument(table),
  },
  {
    name: "document-beside-a-budget",
    means: "estimate-form",
    weight: -9,
    test: (table) => table.around.budgetBeside && isDocument(table),
  },
  {
    // Its title may say so as well, where a newer one stands beside it.
    name: "old-version",
    means: "old-version",
    weight: -2,
    test: (table) => isOldVersion(table) || (table.around.newerBeside && OLD.test(table.title)),
  },
  { name: "old-version-beside-a-newer", means: "old-version", weight: -9, test: (table) => table.around.newerBeside },
  { name: "hidden-sheet", means: "hidden", weight: -1, test: ({ isVisible }) => !isVisible },
  {
    name: "hidden-behind-a-blank-form",
    means: "hidden",
    weight: -10,
    test: (table) => !table.isVisible && table.around.formBeside && !table.isReferredTo,
  },
  {
    name: "hidden-beside-a-visible-budget",
    means: "hidden",
    weight: -10,
    test: (table) => !table.isVisible && table.around.visibleBudgetBeside && !table.isReferredTo,
  },
  { name: "same-lines-elsewhere", means: "copy", weight: -20, test: (table) => table.around.sameLinesElsewhere },
];
