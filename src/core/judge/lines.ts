/** From lines as read to lines as judged: category in force, tax, unit price, and the labour rows a line stands for. */
import { categorise, categoryOf } from "../classify/categorise";
import { isWorded, speaksAsMuch } from "../classify/evidence";
import { classify } from "../classify/classify";
import { EXPERTS, JOURNEYS } from "../classify/groups";
import { KINDS, type Kind } from "../classify/kinds";
import { MOST_REMEMBERED, natureOf } from "../classify/remember";
import { applyCorrections } from "../classify/corrections";
import { priceOfOne } from "../classify/unit-price";
import type { Classification, Evidence, LineText, Nature } from "../classify/nature";
import type { Conditions } from "./conditions";
import { assessLabour, pay } from "./labour/assess";
import { linkLabour, shareOut, statesPay, type LabourLine } from "./labour/link";
import { itemsOfRows, sharesOf } from "./labour/shares";
import { membersShares } from "./members-shares";
import { isWageKind, labourNames, wageItem, type WageKind } from "./labour/wages";
import { compare, divide, floor, fraction, type Fraction } from "../money/fraction";
import type { Correction, Decisions } from "../decisions/decision";
import type { BudgetLine, BudgetReading, LabourReading } from "../read/reading";
import type { Workbook } from "../workbook/workbook";
import { statedMatcher } from "./stated";
import { covers, type Item } from "../scheme/items";
import type { Category, Frame, Scheme } from "../scheme/scheme";
import { renewed } from "./effects";
import type { LabourState, LineState, Stage, StatedCategory } from "./state";
import { tellTax, withoutTax, type TaxOfLine } from "./tax";
import { firstYearOf } from "../text/date";
import { compact } from "../text/fold";
import { withoutGaps } from "../text/person";

export function judgeLines(
  workbook: Workbook,
  reading: BudgetReading,
  conditions: Conditions,
  decisions: Decisions,
): Pick<Stage, "lines" | "labour"> {
  const { scheme } = conditions;
  const labour = assessLabour(reading, scheme, (row) => classifyLabour(row, conditions), decisions.waivers);
  const lines = statesOf(reading, conditions, decisions.corrections);
  const wages = new Map<LabourLine, number>();
  lines.forEach((line, index) => {
    const wage =
      labourLine(line, scheme) ??
      (statesPay(line.read, labour) ? { read: line.read, item: null, stated: null } : undefined);
    if (wage !== undefined) wages.set(wage, index);
  });
  const inBudget = new Map<LabourState, ReadonlySet<string | null>>();
  /** Of rows that leave their kind open, what the line that stands for them is. */
  const kinds = new Map<LabourState, WageKind>();
  /** Yen that lines ask for whom a payroll, or a sheet of rates, only names. */
  const ofLines = new Map<LabourState, number>();
  for (const [line, rows] of linkLabour([...wages.keys()], labour, workbook)) {
    for (const row of rows) inBudget.set(row, new Set(inBudget.get(row)).add(line.read.member));
    const [first] = rows;
    const { unitPrice, quantity, amount } = line.read;
    if (first !== undefined && rows.every(tellsNoHours) && unitPrice !== null && quantity !== null)
      ofLines.set(first, (ofLines.get(first) ?? 0) + atMost(first.allowedRate, quantity, amount ?? 0));
    const index = wages.get(line) as number;
    const { kind } = (lines[index] as LineState).classification.nature;
    for (const row of rows) if (!row.isKindTold && isWageKind(kind)) kinds.set(row, kind);
    lines[index] = standingFor(rows, lines[index] as LineState, scheme);
  }
  if (inBudget.size === 0) return { lines, labour };
  const payrolls = new Set([...inBudget.keys()].filter(tellsPayAlone).map(({ read }) => read.sheet));
  const ofProject = labour.filter((row) => inBudget.has(row) || !tellsPayAlone(row) || !payrolls.has(row.read.sheet));
  return renewed(
    { lines, labour: ofProject },
    (row) => {
      const members = inBudget.get(row);
      if (members === undefined) return row;
      const kind = kinds.get(row) ?? row.kind;
      const item = wageItem(scheme, kind);
      const counted = row.counted + (ofLines.get(row) ?? 0);
      return { ...ofMember(row, members, conditions), kind, item, inBudget: true, counted };
    },
    (line) => line,
  );
}

