import { readFileSync } from "node:fs";
import { join } from "node:path";
import { schemes } from "../../src/schemes";

test("every reading a scheme rests on is explained, once", () => {
  const page = readFileSync(join(__dirname, "../../docs/readings.md"), "utf8");
  const explained = [...page.matchAll(/^## (.+)$/gm)].map(([, id]) => id);
  const used = [...JSON.stringify(schemes).matchAll(/"reading":"([^"]+)"/g)].map(([, id]) => id);
  for (const id of new Set(used)) expect(explained).toContain(id);
  expect(new Set(explained).size).toBe(explained.length);
});
