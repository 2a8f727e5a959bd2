/** `check --format text`: for people. The verdict first, then the calculation, then what to do, then how it was read. */
import { cellName } from "../../core/workbook/workbook";
import { notCheckedText } from "../../messages";
import { taxSaidText } from "../../messages/tax";
import type { Origin } from "../../core/judge/settings";
import type { Report } from "../../core/report/report";
import { schemeAsked } from "../../core/report/scheme-asked";
import type { Scheme } from "../../core/scheme/scheme";
import { messagesOf, statusOf, type Outcome } from "../outcome";
import { classNames } from "../../schemes/wording";
import { table } from "../width";
import { yen } from "../words";
import { decisions } from "./decisions";
import { estimates } from "./estimates";
import { findings } from "./findings";
import { measure } from "./measure";
import { paragraph, pick, section, tone, type Page } from "./page";
import { reading } from "./reading";
import { steps } from "./steps";
import { items, labour, members, ratios } from "./tables";

export function toText(outcome: Outcome, schemes: readonly Scheme[], page: Page): string {
  const { file, report } = outcome;
  const title = tone(page, "heading", pick(page, `検算 — ${file}`, `Kenzan — ${file}`));
  if (report === null) return lines([title, ...verdict(page, outcome)]);
  const scheme = schemes.find(({ id }) => id === report.scheme);
  return lines([
    title,
    ...verdict(page, outcome),
    ...section(
      page,
      pick(page, "申請の内容", "The application"),
      scheme === undefined ? [] : application(page, report, scheme),
    ),
    ...section(
      page,
      pick(page, "計算の順序", "The calculation"),
      scheme === undefined ? [] : steps(page, report, scheme),
    ),
    ...decisions(page, outcome.decisions),
    ...measure(page, report),
    ...findings(page, report.findings),
    ...estimates(page, report),
    ...items(page, report),
    ...labour(page, report),
    ...ratios(page, report),
    ...members(page, report),
    ...reading(page, report.reading),
    ...notChecked(page, report),
  ]);
}

const lines = (all: readonly string[]): string => all.join("\n") + "\n";

function verdict(page: Page, outcome: Outcome): string[] {
  const { report } = outcome;
  const result: string[] = [""];
  const amount = report?.subsidy?.amount ?? null;
  if (amount !== null) {
    const label = pick(page, "申請できる額", "You can apply for");
    const tones = ["good", "error", "warning"] as const;
    result.push(`  ${tone(page, tones[statusOf(outcome)], `${label}  ${yen(amount, page.lang)}`)}`);
  }
  const asked = report === null ? undefined : schemeAsked(report);
  if (asked !== undefined)
    result.push(
      ...paragraph(page, "  ", notCheckedText(asked, page.lang), 2).map((text) => tone(page, "warning", text)),
    );
  for (const message of messagesOf(outcome)) result.push(...paragraph(page, "  ", message, 2));
  if (report !== null) result.push(`  ${counts(page, report)}`);
  const requested = report?.subsidy?.requested ?? null;
  if (amount !== null && requested !== null) result.push(`  ${comparison(page, requested, amount)}`);
  return result;
}

function counts(page: Page, report: Report): string {
  const open = report.findings.filter(({ waived }) => waived === null);
  const count = (severity: string): number => open.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, notes] = [count("error"), count("warning"), count("info")];
  if (errors + warnings + notes === 0)
    return pick(page, "直すところは見つかりませんでした。", "Nothing to correct was found.");
  const said = pick(
    page,
    `直す ${errors}件、確かめる ${warnings}件、お知らせ ${notes}件。`,
    `${errors} to correct, ${warnings} to look at, ${notes} to know. `,
  );
  return errors > 0
    ? said + pick(page, "「直す」を済ませてから提出してください。", "Correct these before handing in.")
    : said.trimEnd();
}

