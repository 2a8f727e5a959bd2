import { clearComments, comment, type CellNote } from "../../src/excel/comments";
import { CellBeingEdited, inExcel } from "../../src/excel/errors";
import type { BookSheet } from "../../src/workbench/host/book";
import { HostError } from "../../src/workbench/host/errors";
import { bookOf, openBook } from "../excel-host/open";
import { stateOf } from "../excel-host/state";

const note = (sheet: string, cell: string): CellNote => ({ sheet, cell, text: `${cell} を直してください。` });
const put = (...notes: CellNote[]) => inExcel((context) => comment(context, notes));
const clear = () => inExcel(clearComments);

const own = (sheet: BookSheet, row: number, content: string, replies: string[] = []) =>
  sheet.comments.push({ id: `own${row}`, row, column: 1, content, author: "佐藤", replies, resolved: false });

const texts = (sheet: BookSheet) => sheet.comments.map(({ row, content }) => [row, content.split("\n")[0]]);

test("comments are put, replaced and taken away; a person's own stay", async () => {
  const host = openBook(bookOf({ "明細 '1'": [[1], [2], [3]] }));
  const sheet = host.book.sheets[0]!;
  own(sheet, 2, "ここは確認済み");
  const before = stateOf(host.book);
  const notes = [note("明細 '1'", "A1"), note("明細 '1'", "A2"), note("明細 '1'", "A3")];
  expect(await put(...notes)).toEqual([notes[1]]);
  expect(host.syncs).toBe(3);
  expect(texts(sheet)).toEqual([
    [2, "ここは確認済み"],
    [1, "検算 Kenzan"],
    [3, "検算 Kenzan"],
  ]);
  await put(notes[2]!);
  expect(texts(sheet).map(([row]) => row)).toEqual([2, 3]);
  await clear();
  expect(stateOf(host.book)).toEqual(before);
});

test("a comment that somebody answered is theirs too", async () => {
  const host = openBook(bookOf({ 明細: [[1]] }));
  const sheet = host.book.sheets[0]!;
  await put(note("明細", "A1"));
  sheet.comments[0]!.replies.push("見積を取り直します");
  await clear();
  expect(sheet.comments).toHaveLength(1);
  expect(await put(note("明細", "A1"))).toHaveLength(1);
});

test("a cell that refuses, and a protected sheet, are left out; the others get theirs", async () => {
  const host = openBook(bookOf({ 明細: [[1]], 労務費: [[1]], 表紙: [[1]] }));
  host.book.sheet("労務費")!.protection = {};
  let adding = 0;
  // The second comment meets an old-style note, which office.js cannot see.
  host.refuse(({ type, name }) =>
    type === "CommentCollection" && name === "Add" && ++adding === 2 ? new HostError("InvalidOperation", "no") : null,
  );
  const notes = [
    note("明細", "A1"),
    note("明細", "A2"),
    note("明細", "A3"),
    note("労務費", "A1"),
    note("労務費", "A2"),
    note("表紙", "A1"),
  ];
  expect(await put(...notes)).toEqual([notes[1], notes[3], notes[4]]);
  expect(host.book.sheets.map((sheet) => sheet.comments.map(({ row }) => row))).toEqual([[1, 3], [], [1]]);
});

test("while a cell is being edited nothing is changed", async () => {
  const host = openBook(bookOf({ 明細: [[1]] }));
  host.cellBeingEdited = true;
  await expect(put(note("明細", "A1"))).rejects.toThrow(CellBeingEdited);
});
