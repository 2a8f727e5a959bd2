/**
 * Reads files one after the other in a worker that is ended from outside when one takes too long or too much: whatever
 * a file does, the next one is read. Where the worker comes from, the shell knows.
 */
import { unreadDocument, type DocumentProblem, type DocumentRead } from "../core/documents/document";
import type { PagePicture } from "../pdf/draw";
import { fileNumber } from "../core/documents/evidence-number";

/** Calls `expire` when something has taken too long. @returns what stops it */
export type Clock = (expire: () => void) => () => void;

export const after =
  (seconds: number): Clock =>
  (expire) => {
    const timer = setTimeout(expire, seconds * 1000);
    return () => clearTimeout(timer);
  };

/** How long one file may take. */
const A_FILE = after(9);
/** The same where nobody waits for one file: hundreds are read, and all have to read alike on a busy machine, too. */
export const A_FILE_AMONG_MANY = after(60);

/** To read a file, or to draw a page of it (from 1), so many pixels wide. */
export type Request =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly page: number; readonly width: number; readonly bytes: Uint8Array };

/** What was asked for; or that the engine is broken, and with it the worker. */
export type Reply =
  | { readonly documents: readonly DocumentRead[] }
  | { readonly picture: PagePicture | null }
  | { readonly broken: string };

export interface Hand {
  post(request: Request): void;
  /** Called for each answer, and with `broken` when the worker dies. */
  onReply(listener: (reply: Reply) => void): void;
  end(): void;
}

export class DocumentReader {
  private hand: Hand | null = null;

  constructor(
    private readonly start: () => Hand,
    private readonly clock = A_FILE,
  ) {}

  /** Never rejects: what cannot be read is named. One call at a time. */
  async read(name: string, bytes: Uint8Array): Promise<readonly DocumentRead[]> {
    const reply = await this.ask({ name, bytes });
    if (reply !== "timeout" && "documents" in reply) return reply.documents;
    const problem: DocumentProblem = reply === "timeout" ? "timeout" : "too-large";
    return [unreadDocument(name, problem, fileNumber(name))];
  }

  /** @param page from 1 @param width pixels. null where it cannot be drawn. One call at a time. */
  async draw(bytes: Uint8Array, page: number, width: number): Promise<PagePicture | null> {
    const reply = await this.ask({ bytes, page, width });
    return reply !== "timeout" && "picture" in reply ? reply.picture : null;
  }

  /** A worker that does not answer, or is broken, is ended; the next request gets a new one. */
  private async ask(request: Request): Promise<Reply | "timeout"> {
    const hand = (this.hand ??= this.start());
    const reply = await new Promise<Reply | "timeout">((resolve) => {
      const stop = this.clock(() => resolve("timeout"));
      hand.onReply((answer) => {
        stop();
        resolve(answer);
      });
      hand.post(request);
    });
    if (reply === "timeout" || "broken" in reply) this.close();
    return reply;
  }

  close(): void {
    this.hand?.end();
    this.hand = null;
  }
}
