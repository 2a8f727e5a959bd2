/** The desk's pages: the overview, and one application with what is to be decided. */
import type { Examined, ExaminedAnswer, ExaminedFinding, ExaminedLine } from "../core/desk/examined";
import { visible } from "../core/text/visible";
import type { DiffSection } from "../views/desk/diff";
import { overviewTable, sortedByNeed, type OverviewRow } from "../views/desk/overview/columns";
import type { Told } from "../views/desk/overview/overview";
import { STANDINGS } from "../core/desk/standing";
import { isAsked } from "../core/desk/subject";
import { sharedNames, standingNames } from "../views/desk/words";
import { reasonTexts, stateNames } from "../messages/estimates";
import { severityName, type Lang } from "../cli/words";
import type { DeskDecision } from "./ledger/ledger";
import { LETTER_ENDINGS } from "./places";

export interface FindingEntry {
  readonly finding: ExaminedFinding;
  readonly subject: string;
  readonly line: ExaminedLine | null;
  readonly answers: readonly ExaminedAnswer[];
  readonly decision: DeskDecision | null;
}

/** One application, and where it stands among the others. */
interface ApplicationShown {
  readonly name: string;
  readonly round: number;
  readonly found: Examined;
  /** What is to be known of it first. */
  readonly remarks: readonly string[];
  readonly entries: readonly FindingEntry[];
  /** About nothing that is found now. */
  readonly answers: readonly ExaminedAnswer[];
  /** null: it was in no round before. */
  readonly since: readonly DiffSection[] | null;
  readonly hasWorkbench: boolean;
  /** The applications before and after it, in the order of the overview. */
  readonly before: string | null;
  readonly after: string | null;
}

