/** Whether a paper is of the line's vendor, and addressed to the applicant, however the two write the name. */
import { unreadDocument } from "../../../../src/core/documents/document";
import { became, estimate, item, line, matched } from "./papers";

const SENSOR = item("温度センサー TS-100", 4, 25_000);
const named = (vendor: string | null) => line(1, "温度センサー TS-100", 4, 25_000, { vendor });
const of = (issuer: string | null, formerly: readonly string[] = []) => estimate("1", [SENSOR], { issuer, formerly });

/** true: the vendor's own paper stands, though another company's fits better; false: told as another's; null: neither. */
function isVendors(vendor: string | null, issuer: string | null, formerly: readonly string[] = []): boolean | null {
  const [alone] = matched([named(vendor)], [of(issuer, formerly)]).matches;
  if (alone?.reason === "vendor") return false;
  const cheaper = estimate("1", [item("温度センサー TS-100", 4, 24_000)], { file: "own.pdf", issuer, formerly });
  const [beside] = matched([named(vendor)], [{ ...of("よそ商事"), number: "Z-1" }, cheaper]).matches;
  return beside?.documents[0]?.file === "own.pdf" ? true : null;
}

const OLD = "株式会社髙﨑嵜齋齊斉澤邊邉廣國濱濵櫻龍眞應會榮嶋嶌德冨靜曾惠ヶヵヱヰ";
const NEW = "株式会社高崎崎斎斎斎沢辺辺広国浜浜桜竜真応会栄島島徳富静曽恵ケカエイ";

const SAME: readonly (readonly [string, string])[] = [
  ["株式会社見積屋", "㈱見積屋"],
  ["見積屋株式会社", "(株)見積屋"],
  ["株式会社 見 積 屋", "株式会社見積屋"],
  ["株式会社見積屋", "見積屋"],
  ["見積屋", "有限会社見積屋"],
  ["ＡＢＣ株式会社", "ABC Co., Ltd."],
  ["ABC株式会社", "ABC Co.Ltd"],
  ["ABC株式会社", "ABC CO LTD"],
  ["ABC株式会社", "ABC K.K."],
  ["ABC株式会社", "ABC KK"],
  ["有限会社見積屋", "㈲見積屋"],
  ["合同会社見積屋", "(同)見積屋"],
  ["合同会社Mitsumori", "Mitsumori LLC"],
  ["合資会社見積屋", "(資)見積屋"],
  ["合名会社見積屋", "(名)見積屋"],
  ["一般財団法人見積屋", "(一財)見積屋"],
  ["公益財団法人見積屋", "(公財)見積屋"],
  ["財団法人見積屋", "一般財団法人見積屋"],
  ["一般社団法人見積屋", "(一社)見積屋"],
  ["公益社団法人見積屋", "(公社)見積屋"],
  ["社団法人見積屋", "公益社団法人見積屋"],
  [OLD, NEW],
  ["株式会社見積屋", "株式会社見積屋(旧 測定商店)"],
  ["株式会社見積屋", "株式会社見積屋(現 計測屋)"],
  ["株式会社見積屋", "株式会社見積屋御中"],
  ["株式会社見積屋", "株式会社見積屋様"],
  ["日本アイ・ビー・エム株式会社", "日本アイビーエム株式会社"],
  ["A&B商会", "A＆B商会"],
  ["A.B-C'商会", "ABC商会"],
  ["株式会社見積屋", "株式会社見積屋 大阪支店"],
  ["株式会社見積屋 本社", "株式会社見積屋"],
  ["株式会社見積屋", "株式会社見積屋 大阪支店 第二営業部"],
  ["株式会社見積屋", "株式会社見積屋本店"],
  ["株式会社見積屋", "株式会社見積屋西日本テクニカルセンター"],
  ["空屋", "空屋支店"],
];

const OTHER: readonly (readonly [string, string])[] = [
  ["有限会社見積屋", "株式会社見積屋"],
  ["合同会社見積屋", "合資会社見積屋"],
  ["合名会社見積屋", "合同会社見積屋"],
  ["一般財団法人見積屋", "一般社団法人見積屋"],
  ["株式会社見積屋", "合名会社見積屋"],
  ["株式会社見積屋", "社団法人見積屋"],
  ["株式会社見積屋", "財団法人見積屋"],
  ["株式会社見積屋", "株式会社見積屋ホールディングス"],
  ["株式会社見積屋", "株式会社見積屋支店サービス"],
  ["株式会社見積屋", "株式会社見積屋とてもとても遠い町の支店"],
  ["株式会社見積屋", "株式会社東見積屋"],
  ["空", "空支店"],
  ["見積屋", "大阪支店見積屋"],
  ["他見積屋", "見積屋"],
  ["株式会社様見積屋", "株式会社見積屋"],
  ["御中見積屋", "見積屋"],
  ["ABC K.K.食品", "ABC食品"],
  ["株式会社測定", "株式会社計量"],
];

