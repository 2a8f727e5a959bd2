import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { bestFirst, candidatesOf, settingsFor, type Comparison, type Obstacle } from "../../views/whatif/compare";
import { ruleText } from "../../messages";
import { useReport } from "../context";
import { Loading } from "../Loading";

/** How many frames are shown before the person asks for all. */
const FEW = 5;

/** Every frame that this budget could apply under, best first, with what stands in the way. */
export function Compare() {
  const { session, state, report, words } = useReport();
  const [found, setFound] = useState<readonly Comparison[]>([]);
  const [all, setAll] = useState(false);
  const { schemes } = state;
  const applicant = report.applicant ?? "sme";
  const madeFor = report.scheme;

  useEffect(() => {
    let wanted = true;
    const compare = async () => {
      const comparisons: Comparison[] = [];
      for (const candidate of candidatesOf(schemes, applicant)) {
        // One after the other: what the person does meanwhile is checked in between.
        const comparison = await session.compare(candidate);
        if (!wanted) return;
        if (comparison !== null) comparisons.push(comparison);
      }
      setFound(bestFirst(comparisons, madeFor));
    };
    compare().catch(() => undefined); // told where the check itself is asked for
    return () => {
      wanted = false;
    };
  }, [session, report, schemes, applicant, madeFor]);

  if (found.length === 0) return <Loading text={words.whatif.loading} />;
  return (
    <section aria-labelledby="compare" className="findings">
      <h3 id="compare">{words.whatif.compareTitle}</h3>
      <ol className="plain cards">
        {(all ? found : found.slice(0, FEW)).map((comparison) => (
          <Candidate key={`${comparison.candidate.scheme}/${comparison.candidate.frame}`} comparison={comparison} />
        ))}
      </ol>
      {!all && found.length > FEW && (
        <Button size="small" onClick={() => setAll(true)}>
          {words.whatif.all(found.length)}
        </Button>
      )}
    </section>
  );
}

function Candidate({ comparison }: { readonly comparison: Comparison }) {
  const { session, state, report, language, words } = useReport();
  const { candidate, amount, obstacles } = comparison;
  const [asking, setAsking] = useState(false);
  const scheme = state.schemes.find(({ id }) => id === candidate.scheme);
  const frame = scheme?.frames.find(({ id }) => id === candidate.frame);
  const name = [scheme?.name[language], frame?.name[language]].join(words.between);
  const isNow = candidate.scheme === report.scheme && candidate.frame === report.frame;
  const now = report.subsidy?.amount ?? null;
  const errors = obstacles.filter(({ code }) => code === "error");
  const others = obstacles.filter(({ code }) => code !== "error");
  const count = errors.reduce((sum, obstacle) => sum + obstacle.count, 0);

  return (
    <li className={`card variant ${isNow ? "now" : ""}`}>
      <div className="line-head">
        <h4>{name}</h4>
        {isNow && <span className="tag">{words.whatif.now}</span>}
      </div>
      <div className="line-head">
        <strong className="number">{amount === null ? words.whatif.unknown : words.yen(amount)}</strong>
        {amount !== null && now !== null && !isNow && (
          <span className="label">{words.whatif.difference(amount - now)}</span>
        )}
      </div>
      <ul className="plain label">
        {[...new Set(others.map(told))].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {errors.length > 0 && (
        <details>
          <summary>{words.whatif.obstacles(count)}</summary>
          <ul className="plain label">
            {errors.map((obstacle) => (
              <li key={obstacle.what}>
                {ruleText(obstacle.what, language)} {words.result.lineCount(obstacle.count)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {obstacles.length === 0 && <p className="label good">{words.whatif.obstacles(0)}</p>}
      {!isNow && !asking && (
        <Button size="small" aria-label={words.whatif.useOf(name)} onClick={() => setAsking(true)}>
          {words.whatif.use}
        </Button>
      )}
      {asking && (
        <div className="form" role="group" aria-label={words.whatif.useOf(name)}>
          <p>{words.whatif.sure}</p>
          <div className="buttons">
            <Button
              autoFocus
              size="small"
              appearance="primary"
              onClick={() => {
                setAsking(false);
                void session.switchTo(settingsFor(candidate, state.saved.settings), name);
              }}
            >
              {words.whatif.yes}
            </Button>
            <Button size="small" onClick={() => setAsking(false)}>
              {words.whatif.no}
            </Button>
          </div>
        </div>
      )}
    </li>
  );

  function told({ code, what, count: lines, yen }: Obstacle): string {
    const { whatif } = words;
    if (code === "closed") return whatif.closed(what);
    if (code === "undated") return whatif.undated;
    if (code === "class") return whatif.notForClass;
    if (code === "items") return whatif.noItem(lines, yen ?? 0);
    return words.result.missing(words.result.missingName(what));
  }
}
