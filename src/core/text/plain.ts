/**
 * The bare form in which words are compared: NFKC (full and half width, ㈱ …) without any white space.
 * For comparing only; what people read keeps its own form.
 */
export const plain = (text: string): string => (FOLDABLE.test(text) ? text.normalize("NFKC").replace(SPACE, "") : text);

const SPACE = /\s+/g;
/** Anything but what NFKC leaves as it is: printable ASCII, ×, kana, kanji and their brackets and stops. */
const FOLDABLE = /[^\u0021-\u007e\u00d7\u3001\u3002\u300c\u300d\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff]/;
