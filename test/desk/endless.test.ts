/** A file that is never read to its end: it alone is given up, whatever else is under way. */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { WorkerHand } from "../../src/cli/estimates";
import type { Examined } from "../../src/core/desk/examined";
import { DocumentReader, type Clock } from "../../src/documents/reader";
import { applicationsIn } from "../../src/desk/applications";
import { examineAll } from "../../src/desk/crew";
import { deskWords } from "../../src/desk/words";
import { bundlePath, newFolder } from "../cli/kenzan";

const bundles = dirname(bundlePath());
const SAMPLE = join(__dirname, "../fixtures/samples/planning-clean.xlsx");

/** A bundle that stays where it is once it does what it is hooked for, and says so by a mark on the disk. */
function endless(name: string, hook: string, start: string): { readonly folder: string; readonly mark: string } {
  const folder = newFolder();
  const mark = join(folder, "mark");
  const stay = `require("node:fs").writeFileSync(${JSON.stringify(mark)}, ""); for (;;);`;
  writeFileSync(join(folder, name), `${hook.replace("STAY", stay)}\n${start}`);
  return { folder, mark };
}

/** Time is up when the worker has said that it stays. */
const whenMarked =
  (mark: string): Clock =>
  (expire) => {
    const look = setInterval(() => {
      if (!existsSync(mark)) return;
      clearInterval(look);
      rmSync(mark);
      expire();
    }, 5);
    return () => clearInterval(look);
  };
const never: Clock = () => () => undefined;

test.each([1, 2])("a budget that never ends is told, and the others are examined (%i at once)", async (jobs) => {
  const place = newFolder();
  for (const name of ["a", "b", "c"]) mkdirSync(join(place, name));
  for (const name of ["a", "c"]) cpSync(SAMPLE, join(place, name, "予算書.xlsx"));
  cpSync(SAMPLE, join(place, "b", "endless.xlsx"));
  const { folder, mark } = endless(
    "worker.js",
    `const fs = require("node:fs"), { openSync } = fs;
     fs.openSync = (path, ...more) => { if (String(path).endsWith("endless.xlsx")) { STAY } return openSync(path, ...more); };`,
    `require(${JSON.stringify(join(bundles, "start.js"))}).start(${JSON.stringify(join(bundles, "desk-worker.cjs"))});`,
  );
  const say = deskWords.ja;
  const { applications } = applicationsIn(place, null, join(place, "..", "none"), say);
  const found = new Map<string, Examined>();
  const conditions = { settings: {}, decisions: "show", lang: "ja" } as const;
  await examineAll(
    applications,
    jobs,
    conditions,
    folder,
    say,
    ({ name }, it) => found.set(name, it),
    ({ name }) => (name === "b" ? whenMarked(mark) : never),
  );
  expect(found.get("b")?.gaps).toEqual([
    expect.stringMatching(/「b」は300秒たっても調べ終わらないため、打ち切りました/),
  ]);
  expect([found.get("a")?.subsidy, found.get("c")?.subsidy]).toEqual([expect.any(Number), expect.any(Number)]);
});

test("an estimate that never ends is told, and the next is read by a new worker", async () => {
  const { folder, mark } = endless(
    "document-worker.cjs",
    `const { decode } = TextDecoder.prototype;
     TextDecoder.prototype.decode = function (...given) {
       const text = decode.apply(this, given);
       if (text.includes("ENDLESS")) { STAY }
       return text;
     };`,
    `require(${JSON.stringify(join(bundles, "document-worker.cjs"))});`,
  );
  const list = (text: string): Uint8Array =>
    new TextEncoder().encode(`項番,発行者,品名,金額\n1,株式会社小倉電設,${text},110000\n`);
  let started = 0;
  const reader = new DocumentReader(() => {
    started += 1;
    return new WorkerHand(join(folder, "document-worker.cjs"));
  }, whenMarked(mark));
  try {
    expect(await reader.read("03_見積.csv", list("ENDLESS"))).toMatchObject([{ problem: "timeout", evidenceNo: "3" }]);
    expect(await reader.read("04_見積.csv", list("制御盤"))).toMatchObject([{ problem: null }]);
    expect(started).toBe(2);
  } finally {
    reader.close();
  }
});
