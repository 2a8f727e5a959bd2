/** The engine's entry: what every report keeps to, whatever the budget. */
import { check, NO_DECISIONS } from "../../src/core/check";
import { rules } from "../../src/core/rules/registry";
import { RULE_IDS } from "../../src/core/scheme/rule-ids";
import type { Scheme } from "../../src/core/scheme/scheme";
import { findingText, notCheckedText } from "../../src/messages";
import { schemes } from "../../src/schemes";
import { book, checked, findingsOf, SHEET, waiverOf, withFixes, workbookOf, type Book } from "./rules/budget";
import { counted, expectWholeWords } from "./rules/proof";

const LABOUR_HEADERS = [
  "氏名",
  "役職",
  "区分",
  "基本給",
  "諸手当",
  "法定福利費",
  "月所定労働時間",
  "時給単価",
  "従事予定時間",
  "金額",
];

/** Something for most of the rules. */
const faulty: Book = {
  申請情報: [
    ["申請枠", "事業変革枠"],
    ["申請者区分", "市内中小事業者"],
    ["補助率", "3/4"],
    ["補助金交付申請額", 4912500],
  ],
  ...book([
    {
      item: "協働ロボット",
      middle: "機械装置等製作・購入費",
      price: 1480000,
      unit: "台",
      note: "項番1",
      address: "福岡市博多区",
    },
    {
      item: "ハンディターミナル",
      middle: "機械装置等製作・購入費",
      price: 98000,
      quantity: 2,
      unit: "台",
      note: "項番2",
    },
    { item: "電流センサー", middle: "消耗品費", price: 12400, quantity: 20, amount: 284000, note: "項番3" },
    { item: "コピー用紙・ボールペン等文具", middle: "消耗品費", price: 16000, note: "税込金額" },
    { item: "東京出張 新幹線グリーン車", middle: "旅費", price: 45000, method: "約束手形", ordered: "2025/4/13" },
    { item: "クラウド型受発注管理サービス 年間利用料", middle: "諸経費", price: 240000, unit: "年" },
    { item: "在庫連携プログラム開発 請負委託", middle: "諸経費", price: 420000, amount: "見積依頼中" },
  ]),
  労務費: [LABOUR_HEADERS, ["大野 隆", "代表取締役", "従業員", 600000, 0, 72450, 162.75, 4131, 40, 165240]],
};

