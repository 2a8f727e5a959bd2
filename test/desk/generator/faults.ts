/** What is put wrong on purpose, one kind a function: it spoils a draft and says where. */
import { itemOf, type Draft, type Line, type Paper, type Person } from "./draft";
import { between, pick, shuffled, type Random } from "./random";

/** What an estimate does not agree in is seen on the line; everything else is said by the rule of that name. */
export interface Fault {
  readonly kind: FaultKind;
  /** The line, or the person, that it is about; null where the whole budget is meant. */
  readonly item: string | null;
  /** Other lines that something may rightly be said of. */
  readonly beside: readonly string[];
}

type Spoil = (one: Draft, line: Line, random: Random) => string | null;

/** Another line at the end, with an estimate of its own. */
function extra(
  one: Draft,
  like: Line,
  item: string,
  major: string,
  middle: string,
  amount: number,
  quantity = 1,
): Line {
  const no = Math.max(...one.lines.map((line) => line.no)) + 1;
  const paper = one.papers.get(like.no);
  const line: Line = {
    ...like,
    no,
    item,
    major,
    middle,
    unit: "式",
    price: amount,
    quantity,
    amount: amount * quantity,
  };
  one.lines.push(line);
  if (paper !== undefined) one.papers.set(no, { ...paper, no, number: `${paper.number}-2`, items: [itemOf(line)] });
  return line;
}

function paper(change: (line: Line, paper: Paper, random: Random) => Partial<Paper>): Spoil {
  return (one, line, random) => {
    const own = one.papers.get(line.no) as Paper;
    one.papers.set(line.no, { ...own, ...change(line, own, random) });
    return line.item;
  };
}

function another(item: string, major: string, middle: string, from: number, to: number, step = 100): Spoil {
  return (one, line, random) => extra(one, line, item, major, middle, between(from, to, random, step)).item;
}

function person(change: (person: Person) => void): Spoil {
  return (one, _, random) => {
    const own = pick(one.persons, random);
    change(own);
    return own.name;
  };
}

const changed =
  (change: (line: Line, random: Random) => void): Spoil =>
  (_, line, random) => {
    change(line, random);
    return line.item;
  };

const whole =
  (change: (one: Draft, random: Random) => void): Spoil =>
  (one, _, random) => {
    change(one, random);
    return null;
  };

