import { Button } from "@fluentui/react-components";
import { useId, useState } from "react";
import { isSameDocument, type DocumentRead } from "../../core/documents/document";
import { isSameCompany } from "../../core/documents/match/likeness";
import type { LineMatch, MatchedDocument, MatchState } from "../../core/documents/match/matching";
import type { LineShown } from "../../core/report/shown";
import { decidedText, problemTexts, reasonTexts } from "../../messages/estimates";
import { CellLink, cellOfLine } from "../CellLink";
import { useReport } from "../context";
import { figure } from "../figures";
import { DecideForm, type Verdict } from "./DecideForm";
import { without } from "./decide";
import { PageView } from "./PageView";
import { TypeForm } from "./TypeForm";
import { documentOf, useDocuments } from "./use";

const TONE: Readonly<Record<MatchState, string>> = {
  一致: "fine",
  不一致: "error",
  要確認: "warning",
  見積なし: "warning",
  不要: "info",
};

/** One line and what stands beside it; opened, the page itself with the row framed. */
export function Match({ match }: { readonly match: LineMatch }) {
  const { report, language, words } = useReport();
  const { say } = useDocuments();
  const id = useId();
  const [open, setOpen] = useState(false);
  const line = report.lines.find(({ sheet, row }) => sheet === match.sheet && row === match.row);
  const { state, reason, decided, difference } = match;
  const papers = papersOf(match.documents);
  return (
    <li className={`finding ${TONE[state]}`}>
      <div className="finding-head">
        <h3>
          <button
            type="button"
            className="finding-title"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            <span className="break">{line?.description ?? ""}</span>
          </button>
        </h3>
        <CellLink sheet={match.sheet} cell={cellOfLine(line ?? { ...match, amountCell: null })} />
      </div>
      <div className="line-head">
        <span>
          <b className={state === "一致" ? "good" : state === "不一致" ? "bad" : undefined}>{say.states[state]}</b>{" "}
          {reason !== null && <span className="label">{reasonTexts[language][reason]}</span>}
        </span>
        <span className="number">{line?.amount == null ? "" : words.yen(line.amount)}</span>
      </div>
      {difference !== null && difference !== 0 && <p className="bad">{say.difference(difference)}</p>}
      {papers.map(({ ref, items }) => (
        <p key={JSON.stringify(ref)} className="label break">
          {[ref.file, placeText(ref, items, say), say.roles[ref.role]].filter((part) => part !== "").join(" ")}
        </p>
      ))}
      {decided !== null && <p className="label break">{decidedText(decided, language)}</p>}
      {open && line !== undefined && (
        <div id={id} className="finding-body">
          <Details match={match} line={line} />
        </div>
      )}
    </li>
  );
}

type Say = ReturnType<typeof useDocuments>["say"];

const placeText = ({ row }: MatchedDocument, items: readonly number[], say: Say): string =>
  row !== null ? say.row(row) : items.length > 0 ? say.item(items) : "";

interface Group {
  readonly ref: MatchedDocument;
  readonly items: readonly number[];
}

function papersOf(documents: readonly MatchedDocument[]): Group[] {
  const groups: { ref: MatchedDocument; items: number[] }[] = [];
  for (const one of documents) {
    const known = groups.find(({ ref }) => isSameDocument(ref, one) && ref.role === one.role);
    const items = one.item === null ? [] : [one.item];
    if (known === undefined) groups.push({ ref: one, items });
    else known.items.push(...items);
  }
  return groups;
}

