/** 相見積: where a scheme asks for it, others must have offered the same. */
import { isSameDocument } from "../document";
import type { LineMatch } from "../match/matching";
import type { FindFault } from "./fault";

/** Fewer estimates than are asked for stand behind a line that rests on this one, or another offers other items. */
export const comparatives: FindFault = (document, { matches }, { comparatives: asked }) => {
  if (asked === undefined) return [];
  const backed = matches.filter(({ documents }) =>
    documents.some((one) => one.role === "backs" && isSameDocument(one, document)),
  );
  const yen = document.net ?? document.gross;
  if (backed.length === 0 || yen === null || yen < asked.from) return [];
  const others = new Set(backed.flatMap(comparativesOf));
  if (others.size + 1 < asked.count) return [`${String(others.size + 1)}/${String(asked.count)}`];
  return backed.some(({ reason, also }) => [reason, ...also].includes("comparative-differs")) ? [...others] : [];
};

const comparativesOf = ({ documents }: LineMatch): string[] =>
  documents.filter(({ role }) => role === "comparative").map(({ file }) => file);
