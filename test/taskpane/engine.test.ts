/** The pane's engine: what crosses between it and the pane, and that it can be stopped at any moment. */
import fc from "fast-check";
import { check } from "../../src/core/check";
import { NO_DECISIONS } from "../../src/core/decisions/weigh";
import { shown } from "../../src/core/report/shown";
import { schemes } from "../../src/schemes";
import { answering } from "../../src/taskpane/engine/answer";
import { linked } from "../../src/taskpane/engine/linked";
import type { Reply } from "../../src/taskpane/engine/messages";
import { Assembled, inPieces, type Piece } from "../../src/taskpane/engine/pieces";
import { Work } from "../../src/taskpane/engine/work";
import { workbookOf } from "../core/rules/budget";
import { engineHere } from "./engineHere";
import { sample } from "./openPane";

const errors = sample("transformation-errors");
const given = { workbook: errors, settings: {}, decisions: NO_DECISIONS, documents: null };

const assembled = (pieces: Iterable<Piece>): unknown => {
  const whole = new Assembled();
  for (const piece of pieces) whole.add(structuredClone(piece));
  return whole.value;
};

test("whatever is taken apart is put together again, and no piece is long", () => {
  const long = fc.array(fc.record({ row: fc.nat(), text: fc.string() }), { maxLength: 900, size: "max" });
  const whole = fc.record({ lines: long, within: fc.array(fc.record({ rows: long, cell: fc.option(fc.nat()) })) });
  fc.assert(
    fc.property(whole, (value) => {
      const pieces = [...inPieces(value)];
      expect(assembled(pieces)).toEqual(value);
      for (const piece of pieces) if ("items" in piece) expect(piece.items.length).toBeLessThanOrEqual(200);
    }),
    { numRuns: 30, seed: 7 },
  );
});

test("a budget of thousands of lines crosses whole, both ways", async () => {
  const rows = Array.from({ length: 2_000 }, (_, at) => ["消耗品費", `部品${at}`, 100 + at, 2, (100 + at) * 2]);
  const workbook = workbookOf({ 予算明細: [["費目", "品名", "単価", "数量", "金額"], ...rows] });
  const { report, number } = await engineHere().check({ ...given, workbook });
  const here = shown(check(workbook, schemes));
  expect(here.lines).toHaveLength(2_000);
  expect(report).toEqual(structuredClone(here));
  expect(number).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
});

test("stopped, a check is given up at once, whatever the engine is at; other questions are answered all the same", async () => {
  const replies: Reply[] = [];
  let hands = 0;
  const engine = linked(() => {
    hands += 1;
    // The first hand never comes to an end of what it is at.
    const isStuck = hands === 1;
    let listener: ((reply: Reply) => void) | null = null;
    const hear = answering(new Work(), (reply) => replies.push(reply) && queueMicrotask(() => listener?.(reply)));
    return {
      post: (said) => (isStuck ? undefined : hear(structuredClone(said))),
      onReply: (next) => (listener = next),
      end: () => (listener = null),
    };
  });
  const stopper = new AbortController();
  const stopped = engine.check(given, stopper.signal);
  const rows = engine.rowsOf(given, "予算明細");
  await Promise.resolve();
  stopper.abort();
  await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
  expect((await rows).length).toBeGreaterThan(10);
  expect(hands).toBe(2);
  await expect(engine.check(given, AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
  expect((await engine.check(given)).report.subsidy?.amount).toBe(4_612_000);
  expect(hands).toBe(2);
});

test("what is given once is not sent again, and what breaks is told in its own words", async () => {
  const said: string[] = [];
  let isBroken = true;
  const engine = linked(() => {
    let listener: (reply: Reply) => void = () => undefined;
    const hear = answering(new Work(), (reply) => queueMicrotask(() => listener(reply)));
    return {
      post(message) {
        said.push("keep" in message ? message.keep : message.question);
        if (isBroken) listener({ broken: "out of memory" });
        else hear(message);
      },
      onReply: (next) => (listener = next),
      end: () => undefined,
    };
  });
  await expect(engine.check(given)).rejects.toThrow("out of memory");
  isBroken = false;
  said.length = 0;
  const { report } = await engine.check(given);
  const sent = said.length;
  expect(said.filter((what) => what === "workbook").length).toBeGreaterThan(0);
  const [finding] = report.findings.filter(({ fix }) => fix !== null);
  expect(await engine.worth(given, finding!)).toMatchObject({ of: "fix" });
  expect(said.slice(sent)).toEqual(["worth"]);
});
