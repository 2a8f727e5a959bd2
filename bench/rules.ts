/**
 * Six rules that look at one line each, beside two engines for rules: the same lines, the same findings, in turns. What the
 * others are given of a line is prepared for them and not counted.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { check } from "../src/core/check";
import type { Stage } from "../src/core/judge/state";
import { rules as all } from "../src/core/rules/registry";
import type { LineRule, Rule } from "../src/core/rules/rule";
import { toNumber } from "../src/core/money/fraction";
import { readWorkbook } from "../src/ooxml/read";
import { nodeCodec } from "../src/ooxml/zip/node-codec";
import { schemes } from "../src/schemes";
import { median, type Figure } from "./figure";
import { DEAR, faultyBudget } from "./workbooks";

const LINES = 10_000;
const RULES = [
  "arithmetic/line",
  "category/equipment-threshold",
  "category/missing",
  "eligibility/payment-method",
  "eligibility/period",
  "vendor/outside-city",
] as const;
type RuleId = (typeof RULES)[number];
type Counts = Readonly<Record<RuleId, number>>;

/** What a rule asks of a line. */
interface Facts {
  readonly amount: number;
  readonly unitPrice: number;
  readonly quantity: number;
  readonly middle: string;
  readonly method: string;
  /** Days of the calendar as one number: 20260401. */
  readonly ordered: number;
  readonly address: string;
}

const PERIOD = { from: 20250401, to: 20260228 };
const LIMIT = 200_000;

export async function rules(root: string): Promise<Figure[]> {
  const stage = stageOf(faultyBudget(LINES));
  const facts = factsOf(stage);
  const own = RULES.map((id) => all.find((rule) => rule.id === id) as LineRule);
  const runs: Readonly<Record<string, () => Counts | Promise<Counts>>> = {
    kenzan: () => kenzan(own, stage),
    "json-rules-engine": jsonRulesEngine(root, facts),
    "zen-engine": zenEngine(root, facts),
  };
  const times: Record<string, number[]> = {};
  const found: Record<string, string> = {};
  for (let round = 0; round < 4; round += 1)
    for (const [name, run] of Object.entries(runs)) {
      const began = performance.now();
      const counts = await run();
      if (round > 0) (times[name] ??= []).push(performance.now() - began); // the first warms up
      found[name] = JSON.stringify(counts);
    }
  if (new Set(Object.values(found)).size > 1) throw new Error(`the engines differ: ${JSON.stringify(found)}`);
  const of = (name: string): number => median(times[name] ?? []);
  const ours = of("kenzan");
  return [
    { name: "six rules on 10,000 lines, findings made", value: ours, unit: "ms", goal: null },
    ...["json-rules-engine", "zen-engine"].flatMap((name): Figure[] => [
      { name: `  ${name}, hits counted`, value: of(name), unit: "ms", goal: null },
      { name: `  ${name} against Kenzan`, value: of(name) / ours, unit: "×", goal: { kind: "least", value: 1 } },
    ]),
  ];
}

/** The stage as the rules see it. */
function stageOf(bytes: Uint8Array): Stage {
  let seen: Stage | null = null;
  const watch: Rule = {
    id: "arithmetic/line",
    severity: "error",
    phase: "verdict",
    check: (stage) => {
      seen = stage;
      return "checked";
    },
  };
  const settings = { scheme: "fais-dx-2025", frame: "transformation" };
  check(readWorkbook(bytes, nodeCodec), schemes, settings, undefined, null, [watch]);
  if (seen === null) throw new Error("no lines were read");
  return seen;
}

function factsOf({ lines }: Stage): Facts[] {
  return lines.map(({ read }) => ({
    amount: read.amount ?? 0,
    unitPrice: read.unitPrice === null ? 0 : toNumber(read.unitPrice),
    quantity: read.quantity === null ? 0 : toNumber(read.quantity),
    middle: read.statedMiddle ?? "",
    method: read.paymentMethod?.text ?? "",
    ordered: Number((read.orderDate?.day ?? "").replaceAll("-", "")),
    address: read.vendorAddress ?? "",
  }));
}

const none = (): Record<RuleId, number> => Object.fromEntries(RULES.map((id) => [id, 0])) as Record<RuleId, number>;

