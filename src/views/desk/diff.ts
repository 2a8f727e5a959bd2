/** Two rounds of an application, told in sections: what a person reads in the terminal, on the page and in the ledger. */
import type { Assigned } from "../../core/desk/answers";
import { unasked, type FieldChange, type FigureChange, type LineChange, type RoundDiff } from "../../core/desk/diff";
import type { ExaminedFinding, ExaminedLine } from "../../core/desk/examined";
import { fieldNames, figureNames, type Lang } from "./words";

export interface DiffSection {
  readonly id: "fixed" | "unseen" | "remaining" | "introduced" | "unasked" | "lines" | "figures" | "documents";
  readonly title: string;
  readonly entries: readonly string[];
}

const TITLES: Readonly<Record<Lang, Readonly<Record<DiffSection["id"], string>>>> = {
  ja: {
    fixed: "直ったこと",
    unseen: "今回は確かめられなかったこと（予算書や見積書が読めない、または届いていない）",
    remaining: "残っていること",
    introduced: "新しく見つかったこと",
    unasked: "頼んでいない変更",
    lines: "明細の変更",
    figures: "金額・条件の変更",
    documents: "見積書の変更",
  },
  en: {
    fixed: "Fixed",
    unseen: "Not to be told this time (budget or estimates not readable, or not there)",
    remaining: "Remaining",
    introduced: "New",
    unasked: "Changed although nobody asked",
    lines: "Lines",
    figures: "Figures and conditions",
    documents: "Estimates",
  },
};

/** By the finding of the earlier round that they are about. */
type Answers = Assigned["byFinding"];

const answerText = (text: string, lang: Lang): string => (lang === "ja" ? `（ご回答: ${text}）` : `(answer: ${text})`);

/** In the order in which a person wants them; sections with nothing in them are there, too. */
export function diffSections(diff: RoundDiff, answers: Answers, lang: Lang): DiffSection[] {
  const answered = (finding: ExaminedFinding, told = finding): string =>
    [findingLine(told, lang), ...(answers.get(finding) ?? []).map(({ text }) => answerText(text, lang))].join(" ");
  const section = (id: DiffSection["id"], entries: readonly string[]): DiffSection => ({
    id,
    title: TITLES[lang][id],
    entries,
  });
  const open = unasked(diff);
  return [
    section(
      "fixed",
      diff.fixed.filter(counts).map((finding) => answered(finding)),
    ),
    section(
      "unseen",
      diff.unseen.filter(counts).map((finding) => answered(finding)),
    ),
    section(
      "remaining",
      diff.remaining.filter(({ after }) => counts(after)).map(({ before, after }) => answered(before, after)),
    ),
    section(
      "introduced",
      diff.introduced.filter(counts).map((finding) => findingLine(finding, lang)),
    ),
    section("unasked", [
      ...open.lines.map((change) => changeLine(change, lang)),
      ...open.figures.map((change) => figureLine(change, lang)),
    ]),
    section(
      "lines",
      diff.lines.filter(({ asked }) => asked).map((change) => changeLine(change, lang)),
    ),
    section(
      "figures",
      diff.figures.filter(({ asked }) => asked).map((change) => figureLine(change, lang)),
    ),
    section(
      "documents",
      diff.documents.map(({ kind, file }) => `${DOCUMENTS[lang][kind]} ${file}`),
    ),
  ];
}

const DOCUMENTS = {
  ja: { added: "追加:", removed: "なくなった:", replaced: "差し替え:" },
  en: { added: "added:", removed: "removed:", replaced: "replaced:" },
} as const;

/** Notes are no work for anybody. */
const counts = ({ severity }: ExaminedFinding): boolean => severity !== "info";

const findingLine = ({ sheet, cell, title, what }: ExaminedFinding, lang: Lang): string => {
  const place = [sheet, cell].filter((part) => part !== null).join(" ");
  return `${place === "" ? "" : lang === "ja" ? `［${place}］` : `[${place}] `}${title}${lang === "ja" ? "：" : ": "}${what}`;
};

const KINDS = {
  ja: { added: "追加された行", removed: "なくなった行", divided: "分けられた行", joined: "まとめられた行" },
  en: { added: "added", removed: "removed", divided: "divided", joined: "put together" },
} as const;

function changeLine({ kind, before, after, parts, fields }: LineChange, lang: Lang): string {
  const line = lineText((after ?? before) as ExaminedLine, lang);
  if (kind === "changed") {
    const changes = fields.map((change) => fieldChange(change, lang)).join(lang === "ja" ? "、" : ", ");
    return `${line.place} ${line.name} ${changes}`;
  }
  const one = (text: typeof line): string => `${text.place} ${text.name}${text.yen}`;
  const others = parts.map((part) => one(lineText(part, lang))).join(lang === "ja" ? "、" : ", ");
  const told = kind === "joined" ? `${others} → ${one(line)}` : others === "" ? one(line) : `${one(line)} → ${others}`;
  return `${KINDS[lang][kind]} ${told}`;
}

const lineText = ({ sheet, row, description, amount }: ExaminedLine, lang: Lang) => ({
  place: `${sheet} ${String(row)}${lang === "ja" ? "行目" : ""}`,
  name: lang === "ja" ? `「${description}」` : `"${description}"`,
  yen: amount === null ? "" : lang === "ja" ? ` ${figure(amount)}円` : ` ${figure(amount)} yen`,
});

const fieldChange = ({ field, before, after }: FieldChange, lang: Lang): string =>
  `${fieldNames[lang][field]} ${shown(before, lang)} → ${shown(after, lang)}`;

const figureLine = ({ figure: name, before, after }: FigureChange, lang: Lang): string =>
  `${figureNames[lang][name]} ${shown(before, lang)} → ${shown(after, lang)}`;

const figure = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 6 });
const shown = (value: string | number | null, lang: Lang): string =>
  value === null || value === ""
    ? lang === "ja"
      ? "（なし）"
      : "(none)"
    : typeof value === "number"
      ? figure(value)
      : value;

/** What is left to do of a section, for the terminal. */
export function diffText(diff: RoundDiff, answers: Answers, lang: Lang): string {
  const sections = diffSections(diff, answers, lang).filter(({ id, entries }) => ALWAYS.has(id) || entries.length > 0);
  const number = (count: number): string => (lang === "ja" ? `${String(count)}件` : String(count));
  const body = sections.map(({ title, entries }) =>
    [`■ ${title} ${number(entries.length)}`, ...entries.map((entry) => `  ・${entry}`)].join("\n"),
  );
  const moved =
    diff.moved === 0
      ? []
      : [
          lang === "ja"
            ? `（行の位置だけが変わった明細 ${number(diff.moved)}）`
            : `(${number(diff.moved)} lines only moved)`,
        ];
  return `${[...body, ...moved].join("\n")}\n`;
}

const ALWAYS: ReadonlySet<DiffSection["id"]> = new Set(["fixed", "remaining", "introduced", "unasked"]);
