/** Texts that differ only in names and figures. */

/** A name in brackets, or a figure in yen: what differs between findings of one kind. */
const SLOT = /「[^」]*」|[\d,]+円/g;
export const shapeOf = (text: string): string => text.replace(SLOT, (slot) => (slot.startsWith("「") ? "「」" : "円"));
export const slotsOf = (text: string): string[] => text.match(SLOT) ?? [];

/** Which slots of these texts of one shape differ. */
export function differing(texts: readonly string[]): number[] {
  const slots = texts.map(slotsOf);
  return (slots[0] ?? []).flatMap((first, at) => (slots.every((own) => own[at] === first) ? [] : [at]));
}

/** Of differing slots those that are names, and those that are amounts. */
export function parted(text: string, at: readonly number[]): [names: number[], amounts: number[]] {
  const slots = slotsOf(text);
  const isName = (slot: number): boolean => (slots[slot] as string).startsWith("「");
  return [at.filter(isName), at.filter((slot) => !isName(slot))];
}

export function withSlots(
  text: string,
  at: readonly number[],
  by: { readonly name: string; readonly amount: string },
): string {
  let slot = -1;
  const filled = text.replace(/\s?(「[^」]*」|[\d,]+円)\s?/g, (all, own: string) => {
    slot += 1;
    return at.includes(slot) ? (own.startsWith("「") ? by.name : by.amount) : all;
  });
  return filled.replaceAll("金額次の金額", "金額（次のとおり）").replaceAll("（金額）", "");
}
