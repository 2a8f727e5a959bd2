/** What a person decided of lines and papers: to which line and which papers it holds, and what it does to the others. */
import { matchAsDecided } from "../../../../src/core/documents/match/decided";
import type { DocumentRead } from "../../../../src/core/documents/document";
import type { MatchLine } from "../../../../src/core/documents/match/matching";
import type { DecidedPaper, MatchDecision } from "../../../../src/core/decisions/decision";
import { CONDITIONS, estimate, item, line, told } from "./papers";

const SENSOR = item("温度センサー TS-100", 4, 25_000);
const paper = (file: string, no: string | null, items = [SENSOR], more: Partial<DocumentRead> = {}) =>
  estimate(no, items, { file, number: file, digest: `bytes of ${file}`, ...more });
const OWN = paper("1.pdf", "1");
const DEARER = paper("z.pdf", null, [item("温度センサー TS-100", 4, 28_000)], { issuer: "よそ商事" });
const LINE = line(1, "温度センサー TS-100", 4, 25_000);

const seenOf = ({ file, page, row, digest }: DocumentRead, at: number | null = null): DecidedPaper => ({
  ...{ file, page, row, item: at, digest: digest ?? "" },
});
const decide = (
  verdict: MatchDecision["verdict"],
  documents: readonly DecidedPaper[],
  more: Partial<MatchDecision> = {},
): MatchDecision => ({
  ...{ sheet: "予算", row: 1, seen: { text: LINE.seen, yen: LINE.amount }, verdict, documents },
  ...{ reason: "電話で確かめた", by: "小倉", date: "2025-05-20" },
  ...more,
});

function outcome(
  lines: readonly MatchLine[],
  papers: readonly DocumentRead[],
  decisions: readonly MatchDecision[],
  tax: "exclusive" | "inclusive" = "exclusive",
) {
  const { matches, unmatched, decisions: states } = matchAsDecided(lines, papers, { ...CONDITIONS, tax }, decisions);
  return {
    lines: matches.map(told),
    verdicts: matches.map(({ decided }) => decided?.verdict ?? null),
    left: unmatched.map(({ file, item: at }) => (at === null ? file : `${file}#${String(at)}`)),
    states: states.map(({ index, state, sheet, row }) => `${String(index)} ${state} ${sheet}!${String(row)}`),
  };
}

test("nothing decided: as it is found", () => {
  expect(outcome([LINE], [OWN, DEARER], [])).toEqual({
    ...{ lines: ["一致 0: 1.pdf"], verdicts: [null], left: ["z.pdf"], states: [] },
  });
});

describe("accepted", () => {
  const wrong = { ...LINE, amount: 104_000, unitPrice: 26_000, vendor: "よそ商事" };
  const accepted = decide("accepted", [seenOf(OWN)], { seen: { text: LINE.seen, yen: 104_000 } });

  test("agrees with what was open kept beside it, who decided and why", () => {
    const { matches } = matchAsDecided([wrong], [OWN], CONDITIONS, [accepted]);
    expect(matches.map(told)).toEqual(["一致 4000: 1.pdf"]);
    expect(matches[0]?.decided).toEqual({
      ...{ verdict: "accepted", reason: "電話で確かめた", by: "小倉", date: "2025-05-20" },
      was: { state: "不一致", reason: "vendor", also: ["amount"] },
    });
  });

  test("papers other than what is found are held against the line as they were accepted", () => {
    const own = decide("accepted", [seenOf(DEARER)]);
    expect(outcome([LINE], [OWN, DEARER], [own])).toMatchObject({ lines: ["一致 -12000: z.pdf"], left: ["1.pdf"] });
    const both = decide("accepted", [seenOf(OWN), seenOf(DEARER)]);
    expect(outcome([LINE], [OWN, DEARER], [both])).toMatchObject({ lines: ["一致 -112000: 1.pdf, z.pdf"], left: [] });
  });

  test("an item other than the whole that is found", () => {
    const two = paper("1.pdf", "1", [SENSOR, item("防塵カバー", 2, 30_000)]);
    const whole = { ...LINE, amount: 160_000, unitPrice: null };
    const seen = { seen: { text: LINE.seen, yen: 160_000 } };
    expect(outcome([whole], [two], [decide("accepted", [seenOf(two)], seen)]).lines).toEqual(["一致 0: 1.pdf"]);
    const part = decide("accepted", [seenOf(two, 1)], seen);
    expect(outcome([whole], [two], [part]).lines).toEqual(["一致 60000: 1.pdf#1"]);
    const parts = decide("accepted", [seenOf(two, 1), seenOf(two, 2)], seen);
    expect(outcome([whole], [two], [parts]).lines).toEqual(["一致 0: 1.pdf#1, 1.pdf#2"]);
  });

  test("what is found stays as it is found, with what is there to compare, copied or left over", () => {
    const rival = { ...DEARER, evidenceNo: "1" };
    const copy = { ...OWN, file: "1_写し.pdf", digest: "copy" };
    const shown = "一致 0: 1.pdf, comparative z.pdf, duplicate 1_写し.pdf";
    expect(outcome([LINE], [OWN, rival, copy], [decide("accepted", [seenOf(OWN)])]).lines).toEqual([shown]);
    const two = paper("1.pdf", "1", [SENSOR, item("防塵カバー", 2, 30_000)]);
    const offers = { ...rival, items: [...rival.items, item("防塵カバー", 2, 35_000)] };
    for (const before of [line(9, "収納棚", 1, 5), { ...line(9, "収納棚", 1, 5), sheet: "別表", row: 1 }]) {
      const { lines } = outcome([before, LINE], [two, offers], [decide("accepted", [seenOf(two, 1)])]);
      expect(lines[1]).toBe("一致 0: 1.pdf#1, comparative z.pdf");
    }
  });

  test("an invoice stays the invoice that it is", () => {
    const invoice = { ...OWN, kind: "invoice" as const };
    const { lines, verdicts } = outcome([LINE], [invoice], [decide("accepted", [seenOf(invoice)])]);
    expect([lines, verdicts]).toEqual([["一致: not-estimate 1.pdf"], ["accepted"]]);
  });
});

