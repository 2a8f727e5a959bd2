/** How many workers: no more than are worth starting, and than the machine has room for. */

/** Files a worker should at least have before it is worth starting: it costs about a tenth of a second. */
const FILES_PER_WORKER = 40;

export const suitableJobs = (files: number, processors: number): number =>
  Math.max(1, Math.min(processors, Math.floor(files / FILES_PER_WORKER)));

/** Bytes to reckon with for a worker and the workbook it holds. */
const MEMORY_PER_WORKER = 300 * 2 ** 20;

/** As many workers as the machine has room for, at least one. */
export const mostJobs = (processors: number, freeBytes: number): number =>
  Math.max(1, Math.min(processors, Math.floor(freeBytes / MEMORY_PER_WORKER)));
