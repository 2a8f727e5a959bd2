/** `npm run bench`: every figure that Kenzan promises, measured in one run on this machine. */
import { checking } from "./checking";
import { command } from "./command";
import { print, type Figure } from "./figure";

function main(root: string): void {
  const figures: Figure[] = [];
  for (const part of [checking, command]) figures.push(...part(root));
  process.stdout.write(`${print(figures)}\n`);
}

main(process.cwd());
