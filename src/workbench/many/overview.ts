/** The overview of a folder on the page: how far it is, a table to sort, and what applications have in common. */
import { csvRow } from "../../cli/csv";
import type { Shared } from "../../core/desk/across";
import { STANDINGS } from "../../core/desk/standing";
import { visible } from "../../core/text/visible";
import type { Lang } from "../../messages";
import { newWorkbook } from "../../ooxml/write/new-workbook";
import { portableCodec } from "../../ooxml/zip/codec";
import type { GivenFile } from "../../taskpane/documents/given";
import { overviewTable, sortedByNeed, type OverviewRow } from "../../views/desk/overview/columns";
import { overviewModels } from "../../views/desk/overview/overview";
import { inOrder, pressed, type Sorting } from "../../views/desk/sorting";
import { sharedNames } from "../../views/desk/words";
import { leftText } from "../../taskpane/documents/left";
import { Examination, type Entry, type Examining } from "./examination";
import type { GivenApplications } from "./given";
import { examinerWords, manyWords } from "./words";

/** What the page gives. */
export interface Page {
  readonly lang: Lang;
  /** Starts who examines. */
  examining(): Examining;
  /** Opens an application's budget with its estimates. */
  open(name: string, budget: GivenFile, papers: readonly GivenFile[]): void;
  /** The overview was closed. */
  close(): void;
  save(name: string, bytes: Uint8Array, type: string): void;
}

