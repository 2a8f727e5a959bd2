/** The host answers Microsoft's library as Excel does: what holds here is what the other tests rely on. */
import { Book } from "../../src/workbench/host/book";
import { HostError } from "../../src/workbench/host/errors";
import { ExcelHost, WEB_PAYLOAD_LIMIT } from "../../src/workbench/host/host";
import { loadLibrary, type Library } from "./library";

function open(
  grid: Record<string, (string | number | boolean)[][]>,
  options = {},
): Library & { host: ExcelHost; book: Book } {
  const book = new Book();
  for (const [name, rows] of Object.entries(grid)) {
    const sheet = book.addSheet(name);
    for (const [row, cells] of rows.entries())
      for (const [column, value] of cells.entries()) sheet.make(row + 1, column + 1).value = value;
  }
  const host = new ExcelHost(book, options);
  return { ...loadLibrary(host), host, book };
}

const fruit = {
  果物: [
    ["名前", "個数"],
    ["りんご", 1],
    ["梨", 2],
  ],
};

/** Code and place of the error that a run ends with. */
async function errorOf(run: Promise<unknown>): Promise<string> {
  return run.then(
    () => "no error",
    (error: OfficeExtension.Error) => `${error.code} ${error.debugInfo?.errorLocation ?? ""}`.trim(),
  );
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

test("one sync answers everything that was asked before it", async () => {
  const { Excel, host } = open(fruit);
  const read = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("果物");
    const used = sheet.getUsedRange().load("values,address,format/fill/color,format/font/bold");
    const missing = context.workbook.worksheets.getItemOrNullObject("野菜");
    const count = context.workbook.worksheets.getCount();
    const all = context.workbook.worksheets.load("items/name,items/visibility");
    await context.sync();
    return {
      values: used.values,
      address: used.address,
      fill: used.format.fill.color,
      bold: used.format.font.bold,
      missing: missing.isNullObject,
      count: count.value,
      sheets: all.items.map((item) => [item.name, item.visibility]),
    };
  });
  expect(read).toEqual({
    values: fruit["果物"],
    address: "果物!A1:B3",
    fill: "#FFFFFF",
    bold: false,
    missing: true,
    count: 1,
    sheets: [["果物", "Visible"]],
  });
  expect(host.syncs).toBe(1);
  await pause();
  expect(host.references).toBe(0);
});

test("what was not loaded cannot be read, and what does not exist is refused by name", async () => {
  const { Excel, host } = open(fruit);
  const onSheet = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<string> =>
    errorOf(
      Excel.run(async (context) => {
        const result = work(context.workbook.worksheets.getItem("果物"), context);
        await context.sync();
        return typeof result === "function" ? result() : result;
      }),
    );
  expect(await onSheet((sheet) => () => sheet.getRange("A1").values)).toMatch(/^PropertyNotLoaded/);
  expect(await onSheet((_, context) => context.workbook.worksheets.getItem("野菜").load("name"))).toMatch(
    /^ItemNotFound/,
  );
  expect(await onSheet((sheet) => (sheet.getRange("A1:B2").values = [[1, 2, 3]]))).toBe("InvalidArgument Range.values");
  expect(await onSheet((sheet) => sheet.getRange("A1").load("valeus"))).toBe("InvalidArgument Range.valeus");
  expect(await onSheet((sheet) => sheet.getRange("first cell"))).toMatch(/^InvalidArgument/);
  host.cellBeingEdited = true;
  expect(await onSheet((sheet) => sheet.load("name"))).toMatch(/^InvalidOperationInCellEditMode/);
});

test("a batch stops at the action that fails; what came before stays", async () => {
  const { Excel, book } = open(fruit);
  const code = await errorOf(
    Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.getItem("果物").getRange("D1").values = [["kept"]];
      sheets.getItem("野菜").getRange("D1").values = [["nowhere"]];
      sheets.getItem("果物").getRange("D2").values = [["lost"]];
      await context.sync();
    }),
  );
  expect(code).toMatch(/^ItemNotFound/);
  expect(book.sheet("果物")?.get(1, 4)?.value).toBe("kept");
  expect(book.sheet("果物")?.get(2, 4)).toBeUndefined();
});

test("values are taken as if typed", async () => {
  const { Excel, book } = open({ S: [[""]] });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("S");
    sheet.getRange("A1:A8").values = [
      ["=1+1"],
      ["'=1+1"],
      ["12"],
      [12],
      ["2025/6/1"],
      ["R7.6.1"],
      ["-値引き"],
      ["'-値引き"],
    ];
    await context.sync();
  });
  const cells = [1, 2, 3, 4, 5, 6, 7, 8].map((row) => book.sheet("S")?.get(row, 1));
  expect(cells.map((cell) => cell?.formula)).toEqual(["1+1", null, null, null, null, null, "-値引き", null]);
  expect(cells.slice(1, 6).map((cell) => cell?.value)).toEqual(["=1+1", 12, 12, 45809, 45809]);
  expect(cells[7]?.value).toBe("-値引き");
});

