import { itemsOfRows } from "../../judge/labour/shares";
import { cellName } from "../../workbook/workbook";
import { placeOf } from "../place";
import { defineLineRule } from "../rule";

/** No stated 中項目: the suggestion is shown. A stated 大項目 alone is not enough. */
export const categoryMissing = defineLineRule({
  id: "category/missing",
  severity: "info",
  check({ lines, scheme }, report) {
    if (scheme.categories.length === 0) return "not-applicable";
    for (const line of lines) {
      if (line.read.statedMiddle !== null || line.read.statedMinor !== null || line.read.discount) continue;
      const { major, middle, minor } = line.classification;
      const { at } = line.read;
      const hasColumn = at.middle !== undefined || at.category !== undefined;
      const items = itemsOfRows(line).map((item) => item.middle);
      report({
        at: placeOf(line, "middle", "category", "major"),
        data: {
          ...{ description: line.read.description, major, middle, minor },
          ...(items.length > 1 ? { items } : {}),
          ...(hasColumn ? {} : { noColumn: true }),
        },
        ...(items.length > 1 ? {} : fixFor(line)),
      });
    }
    return "checked";
  },
});

function fixFor(line: Parameters<typeof placeOf>[0]) {
  const at = line.read.at.middle;
  const { middle } = line.classification;
  if (at === undefined || middle === null) return {};
  return { fix: { kind: "review" as const, sheet: at.sheet, cell: cellName(at.row, at.column), value: middle } };
}
