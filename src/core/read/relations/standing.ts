/**
 * Which tables count. Each is weighed by its own words and figures first; then by how it stands to the others: an old
 * version beside a newer one, a hidden sheet beside a visible one, papers of a firm beside a budget, the same lines twice.
 */
import { evidenceFor, weightOf, type Evidence } from "../hypothesis";
import type { SetAsideReason } from "../reading";
import { near } from "../sums/yen";
import { isChosen, isDocument, isNamedBudget, isOldVersion, TABLE_DETECTORS } from "./table-detectors";
import { isOutdated } from "../words/versions";
import type { LineView, TableView } from "./table-view";

export interface Standing {
  readonly table: TableView;
  readonly evidence: readonly Evidence[];
  readonly score: number;
  readonly counts: boolean;
  /** Why it does not count. */
  readonly reason: SetAsideReason | null;
}

/** @param tables in the order of the workbook */
export function standingOf(tables: readonly TableView[]): Standing[] {
  if (tables.length === 1) return tables.map(weigh);
  const eligible = (): TableView[] => tables.filter((table) => table.of > 0 && weigh(table).counts);
  const own = eligible();
  for (const table of tables) {
    const others = own.filter((other) => other !== table);
    const purchases = others.filter((other) => !isEarnedElsewhere(other, own));
    const budgets = purchases.filter((other) => !isDocument(other));
    table.around.budgetBeside = budgets.length > 0;
    table.around.earnedElsewhere = isEarnedElsewhere(table, own);
    table.around.drawnBudgetBeside = budgets.some(({ isWritten }) => !isWritten);
    table.around.visibleBudgetBeside = budgets.some(({ isVisible }) => isVisible);
    table.around.formBeside =
      table.hasPrice && table.hasCount && tables.some((other) => other !== table && isBlankForm(other));
    table.around.sameSumBeside = budgets.some(({ sum }) => near(sum, table.sum));
    table.around.newerBeside = isSuperseded(table, purchases);
    table.around.makesAPrice = budgets.some(({ lines }) =>
      lines.some(({ price }) => price !== null && near(price, table.sum)),
    );
    table.around.changesElsewhere = budgets.some((other) => tellsChangesOf(table, other));
  }
  setCopiesAside(eligible());
  return tables.map(weigh);
}

/** What a firm earns with purchases that other tables hold: they come to no less than what is calculated. */
function isEarnedElsewhere({ isOfASeller, sum }: TableView, own: readonly TableView[]): boolean {
  const purchases = own.filter((other) => !other.isOfASeller);
  return isOfASeller && purchases.length > 0 && purchases.reduce((all, other) => all + other.sum, 0) >= sum;
}

function weigh(table: TableView): Standing {
  const evidence = evidenceFor(table, TABLE_DETECTORS);
  const score = weightOf(evidence);
  // A table without lines counts where nothing speaks against it: it waits to be filled in.
  const counts = score > 0 || (table.of === 0 && evidence.every(({ weight }) => weight > 0));
  const against = [...evidence].filter(({ weight }) => weight < 0).sort((a, b) => a.weight - b.weight)[0];
  const reason = counts ? null : against === undefined ? "other" : (against.means as SetAsideReason);
  return { table, evidence, score, counts, reason };
}

/** Prices and counts have their columns, and nothing stands in them. */
const isBlankForm = ({ isVisible, of, figures, hasPrice, hasCount }: TableView): boolean =>
  isVisible && of === 0 && figures === 0 && hasPrice && hasCount;

/** An old version by its name, beside one that is not and holds much the same items, or as hidden as it is named old. */
function isSuperseded(table: TableView, others: readonly TableView[]): boolean {
  if (
    isOldVersion(table) &&
    others.some((other) => other.sheet !== table.sheet && !isOldVersion(other) && !isDocument(other))
  )
    return true;
  if (
    others.some(
      (other) =>
        ((BEFORE.test(table.title) && AFTER.test(other.title)) || (OLD.test(table.title) && !OLD.test(other.title))) &&
        shareItems(table, other),
    )
  )
    return true;
  // センサーV1 and センサーV2 are two things.
  if (
    isNamedBudget(table) &&
    others.some(
      (other) =>
        other.isVisible &&
        (isOutdated(table.sheet, [other.sheet]) || isOutdated(table.title, [other.title])) &&
        shareItems(table, other),
    )
  )
    return true;
  if (!isChosen(table) && others.some((other) => isChosen(other) && !isDocument(other) && shareItems(table, other)))
    return true;
  const rank = rankOf(table);
  return others.some(
    (other) =>
      other.sheet !== table.sheet &&
      other.isVisible &&
      // 見積書 beside 発注予定 is the paper behind it.
      (isDocument(table) || !isDocument(other)) &&
      rankOf(other) > rank &&
      (rank < 0 || !table.isVisible) &&
      shareItems(table, other),
  );
}

