/** 見積書との付け合わせ: each line beside what backs it; and documents alone. */
import type { DocumentRead } from "../../core/documents/document";
import type { LineMatch } from "../../core/documents/match/matching";
import type { Report } from "../../core/report/report";
import { kindNames, problemTexts, reasonTexts, stateNames } from "../../messages/estimates";
import { faultsRemark, faultText } from "../../messages/faults";
import { figure } from "../../core/text/figure";
import { shorten, table } from "../width";
import { yen } from "../words";
import { paragraph, pick, section, tone, type Page } from "./page";

export function estimates(page: Page, report: Report): string[] {
  if (report.estimates === null) return [];
  const { documents, matches, unmatched, faults } = report.estimates;
  const header = pick(
    page,
    ["  行", "品名", "状態", "理由", "差額", "見積書"],
    ["  Row", "Item", "State", "Reason", "Difference", "Estimate"],
  );
  const descriptions = new Map(report.lines.map((line) => [`${line.sheet}\n${line.row}`, line.description]));
  const rows = matches.map((match) => [
    `  ${match.sheet}!${match.row}`,
    shorten(descriptions.get(`${match.sheet}\n${match.row}`) ?? "", 30),
    stateNames[page.lang][match.state],
    match.reason === null ? "" : reasonTexts[page.lang][match.reason],
    match.difference === null || match.difference === 0 ? "" : signed(match.difference, page),
    backing(match, page),
  ]);
  const problems = documents.filter(({ problem }) => problem !== null);
  return section(page, pick(page, "見積書との付け合わせ", "Estimates, line by line"), [
    `  ${counts(page, matches)}`,
    ...table([header, ...rows], new Set([4])),
    ...(unmatched.length === 0
      ? []
      : [pick(page, "  どの明細にも対応しない見積書・品目", "  Estimates and items that no line rests on")]),
    ...unmatched.map(({ file, page: number, item }) => `    ${placeOf(file, number, item, page)}`),
    ...(problems.length === 0 ? [] : [pick(page, "  読み取りに注意が要る書類", "  Papers to look at")]),
    ...problems.flatMap(({ file, problem }) =>
      problem === null ? [] : paragraph(page, "    ", `${file}  ${problemTexts[page.lang][problem]}`, 4),
    ),
    ...(faults.length === 0 ? [] : [`  ${faultsRemark[page.lang]}`]),
    ...faults.flatMap((fault) => paragraph(page, "    ", `${fault.file}  ${faultText(fault, page.lang)}`, 4)),
  ]);
}

function counts(page: Page, matches: readonly LineMatch[]): string {
  const states = ["一致", "不一致", "要確認", "見積なし", "不要"] as const;
  return states
    .map((state) => `${stateNames[page.lang][state]} ${matches.filter((match) => match.state === state).length}`)
    .join(pick(page, "、", ", "));
}

const signed = (value: number, page: Page): string => (value > 0 ? "+" : "") + yen(value, page.lang);

function backing({ documents }: LineMatch, page: Page): string {
  const [first] = documents;
  if (first === undefined) return "—";
  const items = documents
    .filter(({ file, page: number, role }) => file === first.file && number === first.page && role === first.role)
    .flatMap(({ item }) => (item === null ? [] : [item]));
  const more = new Set(documents.map(({ file, page: number, row }) => `${file}\n${number}\n${String(row)}`)).size - 1;
  const place =
    first.row !== null
      ? pick(page, ` ${first.row}行目`, ` row ${first.row}`)
      : items.length === 0
        ? ""
        : pick(page, ` 品目${items.join("・")}`, ` item ${items.join(", ")}`);
  return `${shorten(first.file, 36)}${place}${more > 0 ? pick(page, ` ほか${more}件`, ` and ${more} more`) : ""}`;
}

function placeOf(file: string, number: number, item: number | null, page: Page): string {
  const at = number > 1 ? pick(page, ` ${number}ページ`, ` page ${number}`) : "";
  return `${file}${at}${item === null ? "" : pick(page, ` 品目${item}`, ` item ${item}`)}`;
}

/** `kenzan estimates`: what was read from documents alone. */
export function documentsText(documents: readonly DocumentRead[], page: Page): string {
  return documents.map((document) => documentLines(document, page).join("\n")).join("\n\n") + "\n";
}

function documentLines(document: DocumentRead, page: Page): string[] {
  const { file, kind, problem, row } = document;
  const place =
    row === null ? placeOf(file, document.page, null, page) : `${file} ${pick(page, `${row}行目`, `row ${row}`)}`;
  const title = tone(page, "heading", `■ ${place}  ${kindNames[page.lang][kind]}`);
  const unknown = "—";
  const said = [
    [pick(page, "項番", "Item no."), document.evidenceNo],
    [pick(page, "番号", "Number"), document.number],
    [pick(page, "発行者", "Issuer"), document.issuer],
    [pick(page, "登録番号", "Registration"), document.registrationNumber],
    [pick(page, "宛名", "Addressee"), document.addressee],
    [pick(page, "発行日", "Date"), document.date],
    [pick(page, "有効期限", "Valid until"), document.validUntil],
    [pick(page, "税抜", "Net"), document.net === null ? null : yen(document.net, page.lang)],
    [pick(page, "消費税", "Tax"), document.tax === null ? null : yen(document.tax, page.lang)],
    [pick(page, "税込", "Gross"), document.gross === null ? null : yen(document.gross, page.lang)],
  ] as const;
  const items = document.items.map((item, at) => [
    `  ${at + 1}`,
    shorten([item.name, item.spec ?? ""].join(" ").trim(), 44),
    item.quantity === null ? "" : `${item.quantity}${item.unit ?? ""}`,
    item.unitPrice === null ? "" : figure(item.unitPrice, 3),
    item.amount === null ? "" : figure(item.amount, 3),
    item.optional ? pick(page, "オプション", "optional") : "",
  ]);
  const notice =
    problem === null ? [] : paragraph(page, "  ", tone(page, "warning", problemTexts[page.lang][problem]), 2);
  if (document.readBy === null) return [title, ...notice];
  return [
    title,
    ...notice,
    ...table(
      said.map(([name, value]) => [`  ${name}`, value ?? unknown]),
      new Set(),
    ),
    ...table(items, new Set([0, 2, 3, 4])),
  ];
}
