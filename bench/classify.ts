/**
 * Measures the classifier: accuracy by cross-validation beside two baselines, calibration, size, speed.
 * Usage: node bench/run.mjs classify
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { build } from "esbuild";
import { categorise } from "../src/core/classify/categorise";
import { classify } from "../src/core/classify/classify";
import { Model, tablesOf } from "../src/core/classify/learned/model";
import type { Classification } from "../src/core/classify/nature";
import { read } from "../src/core/classify/reading/reading";
import { byKeywords, NaiveBayes } from "./classify-baselines";
import {
  AUTHORS,
  learn,
  LEARNED_FROM,
  linesIn,
  NOTHING,
  REMARKS_OF,
  remarksIn,
  scheme,
  type LabelledLine,
} from "./classify-training";

const FOLDS = 5;

const remarks = REMARKS_OF.flatMap(remarksIn);

/** Measured once each, before anything was changed by the lines; the files say how they were made. */
const FIRST_SIGHT = [
  "At first sight, once            lines  major  middle  諸経費  found  false alarm  precision  review",
  "  other-hand, before mending      400   98.3    95.5    93.0   85.6      0.8        94.3   13 of 31",
  "  fresh-1, before mending         303   94.4    91.1    85.7   77.0      6.4        80.7   11 of 29",
  "  fresh-2, before mending         324   93.8    88.6    87.1   72.7      1.7        85.7   10 of 52",
  "  fresh-2, after fresh-1          324   98.5    95.4    95.0   78.8      1.2        92.9   31 of 52",
  "  fresh-3, after fresh-2           92   97.8    94.6    96.2   86.7      0.0       100.0   12 of 14",
  "  other-hand-2, after fresh-3     300   99.0    95.7    94.5   94.4      0.5        95.5   20 of 24",
  "  other-hand-3 and unseen, before 300   98.0    94.3    96.0   87.5      2.1        92.8   15 of 23",
  "    after other-hand-2            300   99.0    96.3    98.7   88.6      1.1        95.1   16 of 23",
  "  other-hand-4, after these       450   97.8    95.1    94.4   88.7      1.0        93.7   16 of 25",
  "  fresh-4, after other-hand-4     146   98.6    97.9   100.0   86.7      0.0       100.0   17 of 19",
  "  other-hand-5, after fresh-4     450   99.1    98.2    97.2   93.8      1.0        94.5   26 of 34",
  "  other-hand-6, after fresh-4     420   99.3    97.6    98.9   90.6      2.4        85.3   23 of 29",
  "  other-hand-7, after these       425   99.8    99.1   100.0   89.1      0.3        96.6   28 of 32",
  "  other-hand-8, after these       420   98.8    97.4    97.8   86.9      1.2        86.9   19 of 31",
  "  other-hand-9, after these       420   98.3    96.4    97.1   85.8      0.4        94.5   21 of 33",
  "  other-hand-10, closed till then 420   98.8    95.5    94.9   91.7      0.0        98.2   26 of 33",
  "  other-hand-11, as before -10    505   99.6    99.2    98.6   88.8      0.6        96.0   40 of 46",
  "    with limits of nine hands     505   99.6    99.2    98.6   89.6      0.6        96.0   42 of 46",
  "  fresh-5, after these            240   96.7    95.0    94.5   90.5      0.0        99.4   15 of 17",
  "  other-hand-12, after fresh-5    350   98.9    98.3    97.8   90.0      0.5        98.9   21 of 28",
  "  other-hand-13, closed till then 400   97.5    94.5    94.0   92.1      1.6        96.3   25 of 32",
  "  other-hand-14, as before -13    643   97.7    93.5    83.1   74.6      0.3        98.0   39 of 50",
  "  other-hand-15, as before -13    600   98.7    97.8    95.7   86.4      0.0        98.1   35 of 51",
  "    after -13 and -14             600   98.8    97.8    95.7   87.0      0.0        98.1   35 of 51",
  "  other-hand-16, as before -13    650   99.4    98.8    95.2   94.7      0.0        99.4   41 of 48",
  "  other-hand-17, as before -13    420   99.3    98.8    95.8   95.7      0.0        98.2   30 of 33",
  "    closed, after -13 to -16      420   99.5    99.3    95.8   95.7      0.4        97.4   30 of 33",
  "  other-hand-18, after these      500   96.6    95.4    90.5   65.5      0.0        97.7   33 of 50",
  "    with everyday.ts, unlooked at 500   96.6    95.4    90.5   69.5      0.0        97.9   33 of 50",
  "  other-hand-19, as before -18    420   99.0    97.4    90.0   84.7      1.5        96.2   27 of 33",
  "    closed, after -18             420   99.0    97.4    90.0   89.0      2.2        94.6   27 of 33",
  "  other-hand-20, by lists of words 420  98.8    96.9    89.6   93.6      1.1        95.9   30 of 34",
  "    closed, remarks learned       420   98.8    97.6    90.4   93.6      1.1        96.7   31 of 34",
  "  other-hand-21, by lists of words 260  98.1    93.8    94.2   87.0      6.3        84.2   14 of 26",
  "    closed, remarks learned       260   97.7    93.1    94.2   91.3      9.9        80.0   12 of 26",
  "  other-hand-22, as before -20     420   99.8    97.6    91.1   96.0      0.4        96.0   26 of 34",
  "    closed, -13 to -19 learned    420   99.8    97.9    92.9   96.8      0.0        96.1   26 of 34",
  "  other-hand-23, closed           420  100.0    99.0    98.8   96.0      0.4        96.8   25 of 33",
  "  other-hand-24, closed           420   98.6    97.9    97.3   94.4      0.8        94.4   25 of 34",
  "  other-hand-25, closed           420   99.0    98.3    97.4   95.2      0.4        97.5   29 of 34",
  "  other-hand-26, closed           420   98.1    95.7    91.1   92.0      0.0        98.3   26 of 34",
  "  other-hand-27, closed           800   98.2    96.0    88.1   90.0      0.0        99.1   47 of 64",
  "  other-hand-28, closed           800   98.1    95.5    93.0   87.0      0.2        96.7   32 of 62",
  "  other-hand-29, closed           420   98.8    96.9    93.9   98.4      1.5        96.2   26 of 34",
  "  other-hand-30, closed           420   99.8    99.3    98.1   94.4      0.8        95.9   29 of 34",
  "  other-hand-31, closed           420   99.3    98.6    96.1   96.0      0.8        96.0   24 of 34",
  "  other-hand-32, closed           420   97.9    95.2    93.3   96.0      0.0        98.4   28 of 34",
  "  other-hand-33, closed           420   99.0    97.1    96.2   97.6      1.5        94.7   21 of 33",
  "  other-hand-34, closed           420   98.8    97.6    97.2   94.4      0.0        98.3   27 of 34",
  "  other-hand-35, closed           420   98.8    98.6    98.9   98.4      0.0        97.6   26 of 33",
  "  other-hand-36, closed           420   97.4    95.5    92.9   94.4      0.0        96.7   28 of 34",
  "  other-hand-37, closed           420   98.3    96.9    98.0   95.2      1.1        95.2   27 of 33",
  "  other-hand-38, closed           420   97.9    96.2   100.0   97.6      1.5        93.9   27 of 34",
  "  items-2, before anything        600   98.3    95.5    89.7   91.5      1.1        94.4    9 of 13",
] as const;

