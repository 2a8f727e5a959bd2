/** @jest-environment ./test/taskpane/environment.js */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import {
  CellBeingEdited,
  SettingsRefused,
  SheetMissing,
  SheetProtected,
  WorkbookTooLarge,
} from "../../src/excel/errors";
import { NOTHING_SAVED } from "../../src/core/decisions/saved";
import type { Settings } from "../../src/core/judge/settings";
import type { Waiver } from "../../src/core/decisions/decision";
import type { Language } from "../../src/taskpane/host";
import { check } from "../../src/core/check";
import { schemes } from "../../src/schemes";
import { checked } from "./engineHere";
import { budgetFor, workbookOf } from "../core/rules/budget";
import { equipment } from "./equipment";
import { MemoryHost } from "./memoryHost";
import { hand, openPane, sample } from "./openPane";

const errors = sample("transformation-errors");
const clean = sample("planning-clean");

const card = (title: RegExp, cell: string) => {
  const cards = screen
    .getAllByRole("button", { name: `${cell} を選択` })
    .map((link) => link.closest("li") as HTMLElement)
    .filter((item) => title.test(item.querySelector(".finding-title")?.textContent ?? ""));
  expect(cards).toHaveLength(1);
  return cards[0]!;
};

const findings = () => screen.getByRole("region", { name: "指摘" });

/** Opens how the subsidy comes about. */
const howSo = (user: Awaited<ReturnType<typeof openPane>>["user"]) =>
  user.click(screen.getByRole("button", { name: /^計算の過程と内訳/ }));

async function openCard(user: Awaited<ReturnType<typeof openPane>>["user"], title: RegExp, cell: string) {
  const found = card(title, cell);
  const button = found.querySelector(".finding-title") as HTMLElement;
  if (button.getAttribute("aria-expanded") === "false") await user.click(button);
  return found;
}

describe("start", () => {
  test("shows what was recognised and from where, and keeps a choice in the workbook", async () => {
    const { host, user } = await openPane(errors);
    const frame = screen.getByRole("combobox", { name: "申請枠" }) as HTMLSelectElement;
    expect(frame.selectedOptions[0]!.textContent).toBe("事業変革枠");
    expect(screen.getByText("申請情報 C6 から")).toBeTruthy();
    expect(screen.getByRole("checkbox", { name: "「予算明細」を読む" })).toHaveProperty("checked", true);
    await user.selectOptions(frame, "計画策定枠");
    await waitFor(() => expect(host.saved.settings.frame).toBe("planning"));
    expect((screen.getByRole("combobox", { name: "申請枠" }) as HTMLSelectElement).value).toBe("planning");
    expect(host.marked).toBeNull();
  });

  test.each([
    [
      "（金額はすべて税込です）",
      "金額",
      ["予算明細 A1 に「（金額はすべて税込です）」とあります。税込の額は、消費税を除いて数えます。"],
    ],
    ["（金額はすべて税抜です）", "金額", ["予算明細 A1 に「（金額はすべて税抜です）」とあります。"]],
    ["経費の内訳", "金額(税抜)", ["予算明細 D2 に「金額(税抜)」とあります。"]],
    ["経費の内訳", "金額", ["記載がないため仮の選択です"]],
  ])("says whether the amounts are told with tax, and where: %s, %s", async (title, header, said) => {
    const line = (no: number) => [no, "消耗品費", `温度センサー${no}型`, 12_800 * no];
    const budget = workbookOf({ 予算明細: [[title], ["No", "費目", "品名", header], ...[1, 2, 3].map(line)] });
    const { host, user } = await openPane(budget);
    const told = () => {
      const tax = screen.getByRole("combobox", { name: "消費税" });
      const hint = document.getElementById(tax.getAttribute("aria-describedby") ?? "");
      return [...(hint?.children ?? [])].map(({ textContent }) => textContent);
    };
    expect(told()).toEqual(said);
    // What somebody chose comes first, and what the sheet says stays in sight.
    await user.selectOptions(screen.getByRole("combobox", { name: "消費税" }), "税込で計上");
    await waitFor(() => expect(host.saved.settings.tax).toBe("inclusive"));
    expect(told()[0]).toBe("選んだもの");
    expect(told()).toHaveLength(said[0]?.includes("とあります") === true ? 2 : 1);
  });

  test("a sheet can be left out, and a column read as something else", async () => {
    const { host, user } = await openPane(errors);
    await user.click(screen.getByRole("button", { name: "「予算明細」の列を直す" }));
    const amount = screen.getByRole("combobox", { name: /^金額/ }) as HTMLSelectElement;
    expect(amount.selectedOptions[0]!.textContent).toContain("J列");
    await user.selectOptions(amount, "7");
    await user.click(screen.getByRole("button", { name: "この読み方にする" }));
    await waitFor(() =>
      expect(host.saved.decisions.columns).toEqual([expect.objectContaining({ sheet: "予算明細", use: true })]),
    );
    expect(host.saved.decisions.columns[0]!.columns).toContainEqual({ field: "amountExclusive", column: 7 });
    await user.click(screen.getByRole("checkbox", { name: "「労務費」を読む" }));
    await waitFor(() =>
      expect(host.saved.decisions.columns).toContainEqual({ sheet: "労務費", use: false, columns: [] }),
    );
  });

  test("the column whose marks leave rows out is seen, and can be told to be none", async () => {
    const marked = workbookOf({
      予算明細: [
        ["費目", "内容", "採否", "金額"],
        ["消耗品費", "センサー", "○", 120_000],
        ["消耗品費", "予備のセンサー", "×", 60_000],
        ["外注費", "開発", "○", 156_200],
      ],
    });
    const { session, user } = await openPane(marked);
    const lines = () => session.state().report!.lines.map(({ description }) => description);
    expect(screen.getByText(/補助対象の印＝C列「採否」/)).toBeTruthy();
    expect(lines()).toEqual(["センサー", "開発"]);
    for (const again of [false, true]) {
      await user.click(screen.getByRole("button", { name: "「予算明細」の列を直す" }));
      const marks = screen.getByRole("combobox", { name: "補助対象の印" }) as HTMLSelectElement;
      if (!again) await user.selectOptions(marks, "");
      expect(marks.value).toBe("");
      await user.click(screen.getByRole("button", { name: "この読み方にする" }));
      await waitFor(() => expect(lines()).toEqual(["センサー", "予備のセンサー", "開発"]));
    }
    expect(screen.queryByText(/補助対象の印/)).toBeNull();
  });

  test("a labour sheet and a list of estimates that nobody knows are taught by their labels, kept, and read", async () => {
    const unknown = workbookOf({
      予算明細: [
        ["費目", "内容", "金額", "証憑番号"],
        ["消耗品費", "センサー", 120_000, "A1"],
        ["従業員費", "開発", 156_200, null],
      ],
      ひとの計算: [
        ["ひと", "月額", "足し", "割る", "レート", "コマ", "計"],
        ["山田 一", 240_000, 10_000, 160, 1_562, 100, 156_200],
      ],
      控え: [
        ["符丁", "先方", "もの", "円"],
        ["A1", "北九州電機", "センサー", 120_000],
      ],
    });
    const { host, session, user } = await openPane(unknown);
    const teach = async (sheet: string, kind: string, columns: Readonly<Record<string, string>>) => {
      await user.click(screen.getByRole("button", { name: `「${sheet}」の列を直す` }));
      const form = within(screen.getByRole("group", { name: `「${sheet}」の列を直す` }));
      await user.selectOptions(form.getByLabelText("この表は"), kind);
      for (const [label, column] of Object.entries(columns))
        await user.selectOptions(form.getByLabelText(label), column);
      await user.click(form.getByRole("button", { name: "この読み方にする" }));
    };
    expect(session.state().report!.labour).toEqual([]);
    await teach("ひとの計算", "labour", {
      氏名: "1",
      基本給: "2",
      諸手当: "3",
      所定労働時間: "4",
      時給単価: "5",
      時間: "6",
      金額: "7",
    });
    await waitFor(() =>
      expect(session.state().report!.labour.map(({ person, rate, hours }) => [person, rate, hours])).toEqual([
        ["山田 一", 1562, 100],
      ]),
    );
    await teach("控え", "estimates", { 見積書の番号: "1", 発行者: "2", "品名・内訳": "3", "金額（税抜）": "4" });
    await waitFor(() =>
      expect(session.state().report!.reading.estimates.map(({ no, issuer }) => [no, issuer])).toEqual([
        ["A1", "北九州電機"],
      ]),
    );
    expect(host.saved.decisions.columns.map(({ sheet, kind }) => [sheet, kind])).toEqual([
      ["ひとの計算", "labour"],
      ["控え", "estimates"],
    ]);
  });

  test("every row shows what it was read as and why; said otherwise, it is kept, and taken back", async () => {
    const { host, session, user } = await openPane(errors);
    const strip = screen.getByRole("toolbar", { name: "「予算明細」の行の読み方" });
    const marks = within(strip).getAllByRole("button");
    const { lines, reading } = session.state().report!;
    const { totals } = reading;
    const letters = marks.map(({ textContent }) => textContent);
    expect(letters.filter((letter) => letter === "明")).toHaveLength(
      lines.filter(({ sheet }) => sheet === "予算明細").length,
    );
    expect(letters.filter((letter) => letter === "小" || letter === "計").length).toBeGreaterThanOrEqual(
      totals.filter(({ sheet }) => sheet === "予算明細").length,
    );
    // One stop for Tab, arrows move.
    expect(marks.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    const before = session.state().report!.totals!.claimed;
    const line = marks.find(({ textContent }) => textContent === "明")!;
    await user.click(line);
    expect(host.selected.at(-1)).toMatch(/^予算明細!J\d+$/);
    const told = screen.getByRole("group", { name: /行目の読み方$/ });
    expect(told.textContent).toMatch(/「明細」と読みました（.+）/);
    await user.click(within(told).getByRole("button", { name: "数えない" }));
    await waitFor(() => expect(host.saved.decisions.rows).toMatchObject([{ sheet: "予算明細", as: "skip" }]));
    expect(session.state().report!.totals!.claimed).toBeLessThan(before);
    await user.click(screen.getByRole("button", { name: "元に戻す" }));
    await waitFor(() => expect(session.state().report!.totals!.claimed).toBe(before));
    expect(host.saved.decisions.rows ?? []).toEqual([]);
  });

  test("a sheet that is not counted says why", async () => {
    const copy = errors.sheets.find(({ name }) => name === "予算明細")!;
    await openPane({ ...errors, sheets: [...errors.sheets, { ...copy, name: "予算明細 (2)" }] });
    const row = screen.getByText("予算明細 (2)").closest("li")!;
    expect(row.textContent).toContain("ほかのシートの写しなので数えません");
    expect(within(row).queryByRole("checkbox")).toBeNull(); // a tick would say that it is read
  });

  test("the class of applicant is told by the guideline's table, with the row that decided", async () => {
    const { host, user } = await openPane(errors);
    await user.click(screen.getByText("中小事業者にあたるか確かめる"));
    const form = await screen.findByRole("group", { name: "中小事業者にあたるか確かめる" });
    await user.selectOptions(within(form).getByRole("combobox", { name: "業種" }), "卸売業");
    await user.type(within(form).getByRole("textbox", { name: /^資本金/ }), "１００，０００，００１");
    expect(within(form).getByRole("status").textContent).toContain("従業員数を入れると判定します");
    await user.type(within(form).getByRole("textbox", { name: /従業員/ }), "101");
    expect(within(form).getByRole("status").textContent).toContain("市内中小事業者以外");
    expect(within(form).getByRole("status").textContent).toContain("資本金 100,000,000円以下、または従業員 100人以下");
    await user.click(within(form).getByRole("button", { name: "「市内中小事業者以外」にする" }));
    await waitFor(() => expect(host.saved.settings.applicant).toBe("non-sme"));
  });

  test("without a budget table it says so, offers no check, and adds sheets to fill in", async () => {
    const { session, user } = await openPane({ ...errors, sheets: [] });
    expect(screen.getByRole("heading", { name: "予算の表がまだ見つかっていません" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "チェックする" })).toHaveProperty("disabled", true);
    // Where nothing was read, nothing was checked: that is not told as nothing left to look at.
    expect(screen.queryByText(/確認していないこと 0件/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "様式を追加する" }));
    await screen.findByText(/シートを追加しました/);
    expect(session.state().workbook!.sheets.map(({ name }) => name)).toContain("予算明細");
    expect(screen.queryByRole("heading", { name: "予算の表がまだ見つかっていません" })).toBeNull();
  });
});

