/**
 * What a scheme file may hold, value by value. The same description serves the loader and, as JSON schema, the editor
 * in which somebody writes next year's edition.
 */
import { FAULT_IDS } from "./estimate-faults";
import { KINDS, TRAITS } from "../classify/kinds";
import { compare, ONE, parseFraction } from "../money/fraction";
import { plain } from "../text/plain";
import {
  checked,
  described,
  fail,
  filled,
  known,
  list,
  matching,
  nullable,
  object,
  oneOf,
  reader,
  table,
  text,
  whole,
  type Place,
  type Read,
} from "./json";
import { RULE_IDS } from "./rule-ids";
import { APPLICANT_CLASSES, type Source } from "./terms";
import type { Banded, ByClass, RateTiers } from "./scheme";

const yen = whole(0, "円の金額を、コンマなしの整数で書いてください(例 2000000)。");
const positiveYen = whole(1, "1円以上の金額を、コンマなしの整数で書いてください(例 2000000)。");
const count = whole(1, "1以上の整数で書いてください。");
const id = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, "半角の英小文字と数字を - でつないで書いてください(例 fais-dx-2026)。");
const names = object({ ja: text, en: text });

/** Workbooks are compared without spaces and with one form of each letter, so the words are written that way. */
const word = checked(text, (value, place) => {
  const folded = plain(value);
  if (folded !== value) fail(place, `空白を入れず、英数字とかっこは半角で書いてください(${folded})。`);
});

const words = described("申請書でこの名前を表す言葉。空白を入れずに書きます", filled(list(word)));

const sourceFields = {
  clause: described("原典の条項(例 3(1))", text),
  reading: described("原典からは決まらないときの、読み方の番号(docs/readings.md)", text),
  silent: described("原典に記載がないとき true", oneOf(true)),
};

const day = checked(matching(/^\d{4}-\d{2}-\d{2}$/, "日付を 2025-04-14 の形で書いてください。"), (value, place) => {
  const [year, month, date] = value.split("-").map(Number) as [number, number, number];
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month))
    fail(place, `「${value}」は暦にない日付です。`);
});

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A rate is written as a fraction so that 2/3 stays two thirds. */
const rate = checked(
  matching(/^[1-9]\d{0,3}\/[1-9]\d{0,3}$/, '率は "2/3" のように分数で書いてください(全額なら "1/1")。'),
  (value, place) => {
    if (compare(parseFraction(value), ONE) > 0) fail(place, "率は 0 より大きく 1 以下にしてください。");
  },
);

const tiers: Read<RateTiers> = checked(
  filled(list(object({ rate }, { upTo: described("補助額がこの円まではこの率、超える分は次の率", positiveYen) }))),
  (read, place) => {
    read.forEach((tier, index) => {
      const before = read[index - 1]?.upTo ?? 0;
      const last = index === read.length - 1;
      if (last && tier.upTo !== undefined)
        fail(place, "最後の段には upTo を書かないでください(その先の率が決まらなくなります)。");
      if (!last && (tier.upTo === undefined || tier.upTo <= before))
        fail(place, "upTo は小さい順に、最後の段を除いて全部の段に書いてください。");
    });
  },
);

const bands = checked(
  object({
    by: oneOf("employees"),
    bands: filled(
      list(
        object(
          { yen: described("上限額。原典に記載がなければ null", nullable(yen)) },
          { to: described("従業員数がこの人数まで(最後の区分には書かない)", count) },
        ),
      ),
    ),
  }),
  (read, place) => {
    read.bands.forEach((band, index) => {
      const before = read.bands[index - 1]?.to ?? 0;
      const last = index === read.bands.length - 1;
      if (last && band.to !== undefined)
        fail(place, "最後の区分には to を書かないでください(それより多い人数が決まらなくなります)。");
      if (!last && (band.to === undefined || band.to <= before))
        fail(
          place,
          "従業員数の区分は to の小さい順に、重ならないように書いてください(例 to: 5、to: 20、最後は to なし)。",
        );
    });
  },
);

const banded: Read<Banded> = reader({ anyOf: [yen.schema, bands.schema] }, (place) =>
  typeof place.value === "object" && place.value !== null ? bands(place) : yen(place),
);

