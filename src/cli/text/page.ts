/** How a report for people is laid on the page. */
import { styleText } from "node:util";
import type { Severity } from "../../core/judge/finding";
import type { Lang } from "../words";
import { wrap } from "../width";

export interface Page {
  readonly lang: Lang;
  readonly colour: boolean;
  /** Places a line may take. */
  readonly columns: number;
}

type Tone = Severity | "good" | "heading" | "faint";

const FORMATS = {
  error: ["bold", "red"],
  warning: ["bold", "yellow"],
  info: ["bold", "cyan"],
  good: ["bold", "green"],
  heading: ["bold"],
  faint: ["gray"],
} as const satisfies Record<Tone, readonly Parameters<typeof styleText>[0][]>;

export function tone(page: Page, name: Tone, text: string): string {
  if (!page.colour) return text;
  return FORMATS[name].reduce((coloured, format) => styleText(format, coloured), text);
}

export const pick = <T>(page: Page, ja: T, en: T): T => (page.lang === "ja" ? ja : en);

/** A text broken to the page; the lines after the first stand under the text, not under its lead. */
export function paragraph(page: Page, lead: string, text: string, hang: number): string[] {
  const lines = wrap(text, Math.max(20, page.columns - hang));
  return lines.map((line, at) => (at === 0 ? lead : " ".repeat(hang)) + line);
}

export const section = (page: Page, title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", tone(page, "heading", `■ ${title}`), ...lines];
