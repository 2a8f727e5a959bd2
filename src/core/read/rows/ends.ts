/** Where a table ends: rows without a figure below its last sum are boxes and remarks, no lines that lack an amount. */
import { compact } from "../../text/fold";
import type { Cell, Row } from "../../workbook/workbook";
import { add, isSameYen, ZERO, type Fraction } from "../../money/fraction";
import { filledIn } from "../tables/title-rows";
import { isToCome } from "../words/labels";
import { isTotalWord } from "../words/total-words";
import type { Draft } from "./draft";

/** Below the total of everything, rows without a figure are no lines that lack one: boxes for stamps, lists to tick. */
export function endAtTotalOfAll(drafts: readonly Draft[]): void {
  const end = drafts.findLastIndex(
    ({ role, total, money }) =>
      role === "total" &&
      money?.yen != null &&
      (total?.label == null || (total.label.rank >= 3 && total.label.category === null)),
  );
  if (end < 0 || drafts.slice(end + 1).some(({ role, money }) => role === "line" && money?.yen != null)) return;
  for (const draft of drafts.slice(end + 1)) if (draft.role === "line") draft.role = "other";
}

/** Two blank rows below the last figure, words without any figure are a remark, a signature or a box. */
export function endAtGap(drafts: readonly Draft[], header: number): void {
  const last = drafts.findLastIndex(({ money }) => money?.yen != null);
  for (let index = last + 1; index < drafts.length; index++) {
    const draft = drafts[index] as Draft;
    const isApart = draft.row.index - (drafts[index - 1]?.row.index ?? header) > 2;
    if (!isApart || draft.row.cells.some(({ value }) => typeof value === "number")) continue;
    for (const rest of drafts.slice(index)) if (rest.role === "line" && rest.money?.text == null) rest.role = "other";
    return;
  }
}

/** Below a blank row, words in place of amounts and nowhere a figure: a box for stamps (課長, 部長, 経理). */
export function endAtBox(drafts: readonly Draft[]): void {
  const last = drafts.findLastIndex(({ money }) => money?.yen != null);
  const rest = drafts.slice(last + 1);
  const stamps = rest.findIndex(({ row }) => namesWhoStamps(row));
  if (stamps >= 0) for (const draft of rest.slice(stamps)) if (draft.role === "line") draft.role = "other";
  const [first] = rest;
  const above = drafts[last];
  if (first === undefined || above === undefined || first.row.index - above.row.index < 2) return;
  const hasFigure = ({ row }: Draft): boolean => row.cells.some(({ value }) => typeof value === "number");
  const words = rest.flatMap(({ money }) => (money?.text == null || money.text === "" ? [] : [money.text]));
  // 確認 right below may stand for an amount to come; far below, or among other words (効果の確認 below 実施すること), it does not.
  const isFar = first.row.index - above.row.index > 3;
  if (words.length === 0 || (!isFar && words.every(isToCome)) || rest.some(hasFigure)) return;
  for (const draft of rest) if (draft.role === "line") draft.role = "other";
}

/** 作成 | 点検 | 承認, 作成者 | 印 | 確認者 | 印: nothing but who puts a stamp below or beside. */
function namesWhoStamps(row: Row): boolean {
  const words = filledIn(row)
    .map(({ value }) => compact(String(value)))
    .filter((word) => !STAMP.test(word));
  return words.length >= 2 && words.every((word) => WHO_STAMPS.test(word));
}
const STAMP = /^[印㊞]$/;
const WHO_STAMPS =
  /^(?:作成|起案|立案|点検|確認|照査|検印|検査|審査|承認|決裁|認印|受付|会計|経理|監査|(?:理事|会|社|所|店|支店|工場|校|園|院|館|局|事務局|部|次|課|係|室|班|組合)長|(?:代表)?取締役|専務|常務|主任|主査|担当)者?[印欄]?$/;

const NOT_INCLUDED =
  /含(?:まれて|めて|んで)(?:おりま|いま)?(?:せん|ない)|含まない|含みません|含めない|含めません|今回は?(?:見送|申請しない|買わない|購入しない)|見送(?:り|った)(?:品|もの|物)?$|^[<＜【(（〔]?オプション(?:品|項目)?[>＞】)）〕]?$|(?:申請し|出さ|入れ|頼ま|たのま)ない(?:もの|物|ぶん|分|経費)|(?:今年|今回|申請|補助金)[はにで]?(?:出さない|出しません)|申請せん|申請しません|申請とは別/;