describe("result", () => {
  test("the sum, where the budget goes, the steps to it, the distance to the ratio's limit, and marks in the sheet", async () => {
    const { host, user } = await openPane(errors, { checked: true });
    expect(screen.getAllByText("4,612,000")[0]!.closest(".amount")).toBeTruthy();
    expect(screen.getByText("申請額 4,912,500円は 300,500円多くなっています。")).toBeTruthy();
    const parts = within(screen.getByRole("list", { name: "計上した経費の行き先" })).getAllByRole("listitem");
    expect(parts.map(({ textContent }) => textContent)).toEqual([
      "補助金 4,612,000",
      "自己負担 2,306,347",
      "対象外 932,788",
    ]); // together 7,851,135
    // What has to be done comes first: the way to the sum is a press away while there is any.
    expect(screen.queryByRole("table", { name: "計算の過程" })).toBeNull();
    await howSo(user);
    const steps = screen.getByRole("table", { name: "計算の過程" });
    const figures = within(steps)
      .getAllByRole("row")
      .flatMap((row) => row.querySelector(".number")?.textContent ?? []); // each has its bar in a row of its own
    expect(figures).toEqual([
      "7,851,135",
      "−780,640",
      "−120,000",
      "−8,073",
      "−24,075",
      "6,918,347",
      "4,612,231",
      "−231",
    ]);
    expect(screen.getByRole("meter", { name: "旅費" }).getAttribute("aria-valuetext")).toBe(
      "旅費はあと1,303,509円で上限",
    );
    expect(host.marked?.subsidy?.amount).toBe(4_612_000);
  });

  test("a view begins at its top, and is found again where it was left", async () => {
    const { user } = await openPane(errors, { checked: true });
    const view = screen.getByRole("main");
    view.scrollTop = 500;
    fireEvent.scroll(view);
    await user.click(screen.getByRole("tab", { name: "労務費" }));
    expect(view.scrollTop).toBe(0);
    await user.click(screen.getByRole("tab", { name: "結果" }));
    expect(view.scrollTop).toBe(500);
  });

  test("the lines behind a cut are a press away, and an open card says what its fix is worth", async () => {
    const { host, user } = await openPane(errors, { checked: true });
    await howSo(user);
    await user.click(screen.getByRole("button", { name: /^期間外の利用料/ }));
    const steps = screen.getByRole("table", { name: "計算の過程" });
    const behind = steps.parentElement!.querySelector<HTMLElement>(".behind")!;
    expect(behind.textContent).toContain("−120,000");
    await user.click(within(behind).getAllByRole("button")[0]!);
    expect(host.selected.at(-1)).toBe("予算明細!J23");
    await openCard(user, /単価×数量/, "予算明細 J9");
    // 36,000 yen less at two thirds, rounded down to 1,000.
    expect(await screen.findByText("直すと、申請できる額は −24,000円。")).toBeTruthy();
  });

  test("every figure opens its lines: a level, a share of the cost, a limit", async () => {
    const { user } = await openPane(errors, { checked: true });
    await howSo(user);
    const figures = async (open: RegExp, list: RegExp) => {
      await user.click(screen.getByRole("button", { name: open }));
      const lines = screen.getByRole("region", { name: list });
      const told = lines.querySelector("p .number")!.textContent!;
      await user.click(screen.getByRole("button", { name: open }));
      return { told, text: lines.textContent! };
    };
    expect((await figures(/^計上した経費/, /計上した経費/)).told).toMatch(/7,851,135$/);
    expect((await figures(/^補助対象経費/, /補助対象経費/)).told).toMatch(/6,918,347$/);
    const cut = await figures(/^対象にならない経費/, /対象にならない経費/);
    expect(cut.told).toMatch(/^7件 −780,640$/);
    expect(cut.text).toMatch(/グリーン車|対象外|対象になりません/); // with the reason beside each
    const { byMajor } = check(errors, schemes).totals!;
    for (const [name, yen] of Object.entries(byMajor))
      expect((await figures(new RegExp(`^${name} [\\d,]+$`), new RegExp(name))).told).toContain(
        yen.toLocaleString("en-US"),
      );
    expect((await figures(/^旅費はあと/, /旅費/)).told).toMatch(/66,800$/);
  });

  test.each([
    ["beside the budget table", errors, ["佐藤 健一", "高橋 美咲"]],
    ["in it", clean, ["佐藤 健一", "高橋 美咲"]],
  ])(
    "items and lines hold labour that stands %s, person by person, and come to the whole",
    async (_, budget, people) => {
      const { session, user } = await openPane(budget, { checked: true });
      // Where nothing is to be done it is open from the start.
      if (screen.queryByText("項目と明細を見る") === null) await howSo(user);
      await user.click(screen.getByText("項目と明細を見る"));
      const items = () => [...document.querySelectorAll<HTMLElement>(".items > li")];
      const yen = (text: string) => Number(text.replaceAll(",", ""));
      const sums = items().map((item) => yen(item.querySelector("summary > .number")!.textContent!));
      const { totals } = session.state().report!;
      expect(sums.reduce((sum, one) => sum + one, 0)).toBe(totals!.eligible);
      const wages = items().find((item) => item.querySelector(".item-name")!.textContent!.startsWith("従業員費"))!;
      await user.click(wages.querySelector("summary")!);
      const lines = [...wages.querySelectorAll<HTMLElement>("li.line")];
      for (const person of people) expect(lines.some(({ textContent }) => textContent!.includes(person))).toBe(true);
      const each = lines.map((line) => yen(line.querySelector(".line-head .number")!.lastChild!.textContent!.trim()));
      expect(each.reduce((sum, one) => sum + one, 0)).toBe(sums[items().indexOf(wages)]);
      expect(each.some((one) => one > 0)).toBe(true);
    },
  );

  test("findings are searched, put in order of yen, and turned like pages", async () => {
    const { host, user } = await openPane(errors, { checked: true });
    const search = screen.getByRole("searchbox", { name: "指摘を探す" });
    await user.type(search, "ｊ９");
    expect(screen.getAllByRole("button", { name: /^直す: / }).map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining("単価×数量と金額が合いません"),
      expect.stringContaining("金額が見積書と違います"),
    ]);
    await user.clear(search);
    await user.type(search, "どこにもない言葉");
    expect(screen.getByText("探している言葉を含む指摘はありません。")).toBeTruthy();
    await user.clear(search);
    await user.selectOptions(screen.getByRole("combobox", { name: "並べ替え" }), "金額の大きい順");
    await waitFor(() => {
      const yen = [...document.querySelectorAll(".finding-line .worth")].map((one) =>
        Number(one.textContent!.replace(/[^\d]/g, "")),
      );
      expect(yen.length).toBeGreaterThan(5);
      expect(yen).toEqual(yen.toSorted((a, b) => b - a));
      expect(document.querySelector("[aria-busy=true]")).toBeNull(); // until all are weighed, the order may change
    });
    const titles = () => [...document.querySelectorAll<HTMLElement>(".finding-title")];
    const { length } = titles();
    const turn = () => screen.getByRole("group", { name: "前後の指摘" });
    expect(turn().textContent).toContain(`1 ／ ${length}`);
    await user.click(within(turn()).getByRole("button", { name: "次へ ›" }));
    expect(turn().textContent).toContain(`2 ／ ${length}`);
    expect(titles().findIndex((title) => title.getAttribute("aria-expanded") === "true")).toBe(1);
    expect(document.activeElement).toBe(titles()[1]);
    expect(host.selected.at(-1)).toMatch(/!/);
    await user.click(within(turn()).getByRole("button", { name: "‹ 前へ" }));
    expect(document.activeElement).toBe(titles()[0]);
  });

  test("findings of one kind stand under one heading with their number, each by its line", async () => {
    await openPane(errors, { checked: true });
    const headings = [...document.querySelectorAll<HTMLElement>(".kind")];
    expect(headings.length).toBeGreaterThan(2);
    for (const heading of headings) {
      let own = 0;
      for (let next = heading.nextElementSibling; next?.matches(".finding") === true; next = next.nextElementSibling)
        own += 1;
      expect(own).toBeGreaterThanOrEqual(Number(/(\d+)件/.exec(heading.textContent!)![1]));
    }
  });

  test("the page of the rule is a press away, in either language", async () => {
    for (const language of ["ja", "en"] as const) {
      const { user, view } = await openPane(errors, { checked: true, host: new MemoryHost(errors, { language }) });
      const found = document.querySelector<HTMLElement>(".finding-title[aria-expanded='true']")!.closest("li")!;
      await user.click(within(found).getByText(language === "ja" ? "この検査について" : "About this check"));
      await waitFor(() => expect(found.querySelector(".rule-page")).toBeTruthy());
      expect(found.querySelector(".rule-page")!.firstElementChild!.textContent).toBe(
        language === "ja" ? "記入された補助率が申請者区分の率でない" : "The stated rate is not the class's rate",
      );
      const page = found.querySelector(".rule-page")!.textContent!;
      expect(page).not.toMatch(/\b[a-z]+\/[a-z]+(-[a-z]+)*\b/); // what tools call a rule is no word for people
      expect(page.includes("見つけること")).toBe(language === "ja");
      expect(page).not.toMatch(/\*\*|\]\(|^\|/m);
      view.unmount();
    }
  });

  test("what is left counts down, and once nothing is left the way to the papers is shown", async () => {
    const { host, user, session } = await openPane(errors, { checked: true });
    expect(screen.getByText(/^残り31件（直す 24件、確かめる 7件）$/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /まとめて直す…$/ }));
    await user.click(screen.getByRole("button", { name: /か所に書き込む$/ }));
    await screen.findByText(/^残り2\d件/);
    const bar = screen.getByRole("progressbar", { name: /^残り/ }) as HTMLProgressElement;
    expect([bar.max, bar.value > 0]).toEqual([31, true]);
    // An amount that nobody can read is typed: no reason makes it one.
    await act(() => session.applyFixes([{ sheet: "予算明細", cell: "J13", value: 30_000 }]));
    for (let open = session.state().report!.findings; open.length > 0;) {
      await act(() => session.waive(open[0]!, "確認済み", "小倉"));
      open = session.state().report!.findings.filter(({ waived, severity }) => waived === null && severity !== "info");
    }
    const next = screen.getByRole("region", { name: "直すところは見つかりませんでした。" });
    await user.click(within(next).getByRole("button", { name: /^確認していないこと/ }));
    expect(document.querySelector("#not-checked")).toBeTruthy();
    await user.click(within(next).getByRole("button", { name: "集計シートを作る" }));
    await waitFor(() => expect(next.textContent).toContain("シート「検算結果」を作りました。"));
    expect(host.summaries).toHaveLength(1);
  });

  test("after fixing many the first is shown, and each is told with what it was, a press away from its cell and from before", async () => {
    const { host, user } = await openPane(errors, { checked: true });
    await user.click(screen.getByRole("button", { name: /まとめて直す…$/ }));
    const asked = within(screen.getByRole("group", { name: /まとめて/ })).getAllByRole("row").length;
    await user.click(screen.getByRole("button", { name: /か所に書き込む$/ }));
    await screen.findByText(`${asked}か所を直しました。`);
    const list = () => screen.getByRole("region", { name: "直したセル" });
    const items = () => within(list()).getAllByRole("listitem");
    const cells = () => items().map((one) => one.querySelector("button")!.textContent);
    const told = cells();
    expect(told).toHaveLength(asked);
    expect(`${host.selected.at(-1)}`).toBe(told[0]!.replace(" ", "!"));
    const [, second] = items();
    const [del, ins] = [second!.querySelector("del")!.textContent, second!.querySelector("ins")!.textContent];
    expect(del).not.toBe(ins);
    await user.click(second!.querySelector("button")!);
    expect(host.selected.at(-1)).toBe(told[1]!.replace(" ", "!"));
    await user.click(within(list()).getByRole("button", { name: `${told[1]} を元に戻す` }));
    await screen.findByText(`${asked - 1}か所を直しました。`);
    expect(cells()).toEqual(told.filter((one) => one !== told[1]));
    await user.click(within(screen.getAllByRole("status")[0]!).getByRole("button", { name: "元に戻す" }));
    await screen.findByText(`${asked - 1}か所を元に戻しました。`);
    expect(screen.queryByRole("region", { name: "直したセル" })).toBeNull();
  });

  test("of several values for one cell a person chooses, and sees which one settles it", async () => {
    const { host, user } = await openPane(errors, { checked: true });
    const found = await openCard(user, /1,000円未満|千円/, "申請情報 C10");
    await user.click(within(found).getByRole("button", { name: "直す…" }));
    const choice = within(found).getByRole("group", { name: /2通りの直し方/ });
    await waitFor(() =>
      expect(within(choice).getAllByText("この値なら、このセルに指摘は残りません。")).toHaveLength(1),
    );
    await user.click(within(choice).getByRole("radio", { name: /4,612,000/ }));
    await user.click(within(found).getByRole("button", { name: "この値にする" }));
    await screen.findByText("申請情報 C10 を直しました。");
    expect(host.value("申請情報", "C10")).toBe(4_612_000);
    expect(within(findings()).queryByRole("button", { name: "申請情報 C10 を選択" })).toBeNull();
  });

  test("a finding says what, why with its clause and what to do, and selects its cell", async () => {
    const { host, user } = await openPane(errors, { checked: true });
    const found = await openCard(user, /基準額に届きません/, "予算明細 C6");
    expect(host.selected).toContain("予算明細!C6");
    expect(within(found).getByText(/98,000円/)).toBeTruthy();
    expect(within(found).getByText("要領 5(1)①")).toBeTruthy();
    expect(within(found).getByText(/「消耗品費」に直してください/)).toBeTruthy();
  });

  test("filters by severity and groups by kind", async () => {
    const { user } = await openPane(errors, { checked: true });
    const filter = screen.getByRole("group", { name: "重さで絞り込む" });
    const warning = within(filter).getByRole("button", { name: /^確かめる \d+$/ });
    await user.click(warning);
    expect(warning.getAttribute("aria-pressed")).toBe("true");
    expect(screen.queryByRole("button", { name: /直す: / })).toBeNull();
    expect(screen.getAllByRole("button", { name: /^確かめる: / })).toHaveLength(
      Number(warning.textContent!.match(/\d+/)![0]),
    );
    await user.selectOptions(screen.getByRole("combobox", { name: "並べ替え" }), "種類ごと");
    const titles = screen.getAllByRole("button", { name: /^確かめる: / }).map((button) => button.textContent);
    for (const title of titles) {
      expect(titles.lastIndexOf(title) - titles.indexOf(title) + 1).toBe(
        titles.filter((other) => other === title).length,
      );
    }
  });

  test("a fix is shown before it is written, checked after, and can be taken back", async () => {
    const { host, user } = await openPane(errors, { checked: true });
    const found = await openCard(user, /基準額に届きません/, "予算明細 C6");
    await user.click(within(found).getByRole("button", { name: "直す…" }));
    const preview = within(found).getByRole("group", { name: "書き込む内容の確認" });
    expect(preview.textContent).toContain("機械装置等製作・購入費");
    expect(preview.textContent).toContain("消耗品費");
    expect(host.value("予算明細", "C6")).toBe("機械装置等製作・購入費");
    await user.click(within(preview).getByRole("button", { name: "この値にする" }));
    expect(await screen.findByText("予算明細 C6 を直しました。")).toBeTruthy();
    expect(host.value("予算明細", "C6")).toBe("消耗品費");
    expect(within(findings()).queryByRole("button", { name: "予算明細 C6 を選択" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "元に戻す" }));
    expect(await screen.findByText("予算明細 C6 を元に戻しました。")).toBeTruthy();
    expect(host.value("予算明細", "C6")).toBe("機械装置等製作・購入費");
    card(/基準額に届きません/, "予算明細 C6");
  });

  test("everything certain is fixed together, after a look at each cell, and taken back together", async () => {
    const { host, session, user } = await openPane(errors, { checked: true });
    const before = host.workbook;
    const fixes = session.state().report!.findings.flatMap(({ fix }) => (fix === null ? [] : [fix]));
    const safe = fixes.filter(({ kind }) => kind === "safe").map(({ sheet, cell }) => `${sheet}!${cell}`);
    expect(safe).toContain("申請情報!C10"); // and a lower figure is proposed for the same cell, for a person to decide
    const cells = new Set(safe).size - 1;
    await user.click(screen.getByRole("button", { name: `確実に直せる${cells}か所をまとめて直す…` }));
    const preview = screen.getByRole("group", { name: "まとめて直す内容の確認" });
    expect(within(preview).getAllByRole("row")).toHaveLength(cells);
    expect(host.workbook).toBe(before);
    await user.click(within(preview).getByRole("button", { name: `${cells}か所に書き込む` }));
    await screen.findByText(`${cells}か所を直しました。`);
    expect(host.value("予算明細", "C6")).toBe("消耗品費");
    expect(host.value("申請情報", "C10")).toBe(4_912_500);
    await user.click(screen.getByRole("button", { name: "元に戻す" }));
    await screen.findByText(`${cells}か所を元に戻しました。`);
    expect(host.value("予算明細", "C6")).toBe("機械装置等製作・購入費");
  });

  test("a finding is set aside only with reason and name; the record carries the date and can be taken back", async () => {
    const { host, user } = await openPane(errors, { checked: true });
    const found = await openCard(user, /基準額に届きません/, "予算明細 C6");
    await user.click(within(found).getByRole("button", { name: "理由を書いて承認済みにする…" }));
    await user.click(within(found).getByRole("button", { name: "承認済みにする" }));
    expect(within(found).getByRole("alert").textContent).toBe("理由とお名前を入力してください。");
    expect(host.saved.decisions.waivers).toEqual([]);
    await user.type(within(found).getByRole("textbox", { name: "理由" }), "事務局に確認済み");
    await user.type(within(found).getByRole("textbox", { name: "お名前" }), "小倉");
    await user.click(within(found).getByRole("button", { name: "承認済みにする" }));
    await waitFor(() =>
      expect(host.saved.decisions.waivers).toEqual([
        {
          rule: "category/equipment-threshold",
          sheet: "予算明細",
          cell: "C6",
          reason: "事務局に確認済み",
          by: "小倉",
          date: "2025-05-20",
          seen: { text: "ハンディターミナル(2次元コード対応)", yen: 196000, value: "機械装置等製作・購入費" },
        },
      ]),
    );
    await user.click(screen.getByRole("button", { name: "承認済み 1" }));
    expect(screen.getByText("理由 小倉（2025-05-20）：事務局に確認済み")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "承認を取り消す" }));
    await waitFor(() => expect(host.saved.decisions.waivers).toEqual([]));
  });

  test("what is found of a line that fills two rows is called by it, wherever in them it stands", async () => {
    const { view } = await openPane(hand("rr-29-seifun"), { checked: true });
    fireEvent.click(screen.getByRole("button", { name: /^お知らせ \d/ }));
    const told = screen.getAllByRole("button", { name: /^お知らせ: 備考に計算式がありません/ });
    const names = told.map((one) => one.querySelector("span:last-child")?.lastChild?.textContent);
    expect([names.length, new Set(names).size]).toEqual([11, 11]);
    expect(names).toContain("サイロ用 レベルセンサー");
    // Of a wage, by whose it is.
    view.unmount();
    await openPane(hand("rr-01-netsushori"), { checked: true });
    expect(card(/時給単価が計算と合いません/, "労務費積算 H7").textContent).toContain("江口 沙織");
  });

  test("a reason that is half written is found again after a look at another view; once given up, it is gone", async () => {
    const { user } = await openPane(errors, { checked: true });
    const write = async () => {
      const found = await openCard(user, /基準額に届きません/, "予算明細 C6");
      await user.click(within(found).getByRole("button", { name: "理由を書いて承認済みにする…" }));
      return within(found).getByRole("textbox", { name: "理由" }) as HTMLTextAreaElement;
    };
    await user.type(await write(), "事務局に");
    await user.click(screen.getByRole("tab", { name: "見積書" }));
    await user.click(screen.getByRole("tab", { name: "結果" }));
    expect((await write()).value).toBe("事務局に");
    await user.click(screen.getByRole("button", { name: "やめる" }));
    expect((await write()).value).toBe("");
  });

  test("a reason whose check is stopped, and what is written while another is at work, stay", async () => {
    let hold: Promise<void> | null = null;
    const { host, user } = await openPane(errors, { hold: () => hold, checked: true });
    const write = async (text: string) => {
      const found = await openCard(user, /基準額に届きません/, "予算明細 C6");
      await user.click(within(found).getByRole("button", { name: "理由を書いて承認済みにする…" }));
      const reason = within(found).getByRole("textbox", { name: "理由" }) as HTMLTextAreaElement;
      await user.type(reason, text);
      return reason;
    };
    await write("事務局に");
    await user.type(screen.getByRole("textbox", { name: "お名前" }), "小倉");
    hold = new Promise(() => undefined);
    await user.click(screen.getByRole("button", { name: "承認済みにする" }));
    await user.click(await screen.findByRole("button", { name: "中止" }));
    await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
    expect([host.saved.decisions.waivers, host.drafts.size]).toEqual([[], 1]);
    hold = null;
    expect((await write("確認済み")).value).toBe("事務局に確認済み");
    // A condition is typed and sent, and typed anew before the first is checked.
    await user.click(screen.getByRole("tab", { name: "設定" }));
    const amount = screen.getByRole("textbox", { name: "申請額（円）" });
    let go = () => {};
    hold = new Promise<void>((resolve) => (go = resolve));
    await user.type(amount, "4000{Enter}5");
    hold = null;
    go();
    await waitFor(() => expect(host.saved.settings.requested).toBe(4_000));
    await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
    expect(host.drafts.size).toBe(2);
    await user.tab();
    await waitFor(() => expect(host.saved.settings.requested).toBe(40_005));
    await waitFor(() => expect(host.drafts.size).toBe(1));
  });

  test("what was written before a check was stopped is told, can be taken back, and is checked after", async () => {
    const { host, session, user } = await openPane(errors, { checked: true });
    const found = await openCard(user, /基準額に届きません/, "予算明細 C6");
    await user.click(within(found).getByRole("button", { name: "直す…" }));
    host.slow = new Promise(() => undefined);
    await user.click(within(found).getByRole("button", { name: "この値にする" }));
    const stop = await screen.findByRole("button", { name: "中止" });
    host.slow = null;
    await user.click(stop);
    expect(host.value("予算明細", "C6")).toBe("消耗品費");
    expect(await screen.findByText("予算明細 C6 を直しました。")).toBeTruthy();
    await waitFor(() => expect(session.state().isBehind).toBe(false));
    expect(screen.queryByRole("button", { name: /基準額に届きません/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: "元に戻す" }));
    await waitFor(() => expect(host.value("予算明細", "C6")).not.toBe("消耗品費"));
  });

  test("a correction that was chosen is under way, found again, until it is kept; what is as it was at first is not", async () => {
    const { host, user } = await openPane(errors, { checked: true });
    let keep = () => {};
    jest.spyOn(host, "saveDecisions").mockReturnValueOnce(new Promise((resolve) => (keep = resolve)));
    await user.click(screen.getByRole("button", { name: /^お知らせ / }));
    const choose = async (name: string) => {
      const found = await openCard(user, /./, "予算明細 C15");
      await user.click(within(found).getByRole("button", { name: "分類を直す…" }));
      return within(found).getByRole("combobox", { name }) as HTMLSelectElement;
    };
    const item = await choose("正しい項目");
    const asRead = item.value;
    expect(host.drafts.size).toBe(0);
    await user.selectOptions(item, "外注費");
    expect(host.drafts.size).toBe(1);
    await user.selectOptions(item, asRead);
    expect(host.drafts.size).toBe(0);
    await user.selectOptions(item, "外注費");
    const { value } = item;
    await user.click(screen.getByRole("tab", { name: "見積書" }));
    await user.click(screen.getByRole("tab", { name: "結果" }));
    await user.click(screen.getByRole("button", { name: /^お知らせ / }));
    expect((await choose("正しい項目")).value).toBe(value);
    await user.click(screen.getByRole("button", { name: "この項目にする" }));
    await waitFor(() => expect(host.saveDecisions).toHaveBeenCalled());
    expect(host.drafts.size).toBe(1);
    keep();
    await waitFor(() => expect(host.drafts.size).toBe(0));
  });

  test("what is asked is answered in its card, and no reason is asked for what could not be read", async () => {
    const asks = workbookOf({
      予算明細: [
        ["費目", "内容", "金額"],
        ["消耗品費", "センサー", 120_000],
        ["消耗品費", "無線モジュール", "見積依頼中"],
        ["合計", null, 120_000],
        [null, null, 45_000],
      ],
    });
    const { host, user } = await openPane(asks, { checked: true });
    const reason = { name: "理由を書いて承認済みにする…" };
    const unread = await openCard(user, /金額を読めません/, "予算明細 C3");
    expect(within(unread).queryByRole("button", reason)).toBeNull();
    const frame = screen.getByRole("button", { name: /申請枠が分かりません/ }).closest("li") as HTMLElement;
    await user.click(frame.querySelector(".finding-title") as HTMLElement);
    expect(within(frame).queryByRole("button", reason)).toBeNull();
    // Asked once, at the head of the result.
    await user.selectOptions(screen.getByRole("combobox", { name: "申請枠" }), "計画策定枠");
    await waitFor(() => expect(host.saved.settings.frame).toBe("planning"));
    expect(screen.queryByRole("button", { name: /申請枠が分かりません/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: "確かめる 1" }));
    const money = await openCard(user, /数えていない金額/, "予算明細 C5");
    expect(within(money).queryByRole("button", reason)).toBeNull();
    await user.click(await within(money).findByRole("button", { name: "数えない" }));
    await waitFor(() => expect(host.saved.decisions.rows).toMatchObject([{ row: 5, as: "skip" }]));
    expect(screen.queryByRole("button", { name: "予算明細 C5 を選択" })).toBeNull();
  });

  test("a category is corrected on the spot, kept, and in force", async () => {
    const { host, session, user } = await openPane(errors, { checked: true });
    await user.click(screen.getByRole("button", { name: /^お知らせ / }));
    const found = await openCard(user, /./, "予算明細 C15");
    await user.click(within(found).getByRole("button", { name: "分類を直す…" }));
    await user.selectOptions(within(found).getByRole("combobox", { name: "正しい項目" }), "外注費");
    await user.click(within(found).getByRole("button", { name: "この項目にする" }));
    await waitFor(() => expect(host.saved.decisions.corrections).toHaveLength(1));
    const line = session.state().report!.lines.find(({ row, sheet }) => sheet === "予算明細" && row === 15)!;
    expect([line.middle, line.corrected]).toEqual(["外注費", true]);
    await user.click(screen.getByRole("tab", { name: "設定" }));
    await user.click(screen.getByRole("button", { name: `${line.description} を取り消す` }));
    await waitFor(() => expect(host.saved.decisions.corrections).toEqual([]));
  });

  test("corrections travel to the next budget as text, and nonsense is refused in words", async () => {
    const first = await openPane(errors, { checked: true });
    await act(() =>
      first.session.correct({
        description: "IoT電流センサー(クランプ式)",
        vendor: null,
        middle: "外注費",
        minor: null,
      }),
    );
    await first.user.click(screen.getByRole("tab", { name: "設定" }));
    await first.user.click(screen.getByText("分類を次の予算書でも使う"));
    const copied = ((await screen.findByRole("textbox", { name: "直した分類の文字" })) as HTMLTextAreaElement).value;
    first.view.unmount();

    const { host, user } = await openPane(clean, { checked: true });
    await user.click(screen.getByRole("tab", { name: "設定" }));
    await user.click(screen.getByText("分類を次の予算書でも使う"));
    const box = await screen.findByRole("textbox", { name: "直した分類の文字" });
    await user.clear(box);
    await user.click(box);
    await user.paste("{}");
    await user.click(screen.getByRole("button", { name: "取り込む" }));
    expect(screen.getByText(/取り込める形ではありません/)).toBeTruthy();
    await user.clear(box);
    await user.click(box);
    await user.paste(copied);
    await user.click(screen.getByRole("button", { name: "取り込む" }));
    await waitFor(() => expect(host.saved.decisions.corrections).toEqual(first.host.saved.decisions.corrections));
  });

  test("an edit is checked after a pause; focus and the opened card stay", async () => {
    const { host, user } = await openPane(errors, { checked: true });
    const found = await openCard(user, /単価×数量/, "予算明細 J9");
    const button = within(found).getByRole("button", { name: /単価×数量/ });
    button.focus();
    const reads = host.reads;
    act(() => {
      host.type("予算明細", "J11", 0);
      host.type("予算明細", "J12", 0);
    });
    await waitFor(() => expect(host.marked?.subsidy?.amount).not.toBe(4_612_000));
    expect(host.reads).toBe(reads + 1);
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute("aria-expanded")).toBe("true");
    expect(screen.queryByText("4,612,000")).toBeNull();
  });

  test("marks are cleared and the summary sheet is written on request", async () => {
    const { host, user } = await openPane(errors, { checked: true });
    await user.click(screen.getByRole("button", { name: "集計シート" }));
    expect(await screen.findByText("シート「検算結果」を作りました。")).toBeTruthy();
    expect(host.summaries[0]?.subsidy?.amount).toBe(4_612_000);
    await user.click(screen.getByRole("button", { name: "セルの色を消す" }));
    expect(await screen.findByText("Kenzan が付けたセルの色を消しました。")).toBeTruthy();
    expect(host.marked).toBeNull();
    await user.click(screen.getByRole("button", { name: "セルに色を付ける" }));
    expect(await screen.findByText("指摘のあるセルに色を付けました。")).toBeTruthy();
    expect(host.marked?.subsidy?.amount).toBe(4_612_000);
  });

  test("marks follow every decision, an old summary sheet is told, and decisions can be taken back", async () => {
    const { host, session, user } = await openPane(errors, { checked: true });
    await user.click(screen.getByRole("button", { name: "集計シート" }));
    await screen.findByText("シート「検算結果」を作りました。");
    const finding = session.state().report!.findings.find(({ rule }) => rule === "eligibility/travel-class")!;
    await act(() => session.waive(finding, "了承済み", "小倉"));
    expect(host.marked).toBe(session.state().report);
    expect(screen.getByText("シート「検算結果」は、今の内容と違っています。")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "元に戻す" }));
    await waitFor(() => expect(host.saved.decisions.waivers).toEqual([]));
    expect(host.marked?.subsidy?.amount).toBe(4_612_000);
    expect(screen.queryByText("シート「検算結果」は、今の内容と違っています。")).toBeNull();
  });

  test("what others decided in the workbook is shown with both amounts, and in force only when a person says so", async () => {
    const host = new MemoryHost(errors);
    const theirs: Waiver = {
      rule: "eligibility/travel-class",
      sheet: null,
      cell: null,
      reason: "急ぎのため",
      by: "申請者 某",
      date: "2025-05-01",
    };
    host.saved = { ...NOTHING_SAVED, revision: 3, decisions: { ...NOTHING_SAVED.decisions, waivers: [theirs] } };
    const { session, user, view } = await openPane(errors, { host, checked: true });
    const others = within(await screen.findByRole("region", { name: "ほかの人がこのブックに記録した承認・変更" }));
    expect(session.state().report!.subsidy!.amount).toBe(4_612_000);
    await others.findByText(/^申請者 某 ・ 2025-05-01 ・ 補助額 \+[\d,]+円$/);
    expect(others.getByText(/急ぎのため/)).toBeTruthy();
    expect(others.getAllByRole("row").map(({ textContent }) => textContent)).toEqual([
      "反映しない額4,612,000円",
      "反映した額4,623,000円",
    ]);
    // Decided here: in force, and theirs stays in the workbook beside it.
    const own = session.state().report!.findings.find(({ rule }) => rule === "category/equipment-threshold")!;
    await act(() => session.waive(own, "事務局に確認済み", "小倉"));
    expect(
      session
        .state()
        .report!.findings.filter(({ waived }) => waived !== null)
        .map(({ rule }) => rule),
    ).toEqual(["category/equipment-threshold"]);
    expect(host.saved.decisions.waivers.map(({ by }) => by)).toEqual(["申請者 某", "小倉"]);
    await user.click(others.getByRole("radio", { name: "反映して計算する" }));
    await waitFor(() => expect(session.state().report!.subsidy!.amount).toBe(4_623_000));
    expect(host.marked).toBe(session.state().report);
    await user.click(others.getByRole("radio", { name: "反映せず、一覧も出さない" }));
    await waitFor(() => expect(session.state().report!.subsidy!.amount).toBe(4_612_000));
    expect([others.queryByRole("table"), others.queryByText(/急ぎのため/)]).toEqual([null, null]);
    expect(host.saved.decisions.waivers).toHaveLength(2);
    // Opened again by the same person: their own holds at once, the other's is shown again.
    view.unmount();
    const again = new MemoryHost(errors);
    again.saved = host.saved;
    const next = await openPane(errors, { host: again, checked: true });
    expect(next.session.state().saved.decisions.waivers.map(({ by }) => by)).toEqual(["小倉"]);
    expect(next.session.state().others?.mode).toBe("show");
  });

  test("to count what the guideline excludes somebody answers for it with reason and name", async () => {
    const { host, session, user } = await openPane(errors, { checked: true });
    const finding = session.state().report!.findings.find(({ rule }) => rule === "eligibility/excluded-item")!;
    const found = await openCard(user, /./, `${finding.sheet} ${finding.cell}`);
    await user.click(within(found).getByRole("button", { name: "分類を直す…" }));
    await user.selectOptions(within(found).getByRole("combobox", { name: "対象かどうか" }), "対象にする");
    await user.click(within(found).getByRole("button", { name: "この項目にする" }));
    expect(within(found).getByRole("alert").textContent).toBe("理由とお名前を入力してください。");
    expect(host.saved.decisions.corrections).toEqual([]);
    await user.type(within(found).getByRole("textbox", { name: "理由" }), "財団に確認済み");
    await user.type(within(found).getByRole("textbox", { name: "お名前" }), "小倉");
    await user.click(within(found).getByRole("button", { name: "この項目にする" }));
    await waitFor(() => expect(host.saved.decisions.waivers).toHaveLength(1));
    expect(host.saved.decisions.waivers[0]).toMatchObject({ reason: "財団に確認済み", by: "小倉", date: "2025-05-20" });
    const line = session
      .state()
      .report!.lines.find(({ row, sheet }) => `${sheet} ${row}` === `${finding.sheet} ${finding.cell!.slice(1)}`);
    expect(line?.eligibility).toBe("eligible");
  });

  test("where the frame is not known it is asked for on the spot, and the sum follows", async () => {
    const { host, user } = await openPane(sample("travel-over"), { checked: true });
    expect(screen.getByText("まだ計算できません")).toBeTruthy();
    const verdict = screen.getByRole("region", { name: "申請できる額" });
    await user.selectOptions(within(verdict).getByRole("combobox", { name: "申請枠" }), "計画策定枠");
    await waitFor(() => expect(screen.queryByText("まだ計算できません")).toBeNull());
    expect(host.saved.settings.frame).toBe("planning");
    expect(screen.getByRole("meter", { name: "旅費" })).toBeTruthy();
  });

  test("what else is missed is asked for on the spot, with the reason; a rate above the whole is none", async () => {
    const sme = [["申請者の区分", "中小企業"]];
    const rateless = await openPane(workbookOf(budgetFor("2024年度 DX推進補助金", "計画策定枠", 3_000_000, sme)), {
      checked: true,
    });
    const asked = () => screen.getByRole("region", { name: "申請できる額" });
    expect(asked().textContent).toContain("公募要領に補助率が書かれていません");
    expect(within(asked()).queryByRole("button", { name: "申請の条件を変える" })).toBeNull();
    const rate = within(asked()).getByRole("textbox", { name: "補助率" });
    await rateless.user.type(rate, "3/2{Enter}");
    expect(within(asked()).getByText("2/3 のように入力してください。")).toBeTruthy();
    expect(rateless.host.saved.settings.rate).toBeUndefined();
    await rateless.user.clear(rate);
    await rateless.user.type(rate, "１／２{Enter}");
    await waitFor(() => expect(screen.queryByText("まだ計算できません")).toBeNull());
    expect(rateless.host.saved.settings.rate).toBe("1/2");
    rateless.view.unmount();

    const green = workbookOf(budgetFor("ものづくり補助金 2023", "グリーン枠 エントリー", 30_000_000, sme));
    const banded = await openPane(green, { checked: true });
    expect(asked().textContent).toContain("上限額が従業員数で決まります");
    await banded.user.type(within(asked()).getByRole("textbox", { name: "従業員数（人）" }), "12{Enter}");
    // Of this band the guideline is silent: nobody is asked for it.
    await within(asked()).findByText("公募要領にこの従業員数の上限額が書かれていません。公募元に確かめてください。");
    expect(within(asked()).queryByRole("textbox")).toBeNull();
    expect(asked().textContent).not.toContain("入力すると計算できます");
  });

  test("where the workbook names a grant that is not known, the scheme is asked for, and may stay", async () => {
    const named = workbookOf(budgetFor("先端設備等導入補助金", "計画策定枠"));
    const { host, user } = await openPane(named, { checked: true });
    const verdict = screen.getByRole("region", { name: "申請できる額" });
    expect(verdict.textContent).toContain("「先端設備等導入補助金」とありますが、この制度のデータはありません");
    await user.selectOptions(
      within(verdict).getByRole("combobox", { name: "制度" }),
      within(verdict).getByRole("option", { name: "令和7年度 DX推進補助金" }),
    );
    await waitFor(() => expect(host.saved.settings.scheme).toBe("fais-dx-2025"));
    await waitFor(() => expect(verdict.textContent).not.toContain("先端設備等導入補助金"));
    expect(within(verdict).queryByRole("combobox", { name: "制度" })).toBeNull();
  });

  test("a budget without errors says so", async () => {
    await openPane(clean, { checked: true });
    expect(screen.queryByRole("button", { name: /^直す: / })).toBeNull();
    expect(screen.getByText(/一致しています|あと .*申請できます/)).toBeTruthy();
  });
});

