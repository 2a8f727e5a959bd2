/**
 * The protocol of office.js, and nothing of Excel: a request names objects by paths and lists actions on them; the
 * answer holds a value for each action. Actions run in order up to the first that fails; what was done stays done.
 */
import { HostError, invalidArgument } from "./errors";

/**
 * An object that office.js can reach. Members of the wire are its PascalCase members ("Values", "GetUsedRange");
 * everything camelCase is the host's own.
 */
export abstract class HostObject {
  abstract readonly type: string;
  /** Identity that the client keeps; objects from `add` need one. */
  get id(): string | undefined {
    return undefined;
  }
  /** Members of a collection, in order. */
  items?(): HostObject[];
  /** Member of a collection by key. @throws HostError ItemNotFound */
  item?(key: unknown): HostObject;
  /** Property of an object that has any properties (a bag); others are looked up as members. */
  property?(name: string): unknown;
  setProperty?(name: string, value: unknown): void;
}

/** What the client's classes load for a type: names of plain properties and of objects that hang on it. */
export interface TypeNames {
  readonly scalars: readonly string[];
  readonly objects: readonly string[];
  /** Under which name the client takes the identity. */
  readonly idKey: "Id" | "_Id";
}

export type TypeCatalogue = (type: string) => TypeNames;

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface AnswerBody {
  readonly Results: { ActionId: number; Value: unknown }[];
  readonly TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number };
}

/** An action about to run, for tests that make Excel refuse. */
export interface Step {
  readonly type: string;
  /** Method or property; "" when an object is only reached or read. */
  readonly name: string;
}

const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, queryAsJson: 7, update: 9 } as const;
const PATH = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

/** Whether a request only gives references back, as the library does on its own after a run. */
export const isUpkeep = ({ Actions: actions }: RequestBody): boolean =>
  actions.some(givesBack) && actions.every((action) => givesBack(action) || action.ActionType === ACTION.instantiate);

const givesBack = (action: Action): boolean => action.Name === "_RemoveReference";

/** null stands for a null object: whatever hangs on it is a null object too. */
type Resolved = HostObject | null;

export class Dispatcher {
  private readonly references = new Map<string, HostObject>();
  private readonly referenceOf = new WeakMap<HostObject, string>();
  private lastReference = 0;

  /** Asked before each step on an object; an error it gives is Excel's answer. */
  refuse: ((step: Step) => HostError | null) | null = null;

  constructor(
    private readonly root: HostObject,
    private readonly catalogue: TypeCatalogue,
  ) {}

  /** References that the client has not given back. */
  get kept(): number {
    return this.references.size;
  }

  process(body: RequestBody): AnswerBody {
    const answer: AnswerBody = { Results: [], TraceIds: [] };
    const resolved = new Map<number, Resolved>();
    for (const [index, action] of body.Actions.entries()) {
      try {
        if (action.ActionType === ACTION.trace) answer.TraceIds.push(action.Id);
        const value = action.ActionType === ACTION.trace ? null : this.run(action, body, resolved);
        answer.Results.push({ ActionId: action.Id, Value: value ?? null });
      } catch (error) {
        const refusal = error instanceof HostError ? error : new HostError("GeneralException", String(error));
        answer.Error = {
          Code: refusal.code,
          Message: refusal.message,
          Location: refusal.location,
          ActionIndex: index,
        };
        break;
      }
    }
    return answer;
  }

  /** Keeps an object alive for the client under a reference id. */
  keep(object: HostObject): string {
    let id = this.referenceOf.get(object);
    if (id === undefined) {
      this.lastReference += 1;
      id = `ref-${this.lastReference}`;
      this.referenceOf.set(object, id);
    }
    this.references.set(id, object);
    return id;
  }

  referenced(id: string): HostObject | null {
    return this.references.get(id) ?? null;
  }

