/** Amounts in kanji: 金壱百弐拾万円也, 四万五千円, 一八〇、〇〇〇円. */

const DIGITS = new Map([..."〇零一壱壹二弐貳三参四肆五伍六七漆八捌九玖"].map((sign) => [sign, digitOf(sign)]));
function digitOf(sign: string): number {
  return ["〇零", "一壱壹", "二弐貳", "三参", "四肆", "五伍", "六", "七漆", "八捌", "九玖"].findIndex((signs) =>
    signs.includes(sign),
  );
}
const TENS: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["拾", 10],
  ["百", 100],
  ["佰", 100],
  ["千", 1_000],
  ["仟", 1_000],
  ["阡", 1_000],
]);
const STEPS: ReadonlyMap<string, number> = new Map([
  ["万", 10_000],
  ["萬", 10_000],
  ["億", 100_000_000],
]);

const AMOUNT =
  /^\s*金?\s*([〇零一壱壹二弐貳三参四肆五伍六七漆八捌九玖十拾百佰千仟阡万萬億、，,・\s]+)\s*[円圓圎]\s*[也なり]*整?\s*$/;

/** The amount in digits, "1200000円"; null where a text says none in kanji, or says it in no order that counts. */
export function kanjiAmount(text: string): string | null {
  const written = AMOUNT.exec(text)?.[1]?.replace(/[\s、，,・]/g, "");
  if (written === undefined || written === "") return null;
  const signs = [...written];
  if (signs.every((sign) => DIGITS.has(sign))) return `${signs.map((sign) => DIGITS.get(sign)).join("")}円`;
  let [sum, part, digit] = [0, 0, 0];
  let [ten, step] = [Infinity, Infinity];
  for (const sign of signs) {
    const own = DIGITS.get(sign);
    const power = TENS.get(sign);
    if (own !== undefined) {
      // 一八万 is no way to say it.
      if (digit !== 0) return null;
      digit = own;
    } else if (power !== undefined) {
      if (power >= ten) return null;
      [part, digit, ten] = [part + (digit === 0 ? 1 : digit) * power, 0, power];
    } else {
      const large = STEPS.get(sign) as number;
      if (large >= step || part + digit === 0) return null;
      [sum, part, digit, ten, step] = [sum + (part + digit) * large, 0, 0, Infinity, large];
    }
  }
  return `${String(sum + part + digit)}円`;
}
