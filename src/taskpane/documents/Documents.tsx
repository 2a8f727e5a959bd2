import { Button } from "@fluentui/react-components";
import { useId, useRef, useState, type DragEvent } from "react";
import type { LineMatch, MatchState } from "../../core/documents/match/matching";
import { faultsRemark } from "../../messages/faults";
import { Estimates as ListedEstimates } from "../estimates/Estimates";
import { usePane, useReport } from "../context";
import { Few } from "../Few";
import { Later } from "../Later";
import { chosen, dropped, type Given } from "./given";
import { leftText } from "./left";
import { Match } from "./Match";
import { Paper } from "./Paper";
import { documentOf, useDocuments } from "./use";

/** Estimates beside the lines: what was given, what became of each line, and the papers themselves. */
export default function Documents() {
  const { say, estimates } = useDocuments();
  const { report, language } = useReport();
  return (
    <>
      <Give />
      {estimates !== null ? (
        <>
          <h2 className="hidden">{say.title}</h2>
          <Lines matches={estimates.matches} />
          {estimates.unmatched.length > 0 && <Unmatched />}
          <Later title={say.papers(estimates.documents.length)}>
            {estimates.faults.length > 0 && <p className="note">{faultsRemark[language]}</p>}
            <Few items={estimates.documents} className="cards">
              {(document) => (
                <Paper key={JSON.stringify([document.file, document.page, document.row])} document={document} />
              )}
            </Few>
          </Later>
        </>
      ) : (
        report.reading.estimates.length > 0 && <ListedEstimates />
      )}
    </>
  );
}

/** Where files are dropped or chosen; while they are read, how far that is. */
function Give() {
  const { papers, state, say } = useDocuments();
  const { session, state: pane, language } = useReport();
  const { asked } = pane;
  const id = useId();
  const [left, setLeft] = useState<readonly string[]>([]);
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const { reading } = state;
  const has = state.files.size > 0;
  const add = ({ files: given, left: beyond }: Given) => {
    setLeft(beyond);
    void papers.add(given);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void dropped(event.dataTransfer).then(add);
  };
  const take = (input: HTMLInputElement) => {
    add(chosen(input.files));
    input.value = "";
  };
  return (
    <section
      className={over ? "card give over" : "card give"}
      aria-labelledby={id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p id={id} className={has ? "label" : undefined}>
        {has ? say.more : say.give}
      </p>
      {reading === null ? (
        <div className="buttons">
          <Button size="small" appearance={has ? "secondary" : "primary"} onClick={() => files.current?.click()}>
            {say.files}
          </Button>
          <Button size="small" onClick={() => folder.current?.click()}>
            {say.folder}
          </Button>
          {has && (
            <Button size="small" onClick={() => void papers.clear()}>
              {say.clear}
            </Button>
          )}
        </div>
      ) : (
        <div role="status">
          <p className="label" id={`${id}-reading`}>
            {say.reading(reading.name, reading.done, reading.all)}
          </p>
          <progress className="wide" aria-labelledby={`${id}-reading`} max={reading.all} value={reading.done} />
          <Button size="small" onClick={() => papers.stop()}>
            {say.stop}
          </Button>
        </div>
      )}
      {left.length > 0 && (
        <p className="note" role="status">
          {leftText(left, language)}
        </p>
      )}
      {asked.length > 0 && (
        <p className="note" role="status">
          {say.letter(asked.length)}{" "}
          <button type="button" className="link" onClick={() => session.show("result")}>
            {say.seeMended}
          </button>
        </p>
      )}
      {!has && <p className="label">{say.private}</p>}
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        onChange={(event) => take(event.currentTarget)}
      />
      {/* The browsers' own name for choosing a folder. */}
      <input
        ref={folder}
        type="file"
        hidden
        onChange={(event) => take(event.currentTarget)}
        {...{ webkitdirectory: "" }}
      />
    </section>
  );
}

const ACCEPTED = ".pdf,.xlsx,.xlsm,.csv,.tsv,.txt,.jpg,.jpeg,.png";
/** What asks for work comes first. */
const ORDER: readonly MatchState[] = ["不一致", "要確認", "見積なし", "一致", "不要"];

function Lines({ matches }: { readonly matches: readonly LineMatch[] }) {
  const { say } = useDocuments();
  const [only, setOnly] = useState<MatchState | null>(null);
  const count = (state: MatchState): number => matches.filter((match) => match.state === state).length;
  const states = ORDER.filter((state) => count(state) > 0 || state === only);
  const shown = (only === null ? ORDER : [only]).flatMap((state) => matches.filter((match) => match.state === state));
  return (
    <section className="findings">
      <div className="chips" role="group" aria-label={say.filter}>
        <Chip pressed={only === null} onPress={() => setOnly(null)}>{`${say.all} ${matches.length}`}</Chip>
        {states.map((state) => (
          <Chip key={state} pressed={only === state} onPress={() => setOnly(state)}>
            {`${say.states[state]} ${count(state)}`}
          </Chip>
        ))}
      </div>
      {shown.length === 0 && <p className="label">{say.none}</p>}
      <Few items={shown} className="cards">
        {(match) => <Match key={`${match.sheet}!${match.row}`} match={match} />}
      </Few>
    </section>
  );
}

interface ChipProps {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: string;
}

const Chip = ({ pressed, onPress, children }: ChipProps) => (
  <button type="button" className="chip" aria-pressed={pressed} onClick={onPress}>
    {children}
  </button>
);

function Unmatched() {
  const { say, estimates } = useDocuments();
  const { words } = usePane();
  const unmatched = estimates?.unmatched ?? [];
  return (
    <Later title={say.unmatched(unmatched.length)}>
      <Few items={unmatched}>
        {({ file, page, row, item }) => {
          const document = documentOf({ file, page, row }, estimates?.documents ?? []);
          const own = item === null ? null : document?.items[item - 1];
          const yen = own?.amount ?? (item === null ? (document?.net ?? document?.gross ?? null) : null);
          return (
            <li key={JSON.stringify([file, page, row, item])} className="line-head">
              <span className="break">
                {own?.name ?? document?.subject ?? file}
                <span className="label block">{item === null ? file : `${file} ${say.item([item])}`}</span>
              </span>
              {yen !== null && <span className="number">{words.yen(yen)}</span>}
            </li>
          );
        }}
      </Few>
    </Later>
  );
}
