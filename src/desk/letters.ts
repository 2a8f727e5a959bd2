/** `--letters`: for every application with something to ask, a letter as .xlsx, .docx and text. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { prepareFolder, writeCopy, writeNew } from "../cli/copies";
import { FileProblem } from "../cli/files";
import { isAnothers, isAsBefore } from "../core/desk/came-back";
import type { Verdict } from "../core/desk/subject";
import { newWorkbook } from "../ooxml/write/new-workbook";
import { nodeCodec } from "../ooxml/zip/node-codec";
import { schemeById } from "../schemes";
import { letterOf, type Letter } from "../views/desk/letter/letter";
import { letterModel, LETTER_NAME } from "../views/desk/letter/sheet";
import { letterText } from "../views/desk/letter/text";
import { DEFAULT_TEMPLATE, parseTemplate, TemplateError, type Template } from "../views/desk/letter/template";
import type { Lang } from "../cli/words";
import { letterDocx } from "./letter-docx";
import type { Ledger } from "./ledger/ledger";
import { LETTERS, LETTER_ENDINGS, LETTER_TEMPLATE } from "./places";
import { deskWords, type DeskWords, type Written } from "./words";

/** The template beside the ledger; where there is none, the usual one is put there. @throws FileProblem */
export function templateIn(out: string, say: DeskWords): Template {
  const path = join(out, LETTER_TEMPLATE);
  if (!existsSync(path)) writeNew(path, new TextEncoder().encode(DEFAULT_TEMPLATE), say);
  try {
    return parseTemplate(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof TemplateError) throw new FileProblem(say.templateProblem(path, error.message));
    throw error;
  }
}

/**
 * The letter that an application waits for: while it has not come back it is the one of before, and where it is another
 * applicant's it is a first one.
 * @returns null where there is nothing to ask
 */
export function letterTo(ledger: Ledger, name: string, template: Template): Letter | null {
  let last = ledger.examined(name);
  if (last === null) return null;
  let before = ledger.before(name, last.round);
  while (before !== null && isAsBefore(before.found, last.found))
    [last, before] = [before, ledger.before(name, before.round)];
  const { found, round } = last;
  const own = before !== null && isAnothers(before.found.applicant, found.applicant) ? null : before;
  const scheme = schemeById(found.scheme ?? "");
  const verdicts = new Map(ledger.decisions(name).map(({ subject, verdict }) => [subject, verdict as Verdict]));
  const letter = letterOf(
    found,
    verdicts,
    {
      application: name,
      applicant: found.applicant ?? name.replace(/^\d+[_\- \u3000]*/, ""),
      scheme: scheme?.name.ja ?? "",
      frame: scheme?.frames.find(({ id }) => id === found.frame)?.name.ja ?? "",
      source: "公募要領",
      round,
    },
    template,
    own?.found ?? null,
  );
  return letter.items.length === 0 ? null : letter;
}

/**
 * Those of a later round lie in a folder of their own: what was sent before, perhaps with changes by hand, stays.
 * @throws FileProblem where they cannot be written
 */
export async function writeLetters(ledger: Ledger, out: string, lang: Lang): Promise<Written> {
  const say = deskWords[lang];
  const template = templateIn(out, say);
  prepareFolder(join(out, LETTERS), say);
  const now = ledger.lastRound();
  const count = { written: 0, kept: 0 };
  for (const name of ledger.names()) {
    const letter = letterTo(ledger, name, template);
    if (letter === null) continue;
    const folder = letter.round === 1 ? join(out, LETTERS) : join(out, LETTERS, `第${String(letter.round)}回`);
    const place = (ending: string): string => join(folder, letterName(name, ending));
    if (letter.round < now && LETTER_ENDINGS.some((ending) => existsSync(place(ending)))) {
      count.kept += 1;
      continue;
    }
    prepareFolder(folder, say);
    const files = await letterFiles(letter);
    for (const ending of LETTER_ENDINGS) writeCopy(place(ending), files[ending], say);
    count.written += 1;
  }
  return count;
}

type Ending = (typeof LETTER_ENDINGS)[number];

/** Bytes that a file's name may have nearly everywhere, with some to spare for a copy's number. */
const MOST_BYTES = 230;

/** A name that is too long is cut, and told from others that begin alike. */
export function letterName(application: string, ending: string): string {
  const whole = `補正のお願い_${application}.${ending}`;
  if (Buffer.byteLength(whole) <= MOST_BYTES) return whole;
  const mark = `…${createHash("sha256").update(application).digest("hex").slice(0, 8)}.${ending}`;
  let name = "補正のお願い_";
  for (const letter of application) {
    if (Buffer.byteLength(name + letter + mark) > MOST_BYTES) break;
    name += letter;
  }
  return name + mark;
}

export async function letterFiles(letter: Letter): Promise<Readonly<Record<Ending, Uint8Array>>> {
  const model = letterModel(letter);
  return {
    xlsx: newWorkbook([model], nodeCodec, { [LETTER_NAME]: model }),
    txt: new TextEncoder().encode(`\uFEFF${letterText(letter).replaceAll("\n", "\r\n")}`),
    docx: await letterDocx(letter),
  };
}
