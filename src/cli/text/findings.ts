/**
 * What to correct, the gravest first; findings that are called the same share their reason and what to do where these
 * are the same.
 */
import { findingText } from "../../messages";
import type { Finding, Severity } from "../../core/judge/finding";
import { severityName, type Lang } from "../words";
import { section, paragraph, pick, tone, type Page } from "./page";

const ORDER: readonly Severity[] = ["error", "warning", "info"];

export function findings(page: Page, found: readonly Finding[]): string[] {
  const open = found.filter(({ waived }) => waived === null);
  return [
    ...ORDER.flatMap((severity) => {
      const these = open.filter((finding) => finding.severity === severity);
      return section(page, heading(page.lang, severity, these.length), these.length === 0 ? [] : groups(page, these));
    }),
    ...waivers(
      page,
      found.filter(({ waived }) => waived !== null),
    ),
  ];
}

const HEADINGS: Readonly<Record<Lang, Readonly<Record<Severity, string>>>> = {
  ja: { error: "直す必要があります", warning: "確かめてください", info: "知っておいてください" },
  en: { error: "to be corrected", warning: "to be looked at", info: "to know" },
};

const heading = (lang: Lang, severity: Severity, count: number): string =>
  lang === "ja"
    ? `${severityName.ja[severity]} ${count}件 — ${HEADINGS.ja[severity]}`
    : `${severityName.en[severity]}: ${count} ${HEADINGS.en[severity]}`;

interface Worded {
  readonly finding: Finding;
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

function groups(page: Page, found: readonly Finding[]): string[] {
  const byRule = new Map<string, Map<string, Worded[]>>();
  for (const finding of found) {
    const worded = { finding, ...findingText(finding, page.lang) };
    const byTitle = byRule.get(finding.rule) ?? new Map<string, Worded[]>();
    byRule.set(finding.rule, byTitle);
    const group = byTitle.get(worded.title);
    if (group === undefined) byTitle.set(worded.title, [worded]);
    else group.push(worded);
  }
  return [...byRule.values()].flatMap((byTitle) => [...byTitle.values()]).flatMap((group) => groupLines(page, group));
}

function groupLines(page: Page, group: readonly Worded[]): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const shared = {
    why: group.every(({ why, finding }) => why === first.why && finding.clause === first.finding.clause),
    todo: group.length > 1 && group.every(({ todo }) => todo === first.todo),
  };
  const mark = pick(page, "・", "- ");
  return [
    `  ${tone(page, first.finding.severity, first.title)}  ${tone(page, "faint", first.finding.rule)}`,
    ...group.flatMap((worded) => [
      ...paragraph(page, `    ${mark}`, `${place(worded.finding)}${worded.what}`, 6),
      ...(shared.why ? [] : reason(page, worded)),
      ...(shared.todo ? [] : action(page, worded.todo, 6)),
    ]),
    ...(shared.why ? reason(page, first) : []),
    ...(shared.todo ? action(page, first.todo, 4) : []),
  ];
}

const place = ({ sheet, cell }: Finding): string =>
  sheet === null ? "" : `${sheet}${cell === null ? "" : ` ${cell}`}  `;

const reason = (page: Page, { why, finding }: Worded): string[] =>
  why === "" && finding.clause === ""
    ? []
    : paragraph(
        page,
        pick(page, "    理由  ", "    Why    "),
        `${why}${clause(page, why, finding.clause)}`,
        pick(page, 10, 11),
      );

/** The clause, unless the reason names it already. */
const clause = (page: Page, why: string, source: string): string =>
  source === "" || source === "–" || why.includes(source) ? "" : pick(page, `（${source}）`, ` (${source})`);

const action = (page: Page, todo: string, indent: number): string[] =>
  todo === ""
    ? []
    : paragraph(page, " ".repeat(indent) + pick(page, "対応  ", "To do  "), todo, indent + pick(page, 6, 7));

function waivers(page: Page, waived: readonly Finding[]): string[] {
  const lines = waived.flatMap((finding) => {
    const { title } = findingText(finding, page.lang);
    const { waived: decision } = finding;
    if (decision === null) return [];
    return paragraph(
      page,
      "  ",
      `${place(finding)}${title}: ${decision.reason}（${decision.by}、${decision.date}）`,
      4,
    );
  });
  return section(page, pick(page, `理由を書いて承認済みにしたこと ${lines.length}件`, "Waived"), lines);
}
