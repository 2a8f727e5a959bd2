/** What the command line says of itself, in whichever bundle it was asked. */
import { version } from "../../package.json";
import type { AboutCommand } from "./options";
import type { Terminal } from "./terminal";

/** @returns the status of the process */
export async function tellAbout(command: AboutCommand, terminal: Terminal): Promise<0> {
  await terminal.out(command.name === "version" ? `${version}\n` : command.text);
  return 0;
}
