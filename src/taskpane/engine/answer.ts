/** The engine's side: keeps what it is given, answers one question after the other. */
import type { Given } from "./engine";
import type { Kept, Reply, Said } from "./messages";
import { Assembled, inPieces } from "./pieces";
import type { Answers } from "./work";

export function answering(work: Answers, reply: (reply: Reply) => void): (said: Said) => void {
  const kept = { workbook: new Assembled(), documents: new Assembled() } satisfies Record<Kept, Assembled>;
  /** The same object as long as the same is given, so that what was worked out for it still holds. */
  let given: Given | null = null;

  const answer = ({ question, under, asked }: Question): unknown => {
    const ask = work[question].bind(work) as (...asked: readonly unknown[]) => unknown;
    if (under === null) return ask(...asked);
    const parts = { workbook: kept.workbook.value, documents: kept.documents.value } as Pick<Given, Kept>;
    given = sameOr(given, { ...parts, ...under });
    return ask(given, ...asked);
  };

  return (said) => {
    if ("keep" in said) {
      kept[said.keep].add(said.piece);
      return;
    }
    const { id } = said;
    try {
      for (const piece of inPieces(answer(said))) reply({ id, piece });
      reply({ id, done: true });
    } catch (error) {
      reply({ id, failed: error instanceof Error ? error.message : String(error) });
    }
  };
}

type Question = Extract<Said, { id: number }>;

const sameOr = (before: Given | null, now: Given): Given =>
  before !== null &&
  before.workbook === now.workbook &&
  before.documents === now.documents &&
  JSON.stringify([before.settings, before.decisions]) === JSON.stringify([now.settings, now.decisions])
    ? before
    : now;
