/** A browser's worker as the place where the engine works. */
import { workerHand } from "../worker";
import type { Hand } from "./messages";

/** @param address of the worker's own text where no server lies beside the page; null: it lies there */
export const engineHand = (address: string | null): Hand => workerHand("engine-worker", address);
