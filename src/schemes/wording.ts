/** A scheme's figures in words, for lists, documents and notes. */
import type { SchemeRow } from "../core/scheme/describe";
import type { ApplicantClass } from "../core/scheme/terms";
import type { Banded, FramePart, RateTiers, Scheme } from "../core/scheme/scheme";
import { capsOf } from "../core/subsidy/limits";
import { percent } from "../messages/message";

export type Lang = "ja" | "en";

export const classNames: Readonly<Record<Lang, Readonly<Record<ApplicantClass, string>>>> = {
  ja: {
    sme: "中小",
    "non-sme": "中小以外",
    "mid-sized": "中堅",
    small: "小規模",
    rehabilitating: "再生",
    large: "大企業等",
  },
  en: {
    sme: "SME",
    "non-sme": "other than SME",
    "mid-sized": "mid-sized",
    small: "small",
    rehabilitating: "rehabilitating",
    large: "large",
  },
};

const words = {
  ja: {
    yen: (amount: string) => `${amount}円`,
    upTo: (head: number) => `${String(head)}人以下`,
    between: (from: number, to: number) => `${String(from)}～${String(to)}人`,
    from: (head: number) => `${String(head)}人以上`,
    beyond: (amount: string, rate: string) => `補助額${amount}円を超える分は${rate}`,
    deficit: (rate: string) => `赤字の事業者は${rate}`,
    perMember: (amount: string) => `${amount}円×参加事業者数`,
    notStated: "原典に記載なし",
    together: (names: string, amount: string) => `${names}の合計は${amount}円まで`,
    until: (day: string) => `${day}までに取得`,
    onSale: (years: number) => `販売開始から${String(years)}年以内`,
    asset: (amount: string) => `1件${amount}円以上`,
    others: (amount: string) => `合計${amount}円以上の対象設備とともに導入`,
    none: "なし",
    join: "、",
    apart: " ／ ",
    source: (clause: string) => (clause === "silent" ? "記載なし" : clause),
    reading: "読み方",
  },
  en: {
    yen: (amount: string) => `${amount} yen`,
    upTo: (head: number) => `up to ${String(head)} employees`,
    between: (from: number, to: number) => `${String(from)}–${String(to)} employees`,
    from: (head: number) => `${String(head)} employees or more`,
    beyond: (amount: string, rate: string) => `${rate} beyond ${amount} yen of subsidy`,
    deficit: (rate: string) => `${rate} for applicants in deficit`,
    perMember: (amount: string) => `${amount} yen × members`,
    notStated: "not stated in the document",
    together: (names: string, amount: string) => `${names} together up to ${amount} yen`,
    until: (day: string) => `acquired by ${day}`,
    onSale: (years: number) => `on sale for at most ${String(years)} years`,
    asset: (amount: string) => `from ${amount} yen each`,
    others: (amount: string) => `with at least ${amount} yen of qualifying equipment`,
    none: "none",
    join: ", ",
    apart: " / ",
    source: (clause: string) => (clause === "silent" ? "not stated" : clause),
    reading: "reading",
  },
};

const grouped = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ",");

interface FrameWords {
  readonly rate: string;
  readonly cap: string;
  readonly floor: string;
  readonly period: string;
  /** Where the amounts come from. */
  readonly source: string;
}

/** One row of `kenzan schemes` in words. */
export function frameWords(row: SchemeRow, lang: Lang): FrameWords {
  const say = words[lang];
  return {
    rate: rateWords(row, lang),
    cap: capWords(row, lang),
    floor: row.floor === null ? say.none : say.yen(grouped(row.floor)),
    period: periodWords(row, lang),
    source: sourceWords(row, lang),
  };
}

function tiersWords(tiers: RateTiers, lang: Lang): string {
  const say = words[lang];
  return tiers
    .map(({ rate }, index) => {
      const begins = tiers[index - 1]?.upTo;
      return begins === undefined ? rate : say.beyond(grouped(begins), rate);
    })
    .join(say.join);
}

