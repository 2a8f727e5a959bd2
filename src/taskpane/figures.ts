/** How figures are written in the pane. */

/** −1,234,567 */
export const figure = (value: number): string => value.toLocaleString("en-US").replace("-", "−");

/** Share of a whole as a CSS length, kept within 0–100%. */
export const percentOf = (part: number, whole: number): string =>
  `${(whole <= 0 ? 0 : Math.min(100, Math.max(0, (part / whole) * 100))).toFixed(2)}%`;

/** "1/5" → "20"; null where it is no whole number of hundredths. */
export function hundredthsOf(ratio: string): string | null {
  const [part = NaN, whole = NaN] = ratio.split("/").map(Number);
  return Number.isInteger((part * 100) / whole) ? String((part * 100) / whole) : null;
}

/** What a person types as a number: full-width digits and commas are fine. null when it is none. */
export function typedNumber(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/[,\s円]/g, "");
  return /^\d{1,12}(\.\d{1,6})?$/.test(plain) ? plain : null;
}
