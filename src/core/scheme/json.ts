/** Strict reading of JSON: every reader knows where it stands and says what is wrong in words. */

export class SchemeError extends Error {
  /** Place in the file, "frames[0].cap". */
  readonly path: string;
  /** What is wrong and what to do, in plain Japanese. */
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(path === "" ? reason : `${path}: ${reason}`);
    this.name = "SchemeError";
    this.path = path;
    this.reason = reason;
  }
}

/** A value of the file and where it stands. */
export interface Place {
  readonly value: unknown;
  readonly path: string;
}

/** A part of another place, by its key or its index. Its path is put together only where something is wrong with it. */
class Part implements Place {
  constructor(
    private readonly whole: Place,
    private readonly key: string | number,
    readonly value: unknown,
  ) {}

  get path(): string {
    const { path } = this.whole;
    if (typeof this.key === "number") return `${path}[${String(this.key)}]`;
    return path === "" ? this.key : `${path}.${this.key}`;
  }
}

/** The part of JSON Schema that editors need to help while a file is written. */
interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly enum?: readonly (string | number | boolean)[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
}

/** Reads a value or refuses it in words, and describes what it accepts. */
export interface Read<T> {
  (place: Place): T;
  readonly schema: JsonSchema;
}

type Readers = Readonly<Record<string, Read<unknown>>>;
type Fields<R extends Readers> = { readonly [K in keyof R]: ReturnType<R[K]> };
type Optional<R extends Readers> = { readonly [K in keyof R]?: ReturnType<R[K]> };

export const reader = <T>(schema: JsonSchema, read: (place: Place) => T): Read<T> =>
  Object.assign((place: Place) => read(place), { schema });

/** The same reader with a word of help for whoever writes the file. */
export const described = <T>(description: string, read: Read<T>): Read<T> =>
  reader({ ...read.schema, description }, read);

/** A reader that looks more closely at what another has read. */
export const checked = <T>(read: Read<T>, look: (value: T, place: Place) => void): Read<T> =>
  reader(read.schema, (place) => {
    const value = read(place);
    look(value, place);
    return value;
  });

export function fail(place: Place, reason: string): never {
  throw new SchemeError(place.path, reason);
}

function entriesOf(place: Place): [string, unknown][] {
  const { value } = place;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    fail(place, "{ } で囲んだ項目の集まりにしてください。");
  return Object.entries(value);
}

const schemasOf = (readers: Readers): Record<string, JsonSchema> =>
  Object.fromEntries(Object.entries(readers).map(([key, { schema }]) => [key, schema]));

/** An object with exactly these keys: a misspelt or missing one is an error. */
export function object<R extends Readers, O extends Readers = Record<never, never>>(
  required: R,
  optional?: O,
): Read<Fields<R> & Optional<O>> {
  const readers: Readers = { ...required, ...optional };
  const schema: JsonSchema = {
    type: "object",
    properties: schemasOf(readers),
    required: Object.keys(required),
    additionalProperties: false,
  };
  return reader(schema, (place) => {
    const entries = entriesOf(place);
    for (const [key] of entries) {
      if (!Object.hasOwn(readers, key)) {
        const known = Object.keys(readers).join("、");
        fail(new Part(place, key, undefined), `「${key}」という項目はありません。使える項目は ${known} です。`);
      }
    }
    const given = new Map(entries);
    for (const key of Object.keys(required)) {
      if (!given.has(key)) fail(new Part(place, key, undefined), `「${key}」がありません。書き足してください。`);
    }
    const result: Record<string, unknown> = {};
    for (const [key, value] of entries) result[key] = (readers[key] as Read<unknown>)(new Part(place, key, value));
    return result as Fields<R> & Optional<O>;
  });
}

/** An object whose keys are some of a known list. */
export function table<T>(keys: readonly string[], what: string, read: Read<T>): Read<Readonly<Record<string, T>>> {
  const known = new Set(keys);
  const schema: JsonSchema = {
    type: "object",
    properties: Object.fromEntries(keys.map((key) => [key, read.schema])),
    additionalProperties: false,
  };
  return reader(schema, (place) => {
    const result: Record<string, T> = {};
    for (const [key, value] of entriesOf(place)) {
      const at = new Part(place, key, value);
      if (!known.has(key)) fail(at, `「${key}」という${what}はありません。`);
      result[key] = read(at);
    }
    return result;
  });
}

export const list = <T>(read: Read<T>): Read<readonly T[]> =>
  reader({ type: "array", items: read.schema }, (place): readonly T[] => {
    if (!Array.isArray(place.value)) fail(place, "[ ] で囲んだ一覧にしてください。");
    return place.value.map((value: unknown, index) => read(new Part(place, index, value)));
  });

export const filled = <T>(read: Read<readonly T[]>): Read<readonly T[]> =>
  reader({ ...read.schema, minItems: 1 }, (place) => {
    const items = read(place);
    if (items.length === 0) fail(place, "1つ以上書いてください。");
    return items;
  });

export const text: Read<string> = reader({ type: "string", pattern: "\\S" }, (place) => {
  const { value } = place;
  if (typeof value !== "string" || value.trim() === "" || value !== value.trim())
    fail(place, '空でない文字を " " で囲み、前後に空白を入れずに書いてください。');
  return value;
});

/** A text of a given form. */
export const matching = (pattern: RegExp, reason: string): Read<string> =>
  reader({ type: "string", pattern: pattern.source }, (place) => {
    const value = text(place);
    if (!pattern.test(value)) fail(place, reason);
    return value;
  });

/** A text that is one of a known list. */
export const known = (words: readonly string[], reason: (value: string) => string): Read<string> => {
  const all = new Set(words);
  return reader({ type: "string", enum: words }, (place) => {
    const value = text(place);
    if (!all.has(value)) fail(place, reason(value));
    return value;
  });
};

/** A whole number from `least` up. */
export const whole = (least: number, reason: string): Read<number> =>
  reader({ type: "integer", minimum: least }, (place) => {
    const { value } = place;
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < least) fail(place, reason);
    return value;
  });

export const oneOf = <const T extends string | number | true>(...allowed: readonly T[]): Read<T> =>
  reader({ enum: allowed }, (place) => {
    const found = allowed.find((candidate) => candidate === place.value);
    if (found === undefined)
      fail(place, `${allowed.map((word) => JSON.stringify(word)).join("、")} のどれかにしてください。`);
    return found;
  });

export const nullable = <T>(read: Read<T>): Read<T | null> =>
  reader({ anyOf: [read.schema, { type: "null" }] }, (place) => (place.value === null ? null : read(place)));

/** Names may not come twice. */
export function distinct(places: readonly { readonly key: string; readonly path: string }[], what: string): void {
  const seen = new Set<string>();
  for (const { key, path } of places) {
    if (seen.has(key)) throw new SchemeError(path, `${what}「${key}」が2回出てきます。1つにしてください。`);
    seen.add(key);
  }
}
