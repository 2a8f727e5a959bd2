import fc from "fast-check";
import {
  DecisionsError,
  NOTHING_SAVED,
  fromXml,
  latest,
  parseSaved,
  serialise,
  toXml,
  type Saved,
} from "../../../src/core/decisions/saved";

const full: Saved = {
  revision: 7,
  settings: {
    scheme: "fais-dx-2025",
    frame: "planning",
    applicant: "sme",
    tax: "exclusive",
    employees: 12,
    corporateMembers: 3,
    income: 0,
    deficit: false,
    rate: "2/3",
    requested: 1965000,
    start: "2025-08-01",
  },
  decisions: {
    corrections: [
      { description: "タブレット <10型> & ケース", vendor: null, middle: "消耗品費", minor: null },
      {
        description: "運送",
        vendor: "西部運輸",
        middle: "諸経費",
        minor: "運送費",
        eligibility: "ineligible",
        by: "佐藤",
        date: "2025-05-20",
      },
    ],
    waivers: [
      { rule: "ratio/travel", sheet: null, cell: null, reason: '財団が了承 "口頭"', by: "佐藤", date: "2025-05-20" },
      {
        rule: "eligibility/travel-class",
        sheet: "明細",
        cell: "C7",
        reason: "深夜",
        by: "佐藤",
        date: "2025-05-20",
        seen: { text: "タクシー代", yen: 26_000, value: "タクシー代" },
      },
    ],
    columns: [
      { sheet: "明細", use: true, columns: [{ field: "amountExclusive", column: 9 }] },
      { sheet: "人件費", use: true, columns: [{ field: "hours", column: 6 }], kind: "labour" },
    ],
  },
};

/** `full` with one value put at a path such as "decisions.waivers.0.date". */
function spoiled(path: string, value: unknown): string {
  const copy = JSON.parse(serialise(full));
  const keys = path.split(".");
  const last = keys.pop() as string;
  const holder = keys.reduce((at, key) => at[key], copy);
  holder[last] = value; // JSON leaves out what is undefined
  return JSON.stringify(copy);
}

const problemOf = (text: string): string => {
  try {
    parseSaved(text);
    return "read";
  } catch (error) {
    return error instanceof DecisionsError ? `${error.problem} ${error.path}` : String(error);
  }
};

test("what is saved is read back equal", () => {
  expect(parseSaved(serialise(full))).toEqual(full);
  expect(parseSaved(serialise(NOTHING_SAVED))).toEqual(NOTHING_SAVED);
});

test.each([
  ["settings.applicant", "rich", "bad-shape settings.applicant"],
  ["settings.employees", -1, "bad-shape settings.employees"],
  ["settings.rate", "2/0", "bad-shape settings.rate"],
  ["settings.colour", "red", "bad-shape settings.colour"],
  ["decisions.waivers.0.reason", undefined, "bad-shape decisions.waivers[0].reason"],
  ["decisions.waivers.0.date", "2025/5/20", "bad-shape decisions.waivers[0].date"],
  ["decisions.waivers.0.cell", "R1C1", "bad-shape decisions.waivers[0].cell"],
  ["decisions.corrections.1.eligibility", "review", "bad-shape decisions.corrections[1].eligibility"],
  ["decisions.columns.0.columns.0.field", "price", "bad-shape decisions.columns[0].columns[0].field"],
  ["decisions.columns.0.columns.0.column", 1.5, "bad-shape decisions.columns[0].columns[0].column"],
  ["decisions.corrections", {}, "bad-shape decisions.corrections"],
  ["revision", "7", "bad-shape revision"],
  ["version", 2, "unknown-version version"],
])("%s = %p is refused by name", (path, value, expected) => {
  expect(problemOf(spoiled(path, value))).toBe(expected);
});

test("any other text is refused, never thrown through", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(problemOf(text)).toMatch(/^(not-json|bad-shape|unknown-version)/);
    }),
  );
});

test("of two copies the later one holds, and a broken one does not hide the other", () => {
  const older = serialise({ ...full, revision: 3 });
  const newer = serialise({ ...full, revision: 4 });
  expect(latest([newer, older]).saved?.revision).toBe(4);
  expect(latest([older, newer]).saved?.revision).toBe(4);
  const damaged = latest([older, newer.slice(0, 40)]);
  expect(damaged.saved?.revision).toBe(3);
  expect(damaged.problems.map((problem) => problem.problem)).toEqual(["not-json"]);
  expect(latest([null, null])).toEqual({ saved: null, problems: [] });
});

test("the XML copy gives any text back, also with a declaration or a prefix put before it", () => {
  fc.assert(
    fc.property(fc.string(), (reason) => {
      const text = JSON.stringify({ reason });
      expect(fromXml(toXml(text))).toBe(text);
    }),
  );
  const text = serialise(full);
  expect(fromXml(`<?xml version="1.0" encoding="utf-8"?>\n${toXml(text)}`)).toBe(text);
  expect(
    fromXml(
      '<k:settings xmlns:k="urn:kenzan:settings:1"><k:setting key="other">x</k:setting>' +
        '<k:setting key="kenzan.decisions">{&#34;a&#x22;:&apos;b&apos;}</k:setting></k:settings>',
    ),
  ).toBe(`{"a":'b'}`);
  expect(fromXml('<settings xmlns="urn:other"><setting key="kenzan.decisions">x</setting></settings>')).toBeNull();
  expect(fromXml("<a/>")).toBeNull();
});
