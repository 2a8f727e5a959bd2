/** Changes of a text that leave every other character as it is. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with splices done, and the splices that undo them. Splices must not overlap; equal places keep their order. */
export function applySplices(text: string, splices: readonly Splice[]): { text: string; undo: Splice[] } {
  const undo: Splice[] = [];
  const pieces: string[] = [];
  let length = 0;
  let at = 0;
  const write = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const splice of [...splices].sort((a, b) => a.from - b.from || a.to - b.to)) {
    write(text.slice(at, splice.from));
    undo.push({ from: length, to: length + splice.text.length, text: text.slice(splice.from, splice.to) });
    write(splice.text);
    at = splice.to;
  }
  write(text.slice(at));
  return { text: pieces.join(""), undo };
}

export const insertAt = (at: number, text: string): Splice => ({ from: at, to: at, text });

export const replace = ({ from, to }: { readonly from: number; readonly to: number }, text: string): Splice => ({
  from,
  to,
  text,
});

export const cut = (span: { readonly from: number; readonly to: number }): Splice => replace(span, "");
