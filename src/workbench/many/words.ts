/** What the page says of a whole folder. */
import { deskWords, type DeskWords } from "../../desk/words";
import type { Lang } from "../../messages";

/** Here nobody gives options: what is missing is chosen in the pane. */
export const examinerWords: Readonly<Record<Lang, DeskWords>> = {
  ja: {
    ...deskWords.ja,
    missing: (path, what) =>
      what === "frame"
        ? `${path} に申請枠が書かれていないため、補助額を計算していません。申請を開き、「設定」で申請枠を選んでください。`
        : `${path} の補助額を計算するには、まだ決まっていない条件があります。申請を開き、「設定」で選んでください。`,
  },
  en: {
    ...deskWords.en,
    missing: (path, what) =>
      what === "frame"
        ? `${path} states no frame, so no subsidy was computed. Open the application and choose one in its settings.`
        : `For the subsidy of ${path} a condition is still open. Open the application and choose it in its settings.`,
  },
};

interface Words {
  readonly title: string;
  readonly hint: string;
  readonly stop: string;
  readonly goOn: string;
  readonly csv: string;
  readonly workbook: string;
  readonly close: string;
  readonly answers: string;
  readonly common: string;
  readonly commonHint: string;
  readonly commonNone: string;
  readonly sortBy: string;
  readonly openBudget: (name: string) => string;
  readonly none: string;
  readonly tooMany: (count: number, most: number) => string;
  readonly under: (done: number, all: number) => string;
  readonly stopped: (done: number, all: number) => string;
  readonly ended: (all: number) => string;
  readonly subtitle: (done: number, all: number) => string;
  readonly file: string;
}

export const manyWords: Readonly<Record<Lang, Words>> = {
  ja: {
    title: "申請の一覧",
    hint: "人の対応が要るものから順に並べています。申請者の判断は反映せずに計算しています。申請の名前を押すと、予算書と見積書を開きます。見出しを押すと並べ替えます。",
    stop: "中止",
    goOn: "続きから調べる",
    csv: "一覧を CSV で保存",
    workbook: "一覧をブックで保存",
    close: "閉じる",
    answers: "申請者のご回答",
    common: "申請どうしの照合",
    commonHint: "不正を示すものではありません。同じ業者が正しく見積もった場合もあるので、中身を見て判断してください。",
    commonNone: "申請どうしで共通するものは見つかりませんでした。",
    sortBy: "並べ替え",
    openBudget: (name) => `${name} を開く`,
    none: "フォルダーに申請がありません。申請ごとのフォルダーか、予算書（.xlsx / .xlsm）が入ったフォルダーを選んでください。",
    tooMany: (count, most) =>
      `申請が${count.toLocaleString("ja-JP")}件あります。ブラウザーで一度に調べられるのは${most.toLocaleString("ja-JP")}件までです。フォルダーを分けるか、kenzan desk を使ってください。`,
    under: (done, all) => `調べています… ${String(done)} / ${String(all)}件`,
    stopped: (done, all) => `中止しました。${String(all)}件のうち${String(done)}件を調べました。`,
    ended: (all) => `${String(all)}件を調べました。`,
    subtitle: (done, all) =>
      done === all
        ? `申請 ${String(all)}件\u3000人の対応が要るものから順に並べています。申請者の判断は反映せずに計算しています。`
        : `申請 ${String(all)}件のうち ${String(done)}件（途中で中止）\u3000人の対応が要るものから順に並べています。`,
    file: "申請の一覧",
  },
  en: {
    title: "Applications",
    hint: "Those that need a person come first. The applicants' own decisions are shown, not obeyed. Press an application to open its budget with its estimates; press a heading to sort by it.",
    stop: "Stop",
    goOn: "Go on",
    csv: "Save the overview as CSV",
    workbook: "Save the overview as a workbook",
    close: "Close",
    answers: "What applicants answered",
    common: "What applications have in common",
    commonHint: "None of this proves anything wrong: look at each before you judge.",
    commonNone: "Nothing in common was found.",
    sortBy: "Sort",
    openBudget: (name) => `Open ${name}`,
    none: "The folder holds no application. Choose one with a folder for each, or with budgets (.xlsx / .xlsm).",
    tooMany: (count, most) =>
      `There are ${count.toLocaleString("en-US")} applications; a browser takes ${most.toLocaleString("en-US")} at once. Divide the folder, or use kenzan desk.`,
    under: (done, all) => `Checking… ${String(done)} of ${String(all)}`,
    stopped: (done, all) => `Stopped: ${String(done)} of ${String(all)} were checked.`,
    ended: (all) => `${String(all)} applications were checked.`,
    subtitle: (done, all) =>
      done === all
        ? `${String(all)} applications; those that need a person come first. The applicants' decisions are shown, not obeyed.`
        : `${String(done)} of ${String(all)} applications (stopped); those that need a person come first.`,
    file: "applications",
  },
};