const SPOILS = {
  "estimate-amount": paper((line, own, random) => {
    const cheaper = line.price - between(1, 5, random) * (line.price >= 100_000 ? 10_000 : 100);
    return { items: own.items.map((it) => ({ ...it, price: cheaper, amount: cheaper * it.quantity })) };
  }),
  "estimate-quantity": paper((line, own) => ({
    items: own.items.map((it) => ({ ...it, quantity: it.quantity + 1, amount: line.price * (it.quantity + 1) })),
  })),
  "estimate-discount": paper((_, own, random) => ({
    items: [
      ...own.items,
      { name: "出精値引き", quantity: 1, unit: "式", price: 0, amount: -between(2, 9, random) * 100 },
    ],
  })),
  "estimate-tax": (one, line) => {
    // The line takes over the sum with tax; the others are without.
    line.price = Math.floor(line.price * 1.1);
    line.amount = line.price * line.quantity;
    return one.papers.has(line.no) ? line.item : null;
  },
  "estimate-item": paper((_, own) => ({
    items: own.items.map((it) => ({ ...it, name: "来客用ソファー（3人掛け）" })),
  })),
  "estimate-vendor": paper((_, own, random) => ({
    vendor: { ...own.vendor, name: `株式会社${pick(["青葉", "日の出", "若草"], random)}運送店` },
  })),
  "estimate-addressee": paper(() => ({ to: "みずほ野産業株式会社" })),
  "estimate-expired": paper(() => ({ date: "2025-04-15", validUntil: "2025-05-15" })),
  "estimate-currency": paper((_, own) => ({
    currency: "USD",
    items: own.items.map((it) => {
      const price = Math.ceil(it.price / 150);
      return { ...it, price, amount: price * it.quantity };
    }),
  })),
  "estimate-invoice": paper(() => ({ title: "請求書" })),
  "estimate-scan": paper(() => ({ scanned: true })),
  "estimate-missing": (one, line) => {
    one.papers.delete(line.no);
    return line.item;
  },
  "evidence/duplicate": (one, line, random) => {
    const other = extra(one, line, "検査工程の照明器具", "物品費", "消耗品費", between(12_000, 48_000, random, 100));
    one.papers.delete(other.no);
    other.no = line.no;
    return other.item;
  },
  "arithmetic/line": (one, line, random) => {
    line.quantity = Math.max(2, line.quantity);
    line.amount = line.price * line.quantity - between(1, 9, random) * 100;
    const own = one.papers.get(line.no) as Paper;
    one.papers.set(line.no, { ...own, items: [itemOf(line)] });
    return line.item;
  },
  "arithmetic/total": whole((one, random) => {
    one.totalOff = between(1, 9, random) * 1_000;
  }),
  "sheet/amount-unreadable": changed((line) => {
    line.amount = "見積依頼中";
  }),
  "category/equipment-threshold": another(
    "加工状態モニター装置",
    "物品費",
    "機械装置等製作・購入費",
    110_000,
    190_000,
    1_000,
  ),
  "category/software": another(
    "生産計画ソフト パッケージ版（買切りライセンス）",
    "物品費",
    "機械装置等製作・購入費",
    220_000,
    380_000,
    1_000,
  ),
  "eligibility/travel-class": another("展示会視察 タクシー代（小倉駅から会場）", "その他経費", "旅費", 2_000, 9_000),
  "eligibility/excluded-item": another("振込手数料", "その他経費", "諸経費", 440, 1_760, 110),
  "eligibility/patent-office-fee": another(
    "特許出願料（特許庁に納める印紙代）",
    "その他経費",
    "知的財産権関連経費",
    14_000,
    42_000,
    1_000,
  ),
  "cloud/proration": (one, line, random) => {
    const item = "生産管理クラウドサービス利用料（年額・12か月分）";
    const other = extra(one, line, item, "その他経費", "諸経費", between(120, 360, random) * 1_000);
    other.order = "2025-09-01";
    return other.item;
  },
  "ratio/travel": whole((one) => {
    const first = one.lines[0] as Line;
    const cost = one.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
    const yen = Math.ceil((cost * 3) / 10_000) * 1_000;
    extra(one, first, "導入先の工場見学 新幹線（普通車指定席）・宿泊", "その他経費", "旅費", yen);
  }),
  "eligibility/period": changed((line) => {
    line.order = "2025-03-20";
  }),
  "eligibility/payment-method": changed((line) => {
    line.payment = "約束手形";
  }),
  "tax/inclusive": (one) => {
    one.withTax = true;
    return null;
  },
  "labour/hourly-rate": person((own) => {
    own.rate += 50;
  }),
  "eligibility/pay-component": person((own) => {
    own.overtime = 24_000;
    own.rate = Math.floor((own.base + own.allowances + own.overtime + own.welfare) / 162.75);
  }),
  "eligibility/executive-pay": person((own) => {
    own.position = "代表取締役";
  }),
  "subsidy/requested": whole((one) => {
    one.requested += 5_000_000;
  }),
  "subsidy/rounding": whole((one) => {
    one.requested -= 550;
  }),
  "subsidy/rate": whole((one) => {
    one.rate = "3/4";
  }),
} as const satisfies Readonly<Record<string, Spoil>>;

export type FaultKind = keyof typeof SPOILS;
export const FAULT_KINDS = Object.keys(SPOILS) as FaultKind[];

const needsPersons = (kind: FaultKind): boolean =>
  kind === "labour/hourly-rate" || kind === "eligibility/pay-component" || kind === "eligibility/executive-pay";
/** What changes every figure would lie over what else is wrong. */
const isAlone = (kind: FaultKind): boolean => kind === "tax/inclusive";

/** Every kind in turn, so that none is left out; one or two to an application, on different lines. */
export function spoilAll(drafts: readonly Draft[], share: number, pdfs: boolean, random: Random): void {
  let deck: FaultKind[] = [];
  const draw = (one: Draft): FaultKind => {
    for (let tries = 0; ; tries++) {
      if (deck.length === 0) deck = shuffled(FAULT_KINDS, random);
      const kind = deck.pop() as FaultKind;
      const fits =
        !(needsPersons(kind) && one.persons.length === 0) &&
        !(kind === "estimate-scan" && !pdfs) &&
        !(isAlone(kind) && one.faults.length > 0) &&
        one.faults.every((fault) => fault.kind !== kind);
      if (fits) return kind;
      if (tries < 200) deck.unshift(kind); // for another application
    }
  };
  for (const one of drafts) {
    if (random() >= share) continue;
    const free = shuffled(one.lines, random);
    for (let left = between(1, 2, random); left > 0; left--) {
      const kind = draw(one);
      const known = new Set(one.lines);
      const item = SPOILS[kind](one, free.pop() as Line, random);
      const no = one.lines.find((line) => line.item === item)?.no;
      const beside = one.lines.filter((line) => one.withTax || line.no === no || !known.has(line));
      one.faults.push({ kind, item, beside: beside.map((line) => line.item) });
      if (isAlone(kind)) break;
    }
  }
}
