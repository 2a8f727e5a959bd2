/**
 * Marks in the sheets: for each severity one conditional format over all flagged cells of a sheet. The user's own
 * formats, rules and comments stay as they are, and taking the marks away gives back exactly what was there.
 */
import { MARK_LOOKS, addressLists, isMarkFormula, markFormula, type SheetMarks } from "../views/marks/marks";
import { CellBeingEdited, SheetMissing, SheetProtected, problemOf } from "./errors";

/** Longest address string that Excel takes. */
const ADDRESS_LIMIT = 8192;

export interface MarkingResult {
  /** Sheets that are protected: nothing was changed in them. */
  readonly protected: readonly string[];
  /** Sheets that could not be reached: deleted or renamed meanwhile, or refused for another reason. */
  readonly failed: readonly { readonly sheet: string; readonly problem: unknown }[];
}

/**
 * Puts the marks of a check into the sheets and takes earlier ones away, in three syncs.
 * @throws CellBeingEdited (mapped by `inExcel`): nothing was changed
 */
export async function mark(context: Excel.RequestContext, marks: readonly SheetMarks[]): Promise<MarkingResult> {
  const names = await sheetNames(context);
  const gone = marks
    .filter(({ sheet }) => !names.includes(sheet))
    .map(({ sheet }) => ({ sheet, problem: new SheetMissing(sheet) }));
  const result = await renew(context, names, marks);
  return { ...result, failed: [...gone, ...result.failed] };
}

/** Takes every mark away, in three syncs. */
export const clearMarks = async (context: Excel.RequestContext): Promise<MarkingResult> =>
  renew(context, await sheetNames(context), []);

async function sheetNames(context: Excel.RequestContext): Promise<string[]> {
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  return sheets.items.map(({ name }) => name);
}

/** All sheets at once; where one of them refuses, each on its own, so that the others still get their marks. */
async function renew(
  context: Excel.RequestContext,
  names: readonly string[],
  marks: readonly SheetMarks[],
): Promise<MarkingResult> {
  try {
    return { protected: await renewTogether(context, names, marks), failed: [] };
  } catch (error) {
    if (problemOf(error) instanceof CellBeingEdited) throw error;
  }
  const locked: string[] = [];
  const failed: { sheet: string; problem: unknown }[] = [];
  for (const name of names) {
    try {
      locked.push(...(await renewTogether(context, [name], marks)));
    } catch (error) {
      const problem = problemOf(error, name);
      if (problem instanceof CellBeingEdited) throw error;
      if (problem instanceof SheetProtected) locked.push(name);
      else failed.push({ sheet: name, problem });
      await withoutHalves(context, name);
    }
  }
  return { protected: locked, failed };
}

/** Marks that were only begun when Excel refused go again; where it refuses that too, clearing takes them later. */
async function withoutHalves(context: Excel.RequestContext, name: string): Promise<void> {
  try {
    await renewTogether(context, [name], []);
  } catch {
    // told already: the sheet is among the failed ones
  }
}

/** Two syncs. @returns protected sheets that have marks, or ought to have some */
async function renewTogether(
  context: Excel.RequestContext,
  names: readonly string[],
  marks: readonly SheetMarks[],
): Promise<string[]> {
  const states = names.map((name) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const rules = sheet.getRange().conditionalFormats.load("items/type,items/customOrNullObject/rule/formula");
    return { name, sheet, rules, protection: sheet.protection.load("protected,options") };
  });
  await context.sync();
  const locked: string[] = [];
  for (const { name, sheet, rules, protection } of states) {
    const old = rules.items.filter(isMark);
    const wanted = marks.find((one) => one.sheet === name)?.rules ?? [];
    if (old.length === 0 && wanted.length === 0) continue;
    if (protection.protected && !protection.options.allowFormatCells) {
      locked.push(name);
      continue;
    }
    for (const rule of old) rule.delete();
    // The last one added is asked first: the gravest comes last.
    for (const rule of [...wanted].reverse()) addRule(sheet, rule);
  }
  await context.sync();
  return locked;
}

/** One of ours, whole, or begun when Excel refused its formula: nobody else's rule is without one. */
const isMark = (rule: Excel.ConditionalFormat): boolean =>
  rule.type === "Custom" &&
  !rule.customOrNullObject.isNullObject &&
  (isMarkFormula(rule.customOrNullObject.rule.formula) || /^=?\s*$/.test(rule.customOrNullObject.rule.formula));

function addRule(sheet: Excel.Worksheet, { severity, areas }: SheetMarks["rules"][number]): void {
  const look = MARK_LOOKS[severity];
  for (const addresses of addressLists(areas, ",", ADDRESS_LIMIT)) {
    const { custom } = sheet.getRanges(addresses).conditionalFormats.add("Custom");
    custom.rule.formula = `=${markFormula(severity)}`;
    custom.format.fill.color = look.fill;
    custom.format.font.color = look.font;
  }
}
