/** Rounds, applications and what was found in them. Nothing that was written is changed or deleted. */
import type { Examined } from "../../core/desk/examined";
import type { Verdict } from "../../core/desk/subject";
import { countsOf, standingOf } from "../../core/desk/standing";
import type { Shared } from "../../core/desk/across";
import type { Connection, Row } from "./database";
import { readExamined } from "./read";

export interface RoundStart {
  readonly folder: string;
  readonly shard: string;
  /** JSON. */
  readonly settings: string;
  readonly kenzan: string;
  readonly now: string;
  readonly names: readonly string[];
}

export interface Round {
  readonly round: number;
  /** It was begun by an earlier run that did not end. */
  readonly resumed: boolean;
  /** Applications that are still to be examined, in the order of their names. */
  readonly waiting: readonly string[];
}

/** A decision made at the desk. */
export interface DeskDecision {
  readonly subject: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Counts up with every decision on the subject. */
  readonly revision: number;
}

export class Ledger {
  constructor(readonly connection: Connection) {}

  /** A new round; or the last one, where it was begun over the same folder under the same conditions and not ended. */
  begin({ folder, shard, settings, kenzan, now, names }: RoundStart): Round {
    const db = this.connection;
    return db.write(() => {
      const last = db.first("select * from round order by round desc limit 1");
      const resumed =
        last !== undefined &&
        last["finished"] === null &&
        last["folder"] === folder &&
        last["shard"] === shard &&
        last["settings"] === settings &&
        last["kenzan"] === kenzan;
      const round = resumed ? Number(last["round"]) : Number(last?.["round"] ?? 0) + 1;
      if (!resumed)
        db.run(
          "insert into round (round, folder, shard, settings, kenzan, started) values (?, ?, ?, ?, ?, ?)",
          round,
          folder,
          shard,
          settings,
          kenzan,
          now,
        );
      for (const name of names) {
        db.run("insert into application (name) values (?) on conflict do nothing", name);
        db.run(
          `insert into examination (round, application, state)
           select ?, application, 'waiting' from application where name = ? on conflict do nothing`,
          round,
          name,
        );
      }
      const waiting = db.all(
        `select name from examination join application using (application)
         where round = ? and state = 'waiting' order by name`,
        round,
      );
      return { round, resumed, waiting: waiting.map(({ name }) => String(name)) };
    });
  }

  /** Writes what was found in an application, once: what another run wrote in the meantime stays. */
  record(round: number, name: string, found: Examined): void {
    const db = this.connection;
    const counts = countsOf(found);
    db.write(() => {
      const examination = db.value(
        `select examination from examination join application using (application)
         where round = ? and name = ? and state = 'waiting'`,
        round,
        name,
      );
      if (examination === null) return;
      const id = Number(examination);
      db.run(
        `update examination set state = 'done', standing = ?, budget = ?, digest = ?, applicant = ?, scheme = ?,
           frame = ?, class = ?, tax = ?, claimed = ?, eligible = ?, allowed = ?, subsidy = ?, requested = ?,
           subsidy_with_decisions = ?, errors = ?, warnings = ?, notes = ?, matched = ?, unmatched = ?, gaps = ?,
           notices = ?, not_checked = ? where examination = ?`,
        standingOf(counts, found.subsidy, found.gaps.length),
        found.budget,
        found.digest,
        found.applicant,
        found.scheme,
        found.frame,
        found.applicantClass,
        found.tax,
        found.claimed,
        found.eligible,
        found.allowed,
        found.subsidy,
        found.requested,
        found.subsidyWithDecisions,
        counts.errors,
        counts.warnings,
        counts.notes,
        counts.matched,
        counts.unmatched,
        JSON.stringify(found.gaps),
        JSON.stringify(found.notices),
        JSON.stringify(found.notChecked),
        id,
      );
      this.writeParts(id, found);
    });
  }

  private writeParts(id: number, found: Examined): void {
    const db = this.connection;
    for (const [at, line] of found.lines.entries())
      db.run(
        `insert into line values (${marks(21)})`,
        id,
        at + 1,
        line.part,
        line.sheet,
        line.row,
        line.description,
        line.specification,
        line.statedMajor,
        line.statedMiddle,
        line.major,
        line.middle,
        line.kind,
        line.eligibility,
        line.unitPrice,
        line.quantity,
        line.unit,
        line.amount,
        line.eligibleAmount,
        line.vendor,
        line.member,
        line.evidenceNo,
      );
    for (const [at, it] of found.findings.entries())
      db.run(
        `insert into finding values (${marks(12)})`,
        id,
        at + 1,
        it.rule,
        it.severity,
        it.sheet,
        it.cell,
        it.row,
        it.clause,
        it.title,
        it.what,
        it.why,
        it.todo,
      );
    for (const [at, paper] of found.documents.entries()) {
      db.run(
        `insert into document values (${marks(20)})`,
        id,
        at + 1,
        paper.file,
        paper.page,
        paper.row,
        paper.digest,
        paper.kind,
        paper.evidenceNo,
        paper.number,
        paper.issuer,
        paper.addressee,
        paper.date,
        paper.registrationNumber,
        paper.net,
        paper.tax,
        paper.gross,
        paper.problem,
        JSON.stringify(paper.phones),
        JSON.stringify(paper.accounts),
        JSON.stringify(paper.persons),
      );
      for (const [index, item] of paper.items.entries())
        db.run(
          `insert into document_item values (${marks(9)})`,
          id,
          at + 1,
          index + 1,
          item.name,
          item.spec,
          item.quantity,
          item.unit,
          item.unitPrice,
          item.amount,
        );
    }
    for (const [at, match] of found.matches.entries()) {
      db.run(
        `insert into match values (${marks(7)})`,
        id,
        at + 1,
        match.sheet,
        match.row,
        match.state,
        match.reason,
        match.difference,
      );
      for (const [index, it] of match.documents.entries())
        db.run(
          `insert into match_document values (${marks(8)})`,
          id,
          at + 1,
          index + 1,
          it.file,
          it.page,
          it.row,
          it.item,
          it.role,
        );
    }
    for (const [at, it] of found.decisions.entries())
      db.run(
        `insert into applicant_decision values (${marks(11)})`,
        id,
        at + 1,
        it.kind,
        it.rule,
        it.sheet,
        it.cell,
        it.reason,
        it.by,
        it.date,
        it.yen,
        it.valid ? 1 : 0,
      );
  }

