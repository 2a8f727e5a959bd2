/** The order in which the schema wants the elements of a part (ECMA-376 part 1, annex A). */
import { childrenOf, type Span, type Splice } from "./spans";

const WORKSHEET =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst";
const WORKBOOK =
  "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst";
const STYLE_SHEET = "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst";

const ORDERS: Readonly<Record<string, readonly string[]>> = {
  worksheet: WORKSHEET.split(" "),
  workbook: WORKBOOK.split(" "),
  styleSheet: STYLE_SHEET.split(" "),
};

/** Puts a new child into a root element, behind all that must stand before it. */
export function insertChild(text: string, part: string, root: Span, local: string, xml: string): Splice {
  const order = ORDERS[root.local] ?? [];
  const rank = order.indexOf(local);
  let at = root.innerFrom;
  for (const child of childrenOf(text, part, root)) {
    const childRank = order.indexOf(child.local);
    if (childRank >= 0 && childRank <= rank) at = child.to;
  }
  return { from: at, to: at, text: xml };
}
