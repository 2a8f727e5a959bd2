/** What is to be said of colours that a sheet gives a meaning: that they were not read, or not followed. */
import type { ColourReading } from "../read/reading";

const CODES: Readonly<Record<ColourReading["state"], string | null>> = {
  read: null,
  unread: "colours",
  unseen: "colours-unseen",
  contradicted: "colours-contradicted",
};

/** Of each sheet the first of a kind. */
export function toldOfColours(
  colours: readonly ColourReading[],
): { readonly code: string; readonly sheet: string; readonly cell: string; readonly text: string }[] {
  const seen = new Set<string>();
  return colours.flatMap(({ sheet, cell, text, state }) => {
    const code = CODES[state];
    const key = `${sheet}\n${String(code)}`;
    if (code === null || seen.has(key)) return [];
    seen.add(key);
    return [{ code, sheet, cell, text }];
  });
}
