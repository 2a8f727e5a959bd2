/**
 * What a person decided, as text that travels with the workbook. Excel keeps it in the add-in's settings and in a
 * custom XML part (Excel on a Mac may lose the settings when a file is opened again); the command line finds it under
 * `DECISIONS_KEY` in `Workbook.settings`.
 */
import type {
  ColumnChoice,
  Correction,
  DecidedPaper,
  Decisions,
  MatchDecision,
  RowChoice,
  Seen,
  TypedPaper,
  Waiver,
} from "./decision";
import type { Settings } from "../judge/settings";
import type { ApplicantClass } from "../scheme/terms";
import { TAUGHT_KINDS } from "./decision";
import type { Field } from "../read/field";

/** Key in the workbook's settings. */
export const DECISIONS_KEY = "kenzan.decisions";
/** Namespace of the custom XML part: settings by key, as `Workbook.settings` holds them. */
export const SETTINGS_NAMESPACE = "urn:kenzan:settings:1";

const VERSION = 1;

export interface Saved {
  /** Counts up with every save; of two copies the higher one holds. */
  readonly revision: number;
  readonly settings: Settings;
  readonly decisions: Decisions;
}

export const NOTHING_SAVED: Saved = {
  revision: 0,
  settings: {},
  decisions: { corrections: [], waivers: [], columns: [] },
};

type DecisionsProblem = "not-json" | "unknown-version" | "bad-shape";

/** The saved text is not what Kenzan writes; `path` says where ("decisions.waivers[2].reason"). */
export class DecisionsError extends Error {
  override readonly name = "DecisionsError";
  constructor(
    readonly problem: DecisionsProblem,
    readonly path: string,
  ) {
    super(path === "" ? problem : `${problem} at ${path}`);
  }
}

export function serialise(saved: Saved): string {
  return JSON.stringify({ version: VERSION, ...saved });
}

/** @throws DecisionsError for anything that `serialise` would not write */
export function parseSaved(text: string): Saved {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new DecisionsError("not-json", "");
  }
  const top = record(json, "");
  if (top["version"] !== VERSION) throw new DecisionsError("unknown-version", "version");
  only(top, ["version", "revision", "settings", "decisions"], "");
  const decisions = record(top["decisions"], "decisions");
  only(decisions, ["corrections", "waivers", "columns", "rows", "matches", "typed"], "decisions");
  return {
    revision: whole(top["revision"], "revision"),
    settings: parseSettings(top["settings"], "settings"),
    decisions: {
      corrections: list(decisions["corrections"], "decisions.corrections", parseCorrection),
      waivers: list(decisions["waivers"], "decisions.waivers", parseWaiver),
      columns: list(decisions["columns"], "decisions.columns", parseColumns),
      ...optional(decisions, "rows", parseRow),
      ...optional(decisions, "matches", parseMatch),
      ...optional(decisions, "typed", parseTyped),
    },
  };
}

/** The copy that holds: of those that can be read, the one saved last; null when there is none. */
export function latest(copies: readonly (string | null)[]): { saved: Saved | null; problems: DecisionsError[] } {
  let saved: Saved | null = null;
  const problems: DecisionsError[] = [];
  for (const copy of copies) {
    if (copy === null) continue;
    try {
      const read = parseSaved(copy);
      if (saved === null || read.revision > saved.revision) saved = read;
    } catch (error) {
      if (!(error instanceof DecisionsError)) throw error;
      problems.push(error);
    }
  }
  return { saved, problems };
}

/** The custom XML part that carries the text under `DECISIONS_KEY`. */
export const toXml = (text: string): string =>
  `<settings xmlns="${SETTINGS_NAMESPACE}"><setting key="${DECISIONS_KEY}">${escape(text)}</setting></settings>`;

/** The text of a part that `toXml` made, however it was written out since; null when it is another part. */
export function fromXml(xml: string): string | null {
  if (!xml.includes(SETTINGS_NAMESPACE)) return null;
  const match = SETTING.exec(xml);
  return match === null ? null : unescape(match[1] ?? "");
}

const SETTING = new RegExp(`<(?:[\\w.-]+:)?setting\\s+key="${DECISIONS_KEY}"\\s*>([^<]*)<`);

const escape = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const unescape = (text: string): string =>
  text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/g, (_, entity: string) =>
    entity.startsWith("#x")
      ? String.fromCodePoint(parseInt(entity.slice(2), 16))
      : entity.startsWith("#")
        ? String.fromCodePoint(Number(entity.slice(1)))
        : (NAMED[entity] ?? ""),
  );

// Readers of one shape each: strict, since a decision that is misread silently changes a subsidy.

const CLASSES: Readonly<Record<ApplicantClass, true>> = {
  sme: true,
  "non-sme": true,
  "mid-sized": true,
  small: true,
  rehabilitating: true,
  large: true,
};

