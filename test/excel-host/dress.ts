/**
 * Puts what the neutral workbook leaves out onto the host's: the style number of every cell, conditional formats,
 * comments, column widths, frozen panes and protection, as they stand in the file's own XML.
 */
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { columnNumber } from "../../src/core/workbook/workbook";
import { parseArea } from "../../src/workbench/host/addresses";
import type { Book, BookSheet } from "../../src/workbench/host/book";

export function dress(book: Book, path: string): void {
  const parts = unzipSync(readFileSync(path));
  const text = (part: string): string => (parts[part] === undefined ? "" : strFromU8(parts[part]));
  const targets = (part: string): Map<string, string> => {
    const folder = posix.dirname(part);
    const relations = all(text(`${folder}/_rels/${posix.basename(part)}.rels`), /<Relationship\b[^>]*>/g);
    return new Map(
      relations.map((tag) => {
        const target = value(tag, "Target");
        return [value(tag, "Id"), target.startsWith("/") ? target.slice(1) : posix.join(folder, target)];
      }),
    );
  };
  const sheets = targets("xl/workbook.xml");
  for (const tag of all(text("xl/workbook.xml"), /<(?:\w+:)?sheet\b[^>]*>/g)) {
    const into = book.sheet(unescaped(value(tag, "name")));
    const part = sheets.get(value(tag, "r:id"));
    if (into === undefined || part === undefined) continue;
    dressSheet(into, text(part));
    for (const target of targets(part).values())
      if (/comments\d*\.xml$/i.test(target) && !/threaded/i.test(target)) addComments(into, text(target));
  }
}

function dressSheet(sheet: BookSheet, xml: string): void {
  for (const tag of all(xml, /<(?:\w+:)?c\b[^>]*>/g)) {
    const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(value(tag, "r")) ?? [];
    if (letters === "" || value(tag, "s") === "") continue;
    const cell = sheet.make(Number(row), columnNumber(letters));
    cell.style = { ...cell.style, "Style/Number": Number(value(tag, "s")) };
  }
  for (const tag of all(xml, /<(?:\w+:)?col\b[^>]*>/g))
    sheet.columnWidths.set(Number(value(tag, "min")), Number(value(tag, "width")));
  for (const block of all(xml, /<(?:\w+:)?conditionalFormatting\b[\s\S]*?<\/(?:\w+:)?conditionalFormatting>/g)) {
    if (value(block, "sqref") === "") continue; // of an extension list: says elsewhere where it applies
    const areas = value(block, "sqref").split(" ").map(parseArea);
    for (const rule of all(block, /<(?:\w+:)?cfRule\b[\s\S]*?(?:\/>|<\/(?:\w+:)?cfRule>)/g)) {
      const custom = value(rule, "type") === "expression";
      const formula = /<(?:\w+:)?formula>([^<]*)</.exec(rule)?.[1] ?? "";
      sheet.rules.push({
        id: sheet.book.newId("rule"),
        type: custom ? "Custom" : value(rule, "type"),
        areas,
        stopIfTrue: value(rule, "stopIfTrue") === "1",
        formula: custom ? `=${unescaped(formula)}` : "",
        format: {},
      });
    }
  }
  const pane = /<(?:\w+:)?pane\b[^>]*>/.exec(xml)?.[0];
  if (pane !== undefined)
    sheet.frozen = { rows: Number(value(pane, "ySplit")), columns: Number(value(pane, "xSplit")) };
  const protection = /<(?:\w+:)?sheetProtection\b[^>]*>/.exec(xml)?.[0];
  if (protection !== undefined) sheet.protection = { AllowFormatCells: value(protection, "formatCells") === "0" };
}

function addComments(sheet: BookSheet, xml: string): void {
  for (const block of all(xml, /<(?:\w+:)?comment\b[\s\S]*?<\/(?:\w+:)?comment>/g)) {
    const { top, left } = parseArea(value(block, "ref"));
    const content = all(block, /<(?:\w+:)?t\b[^>]*>[^<]*/g).map((run) => run.replace(/^<[^>]*>/, ""));
    sheet.comments.push({
      id: sheet.book.newId("comment"),
      row: top,
      column: left,
      content: unescaped(content.join("")),
      author: "user",
      replies: [],
      resolved: false,
    });
  }
}

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([match]) => match);

const value = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
