/** The grid's own functions would make a date of the text in `IF(A1="中小","2/3","1/2")`; in Excel it stays a text. */
import { functionLogical } from "@univerjs/preset-sheets-core";

export function keepTexts(): void {
  for (const [logical] of functionLogical) {
    if (typeof logical === "function") logical.prototype.isArgumentsIgnoreNumberPattern = () => true;
  }
}
