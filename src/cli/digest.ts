/** Apart from what checks budgets: loading Node's cryptography takes a while, and only reading many papers needs it. */
import { createHash } from "node:crypto";

/** In hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
