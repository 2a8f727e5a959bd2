/** What the command line itself says: usage, problems with options and files. Findings are worded by `messages`. */
import type { Severity } from "../core/judge/finding";
import type { Lang } from "../messages";
import { figure } from "../core/text/figure";
import type { WorkbookErrorCode } from "../ooxml/error";
import { defaultScheme } from "../schemes";
import type { UnusedOption } from "./unused";

export type { Lang };

export const severityName: Readonly<Record<Lang, Readonly<Record<Severity, string>>>> = {
  ja: { error: "直す", warning: "確かめる", info: "お知らせ" },
  en: { error: "Correct", warning: "Look at", info: "Note" },
};

/** 1234567 → "1,234,567円" or "1,234,567 yen"; a figure below zero carries "−". */
export function yen(amount: number, lang: Lang): string {
  const shown = figure(amount, 3).replace("-", "−");
  return lang === "ja" ? `${shown}円` : `${shown} yen`;
}

export interface Words {
  readonly help: string;
  readonly commandHelp: Readonly<
    Record<"check" | "estimates" | "schemes" | "rules" | "template" | "desk" | "diff", string>
  >;
  readonly seeHelp: string;
  unknownCommand(name: string): string;
  noFile(): string;
  noFileLeft(): string;
  unexpectedArgument(argument: string): string;
  unknownOption(option: string, command: string): string;
  missingValue(option: string): string;
  needlessValue(option: string): string;
  repeated(option: string): string;
  notOneOf(option: string, value: string, valid: readonly string[]): string;
  noCount(option: string, value: string): string;
  noYen(option: string, value: string): string;
  noRate(value: string): string;
  noDay(value: string): string;
  noJobs(value: string): string;
  noShard(value: string): string;
  noPort(value: string): string;
  deskNeedsFolder(): string;
  deskNothingToMerge(): string;
  deskStray(option: string): string;
  diffNeedsTwo(): string;
  missingOption(command: string, option: string): string;
  notFound(path: string): string;
  directory(path: string): string;
  forbidden(path: string): string;
  unreadable(path: string, code: string): string;
  bookProblem(path: string, code: WorkbookErrorCode): string;
  outIsFile(path: string): string;
  outNotWritable(path: string): string;
  wouldOverwrite(path: string): string;
  outExists(path: string): string;
  outIsLink(path: string): string;
  outTaken(path: string): string;
  outFailed(path: string, detail: string): string;
  outputLost(code: string): string;
  noEffect(path: string, option: UnusedOption): string;
  emptyFolder(path: string): string;
  folderForbidden(path: string): string;
  deadLink(path: string): string;
  written(path: string): string;
  estimatesForSeveral(): string;
  estimatesNoFolder(budget: string): string;
  estimatesTooMany(files: number, most: number): string;
  noEstimate(): string;
  progress(done: number, all: number): string;
  internal(path: string, detail: string): string;
  noBudget(path: string): string;
  noLines(path: string): string;
  missing(path: string, what: string, valid: readonly string[]): string;
  ruleCrashed(path: string, rule: string): string;
  savedUnreadable(path: string): string;
  savedUnknownScheme(path: string, scheme: string): string;
  signed(path: string): string;
  notXlsx(path: string): string;
}

const list = (valid: readonly string[]): string => valid.join(", ");

