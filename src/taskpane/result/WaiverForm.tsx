import { Button, Input, Textarea } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { Finding } from "../../core/judge/finding";
import { useReport } from "../context";
import { useDraft } from "../useDraft";

interface Props {
  readonly finding: Finding;
  readonly onDone: () => void;
}

/** A finding is waived only with a reason and a name; the date is added. */
export function WaiverForm({ finding, onDone: done }: Props) {
  const { session, words } = useReport();
  const id = useId();
  const { rule, sheet, cell } = finding;
  const [reason, setReason, forget] = useDraft(`waive ${rule} ${sheet}!${cell}`, "");
  const [by, setBy] = useState(session.signer());
  const [asked, setAsked] = useState(false);
  const onDone = () => {
    forget();
    done();
  };
  const complete = reason.trim() !== "" && by.trim() !== "";

  return (
    <form
      className="form"
      aria-label={words.waive.title}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!complete) return;
        void session.waive(finding, reason.trim(), by.trim());
        onDone();
      }}
    >
      <label htmlFor={`${id}-reason`}>{words.waive.reason}</label>
      <Textarea
        autoFocus
        id={`${id}-reason`}
        size="small"
        value={reason}
        onChange={(_, { value }) => setReason(value)}
      />
      <label htmlFor={`${id}-by`}>{words.waive.by}</label>
      <Input id={`${id}-by`} size="small" value={by} onChange={(_, { value }) => setBy(value)} />
      <p className={asked && !complete ? "bad" : "label"} role={asked && !complete ? "alert" : undefined}>
        {asked && !complete ? words.waive.needed : words.waive.everyRow}
      </p>
      <div className="buttons">
        <Button size="small" appearance="primary" type="submit">
          {words.waive.save}
        </Button>
        <Button size="small" onClick={onDone}>
          {words.waive.cancel}
        </Button>
      </div>
    </form>
  );
}
