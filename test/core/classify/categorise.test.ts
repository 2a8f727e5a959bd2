import { categorise } from "../../../src/core/classify/categorise";
import { classify } from "../../../src/core/classify/classify";
import { KINDS, isKind, isTrait } from "../../../src/core/classify/kinds";
import type { Nature } from "../../../src/core/classify/nature";
import { fraction } from "../../../src/core/money/fraction";
import type { Scheme } from "../../../src/core/scheme/scheme";
import { schemeById, schemes } from "../../../src/schemes";
import { dx, judge, lineOf } from "./line";

const natureOf = (kind: string): Nature => ({
  kind,
  confidence: 1,
  runnerUp: null,
  isRuled: false,
  traits: [],
  doubt: 0,
});

describe("the unit price decides between machinery and consumables", () => {
  test.each([
    [199_999, "消耗品費"],
    [200_000, "機械装置等製作・購入費"],
    [200_001, "機械装置等製作・購入費"],
  ])("%d yen → %s", (price, middle) => {
    expect(judge("ノートパソコン", { price, unit: "台" }).middle).toBe(middle);
  });

  test("a price between two yen is compared exactly", () => {
    const line = { ...lineOf("ノートパソコン", { unit: "台" }), unitPrice: fraction(399_999, 2) };
    expect(categorise(classify(line, 2025), line, dx).middle).toBe("消耗品費");
  });

  test("not for software, materials and installation", () => {
    expect(judge("工程管理ソフト パッケージ版(買切り)", { price: 900_000, unit: "本" }).middle).toBe("消耗品費");
    expect(judge("試作用鋼材 SS400", { price: 260_000, unit: "枚" }).middle).toBe("消耗品費");
    expect(judge("検査装置 据付・試運転調整", { price: 90_000, unit: "式" }).middle).toBe("機械装置等製作・購入費");
  });
});

describe("every scheme speaks the classifier's words", () => {
  test.each(schemes.map((scheme) => [scheme.id, scheme] as const))("%s", (_, scheme) => {
    for (const { kinds } of scheme.categories) expect(kinds.filter((kind) => !isKind(kind))).toEqual([]);
    const strange = scheme.exclusions.filter(({ trait }) => !isTrait(trait) && !isKind(trait));
    expect(strange).toEqual([]);
  });

  test("the DX scheme has an item for every kind", () => {
    const line = lineOf("", { price: 1 });
    const homeless = Object.keys(KINDS).filter((kind) => categorise(natureOf(kind), line, dx).middle === null);
    expect(homeless).toEqual([]);
  });
});

describe("another scheme maps the same line to its own items", () => {
  const kyoso = schemeById("fais-kyoso-2024") as Scheme;
  test.each([
    ["セミナー講師謝金(外部講師)", 30_000, "報償費", "eligible"],
    ["開催案内 郵送料", 110, "通信運搬費", "eligible"],
    ["会場使用料", 18_000, "使用料・賃借料", "eligible"],
    ["360度カメラ", 98_000, "需用費", "eligible"],
    ["参加者の弁当・お茶代", 1_000, "需用費", "ineligible"],
    ["アルバイト 会場整理", 1_050, null, "ineligible"],
  ])("%s", (description, price, middle, eligibility) => {
    const answer = judge(description, { price }, kyoso);
    expect(answer.eligibility).toBe(eligibility);
    expect(answer.middle).toBe(middle);
  });

  test("a scheme without items gives none", () => {
    const answer = judge("協働ロボット", { price: 900_000 }, schemeById("monodukuri-10") as Scheme);
    expect(answer).toMatchObject({ middle: null, minor: null, eligibility: "eligible" });
    expect(answer.nature.kind).toBe("machinery");
  });
});

describe("dates in the words are compared with the scheme's period", () => {
  test.each([
    ["注文書R7.4.13付", "ineligible"],
    ["注文書R7.4.14付", "eligible"],
    ["納品予定 令和8年1月31日", "eligible"],
    ["納品予定 令和8年2月1日", "ineligible"],
    ["2025/4/1 発注", "ineligible"],
    ["見積書 R7.3.1", "eligible"],
    ["R7.3月契約", "ineligible"],
    ["R7.4月発注予定", "eligible"],
  ])("%s → %s", (note, eligibility) => {
    expect(judge("自動包装機", { price: 900_000, unit: "台", note }).eligibility).toBe(eligibility);
  });

  test("payment of usage fees may follow by a month", () => {
    const typed = { price: 20_000, unit: "月" };
    expect(judge("クラウド利用料 新規", { ...typed, note: "支払R8.2.20" }).eligibility).toBe("eligible");
    expect(judge("クラウド利用料 新規", { ...typed, note: "支払R8.3.1" }).eligibility).toBe("ineligible");
    expect(judge("自動包装機", { price: 900_000, unit: "台", note: "支払R8.2.20" }).eligibility).toBe("ineligible");
  });

  test("a fee that runs beyond the period is left to be looked at", () => {
    const answer = judge("勤怠クラウド 年額", { price: 480_000, unit: "年", note: "新規 R7.8~R8.7の12か月分" });
    expect(answer.eligibility).toBe("review");
  });
});
