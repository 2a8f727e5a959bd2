/**
 * What Kenzan keeps in a workbook, as a custom XML part: Excel saves such parts as they are, its add-ins can read and
 * write them (`customXmlParts`), and nothing of it shows in the sheets.
 */
import { readXml } from "./xml";

export const SETTINGS_NAMESPACE = "urn:kenzan:settings:1";

export type SettingsRecord = Readonly<Record<string, string>>;

export function readSettings(text: string, part: string): SettingsRecord {
  const settings = new Map<string, string>();
  let key: string | null = null;
  readXml(text, part, {
    open(path, element) {
      if (path !== "settings/setting") return;
      key = element.get("key") ?? "";
      settings.set(key, "");
    },
    text(path, content) {
      if (path === "settings/setting" && key !== null) settings.set(key, (settings.get(key) ?? "") + content);
    },
  });
  return Object.fromEntries(settings);
}

export const holdsSettings = (text: string): boolean => text.includes(SETTINGS_NAMESPACE);
