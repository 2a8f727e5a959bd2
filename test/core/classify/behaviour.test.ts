import { judge, lineOf, type Typed } from "./line";
import { categorise } from "../../../src/core/classify/categorise";
import { classify } from "../../../src/core/classify/classify";
import { takesIn } from "../../../src/core/classify/hint";
import type { Scheme } from "../../../src/core/scheme/scheme";
import { schemeById } from "../../../src/schemes";
import { evidenceOf } from "../../../src/core/classify/evidence";

type Case = readonly [description: string, typed: Typed, middle: string, minor: string | null];

const own = { vendor: "自社", unit: "h" };

describe("what a line is decides its item", () => {
  const cases: readonly Case[] = [
    ["ｻｰﾊﾞ増設 一式", { price: 680_000, unit: "式" }, "機械装置等製作・購入費", null],
    ["i7/16G ﾓﾊﾞｲﾙ機", { price: 148_000, unit: "台" }, "消耗品費", null],
    ["ネットバンク送金料", { price: 440, unit: "回" }, "諸経費", "その他"],
    ["プレス設置部の床補強工事", { price: 300_000 }, "土木・建築工事費", null],
    ["既設搬送機の改造(インバータ取付)", { price: 250_000 }, "保守・改造修理費", null],
    ["ロボットのレンタル料", { price: 90_000, unit: "月" }, "諸経費", "借用費"],
    ["受注アプリの開発委託", { price: 900_000 }, "外注費", null],
    ["検討会 会場の使用料", { price: 20_000, unit: "回" }, "諸経費", "会議費"],
    ["特許明細書の英訳", { price: 30, unit: "word", vendor: "翻訳社" }, "知的財産権関連経費", null],
    ["学生アルバイト 画像整理", { ...own, price: 1050 }, "補助員費", null],
    ["品質保証課 主任 判定基準づくり", { ...own, price: 2250 }, "従業員費", null],
    ["クラウド型の在庫管理 月額利用料", { price: 20_000, unit: "月" }, "諸経費", "借用費"],
    ["在庫管理ソフト 買い切り版", { price: 300_000, unit: "本" }, "消耗品費", null],
    [
      "加工機の制御盤に組み込んだ監視ソフト",
      { price: 300_000, note: "本体に内蔵して納入" },
      "機械装置等製作・購入費",
      null,
    ],
    ["学習済みモデルの組込み作業 委託", { price: 450_000 }, "外注費", null],
    ["講師の新幹線代(普通車)", { price: 28_000, unit: "回", note: "技術指導" }, "諸経費", "技術指導費"],
    ["検討会 外部委員の交通費", { price: 3_000, unit: "人回" }, "諸経費", "会議費"],
    ["装置の輸送 チャーター便", { price: 90_000, unit: "車" }, "諸経費", "運送費"],
    ["人材派遣 データ入力", { price: 1_900, unit: "h", vendor: "スタッフ派遣(株)" }, "補助員費", null],
  ];
  test.each(cases)("%s", (description, typed, middle, minor) => {
    const answer = judge(description, typed);
    expect([answer.middle, answer.minor]).toEqual([middle, minor]);
  });
});

