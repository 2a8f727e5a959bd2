/**
 * The sheet 検算結果: the result of a check for an accountant to follow, figure by figure. Figures are formulas over the
 * line table at the end of the sheet; what they show is what the report says.
 */
import type { ReportShown } from "../../core/report/shown";
import type { Scheme } from "../../core/scheme/scheme";
import { members, parts, ratios, steps } from "./calculation";
import { checkNumber } from "./check-number";
import { Draft } from "./draft";
import { matches } from "./matches";
import { measure } from "./measure";
import { itemsOf } from "./items";
import type { SheetModel, StyleRole } from "./model";
import { literal, Page } from "./page";
import { categories, labour, lines } from "./tables";
import { findings, notChecked, waivers } from "./texts";
import { printed } from "./print";
import { atOnce } from "./at-once";
import type { SummaryWords } from "./words";

/** Characters; A to N. Fitted to the width of A4 across, they are printed at about 80 %. */
const WIDTHS = [5, 13, 26, 16, 12, 12, 12, 11, 10, 11, 11, 9, 12, 12];

/** Where the number of the result stands, beside the title. */
const NUMBER_COLUMN = 11;

export const summarySheet = (report: ReportShown, scheme: Scheme, words: SummaryWords): SheetModel =>
  atOnce(summarySteps(report, scheme, words));

/** The same in pieces of a few milliseconds each, so that whoever shows something meanwhile can. */
export function* summarySteps(report: ReportShown, scheme: Scheme, words: SummaryWords): Generator<void, SheetModel> {
  const page = new Page(WIDTHS);
  const draft = new Draft(page, report, scheme, words, yield* itemsOf(report, scheme));
  yield;
  head(draft);
  yield;
  steps(draft);
  page.next();
  const chart = categories(draft);
  yield;
  measure(draft);
  ratios(draft);
  members(draft);
  parts(draft);
  labour(draft);
  yield;
  yield* findings(draft);
  waivers(draft);
  matches(draft);
  notChecked(draft);
  yield;
  const table = yield* lines(draft);
  const { cells, area, rowHeights } = yield* page.finish();
  return {
    name: words.sheet,
    cells,
    area,
    merges: page.merges,
    columns: WIDTHS.map((width, index) => ({ column: index + 1, width })),
    rowHeights,
    chart,
    table,
    print: printed(area, {
      product: words.product,
      // Excel repeats rows on the pages after the one they stand on: the header of the lines, which come last.
      ...(table === null ? {} : { repeat: { top: table.area.top, bottom: table.area.top } }),
      breaks: page.breaks(table === null ? area.bottom : table.area.top + 1),
      foot: words.checkNumber(checkNumber(report)),
    }),
  };
}

function head(draft: Draft): void {
  const { page, report, scheme, words, frame } = draft;
  const conditions = [
    words.pick(scheme.name),
    frame === undefined ? words.noFrame : words.pick(frame.name),
    ...(report.applicant === null ? [] : [words.classOf(report.applicant)]),
    words.tax[report.tax],
    words.unit,
  ];
  page.put(1, words.title, { style: "title" });
  page.put(NUMBER_COLUMN, words.checkNumber(checkNumber(report)), { style: "note" });
  page.makeTall(page.row, 26);
  page.next();
  page.put(1, conditions.join(" ・ "), { style: "subtitle" });
  page.next();
  const [style, verdict] = verdictOf(report, words);
  page.put(1, verdict, { style, to: WIDTHS.length });
  page.makeTall(page.row, 26);
  page.next();
  freshness(draft);
  page.next();
}

/**
 * Says so on the sheet itself when the budget's figures are not those that were checked: the sum over the lines, each
 * weighted by its number, so that figures that change places are seen too.
 */
function freshness({ page, items, words, at }: Draft): void {
  if (!items.some(({ claimedCell }) => claimedCell !== null)) return;
  const checked = items.reduce((sum, { claimed }, index) => sum + (claimed ?? 0) * (index + 1), 0);
  const now = (): string => `SUMPRODUCT(${at("lines.claimed")},${at("lines.no")})`;
  page.says(1, () => `IF(IFERROR(${now()}=${checked},FALSE),"",${literal(words.stale)})`, "", {
    style: "error",
    to: WIDTHS.length,
  });
}

function verdictOf(
  { totals, subsidy, measure: other, findings: all }: ReportShown,
  { verdict }: SummaryWords,
): [StyleRole, string] {
  const count = (severity: string): number =>
    all.filter((finding) => finding.severity === severity && finding.waived === null).length;
  const [errors, warnings] = [count("error"), count("warning")];
  if (totals === null) return ["verdictBad", verdict.nothing];
  if (errors > 0) return ["verdictBad", verdict.errors(errors, warnings)];
  if (other === null && (subsidy === null || subsidy.amount === null))
    return ["verdictOpen", verdict.missing(subsidy?.missing ?? [])];
  const assets = other?.kind === "asset-qualification" ? other.assets : [];
  const [failing, open] = [false, null].map((result) => assets.filter(({ qualifies }) => qualifies === result).length);
  if (failing !== 0 || open !== 0) return ["verdictOpen", verdict.assets(failing ?? 0, open ?? 0)];
  return warnings > 0 ? ["verdictOpen", verdict.warnings(warnings)] : ["verdictGood", verdict.clean];
}
