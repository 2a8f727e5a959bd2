/**
 * Budgets of invented applicants, each in a layout of its own, with the figures a correct check gives. The figures are
 * worked out here from the amounts of the grid, by whole yen and exact fractions, never taken from a run.
 */
import type { Settings } from "../../src/core/judge/settings";
import type { Expected } from "../golden/compare";
import type { CellLiteral, CellSpec, SheetSpec } from "../ooxml/build";

export interface Book {
  readonly name: string;
  readonly settings: Settings;
  readonly sheets: readonly SheetSpec[];
  readonly expected: Omit<Expected, "args" | "exit">;
}

const KIKAI = "機械装置等製作・購入費";
const SHOMO = "消耗品費";
const GAICHU = "外注費";
const SHOKEIHI = "諸経費";
const RYOHI = "旅費";
const CHIZAI = "知的財産権関連経費";
const JUGYOIN = "従業員費";
const HOJOIN = "補助員費";

/** "2025-06-01" → an Excel date. */
const day = (iso: string): CellSpec => ({
  value: Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + 25_569,
  format: "yyyy/m/d",
});
const struck = (value: string | number): CellSpec => ({ value, strike: true });

type Row = readonly CellLiteral[];
const blank: Row = [];

/** row, 中項目, amount as read, amount that counts (none: all of it); 0 of something is an ineligible line. */
type Line = readonly [row: number, middle: string, amount: number, counts?: number];

const lines = (sheet: string, of: readonly Line[]) =>
  of.map(([row, middle, amount, counts = amount]) => ({
    sheet,
    row,
    amount,
    eligibleAmount: counts,
    ...(counts === 0 ? { eligibility: "ineligible" } : { middle }),
  }));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const claimed = (of: readonly Line[]) => sum(of.map(([, , amount]) => amount));
const eligible = (of: readonly Line[]) => sum(of.map(([, , amount, counts = amount]) => counts));
const byMiddle = (of: readonly Line[]) => {
  const sums: Record<string, number> = {};
  for (const [, middle, amount, counts = amount] of of) sums[middle] = (sums[middle] ?? 0) + counts;
  return sums;
};
/** numerator × yen ÷ denominator, floored to the yen and to 1,000 yen. */
const subsidy = (allowed: number, numerator: number, denominator: number) => {
  const yen = Math.floor((allowed * numerator) / denominator);
  return { beforeCap: yen, amount: yen - (yen % 1000) };
};
const totalsOf = (of: readonly Line[]) => ({
  claimed: claimed(of),
  eligible: eligible(of),
  allowed: eligible(of),
  byMiddle: byMiddle(of),
});
const at = (sheet: string, rule: string, ...rows: readonly number[]) => rows.map((row) => ({ rule, sheet, row }));

const severalCounts = ((): Book => {
  const sheet = "経費明細書";
  const of: Line[] = [
    [6, RYOHI, 160000],
    [7, RYOHI, 84000],
    [8, SHOKEIHI, 110000],
    [9, GAICHU, 1800000, 0],
    [10, SHOMO, 200000, 0],
    [11, SHOMO, 12000, 0],
    [12, SHOKEIHI, 90000],
    [13, GAICHU, 2400000],
  ];
  return {
    name: "one 費目 column, 員数 × 回数, dates under 日程, ditto marks, the frame in the title alone",
    settings: {},
    sheets: [
      {
        name: sheet,
        rows: [
          ["令和７年度ＤＸ推進補助金（事業変革枠）経費明細書"],
          ["有限会社若戸ファーム加工", null, null, null, null, "（単位：円、税抜）"],
          blank,
          ["費目", "内容", "単価", "員数", "回数", "経費", "日程", null, null, "備考"],
          [null, null, null, null, null, null, "発注", "納品", "支払"],
          [
            RYOHI,
            "東京 システム会社との打合せ 新幹線（普通車指定席）往復",
            40000,
            2,
            2,
            160000,
            day("2025-06-02"),
            day("2025-06-20"),
            day("2025-07-10"),
          ],
          ["〃", "大阪 導入先工場の見学 新幹線（普通車指定席）往復", 28000, 1, 3, 84000, "R7.7.1", "R7.7.18", "R7.8.8"],
          [SHOKEIHI, "設備会社技術者による技術指導の謝金", 30000, 1, 4, 110000, "2025/6/1", "2025/9/30", "2025/10/31"],
          [
            GAICHU,
            "生産管理システムの開発委託",
            1800000,
            1,
            1,
            1800000,
            "令和7年4月10日",
            "令和7年9月30日",
            "令和7年10月31日",
          ],
          [SHOMO, "温度ロガー", 25000, 8, 1, 200000, day("2025-12-01"), day("2026-02-05"), day("2026-01-30")],
          ["同上", "通信ケーブル", 1200, 10, 1, 12000, day("2025-12-01"), day("2026-01-15"), day("2026-02-20")],
          [SHOKEIHI, "測定器の賃借料", 15000, 1, 6, 90000, day("2025-08-01"), day("2026-01-31"), day("2026-02-27")],
          [
            GAICHU,
            "選果画像の判別プログラム開発委託",
            2400000,
            1,
            1,
            2400000,
            day("2025-06-16"),
            day("2025-12-19"),
            day("2026-01-20"),
          ],
          ["合計", null, null, null, null, 4856000],
        ],
        merges: ["G4:I4"],
      },
    ],
    expected: {
      lines: lines(sheet, of),
      totals: totalsOf(of),
      ratios: [{ id: "travel", amount: 244000, base: 2600000, allowed: 244000, status: "ok" }],
      subsidy: { rate: "2/3", cap: 5000000, ...subsidy(eligible(of), 2, 3) },
      findings: {
        must: [...at(sheet, "arithmetic/line", 8), ...at(sheet, "eligibility/period", 9, 10, 11)],
        mustNotRules: ["arithmetic/total", "tax/inclusive", "category/missing", "eligibility/overseas-travel"],
        mustNotAt: [
          ...at(sheet, "arithmetic/line", 6, 7, 9, 10, 11, 12, 13),
          ...at(sheet, "eligibility/period", 6, 7, 8, 12, 13),
        ],
      },
    },
  };
})();

