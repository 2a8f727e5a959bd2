import { Button, Checkbox, Select } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { ReportShown } from "../../core/report/shown";
import { TAUGHT_KINDS, type TaughtKind } from "../../core/decisions/decision";
import type { Field } from "../../core/read/field";
import type { SheetReading, TableKind } from "../../core/read/reading";
import { cellAt, columnName, NOWHERE } from "../../core/workbook/workbook";
import { skippedText } from "../../messages/reading";
import { useReport } from "../context";
import type { Language } from "../host";
import { useDraft } from "../useDraft";
import type { Words } from "../words";
import { RowStrip } from "./RowStrip";

/** Which sheets and columns were read as what; each can be corrected. */
export function SheetsRead() {
  const { report, words } = useReport();
  return (
    <section className="card" aria-labelledby="sheets">
      <h3 id="sheets" className="label">
        {words.start.sheets}
      </h3>
      <ul className="plain">
        {report.reading.sheets.map((reading) => (
          <SheetRow key={reading.sheet} reading={reading} />
        ))}
      </ul>
    </section>
  );
}

function SheetRow({ reading }: { readonly reading: SheetReading }) {
  const { session, state, report, language, words } = useReport();
  const [correcting, setCorrecting] = useState(false);
  const { sheet } = reading;
  const choice = state.saved.decisions.columns.find((candidate) => candidate.sheet === sheet);
  const used = choice?.use ?? true;
  // A tick says that it is read: where something else keeps it from that, there is nothing to tick.
  const mayChoose = reading.skipped === null || ["no-table", "by-choice"].includes(reading.skipped);
  return (
    <li className="sheet">
      <div className="sheet-row">
        {mayChoose ? (
          <Checkbox
            checked={used}
            label={sheet}
            aria-label={words.sheets.use(sheet)}
            onChange={(_, { checked }) =>
              void session.chooseColumns({ columns: [], ...choice, sheet, use: checked === true })
            }
          />
        ) : (
          <span className="sheet-apart">{sheet}</span>
        )}
        <span className="label sheet-what">
          {!used ? words.sheets.unused : whatWasRead(report, reading, words, language)}
        </span>
        {used && (
          <button
            type="button"
            className="link"
            aria-expanded={correcting}
            aria-label={words.sheets.fixColumnsOf(sheet)}
            onClick={() => setCorrecting(!correcting)}
          >
            {words.sheets.fixColumns}
          </button>
        )}
      </div>
      {used && columnsRead(reading, words)}
      {used && <RowStrip sheet={sheet} />}
      {correcting && used && <Columns reading={reading} onDone={() => setCorrecting(false)} />}
    </li>
  );
}

/** The columns on which everything rests, so that a misreading is seen before the check. */
function columnsRead({ tables }: SheetReading, words: Words) {
  const budget = tables.find(({ kind }) => kind === "budget");
  const found = (budget?.columns ?? []).filter(({ field }) => /^(description|counted|amount)/.test(field));
  if (found.length === 0) return null;
  const told = found.map(({ field, column, header }) =>
    words.sheets.readAs(words.fields[field], words.sheets.column(columnName(column), header.replace(/\s+/g, ""))),
  );
  return <p className="label columns-read">{told.join(words.between)}</p>;
}

/** 「明細26行・合計3行」: how much of each kind was read from a sheet, or why nothing was. */
function whatWasRead(
  { lines, reading: all }: ReportShown,
  { sheet, tables, skipped }: SheetReading,
  words: Words,
  language: Language,
): string {
  if (skipped !== null && skipped !== "no-table") return skippedText(skipped, language);
  const from = (list: readonly { readonly sheet: string }[]) => list.filter((item) => item.sheet === sheet).length;
  const facts = all.facts.filter(({ cell }) => cell.sheet === sheet).length;
  const counts: Readonly<Partial<Record<TableKind, number>>> = {
    budget: from(lines),
    labour: from(all.labour),
    hours: from(all.months),
    members: from(all.members),
    team: from(all.team),
    estimates: from(all.estimates),
    income: from(all.income),
  };
  const kinds = new Set<TableKind>(tables.map(({ kind }) => kind));
  if (facts > 0) kinds.add("application");
  const totals = from(all.totals);
  const told = [...kinds].map((kind) => {
    // A sheet called 労務費 need not be told to be one.
    const name = sheet.includes(words.sheets.kinds[kind]) ? "" : words.sheets.kinds[kind];
    const count = counts[kind] ?? 0;
    return `${name} ${count === 0 ? "" : words.sheets.rows(kind, count)}`.trim();
  });
  if (totals > 0) told.push(words.sheets.totals(totals));
  const text = told.filter((part) => part !== "").join(words.listJoin);
  return kinds.size === 0 ? skippedText(skipped, language) : text;
}

