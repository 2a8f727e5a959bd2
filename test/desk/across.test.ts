/** What applications have in common: each kind is found, and what only looks like it is not. */
import { Across } from "../../src/core/desk/across";
import { contactsIn } from "../../src/core/desk/contacts";
import type { ExaminedDocument, ExaminedLine } from "../../src/core/desk/examined";
import { generate } from "./generator";

const paper = (more: Partial<ExaminedDocument>): ExaminedDocument => ({
  file: "見積書.pdf",
  page: 1,
  row: null,
  digest: "",
  kind: "estimate",
  evidenceNo: "1",
  number: null,
  issuer: "株式会社小倉電設",
  addressee: null,
  date: null,
  registrationNumber: null,
  net: 100_000,
  tax: 10_000,
  gross: 110_000,
  problem: null,
  phones: [],
  accounts: [],
  persons: [],
  items: [],
  ...more,
});
const item = (description: string, price: number, more: Partial<ExaminedLine> = {}): ExaminedLine =>
  ({
    part: "budget",
    sheet: "予算",
    row: 5,
    description,
    specification: null,
    unitPrice: price,
    amount: price,
    unit: "台",
    vendor: null,
    ...more,
  }) as ExaminedLine;

interface Given {
  readonly digest?: string;
  readonly documents?: ExaminedDocument[];
  readonly lines?: ExaminedLine[];
}

/** Whether the estimates were foreseen or not, the same. */
const found = (given: Readonly<Record<string, Given>>) => {
  const [plain, foreseeing] = [new Across(), new Across()];
  for (const { documents = [] } of Object.values(given))
    for (const document of documents) foreseeing.foreseeDocument(document);
  for (const across of [plain, foreseeing])
    for (const [name, { digest = null, documents = [], lines = [] }] of Object.entries(given)) {
      across.addBudget(name, { budget: "予算書.xlsx", budgetDigest: digest, applicant: "株式会社甲" });
      for (const document of documents) across.addDocument(name, document);
      for (const line of lines) across.addLine(name, line);
    }
  expect(foreseeing.found()).toEqual(plain.found());
  return plain.found();
};