const SETTING_READERS: { readonly [K in keyof Required<Settings>]: (value: unknown, path: string) => unknown } = {
  scheme: text,
  frame: text,
  applicant: (value, path) => oneOf(value, Object.keys(CLASSES), path),
  tax: (value, path) => oneOf(value, ["exclusive", "inclusive"], path),
  employees: whole,
  corporateMembers: whole,
  income: whole,
  deficit: bool,
  rate: (value, path) => matching(value, /^\d{1,9}\/[1-9]\d{0,8}$|^[01](\.\d{1,9})?$/, path),
  requested: whole,
  start: day,
};

function parseSettings(value: unknown, path: string): Settings {
  const given = record(value, path);
  only(given, Object.keys(SETTING_READERS), path);
  return Object.fromEntries(
    Object.entries(given).map(([key, item]) => [key, SETTING_READERS[key as keyof Settings](item, `${path}.${key}`)]),
  ) as Settings;
}

export function parseCorrection(value: unknown, path: string): Correction {
  const given = record(value, path);
  only(given, ["description", "vendor", "middle", "minor", "eligibility", "by", "date"], path);
  const correction = {
    ...signatureOf(given, path),
    description: text(given["description"], `${path}.description`),
    vendor: textOrNull(given["vendor"], `${path}.vendor`),
    middle: text(given["middle"], `${path}.middle`),
    minor: textOrNull(given["minor"], `${path}.minor`),
  };
  if (given["eligibility"] === undefined) return correction;
  return { ...correction, eligibility: oneOf(given["eligibility"], ["eligible", "ineligible"], `${path}.eligibility`) };
}

function parseWaiver(value: unknown, path: string): Waiver {
  const given = record(value, path);
  only(given, ["rule", "sheet", "cell", "reason", "by", "date", "seen"], path);
  return {
    rule: matching(given["rule"], /^[a-z-]+\/[a-z-]+$/, `${path}.rule`),
    sheet: textOrNull(given["sheet"], `${path}.sheet`),
    cell: given["cell"] === null ? null : matching(given["cell"], /^[A-Z]{1,3}[1-9]\d{0,6}$/, `${path}.cell`),
    reason: text(given["reason"], `${path}.reason`),
    by: text(given["by"], `${path}.by`),
    date: day(given["date"], `${path}.date`),
    ...(given["seen"] === undefined ? {} : { seen: parseSeen(given["seen"], `${path}.seen`) }),
  };
}

function parseSeen(value: unknown, path: string): Seen {
  const given = record(value, path);
  only(given, ["text", "yen", "value"], path);
  const { value: shown } = given;
  const yen = yenOrNull(given["yen"], `${path}.yen`);
  if (shown !== null && typeof shown !== "string" && !(typeof shown === "number" && Number.isFinite(shown)))
    wrong(`${path}.value`);
  return { text: text(given["text"], `${path}.text`), yen, value: shown };
}

function parseMatch(value: unknown, path: string): MatchDecision {
  const given = record(value, path);
  only(given, ["sheet", "row", "seen", "verdict", "documents", "reason", "by", "date"], path);
  const seen = record(given["seen"], `${path}.seen`);
  only(seen, ["text", "yen"], `${path}.seen`);
  return {
    sheet: text(given["sheet"], `${path}.sheet`),
    row: whole(given["row"], `${path}.row`),
    seen: { text: text(seen["text"], `${path}.seen.text`), yen: yenOrNull(seen["yen"], `${path}.seen.yen`) },
    verdict: oneOf(given["verdict"], ["accepted", "rejected", "chosen"], `${path}.verdict`),
    documents: list(given["documents"], `${path}.documents`, parsePaper),
    reason: text(given["reason"], `${path}.reason`),
    by: text(given["by"], `${path}.by`),
    date: day(given["date"], `${path}.date`),
  };
}

function parsePaper(value: unknown, path: string): DecidedPaper {
  const given = record(value, path);
  only(given, ["file", "page", "row", "item", "digest"], path);
  return {
    file: text(given["file"], `${path}.file`),
    page: whole(given["page"], `${path}.page`),
    row: given["row"] === null ? null : whole(given["row"], `${path}.row`),
    item: given["item"] === null ? null : whole(given["item"], `${path}.item`),
    digest: matching(given["digest"], DIGEST, `${path}.digest`),
  };
}

const DIGEST = /^[0-9a-f]{64}$/;

function parseTyped(value: unknown, path: string): TypedPaper {
  const given = record(value, path);
  only(given, ["file", "digest", "evidenceNo", "issuer", "issued", "item", "net", "gross", "by", "date"], path);
  return {
    file: text(given["file"], `${path}.file`),
    digest: matching(given["digest"], DIGEST, `${path}.digest`),
    evidenceNo: textOrNull(given["evidenceNo"], `${path}.evidenceNo`),
    issuer: textOrNull(given["issuer"], `${path}.issuer`),
    issued: given["issued"] === null ? null : day(given["issued"], `${path}.issued`),
    item: textOrNull(given["item"], `${path}.item`),
    net: yenOrNull(given["net"], `${path}.net`),
    gross: yenOrNull(given["gross"], `${path}.gross`),
    by: text(given["by"], `${path}.by`),
    date: day(given["date"], `${path}.date`),
  };
}

