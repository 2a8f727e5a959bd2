/** The tables of the report: items, labour, ratios and members. */
import type { LabourRow, Report } from "../../core/report/report";
import { spendingByItem } from "../../core/report/spending";
import { figure } from "../../core/text/figure";
import { classNames } from "../../schemes/wording";
import { table } from "../width";
import { yen } from "../words";
import { pick, section, type Page } from "./page";

export function items(page: Page, report: Report): string[] {
  const byMiddle = Object.entries(report.totals?.byMiddle ?? {}).filter(([, amount]) => amount !== 0);
  const majors = Object.entries(report.totals?.byMajor ?? {});
  const majorOf = new Map(spendingByItem(report).map(({ item: { middle, major } }) => [middle, major]));
  const rows =
    majors.length === 0
      ? byMiddle.map(([name, amount]) => [`  ${name}`, yen(amount, page.lang)])
      : majors.flatMap(([major, sum]) => [
          [`  ${major}`, yen(sum, page.lang)],
          ...byMiddle
            .filter(([middle]) => majorOf.get(middle) === major)
            .map(([name, amount]) => [`    ${name}`, yen(amount, page.lang)]),
        ]);
  return section(page, pick(page, "費目ごとの対象経費", "Eligible cost by item"), table(rows, new Set([1])));
}

export function labour(page: Page, report: Report): string[] {
  if (report.labour.length === 0) return [];
  const shown = (value: number | null): string => (value === null ? "—" : figure(value, 3));
  const header = pick(
    page,
    ["  氏名", "区分", "時給(記載)", "時給(計算)", "時間", "金額(記載)", "金額(計算)", "対象額"],
    ["  Person", "Kind", "Rate stated", "computed", "Hours", "Amount stated", "computed", "Eligible"],
  );
  const rows = report.labour.map((row) => [
    `  ${row.person}`,
    row.kind,
    shown(row.statedRate),
    shown(row.rate),
    shown(row.hours),
    shown(row.statedAmount),
    shown(row.amount),
    shown(row.eligibleAmount),
  ]);
  const sums = report.labour.map((row) => rateSum(page, row)).filter((sum) => sum !== null);
  return section(page, pick(page, "労務費（円）", "Labour (yen)"), [
    ...table([header, ...rows], new Set([2, 3, 4, 5, 6, 7])),
    ...(sums.length === 0
      ? []
      : [pick(page, "  時給の計算（1円未満切り捨て）", "  Hourly rates (fractions of a yen dropped)")]),
    ...table(sums, new Set()),
  ]);
}

/** (280,000 + 35,000 + 48,321) ÷ 162.75時間 = 2,232円 */
function rateSum(page: Page, row: LabourRow): string[] | null {
  const { basePay, allowances, welfare, scheduledHours } = row.parts;
  if (basePay === null || scheduledHours === null || scheduledHours <= 0 || row.rate === null) return null;
  const pay = [basePay, allowances ?? 0, welfare ?? 0];
  const sum = pay.reduce((total, part) => total + part, 0);
  if (Math.floor(sum / scheduledHours) !== row.rate) return null; // the sheet's parts overlap: the finding tells more
  const shown = pay.filter((part) => part !== 0).map((part) => figure(part, 3));
  return [
    `    ${row.person}`,
    `(${shown.join(" + ")}) ÷ ${scheduledHours}${pick(page, "時間", " h")} = ${yen(row.rate, page.lang)}`,
  ];
}

export function ratios(page: Page, report: Report): string[] {
  const states = {
    ok: pick(page, "上限内です", "within the limit"),
    warning: pick(page, "片方の基準を超えています", "above one of two limits"),
    error: pick(page, "上限を超えています", "above the limit"),
    waived: pick(page, "協議済みとして認めています", "agreed with the foundation"),
  };
  const rows = report.ratios.map(({ name, amount, base, limit, allowed, status }) => [
    `  ${name[page.lang]}`,
    yen(amount, page.lang),
    pick(page, `基準 ${yen(base, "ja")} の ${limit} まで`, `limit ${limit} of ${yen(base, "en")}`),
    pick(page, `認められる額 ${yen(allowed, "ja")}`, `allowed ${yen(allowed, "en")}`),
    status === "ok" ? `${states.ok}${room(page, base, limit, amount)}` : states[status],
  ]);
  return section(page, pick(page, "比率", "Ratios"), table(rows, new Set([1])));
}

/** How much more would still be within the limit. */
function room(page: Page, base: number, limit: string, amount: number): string {
  const [top = 0, bottom = 1] = limit.split("/").map(Number);
  const left = Math.floor((base * top) / bottom) - amount;
  return left > 0 ? pick(page, `（あと${yen(left, "ja")}）`, ` (${yen(left, "en")} left)`) : "";
}

export function members(page: Page, report: Report): string[] {
  const rows = report.members.map((member) => [
    `  ${member.name}`,
    classNames[page.lang][member.class],
    pick(page, `補助率 ${member.rate}`, `rate ${member.rate}`),
    pick(page, `認められる経費 ${yen(member.allowed, "ja")}`, `allowed ${yen(member.allowed, "en")}`),
  ]);
  return section(page, pick(page, "構成員", "Members"), table(rows, new Set()));
}
