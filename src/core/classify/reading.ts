/** A field's text as the classifier reads it: folded once, with the way back to what was typed. */
export class Reading {
  /** @param places as `Folding` notes them; null where every character stands where it was typed, without a gap */
  constructor(
    /** Lower case, NFKC, no white space except between Latin words, no "ー" at the end of a katakana word. */
    readonly text: string,
    private readonly places: readonly number[] | null,
    private readonly bracketed: boolean,
    private readonly typedLength: number,
  ) {}

  /** Where the character was typed; of the end, the length as typed. */
  typedAt(index: number): number {
    if (index >= this.text.length) return this.typedLength;
    return this.places === null ? index : (this.places[index] as number) >> 1;
  }

  /** Whether white space stood before the character; at the end always. */
  gapAt(index: number): boolean {
    if (index >= this.text.length) return true;
    return this.places !== null && ((this.places[index] as number) & 1) === 1;
  }

  /** How deep in brackets or quotes the character stands. */
  depthAt(index: number): number {
    if (!this.bracketed) return 0;
    let depth = 0;
    for (let i = 0; i < index; i++) depth = Math.max(0, depth + bracketOf(this.text.charCodeAt(i)));
    return bracketOf(this.text.charCodeAt(index)) === 1 ? depth + 1 : depth;
  }
}

const NOTHING = new Reading("", null, false, 0);

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

const LONG = 0x30fc;
const isKatakana = (code: number): boolean => (code >= 0x30a1 && code <= 0x30fa) || code === LONG;
const isLatin = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

/** 1 opens, -1 closes, 0 is no bracket: ( [ { < and the Japanese ones from 〈 to 】, which open and close in turn. */
function bracketOf(code: number): number {
  if (code >= 0x3008 && code <= 0x3011) return code % 2 === 0 ? 1 : -1;
  if (code >= 0x80) return 0;
  if (code === 0x28 || code === 0x5b || code === 0x7b || code === 0x3c) return 1;
  return code === 0x29 || code === 0x5d || code === 0x7d || code === 0x3e ? -1 : 0;
}

/** The folded characters of the text that is being read. */
let codes = new Uint16Array(256);

/** Reads one text after the other; a reading holds until the next. */
export class Folding {
  /** Twice the place as typed, and 1 where white space stood before. */
  private readonly places: number[] = [];
  private length = 0;
  private run = 0;
  private space = false;
  private changed = false;
  private bracketed = false;

  read(typed: string): Reading {
    if (typed === "") return NOTHING;
    this.start();
    for (let i = 0; i < typed.length;) {
      const code = typed.charCodeAt(i);
      if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3041 && code <= LONG)) this.add(code, code, i++);
      else if (code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x3000) {
        this.sawSpace();
        i++;
      } else if (code < 0x80) this.add(code >= 0x41 && code <= 0x5a ? code + 32 : code, code, i++);
      else i = this.addCluster(typed, i);
    }
    return this.reading(typed);
  }

  private addCluster(typed: string, from: number): number {
    const code = typed.charCodeAt(from);
    let next = from + 1;
    const mark = typed.charCodeAt(next);
    if (mark === 0xff9e || mark === 0xff9f || mark === 0x3099 || mark === 0x309a) next++;
    else if (code >= 0xd800 && code <= 0xdbff) next++;
    const piece = next - from === 1 ? foldLetter(code) : foldText(typed.slice(from, next));
    if (piece.length !== 1 || next - from !== 1) this.changed = true;
    for (let unit = 0; unit < piece.length; unit++) {
      const folded = piece.charCodeAt(unit);
      if (folded === 0x20) this.sawSpace();
      else this.add(folded, typed.charCodeAt(from + unit), from);
    }
    return next;
  }

  private start(): void {
    this.length = 0;
    this.run = 0;
    this.space = false;
    this.changed = false;
    this.bracketed = false;
  }

  private sawSpace(): void {
    this.space = true;
    this.changed = true;
  }

  /** @param typed the character as it stands at `typedAt` */
  private add(code: number, typed: number, typedAt: number): void {
    const last = this.length === 0 ? 0 : (codes[this.length - 1] as number);
    const katakana = isKatakana(code);
    const spaced = this.space && this.length > 0;
    this.space = false;
    if (this.run > 0 && (!katakana || spaced)) this.endRun();
    if (spaced && isLatin(last) && isLatin(code)) this.push(0x20, typedAt * 2 + 1);
    if (code !== typed) this.changed = true;
    if (code === LONG && ENDS.has(last) && this.isVariant()) {
      this.changed = true;
      return;
    }
    this.push(code, typedAt * 2 + (spaced ? 1 : 0));
    if (katakana) this.run++;
    else if (bracketOf(code) !== 0) this.bracketed = true;
  }

  private push(code: number, place: number): void {
    if (this.length === codes.length) {
      const longer = new Uint16Array(this.length * 2);
      longer.set(codes);
      codes = longer;
    }
    codes[this.length] = code;
    this.places[this.length++] = place;
  }

  /** "センサー" and "センサ" are one word: a long mark at the end of a katakana word of three or more is dropped. */
  private endRun(): void {
    if (this.run >= 3 && codes[this.length - 1] === LONG) {
      this.length--;
      this.changed = true;
    }
    this.run = 0;
  }

  private isVariant(): boolean {
    const { length } = this;
    let word = "";
    for (let i = length - 1; i >= 0 && i >= length - 8; i--) {
      word = String.fromCharCode(codes[i] as number) + word;
      if (WITH_OR_WITHOUT.has(word)) return true;
    }
    return false;
  }

  private reading(typed: string): Reading {
    this.endRun();
    const { places, length, bracketed } = this;
    if (!this.changed) return new Reading(typed, null, bracketed, typed.length);
    let text = "";
    for (let i = 0; i < length; i += 4096)
      text += String.fromCharCode.apply(null, codes.subarray(i, Math.min(i + 4096, length)) as unknown as number[]);
    return new Reading(text, places, bracketed, typed.length);
  }
}

/** A reading that stays. */
export const read = (typed: string): Reading => new Folding().read(typed);