function kenzan(own: readonly LineRule[], stage: Stage): Counts {
  const counts = none();
  const fresh = { ...stage, lines: [...stage.lines] }; // what rules keep of these lines is worked out anew
  for (const rule of own) rule.check(fresh, () => (counts[rule.id as RuleId] += 1));
  return counts;
}

interface JsonRule {
  readonly conditions: object;
  readonly event: { readonly type: RuleId };
}
interface JsonEngine {
  addRule(rule: JsonRule): void;
  addFact(id: string, value: (params: object, almanac: { factValue(id: string): Promise<unknown> }) => unknown): void;
  addOperator(name: string, of: (value: unknown, given: unknown) => boolean): void;
  run(facts: object): Promise<{ readonly events: readonly { readonly type: string }[] }>;
}

function jsonRulesEngine(root: string, facts: readonly Facts[]): () => Promise<Counts> {
  const { Engine } = besides(root)("json-rules-engine") as { Engine: new () => JsonEngine };
  const engine = new Engine();
  engine.addOperator("holds", (text, part) => String(text).includes(String(part)));
  engine.addOperator("lacks", (text, part) => !String(text).includes(String(part)));
  engine.addFact(
    "product",
    async (_, almanac) => Number(await almanac.factValue("unitPrice")) * Number(await almanac.factValue("quantity")),
  );
  const rule = (type: RuleId, conditions: object) => engine.addRule({ conditions, event: { type } });
  const is = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
  rule("arithmetic/line", { all: [is("amount", "notEqual", { fact: "product" })] });
  rule("category/equipment-threshold", { all: [is("middle", "equal", DEAR), is("unitPrice", "lessThan", LIMIT)] });
  rule("category/missing", { all: [is("middle", "equal", "")] });
  rule("eligibility/payment-method", { all: [is("method", "holds", "手形")] });
  rule("eligibility/period", {
    any: [is("ordered", "lessThan", PERIOD.from), is("ordered", "greaterThan", PERIOD.to)],
  });
  rule("vendor/outside-city", { all: [is("address", "lacks", "北九州市")] });
  return async () => {
    const counts = none();
    for (const line of facts) for (const { type } of (await engine.run(line)).events) counts[type as RuleId] += 1;
    return counts;
  };
}

interface ZenDecision {
  evaluate(context: object): Promise<{ readonly result: Readonly<Record<RuleId, boolean>> }>;
}

function zenEngine(root: string, facts: readonly Facts[]): () => Promise<Counts> {
  const { ZenEngine } = besides(root)("@gorules/zen-engine") as {
    ZenEngine: new () => { createDecision(content: object): ZenDecision };
  };
  const expressions: Readonly<Record<RuleId, string>> = {
    "arithmetic/line": "amount != unitPrice * quantity",
    "category/equipment-threshold": `middle == "${DEAR}" and unitPrice < ${LIMIT}`,
    "category/missing": 'middle == ""',
    "eligibility/payment-method": 'contains(method, "手形")',
    "eligibility/period": `ordered < ${PERIOD.from} or ordered > ${PERIOD.to}`,
    "vendor/outside-city": 'not contains(address, "北九州市")',
  };
  const node = (id: string, type: string, content: object = {}) => ({
    id,
    name: id,
    type,
    position: { x: 0, y: 0 },
    content,
  });
  const decision = new ZenEngine().createDecision({
    nodes: [
      node("in", "inputNode"),
      node("rules", "expressionNode", {
        expressions: RULES.map((id, at) => ({ id: String(at), key: `r${at}`, value: expressions[id] })),
      }),
      node("out", "outputNode"),
    ],
    edges: [
      { id: "a", sourceId: "in", targetId: "rules", type: "edge" },
      { id: "b", sourceId: "rules", targetId: "out", type: "edge" },
    ],
  });
  return async () => {
    const counts = none();
    for (const line of facts) {
      const result = (await decision.evaluate(line)).result as unknown as Readonly<Record<string, boolean>>;
      for (const [at, id] of RULES.entries()) if (result[`r${at}`] === true) counts[id] += 1;
    }
    return counts;
  };
}

/** What is measured beside Kenzan is installed in the bench's folder. */
const besides = (root: string) => createRequire(join(root, "bench/package.json"));
