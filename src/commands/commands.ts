import type { Session } from "../taskpane/session";

/**
 * Binds the ribbon's buttons (by the FunctionNames of the manifest) to the session that the pane shows: pane and ribbon
 * share one runtime, so a command works whether the pane is open or not.
 */
export function registerCommands(session: Session): void {
  const command = (name: string, act: () => Promise<unknown>) => {
    Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
      try {
        // The pane tells the outcome in words, so every command shows it.
        await Office.addin.showAsTaskpane();
        await act();
      } finally {
        event.completed();
      }
    });
  };
  command("check", session.check);
  command("clearMarks", session.clearMarks);
  command("writeSummary", session.writeSummary);
}
