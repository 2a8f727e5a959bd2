/** The overview in the browser: filtered by state and by words, sorted by any heading. What was chosen stands when one comes back to it. */
import { STANDINGS, type Standing } from "../../core/desk/standing";
import { inOrder, pressed, type Key, type Sorting } from "../../views/desk/sorting";

const byId = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const [find, standing, told] = [byId<HTMLInputElement>("find"), byId<HTMLSelectElement>("standing"), byId("shown")];
const table = byId<HTMLTableElement>("list");
const body = table.tBodies[0] as HTMLTableSectionElement;
/** By need, as they came. */
const rows = [...body.rows];
const headings = [...table.querySelectorAll<HTMLTableCellElement>("thead th")];

/** Application and applicant. */
const NAMES = [1, 2];
const folded = (text: string): string => text.normalize("NFKC").toLowerCase();
const names = rows.map((row) => folded(NAMES.map((column) => row.cells[column]?.textContent ?? "").join("\n")));

function filter(): void {
  const words = folded(find.value.trim());
  for (const [at, row] of rows.entries()) {
    const isOfStanding = standing.value === "" || row.dataset["standing"] === standing.value;
    row.hidden = !isOfStanding || !(names[at] as string).includes(words);
  }
  told.textContent = `${String(rows.filter(({ hidden }) => !hidden).length)}${told.dataset["words"] ?? ""}`;
}

const isFigures = (column: number): boolean =>
  rows.some((row) => row.cells[column]?.classList.contains("number") === true);

function keyOf(row: HTMLTableRowElement, column: number): Key {
  if (column === 0) return STANDINGS.indexOf(row.dataset["standing"] as Standing);
  const text = row.cells[column]?.textContent ?? "";
  return row.cells[column]?.classList.contains("number") === true ? Number(text.replaceAll(",", "")) : text;
}

let sorting: Sorting | null = null;

function sort(column: number): void {
  sorting = pressed(sorting, column, isFigures(column));
  for (const heading of headings) heading.removeAttribute("aria-sort");
  if (sorting === null) return body.append(...rows);
  headings[column]?.setAttribute("aria-sort", sorting.falling ? "descending" : "ascending");
  const keys = rows.map((row) => keyOf(row, column));
  body.append(...inOrder(keys, sorting.falling).map((at) => rows[at] as HTMLTableRowElement));
}

for (const [column, heading] of headings.entries())
  heading.querySelector("button")?.addEventListener("click", () => sort(column));
find.addEventListener("input", filter);
standing.addEventListener("change", filter);
// Browsers fill in again what was typed before one went to an application and came back.
window.addEventListener("pageshow", filter);
filter();
