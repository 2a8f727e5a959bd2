/**
 * Reads one scheme file and refuses whatever would make a figure wrong in silence: a misspelt key, a gap between bands,
 * a figure nobody can trace. Every refusal names the place and says in words what to change.
 */
import { KINDS, isKind, isTrait } from "../classify/kinds";
import { compare, ONE, parseFraction, ZERO } from "../money/fraction";
import {
  distinct,
  fail,
  filled,
  list,
  matching,
  nullable,
  object,
  oneOf,
  SchemeError,
  table,
  text,
  whole,
  type Place,
  type Read,
} from "./json";
import { plain } from "../text/plain";
import { covers } from "./items";
import { RULE_IDS } from "./rule-ids";
import {
  APPLICANT_CLASSES,
  type Banded,
  type ByClass,
  type Category,
  type Frame,
  type ItemRef,
  type RateTiers,
  type Scheme,
  type Source,
} from "./scheme";

export { SchemeError } from "./json";

const yen = whole(0, "円の金額を、コンマなしの整数で書いてください(例 2000000)。");
const positiveYen = whole(1, "1円以上の金額を、コンマなしの整数で書いてください(例 2000000)。");
const count = whole(1, "1以上の整数で書いてください。");
const id = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, "半角の英小文字と数字を - でつないで書いてください(例 fais-dx-2026)。");
const names = object({ ja: text, en: text });

/** Workbooks are compared without spaces and with one form of each letter, so the words are written that way. */
const word: Read<string> = (place) => {
  const value = text(place);
  const folded = plain(value);
  if (folded !== value) fail(place, `空白を入れず、英数字とかっこは半角で書いてください(${folded})。`);
  return value;
};

const sourceFields = { clause: text, reading: text, silent: oneOf(true) };

const day: Read<string> = (place) => {
  const value = matching(/^\d{4}-\d{2}-\d{2}$/, "日付を 2025-04-14 の形で書いてください。")(place);
  const [year, month, date] = value.split("-").map(Number) as [number, number, number];
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month))
    fail(place, `「${value}」は暦にない日付です。`);
  return value;
};

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A rate is written as a fraction so that 2/3 stays two thirds. */
const rate: Read<string> = (place) => {
  const value = matching(
    /^[1-9]\d{0,3}\/[1-9]\d{0,3}$/,
    '率は "2/3" のように分数で書いてください(全額なら "1/1")。',
  )(place);
  const share = parseFraction(value);
  if (compare(share, ZERO) <= 0 || compare(share, ONE) > 0) fail(place, "率は 0 より大きく 1 以下にしてください。");
  return value;
};

const tiers: Read<RateTiers> = (place) => {
  const read = filled(list(object({ rate }, { upTo: positiveYen })))(place);
  read.forEach((tier, index) => {
    const before = read[index - 1]?.upTo ?? 0;
    const last = index === read.length - 1;
    if (last && tier.upTo !== undefined)
      fail(place, "最後の段には upTo を書かないでください(その先の率が決まらなくなります)。");
    if (!last && (tier.upTo === undefined || tier.upTo <= before))
      fail(place, "upTo は小さい順に、最後の段を除いて全部の段に書いてください。");
  });
  return read;
};

const banded: Read<Banded> = (place) => {
  if (typeof place.value !== "object" || place.value === null) return yen(place);
  const read = object({
    by: oneOf("employees"),
    bands: filled(list(object({ yen: nullable(yen) }, { to: count }))),
  })(place);
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
  return read;
};

const isClass = (word: string): boolean => APPLICANT_CLASSES.some((known) => known === word);
const byClass = <T>(read: Read<T>): Read<ByClass<T>> => table(isClass, "申請者の区分", read);

const cap: Read<Banded | ByClass<Banded> | null> = (place) => {
  const { value } = place;
  if (value === null) return null;
  const plain = typeof value !== "object" || Array.isArray(value) || "by" in value;
  return plain ? banded(place) : byClass(banded)(place);
};

/** Every figure says where it comes from; this is the rule that keeps a scheme honest. */
function sourced<T extends Source>(read: Read<T>): Read<T> {
  return (place) => {
    const value = read(place);
    requireSource(place, value);
    return value;
  };
}

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

