/** What a finding says to people. One entry a rule and language; the engine itself carries facts only. */
import type { FindingData } from "../core/judge/finding";
import { figure } from "../core/text/figure";

export type Lang = "ja" | "en";

export interface FindingText {
  /** A few words, for lists. */
  readonly title: string;
  /** What is wrong, with the figures. */
  readonly what: string;
  /** Why: the rule in plain words, without the clause number (shown beside it). */
  readonly why: string;
  /** What to do, with the distance to compliance. */
  readonly todo: string;
}

export interface RuleWords {
  /** One line for the list of rules. */
  readonly meaning: string;
  say(data: Facts): FindingText;
}

/** Reads a finding's facts as text; numbers with thousands separators. */
export class Facts {
  constructor(private readonly data: FindingData) {}

  has(key: string): boolean {
    const value = this.data[key];
    return value !== null && value !== undefined && value !== false && value !== "";
  }

  is(key: string, value: string | boolean): boolean {
    return this.data[key] === value;
  }

  text(key: string): string {
    const value = this.data[key];
    if (value === null || value === undefined) return "";
    return Array.isArray(value) ? value.join("、") : String(value);
  }

  list(key: string, separator: string): string {
    const value = this.data[key];
    return Array.isArray(value) ? value.join(separator) : this.text(key);
  }

  items(key: string): readonly string[] {
    const value = this.data[key];
    return Array.isArray(value) ? (value as readonly string[]) : [];
  }

  number(key: string): number {
    return Number(this.data[key] ?? 0);
  }

  /** 1,480,000; hours keep their decimals. */
  figure(key: string): string {
    return figure(this.number(key));
  }

  /** The size of a difference, whichever its sign. */
  size(key: string): string {
    return figure(Math.abs(this.number(key)));
  }
}

/** "5/100" → "5%" */
export function percent(share: string): string {
  const [top = 0, bottom = 1] = share.split("/").map(Number);
  return `${figure((top * 100) / bottom)}%`;
}
