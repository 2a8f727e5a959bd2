/** Two simple classifiers to compare with: a list of keywords, and naive Bayes over letter pairs and triples. */
import { categoryOf } from "../src/core/classify/categorise";
import type { Kind } from "../src/core/classify/kinds";
import type { LineText } from "../src/core/classify/nature";
import { floor } from "../src/core/money/fraction";
import { scheme, type LabelledLine } from "./classify-training";

interface Guess {
  readonly major: string | null;
  readonly middle: string | null;
  readonly minor: string | null;
}

/** The list a clerk would write down in ten minutes, tried from top to bottom. */
const KEYWORDS: readonly (readonly [RegExp, Kind])[] = [
  [/特許|弁理士|商標|意匠|知財/, "patent-attorney"],
  [/アルバイト|パート|派遣/, "part-time-wage"],
  [/人件費|労務費|社員|課長|係長|主任|賞与|役員|取締役|社長/, "employee-wage"],
  [/工事|基礎|配線|舗装/, "works"],
  [/修理|改造|保守|点検|整備/, "maintenance"],
  [/委託|外注|開発|構築|設計|デザイン|分析/, "software-development"],
  [/タクシー|新幹線|航空|旅費|出張|宿泊|バス|JR/, "travel"],
  [/謝金|指導|コンサル/, "technical-guidance"],
  [/会議|会場|委員|弁当/, "meeting"],
  [/セミナー|学会|研修|講習|参加費/, "seminar"],
  [/リース|レンタル|クラウド|利用料|月額/, "rental"],
  [/運送|輸送|送料|宅配/, "freight"],
  [/書籍|図書|辞典|入門/, "books"],
  [/手数料|広告|カタログ|保険|景品/, "miscellaneous"],
  [/ソフト|ライセンス|パッケージ/, "package-software"],
  [/用紙|ペン|トナー|インク|文具/, "stationery"],
];

export function byKeywords(line: LineText): Guess {
  const text = `${line.description} ${line.vendor ?? ""} ${line.note ?? ""}`.normalize("NFKC");
  const kind = KEYWORDS.find(([pattern]) => pattern.test(text))?.[1] ?? "equipment";
  const category = categoryOf(kind, scheme, line.unitPrice === null ? null : floor(line.unitPrice));
  return { major: category?.major ?? null, middle: category?.middle ?? null, minor: category?.minor ?? null };
}

/** Letter pairs and triples of item, vendor, unit and note, add-one smoothing. */
export class NaiveBayes {
  private readonly labels = new Map<
    string,
    { guess: Guess; lines: number; total: number; counts: Map<string, number> }
  >();
  private readonly vocabulary = new Set<string>();
  private readonly lines: number;

  constructor(lines: readonly LabelledLine[]) {
    this.lines = lines.length;
    for (const { line, major, middle, minor } of lines) {
      const key = `${middle}/${minor ?? ""}`;
      const label = this.labels.get(key) ?? { guess: { major, middle, minor }, lines: 0, total: 0, counts: new Map() };
      this.labels.set(key, label);
      label.lines++;
      for (const sequence of sequencesOf(line)) {
        label.counts.set(sequence, (label.counts.get(sequence) ?? 0) + 1);
        label.total++;
        this.vocabulary.add(sequence);
      }
    }
  }

  guess(line: LineText): Guess {
    const sequences = sequencesOf(line);
    let best: Guess = { major: null, middle: null, minor: null };
    let most = -Infinity;
    for (const { guess, lines, total, counts } of this.labels.values()) {
      let score = Math.log(lines / this.lines);
      for (const sequence of sequences)
        score += Math.log(((counts.get(sequence) ?? 0) + 1) / (total + this.vocabulary.size));
      if (score > most) [most, best] = [score, guess];
    }
    return best;
  }
}

function sequencesOf(line: LineText): string[] {
  const found: string[] = [];
  const fields = [line.description, line.vendor, line.unit, line.note];
  fields.forEach((field, i) => {
    const text = `^${(field ?? "").normalize("NFKC").toLowerCase().replace(/\s/g, "")}$`;
    for (const length of [2, 3])
      for (let start = 0; start + length <= text.length; start++)
        found.push(`${String(i)}${text.slice(start, start + length)}`);
  });
  return found;
}
