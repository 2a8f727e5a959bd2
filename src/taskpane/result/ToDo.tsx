import { Button } from "@fluentui/react-components";
import { useReport } from "../context";
import { certainFixes, countsOf } from "./findingList";
import { FINDINGS } from "./Findings";
import { FixAll } from "./FixPreview";
import { SeverityMark } from "./SeverityMark";

/** How much there is to do, how far the person has come, and where to begin: right under the sum, in the first look. */
export function ToDo() {
  const { state, report, words } = useReport();
  const { findings } = report;
  const { error: errors, warning: warnings } = countsOf(findings);
  const left = errors + warnings;
  const fixes = certainFixes(findings);
  if (state.startedWith === 0) return null;
  return (
    <div className="todo">
      <p className="left">
        {left > 0 && <SeverityMark severity={errors > 0 ? "error" : "warning"} />}
        <strong id="left">{words.findings.left(left, errors, warnings)}</strong>
        {left < state.startedWith && (
          <progress aria-labelledby="left" max={state.startedWith} value={state.startedWith - left} />
        )}
      </p>
      {left > 0 && (
        <div className="buttons">
          <Button size="small" appearance="primary" onClick={goToFirst}>
            {words.findings.begin}
          </Button>
          {fixes.length > 1 && <FixAll fixes={fixes} />}
        </div>
      )}
    </div>
  );
}

/** The list stands at the top, its open card has the focus. */
function goToFirst(): void {
  const list = document.getElementById(FINDINGS);
  const titles = list?.querySelectorAll<HTMLElement>(".finding-title") ?? [];
  const open = [...titles].find((title) => title.getAttribute("aria-expanded") === "true") ?? titles[0];
  open?.focus({ preventScroll: true });
  // The view alone: `scrollIntoView` would move the page around it too.
  const view = list?.closest(".view");
  if (list !== null && view != null)
    view.scrollTop += list.getBoundingClientRect().top - view.getBoundingClientRect().top - 8;
}
