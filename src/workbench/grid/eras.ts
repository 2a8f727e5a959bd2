/** Japanese eras, which the grid's number formats do not know: the text a date shows under a format such as [$-411]ge.m.d. */

const ERAS = [
  { from: Date.UTC(2019, 4, 1), letter: "R", short: "令", name: "令和", first: 2019 },
  { from: Date.UTC(1989, 0, 8), letter: "H", short: "平", name: "平成", first: 1989 },
  { from: Date.UTC(1926, 11, 25), letter: "S", short: "昭", name: "昭和", first: 1926 },
  { from: Date.UTC(1912, 6, 30), letter: "T", short: "大", name: "大正", first: 1912 },
  { from: Date.UTC(1868, 0, 25), letter: "M", short: "明", name: "明治", first: 1868 },
] as const;

const DAY = 86_400_000;
const WEEKDAYS = "日月火水木金土";

/** Literal parts in quotes or behind a backslash do not count. */
export const isEraFormat = (format: string): boolean =>
  /[ge]/i.test(bare(format)) && !/general|e[+-]/i.test(bare(format));

const bare = (format: string): string => format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");

/** @param serial days as Excel counts them */
export function eraText(serial: number, format: string, date1904: boolean): string {
  const time = Math.floor(serial - (date1904 ? 24_107 : 25_569)) * DAY;
  const date = new Date(time);
  const era = ERAS.find(({ from }) => time >= from) ?? ERAS[4];
  const year = date.getUTCFullYear() - era.first + 1;
  const two = (value: number) => String(value).padStart(2, "0");
  const section = (format.split(";")[0] ?? format).replace(/\[[^\]]*\]/g, "");
  return section.replace(
    /"([^"]*)"|\\(.)|ggg|gg|g|ee|e|yyyy|yy|mm|m|dd|d|aaaa|aaa/gi,
    (token, quoted?: string, escaped?: string) => {
      if (quoted !== undefined) return quoted;
      if (escaped !== undefined) return escaped;
      switch (token.toLowerCase()) {
        case "ggg":
          return era.name;
        case "gg":
          return era.short;
        case "g":
          return era.letter;
        case "ee":
          return two(year);
        case "e":
          return String(year);
        case "yyyy":
          return String(date.getUTCFullYear());
        case "yy":
          return two(date.getUTCFullYear() % 100);
        case "mm":
          return two(date.getUTCMonth() + 1);
        case "m":
          return String(date.getUTCMonth() + 1);
        case "dd":
          return two(date.getUTCDate());
        case "d":
          return String(date.getUTCDate());
        default:
          return `${WEEKDAYS[date.getUTCDay()] ?? ""}${token.length === 4 ? "曜日" : ""}`;
      }
    },
  );
}
