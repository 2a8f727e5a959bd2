/** Arguments → what to do. Everything a user can get wrong is found here, before any file is opened. */
import { parseArgs } from "node:util";
import { APPLICANT_CLASSES } from "../core/scheme/terms";
import type { Scheme } from "../core/scheme/scheme";
import type { DecisionsMode } from "../core/decisions/weigh";
import { isRate, type Settings, type Tax } from "../core/judge/settings";
import { words, type Lang, type Words } from "./words";

export type Format = "text" | "json" | "csv";

export interface CheckCommand {
  readonly name: "check";
  readonly lang: Lang;
  readonly files: readonly string[];
  readonly settings: Settings;
  /** Files and folders as given. */
  readonly estimates: readonly string[];
  /** "name": each budget has a folder of its own among them, named as its file. */
  readonly estimatesBy: "name" | null;
  readonly format: Format;
  /** What becomes of the decisions that a person recorded in the workbook. */
  readonly decisions: DecisionsMode;
  readonly out: string | null;
  /** null: from the number of files and processors. */
  readonly jobs: number | null;
}

export interface TemplateCommand {
  readonly name: "template";
  readonly lang: Lang;
  readonly scheme: string;
  readonly out: string;
}

export interface EstimatesCommand {
  readonly name: "estimates";
  readonly lang: Lang;
  /** Files and folders. */
  readonly paths: readonly string[];
  readonly format: "text" | "json";
}

/** `kenzan desk`: what the secretariat does with many applications. `out` is where the ledger lies. */
export type DeskCommand = {
  readonly name: "desk";
  readonly lang: Lang;
  readonly out: string;
} & (
  | {
      readonly act: "examine";
      readonly folder: string;
      readonly settings: Settings;
      readonly decisions: DecisionsMode;
      readonly shard: { readonly index: number; readonly of: number } | null;
      readonly jobs: number | null;
      readonly letters: boolean;
      readonly serve: boolean;
      readonly port: number | null;
    }
  | { readonly act: "query"; readonly query: string; readonly format: Format }
  | { readonly act: "serve"; readonly port: number | null }
  | { readonly act: "letters" }
  | { readonly act: "merge"; readonly from: readonly string[] }
);

export interface DiffCommand {
  readonly name: "diff";
  readonly lang: Lang;
  /** A workbook, or an application's folder. */
  readonly before: string;
  readonly after: string;
  readonly settings: Settings;
  readonly format: "text" | "json";
}

export type Command =
  | CheckCommand
  | DeskCommand
  | DiffCommand
  | EstimatesCommand
  | TemplateCommand
  | { readonly name: "schemes" | "rules"; readonly lang: Lang; readonly format: "text" | "json" }
  | AboutCommand;

/** What is asked of the command line itself. */
export type AboutCommand = { readonly name: "help"; readonly text: string } | { readonly name: "version" };

/** Arguments that cannot be followed. `files` and `format` are what could be read all the same. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly lang: Lang,
    readonly files: readonly string[],
    readonly format: Format,
  ) {
    super(message);
  }
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const everywhere = { lang: text, help: { ...flag, short: "h" }, version: flag } as const;
/** What is said of an application. */
const application = {
  scheme: text,
  frame: text,
  applicant: text,
  tax: text,
  employees: text,
  "corporate-members": text,
  income: text,
  deficit: flag,
  rate: text,
  requested: text,
  start: text,
} as const;
const optionsOf = {
  check: {
    ...everywhere,
    ...application,
    estimates: { type: "string", multiple: true },
    decisions: text,
    "estimates-by": text,
    format: text,
    out: text,
    jobs: text,
  },
  desk: {
    ...everywhere,
    ...application,
    decisions: text,
    out: text,
    jobs: text,
    shard: text,
    letters: flag,
    serve: flag,
    port: text,
    query: text,
    format: text,
  },
  diff: { ...everywhere, ...application, format: text },
  schemes: { ...everywhere, format: text },
  rules: { ...everywhere, format: text },
  estimates: { ...everywhere, format: text },
  template: { ...everywhere, scheme: text, out: text },
} as const;
type CommandName = keyof typeof optionsOf;

const isCommand = (name: string): name is CommandName => Object.hasOwn(optionsOf, name);

/** @throws UsageError with one sentence in the user's language */
export function parseCommand(args: readonly string[], schemes: readonly Scheme[]): Command {
  const first = args[0];
  if (first !== undefined && isCommand(first)) return parseOptions(first, args.slice(1), schemes);
  const { values, positionals } = parseArgs({
    args: [...args],
    options: everywhere,
    strict: false,
    allowPositionals: true,
  });
  const lang = values.lang === "en" ? "en" : "ja";
  if (values.version === true) return { name: "version" };
  if (values.help === true || args.length === 0 || first === "help") return { name: "help", text: words[lang].help };
  throw new UsageError(words[lang].unknownCommand(positionals[0] ?? first ?? ""), lang, [], "text");
}

