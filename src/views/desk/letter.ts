/** A letter to an applicant: what is asked of them, in order, and the same as text and as a sheet to answer in. */
import { ASKED_COLUMNS, type AskedFinding } from "../../core/desk/asked";
import { diffRounds } from "../../core/desk/diff";
import { isAsked, lineOf, subjectsOf, type Verdict } from "../../core/desk/subject";
import type { Examined, ExaminedFinding } from "../../core/desk/examined";
import { figure } from "../../core/text/figure";
import type { ModelCell, SheetModel, StyleRole } from "../summary/model";
import { printed } from "../summary/print";
import { LINE, linesFor } from "./heights";
import type { Template } from "./letter-template";

interface LetterItem {
  readonly number: number;
  /** 補正: something is wrong. 確認: a person has to look. */
  readonly kind: "補正" | "確認";
  /** Against the letter before: asked for again, or not seen until now; null in the first. */
  readonly since: "前回から" | "新規" | null;
  readonly places: readonly string[];
  /** What is wrong, in a few words. */
  readonly titles: string;
  readonly points: readonly string[];
  /** Why, one sentence a line. */
  readonly reason: string;
  readonly request: string;
  /** What it is about, for programs. */
  readonly findings: readonly AskedFinding[];
}

export interface Letter {
  readonly round: number;
  readonly date: readonly string[];
  readonly addressee: readonly string[];
  readonly sender: readonly string[];
  readonly subject: string;
  readonly opening: readonly string[];
  /** What was asked for before and is mended; null in the first letter, and where nothing is. */
  readonly mended: { readonly opening: readonly string[]; readonly points: readonly string[] } | null;
  readonly items: readonly LetterItem[];
  readonly closing: readonly string[];
  /** Heading of the column for answers. */
  readonly answer: string;
}

interface LetterFacts {
  readonly applicant: string;
  readonly scheme: string;
  readonly frame: string;
  /** 公募要領 and the like: what the clauses are of. */
  readonly source: string;
  readonly round: number;
}

/**
 * @param verdicts what the desk decided, by the subject of a finding
 * @param before what was found in the round before; null in the first
 */
export function letterOf(
  examined: Examined,
  verdicts: ReadonlyMap<string, Verdict>,
  facts: LetterFacts,
  template: Template,
  before: Examined | null = null,
): Letter {
  const diff = before === null ? null : diffRounds(before, examined);
  const again = new Set(diff?.remaining.map(({ after }) => after));
  const asked = askedOf(examined, verdicts, (finding) =>
    diff === null ? null : again.has(finding) ? "前回から" : "新規",
  );
  const items = itemsOf(examined, asked, facts, template);
  const fixed = new Set(diff?.fixed);
  const earlier =
    before === null
      ? []
      : itemsOf(
          before,
          askedOf(before, verdicts, (finding) => (fixed.has(finding) ? "前回から" : "新規")),
          facts,
          template,
        );
  // Nothing was asked before: it is the first letter.
  if (before !== null && earlier.length === 0) return letterOf(examined, verdicts, facts, template);
  const mended = earlier.filter(({ since }) => since === "前回から");
  const numberOf = (since: LetterItem["since"]): string => String(items.filter((item) => item.since === since).length);
  const fill = (line: string): string =>
    line
      .replaceAll("{申請者}", facts.applicant)
      .replaceAll("{制度}", facts.scheme)
      .replaceAll("（{申請枠}）", facts.frame === "" ? "" : `（${facts.frame}）`)
      .replaceAll("{申請枠}", facts.frame)
      .replaceAll("{書類}", examined.documents.some(({ kind }) => kind !== "unknown") ? "予算書と見積書" : "予算書")
      .replaceAll("{件数}", String(items.length))
      .replaceAll("{前回の件数}", String(earlier.length))
      .replaceAll("{直った件数}", String(mended.length))
      .replaceAll("{残った件数}", numberOf("前回から"))
      .replaceAll("{新しい件数}", numberOf("新規"))
      .replaceAll("{回}", String(facts.round));
  const lines = (name: keyof Template["lines"]): string[] => template.lines[name].map(fill);
  return {
    round: facts.round,
    date: lines("日付"),
    addressee: lines("宛名"),
    sender: lines("差出人"),
    subject: lines("件名").join(""),
    opening: lines(before === null ? "前文" : "前文（2回目から）"),
    mended:
      mended.length === 0
        ? null
        : {
            opening: lines("直った点"),
            points: mended.map(({ places, titles }) => `${places.join("、")}\u3000${titles}`),
          },
    items,
    closing: lines("結び"),
    answer: lines("回答欄").join(""),
  };
}

