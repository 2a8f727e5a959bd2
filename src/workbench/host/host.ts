/**
 * Excel, as far as office.js can tell: takes the library's messages and answers them from a `Book`. Runs the same in
 * Node and in a page.
 */
import type { Area } from "../../core/workbook/workbook";
import { LAST_COLUMN, formatArea, parseArea } from "./addresses";
import type { Book, BookChange, BookSheet } from "./book";
import type { HostError } from "./errors";
import { notFound } from "./errors";
import { Range } from "./objects/range";
import { worksheetOf } from "./objects/sheets";
import { Workbook } from "./objects/workbook";
import { Dispatcher, isUpkeep, type RequestBody, type Step, type TypeCatalogue } from "./protocol";
import { enter } from "./typed";

/** What office.js looks for as `_richApiNativeBridge`. */
export interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost: ((text: string) => void) | null;
}

export interface HostOptions {
  /** Bytes a request or an answer may have; Excel on the web takes 5 MB. null: no limit, as on a desktop. */
  readonly payloadLimit?: number | null;
}

export const WEB_PAYLOAD_LIMIT = 5 * 1024 * 1024;

const ANSWER = 2;
const EVENT = 3;
const DATA_CHANGED = { messageCategory: 65_536, messageType: 10 };
/** Target of events of the whole workbook. */
const EVERY_SHEET = "Workbook";

interface Message {
  readonly id: string;
  readonly message: { readonly body: string | RequestBody };
}

export class ExcelHost {
  readonly bridge: Bridge;
  /** Requests answered so far: one for each `context.sync()`. Giving back references after a run does not count. */
  syncs = 0;
  /** Bytes of the longest answer given so far. */
  longestAnswer = 0;
  /** A cell is open for typing: Excel refuses everything. */
  cellBeingEdited = false;
  /** Called before each request that counts; tests change the workbook here, as another person would. */
  beforeSync: ((sync: number) => void) | null = null;

  private readonly root: Workbook;
  private dispatcher: Dispatcher | null = null;
  private queue: object[] = [];
  private lastEvent = 0;
  private source: "Local" | "Remote" = "Local";
  private trigger: "Unknown" | "ThisLocalAddin" = "Unknown";
  private readonly payloadLimit: number | null;

  constructor(
    readonly book: Book,
    options: HostOptions = {},
  ) {
    this.payloadLimit = options.payloadLimit ?? null;
    this.root = new Workbook(book);
    this.bridge = { onMessageFromHost: null, sendMessageToHost: (text) => this.receive(JSON.parse(text) as Message) };
    book.subscribe((change) => {
      if (change.kind === "cells" && change.sheet !== null && change.area !== null)
        this.tell(change.sheet, change.area, change.move);
      // Also what a grid puts into the book reaches the library, after the answer that may be under way.
      queueMicrotask(() => this.flush());
    });
  }

  /** To be called once the library is loaded, with what its own classes say (`catalogueOf(Excel)`). */
  serve(catalogue: TypeCatalogue): void {
    this.dispatcher = new Dispatcher(this.root, catalogue);
    this.root.dispatcher = this.dispatcher;
  }

  /** Makes Excel refuse steps; null ends it. */
  refuse(refusal: ((step: Step) => HostError | null) | null): void {
    this.served().refuse = refusal;
  }

  /** References that the library has not given back. */
  get references(): number {
    return this.served().kept;
  }

  /** A person (or, as "Remote", somebody else in a shared workbook) types into cells. */
  type(
    sheetName: string,
    address: string,
    values: readonly (readonly unknown[])[],
    source: "Local" | "Remote" = "Local",
  ): void {
    const sheet = this.book.sheet(sheetName);
    if (sheet === undefined) throw notFound("type");
    const area = parseArea(address);
    for (const [row, cells] of values.entries())
      for (const [column, value] of cells.entries())
        enter(sheet.make(area.top + row, area.left + column), value, this.book.date1904);
    this.source = source;
    this.book.calculate?.(this.book);
    this.book.tell("cells", sheet, area);
    this.source = "Local";
    this.flush();
  }

