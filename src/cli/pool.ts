/** Many files on several processors; results come back in the order of the files. */
import { Worker } from "node:worker_threads";
import type { Scheme } from "../core/scheme/scheme";
import { describeError } from "./files";
import { perform, type Done, type Input, type Task } from "./task";

/** What a worker is told and answers. */
export interface Assignment {
  readonly index: number;
  readonly input: Input;
}
export interface Answer {
  readonly index: number;
  readonly done: Done;
}

interface Death {
  readonly died: string;
}

/**
 * Calls `receive` for each file in turn.
 * @param script the bundle that, started as a worker, answers `Assignment`s
 * @param failed what to say of a file whose worker died
 */
export async function performAll(
  inputs: readonly Input[],
  jobs: number,
  task: Task,
  schemes: readonly Scheme[],
  script: string,
  failed: (path: string, detail: string) => Done,
  receive: (done: Done, index: number) => Promise<void>,
): Promise<void> {
  if (jobs === 1) {
    for (const [index, input] of inputs.entries()) await receive(perform(input, task, schemes), index);
    return;
  }
  const waiting = new Map<number, Done>();
  let next = 0;
  let given = 0;
  let received = Promise.resolve();
  const deliver = (answer: Answer): void => {
    waiting.set(answer.index, answer.done);
    for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
      waiting.delete(next);
      const [done, index] = [ready, next];
      received = received.then(() => receive(done, index));
      next += 1;
    }
  };
  /** One worker's life: it takes the next file until none is left. A worker that dies takes one file with it. */
  const work = async (): Promise<void> => {
    while (given < inputs.length) {
      const hand = new Hand(script, task);
      try {
        while (given < inputs.length) {
          const index = given++;
          const input = inputs[index] as Input;
          const answer = await hand.ask({ index, input });
          deliver("died" in answer ? { index, done: failed(input.path, answer.died) } : answer);
          if ("died" in answer) break;
        }
      } finally {
        await hand.dismiss();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, inputs.length) }, work));
  await received;
}

/** A worker that answers one assignment after the other. */
class Hand {
  private readonly worker: Worker;
  private death: Death | null = null;
  private settle: (answer: Answer | Death) => void = () => undefined;

  constructor(script: string, task: Task) {
    this.worker = new Worker(script, { workerData: task });
    this.worker.on("message", (answer: Answer) => this.settle(answer));
    this.worker.on("error", (error) => this.die(describeError(error)));
    this.worker.on("exit", (code) => this.die(`exit ${code}`));
  }

  ask(assignment: Assignment): Promise<Answer | Death> {
    if (this.death !== null) return Promise.resolve(this.death);
    return new Promise((resolve) => {
      this.settle = resolve;
      this.worker.postMessage(assignment);
    });
  }

  private die(reason: string): void {
    this.death ??= { died: reason };
    this.settle(this.death);
  }

  async dismiss(): Promise<void> {
    await this.worker.terminate();
  }
}