describe("labour, estimates and what-if", () => {
  test("each hourly rate is worked out line by line, stated against computed", async () => {
    const { user } = await openPane(errors, { checked: true });
    await user.click(screen.getByRole("tab", { name: "労務費" }));
    const person = screen.getByRole("heading", { name: /佐藤 健一/ }).closest("li") as HTMLElement;
    expect(within(person).getByText("記入 2,490円 → 計算では 2,232円（258円多い）")).toBeTruthy();
    expect(person.textContent).toContain("363,321");
    expect(person.textContent).toContain("162.75時間");
    expect(person.textContent).toContain("83,700円");
    expect(within(person).getByText("時間外手当")).toBeTruthy();
  });

  test("a rate is corrected where it is worked out", async () => {
    const { host, session, user } = await openPane(errors, { checked: true });
    await user.click(screen.getByRole("tab", { name: "労務費" }));
    const [fix] = session
      .state()
      .report!.findings.flatMap((one) => (one.rule === "labour/hourly-rate" ? [one.fix] : []));
    const [button] = screen.getAllByRole("button", { name: "直す…" });
    await user.click(button!);
    await user.click(screen.getByRole("button", { name: "この値にする" }));
    await waitFor(() => expect(host.value(fix!.sheet, fix!.cell)).toBe(fix!.value));
  });

  test("the calculator takes what people type and floors once", async () => {
    const { user } = await openPane(errors, { checked: true });
    await user.click(screen.getByRole("tab", { name: "労務費" }));
    const type = (name: string, text: string) => user.type(screen.getByRole("textbox", { name }), text);
    await type("基本給", "２８０，０００");
    await type("諸手当", "35,000");
    await type("法定福利費", "48321円");
    await type("月所定労働時間", "162.75");
    await type("従事予定時間", "37.5");
    const result = screen.getByRole("status", { name: "計算結果" });
    expect(result.textContent).toContain("2,232円");
    expect(result.textContent).toContain("83,700円");
  });

  test("each estimate stands beside its lines", async () => {
    const { user } = await openPane(errors, { checked: true });
    await user.click(screen.getByRole("tab", { name: "見積書" }));
    // The view is loaded when it is first looked at.
    await screen.findByRole("heading", { name: /項番 14 / }, { timeout: 20_000 });
    const estimate = (no: string) => screen.getByRole("heading", { name: new RegExp(`項番 ${no} `) }).closest("li")!;
    expect(estimate("14").textContent).toContain("明細と 70,000円の差");
    // A line is shown at its amount: the first cell of a row is blank in many sheets.
    expect(within(estimate("14")).getByRole("button", { name: /^予算明細 J\d+ を選択$/ })).toBeTruthy();
    await user.click(screen.getByText(/^明細と一致した見積書 \d+件$/));
    expect(estimate("2").textContent).toContain("明細と一致");
  });

  test("what-if follows a changed amount, frame and class without touching the workbook", async () => {
    const { host, user } = await openPane(errors, { checked: true });
    await user.click(screen.getByRole("tab", { name: "試算" }));
    const part = (await screen.findByRole("heading", { name: "条件と金額を変えてみる" })).closest("section")!;
    const outsourcing = within(part).getByRole("textbox", { name: "外注費" });
    await user.clear(outsourcing);
    await user.type(outsourcing, "1,000,000"); // 670,000 less: (6,918,347 − 670,000) × 2/3
    expect(within(part).getByRole("status").textContent).toContain("4,165,000");
    expect(within(part).getByRole("status").textContent).toContain("今より 447,000円少ない");
    // What is no amount is never taken for the one before it.
    await user.clear(outsourcing);
    await user.type(outsourcing, "xyz");
    expect(within(part).getByRole("status").textContent).toContain("計算に情報が足りません");
    expect(within(part).getByRole("status").textContent).not.toMatch(/\d/);
    await user.clear(outsourcing);
    await user.type(outsourcing, "1,000,000");
    await user.selectOptions(within(part).getByRole("combobox", { name: "事業者区分" }), "市内中小事業者以外");
    expect(within(part).getByRole("status").textContent).toContain("3,124,000"); // × 1/2
    await user.click(within(part).getByRole("button", { name: "元の条件に戻す" }));
    expect(within(part).getByRole("status").textContent).toContain("4,612,000");
    expect(host.saved.settings).toEqual({});
  });

  test("what-if compares frames, best first, and changes nothing until asked", async () => {
    const { host, user } = await openPane(errors, { checked: true });
    await user.click(screen.getByRole("tab", { name: "試算" }));
    await user.click(await screen.findByRole("button", { name: /すべての枠を見る/ }));
    const use = screen.getByRole("button", { name: "この条件にする：令和7年度 DX推進補助金 ・ 計画策定枠" });
    const chosen = use.closest("li")!;
    expect(chosen.textContent).toContain("2,000,000円");
    expect(chosen.textContent).toContain("今より 2,612,000円少ない");
    expect(host.saved.settings).toEqual({});
    await user.click(use);
    expect(host.saved.settings).toEqual({});
    await user.click(within(chosen).getByRole("button", { name: "切り替える" }));
    await waitFor(() => expect(host.saved.settings.frame).toBe("planning"));
    await user.click(screen.getByRole("button", { name: "元に戻す" }));
    await waitFor(() => expect(host.saved.settings).toEqual({}));
  });
});

