/** `kenzan rules` and `kenzan schemes`: what Kenzan knows, as a list for people or as data. */
import { rules } from "../core/rules/registry";
import { describeSchemes } from "../core/scheme/describe";
import type { Scheme } from "../core/scheme/scheme";
import { ruleText } from "../messages";
import { frameWords, resultWords } from "../schemes/wording";
import { table } from "./width";
import { severityName, type Lang } from "./words";

/** Every rule: id, severity, clause (of the first scheme that has it) and one line of meaning. */
export function listRules(schemes: readonly Scheme[], format: "text" | "json", lang: Lang): string {
  const rows = rules.map(({ id, severity }) => ({
    id,
    severity,
    clause: schemes.map((scheme) => scheme.rules[id]?.clause).find((clause) => clause !== undefined) ?? null,
    meaning: ruleText(id, lang),
  }));
  if (format === "json") return asJson(rows);
  return asLines(
    table(
      rows.map(({ id, severity, clause, meaning }) => [id, severityName[lang][severity], clause ?? "–", meaning]),
      new Set(),
    ),
  );
}

/** Every frame of every scheme with its figures and their source. */
export function listSchemes(schemes: readonly Scheme[], format: "text" | "json", lang: Lang): string {
  if (format === "json") return asJson(describeSchemes(schemes));
  const header = {
    ja: ["  ID", "申請枠", "上限", "下限", "率", "出典"],
    en: ["  ID", "Frame", "Cap", "Floor", "Rate", "Source"],
  };
  return asLines(
    schemes.flatMap((scheme, at) => {
      const rows = describeSchemes([scheme]);
      const { period = "" } = rows[0] === undefined ? {} : frameWords(rows[0], lang);
      const frames = rows.map((row) => {
        const { cap, floor, rate, source } = frameWords(row, lang);
        const name = scheme.frames.find(({ id }) => id === row.frame)?.name[lang] ?? row.frameName;
        return [`  ${row.frame}`, name, cap, floor, rate, source];
      });
      return [
        ...(at === 0 ? [] : [""]),
        `${scheme.id}  ${scheme.name[lang]}`,
        lang === "ja"
          ? `  ${resultWords.ja[scheme.result]}、期間 ${period}、文書 ${scheme.document.no} ${scheme.document.ja}`
          : `  ${resultWords.en[scheme.result]}, period ${period}, document ${scheme.document.no} ${scheme.document.en}`,
        ...table([header[lang], ...frames], new Set()),
      ];
    }),
  );
}

const asJson = (rows: readonly object[]): string => JSON.stringify(rows, null, 2) + "\n";
const asLines = (lines: readonly string[]): string => lines.join("\n") + "\n";
