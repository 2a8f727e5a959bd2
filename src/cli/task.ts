/** One file's share of `check`, as it runs in this thread or in a worker: judged and put into the wanted format. */
import type { Settings } from "../core/report";
import type { Scheme } from "../core/scheme/scheme";
import { toCsv } from "./csv";
import { toJson } from "./json";
import { judge } from "./judge";
import type { Format } from "./options";
import { messagesOf, statusOf, type Outcome, type Status } from "./outcome";
import type { Page } from "./text/page";
import { toText } from "./text/report";

/** Plain data: it is copied to the workers. */
export interface Task {
  readonly settings: Settings;
  readonly format: Format;
  readonly page: Page;
}

export interface Done {
  readonly output: string;
  readonly status: Status;
  /** For stderr, one sentence each. */
  readonly messages: readonly string[];
}

export function perform(path: string, task: Task, schemes: readonly Scheme[]): Done {
  const outcome = judge(path, task.settings, schemes, task.page.lang);
  return {
    output: render(outcome, task, schemes),
    status: statusOf(outcome),
    messages: messagesOf(outcome),
  };
}

export function render(outcome: Outcome, { settings, format, page }: Task, schemes: readonly Scheme[]): string {
  if (format === "json") return JSON.stringify(toJson(outcome, settings, page.lang), null, 2);
  if (format === "csv") return toCsv(outcome, page.lang);
  return toText(outcome, schemes, page);
}
