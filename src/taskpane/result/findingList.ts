/** Which findings are shown, in which order, and how they are grouped: what a person works through. */
import type { Finding, Fix, Severity } from "../../core/judge/finding";
import type { LineShown, ReportShown } from "../../core/report/shown";
import { findingText, ruleTitle, type FindingText, type Lang } from "../../messages";
import type { Worth } from "../engine/engine";

export type Filter = Severity | "waived" | "all";
export const filters: readonly Filter[] = ["error", "warning", "info", "waived", "all"];

export type Order = "kind" | "sheet" | "yen" | "severity";
export const orders: readonly Order[] = ["kind", "sheet", "yen", "severity"];

export interface Item {
  /** The same finding keeps its key from check to check, so that focus, scroll and half-typed reasons stay. */
  readonly key: string;
  readonly finding: Finding;
  readonly text: FindingText;
  /** The line it stands in, if it does. */
  readonly line: LineShown | undefined;
  /** The line's item, or whose wage it is. */
  readonly name: string | undefined;
}

/** Findings of one kind; `title` is null where they stand in no groups, or alone. */
export interface Group {
  readonly key: string;
  readonly severity: Severity;
  readonly title: string | null;
  /** Every finding says the same in its title: the line tells them apart. */
  readonly alike: boolean;
  readonly items: readonly Item[];
}

/** How many belong to each filter. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<Filter, number>> {
  const counts = { error: 0, warning: 0, info: 0, waived: 0, all: findings.length };
  for (const { waived, severity } of findings) counts[waived !== null ? "waived" : severity] += 1;
  return counts;
}

export const belongs = ({ waived, severity }: Finding, filter: Filter): boolean =>
  filter === "all" ? true : waived !== null ? filter === "waived" : severity === filter;

const ROWS_ABOVE = [1, 2, 3];

export function itemsOf({ findings, lines }: Pick<ReportShown, "findings" | "lines">, language: Lang): readonly Item[] {
  const seen = new Map<string, number>();
  const lineAt = linesByPlace(lines);
  return findings.map((finding) => {
    const { rule, sheet, cell, data } = finding;
    const rows = lineAt.get(sheet ?? "");
    const row = Number(cell?.replace(/^[A-Z]+/, ""));
    // Of a line that fills several rows a finding may stand in any of them.
    const line =
      rows?.get(row) ??
      ROWS_ABOVE.map((above) => rows?.get(row - above)).find((above) => above?.description === data["description"]);
    const place = `${rule}|${sheet ?? ""}|${cell ?? ""}`;
    const times = seen.get(place) ?? 0;
    seen.set(place, times + 1);
    let text: FindingText | null = null;
    const { person } = data;
    return {
      key: `${place}|${times}`,
      finding,
      // Of thousands some twenty are on the screen.
      get text() {
        return (text ??= findingText(finding, language));
      },
      line,
      name: line?.description ?? (typeof person === "string" ? person : undefined),
    };
  });
}

function linesByPlace(lines: readonly LineShown[]): ReadonlyMap<string, ReadonlyMap<number, LineShown>> {
  const sheets = new Map<string, Map<number, LineShown>>();
  for (const line of lines) {
    const rows = sheets.get(line.sheet);
    if (rows === undefined) sheets.set(line.sheet, new Map([[line.row, line]]));
    else rows.set(line.row, line);
  }
  return sheets;
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

/** Whatever stands on the card, its cell included, whatever the width of the letters. */
export function matching(items: readonly Item[], search: string): readonly Item[] {
  const wanted = plain(search);
  if (wanted === "") return items;
  return items.filter(({ finding: { rule, sheet, cell }, text, name }) =>
    plain([text.title, text.what, text.todo, sheet, cell, `${sheet}!${cell}`, rule, name].join("\n")).includes(wanted),
  );
}

/** @param worths what each finding is worth, as far as it is known by now */
export function groupsOf(
  items: readonly Item[],
  order: Order,
  worths: ReadonlyMap<Finding, Worth>,
  language: Lang,
): readonly Group[] {
  if (order === "kind") return byKind(items, language);
  const weight = ({ finding }: Item): number =>
    order === "yen" ? -Math.abs(worths.get(finding)?.yen ?? 0) : order === "severity" ? rank(finding) : 0;
  const sorted = items.toSorted((a, b) => weight(a) - weight(b));
  return sorted.map((item) => ({
    key: item.key,
    severity: item.finding.severity,
    title: null,
    alike: false,
    items: [item],
  }));
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
const rank = ({ severity, waived }: Finding): number => (waived !== null ? 3 : SEVERITIES.indexOf(severity));

/** The gravest kinds first; among them those that the sheets name first. */
function byKind(items: readonly Item[], language: Lang): readonly Group[] {
  const kinds = new Map<string, [Item, ...Item[]]>();
  for (const item of items.toSorted((a, b) => rank(a.finding) - rank(b.finding))) {
    const kind = `${rank(item.finding)} ${item.finding.rule}`;
    const others = kinds.get(kind);
    if (others === undefined) kinds.set(kind, [item]);
    else others.push(item);
  }
  return [...kinds].map(([key, own]) => {
    const [first, ...others] = own;
    const alike = others.length > 0 && others.every(({ text }) => text.title === first.text.title);
    const title = others.length === 0 ? null : alike ? first.text.title : ruleTitle(first.finding.rule, language);
    return { key, severity: first.finding.severity, title, alike, items: own };
  });
}

/** Every value that is proposed for one cell, each once. */
export const proposedFor = (findings: readonly Finding[], { sheet, cell }: Fix): readonly Finding[] => {
  const all = findings.filter(({ fix, waived }) => waived === null && fix?.sheet === sheet && fix.cell === cell);
  return all.filter(({ fix }, index) => all.findIndex((other) => other.fix?.value === fix?.value) === index);
};

/** What may be written without further thought: safe fixes of cells for which nothing else is proposed. */
export function certainFixes(findings: readonly Finding[]): readonly Fix[] {
  const proposed = findings.flatMap(({ fix, waived }) => (fix === null || waived !== null ? [] : [fix]));
  const cells = new Map<string, [Fix, ...Fix[]]>();
  for (const fix of proposed) {
    const cell = `${fix.sheet}!${fix.cell}`;
    const others = cells.get(cell);
    if (others === undefined) cells.set(cell, [fix]);
    else others.push(fix);
  }
  return [...cells.values()]
    .filter(([first, ...others]) =>
      [first, ...others].every(({ kind, value }) => kind === "safe" && value === first.value),
    )
    .map(([first]) => first);
}
