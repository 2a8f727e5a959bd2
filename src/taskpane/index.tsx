import { createRoot } from "react-dom/client";
import { registerCommands } from "../commands/commands";
import { connect } from "./officeHost";
import { engineHand } from "./engine/hand";
import { linked } from "./engine/linked";
import { Pane } from "./Pane";
import { createSession } from "./session";
import { Stranded } from "./Stranded";

const root = createRoot(document.getElementById("pane") as HTMLElement);

// It is loaded beside the pane, not before it: the pane appears at once and reads the workbook as soon as both are there.
const engine = linked(() => engineHand(null));
void engine.schemes().catch(() => undefined); // what goes wrong is told where it is needed

void connect().then((host) => {
  if ("refused" in host) {
    root.render(<Stranded why={host.refused} />);
    return;
  }
  document.documentElement.lang = host.language;
  const today = () => new Date().toLocaleDateString("sv-SE"); // year-month-day of the user's own calendar
  const session = createSession(host, engine, today);
  if (globalThis.kenzanPane !== undefined) globalThis.kenzanPane.settled = session.settled;
  registerCommands(session);
  root.render(<Pane session={session} language={host.language} theme={host.theme} />);
  void session.open();
});
