import { circledNumber } from "../text/circled";

/** The item number (項番) that the name of a file or of a sheet carries. */
const NAMED =
  /(?:項番|整理番号|資料|別紙|添付|証憑|見積(?:書)?(?:No\.?)?|No\.?|№)[\s_-]*[(（]?0*(\d{1,3})(?![\d通部枚件社]|[年月日./]\d)/i;
/** 01_…, 4-…, "02 …", 5.…, (3)…, 01b_…; days (20250418, 2025-04) have more digits. */
const LEADING = /^[(（[【]?0*(\d{1,3})[)）\]】]?(?=[A-Za-z]?[_\-－ー―\s.．、,・）)(（【「])/;
/** 【5】…, (12)…: between brackets it needs nothing behind it. 第9号_…: as letters are numbered. */
const ENCLOSED = /^(?:[(（[【]0*(\d{1,3})[)）\]】]|第0*(\d{1,3})号(?=[_\s－ー―-]))/;
const RANGE = /^0*\d{1,3}\s*[-~〜～－]\s*0*\d{1,3}(?=[_\s.．・])/;

export function fileNumber(path: string): string | null {
  const name = (path.split("/").pop() ?? path).replace(/\.[A-Za-z\d]{2,5}$/, "");
  const circled = circledNumber(name);
  if (circled !== null) return circled;
  const folded = name.normalize("NFKC").trim();
  if (RANGE.test(folded)) return null;
  const leading = LEADING.exec(folded) ?? ENCLOSED.exec(folded) ?? /^0*(\d{1,3})$/.exec(folded);
  const number = /^項番/.test(folded)
    ? NAMED.exec(folded)?.[1]
    : (leading?.[1] ?? leading?.[2] ?? NAMED.exec(folded)?.[1]);
  return number === undefined ? null : number;
}

export function sheetNumber(name: string): string | null {
  const folded = name.normalize("NFKC").trim();
  return (
    /^(?:項番|No\.?|№|資料|見積(?:書)?)?[\s_-]*[(（]?0*(\d{1,3})[)）]?$/.exec(folded)?.[1] ??
    /^項番[\s_-]*0*(\d{1,3})/.exec(folded)?.[1] ??
    /^0*(\d{1,3})[_\s-]/.exec(folded)?.[1] ??
    null
  );
}
