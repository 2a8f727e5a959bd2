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

function width(family: string): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (context === null) return 0;
  context.font = `40px ${family}`;
  return context.measureText(SAMPLE).width;
}
