/** A browser's worker as the one who reads documents. */
import type { Hand, Reply, Request } from "../../documents/reader";
import { addressOf } from "../packed";
import { workerHand } from "../worker";
import type { EngineGiven } from "./document-worker";

/** Where a page has no server beside it: the worker's own text, and the PDF engine gzipped. */
export interface PackedReader {
  readonly script: string;
  readonly engine: Uint8Array;
}

/** @param packed null: both lie beside the page */
export function browserHand(packed: PackedReader | null): Hand {
  const hand = workerHand<Request | EngineGiven, Reply>("document-worker", packed && addressOf(packed.script));
  if (packed !== null) hand.post({ engine: packed.engine });
  return hand;
}
