/** What the desk itself says: to the terminal, in its overview and on its page. */
import { words, type Lang, type Words } from "../cli/words";
import type { Standing } from "../core/desk/standing";

/** Numbers of letters. */
export interface Written {
  readonly written: number;
  /** Of an earlier round, and there already. */
  readonly kept: number;
}

export interface DeskWords extends Words {
  deskEmpty(folder: string): string;
  deskNoFolder(path: string): string;
  deskNoLedger(path: string): string;
  deskNotALedger(path: string): string;
  deskLaterLedger(path: string): string;
  deskLedgerProblem(path: string, detail: string): string;
  deskLedgerDamaged(detail: string): string;
  deskLedgerUnwritten(detail: string): string;
  /** @param closed what is said of files that cannot be looked into */
  noBudgetFile(closed: readonly string[]): string;
  packed(files: readonly string[]): string;
  mayBePacked(lines: number): string;
  otherBook(files: readonly string[]): string;
  besideApplication(files: readonly string[]): string;
  unread(files: readonly string[], why: string): string;
  writings(files: readonly string[]): string;
  anothersLetter(file: string, application: string): string;
  strays(files: readonly string[]): string;
  deskIntoItself(folder: string): string;
  severalBudgets(chosen: string, others: readonly string[]): string;
  died(name: string, detail: string): string;
  tookTooLong(name: string, seconds: number): string;
  tookTooMuch(name: string): string;
  begun(round: number, applications: number): string;
  resumed(round: number, done: number, all: number): string;
  progressOf(done: number, all: number, left: string | null): string;
  timeLeft(seconds: number): string;
  overviewSubtitle(round: number, applications: number): string;
  mergeIntoItself(folder: string): string;
  mergeUnfinished(path: string, waiting: number): string;
  mergeDamaged(path: string, detail: string): string;
  readonly noWorkbench: string;
  portProblem(port: number, code: string): string;
  serving(address: string): string;
  queryProblem(detail: string): string;
  templateProblem(path: string, problem: string): string;
  lettersWritten(count: Written, folder: string): string;
  readonly nothingToAsk: string;
  notInRound(round: number): string;
  readonly asBefore: string;
  anothers(before: string): string;
  summary(round: number, all: number, counts: Readonly<Record<Standing, number>>): string;
}

/** So many names are told; the others are counted. */
const MOST_NAMES = 10;

const namesJa = (files: readonly string[]): string =>
  files
    .slice(0, MOST_NAMES)
    .map((file) => `「${file}」`)
    .join("") + (files.length > MOST_NAMES ? `ほか${String(files.length - MOST_NAMES)}件` : "");
const namesEn = (files: readonly string[]): string =>
  files
    .slice(0, MOST_NAMES)
    .map((file) => `"${file}"`)
    .join(", ") + (files.length > MOST_NAMES ? ` and ${String(files.length - MOST_NAMES)} more` : "");

