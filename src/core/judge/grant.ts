/** Which grant, and which edition of it, the words of a workbook name. */
import type { Fact } from "../read/reading";
import type { Scheme } from "../scheme/scheme";
import { fold } from "../text/fold";
import type { CellRef } from "../workbook/workbook";

/** What the workbook calls its grant, where the scheme in force is another grant, or another edition of it. */
export interface OtherGrant {
  readonly other: "grant" | "edition";
  readonly text: string;
  readonly cell: CellRef;
}

/** Fiscal or calendar years (2022), and rounds of applications (10). */
interface Editions {
  readonly years: ReadonlySet<number>;
  readonly rounds: ReadonlySet<number>;
}

/** The day a sheet was made is no edition: 令和7年5月. */
const NO_DATE = "(?:\\s*年\\s*度|\\s*年(?!\\s*\\d{1,2}\\s*月)|(?![\\d./年-]))";
const SUPPLEMENT = "(\\s*(?:第?[\\d一二三四]次)?補正(?:予算)?)?";
const YEAR = new RegExp(`(?:(?:令和|(?<![a-z])r)\\s*(元|\\d{1,2})|(?<![\\d./])(20\\d\\d))${NO_DATE}${SUPPLEMENT}`, "g");
/** 第10次, 10次締切, 第6回公募; but not 第2回変更. */
const ROUND = /(?:第\s*)?(?<!\d)(\d{1,2})\s*[次回]\s*(?:(?:締切|公募|募集)分?|(?![\p{L}\p{N}]))/gu;
/** A grant named with its place (横浜市DX推進補助金) is that place's own; an address may stand apart before a name. */
const PLACE = "[都道府県市区町村]の?";
const OF_A_PLACE = new RegExp(`${PLACE}$`);
const APART = new RegExp(`(?<!${PLACE})\\s|[()・,、。「」『』【】[\\]<>―ー-]`, "g");

/** What a year's supplementary budget (補正) pays for is the next year's edition. */
function editionsIn(folded: string): Editions {
  const years = [...folded.matchAll(YEAR)].map(
    ([, reiwa, year, supplement]) =>
      (year === undefined ? 2018 + (reiwa === "元" ? 1 : Number(reiwa)) : Number(year)) +
      (supplement === undefined ? 0 : 1),
  );
  return { years: new Set(years), rounds: new Set([...folded.matchAll(ROUND)].map(([, round]) => Number(round))) };
}

/** A name without its edition. */
const bare = (folded: string): string => folded.replace(YEAR, "").replace(ROUND, "").replace(APART, "");
const closed = (folded: string): string => folded.replace(APART, "");

interface Names {
  /** As they are written, and without the edition. */
  readonly whole: readonly string[];
  readonly bare: readonly string[];
  readonly editions: Editions;
}

const known = new WeakMap<Scheme, Names>();

function namesOf(scheme: Scheme): Names {
  const before = known.get(scheme);
  if (before !== undefined) return before;
  const written = [scheme.id, scheme.name.ja, scheme.name.en, ...scheme.words].map(fold);
  const said = written.map(editionsIn);
  const last = Number(/\d+$/.exec(scheme.id)?.[0] ?? 0); // an id ends in the year or round of its edition
  const names = {
    whole: written.map(closed),
    bare: scheme.words.map((word) => bare(fold(word))),
    editions: {
      years: new Set([...said.flatMap(({ years }) => [...years]), ...(last >= 2000 ? [last] : [])]),
      rounds: new Set([...said.flatMap(({ rounds }) => [...rounds]), ...(last > 0 && last < 100 ? [last] : [])]),
    },
  };
  known.set(scheme, names);
  return names;
}

const shareOne = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => [...a].some((one) => b.has(one));
const disagree = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size > 0 && b.size > 0 && !shareOne(a, b);

/** Of year and round, what both name is the same, and something is. */
const isSame = (said: Editions, own: Editions): boolean =>
  (shareOne(said.years, own.years) || shareOne(said.rounds, own.rounds)) &&
  !disagree(said.years, own.years) &&
  !disagree(said.rounds, own.rounds);

/**
 * The scheme of which the text says a name: the one whose edition it says too, then the one of the longest name as it is
 * written, then of the longest without its edition.
 */
