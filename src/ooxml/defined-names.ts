/** Names that a workbook defines, read without its sheets. */
import { Package } from "./package";
import { readXml } from "./xml";
import type { Codec } from "./zip/codec";

/** @throws WorkbookError where the bytes are no workbook */
export function definesName(bytes: Uint8Array, name: string, codec: Codec): boolean {
  const pack = new Package(bytes, codec);
  const part = pack.workbookPart();
  let found = false;
  readXml(pack.text(part), part, {
    open(path, element) {
      if (path === "workbook/definedNames/definedName") found ||= element.get("name") === name;
    },
  });
  return found;
}
