import { categorise } from "../../../src/core/classify/categorise";
import { classify } from "../../../src/core/classify/classify";
import type { Classification, LineText } from "../../../src/core/classify/nature";
import { fraction } from "../../../src/core/money/fraction";
import type { Scheme } from "../../../src/core/scheme/scheme";
import { schemeById } from "../../../src/schemes";

export const dx = schemeById("fais-dx-2025") as Scheme;

export interface Typed {
  readonly vendor?: string;
  readonly price?: number;
  readonly quantity?: number;
  readonly unit?: string;
  readonly note?: string;
  readonly stated?: string;
}

export const lineOf = (description: string, typed: Typed = {}): LineText => ({
  description,
  specification: null,
  vendor: typed.vendor ?? null,
  unitPrice: typed.price === undefined ? null : fraction(typed.price),
  quantity: typed.quantity === undefined ? null : fraction(typed.quantity),
  unit: typed.unit ?? null,
  note: typed.note ?? null,
  statedMajor: null,
  statedMiddle: typed.stated ?? null,
  statedMinor: null,
});

export function judge(description: string, typed: Typed = {}, scheme: Scheme = dx): Classification {
  const line = lineOf(description, typed);
  return categorise(classify(line, 2025), line, scheme);
}
