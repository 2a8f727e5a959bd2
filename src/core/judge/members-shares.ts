/** What of a line counts for which member, where the sheet says what each bears. */
import { fraction, inProportion } from "../money/fraction";
import type { LineState, Share } from "./state";

/** Each member's part of what does not count in proportion to what it bears, floored; the first bears what remains. */
export function membersShares({ read, classification, counted, verdict }: LineState): readonly Share[] {
  const { byMember, amount } = read;
  if (byMember === undefined || amount === null || amount === 0 || verdict === "ineligible") return [];
  const { major, middle, minor } = classification;
  const cut = amount - counted;
  const cuts = inProportion(
    fraction(cut),
    byMember.map(({ yen }) => fraction(yen)),
  );
  const rest = cut - cuts.reduce((sum, yen) => sum + yen, 0);
  return byMember.map(({ member, yen: claimed }, index) => {
    const own = (cuts[index] as number) + (index === 0 ? rest : 0);
    return { major, middle, minor, member, claimed, eligible: claimed - own };
  });
}