describe("the guideline's exclusions are seen, and only where the words mean them", () => {
  type Ruling = readonly [string, Typed, "eligible" | "ineligible" | "review", string | null];
  const cases: readonly Ruling[] = [
    // Negation: each pair differs in the negation alone.
    ["特許出願 代理人手数料", { vendor: "特許事務所", note: "庁費用は別途" }, "eligible", null],
    ["特許出願 庁費用", { vendor: "特許庁" }, "ineligible", "patent-office-fee"],
    ["学術講演会 参加費", { note: "懇親会別", unit: "名", price: 16_000 }, "eligible", null],
    ["学術講演会 参加費", { note: "懇親会費込み", unit: "名", price: 16_000 }, "review", "reception"],
    ["学術講演会 懇親会費", { unit: "名", price: 6_000, vendor: "情報処理学会" }, "ineligible", null],
    ["工場長 実証の統括", { ...own, price: 3_100, note: "役員ではありません" }, "eligible", null],
    ["取締役工場長 実証の統括", { ...own, price: 3_100 }, "ineligible", "executive-pay"],
    ["設備診断 AI実装委託", { price: 800_000, note: "研究開発要素なし" }, "eligible", null],
    ["新素材の基礎研究 委託", { price: 800_000 }, "ineligible", "basic-research"],
    ["時給単価×従事時間 製造課", { ...own, price: 2_100, note: "残業・賞与は含まない" }, "eligible", null],
    ["製造課 残業手当", { ...own, price: 2_600 }, "ineligible", "pay-component"],
    // Words that look like an exclusion and are none.
    ["グリーンパークホテル 1泊", { price: 8_000, unit: "泊" }, "eligible", null],
    ["ホテルグリーン博多 1泊", { price: 8_000, unit: "名" }, "eligible", null],
    ["エコノミー→ビジネス 変更料", { price: 38_000, unit: "名" }, "ineligible", "premium-travel"],
    ["黒塗り手配 半日", { price: 30_000, unit: "台", vendor: "交通サービス", note: "得意先へ" }, "ineligible", null],
    ["自動更新型 献立表示クラウド", { price: 4_000, unit: "月", note: "新規契約" }, "eligible", null],
    // A student who is paid by the hour is nobody's professor, whoever is the applicant.
    ["学生アルバイト", { price: 1_050, unit: "時間", note: "国立大学法人" }, "eligible", null],
    ["新幹線 グリーン車 往復", { price: 40_000, unit: "名" }, "ineligible", "premium-travel"],
    ["グリーン購入法適合 液晶モニタ", { price: 40_000, unit: "台" }, "eligible", null],
    ["ビジネスホテル 1泊", { price: 8_000, unit: "泊" }, "eligible", null],
    ["展示会 出展小間料", { price: 150_000, unit: "小間" }, "eligible", null],
    ["来場者向け粗品", { price: 300, unit: "個" }, "ineligible", "giveaway"],
    // Contracts that exist, and new ones.
    [
      "グループウェア 月額",
      { price: 1_800, unit: "ID月", note: "昨年度からの利用" },
      "ineligible",
      "existing-contract",
    ],
    ["グループウェア 月額", { price: 1_800, unit: "ID月", note: "新たに導入" }, "eligible", null],
    [
      "グループウェア 月額 5ID追加",
      { price: 1_800, unit: "ID月", note: "既契約に増設" },
      "review",
      "existing-contract",
    ],
    ["既設制御盤改造 PLC更新", { price: 700_000, unit: "面" }, "eligible", null],
    // Travel.
    ["大阪出張 同行", { price: 28_000, unit: "名", note: "名簿にない社員" }, "ineligible", "unlisted-traveller"],
    ["深夜タクシー", { price: 5_000, unit: "回", note: "終電後、理由書を添付" }, "review", "premium-travel"],
    ["台湾出張", { price: 80_000, unit: "名", quantity: 2 }, "ineligible", "overseas-repeat"],
    [
      "コペンハーゲン 風車メーカー訪問 計2回",
      { price: 280_000, unit: "回", quantity: 2 },
      "ineligible",
      "overseas-repeat",
    ],
    ["台湾出張", { price: 80_000, unit: "名", quantity: 1, note: "エコノミー" }, "eligible", null],
    ["講師送迎タクシー", { price: 3_000, unit: "回", note: "技術指導" }, "ineligible", "expert-premium-travel"],
    // Dates and payment in the words.
    ["受注システム開発", { price: 900_000, note: "R7.3.10契約締結済" }, "ineligible", "outside-period"],
    ["タブレットケース", { price: 5_000, unit: "個", note: "納品予定R8.2.10" }, "ineligible", "outside-period"],
    ["製造課 データ整備", { ...own, price: 2_100, note: "R7.4給与ベース" }, "eligible", null],
    ["自動包装機", { price: 900_000, unit: "台", note: "支払は約束手形" }, "ineligible", "bill-payment"],
    ["熱転写リボン用プリンタ", { price: 90_000, unit: "台" }, "eligible", null],
    // What the text leaves open.
    ["備品類一式", { price: 900_000, unit: "式", note: "内訳は後日" }, "review", null],
    ["執行役員 室長", { ...own, price: 4_000, note: "委任か雇用か確認中" }, "review", "executive-pay"],
  ];
  test.each(cases)("%s %j → %s", (description, typed, eligibility, trait) => {
    const answer = judge(description, typed);
    expect(answer.eligibility).toBe(eligibility);
    if (trait !== null) expect(answer.exclusions.map((found) => found.trait)).toContain(trait);
    if (eligibility === "eligible") expect(answer.exclusions).toEqual([]);
  });
});

