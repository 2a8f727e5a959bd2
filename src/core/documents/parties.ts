/** Who offers and to whom: companies on a paper, told apart by where they stand and what stands around them. */
import { normal } from "../text/fold";
import { plain } from "../text/plain";
import { companyIn, hasHonorific, houseIn, withoutHonorific } from "./words/companies";
import { labelled } from "./page/labelled";
import { placeOf, type Found, type Line, type Page, type Segment } from "./page/paper";

const NOT_A_PARTY =
  /振込|銀行|信用金庫|口座|取引条件|支店普通|登録商標|著作|メーカー[:：]|製$|納入先|納品先|納入場所|受渡|設置場所|施工場所|リース会社|商標です/;
/** A company's name or the word itself, and what is said of it; 有限会社はかりの白銀 is a name. */
const SAID_OF_ONE = /(?:[^:：(（「【](?:株式|有限|合同|合資|合名)|(?<!株式|有限|合同|合資|合名))会社[のはがにをと]/;
const isNoParty = (text: string): boolean => NOT_A_PARTY.test(text) || SAID_OF_ONE.test(text);
/** Who carries or insures is none either; but a company may be called so. */
const SERVES_THE_DEAL = /運送|保険/;
const ADDRESS =
  /〒|\d{3}-\d{4}|[都道府県].{1,12}[市区町村郡]|^.{2,5}[市区].{2,}\d|TEL|電話|FAX|E-?mail|@|登録番号|T\d{13}/i;

interface Parties {
  readonly issuer: Found | null;
  readonly addressee: Found | null;
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
        if (isNoParty(plain(own)) || (hasHonorific(own) && !/担当/.test(own))) continue;
        const name = companyIn(own) ?? companyIn(joinSpread(line.segments, index));
        if (name === null || SERVES_THE_DEAL.test(normal(plain(own)).replace(normal(plain(name)), ""))) continue;
        const whole = continued(page, at, segment, name);
        candidates.push({ name: whole, line, at, segment, score: 0 });
      }
    }
  }
  const others = candidates.filter(({ name }) => addressee === null || bare(name) !== bare(addressee.value));
  const pageOf = (line: Line): Page => pages.find((page) => page.lines.includes(line)) as Page;
  for (const candidate of others) candidate.score = weigh(candidate, pageOf(candidate.line), pages[0] as Page);
  const best = others.reduce<Candidate | null>((top, it) => (top === null || it.score > top.score ? it : top), null);
  const house = best === null || best.score < 1 ? houseBeside(pages, used, addressee?.value ?? null) : null;
  const named = best === null ? null : { value: best.name, at: placeOf(best.line, [best.segment]) };
  return { issuer: house ?? named, addressee, formerly };
}

const bare = (name: string): string => plain(name).replace(/株式会社|有限会社|合同会社|\([株有同]\)/g, "");

function joinSpread(segments: readonly Segment[], at: number): string {
  const segment = segments[at] as Segment;
  const next = segments[at + 1];
  if (next === undefined || next.x0 - segment.x1 > 2.2 * segment.size) return segment.text;
  return /^(?:株式会社|有限会社|合同会社)$|(?:株式会社|有限会社|合同会社)$/.test(plain(segment.text)) ||
    /^(?:株式会社|有限会社|合同会社)$/.test(plain(next.text))
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
  if (!plain(segment.text).endsWith(plain(name))) return name;
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
  const katakana = /[ァ-ヴー]$/.test(name) && /^[ァ-ヴー]{1,6}$/.test(plain(under.text));
  if (broken || katakana) return companyIn(`${name}${plain(under.text)}`) ?? name;
  const form = /^(株式会社|有限会社|合同会社)(?![^\s\u3000])/.exec(under.text)?.[1];
  return form !== undefined && companyIn(name) === null ? `${name}${form}` : name;
}

