import { Button } from "@fluentui/react-components";
import { useId, useState } from "react";
import { isSameDocument, type DocumentRead, type PlacedField } from "../../core/documents/document";
import type { PaperPlace } from "../../core/documents/page/paper";
import { kindNames, problemTexts } from "../../messages/estimates";
import { faultText } from "../../messages/faults";
import { usePane } from "../context";
import { figure } from "../figures";
import { PageView } from "./PageView";
import { TypeForm } from "./TypeForm";
import { useDocuments } from "./use";

/** One document as it was read; opened, its fields, its items and its page. */
export function Paper({ document }: { readonly document: DocumentRead }) {
  const { language, words } = usePane();
  const { say, estimates } = useDocuments();
  const id = useId();
  const faults = (estimates?.faults ?? []).filter((fault) => isSameDocument(fault, document));
  const [open, setOpen] = useState(false);
  const { file, kind, problem, row } = document;
  const yen = document.net ?? document.gross;
  return (
    <li className={`finding ${problem === null ? "info" : "warning"}`}>
      <h3>
        <button
          type="button"
          className="finding-title"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <span className="break">{row === null ? file : `${file} ${say.row(row)}`}</span>
        </button>
      </h3>
      <div className="line-head">
        <span className="label break">
          {[document.readBy === "person" ? say.typed : kindNames[language][kind], document.issuer]
            .filter((part) => part !== null)
            .join(" ・ ")}
        </span>
        <span className="number">{yen === null ? "" : words.yen(yen)}</span>
      </div>
      {problem !== null && <p className="label">{problemTexts[language][problem]}</p>}
      {faults.length > 0 && (
        <ul className="faults label">
          {faults.map((fault) => (
            <li key={fault.id}>{faultText(fault, language)}</li>
          ))}
        </ul>
      )}
      {open && (
        <div id={id} className="finding-body">
          <PaperDetails document={document} />
        </div>
      )}
    </li>
  );
}

function PaperDetails({ document }: { readonly document: DocumentRead }) {
  const { session, state } = usePane();
  const { say } = useDocuments();
  const [framed, setFramed] = useState<Framed | null>(null);
  const [typing, setTyping] = useState(false);
  const { fields } = say;
  const said: readonly (readonly [PlacedField, string | null])[] = [
    ["number", document.number],
    ["issuer", document.issuer],
    ["addressee", document.addressee],
    ["date", document.date],
    ["validUntil", document.validUntil],
    ["registrationNumber", document.registrationNumber],
    ["net", yen(document.net)],
    ["tax", yen(document.tax)],
    ["gross", yen(document.gross)],
  ];
  const press = (wanted: Framed) => ({
    "aria-pressed": framed === wanted,
    onClick: () => setFramed(framed === wanted ? null : wanted),
  });
  const at = framed === null ? null : placeOf(document, framed);
  const typed = state.saved.decisions.typed ?? [];
  const byHand = document.readBy === "person";
  return (
    <>
      <dl className="wide-terms">
        {said.map(([field, value]) =>
          value === null ? null : (
            <div key={field}>
              <dt>{fields[field]}</dt>
              <dd>
                {document.places[field] === undefined ? (
                  value
                ) : (
                  <button type="button" className="link" {...press(field)}>
                    {value}
                  </button>
                )}
              </dd>
            </div>
          ),
        )}
      </dl>
      {document.items.length > 0 && (
        <ol className="plain items-read">
          {document.items.map((item, index) => (
            <li key={index}>
              <button type="button" className="link line-head" {...press(index)}>
                <span className="break">{[item.name, item.spec].filter((part) => part !== null).join(" ")}</span>
                <span className="number">{item.amount === null ? "" : figure(item.amount)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {at?.cell != null && <p className="label">{say.cell(at.cell)}</p>}
      <PageView
        key={at?.page ?? document.page}
        file={document.file}
        page={at?.page ?? document.page}
        frames={at === null ? [] : [at]}
      />
      {(document.readBy === null || byHand) && document.digest !== null && !typing && (
        <div className="buttons">
          <Button size="small" onClick={() => setTyping(true)}>
            {say.type}
          </Button>
          {byHand && (
            <Button
              size="small"
              onClick={() =>
                void session.decideMatches(
                  { typed: typed.filter(({ digest }) => digest !== document.digest) },
                  document.file,
                )
              }
            >
              {say.remove}
            </Button>
          )}
        </div>
      )}
      {typing && <TypeForm document={document} line={null} onDone={() => setTyping(false)} />}
    </>
  );
}

/** One of the items, from 0, or a field beside them. */
type Framed = number | PlacedField;

const placeOf = ({ items, places }: DocumentRead, framed: Framed): PaperPlace | null =>
  (typeof framed === "number" ? items[framed]?.at : places[framed]) ?? null;

const yen = (value: number | null): string | null => (value === null ? null : figure(value));
