/** What the page and the workbench send to the desk: anything else is nothing. */
import { DecisionsError, parseSaved, type Saved } from "../core/decisions/saved";

/** Letters; more than the decisions on any application take. */
export const MOST_LETTERS = 4_000_000;

interface GivenDecision {
  readonly application: string;
  readonly subject: string;
  readonly verdict: "ask" | "accept" | "open";
  readonly reason: string;
  readonly by: string;
  readonly seen: number;
}

const isText = (value: unknown, most: number): value is string => typeof value === "string" && value.length <= most;
const isName = (value: unknown): value is string => isText(value, 200) && value.trim() !== "";
const isRevision = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** @returns null for anything that the page does not send */
export function decisionIn(text: string): GivenDecision | null {
  const { application: name, subject, verdict, reason, by, seen } = fieldsOf(text);
  if (!isText(name, 500) || !isText(subject, 4000) || !isText(reason, 4000) || !isName(by)) return null;
  if (verdict !== "ask" && verdict !== "accept" && verdict !== "open") return null;
  return subject === "" || !isRevision(seen) ? null : { application: name, subject, verdict, reason, by, seen };
}

interface GivenReview {
  readonly application: string;
  readonly by: string;
  readonly saved: string;
  readonly decisions: Saved;
  readonly seen: number;
}

/** @returns null for anything that the workbench does not send */
export function reviewIn(text: string): GivenReview | null {
  const { application: name, by, saved, seen } = fieldsOf(text);
  if (!isText(name, 500) || !isName(by) || !isText(saved, MOST_LETTERS) || !isRevision(seen)) return null;
  try {
    return { application: name, by, saved, decisions: parseSaved(saved), seen };
  } catch (error) {
    if (error instanceof DecisionsError) return null;
    throw error;
  }
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const given: unknown = JSON.parse(text);
    return typeof given === "object" && given !== null ? (given as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
