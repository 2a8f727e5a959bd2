/** A line whose column of numbers names several papers rests on all of them. */
import { check } from "../../../src/core/check";
import { readWorkbook } from "../../../src/ooxml/read";
import { schemes } from "../../../src/schemes";
import { buildXlsx } from "../../ooxml/build";
import { estimate, item, told } from "./matching/papers";

const PAPERS = ["3", "4", "5"].map((no) =>
  estimate(no, [item(`温度センサー${no}`, 1, Number(no) * 1_000)], { issuer: `株式会社見積屋${no}` }),
);

function becameOf(numbers: string, yen: number): string[] {
  const bytes = buildXlsx({
    sheets: [
      {
        name: "経費内訳",
        rows: [
          ["項番", "区分", "件名", "数量", "単位", "単価", "金額", "見積先"],
          [numbers, "消耗品費", "温度センサー", 1, "式", yen, yen, "株式会社見積屋3 ほか"],
          ["6", "消耗品費", "収納棚", 1, "台", 500, 500, "株式会社棚屋"],
        ],
      },
    ],
  });
  const settings = { scheme: "fais-dx-2025", frame: "transformation" };
  const { estimates } = check(readWorkbook(bytes), schemes, settings, undefined, PAPERS);
  return (estimates?.matches ?? []).map(told);
}

test.each([
  ["3・4", 7_000, "3.pdf, 4.pdf"],
  ["3,5", 8_000, "3.pdf, 5.pdf"],
  ["No.3～5", 12_000, "3.pdf, 4.pdf, 5.pdf"],
  ["項番3〜5", 12_000, "3.pdf, 4.pdf, 5.pdf"],
  ["3\n5", 8_000, "3.pdf, 5.pdf"],
  ["3、4及び5", 12_000, "3.pdf, 4.pdf, 5.pdf"],
])("%j", (numbers, yen, papers) => {
  expect(becameOf(numbers, yen)[0]).toBe(`一致 0: ${papers}`);
  expect(becameOf(numbers, yen + 1)[0]).toBe(`不一致 amount 1: ${papers}`);
});