const headings = ((): Book => {
  const sheet = "積算";
  const of: Line[] = [
    [6, SHOMO, 180000],
    [7, SHOMO, 190000],
    [8, SHOMO, 70000, 0],
    [10, SHOMO, 180000],
    [14, GAICHU, 1200000],
    [16, SHOKEIHI, 44000],
    [17, SHOKEIHI, 3300, 0],
  ];
  return {
    name: "group headings in rows of their own, no header over the item column",
    settings: {},
    sheets: [
      {
        name: sheet,
        rows: [
          ["経費積算書（計画策定枠）　株式会社高塔製作所"],
          blank,
          ["項目", null, "単価", "数量", "単位", "金額（円・税抜）", "備考"],
          ["Ⅰ 物品費"],
          ["(1) 消耗品費"],
          [null, "ビーコン発信機", 4500, 40, "個", 180000],
          [null, "業務フロー可視化ソフト（買い切りライセンス）", 95000, 2, "本", 190000],
          [null, "来場者に配る社名入りタオル（ノベルティ）", 350, 200, "枚", 70000],
          ["(2) 機械装置等製作・購入費"],
          [null, "無線中継装置", 180000, 1, "台", 180000],
          ["小計", null, null, null, null, 620000],
          ["Ⅱ その他経費"],
          ["(1) 外注費"],
          [null, "現場データの分析委託", 1200000, 1, "式", 1200000],
          ["(2) 諸経費"],
          [null, "製造業ＤＸセミナー参加費", 22000, 2, "名", 44000],
          [null, "銀行振込手数料", 660, 5, "回", 3300],
          ["小計", null, null, null, null, 1244000],
          ["合計", null, null, null, null, 1867300],
        ],
      },
    ],
    expected: {
      lines: lines(sheet, of),
      totals: { ...totalsOf(of), byMajor: { 物品費: 550000, 労務費: 0, その他経費: 1244000 } },
      subsidy: { rate: "2/3", cap: 2000000, ...subsidy(eligible(of), 2, 3) },
      findings: {
        must: [
          ...at(sheet, "eligibility/excluded-item", 8, 17),
          ...at(sheet, "category/equipment-threshold", 10),
          ...at(sheet, "arithmetic/total", 18),
        ],
        mustNotRules: ["arithmetic/line", "category/missing", "category/software"],
        mustNotAt: [...at(sheet, "arithmetic/total", 11, 19), ...at(sheet, "eligibility/excluded-item", 16)],
      },
    },
  };
})();

const bothTaxes = ((): Book => {
  const sheet = "予算書";
  const of: Line[] = [
    [4, SHOMO, 66000],
    [5, GAICHU, 1100000],
    [6, SHOKEIHI, 24000],
    [7, SHOKEIHI, 3000, 0],
    [8, SHOMO, 88000],
    [9, SHOKEIHI, 36000],
  ];
  return {
    name: "amounts without and with tax side by side, item texts one column to the right of their heading",
    settings: {},
    sheets: [
      {
        name: sheet,
        rows: [
          ["令和7年度 DX推進補助金 計画策定枠 予算書"],
          blank,
          ["中項目", "品名", null, "税抜金額", "税込金額", "支払先", "所在地", "備考"],
          [SHOMO, null, "赤外線式通過カウンター", 66000, 72600, "枝光計測株式会社", "北九州市八幡東区"],
          [GAICHU, null, "現状業務のデータ分析委託", 1100000, 1210000, "株式会社中洲分析", "福岡市博多区"],
          [SHOKEIHI, null, "会議室使用料（計画検討会議）", 24000, 26400, "小倉会館", "北九州市小倉北区"],
          [SHOKEIHI, null, "検討会議のお茶菓子", 3000, 3240, "菓子舗いとう", "北九州市小倉北区"],
          [SHOMO, null, "見積作成ソフト（パッケージ版・買切）", 88000, 96800, "戸畑ソフト販売", "北九州市戸畑区"],
          [SHOMO, null, "クラウド型勤怠管理サービス利用料（6か月分）", 36000, 39600, "若松クラウド", "北九州市若松区"],
          ["合計", null, null, 1317000, 1448640],
        ],
      },
    ],
    expected: {
      lines: lines(sheet, of),
      totals: totalsOf(of),
      subsidy: { rate: "2/3", ...subsidy(eligible(of), 2, 3) },
      findings: {
        must: [
          ...at(sheet, "vendor/outside-city", 5),
          ...at(sheet, "eligibility/excluded-item", 7),
          ...at(sheet, "category/software", 9),
        ],
        mustNotRules: ["tax/inclusive", "tax/mixed", "arithmetic/total", "arithmetic/line", "cloud/proration"],
        mustNotAt: at(sheet, "category/software", 8),
      },
    },
  };
})();