describe("chosen", () => {
  const chosen = decide("chosen", [seenOf(DEARER)]);

  test("is held against the line alone, and judged like any other", () => {
    const { lines, verdicts, left } = outcome([LINE], [OWN, DEARER], [chosen]);
    expect([lines, verdicts, left]).toEqual([["不一致 vendor amount -12000: z.pdf"], ["chosen"], ["1.pdf"]]);
    const invoice = { ...DEARER, kind: "invoice" as const };
    expect(outcome([LINE], [OWN, invoice], [decide("chosen", [seenOf(invoice)])]).lines).toEqual([
      "見積なし not-an-estimate: not-estimate z.pdf",
    ]);
  });

  test("fewer pieces, tax and items are told as of any paper", () => {
    const two = paper("a.pdf", "9", [SENSOR, item("防塵カバー", 2, 30_000)]);
    const against = (own: MatchLine, at: number | null, tax: "exclusive" | "inclusive" = "exclusive") =>
      outcome([own], [two], [decide("chosen", [seenOf(two, at)], { seen: { text: own.seen, yen: own.amount } })], tax)
        .lines[0];
    expect(against(LINE, 1)).toBe("一致 0: a.pdf#1");
    expect(against(line(1, "温度センサー TS-100", 3, 25_000), 1)).toBe("要確認 quantity -25000: a.pdf#1");
    expect(against(LINE, 1, "inclusive")).toBe("不一致 tax-treatment -10000: a.pdf#1");
    expect(against(LINE, 2)).toBe("不一致 amount 40000: a.pdf#2");
    expect(against({ ...LINE, amount: 160_000 }, null)).toBe("一致 0: a.pdf");
  });

  test("several are compared by their sum", () => {
    const cover = paper("c.pdf", null, [item("防塵カバー", 2, 30_000)]);
    const against = (yen: number | null, papers = [OWN, cover], tax: "exclusive" | "inclusive" = "exclusive") => {
      const own = { ...LINE, amount: yen };
      const seen = { text: own.seen, yen };
      return outcome(
        [own],
        papers,
        [
          decide(
            "chosen",
            papers.map((it) => seenOf(it)),
            { seen },
          ),
        ],
        tax,
      ).lines[0];
    };
    expect(against(160_000)).toBe("一致 0: 1.pdf, c.pdf");
    expect(against(160_001)).toBe("不一致 amount 1: 1.pdf, c.pdf");
    expect(against(176_000, [OWN, cover], "inclusive")).toBe("一致 0: 1.pdf, c.pdf");
    expect(against(null)).toBe("不一致 amount: 1.pdf, c.pdf");
    expect(against(160_000, [OWN, { ...cover, net: null, gross: null }])).toBe("不一致 amount: 1.pdf, c.pdf");
    const two = paper("a.pdf", "9", [SENSOR, item("架台", 1, 5), item("防塵カバー", 2, 30_000)]);
    const items = decide("chosen", [seenOf(two, 1), seenOf(two, 3), seenOf(cover)], {
      seen: { text: LINE.seen, yen: 220_000 },
    });
    expect(outcome([{ ...LINE, amount: 220_000 }], [two, cover], [items]).lines).toEqual([
      "一致 0: a.pdf#1, a.pdf#3, c.pdf",
    ]);
    const mixed = { ...items, documents: [seenOf(two, 1), seenOf(cover, 1), seenOf(two, 3)] };
    expect(outcome([{ ...LINE, amount: 220_000 }], [two, cover], [mixed]).lines).toEqual([
      "一致 0: a.pdf#1, a.pdf#3, c.pdf#1",
    ]);
  });

  test("a scan stays a scan, and an invoice beside an estimate makes it no less one", () => {
    const scan = { ...DEARER, problem: "no-text" as const };
    expect(outcome([LINE], [OWN, scan], [chosen]).lines).toEqual(["要確認 scanned: z.pdf"]);
    const invoice = { ...DEARER, kind: "invoice" as const };
    const both = decide("chosen", [seenOf(OWN), seenOf(invoice)]);
    expect(outcome([LINE], [OWN, invoice], [both]).lines).toEqual(["不一致 amount -112000: 1.pdf, z.pdf"]);
  });

  test("its items are no other line's", () => {
    const two = paper("1.pdf", "1", [SENSOR, item("温度センサー TS-100 予備", 4, 25_000)]);
    const lines = [LINE, line(2, "温度センサー TS-100", 4, 25_000, { numbers: ["1"], seen: "予備" })];
    const states = (at: number | null) => outcome(lines, [two], [decide("chosen", [seenOf(two, at)])]).lines;
    expect(states(2)).toEqual(["一致 0: 1.pdf#2", "一致 0: 1.pdf#1"]);
    expect(states(1)).toEqual(["一致 0: 1.pdf#1", "一致 0: 1.pdf#2"]);
    expect(states(null)[1]).not.toMatch(/^一致/);
  });
});

