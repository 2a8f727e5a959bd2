import { Select } from "@fluentui/react-components";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { Finding, Fix, Severity } from "../../core/report/report";
import { useReport } from "../context";
import { Few } from "../Few";
import { FindingCard } from "./FindingCard";
import { FixAll } from "./FixPreview";

type Filter = Severity | "waived";
type Order = "sheet" | "rule";
const filters: readonly Filter[] = ["error", "warning", "info", "waived"];

const belongs = (finding: Finding, filter: Filter): boolean =>
  finding.waived !== null ? filter === "waived" : finding.severity === filter;

/** Findings by severity; one severity at a time, so that what matters most is read first. */
export function Findings() {
  const { state, report, words } = useReport();
  const [chosen, setChosen] = useState<Filter | null>(null);
  const [order, setOrder] = useState<Order>("sheet");
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLElement>(null);
  const closed = useRef<number | null>(null);
  // When a finding is gone because it was dealt with, the next one takes its place under the keyboard too. Never while
  // the person works in the sheet: then the page has no focus to give.
  useEffect(() => {
    if (
      closed.current === null ||
      state.work !== null ||
      document.activeElement !== document.body ||
      !document.hasFocus()
    )
      return;
    const titles = list.current?.querySelectorAll<HTMLElement>(".finding-title") ?? [];
    titles[Math.min(closed.current, titles.length - 1)]?.focus({ preventScroll: true });
    closed.current = null;
  }, [report, state.work]);
  const { findings } = report;
  const count = (filter: Filter) => findings.filter((finding) => belongs(finding, filter)).length;
  const filter = chosen ?? filters.find((candidate) => count(candidate) > 0) ?? "error";
  const shown = inOrder(
    withKeys(findings).filter(({ finding }) => belongs(finding, filter)),
    order,
  );
  const fixes = certainFixes(findings);
  // The first one is open until the person opens another, so that a card explains itself.
  const expanded = open ?? shown[0]?.key ?? null;

  return (
    <section ref={list} className="findings" aria-labelledby="findings">
      <h3 id="findings" className="hidden">
        {words.findings.title}
      </h3>
      {findings.length === 0 ? (
        <>
          <p className="good">{report.measure === null ? words.findings.clean : words.findings.cleanFigures}</p>
          <p className="label">{words.findings.next}</p>
        </>
      ) : (
        <div className="filter">
          <div role="group" aria-label={words.findings.filter} className="chips">
            {filters
              .filter((candidate) => candidate === "error" || count(candidate) > 0)
              .map((candidate) => (
                <button
                  key={candidate}
                  type="button"
                  className={`chip ${candidate}`}
                  aria-pressed={candidate === filter}
                  onClick={() => setChosen(candidate)}
                >
                  {candidate === "waived" ? words.findings.waived : words.findings.severities[candidate]}{" "}
                  {count(candidate)}
                </button>
              ))}
          </div>
          <Select
            size="small"
            className="order"
            aria-label={words.findings.order}
            value={order}
            onChange={(_, { value }) => setOrder(value as Order)}
          >
            <option value="sheet">{words.findings.orders.sheet}</option>
            <option value="rule">{words.findings.orders.rule}</option>
          </Select>
        </div>
      )}
      {findings.length > 0 && <p className="label">{words.findings.left(count("error"), count("warning"))}</p>}
      {fixes.length > 1 && <FixAll fixes={fixes} />}
      {findings.length > 0 && shown.length === 0 && <p className="label">{words.findings.none}</p>}
      <Few items={shown} className="cards" onKeyDown={moveBetweenCards}>
        {({ key, finding }) => (
          <FindingCard
            key={key}
            finding={finding}
            expanded={key === expanded}
            onToggle={() => setOpen(key === expanded ? "" : key)}
            onClosed={() => (closed.current = shown.findIndex((item) => item.key === key))}
          />
        )}
      </Few>
    </section>
  );
}

/** What may be written without further thought: safe fixes of cells for which nothing else is proposed. */
function certainFixes(findings: readonly Finding[]): readonly Fix[] {
  const proposed = findings.flatMap(({ fix, waived }) => (fix === null || waived !== null ? [] : [fix]));
  const certain = new Map<string, Fix>();
  for (const fix of proposed) {
    const others = proposed.filter(({ sheet, cell }) => sheet === fix.sheet && cell === fix.cell);
    if (others.every(({ kind, value }) => kind === "safe" && value === fix.value)) {
      certain.set(`${fix.sheet}!${fix.cell}`, fix);
    }
  }
  return [...certain.values()];
}

interface Keyed {
  readonly key: string;
  readonly finding: Finding;
}

/** The same finding keeps its key from check to check, so that focus, scroll and half-typed reasons stay. */
function withKeys(findings: readonly Finding[]): readonly Keyed[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const place = `${finding.rule}|${finding.sheet ?? ""}|${finding.cell ?? ""}`;
    const times = seen.get(place) ?? 0;
    seen.set(place, times + 1);
    return { key: `${place}|${times}`, finding };
  });
}

/** The report's order is that of the sheets; by kind, kinds stand in the order in which they first appear. */
function inOrder(findings: readonly Keyed[], order: Order): readonly Keyed[] {
  if (order === "sheet") return findings;
  const kinds = [...new Set(findings.map(({ finding }) => finding.rule))];
  return kinds.flatMap((kind) => findings.filter(({ finding }) => finding.rule === kind));
}

/** Up and down step from card to card. */
function moveBetweenCards(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const titles = [...event.currentTarget.querySelectorAll<HTMLElement>(".finding-title")];
  const at = titles.indexOf(document.activeElement as HTMLElement);
  const next = step === undefined || at === -1 ? undefined : titles[at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
