/** Folders as they come out of .zip files of Windows on Linux: their names are Shift_JIS, and no UTF-8. */
import { cpSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "../cli/kenzan";
import { content, desk, newOut, rows } from "./desk";

const SAMPLE = join(__dirname, "../../samples/transformation-errors.xlsx");
/** Taken for UTF-8, the first two read the same. */
const SHIFT_JIS = { 東京: "938c8b9e", 実績: "8ec090d1", 予算書: "975c8e5a8f91" };

/** Gives what is named so the name that it has on Windows, as Linux keeps it. */
function fromWindows(folder: string, name: keyof typeof SHIFT_JIS, ending = ""): void {
  const bytes = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(SHIFT_JIS[name], "hex"), Buffer.from(ending)]);
  renameSync(join(folder, `${name}${ending}`), bytes);
}

describe("names that are no UTF-8", () => {
  if (process.platform !== "linux") return it.skip("are of Linux alone", () => undefined);
  const place = newFolder();
  for (const name of ["東京", "実績"]) {
    mkdirSync(join(place, name, "見積"), { recursive: true });
    cpSync(SAMPLE, join(place, name, "予算書.xlsx"));
  }
  cpSync(SAMPLE, join(place, "予算書.xlsx"));
  const [plain, out] = [newOut(), newOut()];
  const told = desk(place, "--out", plain);
  for (const name of ["東京", "実績"] as const) {
    fromWindows(join(place, name), "予算書", ".xlsx");
    fromWindows(place, name);
  }
  fromWindows(place, "予算書", ".xlsx");
  const run = desk(place, "--out", out);

  it("are read as they are meant, and what they name is examined as under any other name", () => {
    expect(rows(out, "select name, budget from latest order by name")).toEqual([
      { name: "予算書", budget: "予算書.xlsx" },
      { name: "実績", budget: "予算書.xlsx" },
      { name: "東京", budget: "予算書.xlsx" },
    ]);
    expect(content(out)).toBe(content(plain));
    expect([run.status, run.stdout]).toEqual([told.status, told.stdout]);
  });

  it("are told where another folder reads the same, and neither is lost in silence", () => {
    mkdirSync(join(place, "東京"));
    cpSync(SAMPLE, join(place, "東京/予算書.xlsx"));
    const both = newOut();
    expect(desk(place, "--out", both).stderr).toContain("1件あります: 「東京」");
    expect(rows(both, "select count(*) as number from latest where standing <> 'unreadable'")).toEqual([{ number: 3 }]);
  });
});