describe("the relation to the project, who is paid, and the price of one piece", () => {
  type Asked = readonly [string, Typed, string, "eligible" | "ineligible" | "review"];
  const cases: readonly Asked[] = [
    ["経理 小林(正) 基幹保守の棚卸し", { price: 1_980, unit: "h" }, "従業員費", "eligible"],
    ["受付(ﾊﾟｰﾄ) 自動ﾄﾞｱ連動試験", { price: 1_020, unit: "h" }, "補助員費", "eligible"],
    ["ﾊﾟｿｺﾝ4台一括", { price: 640_000, unit: "式", note: "@160,000" }, "消耗品費", "eligible"],
    ["幼稚園教諭(常勤) 年長担任", { price: 1_450, unit: "時間", note: "登降園アプリ検証" }, "従業員費", "eligible"],
    ["液晶ﾓﾆﾀ 8枚組", { price: 240_000, unit: "組" }, "消耗品費", "eligible"],
    ["早番 画像の登録", { vendor: "大庭 圭子（パート）", price: 63_000 }, "補助員費", "eligible"],
    ["客室スマートロック 20室分 1室19,000円", { price: 380_000 }, "消耗品費", "eligible"],
    [
      "展示台車 検温端末",
      { price: 98_000, unit: "台", vendor: "サイン堂", note: "受付自動化" },
      "消耗品費",
      "eligible",
    ],
    ["定植苗 ﾄﾏﾄ", { price: 95, unit: "本", note: "毎年の作付け", vendor: "種苗店" }, "消耗品費", "ineligible"],
    ["勤怠SaaS 契約2年目の支払分", { price: 24_000, unit: "月", vendor: "勤怠社" }, "諸経費", "ineligible"],
    ["OCRｿﾌﾄ 利用料 3期目", { price: 18_000, unit: "月", vendor: "OCR社" }, "諸経費", "ineligible"],
    ["回線使用料 現状のまま", { price: 6_800, unit: "月", vendor: "通信社" }, "諸経費", "ineligible"],
    ["玉掛け技能講習", { price: 22_000, unit: "名", vendor: "教習所" }, "諸経費", "review"],
    ["旋盤 主軸 修理", { price: 420_000, unit: "台", vendor: "九州機械" }, "保守・改造修理費", "review"],
    ["引張試験 依頼", { price: 6_800, unit: "件", vendor: "材料試験所" }, "外注費", "eligible"],
    ["恒温槽 時間借り", { price: 1_200, unit: "時間", vendor: "工業高専" }, "諸経費", "eligible"],
    ["H100 時間貸し", { price: 420, unit: "h", vendor: "GPUファーム" }, "諸経費", "eligible"],
    ["試作機 ﾌｪﾘｰ航送", { price: 62_000, unit: "台", vendor: "フェリー会社" }, "諸経費", "eligible"],
    ["助言役 新幹線 普通", { price: 28_600, unit: "往復" }, "諸経費", "eligible"],
    ["PGI-2300XL 4色", { price: 12_800, unit: "ｾｯﾄ", vendor: "OA商事" }, "消耗品費", "ineligible"],
    ["新幹線 G席 小倉→東京", { price: 30_500, unit: "名", vendor: "JR" }, "旅費", "ineligible"],
    // A bus, no limousine.
    ["羽田ﾘﾑｼﾞﾝ 乗合 品川まで", { price: 1_300, unit: "名", vendor: "空港交通" }, "旅費", "eligible"],
    ["社長室 課長 DX事務局", { price: 3_050, unit: "h" }, "従業員費", "eligible"],
    ["送迎バス運行係長 運行データ整理", { price: 2_150, unit: "h" }, "従業員費", "eligible"],
    ["給与計算AIｱﾌﾟﾘ 開発委託", { price: 1_800_000, unit: "式", vendor: "ソフト工房" }, "外注費", "eligible"],
    [
      "自動充填機",
      { price: 7_200_000, unit: "台", note: "R7.3.3注文書発行済" },
      "機械装置等製作・購入費",
      "ineligible",
    ],
  ];
  test.each(cases)("%s %j → %s, %s", (description, typed, middle, eligibility) => {
    const answer = judge(description, typed);
    expect([answer.middle, answer.eligibility]).toEqual([middle, eligibility]);
    expect(answer.eligibilityConfidence).toBeGreaterThan(0);
    expect(answer.eligibilityConfidence).toBeLessThanOrEqual(1);
  });
});

describe("kinds of lines that other hands wrote", () => {
  const cases: readonly (readonly [string, Typed, middle: string, eligibility: string])[] = [
    // The head of a phrase, with white space between it and its object.
    ["受水槽〜洗浄機 給水配管 25A", { price: 188_000, unit: "式", vendor: "設備社" }, "土木・建築工事費", "eligible"],
    ["選別機 架台基礎コン", { price: 385_000, unit: "基", vendor: "土木社" }, "土木・建築工事費", "eligible"],
    ["鋼材・直動ﾚｰﾙ 検査機内製", { price: 415_000, unit: "式", vendor: "鋼材社" }, "消耗品費", "eligible"],
    ["弁当 注文管理システム", { price: 680_000, unit: "式", vendor: "ソフト開発" }, "外注費", "eligible"],
    // From one place to another.
    ["Uber 配車 品川駅→展示会場", { price: 2_300, unit: "回", vendor: "Uber" }, "旅費", "ineligible"],
    // Of a program or a device the words say what it is about.
    ["車検予約サイト 制作", { price: 420_000, unit: "式", vendor: "ウェブ制作" }, "外注費", "eligible"],
    ["玄関 顔認証ゲート", { price: 780_000, unit: "基", vendor: "ゲート社" }, "機械装置等製作・購入費", "eligible"],
    ["導入済み機器と連携するAPI 開発", { price: 680_000, unit: "式", vendor: "開発社" }, "外注費", "eligible"],
    ["トラックスケール 修理", { price: 280_000, unit: "式", vendor: "計量器店" }, "保守・改造修理費", "review"],
    // Titles and tasks, families of executives.
    ["パート調理員 ﾚｼﾋﾟのDB登録", { price: 1_035, unit: "時間" }, "補助員費", "eligible"],
    ["専務の母（パート扱い）入力", { price: 1_000, unit: "時間" }, "補助員費", "review"],
    ["CTO 人件費", { price: 4_600, unit: "時間" }, "従業員費", "review"],
    ["事務机", { price: 38_000, unit: "台", vendor: "家具店" }, "消耗品費", "review"],
    ["応接室 テーブル", { price: 38_000, unit: "台", vendor: "家具店" }, "消耗品費", "ineligible"],
    ["ETC 通行料", { price: 4_200, unit: "片道", vendor: "道路会社" }, "旅費", "review"],
    ["微生物の機能解明 学術試験", { price: 45_000, unit: "検体", vendor: "試験所" }, "外注費", "ineligible"],
    ["通信費", { price: 8_000, unit: "月", vendor: "通信会社" }, "諸経費", "review"],
  ];
  test.each(cases)("%s %j → %s, %s", (description, typed, middle, eligibility) => {
    const answer = judge(description, typed);
    expect([answer.middle, answer.eligibility]).toEqual([middle, eligibility]);
  });
});