describe("across applications", () => {
  const three = ["温度センサー", "受発注システムの設計と構築の一式", "展示会の小間料"];
  const lines = (change: (text: string) => string = (text) => text, yen = 1_000): ExaminedLine[] =>
    three.map((text, at) => item(change(text), yen + at, { row: at + 5 }));

  it("one budget under several names is told once, by its file or by all of its lines", () => {
    const same = { kind: "same-budget", subject: "株式会社甲" };
    const file = { a: { digest: "d1", lines: lines() }, b: { digest: "d1", lines: lines() } };
    expect(found(file)).toMatchObject([{ ...same, places: [{ application: "a" }, { application: "b" }] }]);
    const saved = { a: { digest: "d1", lines: lines() }, b: { digest: "d2", lines: lines((text) => ` ${text}`) } };
    expect(found(saved)).toMatchObject([same]);
    expect(found({ a: { digest: "d1" }, b: { digest: "d1" } })).toMatchObject([same]); // nothing in it is readable
  });

  it("budgets of which a line differs, or of hardly a line, are not one", () => {
    const others = { a: { digest: "d1", lines: lines() }, b: { digest: "d2", lines: lines(undefined, 2_000) } };
    const few = { a: { lines: lines().slice(0, 2) }, b: { lines: lines().slice(0, 2) } };
    for (const given of [others, few]) expect(found(given).map(({ kind }) => kind)).not.toContain("same-budget");
  });

  it("one estimate in two of them is told, by its bytes or by its number", () => {
    const bytes = {
      a: { documents: [paper({ digest: "d1" })] },
      b: { documents: [paper({ digest: "d1", file: "別名.pdf" })] },
    };
    expect(found(bytes)).toMatchObject([
      { kind: "same-estimate", places: [{ application: "a" }, { application: "b" }] },
    ]);
    const number = {
      a: { documents: [paper({ number: "Q-2041" })] },
      b: { documents: [paper({ number: "Ｑ-2041", issuer: "(株)小倉電設" })] },
    };
    expect(found(number).map(({ kind }) => kind)).toEqual(["same-estimate"]);
  });

  it("one telephone number is told of different companies, not of one that works for several", () => {
    const of = (a: string, b: string) => ({
      a: { documents: [paper({ issuer: a, phones: ["0935551234"] })] },
      b: { documents: [paper({ issuer: b, phones: ["0935551234"] })] },
    });
    expect(found(of("株式会社小倉電設", "有限会社若松商会")).map(({ kind }) => kind)).toEqual(["shared-phone"]);
    expect(found(of("株式会社小倉電設", "（株）小倉電設"))).toEqual([]);
  });

  it("items copied in nearly the same words are told, a common item is not", () => {
    const words = [
      "入荷検品工程の自動読取装置一式と設置調整",
      "出荷工程の画像照合システム構築と調整",
      "倉庫内搬送経路の見える化ソフト導入作業",
    ];
    const copied = {
      a: { lines: words.map((text, at) => item(text, 10_000 + at)) },
      b: { lines: words.map((text, at) => item(text.replace("調整", "調整作業"), 20_000 + at)) },
    };
    const rows = Object.fromEntries(
      Object.entries(copied).map(([name, { lines }]) => [
        name,
        { lines: lines.map((one, at) => ({ ...one, row: at + 5 })) },
      ]),
    );
    expect(found(rows).map(({ kind }) => kind)).toEqual(["same-texts"]);
    expect(
      found({ a: { lines: [item("ノートパソコン", 150_000)] }, b: { lines: [item("ノートパソコン", 160_000)] } }),
    ).toEqual([]);
  });

  it("a unit price far from what others pay is told", () => {
    const prices = [58_000, 60_000, 62_000, 64_000, 66_000, 240_000];
    const given = Object.fromEntries(
      prices.map((price, at) => [
        `申請${String(at)}`,
        { lines: [item(`タブレット端末（型番 A${String(at)}）`, price)] },
      ]),
    );
    expect(found(given)).toMatchObject([{ kind: "unit-price", places: [{ application: "申請5" }] }]);
  });

  it("contacts are read from a paper's words, a fax is no telephone", () => {
    const text = "TEL 093-555-1234 FAX 093-555-1235\n担当：佐藤 健一\nお振込先：みらい銀行 小倉支店 普通 1234567";
    expect(contactsIn(text)).toEqual({
      phones: ["0935551234"],
      accounts: ["みらい銀行普通1234567"],
      persons: ["佐藤健一"],
    });
  });

  it("the generator seeds what it says", () => {
    expect(generate({ seed: 3, count: 40 }).shared.map(({ kind }) => kind)).toEqual([
      "same-estimate",
      "shared-contact",
      "same-texts",
    ]);
  });
});

describe("texts of another application", () => {
  const own = [
    "温度・湿度センサーによる製造ライン環境監視システムの設計および構築",
    "既存生産管理データベースとの連携モジュール開発と動作検証",
    "現場作業員向けタブレット操作画面の設計と多言語対応",
  ];
  const lines = (texts: readonly string[], yen = 1_000): ExaminedLine[] =>
    texts.map((text, at) => item(text, yen + at, { row: at + 5 }));
  const kinds = (change: (text: string) => string): string[] =>
    found({ a: { lines: lines(own) }, b: { lines: lines(own.map(change), 2_000) } }).map(({ kind }) => kind);

  it.each<[string, (text: string) => string]>([
    ["half-width marks", (text) => text.replaceAll("・", "･")],
    ["一式 behind", (text) => `${text} 一式`],
    ["blanks between", (text) => text.replace(/(.{4})/g, "$1 ")],
    ["a number before", (text) => `① ${text}`],
    ["a place in brackets", (text) => `${text}（第2工場）`],
    [
      "another word for and",
      (text) => text.replace("および", "及び").replace("設計と", "設計及び").replace("開発と", "開発・"),
    ],
    ["halves the other way round", (text) => text.replace(/^(.{8,14}?)(の|と|に)(.*)$/, "$3$2$1")],
    ["a break within", (text) => text.replace(/(.{9})/, "$1\n")],
    ["one word for another", (text) => text.replace("製造", "加工").replace("既存", "現行").replace("現場", "工場")],
  ])("are known again with %s", (_, change) => {
    expect(kinds(change)).toEqual(["same-texts"]);
  });

  it("are not seen where the work is another", () => {
    const others = [
      "受注伝票の電子化と保管",
      "倉庫内の在庫棚卸システムの更新作業",
      "従業員向け安全教育動画の撮影と編集",
    ];
    expect(found({ a: { lines: lines(own) }, b: { lines: lines(others) } })).toEqual([]);
  });
});