function rateWords(row: SchemeRow, lang: Lang): string {
  const say = words[lang];
  if (row.result === "tax-credit") return row.taxShares.map(percent).join(" / ");
  if (row.result === "asset-qualification") return say.none;
  if (row.parts.length > 0)
    return row.parts.map((part) => `${part.name[lang]} ${tiersWords(part.rates, lang)}`).join(say.apart);
  if (row.rates === null) return say.notStated;
  const own = Object.entries(row.rates).map(
    ([word, tiers]) => [classNames[lang][word as ApplicantClass], tiersWords(tiers, lang)] as const,
  );
  const distinct = new Set(own.map(([, text]) => text));
  const [only] = distinct;
  const rates = distinct.size === 1 && only !== undefined ? only : own.map((pair) => pair.join(" ")).join(say.apart);
  return row.deficitRates === null ? rates : [rates, say.deficit(tiersWords(row.deficitRates, lang))].join(say.join);
}

function capWords(row: SchemeRow, lang: Lang): string {
  const say = words[lang];
  if (row.asset !== null) {
    const { minPrice, maxYearsOnSale, withOthersFrom } = row.asset;
    return [
      say.asset(grouped(minPrice)),
      ...(maxYearsOnSale === undefined ? [] : [say.onSale(maxYearsOnSale)]),
      ...(withOthersFrom === undefined ? [] : [say.others(grouped(withOthersFrom))]),
    ].join(say.join);
  }
  if (row.parts.length > 0) {
    const own = row.parts.map((part) => `${part.name[lang]} ${partCap(part, lang)}`);
    const together = row.partLimits.map((limit) => {
      const names = row.parts.filter(({ id }) => limit.parts.includes(id)).map(({ name }) => name[lang]);
      return say.together(names.join(lang === "ja" ? "・" : ", "), grouped(limit.cap));
    });
    return [...own, ...together].join(say.apart);
  }
  const caps = capsOf(row);
  if (caps.length === 0) return say.none;
  return caps
    .map(({ class: word, figure }) => (word === null ? "" : `${classNames[lang][word]} `) + bandWords(figure, lang))
    .join(say.apart);
}

const partCap = (part: FramePart, lang: Lang): string =>
  part.capPer === "member" ? words[lang].perMember(grouped(part.cap)) : words[lang].yen(grouped(part.cap));

function bandWords(figure: Banded, lang: Lang): string {
  const say = words[lang];
  if (typeof figure === "number") return say.yen(grouped(figure));
  return figure.bands
    .map(({ to, yen }, index) => {
      const from = (figure.bands[index - 1]?.to ?? 0) + 1;
      const heads = to === undefined ? say.from(from) : from === 1 ? say.upTo(to) : say.between(from, to);
      return `${heads} ${yen === null ? say.notStated : say.yen(grouped(yen))}`;
    })
    .join(say.join);
}

function periodWords(row: SchemeRow, lang: Lang): string {
  if (row.period !== null) return `${row.period.from} – ${row.period.to}`;
  return row.acquiredUntil === null ? words[lang].notStated : words[lang].until(row.acquiredUntil);
}

/** "[reading: x]" in the reader's language. */
export const clauseWords = (source: string, lang: Lang): string =>
  source.replace(/^silent/, words[lang].source("silent")).replace("[reading: ", `[${words[lang].reading}: `);

/** The frame's place in the document; a figure that rests on a reading of ours says so. */
function sourceWords(row: SchemeRow, lang: Lang): string {
  const readings = Object.values(row.sources).filter((source) => source.startsWith(`${row.source} [`));
  return `${row.documentNo} ${clauseWords(readings[0] ?? row.source, lang)}`;
}

/** Whether a scheme pays money, in words. */
export const resultWords: Readonly<Record<Lang, Readonly<Record<Scheme["result"], string>>>> = {
  ja: {
    subsidy: "補助金・助成金",
    "asset-qualification": "税の特例(資産の要件)",
    "tax-credit": "税の特例(控除・償却)",
  },
  en: {
    subsidy: "subsidy",
    "asset-qualification": "tax measure (qualifying assets)",
    "tax-credit": "tax measure (credit or depreciation)",
  },
};