test.each(SAME)("%s is %s", (a, b) => {
  expect(isVendors(a, b)).toBe(true);
  expect(isVendors(b, a)).toBe(true);
});

test.each(OTHER)("%s is not %s", (a, b) => {
  expect(isVendors(a, b)).toBe(false);
  expect(isVendors(b, a)).toBe(false);
});

test.each([
  [null, "株式会社見積屋"],
  ["株式会社見積屋", null],
  ["株式会社", "株式会社見積屋"],
  ["株式会社見積屋", "株式会社"],
])("of %s and %s nothing is known", (a, b) => expect(isVendors(a, b)).toBeNull());

test("a former name that the paper tells is the same company, another former name is not", () => {
  expect(isVendors("株式会社測定商店", "株式会社見積屋", ["株式会社測定商店"])).toBe(true);
  expect(isVendors("株式会社測定商店", "株式会社見積屋", ["株式会社計量", "㈱測定商店"])).toBe(true);
  expect(isVendors("株式会社測定商店", "株式会社見積屋", ["株式会社計量"])).toBe(false);
  expect(isVendors("株式会社", "株式会社見積屋", ["株式会社"])).toBeNull();
});

test("a paper is the applicant's by the same rule", () => {
  const to = (addressee: string | null, applicant: string | null = "株式会社申請者") =>
    became([named("株式会社見積屋")], [estimate("1", [SENSOR], { addressee })], { applicant })[0];
  for (const same of ["(株)申請者 御中", "株式会社申請者 大阪工場 御中", "申請者様", null])
    expect(to(same)).toMatch(/^一致/);
  expect(to("株式会社申請者", null)).toMatch(/^一致/);
  for (const other of ["有限会社申請者", "申請者商事"]) expect(to(other)).toMatch(/^要確認 addressee 0/);
});

describe("a vendor and others", () => {
  const two = [
    estimate("1", [item("温度センサー TS-100", 3, 25_000)]),
    estimate("1", [item("温度センサー TS-100 予備", 1, 26_000)], { file: "1b.pdf", number: "Z-1", issuer: "よそ商事" }),
  ];

  test.each([
    "株式会社見積屋 ほか",
    "株式会社見積屋、他2社",
    "株式会社見積屋外12社",
    "㈱見積屋等",
    "株式会社見積屋 など数社 ",
  ])("%s: rests on all the papers of its number", (vendor) =>
    expect(became([named(vendor)], two)).toEqual(["不一致 amount -1000: 1.pdf, 1b.pdf"]),
  );

  test.each(["株式会社見積屋", "他見積屋株式会社"])("%s: on one", (vendor) =>
    expect(became([named(vendor)], two)[0]).toMatch(/: 1\.pdf, comparative 1b\.pdf$/),
  );
});

describe("a scan without a number is the line's by the name of its file", () => {
  const scan = (file: string) => unreadDocument(file, "no-text", null);
  const state = (vendor: string | null, file: string) => became([{ ...named(vendor), numbers: [] }], [scan(file)])[0];

  test.each([
    ["株式会社見積屋", "見積屋.pdf"],
    ["株式会社見積屋", "2025-05_(株)見積屋_見積書.pdf"],
    ["日本アイ・ビー・エム株式会社", "日本アイ・ビー・エム.pdf"],
    ["ABC商会", "ａｂｃ 商会.pdf"],
    ["メーターズ", "メ-ターズ.pdf"],
  ])("%s: %s", (vendor, file) => expect(state(vendor, file)).toBe(`要確認 scanned: ${file}`));

  test.each([
    ["株式会社見積屋", "よそ商事.pdf"],
    ["株式会社見積", "見積.pdf"],
    [null, "見積屋.pdf"],
  ])("not %s: %s", (vendor, file) => expect(state(vendor, file)).toBe("見積なし no-document"));

  test("and not where it bears another's number, nor where the line's own number is there", () => {
    const own = named("株式会社見積屋");
    expect(became([own], [unreadDocument("見積屋.pdf", "no-text", "7")])).toEqual(["見積なし no-document"]);
    const both = [scan("見積屋.pdf"), unreadDocument("1.pdf", "encrypted", "1")];
    expect(became([own], both)).toEqual(["要確認 unreadable: 1.pdf"]);
  });
});
