/** Letters: what is asked, in which words, and that a person has the last word on both. */
import { unexamined, type Examined, type ExaminedFinding, type ExaminedLine } from "../../src/core/desk/examined";
import { subjectsOf } from "../../src/core/desk/subject";
import { readWorkbook } from "../../src/ooxml/read";
import { newWorkbook } from "../../src/ooxml/write/new-workbook";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { letterOf } from "../../src/views/desk/letter/letter";
import { letterModel } from "../../src/views/desk/letter/sheet";
import { letterText } from "../../src/views/desk/letter/text";
import { DEFAULT_TEMPLATE, parseTemplate, TemplateError } from "../../src/views/desk/letter/template";

const finding = (more: Partial<ExaminedFinding>): ExaminedFinding => ({
  rule: "eligibility/excluded-item",
  severity: "error",
  sheet: "予算明細",
  cell: "D11",
  row: 11,
  clause: "5(1)⑦ア",
  title: "対象外",
  what: "「コピー用紙」は、文具・OA関連用品にあたります。",
  why: "対象外の経費です。",
  todo: "この行を予算から外してください。",
  ...more,
});
const examined = (findings: ExaminedFinding[]): Examined => ({ ...unexamined("", ""), gaps: [], findings });
const facts = {
  application: "001_小倉",
  applicant: "株式会社小倉テクノ",
  scheme: "DX推進補助金",
  frame: "事業変革枠",
  source: "公募要領",
  round: 1,
};
const template = parseTemplate(DEFAULT_TEMPLATE);