function Details({ match, line }: { readonly match: LineMatch; readonly line: LineShown }) {
  const { session, state, language } = useReport();
  const { say, estimates } = useDocuments();
  const [form, setForm] = useState<Verdict | "type" | null>(null);
  const papers = papersOf(match.documents);
  const [at, setAt] = useState(0);
  const group = papers[at] ?? papers[0];
  const document = group === undefined ? undefined : documentOf(group.ref, estimates?.documents ?? []);
  const also = match.decided?.was ?? match;
  const close = () => setForm(null);
  const backed = match.documents.some(({ role }) => role !== "comparative" && role !== "duplicate");
  const { matches = [] } = state.saved.decisions;
  const unread = document !== undefined && document.readBy === null;
  return (
    <>
      {also.also.length > 0 && (
        <p className="label">{also.also.map((reason) => reasonTexts[language][reason]).join(" ・ ")}</p>
      )}
      {papers.length > 1 && (
        <div className="chips">
          {papers.map(({ ref }, index) => (
            <button
              key={JSON.stringify(ref)}
              type="button"
              className="chip"
              aria-pressed={index === at}
              onClick={() => setAt(index)}
            >
              {ref.file}
            </button>
          ))}
        </div>
      )}
      {document !== undefined && group !== undefined && (
        <>
          {document.problem !== null && <p className="bad">{problemTexts[language][document.problem]}</p>}
          {!unread && <Beside line={line} match={match} document={document} items={group.items} />}
          <PageView
            key={JSON.stringify([group.ref, group.items])}
            file={document.file}
            page={framesOf(document, group.items)[0]?.page ?? document.page}
            frames={framesOf(document, group.items)}
            quiet={besideOf(document)}
          />
        </>
      )}
      {form === null && (
        <div className="buttons">
          {backed && match.state !== "一致" && (
            <Button size="small" appearance="primary" onClick={() => setForm("accepted")}>
              {say.accept}
            </Button>
          )}
          {unread && document.digest !== null && (
            <Button size="small" onClick={() => setForm("type")}>
              {say.type}
            </Button>
          )}
          {backed && (
            <Button size="small" onClick={() => setForm("rejected")}>
              {say.reject}
            </Button>
          )}
          <Button size="small" onClick={() => setForm("chosen")}>
            {say.choose}
          </Button>
          {match.decided !== null && (
            <Button
              size="small"
              onClick={() =>
                void session.decideMatches({ matches: without(matches, estimates, line) }, line.description)
              }
            >
              {say.takeBack}
            </Button>
          )}
        </div>
      )}
      {form === "type" && document !== undefined && <TypeForm document={document} line={line} onDone={close} />}
      {form !== null && form !== "type" && <DecideForm verdict={form} match={match} line={line} onDone={close} />}
    </>
  );
}

/** The rows that were matched; where the whole paper was, all that is in its total. */
function framesOf({ items }: DocumentRead, chosen: readonly number[]) {
  const own = chosen.length > 0 ? chosen.map((item) => items[item - 1]) : items.filter(({ optional }) => !optional);
  return own.flatMap((item) => (item?.at == null ? [] : [item.at]));
}

/** What else a clerk holds against the line: who offers, when, and for how much in all. */
const besideOf = ({ places }: DocumentRead) =>
  (["issuer", "date", "net", "gross"] as const).flatMap((field) => places[field] ?? []);

interface BesideProps {
  readonly line: LineShown;
  readonly match: LineMatch;
  readonly document: DocumentRead;
  /** Positions from 1; none for the whole. */
  readonly items: readonly number[];
}

/** Field by field; what is not the same is coloured, and says so. */
function Beside({ line, match, document, items }: BesideProps) {
  const { say } = useDocuments();
  const { vendor } = line;
  const all = items.length > 0 ? items : document.items.map((_, at) => at + 1);
  const own = document.items.filter((_, at) => all.includes(at + 1));
  const only = own.length === 1 ? own[0] : undefined;
  const reasons = [
    match.reason,
    ...match.also,
    match.decided?.was?.reason ?? null,
    ...(match.decided?.was?.also ?? []),
  ];
  const backs = match.documents.some((one) => isSameDocument(one, document) && one.role === "backs");
  const backing = backs && match.difference !== null && line.amount !== null ? line.amount - match.difference : null;
  const rows: readonly (readonly [string, string, string, boolean])[] = [
    [
      say.fields.name,
      line.description,
      own.map(({ name, spec }) => [name, spec].filter((part) => part !== null).join(" ")).join("、"),
      reasons.includes("item-name"),
    ],
    [say.fields.vendor, vendor ?? "", document.issuer ?? "", isSameCompany(vendor, document.issuer) === false],
    [
      say.fields.quantity,
      shown(line.quantity),
      only?.quantity == null ? "" : `${shown(only.quantity)}${only.unit ?? ""}`,
      unlike(line.quantity, only?.quantity),
    ],
    [say.fields.price, shown(line.unitPrice), shown(only?.unitPrice ?? null), unlike(line.unitPrice, only?.unitPrice)],
    [
      say.fields.amount,
      shown(line.amount),
      shown(backing ?? only?.amount ?? document.net),
      match.difference !== 0 && backs,
    ],
  ];
  return (
    <table className="figures beside">
      <thead>
        <tr>
          <th scope="col">{say.columns.what}</th>
          <th scope="col">{say.columns.line}</th>
          <th scope="col">{say.columns.paper}</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(([, left, right]) => left !== "" || right !== "")
          .map(([name, left, right, differs]) => (
            <tr key={name} className={differs ? "unlike" : undefined}>
              <th scope="row">{name}</th>
              <td>{left}</td>
              <td>
                {differs ? <mark>{right}</mark> : right}
                {differs && <span className="hidden">{say.unlike}</span>}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

const shown = (value: number | null): string => (value === null ? "" : figure(value));
const unlike = (one: number | null, other: number | null | undefined): boolean =>
  one !== null && other != null && one !== other;
