/** What a line is: its kind, from all its words and figures together, and the traits a scheme may refuse. */
import { allKinds, families } from "./families";
import type { Kind } from "./kinds";
import type { Evidence, LineText, Nature } from "./nature";
import { readLine, signalsOf, type LineReading, type Signal } from "./signals";
import { traitsOf } from "./traits";

/** Further words for one kind add less than the first. */
const FURTHER = 0.35;
/** Softens scores into probabilities; fitted on labelled lines. */
const TEMPERATURE = 1.1;

export interface Scored {
  readonly reading: LineReading;
  readonly signals: readonly Signal[];
  readonly scores: Float64Array;
}

export function score(line: LineText): Scored {
  const reading = readLine(line);
  const signals = signalsOf(reading);
  const most = new Float64Array(allKinds.length);
  const sum = new Float64Array(allKinds.length);
  for (const { kind, weight } of signals) {
    if (weight > (most[kind] as number)) most[kind] = weight;
    sum[kind] = (sum[kind] as number) + weight;
  }
  const scores = new Float64Array(allKinds.length);
  for (let kind = 0; kind < scores.length; kind++)
    scores[kind] = (most[kind] as number) + FURTHER * ((sum[kind] as number) - (most[kind] as number));
  combine(reading, scores);
  return { reading, signals, scores };
}

const at = (kind: Kind): number => allKinds.indexOf(kind);
const [TRAVEL, LODGING, EXPERT_TRAVEL, MEETING_TRAVEL] = [
  at("travel"),
  at("lodging"),
  at("expert-travel"),
  at("meeting-travel"),
];
const [GUIDANCE, MEETING_FEE] = [at("technical-guidance"), at("meeting-honorarium")];
const EXPERT = /専門家|講師|指導員|指導者|アドバイザ|技術指導|招へい|招聘|外部技術者|海外技術者|コンサルタント|診断士/;
const COMMITTEE = /委員|有識者|検討会/;

/** Kinds that only several words together make: an expert's journey, a committee's honorarium. */
function combine({ description, note, vendor }: LineReading, scores: Float64Array): void {
  const own = description.text;
  const around = `${own} ${note.text} ${vendor.text}`;
  const journey = Math.max(scores[TRAVEL] as number, scores[LODGING] as number);
  if (journey >= 3) {
    if (COMMITTEE.test(own) || (COMMITTEE.test(around) && !EXPERT.test(own))) scores[MEETING_TRAVEL] = journey + 1.5;
    else if (EXPERT.test(own) || /講師|専門家/.test(vendor.text)) scores[EXPERT_TRAVEL] = journey + 1.5;
  }
  if (/謝金|謝礼/.test(own) && COMMITTEE.test(around)) scores[MEETING_FEE] = (scores[GUIDANCE] as number) + 1;
}

export function classify(line: LineText): Nature {
  const { reading, signals, scores } = score(line);
  let best = 0;
  for (let kind = 1; kind < scores.length; kind++) if ((scores[kind] as number) > (scores[best] as number)) best = kind;
  let runner = -1;
  const family = families[best];
  let all = 0;
  let ours = 0;
  const top = scores[best] as number;
  for (let kind = 0; kind < scores.length; kind++) {
    const share = Math.exp(((scores[kind] as number) - top) / TEMPERATURE);
    all += share;
    if (families[kind] === family) ours += share;
    else if ((scores[kind] as number) > 0 && (runner < 0 || (scores[kind] as number) > (scores[runner] as number)))
      runner = kind;
  }
  const kind = top > 0 ? (allKinds[best] as Kind) : "miscellaneous";
  return {
    kind,
    confidence: top > 0 ? ours / all : 0,
    runnerUp: runner < 0 ? null : (allKinds[runner] as Kind),
    traits: traitsOf(reading, kind),
    evidence: evidenceOf(line, signals, best),
  };
}

/** The three strongest words or figures for a kind. */
function evidenceOf(line: LineText, signals: readonly Signal[], kind: number): Evidence[] {
  const found: Evidence[] = [];
  const ordered = signals.filter((signal) => signal.kind === kind).sort((a, b) => b.weight - a.weight);
  for (const { field, start, end } of ordered) {
    const text = textOf(line, field).slice(start, end === 0 ? undefined : end);
    if (!found.some((other) => other.field === field && other.text === text))
      found.push({ field, text, for: allKinds[kind] as string });
    if (found.length === 3) break;
  }
  return found;
}

function textOf(line: LineText, field: Evidence["field"]): string {
  switch (field) {
    case "description":
    case "specification":
    case "vendor":
    case "unit":
    case "note":
      return line[field] ?? "";
    case "unitPrice":
    case "quantity": {
      const figure = line[field];
      return figure === null ? "" : String(Number(figure.n) / Number(figure.d));
    }
    case "stated":
      return line.statedMiddle ?? line.statedMinor ?? line.statedMajor ?? "";
  }
}
