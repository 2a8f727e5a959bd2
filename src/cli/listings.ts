/** `kenzan rules`: every rule with its severity, clause and meaning. */
import { rules } from "../core/rules/registry";
import type { Scheme } from "../core/scheme/scheme";
import { ruleText } from "../messages";
import { table } from "./width";
import { severityName, type Lang } from "./words";

export function listRules(schemes: readonly Scheme[], format: "text" | "json", lang: Lang): string {
  const [main] = schemes;
  const rows = rules.map(({ id, severity }) => ({
    id,
    severity,
    clause:
      main?.rules[id]?.clause ??
      schemes.map((scheme) => scheme.rules[id]?.clause).find((clause) => clause !== undefined) ??
      null,
    meaning: ruleText(id, lang),
  }));
  if (format === "json") return JSON.stringify(rows, null, 2) + "\n";
  const lines = rows.map(({ id, severity, clause, meaning }) => [
    id,
    severityName[lang][severity],
    clause ?? "–",
    meaning,
  ]);
  return table(lines, new Set()).join("\n") + "\n";
}
