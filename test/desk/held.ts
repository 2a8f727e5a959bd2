/** What the desk found, held against what is known to be wrong. */
import type { Row } from "./ledger";
import type { Generated } from "./generator";

export interface Held {
  /** Lines held against estimates. */
  readonly lines: number;
  /** Sound lines whose estimates are said to differ or to be missing. */
  readonly alarms: readonly string[];
  /** What else is said to be wrong or doubtful where nothing is. */
  readonly findings: readonly string[];
  /** Seeded faults, and things in common, that were not found. */
  readonly missed: readonly string[];
}

/** @param ask answers a question in SQL over the ledger */
export function held(ask: (sql: string) => readonly Row[], { applications, shared }: Generated): Held {
  const alarms: string[] = [];
  const falseFindings: string[] = [];
  const missed: string[] = [];
  let lines = 0;
  const matchesOf = grouped(
    ask(
      `select l.name, line.description as item, m.state, m.reason from latest l join match m using (examination)
       join line on line.examination = l.examination and line.sheet = m.sheet and line.row = m.row`,
    ),
  );
  const findingsOf = grouped(
    ask(
      `select l.name, f.rule, f.severity, f.what, line.description as item from latest l join finding f using (examination)
       left join line on line.examination = l.examination and line.sheet = f.sheet and line.row = f.row`,
    ),
  );
  // An estimate that belongs to another applicant is a mismatch, too, and meant.
  const lent = new Set(shared.filter(({ kind }) => kind === "same-estimate").flatMap((it) => it.applications));
  for (const { name, faults } of applications) {
    const matches = matchesOf.get(name) ?? [];
    const findings = findingsOf.get(name) ?? [];
    const spoilt = new Set<unknown>(faults.flatMap(({ item, beside }) => [item, ...beside]));
    for (const { item, state, reason } of matches) {
      lines += 1;
      if (state !== "一致" && state !== "不要" && !spoilt.has(item) && !lent.has(name))
        alarms.push(`${name} ${String(item)} ${String(state)} ${String(reason)}`);
    }
    for (const { rule, severity, item, what } of findings)
      if (severity !== "info" && !lent.has(name) && (item === null ? faults.length === 0 : !spoilt.has(item)))
        falseFindings.push(`${name} ${String(rule)} ${String(item)} ${String(what)}`);
    for (const { kind, item, beside } of faults) {
      // Of two lines for one estimate it is said of the later one, wherever a layout puts it.
      const isThere = (found: unknown): boolean =>
        item === null || found === item || (kind === "evidence/duplicate" && beside.includes(found as string));

      const found = kind.startsWith("estimate-")
        ? matches.some((match) => match["item"] === item && match["state"] !== "一致")
        : findings.some((finding) => finding["rule"] === kind && isThere(finding["item"]));
      // What a person can ask the applicant of an estimate is a finding, too; a scan is read at the desk.
      const isTold =
        !kind.startsWith("estimate-") ||
        kind === "estimate-scan" ||
        findings.some((finding) => finding["item"] === item && finding["severity"] !== "info");
      if (!found || !isTold) missed.push(`${name} ${kind} ${String(item)}`);
    }
  }
  const inCommon = ask(
    "select shared, kind, name from shared join shared_place using (round, shared) join application using (application)",
  );
  for (const { kind, applications: both } of shared) {
    const kinds: Readonly<Record<typeof kind, RegExp>> = {
      "same-estimate": /^same-estimate$/,
      "shared-contact": /^shared-(phone|account)$/,
      "same-texts": /^same-texts$/,
    };
    const places = inCommon.filter((row) => kinds[kind].test(String(row["kind"])));
    const together = (row: Row): boolean =>
      both.every((name) => places.some((other) => other["shared"] === row["shared"] && other["name"] === name));
    if (!places.some(together)) missed.push(`${both.join(" ")} ${kind}`);
  }
  return { lines, alarms, findings: falseFindings, missed };
}

function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = String(row["name"]);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return groups;
}
