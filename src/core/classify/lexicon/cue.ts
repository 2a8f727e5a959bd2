/** Words that speak for one kind or trait. `weight`: how strongly, in units of log-odds before anything is learned. */
export interface Cues {
  readonly for: string;
  readonly weight: number;
  /** Separated by white space; "_" stands for a space inside a word. */
  readonly words: string;
}
