/** Fields that say what a row is about. */
import type { Field } from "../field";

export const CATEGORY_FIELDS: readonly Field[] = ["major", "middle", "minor", "category"];

/** The item, or the category that stands for it. */
export const ITEM_FIELDS: ReadonlySet<Field> = new Set<Field>(["description", ...CATEGORY_FIELDS]);
