/** CSV as Excel writes it (RFC 4180): quoted cells may hold commas, doubled quotes and line breaks. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|$)/y;
  while (cell.lastIndex < text.length) {
    const from = cell.lastIndex;
    const match = cell.exec(text);
    if (match === null) {
      // A stray quote: the rest of the line is taken as it stands.
      const end = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
      end.lastIndex = from;
      const rest = end.exec(text)?.[0] ?? "";
      row.push(rest.trimEnd());
      rows.push(row);
      row = [];
      cell.lastIndex = from + rest.length;
      continue;
    }
    row.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? "").trim());
    if (match[3] !== ",") {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push([...row, ""]);
  return rows;
}