/** Of what cannot be claimed, how much it is. */
function withAmount(examined: Examined, finding: ExaminedFinding): string {
  const { rule, what } = finding;
  const amount = rule.startsWith("eligibility/") && !/\d円/.test(what) ? lineOf(examined, finding)?.amount : null;
  return amount === null || amount === undefined ? what : what.replace(/。?$/, `（${figure(amount)}円）。`);
}

/** What goes into the letter, and where it stands against the one before. */
function askedOf(
  examined: Examined,
  verdicts: ReadonlyMap<string, Verdict>,
  since: (finding: ExaminedFinding) => LetterItem["since"],
): Asked[] {
  const subjects = subjectsOf(examined);
  const chosen = examined.findings
    .map((finding, at) => ({
      ...finding,
      what: withAmount(examined, finding),
      subject: subjects[at] ?? "",
      since: since(finding),
    }))
    .filter((finding) => isAsked(finding, verdicts.get(finding.subject)));
  return chosen.filter((finding) => !saidBy(finding, chosen));
}

/**
 * What another request settles with itself: an amount that is too high comes down rounded; without its tax, an amount is
 * the estimate's; once every row with tax is asked for, the table has none left.
 */
function saidBy(finding: ExaminedFinding, others: readonly ExaminedFinding[]): boolean {
  const beside = (rule: string): ExaminedFinding[] =>
    others.filter((other) => other.rule === rule && other.sheet === finding.sheet);
  switch (finding.rule) {
    case "subsidy/rounding":
      return beside("subsidy/requested").some(({ cell }) => cell === finding.cell);
    case "evidence/mismatch": {
      const figure = figureIn(finding.todo);
      return beside("tax/inclusive").some(
        ({ cell, todo }) => cell === finding.cell && figure !== null && figureIn(todo) === figure,
      );
    }
    case "tax/mixed": {
      const named = [...(/税込：([^）]*)/.exec(finding.what)?.[1] ?? "").matchAll(/\d+/g)].map(([row]) => Number(row));
      const asked = new Set(beside("tax/inclusive").map(({ row }) => row));
      // It names ten of them at most.
      const number = Number(/税込の行が (\d+)件/.exec(finding.what)?.[1] ?? Infinity);
      return named.length > 0 && asked.size >= number && named.every((row) => asked.has(row));
    }
    default:
      return false;
  }
}

/** The figure that is to be written: "343,800円 に直" */
const figureIn = (todo: string): string | null => /([\d,]+)円\s?に直/.exec(todo)?.[1] ?? null;
/** The same, or the one that is named as right: "計算どおりなら 248,000円 です" */
const rightIn = (todo: string): string | null => figureIn(todo) ?? /なら\s?([\d,]+)円/.exec(todo)?.[1] ?? null;

type Asked = ExaminedFinding & { readonly subject: string; readonly since: LetterItem["since"] };

/**
 * In the order of the budget. What is asked in the same words of several rows, or in words of which only the name and the
 * figures differ, is asked once; so is what is wrong with one cell, or row, in two ways that come to the same figure.
 */