test.each(["同上", "〃", "同"])("%s by itself is left to a person", (description) => {
  expect(judge(description, { price: 3_000, unit: "式", vendor: "商社" }).eligibility).toBe("review");
});

describe("a vendor, a unit or a price that is often refused refuses nothing", () => {
  test.each([
    ["温度調節器", { price: 550, unit: "件", vendor: "みなと銀行" }],
    ["圧力計 0-1MPa", { price: 5_000, unit: "名", vendor: "居酒屋はま" }],
    ["流量計", { price: 39_500, unit: "台", vendor: "県税事務所" }],
    ["回転灯", { price: 4_200, unit: "個", vendor: "文具の森" }],
    ["リムジン車両（婚礼送迎）", { price: 9_000_000, unit: "台", vendor: "自動車商会" }],
  ] as [string, Typed][])("%s", (description, typed) => {
    expect(judge(description, typed).eligibility).not.toBe("ineligible");
  });

  test.each(["ﾎﾞｰﾙﾍﾟﾝ・ﾉｰﾄ", "コピー用紙A4 5000枚", "電卓", "A4 PPC用紙", "CLI-371XL 5色"])(
    "words do: %s",
    (description) => {
      const answer = judge(description, { vendor: "文具の森" });
      expect([answer.middle, answer.eligibility]).toEqual(["消耗品費", "ineligible"]);
    },
  );

  test.each([
    ["事務ﾉｰﾄ i5/16GB/512GB", { price: 148_000, unit: "台" }],
    ["クリップ式電流センサ", { price: 14_500, unit: "個", vendor: "計測社" }],
    ["封筒自動封入機", { price: 1_450_000, unit: "台", vendor: "OA社" }],
    ["マーカー認識カメラ", { price: 145_000, unit: "台", vendor: "FA社" }],
  ] as [string, Typed][])("%s is none of the office's supplies", (description, typed) => {
    expect(judge(description, typed).exclusions).toEqual([]);
  });
});

describe("words count by their borders", () => {
  type Bordered = readonly [string, Typed, string, "eligible" | "ineligible" | "review"];
  const cases: readonly Bordered[] = [
    [
      "精密梱包 エアサス車 検査カメラ 苅田→若松",
      { price: 73_000, unit: "台", vendor: "関門ロジ" },
      "諸経費",
      "eligible",
    ],
    ["更衣用ロッカー 6人用", { price: 45_000, unit: "台", vendor: "什器商会" }, "消耗品費", "ineligible"],
    ["ワイシャツ クリーニング", { price: 300, unit: "枚", vendor: "白洋舎" }, "諸経費", "ineligible"],
  ];
  test.each(cases)("%s %j → %s, %s", (description, typed, middle, eligibility) => {
    const answer = judge(description, typed);
    expect([answer.middle, answer.eligibility]).toEqual([middle, eligibility]);
  });

  test.each([
    ["コインロッカーを利用", {}],
    ["駅のコインロッカー", { price: 500, unit: "回" }],
    ["酵素ｽｸﾘｰﾆﾝｸﾞ装置", { price: 900_000, unit: "台" }],
  ] as [string, Typed][])("%s is refused by no word within a longer one", (description, typed) => {
    const answer = judge(description, typed);
    expect(answer.eligibility).not.toBe("ineligible");
    expect(answer.nature.kind).not.toBe("welfare");
  });
});

describe("remarks about the paperwork say nothing of the line", () => {
  const lines: readonly [string, Typed][] = [
    ["社内ポータルサイト制作", { price: 700_000 }],
    ["設備保守点検", { price: 150_000 }],
    ["近接センサ", { price: 15_000, unit: "個" }],
    ["圧力計", { price: 75_000, vendor: "計器商会" }],
    ["小倉-東京 新幹線 往復", { price: 46_000, unit: "名" }],
    ["商標出願 代理手数料", { vendor: "弁理士法人", price: 82_000 }],
  ];
  const remarks = [
    "項番1",
    "項番 12",
    "No.3",
    "Ｎｏ．４",
    "№5",
    "見積①",
    "見積書4",
    "見積No.7",
    "(5)",
    "（６）",
    "6",
    "⑧",
    "見積書",
    "3-1",
    "証憑番号12",
    "項番3・4",
    "項番3～5",
    "㉔",
    "労務費シートのとおり",
    "別紙2参照",
    "積算書による",
  ];
  const allowances = ["同等品可。", "同等品でも可", "メーカー指定なし、同等品でも可", "同等以上可"];
  test.each(lines)("%s %j", (description, typed) => {
    const { nature: without, eligibility, middle } = judge(description, typed);
    for (const note of [...remarks, ...allowances]) {
      const answer = judge(description, { ...typed, note });
      expect([note, answer.middle, answer.eligibility, answer.nature.kind]).toEqual([
        note,
        middle,
        eligibility,
        without.kind,
      ]);
    }
  });

  test("what else stands in the remarks counts, and is shown as typed", () => {
    const typed = { price: 1_800, unit: "ID月" };
    const [found] = judge("グループウェア 月額", { ...typed, note: "項番3、昨年度からの利用" }).exclusions;
    expect(found).toMatchObject({ trait: "existing-contract", certain: true });
    expect("項番3、昨年度からの利用").toContain(found?.words);
    const again = judge("複合加工機", { price: 9_000_000, unit: "台", note: "No.2 老朽化による更新、現行機と同等品" });
    expect(again.eligibility).toBe("ineligible");
  });
});

