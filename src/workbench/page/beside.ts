/** What the page has made beside it, by the worker that holds the engine. */
import type { Lang } from "../../messages";
import { InTurn } from "../../excel/in-turn";
import { SignatureError, WorkbookError } from "../../ooxml/error";
import type { PackedReader } from "../../taskpane/documents/hand";
import { Assembled, inPieces } from "../../taskpane/engine/pieces";
import { addressOf } from "../../taskpane/packed";
import { inTurns } from "../../taskpane/turns";
import { workerHand, type WorkerHand } from "../../taskpane/worker";
import type { Examining } from "../many/examination";
import { readFile, type FileRead } from "../file-read";
import type { ToSave } from "../to-save";
import type { Made, SaidToRead, SaidToSave, ToExamine } from "./page-worker";

type Answered = Made | { readonly broken: string };

/** Bytes that are read in less time than a worker takes to start. */
const SHORT = 2 ** 16;

type Hand = WorkerHand<SaidToRead | SaidToSave, Answered>;

/** Files read and made, one after the other, by a worker who starts with the first and stays: to start takes longer than most of them. */
export class Beside {
  private hand: Hand | null = null;
  private readonly turns = new InTurn();

  /** @param engine the worker's own text; null: it lies beside the page */
  constructor(private readonly engine: string | null) {}

  /** @throws WorkbookError where the bytes are no workbook */
  async read(bytes: Uint8Array): Promise<FileRead> {
    if (bytes.length <= SHORT) return readFile(bytes);
    const read = new Assembled();
    return this.ask<FileRead>(
      (made) => {
        if ("piece" in made) read.add(made.piece);
        return "isRead" in made ? (read.value as FileRead) : null;
      },
      (hand) => hand.post({ toRead: bytes }),
    );
  }

  /** @throws SignatureError as `savedFile` does */
  saved(given: ToSave, language: Lang, breakSignature: boolean): Promise<Uint8Array> {
    return this.ask<Uint8Array>(
      (made) => ("file" in made ? made.file : null),
      async (hand) => {
        await inTurns(
          (function* () {
            for (const toSave of inPieces(given)) {
              hand.post({ toSave });
              yield;
            }
          })(),
        );
        hand.post({ language, breakSignature });
      },
    );
  }

  /** @param heard what came of it; null: more is to come */
  private ask<T>(heard: (made: Made) => T | null, say: (hand: Hand) => Promise<void> | void): Promise<T> {
    const task = (hand: Hand) =>
      new Promise<T>((resolve, reject) => {
        hand.onReply((answer) => {
          const found = "broken" in answer ? this.letGo(hand) : heard(answer);
          if (found !== null) resolve(found);
          else if (!("piece" in answer)) reject(problemOf(answer));
        });
        Promise.resolve(say(hand)).catch(reject);
      });
    return this.turns.run(() => task((this.hand ??= workerHand("page-worker", this.engine && addressOf(this.engine)))));
  }

  /** Who broke down is given nothing more. */
  private letGo(hand: Hand): null {
    hand.end();
    return (this.hand = null);
  }
}

/** @param engine the worker's own text */
export function examiningBeside(engine: string, lang: Lang, reader: PackedReader): Examining {
  const hand = workerHand<ToExamine, Made>("page-worker", addressOf(engine));
  hand.post({ lang, reader });
  return {
    examine: (application) =>
      new Promise((resolve, reject) => {
        hand.onReply((made: Answered) => ("examined" in made ? resolve(made.examined) : reject(problemOf(made))));
        hand.post({ application });
      }),
    end: () => hand.end(),
  };
}

function problemOf(made: Answered): Error {
  if ("signed" in made) return new SignatureError();
  if ("unreadable" in made) return new WorkbookError(made.unreadable, "");
  return new Error("broken" in made ? made.broken : "failed" in made ? made.failed : "");
}