describe("what goes wrong is told in words and loses nothing", () => {
  test.each([
    [new CellBeingEdited(), /セルを入力中/],
    [new WorkbookTooLarge(), /5MB/],
    [new SheetMissing("予算明細"), /シート「予算明細」が見つかりません/],
  ])("reading refused: %p", async (error, words) => {
    const { host, user } = await openPane(errors, { checked: true });
    host.refusing.set("readWorkbook", error);
    await user.click(screen.getByRole("button", { name: "集計シート" }));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getAllByText("4,612,000")[0]).toBeTruthy();
    host.refusing.clear();
    await user.click(screen.getByRole("button", { name: "もう一度" }));
    await waitFor(() => expect(screen.queryByText(words)).toBeNull());
    expect(screen.getAllByText("4,612,000")[0]).toBeTruthy();
  });

  test("a protected sheet is not marked, and the list is all there", async () => {
    const host = new MemoryHost(errors);
    host.protectedSheets = ["予算明細"];
    await openPane(errors, { host, checked: true });
    await screen.findByText(/「予算明細」は保護されているため、色を付けられませんでした/);
    card(/単価×数量/, "予算明細 J9");
  });

  test("a fix on a protected sheet is refused and nothing changes", async () => {
    const { host, user } = await openPane(errors, { checked: true });
    host.refusing.set("applyFix", new SheetProtected("予算明細"));
    const found = await openCard(user, /基準額に届きません/, "予算明細 C6");
    await user.click(within(found).getByRole("button", { name: "直す…" }));
    await user.click(within(found).getByRole("button", { name: "この値にする" }));
    expect(await screen.findByText(/保護されているため、書き込めませんでした/)).toBeTruthy();
    expect(host.value("予算明細", "C6")).toBe("機械装置等製作・購入費");
    card(/基準額に届きません/, "予算明細 C6");
  });

  test("a decision that cannot be kept still holds in the pane", async () => {
    const { host, session } = await openPane(errors, { checked: true });
    host.refusing.set("saveDecisions", new SettingsRefused());
    await act(() => session.choose({ frame: "planning" }));
    expect(screen.getByText(/このブックに保存できませんでした/)).toBeTruthy();
    expect(session.state().report?.frame).toBe("planning");
  });

  test("a crashed rule is named as not checked", async () => {
    const { user } = await openPane(errors, {
      checking: (given) => {
        const report = checked(given);
        return { ...report, rules: { ...report.rules, crashed: ["tax/mixed"] } };
      },
      checked: true,
    });
    expect(screen.getByText(/1つの規則が途中で止まりました/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^確認していないこと/ }));
    expect(screen.getByText("規則「tax/mixed」は途中で止まり、確認できていません。")).toBeTruthy();
  });

  test("an exception in the engine keeps the last result and shows what to report", async () => {
    let broken = false;
    const { host, user } = await openPane(errors, {
      checking: (given) => {
        if (broken) throw new Error("boom");
        return checked(given);
      },
      checked: true,
    });
    broken = true;
    // What was not changed is not checked again.
    act(() => host.type("予算明細", "J11", 0));
    await user.click(screen.getByRole("button", { name: "集計シート" }));
    expect(await screen.findByText(/予期しないことが起き/)).toBeTruthy();
    expect(screen.getByText("boom")).toBeTruthy();
    expect(screen.getAllByText("4,612,000")[0]).toBeTruthy();
  });

  test("long work shows progress and can be cancelled", async () => {
    const { host, user } = await openPane(errors);
    host.slow = new Promise(() => undefined);
    await user.click(screen.getByRole("button", { name: "チェックする" }));
    const bar = await screen.findByRole("progressbar", { name: "ブックを確かめています" });
    expect(bar).toHaveProperty("value", 50);
    await user.click(screen.getByRole("button", { name: "中止" }));
    await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
    expect(screen.getByRole("button", { name: "チェックする" })).toHaveProperty("disabled", false);
    expect(screen.getByRole("alert").textContent).toBe("");
  });
});