const inclusiveTable: SheetSpec = {
  name: "経費一覧",
  rows: [
    ["DX推進補助金 事業変革枠 経費一覧"],
    ["金額はすべて消費税込みです。"],
    blank,
    ["経費区分", "経費内容", "税込単価", "数量", "税込金額", "備考"],
    [KIKAI, "卓上レーザー刻印機", 209000, 1, 209000],
    [KIKAI, "自動梱包機", 3300000, 1, 3300000],
    [GAICHU, "出荷管理システムの開発委託", 2200000, 1, 2200000],
    [HOJOIN, "アルバイト賃金（データ登録作業）", 1080, 100, 108000],
    [RYOHI, "岡山 先進工場の見学 新幹線（普通車指定席）", 25000, 2, 50000],
    ["合計", null, null, null, 5867000],
  ],
};

const inclusiveThoughExclusive = ((): Book => {
  const sheet = "経費一覧";
  const without = (yen: number) => Math.floor((yen * 10) / 11);
  const of: Line[] = [
    [5, SHOMO, 209000, without(209000)],
    [6, KIKAI, 3300000, without(3300000)],
    [7, GAICHU, 2200000, without(2200000)],
    [8, HOJOIN, 108000],
    [9, RYOHI, 50000, without(50000)],
  ];
  return {
    name: "a tax-inclusive table of an applicant who must leave tax out: wages bear none, the threshold is tested without",
    settings: { applicant: "sme", tax: "exclusive" },
    sheets: [inclusiveTable],
    expected: {
      lines: lines(sheet, of),
      totals: totalsOf(of),
      subsidy: { rate: "2/3", ...subsidy(eligible(of), 2, 3) },
      findings: {
        must: [
          { rule: "tax/inclusive", sheet },
          ...at(sheet, "category/equipment-threshold", 5),
          ...at(sheet, "asset/disposal-restricted", 6),
        ],
        mustNotRules: ["arithmetic/line", "arithmetic/total", "tax/mixed"],
        mustNotAt: [...at(sheet, "category/equipment-threshold", 6), ...at(sheet, "tax/inclusive", 8)],
      },
    },
  };
})();

const exempt = ((): Book => {
  const sheet = "経費一覧";
  const of: Line[] = [
    [5, KIKAI, 209000],
    [6, KIKAI, 3300000],
    [7, GAICHU, 2200000],
    [8, HOJOIN, 108000],
    [9, RYOHI, 50000],
  ];
  return {
    name: "the same table of an applicant exempt from consumption tax",
    settings: {},
    sheets: [
      {
        name: "基本情報",
        rows: [
          ["申請者", "個人商店 修多羅工房"],
          ["事業者区分", "市内中小企業"],
          ["課税区分", "免税事業者"],
          ["補助率", "三分の二"],
          ["補助金申請額", "3,911,000円"],
        ],
      },
      inclusiveTable,
    ],
    expected: {
      lines: lines(sheet, of),
      totals: totalsOf(of),
      subsidy: { rate: "2/3", ...subsidy(eligible(of), 2, 3), requested: 3911000 },
      findings: {
        must: at(sheet, "asset/disposal-restricted", 6),
        mustNotRules: [
          "tax/inclusive",
          "tax/mixed",
          "category/equipment-threshold",
          "subsidy/rate",
          "subsidy/requested",
          "subsidy/rounding",
          "arithmetic/line",
        ],
      },
    },
  };
})();

