/** The pane's side: the engine as somebody to ask. It is started with the first question, and again after it was stopped. */
import { inTurns } from "../turns";
import type { Engine, Given } from "./engine";
import { KEPT, type Hand, type Kept, type Reply, type Said } from "./messages";
import { Assembled, inPieces } from "./pieces";

interface Waiting {
  answer: Assembled;
  /** Asks it, or asks it again. */
  say(): void;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

export function linked(start: () => Hand): Engine {
  let hand: Hand | null = null;
  let kept: Partial<Record<Kept, unknown>> = {};
  let waiting = new Map<number, Waiting>();
  let number = 0;
  /** What is said first arrives first, though it be long. */
  let saying: Promise<void> = Promise.resolve();

  const end = (): void => {
    hand?.end();
    hand = null;
    kept = {};
  };
  /** The other questions have nothing to do with it: they are asked again. */
  const stop = (id: number, reason: unknown): void => {
    end();
    waiting.get(id)?.reject(reason);
    waiting.delete(id);
    for (const one of waiting.values()) {
      one.answer = new Assembled();
      one.say();
    }
  };
  const fail = (reason: unknown): void => {
    end();
    const left = waiting;
    waiting = new Map();
    for (const { reject } of left.values()) reject(reason);
  };

  const heard = (reply: Reply): void => {
    if ("broken" in reply) return fail(new Error(reply.broken));
    const one = waiting.get(reply.id);
    if (one === undefined) return;
    if ("piece" in reply) {
      one.answer.add(reply.piece);
      return;
    }
    waiting.delete(reply.id);
    if ("failed" in reply) one.reject(new Error(reply.failed));
    else one.resolve(one.answer.value);
  };

  function* sayGiven(to: Hand, given: Given): Generator<void, void> {
    for (const keep of KEPT) {
      if (keep in kept && kept[keep] === given[keep]) continue;
      kept[keep] = given[keep];
      for (const piece of inPieces(given[keep])) {
        if (hand !== to) return;
        to.post({ keep, piece });
        yield;
      }
    }
  }

  const ask = (
    question: keyof Engine,
    given: Given | null,
    asked: readonly unknown[],
    signal?: AbortSignal,
  ): Promise<unknown> => {
    const id = (number += 1);
    const stopped = () => stop(id, signal?.reason);
    const answer = new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason as Error);
      signal?.addEventListener("abort", stopped, { once: true });
      const say = (): void => {
        saying = saying.then(sayIt).catch(fail);
      };
      const sayIt = async (): Promise<void> => {
        if (!waiting.has(id)) return;
        if (hand === null) {
          hand = start();
          hand.onReply(heard);
        }
        const to = hand;
        if (given !== null) await inTurns(sayGiven(to, given));
        const under = given === null ? null : { settings: given.settings, decisions: given.decisions };
        if (hand === to && waiting.has(id)) to.post({ id, question, under, asked } satisfies Said);
      };
      waiting.set(id, { answer: new Assembled(), say, resolve, reject });
      say();
    });
    return answer.finally(() => signal?.removeEventListener("abort", stopped));
  };

  const about =
    <Question extends "worth" | "leftWith" | "compare" | "rowsOf" | "evidence" | "seen" | "weigh">(
      question: Question,
    ) =>
    (given: Given, ...asked: readonly unknown[]) =>
      ask(question, given, asked) as ReturnType<Engine[Question]>;

  return {
    schemes: () => ask("schemes", null, []) as ReturnType<Engine["schemes"]>,
    check: (given, signal) => ask("check", given, [], signal) as ReturnType<Engine["check"]>,
    worth: about("worth"),
    leftWith: about("leftWith"),
    compare: about("compare"),
    rowsOf: about("rowsOf"),
    evidence: about("evidence"),
    seen: about("seen"),
    weigh: about("weigh"),
    letterIn: (bytes) => ask("letterIn", null, [bytes]) as ReturnType<Engine["letterIn"]>,
  };
}
