import { isPlain, normal, unspaced } from "./fold";

/**
 * The bare form in which words are compared: NFKC (full and half width, ㈱ …) without any white space.
 * For comparing only; what people read keeps its own form.
 */
export const plain = (text: string): string => (isPlain(text) ? text : unspaced(normal(text)));
