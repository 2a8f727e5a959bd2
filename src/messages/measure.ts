/** What a scheme gives that pays no subsidy, in words: which assets qualify for the tax measure, or what comes off the tax. */
import type { AssetResult, Obstacle } from "../core/subsidy/assets";
import { figure } from "../core/text/figure";
import type { Lang } from "./message";

interface MeasureWords {
  readonly assets: string;
  resultOf(qualifies: AssetResult["qualifies"]): string;
  why(obstacle: Obstacle): string;
  unknown(what: AssetResult["missing"][number]): string;
  readonly relief: string;
  readonly investment: string;
  /** "5%" */
  share(percent: string): string;
}

const yen = (value: number | string): string => figure(Number(value));

export const measureWords: Readonly<Record<Lang, MeasureWords>> = {
  ja: {
    assets: "資産ごとの要件",
    resultOf: (qualifies) =>
      qualifies === null ? "確認が必要です" : qualifies ? "要件を満たします" : "要件を満たしません",
    why: ({ code, wanted, found }) =>
      ({
        "unknown-frame": "設備の種類が分かりません。種別の欄に記入してください。",
        price: `取得価額 ${yen(found)}円は、必要な ${yen(wanted)}円に届きません。`,
        years: `販売開始から${found}年で、${wanted}年以内ではありません。`,
        "second-hand": "中古の設備は対象になりません。",
        others: `ともに導入する対象設備は ${yen(found)}円で、必要な ${yen(wanted)}円に届きません。`,
        acquired: `取得日 ${found} は、期限の ${wanted} より後です。`,
      })[code],
    unknown: (what) => (what === "acquired" ? "取得日を確かめてください。" : "販売開始からの年数を確かめてください。"),
    relief: "税の特例",
    investment: "投資の合計",
    share: (percent) => `投資の合計の ${percent}`,
  },
  en: {
    assets: "Assets",
    resultOf: (qualifies) => (qualifies === null ? "not decided yet" : qualifies ? "qualifies" : "does not qualify"),
    why: ({ code, wanted, found }) =>
      ({
        "unknown-frame": "The kind of asset is not stated.",
        price: `Its price of ${yen(found)} yen is below ${yen(wanted)} yen.`,
        years: `On sale for ${found} years, more than ${wanted}.`,
        "second-hand": "Second-hand assets do not qualify.",
        others: `Qualifying equipment beside it comes to ${yen(found)} yen; ${yen(wanted)} are needed.`,
        acquired: `Acquired on ${found}, after ${wanted}.`,
      })[code],
    unknown: (what) =>
      what === "acquired" ? "Check the day of acquisition." : "Check how long the model has been on sale.",
    relief: "Tax measure",
    investment: "Investment",
    share: (percent) => `${percent} of the investment`,
  },
};
