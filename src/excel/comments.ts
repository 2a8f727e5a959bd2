/**
 * Comments on flagged cells, for those who want the words in the sheet too. They know themselves by their first line;
 * a cell that has a comment already keeps it as it is, and so does a comment of ours that somebody answered.
 */
import { splitAddress } from "./cells";
import { CellBeingEdited, SheetProtected, problemOf } from "./errors";

/** First line of each of our comments. */
const SIGNATURE = "検算 Kenzan";

export interface CellNote {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

/** As many refusals in a row are followed up one by one; after that the rest is left without comments. */
const MOST_REFUSALS = 20;

/**
 * Replaces our comments by these. At most four syncs, and three more for each cell that Excel refuses (an old-style note).
 * @returns the notes that could not be put into their cells
 */
export async function comment(context: Excel.RequestContext, notes: readonly CellNote[]): Promise<readonly CellNote[]> {
  const taken = new Set(await removeOwn(context));
  let waiting = notes.filter((note) => !taken.has(keyOf(note)));
  const refused: CellNote[] = notes.filter((note) => taken.has(keyOf(note)));
  for (let refusals = 0; waiting.length > 0 && refusals < MOST_REFUSALS; refusals += 1) {
    const problem = await add(context, waiting);
    if (problem === null) return refused;
    if (problem instanceof CellBeingEdited) throw problem;
    // Excel stops at the one it refuses: those before it stand, the first that does not is the one.
    const standing = new Set((await existing(context)).map(({ place }) => place));
    waiting = waiting.filter((note) => !standing.has(keyOf(note)));
    const [culprit] = waiting;
    if (culprit === undefined) return refused;
    const out = (note: CellNote): boolean =>
      problem instanceof SheetProtected ? note.sheet === culprit.sheet : note === culprit;
    refused.push(...waiting.filter(out));
    waiting = waiting.filter((note) => !out(note));
  }
  return [...refused, ...waiting];
}

/** Takes our comments away, but for those that somebody answered. */
export async function clearComments(context: Excel.RequestContext): Promise<void> {
  await removeOwn(context);
}

async function add(context: Excel.RequestContext, notes: readonly CellNote[]): Promise<unknown> {
  for (const { sheet, cell, text } of notes)
    context.workbook.worksheets.getItem(sheet).comments.add(cell, `${SIGNATURE}\n${text}`);
  try {
    await context.sync();
    return null;
  } catch (error) {
    return problemOf(error);
  }
}

interface Existing {
  readonly comment: Excel.Comment;
  /** "予算明細!J5" */
  readonly place: string;
  readonly ours: boolean;
}

/** Two syncs. */
async function existing(context: Excel.RequestContext): Promise<Existing[]> {
  const comments = context.workbook.comments.load("items/content");
  await context.sync();
  const asked = comments.items.map((one) => ({
    comment: one,
    location: one.getLocation().load("address"),
    replies: one.replies.getCount(),
  }));
  await context.sync();
  return asked.map(({ comment: one, location, replies }) => {
    const { sheet, cells } = splitAddress(location.address);
    const ours = one.content.startsWith(`${SIGNATURE}\n`) && replies.value === 0;
    return { comment: one, place: keyOf({ sheet, cell: cells }), ours };
  });
}

/** @returns the cells whose comments stay */
async function removeOwn(context: Excel.RequestContext): Promise<string[]> {
  const all = await existing(context);
  for (const { comment: one, ours } of all) if (ours) one.delete();
  await context.sync();
  return all.filter(({ ours }) => !ours).map(({ place }) => place);
}

const keyOf = ({ sheet, cell }: Pick<CellNote, "sheet" | "cell">): string => `${sheet}!${cell}`;
