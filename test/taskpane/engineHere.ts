/** The pane's engine without a thread of its own: all that is said still crosses as between threads. */
import { check } from "../../src/core/check";
import { schemes } from "../../src/schemes";
import { answering } from "../../src/taskpane/engine/answer";
import type { Engine } from "../../src/taskpane/engine/engine";
import { linked } from "../../src/taskpane/engine/linked";
import type { Hand, Reply } from "../../src/taskpane/engine/messages";
import { Work } from "../../src/taskpane/engine/work";

export type Checking = NonNullable<ConstructorParameters<typeof Work>[0]>;

export const checked: Checking = ({ workbook, settings, decisions, documents }) =>
  check(workbook, schemes, settings, decisions, documents);

/** @param checking in place of the check itself @param told is told of each hand that is started and ended */
export function engineHere(checking?: Checking, told: (what: "started" | "ended") => void = () => undefined): Engine {
  return linked((): Hand => {
    told("started");
    let listener: ((reply: Reply) => void) | null = null;
    const hear = answering(new Work(checking), (reply) => {
      const copy = structuredClone(reply);
      queueMicrotask(() => listener?.(copy));
    });
    return {
      post(said) {
        const copy = structuredClone(said);
        queueMicrotask(() => listener !== null && hear(copy));
      },
      onReply: (next) => (listener = next),
      end() {
        listener = null;
        told("ended");
      },
    };
  });
}
