/**
 * How soon V8 makes faster code of what runs. `bin/start.js` has it wait, since a short check is over before that pays; once
 * a process has much to read, it does pay. Inlining less makes such code sooner, and hardly slower.
 */
import { setFlagsFromString } from "node:v8";

/** Of workbooks, read by this process: a few hundred lines. */
const MUCH = 1 << 16;
const FLAGS = [
  "--interrupt-budget=500000",
  "--baseline-batch-compilation-threshold=4096",
  "--max-inlined-bytecode-size-cumulative=150",
];

let bytesRead = 0;

/** @param bytes of the next workbook */
export function expectToRead(bytes: number): void {
  const before = bytesRead;
  bytesRead += bytes;
  // Measured with the V8 of Node 20, whose own flags these are.
  if (before <= MUCH && bytesRead > MUCH && process.version.startsWith("v20."))
    for (const flag of FLAGS) setFlagsFromString(flag);
}
