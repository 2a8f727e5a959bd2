import { Button } from "@fluentui/react-components";
import type { RowRole, RowTold } from "../../core/read/reading";
import type { RowChoice } from "../../core/decisions/decision";
import { cellName } from "../../core/workbook/workbook";
import { doubtText, roleText } from "../../messages/trace";
import { CellLink } from "../CellLink";
import { useReport } from "../context";
import { useAnswer } from "../useAnswer";
import { Few } from "../Few";

/** Rows that may as well be something else, with what would be claimed either way; a press settles each. */
export function Doubts() {
  const { session, report, language, words } = useReport();
  const { trace } = report.reading;
  const claimed = report.totals?.claimed ?? null;
  const sheets = [...new Set(trace.doubts.map(({ sheet }) => sheet))];
  const rows = useAnswer(
    async () => (await Promise.all(sheets.map((sheet) => session.rowsOf(sheet)))).flat(),
    [session, report],
  );
  if (trace.doubts.length === 0) return null;
  return (
    <section className="card attention" aria-labelledby="doubts">
      <h3 id="doubts">{words.rows.doubts}</h3>
      <Few items={trace.doubts}>
        {(doubt) => {
          const told = rows?.find(({ sheet, row }) => sheet === doubt.sheet && row === doubt.row);
          return (
            <li key={`${doubt.sheet}!${doubt.row}`} className="line">
              <p>{doubtText(doubt, language)}</p>
              {claimed !== null && (
                <p>
                  {words.rows.either(
                    roleText(doubt.as, language),
                    claimed,
                    roleText(doubt.or, language),
                    claimed + doubt.yen,
                  )}
                </p>
              )}
              {told !== undefined && (
                <div className="buttons">
                  <CellLink sheet={doubt.sheet} cell={cellOf(told)} />
                  {[doubt.as, doubt.or].map((role) => (
                    <Button key={role} size="small" onClick={() => void session.readRowAs(told, choiceOf(role))}>
                      {words.rows.take(roleText(role, language))}
                    </Button>
                  ))}
                </div>
              )}
            </li>
          );
        }}
      </Few>
    </section>
  );
}

const cellOf = ({ cell, row }: RowTold): string => cellName(row, cell.column);

const choiceOf = (role: RowRole): RowChoice["as"] =>
  role === "line" ? "line" : role === "subtotal" || role === "total" ? "subtotal" : "skip";
