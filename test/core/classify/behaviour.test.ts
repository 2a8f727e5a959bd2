import { judge, lineOf, type Typed } from "./line";
import { classify } from "../../../src/core/classify/classify";
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

describe("an answer says why", () => {
  test("with the clause, the words as typed, and the runner-up", () => {
    const typed = { price: 90_000, unit: "月" };
    const answer = judge("ﾛﾎﾞｯﾄｱｰﾑ ﾚﾝﾀﾙ料", typed);
    expect(answer.clause).toBe("5(1)①");
    const evidence = evidenceOf(lineOf("ﾛﾎﾞｯﾄｱｰﾑ ﾚﾝﾀﾙ料", typed), answer.nature.kind);
    expect(evidence.map(({ text }) => text)).toContain("ﾚﾝﾀﾙ料");
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

  test("a bare name paid by the hour is a wage", () => {
    expect(classify(lineOf("佐藤 健一(経営企画課)", { unit: "h", price: 2_232, stated: "従業員費" }), 2025).kind).toBe(
      "employee-wage",
    );
  });
});