const byClass = <T>(read: Read<T>): Read<ByClass<T>> => table(APPLICANT_CLASSES, "申請者の区分", read);

const caps = byClass(banded);
const cap: Read<Banded | ByClass<Banded> | null> = reader(
  { anyOf: [banded.schema, caps.schema, { type: "null" }] },
  (place) => {
    const { value } = place;
    if (value === null) return null;
    const isByClass = typeof value === "object" && !Array.isArray(value) && !("by" in value);
    return isByClass ? caps(place) : banded(place);
  },
);

/** Every figure says where it comes from; this is the rule that keeps a scheme honest. */
const sourced = <T extends Source>(read: Read<T>): Read<T> =>
  checked(read, (value, place) => {
    requireSource(place, value);
  });

function requireSource(place: Place, source: Source): void {
  if (source.clause === undefined && source.reading === undefined && source.silent === undefined)
    fail(
      place,
      "出典がありません。clause(条項)、reading(読み方の番号)、silent: true(原典に記載なし)のどれかを書いてください。",
    );
  if (source.clause !== undefined && source.silent !== undefined)
    fail(place, "clause(条項)と silent(原典に記載なし)の両方は書けません。どちらかにしてください。");
}

const source: Read<Source> = sourced(object({}, sourceFields));

const kindList = Object.keys(KINDS);
const kind = known(
  kindList,
  (value) => `「${value}」という経費の種類はありません。使えるのは ${kindList.join("、")} です。`,
);
const trait = known(
  [...new Set([...Object.keys(TRAITS), ...kindList])],
  (value) => `「${value}」という経費の性質や種類はありません。`,
);
const rule = known(RULE_IDS, (value) => `「${value}」という検査はありません。`);

const item = object({ middle: text }, { minor: text });

const part = sourced(
  object(
    { id, name: names, items: filled(list(item)), rates: tiers, cap: positiveYen },
    { capPer: described("上限を構成員の数だけ掛けるとき", oneOf("member")), ...sourceFields },
  ),
);

const frame = sourced(
  object(
    {
      id: described("枠のID(半角英小文字)", id),
      name: names,
      words,
      cap: described("上限額。従業員数や申請者の区分で分けることもできます", cap),
      rates: described("補助率。原典に記載がなければ null", nullable(byClass(tiers))),
    },
    {
      floor: described("下限額。これを下回ると0円", yen),
      deficitRates: described("赤字の事業者の率", tiers),
      parts: described("経費の部分ごとに率と上限があるとき", filled(list(part))),
      partLimits: described(
        "いくつかの部分を合わせた上限",
        list(sourced(object({ parts: filled(list(id)), cap: positiveYen }, sourceFields))),
      ),
      minCorporateMembers: described("必要な構成員(法人)の数", count),
      asset: sourced(
        object({ minPrice: positiveYen }, { maxYearsOnSale: count, withOthersFrom: positiveYen, ...sourceFields }),
      ),
      taxShares: filled(list(rate)),
      sources: described(
        "枠の条項と違うところから取った数値の出典",
        object({}, { cap: source, floor: source, rates: source, deficitRates: source, minCorporateMembers: source }),
      ),
      ...sourceFields,
    },
  ),
);

const category = sourced(
  object(
    {
      major: described("大項目。なければ null", nullable(text)),
      middle: described("原典のとおりの費目の名前", text),
      kinds: described("この費目に入る経費の種類", list(kind)),
    },
    {
      minor: text,
      frames: described("この費目がある枠。書かなければ全部の枠", filled(list(id))),
      minUnitPrice: described("単価がこの円以上(税抜)", positiveYen),
      belowUnitPrice: described("単価がこの円未満(税抜)", positiveYen),
      words: described("申請書でこの費目を表す別の言葉", list(word)),
      ...sourceFields,
    },
  ),
);

const period = sourced(
  object(
    { from: day, to: day },
    { latePayment: sourced(object({ until: day, kinds: filled(list(kind)) }, sourceFields)), ...sourceFields },
  ),
);

