/** `check --format csv`: one row a finding, for Excel (UTF-8 with BOM, CRLF). */
import { visible } from "../core/text/visible";
import { findingText, notCheckedText } from "../messages";
import type { Outcome } from "./outcome";
import { statusOf } from "./outcome";
import { severityName, yen, type Lang } from "./words";

export const CSV_START: Readonly<Record<Lang, string>> = {
  ja: "\uFEFF" + csvRow(["ファイル", "種類", "シート", "セル", "内容", "理由", "対応", "根拠", "規則", "除外の理由"]),
  en: "\uFEFF" + csvRow(["File", "Kind", "Sheet", "Cell", "What", "Why", "To do", "Clause", "Rule", "Waived because"]),
};

export function toCsv(outcome: Outcome, lang: Lang): string {
  const { file, report, gaps, notices } = outcome;
  const rows = [verdictRow(outcome, lang)];
  for (const finding of report?.findings ?? []) {
    const { what, why, todo } = findingText(finding, lang);
    const waived =
      finding.waived === null ? "" : `${finding.waived.reason} (${finding.waived.by} ${finding.waived.date})`;
    rows.push([
      file,
      severityName[lang][finding.severity],
      finding.sheet ?? "",
      finding.cell ?? "",
      what,
      why,
      todo,
      finding.clause,
      finding.rule,
      waived,
    ]);
  }
  for (const { rule, message } of gaps) {
    rows.push([file, severityName[lang].error, "", "", message, "", "", "", rule, ""]);
  }
  const open = [...(report?.notChecked ?? []).map((item) => notCheckedText(item, lang)), ...notices];
  for (const text of open) {
    rows.push([file, lang === "ja" ? "未確認" : "not checked", "", "", text, "", "", "", "", ""]);
  }
  return rows.map(csvRow).join("");
}

/** The first row of each file: the figure, so that a list of many files can be filtered to one row each. */
function verdictRow(outcome: Outcome, lang: Lang): string[] {
  const amount = outcome.report?.subsidy?.amount ?? null;
  const status = statusOf(outcome);
  const said = {
    ja: amount === null ? "補助額は計算できませんでした" : `申請できる額 ${yen(amount, "ja")}`,
    en: amount === null ? "The subsidy could not be computed" : `You can apply for: ${yen(amount, "en")}`,
  }[lang];
  const state = {
    ja: ["誤りはありません", "誤りがあります", "調べられないものがあります"],
    en: ["No error", "There are errors", "Something could not be checked"],
  }[lang][status];
  return [outcome.file, lang === "ja" ? "結果" : "result", "", "", said, state ?? "", "", "", "", ""];
}

export function csvRow(cells: readonly string[]): string {
  return cells.map(cell).join(",") + "\r\n";
}

/** Quoted, and never a formula: Excel runs a cell that starts with one of these even inside quotes. A negative number is none. */
function cell(raw: string): string {
  const text = visible(raw);
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text) && !/^-\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
