/** The ribbon's buttons: the manifest names them, the pane's session answers. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { registerCommands } from "../../src/commands/commands";
import { engineHere } from "./engineHere";
import { createSession } from "../../src/taskpane/session";
import { MemoryHost } from "./memoryHost";
import { sample } from "./openPane";

type Command = (event: { completed: () => void }) => Promise<void>;

/** What of Office the commands touch: it is not part of the library that runs outside Excel. */
function ribbon() {
  const commands = new Map<string, Command>();
  const shown = jest.fn();
  Object.assign(globalThis, {
    Office: {
      actions: { associate: (name: string, command: Command) => commands.set(name, command) },
      addin: { showAsTaskpane: async () => shown() },
    },
  });
  const press = (name: string) => new Promise<void>((completed) => void commands.get(name)!({ completed }));
  return { commands, shown, press };
}

test("every function that the manifest names is there, and no other", () => {
  const { commands } = ribbon();
  registerCommands(createSession(new MemoryHost(sample("planning-clean")), engineHere(), () => "2025-05-20"));
  const manifest = readFileSync(path.join(__dirname, "../../manifest.xml"), "utf8");
  const named = [...manifest.matchAll(/<FunctionName>(\w+)</g)].map((match) => match[1]);
  expect([...commands.keys()].sort()).toEqual(named.sort());
});

test("チェック shows the pane and checks, even while the pane is still opening", async () => {
  const { shown, press } = ribbon();
  const host = new MemoryHost(sample("transformation-errors"));
  const session = createSession(host, engineHere(), () => "2025-05-20");
  registerCommands(session);
  void session.open();
  await press("check");
  expect(shown).toHaveBeenCalledTimes(1);
  expect(session.state().stage).toBe("result");
  expect(host.marked?.subsidy?.amount).toBe(4_612_000);
  await press("writeSummary");
  expect(host.summaries).toHaveLength(1);
  await press("clearMarks");
  expect(host.marked).toBeNull();
});

test("a refused command ends, and the pane says why", async () => {
  const { press } = ribbon();
  const host = new MemoryHost(sample("transformation-errors"));
  host.refusing.set("readWorkbook", new Error("refused"));
  const session = createSession(host, engineHere(), () => "2025-05-20");
  registerCommands(session);
  await press("check");
  expect(session.state().trouble).toMatchObject({ name: "Unexpected", detail: "refused" });
});
