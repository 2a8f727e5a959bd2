/** Rounds, applications and what was found in them. Nothing that was written is changed or deleted. */
import { isAnothers, type Looked } from "../../core/desk/came-back";
import type { Examined } from "../../core/desk/examined";
import type { Verdict } from "../../core/desk/subject";
import { byNeed, countsOf, standingOf, type Ranked } from "../../core/desk/standing";
import type { ComparedBudget, ComparedDocument, ComparedLine, Shared } from "../../core/desk/across";
import type { AnswerRow } from "../../views/desk/overview/answers-sheet";
import type { Connection, Row } from "./database";
import { asFields, asRow, listOf, type Fields } from "./columns";
import { readExamined } from "./read";

interface RoundStart {
  readonly folder: string;
  readonly shard: string;
  /** JSON. */
  readonly settings: string;
  readonly kenzan: string;
  readonly now: string;
  readonly names: readonly string[];
  /** Names of files that belong to no application that is known. */
  readonly passedOver: readonly string[];
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

/** How an application differs from the round before, counted. */
export interface Since {
  readonly fixed: number;
  readonly remaining: number;
  readonly introduced: number;
  /** Changes that nobody asked for. */
  readonly unasked: number;
}

/** What was decided in the workbench on an application, whole. */
export interface Review {
  /** As the add-in keeps it in a workbook, JSON. */
  readonly saved: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Counts up with every review of the application; 0 before the first. */
  readonly revision: number;
}

/** Of `latest l`: the examination of the application in a round before. */
const THE_ONE_BEFORE = `
  select examination from examination e
  where e.application = l.application and e.round < l.round and e.state = 'done' order by e.round desc limit 1`;

export class Ledger {
  constructor(readonly connection: Connection) {}

