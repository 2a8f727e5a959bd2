/** As many workers as there are processors: each takes the next application. One of which a worker dies or hangs is tried once more, in pieces. */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { unexamined, type Examined } from "../core/desk/examined";
import { describeError, errorCode } from "../cli/files";
import { after, type Clock } from "../documents/reader";
import type { FoundApplication } from "./applications";
import type { Conditions } from "./examine";
import type { Answer, Made } from "./worker";
import type { DeskWords } from "./words";

/** Far more than the largest application takes. */
const SECONDS_AN_APPLICATION = 300;

/** When to give an application up. */
export type Patience = (application: FoundApplication) => Clock;
const usual: Patience = () => after(SECONDS_AN_APPLICATION);

/**
 * Bytecode that a function runs through before V8 makes fast code of it: with V8's own figure, a fifteenth of this, half of
 * the time for twenty applications went into code that ran no more. For hundreds it makes no difference.
 */
const BYTES_BEFORE_OPTIMISING = 1_000_000;

/**
 * @param bundles the folder in which the bundles lie
 * @param receive is called for each application as it is done, in no order
 */
export async function examineAll(
  applications: readonly FoundApplication[],
  jobs: number,
  conditions: Conditions,
  bundles: string,
  say: DeskWords,
  receive: (application: FoundApplication, found: Examined) => void,
  patience = usual,
): Promise<void> {
  setFlagsFromString(`--interrupt-budget=${String(BYTES_BEFORE_OPTIMISING)}`);
  let next = 0;
  const work = async (): Promise<void> => {
    let hand: Hand | null = null;
    try {
      while (next < applications.length) {
        const application = applications[next++] as FoundApplication;
        hand ??= new Hand(bundles, { conditions, apart: false });
        let answer = await hand.ask(application, patience(application), say);
        if (!("found" in answer)) {
          await hand.dismiss();
          hand = null;
          answer = await askAlone(application);
        }
        receive(application, "found" in answer ? answer.found : unexamined("", answer.problem));
      }
    } finally {
      await hand?.dismiss();
    }
  };
  /** Once more, each file in a worker of its own: so it is only the file that cannot be read. */
  const askAlone = async (application: FoundApplication): Promise<Answer | Unanswered> => {
    const hand = new Hand(bundles, { conditions, apart: true });
    try {
      return await hand.ask(application, patience(application), say);
    } finally {
      await hand.dismiss();
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, applications.length) }, work));
}

interface Unanswered {
  readonly problem: string;
}

class Hand {
  private readonly worker: Worker;
  private death: string | null = null;
  private outOfMemory = false;
  private settle: (answer: Answer | { readonly death: string }) => void = () => undefined;

  constructor(bundles: string, made: Made) {
    const workerData = { ...made, bundle: "desk-worker.cjs" };
    this.worker = new Worker(join(bundles, "worker.js"), { workerData });
    this.worker.on("message", (answer: Answer) => this.settle(answer));
    this.worker.on("error", (error) => {
      this.outOfMemory = errorCode(error) === "ERR_WORKER_OUT_OF_MEMORY";
      this.die(describeError(error));
    });
    this.worker.on("exit", (code) => this.die(`exit ${String(code)}`));
  }

  async ask(application: FoundApplication, clock: Clock, say: DeskWords): Promise<Answer | Unanswered> {
    const dead = (death: string): Unanswered => ({
      problem: this.outOfMemory ? say.tookTooMuch(application.name) : say.died(application.name, death),
    });
    if (this.death !== null) return dead(this.death);
    const answer = await new Promise<Answer | { readonly death: string } | null>((resolve) => {
      const stop = clock(() => resolve(null));
      this.settle = (given) => {
        stop();
        resolve(given);
      };
      this.worker.postMessage(application);
    });
    if (answer === null) return { problem: say.tookTooLong(application.name, SECONDS_AN_APPLICATION) };
    return "found" in answer ? answer : dead(answer.death);
  }

  private die(death: string): void {
    this.death ??= death;
    this.settle({ death: this.death });
  }

  async dismiss(): Promise<void> {
    await this.worker.terminate();
  }
}