function itemsOf(
  examined: Examined,
  asked: readonly Asked[],
  facts: LetterFacts,
  { rewordings }: Template,
): LetterItem[] {
  const say = (text: string): string =>
    withDays(rewordings.reduce((words, [from, to]) => words.replaceAll(from, to), text));
  const ifKept = onlyIfKept(asked);
  const firm = asked.filter((finding) => ![...ifKept.values()].some((moot) => moot.includes(finding)));
  const pairs = pairsOf(firm);
  const groups = new Map<string, Asked[]>();
  for (const finding of firm) {
    if (pairs.some((pair) => pair.includes(finding))) continue;
    const key = [finding.rule, finding.clause, shapeOf(finding.todo), finding.why, finding.since].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const grouped = [...groups.values()].flatMap((group) => (isList(group) ? [group] : byTodo(group))).flatMap(portions);
  return [...pairs, ...grouped]
    .sort((a, b) => asked.indexOf(a[0] as Asked) - asked.indexOf(b[0] as Asked))
    .map((group, at) => {
      const moot = group.flatMap((finding) => ifKept.get(finding) ?? []);
      return { ...itemOf(examined, group, moot, facts, say), number: at + 1 };
    });
}

/** @param moot what is asked of the same rows, should they be kept */
function itemOf(
  examined: Examined,
  group: readonly Asked[],
  moot: readonly Asked[],
  facts: LetterFacts,
  say: (text: string) => string,
): Omit<LetterItem, "number"> {
  const all = [...group, ...moot];
  const asked = requestsOf(group).map((text) => (rowsOf(group).length > 1 ? ofSeveral(text) : text));
  const kept = moot.map(({ cell, todo }) => atCell(cell, todo));
  return {
    kind: group.some(({ severity }) => severity === "error") ? "補正" : "確認",
    since: group.some(({ since }) => since === "前回から") ? "前回から" : (group[0]?.since ?? null),
    titles: [...new Set(group.map(({ title }) => title))].join("、"),
    places: placesOf(examined, group),
    points: [...pointsOf(group), ...moot.map(({ cell, what }) => atCell(cell, what))].map(say),
    reason: [...new Set(all.map((finding) => say(reasonText(finding, facts))))].join("\n"),
    request: [...asked, ...(kept.length === 0 ? [] : [IF_KEPT, ...kept])].map(say).join("\n"),
    findings: all.map(({ rule, sheet, cell, subject }) => ({ rule, sheet, cell, subject })),
  };
}

/** "この行を外してください" of several rows. */
const ofSeveral = (text: string): string => text.replace(/この(?=行|方|旅費)/g, "これらの");

/** Rules that ask for a row to be left out. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "eligibility/excluded-item",
  "eligibility/patent-office-fee",
  "eligibility/executive-pay",
]);
const IF_KEPT = "対象になる理由があって残す場合は、次のこともお願いいたします。";

/** By the request to leave a row out, what else is asked of that row: it is settled with the row. */
function onlyIfKept(asked: readonly Asked[]): ReadonlyMap<Asked, readonly Asked[]> {
  const out = asked.filter(({ rule, row }) => LEFT_OUT.has(rule) && row !== null);
  const moot = new Map<Asked, Asked[]>();
  for (const finding of asked) {
    const first = out.find(({ sheet, row }) => sheet === finding.sheet && row === finding.row);
    if (first !== undefined && !LEFT_OUT.has(finding.rule)) moot.set(first, [...(moot.get(first) ?? []), finding]);
  }
  return moot;
}

function byTodo(group: readonly Asked[]): Asked[][] {
  const groups = new Map<string, Asked[]>();
  for (const finding of group) groups.set(finding.todo, [...(groups.get(finding.todo) ?? []), finding]);
  return [...groups.values()];
}

/** A name in brackets, or a figure in yen: what differs between findings of one kind. */
const SLOT = /「[^」]*」|[\d,]+円/g;
const shapeOf = (text: string): string => text.replace(SLOT, (slot) => (slot.startsWith("「") ? "「」" : "円"));
const slotsOf = (text: string): string[] => text.match(SLOT) ?? [];
/** Which slots of these texts of one shape differ. */
function differing(texts: readonly string[]): number[] {
  const slots = texts.map(slotsOf);
  return (slots[0] ?? []).flatMap((first, at) => (slots.every((own) => own[at] === first) ? [] : [at]));
}

/** Whether one request is meant for all, but for one figure that each row has of its own. */
function isList(group: readonly Asked[]): boolean {
  const [first] = group;
  if (first === undefined || group.length < 2 || new Set(group.map(({ sheet }) => sheet)).size > 1) return false;
  if (group.some(({ cell }) => cell === null) || new Set(group.map(({ cell }) => cell)).size < group.length)
    return false;
  const [names, figures] = parted(first.todo, differing(group.map(({ todo }) => todo)));
  return names.length === 0 && figures.length <= 1;
}

/** Whether of each row only its name and one amount are of its own: anything else would be lost in a list of them. */
function isShort(group: readonly Asked[]): boolean {
  const [first] = group;
  if (first === undefined || !isList(group) || new Set(group.map(({ what }) => shapeOf(what))).size > 1) return false;
  const [names, amounts] = parted(first.what, differing(group.map(({ what }) => what)));
  return names.length === 1 && amounts.length <= 1;
}

/** Of differing slots those that are names, and those that are amounts. */
function parted(text: string, at: readonly number[]): [names: number[], amounts: number[]] {
  const slots = slotsOf(text);
  const isName = (slot: number): boolean => (slots[slot] as string).startsWith("「");
  return [at.filter(isName), at.filter((slot) => !isName(slot))];
}

/** "各項目の金額は税込です。" and then the rows. */
function pointsOf(group: readonly Asked[]): string[] {
  const [first] = group as [Asked, ...Asked[]];
  const whats = group.map(({ what }) => what);
  if (!isShort(group)) return isList(group) ? group.map(({ cell, what }) => atCell(cell, what)) : whats;
  const own = differing(whats);
  return [
    withSlots(first.what, own, { name: "各項目", amount: "金額" }),
    ...group.map(({ cell, what }) => atCell(cell, own.map((slot) => slotsOf(what)[slot]).join(" "))),
  ];
}

/**
 * "次の金額に直してください。" and then the figures. Of one cell that is wrong in two ways, the last request: what a paper says
 * outweighs what was computed.
 */
function requestsOf(group: readonly Asked[]): string[] {
  const figures = figuresOf(group);
  if (figures.length === 0) return [(group.at(-1) as Asked).todo];
  return [
    withSlots((group[0] as Asked).todo, figures, { name: "", amount: "次の金額" }),
    ...group.map(({ cell, todo }) => atCell(cell, figures.map((slot) => slotsOf(todo)[slot]).join(" "))),
  ];
}

const figuresOf = (group: readonly Asked[]): number[] =>
  isList(group) ? differing(group.map(({ todo }) => todo)) : [];
const atCell = (cell: string | null, text: string): string => `${cell ?? ""}：${text}`;

function withSlots(
  text: string,
  at: readonly number[],
  by: { readonly name: string; readonly amount: string },
): string {
  let slot = -1;
  const filled = text.replace(/\s?(「[^」]*」|[\d,]+円)\s?/g, (all, own: string) => {
    slot += 1;
    return at.includes(slot) ? (own.startsWith("「") ? by.name : by.amount) : all;
  });
  return filled.replaceAll("金額次の金額", "金額（次のとおり）").replaceAll("（金額）", "");
}

/** Of one cell, or of cells of one row, two findings that come to the same figure. */
function pairsOf(asked: readonly Asked[]): [Asked, Asked][] {
  const used = new Set<Asked>();
  return asked.flatMap((one, at): [Asked, Asked][] => {
    const right = rightIn(one.todo);
    const other = asked
      .slice(at + 1)
      .find(
        ({ sheet, cell, row, rule, todo }) =>
          sheet === one.sheet &&
          (cell === one.cell || (row === one.row && figureIn(todo) === figureIn(one.todo))) &&
          rule !== one.rule &&
          rightIn(todo) === right,
      );
    if (other === undefined || right === null || one.cell === null || used.has(one) || used.has(other)) return [];
    used.add(one).add(other);
    return [[one, other]];
  });
}

/** Lines of points in one row of the sheet: more would not be seen, as no row is higher than 409 points. */
const MOST_LINES = 20;

function portions(group: readonly Asked[]): Asked[][] {
  const lines = group.map(({ what }) => linesFor(what, WIDTHS[POINTS]));
  const each = sum(lines) / Math.ceil(sum(lines) / MOST_LINES);
  const all: Asked[][] = [];
  let before = 0;
  for (const [at, finding] of group.entries()) {
    const portion = Math.floor(before / each);
    (all[portion] ??= []).push(finding);
    before += lines[at] as number;
  }
  return all.filter((portion) => portion.length > 0);
}

/** Every row by its name; many in one column by their numbers. */
function placesOf(examined: Examined, group: readonly Asked[]): string[] {
  const [first] = group as [Asked, ...Asked[]];
  const columns = new Set(group.map(({ cell }) => cell?.replace(/\d+$/, "")));
  const rows = rowsOf(group);
  if (!isList(group) || rows.length < 2 || columns.size > 1)
    return [...new Set(group.map((finding) => placeText(examined, finding)))];
  return [`シート「${first.sheet ?? ""}」 ${runsOf(rows)}行目（${[...columns][0] ?? ""}列）`];
}

const rowsOf = (group: readonly Asked[]): number[] =>
  [...new Set(group.flatMap(({ row }) => (row === null ? [] : [row])))].sort((a, b) => a - b);

/** 5, 6, 7, 9 → "5～7、9" */
function runsOf(rows: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last !== undefined && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${String(from)}～${String(to)}`)).join("、");
}

function placeText(examined: Examined, finding: ExaminedFinding): string {
  if (finding.sheet === null) return "予算書全体";
  const line = lineOf(examined, finding);
  const name = line === null || finding.what.includes(line.description) ? "" : `「${line.description}」`;
  const row = finding.row === null ? "" : `${String(finding.row)}行目`;
  const cell = finding.cell === null ? "" : `（${finding.cell} セル）`;
  return `シート「${finding.sheet}」${row === "" ? "" : " "}${row}${name}${cell}`;
}

const reasonText = ({ why, clause }: ExaminedFinding, { source }: LetterFacts): string => {
  if (clause === "" || clause === "–" || why.includes(clause)) return why;
  return `${source} ${clause}。${why}`;
};

/** "2025-03-20" and "2025-03" as people write them; what stands in brackets is the applicant's own and stays. */
const withDays = (text: string): string =>
  text
    .split(/(「[^」]*」)/)
    .map((part) =>
      part.startsWith("「")
        ? part
        : part.replace(
            /(?<![\d-])(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?(?![\d-])/g,
            (_, year: string, month: string, day: string | undefined) =>
              `${year}年${String(Number(month))}月${day === undefined ? "" : `${String(Number(day))}日`}`,
          ),
    )
    .join("");

/** As it is sent by mail, or pasted anywhere. */
export function letterText(letter: Letter): string {
  const blocks = [
    letter.date.join("\n"),
    letter.addressee.join("\n"),
    letter.sender.join("\n"),
    letter.subject,
    letter.opening.join("\n"),
    ...mendedLines(letter, "・").map((lines) => lines.join("\n")),
    "記",
    ...letter.items.map((item) =>
      [
        `${String(item.number)}. 【${kindOf(item).join("・")}】`,
        ...under("   箇所\u3000: ", item.places),
        ...under("   指摘\u3000: ", item.points),
        ...under("   根拠\u3000: ", item.reason === "" ? [] : item.reason.split("\n")),
        ...under("   お願い: ", item.request === "" ? [] : item.request.split("\n")),
      ].join("\n"),
    ),
    letter.closing.join("\n"),
    "以上",
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** "補正", and in a later letter whether it was asked for before. */
export const kindOf = ({ kind, since }: LetterItem): string[] => (since === null ? [kind] : [kind, since]);

/** What was mended, as a block of lines; none where nothing was. */
export const mendedLines = ({ mended }: Letter, mark: string): string[][] =>
  mended === null ? [] : [[...mended.opening, ...mended.points.map((point) => `${mark}${point}`)]];

const under = (head: string, lines: readonly string[]): string[] =>
  lines.map((line, at) => `${at === 0 ? head : " ".repeat(11)}${line}`);

/** By this name the answered sheet is known again. */
export const LETTER_NAME = "Kenzan.Letter";
const LETTER_SHEET = "補正のお願い";

const WIDTHS = [5, 7, 30, 44, 34, 36, 34] as const;
const SHOWN = WIDTHS.length;
/** Where the points stand among the columns, from 0. */
const POINTS = 3;

/** A sheet to print, and to answer in: the last column is the applicant's. Behind it, hidden, what each row is about. */
export function letterModel(letter: Letter): SheetModel {
  const cells: ModelCell[] = [];
  const heights: { row: number; height: number }[] = [];
  const merges: SheetModel["merges"][number][] = [];
  let row = 1;
  const put = (column: number, value: string | number, style: StyleRole): void => {
    cells.push({ row, column, value, style, formula: null, format: null, link: null });
  };
  const text = (lines: readonly string[], style: StyleRole, column = 1): void => {
    for (const line of lines) {
      put(column, line, style);
      merges.push({ top: row, left: column, bottom: row, right: SHOWN });
      const height = linesFor(line, sum(WIDTHS.slice(column - 1))) * LINE;
      if (height > LINE) heights.push({ row, height });
      row += 1;
    }
  };
  text(letter.date, "letterRight");
  text(letter.addressee, "letterBold");
  text(letter.sender, "letterRight");
  row += 1;
  text([letter.subject], "letterTitle");
  row += 1;
  text(letter.opening, "letter");
  row += 1;
  for (const lines of mendedLines(letter, "・")) {
    text(lines, "letter");
    row += 1;
  }
  text(["記"], "letterCenter");
  const head = row;
  for (const [at, name] of [...ASKED_COLUMNS, letter.answer].entries()) put(at + 1, name, "header");
  row += 1;
  for (const item of letter.items) {
    const values = [item.places.join("\n"), item.points.join("\n"), item.reason, item.request];
    put(1, item.number, "cellCenter");
    put(2, kindOf(item).join("\n"), "cellCenter");
    for (const [at, value] of values.entries()) put(at + 3, value, "textWrap");
    put(SHOWN, "", "answer");
    put(SHOWN + 1, JSON.stringify(item.findings), "plain");
    const lines = values.map((value, at) =>
      sum(value.split("\n").map((part) => linesFor(part, WIDTHS[at + 2] as number))),
    );
    heights.push({ row, height: Math.min(400, Math.max(2, ...lines) * LINE + 4) });
    row += 1;
  }
  row += 1;
  text(letter.closing, "letter");
  text(["以上"], "letterRight");
  const area = { top: 1, left: 1, bottom: row - 1, right: SHOWN };
  return {
    name: LETTER_SHEET,
    cells,
    area: { ...area, right: SHOWN + 1 },
    merges,
    columns: [...WIDTHS, 2].map((width, at) => ({ column: at + 1, width })),
    rowHeights: heights,
    hidden: [SHOWN + 1],
    chart: null,
    table: null,
    print: { ...printed(area, { repeat: { top: head, bottom: head } }), foot: "", headless: true },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
