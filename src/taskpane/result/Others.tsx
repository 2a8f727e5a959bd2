import type { DecisionsMode, MadeDecision } from "../../core/decisions/weigh";
import { decisionReason, decisionSubject, effectText, outdatedText } from "../../messages/decisions";
import { CellLink } from "../CellLink";
import { useReport } from "../context";
import { useAnswer } from "../useAnswer";

const MODES = ["show", "apply", "ignore"] as const satisfies readonly DecisionsMode[];

/** What somebody else decided in this workbook: who, when, why and how many yen; in force only when a person says so. */
export function Others() {
  const { session, state, report, words } = useReport();
  const { others } = state;
  const weighed = useAnswer(() => session.weighOthers(), [session, report, others]);
  if (others === null) return null;
  const { mode } = others;
  return (
    <section className="card others" aria-labelledby="others" aria-busy={weighed === null}>
      <h3 id="others">{words.others.title}</h3>
      <p className="label">{words.others.hint[mode]}</p>
      <div role="radiogroup" aria-label={words.others.choose}>
        {MODES.map((one) => (
          <label key={one} className="block">
            <input
              type="radio"
              name="others"
              checked={one === mode}
              disabled={state.work !== null}
              onChange={() => void session.showOthers(one)}
            />{" "}
            {words.others.modes[one]}
          </label>
        ))}
      </div>
      {mode !== "ignore" && weighed !== null && (
        <>
          <table className="figures">
            <caption className="hidden">{words.others.title}</caption>
            <tbody>
              <Amount label={words.others.without} yen={weighed.subsidyWithout} isShown={mode === "show"} />
              <Amount label={words.others.with} yen={weighed.subsidyWith} isShown={mode === "apply"} />
            </tbody>
          </table>
          <ul className="plain">
            {weighed.made.map((made, index) => (
              <One key={index} made={made} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Amount(props: { readonly label: string; readonly yen: number | null; readonly isShown: boolean }) {
  const { words } = useReport();
  const { label, yen, isShown } = props;
  return (
    <tr className={isShown ? "sum" : undefined}>
      <th scope="row">{label}</th>
      <td className="number">{yen === null ? words.result.unknown : words.yen(yen)}</td>
    </tr>
  );
}

function One({ made }: { readonly made: MadeDecision }) {
  const { language, words } = useReport();
  const { sheet, cell, by, date, yen, valid, kind } = made;
  const who = [by, date].filter((part) => part !== null).join(words.between);
  const effect = valid ? effectText(yen, language) : kind === "waiver" ? outdatedText(language) : words.others.unused;
  return (
    <li>
      <span className="line-head">
        <span>
          {decisionSubject(made, language)}: {decisionReason(made, language)}
        </span>
        {sheet !== null && <CellLink sheet={sheet} cell={cell} />}
      </span>
      <span className="label block">{who === "" ? effect : `${who}${words.between}${effect}`}</span>
    </li>
  );
}