const ratio = sourced(
  object(
    {
      id: described("制限のID(半角英小文字)", id),
      name: described("何の割合か", names),
      rule,
      middles: filled(list(text)),
      max: rate,
      bases: described(
        "何に対する割合か。厳しいものを先に書きます",
        filled(
          list(
            sourced(
              object({ of: oneOf("without", "total", "grant"), breach: oneOf("warning", "error") }, sourceFields),
            ),
          ),
        ),
      ),
    },
    { minor: text, ...sourceFields },
  ),
);

const sme = described(
  "中小事業者の定義。資本金か従業員数のどちらかが以下なら中小",
  object({
    clause: text,
    rows: filled(
      list(
        object(
          {
            no: count,
            name: names,
            words: described("業種を表す言葉", filled(list(word))),
            employees: described(
              '従業員数の上限。主たる業種によるときは "main-industry"',
              reader<number | "main-industry">({ anyOf: [count.schema, { enum: ["main-industry"] }] }, (place) =>
                place.value === "main-industry" ? place.value : count(place),
              ),
            ),
          },
          { capital: positiveYen, except: list(word) },
        ),
      ),
    ),
  }),
);

/** A scheme file, without what its parts must agree on among themselves (`loader.ts`). */
export const schemeFile = object(
  {
    schemaVersion: oneOf(1),
    id: described("制度のID。ファイル名と同じにします", id),
    document: object({ no: matching(/^\d{3}$/, '文書の番号を3桁で書いてください(例 "002")。'), ja: text, en: text }),
    name: names,
    words,
    result: oneOf("subsidy", "asset-qualification", "tax-credit"),
    classes: filled(list(oneOf(...APPLICANT_CLASSES))),
    frames: filled(list(frame)),
    period: described("対象期間。原典に記載がなければ null", nullable(period)),
    rounding: described(
      "端数の切り捨て。原典に記載がなければ null",
      nullable(sourced(object({ unit: positiveYen }, sourceFields))),
    ),
    tax: sourced(
      object({ treatment: oneOf("exclusive", "inclusive") }, { exempt: oneOf("may-include"), ...sourceFields }),
    ),
    majors: described("大項目。なければ空の [ ]", list(text)),
    categories: described("費目。原典が挙げていなければ空の [ ]", list(category)),
    exclusions: list(sourced(object({ trait, rule }, sourceFields))),
    ratios: list(ratio),
    rules: described("この制度で行う検査と、その条項", table(RULE_IDS, "検査", source)),
  },
  {
    $schema: text,
    acquiredUntil: sourced(object({ day }, sourceFields)),
    incomeDeducted: described("事業収入を差し引くとき、その条項", source),
    labour: sourced(
      object({ payMonth: matching(/^\d{4}-(0[1-9]|1[0-2])$/, "年月を 2025-04 の形で書いてください。") }, sourceFields),
    ),
    default: described("何も指定がないときに使う制度なら true。1つの制度だけに書きます", oneOf(true as const)),
    assetDisposal: sourced(
      object(
        { minUnitPrice: positiveYen, middles: described("対象になる費目", filled(list(text))) },
        { exceptKinds: described("費目に入っていても財産を得ない種類(修理など)", list(kind)), ...sourceFields },
      ),
    ),
    quoteRequired: sourced(
      object(
        { above: yen, kinds: filled(list(kind)), item: described("この費目と書かれたものも含めます", item) },
        sourceFields,
      ),
    ),
    estimateFaults: described(
      "見積書そのものについて知らせること。書かないと、知っていることすべてを条項なしで知らせます",
      list(
        sourced(
          object(
            { id: oneOf(...FAULT_IDS) },
            {
              comparatives: described(
                "`comparatives` について：`from` 円以上の見積書には、選んだものを含めて `count` 通の見積書が要ります",
                object({ from: yen, count: whole(2, "2 以上の整数を書いてください。") }),
              ),
              ...sourceFields,
            },
          ),
        ),
      ),
    ),
    sme,
    city: sourced(object({ name: text, words: filled(list(word)) }, sourceFields)),
  },
);

/** What editors read beside a scheme file (`schemas/scheme.schema.json`). */
export const editorSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Kenzan: a grant edition",
  ...schemeFile.schema,
};
