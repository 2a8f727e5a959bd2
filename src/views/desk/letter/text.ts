/** The letter as it is sent by mail, or pasted anywhere. */
import { kindOf, mendedLines, pointLines, type Letter } from "./letter";

export function letterText(letter: Letter): string {
  const blocks = [
    letter.date.join("\n"),
    letter.addressee.join("\n"),
    letter.sender.join("\n"),
    letter.subject,
    letter.opening.join("\n"),
    ...mendedLines(letter, "・").map((lines) => lines.join("\n")),
    "記",
    ...letter.items.map((item) =>
      [
        `${String(item.number)}. 【${kindOf(item).join("・")}】`,
        ...under("   箇所\u3000: ", item.places),
        ...under("   指摘\u3000: ", pointLines(item)),
        ...under("   根拠\u3000: ", item.reason === "" ? [] : item.reason.split("\n")),
        ...under("   お願い: ", item.request === "" ? [] : item.request.split("\n")),
        "   ご回答\u3000:",
      ].join("\n"),
    ),
    letter.closing.join("\n"),
    "以上",
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

const under = (head: string, lines: readonly string[]): string[] =>
  lines.map((line, at) => `${at === 0 ? head : " ".repeat(11)}${line}`);
