import type { Legend } from "../sheets/colours";

/** Some rows, and what says that they are left out. */
export interface LeftOut {
  readonly by: "marks" | "colours" | "strikes";
  readonly rows: ReadonlySet<number>;
  /** Those among them that sum the others. */
  readonly sums?: ReadonlySet<number>;
  /** How surely: beyond question, in words that the sums may contradict, or only where the sums need it. */
  readonly how: "asked" | "said" | "silent";
  /** Where the marks stand. */
  readonly column?: number;
  /** What says it, of colours. */
  readonly legend?: Legend;
}