function parseColumns(value: unknown, path: string): ColumnChoice {
  const given = record(value, path);
  only(given, ["sheet", "use", "columns", "kind"], path);
  return {
    sheet: text(given["sheet"], `${path}.sheet`),
    use: bool(given["use"], `${path}.use`),
    columns: list(given["columns"], `${path}.columns`, (item, at) => {
      const column = record(item, at);
      only(column, ["field", "column"], at);
      return {
        field: oneOf(column["field"], Object.keys(FIELDS) as Field[], `${at}.field`),
        column: whole(column["column"], `${at}.column`),
      };
    }),
    ...(given["kind"] === undefined ? {} : { kind: oneOf(given["kind"], TAUGHT_KINDS, `${path}.kind`) }),
  };
}

function parseRow(value: unknown, path: string): RowChoice {
  const given = record(value, path);
  only(given, ["sheet", "row", "as", "seen", "by", "date"], path);
  return {
    sheet: text(given["sheet"], `${path}.sheet`),
    row: whole(given["row"], `${path}.row`),
    as: oneOf(given["as"], ["line", "subtotal", "skip"], `${path}.as`),
    seen: parseSeen(given["seen"], `${path}.seen`),
    ...signatureOf(given, path),
  };
}

/** Who decided, and when, where that is kept. */
const signatureOf = (given: Record<string, unknown>, path: string): Pick<RowChoice, "by" | "date"> => ({
  ...(given["by"] === undefined ? {} : { by: text(given["by"], `${path}.by`) }),
  ...(given["date"] === undefined ? {} : { date: day(given["date"], `${path}.date`) }),
});

const FIELDS: Readonly<Record<Field, true>> = {
  no: true,
  major: true,
  middle: true,
  minor: true,
  category: true,
  description: true,
  specification: true,
  vendor: true,
  vendorAddress: true,
  unitPrice: true,
  quantity: true,
  unit: true,
  amount: true,
  amountExclusive: true,
  amountInclusive: true,
  unitPriceExclusive: true,
  unitPriceInclusive: true,
  taxAmount: true,
  orderDate: true,
  deliveryDate: true,
  paymentDate: true,
  paymentMethod: true,
  member: true,
  evidenceNo: true,
  note: true,
  taxRate: true,
  fullCost: true,
  takenOff: true,
  counted: true,
  person: true,
  position: true,
  employment: true,
  basePay: true,
  allowances: true,
  overtime: true,
  bonus: true,
  oneOffPay: true,
  welfare: true,
  scheduledHours: true,
  scheduledDays: true,
  hourlyRate: true,
  hours: true,
  month: true,
  payPaid: true,
  name: true,
  class: true,
  role: true,
  issuer: true,
  issueDate: true,
  address: true,
  key: true,
  value: true,
};

function wrong(path: string): never {
  throw new DecisionsError("bad-shape", path);
}

function record(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) wrong(path);
  return value as Record<string, unknown>;
}

function only(value: Record<string, unknown>, keys: readonly string[], path: string): void {
  for (const key of Object.keys(value)) if (!keys.includes(key)) wrong(path === "" ? key : `${path}.${key}`);
}

export function list<T>(value: unknown, path: string, read: (item: unknown, path: string) => T): T[] {
  if (!Array.isArray(value)) wrong(path);
  return value.map((item, index) => read(item, `${path}[${index}]`));
}

/** Lists that earlier versions do not have: absent stays absent. */
function optional<K extends string, T>(
  value: Record<string, unknown>,
  key: K,
  read: (item: unknown, path: string) => T,
): { readonly [key in K]?: T[] } {
  if (value[key] === undefined) return {};
  return { [key]: list(value[key], `decisions.${key}`, read) } as { readonly [key in K]?: T[] };
}

/** Whole yen, signed. */
function yenOrNull(value: unknown, path: string): number | null {
  return value === null || (typeof value === "number" && Number.isSafeInteger(value)) ? value : wrong(path);
}

function text(value: unknown, path: string): string {
  return typeof value === "string" ? value : wrong(path);
}

function textOrNull(value: unknown, path: string): string | null {
  return value === null ? null : text(value, path);
}

function bool(value: unknown, path: string): boolean {
  return typeof value === "boolean" ? value : wrong(path);
}

/** A whole number from 0. */
function whole(value: unknown, path: string): number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : wrong(path);
}

function matching(value: unknown, pattern: RegExp, path: string): string {
  return typeof value === "string" && pattern.test(value) ? value : wrong(path);
}

function day(value: unknown, path: string): string {
  return matching(value, /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, path);
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], path: string): T {
  return allowed.includes(value as T) ? (value as T) : wrong(path);
}
