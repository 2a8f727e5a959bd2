/** Words that speak for one kind: "works 5: 基礎工 土木". */
export interface Cues {
  readonly kind: string;
  /** How strongly, in log-odds before anything is learned. */
  readonly weight: number;
  /** "_" stands for a space inside a word. */
  readonly words: readonly string[];
}

export function cues(text: TemplateStringsArray, ...names: readonly string[]): Cues {
  const [kind = "", weight, ...words] = String.raw(text, ...names).split(/:?\s+/);
  return { kind, weight: Number(weight), words };
}
