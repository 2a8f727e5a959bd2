import dx from "../../../src/schemes/fais-dx-2025.json";
import saikouchiku from "../../../src/schemes/saikouchiku-6.json";
import it2023 from "../../../src/schemes/it-2023.json";
import jizokuka from "../../../src/schemes/jizokuka-2022.json";
import kyoso from "../../../src/schemes/fais-kyoso-2024.json";
import sentan from "../../../src/schemes/sentan-setsubi-2022.json";
import { parseScheme, SchemeError } from "../../../src/core/scheme/loader";

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;

/** A copy of a good file, made wrong. */
const broken = (good: unknown, spoil: (json: Json) => unknown): unknown => {
  const copy: Json = structuredClone(good);
  spoil(copy);
  return copy;
};

function errorOf(json: unknown): SchemeError {
  try {
    parseScheme(json);
  } catch (error) {
    if (error instanceof SchemeError) return error;
    throw error;
  }
  throw new Error("the broken file was accepted");
}

const BAND = "frames[2].cap";

const cases: [string, unknown, (json: Json) => unknown, string, RegExp][] = [
  ["an unknown key", dx, (j) => (j.frames[0].capp = 1), "frames[0].capp", /「capp」という項目はありません/],
  ["an unknown key at the top", dx, (j) => (j.comment = "x"), "comment", /ありません/],
  ["a missing key", dx, (j) => delete j.frames[1].cap, "frames[1].cap", /書き足して/],
  ["a figure without source", dx, (j) => delete j.frames[0].clause, "frames[0]", /出典がありません/],
  ["a rounding without source", dx, (j) => delete j.rounding.clause, "rounding", /出典がありません/],
  ["a limit without source", dx, (j) => delete j.ratios[0].bases[1].clause, "ratios[0].bases[1]", /出典がありません/],
  ["a source both stated and silent", dx, (j) => (j.frames[0].silent = true), "frames[0]", /両方は書けません/],
  ["a decimal rate", dx, (j) => (j.frames[0].rates.sme[0].rate = "0.667"), "frames[0].rates.sme[0].rate", /分数/],
  ["a rate as a number", dx, (j) => (j.frames[0].rates.sme[0].rate = 0.5), "frames[0].rates.sme[0].rate", /文字/],
  ["a rate above one", dx, (j) => (j.frames[0].rates.sme[0].rate = "3/2"), "frames[0].rates.sme[0].rate", /1 以下/],
  ["no rate in a list", dx, (j) => (j.frames[0].rates.sme = []), "frames[0].rates.sme", /1つ以上/],
  ["a cap with a comma", dx, (j) => (j.frames[0].cap = "2,000,000"), "frames[0].cap", /コンマなし/],
  ["a negative cap", dx, (j) => (j.frames[0].cap = -1), "frames[0].cap", /コンマなし/],
  ["a cap in halves of a yen", dx, (j) => (j.frames[0].cap = 0.5), "frames[0].cap", /整数/],
  [
    "an unknown class",
    dx,
    (j) => (j.frames[0].rates.tiny = [{ rate: "1/2" }]),
    "frames[0].rates.tiny",
    /区分はありません/,
  ],
  [
    "a class the scheme lacks",
    dx,
    (j) => (j.frames[0].rates.large = [{ rate: "1/2" }]),
    "frames[0].rates.large",
    /classes/,
  ],
  ["a date that is none", dx, (j) => (j.period.from = "2025-02-29"), "period.from", /暦にない/],
  ["a date in another form", dx, (j) => (j.period.to = "2026/1/31"), "period.to", /2025-04-14 の形/],
  ["a period that ends before it begins", dx, (j) => (j.period.to = "2025-04-13"), "period.to", /前になって/],
  [
    "a late payment within the period",
    dx,
    (j) => (j.period.latePayment.until = "2026-01-31"),
    "period.latePayment.until",
    /後に/,
  ],
  ["a month that is none", dx, (j) => (j.labour.payMonth = "2025-13"), "labour.payMonth", /2025-04 の形/],
  ["an unknown kind", dx, (j) => j.categories[0].kinds.push("castle"), "categories[0].kinds[1]", /種類はありません/],
  ["an unknown trait", dx, (j) => (j.exclusions[0].trait = "pretty"), "exclusions[0].trait", /ありません/],
  ["an unknown rule", dx, (j) => (j.rules["sheet/pretty"] = { clause: "1" }), "rules.sheet/pretty", /検査はありません/],
  [
    "an exclusion of a rule the scheme lacks",
    dx,
    (j) => delete j.rules["eligibility/executive-pay"],
    "exclusions[23].rule",
    /rules にありません/,
  ],
  [
    "a ratio of a rule the scheme lacks",
    dx,
    (j) => delete j.rules["ratio/travel"],
    "ratios[0].rule",
    /rules にありません/,
  ],
  ["a ratio of an item that is none", dx, (j) => (j.ratios[0].middles = ["出張費"]), "ratios[0]", /「出張費」/],
  [
    "one kind in two items",
    dx,
    (j) => j.categories[0].kinds.push("material"),
    "categories[5].kinds[0]",
    /どちらの費目か/,
  ],
  ["one kind twice in an item", dx, (j) => j.categories[0].kinds.push("works"), "categories[0].kinds[1]", /2回/],
  [
    "a gap between price limits",
    dx,
    (j) => (j.categories[4].belowUnitPrice = 150000),
    "categories[1]",
    /150000 円から/,
  ],
  [
    "an overlap of price limits",
    dx,
    (j) => (j.categories[4].belowUnitPrice = 250000),
    "categories[4].kinds[0]",
    /どちらの費目か/,
  ],
  ["a kind without home above a price", dx, (j) => (j.categories[1].kinds = []), "categories[4]", /200000 円から/],
  ["price limits the wrong way round", dx, (j) => (j.categories[1].belowUnitPrice = 100000), "categories[1]", /小さく/],
  ["an item of an unknown major", dx, (j) => (j.categories[0].major = "設備費"), "categories[0].major", /大項目/],
  ["a frame twice", dx, (j) => (j.frames[1].id = "planning"), "frames[1].id", /2回/],
  ["one word for two frames", dx, (j) => j.frames[1].words.push("計画策定枠"), "frames[1].words[2]", /2回/],
  ["a word with spaces", dx, (j) => (j.frames[1].words[0] = "事業 変革枠"), "frames[1].words[0]", /空白/],
  ["a full-width word", dx, (j) => (j.words[0] = "ＤＸ推進補助金"), "words[0]", /半角/],
  ["no cap at all", dx, (j) => (j.frames[0].cap = null), "frames[0].cap", /上限額がありません/],
  ["a kind of result that is none", dx, (j) => (j.result = "prize"), "result", /どれか/],
  ["an id with capitals", dx, (j) => (j.id = "FAIS 2025"), "id", /英小文字/],
  ["another schema version", dx, (j) => (j.schemaVersion = 2), "schemaVersion", /どれか/],
  [
    "an asset test in a subsidy",
    dx,
    (j) => (j.frames[0].asset = { minPrice: 1, clause: "1" }),
    "frames[0].asset",
    /asset-qualification/,
  ],
  ["tax shares in a subsidy", dx, (j) => (j.frames[0].taxShares = ["3/100"]), "frames[0].taxShares", /tax-credit/],
  ["an asset frame without test", sentan, (j) => delete j.frames[0].asset, "frames[0].asset", /asset/],
  ["overlapping bands", saikouchiku, (j) => (j.frames[2].cap.bands[1].to = 20), BAND, /重ならない/],
  ["unsorted bands", saikouchiku, (j) => j.frames[2].cap.bands.reverse(), BAND, /最後の区分|小さい順/],
  ["a last band with an end", saikouchiku, (j) => (j.frames[2].cap.bands[3].to = 500), BAND, /最後の区分/],
  ["a floor above the cap", saikouchiku, (j) => (j.frames[0].floor = 5000001), "frames[0].floor", /下限/],
  ["tiers without an end", saikouchiku, (j) => delete j.frames[2].rates.sme[0].upTo, "frames[2].rates.sme", /upTo/],
  [
    "a last tier with an end",
    saikouchiku,
    (j) => (j.frames[2].rates.sme[1].upTo = 9),
    "frames[2].rates.sme",
    /最後の段/,
  ],
  [
    "a class without a place in a cap",
    saikouchiku,
    (j) => (j.frames[4].cap.large = 1),
    "frames[4].cap.large",
    /classes/,
  ],
  [
    "a part of an item that is none",
    it2023,
    (j) => (j.frames[4].parts[1].items[0].minor = "スマホ"),
    "frames[4].parts[1].items[0]",
    /スマホ/,
  ],
  [
    "an item in two parts",
    it2023,
    (j) => j.frames[4].parts[1].items.push({ middle: "クラウド利用費" }),
    "frames[4].parts[1].items[1]",
    /2回/,
  ],
  [
    "a limit over a part that is none",
    it2023,
    (j) => j.frames[5].partLimits[0].parts.push("cars"),
    "frames[5].partLimits[0].parts",
    /cars/,
  ],
  ["rates beside parts", it2023, (j) => (j.frames[4].rates = { sme: [{ rate: "1/2" }] }), "frames[4].rates", /null/],
  [
    "an item of a frame that is none",
    it2023,
    (j) => (j.categories[0].frames = ["gold"]),
    "categories[0].frames",
    /gold/,
  ],
  ["a deficit rate without a rate", jizokuka, (j) => (j.frames[1].rates = null), "frames[1].deficitRates", /通常の率/],
  [
    "a member count of none",
    kyoso,
    (j) => (j.frames[1].minCorporateMembers = 0),
    "frames[1].minCorporateMembers",
    /1以上/,
  ],
  ["a list where an object belongs", dx, (j) => (j.tax = []), "tax", /\{ \}/],
  ["an object where a list belongs", dx, (j) => (j.frames = {}), "frames", /\[ \]/],
  ["an empty text", dx, (j) => (j.name.ja = " "), "name.ja", /空でない/],
];

test.each(cases)("refuses %s", (_what, good, spoil, path, reason) => {
  const error = errorOf(broken(good, spoil));
  expect(error.path).toBe(path);
  expect(error.reason).toMatch(reason);
  expect(error.message).toContain(path);
});

test.each([null, 7, "text", [], undefined])("refuses %p as a whole", (json) => {
  expect(errorOf(json).reason).toMatch(/./);
});

test("keys of the object prototype are no kinds, classes or rules", () => {
  const json = broken(dx, (j) => (j.rules = JSON.parse('{"__proto__": {"clause": "1"}}')));
  expect(errorOf(json).path).toBe("rules.__proto__");
  expect(errorOf(broken(dx, (j) => (j.categories[0].kinds = ["toString"]))).path).toBe("categories[0].kinds[0]");
});
