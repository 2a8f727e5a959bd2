/** What is wrong with an estimate itself: each fault found, and its neighbour not. */
import { unreadDocument, type DocumentItem, type DocumentRead } from "../../../src/core/documents/document";
import { FAULT_IDS, type FaultId } from "../../../src/core/scheme/estimate-faults";
import { faultsIn } from "../../../src/core/documents/faults/find";
import { faultText } from "../../../src/messages/faults";
import type { LineMatch } from "../../../src/core/documents/match/matching";

const item = (name: string, amount: number, more: Partial<DocumentItem> = {}): DocumentItem => ({
  ...{
    name,
    spec: null,
    quantity: 2,
    unit: "個",
    unitPrice: amount / 2,
    amount,
    taxRate: 10,
    optional: false,
    at: null,
  },
  ...more,
});
const sound: DocumentRead = {
  ...unreadDocument("1.pdf", "no-items", "1"),
  ...{ kind: "estimate", readBy: "text", problem: null, confidence: 1, currency: "JPY", taxIncluded: false },
  ...{
    number: "Q-1",
    issuer: "株式会社見積屋",
    addressee: "株式会社申請者",
    date: "2025-05-01",
    validUntil: "2025-07-31",
  },
  ...{ items: [item("IoTセンサー", 24000)], net: 24000, tax: 2400, gross: 26400 },
  remarks: "納期: 2025年8月31日\nお支払: 銀行振込\n手形でのお支払いはお受けしておりません",
};
const conditions = { applicant: "株式会社申請者", period: { from: "2025-04-14", to: "2026-01-31" } };
const match: LineMatch = {
  ...{
    sheet: "予算",
    row: 2,
    state: "要確認",
    reason: "expired",
    also: [],
    difference: 0,
    runnerUp: null,
    decided: null,
  },
  documents: [{ file: "1.pdf", page: 1, row: null, item: null, role: "backs" }],
};
const found = (change: Partial<DocumentRead>, matches: readonly LineMatch[] = []): string[] =>
  faultsIn([{ ...sound, ...change }], matches, conditions, undefined).map(({ id }) => id);

test("an estimate without a fault has none", () => expect(found({})).toEqual([]));

const cases: readonly (readonly [FaultId, Partial<DocumentRead>])[] = [
  ["no-issuer", { issuer: null }],
  ["no-number", { number: null }],
  ["no-date", { date: null }],
  ["no-validity", { validUntil: null }],
  ["no-addressee", { addressee: null }],
  ["addressee", { addressee: "株式会社別会社" }],
  ["before-call", { date: "2025-04-13" }],
  ["after-period", { date: "2026-02-01" }],
  ["delivery", { remarks: "納期：２０２６年２月１日" }],
  ["delivery", { remarks: "工期 2025年10月1日～2026年3月31日" }],
  ["payment", { remarks: "支払条件：月末締め翌月末 約束手形" }],
  ["tax-basis", { taxIncluded: null }],
  ["arithmetic", { problem: "arithmetic" }],
  ["lump", { items: [item("システム構築", 24000, { quantity: 1, unit: "式" })] }],
  ["overhead", { items: [item("IoTセンサー", 20000), item("諸経費", 4000, { quantity: 1, unit: "式" })] }],
  ["discount", { items: [item("センサー", 20000), item("ケーブル", 5000), item("お値引き", -1000)] }],
  ["second-hand", { items: [item("旋盤（中古）", 24000)] }],
  ["excluded", { items: [item("会議用弁当", 24000)] }],
  ["foreign", { currency: "USD" }],
  ["foreign", { items: [item("Microscope", 24000)], issuer: "Optics Inc.", addressee: null, remarks: "Valid 30 days" }],
];
test.each(cases)("%s", (id, change) => expect(found(change)).toContain(id));

test("expired: by the line that is to be ordered", () => {
  expect(found({}, [match])).toEqual(["expired"]);
  expect(found({}, [{ ...match, reason: "quantity" }])).toEqual([]);
});

const neighbours: readonly (readonly [FaultId, Partial<DocumentRead>])[] = [
  ["before-call", { date: "2025-04-14" }],
  ["after-period", { date: "2026-01-31" }],
  ["delivery", { remarks: "納期 2026年1月31日\n発行日 2026年3月1日" }],
  ["payment", { remarks: "手形不可。小切手は不可" }],
  ["lump", { items: [item("設計", 10000, { quantity: 1, unit: "式" }), item("部品", 14000)] }],
  ["discount", { items: [item("センサー", 20000), item("お値引き", -1000)] }],
  ["no-number", { number: null, row: 3 }],
];
test.each(neighbours)("not %s", (id, change) => expect(found(change)).not.toContain(id));

describe("comparative estimates, where a scheme asks for them", () => {
  const asked = [{ id: "comparatives", silent: true, comparatives: { from: 24000, count: 2 } }] as const;
  const backs = match.documents[0]!;
  const other = { ...backs, file: "1b.pdf", role: "comparative" } as const;
  const told = (documents: LineMatch["documents"], more: Partial<LineMatch> = {}, yen = 24000) =>
    faultsIn([{ ...sound, net: yen }], [{ ...match, reason: null, ...more, documents }], conditions, asked).map(
      ({ shown }) => shown,
    );
  test("one is too few from that sum on", () => {
    expect(told([backs])).toEqual([["1/2"]]);
    expect(told([backs], {}, 23999)).toEqual([]);
  });
  test("two are enough, unless the other offers other items", () => {
    expect(told([backs, other])).toEqual([]);
    expect(told([backs, other], { reason: "comparative-differs" })).toEqual([["1b.pdf"]]);
  });
  test("the same estimate twice is one", () =>
    expect(told([backs, { ...other, role: "duplicate" }])).toEqual([["1/2"]]));
  test("the comparative one itself, and one that no line rests on, is not asked for more", () =>
    expect(told([{ ...backs, role: "comparative" }])).toEqual([]));
  test("not asked for, not told", () => expect(found({}, [{ ...match, reason: null }])).toEqual([]));
});

test("every fault is tried here, and has its words", () => {
  expect(new Set([...cases.map(([id]) => id), "expired", "comparatives"])).toEqual(new Set(FAULT_IDS));
  const asked = [{ id: "lump", clause: "6(3)" }] as const;
  const lump = [{ ...sound, items: [item("システム構築", 24000, { quantity: 1, unit: "式" })], number: null }];
  const faults = faultsIn(lump, [], conditions, asked);
  expect(faults.map((fault) => faultText(fault, "ja"))).toEqual([
    "内訳のない「一式」が金額の半分以上です（システム構築）（要領 6(3)）",
  ]);
});
