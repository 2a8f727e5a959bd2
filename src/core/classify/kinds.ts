/**
 * The vocabulary of what a line can be. It knows no scheme: a scheme's data maps kinds to its own items
 * (`categories[].kinds`) and traits to what it does not pay for (`exclusions[].trait`).
 * In brackets: the item of `fais-dx-2025` the kind belongs to, as its guideline (5(1)①) divides them.
 */

/** Japanese and English name of each kind, for people. */
export const KINDS = {
  // 物品費
  works: { ja: "土木・建築・電気工事", en: "Building, civil or electrical work" }, // 土木・建築工事費
  machinery: { ja: "機械装置", en: "Machinery" }, // 機械装置等製作・購入費 from 200,000 yen a unit, 消耗品費 below
  instrument: { ja: "測定・検査機器", en: "Measuring instrument" }, // as machinery
  computer: { ja: "パソコン・サーバ・情報機器", en: "Computer hardware" }, // as machinery
  register: { ja: "レジ・券売機", en: "Cash register or ticket machine" }, // as machinery
  equipment: { ja: "備品・その他の機器", en: "Other durable equipment" }, // as machinery
  furniture: { ja: "什器・家具", en: "Furniture" }, // as machinery
  vehicle: { ja: "車両", en: "Vehicle" }, // as machinery
  installation: { ja: "機械の据付・設置・調整", en: "Installing machinery" }, // 機械装置等製作・購入費, whatever the price
  "embedded-software": { ja: "機械組込みソフトウェア", en: "Software built into machinery" }, // 機械装置…, whatever the price
  "package-software": { ja: "パッケージソフト(買切り)", en: "Package software" }, // 消耗品費, whatever the price
  material: { ja: "材料・部品・消耗品", en: "Materials, parts, consumables" }, // 消耗品費, whatever the price
  stationery: { ja: "文具・OA用品", en: "Stationery and office supplies" }, // 消耗品費
  maintenance: { ja: "保守・点検・校正", en: "Maintenance" }, // 保守・改造修理費
  modification: { ja: "改造", en: "Modification of equipment" }, // 保守・改造修理費
  repair: { ja: "修理", en: "Repair of equipment" }, // 保守・改造修理費
  // 労務費
  "employee-wage": { ja: "従業員の人件費", en: "Employee wages" }, // 従業員費
  "part-time-wage": { ja: "パート・アルバイトの人件費", en: "Part-time wages" }, // 補助員費
  "dispatch-wage": { ja: "人材派遣", en: "Agency staff" }, // 補助員費
  // その他経費: 旅費
  travel: { ja: "交通費・出張", en: "Travel" }, // 旅費
  lodging: { ja: "宿泊費", en: "Lodging" }, // 旅費
  // 外注費
  "software-development": { ja: "ソフトウェア開発の外注", en: "Software development by contract" }, // 外注費
  "data-analysis": { ja: "データ分析・調査の外注", en: "Data analysis or survey by contract" }, // 外注費
  design: { ja: "設計・デザインの外注", en: "Design by contract" }, // 外注費
  research: { ja: "研究の委託", en: "Contracted research" }, // 外注費
  outsourcing: { ja: "その他の外注・委託", en: "Other contracted work" }, // 外注費
  // 知的財産権関連経費
  "patent-attorney": { ja: "弁理士・知財手続", en: "Patent attorney" }, // 知的財産権関連経費
  "patent-translation": { ja: "知財の翻訳", en: "Translation for intellectual property" }, // 知的財産権関連経費
  "patent-office-fee": { ja: "特許庁への納付", en: "Fee to a patent office" }, // 知的財産権関連経費
  // 諸経費
  venue: { ja: "会場・会議室の使用", en: "Venue" }, // 諸経費/会議費
  meeting: { ja: "会議の開催", en: "Meeting" }, // 諸経費/会議費
  "meeting-honorarium": { ja: "会議に招く有識者の謝金", en: "Honorarium for a meeting" }, // 諸経費/会議費
  "meeting-travel": { ja: "会議に招く有識者の旅費", en: "Travel of invited experts" }, // 諸経費/会議費
  food: { ja: "会議の飲食・茶菓", en: "Food and drink at a meeting" }, // 諸経費/会議費
  catering: { ja: "会議以外の飲食", en: "Food and drink outside a meeting" }, // 諸経費/その他
  rental: { ja: "リース・レンタル・賃借", en: "Lease or rental" }, // 諸経費/借用費
  "cloud-service": { ja: "クラウドサービス・利用料", en: "Cloud service" }, // 諸経費/借用費
  books: { ja: "図書・資料", en: "Books and documents" }, // 諸経費/図書資料費
  freight: { ja: "運送・宅配", en: "Freight" }, // 諸経費/運送費
  "technical-guidance": { ja: "技術指導・専門家の謝金", en: "Technical guidance" }, // 諸経費/技術指導費
  consulting: { ja: "コンサルティング", en: "Consulting" }, // 諸経費/技術指導費
  lecture: { ja: "講師謝金", en: "Lecturer's honorarium" }, // 諸経費/技術指導費
  "expert-travel": { ja: "指導に来る専門家の旅費", en: "Travel of the guiding expert" }, // 諸経費/技術指導費
  seminar: { ja: "学会・セミナー参加", en: "Conference or seminar" }, // 諸経費/学会・セミナー等参加費
  training: { ja: "研修・講座の受講", en: "Training course" }, // 諸経費/学会・セミナー等参加費
  "membership-fee": { ja: "学会等の会費", en: "Membership fee of a learned society" }, // 諸経費/学会・セミナー等参加費
  dues: { ja: "組合・団体の会費", en: "Dues of a trade or local association" }, // 諸経費/その他
  exhibition: { ja: "展示会への出展", en: "Exhibiting at a fair" }, // 諸経費/その他
  advertising: { ja: "広告・宣伝", en: "Advertising" }, // 諸経費/その他
  printing: { ja: "印刷・製本", en: "Printing" }, // 諸経費/その他
  communication: { ja: "通信・郵送", en: "Communication and postage" }, // 諸経費/その他
  insurance: { ja: "保険", en: "Insurance" }, // 諸経費/その他
  utility: { ja: "光熱水費・燃料", en: "Utilities and fuel" }, // 諸経費/その他
  recruitment: { ja: "求人・採用", en: "Recruitment" }, // 諸経費/その他
  "bank-fee": { ja: "振込・決済手数料", en: "Bank or payment fee" }, // 諸経費/その他
  giveaway: { ja: "景品・キャンペーン", en: "Giveaway" }, // 諸経費/その他
  gift: { ja: "贈答・交際", en: "Gifts and entertainment" }, // 諸経費/その他
  tax: { ja: "税金・罰金・公的手数料", en: "Taxes, fines, public fees" }, // 諸経費/その他
  welfare: { ja: "福利厚生", en: "Staff welfare" }, // 諸経費/その他
  miscellaneous: { ja: "その他の経費", en: "Other costs" }, // 諸経費/その他
} as const;

