import { Input } from "@fluentui/react-components";
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
import { WorkedRate } from "./WorkedRate";

const inputs = ["basePay", "allowances", "welfare", "scheduledHours", "hours"] as const;
type Input = (typeof inputs)[number];

/** The hourly rate of someone who is not in the sheet yet. */
export function Calculator() {
  const { words } = usePane();
  const id = useId();
  const [typed, setTyped] = useState<Readonly<Record<Input, string>>>({
    basePay: "",
    allowances: "",
    welfare: "",
    scheduledHours: "",
    hours: "",
  });
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

  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words.labour.calculator}</h3>
      <p className="label">{words.labour.calculatorHint}</p>
      <div className="fields">
        {inputs.map((name) => (
          <div className="field" key={name}>
            <label htmlFor={`${id}-${name}`}>{name === "hours" ? words.labour.planned : words.fields[name]}</label>
            <Input
              id={`${id}-${name}`}
              size="small"
              inputMode="decimal"
              value={typed[name]}
              aria-invalid={typed[name] !== "" && value(name) === null}
              contentAfter={
                name === "hours" || name === "scheduledHours" ? words.labour.unit.hours : words.labour.unit.yen
              }
              onChange={(_, { value: text }) => setTyped({ ...typed, [name]: text })}
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
    </section>
  );
}
