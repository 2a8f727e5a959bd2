/** The names under which a workbook offers a scheme's items, and what these names say of classes. */
import { covers, totalName } from "../core/scheme/items";
import type { ApplicantClass } from "../core/scheme/terms";
import type { Category, ItemRef, Scheme } from "../core/scheme/scheme";

export interface ItemLabel {
  readonly label: string;
  readonly major: string | null;
  readonly category: Category;
}

/**
 * The choices of the item column: middle categories, but a minor item by its own name where a limit or a rate
 * depends on it. What the scheme never pays for (食糧費) is no choice.
 */
export function itemLabels(scheme: Scheme): readonly ItemLabel[] {
  const labels = new Map<string, ItemLabel>();
  const parts = scheme.frames.flatMap((frame) => frame.parts ?? []).flatMap((part) => part.items);
  for (const category of scheme.categories) {
    if (isNeverPaid(scheme, category)) continue;
    const apart = totalName(scheme, category);
    const byPart = parts.find((ref) => ref.minor !== undefined && covers(ref, category));
    const label = byPart?.minor === undefined ? (apart ?? category.middle) : `${category.middle}(${byPart.minor})`;
    if (!labels.has(label)) labels.set(label, { label, major: category.major, category });
  }
  return [...labels.values()];
}

const isNeverPaid = ({ exclusions }: Scheme, { kinds }: Category): boolean =>
  kinds.length > 0 && kinds.every((kind) => exclusions.some(({ trait }) => trait === kind));

/** The choices that a reference of a part or a ratio covers. */
export const labelsOf = (labels: readonly ItemLabel[], ref: ItemRef): readonly string[] =>
  labels.filter(({ category }) => covers(ref, category)).map(({ label }) => label);

const PLAIN_CLASSES: Readonly<Record<ApplicantClass, string>> = {
  sme: "中小企業",
  "non-sme": "中小企業以外",
  "mid-sized": "中堅企業",
  small: "小規模事業者",
  rehabilitating: "再生事業者",
  large: "大企業等",
};

/** How the scheme's own forms name the classes. */
export function classLabel(scheme: Scheme, word: ApplicantClass): string {
  const local: Partial<Record<ApplicantClass, string>> =
    scheme.city === undefined ? {} : { sme: "市内中小事業者", "non-sme": "市内中小事業者以外" };
  return local[word] ?? PLAIN_CLASSES[word];
}
