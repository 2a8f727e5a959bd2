/** `node scripts/check-scheme.mjs FILE`, as somebody who adds an edition runs it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import dx2025 from "../../src/schemes/fais-dx-2025.json";

const root = join(__dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "kenzan-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(name: string, content: string) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const { status, stdout, stderr } = spawnSync("node", ["scripts/check-scheme.mjs", file], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const next = { ...dx2025, id: "fais-dx-2026" };

test("a right file is read back in words", () => {
  const { status, stdout } = run("fais-dx-2026.json", JSON.stringify(next));
  expect(status).toBe(0);
  expect(stdout).toContain("計画策定枠: 率 中小 2/3 ／ 中小以外 1/2、上限 2,000,000円");
});

test.each([
  [
    "fais-dx-2026.json",
    JSON.stringify({ ...next, period: { ...next.period, to: "2026-02-30" } }),
    /period\.to: .*暦にない/,
  ],
  ["fais-dx-2027.json", JSON.stringify(next), /ファイル名/],
  ["fais-dx-2026.json", "{", /JSONとして読めません/],
])("a wrong %s is refused in a sentence", (name, content, reason) => {
  const { status, stderr } = run(name, content);
  expect(status).toBe(1);
  expect(stderr).toMatch(reason);
  expect(stderr).not.toMatch(/at .*\.c?js/);
});
