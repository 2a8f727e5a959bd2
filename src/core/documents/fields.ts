/** Fields beside the table: title, number, days, parties. Each is looked for by its label, then by its place. */
import { circledNumber, isCircled } from "../text/circled";
import { plain } from "../text/plain";
import { companyIn } from "./words/companies";
import { dayIn, validUntilIn } from "./words/days";
import { headingOf } from "./words/headings";
import type { DocumentKind } from "./document";
import { inKanji } from "./words/figures";
import { labelled } from "./page/labelled";
import { placeOf, type Found, type Line, type Page, type Segment } from "./page/paper";

export const textOf = (line: Line): string => line.segments.map(({ text }) => text).join(" ");

const TITLES: readonly (readonly [DocumentKind, RegExp])[] = [
  ["order", /発注書|注文書|注文請書|発注請書|PURCHASEORDER/i],
  ["delivery", /納品書|納品明細|DELIVERYNOTE/i],
  ["receipt", /領収書|領収証|RECEIPT/i],
  ["invoice", /請求書|請求明細|INVOICE/i],
  ["estimate", /見積|QUOTATION|QUOTE|ESTIMATE|PROFORMA|ProForma/i],
];
const NO_TITLE =
  /[:：]|番号|合計|金額|有効|期限|条件|下記|以下|日付|年月日|No\.?\d|担当|ください|いたし|申し|お願い|につき|発行事業者|送付/;
