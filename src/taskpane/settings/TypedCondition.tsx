import { Input } from "@fluentui/react-components";
import { useState } from "react";
import { isRate, type Settings } from "../../core/judge/settings";
import { usePane } from "../context";
import { typedNumber } from "../figures";
import { LabelledField, without } from "../start/Conditions";
import { useDraft } from "../useDraft";
import type { Words } from "../words";

/** Conditions that only some schemes ask for, in the order in which they are shown. */
export const TYPED_CONDITIONS = ["requested", "employees", "corporateMembers", "income", "rate", "start"] as const;
type TypedName = (typeof TYPED_CONDITIONS)[number];

export const isTypedCondition = (name: string): name is TypedName =>
  (TYPED_CONDITIONS as readonly string[]).includes(name);

/** @returns null for what is no value of this kind */
type Read = (text: string) => string | number | null;

const count: Read = (text) => {
  const plain = typedNumber(text);
  return plain === null || plain.includes(".") ? null : Number(plain);
};
const rate: Read = (text) => {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  return isRate(plain) ? plain : null;
};
const day: Read = (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

const READ: Readonly<Record<TypedName, Read>> = {
  ...{ requested: count, employees: count, corporateMembers: count, income: count },
  ...{ rate, start: day },
};

const labelOf = (name: TypedName, { conditions }: Words): string =>
  name === "start" ? conditions.startDay : conditions[name];

/**
 * Left empty, what the workbook states holds. Taken over when the field is left or Enter is pressed, so that half a number
 * never changes the result.
 */
export function TypedCondition({ name }: { readonly name: TypedName }) {
  const { session, state, words } = usePane();
  const { conditions } = words;
  const { settings } = state.saved;
  const [{ text }, write, giveUp, send] = useDraft(`condition ${name}`, { text: String(settings[name] ?? "") });
  const [bad, setBad] = useState(false);
  const isMissed = state.report?.subsidy?.missing.includes(name) === true;
  const take = () => {
    const rest: Settings = without(settings, [name]);
    const value = text.trim() === "" ? undefined : READ[name](text);
    setBad(value === null);
    if (value === null) return;
    // What is being checked is in force on screen already.
    if (value === settings[name]) return state.work ?? giveUp();
    send(session.choose(value === undefined ? rest : { ...rest, [name]: value }));
  };
  const invalid = name === "rate" ? conditions.invalidRate : conditions.invalid;
  return (
    <LabelledField label={labelOf(name, words)} hint={bad ? <span className="bad">{invalid}</span> : null}>
      {(id, hint) => (
        <Input
          id={id}
          type={name === "start" ? "date" : "text"}
          size="small"
          aria-describedby={hint}
          aria-invalid={bad}
          placeholder={!isMissed ? conditions.asRead : name === "rate" ? conditions.rateExample : ""}
          value={text}
          onChange={(_, { value }) => write({ text: value })}
          onBlur={take}
          onKeyDown={({ key }) => key === "Enter" && take()}
        />
      )}
    </LabelledField>
  );
}
