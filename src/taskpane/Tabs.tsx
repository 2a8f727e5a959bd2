import type { KeyboardEvent } from "react";
import { usePane } from "./context";
import type { Tab } from "./session/state";

const tabs: readonly Tab[] = ["result", "labour", "estimates", "whatif", "settings"];

/** One stop for Tab; arrows, Home and End move between views, as in any tab bar. */
export function Tabs() {
  const { session, state, words } = usePane();
  const move = (event: KeyboardEvent) => {
    const at = tabs.indexOf(state.tab);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[to % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    document.getElementById(`tab-${next}`)?.focus();
    session.show(next);
  };
  return (
    <div role="tablist" aria-label={words.tabsLabel} className="tabs" onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          aria-selected={tab === state.tab}
          aria-controls={tab === state.tab ? `panel-${tab}` : undefined}
          tabIndex={tab === state.tab ? 0 : -1}
          onClick={() => session.show(tab)}
        >
          {words.tabs[tab]}
        </button>
      ))}
    </div>
  );
}
