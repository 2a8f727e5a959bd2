/** Starts a worker, be it a file beside the page or a text inside it. */

/** @param packed the worker's own text where no server lies beside the page; null: it lies there under this name */
export function startWorker(
  name: string,
  packed: string | null,
): { readonly worker: Worker; readonly end: () => void } {
  const address =
    packed === null
      ? new URL(`${name}.js`, document.baseURI).href
      : URL.createObjectURL(new Blob([packed], { type: "text/javascript" }));
  const worker = new Worker(address);
  const end = (): void => {
    worker.terminate();
    if (packed !== null) URL.revokeObjectURL(address);
  };
  return { worker, end };
}
