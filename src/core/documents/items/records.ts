/**
 * Items without a table: each is a block of labels with their values, one below the other, under the item's name.
 *
 *     自動搬送装置
 *       仕様  KX-200S
 *       数量  1台
 *       金額  2,600,000円
 */
import { headingOf, type Role } from "../words/headings";
import { quantityIn } from "../words/figures";
import { totalOf } from "../words/labels";
import { placeOf, type Line, type Page, type Segment } from "../page/paper";
import { agrees } from "./products";
import type { Money, Row, Table } from "./table";

/** A name stands close above its first label, in lines. */
const NEAR = 3;

interface Field {
  readonly line: Line;
  readonly role: Role;
  readonly label: string;
  /** What stands behind the label. */
  readonly value: Segment;
}

/** @param used lines that turned out to be of items are added to it */
export function recordsIn(pages: readonly Page[], money: Money, used: Set<Line>): Table[] {
  const rows: Row[] = [];
  const lines: Line[] = [];
  let heading = null;
  for (const page of pages) {
    let block: Field[] = [];
    let name: Line | null = null;
    const close = (): void => {
      const row = rowOf(name, block, money);
      if (row !== null) {
        rows.push(row);
        lines.push(...(name === null ? [] : [name]), ...block.map(({ line }) => line));
        heading ??= headingOf(block.find(({ role }) => role === "amount")?.label ?? "");
      }
      block = [];
    };
    for (const line of page.lines) {
      const field = fieldIn(line);
      if (field === null) {
        close();
        name = line;
        continue;
      }
      // 品名 begins the next item also where no other line parts them.
      if (field.role === "name" || block.some(({ role }) => role === field.role)) {
        close();
        if (field.role === "name") name = null;
      }
      if (block.length === 0 && name !== null && line.y - name.y > NEAR * line.size) name = null;
      block.push(field);
    }
    close();
  }
  if (rows.length === 0) return [];
  for (const line of lines) used.add(line);
  const [first] = lines as [Line];
  const column = { role: "amount" as const, heading, x0: 0, x1: 0, left: null, right: null, shared: false };
  const head = { page: first.page, line: 0, y: first.y, columns: [column], left: 0, right: 0 };
  return [{ head, amountColumns: [0], rows, told: [] }];
}

/** 数量 | 1台, or 数量：1台 in one text; null for any other line. */
function fieldIn(line: Line): Field | null {
  const [first, second, ...more] = line.segments;
  if (first === undefined || more.length > 0) return null;
  const parted = /^([^:：]{1,10})[:：]\s*(\S.*)$/.exec(first.text);
  const label = second === undefined ? (parted?.[1] ?? "") : first.text.replace(/[:：]\s*$/, "");
  const heading = headingOf(label);
  // 小計 and 合計 over a column are amounts; beside a figure of their own they are totals.
  if (heading?.sure !== true || (heading.role === "amount" && /計/.test(heading.word))) return null;
  const value = second ?? { ...first, text: parted?.[2] ?? "", value: null };
  return { line, role: heading.role, label, value };
}

function rowOf(name: Line | null, block: readonly Field[], money: Money): Row | null {
  const of = (role: Role): Segment | undefined => block.find((field) => field.role === role)?.value;
  const paid = of("amount");
  const amount = paid === undefined ? null : money(paid);
  const title = of("name")?.text ?? name?.segments.map(({ text }) => text).join("") ?? "";
  const called = title.replace(/^(?:[■□◆◇●○・※]|\(?\d{1,2}[.)．、]|[①-⑳])\s*/, "").trim();
  if (amount === null || called === "" || totalOf(called) !== null || /[。:：]/.test(called)) return null;
  const counted = quantityIn(of("quantity")?.text ?? "");
  const asked = of("unitPrice");
  const unitPrice = asked === undefined ? null : money(asked);
  return {
    table: 0,
    name: called,
    spec: of("spec")?.text ?? null,
    quantity: counted?.value ?? null,
    unit: of("unit")?.text ?? counted?.unit ?? null,
    unitPrice,
    amounts: [amount],
    taxRate: null,
    optional: false,
    afterTotal: false,
    proven: counted !== null && unitPrice !== null && agrees(counted.value, unitPrice, Math.abs(amount)),
    at: placeOf(block[0]?.line ?? (name as Line), [
      ...(name?.segments ?? []),
      ...block.flatMap(({ line }) => line.segments),
    ]),
  };
}