const stacked = ((): Book => {
  const sheet = "経費内訳";
  const of: Line[] = [
    [5, SHOMO, 180000],
    [6, SHOMO, 126000],
    [7, SHOMO, 5400, 0],
    [12, GAICHU, 980000],
    [13, SHOKEIHI, 33000, 0],
    [14, SHOKEIHI, 150000, 0],
    [15, CHIZAI, 118000, 0],
    [16, CHIZAI, 60000],
  ];
  return {
    name: "two tables one below the other with headers of their own, a sheet that repeats totals, an older version",
    settings: { frame: "planning" },
    sheets: [
      {
        name: "集計",
        rows: [
          ["経費集計表"],
          ["費目", "金額"],
          ["物品費", { formula: "経費内訳!E8", value: 311400 }],
          ["その他経費", { formula: "経費内訳!F17", value: 1341000 }],
          ["合計", 1652400],
        ],
      },
      {
        name: sheet,
        rows: [
          ["DX推進補助金 経費内訳（税抜）"],
          blank,
          ["１．物品費"],
          ["品名", "仕様", "税抜単価", "個数", "税抜金額"],
          ["振動センサー", "3軸", 15000, 12, 180000],
          ["データロガー", "8ch", 42000, 3, 126000],
          ["事務用品（ノート・ファイル）", null, 5400, 1, 5400],
          ["小計", null, null, null, 311400],
          blank,
          ["２．その他経費"],
          ["件名", "業者名", "契約日", "支払日", "支払方法", "見積額"],
          ["受注データの分析委託", "枝光データ株式会社", "2025/6/2", "2025/12/26", "口座振込", 980000],
          ["導入検討セミナー受講料", "九州ＤＸ協会", "2025/7/1", "2025/7/15", "クレジットカード（リボ払い）", 33000],
          ["専門家による技術指導料", "折尾技術士事務所", "2025/6/10", "2026/1/20", "小切手", 150000],
          ["特許の審査請求料", "特許庁", "2025/9/1", "2025/10/1", "現金", 118000],
          ["特許明細書の翻訳料", "黒崎翻訳", "2025/9/1", "2025/10/31", "銀行振込", 60000],
          ["小計", null, null, null, null, 1341000],
          ["合計", null, null, null, null, 1652400],
        ],
      },
      {
        name: "経費内訳（旧）",
        visibility: "hidden",
        rows: [
          ["DX推進補助金 経費内訳（税抜）5月版"],
          blank,
          ["１．物品費"],
          ["品名", "仕様", "税抜単価", "個数", "税抜金額"],
          ["振動センサー", "3軸", 16000, 12, 192000],
          ["データロガー", "8ch", 45000, 3, 135000],
          ["小計", null, null, null, 327000],
        ],
      },
    ],
    expected: {
      lines: lines(sheet, of),
      totals: totalsOf(of),
      subsidy: { rate: "2/3", ...subsidy(eligible(of), 2, 3) },
      findings: {
        must: [
          ...at(sheet, "eligibility/excluded-item", 7),
          ...at(sheet, "eligibility/payment-method", 13, 14),
          ...at(sheet, "eligibility/patent-office-fee", 15),
        ],
        mustNotRules: ["arithmetic/line", "arithmetic/total", "eligibility/period", "tax/inclusive"],
        mustNotAt: [
          ...at(sheet, "eligibility/payment-method", 12, 15, 16),
          ...at(sheet, "eligibility/patent-office-fee", 16),
        ],
      },
    },
  };
})();