describe("hours of another company", () => {
  const web = { price: 2_750, unit: "時間", vendor: "洞海ウェブ合同会社" };
  test.each(["サイト内テキスト調整", "画面の文言直し", "動作確認"])("%s is contracted out", (description) => {
    expect(judge(description, web).middle).toBe("外注費");
  });
  test("but staff sent by an agency is labour", () => {
    expect(judge("派遣社員 データ入力", { price: 1_900, unit: "時間", vendor: "スタッフ派遣株式会社" }).middle).toBe(
      "補助員費",
    );
  });
});

describe("an answer says why", () => {
  test("with the clause, the words as typed, and the runner-up", () => {
    const typed = { price: 90_000, unit: "台" };
    const answer = judge("ﾛﾎﾞｯﾄｱｰﾑ ﾚﾝﾀﾙ料", typed);
    expect(answer.clause).toBe("5(1)①");
    const evidence = evidenceOf(lineOf("ﾛﾎﾞｯﾄｱｰﾑ ﾚﾝﾀﾙ料", typed), answer.nature.kind);
    expect(evidence.map(({ text }) => text)).toContain("ﾚﾝﾀﾙ");
    expect(answer.runnerUp).not.toBeNull();
    expect(answer.runnerUp).not.toBe(answer.middle);
  });

  test("an exclusion names the words that show it", () => {
    const [found] = judge("ｸﾞﾘｰﾝ車 差額", { price: 7_000, unit: "名", vendor: "JR" }).exclusions;
    expect(found).toMatchObject({ rule: "eligibility/travel-class", clause: "5(1)⑤イ", certain: true });
    expect(found?.words).toBe("ｸﾞﾘｰﾝ車");
  });
});

describe("the stated category", () => {
  test("decides where the text says nothing", () => {
    expect(judge("XZ-100", { stated: "旅費" }).middle).toBe("旅費");
    expect(judge("XZ-100", { stated: "外注費" }).middle).toBe("外注費");
  });

  test("never outweighs a text that speaks", () => {
    expect(judge("在庫連携プログラム開発 請負委託", { price: 420_000, stated: "諸経費" }).middle).toBe("外注費");
    expect(judge("コピー用紙 A4", { price: 2_000, unit: "箱", stated: "機械装置等製作・購入費" }).middle).toBe(
      "消耗品費",
    );
  });

  test("said on two levels it decides what an occasion is paid for", () => {
    const line = { ...lineOf("研修会 2回", { stated: "報償費" }), statedMinor: "講師謝金" };
    const scheme = schemeById("fais-hagukumi-2025") as Scheme;
    expect(categorise(classify(line, 2025), line, scheme).middle).toBe("報償費");
  });

  test.each(["消耗品費", "印刷製本費", "通信運搬費"])(
    "%s as the finest level of the sheet's items is no riddle",
    (item) => {
      for (const note of [undefined, "模造紙・付箋"]) {
        const typed = { stated: "需用費", ...(note === undefined ? {} : { note }) };
        const line = { ...lineOf(item, typed), statedMinor: item };
        const scheme = schemeById("fais-kyoso-2024") as Scheme;
        expect(categorise(classify(line, 2024), line, scheme).eligibility).toBe("eligible");
      }
    },
  );

  test("a bare name paid by the hour is a wage", () => {
    expect(classify(lineOf("佐藤 健一(経営企画課)", { unit: "h", price: 2_232, stated: "従業員費" }), 2025).kind).toBe(
      "employee-wage",
    );
  });
});

test.each([
  ["人件費", "part-time-wage", true],
  ["従業員費", "part-time-wage", false],
  ["謝金", "lecture", true],
  ["印刷製本費", "printing", true],
  ["通信運搬費", "freight", true],
  ["使用料及び賃借料", "venue", true],
  ["使用料及び賃借料", "machinery", false],
  ["機械装置費", "machinery", true],
  ["消耗品費", "machinery", false],
] as const)("people put under %s a %s: %s", (words, kind, answer) => {
  expect(takesIn(words, kind)).toBe(answer);
});

