/** Kinds of forms, drawn letter by letter: boxes for digits, options beside the total, rates of tax, bare numbers. */
import { layOut } from "../../src/core/documents/page/layout";
import type { Box, Letter } from "../../src/core/documents/page/paper";
import { understand } from "../../src/core/documents/understand";
import type { DocumentRead } from "../../src/core/documents/document";

type Text = readonly [x: number, y: number, text: string, end?: "right"];

/** Letters of ten points: kanji as wide as high, others half as wide. */
const lettersOf = ([x, y, text, end]: Text): Letter[] => {
  const widths = [...text].map((letter) => (/[!-~]/.test(letter) ? 5 : 10));
  let at = end === "right" ? x - widths.reduce((sum, it) => sum + it, 0) : x;
  return [...text].map((letter, n) => {
    const x0 = at;
    at += widths[n] as number;
    return { text: letter, x0, x1: at, y0: y - 8, y1: y + 2, base: y, size: 10 };
  });
};

function read(texts: readonly Text[], rules: readonly Box[] = []): DocumentRead {
  const letters = texts.flatMap(lettersOf);
  const page = layOut({ width: 600, height: 800, letters, rules, remarks: [] }, 0);
  return understand([page], { file: "1.pdf", page: 1, readBy: "text", evidenceNo: null });
}

const HEAD: readonly Text[] = [
  [50, 40, "御見積書"],
  [550, 60, "2025年5月12日", "right"],
  [50, 80, "株式会社申請者 御中"],
  [550, 100, "株式会社見積屋", "right"],
  [50, 140, "品名"],
  [200, 140, "型式"],
  [320, 140, "数量", "right"],
  [330, 140, "単位"],
  [420, 140, "単価", "right"],
  [550, 140, "金額", "right"],
];
type Cells = readonly [name: string, spec: string, quantity: string, unit: string, price: string, amount: string];
const row = (y: number, [name, spec, quantity, unit, price, amount]: Cells): Text[] => [
  [50, y, name],
  [200, y, spec],
  [320, y, quantity, "right"],
  [330, y, unit],
  [420, y, price, "right"],
  [550, y, amount, "right"],
];
type Entry = Cells | readonly [label: string, figure: string] | string;
const paper = (entries: readonly Entry[]): DocumentRead =>
  read([
    ...HEAD,
    ...entries.flatMap((entry, at): Text[] => {
      const y = 160 + 20 * at;
      if (typeof entry === "string") return [[50, y, entry]];
      return entry.length === 2
        ? [
            [420, y, entry[0], "right"],
            [550, y, entry[1], "right"],
          ]
        : row(y, entry);
    }),
  ]);

