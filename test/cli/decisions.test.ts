/** `--decisions`: what a person recorded in the workbook is shown beside the figures, applied, or ignored. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NOTHING_SAVED, serialise } from "../../src/core/decisions/saved";
import { editWorkbook } from "../../src/ooxml/edit";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { kenzan, newFolder, sample } from "./kenzan";

const ARGS = ["--scheme", "fais-dx-2025", "--frame", "planning", "--applicant", "sme"];

/** The sample whose travel is above its limit, with the foundation's agreement kept in it. */
function withAgreement(): string {
  const editor = editWorkbook(readFileSync(sample("travel-over")), nodeCodec);
  const waiver = {
    rule: "ratio/travel",
    sheet: null,
    cell: null,
    reason: "財団と協議済み",
    by: "佐藤",
    date: "2025-05-20",
  };
  const decisions = { ...NOTHING_SAVED.decisions, waivers: [waiver] };
  editor.decisions = serialise({ ...NOTHING_SAVED, revision: 1, decisions });
  const path = join(newFolder(), "agreed.xlsx");
  writeFileSync(path, editor.save());
  return path;
}

interface Json {
  readonly subsidy: { readonly amount: number };
  readonly ratios: readonly { readonly status: string }[];
  readonly decisions: { readonly made: readonly Record<string, unknown>[] } & Record<string, unknown>;
}

test("shown unless asked for, in JSON as the contract has it", () => {
  const file = withAgreement();
  const json = (...more: string[]): Json =>
    JSON.parse(kenzan(["check", file, ...ARGS, ...more, "--format", "json"]).stdout) as Json;
  const [shown, applied, ignored] = [json(), json("--decisions", "apply"), json("--decisions", "ignore")];
  const gain = applied.subsidy.amount - shown.subsidy.amount;
  expect(gain).toBeGreaterThan(0);
  expect([shown, applied, ignored].map(({ ratios }) => ratios[0]?.status)).toEqual(["warning", "waived", "warning"]);
  const both = { subsidyWith: applied.subsidy.amount, subsidyWithout: shown.subsidy.amount };
  const made = [
    {
      kind: "waiver",
      rule: "ratio/travel",
      sheet: null,
      cell: null,
      reason: "財団と協議済み",
      by: "佐藤",
      date: "2025-05-20",
      yen: gain,
      valid: true,
    },
  ];
  expect(shown.decisions).toEqual({ mode: "show", made, ...both });
  expect(applied.decisions).toEqual({ mode: "apply", made, ...both });
  expect(ignored.decisions).toEqual({
    mode: "ignore",
    made: [],
    subsidyWith: shown.subsidy.amount,
    subsidyWithout: shown.subsidy.amount,
  });
});

test("in the text report: who, when, why and how many yen, in both languages; a wrong mode is told", () => {
  const file = withAgreement();
  const text = kenzan(["check", file, ...ARGS]).stdout;
  for (const part of ["財団と協議済み", "佐藤、2025-05-20", "補助額 +", "これらを反映していない額"])
    expect(text).toContain(part);
  expect(kenzan(["check", file, ...ARGS, "--lang", "en"]).stdout).toContain("1 recorded decision");
  const wrong = kenzan(["check", file, ...ARGS, "--decisions", "maybe"]);
  expect([wrong.status, wrong.stderr.includes("--decisions")]).toEqual([2, true]);
});
