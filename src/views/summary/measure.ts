/** What a scheme that pays no subsidy gives: which assets qualify, or what comes off the tax. */
import { floor, fraction, multiply, parseFraction } from "../../core/money/fraction";
import type { LineAsset } from "../../core/subsidy/measure";
import { percent } from "./calculation";
import type { Draft } from "./draft";
import { floorDivided } from "./rates";
import { placeName } from "./tables";

export function measure(draft: Draft): void {
  const { measure: found } = draft.report;
  if (found?.kind === "asset-qualification" && found.assets.length > 0) assets(draft, found.assets);
  if (found?.kind === "tax-credit") relief(draft, found.investment, found.relief);
}

function assets(draft: Draft, list: readonly LineAsset[]): void {
  const { page, words, scheme } = draft;
  const say = words.measure;
  page.heading(say.assets);
  page.header([
    [words.lines.no, 1],
    [words.lines.place, 2],
    [say.asset, 3, 4],
    [say.kind, 5, 6],
    [say.result, 7, 8],
    [say.reason, 9, 14],
  ]);
  for (const [index, asset] of list.entries()) {
    const kind = scheme.frames.find(({ id }) => id === asset.frame);
    const reasons = [...asset.obstacles.map((one) => say.why(one)), ...asset.missing.map((one) => say.unknown(one))];
    page.put(1, index + 1, { style: "number" });
    page.put(2, placeName(asset), { style: "link", link: { sheet: asset.sheet, row: asset.row, column: 1 } });
    page.paragraph(3, asset.name, { style: "textWrap", to: 4 });
    page.paragraph(5, kind === undefined ? "" : words.pick(kind.name), { style: "textWrap", to: 6 });
    const style = asset.qualifies === null ? "warning" : asset.qualifies ? "info" : "error";
    page.put(7, say.resultOf(asset.qualifies), { style, to: 8 });
    page.paragraph(9, reasons.join("\n"), { style: "textWrap", to: 14 });
    page.next();
  }
  page.next();
}

function relief(
  draft: Draft,
  investment: number,
  shares: readonly { readonly share: string; readonly yen: number }[],
): void {
  const { page, report, words } = draft;
  const say = words.measure;
  page.heading(say.relief);
  const base = page.here(5);
  page.put(1, say.investment, { style: "text", to: 4 });
  const total = { formula: () => draft.at("allowed"), value: report.totals?.allowed ?? 0 };
  page.figure(5, total, investment, { style: "number", to: 6 });
  page.next();
  for (const { share, yen } of shares) {
    const rate = parseFraction(share);
    const figure = {
      formula: () => floorDivided(rate.n === 1n ? base : `${rate.n}*${base}`, rate.d),
      value: floor(multiply(rate, fraction(investment))),
    };
    page.put(1, say.share(percent(share)), { style: "total", to: 4 });
    page.figure(5, figure, yen, { style: "totalNumber", to: 6 });
    page.next();
  }
  page.next();
}
