/** Whether a paper is of a line's vendor. */
import { isSameCompany } from "./likeness";
import type { DocumentRead } from "../document";

/** A former name that the paper tells is the same company. null when either is unknown. */
export function sameVendor(vendor: string | null, { issuer, formerly }: DocumentRead): boolean | null {
  const same = isSameCompany(vendor, issuer);
  return same === false && formerly.some((name) => isSameCompany(vendor, name) === true) ? true : same;
}