/** Below a total or a blank row, words alone say that what follows is not part of it: those rows are told, not counted. */
export function setAsideNotIncluded(drafts: readonly Draft[]): void {
  // Totals are looked for where such words stand, and every row is asked once.
  let [asked, hasTotal] = [0, false];
  const isBelowTotal = (index: number): boolean => {
    for (; !hasTotal && asked < index; asked++) hasTotal = saysTotal(drafts[asked] as Draft);
    return hasTotal;
  };
  const heading = drafts.findIndex(
    ({ money, row, texts }, index) =>
      money?.yen == null &&
      wordsIn(row, texts).some(({ value }) => NOT_INCLUDED.test(compact(value as string))) &&
      (isBelowTotal(index) || isApart(drafts, index)),
  );
  if (heading < 0) return;
  for (const draft of drafts.slice(heading))
    if (!draft.isChosen) [draft.isNotIncluded, draft.role] = [draft.money?.yen != null, "other"];
}

/** Where amounts stand left of the items, such words stand above the amounts. */
const wordsIn = (row: Row, texts: readonly Cell[]): readonly Cell[] =>
  texts.length > 0 ? texts : filledIn(row).filter(({ value }) => typeof value === "string");

/** Words alone below a blank row head what follows, also where no total stands above. */
const isApart = (drafts: readonly Draft[], index: number): boolean => {
  const [above, own] = [drafts[index - 1], drafts[index]];
  return (
    above !== undefined &&
    own !== undefined &&
    wordsIn(own.row, own.texts).length === 1 &&
    own.row.index - above.row.index > 1
  );
};

const REGROUPS =
  /(?:別|ごと|毎)の?(?:支出|支払い?|経費|費用|金額)?の?(?:集計|内訳|合計|小計|計|一覧|まとめ|金額|再掲)(?:表|額)?[)）】\]]*$/;
const FEWEST_SUMS = 2;

/** 費目別合計, 支払先ごとの内訳: words over sums of the same money in another way. */
export const headsRegrouped = (text: string): boolean => REGROUPS.test(compact(text));

/**
 * Below a total, 月別集計 or 支払先ごとの内訳 divides the same money in another way, where its rows add up to that total again; so
 * does what stands below a blank row at the end, where it comes to all that stands above: 補助金 | 自己負担.
 */
export function setAsideRegrouped(drafts: readonly Draft[]): void {
  let total: Fraction | null = null;
  let [all, of] = [ZERO, 0];
  for (const [index, draft] of drafts.entries()) {
    const isHeaded = heads(draft);
    if (isHeaded || (total === null && beginsApart(drafts, index))) {
      const whole = total ?? (of >= FEWEST_SUMS ? all : null);
      const end = drafts.findIndex((other, at) => at > index && heads(other));
      const rows = drafts
        .slice(isHeaded ? index + 1 : index, end < 0 ? undefined : end)
        .filter(({ money }) => money?.yen != null);
      if (whole !== null && tellAgain(rows, whole) && (isHeaded || rows.every(isBare))) {
        for (const row of rows) if (!row.isChosen) row.role = "breakdown";
        if (total === null) return;
      }
    }
    if (saysTotal(draft)) total = draft.money?.yen ?? total;
    else if (draft.money?.yen != null) [all, of] = [add(all, draft.money.yen), of + 1];
  }
}

function tellAgain(rows: readonly Draft[], whole: Fraction): boolean {
  const sums = rows.filter((row) => !saysTotal(row));
  const sum = sums.reduce((all, { money }) => add(all, money?.yen ?? ZERO), ZERO);
  return sums.length >= FEWEST_SUMS && isSameYen(sum, whole);
}

function beginsApart(drafts: readonly Draft[], index: number): boolean {
  const [above, own] = [drafts[index - 1], drafts[index]];
  if (above === undefined || own?.money?.yen == null || drafts.length - index > MOST_APART) return false;
  return own.row.index - above.row.index > 1;
}
const MOST_APART = 12;

/** Nothing but its amount is a figure. */
const isBare = ({ row }: Draft): boolean => row.cells.filter(({ value }) => typeof value === "number").length === 1;

/** 合計 without a figure right below Total with one is the same sum in other words. */
export function setAsideSaidTwice(drafts: readonly Draft[]): void {
  drafts.forEach((draft, index) => {
    const above = drafts[index - 1];
    if (above === undefined || draft.money !== null || draft.total === null || !saysTotal(above)) return;
    if (draft.row.index === above.row.index + 1) [draft.total, draft.role] = [null, "other"];
  });
}

const heads = ({ money, texts }: Draft): boolean =>
  money?.yen == null && texts.some(({ value }) => headsRegrouped(value as string));

const saysTotal = ({ money, texts }: Draft): boolean =>
  money?.yen != null && texts.some(({ value }) => isTotalWord(value as string));
