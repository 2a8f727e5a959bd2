/** What every part of the estimates' view may use. */
import { useSyncExternalStore } from "react";
import { isSameDocument, type DocumentRead, type DocumentRef } from "../../core/documents/document";
import type { Estimates } from "../../core/documents/estimates";
import { usePane } from "../context";
import type { Session } from "../session";
import { browserHand, type PackedReader } from "./hand";
import { Papers, type PapersState } from "./papers";
import { documentWords, type DocumentWords } from "./words";

/** Files stay with the session while other tabs are looked at. */
const known = new WeakMap<Session, Papers>();

export function papersOf(session: Session, packed: (() => PackedReader) | null): Papers {
  const own = known.get(session);
  if (own !== undefined) return own;
  const papers = new Papers(
    () => browserHand(packed?.() ?? null),
    (documents) => session.setDocuments(documents),
    (bytes) => session.setLetter(bytes),
  );
  known.set(session, papers);
  return papers;
}

export function useDocuments(): {
  papers: Papers;
  state: PapersState;
  say: DocumentWords;
  estimates: Estimates | null;
} {
  const { session, language, packedReader, state } = usePane();
  const papers = papersOf(session, packedReader);
  return {
    papers,
    state: useSyncExternalStore(papers.subscribe, papers.state),
    say: documentWords[language],
    estimates: state.report?.estimates ?? null,
  };
}

export const documentOf = (ref: DocumentRef, documents: readonly DocumentRead[]): DocumentRead | undefined =>
  documents.find((one) => isSameDocument(one, ref));