const kind: Read<string> = (place) => {
  const value = text(place);
  if (!isKind(value))
    fail(place, `「${value}」という経費の種類はありません。使えるのは ${Object.keys(KINDS).join("、")} です。`);
  return value;
};

const trait: Read<string> = (place) => {
  const value = text(place);
  if (!isTrait(value) && !isKind(value)) fail(place, `「${value}」という経費の性質や種類はありません。`);
  return value;
};

const isRule = (word: string): boolean => RULE_IDS.some((known) => known === word);
const rule: Read<string> = (place) => {
  const value = text(place);
  if (!isRule(value)) fail(place, `「${value}」という検査はありません。`);
  return value;
};

const item = object({ middle: text }, { minor: text });

const part = sourced(
  object(
    { id, name: names, items: filled(list(item)), rates: tiers, cap: positiveYen },
    { capPer: oneOf("member"), ...sourceFields },
  ),
);

const frame: Read<Frame> = sourced(
  object(
    { id, name: names, words: filled(list(word)), cap, rates: nullable(byClass(tiers)) },
    {
      floor: yen,
      deficitRates: tiers,
      parts: filled(list(part)),
      partLimits: list(sourced(object({ parts: filled(list(id)), cap: positiveYen }, sourceFields))),
      minCorporateMembers: count,
      asset: sourced(
        object({ minPrice: positiveYen }, { maxYearsOnSale: count, withOthersFrom: positiveYen, ...sourceFields }),
      ),
      taxShares: filled(list(rate)),
      sources: object(
        {},
        { cap: source, floor: source, rates: source, deficitRates: source, minCorporateMembers: source },
      ),
      ...sourceFields,
    },
  ),
);

const category: Read<Category> = sourced(
  object(
    { major: nullable(text), middle: text, kinds: list(kind) },
    {
      minor: text,
      frames: filled(list(id)),
      minUnitPrice: positiveYen,
      belowUnitPrice: positiveYen,
      words: list(word),
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
      id: oneOf("travel", "equipment"),
      rule,
      middles: filled(list(text)),
      max: rate,
      bases: filled(
        list(
          sourced(object({ of: oneOf("without", "total", "grant"), breach: oneOf("warning", "error") }, sourceFields)),
        ),
      ),
    },
    { minor: text, ...sourceFields },
  ),
);

const scheme = object(
  {
    schemaVersion: oneOf(1),
    id,
    document: object({ no: matching(/^\d{3}$/, '文書の番号を3桁で書いてください(例 "002")。'), ja: text, en: text }),
    name: names,
    words: filled(list(word)),
    result: oneOf("subsidy", "asset-qualification", "tax-credit"),
    classes: filled(list(oneOf(...APPLICANT_CLASSES))),
    frames: filled(list(frame)),
    period: nullable(period),
    rounding: nullable(sourced(object({ unit: positiveYen }, sourceFields))),
    tax: sourced(
      object({ treatment: oneOf("exclusive", "inclusive") }, { exempt: oneOf("may-include"), ...sourceFields }),
    ),
    majors: list(text),
    categories: list(category),
    exclusions: list(sourced(object({ trait, rule }, sourceFields))),
    ratios: list(ratio),
    rules: table(isRule, "検査", source),
  },
  {
    $schema: text,
    acquiredUntil: sourced(object({ day }, sourceFields)),
    incomeDeducted: source,
    labour: sourced(
      object({ payMonth: matching(/^\d{4}-(0[1-9]|1[0-2])$/, "年月を 2025-04 の形で書いてください。") }, sourceFields),
    ),
    assetDisposal: sourced(object({ minUnitPrice: positiveYen }, sourceFields)),
    quoteRequired: sourced(object({ above: yen, kinds: filled(list(kind)) }, sourceFields)),
    city: sourced(object({ name: text, words: filled(list(word)) }, sourceFields)),
  },
);

/**
 * @param json the parsed content of a scheme file
 * @throws SchemeError naming the place and, in plain Japanese, what to change
 */
export function parseScheme(json: unknown): Scheme {
  const { $schema, ...read } = scheme({ value: json, path: "" });
  void $schema;
  checkNames(read);
  checkPeriod(read);
  read.frames.forEach((one, index) => {
    checkFrame(read, one, `frames[${String(index)}]`);
  });
  checkCategories(read);
  checkMentions(read);
  return read;
}

