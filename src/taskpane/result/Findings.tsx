import { Button, Input, Select } from "@fluentui/react-components";
import { Fragment, useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useReport } from "../context";
import { Few } from "../Few";
import { figure } from "../figures";
import { FindingCard } from "./FindingCard";
import { belongs, countsOf, filters, groupsOf, itemsOf, matching, orders } from "./findingList";
import type { Filter, Group, Item, Order } from "./findingList";
import { SeverityMark } from "./SeverityMark";
import { useWorths } from "./useWorths";

/** Where whoever goes through them begins. */
export const FINDINGS = "findings-list";

/** From so many on there is something to search in. */
const MANY = 6;

/** A card, under the heading of its kind where it is the kind's first. */
interface Row {
  readonly item: Item;
  readonly group: Group;
  readonly isFirst: boolean;
}

/** Findings to be worked through: by kind, one severity at a time, so that what matters most is read first. */
export function Findings() {
  const { session, state, report, language, words } = useReport();
  const [chosen, setChosen] = useState<Filter | null>(null);
  const [order, setOrder] = useState<Order>("kind");
  const [search, setSearch] = useState("");
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLElement>(null);
  const closed = useRef<number | null>(null);
  const turned = useRef(false);
  const { worths, isWeighing } = useWorths();
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
  // Whoever turns to the next card goes on from there.
  useEffect(() => {
    if (!turned.current) return;
    turned.current = false;
    list.current?.querySelector<HTMLElement>('.finding-title[aria-expanded="true"]')?.focus();
  }, [open]);

  const { findings } = report;
  const items = useMemo(() => itemsOf(report, language), [report, language]);
  const counts = useMemo(() => countsOf(findings), [findings]);
  const filter = chosen ?? filters.find((candidate) => counts[candidate] > 0) ?? "error";
  const groups = useMemo(() => {
    const belonging = items.filter(({ finding }) => belongs(finding, filter));
    return groupsOf(matching(belonging, search), order, worths, language);
  }, [items, filter, search, order, worths, language]);
  const shown = groups.flatMap(({ items }) => items);
  const rows = groups.flatMap((group) =>
    group.items.map((item, index): Row => ({ item, group, isFirst: index === 0 && group.title !== null })),
  );
  // The first one is open until the person opens another, so that a card explains itself.
  const expanded = open ?? shown[0]?.key ?? null;
  const at = shown.findIndex(({ key }) => key === expanded);
  const turn = (by: number) => {
    const next = shown[at + by];
    if (next === undefined) return;
    turned.current = true;
    setOpen(next.key);
    const { sheet, cell } = next.finding;
    if (sheet !== null) void session.select(sheet, cell);
  };

  return (
    <section ref={list} id={FINDINGS} className="findings" aria-labelledby="findings" aria-busy={isWeighing}>
      <h3 id="findings" className="hidden">
        {words.findings.title}
      </h3>
      {findings.length > 0 && (
        <div className="filter">
          <div role="group" aria-label={words.findings.filter} className="chips">
            {filters
              .filter((candidate) => candidate === "error" || counts[candidate] > 0)
              .map((candidate) => (
                <button
                  key={candidate}
                  type="button"
                  className={`chip ${candidate}`}
                  aria-pressed={candidate === filter}
                  onClick={() => setChosen(candidate)}
                >
                  {candidate === "waived" || candidate === "all"
                    ? words.findings[candidate]
                    : words.findings.severities[candidate]}{" "}
                  {figure(counts[candidate])}
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
            {orders.map((one) => (
              <option key={one} value={one}>
                {words.findings.orders[one]}
              </option>
            ))}
          </Select>
          {(findings.length >= MANY || search !== "") && (
            <Input
              type="search"
              size="small"
              className="search"
              aria-label={words.findings.search}
              placeholder={words.findings.search}
              value={search}
              onChange={(_, { value }) => setSearch(value)}
            />
          )}
        </div>
      )}
      {findings.length > 0 && shown.length === 0 && (
        <p className="label" role="status">
          {search === "" ? words.findings.none : words.findings.notFound}
        </p>
      )}
      <Few items={rows} atLeast={at + 1} className="cards" onKeyDown={moveBetweenCards}>
        {({ item, group, isFirst }) => (
          <Fragment key={item.key}>
            {isFirst && (
              <li className="kind">
                <h4>
                  <SeverityMark severity={group.severity} /> {group.title}{" "}
                  <span className="label">{words.findings.same(group.items.length)}</span>
                </h4>
              </li>
            )}
            <FindingCard
              item={item}
              alike={group.alike}
              worth={worths.get(item.finding) ?? null}
              expanded={item.key === expanded}
              onToggle={() => setOpen(item.key === expanded ? "" : item.key)}
              onClosed={() => (closed.current = shown.findIndex(({ key }) => key === item.key))}
            >
              {shown.length > 1 && (
                <div className="turn" role="group" aria-label={words.findings.turn}>
                  <Button size="small" disabled={at <= 0} onClick={() => turn(-1)}>
                    {words.findings.before}
                  </Button>
                  <span className="label number">{words.findings.at(at + 1, shown.length)}</span>
                  <Button size="small" disabled={at >= shown.length - 1} onClick={() => turn(1)}>
                    {words.findings.after}
                  </Button>
                </div>
              )}
            </FindingCard>
          </Fragment>
        )}
      </Few>
    </section>
  );
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
