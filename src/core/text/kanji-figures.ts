/** Figures written in kanji, as on old papers and in deeds: 百二十万, 壱百弐拾万, 一八〇、〇〇〇, 二〇二五. */

const DIGITS = "〇一二三四五六七八九";
const OTHER_HANDS: Readonly<Record<string, string>> = {
  零: "〇",
  壱: "一",
  壹: "一",
  弌: "一",
  弐: "二",
  貳: "二",
  参: "三",
  參: "三",
  肆: "四",
  伍: "五",
  陸: "六",
  漆: "七",
  捌: "八",
  玖: "九",
  拾: "十",
  佰: "百",
  阡: "千",
  仟: "千",
  萬: "万",
};
const STEPS: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1_000n };
const GROUPS: Readonly<Record<string, bigint>> = { 万: 10_000n, 億: 100_000_000n };

/** The letters of such a figure, for a class of a pattern. */
export const KANJI_FIGURE = `${DIGITS}十百千万億${Object.keys(OTHER_HANDS).join("")}`;

/** @returns null where the letters make no figure (百百万) */
export function kanjiFigure(text: string): bigint | null {
  const letters = [...text.replace(/[、,，・\s]/g, "")].map((letter) => OTHER_HANDS[letter] ?? letter);
  if (letters.length === 0) return null;
  if (letters.every((letter) => DIGITS.includes(letter)))
    return BigInt(letters.map((letter) => DIGITS.indexOf(letter)).join(""));
  let [total, group, digits] = [0n, 0n, ""];
  let [lastStep, lastGroup] = [10_000n, 10n ** 12n];
  for (const letter of letters) {
    const step = STEPS[letter];
    const ofGroup = GROUPS[letter];
    if (DIGITS.includes(letter)) digits += String(DIGITS.indexOf(letter));
    else if (step !== undefined) {
      if (step >= lastStep || digits.length > 1) return null;
      [group, digits, lastStep] = [group + BigInt(digits || "1") * step, "", step];
    } else if (ofGroup !== undefined) {
      group += BigInt(digits || "0");
      if (group === 0n || ofGroup >= lastGroup) return null;
      [total, group, digits, lastStep, lastGroup] = [total + group * ofGroup, 0n, "", 10_000n, ofGroup];
    } else return null;
  }
  return total + group + BigInt(digits || "0");
}
