/** Parts of written workbooks, to compare them before and after. */
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";

/** Parts as text, one character a byte: quick to compare. */
export const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([part, data]) => [part, Buffer.from(data).toString("latin1")]),
  );
export const textOf = (bytes: Uint8Array, part: string) => Buffer.from(unzipSync(bytes)[part] ?? []).toString();

/** Elements of a document as "path attribute=value", each as often as it stands there. */
export function elements(part: string, data: Uint8Array): string[] {
  const found: string[] = [];
  const path: string[] = [];
  const parser = new SaxesParser({ xmlns: false, fileName: part });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    path.push(name);
    found.push(path.join("/"));
    for (const [key, value] of Object.entries(attributes)) found.push(`${path.join("/")} ${key}=${value}`);
  });
  parser.on("text", (text) => found.push(`${path.join("/")} ${text}`));
  parser.on("closetag", () => path.pop());
  parser.write(Buffer.from(data).toString()).close();
  return found;
}

/** What a part no longer holds; the counts of lists that grew aside. */
export function lost(part: string, before: Uint8Array, after: Uint8Array): string[] {
  const left = new Map<string, number>();
  for (const item of elements(part, after)) left.set(item, (left.get(item) ?? 0) + 1);
  return elements(part, before).filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0 && !/(numFmts|fonts|fills|borders|cellXfs|dxfs) count=/.test(item);
  });
}
