import { Button, Input, Select, Textarea } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { DocumentRead } from "../../core/documents/document";
import type { LineMatch } from "../../core/documents/match/matching";
import type { MatchDecision } from "../../core/decisions/decision";
import type { LineShown } from "../../core/report/shown";
import { useReport } from "../context";
import { figure } from "../figures";
import { useDraft } from "../useDraft";
import { backingPapers, paperAt, withDecision } from "./decide";
import { useDocuments } from "./use";

export type Verdict = MatchDecision["verdict"];

interface Props {
  readonly verdict: Verdict;
  readonly match: LineMatch;
  readonly line: LineShown;
  readonly onDone: () => void;
}

/** Who decides, why, and (for another paper) which; the date is added. */
export function DecideForm({ verdict, match, line, onDone }: Props) {
  const { session, state } = useReport();
  const { say, estimates } = useDocuments();
  const id = useId();
  const { decisions } = state.saved;
  const [{ reason, by, which }, write, giveUp, send] = useDraft(
    `${verdict} ${line.sheet}!${line.row}`,
    {
      reason: "",
      by: session.signer(),
      which: "",
    },
    onDone,
  );
  const [asked, setAsked] = useState(false);
  const choices = choicesOf(estimates?.documents ?? []);
  const chosen = choices.find((choice) => keyOf(choice) === which);
  const documents =
    verdict !== "chosen"
      ? backingPapers(match, estimates?.documents ?? [])
      : chosen === undefined
        ? []
        : paperAt(chosen.document, chosen.item);
  const differs = verdict === "accepted" && match.state === "不一致";
  const complete = by.trim() !== "" && documents.length > 0 && (!differs || reason.trim() !== "");
  const needed = verdict === "chosen" ? say.chooseNeeded : differs ? say.reasonNeeded : say.needed;

  return (
    <form
      className="form"
      aria-label={say.save[verdict]}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!complete) return;
        const decision: MatchDecision = {
          sheet: line.sheet,
          row: line.row,
          seen: { text: line.description, yen: line.amount },
          verdict,
          documents,
          reason: reason.trim(),
          by: by.trim(),
          date: session.today(),
        };
        send(
          session.decideMatches(
            { matches: withDecision(decisions.matches ?? [], estimates, line, decision) },
            line.description,
          ),
        );
      }}
    >
      {verdict === "chosen" && (
        <>
          <label htmlFor={`${id}-which`}>{say.which}</label>
          <Select id={`${id}-which`} size="small" value={which} onChange={(_, { value }) => write({ which: value })}>
            <option value="">{say.pick}</option>
            {choices.map((choice) => (
              <option key={keyOf(choice)} value={keyOf(choice)}>
                {labelOf(choice.document, choice.item, say.whole)}
              </option>
            ))}
          </Select>
        </>
      )}
      <label htmlFor={`${id}-reason`}>{differs ? say.reason : say.reasonOptional}</label>
      <Textarea id={`${id}-reason`} size="small" value={reason} onChange={(_, { value }) => write({ reason: value })} />
      <label htmlFor={`${id}-by`}>{say.by}</label>
      <Input id={`${id}-by`} size="small" value={by} onChange={(_, { value }) => write({ by: value })} />
      {asked && !complete && (
        <p className="bad" role="alert">
          {needed}
        </p>
      )}
      <div className="buttons">
        <Button size="small" appearance="primary" type="submit">
          {say.save[verdict]}
        </Button>
        <Button size="small" onClick={giveUp}>
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}

interface Choice {
  readonly document: DocumentRead;
  readonly item: number | null;
}

/** The same whatever papers are given beside it later. */
const keyOf = ({ document: { file, digest, page, row }, item }: Choice): string =>
  [digest, page, row, item, file].join(" ");

/** Every paper that can be known again, as a whole and by its items. */
const choicesOf = (documents: readonly DocumentRead[]): Choice[] =>
  documents
    .filter(({ digest }) => digest !== null)
    .flatMap((document): Choice[] => [
      { document, item: null },
      ...(document.items.length > 1 ? document.items.map((_, at) => ({ document, item: at + 1 })) : []),
    ]);

function labelOf(document: DocumentRead, item: number | null, whole: string): string {
  const own = item === null ? null : document.items[item - 1];
  const yen = own === null ? (document.net ?? document.gross) : (own?.amount ?? null);
  const what = own === null ? (document.items.length > 1 ? whole : (document.items[0]?.name ?? whole)) : own?.name;
  return [document.file, item === null ? what : `${item} ${what ?? ""}`, yen === null ? "" : figure(yen)].join("  ");
}
