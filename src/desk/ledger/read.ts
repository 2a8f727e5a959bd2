/** From the ledger's rows back to what was found in an application. */
import type {
  ApplicantDecision,
  Examined,
  ExaminedAnswer,
  ExaminedDocument,
  ExaminedFinding,
  ExaminedItem,
  ExaminedLine,
  ExaminedMatch,
} from "../../core/desk/examined";
import { asFields, listOf } from "./columns";
import type { Connection, Row } from "./database";

export function readExamined(db: Connection, id: number): Examined {
  const row = db.first("select * from examination where examination = ?", id) ?? {};
  const of = (table: string, order: string): Row[] =>
    db.all(`select * from ${table} where examination = ? order by ${order}`, id);
  const items = groupRows(of("document_item", "document, item"), "document");
  const papers = groupRows(of("match_document", "match, document"), "match");
  return {
    budget: text(row["budget"]),
    budgetDigest: text(row["budget_digest"]),
    digest: String(row["digest"] ?? ""),
    applicant: text(row["applicant"]),
    scheme: text(row["scheme"]),
    frame: text(row["frame"]),
    applicantClass: text(row["class"]),
    tax: text(row["tax"]),
    claimed: number(row["claimed"]),
    eligible: number(row["eligible"]),
    allowed: number(row["allowed"]),
    subsidy: number(row["subsidy"]),
    requested: number(row["requested"]),
    subsidyWithDecisions: number(row["subsidy_with_decisions"]),
    lines: of("line", "line").map((it) => asFields(it, "examination", "line") as unknown as ExaminedLine),
    findings: of("finding", "finding").map(
      (it) => asFields(it, "examination", "finding") as unknown as ExaminedFinding,
    ),
    documents: of("document", "document").map((it) => ({
      ...(asFields(it, "examination", "document") as unknown as ExaminedDocument),
      phones: listOf(it["phones"]),
      accounts: listOf(it["accounts"]),
      persons: listOf(it["persons"]),
      items: (items.get(Number(it["document"])) ?? []).map(
        (item) => asFields(item, "examination", "document", "item") as unknown as ExaminedItem,
      ),
    })),
    matches: of("match", "match").map((it) => ({
      ...(asFields(it, "examination", "match") as unknown as ExaminedMatch),
      documents: (papers.get(Number(it["match"])) ?? []).map(
        (paper) => asFields(paper, "examination", "match", "document") as unknown as ExaminedMatch["documents"][number],
      ),
    })),
    decisions: of("applicant_decision", "decision").map((it) => ({
      ...(asFields(it, "examination", "decision", "made_by", "made_on") as unknown as ApplicantDecision),
      by: text(it["made_by"]),
      date: text(it["made_on"]),
      valid: it["valid"] === 1,
    })),
    answers: of("answer", "answer").map((it) => asFields(it, "examination", "answer") as unknown as ExaminedAnswer),
    gaps: listOf(row["gaps"]),
    notices: listOf(row["notices"]),
    notChecked: listOf(row["not_checked"]),
  };
}

function groupRows(rows: readonly Row[], column: string): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const key = Number(row[column]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
const number = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));
