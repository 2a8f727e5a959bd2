/** Items said once more in another language in the row below (温度記録計 over Temperature logger): those rows are left out. */
import { normal } from "../../text/fold";
import { isBlank } from "../../workbook/grid";
import { redrawn, type Redrawn } from "../../workbook/redrawn";
import { cellIn, type Row, type Sheet } from "../../workbook/workbook";

const ROWS_CHECKED = 60;
const FEWEST_ROWS = 2;
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Words, not the name of a model. */
const FOREIGN = /^(?=.*\p{Ll}{3})[\p{Script=Latin}\s.,&'()/-]+$/u;

/** null where no rows of a sheet stand so; only its first rows say whether any do. */
export function dropTranslations(sheet: Sheet): Redrawn | null {
  const first = sheet.rows.slice(0, ROWS_CHECKED);
  const found = first.filter((row, at) => isTranslation(row, first[at - 1]));
  const figured = first.filter(({ cells }) => cells.some(({ value }) => typeof value === "number"));
  if (found.length < FEWEST_ROWS || found.length * 2 < figured.length) return null;
  const rows = sheet.rows.filter((row, at) => !isTranslation(row, sheet.rows[at - 1]));
  return redrawn(
    sheet,
    rows.map((row) => ({ row, from: row.index })),
    sheet.merges,
    true,
  );
}

/** Foreign words alone, right below Japanese ones beside figures. */
function isTranslation(row: Row, above: Row | undefined): boolean {
  const [only, ...more] = row.cells.filter((cell) => !isBlank(cell));
  if (only === undefined || more.length > 0 || above?.index !== row.index - 1) return false;
  const [own, said] = [only.value, cellIn(above, only.column)?.value];
  return (
    typeof own === "string" &&
    typeof said === "string" &&
    FOREIGN.test(normal(own)) &&
    JAPANESE.test(said) &&
    above.cells.some(({ value }) => typeof value === "number")
  );
}
