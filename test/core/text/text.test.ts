import * as fc from "fast-check";
import { toNumber } from "../../../src/core/money/fraction";
import { fiscalYear, firstDay, isDateFormat, readDay, readMonth, serialDay } from "../../../src/core/text/date";
import { compact, fold, oneLine, saysNothing } from "../../../src/core/text/fold";
import { readNumber, readQuantity } from "../../../src/core/text/number";
import { personKey, personName } from "../../../src/core/text/person";

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe("folding", () => {
  test("makes spellings of one word equal", () => {
    expect(compact("小　　計")).toBe(compact("小計"));
    expect(compact("ﾃﾞｰﾀﾗﾎﾞ㈱")).toBe(compact("データラボ（株）"));
    expect(fold("Ｎｏ．")).toBe("no.");
    expect(compact("Ⅲ")).toBe("iii");
    expect(compact("\ufeff合\u200b計\u200f")).toBe(compact("合計"));
    expect(compact("葛\u{E0100}城\u00ad")).toBe("葛城");
  });
  test("leaves what is shown as typed", () => {
    expect(oneLine("ワイヤ放電加工機用\n自動ワーク交換装置 ")).toBe("ワイヤ放電加工機用 自動ワーク交換装置");
    expect(oneLine("ﾃﾞｰﾀ　分析")).toBe("ﾃﾞｰﾀ　分析");
  });
  test("knows cells that say nothing", () => {
    for (const text of ["―", "－", " - ", "", "　", "…"]) expect(saysNothing(text)).toBe(true);
    for (const text of ["0", "なし", "-5"]) expect(saysNothing(text)).toBe(false);
  });
});

describe("numbers", () => {
  test.each([
    ["１２０，０００円", 120000],
    ["¥120,000", 120000],
    ["￥120,000-", 120000],
    ["120,000円（税抜）", 120000],
    ["120,000円也", 120000],
    ["金1,965,000円", 1965000],
    ["▲5,000", -5000],
    ["△５，０００円", -5000],
    ["-5,000", -5000],
    ["−5,000", -5000],
    ["（1,000）", -1000],
    ["450千円", 450000],
    ["1.5百万円", 1500000],
    ["12万円", 120000],
    ["12万3千円", 123000],
    ["1億2,000万円", 120000000],
    ["54.78", 54.78],
    ["１３５．５", 135.5],
    [".5", 0.5],
    ["12,000円/台", 12000],
    ["@12,000", 12000],
    [" 1 180 ", 1180],
    ["0", 0],
    ["金壱百弐拾万円也", 1200000],
    ["金一八〇、〇〇〇円也", 180000],
    ["四万五千円", 45000],
    ["金九拾萬円也", 900000],
    ["一億二千三百四十五万六千七百八十九円", 123456789],
    ["金参拾円整", 30],
    ["12,\u200b000", 12000],
    ["'50,000", 50000],
  ])("%s is %d", (text, value) => {
    expect(toNumber(readNumber(text)?.value ?? { n: -1n, d: 7n })).toBe(value);
  });
  test.each([
    "見積依頼中",
    "3/4",
    "1,2000",
    "12,34",
    "10%",
    "1,000円～2,000円",
    "約12万円",
    "",
    "―",
    "1,000円×3",
    "2025/6/1",
    "R7",
    "円",
    "1-2",
    "百百万円",
    "二千",
    "一式",
    "十日町市の印刷費",
    "万年筆",
    "三百円ショップの備品",
  ])("%s is no number", (text) => {
    expect(readNumber(text)).toBeNull();
  });
  test("say what they say of tax and unit", () => {
    expect(readNumber("110,000円(税込)")?.tax).toBe("inclusive");
    expect(readNumber("税抜 100,000円")?.tax).toBe("exclusive");
    expect(readNumber("450千円")?.yen).toBe(true);
    expect(readNumber("450")?.yen).toBe(false);
  });
  test.each([
    ["1式", 1, "式"],
    ["一式", 1, "式"],
    ["２名", 2, "名"],
    ["6か月", 6, "か月"],
    ["37.5h", 37.5, "h"],
    ["37時間30分", 37.5, "時間"],
    ["１，０００時間１５分", 1000.25, "時間"],
    ["2名×3回", 6, "回"],
    ["1,200", 1200, null],
    ["5箱(100枚入)", 5, "箱"],
  ])("the quantity %s is %d %s", (text, value, unit) => {
    const read = readQuantity(text);
    expect(read === null ? null : toNumber(read.value)).toBe(value);
    expect(read?.unit ?? null).toBe(unit);
  });
  test.each(["3/4", "―", "未定", "10:30", "2025/6/1", "1～2台"])("%s is no quantity", (text) => {
    expect(readQuantity(text)).toBeNull();
  });
  test("however a whole amount is written, it is read exactly", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom("", "円", "円（税抜）"),
        (yen, commas, isWide, tail) => {
          const digits = commas ? yen.toLocaleString("en-US") : String(yen);
          const text = (isWide ? wide(digits) : digits) + tail;
          expect(readNumber(text)?.value).toEqual({ n: BigInt(yen), d: 1n });
          expect(readNumber(`▲${text}`)?.value).toEqual({ n: BigInt(-yen), d: 1n });
        },
      ),
    );
  });
  test("no text at all makes reading fail", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        for (const read of [readNumber, readQuantity, readDay, firstDay, personKey])
          expect(() => read(text)).not.toThrow();
        expect(() => readMonth(text, null)).not.toThrow();
      }),
    );
  });
});

