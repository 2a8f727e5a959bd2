/** What every part of the pane may use. */
import { createContext, use, useSyncExternalStore } from "react";
import type { ReportShown } from "../core/report/shown";
import type { Scheme } from "../core/scheme/scheme";
import type { PackedReader } from "./documents/hand";
import type { Language } from "./host";
import type { Session } from "./session";
import type { PaneState } from "./session/state";
import type { Words } from "./words";

interface PaneContext {
  readonly session: Session;
  readonly state: PaneState;
  readonly language: Language;
  readonly words: Words;
  /** Who reads estimates where no server lies beside the page; null where one does. */
  readonly packedReader: (() => PackedReader) | null;
}

export const Context = createContext<PaneContext | null>(null);

export function usePane(): PaneContext {
  const pane = use(Context);
  if (pane === null) throw new Error("a part of the pane is used outside it");
  return pane;
}

/** For views that are shown only once there is a report. */
export function useReport(): PaneContext & { readonly report: ReportShown; readonly scheme: Scheme | undefined } {
  const pane = usePane();
  const { report } = pane.state;
  if (report === null) throw new Error("there is no report yet");
  return { ...pane, report, scheme: pane.state.schemes.find(({ id }) => id === report.scheme) };
}

export const useSessionState = (session: Session): PaneState => useSyncExternalStore(session.subscribe, session.state);