/** 発注書（控） */
const REMARK = /[(（【[].*$/;

/** By the largest words of the first page that name a kind of paper, never by the file's name. */
export function kindOf(page: Page): DocumentKind {
  let found: { kind: DocumentKind; size: number; y: number } | null = null;
  const consider = (text: string, size: number, y: number): void => {
    const bare = plain(text).replace(REMARK, "");
    if (bare.length === 0 || bare.length > 22 || NO_TITLE.test(bare) || /\d{2}/.test(bare)) return;
    const kind = TITLES.find(([, words]) => words.test(bare))?.[0];
    if (kind === undefined) return;
    if (found === null || size > found.size * 1.15 || (size > found.size * 0.87 && y < found.y))
      found = { kind, size, y };
  };
  for (const line of page.lines) {
    for (const segment of line.segments) consider(segment.text, segment.size, line.y);
    // Spread letters may stand as segments of their own.
    const letters = line.segments.map(({ text }) => text.replace(REMARK, ""));
    if (letters.length > 1 && letters.length < 8 && letters.every((text) => text.length <= 2))
      consider(line.segments.map(({ text }) => text).join(""), line.size, line.y);
  }
  if (found !== null) return (found as { kind: DocumentKind }).kind;
  const words = plain(page.lines.map(textOf).join("\n"));
  if (/見積/.test(words) && !LETTER.test(words)) return "estimate";
  return words.length === 0 ? "unknown" : "other";
}

/** An e-mail or letter that an estimate came with. */
const LETTER = /差出人[:：]|^from:|送付の件|を?お送り(?:いた|致)?し|送付(?:いた|致)し/im;

const DATE_LABEL =
  /(?:見積(?:書)?(?:提出|作成|発行)?(?:年月)?日|発行(?:年月)?日|作成(?:年月)?日|回答日|提出日|起票日|(?<![納締])日付|^日時|^date|issuedate|quotedate|dateofissue|quotationdate)(?:付)?/i;
const NO_DATE =
  /期限|有効|納期|納入|締|開催|実施|工期|期間|施工|支払|請求期日|まで|より|から|作業日|セミナー|〜|~|開始|終了|利用|契約|稼働|改定|現在|引渡|予定/;

const DAY_ALONE =
  /^.{0,4}(?:20\d\d|令和|R\d)|^\d{0,2}(?:st|nd|rd|th)?[-./,]?[A-Za-z]{3,9}[-./,]?\d{0,2}(?:st|nd|rd|th)?[-./,]?20\d\d$/;

export function dateOf(pages: readonly Page[]): Found | null {
  const named = labelled(pages, DATE_LABEL, (value) => dayIn(value));
  if (named !== null) return named;
  for (const { lines } of pages)
    for (const line of lines) {
      // A day that stands by itself first: at the head of the paper, nothing beside it.
      for (const segment of line.segments)
        if (DAY_ALONE.test(plain(segment.text)) && !NO_DATE.test(plain(segment.text))) {
          const before = line.segments[line.segments.indexOf(segment) - 1];
          // A label whose value this day is; one that has its value already says nothing of it.
          if (before !== undefined && NO_DATE.test(plain(before.text)) && !/\d/.test(plain(before.text))) continue;
          const day = dayIn(segment.text);
          if (day !== null) return { value: day, at: placeOf(line, [segment]) };
        }
      // Figures may be parted from 年, 月 and 日.
      const whole = plain(textOf(line));
      if (!NO_DATE.test(whole)) {
        const day = dayIn(whole);
        if (day !== null) return { value: day, at: placeOf(line, line.segments) };
      }
    }
  return null;
}

const VALID_LABEL =
  /(?:[本お御]?見積(?:書)?の?)?(?:有効(?:期限|期間|期日|日)|見積期限|見積有効|回答期限日?|提出期限|有効|validity|validuntil|valid(?:through|till)?|expir(?:y|ation|es)(?:date)?|goodthrough)(?:は|日)?/i;

export function validUntilOf(pages: readonly Page[], issued: string | null): Found | null {
  const named = labelled(pages, VALID_LABEL, (value) => validUntilIn(value, issued));
  if (named !== null) return named;
  for (const { lines } of pages)
    for (const [at, line] of lines.entries()) {
      const sentence = plain(textOf(line));
      const match =
        /(?:見積|本書|発行|提示)[^。]{0,24}?((?:20\d\d|令和|\d)[^。]{0,16}?)(?:間)?(?:有効|まで有効|を有効|の間|とさせて|とし)/.exec(
          sentence,
        );
      const day = match === null ? null : validUntilIn(match[1] as string, issued);
      if (day !== null) return { value: day, at: placeOf(line, line.segments) };
      // A sentence that goes on in the next line, broken within its label.
      const next = lines[at + 1];
      if (next === undefined || line.segments.length > 1 || next.segments.length > 1) continue;
      const both = sentence + plain(textOf(next));
      const label = VALID_LABEL.exec(both);
      if (label === null || label.index >= sentence.length || label.index + label[0].length <= sentence.length)
        continue;
      const rest = both.slice(label.index + label[0].length).split("。")[0] as string;
      const later = validUntilIn(rest, issued);
      if (later !== null) return { value: later, at: placeOf(next, next.segments) };
    }
  return null;
}

const NUMBER_LABELS: readonly RegExp[] = [
  /(?:[お御]?見積(?:書|回答)?(?:番号|№|no[.．:]?|ナンバー|#|id))/i,
  /(?:quotation|quote|estimate|proforma)(?:no[.．]?|number|#|ref[.．]?|id)/i,
  /(?:発行|文書|伝票|管理|整理|回答|受付|案件|書類|照会|参照|控)(?:番号|no[.．]?|№)/i,
  /^(?:our)?ref(?:erence)?(?:no)?[.．]?(?![a-z])/i,
  /^(?:no[.．]|no(?=[\s:：\d\u3400-\u9fff]|$)|№|#|番号)/i,
  /^No(?=[A-Z]{1,4}-?\d{2})/,
];
const AFTER_NUMBER =
  /(?:見積日|発行|作成|お?見積|20\d\d年|令和\d|日付|有効|date|登録番号|枚数|ページ|page|項番|\(|（).*$/i;

const NONE: ReadonlySet<Line> = new Set();

const OWN_NUMBER: Readonly<Partial<Record<DocumentKind, RegExp>>> = {
  invoice: /(?:[お御]?請求書?(?:番号|№|no[.．:]?)|invoice(?:no[.．]?|number|#))/i,
  order: /(?:[お御]?(?:注文|発注|請)(?:請?書)?(?:番号|№|no[.．:]?)|(?:purchase)?order(?:no[.．]?|number|#))/i,
  delivery: /(?:納品書?(?:番号|№|no[.．:]?)|delivery(?:no[.．]?|number|#))/i,
  receipt: /(?:領収書?(?:番号|№|no[.．:]?)|receipt(?:no[.．]?|number|#))/i,
};

/**
 * Its own number first: an order names that of its estimate, too.
 * @param rows lines of the items, which have numbers of their own
 */
export function numberOf(pages: readonly Page[], kind: DocumentKind, rows: ReadonlySet<Line> = NONE): Found | null {
  const accept = (value: string): string | null => {
    const bare = plain(value)
      .replace(AFTER_NUMBER, "")
      .replace(/^[:：#]|[)）。,、]$/g, "");
    // 第251号 is 251; with letters before it, 訓第251号, it is written as a whole.
    const numbered = /^第(\d.{0,19})号/.exec(bare)?.[1] ?? (SYMBOL.test(bare) ? bare : bare.replace(/号$/, ""));
    if (numbered === "" || numbered.length > 30 || dayIn(numbered) !== null || /^T\d{13}$/.test(numbered)) return null;
    if (/^0\d{1,4}-\d{1,4}-\d{3,4}$/.test(numbered) || /^〒/.test(value)) return null;
    if (inKanji(numbered) !== null || SYMBOL.test(numbered)) return numbered;
    return /^[A-Za-z\d\u3041-\u9fff][^\s:：、。]*$/.test(numbered) && /\d/.test(numbered) && !/[、。円¥]/.test(numbered)
      ? numbered
      : null;
  };
  const own = OWN_NUMBER[kind];
  for (const label of own === undefined
    ? NUMBER_LABELS
    : [own, ...NUMBER_LABELS.slice(2), ...NUMBER_LABELS.slice(0, 2)]) {
    const named = labelled(pages, label, accept, rows);
    if (named !== null) return named;
  }
  for (const { lines } of pages)
    for (const line of lines) {
      const match = /(?:^|[^第])(第([^\s第]{1,20})号)/.exec(plain(textOf(line)));
      if (match === null || /補助|助成|法|条|許可|届出/.test(plain(textOf(line)))) continue;
      const symbol = line.segments.map(({ text }) => plain(text)).find((text) => SYMBOL.test(text));
      const [, whole, bare] = match as unknown as [string, string, string];
      return {
        value: symbol ?? (/^[\d〇一二三四五六七八九十百千]/.test(bare) ? bare : whole),
        at: placeOf(line, line.segments),
      };
    }
  return besideTitle(pages) ?? codeOf(pages, rows);
}

/** 見積書（UW-0410）, 御見積書 No.12-3: in the words of the title. */
function besideTitle(pages: readonly Page[]): Found | null {
  for (const line of pages[0]?.lines ?? [])
    for (const segment of line.segments) {
      const match =
        /(?:見積(?:書|回答書?|明細書?)|quotation|estimate)[([【<〈［（#:：№-]+(?:no[.．:]?|№|第)?([A-Za-z\d][\w/-]*)号?[)\]】>〉］）]?$/i.exec(
          plain(segment.text),
        );
      const value = match?.[1];
      if (value === undefined || !/\d/.test(value) || dayIn(value) !== null || /^\d$|^\d\/\d$/.test(value)) continue;
      return { value, at: placeOf(line, [segment]) };
    }
  return null;
}

/** As offices number their letters: 訓第251号. */
const SYMBOL = /^[^\d\s第]{1,6}第[\d〇一二三四五六七八九十百-]{1,10}号$/;
/** Letters with figures, as firms number their papers: HS250512-11. */
const CODE = /^(?!TEL|FAX)(?=(?:\D*\d){3})[A-Z]{1,6}[-_]?\d[\w-]*$/;
/** So short, with such letters or without any, only beside the title or the day: TH-22, ナ-63, 若-2507, 26015. */
const SHORT_CODE = /^(?!項番|別紙|別添|資料|様式|添付)[A-Z\u3041-\u9fffー]{1,4}-\d[\d-]{1,11}$|^\d{4,8}$/;

/** A code by itself over the items, the only one there. */
function codeOf(pages: readonly Page[], rows: ReadonlySet<Line>): Found | null {
  const lines = pages[0]?.lines ?? [];
  const first = lines.findIndex((line) => rows.has(line));
  const head = lines.slice(0, Math.max(first, 0));
  const find = (code: RegExp, among: readonly Line[]): Found | null => {
    const found = among.flatMap((line) =>
      line.segments.flatMap((segment): Found[] => {
        const value = plain(segment.text);
        return code.test(value) && !/^T\d{13}$/.test(value) ? [{ value, at: placeOf(line, [segment]) }] : [];
      }),
    );
    return found.length === 1 ? (found[0] as Found) : null;
  };
  const dated = (line: Line | undefined): boolean =>
    line?.segments.some(({ text }) => DAY_ALONE.test(plain(text)) || TITLE.test(plain(text))) === true;
  return (
    find(CODE, head) ??
    find(
      SHORT_CODE,
      head.filter((line, at) => [line, head[at - 1], head[at + 1]].some(dated)),
    )
  );
}

const TITLE = /^.{0,3}見積(?:書|回答書?|明細書?)$/;

export function registrationOf(pages: readonly Page[]): Found | null {
  for (const { lines } of pages)
    for (const line of lines) {
      const match = /(?<![A-Za-z])T(\d[\d-]{12,17})(?!\d)/.exec(plain(textOf(line)).replace(/[‐－−–—]/g, "-"));
      const digits = match?.[1]?.replace(/-/g, "");
      if (digits?.length !== 13) continue;
      const own = line.segments.filter(
        ({ text }) => /\d{4}/.test(text) && plain(text).replace(/\D/g, "").includes(digits),
      );
      return { value: `T${digits}`, at: placeOf(line, own.length > 0 ? own : line.segments) };
    }
  return null;
}

export function subjectOf(pages: readonly Page[]): string | null {
  return (
    labelled(
      pages,
      /^(?:件名|工事名称?|案件名?|業務名|物件名|品名|表題|題名|サービス名|ご?用件|お?見積件名|委託業務名|subject|project|re)(?=[:：]|$)|^(?:件名|工事名称?|案件名)(?![・･／/])/i,
      (value) =>
        value.length >= 2 &&
        value.length < 60 &&
        headingOf(value) === null && // 件名 heads a column
        companyIn(value) === null &&
        dayIn(value) === null
          ? value
          : null,
    )?.value ?? null
  );
}

/** 項番 written on the paper itself. */
export function memoOf(page: Page): string | null {
  const words = [
    ...page.remarks,
    ...page.lines.flatMap((line) => [...line.segments.map(({ text }) => text), textOf(line)]),
  ];
  for (const text of words) {
    const match =
      /^[[(【<（]?(?:項番|整理項番|補助(?:金|事業)?項番|見積項番)[:：.]?(?:第|No\.?)?0*(\d{1,3}(?:-\d{1,2})?)(?:番|号)?[\])】>）]?$/i.exec(
        plain(text),
      );
    if (match !== null) return match[1] as string;
    const inside = /(?:^|[^\w])項番[:：.]?(?:No\.?)?0*(\d{1,3})(?!\d)/.exec(plain(text));
    if (inside !== null && plain(text).length < 24) return inside[1] as string;
  }
  return circledAlone(page);
}

/** ⑫ by itself at the head of the page, the only one: where others are circled they number what the page lists. */
function circledAlone(page: Page): string | null {
  const head = page.lines.filter(({ y }) => y < page.height / 5);
  const circled = head.flatMap(({ segments }) => segments.filter(({ text }) => isCircled(text)));
  return circled.length === 1 ? circledNumber((circled[0] as Segment).text) : null;
}
