/** What the page has made beside it, by the worker that holds the engine. */
import type { Lang } from "../../messages";
import { SignatureError } from "../../ooxml/error";
import type { PackedReader } from "../../taskpane/documents/hand";
import { inPieces } from "../../taskpane/engine/pieces";
import { inTurns } from "../../taskpane/turns";
import { workerHand } from "../../taskpane/worker";
import type { Examining } from "../many/examination";
import type { ToSave } from "../to-save";
import type { Made, SaidToSave, ToExamine } from "./page-worker";

type Answered = Made | { readonly broken: string };

/** @param engine the worker's own text */
export function examiningBeside(engine: string, lang: Lang, reader: PackedReader): Examining {
  const hand = workerHand<ToExamine, Made>("page-worker", engine);
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

/** @throws SignatureError as `savedFile` does */
export async function savedBeside(
  engine: string,
  given: ToSave,
  language: Lang,
  breakSignature: boolean,
): Promise<Uint8Array> {
  const hand = workerHand<SaidToSave, Made>("page-worker", engine);
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
  return new Error("broken" in made ? made.broken : "failed" in made ? made.failed : "");
}
