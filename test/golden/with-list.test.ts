/** A workbook that is given with a list of estimates beside it gives exactly its expected result. */
import { dirname, basename } from "node:path";
import { kenzan } from "../cli/kenzan";
import type { Answer } from "./compare";
import { expectAsGiven, goldenOf } from "./expected";
import { WITH_LIST } from "./with-list";

test.each(WITH_LIST)("%s", (place) => {
  const { path, args, expected } = goldenOf(dirname(place), basename(place));
  const { status, stdout } = kenzan(["check", path, ...args, "--format", "json"]);
  expectAsGiven(expected, { status, answer: JSON.parse(stdout) as Answer });
});
