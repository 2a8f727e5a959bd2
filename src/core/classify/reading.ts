/** A field's text as the classifier reads it: folded once, with the way back to what was typed. */
export interface Reading {
  /** Lower case, NFKC, no white space except between Latin words, no "ー" at the end of a katakana word. */
  readonly text: string;
  /** Where each character of `text` starts in the text as typed; one more entry for the end. */
  readonly at: ArrayLike<number>;
  /** 1 where white space stood before the character, and at the end. */
  readonly gap: ArrayLike<number>;
  /** How deep in brackets or quotes the character stands. */
  readonly depth: ArrayLike<number>;
}

const clusters = new Map<string, string>();

/** One character (with its voiced mark, when half-width) in NFKC, lower case; arrows and dashes unified. */
function foldCluster(cluster: string): string {
  let result = clusters.get(cluster);
  if (result === undefined) {
    result = cluster
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[‐-―−─━﹣]/g, "-")
      .replace(/[⇔⇄↔→⇒〜～]/g, "~");
    clusters.set(cluster, result);
  }
  return result;
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

const OPENING = new Set([..."([{【「『<〈《"].map((char) => char.charCodeAt(0)));
const CLOSING = new Set([...")]}】」』>〉》"].map((char) => char.charCodeAt(0)));

/** Gathers the folded characters of one text. */
class Folding {
  private codes: number[] = [];
  private at: number[] = [];
  private gap: number[] = [];
  private run = 0;
  private space = false;

  sawSpace(): void {
    this.space = true;
  }

  add(code: number, typedAt: number): void {
    const { codes, at, gap } = this;
    const last = codes.length === 0 ? 0 : (codes[codes.length - 1] as number);
    const katakana = isKatakana(code);
    const spaced = this.space && codes.length > 0;
    this.space = false;
    if (!katakana || spaced) this.endRun();
    if (spaced && isLatin(last) && isLatin(code)) {
      codes.push(0x20);
      at.push(typedAt);
      gap.push(1);
    }
    if (code === LONG && ENDS.has(last) && this.isVariant()) return;
    codes.push(code);
    at.push(typedAt);
    gap.push(spaced ? 1 : 0);
    if (katakana) this.run++;
  }

  /** "センサー" and "センサ" are one word: a long mark at the end of a katakana word of three or more is dropped. */
  private endRun(): void {
    const { codes } = this;
    if (this.run >= 3 && codes[codes.length - 1] === LONG) {
      codes.pop();
      this.at.pop();
      this.gap.pop();
    }
    this.run = 0;
  }

  private isVariant(): boolean {
    const { codes } = this;
    let word = "";
    for (let i = codes.length - 1; i >= 0 && i >= codes.length - 8; i--) {
      word = String.fromCharCode(codes[i] as number) + word;
      if (WITH_OR_WITHOUT.has(word)) return true;
    }
    return false;
  }

  reading(typedLength: number): Reading {
    this.endRun();
    const { codes, at, gap } = this;
    const depth = new Uint8Array(codes.length);
    let open = 0;
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i] as number;
      if (OPENING.has(code)) open = Math.min(open + 1, 255);
      depth[i] = open;
      if (CLOSING.has(code) && open > 0) open--;
    }
    at.push(typedLength);
    gap.push(1);
    let text = "";
    for (let i = 0; i < codes.length; i += 4096) text += String.fromCharCode(...codes.slice(i, i + 4096));
    return { text, at, gap, depth };
  }
}

export function read(typed: string): Reading {
  const folding = new Folding();
  for (let i = 0; i < typed.length;) {
    const code = typed.charCodeAt(i);
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3041 && code <= LONG)) folding.add(code, i++);
    else if (code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x3000) {
      folding.sawSpace();
      i++;
    } else if (code < 0x80) folding.add(code >= 0x41 && code <= 0x5a ? code + 32 : code, i++);
    else {
      let next = i + 1;
      const mark = typed.charCodeAt(next);
      if (mark === 0xff9e || mark === 0xff9f || mark === 0x3099 || mark === 0x309a) next++;
      else if (code >= 0xd800 && code <= 0xdbff) next++;
      const piece = foldCluster(typed.slice(i, next));
      for (let unit = 0; unit < piece.length; unit++) {
        const folded = piece.charCodeAt(unit);
        if (folded === 0x20) folding.sawSpace();
        else folding.add(folded, i);
      }
      i = next;
    }
  }
  return folding.reading(typed.length);
}
