/** How alike the texts of two papers are, and whether two names are one company. */
import { fold, unspaced } from "../../text/fold";

/** Letters that are written in an old and a new way in names. */
const VARIANTS: Readonly<Record<string, string>> = {
  髙: "高",
  﨑: "崎",
  嵜: "崎",
  齋: "斎",
  齊: "斎",
  斉: "斎",
  澤: "沢",
  邊: "辺",
  邉: "辺",
  廣: "広",
  國: "国",
  濱: "浜",
  濵: "浜",
  櫻: "桜",
  龍: "竜",
  眞: "真",
  應: "応",
  會: "会",
  榮: "栄",
  嶋: "島",
  嶌: "島",
  德: "徳",
  冨: "富",
  靜: "静",
  曾: "曽",
  惠: "恵",
  ヶ: "ケ",
  ヵ: "カ",
  ヱ: "エ",
  ヰ: "イ",
};
const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join("")}]`, "g");

const FORMS: readonly (readonly [string, RegExp])[] = [
  ["kk", /株式会社|\(株\)|co\.?,?ltd\.?|k\.?k\.?$/g],
  ["yk", /有限会社|\(有\)/g],
  ["gk", /合同会社|\(同\)|llc/g],
  ["shi", /合資会社|\(資\)/g],
  ["mei", /合名会社|\(名\)/g],
  ["foundation", /(?:一般|公益)?財団法人|\(公財\)|\(一財\)/g],
  ["association", /(?:一般|公益)?社団法人|\(一社\)|\(公社\)/g],
];
/** As they stand in a bare name: it has no "ー". */
const OFFICE =
  /^(?:本社|本店|.{0,8}(?:支店|支社|営業所|事業所|出張所|工場|センタ|オフィス|事業部|営業部|部|課|室|店))+$/;
const MORE = /(?:\s|、|,)*(?:ほか|他|外|等|など)(?:\d+社|数社)?$/;

interface Named {
  readonly form: string | null;
  readonly bare: string;
}

function named(text: string): Named {
  let bare = unspaced(fold(text))
    .replace(VARIANT, (letter) => VARIANTS[letter] as string)
    .replace(/\((?:旧|現|元).*?\)|御中$|様$/g, "");
  let form: string | null = null;
  for (const [name, words] of FORMS) {
    const without = bare.replace(words, "");
    if (without !== bare) [form, bare] = [form ?? name, without];
  }
  return { form, bare: bare.replace(/[・･,、。.'’&＆\-ー－‐―]/g, "") };
}

/** "A社 ほか": more vendors than the one that is named. */
export const namesMore = (vendor: string): boolean => MORE.test(vendor.normalize("NFKC").trim());

/**
 * The same company, whatever the width, the place and the abbreviation of its legal form, and an office behind it.
 * Another legal form, or a name that only begins alike, is another company. null when either is unknown.
 */
export function isSameCompany(a: string | null, b: string | null): boolean | null {
  if (a === null || b === null) return null;
  const [first, second] = [named(a.normalize("NFKC").trim().replace(MORE, "")), named(b)];
  if (first.bare === "" || second.bare === "") return null;
  if (first.form !== null && second.form !== null && first.form !== second.form) return false;
  if (first.bare === second.bare) return true;
  const [short, long] = first.bare.length < second.bare.length ? [first.bare, second.bare] : [second.bare, first.bare];
  return short.length >= 2 && long.startsWith(short) && OFFICE.test(long.slice(short.length));
}

/** The name without form, as it may stand in the name of a file. */
export const bareName = (company: string): string => named(company).bare;

/** Words that every line or item may hold. */
const COMMON =
  /一式|1式|費用?|代金?|料金?|税抜|税込|購入|導入|項番\d*|\d+(?:台|個|式|本|枚|名|回|か月|ヶ月)|[()「」『』【】・、,./\-_~:：'"“”×*#]|\s/g;

const bigrams = (text: string): Set<string> => {
  const found = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) found.add(text.slice(at, at + 2));
  return found;
};

const bareText = (text: string): string => {
  const folded = fold(text);
  const bare = folded.replace(COMMON, "");
  return bare.length >= 2 ? bare : unspaced(folded);
};

/** 0: nothing in common … 1: one is in the other, by pairs of neighbouring letters. */
export function likeness(a: string, b: string): number {
  const [first, second] = [bareText(a), bareText(b)];
  if (first === "" || second === "") return 0;
  if (first.includes(second) || second.includes(first)) return 1;
  const [one, other] = [bigrams(first), bigrams(second)];
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared++;
  return shared / Math.min(one.size, other.size);
}

/** Not a pair of letters in common, nor two ideographs. */
export function sharesNothing(a: string, b: string): boolean {
  if (likeness(a, b) > 0.04 && !sharesByChance(a, b)) return false;
  const ideographs = new Set(bareText(a).match(/[\u4e00-\u9fff]/g) ?? []);
  let shared = 0;
  for (const letter of new Set(bareText(b).match(/[\u4e00-\u9fff]/g) ?? [])) if (ideographs.has(letter)) shared++;
  return shared < 2;
}

/** One pair of kana out of two long names: ショーケース, シミュレーション. */
function sharesByChance(a: string, b: string): boolean {
  const [one, other] = [bigrams(bareText(a)), bigrams(bareText(b))];
  const shared = [...one].filter((pair) => other.has(pair));
  return shared.length === 1 && KANA.test(shared[0] as string) && Math.min(one.size, other.size) >= FEWEST_PAIRS;
}
const KANA = /^[\u3041-\u30ff]+$/;
const FEWEST_PAIRS = 6;