const BUDGET: readonly Field[] = [
  "description", "amount", "unitPrice", "quantity", "unit", "major", "middle", "vendor", "orderDate", "paymentDate",
  "paymentMethod", "member", "evidenceNo", "counted", "note",
]; // prettier-ignore
const FIELDS: Readonly<Partial<Record<TableKind, readonly Field[]>>> = {
  labour: [
    "person", "position", "employment", "basePay", "allowances", "overtime", "welfare", "scheduledHours", "hourlyRate",
    "hours", "amount",
  ],
  hours: ["person", "month", "hours", "payPaid"],
  estimates: ["evidenceNo", "issuer", "issueDate", "description", "amountExclusive", "amountInclusive"],
  members: ["name", "class", "role"],
}; // prettier-ignore

/** The meaning of each column of a sheet's main table, one picker a meaning. */
function Columns({ reading, onDone }: { readonly reading: SheetReading; readonly onDone: () => void }) {
  const { session, state, words } = useReport();
  const id = useId();
  const known = state.saved.decisions.columns.find(({ sheet }) => sheet === reading.sheet);
  const table = reading.tables[0];
  const gone = known?.columns.filter(({ column }) => column === NOWHERE) ?? [];
  const read = new Map([...gone, ...(table?.columns ?? [])].map(({ field, column }) => [field, column]));
  const isTaught = (one: TableKind | undefined): one is TaughtKind => TAUGHT_KINDS.some((taught) => taught === one);
  const readKind = isTaught(table?.kind) ? table.kind : "budget";
  const [draft, write, giveUp, send] = useDraft<{
    readonly kind: TaughtKind;
    readonly columns: readonly (readonly [Field, number])[];
  }>(`columns ${reading.sheet}`, { kind: readKind, columns: [...read] }, onDone);
  const { kind } = draft;
  const chosen = new Map(draft.columns);
  const usual = FIELDS[kind] ?? BUDGET;
  const offered = kind === readKind ? [...read.keys()] : [];
  // A column read as 金額(税抜) is the amount: the plain one is not offered beside it.
  const isCovered = (field: Field) =>
    offered.some((other) => other !== field && other.startsWith(field) && /clusive$/.test(other));
  const fields = [...new Set([...offered, ...usual.filter((field) => !isCovered(field))])];
  const columns = offeredColumns();

  return (
    <div className="form" role="group" aria-label={words.sheets.fixColumnsOf(reading.sheet)}>
      <div className="field">
        <label htmlFor={`${id}-kind`}>{words.sheets.kind}</label>
        <Select
          id={`${id}-kind`}
          size="small"
          value={kind}
          onChange={(_, { value }) => {
            const next = TAUGHT_KINDS.find((one) => one === value) ?? "budget";
            // What the columns mean depends on what the table is for.
            write({ kind: next, columns: next === readKind ? [...read] : [] });
          }}
        >
          {TAUGHT_KINDS.map((one) => (
            <option key={one} value={one}>
              {words.sheets.kinds[one]}
            </option>
          ))}
        </Select>
      </div>
      {fields.map((field) => (
        <div className="field" key={field}>
          <label htmlFor={`${id}-${field}`}>{words.fields[field]}</label>
          <Select
            id={`${id}-${field}`}
            size="small"
            value={String(chosen.get(field) || "")}
            onChange={(_, { value }) => {
              const next = new Map(chosen);
              if (value !== "") next.set(field, Number(value));
              // What was read and is not so has to be said; the rest was never there.
              else if (read.has(field)) next.set(field, NOWHERE);
              else next.delete(field);
              write({ columns: [...next] });
            }}
          >
            <option value="">{words.sheets.none}</option>
            {columns.map(({ column, header }) => (
              <option key={column} value={column}>
                {words.sheets.column(columnName(column), header)}
              </option>
            ))}
          </Select>
        </div>
      ))}
      <div className="buttons">
        <Button
          size="small"
          appearance="primary"
          onClick={() => {
            send(
              session.chooseColumns({
                sheet: reading.sheet,
                use: true,
                columns: draft.columns.map(([field, column]) => ({ field, column })),
                ...(kind === readKind && known?.kind === undefined ? {} : { kind }),
              }),
            );
          }}
        >
          {words.sheets.save}
        </Button>
        <Button size="small" onClick={giveUp}>
          {words.sheets.close}
        </Button>
      </div>
    </div>
  );

  function offeredColumns(): readonly { readonly column: number; readonly header: string }[] {
    const sheet = state.workbook?.sheets.find(({ name }) => name === reading.sheet);
    if (sheet === undefined) return [];
    const headers = new Map(table?.columns.map(({ column, header }) => [column, header]));
    const last = Math.min(
      100,
      Math.max(table?.right ?? 0, ...sheet.rows.map(({ cells }) => cells.at(-1)?.column ?? 0)),
    );
    return Array.from({ length: last }, (_, index) => {
      const column = index + 1;
      const text = headers.get(column) ?? (table && cellAt(sheet, table.headerBottom, column)?.value);
      return { column, header: typeof text === "string" ? text.replace(/\s+/g, "").slice(0, 20) : "" };
    });
  }
}