describe("letters", () => {
  it("ask once for what is the same of several lines, and leave notes out", () => {
    const found = examined([
      finding({}),
      finding({ cell: "D25", row: 25, what: "「弁当」は、文具・OA関連用品にあたります。" }),
      finding({ severity: "info", rule: "category/missing" }),
    ]);
    const { items } = letterOf(found, new Map(), facts, template);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: "補正",
      places: ["シート「予算明細」 11、25行目（D列）"],
      points: ["各項目は、文具・OA関連用品にあたります。", "D11：「コピー用紙」", "D25：「弁当」"],
    });
  });

  it("list rows with their figures where only names and figures differ", () => {
    const rows = [
      [5, "検査装置", "1,100,000", "1,000,000"],
      [6, "配線材", "5,500", "5,000"],
      [9, "画面設計", "330,000", "300,000"],
    ] as const;
    const found = rows.map(([row, name, from, to]) =>
      finding({
        rule: "tax/inclusive",
        cell: `H${String(row)}`,
        row,
        what: `「${name}」の ${from}円 は税込（10%）の金額です。`,
        todo: `税抜の ${to}円 に直してください（1円未満切り捨て）。`,
      }),
    );
    const mixed = finding({
      rule: "tax/mixed",
      cell: null,
      row: null,
      what: "同じ表に、税抜の行が 9件、税込の行が 3件あります（税込：5、6、9行目）。",
      todo: "すべて税抜にそろえてください。",
    });
    const { items } = letterOf(examined([mixed, ...found]), new Map(), facts, template);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      places: ["シート「予算明細」 5～6、9行目（H列）"],
      points: [
        "各項目の金額は税込（10%）の金額です。",
        "H5：「検査装置」 1,100,000円",
        "H6：「配線材」 5,500円",
        "H9：「画面設計」 330,000円",
      ],
      request: "税抜の次の金額に直してください（1円未満切り捨て）。\nH5：1,000,000円\nH6：5,000円\nH9：300,000円",
    });
    const other = letterOf(examined([mixed, ...found.slice(1)]), new Map(), facts, template);
    expect(other.items.map(({ findings }) => findings[0]?.rule)).toEqual(["tax/mixed", "tax/inclusive"]);
  });

  it("keep every figure of rows that differ in more than a list can tell", () => {
    const found = [
      ["J9", "284,000", "248,000", "36,000"],
      ["J19", "1,250,000", "1,180,000", "70,000"],
    ].map(([cell = "", stated = "", paper = "", gap = ""]) =>
      finding({
        rule: "evidence/mismatch",
        cell,
        row: Number(cell.slice(1)),
        what: `「装置」の ${stated}円 と、見積書の ${paper}円 が違います（${gap}円の差）。`,
        todo: `見積書の金額 ${paper}円 に直すか、見積書を取り直してください。`,
      }),
    );
    const { items } = letterOf(examined(found), new Map(), facts, template);
    expect(items).toHaveLength(1);
    expect(items[0]?.points).toEqual(found.map(({ cell, what }) => `${cell ?? ""}：${what}`));
    expect(items[0]?.request).toBe(
      "見積書の金額（次のとおり）に直すか、見積書を取り直してください。\nJ9：248,000円\nJ19：1,180,000円",
    );
  });

  it("ask once of a cell that two findings bring to one figure", () => {
    const sum = finding({ rule: "line/amount", todo: "見積書を確かめてください。計算どおりなら 248,000円 です。" });
    const paper = finding({
      rule: "evidence/mismatch",
      todo: "見積書の金額 248,000円 に直すか、見積書を取り直してください。",
    });
    const { items } = letterOf(examined([sum, paper]), new Map(), facts, template);
    expect(items).toHaveLength(1);
    expect(items[0]?.findings.map(({ rule }) => rule)).toEqual(["line/amount", "evidence/mismatch"]);
    expect(items[0]?.request).toContain("見積書の金額 248,000円 に直すか");
  });

  it("ask once of a row that two findings bring to one figure", () => {
    const overtime = finding({
      rule: "eligibility/pay-component",
      cell: "F4",
      row: 4,
      todo: "2,232円 に直してください。",
    });
    const rate = finding({
      rule: "labour/hourly-rate",
      cell: "I4",
      row: 4,
      todo: "2,232円 に直してください（258円）。",
    });
    const { items } = letterOf(examined([overtime, rate]), new Map(), facts, template);
    expect(items.map(({ places }) => places)).toEqual([
      ["シート「予算明細」 4行目（F4 セル）", "シート「予算明細」 4行目（I4 セル）"],
    ]);
    const other = { ...rate, todo: "2,233円 に直してください。" };
    expect(letterOf(examined([overtime, other]), new Map(), facts, template).items).toHaveLength(2);
  });

  it("say in the second round what was mended, what remains and what is new", () => {
    const row = (row: number, rule: string, title: string) =>
      finding({
        rule,
        title,
        cell: `D${String(row)}`,
        row,
        what: `「品${String(row)}」`,
        todo: `${rule} を直してください。`,
      });
    const mended = row(11, "line/amount", "金額が合いません");
    const remains = row(12, "eligibility/excluded-item", "対象外です");
    const fresh = row(13, "tax/inclusive", "税込です");
    const [before, now] = [examined([mended, remains]), examined([remains, fresh])];
    const letter = letterOf(now, new Map(), { ...facts, round: 2 }, template, before);
    expect(letter.items.map(({ since, findings }) => [findings[0]?.rule, since])).toEqual([
      ["eligibility/excluded-item", "前回から"],
      ["tax/inclusive", "新規"],
    ]);
    const text = letterText(letter);
    expect(text).toContain("次の2点（前回からの続き 1点、今回新しく見つかった点 1点）");
    expect(text).toContain(
      "前回お願いした2点のうち、次の1点は、直していただいたことを確認しました。\n・シート「予算明細」 11行目（D11 セル）\u3000金額が合いません\n",
    );
    expect(text).toContain("1. 【補正・前回から】");
    expect(text).not.toMatch(/\{|undefined|null/);
    const cells = letterModel(letter).cells.map(({ value }) => value);
    expect(cells).toEqual(expect.arrayContaining(["補正\n前回から", "補正\n新規"]));
    // One's own template that knows of no second letter.
    const own = parseTemplate("［前文］\n{件数}点です。\n");
    expect(letterOf(now, new Map(), facts, own, before).opening).toEqual(["2点です。"]);
    // What there is none of is not counted.
    const still = letterOf(examined([remains]), new Map(), { ...facts, round: 2 }, template, before);
    expect(still.opening.join("")).toContain("次の1点（前回からの続き 1点）について");
    const all = letterOf(now, new Map(), facts, template, examined([fresh]));
    expect(all.mended).toBeNull();
  });

  it("ask of many rows in numbers that a page can show, and leave none out", () => {
    const found = Array.from({ length: 70 }, (_, at) => finding({ cell: `D${String(at + 5)}`, row: at + 5 }));
    const { items } = letterOf(examined(found), new Map(), facts, template);
    expect(items.length).toBeGreaterThan(1);
    expect(items.flatMap(({ findings }) => findings.map(({ cell }) => cell))).toEqual(found.map(({ cell }) => cell));
    for (const { points } of items) expect(points.length).toBeLessThan(30);
  });

  it("ask once where one amend settles both: without its tax, an amount is the estimate's", () => {
    const mismatch = finding({
      rule: "evidence/mismatch",
      todo: "見積書の金額 343,800円 に直すか、見積書を取り直してください。",
    });
    const asked = (todo: string) =>
      letterOf(examined([mismatch, finding({ rule: "tax/inclusive", todo })]), new Map(), facts, template).items.map(
        ({ findings }) => findings[0]?.rule,
      );
    expect(asked("税抜の 343,800円 に直してください。")).toEqual(["tax/inclusive"]);
    expect(asked("税抜の 340,000円 に直してください。")).toEqual(["evidence/mismatch", "tax/inclusive"]);
  });

  it("ask once of rows that share an estimate: what is left of it for one of them stands on no paper", () => {
    const mismatch = (number: string, figures: string) =>
      finding({
        rule: "evidence/mismatch",
        what: `「装置」の 26,100円 と、見積書（項番${number}）の ${figures}円 が違います。`,
        todo: `見積書の金額 ${figures}円 に直すか、見積書を取り直してください。`,
      });
    const shared = finding({
      rule: "evidence/duplicate",
      cell: "I27",
      what: "項番4が 2行に使われ、合計 105,400円 が見積書の 79,300円 と合いません。",
      todo: "見積書と項番を1つずつ対応させてください。",
    });
    const found = examined([mismatch("4", "0"), shared, mismatch("5", "25,000")]);
    const whats = letterOf(found, new Map(), facts, template).items.flatMap(({ points }) => points);
    expect(whats).toEqual([shared.what, mismatch("5", "25,000").what]);
  });

  it("ask of a row that is to be left out nothing else, but should it be kept", () => {
    const out = finding({ cell: "A37", row: 37, what: "「クラウド 更新料」は、既に契約しているものにあたります。" });
    const months = finding({
      rule: "cloud/proration",
      cell: "E37",
      row: 37,
      what: "「クラウド 更新料」は 12か月分ですが、10か月です。",
      clause: "5(1)③ウ",
      why: "月割りで計算します。",
      todo: "期間内の 10か月分 220,000円 に直してください。",
    });
    const other = { ...months, cell: "E38", row: 38 };
    const { items } = letterOf(examined([out, months, other]), new Map(), facts, template);
    expect(items.map(({ findings }) => findings.map(({ cell }) => cell))).toEqual([["A37", "E37"], ["E38"]]);
    expect(items[0]).toMatchObject({
      points: [out.what, `E37：${months.what}`],
      reason: "公募要領 5(1)⑦ア。対象外の経費です。\n公募要領 5(1)③ウ。月割りで計算します。",
      request: [
        out.todo,
        "対象になる理由があって残す場合は、次のこともお願いいたします。",
        "E37：期間内の 10か月分 220,000円 に直してください。",
      ].join("\n"),
    });
  });

  it("say how much it is that cannot be claimed, and speak of several rows as several", () => {
    const line = (row: number, description: string, amount: number) =>
      ({ part: "budget", sheet: "予算明細", row, description, specification: null, amount }) as ExaminedLine;
    const found = {
      ...examined([
        finding({ what: "「用紙」は、文具にあたります。" }),
        finding({ cell: "D12", row: 12, what: "「付箋」は、文具にあたります。" }),
      ]),
      lines: [line(11, "用紙", 24_800), line(12, "付箋", 1_200)],
    };
    const { items } = letterOf(found, new Map(), facts, template);
    expect(items[0]).toMatchObject({
      points: ["各項目は、文具にあたります。", "D11：「用紙」 24,800円", "D12：「付箋」 1,200円"],
      request: "これらの行を予算から外してください。",
    });
    const one = letterOf({ ...found, findings: found.findings.slice(0, 1) }, new Map(), facts, template);
    expect(one.items[0]).toMatchObject({
      points: ["「用紙」は、文具にあたります（24,800円）。"],
      request: "この行を予算から外してください。",
    });
  });

  it("say that estimates were looked at only where there were any", () => {
    const found = examined([finding({})]);
    const opening = (one: Examined) => letterOf(one, new Map(), facts, template).opening.join("");
    expect(opening(found)).toContain("ご提出いただいた予算書を確認");
    const papers = [{ file: "見積書.pdf" }] as unknown as Examined["documents"];
    expect(opening({ ...found, documents: papers })).toContain("ご提出いただいた予算書と見積書を確認");
  });

  it("follow what a person decided", () => {
    const found = examined([
      finding({}),
      finding({ severity: "info", rule: "category/missing", title: "中項目がない" }),
    ]);
    const [first = "", second = ""] = subjectsOf(found);
    const { items } = letterOf(
      found,
      new Map([
        [first, "accept"],
        [second, "ask"],
      ] as const),
      facts,
      template,
    );
    expect(items.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toEqual(["category/missing"]);
  });

  it("speak to the applicant, not to a user of the program", () => {
    const found = examined([
      finding({
        what: "「型番 2025-03-20」の発注日が 2025-03-20 で、2025-04 より前です。",
        todo: "特別な理由がある場合は、理由を書いて承認済みにしてください。",
      }),
      finding({
        rule: "ratio/travel",
        cell: null,
        row: null,
        todo: "財団と協議済みの場合は、理由を書いて承認済みにしてください。",
      }),
    ]);
    const text = letterText(letterOf(found, new Map(), facts, template));
    expect(text).toContain("株式会社小倉テクノ\u3000御中");
    expect(text).toContain("「型番 2025-03-20」の発注日が 2025年3月20日 で、2025年4月 より前です。");
    expect(text).toContain("理由を「ご回答」欄にお書きください");
    expect(text).toContain("事務局と協議済みの場合は");
    expect(text).not.toMatch(/承認済み|\{|undefined|null/);
  });

  it("are a sheet with a column for answers", () => {
    const model = letterModel(letterOf(examined([finding({})]), new Map(), facts, template));
    const book = readWorkbook(newWorkbook([model], nodeCodec));
    const rows = book.sheets[0]!.rows.map(({ cells }) => cells.map(({ value }) => value));
    expect(rows).toContainEqual(expect.arrayContaining(["番号", "種類", "箇所", "指摘", "根拠", "お願い"]));
    expect(rows).toContainEqual(expect.arrayContaining([1, "補正"]));
  });

  it("say which line of a template cannot be understood", () => {
    expect(() => parseTemplate("［日付］\n今日\n［署名］\n")).toThrow(TemplateError);
    expect(() => parseTemplate("はじめに\n［日付］\n")).toThrow(/1行目/);
    expect(parseTemplate("[宛名]\n{申請者} 様\n").lines.宛名).toEqual(["{申請者} 様"]);
  });
});
