/** What a person decided of lines and estimates, kept in the workbook: applied where asked for, and only to what was seen. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check as checkBudget } from "../../src/core/check";
import { NOTHING_SAVED, serialise } from "../../src/core/decisions/saved";
import { weighDecisions, type DecisionsMode, type Weighed } from "../../src/core/decisions/weigh";
import type { DocumentRead } from "../../src/core/documents/document";
import type { DecidedPaper, Decisions, MatchDecision } from "../../src/core/decisions/decision";
import type { Report } from "../../src/core/report/report";
import { estimatesJson } from "../../src/documents/json";
import { decisionReason } from "../../src/messages/decisions";
import { editWorkbook } from "../../src/ooxml/edit";
import { readWorkbook } from "../../src/ooxml/read";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { schemes } from "../../src/schemes";
import { kenzan, newFolder, root } from "../cli/kenzan";
import { readPapers } from "./papers";

const given = join(root, "test/fixtures/estimates/given");
const papers = readdirSync(given)
  .filter((name) => !/^(budget\.xlsx|expected\.json)$/.test(name))
  .map((name) => join(given, name));

const paper = (start: string, item: number | null = null): DecidedPaper => {
  const file = readdirSync(given).find((name) => name.startsWith(start)) as string;
  const digest = createHash("sha256")
    .update(readFileSync(join(given, file)))
    .digest("hex");
  return { file, page: 1, row: null, item, digest };
};

const folder = newFolder();
const budget = readFileSync(join(given, "budget.xlsx"));
let all: DocumentRead[];
let plain: Checked;

interface Checked {
  readonly report: Report;
  readonly weighed: Weighed;
}

/** As the command line does it, in this process. */
function check(decisions: Partial<Decisions>, mode: DecisionsMode, documents: DocumentRead[] | null = all): Checked {
  return weighDecisions(
    (own) => checkBudget(readWorkbook(budget, nodeCodec), schemes, { frame: "transformation" }, own, documents),
    { ...NOTHING_SAVED.decisions, ...decisions },
    mode,
  );
}

beforeAll(async () => {
  all = await readPapers(papers);
  plain = check({}, "apply");
});

const decision = (evidenceNo: string, parts: Partial<MatchDecision>): MatchDecision => {
  const line = plain.report.lines.find((one) => one.evidenceNo === evidenceNo)!;
  return {
    ...{ sheet: "予算明細", row: line.row, seen: { text: line.description, yen: line.amount } },
    ...{ verdict: "accepted", documents: [], reason: "電話で確かめた", by: "小倉", date: "2025-05-20" },
    ...parts,
  };
};
const matchOf = ({ report }: Checked, { row }: MatchDecision) =>
  report.estimates!.matches.find((one) => one.row === row)!;

test("an accepted scan agrees where decisions are applied, and only there", () => {
  const accepted = decision("20", { documents: [paper("20_")] });
  expect(matchOf(plain, accepted)).toMatchObject({ state: "要確認", reason: "scanned" });
  const applied = check({ matches: [accepted] }, "apply");
  expect(matchOf(applied, accepted)).toMatchObject({ state: "一致", reason: null });
  expect(applied.weighed.made).toMatchObject([{ kind: "match", by: "小倉", valid: true, yen: 0 }]);
  expect(decisionReason(applied.weighed.made[0]!, "ja")).toContain("電話で確かめた");
  expect(matchOf(check({ matches: [accepted] }, "show"), accepted)).toMatchObject({ state: "要確認" });
});

test("it holds for what was seen: not for another amount, not for other bytes, not without papers", () => {
  const accepted = decision("20", { documents: [paper("20_")] });
  const dearer = { ...accepted, seen: { ...accepted.seen, yen: 1 } };
  const renewed = { ...accepted, documents: [{ ...paper("20_"), digest: "0".repeat(64) }] };
  for (const other of [dearer, renewed]) {
    const result = check({ matches: [other] }, "apply");
    expect(matchOf(result, accepted)).toMatchObject({ state: "要確認", reason: "scanned" });
    expect(result.weighed.made[0]?.valid).toBe(false);
  }
  expect(check({ matches: [accepted] }, "apply", null).weighed.made[0]?.valid).toBe(false);
});

