import { Select } from "@fluentui/react-components";
import { lazy, useId, type ReactNode } from "react";
import type { Settings, Tax } from "../../core/judge/settings";
import type { ApplicantClass } from "../../core/scheme/terms";
import { cellName } from "../../core/workbook/workbook";
import { taxSaidText } from "../../messages/tax";
import { useReport } from "../context";
import { Later } from "../Later";

const SmeTest = lazy(() => import("./SmeTest"));

/** Scheme, frame, class and tax in force, where each came from, and a picker to say otherwise. */
export function Conditions() {
  const { session, state, report, scheme, words } = useReport();
  return (
    <div className="fields">
      <SchemeChoice />
      <FrameChoice />
      <ApplicantChoice />
      <Choice
        name="tax"
        label={words.conditions.tax}
        value={report.tax}
        onChange={(tax) => void session.choose({ ...state.saved.settings, tax: tax as Tax })}
        options={
          scheme?.tax.treatment === "inclusive"
            ? [["inclusive", words.conditions.taxes.inclusive]]
            : [
                ["exclusive", words.conditions.taxes.exclusive],
                ["inclusive", words.conditions.taxes.inclusive],
              ]
        }
      />
      {scheme?.classes.includes("sme") === true && scheme.classes.includes("non-sme") && (
        <Later title={words.sme.title}>
          <SmeTest />
        </Later>
      )}
    </div>
  );
}

/**
 * The scheme in force, and all others.
 * @param asked nobody chose it yet: also the one in force is there to choose
 */
export function SchemeChoice({ asked = false }: { readonly asked?: boolean }) {
  const { session, state, report, language, words } = useReport();
  return (
    <Choice
      name="scheme"
      label={words.conditions.scheme}
      value={asked ? "" : report.scheme}
      // Frames and classes are the scheme's own: what was chosen for another one does not carry over.
      onChange={(id) =>
        void session.choose({
          ...(id === report.scheme
            ? state.saved.settings
            : without(state.saved.settings, ["frame", "applicant", "tax", "rate"])),
          scheme: id,
        })
      }
      options={state.schemes.map(({ id, name }) => [id, name[language]])}
    />
  );
}

/** The frame in force, and the others of the scheme. */
export function FrameChoice() {
  const { session, state, report, scheme, language, words } = useReport();
  return (
    <Choice
      name="frame"
      label={words.conditions.frame}
      value={report.frame ?? ""}
      onChange={(frame) => void session.choose({ ...state.saved.settings, frame })}
      options={(scheme?.frames ?? []).map(({ id, name }) => [id, name[language]])}
    />
  );
}

/** The applicant's class in force, and the others of the scheme. */
export function ApplicantChoice() {
  const { session, state, report, scheme, words } = useReport();
  return (
    <Choice
      name="applicant"
      label={words.conditions.applicant}
      value={report.applicant ?? ""}
      onChange={(applicant) => void session.choose({ ...state.saved.settings, applicant: applicant as ApplicantClass })}
      options={(scheme?.classes ?? []).map((name) => [name, words.classes[name]])}
    />
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ name, label, value, options, onChange }: ChoiceProps) {
  const { words } = useReport();
  return (
    <LabelledField label={label} hint={value === "" ? null : <Origin name={name} />}>
      {(id, hint) => (
        <Select
          id={id}
          aria-describedby={hint}
          size="small"
          value={value}
          className={value === "" ? "unchosen" : ""}
          onChange={(_, { value: chosen }) => onChange(chosen)}
        >
          {value === "" && <option value="">{words.conditions.unchosen}</option>}
          {options.map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </LabelledField>
  );
}

/** Where a condition in force came from, and of tax what the budget's own amounts are said to be. */
function Origin({ name }: { readonly name: string }) {
  const { report, language } = useReport();
  const { from, amounts = [] } = report.origins[name] ?? {};
  return (
    <>
      {(from !== "default" || amounts.length === 0) && (
        <span className="block">
          <Source name={name} />
        </span>
      )}
      {amounts.map((said) => (
        <span key={said.tax} className="block">
          {taxSaidText(said, report.tax, language)}
        </span>
      ))}
    </>
  );
}

function Source({ name }: { readonly name: string }) {
  const { report, words } = useReport();
  const origin = report.origins[name];
  if (origin === undefined) return null;
  const { cell } = origin;
  if (origin.from === "option") return words.conditions.fromOption;
  if (origin.from === "default") return words.conditions.fromDefault;
  return cell === null ? null : words.conditions.fromWorkbook(words.cell(cell.sheet, cellName(cell.row, cell.column)));
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly children: (id: string, hintId: string) => ReactNode;
}

/** A label beside its control, and a quiet line below. */
export function LabelledField({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div>
        {children(id, `${id}-hint`)}
        <div id={`${id}-hint`} className="label">
          {hint}
        </div>
      </div>
    </div>
  );
}

/** Settings without some of their keys. */
export function without(settings: Settings, keys: readonly (keyof Settings)[]): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !keys.includes(key as keyof Settings)));
}
