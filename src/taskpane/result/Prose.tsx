import type { ReactNode } from "react";

/** The few forms that the pages of the rules are written in: headings, paragraphs, lists, tables and quotations. */
export function Prose({ text }: { readonly text: string }) {
  return text
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== "")
    .map((block, index) => <Block key={index} lines={block.trim().split("\n")} />);
}

function Block({ lines }: { readonly lines: readonly string[] }) {
  const [first = ""] = lines;
  const heading = /^#+ (.*)$/.exec(first);
  if (heading !== null) return <h5>{inline(heading[1] ?? "")}</h5>;
  if (first.startsWith("- "))
    return (
      <ul>
        {joined(lines, /^- /).map((item, index) => (
          <li key={index}>{inline(item)}</li>
        ))}
      </ul>
    );
  if (first.startsWith("> "))
    return (
      <blockquote>
        {lines.map((line, index) => (
          <p key={index}>{inline(line.replace(/^> ?/, ""))}</p>
        ))}
      </blockquote>
    );
  if (first.startsWith("|")) return <Table lines={lines} />;
  return <p>{inline(lines.join(" "))}</p>;
}

/** Lines that go on an item belong to it. */
function joined(lines: readonly string[], start: RegExp): readonly string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (start.test(line)) items.push(line.replace(start, ""));
    else items.push(`${items.pop() ?? ""} ${line.trim()}`);
  }
  return items;
}

function Table({ lines }: { readonly lines: readonly string[] }) {
  const cellsOf = (line: string) => line.replace(/^\||\|$/g, "").split("|");
  const [head = "", , ...rows] = lines;
  return (
    <table>
      <thead>
        <tr>
          {cellsOf(head).map((cell, index) => (
            <th key={index} scope="col">
              {inline(cell.trim())}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {cellsOf(row).map((cell, at) => (
              <td key={at}>{inline(cell.trim())}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** **Bold** and `code`; of a link its words, since the other pages are opened at their own findings. */
function inline(text: string): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)]+\))/).map((part, index) => {
    if (part.startsWith("**")) return <strong key={index}>{part.slice(2, -2)}</strong>;
    if (part.startsWith("`")) return <code key={index}>{part.slice(1, -1)}</code>;
    const link = /^\[([^\]]+)\]\(/.exec(part);
    return link === null ? part : link[1];
  });
}