describe("who is paid, and what is done to which thing, decide the item", () => {
  const cases: readonly Case[] = [
    // A builder wires and pipes; a shop sells the same things by the piece.
    ["事務棟 電源コンセントと配線モール", { price: 48_000, unit: "式", vendor: "八幡電設" }, "土木・建築工事費", null],
    ["電源コンセント", { price: 380, unit: "個", vendor: "モノタロウ" }, "消耗品費", null],
    [
      "学習塾 自習席 間仕切りと吸気ダクト",
      { price: 320_000, unit: "室", vendor: "若松建装" },
      "土木・建築工事費",
      null,
    ],
    ["新設炉 受電盤改造", { price: 690_000, unit: "式", vendor: "戸畑電設工業" }, "土木・建築工事費", null],
    // A part is put into a machine, or its figures are taken out of it.
    ["製粉機 重量センサ追加", { price: 230_000, unit: "台" }, "保守・改造修理費", null],
    ["充填ライン 稼働データ出力改修", { price: 410_000, unit: "式" }, "保守・改造修理費", null],
    ["会議室 内装改修", { price: 410_000, unit: "式" }, "土木・建築工事費", null],
    ["受注画面 改修", { price: 410_000, unit: "式" }, "外注費", null],
    // A booth to work in is no stand at a fair.
    ["粉体 集塵ブース", { price: 1_200_000, unit: "基" }, "機械装置等製作・購入費", null],
    ["展示会 出展ブース", { price: 200_000, unit: "小間" }, "諸経費", "その他"],
    // Experts are thanked for a meeting, or for guidance.
    ["外部識者ミーティング 謝礼", { price: 10_000, unit: "回" }, "諸経費", "会議費"],
    ["panel honorarium", { price: 10_000, unit: "回" }, "諸経費", "会議費"],
    ["戦略会議へ出張 特急 普通席", { price: 4_800, unit: "往復" }, "旅費", null],
    // Food as what is tried, or as a present to the staff.
    ["検証用 冷凍みかん", { price: 3_200, unit: "kg", vendor: "青果卸" }, "消耗品費", null],
    ["社員昼食の補助", { price: 300, unit: "食" }, "諸経費", "その他"],
    ["勤続祝い金 製造課社員", { price: 30_000, unit: "人" }, "従業員費", null],
    // So many of something, month by month.
    ["点呼クラウド 新規", { price: 900, unit: "拠点月" }, "諸経費", "借用費"],
    ["EUIPO 官費", { price: 60_000, unit: "件", vendor: "現地代理人" }, "知的財産権関連経費", null],
    ["ガソリン 客先訪問 往復60km", { price: 1_800, unit: "回" }, "旅費", null],
    // What is made to belong to a machine that is there changes it; what only names where it stands is bought.
    ["射出成形機 圧力記録器組付", { price: 88_000, unit: "台", vendor: "計装テック" }, "保守・改造修理費", null],
    ["延反機 張力センサ 常設加工", { price: 31_000, unit: "台", vendor: "計装テック" }, "保守・改造修理費", null],
    // By the load goods are carried, by the head people travel.
    ["鋳物サンプル 試験場往復", { price: 8_600, unit: "便", vendor: "軽急便" }, "諸経費", "運送費"],
    ["試験場往復 特急", { price: 8_600, unit: "名", vendor: "JR九州" }, "旅費", null],
    // Nothing is built into a site.
    ["予約受付サイト 顔認証組込", { price: 900_000, unit: "式", vendor: "波打ウェブ" }, "外注費", null],
    ["検査機 組込判定ソフト", { price: 900_000, unit: "式", vendor: "検査機工業" }, "機械装置等製作・購入費", null],
    ["角パイプ・レール材", { price: 240_000, unit: "式", note: "搬送装置を自作" }, "消耗品費", null],
    ["PA ご祝儀", { price: 5_000, unit: "人" }, "補助員費", null],
  ];
  test.each(cases)("%s", (description, typed, middle, minor) => {
    const answer = judge(description, typed);
    expect([answer.middle, answer.minor]).toEqual([middle, minor]);
  });
});

describe("the relation to the project decides, and where two uses share a thing a person looks", () => {
  const cases: readonly (readonly [string, Typed, "eligible" | "ineligible" | "review"])[] = [
    // Denied in other words than "無関係".
    ["観賞用 大型水槽", { price: 420_000, unit: "台", note: "補助事業外" }, "ineligible"],
    ["更衣ロッカー", { price: 240_000, unit: "台", note: "本プロジェクトとは別に手配" }, "ineligible"],
    ["画像検査装置", { price: 2_400_000, unit: "台", note: "補助事業の外注先へ貸与" }, "eligible"],
    // The project named only to deny it.
    ["業務用オーブン", { price: 480_000, unit: "台", note: "DX案件ではない" }, "ineligible"],
    ["高圧洗浄機", { price: 260_000, unit: "台", note: "本取組には使わない" }, "ineligible"],
    ["業務用オーブン", { price: 480_000, unit: "台", note: "DX案件の温度記録用" }, "eligible"],
    ["洗剤 業務用", { price: 2_000, unit: "缶", note: "量産ラインの補充" }, "ineligible"],
    // What it stands on or serves is not the thing.
    ["位置タグ 台車用", { price: 9_000, unit: "個" }, "eligible"],
    ["スチール台車", { price: 28_000, unit: "台" }, "review"],
    // Shared.
    ["無停電電源装置", { price: 640_000, unit: "台", note: "実験機と事務所の両方で使用" }, "review"],
    [
      "換気設備 更新",
      { price: 380_000, unit: "式", vendor: "若松建装", note: "老朽対策と新設炉の排熱を兼ねる" },
      "review",
    ],
    // The trade of the company is not its leisure, and a subject of a program no use.
    ["ゴルフスイング解析カメラ", { price: 480_000, unit: "台" }, "eligible"],
    ["接待ゴルフ", { price: 24_000, unit: "名" }, "ineligible"],
    ["懇親会場の予約画面 設計", { price: 240_000, unit: "式" }, "eligible"],
    ["客室 スマートロック用 LAN配線", { price: 9_000, unit: "室", vendor: "八幡電設" }, "eligible"],
    ["社長送迎の車両", { price: 3_900_000, unit: "台" }, "ineligible"],
    // Proved by nothing said.
    ["配送トラック 荷台修理", { price: 120_000, unit: "台" }, "review"],
    ["採用サイト 求人広告掲載", { price: 80_000, unit: "月" }, "review"],
    ["電気料金", { price: 52_000, unit: "月", vendor: "九州電力" }, "review"],
    ["電気料金 本社ビル", { price: 52_000, unit: "月", vendor: "九州電力" }, "ineligible"],
    // Years counted from this one; what runs since long, and is prolonged before it ends.
    ["攪拌機（昨年12月発注）", { price: 2_400_000, unit: "台" }, "ineligible"],
    ["攪拌機（本年9月発注）", { price: 2_400_000, unit: "台" }, "eligible"],
    ["ウイルスバスター 期限前の延長 20台", { price: 3_000, unit: "本" }, "ineligible"],
    ["複写機リース 現行", { price: 12_000, unit: "月" }, "ineligible"],
    // Pay beside wages; a university's own staff.
    ["秋祭り 臨時手当", { price: 6_000, unit: "人", note: "単発の支給" }, "ineligible"],
    ["研究支援員 高専雇用", { price: 1_250, unit: "時間", vendor: "高専" }, "ineligible"],
    // Supplies of an office, and of production.
    ["イエロートナー", { price: 14_000, unit: "本", vendor: "OA商会" }, "ineligible"],
    ["シュレッダー用ゴミ袋", { price: 1_900, unit: "箱" }, "ineligible"],
    ["バーコードプリンタ用 インクリボン", { price: 4_800, unit: "巻" }, "review"],
    ["サーボモータードライバ", { price: 28_000, unit: "個" }, "eligible"],
    ["ドライバーセット", { price: 8_000, unit: "組" }, "review"],
    // A talk about something is no open question.
    ["ルートイン 1泊", { price: 7_800, unit: "泊", vendor: "ルートイン", note: "治具図面の協議" }, "eligible"],
    ["業務アプリ開発", { price: 900_000, unit: "式", note: "範囲は協議" }, "review"],
    ["委員謝金 公立大学准教授", { price: 18_000, unit: "回" }, "review"],
    ["ICカードへの入金", { price: 5_000, unit: "回", note: "担当者" }, "review"],
  ];
  test.each(cases)("%s", (description, typed, eligibility) => {
    expect(judge(description, typed).eligibility).toBe(eligibility);
  });
});