function parseOptions(name: CommandName, args: readonly string[], schemes: readonly Scheme[]): Command {
  const given = read(name, args);
  const { lang, say, fail } = given;
  if (given.flags.has("help")) return { name: "help", text: say.commandHelp[name] };
  if (given.flags.has("version")) return { name: "version" };
  if (given.problem !== null) fail(given.problem);
  /** `shown` are the values named to someone who gave none of the valid ones. */
  const choice = <T extends string>(
    option: string,
    valid: readonly T[],
    shown: readonly T[] = valid,
  ): T | undefined => {
    const value = given.values.get(option);
    if (value === undefined || (valid as readonly string[]).includes(value)) return value as T | undefined;
    return fail(say.notOneOf(`--${option}`, value, shown));
  };
  choice("lang", ["ja", "en"]);
  if (name === "estimates") {
    const format = choice("format", ["text", "json"]) ?? "text";
    if (given.files.length === 0) fail(say.noEstimate());
    return { name, lang, paths: given.files, format };
  }
  const takesFiles = name === "check" || name === "desk" || name === "diff";
  if (!takesFiles && given.files[0] !== undefined) fail(say.unexpectedArgument(given.files[0]));
  if (name === "schemes" || name === "rules")
    return { name, lang, format: choice("format", ["text", "json"]) ?? "text" };

  const scheme = choice(
    "scheme",
    schemes.map(({ id }) => id),
  );
  if (name === "template") {
    const out = given.values.get("out");
    if (scheme === undefined) return fail(say.missingOption(name, "--scheme"));
    if (out === undefined) return fail(say.missingOption(name, "--out"));
    if (!/\.xlsx$/i.test(out)) return fail(say.notXlsx(out));
    return { name, lang, scheme, out };
  }

  const number = (option: string, problem: (option: string, value: string) => string): number | undefined => {
    const value = given.values.get(option);
    if (value === undefined) return undefined;
    return /^\d{1,15}$/.test(value) ? Number(value) : fail(problem(`--${option}`, value));
  };
  const possible = schemes.filter(({ id }) => scheme === undefined || id === scheme);
  const settings: Settings = dropUndefined({
    scheme,
    frame: choice("frame", possible.flatMap(frameIds), possible.slice(0, 1).flatMap(frameIds)),
    applicant: choice(
      "applicant",
      scheme === undefined ? APPLICANT_CLASSES : possible.flatMap(({ classes }) => classes),
    ),
    tax: choice<Tax>("tax", ["exclusive", "inclusive"]),
    employees: number("employees", say.noCount),
    corporateMembers: number("corporate-members", say.noCount),
    income: number("income", say.noYen),
    deficit: given.flags.has("deficit") ? true : undefined,
    rate: checked(given.values.get("rate"), isRate, (value) => fail(say.noRate(value))),
    requested: number("requested", say.noYen),
    start: checked(given.values.get("start"), isDay, (value) => fail(say.noDay(value))),
  });
  if (name === "diff") {
    const [before, after, more] = given.files;
    if (before === undefined || after === undefined) return fail(say.diffNeedsTwo());
    if (more !== undefined) fail(say.unexpectedArgument(more));
    return { name, lang, before, after, settings, format: choice("format", ["text", "json"]) ?? "text" };
  }
  const format = choice("format", ["text", "json", "csv"]) ?? "text";
  const jobs = checked(given.values.get("jobs"), isJobs, (value) => fail(say.noJobs(value)));
  if (name === "desk") return deskCommand(given, settings, format, jobs === undefined ? null : Number(jobs), choice);
  const estimatesBy = choice("estimates-by", ["name"]) ?? null;
  if (estimatesBy !== null && given.estimates.length === 0) fail(say.missingOption(name, "--estimates"));
  // One list for several budgets would back each of them with the others' estimates.
  if (given.files.length > 1 && given.estimates.length > 0 && estimatesBy === null) fail(say.estimatesForSeveral());
  if (given.files.length === 0) fail(given.estimates.length > 0 ? say.noFileLeft() : say.noFile());
  return {
    name,
    lang,
    files: given.files,
    settings,
    estimates: given.estimates,
    estimatesBy,
    format,
    decisions: choice("decisions", DECISIONS_MODES) ?? "show",
    out: given.values.get("out") ?? null,
    jobs: jobs === undefined ? null : Number(jobs),
  };
}

const DECISIONS_MODES: readonly DecisionsMode[] = ["apply", "show", "ignore"];

/** What the options of `desk` go with; everything else would be passed over in silence. */
const DESK_OPTIONS: Readonly<Record<DeskCommand["act"], readonly string[]>> = {
  examine: [...Object.keys(application), "decisions", "jobs", "shard", "letters", "serve", "port"],
  query: ["query", "format"],
  serve: ["serve", "port"],
  letters: ["letters"],
  merge: [],
};

