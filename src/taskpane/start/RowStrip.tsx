import { useRef, useState, type KeyboardEvent } from "react";
import type { RowTold } from "../../core/read/reading";
import { cellName } from "../../core/workbook/workbook";
import { roleText, whyText } from "../../messages/trace";
import { CellLink } from "../CellLink";
import { useReport } from "../context";
import { useAnswer } from "../useAnswer";
import { Later } from "../Later";
import { RowChoices } from "./RowChoices";

/** A sheet with more rows than this is looked at when somebody asks for it. */
const MANY = 400;
/** Rows shown at a time. */
const FEW = 120;

/** The rows of a sheet as they were read, each a small field with the letter and colour of its role. */
export function RowStrip({ sheet }: { readonly sheet: string }) {
  const { state, words } = useReport();
  const rows = state.workbook?.sheets.find(({ name }) => name === sheet)?.rows.length ?? 0;
  if (rows <= MANY) return <Strip sheet={sheet} />;
  return (
    <Later title={words.rows.show}>
      <Strip sheet={sheet} />
    </Later>
  );
}

function Strip({ sheet }: { readonly sheet: string }) {
  const { session, report, language, words } = useReport();
  const rows = useAnswer(() => session.rowsOf(sheet), [session, report, sheet]) ?? [];
  const [shown, setShown] = useState(FEW);
  const [opened, setOpened] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  if (rows.length === 0) return null;
  const inSight = rows.slice(0, shown);
  const told = rows.find(({ row }) => row === opened);
  const stop = Math.min(at, inSight.length - 1);

  /** One stop for Tab; arrows, Home and End move along the strip. */
  const move = (event: KeyboardEvent) => {
    const last = inSight.length - 1;
    const to = {
      ArrowRight: stop + 1,
      ArrowDown: stop + 1,
      ArrowLeft: stop - 1,
      ArrowUp: stop - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined || to < 0 || to > last) return;
    event.preventDefault();
    setAt(to);
    list.current?.querySelectorAll<HTMLElement>("button")[to]?.focus();
  };

  return (
    <div className="rows">
      <div ref={list} role="toolbar" aria-label={words.rows.of(sheet)} className="strip" onKeyDown={move}>
        {inSight.map((row, index) => (
          <button
            key={`${row.table} ${cellName(row.cell.row, row.cell.column)}`}
            type="button"
            className={row.counted ? "row-mark" : "row-mark apart"}
            data-role={row.role}
            aria-label={words.rows.name(row.row, roleText(row.role, language), row.text)}
            aria-expanded={row.row === opened}
            title={words.rows.name(row.row, roleText(row.role, language), row.text)}
            tabIndex={index === stop ? 0 : -1}
            onClick={() => {
              setAt(index);
              setOpened(row.row === opened ? null : row.row);
              void session.select(row.sheet, cellName(row.cell.row, row.cell.column));
            }}
          >
            {row.isChosen ? `${words.rows.letters[row.role]}*` : words.rows.letters[row.role]}
          </button>
        ))}
        {rows.length > shown && (
          <button type="button" className="link" onClick={() => setShown(rows.length)}>
            {words.more(rows.length - shown)}
          </button>
        )}
      </div>
      {told !== undefined && <Told key={told.row} told={told} />}
    </div>
  );
}

/** What a row was read as, why, what else it may be, and the way to say otherwise. */
function Told({ told }: { readonly told: RowTold }) {
  const { language, words } = useReport();
  const { rows } = words;
  const why = whyText(told, language);
  return (
    <div className="form" role="group" aria-label={rows.why(told.row)}>
      <p>
        <strong>{told.text === "" ? rows.row(told.row) : `「${told.text}」`}</strong>{" "}
        {told.yen !== null && <span className="number">{words.yen(told.yen)}</span>}{" "}
        <CellLink sheet={told.sheet} cell={cellName(told.cell.row, told.cell.column)} />
      </p>
      <p>
        {told.isChosen ? rows.chosen(roleText(told.role, language)) : rows.readAs(roleText(told.role, language), why)}
        {!told.counted && ` ${rows.apart}`}
        {told.isProven && !told.isChosen && ` ${rows.proven}`}
        {told.or !== null && !told.isChosen && ` ${rows.or(roleText(told.or, language))}`}
      </p>
      <RowChoices told={told} />
    </div>
  );
}
