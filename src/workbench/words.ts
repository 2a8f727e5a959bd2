/** What the workbench page itself says. */
import type { WorkbookErrorCode } from "../ooxml/error";

/** A control of the grid that shows no words. */
export type GridControl =
  "cell" | "names" | "formula" | "closeFormula" | "sheetList" | "gridlines" | "smaller" | "larger" | "zoom" | "sheet";

interface Words {
  readonly title: string;
  /** By element id. */
  readonly labels: Readonly<Record<string, string>>;
  /** Names of regions, by element id. */
  readonly names: Readonly<Record<string, string>>;
  /** The grid's regions for messages. */
  readonly messages: string;
  readonly controls: Readonly<Record<GridControl, string>>;
  readonly listing: string;
  readonly drawing: string;
  readonly saving: string;
  readonly checked: string;
  /** Asked before a digital signature is broken. */
  readonly signed: string;
  /** Said when somebody wants to insert, delete or move rows, columns or sheets. */
  readonly structure: string;
  /** Said when somebody wants to write a note into a cell. */
  readonly note: string;
  /** Asked before work that was not saved goes. */
  discard(name: string): string;
  /** Asked before what is half written in the pane goes. */
  discardDrafts(name: string): string;
  /** Asked before both go. */
  discardBoth(name: string): string;
  onlyOne(opened: string, others: readonly string[]): string;
  /** Where the page is one application's. @param decider "" where nobody said who decides */
  one(application: string, decider: string): string;
  noOther(application: string): string;
  /** Said of estimates that were opened as if they were budgets. */
  /** How several are looked at, where the page can. */
  readonly inFolder: string;
  papersAlone(names: readonly string[]): string;
  opening(name: string): string;
  opened(name: string): string;
  saved(name: string): string;
  failed(name: string): string;
  unreadable(name: string, code: WorkbookErrorCode): string;
}

const REASONS_JA: Partial<Record<WorkbookErrorCode, string>> = {
  empty: "中身がありません。",
  encrypted: "パスワードで保護されています。保護を外して保存し直してください。",
  "legacy-xls": "古い形式（.xls）です。Excelで「.xlsx」に保存し直してください。",
  truncated: "途中で切れています。もう一度コピーするか、保存し直してください。",
  "too-large": "大きすぎるため開けません。",
};
const REASONS_EN: Partial<Record<WorkbookErrorCode, string>> = {
  empty: "it is empty.",
  encrypted: "it is protected by a password; save it without one.",
  "legacy-xls": "it is in the old .xls format; save it as .xlsx.",
  truncated: "it is cut off; copy or save it again.",
  "too-large": "it is too large.",
};

