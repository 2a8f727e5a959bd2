/** Looks for phrases in a line's fields, all in one text with a field on each line, and gathers the traits they show. */
import { unspaced } from "../../text/fold";
import { remarkFeatures, type Gathered } from "../learned/features";
import type { Kind, Trait } from "../kinds";
import type { Model, Sense } from "../learned/model";
import type { Evidence, TraitFound } from "../nature";
import type { LineReading } from "../reading/line";
import { spokenOfAs } from "../groups";
import { phrase, type Phrase, type Sifted } from "../reading/phrase";
import { DENIED, MACHINE_SET, SHOWN } from "./project";

const FIELDS = ["description", "specification", "note", "vendor"] as const;
type TextField = (typeof FIELDS)[number];

export interface Hit {
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Fields that stand together, as indices of FIELDS: from the first to before the last. */
type Part = readonly [from: number, to: number];

export const DESCRIPTION: Part = [0, 1];
export const ITEM: Part = [0, 2];
export const TEXT: Part = [0, 3];
export const ALL: Part = [0, 4];
export const NOTE: Part = [2, 3];
export const VENDOR: Part = [3, 4];

/** After a word: the line is without it ("印紙代別途", "懇親会費含まず", "役員ではありません"). */
const WITHOUT =
  /^(?:[・、やと](?!は)[一-龠ァ-ヶー]{1,8}?)*(?:代金?|費用?|料金?|品|分|等|など|手当|払い?|課金|契約|クラス|登記|点検|検査|保守|整備|業務|作業|の?(?:利用|使用|配布|提供|支給))*(?:に|へ|と)?[はもがをの]?(?:別(?![府紙館件行途利に])|別途|別に|除[くき外]|含ま[ずれな]|含め[ずな]|な[しく](?!ら)|無し|無く|ない|対象外|自社負担|自己負担|各自負担|当社が別|不要|不可|不使用|不参加|出[ずな]|行か[ずな]|欠席|辞退|申し?込(?:ま[ずな]|みなし)|せず|使わ[ずな]|利用しな|使用しな|(?:に|で)?は?(?:な[いくし]|あり?ません|ない|非ず|あらず)|でな[いく]|以外|込まず|計上(?:しない|せず|なし)|なり?ません|禁止)/;

const SILENT: Sense = { refused: 0, open: 0 };

/** How much the remarks count, and the whole line beside them, in log-odds against passing: as lines of hands said that were left out. */
const OF_REMARKS = 0.8;
const OF_LINE = 0.6;
const BIAS = { refused: 1.5, open: 0.3 };

function together(remark: Sense, line: Sense): Sense {
  const passed = (of: Sense): number => Math.max(1e-3, 1 - of.refused - of.open);
  const odds = (of: "refused" | "open"): number =>
    Math.exp(BIAS[of]) *
    (Math.max(1e-3, remark[of]) / passed(remark)) ** OF_REMARKS *
    (Math.max(1e-3, line[of]) / passed(line)) ** OF_LINE;
  const [refused, open] = [odds("refused"), odds("open")];
  const all = 1 + refused + open;
  return { refused: refused / all, open: open / all };
}

/** Something of the line is not settled yet. */
const UNDECIDED = phrase(
  /未(?:定|整理|区分|分類|精査|把握)|未確定|未確認|未記入|未説明|未記載|未選定|未分離|未提示|未決|未調整|未了|未提出|要確認|要相談|要説明|要検討|照会中|確認中|確認要|検討中|要協議|協議(?:中|予定|要)|(?<=[途要後はで、(\n]|^|[^者員先社場工元店]と)協議(?=$|[、)\n])|調整中|今後調整|相談中|交渉中|見積中|選定中|選定前|精査中|整理中|準備中|候補|不明|不詳|(?<!(?:領収[書証]|請求書|納品書|証憑|レシート|見積書|写し)[はをも]?)後日|別途(?:打ち?合わ?せ|協議|相談|検討|指示|決定)|後送|追って|追加提示|可能性(?!の?(?:検証|調査|検討|評価|試験))|恐れ|おそれ|今後決定|決定次第|(?<!交付)決定後|時に決定|選定後|固まり次第|次第(?:記入|提出)|確定前|設計前|特定前|分離不可|記載なし|記載無|欄?空白|区[分別](?:なし|無)|別不明|関係は別途|内訳なし|内訳無|詳細別紙|かどうか|に当たるか|に該当するか|含むか|含み得|要否(?!の?(?:判断|判定|調査|検討|確認))|仮置き|仮計上|按分(?:せず|なし|して(?:い)?な)|混在(?!の?(?:解消|検知|防止))/,
);

/** In place of a firm: who will be paid is open, and what for is not. */
const NOBODY_YET =
  /^[(]?(?:業者|発注先|委託先|購入先)?(?:は)?(?:未定|未選定|未決定|選定(?:中|前|予定)|検討中|調整中|(?:相?見積(?:り|もり)?|見積合わ?せ|入札|公募|競争)(?:中|予定|後(?:に)?決定|で決定|により決定|の上決定)?|候補(?:選定中)?|後日(?:決定|選定)?|決定次第|今後決定)[)]?$/;

/** What is made, read or studied; what stands before it only says of what, or for whom ("お歳暮EC 構築"). */
const MADE_OF =
  /システム|アプリ|ソフト|サイト(?!\d)|ページ|シミュレータ|カート|ダッシュボード|ポータル|データ|ボット|画面|機能|モデル|プラットフォーム|プログラム|ツール|実装|構築|開発|制作|予測|分析|解析|統計|調査|レポート|装置|機(?=$|[(])|通知|お知らせ|読み?取|認証|スキャナ|カメラ|端末|センサ|ロボ|(?<![a-z])(?:ec|web|ai|dx|rpa|api|app|iot|vr|ar|3d)(?![a-z])/;

/** Where each field begins in the text that is searched, and where one more would. */
const starts: [number, number, number, number, number] = [0, 0, 0, 0, 0];

/** One line at a time: a search holds until the next is begun. */
export class Search {
  readonly found: TraitFound[] = [];
  /** The words that leave something open; null when nothing is. */
  readonly undecided: Hit | null;
  /** Every field on a line of its own, folded; most lines never need it. */
  private all: string | null = null;
  private project: boolean | null = null;
  private denial: Hit | null | undefined = undefined;
  private said: Sense | null = null;

  constructor(
    readonly line: LineReading,
    private readonly sifted: Sifted,
    readonly kind: Kind,
    /** The year in which the grant's period begins; null where it is not known. */
    readonly firstYear: number | null,
    private readonly model: Model,
    readonly shares: Sense,
  ) {
    this.undecided = this.first(UNDECIDED, NOBODY_YET.test(line.vendor.text) ? TEXT : ALL, false);
  }

  /** Where the line says that it does not serve the project. */
  get denied(): Hit | null {
    return this.denial === undefined ? (this.denial = this.first(DENIED, TEXT, false)) : this.denial;
  }

  /** Whether the line serves the project by its own words. */
  get isProject(): boolean {
    return (this.project ??=
      (this.says(SHOWN) || (this.kind === "works" && this.says(MACHINE_SET))) && this.denied === null);
  }

  /** What its remarks look like; valid until other features are asked for. */
  get remark(): Gathered {
    return remarkFeatures(this.line.note, {
      group: spokenOfAs(this.kind),
      itemShows: this.first(SHOWN, ITEM, false) !== null,
      noteShows: this.first(SHOWN, NOTE, false) !== null,
    });
  }

  /** What its remarks say of the relation to the project, by what was learned of them and of the whole line; without remarks, nothing. */
  get told(): Sense {
    return (this.said ??=
      this.line.note.length === 0 ? SILENT : together(this.model.senseOf(this.remark), this.shares));
  }

  /** Whether the line is called as the finest of its stated items: the sheet goes no further, as in 款・項・目. */
  get isNamedAsItem(): boolean {
    const { description, statedMinor } = this.line.line;
    return statedMinor !== null && unspaced(description) === unspaced(statedMinor);
  }

  private get text(): string {
    if (this.all !== null) return this.all;
    const { description, specification, note, vendor } = this.line;
    starts[1] = description.text.length + 1;
    starts[2] = starts[1] + specification.text.length + 1;
    starts[3] = starts[2] + note.text.length + 1;
    starts[4] = starts[3] + vendor.text.length + 1;
    return (this.all = `${description.text}\n${specification.text}\n${note.text}\n${vendor.text}`);
  }

  /**
   * The first place of the phrase, in the order of the fields; not where it is negated, unless `negatable` is false, nor
   * where its words are not `meant`.
   */
  first(phrase: Phrase, part: Part, negatable = true, meant?: (words: string) => boolean): Hit | null {
    if (!phrase.isIn(this.sifted)) return null;
    const { text } = this;
    const from = part[0];
    const limit = starts[part[1]] as number;
    let at = starts[from] as number;
    for (let match = phrase.match(text, at, limit); match !== null; match = phrase.match(text, at, limit)) {
      if (match[0] === "") return null;
      at = match.index + match[0].length;
      if (meant !== undefined && !meant(match[0])) continue;
      let field = from;
      while (match.index >= (starts[field + 1] as number)) field++;
      const start = starts[field] as number;
      const end = match.index + match[0].length;
      const last = (starts[field + 1] as number) - 1;
      if (this.line[FIELDS[field] as TextField].isTorn(match.index - start, end - start)) {
        at = match.index + 1;
        continue;
      }
      if (!negatable || !WITHOUT.test(text.slice(end, Math.min(end + 30, last))))
        return { field: FIELDS[field] as TextField, start: match.index - start, end: end - start, words: match[0] };
    }
    return null;
  }

  /** Whether the phrase stands anywhere in the item or the note. */
  says(phrase: Phrase): boolean {
    return this.first(phrase, TEXT, false) !== null;
  }

  get whole(): Hit {
    const { text } = this.line.description;
    return { field: "description", start: 0, end: text.length, words: text };
  }

  get remarks(): Hit {
    const { text } = this.line.note;
    return { field: "note", start: 0, end: text.length, words: text };
  }

  /** The hit, unless it only says what a program, a device or a study is about. */
  unlessSubject(hit: Hit | null): Hit | null {
    if (hit === null || hit.field !== "description") return hit;
    return MADE_OF.test(this.line.description.text.slice(hit.end)) ? null : hit;
  }

  /** The hit, unless it begins the name of such a thing: 賞与計算システム, not 残業 システム切替. */
  unlessPartOfName(hit: Hit | null): Hit | null {
    if (hit === null || hit.field !== "description") return hit;
    const { description } = this.line;
    let end = hit.end;
    while (end < description.length && !description.gapAt(end) && description.depthAt(end) === 0) end++;
    return MADE_OF.test(description.text.slice(hit.end, end)) ? null : hit;
  }

  /** Whether the trait is found, and open. */
  leavesOpen(wanted: Trait): boolean {
    return this.found.some(({ trait, certain }) => trait === wanted && !certain);
  }

  has(trait: Trait): boolean {
    return this.found.some((other) => other.trait === trait);
  }

  add(trait: Trait, hit: Hit | null, certain: boolean): void {
    if (hit === null || this.has(trait)) return;
    this.found.push({ trait, certain, evidence: this.evidence(hit, trait) });
  }

  /** Leaves open what was certain. */
  doubt(wanted: (trait: Trait) => boolean): void {
    this.found.forEach((one, i) => {
      if (wanted(one.trait as Trait)) this.found[i] = { ...one, certain: false };
    });
  }

  /** Makes certain what was left open. */
  settle(trait: Trait): void {
    this.found.forEach((one, i) => {
      if (one.trait === trait) this.found[i] = { ...one, certain: true };
    });
  }

  /** Certain, unless the line itself says that something is still open. */
  addFirm(trait: Trait, hit: Hit | null): void {
    this.add(trait, hit, this.undecided === null);
  }

  /** What serves everyday business unless the line names the project; open where the line leaves something open. */
  addEveryday(trait: Trait, hit: Hit | null): void {
    if (!this.isProject) this.addFirm(trait, hit);
  }

  private evidence(hit: Hit, trait: Trait): Evidence {
    const reading = this.line[hit.field];
    const typed = this.line.line[hit.field] ?? "";
    return {
      field: hit.field,
      text: typed.slice(reading.typedAt(hit.start), reading.typedAt(hit.end)).trim(),
      for: trait,
    };
  }
}
