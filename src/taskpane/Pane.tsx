import { Button, FluentProvider } from "@fluentui/react-components";
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { Context, usePane, useSessionState } from "./context";
import { DocumentsLater } from "./documents/DocumentsLater";
import type { PackedReader } from "./documents/hand";
import type { HostTheme, Language } from "./host";
import { Labour } from "./labour/Labour";
import { Messages } from "./Messages";
import { NotChecked } from "./NotChecked";
import { Result } from "./result/Result";
import type { Session } from "./session";
import { Settings } from "./settings/Settings";
import { obstacleOf } from "./start/obstacle";
import { Start } from "./start/Start";
import { Tabs } from "./Tabs";
import { darkTheme, lightTheme } from "./theme";
import { WhatIfLater } from "./whatif/WhatIfLater";
import { words as allWords } from "./words";

interface Props {
  readonly session: Session;
  readonly language: Language;
  readonly theme: HostTheme;
  readonly packedReader?: (() => PackedReader) | null;
}

/** The whole pane: header, the view in front, and what is always in sight at the foot. */
export function Pane({ session, language, theme, packedReader = null }: Props) {
  const state = useSessionState(session);
  const dark = useDark(theme);
  const words = allWords[language];
  return (
    <FluentProvider theme={dark ? darkTheme : lightTheme} className={dark ? "pane dark" : "pane"}>
      <Context value={{ session, state, language, words, packedReader }}>
        <Header />
        <Messages />
        <main
          key={state.stage}
          className="view"
          id="view"
          lang={language}
          aria-busy={state.isBehind || state.work !== null}
        >
          {state.stage === "start" || state.report === null ? <Start /> : <View />}
        </main>
        <Footer />
      </Context>
    </FluentProvider>
  );
}

function Header() {
  const { session, state, language, words } = usePane();
  const { report, stage, schemes } = state;
  const scheme = schemes.find(({ id }) => id === report?.scheme);
  const frame = scheme?.frames.find(({ id }) => id === report?.frame);
  const conditions = [
    scheme?.name[language],
    frame?.name[language],
    report?.applicant && words.classes[report.applicant],
  ].filter((part) => part !== undefined && part !== null && part !== "");
  return (
    <header className="header">
      <h1>{words.product}</h1>
      {stage === "result" && (
        <>
          <button
            type="button"
            className="conditions"
            title={words.changeConditions}
            aria-label={`${conditions.join(words.between)} ${words.changeConditions}`}
            onClick={() => session.show("settings")}
          >
            {conditions.join(words.between)} <span aria-hidden="true">▾</span>
          </button>
          <Tabs />
        </>
      )}
    </header>
  );
}

function View() {
  const { state } = usePane();
  const panel = useRef<HTMLDivElement>(null);
  const shown = useRef<string | null>(null);
  const places = useRef(new Map<string, number>());
  // A view begins at its top, and is found again where it was left.
  useLayoutEffect(() => {
    const view = panel.current?.parentElement ?? null;
    if (view === null) return;
    // The first one is where it begins: to say so would have all of it laid out before it is drawn.
    if (shown.current !== null) view.scrollTop = places.current.get(state.tab) ?? 0;
    const keep = () => places.current.set(state.tab, view.scrollTop);
    view.addEventListener("scroll", keep);
    return () => view.removeEventListener("scroll", keep);
  }, [state.tab]);
  // A view that was asked for by the ribbon or by a button takes the focus; the tab bar keeps it when arrows move on it.
  useEffect(() => {
    // So does the result after a check, whose button is gone by then; never while the person works in the sheet.
    const isFirst = shown.current === null;
    const lost = document.activeElement === document.body && document.hasFocus();
    const moved = shown.current !== state.tab && document.activeElement?.getAttribute("role") !== "tab";
    shown.current = state.tab;
    if (!(isFirst ? lost : moved)) return undefined;
    // In a turn of its own: where the focus goes, all of the view has to be laid out.
    const later = setTimeout(() => panel.current?.focus({ preventScroll: true }), 0);
    return () => clearTimeout(later);
  }, [state.tab]);
  return (
    <div
      ref={panel}
      role="tabpanel"
      id={`panel-${state.tab}`}
      aria-labelledby={`tab-${state.tab}`}
      tabIndex={-1}
      className="panel"
    >
      {state.tab === "result" && <Result />}
      {state.tab === "labour" && <Labour />}
      {state.tab === "estimates" && <DocumentsLater />}
      {state.tab === "whatif" && <WhatIfLater />}
      {state.tab === "settings" && <Settings />}
    </div>
  );
}

/** Always in sight: the next step, and what was not checked. */
function Footer() {
  const { session, state, words } = usePane();
  const { report, stage, work, notCheckedShown: open } = state;
  const count = report === null ? 0 : report.notChecked.length + report.rules.crashed.length;
  return (
    <footer className="footer">
      {open && report !== null && <NotChecked />}
      {stage === "start" && (
        <>
          <Button
            appearance="primary"
            size="large"
            className="main-button"
            disabled={work !== null || obstacleOf(report) === "no-table"}
            onClick={() => void session.check()}
          >
            {words.start.check}
          </Button>
          <p className="label centred">{words.start.private}</p>
        </>
      )}
      <div className="footer-row">
        {report !== null && count > 0 && (
          <button
            type="button"
            className="link"
            aria-expanded={open}
            aria-controls={open ? "not-checked" : undefined}
            onClick={() => session.showNotChecked(!open)}
          >
            {words.notChecked.title(count)} <span aria-hidden="true">{open ? "▾" : "▸"}</span>
          </button>
        )}
        {stage === "result" && (
          <span className="buttons">
            <Button
              size="small"
              disabled={work !== null}
              onClick={() => void (state.marked ? session.clearMarks() : session.mark())}
            >
              {state.marked ? words.clearMarks : words.putMarks}
            </Button>
            <Button
              size="small"
              appearance="primary"
              disabled={work !== null}
              onClick={() => void session.writeSummary()}
            >
              {state.summary?.stale === true ? words.renewSummary : words.summary}
            </Button>
          </span>
        )}
      </div>
    </footer>
  );
}

const darkWanted = "(prefers-color-scheme: dark)";

function useDark(theme: HostTheme): boolean {
  const preferred = useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(darkWanted);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => window.matchMedia(darkWanted).matches,
  );
  return theme === "system" ? preferred : theme === "dark";
}
