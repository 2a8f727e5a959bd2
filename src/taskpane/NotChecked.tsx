import { useReport } from "./context";
import { notCheckedText } from "../messages";

/** What a person still has to look at. Always one click away, and counted at the foot of every view. */
export function NotChecked() {
  const { report, language, words } = useReport();
  return (
    <section
      id="not-checked"
      className="not-checked"
      aria-label={words.notChecked.title(report.notChecked.length)}
      tabIndex={0}
    >
      <p>{words.notChecked.intro}</p>
      <ul>
        {report.rules.crashed.map((rule) => (
          <li key={rule} className="bad">
            {words.notChecked.crashed(rule)}
          </li>
        ))}
        {report.notChecked.map((item, index) => (
          <li key={`${item.code}${index}`}>{notCheckedText(item, language)}</li>
        ))}
      </ul>
    </section>
  );
}