/**
 * 給与台帳: what the firm pays whom, and no hours. Lines with hours and rates of their own say what is applied for of those whom
 * they name, and the others are none of the project.
 */
const tellsPayAlone = (row: LabourState): boolean => tellsNoHours(row) && row.rate === null;

/** What an hour costs, and not how many: the line says that. */
const tellsNoHours = ({ read, months }: LabourState): boolean =>
  read.hours === null && read.statedAmount === null && months.length === 0;

/** Yen: what the line asks for, and no more than its hours at the rate that is allowed. */
const atMost = (rate: number | null, hours: Fraction, asked: number): number =>
  Math.min(asked, (rate === null ? null : pay(rate, hours)) ?? asked);

/** A row that names no member is of the one whose line stands for it. */
function ofMember(row: LabourState, members: ReadonlySet<string | null>, conditions: Conditions): LabourState {
  const [member = null] = members;
  if (row.read.member !== null || member === null || members.size > 1) return row;
  const read = { ...row.read, member };
  return { ...row, read, classification: classifyLabour(read, conditions) };
}

/** Before the rules speak: a person's own decision, or the text's doubt. What is refused for certain the rules say. */
function verdictOf({ eligibility }: Classification, corrected: boolean): LineState["verdict"] {
  if (corrected) return eligibility === "ineligible" ? "ineligible" : "eligible";
  return eligibility === "review" ? "review" : "eligible";
}

/**
 * Once all is judged: discounts follow their lines, labour rows count in place of the lines that stand for them, and lines
 * that say what each member bears are divided.
 */
export const settle = <S extends Pick<Stage, "lines" | "labour">>(judged: S): S =>
  divideAmongMembers(settleLabour(refuseDiscountsOfRefused(judged)));

/** A discount is refused with the line it follows: it is taken off nothing else. */
function refuseDiscountsOfRefused<S extends Pick<Stage, "lines" | "labour">>(judged: S): S {
  const refused = new Set<LineState>();
  let isRefused = false;
  for (const line of judged.lines) {
    if (!line.read.discount) isRefused = line.verdict === "ineligible";
    else if (isRefused) refused.add(line);
  }
  if (refused.size === 0) return judged;
  return renewed(
    judged,
    (row) => row,
    (line) => (refused.has(line) ? { ...line, verdict: "ineligible" } : line),
  );
}

/** A refused labour row counts nothing, and lines that stand for rows count what those do, once. */
function settleLabour<S extends Pick<Stage, "lines" | "labour">>(judged: S): S {
  if (judged.labour.length === 0) return judged;
  const refused = renewed(
    judged,
    (row) => (row.verdict === "ineligible" ? { ...row, counted: 0 } : row),
    (line) => line,
  );
  const links = new Map<LineState, readonly LabourState[]>();
  for (const line of refused.lines)
    if (line.labourRows.length > 0 && line.verdict !== "ineligible") links.set(line, line.labourRows);
  const counted = shareOut(links);
  return renewed(
    refused,
    (row) => row,
    (line) => {
      const rows = counted.get(line);
      if (rows === undefined) return line;
      if (line.labourRows.every(({ verdict }) => verdict === "ineligible")) return { ...line, verdict: "ineligible" };
      return { ...line, counted: rows.reduce((sum, { yen }) => sum + yen, 0), shares: sharesOf(line, rows) };
    },
  );
}

const divideAmongMembers = <S extends Pick<Stage, "lines" | "labour">>(judged: S): S =>
  judged.lines.some(({ read }) => read.byMember !== undefined)
    ? renewed(
        judged,
        (row) => row,
        (line) => ({ ...line, shares: line.shares.length > 0 ? line.shares : membersShares(line) }),
      )
    : judged;

