import { Button } from "@fluentui/react-components";
import type { RowChoice } from "../../core/decisions/decision";
import type { RowTold } from "../../core/read/reading";
import { useReport } from "../context";

const CHOICES: readonly RowChoice["as"][] = ["line", "subtotal", "skip"];

/** What a row is, for a person to say; what they said can be taken back. */
export function RowChoices({ told }: { readonly told: RowTold }) {
  const { session, report, state, words } = useReport();
  const { rows } = words;
  const own = report.decisions.find(
    ({ kind, sheet, cell }) => kind === "row" && sheet === told.sheet && cell?.replace(/^[A-Z]+/, "") === `${told.row}`,
  );
  return (
    <div className="buttons" role="group" aria-label={rows.change}>
      <span className="label">{rows.change}</span>
      {CHOICES.map((as) => (
        <Button
          key={as}
          size="small"
          disabled={state.work !== null}
          aria-pressed={isReadAs(told, as)}
          appearance={isReadAs(told, as) ? "primary" : "secondary"}
          onClick={() => void session.readRowAs(told, as)}
        >
          {rows.as[as]}
        </Button>
      ))}
      {own !== undefined && (
        <Button size="small" onClick={() => void session.forgetRow(own.index)}>
          {rows.forget}
        </Button>
      )}
    </div>
  );
}

/** That a row counts nothing is said of it only once somebody said so. */
function isReadAs({ role, isChosen }: RowTold, as: RowChoice["as"]): boolean {
  if (as === "line") return role === "line";
  return as === "subtotal" ? role === "subtotal" || role === "total" : role === "other" && isChosen;
}
