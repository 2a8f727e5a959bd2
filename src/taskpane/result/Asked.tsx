import { useMemo } from "react";
import { answeredOf, type Answered, type StandingFinding } from "../../core/desk/asked";
import { doubtsOf } from "../../core/desk/doubts";
import { grantDoubtOf } from "../../core/desk/grant-doubt";
import { linesIn, subjectsOf } from "../../core/desk/subject";
import type { ReportShown } from "../../core/report/shown";
import { findingText } from "../../messages";
import { doubtText, grantDoubtText } from "../../messages/doubts";
import { CellLink } from "../CellLink";
import { useReport } from "../context";

/** What the secretariat asked in its letter, ticked off as it is mended. */
export default function Asked() {
  const { state, report, words } = useReport();
  const { asked } = state;
  const answered = useMemo(() => answeredOf(asked, standing(report), isLookedAt(report)), [asked, report]);
  if (answered.length === 0) return null;
  const mended = answered.filter((one) => one.state === "mended").length;
  return (
    <section className="card asked" aria-labelledby="asked">
      <h3 id="asked">{words.asked.title(mended, answered.length)}</h3>
      <progress className="wide" aria-labelledby="asked" max={answered.length} value={mended} />
      <ol>
        {answered.map((one) => (
          <Item key={one.item.number} {...one} />
        ))}
      </ol>
    </section>
  );
}

function Item({ item, state, left }: Answered) {
  const { words } = useReport();
  const [first = "", ...more] = item.points.split("\n");
  return (
    <li className={state} value={item.number}>
      <span className="state">{words.asked[state]}</span>
      <span>{more.length === 0 ? first : words.asked.andMore(first, more.length)}</span>
      {left?.sheet != null && <CellLink sheet={left.sheet} cell={left.cell} />}
    </li>
  );
}

/** Letters are made in either language; what an applicant approved is not mended by that. */
function standing(report: ReportShown): StandingFinding[] {
  const lines = linesIn(report);
  const doubts = doubtsOf(report);
  const grant = grantDoubtOf(report);
  const grants = grant === null ? [] : [grant];
  const [ja, en] = (["ja", "en"] as const).map((lang) =>
    subjectsOf({
      lines,
      findings: [
        ...report.findings.map((finding) => ({
          ...finding,
          row: finding.cell === null ? null : Number(/\d+$/.exec(finding.cell)?.[0]),
          title: findingText(finding, lang).title,
        })),
        ...doubts.map((doubt) => ({ ...doubt, title: doubtText(doubt, lang).title })),
        ...grants.map((doubt) => ({ ...doubt, title: grantDoubtText(doubt, lang).title })),
      ],
    }),
  );
  return [...report.findings, ...doubts, ...grants].map(({ rule, sheet, cell }, at) => ({
    rule,
    sheet,
    cell,
    subjects: [ja?.[at] ?? "", en?.[at] ?? ""],
  }));
}

/** Without estimates nothing is held against them. */
const isLookedAt =
  ({ estimates, rules }: ReportShown) =>
  (rule: string): boolean =>
    !rules.crashed.includes(rule) && (!rule.startsWith("evidence/") || estimates !== null);
