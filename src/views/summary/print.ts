/** How Kenzan's own sheets are printed: wide tables on paper laid across, each page with its foot. */
import { VERSION } from "../version";
import type { PrintSetup, SheetModel } from "./model";

/**
 * A4 across, fitted to its width.
 * @param foot what stands beside the page's number after product and edition; nothing where there is no more to say
 */
export const printed = (
  area: SheetModel["area"],
  { product = "Kenzan", foot = "", ...more }: Partial<PrintSetup> & { readonly product?: string } = {},
): PrintSetup => ({
  paper: "A4",
  orientation: "landscape",
  pagesWide: 1,
  area,
  margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.7 },
  foot: [`${product} ${VERSION}`, foot].filter((part) => part !== "").join(" ・ "),
  ...more,
});
