/** Whether a font is on this computer; a canvas would draw a missing one in an ugly substitute. */
const known = new Map<string, boolean>();
const SAMPLE = "検算Kenzan0123";

export function hasFont(name: string): boolean {
  let has = known.get(name);
  if (has === undefined)
    known.set(name, (has = ["monospace", "serif"].some((other) => width(`"${name}", ${other}`) !== width(other))));
  return has;
}

let context: CanvasRenderingContext2D | null = null;

const width = (family: string): number => widthIn(`40px ${family}`);

/** Has the browser find it now, as it does at its first use, and again after it freed memory. @param font as a canvas takes it */
export const findFont = (font: string): void => void widthIn(font);

function widthIn(font: string): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (context === null) return 0;
  context.font = font;
  return context.measureText(SAMPLE).width;
}
