/** The numbers of a letter: each a request, with where, what and why. */
import type { AskedFinding } from "../../../core/desk/asked";
import type { Examined, ExaminedFinding } from "../../../core/desk/examined";
import type { Asked, SinceLetter } from "./asked";
import { groupsOf } from "./groups";
import { atCell, pointsOf, requestsOf } from "./lists";
import { placesOf, rowsOf } from "./places";
import type { Template } from "./template";

export interface LetterItem {
  readonly number: number;
  /** 補正: something is wrong. 確認: a person has to look. */
  readonly kind: "補正" | "確認";
  readonly since: SinceLetter;
  readonly places: readonly string[];
  /** What is wrong, in a few words. */
  readonly titles: string;
  readonly points: readonly string[];
  /** What the applicant wrote to it last, with a word of thanks; none where they wrote nothing. */
  readonly answered: readonly string[];
  /** Why, one sentence a line. */
  readonly reason: string;
  readonly request: string;
  /** What it is about, for programs. */
  readonly findings: readonly AskedFinding[];
}

export interface LetterFacts {
  /** Name of the application. */
  readonly application: string;
  readonly applicant: string;
  readonly scheme: string;
  readonly frame: string;
  /** 公募要領 and the like: what the clauses are of. */
  readonly source: string;
  readonly round: number;
}

export function itemsOf(
  examined: Examined,
  asked: readonly Asked[],
  facts: LetterFacts,
  { lines, rewordings }: Template,
): LetterItem[] {
  const say = (text: string): string =>
    withDays(rewordings.reduce((words, [from, to]) => words.replaceAll(from, to), text));
  return groupsOf(asked).map(({ group, moot }, at) => ({
    ...itemOf(examined, group, moot, facts, say),
    answered: answeredLines([...group, ...moot], lines["ご回答のあった点"]),
    number: at + 1,
  }));
}

/** @param moot what is asked of the same rows, should they be kept */
function itemOf(
  examined: Examined,
  group: readonly Asked[],
  moot: readonly Asked[],
  facts: LetterFacts,
  say: (text: string) => string,
): Omit<LetterItem, "number" | "answered"> {
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

/** Letters of an answer that are quoted: it stands whole on the desk's page. */
const MOST_QUOTED = 200;

/** Each answer as one line: what stands in brackets stays told from the brackets around it. */
function answeredLines(asked: readonly Asked[], words: readonly string[]): string[] {
  const answers = [...new Set(asked.flatMap(({ answers: own }) => own))].map((answer) => {
    const line = [...answer.replace(/\s+/g, " ").replaceAll("「", "『").replaceAll("」", "』")];
    return line.length > MOST_QUOTED ? `${line.slice(0, MOST_QUOTED).join("")}…` : line.join("");
  });
  return answers.length === 0 ? [] : words.map((line) => line.replaceAll("{回答}", () => answers.join("」「")));
}

/** "この行を外してください" of several rows. */
const ofSeveral = (text: string): string => text.replace(/この(?=行|方|旅費)/g, "これらの");

const IF_KEPT = "対象になる理由があって残す場合は、次のこともお願いいたします。";

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