  /** A person inserts rows above `row`, or deletes rows from it on. */
  insertRows(sheetName: string, row: number, count = 1, source: "Local" | "Remote" = "Local"): void {
    this.moveRows(sheetName, row, count, source, "insertDown");
  }
  deleteRows(sheetName: string, row: number, count = 1, source: "Local" | "Remote" = "Local"): void {
    this.moveRows(sheetName, row, count, source, "deleteUp");
  }
  private moveRows(
    sheetName: string,
    row: number,
    count: number,
    source: "Local" | "Remote",
    move: "insertDown" | "deleteUp",
  ): void {
    const sheet = this.book.sheet(sheetName);
    if (sheet === undefined) throw notFound(move);
    this.source = source;
    sheet[move]({ top: row, left: 1, bottom: row + count - 1, right: LAST_COLUMN });
    this.source = "Local";
    this.flush();
  }

  private served(): Dispatcher {
    if (this.dispatcher === null) throw new Error("the host was not told of the library: call serve() first");
    return this.dispatcher;
  }

  private receive({ id, message }: Message): void {
    const text = typeof message.body === "string" ? message.body : JSON.stringify(message.body);
    const body = JSON.parse(text) as RequestBody;
    if (!isUpkeep(body)) {
      this.syncs += 1;
      this.beforeSync?.(this.syncs);
    }
    const answer = this.answer(body, bytes(text));
    this.post({ id, type: ANSWER, message: { statusCode: 200, headers: {}, body: answer } });
    this.flush();
  }

  private answer(body: RequestBody, requestSize: number): object {
    if (this.cellBeingEdited)
      return refusal("InvalidOperationInCellEditMode", "Excel is in cell-editing mode. Please exit the edit mode.");
    if (this.payloadLimit !== null && requestSize > this.payloadLimit)
      return refusal("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.");
    this.trigger = "ThisLocalAddin";
    const answer = this.served().process(body);
    this.trigger = "Unknown";
    const size = bytes(JSON.stringify(answer));
    if (this.payloadLimit !== null && size > this.payloadLimit)
      return refusal("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit.");
    this.longestAnswer = Math.max(this.longestAnswer, size);
    return answer;
  }

  /** Puts an edit into the queue of events for whoever listens to its sheet, or to all. */
  private tell(sheet: BookSheet, area: Area, move: BookChange["move"]): void {
    const targets = [
      ...(worksheetOf(sheet).listening ? [sheet.id] : []),
      ...(this.root.Worksheets.listening ? [EVERY_SHEET] : []),
    ];
    for (const targetId of targets) {
      this.lastEvent += 1;
      const message = JSON.stringify({
        changeType: move === null ? "RangeEdited" : `${isWholeRows(area) ? "Row" : "Cell"}${move}`,
        source: this.source,
        worksheetId: sheet.id,
        address: formatArea(area),
        triggerSource: this.trigger,
        shiftDirection: move === null ? "None" : move === "Inserted" ? "Down" : "Up",
        referenceId: this.served().keep(new Range(sheet, area)),
      });
      this.queue.push({ ...DATA_CHANGED, targetId, id: `event-${this.lastEvent}`, message });
    }
  }

  private flush(): void {
    if (this.queue.length === 0) return;
    const entries = this.queue;
    this.queue = [];
    this.post({ type: EVENT, message: { entries } });
  }

  /** Answers come later, never within the call that asked. */
  private post(message: object): void {
    setTimeout(() => this.bridge.onMessageFromHost?.(JSON.stringify(message)), 0);
  }
}

const refusal = (code: string, message: string): object => ({
  Results: [],
  TraceIds: [],
  Error: { Code: code, Message: message, Location: "", ActionIndex: 0 },
});

const bytes = (text: string): number => new TextEncoder().encode(text).length;

const isWholeRows = ({ left, right }: Area): boolean => left === 1 && right === LAST_COLUMN;