describe("a box for every digit", () => {
  const ITEMS = [
    ["全ねじボルト", 40, "本", 180],
    ["六角ナット", 200, "個", 12],
    ["引出しレール", 12, "組", 1350],
  ] as const;
  const NET = 7_200 + 2_400 + 16_200;
  const BOX = 11;

  interface Form {
    readonly sign?: string;
    readonly discount?: number;
    /** Prices have boxes, too, which touch those of the amounts. */
    readonly prices?: boolean;
    readonly group?: 1 | 3;
  }

  /** Each figure into boxes that end at `right`; the discount with its sign in the box before it. */
  function form({ sign = "", discount = 0, prices = false, group = 1 }: Form): DocumentRead {
    const boxes = (yen: number, right: number, y: number, before: string, width = BOX): Text[] => {
      const parts = group === 1 ? [...String(yen)] : yen.toLocaleString("en").split(",");
      return [...(before === "" ? [] : [before]), ...parts]
        .reverse()
        .map((part, at): Text => [right - at * width - 2, y, part, "right"]);
    };
    const amount = (yen: number, y: number, before = sign): Text[] => boxes(yen, 550, y, before, BOX * group);
    const net = NET - discount;
    const lines: Text[] = ITEMS.flatMap(([name, quantity, unit, price], at): Text[] => [
      ...row(170 + 25 * at, [name, "", String(quantity), unit, prices ? "" : String(price), ""]),
      ...(prices ? boxes(price, 484, 170 + 25 * at, "") : []),
      ...amount(quantity * price, 170 + 25 * at),
    ]);
    if (discount > 0) lines.push([50, 245, "値引き"], ...amount(discount, 245, "▲"));
    const sums = [
      ["小計", net],
      ["消費税10%", net / 10],
      ["合計", (net * 11) / 10],
    ] as const;
    for (const [at, [label, yen]] of sums.entries())
      lines.push([200, 270 + 25 * at, label], ...amount(yen, 270 + 25 * at));
    const upright = (x: number, top: number): Box => ({ x0: x, x1: x, y0: top, y1: 340 });
    const rules = [
      ...[45, 190, 290, 325, 430, 484, 551].map((x) => upright(x, 125)),
      ...(group === 1 ? [1, 2, 3, 4, 5].map((at) => upright(551 - at * BOX, 148)) : []),
    ];
    return read([...HEAD, ...lines], rules);
  }

  test.each<[string, Form]>([
    ["plain", {}],
    ["with the sign of yen in a box", { sign: "¥" }],
    ["with a deduction, whose first digits make a sum, too", { discount: 500 }],
    ["prices in boxes beside the amounts", { prices: true }],
    ["three digits a box", { group: 3 }],
  ])("%s", (_, drawn) => {
    const { items, net, tax, gross, problem } = form(drawn);
    const { discount = 0 } = drawn;
    expect(items.map(({ amount }) => amount)).toEqual([
      ...[7_200, 2_400, 16_200],
      ...(discount > 0 ? [-discount] : []),
    ]);
    const sum = NET - discount;
    expect({ net, tax, gross, problem }).toEqual({ net: sum, tax: sum / 10, gross: (sum * 11) / 10, problem: null });
  });

  test("figures of one digit side by side are no figure where the sums hold as they stand", () => {
    const counts = (y: number, digits: string): Text[] => [...digits].map((digit, at) => [200 + 25 * at, y, digit]);
    const { items, net } = read([
      ...HEAD,
      ...[...row(160, ["保守点検", "", "3", "回", "20,000", "60,000"]), ...counts(160, "456")],
      ...[...row(180, ["清掃", "", "2", "回", "10,000", "20,000"]), ...counts(180, "123")],
      ...row(200, ["", "", "", "", "小計", "80,000"]),
      ...row(220, ["", "", "", "", "消費税10%", "8,000"]),
      ...row(240, ["", "", "", "", "合計", "88,000"]),
    ]);
    expect([net, ...items.map(({ quantity }) => quantity)]).toEqual([80_000, 3, 2]);
  });
});

describe("what is offered beside the total", () => {
  const MACHINE: Cells = ["自動搬送機", "NR-1", "1", "台", "4,200,000", "4,200,000"];
  const DUST: Cells = ["集塵ユニット", "DC-40", "1", "台", "380,000", "380,000"];
  const OPTION: Cells = ["自動測定器", "TS-2", "1", "台", "280,000", "280,000"];
  const SUMS: Entry[] = [
    ["税抜合計", "4,580,000"],
    ["消費税10%", "458,000"],
    ["税込合計", "5,038,000"],
  ];
  const LONG = "【オプション品】※上記合計金額には含まれておりません。ご入用の際は別途お申し付けください。";

  test.each<[string, readonly Entry[]]>([
    ["under a long heading below the total", [MACHINE, DUST, ...SUMS, LONG, OPTION]],
    ["under a long heading above the total", [MACHINE, DUST, LONG, OPTION, ...SUMS]],
    ["under a heading without the word", [MACHINE, DUST, ...SUMS, "【追加をお勧めする品目】", OPTION]],
    ["under <ご提案品>", [MACHINE, DUST, ...SUMS, "<ご提案品>下記は本見積に含みません", OPTION]],
  ])("%s", (_, entries) => {
    const { items, net, gross, problem } = paper(entries);
    expect({ net, gross, problem }).toEqual({ net: 4_580_000, gross: 5_038_000, problem: null });
    expect(items.map(({ name, optional }) => [name, optional])).toEqual([
      ["自動搬送機", false],
      ["集塵ユニット", false],
      ["自動測定器", true],
    ]);
  });

  test("an item of the total that follows an option is not lost in silence: 金額 over the first row is no total", () => {
    const { net, gross, problem } = paper([MACHINE, "オプション", OPTION, DUST, ...SUMS]);
    expect({ net, gross, problem }).toEqual({ net: 4_580_000, gross: 5_038_000, problem: "arithmetic" });
  });
});

