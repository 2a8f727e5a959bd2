/** From which doubt on a person is asked to look at a category. */
import type { Line } from "./report";

/**
 * Below this probability a category is shown as unsure; chosen on lines that no weight was learned from: one line in ten
 * is below, and two thirds of the wrong categories are among them.
 */
const UNSURE = 0.85;

export const isUnsure = ({ confidence, corrected }: Pick<Line, "confidence" | "corrected">): boolean =>
  !corrected && confidence < UNSURE;
