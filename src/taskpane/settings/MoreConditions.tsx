import { Input } from "@fluentui/react-components";
import { useState } from "react";
import type { Settings } from "../../core/judge/settings";
import { usePane } from "../context";
import { typedNumber } from "../figures";
import { LabelledField, without } from "../start/Conditions";

/** Conditions that only some schemes ask for. Left empty, what the workbook states holds. */
export function MoreConditions() {
  const { words } = usePane();
  const { conditions } = words;
  return (
    <div className="fields">
      <Count name="requested" label={conditions.requested} />
      <Count name="employees" label={conditions.employees} />
      <Count name="corporateMembers" label={conditions.corporateMembers} />
      <Count name="income" label={conditions.income} />
      <Typed name="rate" label={conditions.rate} invalid={conditions.invalidRate} read={readRate} />
      <Typed name="start" label={conditions.startDay} invalid={conditions.invalid} read={readDay} type="date" />
    </div>
  );
}

const readRate = (text: string): string | null => {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  return /^\d{1,4}\/[1-9]\d{0,3}$/.test(plain) ? plain : null;
};
const readDay = (text: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);
const readCount = (text: string): number | null => {
  const plain = typedNumber(text);
  return plain === null || plain.includes(".") ? null : Number(plain);
};

type Name = "requested" | "employees" | "corporateMembers" | "income" | "rate" | "start";

function Count({ name, label }: { readonly name: Name; readonly label: string }) {
  const { words } = usePane();
  return <Typed name={name} label={label} invalid={words.conditions.invalid} read={readCount} />;
}

interface Props {
  readonly name: Name;
  readonly label: string;
  readonly invalid: string;
  /** null: not a value of this kind. */
  readonly read: (text: string) => string | number | null;
  readonly type?: "text" | "date";
}

/** Taken over when the field is left or Enter is pressed, so that half a number never changes the result. */
function Typed({ name, label, invalid, read, type = "text" }: Props) {
  const { session, state, words } = usePane();
  const { settings } = state.saved;
  const [text, setText] = useState(String(settings[name] ?? ""));
  const [bad, setBad] = useState(false);
  const take = () => {
    const rest: Settings = without(settings, [name]);
    const value = text.trim() === "" ? undefined : read(text);
    setBad(value === null);
    if (value === null || value === settings[name]) return;
    void session.choose(value === undefined ? rest : { ...rest, [name]: value });
  };
  return (
    <LabelledField label={label} hint={bad ? <span className="bad">{invalid}</span> : null}>
      {(id, hint) => (
        <Input
          id={id}
          type={type}
          size="small"
          aria-describedby={hint}
          aria-invalid={bad}
          placeholder={words.conditions.asRead}
          value={text}
          onChange={(_, { value }) => setText(value)}
          onBlur={take}
          onKeyDown={({ key }) => key === "Enter" && take()}
        />
      )}
    </LabelledField>
  );
}
