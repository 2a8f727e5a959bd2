/** NFKC, lower case; arrows and dashes unified. */
const foldText = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‐-―−─━﹣]/g, "-")
    .replace(/[⇔⇄↔→⇒〜～]/g, "~");

const letters = new Map<number, string>();

function foldLetter(code: number): string {
  let folded = letters.get(code);
  if (folded === undefined) letters.set(code, (folded = foldText(String.fromCharCode(code))));
  return folded;
}

/**
 * Words that people write with and without a final long mark, also inside longer words (レーザーマーカー).
 */
const WITH_OR_WITHOUT = new Set(
  "レーザ センサ サーバ モータ プリンタ スキャナ ルータ コンベヤ コンベア リーダ カッタ ローダ メータ ヒータ タイマ カウンタ ドライバ インバータ コネクタ モニタ プロジェクタ コンピュータ マスタ フィルタ クーラ ミキサ ソータ ユーザ ブラウザ エンコーダ アダプタ コントローラ ローラ トラクタ ロータ バーナ チラ パレタイザ マウンタ フィーダ ゲートウェイ エレベータ コーディネータ アドバイザ セミナ タクシ オペレータ プログラマ デザイナ エンジニア クリーナ シリンダ ブレーカ ボイラ ブザ ラベラ スライサ".split(
    " ",
  ),
);
const ENDS = new Set([...WITH_OR_WITHOUT].map((word) => word.charCodeAt(word.length - 1)));

/** No katakana word begins with these. */
const NO_BEGINNING = new Set([..."ァィゥェォッャュョヮン"].map((letter) => letter.charCodeAt(0)));

const LONG = 0x30fc;
const DASH = 0x2d;
export const isKatakana = (code: number): boolean => (code >= 0x30a1 && code <= 0x30fa) || code === LONG;
export const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLatin = (code: number): boolean => isLetter(code) || isDigit(code);
/** A number below 2 ** 16 for two neighbouring letters. */
export const slotOfPair = (first: number, second: number): number =>
  Math.imul(Math.imul(first, 0x9e3779b1) + second, 0x85ebca6b) >>> 16;

/** 1 opens, -1 closes, 0 is no bracket: ( [ { < and the Japanese ones from 〈 to 】, which open and close in turn. */
function bracketOf(code: number): number {
  if (code >= 0x3008 && code <= 0x3011) return code % 2 === 0 ? 1 : -1;
  if (code >= 0x80) return 0;
  if (code === 0x28 || code === 0x5b || code === 0x7b || code === 0x3c) return 1;
  return code === 0x29 || code === 0x5d || code === 0x7d || code === 0x3e ? -1 : 0;
}

/** Characters of a cell that are read: what an item is, stands at its beginning. Excel takes 32,767 in a cell. */
const MOST_READ = 2_000;

/**
 * A field's text as the classifier reads it: folded, with the way back to what was typed. One reading serves one text
 * after the other.
 */
export class Reading {
  /** How many characters the folded text has. */
  length = 0;
  /** The folded characters; those from `length` on are of earlier texts. */
  codes = new Uint16Array(64);
  /** By character twice its place as typed, and 1 where white space stood before. */
  private readonly places: number[] = [];
  private typed = "";
  private folded: string | null = "";
  private parted: string | null = "";
  private bracketed = false;
  private readonly depths: number[] = [];
  private measured = false;
  /** Of the katakana word that is being read. */
  private run = 0;
  private space = false;

  /** Lower case, NFKC, no white space except between Latin words, no "ー" at the end of a katakana word. */
  get text(): string {
    return (this.folded ??= String.fromCharCode.apply(
      null,
      this.codes.subarray(0, this.length) as unknown as number[],
    ));
  }

  /** The text with a space wherever white space was typed: what stands before one ends its phrase. */
  get spaced(): string {
    return (this.parted ??= this.part());
  }

  /** Where the character was typed; of the end, the length as typed. */
  typedAt(index: number): number {
    return index >= this.length ? this.typed.length : (this.places[index] as number) >> 1;
  }

  /** Whether white space stood before the character; at the end always. */
  gapAt(index: number): boolean {
    return index >= this.length || ((this.places[index] as number) & 1) === 1;
  }

  /** Whether white space parts one letter of a short word from the rest: "展示台車 検温" holds no 車検. */
  isTorn(start: number, end: number): boolean {
    return end - start > 1 && end - start <= 4 && (this.gapAt(start + 1) || (end < this.length && this.gapAt(end - 1)));
  }

  /**
   * Whether what is left of a katakana word on either side can be no word: one letter before ("スクリーニング" holds no
   * クリーニング), or a beginning that no word has after. Two letters of katakana are no word within a longer one
   * ("マナビ" holds no マナー).
   */
  isWithinWord(start: number, end: number): boolean {
    const { codes } = this;
    if (
      end - start === 2 &&
      end < this.length &&
      isKatakana(codes[start] as number) &&
      isKatakana(codes[end - 1] as number) &&
      isKatakana(codes[end] as number) &&
      !this.gapAt(end)
    )
      return true;
    if (start > 0 && isKatakana(codes[start] as number) && !this.gapAt(start) && isKatakana(codes[start - 1] as number))
      if (start === 1 || this.gapAt(start - 1) || !isKatakana(codes[start - 2] as number)) return true;
    return (
      end < this.length &&
      isKatakana(codes[end - 1] as number) &&
      !this.gapAt(end) &&
      NO_BEGINNING.has(codes[end] as number)
    );
  }