describe("a scheme that pays no subsidy", () => {
  const under = (settings: Settings, language: Language = "ja") => {
    const host = new MemoryHost(equipment, { language });
    host.saved = { ...NOTHING_SAVED, settings };
    return openPane(equipment, { host, checked: true });
  };

  test("says of every asset whether it qualifies, why not, and what to look at; its cell is one press away", async () => {
    const { host, user } = await under({ scheme: "sentan-setsubi-2022" });
    const region = within(screen.getByRole("region", { name: "資産ごとの要件" }));
    expect(region.getByText(/3件のうち0件が要件を満たします。/).textContent).toContain("確認が必要なものが1件あります");
    const [first, second, third] = region.getAllByRole("listitem");
    expect(first!.textContent).toContain("確認が必要です機械装置販売開始からの年数を確かめてください。");
    expect(second!.textContent).toContain("要件を満たしません機械装置中古の設備は対象になりません。");
    expect(third!.textContent).toContain("取得価額 299,999円は、必要な 300,000円に届きません。 先端設備等導入計画 1⑶");
    expect(third!.textContent).toContain("取得日 2023-04-01 は、期限の 2023-03-31 より後です。");
    await user.click(region.getByRole("button", { name: "予算明細 A3 を選択" }));
    expect(host.selected).toEqual(["予算明細!A3"]);
    expect(screen.queryByText("申請できる額")).toBeNull();
  });

  test("names each share that comes off the tax, and asks for the frame where it is not known", async () => {
    const { host, user } = await under({ scheme: "dx-tax-2023" });
    const region = within(screen.getByRole("region", { name: "税の特例" }));
    expect(region.getByText("申請枠を選ぶと、税の特例の額を計算します。")).toBeTruthy();
    await user.selectOptions(region.getByRole("combobox", { name: "申請枠" }), "税額控除");
    await waitFor(() => expect(host.saved.settings.frame).toBe("credit"));
    const rows = region.getAllByRole("row").map(({ textContent }) => textContent);
    expect(rows).toEqual(["投資の合計5,499,999円", "投資の合計の 5%274,999円", "投資の合計の 3%164,999円"]);
    expect(region.getByText("どの割合になるかは、認定の内容で決まります。")).toBeTruthy();
  });

  test("says it in English, too", async () => {
    await under({ scheme: "sentan-setsubi-2022" }, "en");
    const region = within(screen.getByRole("region", { name: "Assets" }));
    expect(region.getByText(/0 of 3 assets qualify\. 1 asset still to be looked at\./)).toBeTruthy();
    expect(region.getAllByText("does not qualify")).toHaveLength(2);
  });
});

