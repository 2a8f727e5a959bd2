/** What several applications have in common on purpose. */
import { itemOf, type Draft, type Line, type Paper } from "./draft";
import { pick, type Random } from "./random";

export type SharedKind = "same-estimate" | "shared-contact" | "same-texts";

export interface SharedTruth {
  readonly kind: SharedKind;
  /** Names of the applications. */
  readonly applications: readonly string[];
}

/** Each kind between two applications of its own, in which nothing else is wrong. */
export function share(drafts: readonly Draft[], random: Random): SharedTruth[] {
  const clean = drafts.filter(({ faults }) => faults.length === 0);
  if (clean.length < 6) return [];
  return ([sameEstimate, sharedContact, sameTexts] as const).map((make) => {
    const [a, b] = [clean.shift() as Draft, clean.shift() as Draft];
    for (const { asPaper, lines } of [a, b]) asPaper.add((lines[0] as Line).no);
    return { kind: make(a, b, random), applications: [a.name, b.name].sort() };
  });
}

function sameEstimate(a: Draft, b: Draft): SharedKind {
  const [line, other] = [a.lines[0] as Line, b.lines[0] as Line];
  Object.assign(other, { ...line, no: other.no });
  b.papers.set(other.no, { ...(a.papers.get(line.no) as Paper), no: other.no });
  return "same-estimate";
}

function sharedContact(a: Draft, b: Draft): SharedKind {
  const [line, other] = [a.lines[0] as Line, b.lines[0] as Line];
  const paper = b.papers.get(other.no) as Paper;
  const { phone, account } = line.vendor;
  b.papers.set(other.no, { ...paper, vendor: { ...paper.vendor, phone, account } });
  return "shared-contact";
}

function sameTexts(a: Draft, b: Draft, random: Random): SharedKind {
  for (const [at, line] of a.lines.slice(0, 4).entries()) {
    const other = b.lines[at] as Line;
    const { item, major, middle, unit, quantity } = line;
    const words = `${item}を用いた${pick(["搬送工程", "検査工程", "出荷工程"], random)}の自動化に係る一連の機器・役務`;
    const price = line.price + 1_000;
    renamed(a, line, words);
    Object.assign(other, { major, middle, unit, quantity, price, amount: price * quantity });
    renamed(b, other, words.replace("一連の", "一式の"));
  }
  return "same-texts";
}

function renamed(one: Draft, line: Line, item: string): void {
  line.item = item;
  const paper = one.papers.get(line.no);
  if (paper !== undefined) one.papers.set(line.no, { ...paper, items: [itemOf(line)] });
}
