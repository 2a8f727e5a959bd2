import { check } from "../../src/core/check";
import { parseScheme } from "../../src/core/scheme/loader";
import { plain } from "../../src/core/text/plain";
import { inOrder, schemes } from "../../src/schemes";
import { files } from "../../src/schemes/files";
import { describeSchemes } from "../../src/core/scheme/describe";
import { frameWords } from "../../src/schemes/wording";
import { workbookOf } from "../core/rules/budget";

test("every file passes the loader, which reads of it what Kenzan takes as it is written", () => {
  expect(schemes).toEqual(inOrder(files.map((json) => parseScheme(json))));
});

test("ids are distinct, and no word names two schemes", () => {
  expect(new Set(schemes.map(({ id }) => id)).size).toBe(schemes.length);
  const words = schemes.flatMap((scheme) => scheme.words.map(plain));
  expect(words.length).toBe(new Set(words).size);
});

test("every figure of every frame has a source in words, in both languages", () => {
  for (const row of describeSchemes(schemes)) {
    for (const lang of ["ja", "en"] as const) {
      const words = frameWords(row, lang);
      for (const text of Object.values(words)) expect(text).toMatch(/\S/);
      expect(words.source.startsWith(row.documentNo)).toBe(true);
    }
  }
});

const rowsOf = (id: string) =>
  describeSchemes(schemes)
    .filter(({ scheme }) => scheme === id)
    .map((row) => {
      const { rate, cap, floor } = frameWords(row, "ja");
      return [row.frame, rate, cap, floor];
    });

test("figures read as the documents put them", () => {
  expect(rowsOf("saikouchiku-6")[2]).toEqual([
    "regular",
    "中小 2/3、補助額60,000,000円を超える分は1/2 ／ 中堅 1/2、補助額40,000,000円を超える分は1/3",
    "20人以下 20,000,000円、21～50人 40,000,000円、51～100人 60,000,000円、101人以上 80,000,000円",
    "1,000,000円",
  ]);
  expect(rowsOf("monodukuri-2023")[3]?.[2]).toBe("5人以下 7,500,000円、6～20人 原典に記載なし、21人以上 12,500,000円");
  expect(rowsOf("jizokuka-2022")[1]?.[1]).toBe("2/3、赤字の事業者は3/4");
  expect(rowsOf("it-2022")[3]?.[2]).toContain("500,000円×参加事業者数");
  expect(rowsOf("fais-dx-2024")[0]?.[1]).toBe("原典に記載なし");
  expect(rowsOf("dx-tax-2023").map(([, rate]) => rate)).toEqual(["5% / 3%", "30%"]);
});

test.each([
  ["IT導入補助金", "it-2023"],
  ["IT導入補助金2022", "it-2022"],
  ["ものづくり補助金", "monodukuri-2023"],
  ["ものづくり補助金 10次締切", "monodukuri-10"],
  ["ＤＸ推進補助金", "fais-dx-2025"],
  ["令和6年度 DX推進補助金", "fais-dx-2024"],
  ["令和４年度ＤＸ推進補助金", "fais-dx-2022"],
  ["産業用ロボット導入推進補助金", "fais-robot-2022"],
  ["ロボット導入補助金", "fais-robot-2024"],
])("a workbook for %s is checked as %s", (name, id) => {
  const workbook = workbookOf({
    申請情報: [
      ["補助金名", name],
      ["申請者名", "八幡精工"],
      ["事業名", "業務の変革"],
    ],
  });
  expect(check(workbook, schemes).scheme).toBe(id);
});