function comparison(page: Page, requested: number, amount: number): string {
  const difference = requested - amount;
  const stated = pick(
    page,
    `予算書の申請額は ${yen(requested, "ja")}`,
    `The workbook applies for ${yen(requested, "en")}`,
  );
  if (difference === 0) return pick(page, `${stated}で、計算した額と同じです。`, `${stated}, as computed.`);
  return difference > 0
    ? pick(
        page,
        `${stated}で、計算した額を ${yen(difference, "ja")}超えています。`,
        `${stated}, ${yen(difference, "en")} too much.`,
      )
    : pick(
        page,
        `${stated}で、あと ${yen(-difference, "ja")}申請できます。`,
        `${stated}; ${yen(-difference, "en")} more is possible.`,
      );
}

function application(page: Page, report: Report, scheme: Scheme): string[] {
  const frame = scheme.frames.find(({ id }) => id === report.frame);
  const rows: [string, string, string][] = [
    [pick(page, "制度", "Scheme"), scheme.name[page.lang], origin(page, report, "scheme")],
    [pick(page, "申請枠", "Frame"), frame?.name[page.lang] ?? "—", origin(page, report, "frame")],
    [
      pick(page, "申請者の区分", "Applicant"),
      report.applicant === null ? "—" : classNames[page.lang][report.applicant],
      origin(page, report, "applicant"),
    ],
    [pick(page, "消費税", "Consumption tax"), taxName(page, report), origin(page, report, "tax")],
  ];
  return table(
    rows.map(([label, value, from]) => [`  ${label}`, value, from]),
    new Set(),
  );
}

const taxName = (page: Page, { tax }: Report): string =>
  tax === "exclusive" ? pick(page, "税抜", "without tax") : pick(page, "税込", "tax included");

/** Where a setting came from, so that a wrong one is seen. */
function origin(page: Page, report: Report, setting: string): string {
  const found = report.origins[setting];
  if (found === undefined) return "";
  const said = (found.amounts ?? []).map((one) => taxSaidText(one, report.tax, page.lang)).join(pick(page, "", " "));
  if (found.from === "default" && said !== "") return pick(page, `（${said}）`, `(${said})`);
  return place(page, found) + bySize(page, found);
}

/** What industry, capital and employees say of the applicant's class, with the row of the table that decided. */
function bySize(page: Page, { sme }: Origin): string {
  if (sme?.class == null || sme.row === null) return "";
  const { row, clause } = sme;
  const name = classNames[page.lang][sme.class];
  return pick(
    page,
    `（業種の表 ${row.no}「${row.name.ja}」により${name}、${clause}）`,
    ` (${name} by row ${row.no} "${row.name.en}", ${clause})`,
  );
}

function place(page: Page, found: Origin): string {
  if (found.from === "option") return pick(page, "（オプションの指定）", "(option)");
  if (found.from === "default") return pick(page, "（指定がないための初期値）", "(default)");
  if (found.cell === null) return pick(page, "（予算書の記載）", "(workbook)");
  const cell = `${found.cell.sheet} ${cellName(found.cell.row, found.cell.column)}`;
  return pick(page, `（${cell} の記載）`, `(${cell})`);
}

function notChecked(page: Page, report: Report): string[] {
  const { checked, notApplicable, crashed } = report.rules;
  const texts = report.notChecked.flatMap((item) =>
    paragraph(page, pick(page, "  ・", "  - "), notCheckedText(item, page.lang), 4),
  );
  const rules = pick(
    page,
    `  調べた規則 ${checked.length}、この予算書には関わらない規則 ${notApplicable.length}${crashed.length === 0 ? "" : `、不具合で調べられなかった規則 ${crashed.join(", ")}`}`,
    `  ${checked.length} rules checked, ${notApplicable.length} not applicable${crashed.length === 0 ? "" : `, crashed: ${crashed.join(", ")}`}`,
  );
  return section(page, pick(page, "確認していないこと（人が見てください）", "Not checked: a person has to look"), [
    ...texts,
    rules,
  ]);
}
