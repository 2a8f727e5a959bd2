/** The worker that checks. It may be ended at any time. */
import { answering } from "./answer";
import type { Reply, Said } from "./messages";
import { Work } from "./work";

interface Scope {
  postMessage(reply: Reply): void;
  onmessage: ((event: { readonly data: Said }) => void) | null;
}
const scope = globalThis as unknown as Scope;

const hear = answering(new Work(), (reply) => scope.postMessage(reply));
scope.onmessage = ({ data }) => hear(data);
