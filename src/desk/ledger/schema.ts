/**
 * The ledger's tables, one step a version: a ledger of an earlier version goes through the steps it has not seen.
 * What a step did stays as it was; a change is a new step. `docs/desk.md` tells every table and column.
 */

/** In the header of the file, so that a ledger is known as one: "KZDK". */
export const APPLICATION_ID = 0x4b5a444b;

export const MIGRATIONS: readonly string[] = [
  `
create table round (
  round integer primary key,            -- from 1
  folder text not null,
  shard text not null,                  -- "3/16"; "" for the whole folder
  settings text not null,               -- what was stated on the command line, JSON
  kenzan text not null,                 -- version of Kenzan
  started text not null,                -- ISO 8601, UTC
  finished text                         -- null while the round is under way
);

create table application (
  application integer primary key,
  name text not null unique
);

create table examination (              -- one application in one round
  examination integer primary key,
  round integer not null references round,
  application integer not null references application,
  state text not null check (state in ('waiting', 'done')),
  standing text,                        -- unreadable | correct | confirm | fine
  budget text,                          -- path below the folder
  digest text,                          -- SHA-256 over everything the application holds
  applicant text, scheme text, frame text, class text, tax text,
  claimed integer, eligible integer, allowed integer, subsidy integer, requested integer,   -- yen
  subsidy_with_decisions integer,       -- yen, if the applicant's decisions were obeyed
  errors integer, warnings integer, notes integer,
  matched integer, unmatched integer,
  gaps text, notices text, not_checked text,   -- JSON arrays of sentences
  unique (round, application)
);

create table line (
  examination integer not null references examination,
  line integer not null,                -- from 1, in the order of the budget
  part text not null,                   -- budget | labour
  sheet text not null, row integer not null,
  description text not null, specification text,
  stated_major text, stated_middle text, major text, middle text, kind text not null,
  eligibility text not null,
  unit_price real, quantity real, unit text,
  amount integer, eligible_amount integer not null,   -- yen
  vendor text, member text, evidence_no text,
  primary key (examination, line)
) without rowid;

create table finding (
  examination integer not null references examination,
  finding integer not null,             -- from 1
  rule text not null, severity text not null,
  sheet text, cell text, row integer,
  clause text not null,
  title text not null, what text not null, why text not null, todo text not null,
  primary key (examination, finding)
) without rowid;

create table document (
  examination integer not null references examination,
  document integer not null,            -- from 1
  file text not null, page integer not null, row integer,
  digest text not null,                 -- SHA-256 of the file
  kind text not null, evidence_no text, number text, issuer text, addressee text, date text,
  registration_number text,
  net integer, tax integer, gross integer,   -- yen
  problem text,
  phones text not null, accounts text not null, persons text not null,   -- JSON arrays
  primary key (examination, document)
) without rowid;

create table document_item (
  examination integer not null references examination,
  document integer not null,
  item integer not null,                -- from 1
  name text not null, spec text, quantity real, unit text, unit_price real, amount integer,
  primary key (examination, document, item)
) without rowid;

create table match (                    -- a line held against the estimates
  examination integer not null references examination,
  match integer not null,
  sheet text not null, row integer not null,
  state text not null,                  -- 一致 | 不一致 | 要確認 | 見積なし | 不要
  reason text, difference integer,      -- yen
  primary key (examination, match)
) without rowid;

create table match_document (
  examination integer not null references examination,
  match integer not null,
  document integer not null,            -- from 1, within the match
  file text not null, page integer not null, row integer, item integer, role text not null,
  primary key (examination, match, document)
) without rowid;

create table applicant_decision (       -- made in the workbook by the applicant: shown, not obeyed
  examination integer not null references examination,
  decision integer not null,
  kind text not null, rule text, sheet text, cell text,
  reason text not null, made_by text, made_on text, yen integer not null, valid integer not null,
  primary key (examination, decision)
) without rowid;

create table decision (                 -- made at the desk; never changed: a newer one is another row
  decision integer primary key,
  application integer not null references application,
  subject text not null,                -- what it is about: rule, sheet, words of the finding
  revision integer not null,            -- from 1: two people cannot both make the same one
  verdict text not null,                -- ask | accept | open
  reason text not null,
  made_by text not null,
  made_at text not null,                -- ISO 8601, UTC
  unique (application, subject, revision)
);

create table shared (                   -- what several applications of a round have in common
  round integer not null references round,
  shared integer not null,              -- from 1
  kind text not null, subject text not null, detail text not null,
  primary key (round, shared)
) without rowid;

create table shared_place (
  round integer not null references round,
  shared integer not null,
  place integer not null,
  application integer not null references application,
  file text, sheet text, row integer, text text not null,
  primary key (round, shared, place)
) without rowid;

create index examination_of on examination (application, round);

create view latest as                   -- each application as it was looked at last
  select a.name, e.* from examination e join application a using (application)
  where e.state = 'done' and e.round = (
    select max(round) from examination later where later.application = e.application and later.state = 'done');

create view decided as                  -- the decision of the desk that holds now
  select a.name, d.* from decision d join application a using (application)
  where d.revision = (
    select max(revision) from decision newer where newer.application = d.application and newer.subject = d.subject);
`,
  `
create table review (                   -- what people decided in the workbench, whole; a newer one is another row
  review integer primary key,
  application integer not null references application,
  revision integer not null,            -- from 1: two people cannot both make the same one
  saved text not null,                  -- settings and decisions as the add-in keeps them in a workbook, JSON
  made_by text not null,
  made_at text not null,                -- ISO 8601, UTC
  unique (application, revision)
);

create view reviewed as                 -- the review that holds now
  select a.name, r.* from review r join application a using (application)
  where r.revision = (select max(revision) from review newer where newer.application = r.application);
`,
  `
alter table examination add column budget_digest text;   -- SHA-256 of the budget's file

create table passed_over (              -- what lay in the folder and belongs to no application that is known
  round integer not null references round,
  file text not null,
  primary key (round, file)
) without rowid;
`,
  `
create table since (                    -- how an examination differs from that of the round before; none of the first
  examination integer primary key references examination,
  fixed integer not null, remaining integer not null, introduced integer not null,   -- of what is to correct or to look at
  unasked integer not null              -- changes that nobody asked for
);
`,
  `
create table answer (                   -- what the applicant wrote in a letter that came back, to one finding
  examination integer not null references examination,
  answer integer not null,              -- from 1
  file text not null,                   -- of the letter
  number integer,                       -- in the letter
  places text not null, points text not null,   -- as the letter tells them
  text text not null,
  rule text not null, sheet text, cell text,
  subject text not null,                -- as that of a decision
  primary key (examination, answer)
) without rowid;
`,
];