export type Kind = keyof typeof KINDS;

/**
 * What a line can say of itself that a scheme may refuse. In brackets: rule and clause in `fais-dx-2025`.
 * A trait found without certainty makes the line `review`.
 */
export const TRAITS = {
  stationery: "文具・OA関連用品", // eligibility/excluded-item 5(1)⑦ア
  "reference-book": "辞書・ハンドブック・入門書", // eligibility/excluded-item 5(1)⑦イ
  food: "飲食", // eligibility/excluded-item 5(1)⑦ウ
  entertainment: "交際・接待・贈答", // eligibility/excluded-item 5(1)⑦ウ
  "university-staff": "大学等の教職員の人件費", // eligibility/excluded-item 5(1)⑦エ
  "unrelated-event": "事業と関係のない学会・セミナー", // eligibility/excluded-item 5(1)⑦オ
  "existing-contract": "既に契約しているものの更新・使用", // eligibility/excluded-item 5(1)⑦カ
  "membership-fee": "年会費", // eligibility/excluded-item 5(1)⑦キ
  reception: "懇親会・食事代", // eligibility/excluded-item 5(1)⑦キ
  "basic-research": "基礎的な研究開発", // eligibility/excluded-item 5(1)⑦ク
  "bank-fee": "振込・代引手数料", // eligibility/excluded-item 5(1)⑦ケ
  giveaway: "個人・法人に直接利益を与える販促", // eligibility/excluded-item 5(1)⑦コ
  unrelated: "事業の目的と関係のない用途", // eligibility/excluded-item 5(1)⑦サ
  replacement: "単なる更新・入替え", // eligibility/excluded-item 2(2)
  "patent-office-fee": "特許庁等に納める料金", // eligibility/patent-office-fee 5(1)①
  "unrelated-ip": "研究開発と関連のない知的財産権", // eligibility/excluded-item 5(1)①
  "premium-travel": "タクシー・グリーン車・上級クラス", // eligibility/travel-class 5(1)⑤イ
  "expert-premium-travel": "招いた専門家のタクシー・グリーン車・上級クラス", // eligibility/travel-class 5(1)⑥ウ
  "private-vehicle": "公共交通機関によらない移動", // eligibility/travel-class 5(1)⑤ア (only ever `review`)
  "overseas-repeat": "国外出張の2人目・2回目", // eligibility/overseas-travel 5(1)①
  "unlisted-traveller": "推進体制にない者の旅費", // eligibility/traveller-unlisted 5(1)⑤オ
  "executive-pay": "役員の報酬", // eligibility/executive-pay 5(1)④ウ
  "pay-component": "残業・賞与・一時金", // eligibility/pay-component 5(1)④イ
  "indirect-dispatch": "複数の派遣会社の経由", // eligibility/excluded-item 5(1)④カ
  "not-employed": "雇用によらない人手", // eligibility/excluded-item 5(1)① (only ever `review`)
  "bill-payment": "手形・小切手・リボ払い", // eligibility/payment-method 5(3)②
  /** Found by `categorise`, which knows the scheme's period, in the dates that the words mention. */
  "outside-period": "対象期間の外の発注・納品・支払", // eligibility/period 5(2)
  "beyond-period": "対象期間の後に及ぶ利用料", // cloud/proration 5(1)③ウ (only ever `review`)
  /** A trip abroad: no exclusion of itself; the engine counts persons and trips over all lines. */
  overseas: "国外出張",
  /** The text does not say what is bought; no exclusion, the line is `review`. */
  unclear: "内訳・内容が不明",
} as const;

export type Trait = keyof typeof TRAITS;

export const isKind = (word: string): word is Kind => Object.hasOwn(KINDS, word);
export const isTrait = (word: string): word is Trait => Object.hasOwn(TRAITS, word);