test("ten thousand cells are written and read in one sync each, and the web's limit is kept", async () => {
  const desktop = open({ S: [[""]] });
  const grid = Array.from({ length: 1000 }, (_, row) => Array.from({ length: 10 }, (_, column) => row * 10 + column));
  await desktop.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("S").getRange("A1:J1000");
    range.values = grid;
    range.load("values");
    await context.sync();
    expect(range.values).toEqual(grid);
  });
  expect(desktop.host.syncs).toBe(1);
  const long = "あ".repeat(1000);
  const web = open({ S: Array.from({ length: 2000 }, () => [long]) }, { payloadLimit: WEB_PAYLOAD_LIMIT });
  const read = (address: string): Promise<string> =>
    errorOf(
      web.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("S").getRange(address).load("values");
        await context.sync();
      }),
    );
  expect(await read("A1:A2000")).toMatch(/^ResponsePayloadSizeLimitExceeded/);
  expect(await read("A1:A1000")).toBe("no error");
});

test("edits reach whoever listens, with who made them, until he stops", async () => {
  const { Excel, host } = open(fruit);
  const heard: unknown[] = [];
  const listener = await Excel.run(async (context) => {
    const added = context.workbook.worksheets.onChanged.add(async (event) => {
      heard.push([event.address, event.source, event.worksheetId]);
    });
    await context.sync();
    return added;
  });
  host.type("果物", "B2", [[5]]);
  host.type("果物", "A4:B4", [["柿", 9]], "Remote");
  await pause();
  expect(heard).toEqual([
    ["B2", "Local", host.book.sheets[0]?.id],
    ["A4:B4", "Remote", host.book.sheets[0]?.id],
  ]);
  await Excel.run(listener.context, async (context) => {
    listener.remove();
    await context.sync();
  });
  host.type("果物", "B2", [[6]]);
  await pause();
  expect(heard).toHaveLength(2);
});

test("a protected sheet takes no change but what its protection allows", async () => {
  const { Excel, book } = open(fruit);
  const sheet = book.sheets[0]!;
  const addRule = (): Promise<string> =>
    errorOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("果物").getRange("A1").conditionalFormats.add("Custom");
        await context.sync();
      }),
    );
  sheet.protection = {};
  expect(await addRule()).toMatch(/^AccessDenied/);
  sheet.protection = { AllowFormatCells: true };
  expect(await addRule()).toBe("no error");
});

test("a comment where one exists is refused", async () => {
  const { Excel } = open(fruit);
  const comment = (): Promise<string> =>
    errorOf(
      Excel.run(async (context) => {
        context.workbook.comments.add("果物!A1", "見ました");
        await context.sync();
      }),
    );
  expect(await comment()).toBe("no error");
  expect(await comment()).toMatch(/^InvalidOperation/);
});

test("any step can be made to fail", async () => {
  const { Excel, host } = open(fruit);
  host.refuse(({ type, name }) =>
    type === "SettingCollection" && name === "Add" ? new HostError("AccessDenied", "no") : null,
  );
  const code = await errorOf(
    Excel.run(async (context) => {
      context.workbook.settings.add("key", "value");
      await context.sync();
    }),
  );
  expect(code).toMatch(/^AccessDenied/);
  expect(host.book.settings.size).toBe(0);
});

test("the library gates what an older Excel does not have", async () => {
  const book = new Book();
  book.addSheet("S");
  const { Excel, OfficeExtension } = loadLibrary(new ExcelHost(book), "1.6");
  (
    OfficeExtension as unknown as { CommonUtility: { _doApiNotSupportedCheck: boolean } }
  ).CommonUtility._doApiNotSupportedCheck = true;
  const code = await errorOf(
    Excel.run(async (context) => {
      context.workbook.comments.add("S!A1", "x");
      await context.sync();
    }),
  );
  expect(code).toMatch(/^ApiNotFound/);
});

