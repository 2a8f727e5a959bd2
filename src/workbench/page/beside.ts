/** What the page has made beside it, by the worker that holds the engine. */
import type { Lang } from "../../messages";
import { SignatureError, WorkbookError } from "../../ooxml/error";
import type { PackedReader } from "../../taskpane/documents/hand";
import { Assembled, inPieces } from "../../taskpane/engine/pieces";
import { addressOf } from "../../taskpane/packed";
import { inTurns } from "../../taskpane/turns";
import { workerHand } from "../../taskpane/worker";
import type { Examining } from "../many/examination";
import { readFile, type FileRead } from "../file-read";
import type { ToSave } from "../to-save";
import type { Made, SaidToRead, SaidToSave, ToExamine } from "./page-worker";

type Answered = Made | { readonly broken: string };

/** Bytes that are read in less time than a worker takes to start. */
const SHORT = 2 ** 16;

/**
 * @param engine the worker's own text; null: it lies beside the page
 * @throws WorkbookError where the bytes are no workbook
 */
export async function readBeside(engine: string | null, bytes: Uint8Array): Promise<FileRead> {
  if (bytes.length <= SHORT) return readFile(bytes);
  const hand = workerHand<SaidToRead, Made>("page-worker", engine && addressOf(engine));
  const read = new Assembled();
  try {
    return await new Promise((resolve, reject) => {
      hand.onReply((made: Answered) => {
        if ("piece" in made) read.add(made.piece);
        else if ("isRead" in made) resolve(read.value as FileRead);
        else reject(problemOf(made));
      });
      hand.post({ toRead: bytes });
    });
  } finally {
    hand.end();
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

/**
 * @param engine the worker's own text; null: it lies beside the page
 * @throws SignatureError as `savedFile` does
 */
export async function savedBeside(
  engine: string | null,
  given: ToSave,
  language: Lang,
  breakSignature: boolean,
): Promise<Uint8Array> {
  const hand = workerHand<SaidToSave, Made>("page-worker", engine && addressOf(engine));
  try {
    const file = new Promise<Uint8Array>((resolve, reject) =>
      hand.onReply((made: Answered) => ("file" in made ? resolve(made.file) : reject(problemOf(made)))),
    );
    await inTurns(
      (function* () {
        for (const toSave of inPieces(given)) {
          hand.post({ toSave });
          yield;
        }
      })(),
    );
    hand.post({ language, breakSignature });
    return await file;
  } finally {
    hand.end();
  }
}

function problemOf(made: Answered): Error {
  if ("signed" in made) return new SignatureError();
  if ("unreadable" in made) return new WorkbookError(made.unreadable, "");
  return new Error("broken" in made ? made.broken : "failed" in made ? made.failed : "");
}
