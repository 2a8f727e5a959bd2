/** How the stated category of a line disagrees with what the line is; one disagreement is reported by one rule. */
import { isMeaningful, takesIn } from "../classify/hint";
import type { Fix } from "../judge/finding";
import type { Scheme } from "../scheme/scheme";
import { itemsOfRows } from "../judge/labour/shares";
import { isWageKind } from "../judge/labour/wages";
import { cellName } from "../workbook/workbook";
import type { LineState, Stage } from "../judge/state";

const SOFTWARE = new Set(["embedded-software", "package-software", "cloud-service"]);

interface Disagreement {
  readonly by: "threshold" | "software" | "mismatch";
  readonly of: "major" | "middle";
  /** As the sheet says it. */
  readonly stated: string;
  readonly fix: Fix | null;
}

export const isWage = (line: LineState): boolean =>
  isWageKind(line.classification.nature.kind) || line.labourRows.length > 0;

interface Disagreeing {
  readonly line: LineState;
  readonly found: Disagreement;
}

const known = new WeakMap<readonly LineState[], readonly Disagreeing[]>();

/** The lines whose stated category is not what they are; worked out once for the three rules that ask. */
export function disagreements({ lines, scheme }: Stage): readonly Disagreeing[] {
  const before = known.get(lines);
  if (before !== undefined) return before;
  const disagreeing: Disagreeing[] = [];
  for (const line of lines) {
    const found = disagreement(line, scheme);
    if (found !== null) disagreeing.push({ line, found });
  }
  known.set(lines, disagreeing);
  return disagreeing;
}

function disagreement(line: LineState, scheme: Scheme): Disagreement | null {
  const { classification, stated, read } = line;
  if (classification.middle === null || read.discount) return null;
  // 細目 alone, where it is an item that the scheme knows, states it as well as a 中項目.
  const said =
    read.statedMiddle ?? (stated.isOwnWord && isMeaningful(read.statedMinor ?? "") ? read.statedMinor : null);
  if (said === null) return majorDisagreement(line);
  // Of a line that stands for people of several items each is right.
  if (itemsOfRows(line).some(({ middle }) => middle === stated.middle)) return null;
  const kind = classification.nature.kind;
  const of = "middle" as const;
  const fix = fixOf(line);
  if (stated.middle === classification.middle) {
    // 諸経費 is right for a cloud service, another minor item of it is not.
    const otherMinor = stated.minor !== null && classification.minor !== null && stated.minor !== classification.minor;
    return SOFTWARE.has(kind) && otherMinor && !line.corrected
      ? { by: "software", of, stated: stated.minor ?? said, fix: null }
      : null;
  }
  // What a person decided is no question of prices or of software: the sheet still says something else.
  if (line.corrected) return { by: "mismatch", of, stated: said, fix };
  // A word that the scheme does not know, and under which people put what the line is, or that means no item at all.
  if (!stated.isOwnWord && (takesIn(said, kind) || !isMeaningful(said))) return null;
  if (SOFTWARE.has(kind)) return { by: "software", of, stated: said, fix };
  if (isThreshold(line, scheme)) return { by: "threshold", of, stated: said, fix };
  return { by: "mismatch", of, stated: said, fix };
}

/** The two items that only the unit price tells apart, the one stated and the other right. */
function isThreshold({ stated, classification, unitPrice }: LineState, scheme: Scheme): boolean {
  const dear = scheme.categories.find((category) => category.minUnitPrice !== undefined);
  const cheap = scheme.categories.find((category) => category.belowUnitPrice !== undefined);
  if (dear?.minUnitPrice === undefined || cheap === undefined || unitPrice === null) return false;
  if (stated.middle === dear.middle) return classification.middle === cheap.middle && unitPrice < dear.minUnitPrice;
  return stated.middle === cheap.middle && classification.middle === dear.middle && unitPrice >= dear.minUnitPrice;
}

function majorDisagreement({ classification, stated, read }: LineState): Disagreement | null {
  if (stated.major === null || classification.major === null || stated.major === classification.major) return null;
  return { by: "mismatch", of: "major", stated: read.statedMajor ?? "", fix: null };
}

/** A merged or shared category cell cannot be changed for one line alone, nor one that says the 大項目 as well. */
function fixOf({ read, classification }: LineState): Fix | null {
  const saysMajor = read.statedMajor !== null && read.at.major === undefined;
  const at = read.at.middle ?? (saysMajor ? undefined : read.at.category);
  if (
    at === undefined ||
    at.row !== read.row ||
    classification.middle === null ||
    (read.statedMiddle ?? "").trim() === ""
  )
    return null;
  return { kind: "review", sheet: at.sheet, cell: cellName(at.row, at.column), value: classification.middle };
}