interface Guess {
  readonly major: string | null;
  readonly middle: string | null;
  readonly minor: string | null;
}

interface Judged {
  readonly labelled: LabelledLine;
  readonly guess: Guess;
  readonly classification: Classification | null;
}

/** Lines that begin alike fall into one fold, so that a near-copy never teaches the answer. */
function folds(lines: readonly LabelledLine[]): LabelledLine[][] {
  const groups = new Map<string, LabelledLine[]>();
  for (const line of lines) {
    const key = read(line.line.description).text.slice(0, 3);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const result = Array.from({ length: FOLDS }, (): LabelledLine[] => []);
  for (const group of [...groups.values()].sort((a, b) => b.length - a.length))
    result.sort((a, b) => a.length - b.length)[0]?.push(...group);
  return result;
}

const judge = (labelled: LabelledLine, model?: Model): Judged => {
  const classification = categorise(classify(labelled.line, 2025, model), labelled.line, scheme);
  return { labelled, guess: classification, classification };
};

const share = (part: number, of: number): string => (of === 0 ? "–" : `${((100 * part) / of).toFixed(1)}%`);
const count = <T>(list: readonly T[], test: (one: T) => boolean): number => list.filter(test).length;

function accuracy(name: string, judged: readonly Judged[]): string {
  const withMinor = judged.filter(({ labelled }) => labelled.minor !== null);
  return [
    name.padEnd(38),
    share(
      count(judged, ({ labelled, guess }) => guess.major === labelled.major),
      judged.length,
    ).padStart(7),
    share(
      count(judged, ({ labelled, guess }) => guess.middle === labelled.middle),
      judged.length,
    ).padStart(8),
    share(
      count(
        withMinor,
        ({ labelled, guess }) => guess.middle === labelled.middle && (guess.minor ?? null) === labelled.minor,
      ),
      withMinor.length,
    ).padStart(8),
    String(judged.length).padStart(7),
  ].join("");
}

function eligibility(name: string, judged: readonly Judged[]): string {
  const of = (label: string): Judged[] => judged.filter(({ labelled }) => labelled.eligibility === label);
  const called = (list: readonly Judged[], answer: string): number =>
    count(list, ({ classification }) => classification?.eligibility === answer);
  const [good, bad, open] = [of("eligible"), of("ineligible"), of("review")];
  return [
    name.padEnd(38),
    share(called(bad, "ineligible"), bad.length).padStart(7),
    share(called(bad, "ineligible"), called(judged, "ineligible")).padStart(10),
    share(called(good, "ineligible"), good.length).padStart(12),
    share(called(open, "review"), open.length).padStart(9),
    share(called(open, "eligible"), open.length).padStart(8),
    share(called(good, "review"), good.length).padStart(12),
  ].join("");
}

/** What an answer says of itself, and whether it is right. */
type Sure = (judged: Judged) => readonly [confidence: number, right: boolean];
const sureOfItem: Sure = ({ classification, labelled, guess }) => [
  classification?.nature.confidence ?? 0,
  guess.middle === labelled.middle,
];
const sureOfEligibility: Sure = ({ classification, labelled }) => [
  classification?.eligibilityConfidence ?? 0,
  classification?.eligibility === labelled.eligibility,
];

function calibration(name: string, judged: readonly Judged[], sure: Sure): string[] {
  const bins = [0, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0001];
  const answers = judged.map(sure);
  const rows: string[] = [];
  let error = 0;
  for (let i = 1; i < bins.length; i++) {
    const [from, to] = [bins[i - 1] as number, bins[i] as number];
    const within = answers.filter(([confidence]) => confidence >= from && confidence < to);
    if (within.length === 0) continue;
    const said = within.reduce((sum, [confidence]) => sum + confidence, 0);
    const right = count(within, ([, isRight]) => isRight);
    error += Math.abs(said - right);
    rows.push(
      `  ${from.toFixed(2)}–${Math.min(1, to).toFixed(2)}  ${String(within.length).padStart(5)} lines  said ${share(said, within.length)}  right ${share(right, within.length)}`,
    );
  }
  return [`Calibration (${name}), expected calibration error ${(error / judged.length).toFixed(3)}`, ...rows];
}

function confusion(judged: readonly Judged[]): string[] {
  const middles = [...new Set(judged.map(({ labelled }) => labelled.middle))];
  const short = (middle: string | null): string => (middle ?? "なし").slice(0, 2);
  const head = `  ${"".padEnd(12, " ")}${middles.map((middle) => short(middle)).join("  ")}`;
  return [
    "Confusion (rows: label, columns: answer, by the first letters of the item)",
    head,
    ...middles.map((label) => {
      const row = judged.filter(({ labelled }) => labelled.middle === label);
      const cells = middles.map((answer) => String(count(row, ({ guess }) => guess.middle === answer)).padStart(4));
      return `  ${short(label)}        ${cells.join("  ")}`;
    }),
  ];
}

function speed(lines: readonly LabelledLine[]): string {
  const many = Array.from({ length: 10_000 }, (_, i) => {
    const { line } = lines[i % lines.length] as LabelledLine;
    return { ...line, description: `${line.description} ${String(i)}` };
  });
  let least = Infinity;
  let leastCpu = Infinity;
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    const cpu = process.cpuUsage();
    for (const line of many) categorise(classify(line, 2025), line, scheme);
    least = Math.min(least, performance.now() - start);
    leastCpu = Math.min(leastCpu, process.cpuUsage(cpu).user / 1000);
  }
  return `Speed: 10,000 distinct lines in ${least.toFixed(0)} ms, ${leastCpu.toFixed(0)} ms of processor time (best of 5; limit 300 ms)`;
}

