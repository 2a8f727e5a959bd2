/** A browser's worker as the place where the engine works. */
import { startWorker } from "../worker";
import type { Hand, Reply, Said } from "./messages";

/** @param packed the worker's own text where no server lies beside the page; null: it lies there */
export function engineHand(packed: string | null): Hand {
  const { worker, end } = startWorker("engine-worker", packed);
  let listener: (reply: Reply) => void = () => undefined;
  worker.onmessage = ({ data }: MessageEvent<Reply>) => listener(data);
  worker.onerror = (event) => listener({ broken: event.message });
  return {
    post: (said: Said) => worker.postMessage(said),
    onReply: (next) => (listener = next),
    end() {
      listener = () => undefined;
      end();
    },
  };
}
