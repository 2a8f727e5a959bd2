/** Words that all of a scheme's data share. */

/** Where a figure comes from: a clause of the document, a reading of ours, or the document's silence. */
export interface Source {
  /** Clause of the scheme's document, as people cite it: "5(1)①". */
  readonly clause?: string;
  /** Id of an entry of docs/readings.md where the document is silent or contradicts itself. */
  readonly reading?: string;
  readonly silent?: true;
}

export interface Text {
  readonly ja: string;
  readonly en: string;
}

export const APPLICANT_CLASSES = ["sme", "non-sme", "mid-sized", "small", "rehabilitating", "large"] as const;
export type ApplicantClass = (typeof APPLICANT_CLASSES)[number];
