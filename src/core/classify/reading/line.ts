/** A line as it is read: each field folded once, what its unit and vendor are, and which phrases it can hold. */
import { toNumber } from "../../money/fraction";
import { recalled } from "../../text/recalled";
import { units } from "../kind/lexicon/units";
import type { LineText } from "../nature";
import { nothingSifted, sift, type Sifted } from "./phrase";
import { read, Reading } from "./reading";
import { withoutReferences } from "./references";

export interface LineReading {
  readonly line: LineText;
  readonly description: Reading;
  readonly specification: Reading;
  readonly note: Reading;
  /** Item and note, folded. */
  readonly said: string;
  readonly vendor: Reading;
  readonly unit: string;
  /** Yen; NaN when not given. */
  readonly price: number;
  readonly company: Vendor;
}

/** "店月", "席月", "回線・月": so many of something, month by month; months of people are labour. */
const BY_MONTH = /^(?!人)[^\d]{1,8}[・×x/]?(?:か|ヶ|カ)?月$/;
const KNOWN = new Set(units.flatMap(([names]) => names.split(" ")));
const readUnit = recalled((typed) => {
  const unit = read(typed).text.replace(/[()]/g, "");
  return KNOWN.has(unit) || !BY_MONTH.test(unit) ? unit : "id月";
});
const description = new Reading();
const specification = new Reading();
const note = new Reading();

/** コピー用紙購入, 事務用品一式: everything here is bought, and what it is stands before. */
const PURCHASE = /(?<=..)(?:(?<![\s\u3000])一式|[\s\u3000]*の?(?:購入|買い?取り?)(?:費用?|代金?|料)?)+[\s\u3000]*$/;

/** Valid until the next line is read. */
export function readLine(line: LineText): LineReading {
  const company = readVendor(line.vendor ?? "");
  description.read(line.description.replace(PURCHASE, ""));
  note.read(line.note === null ? "" : withoutReferences(line.note));
  return {
    line,
    description,
    specification: specification.read(line.specification ?? ""),
    note,
    said: `${description.text} ${note.text}`,
    vendor: company.reading,
    unit: readUnit(line.unit ?? ""),
    price: line.unitPrice === null ? NaN : toNumber(line.unitPrice),
    company,
  };
}

const sifted = nothingSifted();

/** Phrases that can stand in any field of the line; valid until another is sifted. */
export function siftedIn({ description, specification, note, company }: LineReading): Sifted {
  sifted.set(company.sifted);
  sift(description, sifted);
  sift(specification, sifted);
  sift(note, sifted);
  return sifted;
}

export const HOURLY = /^(?:h|hr|hrs|hour|hours|時間|人時|人h)$/;
const OWN = /^(?:自社|社内|当社|弊社|自社雇用|当法人|.*法人内|院内|園内|社内人件費|自社従業員)$/;

interface Vendor {
  readonly reading: Reading;
  readonly isOwn: boolean;
  /** Phrases that can stand in its name. */
  readonly sifted: Sifted;
}

/** The same vendors come again and again. */
export const readVendor = recalled((typed): Vendor => {
  const reading = read(typed);
  const sifted = nothingSifted();
  sift(reading, sifted);
  return { reading, isOwn: OWN.test(reading.text), sifted };
});