describe("keyboard", () => {
  test("tabs are one stop, arrows move, and the panel is named by its tab", async () => {
    const { user } = await openPane(errors, { checked: true });
    screen.getByRole("tab", { name: "結果" }).focus();
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toBe(screen.getByRole("tab", { name: "労務費" }));
    expect(screen.getByRole("tabpanel", { name: "労務費" })).toBeTruthy();
    await user.keyboard("{End}");
    expect(screen.getByRole("tabpanel", { name: "設定" })).toBeTruthy();
    await user.keyboard("{ArrowRight}");
    expect(screen.getByRole("tabpanel", { name: "結果" })).toBeTruthy();
  });

  test("after a check the focus is on the result, not lost with the button that was pressed", async () => {
    const { user } = await openPane(errors);
    screen.getByRole("button", { name: "チェックする" }).focus();
    await user.keyboard("{Enter}");
    const result = await screen.findByRole("tabpanel", { name: "結果" });
    await waitFor(() => expect(document.activeElement).toBe(result));
  });

  test("arrows step from finding to finding, and a fix needs no mouse", async () => {
    const { host, user } = await openPane(errors, { checked: true });
    const titles = screen.getAllByRole("button", { name: /^直す: / });
    titles[0]!.focus();
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(titles[1]);
    await user.keyboard("{ArrowUp}");
    expect(document.activeElement).toBe(titles[0]);
    within(card(/基準額に届きません/, "予算明細 C6"))
      .getByRole("button", { name: /基準額/ })
      .focus();
    await user.keyboard("{Enter}");
    await user.tab(); // the cell
    await user.tab();
    expect(document.activeElement?.textContent).toBe("直す…");
    await user.keyboard("{Enter}");
    expect(document.activeElement?.textContent).toBe("この値にする");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(host.value("予算明細", "C6")).toBe("消耗品費"));
  });
});

