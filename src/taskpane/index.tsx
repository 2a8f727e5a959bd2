import { createRoot } from "react-dom/client";
import { registerCommands } from "../commands/commands";
import { check } from "../core/check";
import { schemes } from "../schemes";
import { connect } from "./officeHost";
import { Pane } from "./Pane";
import { createSession } from "./session";
import { Stranded } from "./Stranded";

const root = createRoot(document.getElementById("pane") as HTMLElement);

void connect().then((host) => {
  if ("refused" in host) {
    root.render(<Stranded why={host.refused} />);
    return;
  }
  document.documentElement.lang = host.language;
  const today = () => new Date().toLocaleDateString("sv-SE"); // year-month-day of the user's own calendar
  const session = createSession(host, async (...budget) => check(budget[0], schemes, budget[1], budget[2]), today);
  registerCommands(session);
  root.render(<Pane session={session} schemes={schemes} language={host.language} theme={host.theme} />);
  void session.open();
});