/** The lines as read and classified, before any of them is known to stand for labour rows. */
function statesOf(reading: BudgetReading, conditions: Conditions, corrections: readonly Correction[]): LineState[] {
  const { scheme } = conditions;
  const lines: LineState[] = [];
  const matchStated = statedMatcher(scheme);
  const taxOf = tellTax(reading);
  const firstYear = firstYearOf(scheme.period);
  const natureFor = reading.lines.length <= MOST_REMEMBERED ? natureOf : classify;
  const yenPerUnit = new Map(
    reading.sheets.map((sheet) => [sheet.sheet, sheet.tables.map((table) => table.yenPerUnit)]),
  );
  let named: LineState | null = null;
  for (const read of reading.lines) {
    const stated = matchStated(read.statedMajor, read.statedMiddle, read.statedMinor);
    const tax = taxOf(read);
    const unitPrice = comparablePrice(read, tax, conditions);
    const before = lines.at(-1);
    // A discount belongs to the line it follows (domain 1.2).
    const followed = read.discount && before !== undefined ? before : null;
    const corrected = followed === null ? applyCorrections(read, corrections) : null;
    let classification: Classification;
    if (followed !== null) {
      classification = {
        ...followed.classification,
        exclusions: [],
        eligibility: "eligible",
        eligibilityConfidence: 1,
      };
    } else {
      const text = inFull(read);
      const alone = natureFor(text, firstYear);
      const guests = AS_ABOVE.test(read.description) ? guestsJourney(text, alone, named) : null;
      const nature = guests === null ? alone : natureFor(guests, firstYear);
      classification = asStated(categorise(nature, text, scheme, unitPrice), stated, conditions);
      const isUnpriced = read.statedMiddle !== null && (unitPrice === null || isUncounted(read));
      if (isUnpriced && categoryOf(nature.kind, scheme, 0)?.middle === stated.middle)
        classification = categorise(nature, text, scheme, 0);
      if (isOpenTo(stated, classification, text))
        classification = categorise(
          { ...nature, kind: nature.runnerUp as string, runnerUp: nature.kind },
          text,
          scheme,
          unitPrice,
        );
      if (corrected !== null) classification = correct(classification, corrected, conditions);
    }
    lines.push({
      read,
      classification,
      corrected: corrected !== null,
      stated,
      unitPrice,
      tax: tax.tax,
      priceTax: tax.priceTax,
      taxPercent: tax.percent,
      labourRows: NONE,
      yenPerUnit: yenPerUnit.get(read.sheet)?.[read.table] ?? 1,
      verdict: verdictOf(classification, corrected !== null),
      counted: read.amount ?? 0,
      adjustments: [],
      shares: [],
    });
    if (!AS_ABOVE.test(read.description)) named = lines.at(-1) ?? null;
  }
  return lines;
}

/** A part says what it is together with its whole: 予約システム開発委託 うち 試験 is no equipment for tests. Its amount is a share where the whole cost is more by more than tax. */
function inFull(read: BudgetLine): LineText {
  const { partOf, fullCost, amount, description } = read;
  const isShare = fullCost !== null && amount !== null && compare(fullCost, fraction(amount * 9, 8)) > 0;
  if (partOf === undefined && !isShare) return read;
  return { ...read, isShare, description: partOf === undefined ? description : `${partOf} ${description}` };
}

/** Of the line above: "同 交通費". */
const AS_ABOVE = /^(?:同上?|〃)[\s\u3000]+(?=\S)/;

/** A journey as that of the expert or the member of a committee whom the line above pays; null where it is none. */
function guestsJourney(text: LineText, { kind }: Nature, above: LineState | null): LineText | null {
  const host = above?.classification.nature.kind as Kind;
  if (!JOURNEYS.has(kind as Kind) || !EXPERTS.has(host)) return null;
  const guest = host === "meeting-honorarium" || host === "meeting-travel" ? "委員" : "専門家";
  return { ...text, description: text.description.replace(AS_ABOVE, `${guest} `) };
}

const NONE: readonly LabourState[] = [];

/** Below this confidence the words do not contradict an item that only a person can choose. */
const CONTRADICTED_FROM = 0.95;

/**
 * Where the scheme has no item for what the line is, the item it states holds; and one that no kind of cost belongs to
 * (技術導入費), unless the words speak clearly for another.
 */
