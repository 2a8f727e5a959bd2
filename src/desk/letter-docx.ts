/** The letter as a Word document (docx: writes WordprocessingML, and nothing else). */
import {
  AlignmentType,
  Document,
  HeightRule,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { REASON_MARK, type LetterNote } from "../core/desk/asked";
import { withNote } from "../ooxml/word";
import { nodeCodec } from "../ooxml/zip/node-codec";
import { kindOf, mendedLines, pointLines, type Letter } from "../views/desk/letter/letter";

const FONT = { ascii: "Yu Mincho", eastAsia: "游明朝", hAnsi: "Yu Mincho", hint: "eastAsia" } as const;
/** Half points. */
const SIZE = 21;
const SMALL = 19;
/** Twentieths of a point, A4 upright without margins. */
const COLUMNS = [600, 900, 2300, 3050, 2588] as const;

/** Twentieths of a point: two lines. */
const ANSWER_HEIGHT = 720;

type Align = (typeof AlignmentType)[keyof typeof AlignmentType];

const paragraph = (
  text: string,
  more: { align?: Align; bold?: boolean; size?: number; after?: number; keepNext?: boolean } = {},
): Paragraph =>
  new Paragraph({
    keepNext: more.keepNext ?? false,
    alignment: more.align ?? AlignmentType.LEFT,
    spacing: { after: more.after ?? 60, line: 300 },
    children: [new TextRun({ text, font: FONT, size: more.size ?? SIZE, bold: more.bold ?? false })],
  });

export async function letterDocx(letter: Letter): Promise<Uint8Array> {
  const children = [
    ...letter.date.map((line) => paragraph(line, { align: AlignmentType.RIGHT })),
    ...letter.addressee.map((line) => paragraph(line, { bold: true })),
    ...letter.sender.map((line) => paragraph(line, { align: AlignmentType.RIGHT })),
    paragraph(""),
    paragraph(letter.subject, { align: AlignmentType.CENTER, bold: true, size: 26, after: 200 }),
    ...letter.opening.map((line) => paragraph(`\u3000${line}`)),
    ...mendedLines(letter, "・").flatMap(([first = "", ...points]) => [
      paragraph(`\u3000${first}`),
      ...points.map((point) => paragraph(point, { size: SMALL, after: 20 })),
    ]),
    paragraph("記", { align: AlignmentType.CENTER, after: 120 }),
    itemsTable(letter),
    // What closes the letter stays together: no page holds 以上 alone.
    paragraph("", { keepNext: true }),
    ...letter.closing.map((line) => paragraph(`\u3000${line}`, { keepNext: true })),
    paragraph("以上", { align: AlignmentType.RIGHT }),
  ];
  const document = new Document({
    creator: "Kenzan",
    title: letter.subject,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838, orientation: PageOrientation.PORTRAIT },
            margin: { top: 1134, bottom: 1134, left: 1234, right: 1234 },
          },
        },
        children,
      },
    ],
  });
  const { application, items } = letter;
  const note: LetterNote = { application, items: items.map(({ number, findings }) => ({ number, findings })) };
  return withNote(new Uint8Array(await Packer.toBuffer(document)), JSON.stringify(note), nodeCodec);
}

/** Of each number a row, and below it one to answer in. */
function itemsTable({ items, answer }: Letter): Table {
  const heads = ["番号", "種類", "箇所", "指摘と根拠", "お願い"];
  const cell = (texts: readonly string[], at: number, { head = false, span = 1, keepNext = false } = {}): TableCell =>
    new TableCell({
      width: { size: COLUMNS.slice(at, at + span).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnSpan: span,
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      ...(head ? { shading: { fill: "DDEBF7" } } : {}),
      children: texts.map((text) =>
        paragraph(text, {
          size: SMALL,
          bold: head,
          keepNext,
          align: span === 1 && (head || at < 2) ? AlignmentType.CENTER : AlignmentType.LEFT,
        }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [...COLUMNS],
    width: { size: COLUMNS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, children: heads.map((head, at) => cell([head], at, { head: true })) }),
      ...items.flatMap((item) => {
        const reasons = item.reason === "" ? [] : item.reason.split("\n").map((line) => `${REASON_MARK}${line}`);
        const texts = [
          [String(item.number)],
          kindOf(item),
          item.places,
          [...pointLines(item), ...reasons],
          item.request.split("\n"),
        ];
        return [
          new TableRow({ cantSplit: true, children: texts.map((own, at) => cell(own, at, { keepNext: true })) }),
          new TableRow({
            height: { value: ANSWER_HEIGHT, rule: HeightRule.ATLEAST },
            children: [cell([answer], 0, { head: true, span: 2 }), cell([""], 2, { span: 3 })],
          }),
        ];
      }),
    ],
  });
}