/** What a page pays for the classifier: bundled, minified, compressed. */
async function size(): Promise<string> {
  // esbuild finds its program beside itself, so it is not bundled with this file.
  const esbuild = createRequire(join(process.cwd(), "package.json"))("esbuild") as { build: typeof build };
  const { outputFiles } = await esbuild.build({
    entryPoints: ["src/core/classify/classify.ts"],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    write: false,
    logLevel: "error",
  });
  const bytes = gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
  return `Size: classifier, lexicon and weights ${(bytes / 1000).toFixed(1)} kB gzip (limit 150 kB)`;
}

/** Judged by weights that were learned from the other folds alone. */
function acrossFolds(lines: readonly LabelledLine[]): {
  readonly ours: Judged[];
  readonly keywords: Judged[];
  readonly bayes: Judged[];
} {
  const parts = folds(lines);
  const ours: Judged[] = [];
  const keywords: Judged[] = [];
  const bayes: Judged[] = [];
  parts.forEach((part, i) => {
    const rest = parts.flatMap((other, j) => (j === i ? [] : other));
    const model = new Model(tablesOf(learn(rest, remarks)));
    const naive = new NaiveBayes(rest);
    for (const labelled of part) {
      ours.push(judge(labelled, model));
      keywords.push({ labelled, guess: byKeywords(labelled.line), classification: null });
      bayes.push({ labelled, guess: naive.guess(labelled.line), classification: null });
    }
  });
  return { ours, keywords, bayes };
}

