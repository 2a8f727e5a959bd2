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
export function WaiverForm({ finding, onDone }: Props) {
  const { session, words } = useReport();
  const id = useId();
  const { rule, sheet, cell } = finding;
  const [{ reason, by }, write, giveUp, send] = useDraft(
    `waive ${rule} ${sheet}!${cell}`,
    {
      reason: "",
      by: session.signer(),
    },
    onDone,
  );
  const [asked, setAsked] = useState(false);
  const complete = reason.trim() !== "" && by.trim() !== "";

  return (
    <form
      className="form"
      aria-label={words.waive.title}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!complete) return;
        send(session.waive(finding, reason.trim(), by.trim()));
      }}
    >
      <label htmlFor={`${id}-reason`}>{words.waive.reason}</label>
      <Textarea
        autoFocus
        id={`${id}-reason`}
        size="small"
        value={reason}
        onChange={(_, { value }) => write({ reason: value })}
      />
      <label htmlFor={`${id}-by`}>{words.waive.by}</label>
      <Input id={`${id}-by`} size="small" value={by} onChange={(_, { value }) => write({ by: value })} />
      <p className={asked && !complete ? "bad" : "label"} role={asked && !complete ? "alert" : undefined}>
        {asked && !complete ? words.waive.needed : words.waive.everyRow}
      </p>
      <div className="buttons">
        <Button size="small" appearance="primary" type="submit">
          {words.waive.save}
        </Button>
        <Button size="small" onClick={giveUp}>
          {words.waive.cancel}
        </Button>
      </div>
    </form>
  );
}
