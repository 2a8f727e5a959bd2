/** The process as a command: what it says, where, and how it ends. */
import { visible } from "../core/text/visible";
import { describeError, errorCode } from "./files";
import { words } from "./words";

/** Where results and messages go. */
export interface Terminal {
  /** Resolves when more can be taken: a reader that is slower than we are must not fill the memory. */
  out(text: string): Promise<void>;
  message(text: string): void;
  /** Rewrites the progress line on stderr; "" takes it away. */
  progress(text: string): void;
  readonly colour: boolean;
  readonly columns: number;
  /** stderr is a terminal, and may be shown progress. */
  readonly interactive: boolean;
  /** Results and messages reach the same eyes: what a text report says need not be said twice. */
  readonly shared: boolean;
}

/** A stream that may be full, closed or broken at any time. */
class Outlet {
  /** Why nothing more can be written; null while it can. */
  failure: string | null = null;
  private goOn = (): void => undefined;

  constructor(private readonly stream: NodeJS.WriteStream) {
    stream.on("drain", () => this.goOn());
    stream.on("error", (error) => this.fail(error));
  }

  /** Resolves when more can be taken. */
  write(text: string): Promise<void> {
    return new Promise((resolve) => {
      this.goOn = resolve;
      if (this.failure !== null || this.taken(text)) resolve();
    });
  }

  private taken(text: string): boolean {
    try {
      return this.stream.write(text);
    } catch (error) {
      this.fail(error); // files are written at once, and refuse at once
      return true;
    }
  }

  private fail(error: unknown): void {
    this.failure ??= errorCode(error);
    this.goOn();
  }
}

const stdout = new Outlet(process.stdout);
const stderr = new Outlet(process.stderr);

/** Runs a command on the arguments and the terminal of this process, which ends with its status. */
export function runAsCommand(run: (args: readonly string[], terminal: Terminal) => Promise<number>): void {
  run(process.argv.slice(2), standardTerminal())
    .catch((error: unknown) => {
      void stderr.write(`${visible(words.ja.internal("kenzan", describeError(error)))}\n`);
      return 2;
    })
    .then(finish);
}

function standardTerminal(): Terminal {
  const { isTTY, columns } = process.stdout;
  return {
    out: (text) => stdout.write(text),
    message: (text) => void stderr.write(`${visible(text)}\n`),
    progress: (text) => void stderr.write(`\r\u001b[K${text}`),
    colour: isTTY && (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb",
    columns: isTTY ? Math.max(60, Math.min(columns, 120)) : 100,
    interactive: process.stderr.isTTY,
    shared: isTTY && process.stderr.isTTY,
  };
}

/** Results that could not be written are no results. A reader that has seen enough (`| head`) is no failure. */
function finish(status: number): void {
  process.exitCode = status;
  process.on("exit", () => {
    if (stdout.failure !== null && stdout.failure !== "EPIPE") {
      void stderr.write(`${words.ja.outputLost(stdout.failure)}\n`);
      process.exitCode = 2;
    }
    // All is written. Memory goes with the process: nobody need take it apart.
    process.exit();
  });
}
