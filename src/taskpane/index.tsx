import { createRoot } from "react-dom/client";
import { registerCommands } from "../commands/commands";
import { connect } from "./officeHost";
import { Pane } from "./Pane";
import { createSession } from "./session";
import { Stranded } from "./Stranded";

const root = createRoot(document.getElementById("pane") as HTMLElement);

// Loaded beside the pane, not before it: the pane appears at once and reads the workbook as soon as both are there.
const engine = import("./engine");

void connect().then((host) => {
  if ("refused" in host) {
    root.render(<Stranded why={host.refused} />);
    return;
  }
  document.documentElement.lang = host.language;
  const today = () => new Date().toLocaleDateString("sv-SE"); // year-month-day of the user's own calendar
  const session = createSession(host, () => engine, today);
  registerCommands(session);
  root.render(<Pane session={session} language={host.language} theme={host.theme} />);
  void session.open();
});