const consortium = ((): Book => {
  const [kurosaki, dokai, daigaku] = ["黒崎メタル", "洞海ソフト", "西海工科大学"] as const;
  const head: Row = ["費目", "内訳", "単価", "数量", "単位", "金額", "備考"];
  const of: Record<string, Line[]> = {
    [kurosaki]: [
      [4, KIKAI, 1200000],
      [5, RYOHI, 150000],
      [6, RYOHI, 180000, 0],
      [7, RYOHI, 210001],
    ],
    [dokai]: [
      [4, GAICHU, 500000],
      [5, RYOHI, 99999],
    ],
    [daigaku]: [
      [4, SHOMO, 90000],
      [5, RYOHI, 50000],
      [6, HOJOIN, 210000],
      [7, JUGYOIN, 200000, 0],
    ],
  };
  const all = Object.values(of).flat();
  const travel = (line: readonly Line[]) => eligible(line.filter(([, middle]) => middle === RYOHI));
  const T = travel(all);
  const R = eligible(all) - T;
  const limit = Math.floor(R / 5);
  const cut = T - limit;
  const share = (name: string) => Math.floor((cut * travel(of[name] ?? [])) / T);
  const rest = cut - share(kurosaki) - share(dokai) - share(daigaku);
  const allowed = (name: string) => eligible(of[name] ?? []) - share(name) - (name === kurosaki ? rest : 0);
  // over a common denominator of 6: sme 4/6, others 3/6
  const sixths = 4 * (allowed(kurosaki) + allowed(dokai)) + 3 * allowed(daigaku);
  return {
    name: "a consortium with a university, one sheet a member, two trips abroad, travel far over",
    settings: { frame: "transformation" },
    sheets: [
      {
        name: "構成員一覧",
        rows: [
          ["構成員名", "役割", "区分"],
          ["洞海ソフト合同会社", "構成員", "市内中小企業"],
          ["黒崎メタル株式会社", "代表", "市内中小事業者"],
          [daigaku, "構成員", "大学・研究機関"],
        ],
      },
      {
        name: kurosaki,
        rows: [
          ["構成員名：黒崎メタル株式会社"],
          blank,
          head,
          [KIKAI, "自動寸法計測装置", 1200000, 1, "台", 1200000],
          [RYOHI, "台湾・台北 部品メーカーでの現地調査 航空券（エコノミー） 岩田 実", 150000, 1, "回", 150000],
          [RYOHI, "ベトナム・ハノイ 委託先工場での現地調査 航空券（エコノミー） 岩田 実", 180000, 1, "回", 180000],
          [RYOHI, "名古屋 計測機メーカーとの打合せ 岩田 実", 210001, 1, "式", 210001],
          ["合計", null, null, null, null, 1740001],
        ],
      },
      {
        name: dokai,
        rows: [
          ["構成員名：洞海ソフト合同会社"],
          blank,
          head,
          [GAICHU, "計測データの分析委託", 500000, 1, "式", 500000],
          [RYOHI, "東京 センサーメーカーとの打合せ", 33333, 3, "回", 99999],
          ["合計", null, null, null, null, 599999],
        ],
      },
      {
        name: daigaku,
        rows: [
          ["構成員名：西海工科大学"],
          blank,
          head,
          [SHOMO, "計測データ記録用SSD", 18000, 5, "個", 90000],
          [RYOHI, "熊本 現地計測", 50000, 1, "回", 50000],
          [HOJOIN, "学生アルバイト（データ入力）", 1050, 200, "時間", 210000],
          [JUGYOIN, "大学教員人件費（教授）", 5000, 40, "時間", 200000],
          ["合計", null, null, null, null, 550000],
        ],
      },
    ],
    expected: {
      lines: Object.entries(of).flatMap(([sheet, lineOf]) => lines(sheet, lineOf)),
      totals: { claimed: claimed(all), eligible: R + T, allowed: R + limit, byMiddle: byMiddle(all) },
      ratios: [{ id: "travel", amount: T, base: R, allowed: limit, status: "error" }],
      members: [
        { name: "黒崎メタル株式会社", class: "sme", rate: "2/3", allowed: allowed(kurosaki) },
        { name: "洞海ソフト合同会社", class: "sme", rate: "2/3", allowed: allowed(dokai) },
        { name: daigaku, class: "non-sme", rate: "1/2", allowed: allowed(daigaku) },
      ],
      subsidy: { rate: null, ...subsidy(sixths, 1, 6) },
      findings: {
        must: [
          ...at(kurosaki, "eligibility/overseas-travel", 6),
          ...at(daigaku, "eligibility/excluded-item", 7),
          { rule: "ratio/travel", severity: "error" },
        ],
        mustNotRules: ["arithmetic/line", "arithmetic/total"],
        mustNotAt: [
          ...at(kurosaki, "eligibility/overseas-travel", 5, 7),
          ...at(daigaku, "eligibility/excluded-item", 6),
        ],
      },
    },
  };
})();

const labourGrid = ((): Book => {
  const sheet = "予算";
  const pay = "人件費単価";
  const months = "月別";
  const ishibashi = 2 * Math.min(1900 * 50, 90000);
  const claimedStaff = 2312 * 270 + 1900 * 100 + 4000 * 20;
  const countedStaff = 2312 * 270 + ishibashi;
  const part = 1100 * 90;
  const of: Line[] = [
    [5, KIKAI, 750000],
    [6, JUGYOIN, claimedStaff, countedStaff],
    [7, GAICHU, 1000000],
  ];
  return {
    name: "labour as one line 別紙, its people on a sheet of their own, hours and pay as a grid of months",
    settings: { frame: "transformation", applicant: "sme" },
    sheets: [
      {
        name: sheet,
        rows: [
          ["事業変革枠 収支予算（支出）"],
          ["※税抜"],
          blank,
          ["大項目", "中項目", "名称", "単価", "数量", "金額"],
          ["物品費", KIKAI, "自動仕分け装置", 750000, 1, 750000],
          ["労務費", JUGYOIN, "別紙のとおり", null, null, claimedStaff],
          ["その他経費", GAICHU, "仕分けシステムの開発委託", 1000000, 1, 1000000],
          ["合計", null, null, null, null, claimedStaff + 1750000],
        ],
      },
      {
        name: pay,
        rows: [
          ["人件費単価 算出表（令和7年4月支給）"],
          blank,
          [
            "氏名",
            "役職",
            "区分",
            "基本給",
            "諸手当",
            "法定福利費",
            "月所定労働時間",
            "時間単価",
            "予定時間",
            "労務費",
          ],
          ["田村 修", "係長", "従業員", 300000, 20000, 50000, 160, 2312, 270, 2312 * 270],
          ["石橋 結衣", "主任", "従業員", 250000, 10000, 40000, 155, 1900, 100, 190000],
          ["財部 昭", "取締役", "従業員", 600000, 0, 40000, 160, 4000, 20, 80000],
          ["三木 文", "パート", "補助員", null, null, null, null, 1100, 90, part],
        ],
      },
      {
        name: months,
        rows: [
          ["月別 従事時間・実支給額"],
          blank,
          ["氏名", "項目", "6月", "7月"],
          ["田村 修", "従事時間", 100, 170],
          ["田村 修", "実支給額", 300000, 420000],
          ["石橋 結衣", "従事時間", 50, 50],
          ["石橋 結衣", "実支給額", 90000, 90000],
        ],
      },
    ],
    expected: {
      lines: lines(sheet, of),
      labour: [
        {
          sheet: pay,
          row: 4,
          person: "田村 修",
          kind: JUGYOIN,
          statedRate: 2312,
          rate: 2312,
          hours: 270,
          eligibleAmount: 2312 * 270,
        },
        {
          sheet: pay,
          row: 5,
          person: "石橋 結衣",
          kind: JUGYOIN,
          statedRate: 1900,
          hours: 100,
          eligibleAmount: ishibashi,
        },
        { sheet: pay, row: 6, person: "財部 昭", kind: JUGYOIN, eligibleAmount: 0 },
        {
          sheet: pay,
          row: 7,
          person: "三木 文",
          kind: HOJOIN,
          statedRate: 1100,
          rate: 1100,
          hours: 90,
          eligibleAmount: part,
        },
      ],
      totals: {
        claimed: claimed(of) + part,
        eligible: eligible(of) + part,
        allowed: eligible(of) + part,
        byMiddle: { ...byMiddle(of), [HOJOIN]: part },
      },
      subsidy: { rate: "2/3", ...subsidy(eligible(of) + part, 2, 3) },
      findings: {
        must: [
          ...at(pay, "labour/hourly-rate", 5),
          ...at(pay, "eligibility/executive-pay", 6),
          { rule: "labour/monthly-cap", sheet: months, cell: "C6", orCells: ["C7", "D6", "D7"] },
          { rule: "labour/hours", sheet: months, cell: "D4" },
          ...at(sheet, "asset/disposal-restricted", 5),
        ],
        mustNotRules: ["eligibility/pay-component", "arithmetic/line", "arithmetic/total"],
        mustNotAt: [
          ...at(pay, "labour/hourly-rate", 4, 6, 7),
          ...at(months, "labour/monthly-cap", 4, 5),
          ...at(months, "labour/hours", 6),
        ],
      },
    },
  };
})();

