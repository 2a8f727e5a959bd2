/** From the ledger to the overview: what the secretariat looks at first, as a workbook and as CSV. */
import { join } from "node:path";
import { csvRow } from "../cli/csv";
import { writeCopy } from "../cli/copies";
import { Across, type Shared } from "../core/desk/across";
import { isAnothers } from "../core/desk/came-back";
import { diffRounds, unasked } from "../core/desk/diff";
import type { Standing } from "../core/desk/standing";
import { newWorkbook } from "../ooxml/write/new-workbook";
import { nodeCodec } from "../ooxml/zip/node-codec";
import { overviewTable, type OverviewRow } from "../views/desk/overview/columns";
import { overviewModels } from "../views/desk/overview/overview";
import type { Lang } from "../cli/words";
import type { Row } from "./ledger/database";
import type { Ledger, Since } from "./ledger/ledger";
import { schemeNames } from "./names";
import { OVERVIEW } from "./places";
import { deskWords, type DeskWords } from "./words";

/** Holds what the last examination of each application has in common with the others', and keeps it in the ledger. */
export function compareAcross(ledger: Ledger, round: number): Shared[] {
  const across = new Across();
  for (const [name, budget] of ledger.latestBudgets()) across.addBudget(name, budget);
  for (const [, document] of ledger.latestDocuments()) across.foreseeDocument(document);
  for (const [name, document] of ledger.latestDocuments()) across.addDocument(name, document);
  for (const [name, line] of ledger.latestLines()) across.addLine(name, line);
  const shared = across.found();
  ledger.keepShared(round, shared);
  return shared;
}

/** One row an application, as it was looked at last. */
export function overviewRows(ledger: Ledger, shared: readonly Shared[], lang: Lang): OverviewRow[] {
  const inCommon = new Map<string, number>();
  for (const { places } of shared)
    for (const name of new Set(places.map(({ application }) => application)))
      inCommon.set(name, (inCommon.get(name) ?? 0) + 1);
  const compared = new Map<number, Since>();
  const lastRound = ledger.lastRound();
  const rows = Array.from(ledger.latest(), (row) => {
    const name = String(row["name"]);
    const round = Number(row["round"]);
    const known = sinceIn(row);
    const since = known ?? sinceOf(ledger, name, round);
    if (known === null && since !== null) compared.set(Number(row["examination"]), since);
    const list = (column: string): string[] => JSON.parse(String(row[column])) as string[];
    return {
      name,
      standing: row["standing"] as Standing,
      applicant: text(row["applicant"]),
      ...schemeNames(text(row["scheme"]), text(row["frame"]), lang),
      claimed: yen(row["claimed"]),
      eligible: yen(row["eligible"]),
      subsidy: yen(row["subsidy"]),
      requested: yen(row["requested"]),
      errors: Number(row["errors"]),
      warnings: Number(row["warnings"]),
      notes: Number(row["notes"]),
      matched: Number(row["matched"]),
      unmatched: Number(row["unmatched"]),
      decisions: Number(row["decisions"]),
      subsidyWithDecisions: yen(row["subsidy_with_decisions"]),
      notChecked: list("not_checked").length + list("gaps").length,
      answers: Number(row["answers"]),
      decided: Number(row["decided"]),
      shared: inCommon.get(name) ?? 0,
      round,
      isAnothers: isAnothers(text(row["applicant_before"]), text(row["applicant"])),
      since,
      remarks: [
        ...roundRemarks(
          { round, applicant: text(row["applicant"]) },
          lastRound,
          {
            applicant: text(row["applicant_before"]),
            isAwaited: row["unchanged"] === 1 && Number(row["errors"]) + Number(row["warnings"]) > 0,
          },
          deskWords[lang],
        ),
        ...list("gaps"),
        ...list("notices"),
      ].join(" "),
    };
  });
  if (compared.size > 0) ledger.keepSince(compared);
  return rows;
}

/**
 * What a person is told first of an application in a later round.
 * @param before in the round before it, where it was in one; `isAwaited`: as `core/desk/came-back.ts` has it
 */
export function roundRemarks(
  { round, applicant }: { readonly round: number; readonly applicant: string | null },
  lastRound: number,
  before: { readonly applicant: string | null; readonly isAwaited: boolean },
  say: DeskWords,
): string[] {
  if (round < lastRound) return [say.notInRound(round)];
  if (before.isAwaited) return [say.asBefore];
  return isAnothers(before.applicant, applicant) ? [say.anothers(before.applicant ?? "")] : [];
}

function sinceIn(row: Row): Since | null {
  if (row["fixed"] === null) return null;
  const [fixed, remaining, introduced, unasked] = [
    row["fixed"],
    row["remaining"],
    row["introduced"],
    row["unasked"],
  ].map(Number) as [number, number, number, number];
  return { fixed, remaining, introduced, unasked };
}

/** Held against the round before, where the application was in one and is the same applicant's. */
function sinceOf(ledger: Ledger, name: string, round: number): Since | null {
  const before = ledger.before(name, round);
  const now = before === null ? null : ledger.examined(name, round);
  if (before === null || now === null || isAnothers(before.found.applicant, now.found.applicant)) return null;
  const diff = diffRounds(before.found, now.found);
  const told = ({ severity }: { readonly severity: string }): boolean => severity !== "info";
  const changes = unasked(diff);
  return {
    fixed: diff.fixed.filter(told).length,
    remaining: diff.remaining.filter(({ after }) => told(after)).length,
    introduced: diff.introduced.filter(told).length,
    unasked: changes.lines.length + changes.figures.length,
  };
}

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
const yen = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

/** @returns the paths that were written. @throws FileProblem where they cannot be */
export function writeOverview(ledger: Ledger, shared: readonly Shared[], out: string, lang: Lang): string[] {
  const say = deskWords[lang];
  const rows = overviewRows(ledger, shared, lang);
  const round = ledger.lastRound();
  const passedOver = ledger.passedOver(round);
  const answers = ledger.latestAnswers();
  const told = { subtitle: say.overviewSubtitle(round, rows.length), passedOver, shared, answers };
  const { header, rows: table } = overviewTable(rows, lang);
  const csv = `\uFEFF${[header, ...table.map((row) => row.map(String))].map(csvRow).join("")}`;
  const places = { xlsx: join(out, OVERVIEW.xlsx), csv: join(out, OVERVIEW.csv) };
  writeCopy(places.xlsx, newWorkbook(overviewModels(rows, told, lang), nodeCodec), say);
  writeCopy(places.csv, new TextEncoder().encode(csv), say);
  return [places.xlsx, places.csv];
}
