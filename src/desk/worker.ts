/** A worker of the desk: one application after the other. What it does not read at once, a worker of its own reads. */
import { parentPort, workerData } from "node:worker_threads";
import { schemes } from "../schemes";
import type { Examined } from "../core/desk/examined";
import type { FoundApplication } from "./applications";
import { Examiner, type Conditions } from "./examine";
import { nodeMeans } from "./means";

/** What a worker is made with. */
export interface Made {
  readonly conditions: Conditions;
  /** Every file is read in a worker of its own: another worker died of one of them. */
  readonly apart: boolean;
}

export interface Answer {
  readonly found: Examined;
}

const { conditions, apart } = workerData as Made;
const examiner = new Examiner(conditions, schemes, nodeMeans(conditions.lang, __dirname, apart));

parentPort?.on("message", (application: FoundApplication) => {
  void examiner.examine(application).then((found) => parentPort?.postMessage({ found } satisfies Answer));
});
