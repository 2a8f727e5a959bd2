/** What applications have in common. */
import type { Shared } from "../../../core/desk/across";
import type { SheetModel } from "../../summary/model";
import { printed } from "../../summary/print";
import { rowHeights } from "../heights";
import { sharedNames, type Lang } from "../words";
import { cell, SHEETS, TITLES, TOP } from "./sheets";

export function sharedSheet(shared: readonly Shared[], lang: Lang): SheetModel {
  const heads = {
    ja: ["種類", "共通するもの", "申請", "場所", "内容"],
    en: ["Kind", "In common", "Application", "Place", "Text"],
  }[lang];
  const rows = shared.flatMap(({ kind, subject, detail, places }) =>
    places.map((place, at) => [
      at === 0 ? sharedNames[lang][kind] : "",
      at === 0 ? (kind === "unit-price" ? priceText(subject, detail, lang) : subject) : "",
      place.application,
      place.file ?? (place.sheet === null ? "" : `${place.sheet} ${String(place.row)}${lang === "ja" ? "行目" : ""}`),
      place.text,
    ]),
  );
  const widths = [24, 34, 26, 34, 46];
  const bottom = TOP + Math.max(1, rows.length);
  const note = {
    ja: "不正を示すものではありません。同じ業者が正しく見積もった場合もあるので、中身を見て判断してください。",
    en: "None of this proves anything wrong: look at each before you judge.",
  }[lang];
  return {
    name: SHEETS[lang][2],
    cells: [
      cell(1, 1, TITLES[lang][2], "title"),
      cell(2, 1, note, "subtitle"),
      ...heads.map((head, at) => cell(TOP, at + 1, head, "header")),
      ...rows.flatMap((row, at) => row.map((value, column) => cell(TOP + 1 + at, column + 1, value, "textWrap"))),
      ...(rows.length > 0 ? [] : [cell(TOP + 1, 1, lang === "ja" ? "見つかりませんでした。" : "None found.", "text")]),
    ],
    area: { top: 1, left: 1, bottom, right: heads.length },
    merges: [],
    columns: widths.map((width, at) => ({ column: at + 1, width })),
    rowHeights: rowHeights(rows, widths, TOP + 1),
    chart: null,
    table: null,
    print: printed({ top: 1, left: 1, bottom, right: heads.length }),
    freeze: { rows: TOP, columns: 0 },
  };
}

/** "タブレット端末 980,000" of a middle price of 70,000. */
function priceText(subject: string, detail: string, lang: Lang): string {
  const at = subject.lastIndexOf(" ");
  const figure = (digits: string): string => Number(digits).toLocaleString("en-US");
  return lang === "ja"
    ? `${subject.slice(0, at)} 単価 ${figure(subject.slice(at + 1))}円（ほかの中央値 ${figure(detail)}円）`
    : `${subject.slice(0, at)} at ${figure(subject.slice(at + 1))} yen (median of others ${figure(detail)} yen)`;
}