export const words: Readonly<Record<"ja" | "en", Words>> = {
  ja: {
    title: "検算 Kenzan",
    labels: {
      open: "ブックを開く",
      folder: "フォルダーを調べる",
      back: "申請の一覧へ",
      "samples-label": "見本",
      save: "検算済みのブックを保存",
      offline: "計算はこのパソコンの中だけで行い、内容は送信しません。",
      language: "English",
    },
    names: { sheet: "表", pane: "検算の作業ウィンドウ", overview: "申請の一覧" },
    messages: "表からのお知らせ",
    controls: {
      cell: "選んでいるセル",
      names: "名前の一覧",
      formula: "数式バー",
      closeFormula: "数式バーを閉じる",
      sheetList: "シートの一覧",
      gridlines: "枠線の表示",
      smaller: "縮小",
      larger: "拡大",
      zoom: "表示倍率",
      sheet: "表の内容",
    },
    note: "セルのメモは保存できないため、ここでは書けません。Excelで書いてください。",
    discard: (name) => `${name} に、まだ保存していない変更があります。保存せずに閉じますか。`,
    discardDrafts: (name) =>
      `${name} の作業ウィンドウに、書きかけ・選びかけの内容があります。開き直すと消えます。このまま閉じますか。`,
    discardBoth: (name) =>
      `${name} に、まだ保存していない変更と、作業ウィンドウで書きかけ・選びかけの内容があります。保存せずに閉じますか。`,
    one: (application, decider) => `申請 ${application}${decider === "" ? "" : `\u3000判断する人 ${decider}`}`,
    noOther: (application) =>
      `この画面は「${application}」のものです。ほかの予算書は、申請の一覧から開くか、kenzan.html で開いてください。`,
    onlyOne: (opened, others) =>
      `一度に開けるブックは1つです。${opened} を開きました（開いていないもの：${others.join("、")}）。`,
    inFolder: "まとめて調べるときは、1つのフォルダーに入れて「フォルダーを調べる」を押してください。",
    papersAlone: (names) =>
      `${names.join("、")} はブックではありません。見積書は、検算の画面の「見積書」に置いてください。`,
    listing: "フォルダーの中を調べています…",
    drawing: "表を描いています…",
    saving: "保存しています…",
    checked: "検算済み",
    signed: "このブックには電子署名があります。保存すると署名は無効になります。保存しますか。",
    structure: "行・列・シートの追加、削除、移動とセルの結合は、ここではできません。Excelで直してから開いてください。",
    opening: (name) => `${name} を開いています…`,
    opened: (name) => `${name} を開きました。`,
    saved: (name) => `${name} を保存しました。`,
    failed: (name) => `${name} を処理できませんでした。ページを読み込み直してください。`,
    unreadable: (name, code) =>
      `${name} を開けません。${REASONS_JA[code] ?? "Excelブック（.xlsx、.xlsm）として読めませんでした。"}`,
  },
  en: {
    title: "Kenzan",
    labels: {
      open: "Open a workbook",
      folder: "Check a folder",
      back: "To the applications",
      "samples-label": "Sample",
      save: "Save the checked workbook",
      offline: "Everything is computed on this computer; nothing is sent.",
      language: "日本語",
    },
    names: { sheet: "Sheet", pane: "Kenzan pane", overview: "Applications" },
    messages: "Messages of the sheet",
    controls: {
      cell: "Selected cell",
      names: "Names",
      formula: "Formula bar",
      closeFormula: "Close the formula bar",
      sheetList: "All sheets",
      gridlines: "Grid lines",
      smaller: "Zoom out",
      larger: "Zoom in",
      zoom: "Zoom",
      sheet: "Contents of the sheet",
    },
    note: "Notes cannot be saved here. Please write them in Excel.",
    discard: (name) => `${name} has changes that were not saved. Close it all the same?`,
    discardDrafts: (name) =>
      `Something is half written in the pane of ${name} and goes when it is closed. Close it all the same?`,
    discardBoth: (name) =>
      `${name} has changes that were not saved, and something is half written in its pane. Close it all the same?`,
    one: (application, decider) => `Application ${application}${decider === "" ? "" : `, decided by ${decider}`}`,
    noOther: (application) =>
      `This page is of “${application}”. Open other budgets from the overview, or in kenzan.html.`,
    onlyOne: (opened, others) => `One workbook at a time: ${opened} is open, ${others.join(", ")} is not.`,
    inFolder: " To check several, put them into one folder and press “Check a folder”.",
    papersAlone: (names) => `${names.join(", ")}: no workbook. Please give estimates to the pane, under “Estimates”.`,
    listing: "Looking through the folder…",
    drawing: "Drawing the sheet…",
    saving: "Saving…",
    checked: "checked",
    signed: "This workbook is signed; saving breaks the signature. Save all the same?",
    structure:
      "Rows, columns and sheets cannot be added, deleted or moved here, nor cells merged. Please do so in Excel.",
    opening: (name) => `Opening ${name}…`,
    opened: (name) => `${name} is open.`,
    saved: (name) => `Saved ${name}.`,
    failed: (name) => `${name} could not be handled. Please reload the page.`,
    unreadable: (name, code) =>
      `${name} cannot be opened: ${REASONS_EN[code] ?? "it is no Excel workbook (.xlsx, .xlsm)."}`,
  },
};