function asStated(
  classification: Classification,
  stated: StatedCategory,
  { scheme, frame }: Conditions,
): Classification {
  if (stated.middle === null) return classification;
  const { middle, minor } = stated;
  const category = scheme.categories.find((it) => covers(minor === null ? { middle } : { middle, minor }, it));
  // Where the document only names its items, and pays for all alike, what belongs to one is for the applicant to say.
  const isOfNames = category?.reading === NAMES_ONLY && scheme.ratios.length === 0;
  if (
    isOfNames &&
    stated.isOwnWord &&
    classification.middle !== middle &&
    arePaidAlike(category, classification, frame)
  )
    return holding(classification, category);
  const isUnsure = classification.nature.confidence < CONTRADICTED_FROM;
  const isChosen = category?.kinds.length === 0 && isUnsure;
  // ハードウェア購入費（レジ等）: of the parts of one item the stated one holds, too.
  const isFiner = minor !== null && classification.middle === middle && category?.frames !== undefined && isUnsure;
  if (classification.middle !== null && !isChosen && !isFiner) return classification;
  return { ...holding(classification, category), middle, minor };
}

/** Items of a frame whose parts have rates of their own are paid alike within a part; without a frame, those of all frames. */
function arePaidAlike(category: Category, found: Classification, frame: Frame | null): boolean {
  if (frame === null) return category.frames === undefined;
  const partOf = (item: Item): string | undefined =>
    frame.parts?.find(({ items }) => items.some((ref) => covers(ref, item)))?.id;
  return frame.parts === undefined || found.middle === null || partOf(category) === partOf(found);
}

/** docs/readings.md: the document gives the names of its items and no more. */
const NAMES_ONLY = "items-by-kind";

const holding = (classification: Classification, category: Category | undefined): Classification => ({
  ...classification,
  major: category?.major ?? null,
  middle: category?.middle ?? null,
  minor: category?.minor ?? null,
  clause: category?.clause ?? null,
  runnerUp: null,
});

/** How many pieces the amount buys is not said: it is no price to hold against the stated item. */
const isUncounted = ({ unitPrice, quantity }: BudgetLine): boolean => unitPrice === null && quantity === null;

/** Below this confidence words do not contradict the item that is stated, where it is the next likely one. */
const CLEAR_FROM = 0.75;

/**
 * Several things in one line (初期設定・データ移行・操作研修): of two items that its words speak for the stated one holds. Where
 * the words decide only together (装置に組み込まれたソフトウェア), it holds if the line itself names it (有識者会議 出席旅費).
 */
function isOpenTo({ middle }: StatedCategory, { nature, runnerUp }: Classification, line: LineText): boolean {
  if (middle === null || runnerUp !== middle || nature.runnerUp === null) return false;
  if (nature.confidence < CLEAR_FROM) return true;
  const mayBeBoth = !nature.isRuled || compact(line.description).includes(compact(middle));
  return mayBeBoth && speaksAsMuch(line, nature.kind, nature.runnerUp);
}

function correct(classification: Classification, correction: Correction, { scheme }: Conditions): Classification {
  const category = scheme.categories.find(
    (it) => it.middle === correction.middle && (correction.minor === null || it.minor === correction.minor),
  );
  return {
    ...classification,
    major: category?.major ?? classification.major,
    middle: correction.middle,
    minor: correction.minor,
    clause: category?.clause ?? classification.clause,
    eligibility: correction.eligibility ?? "eligible",
    eligibilityConfidence: 1,
  };
}

/**
 * Yen a unit, comparable with a scheme's limits: without tax; for an applicant who may include it, as stated [reading].
 */
function comparablePrice(read: BudgetLine, tax: TaxOfLine, conditions: Conditions): number | null {
  const price = read.unitPrice ?? derivedPrice(read);
  if (price === null) return null;
  const yen = floor(price);
  const of = read.unitPrice === null ? tax.tax : tax.priceTax;
  return priceOfOne(read, of === "inclusive" && conditions.tax === "exclusive" ? withoutTax(yen, tax.percent) : yen);
}

