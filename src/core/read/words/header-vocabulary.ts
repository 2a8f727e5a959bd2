/**
 * The words of column headers, by what the column may mean; headers.ts says how a header is understood by them. Long, as it is
 * a list: a word more is a word more.
 */
import type { Field } from "../field";

/** Vocabulary: compact words of a header, by what the column may mean. The first fitting meaning is taken. */
const VOCABULARY: readonly (readonly [readonly Field[], string])[] = [
  [["no"], "原価要素 no no. № # 行 行番号 連番 通番 通し番号 順番 順号 項 整理no line s/n"],
  [["no", "evidenceNo"], "番号 整理番号"],
  [["major"], "大 大項目 大分類 大費目 大区分 大科目 経費大区分 経費大項目 費目大 majorcategory major"],
  [["middle"], "中 中項目 中分類 中費目 中区分 中科目 経費中区分 経費中項目 費目中 middlecategory middle"],
  [
    ["minor"],
    "小項目 小分類 小費目 小区分 小科目 細目 細節 経費細目 経費の細目 費目細目 費用細目 minorcategory minor subcategory",
  ],
  [["category", "employment", "class"], "区分 種別 種類 分類"],
  [["category", "amount"], "経費 費用 expense expenses"],
  [
    ["category"],
    "収入の部 支出の部 費目 経費区分 科目 経費項目 費用項目 項目 経費科目 費目名 経費種別 経費の区分 経費の種類 勘定科目 予算科目 費用区分 費用科目 " +
      "補助対象経費区分 補助対象経費の区分 対象経費区分 経費費目 支出科目 支出項目 支出区分 支出費目 経費分類 予算費目 予算項目 費目区分 補助対象費目 " +
      "補助対象経費費目 対象費目 助成対象経費区分 経費名 経費名称 category costcategory expensecategory account accounttitle budgetitem poste rubrique catégorie",
  ],
  [
    ["description"],
    "テキスト 品名 内容 内訳 事項 経費内容 件名 品目 支出内訳 積算内訳 経費の内容 経費内訳 費用内訳 費用内容 項目名 投資項目 投資内容 商品名 製品名 物品名 機器名 機器名称 設備名 装置名 " +
      "導入設備 導入設備名 設備 機器 商品 製品 サービス サービス名 ツール名 itツール名 購入品 購入物 購入資材 購入機材 調達品 調達品目 調達物 資材 資材名 資機材 材料 材料名 備品 備品名 物品 品物 導入品 導入機器 導入ツール 導入システム システム名 機種 機種名 作業 作業名 作業内容 作業項目 業務項目 外注業務 外部委託 経費の名称 経費の概要 概要 支出の概要 支出の名称 費用の内容 費用の名称 使いみち 使い道 対象物 目的物 部品 部品名 機材 機材名 ソフトウェア名 詳細 導入物 経費の使途 購入品名 購入品目 購入物品 購入内容 業務内容 委託内容 外注内容 使途 使途内容 支出内容 支出の内容 用途 明細 経費明細 使用目的 使用用途 具体的内容 具体的な内容 内容説明 " +
      "出発 出発地 出発駅 乗車駅 到着 到着地 到着駅 降車駅 発地 着地 発駅 着駅 用務 用務内容 行先 行き先 どこへ どこまで 訪問先 出張先 用務先 目的地 物件名 案件名 委託業務名 業務名 品名等 内容等 内訳等 内訳明細 見積内容 発注内容 契約内容 調達内容 工事名 用件 出張内容 出張目的 目的 " +
      "行ラベル 工程 作業工程 工程名 フェーズ タスク タスク名 明細テキスト 品目テキスト item items description details detail particulars itemname productname product content contents task activity part parts expenseitem désignation libellé article prestation objet",
  ],
  [["description", "name"], "名称 名前等"],
  [["description", "note"], "摘要 積算 説明 内容・積算根拠"],
  [
    ["specification"],
    "仕様 規格 型式 型番 形式 品番 手段 交通 宿泊 交通・宿泊 交通宿泊 乗り物 交通手段 移動手段 移動方法 交通機関 利用交通機関 利用機関 利用手段 乗物 便名 利用便 型名 規格・型式 仕様・規格 メーカー メーカー名 メーカ 製造元 スペック 仕様等 規格等 行程 旅程 経路 区間 specification specifications spec specs model modelno modelnumber maker manufacturer",
  ],
  [
    ["vendor", "issuer"],
    "支払い先 相手方 相手 発注先 業者名 支払先 取引先 購入先 仕入先 納入業者 納入先 相手先 委託先 外注先 依頼先 契約先 発注業者 契約業者 契約相手 契約相手方 発注先名 支払先名 取引先名 " +
      "仕入先名 購入先名 業者 採用先 採用業者 採用企業 決定先 決定業者 選定先 選定業者 落札者 落札業者 採択先 調達先 注文先 請負先 請負業者 支払相手 支払相手先 支払の相手先 見積業者 見積先 発注予定先 購入予定先 支払予定先 契約予定先 委託予定先 予定業者 依頼業者 施工業者 販売店 店名 納品業者 納入者 受注者 専門家 専門家名 講師 講師名 担当会社 担当業者 協力会社 協力業者 施工会社 請負会社 開発会社 制作会社 製作会社 製造会社 " +
      "vendor supplier vendorname suppliername payee contractor seller fournisseur prestataire",
  ],
  [
    ["vendorAddress", "address"],
    "発注先所在地 発注先住所 業者所在地 業者住所 支払先所在地 支払先住所 取引先所在地 取引先住所 vendoraddress supplieraddress",
  ],
  [["address", "vendorAddress"], "所在地 住所 本社所在地 所在 address location"],
  [
    ["unitPrice", "hourlyRate"],
    "単価 月額 月額単価 月額料金 月額利用料 年額 日額 税抜単価 税込単価 予定単価 見積単価 購入単価 契約単価 単価額 @ unitprice unitcost priceperunit costperunit unitrate priceperitem rate prixunitaire prixunitaireht p.u. p.u.ht puht",
  ],
  [["unitPrice", "amount", "hourlyRate"], "price"],
  [
    ["quantity"],
    "数量 個数 員数 数 台数 人数 回数 本数 件数 日数 月数 冊数 箇所数 拠点数 端末数 セット数 参加人数 延べ日数 便数 週数 予定数 購入数 発注数 契約数 使用数 予定数量 購入数量 人日 数量等 延べ人数 泊 泊数 口数 部数 枚数 人月 か月 ヶ月 ヵ月 回 台 個 本 枚 冊 式数 利用月数 利用回数 id数 ライセンス数 アカウント数 導入数 導入数量 必要数 必要数量 期間 年数 箇年 x × 倍数 掛数 q'ty quantity qty count units noofunits no.ofunits numberofunits quantité qté nombre",
  ],
  [
    ["quantity", "note"],
    "利用期間 契約期間 使用期間 提供期間 サービス期間 借用期間 賃借期間 リース期間 レンタル期間 サブスク期間 対象期間",
  ],
  [["quantity", "hours"], "時間 時間数 延べ時間 延べ時間数 工数 予定工数 hours hrs"],
  [["unit"], "単位 uom unitofmeasure unit unité"],
  [
    ["amount"],
    "国内通貨額 国内通貨金額 現地通貨額 伝票通貨額 円貨額 円貨 料金 代金 金額 見積額 見積金額 予算 予算額 予算金額 概算 概算額 概算金額 概算費用 必要額 必要金額 必要経費 経費見込 経費見込額 執行額 仕入額 仕入金額 仕入高 本体 本体代 本体代金 総計 出金額 投資額 投資金額 経費額 経費金額 経費予算額 価格 価額 合計 合計額 合計金額 計 小計 総額 支出額 支出予定額 支出金額 費用額 所要額 所要金額 所要経費 申請経費額 額 " +
      "支払額 支払金額 支払予定額 執行予定額 契約額 契約金額 発注額 発注金額 購入額 購入金額 税抜金額 税抜額 税抜価格 税込金額 税込額 税込価格 積算額 積算金額 計上額 申請額 申請経費 " +
      "うち補助対象 補助対象 補助対象分 対象分 うち対象 助成対象 補助対象経費額 補助対象額 補助対象金額 対象経費額 対象額 対象金額 助成対象経費額 助成対象額 本体価格 本体金額 見込額 見込金額 予定額 予定金額 予定価格 採用額 採用金額 決定額 決定金額 " +
      "事業費 総事業費 事業経費 補助事業費 補助事業に要する経費 補助事業に要する費用 事業に要する経費 amount total totalamount totalprice cost totalcost sum subtotal budget budgetamount extendedprice linetotal amountjpy montant montantht montantttc prixtotal prixtotalht coût coûttotal totalht budgeted planned plannedamount budgetedamount",
  ],
  [["amount", "category"], "補助対象経費 助成対象経費 対象経費 補助対象費用 対象費用"],
  [[], "開始 終了 開始日 終了日 開始予定 終了予定 進捗 進捗率"],
  // Of a ledger the other side of each entry (普通預金): whence it is paid, not what it is.
  [[], "税計算区分 課税区分 内税外税 税込税抜 税込・税抜 収支区分 貸借区分 貸借"],
  [[], "相手科目 相手勘定 相手勘定科目 相手勘定科目名 相手科目名 相手先科目"],
  [["taxRate"], "税率 消費税率 適用税率 税区分 taxrate"],
  [
    ["taxAmount"],
    "消費税 消費税額 税額 消費税等 消費税等額 うち消費税 内消費税 消費税相当額 tax taxamount consumptiontax vat",
  ],
  [
    ["orderDate"],
    "発注日 発注予定日 契約日 契約予定日 注文日 発注年月日 契約年月日 発注予定 発注時期 契約時期 発注予定時期 発注(契約)日 発注・契約日 購入日 購入予定日 予定日 発注(予定)日 orderdate contractdate dateoforder",
  ],
  [
    ["deliveryDate"],
    "納品日 納品予定日 納入日 納入予定日 納期 納品年月日 検収日 検収予定日 完了日 完了予定日 納品予定 納入予定 納品時期 納品検収日 納品・検収日 納入期限 納品期限 導入時期 導入予定日 導入日 引渡日 deliverydate dateofdelivery",
  ],
  [
    ["paymentDate"],
    "支払日 支払予定日 支払年月日 支払予定 支払時期 支出時期 支出予定日 支払月 支払予定月 支払予定時期 支払期日 支払期限 振込日 振込予定日 決済日 paymentdate dateofpayment paydate",
  ],
  [
    ["paymentMethod"],
    "支払方法 支払い方法 支払手段 支払条件 決済方法 決済手段 支払形態 支払区分 支払予定方法 paymentmethod methodofpayment paymentterms",
  ],
  [
    ["member", "name"],
    "構成員 構成員名 構成企業 構成機関 参画機関 参画機関名 参画企業 機関名 実施機関 実施機関名 実施者 実施主体 負担者 負担機関 経費負担者 参加企業 参加機関 構成員名称 構成法人 コンソーシアム構成員 member membername consortiummember partner",
  ],
  [
    ["member", "name", "vendor"],
    "事業者名 事業者 企業名 会社名 法人名 団体名 組織名 社名 法人・団体名 company companyname organization organisation",
  ],
  [
    ["evidenceNo"],
    "項番 見積番号 見積書番号 見積no 見積no. 見積書no 見積書no. 証憑番号 証憑no 証憑no. 資料番号 資料no 資料no. 添付資料番号 添付番号 添付資料no 根拠資料番号 根拠番号 根拠資料no 証拠書類番号 証拠番号 書類番号 書類no 見積書項番 見積項番 " +
      "証憑書類番号 添付書類番号 証憑 根拠資料 添付資料 添付書類 証拠書類 見積書 evidenceno evidence quoteno quotationno estimateno referenceno refno ref",
  ],
  [
    ["note"],
    "備考 備考欄 算出基礎 積算基礎 算定基礎 算出 算定 根拠 算出根拠 積算根拠 計算式 計算根拠 算定根拠 算出式 算式 積算式 積算方法 算出方法 注記 特記事項 補足 補足説明 メモ コメント 理由 必要性 導入理由 購入理由 選定理由 note notes remark remarks comment comments memo basis remarques observations commentaires",
  ],
  [
    ["person"],
    "氏名 名前 従事者 従事者名 従事者氏名 担当者 担当者名 担当者氏名 従業員名 従業員氏名 社員名 社員氏名 対象者 対象者名 作業者 作業者名 補助員名 補助員氏名 職員名 職員氏名 研究員名 メンバー 参加者 参加者名 出張者 出張者名 旅行者 要員 要員名 社員 職員 担当 氏名等 name personname employeename staff staffname person employee",
  ],
  [
    ["position"],
    "役職 役職名 職名 職位 所属・役職 所属役職 所属部署・役職 役職・所属 所属 所属部署 所属・役職名 部署 部署名 所属先 所属機関 所属・職名 職種 職務 肩書 職場 勤務先 配属 配属先 position title department jobtitle",
  ],
  [
    ["employment"],
    "雇用形態 雇用区分 雇用種別 従業員区分 従事者区分 職員区分 身分 勤務形態 労務区分 労務費区分 employment employmenttype",
  ],
  [
    ["basePay"],
    "基本給 本給 月額給与 給与月額 月給額 基本給与 基本給額 月額基本給 基本賃金 本俸 俸給 給料 給料月額 月給 basepay basesalary basicsalary salary",
  ],
  [
    ["allowances"],
    "諸手当 手当 諸手当計 手当計 各種手当 手当合計 諸手当額 固定手当 役職手当 通勤手当 住宅手当 家族手当 扶養手当 職務手当 資格手当 技能手当 地域手当 調整手当 管理職手当 職能手当 その他手当 皆勤手当 精勤手当 営業手当 特殊勤務手当 役付手当 職責手当 子ども手当 食事手当 交通費 allowance allowances",
  ],
  [
    ["overtime"],
    "時間外手当 残業手当 超過勤務手当 時間外勤務手当 残業代 超勤手当 時間外 時間外労働手当 休日出勤手当 休日手当 深夜手当 時間外割増 割増賃金 固定残業代 固定残業手当 みなし残業手当 休日勤務手当 深夜勤務手当 overtime overtimepay",
  ],
  [
    ["bonus"],
    "賞与 ボーナス 期末手当 勤勉手当 期末勤勉手当 期末・勤勉手当 賞与等 賞与月割額 賞与月割 賞与引当 bonus bonuses",
  ],
  [
    ["oneOffPay"],
    "一時金 報奨金 一時金等 臨時手当 臨時給与 祝金 祝い金 決算手当 特別手当 インセンティブ oneoffpay lumpsum",
  ],
  [
    ["welfare"],
    "法定福利費 福利費 健康保険料 健康保険 介護保険料 介護保険 厚生年金 厚生年金保険料 雇用保険料 雇用保険 雇用・労災 雇用 労災 労災保険料 労災保険 労働保険料 労働保険 子ども・子育て拠出金 社保 法定福利費事業主負担 法定福利 社会保険料 社会保険料事業主負担 社会保険料事業主負担分 社会保険料会社負担 社会保険料会社負担分 社会保険料等 事業主負担 事業主負担分 事業主負担額 会社負担分 社会保険料(事業主負担分) 法定福利費等 法定福利費会社負担 法定福利費月額 " +
      "statutorywelfare welfare socialinsurance employersocialinsurance",
  ],
  [
    ["scheduledHours"],
    "月所定労働時間 月所定 所定労働時間 月間所定労働時間 月平均所定労働時間 1月平均所定労働時間 1か月平均所定労働時間 1ヶ月平均所定労働時間 月所定時間 所定時間 所定労働時間数 月所定労働時間数 月間所定時間 月平均所定時間 月間所定労働時間数 scheduledhours monthlyscheduledhours",
  ],
  [
    ["hourlyRate"],
    "1時間当たり単価 1時間当たり 1時間あたり 1時間当り 時間当たり 時間あたり 時間額 時給単価 時給 時間単価 時間給 労務単価 人件費単価 労務費単価 時給額 1時間単価 時間当たり単価 時間あたり単価 時間当り単価 1時間あたり単価 適用単価 賃金単価 hourlyrate hourlywage rateperhour",
  ],
  [
    ["hours"],
    "延時間 延時間数 従事予定時間 従事時間 従事時間数 従事予定時間数 予定時間 予定時間数 作業時間 作業予定時間 労働時間 勤務時間 従事見込時間 実働時間 稼働時間 見込時間 計画時間 業務時間 時間計 時間合計 従事時間計 従事時間合計 計画時間計 総時間 総従事時間 年間従事時間 合計時間 workinghours plannedhours workhours",
  ],
  [
    ["amount", "payPaid"],
    "労務費 人件費 労務費額 人件費額 労務費計 労務費合計 賃金額 人件費計 人件費合計 賃金計 賃金合計 給与計 給与合計 賃金",
  ],
  [["month"], "対象月 月 年月 従事月 月分 対象年月 支給月 勤務月 従事年月 実施月 month yearmonth"],
  [
    ["payPaid"],
    "実支給額 支給額 支給総額 給与支給額 実支払額 支払給与 支払給与額 支払賃金 支給実績 実際の支給額 実際に支払った給与 給与支払額 給与額 総支給額 実支給給与 支給給与 給与 当月支給額 月額支給額 paypaid actualpay paidamount payroll",
  ],
  [
    ["class"],
    "申請者区分 中小企業の別 中小の別 事業者区分 企業区分 企業規模 規模 中小企業区分 構成員区分 分類区分 中小区分 事業者の区分 applicantclass class companysize",
  ],
  [
    ["role"],
    "役割 参加区分 役割分担 本事業での役割 補助事業での役割 事業における役割 本事業における役割 分担 役割・担当 responsibility role",
  ],
  [["role", "person"], "担当"],
  [["role", "description"], "実施内容 担当業務 担当内容 取組 取組内容 取り組み 実施事項"],
  [
    ["issuer"],
    "発行者 見積提出者 提出者 発行元 発行業者 見積書発行者 見積発行者 見積者 提出業者 発行者名 発行会社 issuer",
  ],
  [["issueDate"], "発行日 見積日 見積年月日 発行年月日 見積書日付 見積発行日 取得日 日付 issuedate quotedate date"],
];

