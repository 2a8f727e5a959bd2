/** The papers that a person gave to the pane: read one after the other in a worker, kept as files, drawn when looked at. */
import { unreadDocument, type DocumentRead } from "../../core/documents/document";
import { fileNumber } from "../../core/documents/evidence-number";
import { DocumentReader, type Hand } from "../../documents/reader";
import type { PagePicture } from "../../pdf/draw";
import { PDF_LIMITS } from "../../pdf/pdfium";
import type { GivenFile } from "./given";

export interface PapersState {
  /** By the names that the documents have. */
  readonly files: ReadonlyMap<string, File>;
  /** null when nothing is being read. */
  readonly reading: { readonly done: number; readonly all: number; readonly name: string } | null;
}

export class Papers {
  private current: PapersState = { files: new Map(), reading: null };
  private documents = new Map<string, readonly DocumentRead[]>();
  private readonly listeners = new Set<() => void>();
  private stopped = false;
  private readonly reader: DocumentReader;
  /** Pages are drawn beside the reading, one after the other. */
  private readonly drawer: DocumentReader;
  private drawing: Promise<unknown> = Promise.resolve();

  /**
   * @param found told of all documents after every reading; null when there are none
   * @param letter is given the secretariat's letter, where it lay among the papers
   */
  constructor(
    start: () => Hand,
    private readonly found: (documents: readonly DocumentRead[] | null) => Promise<void>,
    private readonly letter: (bytes: Uint8Array) => Promise<void>,
  ) {
    this.reader = new DocumentReader(start);
    this.drawer = new DocumentReader(start);
  }

  readonly state = (): PapersState => this.current;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads files in the order of their names; one of a name that is there takes its place. */
  async add(given: readonly GivenFile[]): Promise<void> {
    if (this.current.reading !== null || given.length === 0) return;
    this.stopped = false;
    const files = [...given].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const [done, { name, file }] of files.entries()) {
      if (this.isStopped()) break;
      this.set({ reading: { done, all: files.length, name } });
      const read = await this.readOne(name, file);
      if (read.length === 0) {
        // A workbook without any document, not even one that cannot be read: a letter.
        await this.letter(new Uint8Array(await file.arrayBuffer()));
        continue;
      }
      this.documents.set(name, read);
      this.set({ files: new Map([...this.current.files, [name, file]]) });
    }
    this.reader.close();
    this.set({ reading: null });
    await this.tell();
  }

  /** Ends the reading after what was read. */
  stop(): void {
    this.stopped = true;
    this.reader.close();
  }
  private isStopped(): boolean {
    return this.stopped;
  }

  async clear(): Promise<void> {
    this.documents = new Map();
    this.set({ files: new Map() });
    this.drawer.close();
    await this.tell();
  }

  /** @param page from 1 @param width pixels. null where there is no picture of it */
  draw(name: string, page: number, width: number): Promise<PagePicture | null> {
    const file = this.current.files.get(name);
    if (file === undefined || file.size > PDF_LIMITS.bytes) return Promise.resolve(null);
    const picture = this.drawing.then(async () =>
      this.drawer.draw(new Uint8Array(await file.arrayBuffer()), page, width),
    );
    this.drawing = picture.catch(() => undefined);
    return picture;
  }

  private async readOne(name: string, file: File): Promise<readonly DocumentRead[]> {
    if (file.size > PDF_LIMITS.bytes) return [unreadDocument(name, "too-large", fileNumber(name))];
    try {
      return await this.reader.read(name, new Uint8Array(await file.arrayBuffer()));
    } catch {
      // Taken away or locked since it was chosen.
      return [unreadDocument(name, "corrupt", fileNumber(name))];
    }
  }

  private tell(): Promise<void> {
    const names = [...this.documents.keys()].sort();
    return this.found(names.length === 0 ? null : names.flatMap((name) => this.documents.get(name) ?? []));
  }

  private set(change: Partial<PapersState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}