/** The issuer stands on the right, near an address and a registration number, in the head of the paper. */
function weigh({ segment, line, at, name }: Candidate, page: Page, first: Page): number {
  const own = plain(segment.text);
  let score = 0;
  if (/^(?:発行(?:元|者)|見積(?:者|元|提出者)|提出者|from|issuedby|supplier|seller)/i.test(own)) score += 4;
  const label = line.segments[line.segments.indexOf(segment) - 1];
  if (
    label !== undefined &&
    /^(?:発行(?:元|者)|見積(?:者|元)|提出者|from|issuedby|supplier|会社名|社名|商号)[:：]?$/i.test(plain(label.text))
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
  const block = beside.map(({ text }) => plain(text)).join(" ");
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
function houseBeside(pages: readonly Page[], used: ReadonlySet<Line>, addressee: string | null): Found | null {
  const found: (Found & { score: number })[] = [];
  for (const page of pages.slice(0, 1))
    for (const [at, line] of page.lines.entries()) {
      if (used.has(line)) continue;
      for (const segment of line.segments) {
        const text = segment.text;
        if (hasHonorific(text) || isNoParty(text) || /[:：。]/.test(text) || text.length > 30) continue;
        const below = page.lines
          .slice(at + 1, at + 4)
          .flatMap(({ segments }) => segments)
          .filter((it) => Math.abs(it.x0 - segment.x0) < 25 || Math.abs(it.x1 - segment.x1) < 10);
        const address = below.some((it) => /〒|[都道府県市区町村].*\d/.test(plain(it.text)));
        const contact = below.some((it) => /TEL|電話|登録番号|T\d{13}|\d{2,4}-\d{2,4}-\d{4}/i.test(plain(it.text)));
        const house = houseIn(text);
        const score = (house !== null ? 2 : 0) + (address ? 1.5 : 0) + (contact ? 1 : 0);
        if (score < 2.4 || ADDRESS.test(text) || /見積|番号|年.*月.*日|\d{3}/.test(plain(text))) continue;
        const name = house ?? withoutHonorific(plain(text));
        if (addressee !== null && bare(name) === bare(addressee)) continue;
        found.push({ value: name, at: placeOf(line, [segment]), score });
      }
    }
  return found.sort((a, b) => b.score - a.score)[0] ?? null;
}

const HONORED = /(?:御中|様|殿)\s*$/;
const DEPARTMENT = /[部課係室局科店場]$|ご?担当|本部|事業所|センター$|グループ$/;

function addresseeOf(pages: readonly Page[]): Found | null {
  const labelledSo = labelled(
    pages.slice(0, 1),
    /^(?:宛先|宛名|お客様名?|ご?依頼(?:主|元)|(?:bill(?:ed)?|quot(?:ed?|ation)|sold|issued|submitted|prepared)(?:to|for)|to|customer|client|messrs\.?|attention|請求先|見積先)(?=[:：]|$)/i,
    (value) => companyIn(value),
  );
  for (const page of pages.slice(0, 1))
    for (const [at, line] of page.lines.entries())
      for (const [index, segment] of line.segments.entries()) {
        const text = segment.text.replace(/\s*[(（].*?[)）]\s*$/, "");
        const alone = /^(?:御中|様|殿)$/.test(plain(text));
        if (!alone && !HONORED.test(text)) continue;
        if (/(?:皆|お客|各|貴社|お得意先?|さま)様?$/.test(plain(text)) && !alone) continue;
        const ahead = line.segments.slice(Math.max(0, index - 3), index);
        const before = ahead.map((it) => it.text).join(" ");
        const own = alone ? before : text.replace(HONORED, "");
        const inOwn = companyIn(own);
        // Beside a side column's words the company is what stands next to the honorific.
        const next = ahead.map((it) => companyIn(it.text)).reverse();
        const nearest = next.find((it) => it !== null) ?? null;
        const name = (alone ? nearest : null) ?? inOwn ?? (alone ? null : companyIn(`${before} ${own}`));
        const named =
          alone && nearest !== null
            ? ahead.slice(ahead.length - 1 - next.indexOf(nearest))
            : alone || (name !== null && inOwn === null)
              ? ahead
              : [segment];
        if (name !== null) return { value: name, at: placeOf(line, named) };
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
          if (over !== undefined && company !== null) return { value: company, at: placeOf(above, [over]) };
        }
        const trade = withoutHonorific(plain(own));
        if (trade.length >= 2 && trade.length < 26 && !DEPARTMENT.test(trade) && !/[。、:：]/.test(trade))
          return { value: trade, at: placeOf(line, named) };
      }
  return labelledSo;
}