  /** A new round; or the last one, where it was begun over the same folder under the same conditions and not ended. */
  begin({ folder, shard, settings, kenzan, now, names, passedOver }: RoundStart): Round {
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
      if (!resumed) db.insert("round", { round, folder, shard, settings, kenzan, started: now });
      for (const name of names) {
        db.insert("application", { name }, "on conflict do nothing");
        db.run(
          `insert into examination (round, application, state)
           select ?, application, 'waiting' from application where name = ? on conflict do nothing`,
          round,
          name,
        );
      }
      for (const file of passedOver) db.insert("passed_over", { round, file }, "on conflict do nothing");
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
      const { lines, findings, documents, matches, decisions, answers, applicantClass, ...figures } = found;
      const standing = standingOf(counts, found.subsidy, found.gaps.length);
      const row = asRow({ ...figures, ...counts, class: applicantClass, standing, state: "done" });
      db.update("examination", row, "examination = ?", id);
      this.keep("line", id, lines);
      this.keep("finding", id, findings);
      this.keep(
        "applicant_decision",
        id,
        decisions.map(({ by, date, ...made }) => ({ ...made, madeBy: by, madeOn: date })),
        "decision",
      );
      this.keep("answer", id, answers);
      for (const [at, { items, ...paper }] of documents.entries()) {
        this.keep("document", id, [paper], "document", at);
        this.keep(
          "document_item",
          id,
          items.map((item) => ({ document: at + 1, ...item })),
          "item",
        );
      }
      for (const [at, { documents: papers, ...match }] of matches.entries()) {
        this.keep("match", id, [match], "match", at);
        this.keep(
          "match_document",
          id,
          papers.map((paper) => ({ match: at + 1, ...paper })),
          "document",
        );
      }
    });
  }

  /** @param number the column that counts the rows, on from `before` */
  private keep<T extends Fields<T>>(
    table: string,
    examination: number,
    rows: readonly T[],
    number: string = table,
    before = 0,
  ): void {
    for (const [at, row] of rows.entries())
      this.connection.insert(table, { examination, [number]: before + at + 1, ...asRow(row) });
  }

  finish(round: number, now: string): void {
    this.connection.write(() =>
      this.connection.run("update round set finished = ? where round = ? and finished is null", now, round),
    );
  }

  /** What was found in an application: in a round, or the last time before it. */
  examined(name: string, round: number | null = null): Looked | null {
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

  /** What was found in it the time before a round; null where it was in none. */
  before(name: string, round: number): Looked | null {
    return round > 1 ? this.examined(name, round - 1) : null;
  }

  /** Every application that was examined, by name. */
  names(): string[] {
    return this.connection.all("select name from latest order by name").map(({ name }) => String(name));
  }

  /** Every application that was examined, those that need a person first. */
  namesByNeed(): string[] {
    return this.connection
      .all(
        `select name, standing, errors, warnings, unmatched, ifnull(unasked, 0) as unasked,
           l.applicant, (select applicant from examination where examination = (${THE_ONE_BEFORE})) as applicant_before
         from latest l left join since using (examination)`,
      )
      .map((row) => ({
        ...(row as unknown as Ranked),
        isAnothers: isAnothers(row["applicant_before"] as string | null, row["applicant"] as string | null),
      }))
      .sort(byNeed)
      .map(({ name }) => name);
  }

  /** The last examination of every application, by name, with how it differs from the one before and the number of decisions. */
  latest(): Iterable<Row> {
    return this.connection.each(
      `select l.*, fixed, remaining, introduced, unasked,
         p.applicant as applicant_before, ifnull(p.digest = l.digest and l.digest <> '', 0) as unchanged,
         (select count(*) from applicant_decision d where d.examination = l.examination) as decisions,
         (select count(*) from (
           select distinct file, number, text from answer a where a.examination = l.examination)) as answers,
         (select count(*) from decided d where d.application = l.application and d.verdict <> 'open') as decided
       from latest l left join since using (examination) left join examination p on p.examination = (${THE_ONE_BEFORE})
       order by name`,
    );
  }

  /** Keeps how examinations differ from those before them: neither changes any more. */
  keepSince(compared: ReadonlyMap<number, Since>): void {
    this.connection.write(() => {
      for (const [examination, since] of compared)
        this.connection.insert("since", asRow({ examination, ...since }), "on conflict do nothing");
    });
  }

  /** What is compared of the budgets of every application, by name. */
  latestBudgets(): Map<string, ComparedBudget> {
    const rows = this.connection.all(
      "select name, budget, budget_digest, applicant from latest where budget is not null order by name",
    );
    return new Map(rows.map((row) => [String(row["name"]), asFields(row, "name") as unknown as ComparedBudget]));
  }

  /** Files that lay in the folder of a round and belong to no application that is known. */
  passedOver(round: number): string[] {
    return this.connection
      .all("select file from passed_over where round = ? order by file", round)
      .map(({ file }) => String(file));
  }

  /** What applicants answered to each number of their letters, by name. */
  latestAnswers(): AnswerRow[] {
    return this.connection
      .all(
        `select distinct name, number, places, points, text, file from latest join answer using (examination)
         order by name, file, number`,
      )
      .map(({ name, ...answer }) => ({ application: name, ...answer }) as unknown as AnswerRow);
  }

  /** What is compared of the estimates of every application, by name, one after the other. */
  *latestDocuments(): Generator<readonly [name: string, document: ComparedDocument]> {
    for (const row of this.connection.each(
      `select name, file, page, d.row, d.digest, kind, number, issuer, net, gross, phones, accounts, persons
       from latest join document d using (examination) order by name, document`,
    )) {
      const lists = {
        phones: listOf(row["phones"]),
        accounts: listOf(row["accounts"]),
        persons: listOf(row["persons"]),
      };
      yield [String(row["name"]), { ...row, ...lists } as unknown as ComparedDocument];
    }
  }

  /** What is compared of the budgets' lines. */
  *latestLines(): Generator<readonly [name: string, line: ComparedLine]> {
    for (const row of this.connection.each(
      `select name, sheet, row, description, specification, unit_price, unit, amount, vendor
       from latest join line using (examination) where part = 'budget' order by name, line`,
    ))
      yield [String(row["name"]), asFields(row, "name") as unknown as ComparedLine];
  }

  /** Where an application lay when it was looked at last, and under which conditions; null where it never was. */
  whereabouts(name: string): { readonly folder: string; readonly settings: string } | null {
    const row = this.connection.first(
      "select folder, settings from latest join round using (round) where name = ?",
      name,
    );
    return row === undefined ? null : { folder: String(row["folder"]), settings: String(row["settings"]) };
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
      if (now !== undefined && now.revision !== seen) return { taken: false, holds: now };
      return { taken: true, holds: this.addDecision(name, given) };
    });
  }

  private addDecision(name: string, given: Omit<DeskDecision, "revision">): DeskDecision {
    const { subject, verdict, reason, by, at } = given;
    const application = this.idOf(name);
    const last = this.connection.value(
      "select max(revision) from decision where application = ? and subject = ?",
      application,
      subject,
    );
    const revision = Number(last ?? 0) + 1;
    const row = { application, subject, revision, verdict, reason, made_by: by, made_at: at };
    this.connection.insert("decision", row);
    return { ...given, revision };
  }

  /** What holds now of what was decided in the workbench; null where nothing was. */
  review(name: string): Review | null {
    const row = this.connection.first("select saved, made_by, made_at, revision from reviewed where name = ?", name);
    if (row === undefined) return null;
    return {
      saved: String(row["saved"]),
      by: String(row["made_by"]),
      at: String(row["made_at"]),
      revision: Number(row["revision"]),
    };
  }

  /**
   * @param seen the revision that the person had before their eyes, 0 for none
   * @param settles what of it is decided on findings, too
   * @returns the review that holds now: the given one, or another's that was made in the meantime
   */
  keepReview(
    name: string,
    given: Omit<Review, "revision">,
    seen: number,
    settles: readonly Pick<DeskDecision, "subject" | "verdict" | "reason">[],
  ): { taken: boolean; holds: Review } {
    const db = this.connection;
    return db.write(() => {
      const now = this.review(name);
      if (now !== null && now.revision !== seen) return { taken: false, holds: now };
      const revision = (now?.revision ?? 0) + 1;
      const { saved, by, at } = given;
      db.insert("review", { application: this.idOf(name), revision, saved, made_by: by, made_at: at });
      for (const decision of settles) this.addDecision(name, { ...decision, by, at });
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
        db.insert("shared", { round, shared: at + 1, kind, subject, detail });
        for (const [index, { application, file, sheet, row, text }] of places.entries()) {
          const place = { place: index + 1, application: this.idOf(application), file, sheet, row, text };
          db.insert("shared_place", { round, shared: at + 1, ...place });
        }
      }
    });
  }

  private idOf(name: string): number {
    return Number(this.connection.value("select application from application where name = ?", name));
  }

  close(): void {
    this.connection.close();
  }
}
