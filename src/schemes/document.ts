/** The page of one scheme under docs/schemes/: everything its data says, so that it can be read against the document. */
import { KINDS, isKind, TRAITS, isTrait } from "../core/classify/kinds";
import { describeFrame, sourceText } from "../core/scheme/describe";
import type { Category, Scheme } from "../core/scheme/scheme";
import type { Source } from "../core/scheme/terms";
import { classNames, clauseWords, frameWords, resultWords } from "./wording";

export function schemeDocument(scheme: Scheme): string {
  const sections = [
    `# ${scheme.name.ja}`,
    `${scheme.name.en}`,
    facts(scheme),
    frames(scheme),
    items(scheme),
    exclusions(scheme),
    ratios(scheme),
    rules(scheme),
    "このページは `src/schemes/" +
      scheme.id +
      ".json` から作られます。直すときはそのファイルを直し、`node scripts/scheme-docs.mjs` を実行してください。",
  ];
  return sections.filter((section) => section !== "").join("\n\n") + "\n";
}

/** The list of all the pages. */
export function schemeIndex(schemes: readonly Scheme[]): string {
  const rows = schemes.map((scheme) => [
    `[${scheme.id}](${scheme.id}.md)`,
    scheme.name.ja,
    scheme.frames.map(({ name }) => name.ja).join("、"),
    scheme.document.no,
  ]);
  return ["# 制度の一覧", table(["ID", "制度", "枠", "文書"], rows), documents(schemes)].join("\n\n") + "\n";
}

function documents(schemes: readonly Scheme[]): string {
  const named = new Map(schemes.map(({ document }) => [document.no, document.ja]));
  const list = [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([no, name]) => `- ${no}: ${name}`);
  return section("原典", list.join("\n"));
}

const cell = (text: string): string => text.replaceAll("|", "\\|");
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");
const section = (title: string, body: string): string => `## ${title}\n\n${body}`;
const clause = (source: Source | null): string => clauseWords(sourceText(source), "ja");
const yen = (amount: number): string => `${amount.toLocaleString("en-US")}円`;

function facts(scheme: Scheme): string {
  const { period, acquiredUntil, rounding, tax, labour, assetDisposal, quoteRequired, city, incomeDeducted } = scheme;
  const classes = scheme.classes.map((word) => `${classNames.ja[word]}(\`${word}\`)`).join("、");
  const names = (kinds: readonly string[]) => kinds.map(kindName).join("、");
  const rows: (readonly string[])[] = [
    ["ID", `\`${scheme.id}\``, ""],
    ["原典", `${scheme.document.no} ${scheme.document.ja}`, ""],
    ["結果", resultWords.ja[scheme.result], ""],
    ["申請者の区分", classes, ""],
    ["期間", period === null ? "記載なし" : `${period.from} ～ ${period.to}`, period === null ? "" : clause(period)],
  ];
  if (period?.latePayment !== undefined) {
    const { until, kinds } = period.latePayment;
    rows.push(["支払いの猶予", `${names(kinds)}は ${until} まで`, clause(period.latePayment)]);
  }
  if (acquiredUntil !== undefined) rows.push(["取得の期限", acquiredUntil.day, clause(acquiredUntil)]);
  rows.push(
    rounding === null
      ? ["端数", "記載なし(1円未満を切り捨て)", ""]
      : ["端数", `${yen(rounding.unit)}未満を切り捨て`, clause(rounding)],
    ["消費税", tax.treatment === "exclusive" ? "除いて計算" : "含めて計算", clause(tax)],
  );
  if (incomeDeducted !== undefined) rows.push(["事業収入", "支出から差し引く", clause(incomeDeducted)]);
  if (labour !== undefined) rows.push(["時給単価の基になる給与", labour.payMonth, clause(labour)]);
  if (assetDisposal !== undefined)
    rows.push([
      "処分に承認が要る財産",
      `${assetDisposal.middles.join("・")}のうち単価 ${yen(assetDisposal.minUnitPrice)}以上`,
      clause(assetDisposal),
    ]);
  if (quoteRequired !== undefined)
    rows.push([
      "申請時に見積書が要るもの",
      `${yen(quoteRequired.above)}を超える${quoteRequired.item.minor ?? quoteRequired.item.middle}`,
      clause(quoteRequired),
    ]);
  if (city !== undefined) rows.push(["市", city.name, clause(city)]);
  return table(["項目", "内容", "条項"], rows);
}

function frames(scheme: Scheme): string {
  const rows = scheme.frames.map((frame) => {
    const words = frameWords(describeFrame(scheme, frame), "ja");
    const members = frame.minCorporateMembers === undefined ? "" : `法人 ${String(frame.minCorporateMembers)} 者以上`;
    return [frame.name.ja, `\`${frame.id}\``, words.rate, words.cap, words.floor, members, words.source];
  });
  return section("枠", table(["枠", "ID", "率", "上限", "下限", "構成員", "条項"], rows));
}

function items(scheme: Scheme): string {
  if (scheme.categories.length === 0) return section("費目", "原典は費目を挙げていません。");
  const rows = scheme.categories.map((category) => [
    category.major ?? "",
    category.middle + (category.minor === undefined ? "" : `(${category.minor})`),
    category.kinds.map(kindName).join("、"),
    limits(scheme, category),
    clause(category),
  ]);
  return section("費目", table(["大項目", "費目", "入るもの", "条件", "条項"], rows));
}

function limits(scheme: Scheme, { minUnitPrice, belowUnitPrice, frames: own }: Category): string {
  const frameNames = scheme.frames.filter(({ id }) => own?.includes(id)).map(({ name }) => name.ja);
  return [
    ...(minUnitPrice === undefined ? [] : [`単価 ${yen(minUnitPrice)}以上`]),
    ...(belowUnitPrice === undefined ? [] : [`単価 ${yen(belowUnitPrice)}未満`]),
    ...(own === undefined ? [] : [`${frameNames.join("、")}のみ`]),
  ].join("、");
}

const kindName = (kind: string): string => (isKind(kind) ? KINDS[kind].ja : kind);

function exclusions(scheme: Scheme): string {
  if (scheme.exclusions.length === 0) return "";
  const rows = scheme.exclusions.map((exclusion) => [
    isTrait(exclusion.trait) ? TRAITS[exclusion.trait] : kindName(exclusion.trait),
    `\`${exclusion.rule}\``,
    clause(exclusion),
  ]);
  return section("対象にならないもの", table(["内容", "検査", "条項"], rows));
}

const bases = { without: "その費目を除いた経費", total: "経費の合計", grant: "助成金額" };

function ratios(scheme: Scheme): string {
  if (scheme.ratios.length === 0) return "";
  const rows = scheme.ratios.flatMap((ratio) =>
    ratio.bases.map((base) => [
      ratio.name.ja,
      `${bases[base.of]}の ${ratio.max} まで`,
      base.breach === "error" ? "誤り" : "注意",
      clause(base),
    ]),
  );
  return section("割合の制限", table(["費目", "制限", "超えたとき", "条項"], rows));
}

function rules(scheme: Scheme): string {
  const rows = Object.entries(scheme.rules).map(([id, source]) => [`\`${id}\``, clause(source)]);
  return section("この制度で行う検査", table(["検査", "条項"], rows));
}