describe("a word that refuses has to be meant", () => {
  type Ruling = readonly [string, Typed, "eligible" | "ineligible" | "review"];
  const company = { vendor: "㈱響コード", unit: "式", price: 800_000 };
  const cases: readonly Ruling[] = [
    // What a program, a device or a study is about.
    ["手土産ギフト選定チャットボット 開発", company, "eligible"],
    ["生花 在庫予測 ダッシュボード制作", company, "eligible"],
    ["契約更新時期お知らせ機能 追加開発", company, "eligible"],
    ["掌紋(手形)読取装置 入退管理", { vendor: "㈱認証技研", unit: "台", price: 312_000 }, "eligible"],
    ["手土産 視察先", { vendor: "菓子店", unit: "個", price: 3_200 }, "ineligible"],
    // Classes of travel, and companies named after what they drive.
    ["東京便 ファースト 片道", { vendor: "JAL", unit: "名", price: 48_000 }, "ineligible"],
    ["ファーストキャビン 博多 宿泊", { unit: "泊", price: 5_800 }, "eligible"],
    ["タクシー業協会への聞取り 新幹線(普通)", { vendor: "JR九州", unit: "名", price: 22_400 }, "eligible"],
    // Titles of the past, and denied.
    ["技術課 前職は高専助教 AI実装担当", { unit: "時間", price: 2_980 }, "eligible"],
    ["工場長(非役員) 実証統括", { unit: "時間", price: 3_020 }, "eligible"],
    ["取締役 CIO 要件統括", { unit: "時間", price: 4_300 }, "ineligible"],
    // Beside a word of the project routine is looked at; without one it is refused.
    ["ECデータ出荷分 送料(通常の注文)", { vendor: "ヤマト運輸", unit: "個", price: 820 }, "review"],
    ["炉材 定期補修", { vendor: "炉材九州", note: "5年ごとの定期補修", unit: "式", price: 420_000 }, "ineligible"],
    // Days without a year that no year brings into the period.
    ["機器選定出張 4/2~4/3 大阪", { vendor: "JR西日本", unit: "名", price: 42_000 }, "ineligible"],
    ["機器選定出張 6/2~6/3 大阪", { vendor: "JR西日本", note: "普通車", unit: "名", price: 42_000 }, "eligible"],
    ["5軸加工機", { note: "納期 令和8年5月", unit: "台", price: 9_800_000 }, "ineligible"],
    ["樹脂板 厚さ3/2 加工", { unit: "枚", price: 4_200, vendor: "ミスミ" }, "eligible"],
    // A word within a name says nothing of the line.
    ["葬儀場向け案内端末の調査 博多 新幹線普通車", { unit: "往復", price: 5_800 }, "eligible"],
    ["花の定期便サイト 決済画面の構築", { vendor: "㈱黒潮電算", unit: "式", price: 480_000 }, "eligible"],
    ["定期便の運賃 倉庫-本社", { vendor: "運輸会社", unit: "回", price: 3_000 }, "ineligible"],
    ["取引先を招いた会席", { vendor: "料理店", unit: "人", price: 8_000 }, "ineligible"],
    // What another grant pays for, what goes out month by month, nights that nobody has to stay.
    ["受注画面の改修（国の別の補助金で交付済み）", { vendor: "電算社", unit: "式", price: 300_000 }, "ineligible"],
    ["紙おむつ 施設へ毎月納品する分の補充", { vendor: "介護用品", unit: "箱", price: 2_400 }, "ineligible"],
    ["宿泊 岡山 1泊（10〜11時の会議のみ）", { vendor: "ホテル岡山", unit: "泊", price: 8_700 }, "ineligible"],
    ["宿泊 岡山 1泊（2日間の試験立会）", { vendor: "ホテル岡山", unit: "泊", price: 8_700 }, "eligible"],
    ["運転手 派遣(X社。X社はY社の派遣を受けている)", { vendor: "X社", unit: "h", price: 2_000 }, "ineligible"],
    ["店舗 外壁サイディング張替え", { vendor: "内装工業", unit: "式", price: 1_900_000 }, "ineligible"],
    ["個人タク 深夜 駅→工場", { vendor: "個人タクシー組合", unit: "回", price: 3_400 }, "ineligible"],
    ["Production director 要件確認", { unit: "h", price: 4_000 }, "ineligible"],
    ["Production lead (non-director) 要件確認", { unit: "h", price: 3_000 }, "eligible"],
    ["社長の奥さん 伝票入力", { unit: "h", price: 1_100 }, "review"],
    ["送風機 モーター巻替え", { vendor: "電機工業", unit: "台", price: 140_000 }, "review"],
    ["分析装置", { vendor: "計測社", unit: "台", price: 3_200_000, note: "支払 電子記録債権 60日" }, "review"],
    ["溶接技能検定 受検料", { vendor: "能力開発協会", unit: "名", price: 17_000 }, "review"],
    // A model's number at the price of a machine is no cartridge.
    ["ラベル貼付機 TK-650", { vendor: "機工社", unit: "台", price: 2_900_000 }, "eligible"],
    // Something is used; the words do not say what.
    ["ソフト使用料 月額", { vendor: "㈱黒潮電算", unit: "月", price: 11_000 }, "review"],
    ["同業組合 入会金", { vendor: "同業組合", unit: "口", price: 50_000 }, "review"],
  ];
  test.each(cases)("%s", (description, typed, eligibility) => {
    expect(judge(description, typed).eligibility).toBe(eligibility);
  });
});

