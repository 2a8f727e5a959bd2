/** Forty pairs of rounds by another hand (`test/fixtures/rounds`): what `kenzan diff` says of each is what a careful clerk says. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parseCommand, type DiffCommand } from "../../src/cli/options";
import type { Terminal } from "../../src/cli/terminal";
import type { FieldChange, LineChange, RoundDiff } from "../../src/core/desk/diff";
import type { ExaminedLine } from "../../src/core/desk/examined";
import { runDiff } from "../../src/desk/diff";
import { schemes } from "../../src/schemes";

interface Named {
  readonly text: string;
  readonly amount: number;
}
interface Changed {
  readonly before: Named;
  readonly after: Named;
  readonly what: readonly string[];
}
interface Lists {
  readonly added?: readonly Named[];
  readonly removed?: readonly Named[];
  readonly changed?: readonly Changed[];
  /** One line of as much as these. */
  readonly divided?: readonly Parted[];
  readonly joined?: readonly Parted[];
}
interface Parted {
  readonly line: Named;
  readonly parts: readonly Named[];
}
interface Expected {
  readonly lines: Lists & { readonly unchanged?: number; readonly alternatives?: readonly Lists[] };
  readonly findings?: Readonly<
    Record<"fixed" | "new" | "remaining" | "notFixed" | "notNew", readonly string[] | undefined>
  >;
  readonly claimed?: { readonly before: number; readonly after: number };
}

/** What of a line a clerk compares; the remaining fields are free. */
const WHAT: Readonly<Partial<Record<FieldChange["field"], string>>> = {
  description: "text",
  statedMajor: "category",
  statedMiddle: "category",
  unitPrice: "unitPrice",
  quantity: "quantity",
  amount: "amount",
  vendor: "vendor",
};
const LISTS = ["added", "removed", "changed", "divided", "joined"] as const;

const root = join(__dirname, "../fixtures/rounds");
const pairs = readdirSync(root).filter((name) => /^\d\d-/.test(name));

async function diffOf(before: string, after: string): Promise<RoundDiff> {
  let told = "";
  const terminal: Terminal = {
    out: (text) => Promise.resolve(void (told += text)),
    message: (text) => {
      throw new Error(text);
    },
    progress: () => undefined,
    ...{ colour: false, columns: 100, interactive: false, shared: false },
  };
  const command = parseCommand(["diff", before, after, "--format", "json"], schemes) as DiffCommand;
  await runDiff(command, terminal, __dirname);
  return JSON.parse(told) as RoundDiff;
}

const named = (line: ExaminedLine | null): Named => ({ text: line?.description ?? "", amount: line?.amount ?? NaN });
const whatOf = ({ fields }: LineChange): string[] =>
  [...new Set(fields.map(({ field }) => WHAT[field]).filter((what) => what !== undefined))].sort();

function listsOf({ lines }: RoundDiff): Required<Lists> {
  const of = (kind: LineChange["kind"]): LineChange[] => lines.filter((change) => change.kind === kind);
  return {
    added: of("added").map(({ after }) => named(after)),
    removed: of("removed").map(({ before }) => named(before)),
    changed: of("changed")
      .map((change) => ({ before: named(change.before), after: named(change.after), what: whatOf(change) }))
      .filter(({ what }) => what.length > 0),
    divided: of("divided").map(({ before, parts }) => ({ line: named(before), parts: parts.map(named) })),
    joined: of("joined").map(({ after, parts }) => ({ line: named(after), parts: parts.map(named) })),
  };
}

/** In any order, and with the keys in one. */
const sorted = (list: readonly (Named | Changed | Parted)[]): string[] =>
  list
    .map((one) =>
      "text" in one
        ? [one.text, one.amount]
        : "line" in one
          ? [one.line, ...one.parts].flatMap(({ text, amount }) => [text, amount])
          : [one.before.text, one.before.amount, one.after.text, one.after.amount, ...[...one.what].sort()],
    )
    .map((one) => one.join("|"))
    .sort();

const inOrder = (lists: Lists): Partial<Record<keyof Lists, string[]>> =>
  Object.fromEntries(LISTS.flatMap((list) => (lists[list] === undefined ? [] : [[list, sorted(lists[list])]])));

const count = (rules: readonly string[], rule: string): number => rules.filter((one) => one === rule).length;

test("there are forty", () => expect(pairs).toHaveLength(40));

test.each(pairs)("%s", async (name) => {
  const at = (file: string): string => join(root, name, file);
  const expected = JSON.parse(readFileSync(at("expected.json"), "utf8")) as Expected;
  const diff = await diffOf(at("before.xlsx"), at("after.xlsx"));
  const lists = listsOf(diff);
  const { unchanged, alternatives = [], ...outright } = expected.lines;

  const none = { divided: [], joined: [] };
  const wanted = (alternatives.length === 0 ? [{}] : alternatives).map((one) => ({ ...none, ...outright, ...one }));
  // Of each only the lists that it states.
  const stated = (one: Lists): Lists =>
    Object.fromEntries(LISTS.flatMap((list) => (one[list] === undefined ? [] : [[list, lists[list]]])));
  const right = wanted.find((one) => isDeepStrictEqual(inOrder(one), inOrder(stated(one)))) ?? (wanted[0] as Lists);
  expect(inOrder(stated(right))).toEqual(inOrder(right));
  if (unchanged !== undefined) expect(diff.unchanged).toBe(unchanged);

  const told = {
    fixed: diff.fixed.map(({ rule }) => rule),
    new: diff.introduced.map(({ rule }) => rule),
    remaining: diff.remaining.map(({ after }) => after.rule),
  };
  for (const kind of ["fixed", "new", "remaining"] as const)
    for (const rule of expected.findings?.[kind] ?? [])
      expect(count(told[kind], rule)).toBeGreaterThanOrEqual(count(expected.findings?.[kind] ?? [], rule));
  for (const rule of expected.findings?.notFixed ?? []) expect(told.fixed).not.toContain(rule);
  for (const rule of expected.findings?.notNew ?? []) expect(told.new).not.toContain(rule);

  if (expected.claimed === undefined) return;
  const { before, after } = expected.claimed;
  const claimed = diff.figures.find(({ figure }) => figure === "claimed");
  expect(claimed === undefined ? null : [claimed.before, claimed.after]).toEqual(
    before === after ? null : [before, after],
  );
});