const ja: Words = {
  help: `検算（Kenzan）— 補助金の予算書を、提出する前に確かめます。

使い方
  kenzan check FILE…      予算書（.xlsx / .xlsm）を調べます
  kenzan estimates PATH…  見積書だけを読み、読み取った内容を示します
  kenzan desk FOLDER      たくさんの申請をまとめて調べ、一覧と台帳を作ります（事務局向け）
  kenzan diff BEFORE AFTER  補正の前と後を比べます
  kenzan schemes          制度、申請枠、補助率、上限額、期間の一覧
  kenzan rules            調べる規則の一覧
  kenzan template         記入用の予算書を作ります
  kenzan COMMAND --help   それぞれの使い方

共通
  --lang ja|en   表示の言語（初めは ja）
  --version      版を表示します

例
  kenzan check budget.xlsx --frame transformation
`,
  commandHelp: {
    check: `予算書を調べ、申請できる額と、直すところを示します。元のファイルは書き換えません。

使い方
  kenzan check FILE… [オプション]

申請の内容（指定がなければ、予算書の「申請情報」シートから読み取ります）
  --scheme ID               制度（初めは ${defaultScheme.id}。一覧は kenzan schemes）
  --frame ID                申請枠（例: planning, transformation）
  --applicant CLASS         申請者の区分: sme 中小 / non-sme 中小以外 / mid-sized 中堅 /
                            small 小規模 / rehabilitating 再生 / large 大企業等（初めは sme）
  --tax exclusive|inclusive 消費税の扱い: exclusive 税抜 / inclusive 税込（初めは exclusive）
  --employees N             従業員数
  --corporate-members N     構成員のうち企業の数
  --income YEN              事業の収入（円）
  --deficit                 赤字の事業者
  --rate A/B                補助率。公募要領に書かれていない制度で使います（例: 2/3）
  --requested YEN           補助金の申請額（円）
  --start YYYY-MM-DD        事業を始める日
  --estimates PATH…         見積書（.pdf / .xlsx / .xlsm / .csv。一覧表も可）、またはそれらを
                            入れたフォルダー。FILE より後に書きます
  --estimates-by name       予算書が複数のとき、--estimates のフォルダーの中から、予算書と
                            同じ名前のフォルダーをそれぞれの見積書とします
  --decisions MODE          ブックに記録された承認や分類の変更を、apply（反映する）、show（反映せずに
                            一覧と差を見せる。初めはこれ）、ignore（見ない）

出力
  --format text|json|csv    表示の形（初めは text）
  --out DIR                 印と集計シートを付けた写しを DIR に作ります
  --jobs N                  同時に調べる数（1–64。CPU とメモリーの許すところまで）
  --lang ja|en              表示の言語（初めは ja）

終了コード
  0 誤りなし / 1 誤りあり / 2 調べられないものがある
`,
    schemes: `制度、申請枠、補助率、上限額、期間を、出典とともに一覧にします。

使い方
  kenzan schemes [--format text|json] [--lang ja|en]
`,
    rules: `調べる規則を一覧にします。

使い方
  kenzan rules [--format text|json] [--lang ja|en]
`,
    estimates: `見積書（.pdf / .xlsx / .xlsm / .csv）を読み、番号、発行者、日付、品目、金額を示します。
予算書がまだないときに、見積書だけを確かめるためのものです。

使い方
  kenzan estimates FILE-OR-FOLDER… [--format text|json] [--lang ja|en]
`,
    desk: `たくさんの申請をまとめて調べ、一覧（.xlsx と .csv）と台帳（SQLite）を出力先に作ります。
1つのフォルダー（または1つの予算書）が1件の申請です。見積書は同じフォルダーに入れます。
途中で止まっても、同じコマンドで続きから調べます。調べ終わったあとにもう一度実行すると、次の回になります。

使い方
  kenzan desk FOLDER --out DIR [オプション]     申請を調べます
  kenzan desk --out DIR --letters               補正のお願い（.xlsx / .docx / .txt）を作ります
  kenzan desk --out DIR --query SQL             台帳に問い合わせます
  kenzan desk --out DIR --serve [--port N]      一覧をブラウザーで開きます（このパソコンの中だけ）
  kenzan desk merge DIR… --out DIR              分けて調べた結果を1つにまとめます

オプション
  --jobs N             同時に調べる数（1–64。CPU とメモリーの許すところまで）
  --shard I/N          申請を N に分けた I 番目だけを調べます（例: 3/16）
  --decisions MODE     申請者がブックに記録した判断を apply（反映する）、show（反映せずに示す。初めはこれ）、
                       ignore（見ない）
  --letters            調べたあと、補正のお願いも作ります
  --serve              調べたあと、一覧をブラウザーで開きます
  --scheme, --frame, --applicant … 申請の内容（kenzan check --help と同じ。全部の申請に使います）
  --format text|json|csv   --query の表示の形（初めは text）

終了コード
  0 直すところなし / 1 直すところあり / 2 調べられない申請がある
`,
    diff: `補正の前と後を比べ、直ったこと、残っていること、新しく見つかったこと、頼んでいない変更を示します。
行が動いても、同じ明細どうしを比べます。予算書のほか、見積書を入れた申請のフォルダーも指定できます。

使い方
  kenzan diff BEFORE AFTER [--scheme ID --frame ID …] [--format text|json] [--lang ja|en]

終了コード
  0 直すところは残っていない / 1 残っている / 2 調べられないものがある
`,
    template: `記入用の予算書を作ります。同じ名前のファイルがあるときは作りません。

使い方
  kenzan template --scheme ID --out FILE.xlsx [--lang ja|en]
`,
  },
  seeHelp: "使い方は kenzan --help で確認できます。",
  unknownCommand: (name) =>
    `「${name}」というコマンドはありません。check, estimates, desk, diff, schemes, rules, template のどれかを指定してください。`,
  noFile: () => "調べるファイルが指定されていません。kenzan check budget.xlsx のように、予算書の名前を続けてください。",
  noFileLeft: () =>
    "調べるファイルが指定されていません。--estimates の後に並べたものはすべて見積書として扱うので、予算書は --estimates より前に書いてください。",
  unexpectedArgument: (argument) => `「${argument}」は余分です。取り除いて、もう一度実行してください。`,
  unknownOption: (option, command) =>
    `「${option}」というオプションはありません。kenzan ${command} --help で使えるものを確認してください。`,
  missingValue: (option) => `${option} の値がありません。${option} の後に値を続けてください。`,
  needlessValue: (option) => `${option} には値を付けません。${option} だけにしてください。`,
  repeated: (option) => `${option} が2回指定されています。1つにしてください。`,
  notOneOf: (option, value, valid) => `${option} に「${value}」は使えません。次から選んでください: ${list(valid)}`,
  noCount: (option, value) =>
    `${option} の「${value}」は人数・件数として読めません。12 のように、0以上の整数で指定してください。`,
  noYen: (option, value) =>
    `${option} の「${value}」は金額として読めません。1200000 のように、円単位の数字だけで指定してください。`,
  noRate: (value) => `--rate の「${value}」は補助率として読めません。2/3 のように、1以下の分数で指定してください。`,
  noDay: (value) => `--start の「${value}」は日付として読めません。2025-08-01 のように、実在する日を指定してください。`,
  noJobs: (value) => `--jobs の「${value}」は使えません。1 から 64 までの整数で指定してください。`,
  noShard: (value) => `--shard の「${value}」は使えません。3/16 のように、何番目/全体の数で指定してください。`,
  noPort: (value) => `--port の「${value}」は使えません。0 から 65535 までの整数で指定してください。`,
  deskNeedsFolder: () =>
    "申請を集めたフォルダーを指定してください（kenzan desk 申請フォルダー --out 出力先）。台帳だけを使うときは、--query、--letters、--serve のどれかを付けます。",
  deskNothingToMerge: () =>
    "まとめる出力先が指定されていません。kenzan desk merge DIR1 DIR2 --out DIR のように並べてください。",
  deskStray: (option) => `${option} は、この使い方では使えません。kenzan desk --help で使い方を確認してください。`,
  diffNeedsTwo: () => "比べるものを2つ指定してください。kenzan diff 補正前.xlsx 補正後.xlsx のように並べます。",
  missingOption: (command, option) => `${option} が必要です。kenzan ${command} --help で書き方を確認してください。`,
  notFound: (path) => `${path} が見つかりません。ファイルの名前と場所を確かめてください。`,
  directory: (path) => `${path} はフォルダーです。中の予算書（.xlsx か .xlsm）を指定してください。`,
  forbidden: (path) => `${path} を開く権限がありません。Excel で開いたままなら閉じ、ファイルの権限を確かめてください。`,
  unreadable: (path, code) => `${path} を読めませんでした（${code}）。ファイルの場所と状態を確かめてください。`,
  bookProblem: (path, code) => `${path} ${bookProblemsJa[code]}`,
  outIsFile: (path) => `--out の ${path} はファイルです。フォルダーを指定してください。`,
  outNotWritable: (path) => `${path} に書き込めません。書き込める場所を --out に指定してください。`,
  wouldOverwrite: (path) =>
    `${path} は元の予算書です。元のファイルは書き換えないので、--out には別のフォルダーを指定してください。`,
  outExists: (path) => `${path} はすでにあります。上書きしないので、別の名前を --out に指定してください。`,
  outIsLink: (path) =>
    `${path} はほかの場所へのリンクなので、写しを書きません。リンクを消すか、別のフォルダーを --out に指定してください。`,
  outTaken: (path) =>
    `${path} はファイルではないので、写しを書けません。名前を変えるか、別のフォルダーを --out に指定してください。`,
  outFailed: (path, detail) =>
    `${path} は調べましたが、ブックの中の部品がそろっていないため、写しを作れません（${detail}）。Excel で開いて保存し直したものを指定してください。`,
  outputLost: (code) =>
    `結果を最後まで書き出せませんでした（${code}）。書き出す先の空きを確かめて、もう一度実行してください。`,
  noEffect: (path, option) => `${path} では ${unusedJa[option]}`,
  emptyFolder: (path) => `フォルダー ${path} に見積書のファイルがありません。中身を確かめてください。`,
  folderForbidden: (path) => `フォルダー ${path} の中を見る権限がありません。フォルダーの権限を確かめてください。`,
  deadLink: (path) => `${path} はリンクですが、その先にファイルがありません。リンクを消すか、直してください。`,
  written: (path) => `${path} に保存しました。`,
  estimatesForSeveral: () =>
    "予算書が複数のときは、見積書を予算書ごとに分けてください。予算書と同じ名前のフォルダーに入れ、--estimates-by name を付けます。",
  estimatesNoFolder: (budget) =>
    `${budget} と同じ名前の見積書フォルダーがありません。この予算書は、見積書と付け合わせずに調べます。`,
  estimatesTooMany: (files, most) =>
    `見積書のフォルダーに ${files} 件のファイルがあります。${most} 件までにしてください。フォルダーが正しいかもご確認ください。`,
  noEstimate: () =>
    "見積書が指定されていません。kenzan estimates 見積書.pdf のように、ファイルかフォルダーの名前を続けてください。",
  progress: (done, all) => `調べています… ${done}/${all}`,
  internal: (path, detail) =>
    `${path} を調べている途中で、Kenzan の不具合が起きました（${detail}）。結果は出していません。ファイルの形を添えて開発元へ知らせてください。`,
  noBudget: (path) =>
    `${path} に予算の表が見つかりません。「内容」「単価」「数量」「金額」などの見出しがある表を入れてください。`,
  noLines: (path) =>
    `${path} の予算の表には、明細が1行もありません。何も検査していません。品名と金額を入れてから、もう一度お試しください。`,
  missing: (path, what, valid) =>
    `${path} の補助額を計算できません。${(missingJa[what] ?? ((): string => `${what} を指定してください。`))(valid)}`,
  ruleCrashed: (path, rule) =>
    `${path} で、規則 ${rule} を調べている途中に Kenzan の不具合が起きました。この規則は人の目で確かめ、開発元へ知らせてください。`,
  savedUnreadable: (path) =>
    `${path} に保存された判断（費目の訂正や除外の理由）を読めないため、使わずに調べました。Excel の検算で開き直し、保存し直してください。`,
  savedUnknownScheme: (path, scheme) =>
    `${path} に保存された制度「${scheme}」は、この版にありません。--scheme で制度を指定してください。`,
  notXlsx: (path) =>
    `--out の「${path}」は Excel ブックの名前ではありません。新しい予算書.xlsx のように、.xlsx で終わる名前にしてください。`,
  signed: (path) =>
    `${path} には電子署名があり、書き足すと署名が無効になるため、写しを作りません。署名のない写しを指定してください。`,
};

