import { Button, Textarea } from "@fluentui/react-components";
import { useId, useState } from "react";
import { CorrectionsError, parseCorrections, serialiseCorrections } from "../../core/decisions/corrections";
import { usePane } from "../context";
import { useDraft } from "../useDraft";

/** Corrections as text: files cannot be downloaded from every Excel, copying and pasting works in all. */
export default function Share() {
  const { session, state, words } = usePane();
  const id = useId();
  const own = serialiseCorrections(state.saved.decisions.corrections);
  const [{ text }, write] = useDraft<{ text: string | null }>("corrections", { text: null });
  const [bad, setBad] = useState(false);
  const take = () => {
    try {
      const corrections = parseCorrections(text ?? own);
      setBad(false);
      void session.importCorrections(corrections).then((isDone) => isDone && write({ text: null }));
    } catch (error) {
      if (!(error instanceof CorrectionsError)) throw error;
      setBad(true); // whatever is wrong with pasted text, the advice is the same
    }
  };
  return (
    <>
      <p className="label" id={`${id}-hint`}>
        {words.settings.shareHint}
      </p>
      <Textarea
        className="wide"
        size="small"
        aria-label={words.settings.text}
        aria-describedby={`${id}-hint`}
        value={text ?? own}
        onChange={(_, { value }) => write({ text: value })}
        onFocus={(event) => event.currentTarget.select()}
      />
      {bad && (
        <p className="bad" role="alert">
          {words.settings.importBad}
        </p>
      )}
      <div className="buttons">
        <Button size="small" disabled={text === null} onClick={take}>
          {words.settings.import}
        </Button>
      </div>
    </>
  );
}
