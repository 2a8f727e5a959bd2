/** A letter to an applicant: what is asked of them, in order. */
import { assignAnswers, newAnswers } from "../../../core/desk/answers";
import { diffRounds } from "../../../core/desk/diff";
import type { Examined } from "../../../core/desk/examined";
import type { Verdict } from "../../../core/desk/subject";
import { askedOf, type SinceLetter } from "./asked";
import { itemsOf, type LetterFacts, type LetterItem } from "./items";
import type { Template } from "./template";

export interface Letter {
  /** Name of the application. */
  readonly application: string;
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
  const asked = askedOf(
    examined,
    verdicts,
    (finding) => (diff === null ? null : again.has(finding) ? "前回から" : "新規"),
    assignAnswers(newAnswers(examined, before), examined).byFinding,
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
  const numberOf = (since: SinceLetter): number => items.filter((item) => item.since === since).length;
  const parts = { 直った件数: mended.length, 残った件数: numberOf("前回から"), 新しい件数: numberOf("新規") };
  const fill = (line: string): string =>
    withoutNothing(line, parts)
      .replaceAll("{申請者}", facts.applicant)
      .replaceAll("{制度}", facts.scheme)
      .replaceAll("（{申請枠}）", facts.frame === "" ? "" : `（${facts.frame}）`)
      .replaceAll("{申請枠}", facts.frame)
      .replaceAll("{書類}", examined.documents.some(({ kind }) => kind !== "unknown") ? "予算書と見積書" : "予算書")
      .replaceAll("{件数}", String(items.length))
      .replaceAll("{前回の件数}", String(earlier.length))
      .replace(/\{(直った件数|残った件数|新しい件数)\}/g, (_, name: keyof typeof parts) => String(parts[name]))
      .replaceAll("{回}", String(facts.round));
  const lines = (name: keyof Template["lines"]): string[] => template.lines[name].map(fill);
  return {
    application: facts.application,
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

/** Nobody is told of 0: of what brackets count (（続き {残った件数}点、新しい点 {新しい件数}点）) only what there is. */
function withoutNothing(line: string, counts: Readonly<Record<string, number>>): string {
  const none = Object.keys(counts).filter((name) => counts[name] === 0);
  return line.replace(/（([^（）]*)）/g, (_, inside: string) => {
    const told = inside.split("、").filter((part) => !none.some((name) => part.includes(`{${name}}`)));
    return told.length === 0 ? "" : `（${told.join("、")}）`;
  });
}

/** "補正", and in a later letter whether it was asked for before. */
export const kindOf = ({ kind, since }: LetterItem): string[] => (since === null ? [kind] : [kind, since]);

/** What is wrong, and what the applicant wrote to it. */
export const pointLines = ({ points, answered }: LetterItem): string[] => [...points, ...answered];

/** What was mended, as a block of lines; none where nothing was. */
export const mendedLines = ({ mended }: Letter, mark: string): string[][] =>
  mended === null ? [] : [[...mended.opening, ...mended.points.map((point) => `${mark}${point}`)]];