describe("rejected", () => {
  test("the line is judged without it, and what is left is told", () => {
    const { lines, verdicts, left } = outcome([LINE], [OWN], [decide("rejected", [seenOf(OWN)])]);
    expect([lines, verdicts, left]).toEqual([["見積なし no-document"], ["rejected"], ["1.pdf"]]);
  });

  test("another takes its place, and other lines keep it", () => {
    const copy = paper("b.pdf", null, [SENSOR], { number: "other" });
    expect(outcome([LINE], [OWN, copy], [decide("rejected", [seenOf(OWN)])]).lines).toEqual(["一致 0: b.pdf"]);
    const lines = [LINE, line(2, "温度センサー TS-100", 4, 25_000, { numbers: ["1"], seen: "予備" })];
    expect(outcome(lines, [OWN], [decide("rejected", [seenOf(OWN)])]).lines).toEqual([
      "見積なし no-document",
      "一致 0: 1.pdf",
    ]);
  });

  test("another company's paper of its number is not there to compare with it any more", () => {
    const rival = { ...DEARER, evidenceNo: "1" };
    expect(outcome([LINE], [OWN, rival], [decide("rejected", [seenOf(OWN)])]).lines).toEqual([
      "不一致 vendor amount -12000: z.pdf",
    ]);
  });

  test("an item alone, or all of a paper; several times", () => {
    const two = paper("1.pdf", "1", [SENSOR, item("温度センサー TS-100 予備", 4, 25_000)]);
    const one = decide("rejected", [seenOf(two, 1)]);
    expect(outcome([LINE], [two], [one]).lines).toEqual(["一致 0: 1.pdf#2"]);
    const other = decide("rejected", [seenOf(two, 2)]);
    const { lines, states } = outcome([LINE], [two], [one, other]);
    expect(lines).toEqual(["見積なし no-document"]);
    expect(states).toEqual(["0 holds 予算!1", "1 holds 予算!1"]);
  });

  test("a scan, and an invoice", () => {
    for (const more of [{ problem: "no-text" as const }, { kind: "invoice" as const }]) {
      const given = { ...OWN, ...more };
      expect(outcome([LINE], [given], [decide("rejected", [seenOf(given)])]).lines).toEqual(["見積なし no-document"]);
    }
  });

  test("and another chosen or accepted in its place: both hold", () => {
    const rejected = decide("rejected", [seenOf(OWN)]);
    const chosen = decide("chosen", [seenOf(DEARER)]);
    const accepted = decide("accepted", [seenOf(DEARER)]);
    expect(outcome([LINE], [OWN, DEARER], [rejected, chosen])).toMatchObject({
      ...{ lines: ["不一致 vendor amount -12000: z.pdf"], verdicts: ["chosen"] },
      states: ["0 holds 予算!1", "1 holds 予算!1"],
    });
    for (const order of [
      [rejected, accepted],
      [accepted, rejected],
    ])
      expect(outcome([LINE], [OWN, DEARER], order)).toMatchObject({
        ...{ lines: ["一致 -12000: z.pdf"], verdicts: ["accepted"] },
      });
  });
});