/** What the user still has to say, by the codes of `SubsidyResult.missing`. */
type Missing = Readonly<Record<string, (valid: readonly string[]) => string>>;
const missingJa: Missing = {
  frame: (valid) => `申請枠を --frame で指定するか、「申請情報」シートに書いてください。選べる申請枠: ${list(valid)}`,
  rate: () => "公募要領に補助率が書かれていません。交付要綱などで確かめ、--rate 2/3 のように指定してください。",
  applicant: (valid) => `申請者の区分を --applicant で指定してください。この申請枠を使える区分: ${list(valid)}`,
  corporateMembers: () => "上限額が参加事業者の数で決まります。--corporate-members で指定してください。",
  cap: () => "公募要領にこの従業員数の上限額が書かれていません。公募元に確かめてください。",
  employees: () => "上限額が従業員数で決まります。--employees で指定するか、「申請情報」シートに書いてください。",
};
const missingEn: Missing = {
  frame: (valid) => `Give --frame, or write it into the 申請情報 sheet. Frames: ${list(valid)}`,
  rate: () => "The guideline states no rate: look it up and give it, as in --rate 2/3.",
  applicant: (valid) => `Give the applicant's class with --applicant: ${list(valid)}`,
  corporateMembers: () => "The cap depends on the number of members: give --corporate-members.",
  cap: () => "The guideline states no cap for this number of employees: ask the foundation.",
  employees: () => "The cap depends on the number of employees: give --employees, or write it into the 申請情報 sheet.",
};

