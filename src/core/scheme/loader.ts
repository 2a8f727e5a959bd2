/**
 * Reads one scheme file and refuses whatever would make a figure wrong in silence: a misspelt key, a gap between bands,
 * a figure nobody can trace. Every refusal names the place and says in words what to change.
 */
import { schemeFile } from "./format";
import { covers } from "./items";
import { distinct, SchemeError } from "./json";
import type { Banded, ByClass, Frame, ItemRef, Scheme } from "./scheme";

export { SchemeError } from "./json";

/**
 * @param json the parsed content of a scheme file
 * @throws SchemeError naming the place and, in plain Japanese, what to change
 */
export function parseScheme(json: unknown): Scheme {
  const { $schema, ...read } = schemeFile({ value: json, path: "" });
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
    keysOf(read.sme?.rows ?? [], "sme.rows", ({ no }) => String(no), "no"),
    "行の番号",
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
    // A share of the grant is worked out for grants of the whole cost only.
    const wholeCost = read.frames.every((given) =>
      Object.values(given.rates ?? {}).every((rates) => rates[0]?.rate === "1/1"),
    );
    if (one.bases.some(({ of }) => of === "grant") && !wholeCost)
      refuse(`${path}.bases`, "助成金額に対する割合(grant)は、率が全部 1/1 の制度でだけ使えます。");
  });
  for (const middle of read.assetDisposal?.middles ?? []) requireItem(read, { middle }, "assetDisposal.middles");
  if (read.quoteRequired !== undefined) requireItem(read, read.quoteRequired.item, "quoteRequired.item");
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
