/**
 * Remarks about the paperwork: "項番3", "No.3", "見積①", "(5)" say where an estimate is filed, "同等品可" what may be
 * delivered, and neither what the line is.
 */

/** A reference with its name, anywhere in the remarks. */
const NAMED =
  /(?:(?:見積|証憑|証拠|資料|書類|請求|領収|添付)(?:書類?)?(?:の)?(?:項番|番号|no|№)?|項番|整理番号|(?<![a-z])no|№)(?:[.．:：#＃-]|\s)*[(（]?(?:\d{1,4}(?:-\d{1,3})?|[①-⑳㉑-㉟㊱-㊿])[)）]?(?:[・~～〜,、](?:\d{1,4}|[①-⑳㉑-㉟㊱-㊿])(?!\d))*(?![\d.,]|[^\s、,，。;；/／・)）])/giu;
/** Another maker's may be delivered: said of the order, not of what is bought. */
const ANY_MAKER =
  /(?:(?:メーカー?|ﾒｰｶｰ|銘柄|型番)の?(?:指定|限定)は?(?:なし|無し|しない)[、,。]?)?同等(?:品|機)?(?:以上)?(?:の(?:もの|物|他社品))?(?:でも|で|も)?(?:可能?|ok|よい|良い|いい|認める|構わない|差し支えない)(?:です|とする)?。?/giu;
/** 労務費シートのとおり, 別紙参照: another table says it. */
const SAID_ELSEWHERE =
  /[^\s、,，。;；]{0,12}(?:シート|別紙\d*|別表\d*|別添|一覧表?|内訳書?|明細書?|計算書|算[定出]表|積算書?|労務費|人件費)(?:の?(?:とおり|通り)|(?:を)?参照|による|に記載)(?:です)?/gu;
/** What every such reference ends in. */
const MAY_REFER = /とおり|通り|参照|による|に記載/;
/** Nothing but a number, or the name of the document or the sheet alone. */
const BARE =
  /^\s*(?:[(（[【]?\s*[#＃№]?(?:\d{1,3}(?:-\d{1,3})?|[①-⑳㉑-㉟㊱-㊿])\s*[)）\]】.．]?|(?:御?見積書?|積算書)(?:の?(?:通り|とおり|参照))?|[^\s、,，。;；]{0,12}(?:(?:費|別|明細|内訳|計算|積算|工数|時間)シート|別[紙表]\d*))\s*$/u;
const MAYBE = /[\d０-９①-⑳㉑-㉟㊱-㊿]|見積|積算|同等|とおり|通り|参照|シート|別[紙表]/;

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/;
const fullWidth = new RegExp(FULL_WIDTH, "g");
const narrow = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 0xfee0);

/** The remarks with blanks in place of references, as long as before: places in it stay places as typed. */
export function withoutReferences(note: string): string {
  if (!MAYBE.test(note)) return note;
  const text = FULL_WIDTH.test(note) ? note.replace(fullWidth, narrow) : note;
  if (BARE.test(text)) return "";
  let rest = blanked(note, text, NAMED);
  if (MAY_REFER.test(text)) rest = blanked(rest, text, SAID_ELSEWHERE);
  if (text.includes("同等")) rest = blanked(rest, text, ANY_MAKER);
  return rest === note ? note : /^[\s、,，。;；/／・()（）]*$/.test(rest) ? "" : rest;
}

/** `rest` with blanks where the pattern finds something in `text`, which is as long. */
function blanked(rest: string, text: string, pattern: RegExp): string {
  pattern.lastIndex = 0;
  let left = rest;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text))
    left = left.slice(0, found.index) + " ".repeat(found[0].length) + left.slice(found.index + found[0].length);
  return left;
}
