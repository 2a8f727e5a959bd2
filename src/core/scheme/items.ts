/** The items of a scheme, as figures refer to them. */
import type { ItemRef, Scheme } from "./scheme";

/** What a line or a category carries of its item. */
export interface Item {
  readonly middle: string | null;
  readonly minor?: string | null;
}

/** A reference without a minor item means the whole middle category. */
export const covers = (ref: ItemRef, item: Item): boolean =>
  ref.middle === item.middle && (ref.minor === undefined || ref.minor === item.minor);

/**
 * Under which name an item's cost is summed (`totals.byMiddle`): its middle category, but a minor item whose share
 * is limited on its own (備品費) stands apart, so that the limit can be followed.
 */
export function totalName(scheme: Scheme, item: Item): string | null {
  const apart = scheme.ratios.some(
    (ratio) =>
      ratio.minor !== undefined &&
      ratio.minor === item.minor &&
      item.middle !== null &&
      ratio.middles.includes(item.middle),
  );
  return apart && item.minor != null ? item.minor : item.middle;
}

/** The scheme as one frame has it: only the frame's own items. Without a frame, unchanged. */
export function inFrame(scheme: Scheme, frame: string | null): Scheme {
  if (frame === null || scheme.categories.every((category) => category.frames === undefined)) return scheme;
  return { ...scheme, categories: scheme.categories.filter(({ frames }) => frames?.includes(frame) ?? true) };
}