describe("which line it is about", () => {
  const accepted = decide("accepted", [seenOf(OWN)]);
  const states = (lines: MatchLine[], ...decisions: MatchDecision[]) => outcome(lines, [OWN], decisions).states;

  test("the one that was seen, wherever it went on its sheet", () => {
    expect(states([LINE], accepted)).toEqual(["0 holds 予算!1"]);
    expect(states([{ ...LINE, row: 30 }], accepted)).toEqual(["0 holds 予算!30"]);
    for (const changed of [{ seen: "他の品" }, { amount: 1 }, { amount: null }])
      expect(states([{ ...LINE, ...changed }], accepted)).toEqual(["0 changed 予算!1"]);
  });

  test("on another sheet only where its own is gone", () => {
    const moved = { ...LINE, sheet: "予算 (2)", row: 7 };
    expect(states([moved], accepted)).toEqual(["0 holds 予算 (2)!7"]);
    expect(states([moved, line(2, "棚", 1, 1)], accepted)).toEqual(["0 changed 予算!1"]);
  });

  test("of several alike the one at its place, else the nearest; each has its own", () => {
    const rows = (...at: number[]) => at.map((row) => ({ ...LINE, row }));
    const at = (row: number) => ({ ...accepted, row });
    expect(states(rows(3, 8, 20), at(8))).toEqual(["0 holds 予算!8"]);
    expect(states(rows(3, 8, 20), at(17))).toEqual(["0 holds 予算!20"]);
    expect(states(rows(3, 8, 20), at(1))).toEqual(["0 holds 予算!3"]);
    expect(states(rows(3, 8), at(3), at(3))).toEqual(["0 holds 予算!3", "1 holds 予算!8"]);
    expect(states(rows(3), at(3), at(3))).toEqual(["0 holds 予算!3", "1 changed 予算!3"]);
  });

  test("a decision that does not hold leaves the line as it is found", () => {
    const rejected = decide("rejected", [seenOf(OWN)], { seen: { text: "他の品", yen: LINE.amount } });
    expect(outcome([LINE], [OWN], [rejected])).toEqual({
      ...{ lines: ["一致 0: 1.pdf"], verdicts: [null], left: [], states: ["0 changed 予算!1"] },
    });
  });
});

describe("which papers it is about", () => {
  const state = (papers: DocumentRead[], ...seen: DecidedPaper[]) =>
    outcome([LINE], papers, [decide("chosen", seen)]).lines[0];
  const FOUND = "一致 0: 1.pdf";

  test("those of the same bytes, whatever they are called", () => {
    expect(state([OWN, { ...DEARER, file: "neu.pdf" }], seenOf(DEARER))).toMatch(/: neu\.pdf$/);
    expect(state([OWN, { ...DEARER, digest: "others" }], seenOf(DEARER))).toBe(FOUND);
    expect(state([OWN, DEARER], { ...seenOf(DEARER), digest: "" })).toBe(FOUND);
    expect(state([OWN, { ...DEARER, digest: "" }], { ...seenOf(DEARER), digest: "" })).toBe(FOUND);
    expect(state([OWN, DEARER])).toBe(FOUND);
  });

  test("all of them or none", () => {
    expect(state([OWN, DEARER], seenOf(DEARER), { ...seenOf(OWN), digest: "gone" })).toBe(FOUND);
    expect(state([OWN, DEARER], seenOf(DEARER, 1))).toMatch(/: z\.pdf/);
    expect(state([OWN, DEARER], seenOf(DEARER, 2))).toBe(FOUND);
  });

  test("of copies the one of that name, else of that page", () => {
    const bytes = { digest: "same" };
    const [a, b] = ["a.pdf", "b.pdf"].map((file) => ({ ...DEARER, file, number: file, ...bytes })) as [
      DocumentRead,
      DocumentRead,
    ];
    expect(state([a, b], seenOf(b))).toMatch(/: b\.pdf/);
    expect(state([b, a], { ...seenOf(b), file: "c.pdf" })).toMatch(/: b\.pdf/);
    const second = { ...a, page: 2, number: "2" };
    expect(state([a, second], seenOf(second))).toMatch(/: a\.pdf\/2/);
    expect(state([a, second], { ...seenOf(second), file: "c.pdf" })).toMatch(/: a\.pdf\/2/);
    expect(state([OWN, a], seenOf(second))).toBe(FOUND);
  });

  test("a row of a list by what stands in it, though rows moved; a file is no row", () => {
    const row = { ...DEARER, file: "list.csv", row: 3 };
    expect(state([OWN, { ...row, row: 9 }], seenOf(row))).toMatch(/: list\.csv!9/);
    expect(state([OWN, { ...row, row: 9, page: 2 }], seenOf(row))).toMatch(/: list\.csv\/2!9/);
    expect(state([OWN, { ...row, row: null }], seenOf(row))).toBe(FOUND);
    expect(state([OWN, { ...row, file: "b.csv", row: 9 }, { ...row, row: 8 }], seenOf(row))).toMatch(/: list\.csv!8/);
  });
});
