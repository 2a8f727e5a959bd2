/** Whatever spoke for a row has words, and a doubt names both readings with the yen between them. */
import { ROW_DETECTORS } from "../../src/core/read/rows/detectors";
import { DETECTOR_WORDS, doubtText } from "../../src/messages/trace";

test("every detector of rows has words in both languages, and no words are left over", () => {
  expect(Object.keys(DETECTOR_WORDS).sort()).toEqual(ROW_DETECTORS.map(({ name }) => name).sort());
  for (const [ja, en] of Object.values(DETECTOR_WORDS)) expect([ja, en].every((words) => words.length > 3)).toBe(true);
});

test("a doubt says what was read, what else it may be, why, and what that would change", () => {
  const doubt = { sheet: "明細", row: 9, as: "line", or: "subtotal", yen: -30_000, why: ["numbered"] } as const;
  expect(doubtText(doubt, "ja")).toBe(
    "明細 9行目は「明細」と読みました（番号が振られている）。「小計」とも読め、その場合は計上した経費が 30,000円 減ります。",
  );
  expect(doubtText(doubt, "en")).toContain("may also be a subtotal; the cost claimed would then be 30,000 yen less");
});
