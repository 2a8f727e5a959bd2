import type { Sheet } from "../core/workbook/workbook";
import { WorkbookError } from "./error";
import { isTrue, readXml } from "./xml";

interface WorkbookPart {
  readonly date1904: boolean;
  readonly sheets: readonly {
    readonly name: string;
    readonly visibility: Sheet["visibility"];
    readonly relationshipId: string;
  }[];
}

export function readWorkbookPart(text: string, part: string): WorkbookPart {
  let date1904 = false;
  const sheets: WorkbookPart["sheets"][number][] = [];
  readXml(text, part, {
    open(path, element) {
      if (path === "workbook/workbookPr") date1904 = isTrue(element.get("date1904"));
      else if (path === "workbook/sheets/sheet") {
        const state = element.get("state");
        sheets.push({
          name: element.get("name") ?? "",
          visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
          relationshipId: element.getIn("/relationships", "id") ?? "",
        });
      } else if (!path.includes("/") && path !== "workbook") {
        throw new WorkbookError("no-workbook", `${part} is a <${path}>`);
      }
    },
  });
  return { date1904, sheets };
}
