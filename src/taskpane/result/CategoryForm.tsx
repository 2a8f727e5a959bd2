import { Button, Input, Select, Textarea } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { Correction } from "../../core/decisions/decision";
import type { Finding } from "../../core/judge/finding";
import type { LineShown } from "../../core/report/shown";
import { useReport } from "../context";
import { useDraft } from "../useDraft";

interface Props {
  readonly line: LineShown;
  readonly onDone: () => void;
}

/** The person's word on what a line is: kept in the workbook, and used for equal lines. */
export function CategoryForm({ line, onDone }: Props) {
  const { session, report, scheme, words } = useReport();
  const id = useId();
  const items = [
    ...new Map(
      (scheme?.categories ?? []).map(({ major, middle, minor }) => [
        `${middle}/${minor ?? ""}`,
        { major, middle, minor: minor ?? null },
      ]),
    ),
  ];
  const [{ item, eligibility, reason, by }, write, giveUp, send] = useDraft(
    `category ${line.sheet}!${line.row}`,
    {
      item: `${line.middle ?? ""}/${line.minor ?? ""}`,
      eligibility: "",
      reason: "",
      by: session.signer(),
    },
    onDone,
  );
  const [asked, setAsked] = useState(false);
  // To count what the guideline excludes is no correction: somebody answers for it.
  const excluded = report.findings.filter((finding) => excludes(finding, line));
  const lifts = eligibility === "eligible" && excluded.length > 0;
  const complete = !lifts || (reason.trim() !== "" && by.trim() !== "");
  const equal = report.lines.filter(({ description }) => description === line.description).length;
  const groups = [...new Set(items.map(([, { major }]) => major))];

  const save = () => {
    const chosen = items.find(([key]) => key === item)?.[1];
    setAsked(true);
    if (chosen === undefined || !complete) return;
    const correction: Correction = {
      description: line.description,
      vendor: null,
      middle: chosen.middle,
      minor: chosen.minor,
      ...(eligibility === "eligible" || eligibility === "ineligible" ? { eligibility } : {}),
    };
    send(session.correct(correction, lifts ? { findings: excluded, reason: reason.trim(), by: by.trim() } : null));
  };

  return (
    <div className="form" role="group" aria-label={words.category.title}>
      <label htmlFor={`${id}-item`}>{words.category.choose}</label>
      <Select id={`${id}-item`} size="small" value={item} onChange={(_, { value }) => write({ item: value })}>
        {!items.some(([key]) => key === item) && <option value={item}>{words.conditions.unchosen}</option>}
        {groups.map((group) => {
          const options = items
            .filter(([, { major }]) => major === group)
            .map(([key, { middle, minor }]) => (
              <option key={key} value={key}>
                {minor === null ? middle : `${middle} ${minor}`}
              </option>
            ));
          return group === null ? (
            options
          ) : (
            <optgroup key={group} label={group}>
              {options}
            </optgroup>
          );
        })}
      </Select>
      <label htmlFor={`${id}-eligibility`}>{words.category.eligibility}</label>
      <Select
        id={`${id}-eligibility`}
        size="small"
        value={eligibility}
        onChange={(_, { value }) => write({ eligibility: value })}
      >
        <option value="">{words.category.asJudged}</option>
        <option value="eligible">{words.category.eligible}</option>
        <option value="ineligible">{words.category.ineligible}</option>
      </Select>
      {lifts && (
        <>
          <p className="note">{words.category.lift}</p>
          <label htmlFor={`${id}-reason`}>{words.waive.reason}</label>
          <Textarea
            id={`${id}-reason`}
            size="small"
            value={reason}
            onChange={(_, { value }) => write({ reason: value })}
          />
          <label htmlFor={`${id}-by`}>{words.waive.by}</label>
          <Input id={`${id}-by`} size="small" value={by} onChange={(_, { value }) => write({ by: value })} />
          {asked && !complete && (
            <p className="bad" role="alert">
              {words.waive.needed}
            </p>
          )}
        </>
      )}
      <p className="label">{words.category.applies(equal)}</p>
      <div className="buttons">
        <Button size="small" appearance="primary" onClick={save}>
          {words.category.save}
        </Button>
        <Button size="small" onClick={giveUp}>
          {words.category.cancel}
        </Button>
      </div>
    </div>
  );
}

/** A finding that keeps this line from counting. */
const excludes = ({ rule, severity, sheet, cell, waived }: Finding, line: LineShown): boolean =>
  waived === null &&
  severity === "error" &&
  rule.startsWith("eligibility/") &&
  sheet === line.sheet &&
  Number(cell?.replace(/^[A-Z]+/, "")) === line.row;
