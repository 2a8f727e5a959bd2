/** Names of colours as sheets write them, and which of the colours of a sheet they mean. */

/** In the order in which they are looked for: 黄緑 is no 黄, 水色 no 色. */
const NAMES = {
  grey: "灰色|灰|グレー|グレイ|鼠色|ねずみ色|gr[ae]y",
  green: "黄緑色?|緑色?|みどり|グリーン|green",
  orange: "橙色?|だいだい|オレンジ|orange",
  yellow: "黄色?|きいろ|イエロー|yellow",
  red: "赤色?|朱色?|あか|レッド|red",
  aqua: "水色|みずいろ|空色|ライトブルー",
  blue: "青色?|紺色?|あお|ブルー|blue",
  purple: "紫色?|むらさき|パープル|purple",
  pink: "桃色?|ピンク|pink",
  brown: "茶色?|ブラウン|brown",
  /** 色付きのセル, 網掛け: whatever the colour. */
  any: "色(?:の)?(?:付|つ|が付|がつ)(?:き|け|いた|いている|けた)|着色|網掛け?|網かけ|塗りつぶし|塗りつぶした|マーカー|ハイライト|カラー",
} as const;

export type ColourName = keyof typeof NAMES;

/** Of every name, each with a group of its own. */
export const COLOUR_NAMES = Object.entries(NAMES)
  .map(([name, words]) => `(?<${name}>${words})`)
  .join("|");

/** Which name a match of `COLOUR_NAMES` is. */
export const nameOf = (groups: Readonly<Record<string, string | undefined>>): ColourName | undefined =>
  (Object.keys(NAMES) as ColourName[]).find((name) => groups[name] !== undefined);

interface Shade {
  /** Degrees; 0 is red. */
  readonly hue: number;
  /** 0 of greys, 1 of pure colours. */
  readonly chroma: number;
  /** 0 black, 1 white. */
  readonly light: number;
}

function shadeOf(colour: string): Shade {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const chroma = most - least;
  const sixths =
    chroma === 0
      ? 0
      : most === r
        ? ((g - b) / chroma + 6) % 6
        : most === g
          ? (b - r) / chroma + 2
          : (r - g) / chroma + 4;
  return { hue: sixths * 60, chroma, light: (most + least) / 2 };
}

/** Pale tints of grey and of colours come close: below this, a tint is called grey. */
const GREYISH = 0.09;

/** From where to where people call a hue so, and where it is so most of all. */
const HUES: Readonly<Partial<Record<ColourName, readonly [from: number, to: number, most: number]>>> = {
  red: [-20, 18, 0],
  orange: [12, 48, 34],
  yellow: [38, 76, 56],
  green: [70, 172, 125],
  aqua: [165, 216, 192],
  blue: [184, 262, 222],
  purple: [248, 318, 278],
  pink: [298, 378, 335],
  brown: [8, 46, 26],
};

/** How far a colour is from what a name says; Infinity where nobody calls it so. Colours are "#rrggbb". */
export function distanceTo(name: ColourName, colour: string): number {
  const { hue, chroma, light } = shadeOf(colour);
  if (name === "any") return 180;
  if (name === "grey") return chroma < GREYISH ? 0 : Infinity;
  const range = HUES[name];
  if (range === undefined || chroma < 0.04) return Infinity;
  const [from, to, most] = range;
  const turned = [hue - 360, hue, hue + 360].find((at) => at >= from && at <= to);
  if (turned === undefined) return Infinity;
  // A dark pink is red, a pale orange no brown.
  if (name === "pink" && turned > 345 && light < 0.72) return Infinity;
  if (name === "brown" && light > 0.55) return Infinity;
  // Pale yellows stand nearer to orange than pure ones.
  return Math.abs(turned - (name === "yellow" && light > 0.8 ? 47 : most)) + (chroma < GREYISH ? 60 : 0);
}