/** Every author's lines judged by weights that were learned from the others' alone. */
function byAuthor(
  files: ReadonlyMap<string, ReadonlySet<LabelledLine>>,
): (readonly [name: string, judged: Judged[]])[] {
  return Object.entries(AUTHORS).map(([author, own]) => {
    const linesOf = (isOwn: boolean): LabelledLine[] =>
      [...files].flatMap(([name, lines]) => (own.includes(name) === isOwn ? [...lines] : []));
    const model = new Model(tablesOf(learn(linesOf(false), remarks)));
    return [`  ${author} author left out`, linesOf(true).map((labelled) => judge(labelled, model))] as const;
  });
}

async function report(): Promise<void> {
  const files = LEARNED_FROM.map((name) => [name, new Set(linesIn(name))] as const);
  const all = files.flatMap(([, lines]) => [...lines]);
  const { ours, keywords, bayes } = acrossFolds(all);
  const byFile = files.map(
    ([name, lines]) => [`  of these, ${name}`, ours.filter(({ labelled }) => lines.has(labelled))] as const,
  );
  const leftOut = byAuthor(new Map(files));
  const otherHands = leftOut.filter(([name]) => !/ours|given/.test(name)).flatMap(([, judged]) => judged);
  const unseen = linesIn("unseen").map((labelled) => judge(labelled));
  const nothing = new Model(tablesOf({ lines: NOTHING, remarks: NOTHING }));
  const wordsAlone = linesIn("unseen").map((labelled) => judge(labelled, nothing));
  const print = (...rows: string[]): void => console.log(rows.join("\n"));

  print(
    `Accuracy                                major  middle  諸経費   lines`,
    accuracy(`Kenzan, ${String(FOLDS)} grouped folds`, ours),
    ...byFile.map(([name, judged]) => accuracy(name, judged)),
    ...leftOut.map(([name, judged]) => accuracy(name, judged)),
    accuracy("  all other hands, each left out", otherHands),
    accuracy("  keyword list, same lines", keywords),
    accuracy("  n-gram naive Bayes, same folds", bayes),
    accuracy("Kenzan, unseen lines", unseen),
    accuracy("  lexicon alone", wordsAlone),
    "",
    ...FIRST_SIGHT,
    "",
    `Eligibility                           found  precision  false alarm  review  passed  needless review`,
    eligibility(`Kenzan, ${String(FOLDS)} grouped folds`, ours),
    ...byFile.map(([name, judged]) => eligibility(name, judged)),
    ...leftOut.map(([name, judged]) => eligibility(name, judged)),
    eligibility("  all other hands, each left out", otherHands),
    eligibility("Kenzan, unseen lines", unseen),
    eligibility("  words alone", wordsAlone),
    "",
    ...calibration("middle category, folds", ours, sureOfItem),
    ...calibration("eligibility, folds", ours, sureOfEligibility),
    ...calibration("middle category, unseen lines", unseen, sureOfItem),
    ...calibration("eligibility, unseen lines", unseen, sureOfEligibility),
    "",
    ...confusion(ours),
    "",
    speed(all),
    await size(),
  );
}

void report();
