/** Scheme and frame by the names that people know them by. */
import type { Lang } from "../cli/words";
import { schemeById } from "../schemes";

/** What has no name is told by its id, what is not known by nothing. */
export function schemeNames(
  id: string | null,
  frameId: string | null,
  lang: Lang,
): { readonly scheme: string; readonly frame: string } {
  const scheme = schemeById(id ?? "");
  const frame = scheme?.frames.find((one) => one.id === frameId);
  return { scheme: scheme?.name[lang] ?? id ?? "", frame: frame?.name[lang] ?? frameId ?? "" };
}