export function schemeNamed(schemes: readonly Scheme[], text: string): Scheme | undefined {
  const folded = fold(text);
  const [whole, plain, editions] = [closed(folded), bare(folded), editionsIn(folded)];
  const longest = (names: readonly string[], said: string): number =>
    names.reduce((length, name) => (name.length > length && isSaid(name, said) ? name.length : length), 0);
  let best: { readonly scheme: Scheme; readonly rank: readonly number[] } | undefined;
  for (const scheme of schemes) {
    const names = namesOf(scheme);
    const [asWritten, withoutEdition] = [longest(names.whole, whole), longest(names.bare, plain)];
    if (asWritten === 0 && withoutEdition === 0) continue;
    const rank = [Number(isSame(editions, names.editions)), asWritten, withoutEdition];
    if (best === undefined || isAbove(rank, best.rank)) best = { scheme, rank };
  }
  return best?.scheme;
}

/** もの補助, within 導入するもの（補助対象経費）. */
const isWithin = (name: string, said: string, at: number): boolean =>
  HIRAGANA.test(name.charAt(0)) && HIRAGANA.test(said.charAt(at - 1));
const HIRAGANA = /[ぁ-ん]/;

function isSaid(name: string, said: string): boolean {
  for (let at = said.indexOf(name); at >= 0; at = said.indexOf(name, at + 1))
    if (!OF_A_PLACE.test(said.slice(Math.max(0, at - 2), at)) && !isWithin(name, said, at)) return true;
  return false;
}

function isAbove(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((figure, index) => figure !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

/** Of what stands beside labels such as 補助金名: what names a scheme first, then what is a grant's name at all. */
export const grantStated = (schemes: readonly Scheme[], facts: readonly Fact[]): Fact | undefined => {
  const stated = facts.filter(({ key }) => key === "schemeName");
  return stated.find(({ text }) => schemeNamed(schemes, text) !== undefined) ?? stated.find(isGrantName);
};

/** Where the workbook's name for its grant is not the scheme in force, nor this edition of it. */
export function otherGrant(scheme: Scheme, said: Pick<OtherGrant, "text" | "cell">): OtherGrant | null {
  const { text, cell } = said;
  if (schemeNamed([scheme], text) === undefined) return { other: "grant", text, cell };
  const editions = editionsIn(fold(text));
  if (editions.years.size + editions.rounds.size === 0 || isSame(editions, namesOf(scheme).editions)) return null;
  return { other: "edition", text, cell };
}

const CALLED = /名称?$|^(?:対象|申請)/;
const GRANT = /(?:補助|助成|交付|給付|奨励)金|事業$|税制|特例|プログラム/;
const ANY_GRANT = /^(?:国庫?|[都道府県市区町村本当他]の?|その他の?|各種)?(?:補助|助成|交付)(?:金|事業)?$/;
const NO_NAME = /[額率先日]$|資金|収入|経費|対象外|なし|無し|未定|未記入|選択|[○〇◯×*]{2}/;

/** 補助金 also stands beside amounts, other columns and who pays; only 補助金名 asks for a name of any kind. */
const isGrantName = ({ label, text }: Fact): boolean =>
  closed(fold(text)).length >= 3 &&
  !ANY_GRANT.test(closed(fold(text))) &&
  !NO_NAME.test(fold(text)) &&
  (CALLED.test(fold(label)) || GRANT.test(fold(text)));

/** 省力化投資促進補助金 in 令和7年度 省力化投資促進補助金 経費明細書; but no 補助金額, 本補助金, 国庫補助金. */
const IN_TITLE =
  /(?<![\p{L}\p{N}ー・])((?!本|他|各|国庫|対象|交付|申請|既|過去|自己)[\p{Lo}\p{N}a-zー・-]{4,40}(?:補助金|助成金|奨励金))(?![額率等のをはがにへと先・]|申請額|対象外|収入)/u;
const IN_A_SENTENCE = /[。、]|(?:ます|です|ください|下さい|こと|場合)/;
const LONGEST_TITLE = 60;

/** The name of a grant that a title says, whichever it is: null for sentences, and where 補助金 stands without a name. */
export function grantInTitle(text: string): string | null {
  const folded = fold(text);
  if (folded.length > LONGEST_TITLE || IN_A_SENTENCE.test(folded)) return null;
  const name = IN_TITLE.exec(folded)?.[1];
  return name === undefined || NO_NAME.test(name) ? null : name;
}
