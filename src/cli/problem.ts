/** What stands in the way, wherever Kenzan runs. */

/** One sentence for the user: what stands in the way, and what to do. */
export class FileProblem extends Error {}

/** For the developers, in one line. */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.split("\n")[0] ?? ""}` : String(error);
}
