/** One estimate as different programs write it: a row of a list, a workbook, a PDF, or a page to be printed as one. */
import { strToU8 } from "fflate";
import { buildXlsx, type CellLiteral } from "../../ooxml/build";
import type { Paper } from "./draft";
import { imagePdf, pdfOf, type Producer, type Text } from "./pdf";
import { day, yen } from "./said";

interface Sums {
  readonly net: number;
  readonly tax: number;
}

export const sumsOf = (paper: Paper): Sums => {
  const net = paper.items.reduce((sum, { amount }) => sum + amount, 0);
  return { net, tax: paper.currency === "円" ? Math.floor(net / 10) : 0 };
};

const ADDRESS = "福岡県北九州市小倉北区大手町1-1";
const money = (paper: Paper, value: number): string =>
  paper.currency === "円" ? `￥${yen(value)}` : `US$${yen(value)}`;
const boast = (paper: Paper, { net, tax }: Sums): string =>
  paper.title === "請求書"
    ? `ご請求金額\u3000${money(paper, net + tax)}（税込）`
    : `御見積金額\u3000${money(paper, net + tax)}${paper.currency === "円" ? "（税込）" : ""}`;

/** What can stand in a list of estimates: no word of who it is for, or how it looks. */
export const fitsList = ({ title, currency, scanned }: Paper): boolean =>
  title === "御見積書" && currency === "円" && !scanned;

export function listOf(papers: readonly Paper[]): Uint8Array {
  const rows = papers.map((paper) => {
    const { net, tax } = sumsOf(paper);
    return [paper.no, paper.vendor.name, paper.date, paper.items[0]?.name ?? "", net, net + tax].map(String).join(",");
  });
  return strToU8(`\ufeff項番,発行者,発行日,品名,金額(税抜),金額(税込)\r\n${rows.join("\r\n")}\r\n`);
}

const HEADS = [
  ["品名", "数量", "単位", "単価", "金額"],
  ["摘要", "数量", "単位", "単価（円）", "金額（円）"],
  ["件名・仕様", "数量", "単位", "税抜単価", "税抜金額"],
] as const;

export const SHEET_LAYOUTS = HEADS.length;

export function sheetPaper(paper: Paper, layout: number): Uint8Array {
  const { net, tax } = sumsOf(paper);
  const items = paper.items.map((it): CellLiteral[] => [
    it.name,
    it.quantity,
    it.unit,
    it.price === 0 ? null : it.price,
    it.amount,
  ]);
  const heads =
    paper.currency === "円"
      ? (HEADS[layout] as readonly string[])
      : ["品名", "数量", "単位", "Price (USD)", "Amount (USD)"];
  const rows: CellLiteral[][] = [
    [layout === 1 ? [...paper.title].join("\u3000") : paper.title],
    [`${paper.to} 御中`, null, null, `見積番号：${paper.number}`],
    [null, null, null, `発行日：${day(paper.date)}`],
    [`有効期限：${day(paper.validUntil)}`, null, null, paper.vendor.name],
    [null, null, null, ADDRESS],
    [null, null, null, `TEL ${paper.vendor.phone}`],
    [null, null, null, `担当：${paper.vendor.person}`],
    [boast(paper, { net, tax })],
    [],
    [...heads],
    ...items,
    [],
    ["小計", null, null, null, net],
    ...(paper.currency === "円" ? [["消費税（10%）", null, null, null, tax]] : []),
    ["合計", null, null, null, net + tax],
    [`お振込先：${paper.vendor.account}`],
  ];
  return buildXlsx({ sheets: [{ name: "見積書", rows, widths: [31, 5, 5, 10, 12] }] });
}

const cellsOf = (paper: Paper): string[][] =>
  paper.items.map((it) => [
    it.name,
    String(it.quantity),
    it.unit,
    it.price === 0 ? "" : yen(it.price),
    it.amount < 0 ? `▲${yen(-it.amount)}` : yen(it.amount),
  ]);

