/**
 * A person's decisions, kept in the workbook twice: in the add-in's settings, and as a custom XML part, since Excel on a
 * Mac may lose the settings when a file is opened again. Of the two, the one saved last holds.
 */
import {
  DECISIONS_KEY,
  NOTHING_SAVED,
  SETTINGS_NAMESPACE,
  fromXml,
  latest,
  serialise,
  toXml,
  type DecisionsError,
  type Saved,
} from "../core/decisions/saved";
import { CellBeingEdited, SettingsRefused, problemOf } from "./errors";

export interface Loaded {
  readonly saved: Saved;
  /** Copies that could not be read; what they held is lost only if no other copy could. */
  readonly problems: readonly DecisionsError[];
}

/** Two syncs. */
export async function loadDecisions(context: Excel.RequestContext): Promise<Loaded> {
  const setting = context.workbook.settings.getItemOrNullObject(DECISIONS_KEY).load("value");
  const parts = context.workbook.customXmlParts.getByNamespace(SETTINGS_NAMESPACE).load("items/id");
  await context.sync();
  const xml = parts.items.map((part) => part.getXml());
  await context.sync();
  const copy = setting.isNullObject || typeof setting.value !== "string" ? null : setting.value;
  const { saved, problems } = latest([copy, ...xml.map((text) => fromXml(text.value))]);
  return { saved: saved ?? NOTHING_SAVED, problems };
}

/**
 * Keeps the decisions in both places; one of them is enough.
 * @throws SettingsRefused when the workbook takes neither
 */
export async function saveDecisions(context: Excel.RequestContext, saved: Saved): Promise<void> {
  const text = serialise(saved);
  const refusals = [
    await refusalOf(() => savePart(context, text)),
    await refusalOf(() => saveSetting(context, text)),
  ].filter((refusal) => refusal !== null);
  const editing = refusals.find((refusal) => refusal instanceof CellBeingEdited);
  if (editing !== undefined) throw editing;
  if (refusals.length === 2) throw new SettingsRefused();
}

async function refusalOf(save: () => Promise<void>): Promise<unknown> {
  try {
    await save();
    return null;
  } catch (error) {
    return problemOf(error);
  }
}

async function saveSetting(context: Excel.RequestContext, text: string): Promise<void> {
  context.workbook.settings.add(DECISIONS_KEY, text);
  await context.sync();
}

async function savePart(context: Excel.RequestContext, text: string): Promise<void> {
  const { customXmlParts } = context.workbook;
  const parts = customXmlParts.getByNamespace(SETTINGS_NAMESPACE).load("items/id");
  await context.sync();
  const [first, ...others] = parts.items;
  if (first === undefined) customXmlParts.add(toXml(text));
  else first.setXml(toXml(text));
  for (const other of others) other.delete();
  await context.sync();
}
