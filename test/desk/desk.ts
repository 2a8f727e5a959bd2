/** The desk as people run it. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { kenzan, newFolder, type Run } from "../cli/kenzan";
import { generate, writeTo, type Generated, type Wish } from "./generator";

export { content, rows, type Row } from "./ledger";

export const desk = (...args: string[]): Run => kenzan(["desk", ...args]);

export function applications(wish: Wish): { readonly folder: string; readonly truth: Generated } {
  const folder = join(newFolder(), "申請");
  mkdirSync(folder, { recursive: true });
  const truth = generate(wish);
  writeTo(folder, truth);
  return { folder, truth };
}

export const newOut = (): string => join(newFolder(), "out");
