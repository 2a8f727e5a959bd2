/** What a scheme that pays no subsidy gives: which assets qualify, or what comes off the tax. */
import type { Report } from "../../core/report";
import type { Obstacle } from "../../core/subsidy/assets";
import type { LineAsset } from "../../core/subsidy/measure";
import { yen } from "../words";
import { pick, section, type Page } from "./page";

export function measure(page: Page, { measure: found }: Report): string[] {
  if (found === null) return [];
  if (found.kind === "tax-credit") {
    const title = pick(page, "税の特例", "Tax measure");
    return section(page, title, [
      `  ${pick(page, "投資の合計", "Investment")}  ${yen(found.investment, page.lang)}`,
      ...found.relief.map(({ share, yen: amount }) => `  ${percent(share)}  ${yen(amount, page.lang)}`),
    ]);
  }
  const title = pick(page, "資産ごとの要件", "Assets");
  return section(
    page,
    title,
    found.assets.flatMap((asset) => [
      `  ${asset.sheet} ${String(asset.row)}${pick(page, "行目", "")}  ${pick(page, `「${asset.name}」`, asset.name)}  ${verdict(page, asset)}`,
      ...asset.obstacles.map((obstacle) => `    ${why(page, obstacle)}`),
      ...asset.missing.map((what) => `    ${unknown(page, what)}`),
    ]),
  );
}

function percent(share: string): string {
  const [top = 0, bottom = 1] = share.split("/").map(Number);
  return `${String((top * 100) / bottom)}%`;
}

function verdict(page: Page, { qualifies }: LineAsset): string {
  if (qualifies === null) return pick(page, "確認が必要です", "not decided yet");
  return qualifies ? pick(page, "要件を満たします", "qualifies") : pick(page, "要件を満たしません", "does not qualify");
}

function why(page: Page, { code, wanted, found, source }: Obstacle): string {
  const clause = source.clause === undefined ? "" : pick(page, `（${source.clause}）`, ` (${source.clause})`);
  const money = (value: number | string) => yen(Number(value), page.lang);
  switch (code) {
    case "price":
      return pick(
        page,
        `取得価額 ${money(found)} は、必要な ${money(wanted)} に届きません。${clause}`,
        `Its price ${money(found)} is below ${money(wanted)}.${clause}`,
      );
    case "years":
      return pick(
        page,
        `販売開始から ${found}年で、${wanted}年以内ではありません。${clause}`,
        `On sale for ${found} years, more than ${wanted}.${clause}`,
      );
    case "second-hand":
      return pick(page, `中古の設備は対象になりません。${clause}`, `Second-hand assets never qualify.${clause}`);
    case "others":
      return pick(
        page,
        `ともに導入する対象設備は ${money(found)} で、必要な ${money(wanted)} に届きません。${clause}`,
        `Only ${money(found)} of qualifying equipment beside it; ${money(wanted)} is needed.${clause}`,
      );
    case "acquired":
      return pick(
        page,
        `取得日 ${found} は、期限の ${wanted} より後です。${clause}`,
        `Acquired ${found}, after ${wanted}.${clause}`,
      );
    case "unknown-frame":
      return pick(page, "設備の種類がわかりません。種別の欄に記入してください。", "The kind of asset is not stated.");
  }
}

const unknown = (page: Page, what: LineAsset["missing"][number]): string =>
  what === "acquired"
    ? pick(page, "取得日を確かめてください。", "Check the day of acquisition.")
    : pick(page, "販売開始からの年数を確かめてください。", "Check how long the model has been on sale.");