const escaped = (text: string): string =>
  visible(text).replace(/[&<>"']/g, (letter) => `&#${String(letter.charCodeAt(0))};`);

const STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1f;--paper:#fff;--quiet:#5a5f66;--line:#d5d9de;--head:#eaf1f8;--bad:#9c0006;--look:#7f4f00;--good:#0b5a22;--accent:#1f4e79}
@media(prefers-color-scheme:dark){:root{--ink:#e8e8ea;--paper:#1b1d20;--quiet:#a9b0b8;--line:#3a3f45;--head:#26303a;--bad:#ff9d9d;--look:#f0c27a;--good:#8fd9a0;--accent:#8bbcf0}}
*{box-sizing:border-box}body{margin:0;padding:20px 24px 60px;font:15px/1.6 "Hiragino Sans","Yu Gothic UI","Noto Sans CJK JP",sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:22px;margin:0 0 4px;color:var(--accent)}h2{font-size:17px;margin:28px 0 8px;color:var(--accent)}p{margin:4px 0}.quiet{color:var(--quiet);font-size:13px}
a{color:var(--accent)}.wide{overflow-x:auto;border:1px solid var(--line)}table{border-collapse:collapse;min-width:100%}th,td{border-bottom:1px solid var(--line);padding:6px 10px;text-align:left;vertical-align:top}
th{background:var(--head);font-size:13px;white-space:nowrap}th button{border:0;background:none;padding:0;font-weight:700}th[aria-sort=ascending] button::after{content:" ▲";content:" ▲"/""}th[aria-sort=descending] button::after{content:" ▼";content:" ▼"/""}#list td:nth-child(2),#list th:nth-child(2){position:sticky;left:0;background:var(--paper)}#list th:nth-child(2){background:var(--head)}td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}td.short{white-space:nowrap}#list td:last-child{min-width:24em}tr:hover td{background:var(--head)}
.unreadable,.correct,.error{color:var(--bad);font-weight:700}.confirm,.warning{color:var(--look);font-weight:700}.fine,.info{color:var(--good)}
.bar{display:flex;gap:12px;flex-wrap:wrap;align-items:center;margin:12px 0}input,select,textarea,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--quiet);border-radius:4px;padding:6px 10px}
button{cursor:pointer}button[aria-pressed=true]{background:var(--accent);color:var(--paper);border-color:var(--accent)}:focus-visible{outline:3px solid var(--accent);outline-offset:1px}
.finding{border:1px solid var(--line);border-left:4px solid var(--quiet);padding:10px 14px;margin:10px 0}.finding.error{border-left-color:var(--bad);color:inherit;font-weight:400}.finding.warning{border-left-color:var(--look);color:inherit;font-weight:400}.finding.info{color:inherit}
.finding h3{margin:0 0 4px;font-size:15px}.told{font-size:13px;color:var(--quiet);min-height:1.6em}.told.other{color:var(--bad);font-weight:700}details{margin:10px 0}summary{cursor:pointer}.answer{border-left:4px solid var(--accent);padding-left:10px;white-space:pre-wrap}ul{margin:4px 0;padding-left:22px}.figures{display:flex;gap:24px;flex-wrap:wrap}.figures b{font-size:18px;display:block;font-variant-numeric:tabular-nums}`;

const shell = (title: string, body: string, lang: Lang, script = ""): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>${body}${script === "" ? "" : `<script>${script}</script>`}</body></html>`;

const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
const section = (title: string, items: readonly string[]): string =>
  items.length === 0 ? "" : `<h2>${title}</h2>${list(items)}`;

/** Letters that stay on one line. */
const SHORT = 24;

/** What runs in the pages, as it was built: `src/desk/page`. */
export interface PageScripts {
  readonly list: string;
  readonly decisions: string;
}

export function overviewPage(
  rows: readonly OverviewRow[],
  { subtitle, passedOver, shared }: Omit<Told, "answers">,
  scripts: PageScripts,
  lang: Lang,
): string {
  const { header, rows: table } = overviewTable(rows, lang);
  const sorted = sortedByNeed(rows);
  const head = header.map((name) => `<th scope="col"><button type="button">${escaped(name)}</button></th>`).join("");
  const body = table.map((cells, at) => {
    const { name, standing } = sorted[at] as OverviewRow;
    const shown = cells.map((value, column) => {
      if (column === 0) return `<td class="short ${standing}">${escaped(String(value))}</td>`;
      if (column === 1)
        return `<td class="short"><a href="application/${encodeURIComponent(name)}">${escaped(String(value))}</a></td>`;
      if (typeof value === "number") return `<td class="number">${value.toLocaleString("en-US")}</td>`;
      return `<td${[...value].length <= SHORT ? ' class="short"' : ""}>${escaped(value)}</td>`;
    });
    return `<tr data-standing="${standing}">${shown.join("")}</tr>`;
  });
  const common = shared.map(
    ({ kind, subject, places }) =>
      `<li><b>${escaped(sharedNames[lang][kind])}</b> ${escaped(subject)}: ${[...new Set(places.map(({ application }) => application))].map((name) => `<a href="application/${encodeURIComponent(name)}">${escaped(name)}</a>`).join("、")}</li>`,
  );
  const say = {
    ja: {
      title: "申請の一覧",
      standing: "状態",
      all: "すべて",
      shown: "件を表示",
      find: "申請・申請者で絞り込む",
      common: "申請どうしの照合",
      none: "見つかりませんでした。",
      passedOver: "どの申請のものか分からないため、調べていないファイル",
    },
    en: {
      title: "Applications",
      standing: "State",
      all: "all",
      shown: " shown",
      find: "Filter by application or applicant",
      common: "In common",
      none: "None found.",
      passedOver: "Files of no application that is known: not checked",
    },
  }[lang];
  const options = STANDINGS.map((standing) => {
    const number = rows.filter((row) => row.standing === standing).length;
    return `<option value="${standing}">${standingNames[lang][standing]} (${String(number)})</option>`;
  });
  const filters = `<label>${say.standing} <select id="standing"><option value="">${say.all} (${String(rows.length)})</option>${options.join("")}</select></label><label>${say.find} <input id="find" type="search"></label><span id="shown" class="quiet" role="status" data-words="${say.shown}"></span>`;
  return shell(
    say.title,
    `<h1>${say.title}</h1><p class="quiet">${escaped(subtitle)}</p><div class="bar">${filters}</div><div class="wide"><table id="list"><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div><h2>${say.common}</h2>${common.length === 0 ? `<p>${say.none}</p>` : `<ul>${common.join("")}</ul>`}${section(say.passedOver, passedOver)}`,
    lang,
    scripts.list,
  );
}

/** By the clock of this computer, on which the page is looked at: "2026-11-29 14:37". */
const hereAt = (at: string): string => new Date(at).toLocaleString("sv-SE", { dateStyle: "short", timeStyle: "short" });

const WORDS = {
  ja: {
    back: "← 一覧へ",
    before: (name: string) => `← 前の申請 ${name}`,
    after: (name: string) => `次の申請 ${name} →`,
    round: (round: number) => `第${String(round)}回`,
    open: "作業台で予算書を開く",
    letter: "補正のお願い",
    name: "あなたの名前（記録に残ります）",
    findings: "見つかったこと",
    none: "見つかったことはありません。",
    ask: "お願いに入れる",
    accept: "入れない（このままでよい）",
    open2: "まだ決めない",
    open3: "まだ決めない（お願いに入ります）",
    reason: "理由・メモ",
    yen: (value: number | null) => (value === null ? "—" : `${value.toLocaleString("en-US")}円`),
    figures: ["申請経費", "対象経費", "補助額（計算）", "申請額"],
    decisions: "申請者の判断（反映していません）",
    estimates: "見積書",
    answer: "ご回答",
    answers: "ご回答（今回は見つかっていないことについて）",
    since: "前回からの変化",
    unchecked: "人が確かめること",
    notes: (count: number) => `お知らせ ${String(count)}件（お願いには入りません）`,
    nothingToAsk: "お願いすることはありません",
    by: (by: string, at: string) => `${by} さんが ${hereAt(at)} に記録`,
    saved: "記録しました。",
    other: "ほかの人が先に記録していました。上書きしていません。内容を見て、もう一度選んでください。",
    noName: "名前を入れてください。",
    failed: "記録できませんでした。ページを読み直してください。",
  },
  en: {
    back: "← Overview",
    before: (name: string) => `← Before: ${name}`,
    after: (name: string) => `Next: ${name} →`,
    round: (round: number) => `Round ${String(round)}`,
    open: "Open the budget in the workbench",
    letter: "Letter",
    name: "Your name (it is recorded)",
    findings: "Findings",
    none: "Nothing was found.",
    ask: "Ask the applicant",
    accept: "Accept as it is",
    open2: "Not decided",
    open3: "Not decided (it goes into the letter)",
    reason: "Reason, note",
    yen: (value: number | null) => (value === null ? "—" : `${value.toLocaleString("en-US")} yen`),
    figures: ["Claimed", "Eligible", "Subsidy (computed)", "Requested"],
    decisions: "The applicant's decisions (not obeyed)",
    estimates: "Estimates",
    answer: "Answer",
    answers: "Answers about what is not found now",
    since: "Since the round before",
    unchecked: "For a person to look at",
    notes: (count: number) => `Notes: ${String(count)} (they do not go into the letter)`,
    nothingToAsk: "nothing to ask",
    by: (by: string, at: string) => `recorded by ${by}, ${hereAt(at)}`,
    saved: "Recorded.",
    other: "Somebody else was quicker; nothing was overwritten. Look at what they recorded, and choose again.",
    noName: "Give your name first.",
    failed: "It could not be recorded. Load the page anew.",
  },
} as const;

export function applicationPage(
  { name, round, found, remarks, entries, answers, since, hasWorkbench, before, after }: ApplicationShown,
  scripts: PageScripts,
  lang: Lang,
): string {
  const say = WORDS[lang];
  const at = encodeURIComponent(name);
  const figures = [found.claimed, found.eligible, found.subsidy, found.requested].map(
    (value, index) => `<span>${say.figures[index] ?? ""}<b>${say.yen(value)}</b></span>`,
  );
  const letters = entries.some(({ finding, decision }) => isAsked(finding, decision?.verdict))
    ? LETTER_ENDINGS.map((ending) => `<a href="../letter/${at}/${ending}">.${ending}</a>`).join(" ")
    : say.nothingToAsk;
  const changes = (since ?? []).filter(({ entries: own }) => own.length > 0);
  const matches = found.matches
    .filter(({ state }) => state !== "一致" && state !== "不要")
    .map(({ sheet, row, state, reason, difference }) => {
      const line = found.lines.find((one) => one.sheet === sheet && one.row === row);
      const why = reason === null ? "" : ` — ${reasonTexts[lang][reason]}`;
      const yen = difference === null || difference === 0 ? "" : ` (${say.yen(difference)})`;
      return `${stateNames[lang][state]}: ${line?.description ?? ""}${why}${yen}`;
    });
  const step = (to: string | null, text: (name: string) => string): string =>
    to === null ? "" : `<a href="${encodeURIComponent(to)}">${escaped(text(to))}</a>`;
  const body = `<p class="bar"><a href="../">${say.back}</a>${step(before, say.before)}${step(after, say.after)}</p><h1>${escaped(name)}</h1><p class="quiet">${say.round(round)} ${escaped(found.applicant ?? "")}</p>${remarks.map((remark) => `<p class="confirm">${escaped(remark)}</p>`).join("")}
<div class="figures">${figures.join("")}</div>
<div class="bar">${hasWorkbench && found.budget !== null ? `<a id="workbench" href="../workbench/${at}" target="_blank" rel="noopener">${say.open}</a>` : ""}<span>${say.letter}: ${letters}</span></div>
${section(lang === "ja" ? "調べられなかったこと" : "Not checked", [...found.gaps, ...found.notices])}
${changes.length === 0 ? "" : `<h2>${say.since}</h2>${changes.map(changeSection).join("")}`}
<h2>${say.findings}</h2><div class="bar"><label>${say.name} <input id="by" autocomplete="name"></label></div>${
    entries.length === 0 ? `<p>${say.none}</p>` : cards(entries, lang)
  }
${section(say.answers, [...new Set(answers.map((answer) => answerLine(answer, lang)))])}
${section(say.estimates, matches)}
${section(
  say.decisions,
  found.decisions.map(({ rule, reason, by, date }) =>
    [rule, reason, by, date].filter((part) => part !== null).join(" / "),
  ),
)}
${section(say.unchecked, found.notChecked)}`;
  const { saved, other, noName, failed } = say;
  const words = JSON.stringify({ name, saved, other, noName, failed }).replaceAll("<", "\\u003c");
  const given = `<script type="application/json" id="words">${words}</script>`;
  return shell(`${name} — Kenzan`, body + given, lang, scripts.decisions);
}

/** What remains stands below, too, where it is decided: many of it are opened by whoever wants to see them. */
function changeSection({ id, title, entries }: DiffSection): string {
  const isOpen = id !== "remaining" || entries.length <= MANY;
  return `<details${isOpen ? " open" : ""}><summary><b>${escaped(title)} ${String(entries.length)}</b></summary>${list(entries)}</details>`;
}
const MANY = 5;

/** The heavier first, within one weight in the order of the budget; notes that nobody wants to ask for are folded away. */
function cards(entries: readonly FindingEntry[], lang: Lang): string {
  const of = (wanted: (entry: FindingEntry) => boolean): string =>
    entries
      .filter(wanted)
      .map((entry) => card(entry, lang))
      .join("");
  const isFolded = ({ finding, decision }: FindingEntry): boolean =>
    finding.severity === "info" && !isAsked(finding, decision?.verdict);
  const folded = entries.filter(isFolded).length;
  const notes = folded === 0 ? "" : `<details><summary>${WORDS[lang].notes(folded)}</summary>${of(isFolded)}</details>`;
  return [
    of(({ finding }) => finding.severity === "error"),
    of(({ finding }) => finding.severity === "warning"),
    of((entry) => entry.finding.severity === "info" && !isFolded(entry)),
    notes,
  ].join("");
}

/** "3 予算明細 D5 単価が違います — ご回答: …（補正のお願い_a.xlsx）" */
const answerLine = ({ file, number, places, points, text }: ExaminedAnswer, lang: Lang): string =>
  `${[number ?? "", places, points].join(" ").trim()} — ${WORDS[lang].answer}: ${text} (${file})`;

function card({ finding, subject, line, answers, decision }: FindingEntry, lang: Lang): string {
  const say = WORDS[lang];
  const verdict = decision?.verdict ?? "open";
  const button = (value: DeskDecision["verdict"], text: string): string =>
    `<button type="button" data-verdict="${value}" aria-pressed="${String(verdict === value)}">${text}</button>`;
  const place = [finding.sheet, finding.cell].filter((part) => part !== null).join(" ");
  return `<article class="finding ${finding.severity}" data-subject="${escaped(subject)}" data-seen="${String(decision?.revision ?? 0)}"><h3><span class="${finding.severity}">${severityName[lang][finding.severity]}</span> ${escaped(finding.title)}</h3><p class="quiet">${escaped(place)}${line === null ? "" : ` ${escaped(line.description)}`}</p><p>${escaped(finding.what)}</p><p class="quiet">${escaped(finding.why)}${["", "–"].includes(finding.clause) ? "" : ` (${escaped(finding.clause)})`}</p><p>${escaped(finding.todo)}</p>${answers.map(({ file, number, text }) => `<p class="answer"><b>${say.answer}</b> ${escaped(text)} <span class="quiet">(${escaped(`${file}${number === null ? "" : ` ${String(number)}`}`)})</span></p>`).join("")}<div class="bar">${button("ask", say.ask)}${button("accept", say.accept)}${button("open", finding.severity === "info" ? say.open2 : say.open3)}<label>${say.reason} <input data-reason value="${escaped(decision?.reason ?? "")}"></label></div><p class="told" role="status">${decision === null ? "" : escaped(say.by(decision.by, decision.at))}</p></article>`;
}
