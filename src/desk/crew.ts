/** As many workers as there are processors: each takes the next application. One that dies or hangs takes one with it. */
import { Worker } from "node:worker_threads";
import { unexamined, type Examined } from "../core/desk/examined";
import { describeError } from "../cli/files";
import type { Application } from "./applications";
import type { Conditions } from "./examine";
import type { Answer } from "./worker";
import type { DeskWords } from "./words";

/** Far more than the largest application takes. */
const SECONDS_AN_APPLICATION = 300;

/**
 * @param script the bundle of `worker.ts`
 * @param receive is called for each application as it is done, in no order
 */
export async function examineAll(
  applications: readonly Application[],
  jobs: number,
  conditions: Conditions,
  script: string,
  say: DeskWords,
  receive: (application: Application, found: Examined) => void,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < applications.length) {
      const hand = new Hand(script, conditions);
      try {
        for (let alive = true; alive && next < applications.length;) {
          const application = applications[next++] as Application;
          const answer = await hand.ask(application, say);
          receive(application, "found" in answer ? answer.found : unexamined("", answer.problem));
          alive = "found" in answer;
        }
      } finally {
        await hand.dismiss();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, applications.length) }, work));
}

class Hand {
  private readonly worker: Worker;
  private death: string | null = null;
  private settle: (answer: Answer | { readonly death: string }) => void = () => undefined;

  constructor(script: string, conditions: Conditions) {
    this.worker = new Worker(script, { workerData: conditions });
    this.worker.on("message", (answer: Answer) => this.settle(answer));
    this.worker.on("error", (error) => this.die(describeError(error)));
    this.worker.on("exit", (code) => this.die(`exit ${String(code)}`));
  }

  async ask(application: Application, say: DeskWords): Promise<Answer | { readonly problem: string }> {
    if (this.death !== null) return { problem: say.died(application.name, this.death) };
    const answer = await new Promise<Answer | { readonly death: string } | null>((resolve) => {
      const clock = setTimeout(() => resolve(null), SECONDS_AN_APPLICATION * 1000);
      this.settle = (given) => {
        clearTimeout(clock);
        resolve(given);
      };
      this.worker.postMessage(application);
    });
    if (answer === null) return { problem: say.tookTooLong(application.name, SECONDS_AN_APPLICATION) };
    return "found" in answer ? answer : { problem: say.died(application.name, answer.death) };
  }

  private die(death: string): void {
    this.death ??= death;
    this.settle({ death: this.death });
  }

  async dismiss(): Promise<void> {
    await this.worker.terminate();
  }
}
