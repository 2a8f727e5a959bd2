import { Button, Input, Select } from "@fluentui/react-components";
import { useId, useState } from "react";
import {
  add,
  divide,
  floor,
  fraction,
  fromDecimal,
  multiply,
  toNumber,
  ZERO,
  type Fraction,
} from "../../core/money/fraction";
import { usePane } from "../context";
import { typedNumber } from "../figures";
import { useDraft } from "../useDraft";
import { isWithoutTable } from "./addRow";
import { WorkedRate } from "./WorkedRate";

const inputs = ["basePay", "allowances", "welfare", "scheduledHours", "hours"] as const;
type Input = (typeof inputs)[number];

/** The hourly rate of someone who is not in the sheet yet. */
export function Calculator() {
  const { session, state, words } = usePane();
  const id = useId();
  const [{ person, chosen, ...typed }, write, , send] = useDraft("labour", {
    person: "",
    chosen: "",
    basePay: "",
    allowances: "",
    welfare: "",
    scheduledHours: "",
    hours: "",
  });
  const kinds = [...new Set(state.report?.reading.labour.flatMap(({ employment }) => employment ?? []))];
  const labels: Partial<Record<Input, string>> = {
    scheduledHours: words.labour.scheduled,
    hours: words.labour.planned,
  };
  const [refused, setRefused] = useState(false);
  const value = (name: Input): Fraction | null => {
    const text = typedNumber(typed[name]);
    return text === null ? null : fromDecimal(text);
  };
  const [basePay, scheduled, planned] = [value("basePay"), value("scheduledHours"), value("hours")];
  const rate =
    basePay === null || scheduled === null || scheduled.n === 0n
      ? null
      : floor(divide(add(add(basePay, value("allowances") ?? ZERO), value("welfare") ?? ZERO), scheduled));
  const amount = rate === null || planned === null ? null : floor(multiply(fraction(rate), planned));
  const shown = (name: Input) => {
    const number = value(name);
    return number === null ? null : toNumber(number);
  };

  const kind = chosen === "" ? (kinds[0] ?? "") : chosen;
  const addPerson = () => {
    const { report } = state;
    if (report === null || rate === null) return;
    const figures = Object.fromEntries(
      inputs.flatMap((name) => {
        const text = typedNumber(typed[name]);
        return text === null ? [] : [[name, text]];
      }),
    );
    const added = { person: person.trim(), kind, figures, rate };
    const isRefused = isWithoutTable(report.reading);
    setRefused(isRefused);
    if (!isRefused) send(session.addPerson(added));
  };

  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words.labour.calculator}</h3>
      <p className="label">{words.labour.calculatorHint}</p>
      <div className="fields">
        <div className="field">
          <label htmlFor={`${id}-person`}>{words.fields.person}</label>
          <Input
            id={`${id}-person`}
            size="small"
            value={person}
            onChange={(_, { value: text }) => write({ person: text })}
          />
        </div>
        {kinds.length > 0 && (
          <div className="field">
            <label htmlFor={`${id}-kind`}>{words.labour.kind}</label>
            <Select
              id={`${id}-kind`}
              size="small"
              value={kind}
              onChange={(_, { value: text }) => write({ chosen: text })}
            >
              {kinds.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          </div>
        )}
        {inputs.map((name) => (
          <div className="field" key={name}>
            <label htmlFor={`${id}-${name}`}>{labels[name] ?? words.fields[name]}</label>
            <Input
              id={`${id}-${name}`}
              size="small"
              inputMode="decimal"
              value={typed[name]}
              aria-invalid={typed[name] !== "" && value(name) === null}
              contentAfter={
                name === "hours" || name === "scheduledHours" ? words.labour.unit.hours : words.labour.unit.yen
              }
              onChange={(_, { value: text }) => write({ [name]: text })}
            />
          </div>
        ))}
      </div>
      <div role="status" aria-label={words.labour.result}>
        {rate === null ? (
          <p className="label">{words.labour.fillIn}</p>
        ) : (
          <>
            <WorkedRate
              parts={{
                basePay: shown("basePay"),
                allowances: shown("allowances"),
                welfare: shown("welfare"),
                scheduledHours: shown("scheduledHours"),
                overtime: null,
                bonus: null,
                oneOffPay: null,
              }}
              rate={rate}
            />
            {amount !== null && planned !== null && (
              <p className="total">
                {words.labour.times(String(toNumber(planned)))} <strong className="number">{words.yen(amount)}</strong>
              </p>
            )}
          </>
        )}
      </div>
      {rate !== null && <p className="label">{words.labour.addHint}</p>}
      <Button
        size="small"
        disabled={rate === null || planned === null || person.trim() === "" || state.work !== null}
        onClick={addPerson}
      >
        {words.labour.addRow}
      </Button>
      {refused && <p role="alert">{words.labour.noTable}</p>}
    </section>
  );
}
