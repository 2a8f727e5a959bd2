import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Report, Settings } from "../../core/report";
import { useReport } from "../context";
import { without } from "../start/Conditions";

interface Variant {
  readonly name: string;
  readonly settings: Settings;
  readonly report: Report | null;
}

/** The same budget under every frame and applicant class of the scheme, best first; the workbook stays as it is. */
export default function WhatIf() {
  const { session, state, report, scheme, language, words } = useReport();
  const [variants, setVariants] = useState<readonly Variant[] | null>(null);
  const base = state.saved.settings;

  useEffect(() => {
    let current = true;
    const wanted = (scheme?.frames ?? []).flatMap((frame) =>
      (scheme?.classes ?? []).map((applicant) => ({
        name: `${frame.name[language]}${words.between}${words.classes[applicant]}`,
        settings: { ...without(base, ["scheme"]), scheme: scheme?.id ?? "", frame: frame.id, applicant },
      })),
    );
    void Promise.all(
      wanted.map(async (variant) => ({
        ...variant,
        report: await session.tryWith(variant.settings).catch(() => null),
      })),
    ).then((found) => {
      if (current) setVariants(found);
    });
    return () => {
      current = false;
    };
  }, [session, scheme, base, language, words, state.workbook]);

  if (variants === null) return <p className="label">{words.whatif.loading}</p>;
  const amountOf = (candidate: Report | null) => candidate?.subsidy?.amount ?? null;
  const sorted = [...variants].sort((a, b) => (amountOf(b.report) ?? -1) - (amountOf(a.report) ?? -1));
  const now = amountOf(report);

  return (
    <>
      <h2 className="hidden">{words.whatif.title}</h2>
      <p className="note">{words.whatif.intro}</p>
      <ol className="plain cards">
        {sorted.map((variant) => {
          const amount = amountOf(variant.report);
          const isNow = variant.settings.frame === report.frame && variant.settings.applicant === report.applicant;
          const errors = variant.report?.findings.filter(
            ({ severity, waived }) => severity === "error" && waived === null,
          );
          return (
            <li key={variant.name} className={`card variant ${isNow ? "now" : ""}`}>
              <div className="line-head">
                <h3>{variant.name}</h3>
                {isNow && <span className="tag">{words.whatif.now}</span>}
              </div>
              <div className="line-head">
                <strong className="number">{amount === null ? words.whatif.unknown : words.yen(amount)}</strong>
                {amount !== null && now !== null && !isNow && (
                  <span className="label">{words.whatif.difference(amount - now)}</span>
                )}
              </div>
              <div className="line-head">
                <span className="label">{errors === undefined ? "" : words.whatif.obstacles(errors.length)}</span>
                {!isNow && (
                  <Button
                    size="small"
                    aria-label={words.whatif.useOf(variant.name)}
                    onClick={() => void session.choose(variant.settings)}
                  >
                    {words.whatif.use}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}