  private run(action: Action, body: RequestBody, resolved: Map<number, Resolved>): unknown {
    const object = this.resolve(action.ObjectPathId as number, body, resolved);
    const name = action.Name ?? "";
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object === null ? null : this.identity(object);
      case ACTION.query:
        return object === null ? null : this.query(object, action.QueryInfo ?? {});
      case ACTION.queryAsJson:
        throw new HostError("NotImplemented", "retrieve() is not served by this host");
      case ACTION.setProperty:
        if (object !== null) this.set(object, name, this.read(action.ArgumentInfo, body, resolved)[0]);
        return null;
      case ACTION.update:
        if (object !== null)
          for (const [key, value] of Object.entries(action.ObjectState ?? {})) this.set(object, key, value);
        return null;
      case ACTION.method:
        if (name === "_KeepReference") return object === null ? null : void this.keep(object);
        if (name === "_RemoveReference") {
          this.references.delete(String(action.ArgumentInfo?.Arguments?.[0]));
          return null;
        }
        return object === null ? null : this.call(object, name, this.read(action.ArgumentInfo, body, resolved));
      default:
        throw new HostError("NotImplemented", `action type ${action.ActionType}`);
    }
  }

  private resolve(id: number, body: RequestBody, resolved: Map<number, Resolved>): Resolved {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const path = body.ObjectPaths[id];
    if (path === undefined) throw new HostError("InvalidObjectPath", "The object path is not valid.");
    const object = this.reach(path, body, resolved);
    resolved.set(id, object);
    return object;
  }

  private reach(path: ObjectPath, body: RequestBody, resolved: Map<number, Resolved>): Resolved {
    // A null path may keep the id of a parent that is no longer in the request.
    if (path.ObjectPathType === PATH.nullObject) return null;
    if (path.ObjectPathType === PATH.global) return this.root;
    if (path.ObjectPathType === PATH.newObject) return new ServiceObject(path.Name);
    if (path.ObjectPathType === PATH.reference) {
      const object = this.references.get(path.Name);
      if (object === undefined)
        throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
      return object;
    }
    const parent = this.resolve(path.ParentObjectPathId as number, body, resolved);
    if (parent === null) return null;
    const given = (): unknown[] => this.read(path.ArgumentInfo, body, resolved);
    switch (path.ObjectPathType) {
      case PATH.property:
        this.ask(parent, "");
        return child(member(parent, path.Name), parent, path.Name);
      case PATH.indexer:
        this.ask(parent, "getItem");
        if (parent.item === undefined) throw notServed(parent, "getItem");
        return parent.item(given()[0]);
      case PATH.method:
        return child(this.call(parent, path.Name, given()), parent, path.Name);
      default:
        throw new HostError("NotImplemented", `object path type ${path.ObjectPathType}`);
    }
  }

  /** Arguments, with the objects that they refer to in their places. */
  private read(info: ArgumentInfo | undefined, body: RequestBody, resolved: Map<number, Resolved>): unknown[] {
    const place = (value: unknown, reference: unknown): unknown => {
      if (Array.isArray(value) && Array.isArray(reference))
        return value.map((item, index) => place(item, reference[index]));
      return typeof reference === "number" && reference !== 0 ? this.resolve(reference, body, resolved) : value;
    };
    return (info?.Arguments ?? []).map((value, index) => place(value, info?.ReferencedObjectPathIds?.[index]));
  }

  private ask(object: HostObject, name: string): void {
    const refusal = this.refuse?.({ type: object.type, name });
    if (refusal) throw refusal;
  }

  private call(object: HostObject, name: string, given: unknown[]): unknown {
    this.ask(object, name);
    const method = member(object, name);
    if (typeof method !== "function") throw notServed(object, name);
    return method.apply(object, given);
  }

  private set(object: HostObject, name: string, value: unknown): void {
    this.ask(object, name);
    if (object.setProperty !== undefined) object.setProperty(name, value);
    else if (name in object) (object as unknown as Record<string, unknown>)[name] = value;
    else throw notServed(object, name);
  }

  private identity(object: HostObject): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    if (object.id !== undefined) value[this.catalogue(object.type).idKey] = object.id;
    const reference = this.referenceOf.get(object);
    if (reference !== undefined) value["_ReferenceId"] = reference;
    return value;
  }

  private query(object: HostObject, query: QueryInfo): Record<string, unknown> {
    this.ask(object, "");
    if (object.items !== undefined) {
      const select = query.Select ?? [];
      const isCount = (path: string): boolean => path.toLowerCase() === "count";
      const own = select.some(isCount) && "Count" in object ? { Count: object.items().length } : {};
      if ("Count" in own && select.every(isCount)) return own;
      const skip = query.Skip ?? 0;
      const some = object.items().slice(skip, query.Top === undefined ? undefined : skip + query.Top);
      const inner = { Select: select.filter((path) => !isCount(path)), Expand: query.Expand ?? [] };
      return { ...own, _Items: some.map((item, index) => ({ ...this.query(item, inner), _Index: index + skip })) };
    }
    const wanted = [...(query.Select ?? []), ...(query.Expand ?? [])];
    const result = this.identity(object);
    const nested = new Map<string, string[]>();
    const names = this.catalogue(object.type);
    for (const path of wanted.length === 0 ? ["*"] : wanted) {
      const [head = "", ...rest] = path.split("/");
      if (head === "*") {
        for (const name of names.scalars) if (name in object) result[name] = member(object, name);
        continue;
      }
      const scalar = object.property !== undefined && rest.length === 0 ? pascal(head) : find(names.scalars, head);
      if (scalar !== undefined && rest.length === 0) {
        result[scalar] = member(object, scalar);
        continue;
      }
      const inner = object.property !== undefined ? pascal(head) : find(names.objects, head);
      if (inner === undefined) throw invalidArgument(`${object.type}.${head}`);
      nested.set(inner, [...(nested.get(inner) ?? []), ...(rest.length === 0 ? [] : [rest.join("/")])]);
    }
    for (const [name, select] of nested) {
      const value = child(member(object, name), object, name);
      result[name] = value === null ? { _IsNull: true } : this.query(value, { Select: select });
    }
    return result;
  }
}

/** The loader greets the host through service objects of its own; they take anything. */
class ServiceObject extends HostObject {
  constructor(readonly type: string) {
    super();
  }
  override property(): unknown {
    return () => null;
  }
}

function member(object: HostObject, name: string): unknown {
  if (object.property !== undefined) {
    const own = (object as unknown as Record<string, unknown>)[name];
    return own === undefined ? object.property(name) : own;
  }
  if (!(name in object)) throw notServed(object, name);
  return (object as unknown as Record<string, unknown>)[name];
}

function child(value: unknown, parent: HostObject, name: string): Resolved {
  if (value === null || value instanceof HostObject) return value;
  throw notServed(parent, name);
}

const notServed = (object: HostObject, name: string): HostError =>
  new HostError("ApiNotFound", `${object.type}.${name} is not served by this host`, `${object.type}.${name}`);

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const find = (names: readonly string[], name: string): string | undefined =>
  names.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
