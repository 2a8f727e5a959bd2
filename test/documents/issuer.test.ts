/** Who made an estimate, and what about: also a company whose name holds a word that elsewhere tells of somebody else. */
import type { DocumentRead } from "../../src/core/documents/document";
import { readFile } from "../../src/documents/read-file";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { buildXlsx, type CellLiteral } from "../ooxml/build";
import { pdfEngine } from "./papers";

async function paperOf(name: string, remark: string | null, head = "品名"): Promise<DocumentRead> {
  const rows: CellLiteral[][] = [
    ["御見積書"],
    ["小倉製作所株式会社 御中", null, null, "見積番号：Q-1001"],
    [null, null, null, "発行日：令和7年5月1日"],
    [null, null, null, name],
    [null, null, null, "福岡県北九州市小倉北区大手町1-1"],
    [head, "数量", "単位", "単価", "金額"],
    ["精密機器の輸送", 1, "式", 120000, 120000],
    ["小計", null, null, null, 120000],
    ["消費税（10%）", null, null, null, 12000],
    ["合計", null, null, null, 132000],
    ...(remark === null ? [] : [[remark]]),
  ];
  const bytes = buildXlsx({ sheets: [{ name: "見積書", rows }] });
  const [read] = await readFile("01_見積書.xlsx", bytes, { pdf: pdfEngine, codec: nodeCodec });
  return read as DocumentRead;
}
const issuerOf = async (name: string, remark: string | null) => (await paperOf(name, remark)).issuer;

describe("the issuer of an estimate", () => {
  it.each(["株式会社若草運送店", "西部運送株式会社", "有限会社門司保険サービス"])(
    "may carry or insure: %s",
    async (name) => {
      expect(await issuerOf(name, null)).toBe(name);
    },
  );

  it("is not who carries what is sold", async () => {
    expect(await issuerOf("小倉計測", "運送：西部運送株式会社（元払い）")).not.toBe("西部運送株式会社");
    expect(await issuerOf("株式会社小倉計測", "運送は西部運送株式会社")).toBe("株式会社小倉計測");
  });
});

it("a heading of the items is no subject", async () => {
  expect((await paperOf("株式会社小倉計測", null, "件名・仕様")).subject).toBeNull();
  expect((await paperOf("株式会社小倉計測", "件名：精密機器の輸送")).subject).toBe("精密機器の輸送");
});