test("a budget of thousands of findings stays quick: the first are shown, more when asked", async () => {
  const { user } = await openPane(errors, {
    checking: (given) => {
      const report = checked(given);
      const [first] = report.findings.filter(({ rule }) => rule === "arithmetic/line");
      const many = Array.from({ length: 3000 }, (_, row) => ({ ...first!, cell: `J${row + 10_000}` }));
      return { ...report, findings: many };
    },
    checked: true,
  });
  expect(screen.getByRole("button", { name: "直す 3,000" })).toBeTruthy();
  expect(screen.getAllByRole("button", { name: /^直す: / })).toHaveLength(60);
  await user.click(screen.getByRole("button", { name: "続きを見る（残り2,940件）" }));
  expect(screen.getAllByRole("button", { name: /^直す: / })).toHaveLength(120);
});

test("in English, only names from the workbook and its scheme stay Japanese", async () => {
  const { user } = await openPane(errors, { host: new MemoryHost(errors, { language: "en" }), checked: true });
  expect(screen.getByText("You can apply for")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /^How it is worked out/ }));
  expect(screen.getByRole("tab", { name: "Labour" })).toBeTruthy();
  expect(screen.getByRole("meter", { name: "Travel" }).getAttribute("aria-valuetext")).toBe(
    "Travel: ¥1,303,509 left to the limit",
  );
});
