/** What a scheme that pays no subsidy gives: which assets qualify, or what comes off the tax. */
import type { Report } from "../../core/report/report";
import type { Obstacle } from "../../core/subsidy/assets";
import { measureWords } from "../../messages/measure";
import { percent } from "../../messages/message";
import { yen } from "../words";
import { pick, section, type Page } from "./page";

export function measure(page: Page, { measure: found }: Report): string[] {
  if (found === null) return [];
  const say = measureWords[page.lang];
  if (found.kind === "tax-credit") {
    return section(page, say.relief, [
      `  ${say.investment}  ${yen(found.investment, page.lang)}`,
      ...found.relief.map(({ share, yen: amount }) => `  ${say.share(percent(share))}  ${yen(amount, page.lang)}`),
    ]);
  }
  return section(
    page,
    say.assets,
    found.assets.flatMap((asset) => [
      `  ${asset.sheet} ${String(asset.row)}${pick(page, "行目", "")}  ${pick(page, `「${asset.name}」`, asset.name)}  ${say.resultOf(asset.qualifies)}`,
      ...asset.obstacles.map((obstacle) => `    ${say.why(obstacle)}${clause(page, obstacle)}`),
      ...asset.missing.map((what) => `    ${say.unknown(what)}`),
    ]),
  );
}

const clause = (page: Page, { source }: Obstacle): string =>
  source.clause === undefined ? "" : pick(page, `（${source.clause}）`, ` (${source.clause})`);
