/** A worker of the desk: one application after the other. It starts its own worker for estimates. */
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { schemes } from "../schemes";
import { WorkerHand } from "../cli/estimates";
import type { Application } from "./applications";
import { Examiner, type Conditions } from "./examine";
import type { Examined } from "../core/desk/examined";

export interface Answer {
  readonly found: Examined;
}

const examiner = new Examiner(
  workerData as Conditions,
  schemes,
  () => new WorkerHand(join(__dirname, "document-worker.cjs")),
);

parentPort?.on("message", (application: Application) => {
  void examiner.examine(application).then((found) => parentPort?.postMessage({ found } satisfies Answer));
});