function deskCommand(
  { lang, say, values, flags, files, fail }: Given,
  settings: Settings,
  format: Format,
  jobs: number | null,
  choice: <T extends string>(option: string, valid: readonly T[]) => T | undefined,
): DeskCommand {
  const name = "desk";
  const out = values.get("out") ?? fail(say.missingOption(name, "--out"));
  const query = values.get("query");
  const [first, ...others] = files;
  const act = deskAct(first, query, flags);
  if (act === null) return fail(say.deskNeedsFolder());
  const stray = [...values.keys(), ...flags].find(
    (option) => option !== "out" && option !== "lang" && !DESK_OPTIONS[act].includes(option),
  );
  if (stray !== undefined) fail(say.deskStray(`--${stray}`));
  const port = checked(values.get("port"), isPort, (value) => fail(say.noPort(value)));
  switch (act) {
    case "merge":
      if (others.length === 0) fail(say.deskNothingToMerge());
      return { name, lang, out, act, from: others };
    case "query":
      return { name, lang, out, act, query: query ?? "", format };
    case "serve":
      return { name, lang, out, act, port: port === undefined ? null : Number(port) };
    case "letters":
      return { name, lang, out, act };
    case "examine": {
      if (others[0] !== undefined) fail(say.unexpectedArgument(others[0]));
      const shard = checked(values.get("shard"), isShard, (value) => fail(say.noShard(value)));
      const [index = 1, of = 1] = (shard ?? "").split("/").map(Number);
      return {
        name,
        lang,
        out,
        act,
        folder: first ?? "",
        settings,
        decisions: choice("decisions", DECISIONS_MODES) ?? "show",
        shard: shard === undefined ? null : { index, of },
        jobs,
        letters: flags.has("letters"),
        serve: flags.has("serve"),
        port: port === undefined ? null : Number(port),
      };
    }
  }
}

function deskAct(
  first: string | undefined,
  query: string | undefined,
  flags: ReadonlySet<string>,
): DeskCommand["act"] | null {
  if (first === "merge") return "merge";
  if (first !== undefined) return "examine";
  if (query !== undefined) return "query";
  return flags.has("serve") ? "serve" : flags.has("letters") ? "letters" : null;
}

const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) <= 65_535;

/** "3/16" */
function isShard(value: string): boolean {
  const [, index = "", of = ""] = /^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? [];
  return Number(index) >= 1 && Number(index) <= Number(of);
}

const frameIds = ({ frames }: Scheme): string[] => frames.map(({ id }) => id);

interface Given {
  readonly lang: Lang;
  readonly say: Words;
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  readonly files: readonly string[];
  readonly estimates: readonly string[];
  /** The first thing wrong with the arguments' form. */
  readonly problem: string | null;
  fail(message: string): never;
}

/** Takes the arguments apart; every value that follows `--estimates` up to the next option is an estimate. */
function read(name: CommandName, args: readonly string[]): Given {
  const options: Readonly<Record<string, { readonly type: "string" | "boolean"; readonly multiple?: boolean }>> =
    optionsOf[name];
  const { tokens } = parseArgs({
    args: [...args],
    options: optionsOf[name],
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const language = tokens.find((token) => token.kind === "option" && token.name === "lang");
  const lang: Lang = language?.kind === "option" && language.value === "en" ? "en" : "ja";
  const say = words[lang];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const files: string[] = [];
  const estimates: string[] = [];
  let problem: string | null = null;
  let listing = false;
  for (const token of tokens) {
    if (token.kind === "positional") (listing ? estimates : files).push(token.value);
    else listing = false;
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    const { value, rawName } = token;
    if (option === undefined) problem ??= say.unknownOption(rawName, name);
    else if (option.type === "boolean" && value !== undefined) problem ??= say.needlessValue(rawName);
    else if (option.type === "boolean") flags.add(token.name);
    else if (value === undefined || value === "" || (!token.inlineValue && /^-\D/.test(value)))
      problem ??= say.missingValue(rawName);
    else if (option.multiple === true) {
      estimates.push(value);
      listing = token.inlineValue === false;
    } else if (values.has(token.name)) problem ??= say.repeated(rawName);
    else values.set(token.name, value);
  }
  const wanted = values.get("format");
  const format: Format = wanted === "json" || wanted === "csv" ? wanted : "text";
  const fail = (message: string): never => {
    throw new UsageError(message, lang, files, format);
  };
  return { lang, say, values, flags, files, estimates, problem, fail };
}

function checked(
  value: string | undefined,
  holds: (value: string) => boolean,
  fail: (value: string) => never,
): string | undefined {
  return value === undefined || holds(value) ? value : fail(value);
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

const isJobs = (value: string): boolean => /^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= 64;

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const dropUndefined = <T extends object>(given: T): Defined<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<T>;