const thousands = ((): Book => {
  const sheet = "明細";
  const head: Row = [
    "大項目",
    "中項目",
    "名称",
    "単価（千円）",
    "数量",
    "金額（千円）",
    "契約日",
    "納品日",
    "支払日",
    "備考",
  ];
  const of: Line[] = [
    [5, KIKAI, 845500],
    [6, KIKAI, -45500],
    [7, SHOMO, 123500],
    [9, GAICHU, 1650000],
    [10, SHOKEIHI, 148000, 74000],
    [11, GAICHU, 120000],
    [12, GAICHU, -20000],
    [13, RYOHI, 52800, 0],
  ];
  return {
    name: "thousands of yen with decimals, discounts, a struck row, the header again on the second page, era dates",
    settings: { frame: "transformation" },
    sheets: [
      {
        name: "申請情報",
        rows: [
          ["申請者区分", "市内中小事業者以外"],
          ["補助率", "二分の一"],
          ["補助金交付申請額", "1,373,500円"],
        ],
      },
      {
        name: sheet,
        rows: [
          ["事業変革枠 経費明細（消費税抜き）"],
          blank,
          blank,
          head,
          ["物品費", KIKAI, "卓上CNCフライス盤", 845.5, 1, 845.5, "R7.6.2", "令和7年9月30日", "2025年10月31日"],
          [null, null, "同上 値引き", null, null, -45.5],
          [null, SHOMO, "切削工具セット", 12.35, 10, 123.5, "R7.6.2", "R7.7.1", "R7.7.31"],
          head,
          [
            "その他経費",
            GAICHU,
            "工程データ収集プログラムの開発委託",
            1650,
            1,
            1650,
            "R7.5.20",
            "R7.11.28",
            "R7.12.26",
          ],
          [
            null,
            SHOKEIHI,
            "クラウド型データ蓄積サービス 月額利用料",
            18.5,
            8,
            148,
            "令和7年10月1日",
            null,
            "R8.1.30",
            "利用開始 令和7年10月1日 8か月分",
          ],
          [
            null,
            struck(GAICHU),
            struck("表示画面のデザイン委託"),
            struck(120),
            struck(1),
            struck(120),
            "R7.6.20",
            "R7.8.1",
            "R7.8.29",
          ],
          [null, null, "お取引割引", null, null, -20],
          [null, RYOHI, "東京 機械メーカーとの打合せ 新幹線グリーン車", 52.8, 1, 52.8, "R7.7.1", "R7.7.3", "R7.7.31"],
          ["合計", null, null, null, null, 2874.3],
        ],
      },
    ],
    expected: {
      lines: lines(sheet, of),
      totals: totalsOf(of),
      subsidy: { rate: "1/2", ...subsidy(eligible(of), 1, 2), requested: 1373500 },
      findings: {
        must: [
          ...at("申請情報", "subsidy/requested", 3),
          ...at("申請情報", "subsidy/rounding", 3),
          ...at(sheet, "asset/disposal-restricted", 5),
          ...at(sheet, "cloud/proration", 10),
          ...at(sheet, "sheet/struck-line", 11),
          ...at(sheet, "eligibility/travel-class", 13),
        ],
        mustNotRules: [
          "arithmetic/line",
          "arithmetic/total",
          "sheet/amount-unreadable",
          "subsidy/rate",
          "eligibility/period",
          "tax/inclusive",
        ],
      },
    },
  };
})();

