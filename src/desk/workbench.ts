/** The one-page workbench with an application in it: its budget, where its estimates lie, and what was decided. */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { FileProblem } from "../cli/files";
import { placeOf, shownName } from "../cli/entry-names";
import type { FoundFile } from "../cli/folder";
import type { Settings } from "../core/judge/settings";
import { applicationNamed } from "./applications";
import type { Desk } from "./desk";
import { deskWords } from "./words";

const SAMPLES = /(<script type="application\/json" id="kenzan-samples">)[\s\S]*?(<\/script>)/;
/** Opened from a disk the page may ask for nothing; served, it may ask the desk. */
const POLICY = "default-src 'none';";

/** The page as `npm run build:page` leaves it beside the bundles; null where it was not built. */
export function builtWorkbench(bundles: string): string | null {
  const path = join(bundles, "..", "page", "kenzan.html");
  return existsSync(path) ? path : null;
}

/**
 * @param by who is going to decide
 * @returns null where the workbench or the budget is not there any more
 */
export function workbenchPage(desk: Desk, name: string, by: string): string | null {
  const { ledger, workbench } = desk;
  const { budget, documents } = ledger.examined(name)?.found ?? { budget: null, documents: [] };
  const file = budget === null ? null : fileOf(desk, name, budget);
  if (workbench === null || file === null || !existsSync(placeOf(file.path))) return null;
  const opened = [
    {
      file: shownName(basename(file.path)),
      title: { ja: name, en: name },
      base64: readFileSync(placeOf(file.path)).toString("base64"),
    },
  ];
  const review = ledger.review(name);
  const conditions = JSON.parse(ledger.whereabouts(name)?.settings ?? "{}") as Settings;
  const given = {
    application: name,
    by,
    revision: review?.revision ?? 0,
    saved: review?.saved ?? null,
    settings: Object.fromEntries(Object.entries(conditions).filter(([key]) => key !== "decisions")) as Settings,
    papers: [...new Set(documents.map((document) => document.file))],
  };
  const json = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
  return readFileSync(workbench, "utf8")
    .replace(POLICY, `${POLICY} connect-src 'self';`)
    .replace(
      SAMPLES,
      (_, start: string, end: string) =>
        `${start}${json(opened)}${end}<script type="application/json" id="kenzan-desk">${json(given)}${end}`,
    );
}

/** A file of an application as it lies there now, and no other file of this computer. */
export function fileOf({ ledger, lang }: Desk, name: string, file: string): FoundFile | null {
  const folder = ledger.whereabouts(name)?.folder;
  if (folder === undefined) return null;
  try {
    return applicationNamed(folder, name, deskWords[lang])?.files.find((one) => one.name === file) ?? null;
  } catch (error) {
    if (error instanceof FileProblem) return null; // the folder was taken away
    throw error;
  }
}
