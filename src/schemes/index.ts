/** Every grant edition Kenzan knows, validated when first loaded. */
import { parseScheme } from "../core/scheme/loader";
import type { Scheme } from "../core/scheme/scheme";
import faisDx2025 from "./fais-dx-2025.json";

/** The one used when nothing else is said comes first. */
export const schemes: readonly Scheme[] = [faisDx2025].map(parseScheme);

export const schemeById = (id: string): Scheme | undefined => schemes.find((scheme) => scheme.id === id);