const estimates = ((): Book => {
  const sheet = "支出計画";
  const of: Line[] = [
    [4, SHOMO, 80000],
    [5, SHOMO, 15000],
    [6, GAICHU, 1400000],
    [7, KIKAI, 650000],
    [8, SHOMO, 105000],
    [9, SHOMO, 10000],
    [10, SHOKEIHI, 200000],
    [11, SHOKEIHI, 4400],
    [12, RYOHI, 12000],
  ];
  return {
    name: "estimates that several lines share, one with tax alone, one of another vendor, one that is not there",
    settings: { frame: "planning" },
    sheets: [
      {
        name: sheet,
        rows: [
          ["支出計画（税抜）"],
          blank,
          ["費目", "品名", "発注先", "単価", "数量", "金額", "備考"],
          [SHOMO, "近接センサー", "折尾電機株式会社", 8000, 10, 80000, "項番1 8,000円×10個"],
          [SHOMO, "センサー取付金具", "折尾電機株式会社", 1500, 10, 15000, "項番1 1,500円×10個"],
          [GAICHU, "受注予測モデルの開発委託", "枝光ソフトウェア株式会社", 1400000, 1, 1400000, "項番2"],
          [KIKAI, "画像判別装置", "本城精機株式会社", 650000, 1, 650000, "項番3"],
          [SHOMO, "無線アクセスポイント", "折尾電機株式会社", 35000, 3, 105000, "項番4 35,000円×3台"],
          [SHOMO, "LANケーブル", "折尾電機株式会社", 2000, 5, 10000, "項番4 2,000円×5本"],
          [SHOKEIHI, "装置の使い方の技術指導料", "本城精機株式会社", 50000, 4, 200000, "50,000円×4日"],
          [SHOKEIHI, "画像処理の専門書籍", "折尾書店", 4400, 1, 4400, "項番9"],
          [RYOHI, "熊本 導入先の見学 在来線・新幹線（普通車）", null, 12000, 1, 12000, "旅費規程による"],
          ["合計", null, null, null, null, 2476400],
        ],
      },
      {
        name: "見積書一覧",
        rows: [
          ["項番", "発行者", "発行日", "品名", "金額(税抜)", "金額(税込)"],
          [1, "折尾電機株式会社", day("2025-04-21"), "近接センサー、取付金具", 95000, 104500],
          [2, "枝光ソフトウェア(株)", day("2025-04-22"), "受注予測モデル開発", null, 1540000],
          [3, "二島機械工業有限会社", day("2025-04-23"), "画像判別装置", 650000, 715000],
          [4, "折尾電機株式会社", day("2025-04-24"), "無線アクセスポイント", 105000, 115500],
        ],
      },
    ],
    expected: {
      lines: lines(sheet, of),
      totals: totalsOf(of),
      ratios: [{ id: "travel", amount: 12000, base: eligible(of) - 12000, status: "ok" }],
      subsidy: { rate: "2/3", ...subsidy(eligible(of), 2, 3) },
      findings: {
        must: [
          { rule: "evidence/mismatch", severity: "error", sheet, row: 7, cell: "F7" },
          { rule: "evidence/duplicate", sheet, row: 9 },
          ...at(sheet, "evidence/missing", 10, 11),
          ...at(sheet, "asset/disposal-restricted", 7),
        ],
        mustNotRules: ["arithmetic/line", "arithmetic/total", "tax/inclusive"],
        mustNotAt: [
          ...at(sheet, "evidence/mismatch", 4, 5, 6),
          ...at(sheet, "evidence/duplicate", 4, 5, 6, 7),
          ...at(sheet, "evidence/missing", 4, 5, 6, 7, 8, 9, 12),
        ],
      },
    },
  };
})();

const kyoso = ((): Book => {
  const sheet = "収支予算書";
  const of: Line[] = [
    [11, "報償費", 90000],
    [12, "旅費・交通費", 15000],
    [13, "需用費", 60000],
    [14, "需用費", 60000],
    [15, "需用費", 12000, 0],
    [16, "報償費", 40000, 0],
  ];
  const income = 40000;
  return {
    name: "an activity grant: income above the spending, own funds are none, equipment within half of the grant",
    settings: { scheme: "fais-kyoso-2024", frame: "practice", corporateMembers: 3 },
    sheets: [
      {
        name: sheet,
        rows: [
          ["地域DX共創活動助成金 実践枠 収支予算書"],
          ["【収入の部】"],
          ["科目", "金額", "備考"],
          ["助成金", 185000, null],
          ["参加費収入", income, "1,000円×40名"],
          ["自己資金", 100000, null],
          ["合計", 325000],
          blank,
          ["【支出の部】"],
          ["科目", "内訳", "金額", "備考"],
          ["報償費", "勉強会の講師謝金（3回）", 90000],
          ["旅費・交通費", "講師の交通費", 15000],
          ["需用費", "成果報告書の印刷代", 60000],
          ["備品費", "プロジェクター", 60000],
          ["需用費", "勉強会の弁当代", 12000],
          ["報償費", "事務局アルバイトの賃金", 40000],
          ["合計", null, 277000],
        ],
      },
    ],
    expected: {
      lines: lines(sheet, of),
      totals: { claimed: claimed(of), eligible: eligible(of), byMajor: {} },
      ratios: [{ id: "equipment", amount: 60000, base: eligible(of) - income, allowed: 60000, status: "ok" }],
      subsidy: { amount: eligible(of) - income },
      findings: {
        must: [...at(sheet, "eligibility/excluded-item", 15, 16), ...at(sheet, "evidence/quote-required", 14)],
        mustNotRules: ["ratio/equipment", "applicant/members", "arithmetic/total", "tax/inclusive"],
        mustNotAt: at(sheet, "eligibility/excluded-item", 11, 12, 13, 14),
      },
    },
  };
})();

