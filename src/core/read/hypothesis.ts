/**
 * How a reading is weighed. A detector looks at one subject (a row, a column, a table) and gives evidence for one
 * meaning of it; nothing is decided there. The meaning with the most evidence is the reading by words; sums may still
 * choose another one (`sums/choose.ts`), and what a person chose outweighs all.
 */

/** One small piece of knowledge: what it looks at, what that means, and how much it says (log-odds, roughly). */
export interface Detector<Subject, Means extends string> {
  readonly name: string;
  readonly means: Means;
  /** A number, or one that depends on the subject; 0 or false is no evidence. */
  readonly weight: number;
  readonly test: (subject: Subject) => boolean | number;
  /** Why it is evidence, where the name does not say so. */
  readonly why?: string;
}

export interface Evidence {
  readonly detector: string;
  readonly means: string;
  readonly weight: number;
}

/** More than all evidence of a table together: a person's own choice. */
export const CHOSEN_BY_A_PERSON = 1_000;

/** What every detector says of a subject, in their order. */
export function evidenceFor<Subject, Means extends string>(
  subject: Subject,
  detectors: readonly Detector<Subject, Means>[],
): Evidence[] {
  const found: Evidence[] = [];
  for (const { name, means, weight, test } of detectors) {
    const share = Number(test(subject));
    if (share !== 0) found.push({ detector: name, means, weight: weight * share });
  }
  return found;
}

export const weightOf = (evidence: readonly Evidence[]): number =>
  evidence.reduce((sum, { weight }) => sum + weight, 0);
