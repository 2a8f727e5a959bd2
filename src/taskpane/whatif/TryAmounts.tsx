import { Button, Input, Select } from "@fluentui/react-components";
import { useId, useMemo, useState } from "react";
import type { ApplicantClass } from "../../core/scheme/terms";
import { basisOf, whatIf, type Change } from "../../views/whatif/change";
import { useReport } from "../context";
import { figure, typedNumber } from "../figures";
import { Gauge } from "../result/Ratios";

/** Other amounts, another frame, another class: the subsidy follows while one types. */
export function TryAmounts() {
  const { state, report, scheme, language, words } = useReport();
  const id = useId();
  const [frame, setFrame] = useState<string | null>(null);
  const [applicant, setApplicant] = useState<ApplicantClass | null>(null);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const { workbook, saved } = state;
  const basis = useMemo(
    () => (scheme === undefined || workbook === null ? null : basisOf(report, scheme, saved.settings, workbook)),
    [report, scheme, saved.settings, workbook],
  );
  if (scheme === undefined || basis === null || report.totals === null || scheme.result !== "subsidy") return null;

  const change: Change = {
    ...(frame === null ? {} : { frame }),
    ...(applicant === null ? {} : { applicant }),
    amounts: Object.fromEntries(
      Object.entries(typed).flatMap(([name, text]) => {
        const plain = typedNumber(text);
        return plain === null ? [] : [[name, Math.floor(Number(plain))]];
      }),
    ),
  };
  const unreadable = Object.values(typed).some((text) => typedNumber(text) === null);
  const result = unreadable ? null : whatIf(basis, change);
  const amount = result?.subsidy.amount ?? null;
  const now = report.subsidy?.amount ?? null;
  const changed = frame !== null || applicant !== null || Object.keys(typed).length > 0;

  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words.whatif.tryTitle}</h3>
      <div role="status" className="tried">
        <p className="label">{words.result.canApply}</p>
        <p className="amount">
          {amount === null ? words.whatif.unknown : figure(amount)}
          {amount !== null && <small> {words.yenUnit}</small>}
        </p>
        {unreadable && <p className="bad">{words.conditions.invalid}</p>}
        {changed && amount !== null && now !== null && <p>{words.whatif.difference(amount - now)}</p>}
      </div>
      <div className="fields">
        <div className="field">
          <label htmlFor={`${id}-frame`}>{words.conditions.frame}</label>
          <Select
            id={`${id}-frame`}
            size="small"
            value={frame ?? report.frame ?? ""}
            onChange={(_, { value }) => setFrame(value)}
          >
            {report.frame === null && frame === null && <option value="">{words.conditions.unchosen}</option>}
            {scheme.frames.map(({ id: key, name }) => (
              <option key={key} value={key}>
                {name[language]}
              </option>
            ))}
          </Select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-class`}>{words.conditions.applicant}</label>
          <Select
            id={`${id}-class`}
            size="small"
            value={applicant ?? report.applicant ?? ""}
            onChange={(_, { value }) => setApplicant(value as ApplicantClass)}
          >
            {scheme.classes.map((name) => (
              <option key={name} value={name}>
                {words.classes[name]}
              </option>
            ))}
          </Select>
        </div>
        {Object.entries(report.totals.byMiddle).map(([name, yen]) => (
          <div className="field" key={name}>
            <label htmlFor={`${id}-${name}`}>{name}</label>
            <Input
              id={`${id}-${name}`}
              size="small"
              inputMode="numeric"
              contentAfter={words.yenUnit}
              value={typed[name] ?? figure(yen)}
              aria-invalid={typed[name] !== undefined && typedNumber(typed[name]) === null}
              onChange={(_, { value }) => setTyped({ ...typed, [name]: value })}
            />
          </div>
        ))}
      </div>
      {result?.ratios.map((ratio) => (
        <Gauge key={ratio.id} ratio={ratio} />
      ))}
      {changed && (
        <Button
          size="small"
          onClick={() => {
            setFrame(null);
            setApplicant(null);
            setTyped({});
          }}
        >
          {words.whatif.reset}
        </Button>
      )}
    </section>
  );
}