const refuse = (path: string, reason: string): never => {
  throw new SchemeError(path, reason);
};

function checkNames(read: Scheme): void {
  distinct(
    keysOf(read.frames, "frames", (one) => one.id, "id"),
    "枠のID",
  );
  const words = read.frames.flatMap((one, index) =>
    one.words.map((key, at) => ({ key, path: `frames[${String(index)}].words[${String(at)}]` })),
  );
  distinct(words, "枠を表す言葉");
  distinct(
    keysOf(read.classes, "classes", (one) => one),
    "申請者の区分",
  );
  distinct(
    keysOf(read.majors, "majors", (one) => one),
    "大項目",
  );
  distinct(
    keysOf(read.exclusions, "exclusions", (one) => one.trait, "trait"),
    "対象外とする性質",
  );
  distinct(
    keysOf(read.ratios, "ratios", (one) => one.id, "id"),
    "割合の制限",
  );
}

const keysOf = <T>(items: readonly T[], path: string, key: (item: T) => string, field?: string) =>
  items.map((one, index) => ({
    key: key(one),
    path: `${path}[${String(index)}]${field === undefined ? "" : `.${field}`}`,
  }));

function checkPeriod({ period: given }: Scheme): void {
  if (given === null) return;
  if (given.to < given.from)
    refuse("period.to", `終わりの日 ${given.to} が始まりの日 ${given.from} より前になっています。`);
  if (given.latePayment !== undefined && given.latePayment.until <= given.to)
    refuse(
      "period.latePayment.until",
      `支払いの猶予 ${given.latePayment.until} は期間の終わり ${given.to} より後にしてください。`,
    );
}

function checkFrame(read: Scheme, given: Frame, path: string): void {
  checkClasses(read, given.rates, `${path}.rates`);
  if (given.cap !== null && typeof given.cap === "object" && !("by" in given.cap))
    checkClasses(read, given.cap as ByClass<Banded>, `${path}.cap`);
  if (given.rates !== null && given.parts !== undefined)
    refuse(`${path}.rates`, "parts(部分ごとの率)があるときは、rates を null にしてください。");
  if (given.deficitRates !== undefined && given.rates === null)
    refuse(`${path}.deficitRates`, "赤字のときの率だけでは足りません。通常の率を rates に書いてください。");
  for (const least of capsOf(given)) {
    if (given.floor !== undefined && given.floor > least)
      refuse(`${path}.floor`, `下限 ${String(given.floor)} 円が上限 ${String(least)} 円より大きくなっています。`);
  }
  const subsidy = read.result === "subsidy";
  if (subsidy && given.cap === null && given.parts === undefined)
    refuse(`${path}.cap`, "上限額がありません。枠の上限か、parts ごとの上限を書いてください。");
  if ((read.result === "asset-qualification") !== (given.asset !== undefined))
    refuse(
      `${path}.asset`,
      "asset(資産の要件)は、result が asset-qualification の制度に、その全部の枠に書いてください。",
    );
  if ((read.result === "tax-credit") !== (given.taxShares !== undefined))
    refuse(`${path}.taxShares`, "taxShares(税の割合)は、result が tax-credit の制度に、その全部の枠に書いてください。");
  checkParts(read, given, path);
}

function capsOf(given: Frame): number[] {
  if (given.cap === null) return [];
  const all: readonly Banded[] =
    typeof given.cap === "number" || "by" in given.cap
      ? [given.cap as Banded]
      : Object.values(given.cap as ByClass<Banded>);
  return all.flatMap((one) => (typeof one === "number" ? [one] : one.bands.flatMap((band) => band.yen ?? [])));
}

function checkClasses(read: Scheme, given: ByClass<unknown> | null, path: string): void {
  if (given === null) return;
  for (const word of Object.keys(given)) {
    if (!read.classes.some((known) => known === word))
      refuse(`${path}.${word}`, `区分「${word}」は classes にありません。classes に加えるか、ここから消してください。`);
  }
}