describe("what is done, by whom, and how it is counted decide the item", () => {
  const cases: readonly Case[] = [
    ["検温ゲート 支柱 根巻き", { vendor: "若戸建設(株)", unit: "基", price: 52_000 }, "土木・建築工事費", null],
    ["派遣スタッフ適性マッチングアプリ 試作", { vendor: "ラボ合同会社", unit: "人日", price: 92_000 }, "外注費", null],
    ["数値制御 指導員派遣", { vendor: "技術振興会", unit: "回", price: 42_000 }, "諸経費", "技術指導費"],
    ["酒フェア 出展料", { vendor: "見本市事務局", unit: "小間", price: 220_000 }, "諸経費", "その他"],
    ["点字翻訳機", { vendor: "福祉機器", unit: "台", price: 460_000 }, "機械装置等製作・購入費", null],
    ["釣り具管理ソフト パッケージ 3端末", { vendor: "船具ソフト", unit: "式", price: 240_000 }, "消耗品費", null],
    ["見守りキット 30組一括(1組7,200円)", { vendor: "IoT商会", unit: "式", price: 216_000 }, "消耗品費", null],
    ["粗揉機 ロギング機能追加", { vendor: "製茶機械", unit: "台", price: 340_000 }, "保守・改造修理費", null],
    ["パ-ト 選果場 計量記録試行", { unit: "時間", price: 1_040 }, "補助員費", null],
    ["乗車履歴データの変換作業", { vendor: "計算センター", unit: "式", price: 90_000 }, "外注費", null],
    ["圧縮機 圧力計のデジタル化", { vendor: "計装社", unit: "台", price: 180_000 }, "保守・改造修理費", null],
    ["図面SW perpetual (USB key)", { vendor: "ソフト社", unit: "本", price: 310_000 }, "消耗品費", null],
    ["社用車 軽油代", { vendor: "ENEOS", unit: "L", price: 150 }, "旅費", null],
    ["圃場巡回 ガソリン代", { vendor: "ENEOS", unit: "L", price: 170 }, "旅費", null],
  ];
  test.each(cases)("%s", (description, typed, middle, minor) => {
    const answer = judge(description, typed);
    expect([answer.middle, answer.minor]).toEqual([middle, minor]);
  });
});

test.each([
  ["POSレジ用 レシートプリンター", "レジ等"],
  ["レジ用 バーコードスキャナー", "レジ等"],
  ["POSレジ キャッシュドロア", "レジ等"],
  ["在庫管理用 バーコードスキャナー", "PC等"],
  ["来客用 ディスプレイ", "PC等"],
])("what a cash register is made up of is of it: %s", (description, part) => {
  const scheme = schemeById("it-2022") as Scheme;
  expect(judge(description, { price: 62_000, unit: "台" }, scheme).minor).toBe(part);
});

test.each([
  ["調査データ保存用 外付けSSD", "eligible"],
  ["データ保存用 外付けSSD", "review"],
] as const)("what a study brought is kept for the project: %s", (description, eligibility) => {
  expect(judge(description, { price: 19_800, unit: "台", vendor: "電器店" }).eligibility).toBe(eligibility);
});
