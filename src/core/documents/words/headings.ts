/** What a word over a column of an estimate means. The vocabulary of budgets serves where this one is silent. */
import { compact } from "../../text/fold";
import { recalled } from "../../text/recalled";
import { headerOf } from "../../read/words/headers";

export type Role =
  | "no"
  | "name"
  | "spec"
  | "quantity"
  | "unit"
  | "unitPrice"
  | "amount"
  | "price" // 単価×数量 in one cell
  | "rate" // of consumption tax
  | "tax"
  | "note"
  | "other";

export interface Heading {
  readonly role: Role;
  /** What it says of the tax in its figures. */
  readonly tax: "exclusive" | "inclusive" | null;
  /** 10, 8 or 0 where the column holds amounts of that rate. */
  readonly rate: number | null;
  /** A word of the vocabulary, or one that only contains one. */
  readonly sure: boolean;
  /** The figure that counts where several columns hold amounts: the greater, the likelier. */
  readonly rank: number;
  /** Without remarks in brackets. */
  readonly word: string;
}

const WORDS: readonly (readonly [Role, string])[] = [
  ["no", "no no. № # 番号 項 項番 連番 行 コード 商品コード 品番コード 明細番号 順 ln"],
  [
    "name",
    "品目 品名 名称 商品名 商品 製品名 製品 項目 内容 明細 件名 作業項目 作業内容 工程 サービス サービス名 サービス内容 内訳 工種 工事種別 工事内容 工事項目 細目 種別 種目 費目 機器名 " +
      "機種 業務内容 業務項目 委託内容 見積内容 見積項目 コース名 講座名 プラン プラン名 オプション品目 オプション オプション名 品名及び仕様 作業名 工事名称 科目 区分 料金項目 手続 手続き 手続内容 " +
      "description item items product service particulars itemdescription ご注文内容 お見積内容 お品名 品種 内容・仕様 項目名 作業・項目 工程・作業項目",
  ],
  [
    "spec",
    "仕様 規格 型式 型番 形式 品番 型名 規格・寸法 寸法 型式・仕様 仕様・型式 規格・型式 メーカー型番 メーカー メーカ 製造元 詳細 仕様・規格 規格・仕様 モデル 材質 サイズ specification spec model partno partno. partnumber 内容説明 説明",
  ],
  [
    "quantity",
    "数量 員数 回数 個数 数 人数 台数 本数 月数 日数 工数 人日 人月 時間 時間数 ご利用月数 利用月数 期間 期間(月) 枚数 口数 点数 名数 qty qty. quantity 設計数量 ライセンス数 id数 ユーザー数 件数",
  ],
  ["unit", "単位 unit units"],
  [
    "unitPrice",
    "単価 価格 標準価格 定価 月額 月額単価 月額料金 税込価格 税抜単価 税込単価 人月単価 人日単価 日額 時間単価 受講料 unitprice price rate@ 仕切単価 提供単価 ご提供単価 見積単価 納入単価 販売単価 @",
  ],
  [
    "amount",
    "金額 合価 小計 計 税込合計 税抜合計 価額 ご提供価格 提供価格 提供金額 手数料 合計 合計金額 見積金額 見積額 税抜金額 税込金額 料金 費用 代金 報酬 報酬額 御見積金額 お見積金額 販売価格 納入価格 仕切金額 amount total totalprice linetotal extendedprice subtotal 印紙代等 印紙代 実費 ご請求額 本体金額 税別金額 税抜額 税込額 課税 非課税 不課税 値引後金額",
  ],
  ["price", "単価×数量 数量×単価 単価x数量 数量x単価 計算式 積算 算式 算出根拠"],
  ["rate", "税率 税区分 課税区分 税 税% 消費税率 tax% taxrate"],
  ["tax", "消費税 消費税額 税額 消費税等 tax taxamount 内消費税"],
  [
    "note",
    "備考 備考欄 摘要 メモ 納期 希望納期 納入予定 納期・備考 注記 参考 remarks note notes lead time leadtime delivery",
  ],
];
const ROLE = new Map(WORDS.flatMap(([role, words]) => words.split(" ").map((word) => [word, role] as const)));

const TAX_WORDS =
  /\((?:消費税)?(?:税抜き?|税込み?|税別|内税|外税|円|税抜・円|税込・円|円・税抜|円・税込|単位:?円|jpy|usd|eur|¥|[¥]?)\)/g;
const NAME_PARTS = new Set(["品名", "品目", "名称", "件名", "項目", "内容", "商品名", "工種", "サービス", "作業項目"]);

/** null when a text over a column says nothing that is known. */
export const headingOf = recalled((text): Heading | null => {
  const folded = compact(text)
    .replace(/^[お御]/, "")
    .replace(/[【】■□●:*]/g, "");
  if (folded === "" || folded.length > 24 || /\d{3,}|[。、]/.test(folded)) return null;
  const bare = folded.replace(TAX_WORDS, "").replace(/\([^()]*\)/g, "") || folded.replace(/[()]/g, "");
  const tax = /税込|内税/.test(folded) ? "inclusive" : /税抜|税別|外税|本体/.test(folded) ? "exclusive" : null;
  const rate = rateOf(folded);
  const say = (role: Role, sure: boolean): Heading => ({ role, tax, rate, sure, rank: rankOf(bare, role), word: bare });
  // 単位 Unit: the same in two languages.
  const [, japanese = "", latin = ""] = /^([^!-~]+)([a-z][a-z.]*)$/.exec(bare) ?? [];
  const exact = ROLE.get(folded) ?? ROLE.get(bare) ?? ROLE.get(japanese) ?? ROLE.get(latin);
  if (exact !== undefined) return say(exact, true);
  const parts = bare.split(/[・/,、&と及び]+/).filter((part) => part !== "");
  if (parts.length > 1) {
    const roles = parts.map((part) => ROLE.get(part));
    if (parts.some((part) => NAME_PARTS.has(part))) return say("name", true);
    if (roles.includes("quantity") && roles.includes("unit")) return say("quantity", true);
    const first = roles.find((role) => role !== undefined);
    if (first !== undefined) return say(first, false);
  }
  const known = headerOf(text)?.fields[0];
  const role = known === undefined ? undefined : OF_BUDGETS[known];
  if (role !== undefined) return say(role, false);
  return null;
});

const OF_BUDGETS: Readonly<Record<string, Role>> = {
  no: "no",
  description: "name",
  specification: "spec",
  quantity: "quantity",
  unit: "unit",
  unitPrice: "unitPrice",
  hourlyRate: "unitPrice",
  amount: "amount",
  taxAmount: "tax",
  note: "note",
  hours: "quantity",
};

function rateOf(folded: string): number | null {
  const percent = /(10|8)%/.exec(folded)?.[1];
  if (percent !== undefined) return Number(percent);
  return /非課税|不課税|免税|課税対象外|立替/.test(folded) ? 0 : null;
}

/** 標準価格 stands beside ご提供価格, 税抜 beside 税込: the amount without tax that is asked for is the one. */
const rankOf = (word: string, role: Role): number =>
  role !== "amount"
    ? 0
    : /提供|仕切|値引後|販売|納入/.test(word)
      ? 5
      : /金額|価額|合価|amount|total/.test(word)
        ? 4
        : /計/.test(word)
          ? 3
          : 2;
