import { Button } from "@fluentui/react-components";
import { usePane } from "../context";
import { matchText, typedText } from "../../messages/decisions";
import { documentWords, type DocumentWords } from "./words";

/** Every decision on lines and estimates, with who and when, to be taken back here. */
export default function MatchDecisions() {
  const { session, state, language } = usePane();
  const say = documentWords[language];
  const { matches = [], typed = [] } = state.saved.decisions;
  const estimates = state.report?.estimates ?? null;
  return (
    <section className="card" aria-labelledby="match-decisions">
      <h3 id="match-decisions">{say.decisions}</h3>
      <ul className="plain">
        {matches.map((decision, index) => (
          <One
            key={`match-${index}`}
            text={matchText(decision, language)}
            who={`${decision.by} ${decision.date}`}
            say={say}
            gone={estimates?.decisions[index]?.state === "changed"}
            onRemove={() =>
              void session.decideMatches({ matches: matches.filter((_, at) => at !== index) }, decision.seen.text)
            }
          />
        ))}
        {typed.map((paper, index) => (
          <One
            key={`typed-${index}`}
            text={typedText(paper, language)}
            who={`${paper.by} ${paper.date}`}
            say={say}
            gone={estimates?.typed[index] === false}
            onRemove={() => void session.decideMatches({ typed: typed.filter((_, at) => at !== index) }, paper.file)}
          />
        ))}
      </ul>
    </section>
  );
}

interface OneProps {
  readonly text: string;
  readonly who: string;
  /** It holds no more. */
  readonly gone: boolean;
  readonly say: DocumentWords;
  readonly onRemove: () => void;
}

function One({ text, who, gone, say, onRemove }: OneProps) {
  return (
    <li className="line-head">
      <span className="break">
        {text}
        <span className="label block">{who}</span>
        {gone && <span className="bad block">{say.changed}</span>}
      </span>
      <Button size="small" aria-label={`${say.remove}: ${text}`} onClick={onRemove}>
        {say.remove}
      </Button>
    </li>
  );
}
