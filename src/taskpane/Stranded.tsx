import { words as allWords } from "./words";

/** Shown instead of the pane where it cannot work at all: outside Excel, or in an Excel that is too old. */
export function Stranded({ why }: { readonly why: "NotInExcel" | "ExcelTooOld" }) {
  const language = navigator.language.startsWith("ja") ? "ja" : "en";
  const words = allWords[language];
  const told = words.trouble[why]("");
  return (
    <main className="stranded" lang={language}>
      <h1>{words.product}</h1>
      <p>
        <strong>{told.what}</strong>
      </p>
      <p>{told.todo}</p>
      <p>
        <a href="help.html">{words.start.help}</a>
      </p>
    </main>
  );
}
