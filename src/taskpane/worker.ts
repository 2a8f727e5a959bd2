/** Browser workers. */

/** Somebody who works beside the page and answers. */
export interface WorkerHand<Said, Reply> {
  post(said: Said): void;
  onReply(listener: (reply: Reply) => void): void;
  /** At once, whatever it is at. */
  end(): void;
}

/**
 * A worker that breaks down says so to whoever listens.
 * @param address of the worker's own text where no server lies beside the page; null: it lies there under this name
 */
export function workerHand<Said, Reply>(
  name: string,
  address: string | null,
): WorkerHand<Said, Reply | { readonly broken: string }> {
  const worker = new Worker(address ?? new URL(`${name}.js`, document.baseURI).href);
  let listener: (reply: Reply | { readonly broken: string }) => void = () => undefined;
  worker.onmessage = ({ data }: MessageEvent<Reply>) => listener(data);
  worker.onerror = (event) => listener({ broken: event.message });
  return {
    post: (said) => worker.postMessage(said),
    onReply: (next) => (listener = next),
    end() {
      listener = () => undefined;
      worker.terminate();
    },
  };
}