describe("two rates and what bears no tax", () => {
  const ITEMS: Entry[] = [
    ["図書", "単行本", "2", "冊", "4,800", "9,600"],
    ["新聞", "6か月", "1", "式", "15,600", "15,600"],
  ];
  const STAMP: Entry = ["収入証紙", "", "1", "枚", "2,000", "2,000"];
  const RATES = [
    { rate: 10, net: 9_600, tax: 960 },
    { rate: 8, net: 15_600, tax: 1_248 },
  ];
  const FREE = { rate: 0, net: 2_000, tax: 0 };

  test.each<[string, readonly Entry[], readonly object[]]>([
    [
      "base, and tax in a box",
      [
        ["10%対象9,600円消費税", "960"],
        ["8%対象15,600円消費税", "1,248"],
      ],
      RATES,
    ],
    [
      "base in brackets",
      [
        ["消費税10%(対象額9,600円)", "960"],
        ["消費税8%(対象額15,600円)", "1,248"],
      ],
      RATES,
    ],
    [
      "rates in words",
      [
        ["標準税率対象9,600 税", "960"],
        ["軽減税率対象15,600 税", "1,248"],
      ],
      RATES,
    ],
    [
      "rates that are not named",
      [
        ["消費税", "960"],
        ["消費税", "1,248"],
      ],
      [],
    ],
  ])("%s", (_, taxes, parts) => {
    const { net, tax, gross, taxByRate } = paper([...ITEMS, ["税抜合計", "25,200"], ...taxes, ["税込合計", "27,408"]]);
    expect({ net, tax, gross, taxByRate }).toEqual({ net: 25_200, tax: 2_208, gross: 27_408, taxByRate: parts });
  });

  test("and a third part without tax", () => {
    const { net, tax, gross, taxByRate } = paper([
      ...[...ITEMS, STAMP],
      ...([
        ["税抜合計", "27,200"],
        ["10%対象9,600円消費税額960円", ""],
      ] as Entry[]),
      ...([
        ["軽減8%対象15,600円消費税額1,248円", ""],
        ["対象外2,000円", ""],
        ["税込合計", "29,408"],
      ] as Entry[]),
    ]);
    expect({ net, tax, gross, taxByRate }).toEqual({
      ...{ net: 27_200, tax: 2_208, gross: 29_408 },
      taxByRate: [...RATES, FREE],
    });
  });

  test("a tax that leads to another sum than the one that is told is not taken for all of it", () => {
    const { net, tax, gross } = paper([...ITEMS, ["税抜合計", "25,200"], ["消費税10%", "960"], ["税込合計", "27,408"]]);
    expect({ net, tax, gross }).not.toMatchObject({ gross: 26_160 });
    expect(net).toBe(25_200);
    expect([null, 2_208]).toContain(tax);
  });
});

describe("fields beside the table", () => {
  const with_ = (...more: Text[]): DocumentRead =>
    read([...HEAD, ...more, ...row(160, ["収納棚", "W900", "2", "台", "9,000", "18,000"])]);

  test.each(["TH-22", "ナ-63", "若-2507", "訓第251号", "玄検見第88号"])("the number %s", (number) =>
    expect(with_([550, 40, number, "right"]).number).toBe(number),
  );
  test.each(["NoBZ-0522", "No.BZ-0522", "No BZ-0522"])("%s is BZ-0522", (text) =>
    expect(with_([550, 40, text, "right"]).number).toBe("BZ-0522"),
  );
  test("第251号 is 251", () => expect(with_([550, 40, "第251号", "right"]).number).toBe("251"));
  test.each(["様式-12", "別紙-10"])("%s is no number", (text) =>
    expect(with_([550, 40, text, "right"]).number).toBeNull(),
  );
  test("第P0712号 is written as a whole", () =>
    expect(with_([550, 40, "第P0712号", "right"]).number).toBe("第P0712号"));
  test("a bare number below the day", () => expect(with_([550, 75, "26015", "right"]).number).toBe("26015"));
  test("but not one of two", () =>
    expect(with_([550, 75, "26015", "right"], [550, 45, "1122", "right"]).number).toBeNull());

  test.each(["⑫", "㉔", "㊵"])("%s by itself is the number that somebody gave the paper", (text) =>
    expect(with_([560, 25, text]).evidenceNo).toBe(text.normalize("NFKC")),
  );
  test("circled numbers of rows are none", () => expect(with_([40, 160, "①"], [40, 180, "②"]).evidenceNo).toBeNull());

  test("such a code far from title and day is none", () => expect(with_([50, 120, "AB-12"]).number).toBeNull());

  test.each(["Quotation to:", "Quoted to", "Prepared for:", "Bill to:"])("%s stands over the addressee", (label) => {
    const texts = HEAD.filter(([, , text]) => !text.endsWith("御中"));
    const drawn = [...texts, [50, 75, label], [50, 90, "株式会社申請者"]] as Text[];
    expect(read([...drawn, ...row(160, ["収納棚", "", "2", "台", "9,000", "18,000"])]).addressee).toBe(
      "株式会社申請者",
    );
  });

  test("a column between name and figures is part of the item, whatever it is called", () => {
    const texts = HEAD.map((it): Text => (it[2] === "型式" ? [200, 140, "容量"] : it));
    const { items } = read([...texts, ...row(160, ["接着剤", "10kg缶", "2", "缶", "9,000", "18,000"])]);
    expect(items[0]).toMatchObject({ name: "接着剤", spec: "10kg缶" });
  });
});

