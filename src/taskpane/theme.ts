import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from "@fluentui/react-components";

/** 藍, the indigo of ledgers. */
const indigo: BrandVariants = {
  10: "#03070c",
  20: "#0b1a2a",
  30: "#102a45",
  40: "#14365a",
  50: "#1a4068",
  60: "#1f4a78",
  70: "#22507e",
  80: "#24517f",
  90: "#3f6997",
  100: "#5780ad",
  110: "#6f97c2",
  120: "#8fb8e6",
  130: "#a5c6ec",
  140: "#bcd5f1",
  150: "#d3e4f6",
  160: "#e8eff7",
};
const fontFamilyBase = '"Yu Gothic UI", "Meiryo UI", "Hiragino Sans", "Noto Sans CJK JP", "Segoe UI", sans-serif';

export const lightTheme: Theme = { ...createLightTheme(indigo), fontFamilyBase };
export const darkTheme: Theme = {
  ...createDarkTheme(indigo),
  fontFamilyBase,
  colorBrandForeground1: indigo[120],
  colorBrandForeground2: indigo[130],
  colorBrandForegroundLink: indigo[120],
  colorBrandForegroundLinkHover: indigo[130],
  colorBrandStroke1: indigo[120],
  colorBrandBackground: indigo[120],
  colorBrandBackgroundHover: indigo[130],
  colorBrandBackgroundPressed: indigo[110],
  colorNeutralForegroundOnBrand: indigo[20],
};