function sumRows(paper: Paper): (readonly [string, string])[] {
  const { net, tax } = sumsOf(paper);
  return [
    ["小計", yen(net)],
    ...(paper.currency === "円" ? [["消費税（10%）", yen(tax)] as const] : []),
    ["合計", money(paper, net + tax)],
  ];
}

export function pdfPaper(paper: Paper, by: Producer): Uint8Array {
  if (paper.scanned) return imagePdf();
  const texts: Text[] = [
    { x: 250, y: 70, size: 18, text: paper.title },
    { x: 50, y: 110, size: 12, text: `${paper.to} 御中` },
    { x: 360, y: 110, size: 9, text: `見積番号 ${paper.number}` },
    { x: 360, y: 124, size: 9, text: `発行日 ${day(paper.date)}` },
    { x: 50, y: 130, size: 9, text: `有効期限 ${day(paper.validUntil)}` },
    { x: 360, y: 146, size: 11, text: paper.vendor.name },
    { x: 360, y: 160, size: 9, text: ADDRESS },
    { x: 360, y: 174, size: 9, text: `TEL ${paper.vendor.phone}` },
    { x: 360, y: 188, size: 9, text: `担当：${paper.vendor.person}` },
    { x: 50, y: 180, size: 12, text: boast(paper, sumsOf(paper)) },
  ];
  const columns = [55, 330, 375, 415, 490];
  const row = (y: number, cells: readonly string[]): void =>
    cells.forEach((text, at) => {
      if (text !== "") texts.push({ x: columns[at] as number, y, size: 8, text });
    });
  let y = 236;
  row(y, paper.currency === "円" ? HEADS[0] : ["品名", "数量", "単位", "USD", "USD"]);
  for (const cells of cellsOf(paper)) row((y += 18), cells);
  for (const [name, sum] of sumRows(paper)) row((y += 18), [name, "", "", "", sum]);
  texts.push({ x: 55, y: y + 44, size: 8, text: `お振込先：${paper.vendor.account}` });
  const lines = Array.from({ length: 5 + paper.items.length }, (_, at): [number, number, number, number] => {
    const height = 224 + at * 18;
    return [50, height, 550, height];
  });
  return pdfOf(texts, lines, by);
}

/** For a browser to print. */
export function htmlPaper(paper: Paper): string {
  const row = (cells: readonly string[], tag = "td"): string =>
    `<tr>${cells.map((cell, at) => `<${tag}${at === 0 ? "" : ' class="n"'}>${cell}</${tag}>`).join("")}</tr>`;
  return `<!doctype html><meta charset="utf-8"><style>@page{size:A4;margin:18mm}body{font:10pt sans-serif}h1{text-align:center;letter-spacing:.4em}
.who{float:right;width:45%}table{clear:both;border-collapse:collapse;width:100%;margin-top:1em}td,th{border:1px solid #000;padding:4px 6px}.n{text-align:right}</style>
<h1>${paper.title}</h1><div class="who">No. ${paper.number}<br>${paper.date.replaceAll("-", "/")}<br><b>${paper.vendor.name}</b><br>${ADDRESS}<br>TEL ${paper.vendor.phone}<br>担当：${paper.vendor.person}</div>
<p><u>${paper.to}\u3000御中</u></p><p>下記のとおり、お見積り申し上げます。</p><p>有効期限：${paper.validUntil.replaceAll("-", "/")}まで</p><p><b>${boast(paper, sumsOf(paper))}</b></p>
<table>${row(paper.currency === "円" ? HEADS[0] : ["品名", "数量", "単位", "USD", "USD"], "th")}${cellsOf(paper)
    .map((cells) => row(cells))
    .join("")}${sumRows(paper)
    .map(([name, sum]) => row([name, "", "", "", sum]))
    .join("")}</table><p>お振込先：${paper.vendor.account}</p>`;
}
