/** 見積額 | 値引額 | 計上額: what is taken off a price, and which columns hold the price before it and what is left. */
import type { AmountCandidate } from "./amount-candidate";

/** 値引, 割引額, 出精値引, 値引率; 値引後の金額 is what is left. */
const TAKES_OFF = /(?:値引き?|割引き?|値下げ?|(?<![一-龠])減額|下取り?|ディスカウント|discount)(?:金?額|高|率|分)?$/;

export const takesOff = ({ word, set }: AmountCandidate): boolean => set === undefined && TAKES_OFF.test(word);

interface Reduction {
  readonly before: AmountCandidate;
  readonly left: AmountCandidate;
}

/** In two of three rows what is taken off, in yen or as a rate, makes the one figure the other; in one row at least it is something. */
export function reductionsIn(single: readonly AmountCandidate[]): readonly Reduction[] {
  const takenOff = single.filter(takesOff);
  if (takenOff.length === 0) return [];
  const money = single.filter(
    (candidate) => !takesOff(candidate) && (candidate.isAmountWord || candidate.field === null),
  );
  return takenOff.flatMap((taken) =>
    money.flatMap((before) =>
      money.filter((left) => left !== before && leaves(before, taken, left)).map((left) => ({ before, left })),
    ),
  );
}

function leaves(before: AmountCandidate, taken: AmountCandidate, left: AmountCandidate): boolean {
  let [rows, right, reduced] = [0, 0, 0];
  for (const [row, yen] of left.values.byRow) {
    const whole = before.values.byRow.get(row);
    if (whole === undefined) continue;
    rows++;
    const off = Math.abs(taken.values.byRow.get(row) ?? 0);
    if (![off, whole * off, (whole * off) / 100].some((some) => Math.abs(whole - some - yen) < 1)) continue;
    right++;
    if (off !== 0) reduced++;
  }
  return reduced > 0 && right * 3 >= rows * 2;
}
