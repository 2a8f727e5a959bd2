import { parseCommand, UsageError, type CheckCommand } from "../../src/cli/options";
import { schemes } from "../../src/schemes";

const parse = (line: string) => parseCommand(line.split(" "), schemes);
const check = (line: string) => parse(`check ${line}`) as CheckCommand;

function refusal(line: string): UsageError {
  try {
    parse(line);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error(`accepted: ${line}`);
}

test("every option of check is read", () => {
  const command = check(
    "a.xlsx b.xlsm --scheme fais-dx-2025 --frame planning --applicant non-sme --tax inclusive --employees 12 " +
      "--corporate-members 3 --income 60000 --deficit --rate 1/2 --requested 1000000 --start 2025-08-01 " +
      "--format csv --out checked --jobs 4 --lang en --estimates list.xlsx quotes --estimates-by name",
  );
  expect(command).toEqual({
    name: "check",
    lang: "en",
    files: ["a.xlsx", "b.xlsm"],
    decisions: "show",
    settings: {
      scheme: "fais-dx-2025",
      frame: "planning",
      applicant: "non-sme",
      tax: "inclusive",
      employees: 12,
      corporateMembers: 3,
      income: 60000,
      deficit: true,
      rate: "1/2",
      requested: 1000000,
      start: "2025-08-01",
    },
    estimates: ["list.xlsx", "quotes"],
    estimatesBy: "name",
    format: "csv",
    out: "checked",
    jobs: 4,
  });
});

test("what is not said is left to the workbook", () => {
  expect(check("a.xlsx")).toMatchObject({
    settings: {},
    estimates: [],
    format: "text",
    out: null,
    jobs: null,
    lang: "ja",
  });
});

test("estimates end at the next option, or are one with =", () => {
  expect(check("--estimates a b --format json c.xlsx")).toMatchObject({ estimates: ["a", "b"], files: ["c.xlsx"] });
  expect(check("--estimates=a c.xlsx")).toMatchObject({ estimates: ["a"], files: ["c.xlsx"] });
  expect(check("--estimates a --estimates b -- c.xlsx")).toMatchObject({ estimates: ["a", "b"], files: ["c.xlsx"] });
});

test("a name that begins with a dash comes after --", () => {
  expect(check("-- -budget.xlsx").files).toEqual(["-budget.xlsx"]);
});

test.each([
  ["check", "予算書"],
  ["check --estimates a.xlsx b.xlsx", "--estimates より前"],
  ["check a.xlsx --fram planning", "--fram"],
  ["check a.xlsx --frame planing", "planning, transformation"],
  ["check a.xlsx --scheme fais-dx-2026", "fais-dx-2025"],
  ["check a.xlsx --scheme fais-kyoso-2024 --frame planning", "preparation, practice"],
  ["check a.xlsx --applicant chusho", "sme, non-sme"],
  ["check a.xlsx --scheme fais-dx-2025 --applicant large", "sme, non-sme"],
  ["check a.xlsx --tax included", "exclusive, inclusive"],
  ["check a.xlsx --employees many", "人数"],
  ["check a.xlsx --employees 1.5", "人数"],
  ["check a.xlsx --corporate-members -1", "人数"],
  ["check a.xlsx --income 6万円", "円単位"],
  ["check a.xlsx --requested 1e6", "円単位"],
  ["check a.xlsx --requested 99999999999999999999", "円単位"],
  ["check a.xlsx --rate 0.5", "2/3"],
  ["check a.xlsx --rate 3/2", "2/3"],
  ["check a.xlsx --rate 0/2", "2/3"],
  ["check a.xlsx --rate 1/0", "2/3"],
  ["check a.xlsx --start 2025-02-29", "実在する日"],
  ["check a.xlsx --start R7.8.1", "実在する日"],
  ["check a.xlsx --format xml", "text, json, csv"],
  ["check a.xlsx --jobs 0", "1 から 64"],
  ["check a.xlsx --jobs two", "1 から 64"],
  ["check a.xlsx --frame", "値がありません"],
  ["check a.xlsx --frame --tax exclusive", "値がありません"],
  ["check a.xlsx --out=", "値がありません"],
  ["check a.xlsx --deficit=yes", "値を付けません"],
  ["check a.xlsx --frame planning --frame transformation", "2回"],
  ["check a.xlsx --lang fr", "ja, en"],
  ["rules --format csv", "text, json"],
  ["rules budget.xlsx", "余分"],
  ["schemes --frame planning", "--frame"],
  ["template --out new.xlsx", "--scheme"],
  ["template --scheme fais-dx-2025", "--out"],
  ["chekc a.xlsx", "check, estimates, desk, diff, schemes, rules, template"],
])("%s is refused in one sentence", (line, says) => {
  const { message } = refusal(line);
  expect(message).toContain(says);
  expect(message).not.toContain("\n");
  expect(message).toMatch(/[。: \w)]$/);
});

test("a refusal is in the language asked for", () => {
  expect(refusal("check a.xlsx --tax none --lang en").message).toBe(
    '--tax cannot be "none". Choose one of: exclusive, inclusive',
  );
});

test("help is there for every command, in both languages", () => {
  for (const name of ["", "check ", "schemes ", "rules ", "template "]) {
    expect(parse(`${name}--help`)).toMatchObject({ name: "help", text: expect.stringContaining("kenzan") as string });
    expect(parse(`${name}--help --lang en`)).toMatchObject({ text: expect.stringContaining("Usage") as string });
  }
});

test("help of check names every option", () => {
  const { text } = parse("check --help") as { text: string };
  for (const option of "scheme frame applicant tax employees corporate-members income deficit rate requested start estimates format out jobs lang".split(
    " ",
  )) {
    expect(text).toContain(`--${option}`);
  }
});