/** 【変更前】 beside 【変更後】: titles of tables on one sheet. */
const BEFORE = /(?:変更|修正|差し?替え?|改[訂定]|見直し?)前|^[【(〔[]?旧[】)〕\]]?$|^当初/;
/** 【旧】4月21日版 */
const OLD = /^[【(〔[]旧(?:版|案)?[】)〕\]]|[(（]旧(?:版|案)?[)）]$|^旧(?:版|案)/;
const AFTER = /(?:変更|修正|差し?替え?|改[訂定]|見直し?)後|^[【(〔[]?新[】)〕\]]?$/;

/** 内容 | 変更前 | 変更後 | 差 of the lines that changed, beside the budget of all lines. */
const tellsChangesOf = (table: TableView, other: TableView): boolean =>
  [BEFORE, AFTER].every((word) => table.saysBesides.some((header) => word.test(header))) &&
  other.of > table.of &&
  !isOldVersion(other) &&
  shareItems(table, other);

/** Of the smaller table three items in five stand in the other. */
function shareItems(table: TableView, other: TableView): boolean {
  const items = (of: TableView) => new Set(of.lines.map(({ item }) => item).filter((item) => item !== ""));
  const [own, theirs] = [items(table), items(other)];
  const smaller = Math.min(own.size, theirs.size);
  return smaller > 0 && [...own].filter((item) => theirs.has(item)).length >= smaller * 0.6;
}

/** How much the names of a table speak for it, beside another one with the same lines. */
function rankOf({ sheet, titles, isVisible, isProven }: TableView): number {
  const names = `${sheet} ${titles.join(" ")}`;
  const has = (pattern: RegExp): boolean => pattern.test(names);
  return (
    (isVisible ? 0 : -4) +
    (has(/予算|明細|経費/) ? 3 : 0) +
    (has(/提出|最終|確定|変更後|修正後|改[訂定]後?|修正版|決定|最新|新版|清書|第[2-9２-９二三四][案版]/) ? 2 : 0) +
    (has(
      /旧|変更前|修正前|控|作業|下書|コピー|copy|[(（]\d[)）]$|\bold\b|当初|初版|初回|素案|原案|たたき台|第[一1１][案版]/,
    )
      ? -3
      : 0) +
    (has(/見積|発注|納品|注文/) ? -2 : 0) +
    (has(/請求|領収/) ? -1.5 : 0) +
    (isProven ? 0.5 : 0)
  );
}

/** The same lines in two tables are one purchase: the one whose names speak for it stays, of equals the one that holds more, or the first. */
function setCopiesAside(tables: readonly TableView[]): void {
  tables.forEach((table, index) => {
    tables.forEach((other, at) => {
      if (other === table || other.around.sameLinesElsewhere) return;
      const [own, theirs] = [rankOf(table), rankOf(other)];
      const isBehind =
        own < theirs || (own === theirs && (table.of < other.of || (table.of === other.of && index > at)));
      if (isPaperOfPart(table, other) || (isBehind && areSameLines(table, other)))
        table.around.sameLinesElsewhere = true;
    });
  });
}

/** An estimate for some of the things that an order form lists: every line of the one stands in the other, which has more. */
const isPaperOfPart = (table: TableView, other: TableView): boolean =>
  isDocument(table) &&
  table.sheet !== other.sheet &&
  table.of >= 2 &&
  table.of < other.of &&
  sameLines(table, other, ({ name }) => name) === table.of;

function areSameLines(table: TableView, other: TableView): boolean {
  if (table.of === 0 || other.of === 0) return false;
  const small = Math.min(table.of, other.of);
  const large = Math.max(table.of, other.of);
  if (small * 5 < large * 4 || (small === large && small < 5 && !near(table.sum, other.sum))) return false;
  const same = sameLines(table, other, ({ item }) => item);
  // Two equal one-line tables may be two purchases: only a copy of the sheet, or papers of one purchase, tell.
  const isTelling = same >= 2 || table.sheet !== other.sheet;
  return isTelling && same * 5 >= large * 4;
}

/** How many lines of a table stand in the other too, by what they are called and their yen. */
function sameLines(table: TableView, other: TableView, called: (line: LineView) => string): number {
  const key = (line: LineView): string => `${called(line)}|${String(Math.round(line.yen))}`;
  const theirs = new Map<string, number>();
  for (const line of other.lines) theirs.set(key(line), (theirs.get(key(line)) ?? 0) + 1);
  let same = 0;
  for (const line of table.lines) {
    const left = theirs.get(key(line)) ?? 0;
    if (left === 0 || called(line) === "") continue;
    theirs.set(key(line), left - 1);
    same++;
  }
  return same;
}