/** All rows are shown at once. */
const MOST = 1_000;

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export class FolderOverview {
  private readonly examination: Examination;
  /** Names of files that belong to no application that is known. */
  private readonly strays: readonly string[];
  /** Names of files and folders that lie too deep or were too many. */
  private readonly left: readonly string[];
  private readonly told = line("p", "many-told");
  private readonly bar = document.createElement("progress");
  private readonly place: HTMLElement;
  private readonly table = line("div", "many-table");
  private readonly common = line("section", "many-common");
  private readonly buttons: Readonly<Record<"stop" | "goOn" | "csv" | "workbook" | "close", HTMLButtonElement>>;
  private stopper: AbortController | null = null;
  /** The column to sort by, from 0; null: by need. */
  private sorting: Sorting | null = null;
  private result: { readonly rows: readonly OverviewRow[]; readonly shared: readonly Shared[] } = {
    rows: [],
    shared: [],
  };

  /** Nothing is examined before `start`. */
  constructor(
    place: HTMLElement,
    { applications, strays }: GivenApplications,
    left: readonly string[],
    private readonly page: Page,
  ) {
    this.place = place;
    this.strays = strays;
    this.left = left;
    this.examination = new Examination(applications, page.lang, () => page.examining());
    const say = manyWords[page.lang];
    const button = (text: string, press: () => void): HTMLButtonElement => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = text;
      made.addEventListener("click", press);
      return made;
    };
    this.buttons = {
      stop: button(say.stop, () => this.stop()),
      goOn: button(say.goOn, () => void this.start()),
      csv: button(say.csv, () => this.saveCsv()),
      workbook: button(say.workbook, () => this.saveWorkbook()),
      close: button(say.close, () => {
        this.stop();
        page.close();
      }),
    };
    const title = line("h2", "", say.title);
    title.tabIndex = -1;
    this.told.setAttribute("role", "status");
    const bar = line("div", "many-bar");
    bar.append(...Object.values(this.buttons));
    const beside = [
      ...(this.strays.length === 0 ? [] : [examinerWords[page.lang].strays(this.strays)]),
      ...(left.length === 0 ? [] : [leftText(left, page.lang)]),
    ].map((text) => line("p", "many-strays", visible(text)));
    place.replaceChildren(
      title,
      this.told,
      this.bar,
      bar,
      ...beside,
      line("p", "many-hint", say.hint),
      this.table,
      this.common,
    );
  }

  /** Examines what was not yet; the table grows meanwhile. */
  async start(): Promise<void> {
    const { examination, buttons, page } = this;
    const say = manyWords[page.lang];
    const all = examination.applications.length;
    if (all === 0 || all > MOST) {
      this.told.textContent = all === 0 ? say.none : say.tooMany(all, MOST);
      this.bar.hidden = true;
      for (const button of [buttons.stop, buttons.goOn, buttons.csv, buttons.workbook]) button.hidden = true;
      return;
    }
    this.stopper = new AbortController();
    this.working(true);
    this.bar.max = all;
    let shown = 0;
    const progress = (): void => {
      const done = examination.done.length;
      this.bar.value = done;
      this.told.textContent = say.under(done, all);
      // Drawn anew each time a tenth is added: a long table takes its time.
      if (done > 10 && done - shown < all / 10) return;
      shown = done;
      this.result = { rows: examination.done.map(({ row }) => row), shared: [] };
      this.drawTable();
    };
    progress();
    await examination.run(this.stopper.signal, progress);
    this.result = examination.result();
    this.drawTable();
    this.drawCommon();
    const done = examination.done.length;
    this.told.textContent = done < all ? say.stopped(done, all) : say.ended(all);
    this.working(false);
  }

  stop(): void {
    this.stopper?.abort();
  }

  private working(isWorking: boolean): void {
    const { buttons, examination } = this;
    // Another may have taken the place meanwhile.
    if (this.told.isConnected) this.place.setAttribute("aria-busy", String(isWorking));
    this.bar.hidden = !isWorking;
    buttons.stop.hidden = !isWorking;
    buttons.goOn.hidden = isWorking || examination.done.length === examination.applications.length;
    buttons.csv.disabled = buttons.workbook.disabled = isWorking;
  }

  private drawTable(): void {
    const { lang } = this.page;
    const { header, rows } = overviewTable(this.result.rows, lang, "nothing");
    // Remarks say why an application could not be checked: at the end of so wide a table nobody sees them.
    const shown = header.slice(0, -1);
    const sorted = sortedByNeed(this.result.rows);
    const entries = new Map(this.examination.done.map((entry) => [entry.row.name, entry]));
    const order = this.order(rows, sorted);
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    for (const [column, name] of shown.entries())
      head.append(
        this.heading(
          column,
          name,
          rows.some((row) => typeof row[column] === "number"),
        ),
      );
    const body = table.createTBody();
    for (const at of order) {
      const row = body.insertRow();
      for (const [column, value] of (rows[at] as readonly (string | number)[]).slice(0, shown.length).entries()) {
        const cell = row.insertCell();
        const known = sorted[at] as OverviewRow;
        if (column === 0) cell.className = known.standing;
        if (typeof value === "number") cell.className = "number";
        const text = typeof value === "number" ? value.toLocaleString("en-US") : visible(value);
        const entry = entries.get(known.name);
        if (column === 1 && entry !== undefined && entry.budget !== null) cell.append(this.opener(text, entry));
        else cell.textContent = text;
        if (column === 1 && known.remarks !== "") cell.append(line("p", "many-remarks", visible(known.remarks)));
      }
    }
    this.table.replaceChildren(table);
  }

  /** Positions of the rows as they are to be shown; they come by need. */
  private order(rows: readonly (readonly (string | number)[])[], sorted: readonly OverviewRow[]): number[] {
    if (this.sorting === null) return rows.map((_, at) => at);
    const { column, falling } = this.sorting;
    const keys = rows.map((row, at) =>
      column === 0 ? STANDINGS.indexOf((sorted[at] as OverviewRow).standing) : (row[column] ?? ""),
    );
    return inOrder(keys, falling);
  }

  private heading(column: number, name: string, isFigures: boolean): HTMLElement {
    const cell = document.createElement("th");
    cell.scope = "col";
    const button = line("button", "", name) as HTMLButtonElement;
    button.type = "button";
    button.title = manyWords[this.page.lang].sortBy;
    const own = this.sorting?.column === column ? this.sorting : null;
    if (own !== null) cell.setAttribute("aria-sort", own.falling ? "descending" : "ascending");
    button.addEventListener("click", () => {
      this.sorting = pressed(this.sorting, column, isFigures);
      this.drawTable();
      this.table.querySelectorAll<HTMLElement>("th button")[column]?.focus();
    });
    cell.append(button);
    return cell;
  }

  private opener(text: string, { application, budget, papers }: Entry): HTMLElement {
    const button = line("button", "many-open", text) as HTMLButtonElement;
    button.type = "button";
    button.setAttribute("aria-label", manyWords[this.page.lang].openBudget(text));
    button.addEventListener("click", () => this.page.open(application.name, budget as GivenFile, papers));
    return button;
  }

  private drawCommon(): void {
    const { lang } = this.page;
    const say = manyWords[lang];
    const { shared } = this.result;
    const list = document.createElement("ul");
    for (const { kind, subject, places } of shared) {
      const item = line("li", "", `${sharedNames[lang][kind]}: ${visible(subject)}`);
      const inside = document.createElement("ul");
      for (const { application, file, sheet, row, text } of places) {
        const where = file ?? `${sheet ?? ""} ${row === null ? "" : String(row)}`.trim();
        inside.append(line("li", "", visible([application, where, text].filter((part) => part !== "").join("\u3000"))));
      }
      item.append(inside);
      list.append(item);
    }
    this.common.replaceChildren(
      ...this.answered(),
      line("h3", "", say.common),
      line("p", "many-hint", shared.length === 0 ? say.commonNone : say.commonHint),
      list,
    );
  }

  /** What applicants answered, application by application; nothing where nobody did. */
  private answered(): HTMLElement[] {
    const list = document.createElement("ul");
    for (const { row, answers } of this.examination.done) {
      if (answers.length === 0) continue;
      const inside = document.createElement("ul");
      for (const { number, places, points, text } of answers) {
        const told = line("li", "", visible([number ?? "", places, points].join(" ").trim()));
        told.append(line("p", "many-answer", visible(text)));
        inside.append(told);
      }
      const item = line("li", "", row.name);
      item.append(inside);
      list.append(item);
    }
    return list.childElementCount === 0 ? [] : [line("h3", "", manyWords[this.page.lang].answers), list];
  }

  private saveCsv(): void {
    const { header, rows } = overviewTable(this.result.rows, this.page.lang, "nothing");
    const csv = `\uFEFF${[header, ...rows.map((row) => row.map(String))].map(csvRow).join("")}`;
    this.page.save(`${manyWords[this.page.lang].file}.csv`, new TextEncoder().encode(csv), "text/csv");
  }

  private saveWorkbook(): void {
    const { lang } = this.page;
    const say = manyWords[lang];
    const subtitle = say.subtitle(this.examination.done.length, this.examination.applications.length);
    const answers = this.examination.done.flatMap((entry) => entry.answers);
    const told = { subtitle, passedOver: this.strays, left: this.left, shared: this.result.shared, answers };
    const models = overviewModels(this.result.rows, told, lang, "nothing");
    this.page.save(`${say.file}.xlsx`, newWorkbook(models, portableCodec), XLSX);
  }
}

function line(kind: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(kind);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}