  finish(round: number, now: string): void {
    this.connection.write(() =>
      this.connection.run("update round set finished = ? where round = ? and finished is null", now, round),
    );
  }

  /** What was found in an application: in a round, or the last time before it. */
  examined(name: string, round: number | null = null): { readonly round: number; readonly found: Examined } | null {
    const row = this.connection.first(
      `select e.examination, e.round from examination e join application using (application)
       where name = ? and state = 'done' and round <= ? order by round desc limit 1`,
      name,
      round ?? Number.MAX_SAFE_INTEGER,
    );
    return row === undefined
      ? null
      : { round: Number(row["round"]), found: readExamined(this.connection, Number(row["examination"])) };
  }

  /** Every application that was examined, by name. */
  names(): string[] {
    return this.connection.all("select name from latest order by name").map(({ name }) => String(name));
  }

  /** The last examination of every application, by name, with the number of decisions of the applicant and of the desk. */
  latest(): Row[] {
    return this.connection.all(
      `select l.*,
         (select count(*) from applicant_decision d where d.examination = l.examination) as decisions,
         (select count(*) from decided d where d.application = l.application and d.verdict <> 'open') as decided
       from latest l order by name`,
    );
  }

  /** Where the budget lay when the application was looked at last; null where none was found. */
  budgetOf(name: string): { readonly folder: string; readonly file: string } | null {
    const row = this.connection.first(
      "select folder, budget from latest join round using (round) where name = ? and budget is not null",
      name,
    );
    return row === undefined ? null : { folder: String(row["folder"]), file: String(row["budget"]) };
  }

  /** What applications had in common at the end of a round. */
  shared(round: number): Shared[] {
    const places = this.connection.all(
      `select p.*, name from shared_place p join application using (application) where round = ? order by shared, place`,
      round,
    );
    return this.connection.all("select * from shared where round = ? order by shared", round).map((row) => ({
      kind: row["kind"] as Shared["kind"],
      subject: String(row["subject"]),
      detail: String(row["detail"]),
      places: places
        .filter((place) => place["shared"] === row["shared"])
        .map((place) => ({
          application: String(place["name"]),
          file: place["file"] as string | null,
          sheet: place["sheet"] as string | null,
          row: place["row"] as number | null,
          text: String(place["text"]),
        })),
    }));
  }

  /** What the desk decided on an application, as it holds now. */
  decisions(name: string): DeskDecision[] {
    return this.connection
      .all(
        "select subject, verdict, reason, made_by, made_at, revision from decided where name = ? order by subject",
        name,
      )
      .map((row) => ({
        subject: String(row["subject"]),
        verdict: String(row["verdict"]) as Verdict,
        reason: String(row["reason"]),
        by: String(row["made_by"]),
        at: String(row["made_at"]),
        revision: Number(row["revision"]),
      }));
  }

  /**
   * Writes a decision of the desk.
   * @param seen the revision that the person had before their eyes, 0 for none
   * @returns the decision that holds now: the given one, or another's that was made in the meantime
   */
  decide(name: string, given: Omit<DeskDecision, "revision">, seen: number): { taken: boolean; holds: DeskDecision } {
    const db = this.connection;
    return db.write(() => {
      const now = this.decisions(name).find(({ subject }) => subject === given.subject);
      if ((now?.revision ?? 0) !== seen && now !== undefined) return { taken: false, holds: now };
      const revision = (now?.revision ?? 0) + 1;
      db.run(
        `insert into decision (application, subject, revision, verdict, reason, made_by, made_at)
         select application, ?, ?, ?, ?, ?, ? from application where name = ?`,
        given.subject,
        revision,
        given.verdict,
        given.reason,
        given.by,
        given.at,
        name,
      );
      return { taken: true, holds: { ...given, revision } };
    });
  }

  lastRound(): number {
    return Number(this.connection.value("select max(round) from round") ?? 0);
  }

  /** What applications have in common, as it was seen at the end of a round. */
  keepShared(round: number, shared: readonly Shared[]): void {
    const db = this.connection;
    db.write(() => {
      db.run("delete from shared_place where round = ?", round);
      db.run("delete from shared where round = ?", round);
      for (const [at, { kind, subject, detail, places }] of shared.entries()) {
        db.run("insert into shared values (?, ?, ?, ?, ?)", round, at + 1, kind, subject, detail);
        for (const [index, place] of places.entries())
          db.run(
            `insert into shared_place select ?, ?, ?, application, ?, ?, ?, ? from application where name = ?`,
            round,
            at + 1,
            index + 1,
            place.file,
            place.sheet,
            place.row,
            place.text,
            place.application,
          );
      }
    });
  }

  close(): void {
    this.connection.close();
  }
}

const marks = (count: number): string => Array.from({ length: count }, () => "?").join(", ");
