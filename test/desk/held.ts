/** What the desk found, held against what is known to be wrong. */
import { rows } from "./desk";
import type { Generated } from "./generator";

export interface Held {
  /** Lines held against estimates. */
  readonly lines: number;
  /** Sound lines whose estimates are said to differ or to be missing. */
  readonly alarms: readonly string[];
  /** Seeded faults that were not found. */
  readonly missed: readonly string[];
}

export function held(out: string, { applications, shared }: Generated): Held {
  const alarms: string[] = [];
  const missed: string[] = [];
  let lines = 0;
  const allMatches = rows(
    out,
    `select l.name, line.description as item, m.state from latest l join match m using (examination)
     join line on line.examination = l.examination and line.sheet = m.sheet and line.row = m.row`,
  );
  const allFindings = rows(
    out,
    `select l.name, f.rule, line.description as item from latest l join finding f using (examination)
     left join line on line.examination = l.examination and line.sheet = f.sheet and line.row = f.row`,
  );
  // An estimate that belongs to another applicant is a mismatch, too, and meant.
  const lent = new Set(shared.filter(({ kind }) => kind === "same-estimate").flatMap((it) => it.applications));
  for (const { name, faults } of applications) {
    const matches = allMatches.filter((row) => row["name"] === name);
    const findings = allFindings.filter((row) => row["name"] === name);
    const spoilt = new Set(faults.map(({ item }) => item));
    for (const { item, state } of matches) {
      lines += 1;
      if (state !== "一致" && state !== "不要" && !spoilt.has(item as string) && !lent.has(name))
        alarms.push(`${name} ${String(item)} ${String(state)}`);
    }
    for (const { kind, item } of faults) {
      const found = kind.startsWith("estimate-")
        ? matches.some((match) => match["item"] === item && match["state"] !== "一致")
        : findings.some((finding) => finding["rule"] === kind && (item === null || finding["item"] === item));
      if (!found) missed.push(`${name} ${kind} ${String(item)}`);
    }
  }
  return { lines, alarms, missed };
}