/** After "budget.xlsx では" and "For budget.xlsx,". */
const unusedJa: Readonly<Record<UnusedOption, string>> = {
  rate: "--rate を使いませんでした。補助率は、この制度の公募要領で決まっています。",
  employees: "--employees を使いませんでした。従業員数で変わるものが、この申請枠にはありません。",
  corporateMembers: "--corporate-members を使いませんでした。構成員の数で変わるものが、この申請枠にはありません。",
  income: "--income を使いませんでした。この制度は、事業の収入を差し引きません。",
  deficit: "--deficit を使いませんでした。赤字の事業者の補助率が、この申請枠にはありません。",
};
const unusedEn: Readonly<Record<UnusedOption, string>> = {
  rate: "--rate was not used: the scheme's guideline fixes the rate.",
  employees: "--employees was not used: nothing in this frame depends on it.",
  corporateMembers: "--corporate-members was not used: nothing in this frame depends on it.",
  income: "--income was not used: this scheme does not deduct project income.",
  deficit: "--deficit was not used: this frame has no rate for applicants in deficit.",
};

const bookProblemsJa: Readonly<Record<WorkbookErrorCode, string>> = {
  empty: "は空のファイルです。Excel で開けるか確かめ、保存し直してから指定してください。",
  "not-zip": "は Excel ブック（.xlsx）ではありません。Excel で開き、.xlsx 形式で保存し直してください。",
  encrypted: "はパスワードで保護されています。Excel でパスワードを外して保存した写しを指定してください。",
  "legacy-xls": "は古い形式（.xls）です。Excel で開き、「Excel ブック (.xlsx)」で保存し直してください。",
  "binary-workbook": "はバイナリ形式（.xlsb）です。Excel で開き、「Excel ブック (.xlsx)」で保存し直してください。",
  truncated: "は途中で切れています。元のファイルをもう一度受け取るか、Excel で開いて保存し直してください。",
  "too-large": "は展開すると大きすぎるため、安全のため開きません。予算のシートだけを残した写しを作ってください。",
  damaged: "は壊れています。Excel で開いて修復し、.xlsx 形式で保存し直してください。",
  "no-workbook": "には Excel ブックが入っていません。予算書の .xlsx ファイルを指定してください。",
};