function checkParts(read: Scheme, given: Frame, path: string): void {
  const parts = given.parts ?? [];
  distinct(
    keysOf(parts, `${path}.parts`, (one) => one.id, "id"),
    "部分のID",
  );
  const items = parts.flatMap((one, index) =>
    one.items.map((ref, at) => ({ ref, path: `${path}.parts[${String(index)}].items[${String(at)}]` })),
  );
  distinct(
    items.map(({ ref, path: at }) => ({
      key: ref.middle + (ref.minor === undefined ? "" : `・${ref.minor}`),
      path: at,
    })),
    "費目",
  );
  for (const { ref, path: at } of items) {
    requireItem(read, ref, at);
  }
  (given.partLimits ?? []).forEach((limit, index) => {
    for (const one of limit.parts) {
      if (!parts.some((known) => known.id === one))
        refuse(`${path}.partLimits[${String(index)}].parts`, `部分「${one}」は parts にありません。`);
    }
  });
}

function checkCategories(read: Scheme): void {
  const ids = read.frames.map((one) => one.id);
  read.categories.forEach((one, index) => {
    const path = `categories[${String(index)}]`;
    if (one.major === null ? read.majors.length > 0 : !read.majors.includes(one.major))
      refuse(`${path}.major`, `大項目「${one.major ?? "なし"}」は majors にありません。`);
    if ((one.minUnitPrice ?? 0) >= (one.belowUnitPrice ?? Infinity))
      refuse(path, "minUnitPrice は belowUnitPrice より小さくしてください。");
    distinct(
      keysOf(one.kinds, `${path}.kinds`, (key) => key),
      "経費の種類",
    );
    for (const word of one.frames ?? []) {
      if (!ids.includes(word)) refuse(`${path}.frames`, `枠「${word}」は frames にありません。`);
    }
  });
  for (const word of ids) checkHomes(read, word);
}

/** Within a frame, one kind at one price has one home. */
function checkHomes(read: Scheme, inFrame: string): void {
  const homes = new Map<string, { from: number; below: number; path: string }[]>();
  read.categories.forEach((one, index) => {
    if (!(one.frames?.includes(inFrame) ?? true)) return;
    const path = `categories[${String(index)}]`;
    const from = one.minUnitPrice ?? 0;
    const below = one.belowUnitPrice ?? Infinity;
    one.kinds.forEach((key, at) => {
      const known = homes.get(key) ?? [];
      const clash = known.find((home) => home.from < below && from < home.below);
      if (clash !== undefined)
        refuse(
          `${path}.kinds[${String(at)}]`,
          `種類「${key}」が ${clash.path} にもあり、どちらの費目か決まりません。片方から消すか、単価の範囲で分けてください。`,
        );
      homes.set(key, [...known, { from, below, path }]);
    });
  });
  for (const [key, ranges] of homes) {
    let expected = 0;
    for (const home of ranges.toSorted((a, b) => a.from - b.from)) {
      if (home.from !== expected)
        refuse(home.path, `種類「${key}」は、単価 ${String(expected)} 円からの費目が決まっていません。`);
      expected = home.below;
    }
    if (expected !== Infinity)
      refuse(
        ranges[0]?.path ?? "categories",
        `種類「${key}」は、単価 ${String(expected)} 円からの費目が決まっていません。`,
      );
  }
}

/** What one part of the file says of another must exist there. */
function checkMentions(read: Scheme): void {
  read.ratios.forEach((one, index) => {
    const path = `ratios[${String(index)}]`;
    for (const middle of one.middles) requireItem(read, { middle, ...(one.minor && { minor: one.minor }) }, path);
    requireRule(read, one.rule, `${path}.rule`);
  });
  read.exclusions.forEach((one, index) => {
    requireRule(read, one.rule, `exclusions[${String(index)}].rule`);
  });
}

function requireItem(read: Scheme, ref: ItemRef, path: string): void {
  if (!read.categories.some((one) => covers(ref, one)))
    refuse(path, `費目「${ref.middle}${ref.minor === undefined ? "" : `・${ref.minor}`}」は categories にありません。`);
}

function requireRule(read: Scheme, wanted: string, path: string): void {
  if (!Object.hasOwn(read.rules, wanted))
    refuse(path, `検査「${wanted}」が rules にありません。条項とともに書き足してください。`);
}
