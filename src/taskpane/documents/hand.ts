/** A browser's worker as the one who reads documents. */
import type { Hand, Reply, Request } from "../../documents/reader";
import { startWorker } from "../worker";
import type { EngineGiven } from "./document-worker";

/** Where a page has no server beside it: the worker's own text, and the PDF engine gzipped. */
export interface PackedReader {
  readonly script: string;
  readonly engine: Uint8Array;
}

/** @param packed null: both lie beside the page */
export function browserHand(packed: PackedReader | null): Hand {
  const { worker, end } = startWorker("document-worker", packed?.script ?? null);
  let listener: (reply: Reply) => void = () => undefined;
  worker.onmessage = ({ data }: MessageEvent<Reply>) => listener(data);
  worker.onerror = (event) => listener({ broken: event.message });
  if (packed !== null) worker.postMessage({ engine: packed.engine } satisfies EngineGiven);
  return {
    post: (request: Request) => worker.postMessage(request),
    onReply: (next) => (listener = next),
    end() {
      listener = () => undefined;
      end();
    },
  };
}