test("a renamed file is the same paper", () => {
  const accepted = decision("20", { documents: [paper("20_")] });
  const renamed = all.map((one) => (one.file.startsWith("20_") ? { ...one, file: "scan.pdf" } : one));
  const result = check({ matches: [accepted] }, "apply", renamed);
  expect(matchOf(result, accepted)).toMatchObject({ state: "一致", documents: [{ file: "scan.pdf" }] });
});

test("a rejected paper backs the line no more; another that was chosen is held against it, to the yen", () => {
  const line = plain.report.estimates!.matches.find(
    ({ state, documents }) => state === "一致" && documents[0]?.file.startsWith("09_"),
  )!;
  const { evidenceNo } = plain.report.lines.find(({ row }) => row === line.row)!;
  const rejected = decision(evidenceNo!, { verdict: "rejected", documents: [paper("09_")] });
  expect(matchOf(check({ matches: [rejected] }, "apply"), rejected).documents).toEqual([]);
  const chosen = decision(evidenceNo!, { verdict: "chosen", documents: [paper("11_")] });
  const result = check({ matches: [rejected, chosen] }, "apply");
  const match = matchOf(result, chosen);
  const amount = chosen.seen.yen!;
  expect(match).toMatchObject({ state: "不一致", documents: [{ file: "11_保守点検.pdf" }] });
  expect(match.difference).toBe(amount - all.find(({ file }) => file.startsWith("11_"))!.net!);
});

test("what a person typed off a scan is compared, stays to be confirmed, and is not passed off as read", () => {
  const scanned = decision("20", {});
  const typed = {
    ...{ file: "20.pdf", digest: paper("20_").digest, evidenceNo: "20", issuer: "株式会社てすと", issued: null },
    ...{ item: "測定顕微鏡", net: scanned.seen.yen! - 5000, gross: null, by: "小倉", date: "2025-05-20" },
  };
  const result = check({ typed: [typed] }, "apply");
  expect(matchOf(result, scanned)).toMatchObject({ state: "要確認", reason: "scanned", difference: 5000 });
  const { documents } = estimatesJson(result.report.estimates!) as { documents: { file: string }[] };
  expect(documents.find(({ file }) => file.startsWith("20_"))).toMatchObject({ readBy: null, net: null });
  expect(result.weighed.made).toMatchObject([{ kind: "match", by: "小倉", valid: true }]);
});

test("the command line: applied, listed with who and when, and in the summary sheet of the copy", () => {
  const accepted = decision("20", { documents: [paper("20_")] });
  const editor = editWorkbook(budget, nodeCodec);
  const decisions = { ...NOTHING_SAVED.decisions, matches: [accepted] };
  editor.decisions = serialise({ ...NOTHING_SAVED, revision: 1, decisions });
  const file = join(folder, "decided.xlsx");
  writeFileSync(file, editor.save());
  const scan = papers.find((path) => path.includes("20_"))!;
  const run = (...more: string[]) =>
    kenzan(["check", file, "--frame", "transformation", "--estimates", scan, "--decisions", "apply", ...more]).stdout;
  const json = JSON.parse(run("--format", "json", "--out", join(folder, "out"))) as {
    decisions: { made: object[] };
    estimates: { matches: { row: number; state: string }[] };
  };
  expect(json.decisions.made).toMatchObject([{ kind: "match", by: "小倉", date: "2025-05-20", valid: true, yen: 0 }]);
  expect(json.estimates.matches.find(({ row }) => row === accepted.row)?.state).toBe("一致");
  expect(run()).toMatch(/で確認済み/);
  const book = readWorkbook(readFileSync(join(folder, "out", "decided.xlsx")), nodeCodec);
  const sheet = book.sheets.find(({ name }) => name === "検算結果")!;
  const rows = sheet.rows.map(({ cells }) => cells.map(({ value }) => String(value)).join("|"));
  expect(rows.some((row) => row.startsWith("付け合わせ表"))).toBe(true);
  expect(rows.find((row) => row.includes("20_測定顕微鏡") && row.includes("確認済み（小倉"))).toContain("一致");
});