const en: Words = {
  help: `Kenzan proves a grant budget workbook right before it is handed in.

Usage
  kenzan check FILE…      check budget workbooks (.xlsx / .xlsm)
  kenzan estimates PATH…  read estimates alone and show what they say
  kenzan desk FOLDER      check many applications: overview and ledger (for the secretariat)
  kenzan diff BEFORE AFTER  compare two rounds of an application
  kenzan schemes          every scheme, frame, rate, cap and period
  kenzan rules            every rule
  kenzan template         write an empty budget workbook
  kenzan COMMAND --help   how to use each

Everywhere
  --lang ja|en   language (default: ja)
  --version      print the version

Example
  kenzan check budget.xlsx --frame transformation --lang en
`,
  commandHelp: {
    check: `Checks budgets: the subsidy that can be applied for, and what to correct. The input is never changed.

Usage
  kenzan check FILE… [options]

The application (what is not given is read from the workbook's 申請情報 sheet)
  --scheme ID               scheme (default ${defaultScheme.id}; list: kenzan schemes)
  --frame ID                frame (e.g. planning, transformation)
  --applicant CLASS         sme, non-sme, mid-sized, small, rehabilitating or large (default sme)
  --tax exclusive|inclusive consumption tax (default exclusive)
  --employees N             number of employees
  --corporate-members N     number of member companies
  --income YEN              project income, yen
  --deficit                 the applicant is in deficit
  --rate A/B                subsidy rate, where the guideline states none (e.g. 2/3)
  --requested YEN           the subsidy applied for, yen
  --start YYYY-MM-DD        first day of the project
  --estimates PATH…         estimates (.pdf / .xlsx / .xlsm / .csv, lists too), or folders of them;
                            after FILE
  --estimates-by name       for several budgets: within the folder of --estimates, each budget has
                            a folder named as its file
  --decisions MODE          what was recorded in the workbook (waivers, categories): apply it, show its effect beside
                            figures without it (default), or ignore it

Output
  --format text|json|csv    (default text)
  --out DIR                 write copies with marks and a summary sheet into DIR
  --jobs N                  how many at a time (1-64; no more than processors and memory allow)
  --lang ja|en              language (default: ja)

Exit status
  0 no error / 1 at least one error / 2 something could not be checked
`,
    schemes: `Lists schemes, frames, rates, caps and periods with their source.

Usage
  kenzan schemes [--format text|json] [--lang ja|en]
`,
    rules: `Lists every rule.

Usage
  kenzan rules [--format text|json] [--lang ja|en]
`,
    estimates: `Reads estimates (.pdf / .xlsx / .xlsm / .csv) and shows number, issuer, dates, items and amounts:
for whoever checks estimates before there is a budget.

Usage
  kenzan estimates FILE-OR-FOLDER… [--format text|json] [--lang ja|en]
`,
    desk: `Checks many applications and writes an overview (.xlsx and .csv) and a ledger (SQLite) into DIR.
One folder (or one workbook) is one application; its estimates lie in the same folder.
Stopped half-way, the same command goes on where it stopped; run again when it is done, it adds a round.

Usage
  kenzan desk FOLDER --out DIR [options]        check the applications
  kenzan desk --out DIR --letters               write letters (.xlsx / .docx / .txt)
  kenzan desk --out DIR --query SQL             ask the ledger
  kenzan desk --out DIR --serve [--port N]      open the overview in a browser (this computer only)
  kenzan desk merge DIR… --out DIR              put together what was checked in shards

Options
  --jobs N             how many at a time (1-64; no more than processors and memory allow)
  --shard I/N          only every N-th application, from the I-th (e.g. 3/16)
  --decisions MODE     what applicants recorded in their workbooks: apply, show (default) or ignore
  --letters            write the letters, too
  --serve              then open the overview in a browser
  --scheme, --frame, --applicant …   as in kenzan check --help, for all applications
  --format text|json|csv   of --query (default text)

Exit status
  0 nothing to correct / 1 something to correct / 2 an application could not be checked
`,
    diff: `Compares two rounds of an application: what was mended, what remains, what is new, what changed unasked.
Lines are followed wherever their rows went. Gives budgets, or folders with a budget and its estimates.

Usage
  kenzan diff BEFORE AFTER [--scheme ID --frame ID …] [--format text|json] [--lang ja|en]

Exit status
  0 nothing is left to correct / 1 something is / 2 something could not be checked
`,
    template: `Writes an empty, ready-to-fill budget workbook. Never overwrites a file.

Usage
  kenzan template --scheme ID --out FILE.xlsx [--lang ja|en]
`,
  },
  seeHelp: "See kenzan --help.",
  unknownCommand: (name) =>
    `There is no command "${name}". Use check, estimates, desk, diff, schemes, rules or template.`,
  noFile: () => "No file to check was given. Add the budget's name, as in: kenzan check budget.xlsx",
  noFileLeft: () =>
    "No file to check was given. Everything after --estimates counts as an estimate: put the budget before --estimates.",
  unexpectedArgument: (argument) => `"${argument}" is not expected. Remove it and run again.`,
  unknownOption: (option, command) => `There is no option "${option}". See kenzan ${command} --help.`,
  missingValue: (option) => `${option} needs a value. Put one after ${option}.`,
  needlessValue: (option) => `${option} takes no value. Write ${option} alone.`,
  repeated: (option) => `${option} is given twice. Keep one.`,
  notOneOf: (option, value, valid) => `${option} cannot be "${value}". Choose one of: ${list(valid)}`,
  noCount: (option, value) => `${option} cannot be "${value}". Give a whole number of 0 or more, such as 12.`,
  noYen: (option, value) => `${option} cannot be "${value}". Give whole yen in digits only, such as 1200000.`,
  noRate: (value) => `--rate cannot be "${value}". Give a fraction of at most 1, such as 2/3.`,
  noDay: (value) => `--start cannot be "${value}". Give an existing day, such as 2025-08-01.`,
  noJobs: (value) => `--jobs cannot be "${value}". Give a whole number from 1 to 64.`,
  noShard: (value) => `--shard cannot be "${value}". Give which one of how many, such as 3/16.`,
  noPort: (value) => `--port cannot be "${value}". Give a whole number from 0 to 65535.`,
  deskNeedsFolder: () =>
    "Give the folder in which the applications are (kenzan desk FOLDER --out DIR); to use the ledger alone, add --query, --letters or --serve.",
  deskNothingToMerge: () =>
    "Nothing to merge was given. Name the folders, as in: kenzan desk merge DIR1 DIR2 --out DIR",
  deskStray: (option) => `${option} cannot be used here. See kenzan desk --help.`,
  diffNeedsTwo: () => "Give two to compare, as in: kenzan diff before.xlsx after.xlsx",
  missingOption: (command, option) => `${option} is needed. See kenzan ${command} --help.`,
  notFound: (path) => `${path} was not found. Check the name and place of the file.`,
  directory: (path) => `${path} is a folder. Give the budget workbook (.xlsx or .xlsm) in it.`,
  forbidden: (path) => `${path} may not be opened. Close it in Excel and check its permissions.`,
  unreadable: (path, code) => `${path} could not be read (${code}). Check where it is and its state.`,
  bookProblem: (path, code) => `${path} ${bookProblemsEn[code]}`,
  outIsFile: (path) => `--out ${path} is a file. Give a folder.`,
  outNotWritable: (path) => `${path} cannot be written. Give --out a place that can be.`,
  wouldOverwrite: (path) => `${path} is the input. Inputs are never changed: give --out another folder.`,
  outExists: (path) => `${path} exists already and is not overwritten. Give --out another name.`,
  outIsLink: (path) =>
    `${path} is a link to another place and is not written to. Remove the link, or give --out another folder.`,
  outTaken: (path) => `${path} is no file and cannot be written. Rename it, or give --out another folder.`,
  outFailed: (path, detail) =>
    `${path} was checked, but parts of the workbook are missing, so no copy is made (${detail}). Open and save it in Excel, and give that.`,
  outputLost: (code) => `The results could not be written to their end (${code}). Check the room there and run again.`,
  noEffect: (path, option) => `For ${path}, ${unusedEn[option]}`,
  emptyFolder: (path) => `The folder ${path} holds no file of estimates. Check what is in it.`,
  folderForbidden: (path) => `The folder ${path} may not be looked into. Check its permissions.`,
  deadLink: (path) => `${path} is a link that leads nowhere. Remove or repair it.`,
  written: (path) => `Saved ${path}.`,
  estimatesForSeveral: () =>
    "With several budgets, give each its own estimates: a folder named as the budget's file, and --estimates-by name.",
  estimatesNoFolder: (budget) =>
    `There is no folder of estimates named as ${budget}. This budget is checked without estimates.`,
  estimatesTooMany: (files, most) =>
    `The folder of estimates holds ${files} files; at most ${most} are read. Check that it is the right folder.`,
  noEstimate: () => "No estimate was given. Add a file or folder, as in: kenzan estimates quotation.pdf",
  progress: (done, all) => `Checking… ${done}/${all}`,
  internal: (path, detail) =>
    `Kenzan failed while checking ${path} (${detail}). No result is given. Please report it with the shape of the file.`,
  noBudget: (path) => `${path} holds no budget table. Put in a table with headers such as 内容, 単価, 数量 and 金額.`,
  noLines: (path) => `The budget table of ${path} holds no line: nothing was checked. Enter items and amounts first.`,
  missing: (path, what, valid) =>
    `The subsidy for ${path} cannot be computed. ${(missingEn[what] ?? ((): string => `Give ${what}.`))(valid)}`,
  ruleCrashed: (path, rule) =>
    `Kenzan failed while checking rule ${rule} in ${path}. Check this rule by eye, and please report it.`,
  savedUnreadable: (path) =>
    `The decisions saved in ${path} cannot be read and were not used. Open it with Kenzan in Excel and save again.`,
  savedUnknownScheme: (path, scheme) =>
    `This version does not know the scheme "${scheme}" saved in ${path}. Give --scheme.`,
  notXlsx: (path) => `--out "${path}" is no name of an Excel workbook. Let it end in .xlsx.`,
  signed: (path) =>
    `${path} carries a digital signature that a marked copy would break, so none is made. Give a copy without signature.`,
};

const bookProblemsEn: Readonly<Record<WorkbookErrorCode, string>> = {
  empty: "is an empty file. Check that Excel opens it, and save it again.",
  "not-zip": "is no Excel workbook (.xlsx). Open it in Excel and save it as .xlsx.",
  encrypted: "is protected by a password. Give a copy saved without the password.",
  "legacy-xls": "is in the old .xls format. Open it in Excel and save it as an Excel workbook (.xlsx).",
  "binary-workbook": "is in the binary .xlsb format. Open it in Excel and save it as an Excel workbook (.xlsx).",
  truncated: "is cut short. Get the file again, or open and save it in Excel.",
  "too-large": "would unpack to too much and is not opened, for safety. Make a copy with the budget sheets only.",
  damaged: "is damaged. Repair it in Excel and save it as .xlsx.",
  "no-workbook": "holds no Excel workbook. Give the budget as .xlsx.",
};

export const words: Readonly<Record<Lang, Words>> = { ja, en };
