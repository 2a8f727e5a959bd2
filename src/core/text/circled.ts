/** ① to ㊿, for a class of letters within a pattern. */
export const CIRCLED = "①-⑳㉑-㉟㊱-㊿";

const BEGINS = new RegExp(`^[${CIRCLED}]`);

/** "⑫_見積書" → "12"; null where a text begins with anything else. */
export const circledNumber = (text: string): string | null =>
  BEGINS.exec(text.trimStart())?.[0].normalize("NFKC") ?? null;

/** Nothing but one such number. */
export const isCircled = (text: string): boolean => text.length === 1 && BEGINS.test(text);
