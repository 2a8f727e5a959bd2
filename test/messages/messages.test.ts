/** Nothing the engine can say goes without words. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../src/core/rules/registry";
import { RULE_IDS } from "../../src/core/scheme/rule-ids";
import { findingText, notCheckedText, ruleText } from "../../src/messages";
import { notCheckedEn } from "../../src/messages/en";
import { en } from "../../src/messages/en";
import { ja, notCheckedJa } from "../../src/messages/ja";
import { figure } from "../../src/core/text/figure";
import { Facts } from "../../src/messages/message";

const root = join(__dirname, "../..");
const ids = rules.map(({ id }) => id);

test("the registry and the fixed list of ids agree", () => {
  expect([...ids].sort()).toEqual([...RULE_IDS].sort());
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(ids)("%s", (id) => {
  test("has words in both languages, told apart", () => {
    expect(ja[id]).toBeDefined();
    expect(en[id]).toBeDefined();
    expect(ruleText(id, "ja")).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(ruleText(id, "en")).not.toMatch(/[ぁ-んァ-ヶ]/);
  });

  test("has a file, a test and a page of its own", () => {
    for (const path of [`src/core/rules/${id}.ts`, `test/core/rules/${id}.test.ts`, `docs/rules/${id}.md`])
      expect([path, existsSync(join(root, path))]).toEqual([path, true]);
    expect(readFileSync(join(root, `src/core/rules/${id}.ts`), "utf8")).toContain(`id: "${id}"`);
  });

  test("is in the index of pages", () => {
    expect(readFileSync(join(root, "docs/rules/README.md"), "utf8")).toContain(`(${id}.md)`);
  });
});

test("no page and no file without a rule", () => {
  for (const room of ["docs/rules", "src/core/rules"]) {
    const groups = readdirSync(join(root, room)).filter((name) => statSync(join(root, room, name)).isDirectory());
    const names = groups.flatMap((group) =>
      readdirSync(join(root, room, group)).map((name) => `${group}/${name.replace(/\.(md|ts)$/, "")}`),
    );
    expect(names.sort()).toEqual([...ids].sort());
  }
});

test("what is not checked has the same codes in both languages", () => {
  expect(Object.keys(notCheckedEn).sort()).toEqual(Object.keys(notCheckedJa).sort());
});

test("a rule without words is refused, not shown empty", () => {
  const finding = {
    rule: "no/such-rule",
    severity: "error",
    sheet: null,
    cell: null,
    clause: "",
    data: {},
    fix: null,
    answer: "reason",
    waived: null,
  } as const;
  expect(() => findingText(finding, "ja")).toThrow(RangeError);
  expect(() => notCheckedText({ code: "no-such-code", data: {} }, "en")).toThrow(RangeError);
});

test("facts read as people write them", () => {
  const facts = new Facts({
    yen: 1480000,
    minus: -500,
    hours: 162.75,
    names: ["佐藤", "高橋"],
    none: null,
    zero: 0,
    no: false,
  });
  expect([facts.figure("yen"), facts.size("minus"), facts.figure("hours")]).toEqual(["1,480,000", "500", "162.75"]);
  expect([facts.text("names"), facts.list("names", ", "), facts.text("none")]).toEqual([
    "佐藤、高橋",
    "佐藤, 高橋",
    "",
  ]);
  expect([facts.has("yen"), facts.has("none"), facts.has("no"), facts.has("zero"), facts.has("missing")]).toEqual([
    true,
    false,
    false,
    true,
    false,
  ]);
  expect(figure(0)).toBe("0");
});

describe("readings", () => {
  const readings = readFileSync(join(root, "docs/readings.md"), "utf8");
  const entries = [...readings.matchAll(/^## ([a-z-]+)$/gm)].map((match) => match[1]);
  const used = readdirSync(join(root, "src/schemes"))
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => [...readFileSync(join(root, "src/schemes", name), "utf8").matchAll(/"reading": "([^"]+)"/g)])
    .map((match) => match[1]);

  test("every reading a scheme names is explained", () => {
    expect(used.length).toBeGreaterThan(0);
    for (const id of new Set(used)) expect(entries).toContain(id);
  });

  test("every reading that a rule's page points at is explained", () => {
    const pages = ids.map((id) => readFileSync(join(root, "docs/rules", `${id}.md`), "utf8")).join("");
    const named = [...pages.matchAll(/readings\.md#([a-z-]+)/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(0);
    for (const id of named) expect(entries).toContain(id);
  });

  test("each is explained once", () => expect(new Set(entries).size).toBe(entries.length));
});