const ja: DeskWords = {
  ...words.ja,
  emptyFolder: (path) => `フォルダー ${path} は空です。申請のファイルが届いているか確かめてください。`,
  deskEmpty: (folder) =>
    `フォルダー ${folder} に申請がありません。申請ごとのフォルダーか、予算書（.xlsx / .xlsm）を入れてください。`,
  deskNoFolder: (path) => `${path} はフォルダーではありません。申請を集めたフォルダーを指定してください。`,
  deskNoLedger: (path) => `台帳 ${path} がありません。先に kenzan desk フォルダー --out 出力先 を実行してください。`,
  deskNotALedger: (path) => `${path} は検算の台帳ではないため、書き込みません。別の --out を指定してください。`,
  deskLaterLedger: (path) => `${path} は新しい版の検算で作られた台帳です。新しい版の検算で開いてください。`,
  deskLedgerProblem: (path, detail) =>
    `台帳 ${path} を開けません（${detail}）。ほかのプログラムで開いていないか、書き込めるかを確かめてください。`,
  deskLedgerDamaged: (detail) =>
    `台帳（ledger.sqlite）が壊れています（${detail}）。控えがあれば戻してください。なければ、別の --out を指定して調べ直してください。`,
  deskLedgerUnwritten: (detail) =>
    `台帳（ledger.sqlite）に書き込めませんでした（${detail}）。ディスクの空き容量と、ほかのプログラムが台帳を開いていないかを確かめ、もう一度実行してください。済んだ申請の続きから調べます。`,
  noBudgetFile: (closed) =>
    `予算書（.xlsx / .xlsm）が見つかりません。${closed.length === 0 ? "入っているファイルを確かめてください。" : closed.join("")}`,
  packed: (files) =>
    `${namesJa(files)}は圧縮されたままなので、中を調べていません。展開（解凍）してから、もう一度調べてください。`,
  mayBePacked: (lines) =>
    `見積書が見当たらない明細が${String(lines)}件ありますが、圧縮されたファイルに入っているかもしれないため、補正のお願いには入れていません。`,
  otherBook: (files) =>
    `${namesJa(files)}はこの形式のままでは調べられません。Excel で開き、.xlsx で保存し直してから、もう一度調べてください。`,
  besideApplication: (files) => `同じ名前の${namesJa(files)}は調べていません。`,
  unread: (files, why) => `${namesJa(files)}は読み取れません。${why}`,
  writings: (files) => `見積書としては見ていない文書: ${namesJa(files)}`,
  anothersLetter: (file, application) =>
    `「${file}」は「${application}」あての補正のお願いなので、書かれた回答を見ていません。その申請のフォルダーに移すか、この申請のものなら、フォルダーの名前を前回と同じにしてください。`,
  strays: (files) =>
    `どの申請のものか分からないため、調べていないファイルが${String(files.length)}件あります: ${namesJa(files)} 申請のフォルダーに入れてから、もう一度調べてください。`,
  deskIntoItself: (folder) =>
    `${folder} は申請を集めたフォルダーです。結果は別のフォルダーを --out に指定してください。`,
  severalBudgets: (chosen, others) =>
    `予算書と思われるブックが複数あります。「${chosen}」を調べました。ほかのブック: ${others.join("、")}`,
  died: (name, detail) =>
    `「${name}」を調べている途中で止まりました（${detail}）。ファイルを開いて確かめ、もう一度実行してください。`,
  tookTooLong: (name, seconds) =>
    `「${name}」は${String(seconds)}秒たっても調べ終わらないため、打ち切りました。ファイルを開いて確かめてください。`,
  tookTooMuch: (name) =>
    `「${name}」は、調べるのにメモリが足りないため、打ち切りました。予算書を開いて、使っていない行や列が多くないか確かめてください。`,
  begun: (round, applications) => `第${String(round)}回: ${String(applications)}件の申請を調べます。`,
  resumed: (round, done, all) =>
    `第${String(round)}回の続きから調べます（${String(all)}件のうち${String(done)}件は済んでいます）。`,
  progressOf: (done, all, left) =>
    `調べています… ${String(done)}/${String(all)}${left === null ? "" : `\u3000残り${left}`}`,
  timeLeft: (seconds) =>
    seconds < 60 ? `約${String(Math.max(1, Math.ceil(seconds / 5) * 5))}秒` : `約${String(Math.ceil(seconds / 60))}分`,
  mergeIntoItself: (folder) => `${folder} はまとめ先と同じフォルダーです。別の --out を指定してください。`,
  mergeDamaged: (path, detail) =>
    `台帳 ${path} が壊れているため、まとめませんでした（${detail}）。控えに戻すか、その分を調べ直してから、もう一度実行してください。`,
  mergeUnfinished: (path, waiting) =>
    `${path} には、まだ調べ終わっていない申請が ${String(waiting)}件あります。それらは入っていません。`,
  noWorkbench:
    "予算書を開く作業台がまだないため、一覧だけを開きます。先に npm run build:page を実行すると、予算書も開けます。",
  portProblem: (port, code) =>
    `ポート ${String(port)} を開けません（${code}）。--port に別の番号を指定するか、--port を外してください。`,
  serving: (address) =>
    `一覧を開いています: ${address}\n（このパソコンの中だけで見られます。終えるには Ctrl+C を押してください）`,
  queryProblem: (detail) =>
    `問い合わせを実行できません（${detail}）。表の名前と列は docs/desk.md にあります。台帳は読むだけで、書き換えられません。`,
  templateProblem: (path, problem) =>
    `ひな形 ${path} を読めません（${problem}）直すか、消してからもう一度実行してください（消すと初めの文で作り直します）。`,
  lettersWritten: ({ written, kept }, folder) =>
    `補正のお願い ${String(written)}件分を ${folder} に保存しました。` +
    (kept === 0 ? "" : `前回から変わっていない申請 ${String(kept)}件分は、前に作ったものをそのまま残しました。`),
  nothingToAsk: "この申請に、お願いすることはありません。",
  notInRound: (round) => `今回調べたフォルダーにはありません。第${String(round)}回に調べた結果です。`,
  asBefore: "前回から何も変わっていません。",
  anothers: (before) => `申請者が前回（${before}）と違います。ほかの申請のファイルが入っていないか確かめてください。`,
  overviewSubtitle: (round, applications) =>
    `第${String(round)}回まで\u3000申請 ${String(applications)}件\u3000人の対応が要るものから順に並べています。申請者の判断は反映せずに計算しています。`,
  summary: (round, all, counts) =>
    `第${String(round)}回\u3000申請 ${String(all)}件\n` +
    `  調べられない ${String(counts.unreadable)}件 / 直す ${String(counts.correct)}件 / 確かめる ${String(counts.confirm)}件 / 指摘なし ${String(counts.fine)}件\n`,
};

