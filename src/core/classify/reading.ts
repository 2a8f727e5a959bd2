/** A field's text as the classifier reads it: folded once, with the way back to what was typed. */
export interface Reading {
  /** Lower case, NFKC, no white space except between Latin words, no "ー" at the end of a katakana word. */
  readonly text: string;
  /** Where each character of `text` starts in the text as typed; one more entry for the end. */
  readonly at: readonly number[];
  /** Whether white space stood before the character. */
  readonly gap: readonly boolean[];
  /** How deep in brackets or quotes the character stands. */
  readonly depth: readonly number[];
}

const folded = new Map<string, string>();

/** One character (with its voiced mark, when half-width) in NFKC, lower case; arrows and dashes unified. */
function foldCluster(cluster: string): string {
  let result = folded.get(cluster);
  if (result === undefined) {
    result = cluster
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[‐-―−─━﹣]/g, "-")
      .replace(/[⇔⇄↔→⇒〜～]/g, "~")
      .replace(/[ヵヶケ](?=[月所])/g, "か");
    folded.set(cluster, result);
  }
  return result;
}

const isKatakana = (code: number): boolean => (code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc;
const isLatin = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
const LONG = 0x30fc;

export function read(typed: string): Reading {
  let text = "";
  const at: number[] = [];
  const gap: boolean[] = [];
  let space = false;
  for (let i = 0; i < typed.length;) {
    const code = typed.charCodeAt(i);
    let next = i + 1;
    let piece: string;
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3041 && code <= 0x30fc)) piece = typed[i] as string;
    else {
      const mark = typed.charCodeAt(next);
      if (mark === 0xff9e || mark === 0xff9f || mark === 0x3099 || mark === 0x309a) next++;
      else if (code >= 0xd800 && code <= 0xdbff) next++;
      piece = foldCluster(typed.slice(i, next));
    }
    for (const char of piece) {
      if (char === " " || char === "\n" || char === "\t" || char === "\r") {
        space = true;
        continue;
      }
      const last = text.charCodeAt(text.length - 1);
      if (space && text !== "" && isLatin(last) && isLatin(char.charCodeAt(0))) {
        text += " ";
        at.push(i);
        gap.push(true);
      }
      text += char;
      for (let unit = 0; unit < char.length; unit++) {
        at.push(i);
        gap.push(space && unit === 0);
      }
      space = false;
    }
    i = next;
  }
  at.push(typed.length);
  gap.push(true);
  return withDepth(withoutFinalLong({ text, at, gap, depth: [] }));
}

/** Words that people write with and without a final long mark, also inside longer words (レーザーマーカー). */
const WITH_OR_WITHOUT = new Set(
  "レーザ センサ サーバ モータ プリンタ スキャナ ルータ コンベヤ コンベア リーダ カッタ ローダ メータ ヒータ タイマ カウンタ ドライバ インバータ コネクタ モニタ プロジェクタ コンピュータ マスタ フィルタ クーラ ミキサ ソータ ユーザ ブラウザ エンコーダ アダプタ コントローラ ローラ トラクタ ロータ バーナ チラ パレタイザ マウンタ フィーダ ゲートウェイ エレベータ コーディネータ アドバイザ セミナ タクシ オペレータ プログラマ デザイナ エンジニア クリーナ シリンダ ブレーカ ボイラ ブザ ラベラ スライサ".split(
    " ",
  ),
);

/** "センサー" and "センサ" are one word: a long mark at the end of a katakana word of three or more is dropped. */
function withoutFinalLong(reading: Reading): Reading {
  const { text, at, gap } = reading;
  if (!text.includes("ー")) return reading;
  let kept = "";
  const keptAt: number[] = [];
  const keptGap: boolean[] = [];
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    run = isKatakana(code) && gap[i] !== true ? run + 1 : isKatakana(code) ? 1 : 0;
    const ends = !isKatakana(text.charCodeAt(i + 1)) || gap[i + 1] === true;
    if (code === LONG && ((run >= 3 && ends) || variant(kept))) continue;
    kept += text[i] as string;
    keptAt.push(at[i] as number);
    keptGap.push(gap[i] as boolean);
  }
  keptAt.push(at[text.length] as number);
  keptGap.push(true);
  return { ...reading, text: kept, at: keptAt, gap: keptGap };
}

function variant(before: string): boolean {
  for (let length = 2; length <= 8; length++) if (WITH_OR_WITHOUT.has(before.slice(-length))) return true;
  return false;
}

function withDepth(reading: Reading): Reading {
  const depth: number[] = [];
  let open = 0;
  for (const char of reading.text) {
    if ("([{【「『<〈《".includes(char)) open++;
    for (let unit = 0; unit < char.length; unit++) depth.push(open);
    if (")]}】」』>〉》".includes(char) && open > 0) open--;
  }
  return { ...reading, depth };
}