describe("the heading of the table", () => {
  const REST = HEAD.filter(([, , text]) => !["品名", "型式"].includes(text));

  const SPREAD = [
    ["品名・仕様", "数量"],
    ["品名・仕様", "員数"],
    ["工種・名称", "数"],
    ["品名", "数量"],
  ] as const;
  test.each(SPREAD)("%s beside %s in spread letters: each keeps its own", (name, count) => {
    const spread = (x: number, word: string): Text[] => [...word].map((letter, n) => [x + 25 * n, 140, letter]);
    const { items } = read([
      ...REST.filter(([, , text]) => text !== "数量"),
      ...spread(50, name),
      ...spread(count.length > 1 ? 285 : 310, count),
      ...row(160, ["温度制御装置", "", "2", "台", "9,000", "18,000"]),
    ]);
    expect(items).toMatchObject([{ name: "温度制御装置", spec: null, quantity: 2, unit: "台" }]);
  });

  test.each(["試験項目", "検査対象", "講座・教材"])("%s over the first column is over names", (heading) => {
    const { items } = read([
      ...[...REST, [50, 140, heading], [200, 140, "方法"]],
      ...row(160, ["脂肪酸組成分析", "GC-FID", "6", "検体", "22,000", "132,000"]),
      ...row(180, ["融点測定", "", "6", "検体", "5,500", "33,000"]),
    ] as Text[]);
    expect(items.map(({ name, spec }) => [name, spec])).toEqual([
      ["脂肪酸組成分析", "GC-FID"],
      ["融点測定", null],
    ]);
  });

  test("but not where codes stand", () => {
    const { items } = read([
      ...[...REST, [50, 140, "管理記号"], [200, 140, "対象機器"]],
      ...row(160, ["A-12", "融点測定器", "6", "台", "22,000", "132,000"]),
    ] as Text[]);
    expect(items[0]?.name).toBe("融点測定器");
  });
});

test.each(["以下余白", "（以下余白）", "〔以下余白〕", "***以下余白***", "…以下余白…"])("%s is of no item", (end) => {
  const { items, gross } = read([
    ...HEAD,
    ...row(160, ["接写レンズ", "MC25", "2", "個", "57,000", "114,000"]),
    ...row(180, ["リング照明", "RL", "1", "個", "26,000", "26,000"]),
    [70, 200, end],
    ...row(240, ["", "", "", "", "小計", "140,000"]),
    ...row(260, ["", "", "", "", "消費税(10%)", "14,000"]),
    ...row(280, ["", "", "", "", "合計", "154,000"]),
  ]);
  expect(items.map(({ name }) => name)).toEqual(["接写レンズ", "リング照明"]);
  expect(gross).toBe(154_000);
});

test("工事価格 below the one work is its sum without tax, and the work stays the item", () => {
  const { items, net, gross } = paper([
    ["動力電源工事一式", "", "1", "式", "380,000", "380,000"],
    ["工事価格", "380,000"],
    ["消費税等(10%)", "38,000"],
    ["合計", "418,000"],
  ]);
  expect({ net, gross }).toEqual({ net: 380_000, gross: 418_000 });
  expect(items).toMatchObject([{ name: "動力電源工事一式", quantity: 1, unitPrice: 380_000 }]);
});

test.each<[string, readonly string[]]>([
  ["order", ["発", "注", "書（控）"]],
  ["invoice", ["請", "求", "書", "(写)"]],
])("%s: letters of a title that are spread, with a remark in brackets", (kind, letters) => {
  const title = letters.map((text, at): Text => [200 + 40 * at, 40, text]);
  const texts = [...HEAD.slice(1), ...title, ...row(160, ["手袋", "", "2", "箱", "9,000", "18,000"])];
  expect(read(texts).kind).toBe(kind);
});

