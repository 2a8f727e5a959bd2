/**
 * Workbooks drawn by other hands, one kind of real layout or a whole budget each, and files as no program of ours writes them
 * (packages) or as somebody who means harm does (attacks), give exactly their expected result.
 */
import { expectAsGiven, goldenOf, namesIn } from "./expected";
import { checkInProcess } from "./in-process";
import { WITH_LIST } from "./with-list";

describe.each(["shapes", "books", "layouts", "hands", "packages", "attacks", "borders"])("%s", (folder) => {
  const names = namesIn(folder).filter((name) => !WITH_LIST.includes(`${folder}/${name}`));

  test("there are some", () => expect(names.length).toBeGreaterThan(10));

  test.each(names)("%s", (name) => {
    const { path, args, expected } = goldenOf(folder, name);
    expectAsGiven(expected, checkInProcess(path, args));
  });
});
