/** Addresses as Excel writes them: "B2", "A1:C9", "3:5", "C:D", "'予算 明細'!B2", and lists of those with commas. */
import { areaName, inSheet } from "../../core/workbook/addresses";
import { columnName, columnNumber, type Area } from "../../core/workbook/workbook";
import { invalidArgument } from "./errors";

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

export const WHOLE_SHEET: Area = { top: 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN };

/** Excel refuses longer address strings. */
const LONGEST_ADDRESS = 8192;

const PART = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/i;

/** @throws HostError InvalidArgument for anything that is no address of one rectangle */
export function parseArea(address: string): Area {
  const match = PART.exec(withoutSheet(address));
  const [, left, top, right, bottom] = match ?? [];
  if (match === null || (left === undefined && top === undefined)) throw invalidArgument("Worksheet.getRange");
  const isOne = !address.includes(":");
  if (isOne && (left === undefined || top === undefined)) throw invalidArgument("Worksheet.getRange");
  const rows = [top === undefined ? 1 : Number(top), Number((isOne ? top : bottom) ?? LAST_ROW)];
  const columns = [
    left === undefined ? 1 : columnNumber(left.toUpperCase()),
    (isOne ? left : right) === undefined ? LAST_COLUMN : columnNumber(((isOne ? left : right) as string).toUpperCase()),
  ];
  const area = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  if (area.top < 1 || area.bottom > LAST_ROW || area.right > LAST_COLUMN) throw invalidArgument("Worksheet.getRange");
  return area;
}

/** @throws HostError InvalidArgument, also above 8,192 characters */
export function parseAreas(addresses: string): Area[] {
  if (addresses.length > LONGEST_ADDRESS) throw invalidArgument("Worksheet.getRanges");
  return addresses.split(",").map((address) => parseArea(address.trim()));
}

/** "'My Sheet'!A1" → sheet and rest; sheet null where the address names none. */
export function splitSheet(address: string): { sheet: string | null; rest: string } {
  const at = address.lastIndexOf("!");
  if (at < 0) return { sheet: null, rest: address };
  const name = address.slice(0, at);
  const quoted = /^'(.*)'$/s.exec(name);
  return { sheet: quoted === null ? name : (quoted[1] as string).replace(/''/g, "'"), rest: address.slice(at + 1) };
}

const withoutSheet = (address: string): string => splitSheet(address).rest.trim();

export function formatArea(area: Area): string {
  if (area.left === 1 && area.right === LAST_COLUMN) return `${area.top}:${area.bottom}`;
  if (area.top === 1 && area.bottom === LAST_ROW) return `${columnName(area.left)}:${columnName(area.right)}`;
  return areaName(area);
}

/** "予算明細!A1"; quoted where the name holds anything but letters, digits and underscores. */
export const qualified = (sheet: string, address: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) ? `${sheet}!${address}` : inSheet(sheet, address);

export function intersection(a: Area, b: Area): Area | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top > area.bottom || area.left > area.right ? null : area;
}

export const bounding = (a: Area, b: Area): Area => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

export const contains = (outer: Area, inner: Area): boolean =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;
