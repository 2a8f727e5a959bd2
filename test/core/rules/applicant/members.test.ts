import type { Settings } from "../../../../src/core/judge/settings";
import { asStated, book } from "../budget";
import { proveRule } from "../proof";

const PRACTICE: Settings = { scheme: "fais-kyoso-2024", frame: "practice" };
const it = book([{ item: "講師謝金", middle: "報償費", price: 100000 }]);

proveRule("applicant/members", {
  severity: "error",
  clause: "地域DX共創活動助成金募集要領②",
  finds: [
    {
      title: "two of three",
      book: it,
      settings: { ...PRACTICE, corporateMembers: 2 },
      at: [""],
      says: { members: 2, needed: 3 },
    },
    {
      title: "as the workbook says",
      book: {
        申請情報: [
          ["補助金名", "地域DX共創活動助成金"],
          ["構成法人数", 2],
        ],
        ...it,
      },
      settings: PRACTICE,
      at: ["申請情報!B2"],
    },
  ],
  passes: [{ title: "three", book: it, settings: { ...PRACTICE, corporateMembers: 3 } }],
  notApplicable: [
    {
      title: "a frame that needs none",
      book: it,
      settings: { ...PRACTICE, frame: "preparation", corporateMembers: 1 },
    },
    { title: "the number is not known", book: it, settings: PRACTICE },
  ],
});

test("without a frame nobody knows how many are needed", () => {
  const { rules } = asStated(it, { scheme: "fais-kyoso-2024", corporateMembers: 1 });
  expect(rules.crashed).toEqual([]);
  expect(rules.notApplicable).toContain("applicant/members");
});
