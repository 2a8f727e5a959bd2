import { isTrue, readXml, unescapeXstring, type Element } from "./xml";

/** A text as cells show it: furigana left out, runs of rich text joined. */
export interface CellText {
  readonly text: string;
  /** Whether the runs of a rich text are all struck through; null = as the cell's own font says. */
  readonly struck: boolean | null;
}

/** The shared texts, by the index that cells name. */
export function readSharedStrings(text: string, part: string): CellText[] {
  const strings: CellText[] = [];
  let item: TextItem | null = null;
  readXml(text, part, {
    open(path, element) {
      if (path === "sst/si") item = new TextItem();
      else item?.open(path.slice("sst/si/".length), element);
    },
    text: (path, content) => item?.text(path.slice("sst/si/".length), content),
    close(path) {
      if (path === "sst/si" && item !== null) {
        strings.push(item.result());
        item = null;
      } else item?.close(path.slice("sst/si/".length));
    },
  });
  return strings;
}

/** Collects one CT_Rst (`si` or `is`) from the events inside it; paths start below it. */
export class TextItem {
  private whole = "";
  private piece = "";
  private keepSpace = false;
  /** Of the run being read: null until it has properties of its own. */
  private runStruck: boolean | null = null;
  private readonly runs = new Set<boolean | null>();

  open(path: string, element: Pick<Element, "get">): void {
    if (path === "t" || path === "r/t") {
      this.piece = "";
      this.keepSpace = element.get("xml:space") === "preserve";
    } else if (path === "r") this.runStruck = null;
    else if (path === "r/rPr") this.runStruck = false;
    else if (path === "r/rPr/strike") this.runStruck = isTrue(element.get("val"), true);
  }

  text(path: string, content: string): void {
    if (path === "t" || path === "r/t") this.piece += content;
  }

  close(path: string): void {
    if (path !== "t" && path !== "r/t") return;
    const text = unescapeXstring(this.keepSpace ? this.piece : trimXml(this.piece));
    this.whole += text;
    if (text.trim() !== "") this.runs.add(path === "t" ? null : this.runStruck);
  }

  result(): CellText {
    const struck = this.runs.has(false) ? false : this.runs.has(null) || this.runs.size === 0 ? null : true;
    return { text: this.whole, struck };
  }
}

/** White space in XML's sense only: an ideographic space is text. */
const trimXml = (text: string): string => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
