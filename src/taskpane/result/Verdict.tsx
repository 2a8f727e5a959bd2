import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { schemeAsked } from "../../core/report/scheme-asked";
import { notCheckedText } from "../../messages";
import { useReport } from "../context";
import { figure } from "../figures";
import { SchemeChoice } from "../start/Conditions";
import { FixPreview } from "./FixPreview";
import { Missing } from "./Missing";
import { ToDo } from "./ToDo";
import { Whole } from "./Whole";

/** The one figure that matters, and how the request compares with it. */
export function Verdict() {
  const { report, scheme, language, words } = useReport();
  const { subsidy, totals } = report;
  const asked = schemeAsked(report);
  const pays = scheme === undefined || scheme.result === "subsidy";
  const amount = pays ? (subsidy?.amount ?? null) : (totals?.eligible ?? null);
  return (
    <section className="card verdict" aria-labelledby="verdict">
      <h3 id="verdict" className="label">
        {pays ? words.result.canApply : words.result.eligibleTotal}
      </h3>
      {amount === null ? (
        <p className="amount unknown">{words.result.unknown}</p>
      ) : (
        <p className="amount">
          {figure(amount)}
          <small> {words.yenUnit}</small>
        </p>
      )}
      {asked !== undefined && (
        <div className="note">
          {notCheckedText(asked, language)}
          <SchemeChoice asked />
        </div>
      )}
      {pays && <Comparison />}
      <ToDo />
      <Whole />
    </section>
  );
}

function Comparison() {
  const { report, words } = useReport();
  const { subsidy } = report;
  if (subsidy === null) return null;
  const { amount, requested, missing } = subsidy;
  if (amount === null) return <Missing what={missing} />;
  if (requested === null) return <p className="label">{words.result.noRequest}</p>;
  if (requested > amount) return <TooMuch requested={requested} amount={amount} />;
  if (requested < amount) return <p>{words.result.under(requested, amount - requested)}</p>;
  return <p className="good">{words.result.equal(requested)}</p>;
}

/** The commonest slip, and its fix right where it is told. */
function TooMuch({ requested, amount }: { readonly requested: number; readonly amount: number }) {
  const { report, state, words } = useReport();
  const [fixing, setFixing] = useState(false);
  const fix = report.findings.find(({ rule, waived }) => rule === "subsidy/requested" && waived === null)?.fix ?? null;
  return (
    <>
      <p className="bad">{words.result.over(requested, requested - amount)}</p>
      {fix !== null && !fixing && (
        <Button size="small" disabled={state.work !== null} onClick={() => setFixing(true)}>
          {words.result.fixRequest}
        </Button>
      )}
      {fix !== null && fixing && <FixPreview fix={fix} onDone={() => setFixing(false)} />}
    </>
  );
}
