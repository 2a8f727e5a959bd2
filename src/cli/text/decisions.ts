/** What a person decided in the workbook: who, when, why, and how many yen; applied or only shown. */
import type { MadeDecision, Weighed } from "../../core/decisions/weigh";
import { decisionReason, decisionSubject, effectText, outdatedText } from "../../messages/decisions";
import { table } from "../width";
import { yen } from "../words";
import { paragraph, pick, section, type Page } from "./page";

export function decisions(page: Page, weighed: Weighed): string[] {
  const { mode, made, subsidyWith, subsidyWithout } = weighed;
  if (made.length === 0) return [];
  const figure = (amount: number | null): string => (amount === null ? "—" : yen(amount, page.lang));
  return section(
    page,
    pick(
      page,
      `ブックに記録された承認・変更 ${made.length}件`,
      `${made.length} recorded decision${made.length === 1 ? "" : "s"}`,
    ),
    [
      ...paragraph(
        page,
        "  ",
        mode === "apply"
          ? pick(page, "このページの額は、これらを反映した額です。", "The figures on this page are with them.")
          : pick(
              page,
              "このページの額は、これらを反映していない額です。",
              "The figures on this page are without them.",
            ),
        2,
      ),
      ...table(
        [
          [pick(page, "  反映しない額", "  Without them"), figure(subsidyWithout)],
          [pick(page, "  反映した額", "  With them"), figure(subsidyWith)],
        ],
        new Set([1]),
      ),
      ...made.flatMap((decision) => one(page, decision)),
    ],
  );
}

function one(page: Page, decision: MadeDecision): string[] {
  const { sheet, cell, by, date, valid, kind } = decision;
  const place = sheet === null ? "" : `${sheet}${cell === null ? "" : ` ${cell}`}  `;
  const who = [by, date].filter((part) => part !== null).join(pick(page, "、", ", "));
  const lead = pick(page, "  ・", "  - ");
  const what = `${place}${decisionSubject(decision, page.lang)}: ${decisionReason(decision, page.lang)}`;
  return [
    ...paragraph(page, lead, `${what}${who === "" ? "" : pick(page, `（${who}）`, ` (${who})`)}`, 4),
    `    ${valid ? effectText(decision.yen, page.lang) : kind === "waiver" ? outdatedText(page.lang) : kind === "match" ? noPaperText(page) : pick(page, "当てはまる行がありません。", "It fits no line.")}`,
  ];
}

const noPaperText = (page: Page): string =>
  pick(
    page,
    "明細か見積書が変わったか、見積書が渡されていないため、この確認は使われません。",
    "The line or the estimate has changed, or no estimates were given, so it is not used.",
  );
