/** Brackets that a PDF tells as other letters: Ghostscript may write ÿ税込Ā for （税込） of a font whose own table says so. */
import type { Letter } from "./paper";

/** Accented Latin letters, of which none is as wide as an ideograph. */
const LATIN = /^[\u00c0-\u024f]$/;
const WIDE = 0.95;

/**
 * @param letters in the order in which they are drawn
 * @returns the same, where all accented letters as wide as an ideograph come in pairs of one and another
 */
export function withBrackets(letters: readonly Letter[]): readonly Letter[] {
  const wide = letters.filter(({ text, x0, x1, size }) => LATIN.test(text) && x1 - x0 >= WIDE * size);
  const [opens, closes] = [wide[0]?.text, wide[1]?.text];
  const paired = wide.every(({ text }, at) => text === (at % 2 === 0 ? opens : closes));
  if (wide.length < 2 || wide.length % 2 > 0 || opens === closes || !paired) return letters;
  const own = new Set(wide);
  return letters.map((letter) => (own.has(letter) ? { ...letter, text: letter.text === opens ? "(" : ")" } : letter));
}