const wages = ((): Book => {
  const sheet = "Sheet1";
  const of: Line[] = [
    [4, HOJOIN, 210000],
    [5, HOJOIN, 132000],
    [6, JUGYOIN, 252000],
    [7, JUGYOIN, 200000, 0],
    [8, HOJOIN, 189000],
    [9, GAICHU, 900000],
  ];
  return {
    name: "wages as lines: price × people × days × hours, no labour sheet",
    settings: {},
    sheets: [
      {
        name: sheet,
        rows: [
          ["令和7年度DX推進補助金（計画策定枠） 支出内訳（消費税を除く）"],
          blank,
          ["中項目", "摘要", "単価", "人数", "日数", "時間", "金額"],
          [HOJOIN, "アルバイト賃金（現場調査の補助）", 1050, 2, 20, 5, 210000],
          [HOJOIN, "パート賃金（帳票の電子化）", 1100, 1, 30, 4, 132000],
          [JUGYOIN, "従業員賃金（業務分析担当）", 2100, 1, 20, 6, 252000],
          [JUGYOIN, "取締役報酬（全体統括）", 5000, 1, 10, 4, 200000],
          [HOJOIN, "派遣社員（データ整理）", 1800, 1, 15, 7, 189000],
          [GAICHU, "受発注データの分析委託", 900000, 1, 1, 1, 900000],
          ["合計", null, null, null, null, null, 1883000],
        ],
      },
    ],
    expected: {
      lines: lines(sheet, of),
      totals: totalsOf(of),
      subsidy: { rate: "2/3", ...subsidy(eligible(of), 2, 3) },
      findings: {
        must: at(sheet, "eligibility/executive-pay", 7),
        mustNotRules: ["arithmetic/line", "arithmetic/total", "eligibility/excluded-item", "category/mismatch"],
        mustNotAt: at(sheet, "eligibility/executive-pay", 4, 5, 6, 8),
      },
    },
  };
})();

const mergedHeading = ((): Book => {
  const sheet = "支出";
  const of: Line[] = [
    [3, RYOHI, 120000],
    [4, RYOHI, 240000, 0],
    [5, SHOKEIHI, 30000],
    [6, SHOMO, 20000],
    [7, KIKAI, 2000000],
  ];
  return {
    name: "categories and items under one merged heading; the header 人数 says that two people go abroad",
    settings: { frame: "transformation" },
    sheets: [
      {
        name: sheet,
        rows: [
          ["支出（税抜）"],
          ["区分", "項目", null, "人数", "回数", "単価（円）", "経費（円）"],
          ["その他経費", RYOHI, "名古屋 計測機メーカーとの打合せ", 2, 3, 20000, 120000],
          [null, "〃", "シンガポール 部品メーカーの現地調査 航空券（エコノミー）", 2, 1, 120000, 240000],
          [null, SHOKEIHI, "品質管理セミナーの参加費", 3, 1, 10000, 30000],
          ["物品費", SHOMO, "近接センサー", 4, 1, 5000, 20000],
          [null, KIKAI, "三次元測定機", 1, 1, 2000000, 2000000],
          ["総計", null, null, null, null, null, 2410000],
        ],
        merges: ["B2:C2", "A3:A5"],
      },
    ],
    expected: {
      lines: lines(sheet, of),
      totals: totalsOf(of),
      ratios: [{ id: "travel", amount: 120000, base: 2050000, allowed: 120000, status: "ok" }],
      subsidy: { rate: "2/3", ...subsidy(eligible(of), 2, 3) },
      findings: {
        must: [...at(sheet, "eligibility/overseas-travel", 4), ...at(sheet, "asset/disposal-restricted", 7)],
        mustNotRules: ["arithmetic/line", "arithmetic/total", "category/missing", "category/mismatch"],
        mustNotAt: at(sheet, "eligibility/overseas-travel", 3),
      },
    },
  };
})();

export const books: readonly Book[] = [
  mergedHeading,
  severalCounts,
  headings,
  bothTaxes,
  inclusiveThoughExclusive,
  exempt,
  stacked,
  consortium,
  labourGrid,
  thousands,
  estimates,
  kyoso,
  wages,
];
