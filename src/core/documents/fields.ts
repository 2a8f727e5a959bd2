/** Fields beside the table: title, number, days, parties. Each is looked for by its label, then by its place. */
import { normal } from "../text/fold";
import { plain } from "../text/plain";
import { companyIn, hasHonorific, houseIn, withoutHonorific } from "./companies";
import { dayIn, validUntilIn } from "./days";
import type { DocumentKind } from "./document";
import { inKanji } from "./figures";
import type { Line, Page, Segment } from "./paper";

const squeeze = (text: string): string => plain(text);
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

/** By the largest words of the first page that name a kind of paper, never by the file's name. */
export function kindOf(page: Page): DocumentKind {
  let found: { kind: DocumentKind; size: number; y: number } | null = null;
  const consider = (text: string, size: number, y: number): void => {
    const bare = squeeze(text).replace(/[(（【[].*$/, "");
    if (bare.length === 0 || bare.length > 22 || NO_TITLE.test(bare) || /\d{2}/.test(bare)) return;
    const kind = TITLES.find(([, words]) => words.test(bare))?.[0];
    if (kind === undefined) return;
    if (found === null || size > found.size * 1.15 || (size > found.size * 0.87 && y < found.y))
      found = { kind, size, y };
  };
  for (const line of page.lines) {
    for (const segment of line.segments) consider(segment.text, segment.size, line.y);
    // Spread letters may stand as segments of their own.
    if (line.segments.length > 1 && line.segments.length < 8 && line.segments.every(({ text }) => text.length <= 2))
      consider(line.segments.map(({ text }) => text).join(""), line.size, line.y);
  }
  if (found !== null) return (found as { kind: DocumentKind }).kind;
  const words = squeeze(page.lines.map(textOf).join("\n"));
  if (/見積/.test(words)) return "estimate";
  return words.length === 0 ? "unknown" : "other";
}

interface Found {
  readonly value: string;
  readonly line: Line;
}

/** The value beside a label: in the same text, in the next ones, or below. */
export function labelled(
  pages: readonly Page[],
  label: RegExp,
  accept: (value: string) => string | null,
): Found | null {
  for (const page of pages)
    for (const [index, line] of page.lines.entries()) {
      for (const [at, segment] of line.segments.entries()) {
        const joined = joinedLabel(line.segments, at);
        for (const { text, next } of joined) {
          const match = label.exec(text);
          if (match === null) continue;
          const own = text.slice(match.index + match[0].length).replace(/^[\s:：.．=|]+/, "");
          const beside = line.segments.slice(next, next + 4).map((it) => it.text);
          const under = belowOf(page, index, segment);
          for (const value of [own, beside[0], beside.slice(0, 2).join(""), beside.join(""), under])
            if (value !== undefined && value !== null && value !== "") {
              const taken = accept(value.replace(/^[\s:：.．]+/, ""));
              if (taken !== null) return { value: taken, line };
            }
        }
      }
    }
  return null;
}

/** A label's letters may be spread: 見 積 番 号. */
function joinedLabel(segments: readonly Segment[], at: number): { text: string; next: number }[] {
  const first = segments[at] as Segment;
  const found = [
    { text: first.text.trim(), next: at + 1 },
    { text: squeeze(first.text), next: at + 1 },
  ];
  let text = first.text;
  for (let next = at + 1; next < Math.min(at + 6, segments.length); next++) {
    if (squeeze((segments[next - 1] as Segment).text).length > 2) break;
    text += (segments[next] as Segment).text;
    found.push({ text: squeeze(text), next: next + 1 });
  }
  return found;
}

function belowOf(page: Page, index: number, segment: Segment): string | null {
  for (const line of page.lines.slice(index + 1, index + 3)) {
    if (line.y - (page.lines[index] as Line).y > 2.6 * Math.max(segment.size, line.size)) break;
    const under = line.segments.find(
      (other) => Math.abs(other.x0 - segment.x0) < 6 || (other.x0 < segment.x1 && other.x1 > segment.x0),
    );
    if (under !== undefined) return under.text;
  }
  return null;
}

const DATE_LABEL =
  /(?:見積(?:書)?(?:提出|作成|発行)?(?:年月)?日|発行(?:年月)?日|作成(?:年月)?日|回答日|提出日|起票日|(?<![納締])日付|^日時|^date|issuedate|quotedate|dateofissue|quotationdate)(?:付)?/i;
const NO_DATE =
  /期限|有効|納期|納入|締|開催|実施|工期|期間|施工|支払|請求期日|まで|より|から|作業日|セミナー|〜|~|開始|終了|利用|契約|稼働|改定|現在|引渡|予定/;

export function dateOf(pages: readonly Page[]): string | null {
  const named = labelled(pages, DATE_LABEL, (value) => dayIn(value));
  if (named !== null) return named.value;
  for (const { lines } of pages)
    for (const line of lines) {
      // A day that stands by itself first: at the head of the paper, nothing beside it.
      for (const segment of line.segments)
        if (/^.{0,4}(?:20\d\d|令和|R\d)/.test(squeeze(segment.text)) && !NO_DATE.test(squeeze(segment.text))) {
          const before = line.segments[line.segments.indexOf(segment) - 1];
          if (before !== undefined && NO_DATE.test(squeeze(before.text)) && squeeze(before.text).length < 12) continue;
          const day = dayIn(segment.text);
          if (day !== null) return day;
        }
      // Figures may be parted from 年, 月 and 日.
      const whole = squeeze(textOf(line));
      if (!NO_DATE.test(whole)) {
        const day = dayIn(whole);
        if (day !== null) return day;
      }
    }
  return null;
}

const VALID_LABEL =
  /(?:[本お御]?見積(?:書)?の?)?(?:有効(?:期限|期間|期日|日)|見積期限|見積有効|回答期限日?|提出期限|有効|validity|validuntil|valid(?:through|till)?|expir(?:y|ation|es)(?:date)?|goodthrough)(?:は|日)?/i;

export function validUntilOf(pages: readonly Page[], issued: string | null): string | null {
  const named = labelled(pages, VALID_LABEL, (value) => validUntilIn(value, issued));
  if (named !== null) return named.value;
  for (const { lines } of pages)
    for (const line of lines) {
      const sentence = squeeze(textOf(line));
      const match =
        /(?:見積|本書|発行|提示)[^。]{0,24}?((?:20\d\d|令和|\d)[^。]{0,16}?)(?:間)?(?:有効|まで有効|を有効|の間|とさせて|とし)/.exec(
          sentence,
        );
      const day = match === null ? null : validUntilIn(match[1] as string, issued);
      if (day !== null) return day;
    }
  return null;
}

const NUMBER_LABELS: readonly RegExp[] = [
  /(?:[お御]?見積(?:書|回答)?(?:番号|№|no[.．:]?|ナンバー|#|id))/i,
  /(?:quotation|quote|estimate|proforma)(?:no[.．]?|number|#|ref[.．]?|id)/i,
  /(?:発行|文書|伝票|管理|整理|回答|受付|案件|書類|照会|参照|控)(?:番号|no[.．]?|№)/i,
  /^(?:our)?ref(?:erence)?(?:no)?[.．]?(?![a-z])/i,
  /^(?:no[.．]|no(?=[\s:：\d]|$)|№|#|番号)/i,
];
const AFTER_NUMBER =
  /(?:見積日|発行|作成|お?見積|20\d\d年|令和\d|日付|有効|date|登録番号|枚数|ページ|page|項番|\(|（).*$/i;

const OWN_NUMBER: Readonly<Partial<Record<DocumentKind, RegExp>>> = {
  invoice: /(?:[お御]?請求書?(?:番号|№|no[.．:]?)|invoice(?:no[.．]?|number|#))/i,
  order: /(?:[お御]?(?:注文|発注)(?:請?書)?(?:番号|№|no[.．:]?)|(?:purchase)?order(?:no[.．]?|number|#))/i,
  delivery: /(?:納品書?(?:番号|№|no[.．:]?)|delivery(?:no[.．]?|number|#))/i,
  receipt: /(?:領収書?(?:番号|№|no[.．:]?)|receipt(?:no[.．]?|number|#))/i,
};

/** Its own number first: an order names that of its estimate, too. */
export function numberOf(pages: readonly Page[], kind: DocumentKind): string | null {
  const accept = (value: string): string | null => {
    const bare = squeeze(value)
      .replace(AFTER_NUMBER, "")
      .replace(/^[:：#]|[)）。,、]$/g, "");
    const numbered = /^第(.{1,20})号/.exec(bare)?.[1] ?? bare.replace(/号$/, "");
    if (numbered === "" || numbered.length > 30 || dayIn(numbered) !== null || /^T\d{13}$/.test(numbered)) return null;
    if (/^0\d{1,4}-\d{1,4}-\d{3,4}$/.test(numbered) || /^〒/.test(value)) return null;
    if (inKanji(numbered.replace(/〇/g, "〇")) !== null) return numbered;
    return /^[A-Za-z\d\u3041-\u9fff][^\s:：、。]*$/.test(numbered) && /\d/.test(numbered) && !/[、。円¥]/.test(numbered)
      ? numbered
      : null;
  };
  const own = OWN_NUMBER[kind];
  for (const label of own === undefined
    ? NUMBER_LABELS
    : [own, ...NUMBER_LABELS.slice(2), ...NUMBER_LABELS.slice(0, 2)]) {
    const named = labelled(pages, label, accept);
    if (named !== null) return named.value;
  }
  for (const { lines } of pages)
    for (const line of lines) {
      const match = /(?:^|[^第])第([^\s第]{1,20})号/.exec(squeeze(textOf(line)));
      if (match !== null && !/補助|助成|法|条|許可|届出/.test(squeeze(textOf(line)))) return match[1] as string;
    }
  return null;
}

export function registrationOf(pages: readonly Page[]): string | null {
  for (const { lines } of pages)
    for (const line of lines) {
      const match = /(?<![A-Za-z])T(\d[\d-]{12,17})(?!\d)/.exec(squeeze(textOf(line)).replace(/[‐－−–—]/g, "-"));
      const digits = match?.[1]?.replace(/-/g, "");
      if (digits?.length === 13) return `T${digits}`;
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
        !/^(?:数量|単位|単価|金額|仕様|規格)/.test(value) && // 件名 heads a column
        companyIn(value) === null &&
        dayIn(value) === null
          ? value
          : null,
    )?.value ?? null
  );
}

// ---- parties

const NOT_A_PARTY =
  /振込|銀行|信用金庫|口座|取引条件|支店普通|登録商標|著作|メーカー[:：]|製$|納入先|納品先|納入場所|受渡|設置場所|施工場所|リース会社|商標です|(?:株式会社|会社)(?:の|は|が|に|を|と)/;
/** Who carries or insures is none either; but a company may be called so. */
const SERVES_THE_DEAL = /運送|保険/;
const ADDRESS =
  /〒|\d{3}-\d{4}|[都道府県].{1,12}[市区町村郡]|^.{2,5}[市区].{2,}\d|TEL|電話|FAX|E-?mail|@|登録番号|T\d{13}/i;

export interface Parties {
  readonly issuer: string | null;
  readonly addressee: string | null;
  readonly formerly: readonly string[];
}

interface Candidate {
  readonly name: string;
  readonly line: Line;
  readonly at: number;
  readonly segment: Segment;
  score: number;
}

export function partiesOf(pages: readonly Page[], used: ReadonlySet<Line>): Parties {
  const addressee = addresseeOf(pages);
  const formerly: string[] = [];
  const candidates: Candidate[] = [];
  for (const page of pages) {
    for (const [at, line] of page.lines.entries()) {
      if (used.has(line)) continue;
      for (const [index, segment] of line.segments.entries()) {
        const text = segment.text;
        const former = /(?:旧(?:社名|商号|名称|称)?|前社名|formerly)[:：\s\u3000]*(.{2,30}?)(?:[)）]|$)/i.exec(text);
        const was = former === null ? null : companyIn(former[1] as string);
        if (was !== null) formerly.push(was);
        const own = former === null ? text : text.slice(0, former.index);
        if (NOT_A_PARTY.test(squeeze(own)) || (hasHonorific(own) && !/担当/.test(own))) continue;
        const name = companyIn(own) ?? companyIn(joinSpread(line.segments, index));
        if (name === null || SERVES_THE_DEAL.test(normal(squeeze(own)).replace(normal(squeeze(name)), ""))) continue;
        const whole = continued(page, at, segment, name);
        candidates.push({ name: whole, line, at, segment, score: 0 });
      }
    }
  }
  const others = candidates.filter(({ name }) => addressee === null || bare(name) !== bare(addressee));
  const pageOf = (line: Line): Page => pages.find((page) => page.lines.includes(line)) as Page;
  for (const candidate of others) candidate.score = weigh(candidate, pageOf(candidate.line), pages[0] as Page);
  const best = others.reduce<Candidate | null>((top, it) => (top === null || it.score > top.score ? it : top), null);
  const house = best === null || best.score < 1 ? houseBeside(pages, used, addressee) : null;
  return { issuer: house ?? best?.name ?? null, addressee, formerly };
}

const bare = (name: string): string => squeeze(name).replace(/株式会社|有限会社|合同会社|\([株有同]\)/g, "");

function joinSpread(segments: readonly Segment[], at: number): string {
  const segment = segments[at] as Segment;
  const next = segments[at + 1];
  if (next === undefined || next.x0 - segment.x1 > 2.2 * segment.size) return segment.text;
  return /^(?:株式会社|有限会社|合同会社)$|(?:株式会社|有限会社|合同会社)$/.test(squeeze(segment.text)) ||
    /^(?:株式会社|有限会社|合同会社)$/.test(squeeze(next.text))
    ? segment.text + next.text
    : segment.text;
}

/** A name that goes on in the line below: it ends there with a word that names end with. */
function continued(page: Page, at: number, segment: Segment, name: string): string {
  const line = page.lines[at] as Line;
  const next = page.lines[at + 1];
  if (next === undefined || next.y - line.y > 2 * line.size) return name;
  const under = next.segments.find(({ x0 }) => Math.abs(x0 - segment.x0) < 3);
  if (under === undefined || ADDRESS.test(under.text) || Math.abs(under.size - segment.size) > 1) return name;
  if (!squeeze(segment.text).endsWith(squeeze(name))) return name;
  const joined = houseIn(`${name}${under.text}`);
  if (
    joined !== null &&
    joined.length > name.length &&
    joined.length - name.length <= 12 &&
    houseIn(name) === null &&
    !/^(?:代表|担当|営業|総務)/.test(under.text)
  )
    return joined;
  // A name that broke inside a word: no word begins with such a letter.
  const broken = /^[ァィゥェォャュョッーヮぁぃぅぇぉゃゅょっ]/.test(under.text);
  const katakana = /[ァ-ヴー]$/.test(name) && /^[ァ-ヴー]{1,6}$/.test(squeeze(under.text));
  if (broken || katakana) return companyIn(`${name}${squeeze(under.text)}`) ?? name;
  const form = /^(株式会社|有限会社|合同会社)(?![^\s\u3000])/.exec(under.text)?.[1];
  return form !== undefined && companyIn(name) === null ? `${name}${form}` : name;
}

/** The issuer stands on the right, near an address and a registration number, in the head of the paper. */
function weigh({ segment, line, at, name }: Candidate, page: Page, first: Page): number {
  const own = squeeze(segment.text);
  let score = 0;
  if (/^(?:発行(?:元|者)|見積(?:者|元|提出者)|提出者|from|issuedby|supplier|seller)/i.test(own)) score += 4;
  const label = line.segments[line.segments.indexOf(segment) - 1];
  if (
    label !== undefined &&
    /^(?:発行(?:元|者)|見積(?:者|元)|提出者|from|issuedby|supplier|会社名|社名|商号)[:：]?$/i.test(squeeze(label.text))
  )
    score += 4;
  const near = page.lines
    .slice(Math.max(0, at - 3), at + 7)
    .filter((other) => Math.abs(other.y - line.y) < 8 * Math.max(line.size, 10));
  const beside = near
    .flatMap(({ segments }) => segments)
    .filter(
      (other) =>
        other !== segment &&
        (Math.abs(other.x0 - segment.x0) < 60 ||
          Math.abs(other.x1 - segment.x1) < 40 ||
          Math.abs(other.x0 + other.x1 - segment.x0 - segment.x1) < 60),
    );
  const block = beside.map(({ text }) => squeeze(text)).join(" ");
  if (/T\d{13}|登録番号/.test(block) || /T\d{13}/.test(own)) score += 2.5;
  if (/〒|[都道府県市].*\d|[区町村].*\d/.test(block) || ADDRESS.test(own)) score += 1.5;
  if (/TEL|電話|FAX|\d{2,4}-\d{2,4}-\d{3,4}/i.test(block)) score += 1;
  if (/代表取締役|代表社員|担当|所長|店長/.test(block)) score += 0.6;
  if (page !== first) score -= 2;
  if (page.width > 0 && (segment.x0 + segment.x1) / 2 > page.width * 0.5) score += 1;
  score += Math.min(segment.size / 20, 1.2);
  if (own.length > name.length + 18 && !ADDRESS.test(own)) score -= 1.5;
  if (/[。]|ください|ます/.test(own)) score -= 2;
  if (page.height > 0 && line.y > page.height * 0.75 && page.sheet === null) score -= 0.8;
  return score;
}

/** A name without a legal form stands above its address. */
function houseBeside(pages: readonly Page[], used: ReadonlySet<Line>, addressee: string | null): string | null {
  const found: { name: string; score: number }[] = [];
  for (const page of pages.slice(0, 1))
    for (const [at, line] of page.lines.entries()) {
      if (used.has(line)) continue;
      for (const segment of line.segments) {
        const text = segment.text;
        if (hasHonorific(text) || NOT_A_PARTY.test(text) || /[:：。]/.test(text) || text.length > 30) continue;
        const below = page.lines
          .slice(at + 1, at + 4)
          .flatMap(({ segments }) => segments)
          .filter((it) => Math.abs(it.x0 - segment.x0) < 25 || Math.abs(it.x1 - segment.x1) < 10);
        const address = below.some((it) => /〒|[都道府県市区町村].*\d/.test(squeeze(it.text)));
        const contact = below.some((it) => /TEL|電話|登録番号|T\d{13}|\d{2,4}-\d{2,4}-\d{4}/i.test(squeeze(it.text)));
        const house = houseIn(text);
        const score = (house !== null ? 2 : 0) + (address ? 1.5 : 0) + (contact ? 1 : 0);
        if (score < 2.4 || ADDRESS.test(text) || /見積|番号|年.*月.*日|\d{3}/.test(squeeze(text))) continue;
        const name = house ?? withoutHonorific(squeeze(text));
        if (addressee !== null && bare(name) === bare(addressee)) continue;
        found.push({ name, score });
      }
    }
  return found.sort((a, b) => b.score - a.score)[0]?.name ?? null;
}

const HONORED = /(?:御中|様|殿)\s*$/;
const DEPARTMENT = /[部課係室局科店場]$|ご?担当|本部|事業所|センター$|グループ$/;

function addresseeOf(pages: readonly Page[]): string | null {
  const named = labelled(
    pages.slice(0, 1),
    /^(?:宛先|宛名|お客様名?|ご?依頼(?:主|元)|billto|billedto|^to|customer|client|messrs\.?|attention|請求先|見積先)(?=[:：]|$)/i,
    (value) => companyIn(value),
  );
  for (const page of pages.slice(0, 1))
    for (const [at, line] of page.lines.entries())
      for (const [index, segment] of line.segments.entries()) {
        const text = segment.text.replace(/\s*[(（].*?[)）]\s*$/, "");
        const alone = /^(?:御中|様|殿)$/.test(squeeze(text));
        if (!alone && !HONORED.test(text)) continue;
        if (/(?:皆|お客|各|貴社|お得意先?|さま)様?$/.test(squeeze(text)) && !alone) continue;
        const before = line.segments
          .slice(Math.max(0, index - 3), index)
          .map((it) => it.text)
          .join(" ");
        const own = alone ? before : text.replace(HONORED, "");
        const name = companyIn(own) ?? (alone ? null : companyIn(`${before} ${own}`));
        if (name !== null) return name;
        // The company stands above its department or person.
        for (const above of page.lines.slice(Math.max(0, at - 3), at).reverse()) {
          if (line.y - above.y > 5 * line.size) break;
          const over =
            above.segments.find(
              (it) =>
                it.x0 < segment.x1 &&
                Math.abs(it.x0 - (index < 3 ? (line.segments[0] as Segment) : segment).x0) < 30 &&
                companyIn(it.text) !== null,
            ) ?? (alone ? above.segments.find((it) => companyIn(it.text) !== null && it.x0 < segment.x1) : undefined);
          const company = over === undefined ? null : companyIn(over.text);
          if (company !== null) return company;
        }
        const trade = withoutHonorific(squeeze(own));
        if (trade.length >= 2 && trade.length < 26 && !DEPARTMENT.test(trade) && !/[。、:：]/.test(trade)) return trade;
      }
  return named?.value ?? null;
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
        squeeze(text),
      );
    if (match !== null) return match[1] as string;
    const inside = /(?:^|[^\w])項番[:：.]?(?:No\.?)?0*(\d{1,3})(?!\d)/.exec(squeeze(text));
    if (inside !== null && squeeze(text).length < 24) return inside[1] as string;
  }
  return null;
}