describe("findings", () => {
  const report = checked(faulty);

  test("stand in the order of sheets, rows, columns, rules", () => {
    const sheets = Object.keys(faulty);
    const keys = report.findings.map(({ sheet, cell: at, rule }) => {
      const place = /^([A-Z]+)(\d+)$/.exec(at ?? "");
      return [
        sheet === null ? -1 : sheets.indexOf(sheet),
        Number(place?.[2] ?? 0),
        (place?.[1] ?? "").padStart(3),
        rule,
      ] as const;
    });
    const inOrder = [...keys].sort(
      (a, b) =>
        a[0] - b[0] ||
        a[1] - b[1] ||
        (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0) ||
        (a[3] < b[3] ? -1 : a[3] > b[3] ? 1 : 0),
    );
    expect(keys).toEqual(inOrder);
    expect(keys.length).toBeGreaterThan(10);
  });

  test("speak in whole words", () => {
    expectWholeWords(report.findings);
    for (const item of report.notChecked)
      for (const lang of ["ja", "en"] as const)
        expect(notCheckedText(item, lang)).not.toMatch(/undefined|NaN|\[object|null/);
  });

  test("of every rule, each is either checked, not applicable or crashed", () => {
    const { checked: done, notApplicable, crashed } = report.rules;
    expect([...done, ...notApplicable, ...crashed].sort()).toEqual([...RULE_IDS].sort());
    for (const { rule } of report.findings) expect(done).toContain(rule);
  });

  test("twice the same", () => {
    expect(checked(faulty)).toEqual(report);
    const bytes = (it: typeof report) => JSON.stringify({ ...it, reading: null });
    expect(bytes(checked(faulty))).toBe(bytes(report));
  });

  test("applying every safe fix leaves none, and once more changes nothing", () => {
    const safe = (it: Book) => checked(it).findings.flatMap(({ fix }) => (fix?.kind === "safe" ? [fix] : []));
    const once = withFixes(faulty, safe(faulty));
    // One correction may bring the next to light (a rate, then its amount), but it must come to an end.
    const twice = withFixes(once, safe(once));
    expect(safe(twice)).toEqual([]);
    expect(withFixes(twice, safe(twice))).toEqual(twice);
  });
});

describe("waivers", () => {
  test("restore what their finding took away, and only that", () => {
    const report = checked(faulty);
    const taxi = report.findings.find(({ rule }) => rule === "eligibility/travel-class");
    if (taxi === undefined) throw new Error("no finding");
    const waived = checked(faulty, {}, { waivers: [waiverOf(taxi)] });
    // The method and the date still refuse the line.
    expect(counted(waived)["東京出張 新幹線グリーン車"]).toBe(0);
    const all = report.findings.filter(({ sheet, cell: at }) => sheet === SHEET && (at ?? "").endsWith("8"));
    const free = checked(faulty, {}, { waivers: all.map(waiverOf) });
    expect(counted(free)["東京出張 新幹線グリーン車"]).toBe(45000);
  });

  test("without a cell hold for the sheet, without a sheet for the workbook", () => {
    const waiver = { ...waiverOf({ rule: "category/equipment-threshold", sheet: SHEET, cell: null }) };
    const sheetWide = findingsOf(checked(faulty, {}, { waivers: [waiver] }), "category/equipment-threshold");
    expect(sheetWide.map(({ waived }) => waived !== null)).toEqual([true]);
    const elsewhere = findingsOf(
      checked(faulty, {}, { waivers: [{ ...waiver, sheet: "別" }] }),
      "category/equipment-threshold",
    );
    expect(elsewhere.map(({ waived }) => waived !== null)).toEqual([false]);
  });
});

describe("a rule that fails", () => {
  const main = schemes.find(({ id }) => id === "fais-dx-2025") as Scheme;
  const broken = { ...main, city: { name: "北九州市", words: null, clause: "6(3)" } } as unknown as Scheme;
  const report = check(workbookOf(faulty), [broken], { frame: "transformation" });

  test("is crashed, not checked, and says so; the others go on", () => {
    expect(report.rules.crashed).toEqual(["vendor/outside-city"]);
    expect(report.rules.checked).not.toContain("vendor/outside-city");
    expect(report.notChecked[0]).toEqual({ code: "rule-crashed", data: { rule: "vendor/outside-city" } });
    expect(notCheckedText({ code: "rule-crashed", data: { rule: "vendor/outside-city" } }, "ja")).toContain(
      "市外の発注先",
    );
    const whole = check(workbookOf(faulty), [main], { frame: "transformation" });
    expect(report.findings).toEqual(whole.findings.filter(({ rule }) => rule !== "vendor/outside-city"));
    expect(report.subsidy).toEqual(whole.subsidy);
  });
});

describe("settings", () => {
  const it = book([{ item: "受発注システム調査 外注", middle: "外注費", price: 3000000 }]);

  test("an unknown scheme is refused", () => {
    expect(() => check(workbookOf(it), schemes, { scheme: "no-such-scheme" })).toThrow(RangeError);
    expect(() => check(workbookOf(it), [], {})).toThrow(RangeError);
  });

  test("without a frame totals are given, the subsidy is not, and it is said like an error", () => {
    const report = check(workbookOf(it), schemes, {}, NO_DECISIONS);
    expect(report.totals?.eligible).toBe(3000000);
    expect(report.subsidy).toMatchObject({ amount: null, missing: ["frame"] });
    expect(report.findings.map(({ rule, severity }) => [rule, severity])).toContainEqual([
      "check/frame-missing",
      "error",
    ]);
    expectWholeWords(report.findings);
    // By their names in the reader's language, never by their ids.
    const missing = report.findings.find(({ rule }) => rule === "check/frame-missing");
    const said = (["ja", "en"] as const).map((lang) => findingText(missing!, lang).todo);
    expect(said[0]).toContain("（計画策定枠、事業変革枠）");
    expect(said[1]).toMatch(/^Choose a frame \([\x20-\x7e]+\)\.$/);
    for (const text of said) expect(text).not.toContain(" (transformation)");
  });

  test.each([
    ["planning", "sme", 2999999, 1999000],
    ["planning", "sme", 3000000, 2000000],
    ["planning", "sme", 4200000, 2000000],
    ["transformation", "non-sme", 5001999, 2500000],
    ["transformation", "sme", 7500000, 5000000],
  ] as const)("%s, %s, %d yen: %d (golden)", (frame, applicant, yen, amount) => {
    const report = checked(book([{ item: "受発注システム調査 外注", middle: "外注費", price: yen }]), {
      frame,
      applicant,
    });
    expect(report.subsidy?.amount).toBe(amount);
  });

  test("a consortium of an sme and a university (golden)", () => {
    const report = checked(
      book(
        [
          { item: "受発注システム開発 請負", middle: "外注費", price: 3000001, member: "株式会社甲" },
          { item: "データ分析 外注", middle: "外注費", price: 2000001, member: "丙大学" },
        ],
        {
          構成員一覧: [
            ["構成員名", "区分", "役割"],
            ["株式会社甲", "市内中小事業者", "代表構成員"],
            ["丙大学", "市内大学", "構成員"],
          ],
        },
      ),
    );
    expect(report.subsidy).toMatchObject({ rate: null, beforeCap: 3000001, amount: 3000000 });
    expect(report.members.map(({ rate }) => rate)).toEqual(["2/3", "1/2"]);
  });
});

test("corrections apply to equal lines of the same vendor", () => {
  const it = book([
    { item: "自動倉庫連携", middle: "諸経費", price: 100000, vendor: "株式会社甲" },
    { item: "自動倉庫連携", middle: "諸経費", price: 200000, vendor: "株式会社甲" },
    { item: "自動倉庫連携", middle: "諸経費", price: 300000, vendor: "株式会社乙" },
  ]);
  const correction = { description: "自動倉庫連携", vendor: "株式会社甲", middle: "外注費", minor: null };
  const report = checked(it, {}, { corrections: [correction] });
  expect(report.lines.map(({ corrected }) => corrected)).toEqual([true, true, false]);
  expect(report.lines.slice(0, 2).map(({ major, middle }) => [major, middle])).toEqual(
    Array(2).fill(["その他経費", "外注費"]),
  );
});

test("a person may decide on eligibility too, but what the guideline excludes takes a waiver", () => {
  const it = book([{ item: "コピー用紙・ボールペン等文具", middle: "消耗品費", price: 16000 }]);
  const correction = { description: "コピー用紙・ボールペン等文具", vendor: null, middle: "消耗品費", minor: null };
  expect(checked(it, {}, { corrections: [correction] }).totals?.eligible).toBe(0);
  const lifted = checked(it, {}, { corrections: [{ ...correction, eligibility: "eligible" }] });
  expect(lifted.totals?.eligible).toBe(0);
  expect(lifted.findings.some(({ rule, waived }) => rule === "eligibility/excluded-item" && waived === null)).toBe(
    true,
  );
  const waivers = lifted.findings.filter(({ rule }) => rule === "eligibility/excluded-item").map(waiverOf);
  expect(checked(it, {}, { waivers }).totals?.eligible).toBe(16000);
  const robot = book([{ item: "協働ロボット", middle: "機械装置等製作・購入費", price: 1480000 }]);
  const against = {
    ...correction,
    description: "協働ロボット",
    middle: "機械装置等製作・購入費",
    eligibility: "ineligible" as const,
  };
  expect(checked(robot, {}, { corrections: [against] }).totals?.eligible).toBe(0);
});

test("every rule of the engine is listed, and the other way round", () => {
  expect(rules.map(({ id }) => id).sort()).toEqual([...RULE_IDS].sort());
});
