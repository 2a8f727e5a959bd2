/** What a person gives to be read: nothing of it is left out in silence. */
import { wanted } from "../../src/taskpane/documents/given";
import { leftText } from "../../src/taskpane/documents/left";

const given = (...names: string[]) => names.map((name) => ({ name, file: new File([], name) }));

test("what is beyond the most, and folders that were too deep, are named; what systems leave is not", () => {
  const { files, left } = wanted(given("a.pdf", ".DS_Store", "b.pdf", "c.pdf"), ["深い/", ".git/objects/"], 2);
  expect(files.map(({ name }) => name)).toEqual(["a.pdf", "b.pdf"]);
  expect(left).toEqual(["c.pdf", "深い/"]);
});

test("of many the first are named, and how many more there are", () => {
  const names = Array.from({ length: 12 }, (_, at) => `${String(at)}.pdf`);
  expect(leftText(names, "ja")).toContain("0.pdf、1.pdf、2.pdf、3.pdf、4.pdf ほか7件。");
  expect(leftText(names, "en")).toContain("4.pdf and 7 more.");
});