describe("days", () => {
  test.each([
    ["2025/6/1", "2025-06-01"],
    ["2025-06-01", "2025-06-01"],
    ["2025.6.1", "2025-06-01"],
    ["R7.6.1", "2025-06-01"],
    ["Ｒ７．６．１", "2025-06-01"],
    ["R07/06/01", "2025-06-01"],
    ["令和7年6月15日", "2025-06-15"],
    ["令和七年六月十五日", "2025-06-15"],
    ["令和八年十二月三十一日", "2026-12-31"],
    ["二〇二五年六月一日", "2025-06-01"],
    ["令和７年１１月２８日", "2025-11-28"],
    ["令和元年5月1日", "2019-05-01"],
    ["H31.4.1", "2019-04-01"],
    ["平成31年4月1日", "2019-04-01"],
    ["2025年6月1日(日)", "2025-06-01"],
    ["2025/6/1 10:30", "2025-06-01"],
    ["令和7年6月15日予定", "2025-06-15"],
    ["20250601", "2025-06-01"],
    ["令和6年2月29日", "2024-02-29"],
  ])("%s is %s", (text, day) => {
    expect(readDay(text)).toBe(day);
  });
  test.each([
    "7月1日",
    "令和7年7月上旬",
    "令和7年2月29日",
    "2025/13/1",
    "2025/6",
    "未定",
    "2025/6/1～8/31",
    "令和7年6月頃",
  ])("%s is no day", (text) => {
    expect(readDay(text)).toBeNull();
  });
  test("serial numbers in both date systems", () => {
    expect(serialDay(45809, false)).toBe("2025-06-01");
    expect(serialDay(44347, true)).toBe("2025-06-01");
    expect(serialDay(45809.75, false)).toBe("2025-06-01");
    expect([1, 59, 60, 61].map((serial) => serialDay(serial, false))).toEqual([
      "1900-01-01",
      "1900-02-28",
      null,
      "1900-03-01",
    ]);
    expect([0, -1, NaN, Infinity, 1e9].map((serial) => serialDay(serial, false))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
  test("every serial is the day JavaScript counts to", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 109_000 }), (serial) => {
        expect(serialDay(serial, false)).toBe(new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10));
      }),
    );
  });
  test("months, with and without a year", () => {
    const within = { from: "2025-04-14", to: "2026-01-31" };
    expect(
      ["2025年9月", "R7.9", "令和7年9月分", "2025/9", "9月", "1月", "９月分", "2025/9/1"].map((text) =>
        readMonth(text, within),
      ),
    ).toEqual(["2025-09", "2025-09", "2025-09", "2025-09", "2025-09", "2026-01", "2025-09", "2025-09"]);
    expect(["9月", "3月", "13月", "合計"].map((text) => readMonth(text, null))).toEqual([null, null, null, null]);
    expect(readMonth("3月", within)).toBeNull();
  });
  test("spans and fiscal years", () => {
    expect(firstDay("令和7年6月1日～令和8年1月31日")).toBe("2025-06-01");
    expect(firstDay("自 2025年6月1日 至 2026年1月31日")).toBe("2025-06-01");
    expect(fiscalYear("令和７年度　ＤＸ推進補助金")).toEqual({ from: "2025-04-01", to: "2026-03-31" });
  });
  test("date formats", () => {
    for (const format of ["yyyy/m/d", 'ggge"年"m"月"d"日"', "[$-411]ge.m.d", 'yyyy"年"m"月"', "m/d", "mmm-yy"])
      expect(isDateFormat(format)).toBe(true);
    for (const format of [
      null,
      "General",
      "G/標準",
      "#,##0",
      '#,##0"円"',
      "0.0",
      "@",
      '"¥"#,##0',
      "0%",
      "[Red]-#,##0",
      '0"日"',
      "# ?/?",
    ])
      expect(isDateFormat(format)).toBe(false);
  });
});

test("one person, spelt in several ways", () => {
  const keys = ["佐藤　健一", "佐藤 健一", "佐藤健一", "佐藤 健一(経営企画課)", "佐藤健一（課長）", "佐藤 健一 様"].map(
    personKey,
  );
  expect(new Set(keys).size).toBe(1);
  expect(personName("佐藤 健一（経営企画課）")).toBe("佐藤 健一");
  expect(personKey("佐藤 健二")).not.toBe(keys[0]);
});