  /** How deep in brackets or quotes the character stands. */
  depthAt(index: number): number {
    if (!this.bracketed) return 0;
    if (!this.measured) this.measureDepths();
    return this.depths[index] ?? 0;
  }

  private measureDepths(): void {
    let open = 0;
    for (let i = 0; i < this.length; i++) {
      const bracket = bracketOf(this.codes[i] as number);
      if (bracket > 0) open++;
      this.depths[i] = open;
      if (bracket < 0 && open > 0) open--;
    }
    this.measured = true;
  }

  /** What the reading said before is written over. */
  read(whole: string): this {
    const typed = whole.length <= MOST_READ ? whole : whole.slice(0, MOST_READ);
    this.typed = typed;
    this.folded = this.parted = null;
    this.length = 0;
    this.bracketed = false;
    this.measured = false;
    this.run = 0;
    this.space = false;
    for (let i = 0; i < typed.length;) {
      const code = typed.charCodeAt(i);
      if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3041 && code <= LONG)) this.add(code, i++);
      else if (code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x3000) {
        this.space = true;
        i++;
      } else if (code < 0x80) this.add(code >= 0x41 && code <= 0x5a ? code + 32 : code, i++);
      else i = this.addCluster(typed, i);
    }
    this.endRun();
    return this;
  }

  private addCluster(typed: string, from: number): number {
    const code = typed.charCodeAt(from);
    let next = from + 1;
    const mark = typed.charCodeAt(next);
    if (mark === 0xff9e || mark === 0xff9f || mark === 0x3099 || mark === 0x309a) next++;
    else if (code >= 0xd800 && code <= 0xdbff) next++;
    const piece = next - from === 1 ? foldLetter(code) : foldText(typed.slice(from, next));
    for (let unit = 0; unit < piece.length; unit++) {
      const folded = piece.charCodeAt(unit);
      if (folded === 0x20) this.space = true;
      else this.add(folded, from);
    }
    return next;
  }

  private add(code: number, typedAt: number): void {
    const last = this.length === 0 ? 0 : (this.codes[this.length - 1] as number);
    const katakana = isKatakana(code);
    const spaced = this.space && this.length > 0;
    this.space = false;
    if (this.run > 0 && (!katakana || spaced)) this.endRun();
    if (spaced && isLatin(last) && isLatin(code)) this.push(0x20, (typedAt - 1) * 2 + 1);
    if (code === LONG && ENDS.has(last) && this.isVariant()) return;
    if (katakana && !spaced) this.mendDash();
    this.push(code, typedAt * 2 + (spaced ? 1 : 0));
    if (katakana) this.run++;
    else if (bracketOf(code) !== 0) this.bracketed = true;
  }

  /** "パ-ト": a dash between katakana was meant for a long mark. */
  private mendDash(): void {
    const dash = this.length - 1;
    if (dash < 1 || this.codes[dash] !== DASH || this.gapAt(dash) || !isKatakana(this.codes[dash - 1] as number))
      return;
    this.codes[dash] = LONG;
    this.run = 3;
  }

  private push(code: number, place: number): void {
    if (this.length === this.codes.length) {
      const longer = new Uint16Array(this.length * 2);
      longer.set(this.codes);
      this.codes = longer;
    }
    this.codes[this.length] = code;
    this.places[this.length++] = place;
  }

  /** "センサー" and "センサ" are one word: a long mark at the end of a katakana word of three or more is dropped. */
  private endRun(): void {
    if (this.run >= 3 && this.codes[this.length - 1] === LONG) this.length--;
    this.run = 0;
  }

  private isVariant(): boolean {
    const { length } = this;
    let word = "";
    for (let i = length - 1; i >= 0 && i >= length - 8; i--) {
      word = String.fromCharCode(this.codes[i] as number) + word;
      if (WITH_OR_WITHOUT.has(word)) return true;
    }
    return false;
  }

  private part(): string {
    const { text } = this;
    let spaced = "";
    let from = 0;
    for (let i = 1; i < this.length; i++)
      if (this.gapAt(i) && this.codes[i] !== 0x20 && this.codes[i - 1] !== 0x20) {
        spaced += `${text.slice(from, i)} `;
        from = i;
      }
    return from === 0 ? text : spaced + text.slice(from);
  }
}

export const read = (typed: string): Reading => new Reading().read(typed);

/** Kanji, kana without long marks, digits, small letters: as they are, they are folded. */
const FOLDED = /^[0-9a-zぁ-ゖァ-ヺ一-龥]*$/;
const words = new Reading();

/** A word's folded text. */
export const foldWord = (typed: string): string => (FOLDED.test(typed) ? typed : words.read(typed).text);

/** The letter that a word's folded text begins with. */
export function firstLetter(typed: string): number {
  const code = typed.charCodeAt(0);
  const stays = (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3041 && code <= 0x30fa);
  return stays ? code : foldWord(typed.replaceAll("_", " ")).charCodeAt(0);
}