function derivedPrice({ amount, quantity }: BudgetLine): Fraction | null {
  if (amount === null) return null;
  return quantity === null || quantity.n <= 0n ? fraction(amount) : divide(fraction(amount), quantity);
}

/**
 * undefined: no line that could stand for labour rows. What the sheet itself states as labour could, whatever its words
 * say of the work done ("要件定義 佐藤 健一").
 */
function labourLine({ classification, stated, read }: LineState, scheme: Scheme): LabourLine | undefined {
  if (read.discount) return undefined;
  const { kind } = classification.nature;
  const { middles, majors } = labourNames(scheme);
  const item = stated.middle !== null && middles.has(stated.middle) ? stated.middle : null;
  if (isWageKind(kind)) return { read, item: wageItem(scheme, kind)?.middle ?? null, stated: item };
  if (item !== null) return { read, item, stated: item };
  const isLabour = (major: string | null): boolean => major !== null && majors.has(major);
  const stands = isLabour(classification.major) || (stated.middle === null && isLabour(stated.major));
  return stands ? { read, item: null, stated: null } : undefined;
}

/** A line that stands for labour rows is what they are; where they are of several items, it keeps the one it speaks of. */
function standingFor(rows: readonly LabourState[], before: LineState, scheme: Scheme): LineState {
  const line = { ...before, labourRows: rows };
  const { classification, read, corrected } = line;
  const { kind } = classification.nature;
  const [item, ...others] = itemsOfRows(line);
  const isOther = item !== undefined && others.length === 0 && item.middle !== classification.middle;
  const [row] = rows;
  if (row === undefined || corrected) return line;
  if (isWageKind(kind) && !isOther) return saidByRows(line, scheme);
  return { ...line, classification: categorise({ ...classification.nature, kind: row.kind }, read, scheme) };
}

/** 人件費（下表のとおり） says nothing by itself; the rows it stands for say all. So does a department that is theirs: 荒木 大輔（清掃課）. */
function saidByRows(line: LineState, scheme: Scheme): LineState {
  const { classification, read, labourRows } = line;
  const { nature } = classification;
  const departments = labourRows.flatMap((row) => row.read.position ?? []).map(withoutGaps);
  const rest = departments.reduce((text, department) => text.replaceAll(department, ""), withoutGaps(read.description));
  const isTheirs = ({ field, text }: Evidence): boolean => field === "description" && !rest.includes(withoutGaps(text));
  const traits = nature.traits.filter(
    ({ trait, evidence }) => trait !== "unclear" && !(trait === "unrelated" && isTheirs(evidence)),
  );
  if (traits.length === nature.traits.length) return line;
  const told = categorise({ ...nature, traits }, read, scheme);
  return { ...line, classification: told, verdict: verdictOf(told, false) };
}

/** What the scheme calls labour, so that a bare name is read as a person at work. */
function labourWords(scheme: Scheme): string {
  const item = wageItem(scheme, "employee-wage");
  return item?.major ?? item?.middle ?? KINDS["employee-wage"].ja;
}

function classifyLabour(row: LabourReading, { scheme }: Conditions): Classification {
  const text: LineText = {
    description: [row.position, row.employment, row.person].filter((part) => part !== null).join(" "),
    specification: null,
    vendor: row.member,
    unitPrice: row.statedRate,
    quantity: row.hours,
    unit: "時間",
    note: null,
    statedMajor: labourWords(scheme),
    statedMiddle: row.employment,
    statedMinor: null,
  };
  const firstYear = firstYearOf(scheme.period);
  const nature = natureOf(text, firstYear);
  // Of names, letters that mean nothing were learned as well.
  const role = [row.position, row.employment].filter((part) => part !== null).join(" ");
  const isNameAlone = role === "" && !isWorded(text, nature.kind);
  const kind = isNameAlone
    ? "employee-wage"
    : natureOf({ ...text, description: role || text.description }, firstYear).kind;
  // Titles and departments say who somebody is, not what the hours are for: 包装, 営業部.
  const traits = nature.traits.filter(({ trait }) => trait !== "unrelated");
  return categorise({ ...nature, kind, traits }, text, scheme);
}
