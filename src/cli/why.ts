/** Why a line stands where it stands: the words that decided, the item, its clause and the runner-up. */
import { KINDS } from "../core/classify/kinds";
import type { Line } from "../core/report/report";
import { yen, type Lang } from "./words";

export function lineText(line: Line, lang: Lang): string {
  const kind = Object.hasOwn(KINDS, line.kind) ? KINDS[line.kind as keyof typeof KINDS][lang] : line.kind;
  const words = [...new Set(line.evidence.map(({ text }) => text))];
  const item = [line.middle, line.minor].filter((name) => name !== null).join(" ");
  return lang === "ja" ? japanese(line, kind, words, item) : english(line, kind, words, item);
}

function japanese(line: Line, kind: string, words: readonly string[], item: string): string {
  const clause = line.clause === null ? "" : `（${line.clause}）`;
  const parts = [
    line.corrected
      ? `担当者の指定により ${item}${clause}`
      : `${words.length === 0 ? "" : `${words.map((word) => `「${word}」`).join("")}から `}${kind} → ${item === "" ? "制度に費目の定めなし" : item}${clause}`,
    ...line.exclusions.map(
      ({ words: found, certain, clause: source }) =>
        `「${found}」は${certain ? "対象外" : "対象外の疑い、要確認"}（${source}）`,
    ),
    ...sharesText(line, "ja"),
    ...(line.runnerUp === null || line.corrected ? [] : [`次点 ${line.runnerUp}`]),
  ];
  return parts.join("。");
}

function english(line: Line, kind: string, words: readonly string[], item: string): string {
  const clause = line.clause === null ? "" : ` (${line.clause})`;
  const parts = [
    line.corrected
      ? `${item} as decided by a person${clause}`
      : `${kind}${words.length === 0 ? "" : `, by ${words.map((word) => `"${word}"`).join(", ")}`}: ${item === "" ? "the scheme names no items" : item}${clause}`,
    ...line.exclusions.map(
      ({ words: found, certain, clause: source }) =>
        `"${found}" is ${certain ? "not eligible" : "perhaps not eligible, to be looked at"} (${source})`,
    ),
    ...sharesText(line, "en"),
    ...(line.runnerUp === null || line.corrected ? [] : [`runner-up ${line.runnerUp}`]),
  ];
  return parts.join("; ");
}

/** The parts of a line of wages, as its people are of several items or members, or of one that columns divide among members. */
function sharesText({ shares, labourRows }: Line, lang: Lang): string[] {
  if (shares.length === 0) return [];
  const several = new Set(shares.map(({ member }) => member)).size > 1;
  const isLabour = labourRows.length > 0;
  const parts = shares.map(({ middle, member, eligible }) =>
    [several ? member : null, isLabour ? middle : null, yen(eligible, lang)].filter((part) => part !== null).join(" "),
  );
  if (lang === "ja") return [`${isLabour ? "労務費の表" : "構成員ごとの列"}により ${parts.join("、")}`];
  return [`by the ${isLabour ? "labour table" : "columns of the members"} ${parts.join(", ")}`];
}