const en: DeskWords = {
  ...words.en,
  emptyFolder: (path) => `The folder ${path} is empty. Check whether the application's files have arrived.`,
  deskEmpty: (folder) =>
    `The folder ${folder} holds no application. Put in a folder for each, or budgets (.xlsx / .xlsm).`,
  deskNoFolder: (path) => `${path} is no folder. Give the folder in which the applications are.`,
  deskNoLedger: (path) => `There is no ledger ${path}. Run first: kenzan desk FOLDER --out DIR`,
  deskNotALedger: (path) => `${path} is no ledger of Kenzan and is not written to. Give another --out.`,
  deskLaterLedger: (path) => `${path} was made by a later version of Kenzan. Open it with that.`,
  deskLedgerProblem: (path, detail) =>
    `The ledger ${path} cannot be opened (${detail}). Check whether another program holds it, and its permissions.`,
  deskLedgerDamaged: (detail) =>
    `The ledger (ledger.sqlite) is damaged (${detail}). Put a copy of it back, or examine anew with another --out.`,
  deskLedgerUnwritten: (detail) =>
    `The ledger (ledger.sqlite) could not be written (${detail}). Check the room on the disk, and whether another program holds it, and run again: what is done is not done anew.`,
  noBudgetFile: (closed) =>
    [
      "No budget (.xlsx / .xlsm) was found.",
      ...(closed.length === 0 ? ["Check what the application holds."] : closed),
    ].join(" "),
  mayBePacked: (lines) =>
    `Estimates of ${String(lines)} lines were not found, but may be in a packed file: they are left out of the letter.`,
  packed: (files) => `Packed, and not looked into: ${namesEn(files)}. Unpack it, and check again.`,
  otherBook: (files) =>
    `Not in a form that can be checked: ${namesEn(files)}. Open it in Excel, save it as .xlsx, and check again.`,
  besideApplication: (files) => `Not looked at, although of the same name: ${namesEn(files)}.`,
  unread: (files, why) => `Not readable: ${namesEn(files)}: ${why}.`,
  writings: (files) => `No estimate was looked for in ${namesEn(files)}.`,
  anothersLetter: (file, application) =>
    `"${file}" is a letter to "${application}": what was answered in it is not looked at. Move it to that application, or give this one's folder the name it had.`,
  strays: (files) =>
    `Not checked, as no application is known that they belong to (${String(files.length)}): ${namesEn(files)}. Put them into its folder, and check again.`,
  deskIntoItself: (folder) => `The applications are in ${folder}: give another folder as --out.`,
  severalBudgets: (chosen, others) =>
    `Several workbooks may be the budget. "${chosen}" was checked. The others: ${others.join(", ")}`,
  died: (name, detail) => `Checking "${name}" stopped half-way (${detail}). Look at its files, and run again.`,
  tookTooLong: (name, seconds) =>
    `"${name}" was not done after ${String(seconds)} seconds and was given up. Look at its files.`,
  tookTooMuch: (name) =>
    `"${name}" takes more memory than there is and was given up. Open its budget, and look for rows and columns that are not used.`,
  begun: (round, applications) => `Round ${String(round)}: ${String(applications)} applications.`,
  resumed: (round, done, all) => `Going on with round ${String(round)} (${String(done)} of ${String(all)} are done).`,
  progressOf: (done, all, left) => `Checking… ${String(done)}/${String(all)}${left === null ? "" : `, ${left} left`}`,
  timeLeft: (seconds) =>
    seconds < 60
      ? `about ${String(Math.max(1, Math.ceil(seconds / 5) * 5))} seconds`
      : `about ${String(Math.ceil(seconds / 60))} minutes`,
  mergeIntoItself: (folder) => `${folder} is the folder to merge into. Give another --out.`,
  mergeDamaged: (path, detail) =>
    `Nothing was merged, as the ledger ${path} is damaged (${detail}). Put a copy of it back, or examine its part anew, and run again.`,
  mergeUnfinished: (path, waiting) => `${path} has ${String(waiting)} applications not yet checked: they are left out.`,
  noWorkbench: "The workbench was not built: budgets cannot be opened. Run npm run build:page first.",
  portProblem: (port, code) => `Port ${String(port)} cannot be had (${code}). Give another --port, or none.`,
  serving: (address) => `The overview is at ${address}\n(on this computer only; Ctrl+C ends it)`,
  queryProblem: (detail) =>
    `The question cannot be answered (${detail}). Tables and columns stand in docs/desk.md; the ledger is only read.`,
  templateProblem: (path, problem) =>
    `The template ${path} cannot be read (${problem}). Correct it, or delete it to get the usual one.`,
  lettersWritten: ({ written, kept }, folder) =>
    `Saved letters for ${String(written)} applications in ${folder}.` +
    (kept === 0 ? "" : ` Those of ${String(kept)} that have not come back are kept as they were.`),
  nothingToAsk: "There is nothing to ask of this application.",
  notInRound: (round) => `It is not in the folder any more: this is what round ${String(round)} found.`,
  asBefore: "Nothing of it has changed since the round before.",
  anothers: (before) =>
    `The applicant is another than before (${before}). Check whether another application's files were put in.`,
  overviewSubtitle: (round, applications) =>
    `Up to round ${String(round)}, ${String(applications)} applications; those that need a person come first. The applicants' decisions are shown, not obeyed.`,
  summary: (round, all, counts) =>
    `Round ${String(round)}, ${String(all)} applications\n` +
    `  not checked ${String(counts.unreadable)} / to correct ${String(counts.correct)} / to look at ${String(counts.confirm)} / nothing found ${String(counts.fine)}\n`,
};

export const deskWords: Readonly<Record<Lang, DeskWords>> = { ja, en };
