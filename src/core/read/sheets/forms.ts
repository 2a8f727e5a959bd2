/** 購入申請1, 購入申請2, 購入申請3: one form, filled in on several sheets, one purchase each. */
import { compact } from "../../text/fold";
import { isBlank } from "../../workbook/grid";
import type { Sheet } from "../../workbook/workbook";

const MOST_ROWS = 60;
const FEWEST_LABELS = 3;

/** The labels at the left of a sheet, each with its row; null where it is no form. */
function labelsOf({ rows, visibility }: Sheet): string | null {
  if (visibility !== "visible" || rows.length > MOST_ROWS) return null;
  const labels = rows.flatMap(({ index, cells }) => {
    const [label, value] = cells.filter((cell) => !isBlank(cell));
    return typeof label?.value === "string" && value !== undefined ? [`${String(index)} ${compact(label.value)}`] : [];
  });
  return labels.length >= FEWEST_LABELS ? labels.join("\n") : null;
}

/** The sheets that are filled in on the same form as another one. */
export function filledForms(sheets: readonly Sheet[]): ReadonlySet<Sheet> {
  const byLabels = new Map<string, Sheet[]>();
  for (const sheet of sheets) {
    const labels = labelsOf(sheet);
    if (labels !== null) byLabels.set(labels, [...(byLabels.get(labels) ?? []), sheet]);
  }
  return new Set([...byLabels.values()].filter(({ length }) => length > 1).flat());
}
