/** Small PDFs of an estimate as two kinds of programs write them: fonts named by a Japanese encoding, or glyph by glyph. */
import { zlibSync } from "fflate";

export interface Text {
  readonly x: number;
  /** From the top, points. */
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

export type Producer = "encoding" | "glyphs";

const hex = (units: Iterable<number>): string => [...units].map((unit) => unit.toString(16).padStart(4, "0")).join("");
const utf16 = (text: string): number[] => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

export function pdfOf(
  texts: readonly Text[],
  rules: readonly (readonly [number, number, number, number])[],
  by: Producer,
): Uint8Array {
  const glyphs = [...new Set(texts.flatMap(({ text }) => utf16(text)))].sort((a, b) => a - b);
  const show = (text: string): string =>
    by === "encoding" ? hex(utf16(text)) : hex(utf16(text).map((unit) => glyphs.indexOf(unit) + 1));
  const content =
    rules.map(([x0, y0, x1, y1]) => `0.5 w ${x0} ${842 - y0} m ${x1} ${842 - y1} l S`).join("\n") +
    "\nBT\n" +
    texts.map(({ x, y, size, text }) => `/F1 ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm <${show(text)}> Tj`).join("\n") +
    "\nET";
  const widths = glyphs.map((unit, at) => `${at + 1} [${unit < 0x7f ? 500 : 1000}]`).join(" ");
  const toUnicode =
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n" +
    chunks(
      glyphs.map((unit, at) => `<${hex([at + 1])}> <${hex([unit])}>`),
      100,
    )
      .map((some) => `${some.length} beginbfchar\n${some.join("\n")}\nendbfchar`)
      .join("\n") +
    "\nendcmap end end";
  const font =
    by === "encoding"
      ? [
          "<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UTF16-H /DescendantFonts [5 0 R] >>",
          "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >> /DW 1000 /W [1 [ " +
            "500 ".repeat(95) +
            "]] /FontDescriptor 6 0 R >>",
        ]
      : [
          "<< /Type /Font /Subtype /Type0 /BaseFont /KenzanTest /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 8 0 R >>",
          `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /KenzanTest /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [${widths}] /FontDescriptor 6 0 R >>`,
        ];
  const objects: (string | Uint8Array)[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
    ...font,
    "<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
    stream(content),
    stream(toUnicode),
  ];
  return assemble(objects);
}

/** One picture over the whole page, as a scanner leaves it. */
export function imagePdf(): Uint8Array {
  const side = 64;
  const grey = Uint8Array.from({ length: side * side }, (_, at) => (at % 7 === 0 ? 0x30 : 0xf4));
  const picture = concat([
    bytesOf(
      `<< /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length ${grey.length} >>\nstream\n`,
    ),
    grey,
    bytesOf("\nendstream"),
  ]);
  return assemble([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
    stream("q 595 0 0 842 0 0 cm /I Do Q"),
    picture,
  ]);
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function stream(text: string): Uint8Array {
  const packed = zlibSync(bytesOf(text));
  return concat([
    bytesOf(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
    packed,
    bytesOf("\nendstream"),
  ]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function assemble(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts: Uint8Array[] = [bytesOf("%PDF-1.5\n%\u00e2\u00e3\n")];
  const offsets: number[] = [];
  let length = (parts[0] as Uint8Array).length;
  const put = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
  };
  for (const [at, object] of objects.entries()) {
    offsets.push(length);
    put(bytesOf(`${at + 1} 0 obj\n`));
    put(typeof object === "string" ? bytesOf(object) : object);
    put(bytesOf("\nendobj\n"));
  }
  const start = length;
  put(
    bytesOf(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return concat(parts);
}
