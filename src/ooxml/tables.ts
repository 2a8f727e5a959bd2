import type { TableObject } from "../core/workbook/workbook";
import { damaged } from "./error";
import { parseArea } from "./references";
import { readXml } from "./xml";

export function readTable(text: string, part: string): TableObject {
  let table: TableObject | null = null;
  readXml(text, part, {
    open(path, element) {
      if (path !== "table") return;
      table = {
        name: element.get("displayName") ?? element.get("name") ?? "",
        area: parseArea(element.get("ref") ?? ""),
        headerRows: Number(element.get("headerRowCount") ?? 1),
        totalsRows: Number(element.get("totalsRowCount") ?? 0),
      };
    },
  });
  return table ?? fail(part);
}

function fail(part: string): never {
  throw damaged(`${part} holds no table`);
}
