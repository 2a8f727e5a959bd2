import { Button } from "@fluentui/react-components";
import { usePane } from "../context";
import { StateOf } from "./StateOf";

/** What the person said that rows are, and whether that still holds. */
export default function Rows() {
  const { session, state, words } = usePane();
  const { rows = [] } = state.saved.decisions;
  const stands = new Map(
    state.report?.decisions.filter(({ kind }) => kind === "row").map((decision) => [decision.index, decision]),
  );
  return (
    <section className="card" aria-labelledby="rows">
      <h3 id="rows">{words.settings.rows}</h3>
      <ul className="plain">
        {rows.map(({ sheet, row, as, seen }, index) => (
          <li key={index} className="line-head">
            <span>
              {sheet} {words.rows.row(row)} {seen.text}
              <span className="label block">{words.rows.as[as]}</span>
              <StateOf waiver={stands.get(index)} />
            </span>
            <Button
              size="small"
              aria-label={words.settings.removeOf(words.rows.row(row))}
              onClick={() => void session.forgetRow(index)}
            >
              {words.settings.remove}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