describe("as the documentation says", () => {
  const inSheet = <T>(
    { Excel }: Library,
    work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
  ): Promise<T> => Excel.run((context) => work(context.workbook.worksheets.getItem("果物"), context));

  test("the used range of a range is the smallest around what lies in it", async () => {
    const library = open(fruit);
    library.book.sheets[0]!.make(900, 7).value = "遠く";
    const used = await inSheet(library, async (sheet, context) => {
      const asked = ["A1:J500", "A2:A900", "C1:F800", "B:B"].map((address) =>
        sheet.getRange(address).getUsedRangeOrNullObject(true).load("address"),
      );
      await context.sync();
      return asked.map((range) => (range.isNullObject ? null : range.address));
    });
    expect(used).toEqual(["果物!A1:B3", "果物!A2:A3", null, "果物!B1:B3"]);
  });

  test("a format of whole columns makes no cell, and holds for those to come", async () => {
    const library = open(fruit);
    const sheet = library.book.sheets[0]!;
    const look = await inSheet(library, async (own, context) => {
      own.getRange().format.fill.color = "#FFCC00";
      own.getRange("C:C").format.font.bold = true;
      own.getRange("C9").values = [["後から"]];
      const [inside, across, later] = ["C1:C500000", "A1:C9", "C9"].map((address) =>
        own.getRange(address).load("format/fill/color,format/font/bold"),
      );
      await context.sync();
      return [inside, across, later].map((range) => [range!.format.fill.color, range!.format.font.bold]);
    });
    expect(look).toEqual([
      ["#FFCC00", true],
      ["#FFCC00", null],
      ["#FFCC00", true],
    ]);
    expect([...sheet.rows.values()].reduce((sum, cells) => sum + cells.size, 0)).toBe(7);
  });

  test("a table has a header, a body and a row of totals; rows that are added push what is below", async () => {
    const library = open({
      果物: [
        ["名前", "個数"],
        ["りんご", 1],
        ["梨", 2],
        ["", ""],
        ["下", "のメモ"],
      ],
    });
    const seen = await inSheet(library, async (sheet, context) => {
      const table = sheet.tables.add("A1:B3", true);
      table.rows.add(undefined, [["柿", 3]]);
      table.rows.add(0, [["桃", 0]]);
      table.columns.getItem("個数").getDataBodyRange().format.font.bold = true;
      table.showTotals = true;
      const parts = [
        table.getRange(),
        table.getHeaderRowRange(),
        table.getDataBodyRange(),
        table.getTotalRowRange(),
      ].map((range) => range.load("address,values"));
      const rows = table.rows.load("count");
      await context.sync();
      return { addresses: parts.map(({ address }) => address), body: parts[2]!.values, rows: rows.count };
    });
    expect(seen).toEqual({
      addresses: ["果物!A1:B6", "果物!A1:B1", "果物!A2:B5", "果物!A6:B6"],
      body: [
        ["桃", 0],
        ["りんご", 1],
        ["梨", 2],
        ["柿", 3],
      ],
      rows: 4,
    });
    expect(library.book.sheets[0]!.get(7, 1)?.value).toBe("下");
  });

  test("sheets beside a sheet, the active cell, and what two ranges share", async () => {
    const { Excel } = open({ 一: [[1]], 二: [[2]], 三: [[3]] });
    const seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("二");
      const [before, after] = [sheet.getPrevious().load("name"), sheet.getNext().load("name")];
      const none = sheet.getNext().getNextOrNullObject();
      sheet.activate();
      sheet.getRange("B2:C9").select();
      const cell = context.workbook.getActiveCell().load("address");
      const shared = sheet.getRange("A1:C3").getIntersection("B2:F9").load("address");
      await context.sync();
      return [before.name, after.name, none.isNullObject, cell.address, shared.address];
    });
    expect(seen).toEqual(["一", "三", true, "二!B2", "二!B2:C3"]);
    expect(
      await errorOf(
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("一");
          sheet.getRange("A1").getIntersection("C3").load("address");
          await context.sync();
        }),
      ),
    ).toMatch(/^ItemNotFound/);
  });

  test("a comment is answered and resolved", async () => {
    const { Excel, book } = open(fruit);
    const seen = await Excel.run(async (context) => {
      const comment = context.workbook.comments.add("果物!B2", "見ました");
      comment.replies.add("了解です");
      comment.resolved = true;
      const again = context.workbook.comments.getItemByCell("果物!B2").load("content,resolved,replies/items/content");
      await context.sync();
      return [again.content, again.resolved, again.replies.items.map(({ content }) => content)];
    });
    expect(seen).toEqual(["見ました", true, ["了解です"]]);
    expect(book.sheets[0]!.comments).toHaveLength(1);
  });

  test("rows are inserted and deleted, and whoever listens is told what moved", async () => {
    const { Excel, book } = open(fruit);
    const heard: unknown[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(
        async ({ changeType, address }) => void heard.push([changeType, address]),
      );
      await context.sync();
      const sheet = context.workbook.worksheets.getItem("果物");
      sheet.getRange("2:3").insert("Down");
      sheet.getRange("A1:A1").delete("Up");
      await context.sync();
    });
    await pause();
    expect(heard).toEqual([
      ["RowInserted", "2:3"],
      ["CellDeleted", "A1"],
    ]);
    expect(book.sheets[0]!.get(3, 1)?.value).toBe("りんご");
    expect(book.sheets[0]!.get(4, 2)?.value).toBe(1);
  });
});
