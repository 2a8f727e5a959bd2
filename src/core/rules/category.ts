/** How the stated category of a line disagrees with what the line is; one disagreement is reported by one rule. */
import { isMeaningful, takesIn } from "../classify/hint";
import type { Fix } from "../judge/finding";
import type { Scheme } from "../scheme/scheme";
import { itemsOfRows } from "../judge/labour/shares";
import { isWageKind } from "../judge/labour/wages";
import { isBlank, isDitto } from "../workbook/grid";
import type { Field } from "../read/field";
import { cellAt, cellName, type Cell, type CellRef, type Sheet, type Workbook } from "../workbook/workbook";
import type { LineState, Stage } from "../judge/state";
import { placeOf } from "./place";

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
export function disagreements({ lines, scheme, workbook }: Stage): readonly Disagreeing[] {
  const before = known.get(lines);
  if (before !== undefined) return before;
  const disagreeing: Disagreeing[] = [];
  for (const [index, line] of lines.entries()) {
    const found = disagreement(line, scheme, () => fixOf(line, lines[index + 1], workbook));
    if (found !== null) disagreeing.push({ line, found });
  }
  known.set(lines, disagreeing);
  return disagreeing;
}

function disagreement(line: LineState, scheme: Scheme, fixOf: () => Fix | null): Disagreement | null {
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
  if (stated.middle === classification.middle) {
    // 諸経費 is right for a cloud service, another minor item of it is not.
    const otherMinor = stated.minor !== null && classification.minor !== null && stated.minor !== classification.minor;
    return SOFTWARE.has(kind) && otherMinor && !line.corrected
      ? { by: "software", of, stated: stated.minor ?? said, fix: null }
      : null;
  }
  // What a person decided is no question of prices or of software: the sheet still says something else.
  if (line.corrected) return { by: "mismatch", of, stated: said, fix: fixOf() };
  // A word that the scheme does not know, and under which people put what the line is, or that means no item at all.
  if (!stated.isOwnWord && (takesIn(said, kind) || !isMeaningful(said))) return null;
  const by = SOFTWARE.has(kind) ? "software" : isThreshold(line, scheme) ? "threshold" : "mismatch";
  return { by, of, stated: said, fix: fixOf() };
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
function fixOf(line: LineState, next: LineState | undefined, workbook: Workbook): Fix | null {
  const { read, classification } = line;
  const saysMajor = read.statedMajor !== null && read.at.major === undefined;
  const at = saysMajor ? read.at.middle : itemCell(line);
  if (
    at === undefined ||
    at.row !== read.row ||
    classification.middle === null ||
    (read.statedMiddle ?? "").trim() === "" ||
    ownWord(line, workbook) === null ||
    carriesOn(line, next, workbook)
  )
    return null;
  return { kind: "review", sheet: at.sheet, cell: cellName(at.row, at.column), value: classification.middle };
}

const itemCell = ({ read: { at } }: LineState): CellRef | undefined => at.middle ?? at.category;

/** What stands in the cell of a line's item; null where the line has what a cell above it says, which may be merged over both. */
function ownWord(line: LineState, workbook: Workbook): Cell | null {
  const at = itemCell(line);
  const sheet = workbook.sheets.find(({ name }) => name === at?.sheet);
  if (at === undefined || sheet === undefined || isCovered(sheet, at)) return null;
  const cell = cellAt(sheet, at.row, at.column);
  return cell === undefined || isBlank(cell) ? null : cell;
}

/** Whether the next line has its item from this one. */
function carriesOn({ read }: LineState, next: LineState | undefined, workbook: Workbook): boolean {
  if (next?.read.sheet !== read.sheet || next.read.table !== read.table) return false;
  if (next.read.statedMiddle !== read.statedMiddle) return false;
  const word = ownWord(next, workbook);
  return word === null || isDitto(word);
}

/** A cell under a merged one is never seen: whoever looks for the line finds it by what it is. */
export function seenPlaceOf(line: LineState, workbook: Workbook, ...fields: readonly Field[]): CellRef {
  const at = placeOf(line, ...fields);
  const sheet = workbook.sheets.find(({ name }) => name === at.sheet);
  return sheet !== undefined && isCovered(sheet, at) ? placeOf(line, "description") : at;
}

const isCovered = ({ merges }: Sheet, { row, column }: CellRef): boolean =>
  merges.some(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right && !(row === top && column === left),
  );
