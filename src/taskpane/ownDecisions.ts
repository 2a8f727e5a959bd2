/**
 * What was decided on this machine is known again when a workbook is opened later. Whatever else a workbook brings was
 * decided by somebody else: a check must not obey the checked without a word.
 */
import { everyOne, type OneDecision } from "../core/decisions/together";
import type { Decisions } from "../core/decisions/decision";

export interface OwnDecisions {
  has(decision: OneDecision): boolean;
  add(decisions: Decisions): void;
}

const KEY = "kenzan.decided";
/** So many are remembered; of more the oldest are forgotten, and then shown as another's. */
const MOST = 5_000;

/** Where the browser keeps nothing: as long as the page is open. */
let here: ReadonlySet<string> = new Set();

export const ownDecisions: OwnDecisions = {
  has: (decision) => here.has(markOf(decision)) || new Set(read()).has(markOf(decision)),
  add(decisions) {
    const marks = everyOne(decisions).map(markOf);
    if (marks.every((mark) => here.has(mark))) return;
    here = new Set([...read(), ...here, ...marks].slice(-MOST));
    try {
      localStorage.setItem(KEY, JSON.stringify([...here]));
    } catch {
      // See above.
    }
  },
};

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((mark) => typeof mark === "string") : [];
  } catch {
    return [];
  }
}

/** Short, and another for another decision: two residues of its text. */
function markOf(decision: OneDecision): string {
  const text = JSON.stringify(decision, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  let [one, other] = [7, 11];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = (one * 131 + code) % 1_000_000_007;
    other = (other * 65_599 + code) % 2_147_483_647;
  }
  return `${one.toString(36)}-${other.toString(36)}`;
}