describe("brackets that the PDF tells as other letters", () => {
  const taught = (open: string, close: string): DocumentRead =>
    read([
      ...HEAD.map((it): Text => (it[2] === "金額" ? [550, 140, `金額${open}税込${close}`, "right"] : it)),
      ...row(160, ["実務講座", "", "3", "名", "38,500", "115,500"]),
      ...row(180, ["教材費", "", "3", "部", "4,400", "13,200"]),
      [50, 220, `御見積合計${open}税込${close}`],
      [550, 220, "128,700円", "right"],
      [50, 240, `${open}うち消費税10%`],
      [550, 240, `11,700円${close}`, "right"],
    ]);
  const FIGURES = { net: 117_000, tax: 11_700, gross: 128_700, taxIncluded: true, problem: null };

  test.each(["（）", "ÿĀ", "þÿ"])("%s", ([open, close]) =>
    expect(taught(open as string, close as string)).toMatchObject(FIGURES),
  );

  test("accented letters that do not come in pairs stay what they are", () => {
    const { items } = paper([["éclairèê", "", "1", "台", "9,000", "9,000"]]);
    expect(items[0]?.name).toBe("éclairèê");
  });
});

describe("lines as far from each other as rows are", () => {
  const at = (y: number, x: number, text: string): Text => [x, y, text];
  const rows = [
    ...row(160, ["自動送材車", "", "1", "台", "385,000", "385,000"]),
    at(180, 58, "走行6.0m"),
    at(200, 58, "油圧クランプ"),
    ...row(220, ["計測ユニット", "", "2", "組", "42,000", "84,000"]),
    ...row(240, ["据付", "", "1", "式", "36,000", "36,000"]),
  ];

  test("one that is set in goes on with the item above", () => {
    const { items } = read([...HEAD, ...rows]);
    expect(items.map(({ name }) => name)).toEqual(["自動送材車走行6.0m油圧クランプ", "計測ユニット", "据付"]);
  });

  test("also where rules part every line", () => {
    const rules = [150, 170, 190, 210, 230, 250].map((y) => ({ x0: 45, x1: 560, y0: y, y1: y + 0.5 }));
    const { items } = read([...HEAD, ...rows], rules);
    expect(items.map(({ name }) => name)).toEqual(["自動送材車走行6.0m油圧クランプ", "計測ユニット", "据付"]);
  });

  test("a row that is set in goes on with the name above it", () => {
    const begun = [
      at(160, 50, "介護記録ソフト"),
      ...row(180, ["  買切版", "", "1", "本", "450,000", "450,000"]).map(
        ([x, ...rest], n): Text => [n === 0 ? x + 10 : x, ...rest] as Text,
      ),
    ];
    const { items } = read([
      ...HEAD,
      ...begun,
      ...row(200, ["端末追加", "", "10", "台", "12,000", "120,000"]),
      ...row(220, ["導入設定", "", "1", "式", "180,000", "180,000"]),
    ]);
    expect(items.map(({ name }) => name)).toEqual(["介護記録ソフト買切版", "端末追加", "導入設定"]);
  });

  test("words where names begin are the heading of a section", () => {
    const { items } = read([
      ...HEAD,
      at(160, 50, "設備"),
      ...rows.map(([x, y, ...rest]): Text => [x, y + 20, ...rest] as Text),
    ]);
    expect(items[0]?.name).toBe("自動送材車走行6.0m油圧クランプ");
  });
});

test("(うち消費税等10%) below the total is the tax inside it", () => {
  const { net, tax, gross, items } = read([
    ...HEAD.map((it): Text => (it[2] === "金額" ? [550, 140, "税込金額", "right"] : it)),
    ...row(160, ["移乗装置", "", "2", "台", "1,210,000", "2,420,000"]),
    ...row(180, ["操作指導", "", "1", "式", "220,000", "220,000"]),
    [420, 220, "合計(税込)", "right"],
    [550, 220, "2,640,000", "right"],
    [420, 240, "(うち消費税等10%)", "right"],
    [550, 240, "240,000", "right"],
  ]);
  expect({ net, tax, gross }).toEqual({ net: 2_400_000, tax: 240_000, gross: 2_640_000 });
  expect(items).toHaveLength(2);
});

test("the e-mail that an estimate came with is none", () => {
  const { kind, problem } = read([
    [50, 40, "差出人: 株式会社見積屋"],
    [50, 80, "株式会社申請者 御担当者様"],
    [50, 120, "ご依頼の見積書をお送りいたします。"],
  ]);
  expect({ kind, problem }).toEqual({ kind: "other", problem: "no-items" });
});
