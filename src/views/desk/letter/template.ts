/**
 * The wording of letters, in one file that a person edits: sections headed ［名前］, words in braces that are filled in.
 * This one is written beside the ledger when there is none.
 */

const SECTIONS = [
  "日付",
  "宛名",
  "差出人",
  "件名",
  "前文",
  "前文（2回目から）",
  "直った点",
  "ご回答のあった点",
  "結び",
  "回答欄",
  "言い換え",
] as const;
type SectionName = (typeof SECTIONS)[number];

const ANSWERED = `ご回答：「{回答}」
ご回答をいただき、ありがとうございます。拝見しましたが、この点はまだ残っておりますので、あらためてお願いいたします。`;

export const DEFAULT_TEMPLATE = `# 「補正のお願い」のひな形です。「#」で始まる行は、通知文に入りません。
# { } の中の言葉は、申請ごとに置き換わります: {申請者} {制度} {申請枠} {書類} {件数} {回}
# 2回目からは {前回の件数} {直った件数} {残った件数} {新しい件数} も使えます。
# 直したあとで  kenzan desk --out 出力先 --letters  を実行すると、新しい文で作り直します。

［日付］
令和\u3000\u3000年\u3000\u3000月\u3000\u3000日

［宛名］
{申請者}\u3000御中

［差出人］
（事務局の名称）
（担当者名・電話番号）

［件名］
「{制度}」申請書類の補正について（お願い）

［前文］
このたびは、「{制度}」（{申請枠}）にご申請いただき、ありがとうございます。
ご提出いただいた{書類}を確認しましたところ、次の{件数}点について、補正またはご確認をお願いしたく、ご連絡いたします。
お忙しいところ恐れ入りますが、内容をご確認のうえ、予算書を直したもの、または「ご回答」欄にご説明を記入したものを、（\u3000\u3000月\u3000\u3000日）までにご提出くださいますようお願いいたします。

［前文（2回目から）］
「{制度}」（{申請枠}）の予算書について、前回のお願いにご対応いただき、ありがとうございます。
ご提出いただいた{書類}をあらためて確認しましたところ、次の{件数}点（前回からの続き {残った件数}点、今回新しく見つかった点 {新しい件数}点）について、補正またはご確認をお願いしたく、ご連絡いたします。
お忙しいところ恐れ入りますが、内容をご確認のうえ、予算書を直したもの、または「ご回答」欄にご説明を記入したものを、（\u3000\u3000月\u3000\u3000日）までにご提出くださいますようお願いいたします。

［直った点］
前回お願いした{前回の件数}点のうち、次の{直った件数}点は、直していただいたことを確認しました。

# 前回のお願いにご回答をいただき、まだ残っている点の下に入ります。{回答} は、申請者が書いた言葉に置き換わります。
［ご回答のあった点］
${ANSWERED}

［結び］
ご不明な点がございましたら、上記の担当までお気軽にお問い合わせください。
金額を直された場合は、小計・合計と、同じ金額のあるほかの表も併せて直してくださいますようお願いいたします。
なお、本書でお願いした箇所のほかを変更された場合は、変更した箇所とその理由を併せてお知らせください。

［回答欄］
ご回答（直した内容・ご説明）

# 左の言葉を右に言い換えます。
［言い換え］
理由を書いて承認済みにし、財団にご確認ください → 理由を「ご回答」欄にお書きください
理由を書いて承認済みにしてください → 理由を「ご回答」欄にお書きください
財団と協議済みの場合は → 事務局と協議済みの場合は
申請枠がブックに書かれておらず、指定もないため、補助金額を計算できませんでした → 申請枠が予算書に書かれていないため、補助金額を確かめられませんでした
申請枠を選んでください → 申請枠を予算書に記入してください
今の費目で正しい理由をご記録ください → 今の費目でよい理由を「ご回答」欄にお書きください
もう一度検査してください → もう一度ご提出ください
1円の差でも照会の対象になります。 →
明細なら品名を → 明細であれば品名を
ご確認ください。 → ご確認くださいますようお願いいたします。
`;

/** One problem of a template, with the line it stands in. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  constructor(
    readonly line: number,
    readonly problem: string,
  ) {
    super(`${String(line)}行目: ${problem}`);
  }
}

export interface Template {
  readonly lines: Readonly<Record<SectionName, readonly string[]>>;
  readonly rewordings: readonly (readonly [from: string, to: string])[];
}

/** @throws TemplateError for a section that is unknown or missing */
export function parseTemplate(text: string): Template {
  const found = new Map<SectionName, string[]>();
  let current: string[] | null = null;
  for (const [at, raw] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (raw.startsWith("#")) continue;
    const head = /^[［[](.+)[］\]]\s*$/.exec(raw)?.[1]?.trim();
    if (head !== undefined) {
      if (!isSection(head))
        throw new TemplateError(at + 1, `「${head}」という見出しはありません（${SECTIONS.join("、")}）。`);
      if (found.has(head)) throw new TemplateError(at + 1, `「${head}」が2回あります。`);
      current = [];
      found.set(head, current);
    } else if (current !== null) current.push(raw.trimEnd());
    else if (raw.trim() !== "") throw new TemplateError(at + 1, "最初の見出しより前に文があります。");
  }
  const own = (name: SectionName): string[] => trimmed(found.get(name) ?? []);
  const lines = {
    ...(Object.fromEntries(SECTIONS.map((name) => [name, own(name)])) as unknown as Template["lines"]),
    // A template of one's own that knows of no second letter says in it what it says in the first, and quotes as usual.
    "前文（2回目から）": found.has("前文（2回目から）") ? own("前文（2回目から）") : own("前文"),
    ご回答のあった点: found.has("ご回答のあった点") ? own("ご回答のあった点") : ANSWERED.split("\n"),
  };
  const rewordings = lines.言い換え.flatMap((line) => {
    const [from, to, more] = line.split("→").map((part) => part.trim());
    return from === undefined || from === "" || to === undefined || more !== undefined ? [] : [[from, to] as const];
  });
  return { lines, rewordings };
}

const isSection = (name: string): name is SectionName => (SECTIONS as readonly string[]).includes(name);

/** Without empty lines at both ends. */
function trimmed(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line !== "");
  const last = lines.findLastIndex((line) => line !== "");
  return first < 0 ? [] : lines.slice(first, last + 1);
}