/** What a whole word says. */
export const WORDS = new Map<string, readonly Field[]>();
for (const [fields, words] of VOCABULARY) for (const word of words.split(" ")) WORDS.set(word, fields);

/** For headers that only contain a word of the vocabulary: tried in order. */
export const CONTAINED: readonly (readonly [RegExp, readonly Field[]])[] = [
  [/(?:費目|科目|項目|区分|品目)別?(?:計|合計|小計)$/, ["amount"]],
  // Codes of a program's export name nothing to people.
  [/(?:cd|コード|code|id)$/, []],
  [/補助金|助成金|自己負担|自己資金|差額|増減|差引|前年|実績額|執行額|残額|上限|寄附|寄付/, []],
  [/(?:発注|契約|支払|取引|購入|仕入|業者|委託|納入|相手|外注|調達)[^\s]*(?:所在|住所)/, ["vendorAddress", "address"]],
  [/(?:支払|振込|決済).*(?:方法|手段|条件|形態)/, ["paymentMethod"]],
  [/(?:支払|振込|決済|入金).*(?:日|月|時期|期日|期限|予定$)/, ["paymentDate"]],
  [/(?:納品|納入|検収|引渡|完了).*(?:日|月|時期|期限|予定$)/, ["deliveryDate"]],
  [/(?:発注|契約|注文|購入|着手|申込).*(?:日|月|時期|予定$)/, ["orderDate"]],
  [/^(?:大|大きな)(?:項目|分類|費目|区分)/, ["major"]],
  [/^中(?:項目|分類|費目|区分)/, ["middle"]],
  [/^小(?:項目|分類|費目|区分)/, ["minor"]],
  [/(?:見積|証憑|資料|根拠|書類|証拠|添付).*(?:番号|no\.?|項番)/, ["evidenceNo"]],
  [/項番/, ["evidenceNo"]],
  [
    /(?:発注|支払い?|取引|購入|仕入|委託|外注|調達|契約|依頼|納入|注文)(?:予定)?(?:先|業者|相手|企業|会社|店$)/,
    ["vendor", "issuer"],
  ],
  [/所定.*日数|^年間?(?:労働|勤務|就業|稼働|出勤)日数/, ["scheduledDays"]],
  [/所定.*時間|^[1一]日.*(?:労働|勤務|就業)時間/, ["scheduledHours"]],
  [/(?:従事|作業|稼働|予定|労働|勤務).*時間|時間数/, ["hours", "quantity"]],
  [/時(?:給|間).*単価|単価.*時間|時給/, ["hourlyRate", "unitPrice"]],
  [/単価/, ["unitPrice", "hourlyRate"]],
  [/(?:残業|時間外|超過勤務|超勤|休日出勤|深夜).*(?:手当|代|額|賃金)?/, ["overtime"]],
  [/賞与|ボーナス|期末手当|勤勉手当/, ["bonus"]],
  [/一時金|報奨金/, ["oneOffPay"]],
  [/法定福利|社会保険|事業主負担|会社負担分?$/, ["welfare"]],
  [/基本給|本給/, ["basePay"]],
  [/手当/, ["allowances"]],
  [/(?:支給|支払).*(?:給与|賃金)|給与.*(?:支給|支払)|実支給/, ["payPaid"]],
  [/消費税(?:額|等)?$|税額$/, ["taxAmount"]],
  [/数量|(?<!業)員数|個数|(?:受講|参加|出席|利用)(?:者|人)数/, ["quantity"]],
  // Which of several years counts, the detectors of amounts say.
  [/^(?:本|当|今|前|翌|次|来)年度(?:の)?(?:当初|予算|補正後?|見込み?|計画)案?$/, ["amount"]],
  [/(?:金額|価格|予算額|見積額|経費額|支出額|対象額|費用額|計上額|所要額|契約額|購入額|総額|合計額)/, ["amount"]],
  [/構成員|参画機関|実施機関/, ["member", "name"]],
  [/支給額|支給総額/, ["payPaid"]],
  [/発行(?:者|元|会社)/, ["issuer"]],
  [/発行日|見積日/, ["issueDate"]],
  // 原価要素テキスト, 勘定コードテキスト of a program's export
  [/テキスト$/, ["description"]],
  [/(?:品名|件名|品目|内訳|経費の?内容|支出の?内容|名称|内容)/, ["description"]],
  [
    /(?:設備|装置|機器|物品|製品|商品|機械|工事|業務|役務|講座|講習会?|研修|セミナー|コース|プログラム)名/,
    ["description"],
  ],
  [/(?:仕様|規格|型式|型番)/, ["specification"]],
  [/備考|根拠|計算式|摘要|理由$/, ["note"]],
  [/(?:費目|科目|経費区分|費用区分)/, ["category"]],
  [/(?:対象|申請|所要|予定|見込|要する)経費$/, ["amount", "category"]],
  [/(?:見込|概算|想定|必要|予定)の?(?:費用|コスト)$|(?:費用|コスト|経費)の?(?:見込み?|概算|目安|想定)$/, ["amount"]],
  [/補助対象経費|助成対象経費/, ["amount", "category"]],
  [/(?:従事者|担当者|従業員|氏名)(?!.*[費料数])/, ["person"]],
  [/役職|職名|所属/, ["position"]],
  [/役割/, ["role"]],
  [/[^限金]額$/, ["amount"]],
];
