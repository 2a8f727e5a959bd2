/** Upper limits as they apply to one applicant. */
import type { ApplicantClass } from "../scheme/terms";
import type { Banded, ByClass, Frame } from "../scheme/scheme";
import { forClass } from "./rates";

export type Cap =
  | { readonly known: true; readonly yen: number }
  /** `above`: the limit of the next smaller band, which the unstated one does not undercut. */
  | { readonly known: false; readonly missing: "employees" | "applicant" | "cap"; readonly above: number };

const isByClass = (cap: Banded | ByClass<Banded>): cap is ByClass<Banded> => typeof cap === "object" && !("by" in cap);

/** The figure that a number of employees falls into. Yen. */
function inBand(figure: Banded, employees: number | null): Cap {
  if (typeof figure === "number") return { known: true, yen: figure };
  if (employees === null) return { known: false, missing: "employees", above: 0 };
  const index = figure.bands.findIndex(({ to }) => to === undefined || employees <= to);
  const yen = figure.bands[index]?.yen ?? null;
  if (yen !== null) return { known: true, yen };
  return { known: false, missing: "cap", above: figure.bands[index - 1]?.yen ?? 0 };
}

/** The frame's own cap; null when only its parts are capped. */
export function frameCap(frame: Frame, applicant: ApplicantClass, employees: number | null): Cap | null {
  if (frame.cap === null) return null;
  if (!isByClass(frame.cap)) return inBand(frame.cap, employees);
  const own = forClass(frame.cap, applicant);
  return own === undefined ? { known: false, missing: "applicant", above: 0 } : inBand(own, employees);
}

/** Every cap a frame may have, for showing it whole. */
export function capsOf(
  frame: Pick<Frame, "cap">,
): readonly { readonly class: ApplicantClass | null; readonly figure: Banded }[] {
  if (frame.cap === null) return [];
  if (!isByClass(frame.cap)) return [{ class: null, figure: frame.cap }];
  return Object.entries(frame.cap).map(([word, figure]) => ({ class: word as ApplicantClass, figure }));
}
