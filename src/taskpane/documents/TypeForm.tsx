import { Button, Input } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { DocumentRead } from "../../core/documents/document";
import type { TypedPaper } from "../../core/decisions/decision";
import type { LineShown } from "../../core/report/shown";
import { useReport } from "../context";
import { typedNumber } from "../figures";
import { useDraft } from "../useDraft";
import { useDocuments } from "./use";

interface Props {
  readonly document: DocumentRead;
  /** The line it was opened from: its number is offered. */
  readonly line: LineShown | null;
  readonly onDone: () => void;
}

const FIELDS = ["evidenceNo", "issuer", "issued", "item", "net", "gross"] as const;

/** What a person reads off a paper without text. */
export function TypeForm({ document, line, onDone }: Props) {
  const { session, state } = useReport();
  const { say } = useDocuments();
  const id = useId();
  const { decisions } = state.saved;
  const { digest } = document;
  const before = decisions.typed?.findLast((one) => one.digest === digest);
  const [values, write, giveUp, send] = useDraft(
    `typed ${digest}`,
    {
      by: session.signer(),
      evidenceNo: before?.evidenceNo ?? document.evidenceNo ?? line?.evidenceNo ?? "",
      issuer: before?.issuer ?? "",
      issued: before?.issued ?? "",
      item: before?.item ?? "",
      net: before?.net?.toString() ?? "",
      gross: before?.gross?.toString() ?? "",
    },
    onDone,
  );
  const [problem, setProblem] = useState<string | null>(null);

  const save = () => {
    const [net, gross] = [yenOf(values.net), yenOf(values.gross)];
    const issued = values.issued.normalize("NFKC").trim();
    if (net === "bad" || gross === "bad" || (issued !== "" && !isDay(issued))) return setProblem(say.typeBad);
    if ((net === null && gross === null) || values.by.trim() === "" || digest === null)
      return setProblem(say.typeNeeded);
    const typed: TypedPaper = {
      file: document.file,
      digest,
      evidenceNo: textOf(values.evidenceNo)?.normalize("NFKC") ?? null,
      issuer: textOf(values.issuer),
      issued: issued === "" ? null : issued,
      item: textOf(values.item),
      net,
      gross,
      by: values.by.trim(),
      date: session.today(),
    };
    send(
      session.decideMatches(
        { typed: [...(decisions.typed ?? []).filter((one) => one.digest !== digest), typed] },
        document.file,
      ),
    );
  };

  return (
    <form
      className="form"
      aria-label={say.type}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className="label">{say.typeHint}</p>
      {FIELDS.map((field) => (
        <div key={field} className="field">
          <label htmlFor={`${id}-${field}`}>{say.typedFields[field]}</label>
          <Input
            id={`${id}-${field}`}
            size="small"
            inputMode={field === "net" || field === "gross" ? "numeric" : "text"}
            value={values[field]}
            onChange={(_, { value }) => write({ [field]: value })}
          />
        </div>
      ))}
      <div className="field">
        <label htmlFor={`${id}-by`}>{say.by}</label>
        <Input id={`${id}-by`} size="small" value={values.by} onChange={(_, { value }) => write({ by: value })} />
      </div>
      {problem !== null && (
        <p className="bad" role="alert">
          {problem}
        </p>
      )}
      <div className="buttons">
        <Button size="small" appearance="primary" type="submit">
          {say.typeSave}
        </Button>
        <Button size="small" onClick={giveUp}>
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}

const textOf = (typed: string): string | null => (typed.trim() === "" ? null : typed.trim());

/** Whole yen. */
function yenOf(typed: string): number | "bad" | null {
  if (typed.trim() === "") return null;
  const number = Number(typedNumber(typed) ?? Number.NaN);
  return Number.isSafeInteger(number) ? number : "bad";
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
