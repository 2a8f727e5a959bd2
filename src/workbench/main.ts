/** The workbench page: a sheet, the task pane beside it, and the way in and out for workbooks. */
import type { Grid } from "./grid/grid";
import type { Given, GivenFile } from "../taskpane/documents/given";
import type { Sample, Surroundings } from "./surroundings";
import { watchWork, type Unsaved } from "./unsaved";
import { nameControls } from "./grid/controls";
import { openInTurns, type Workspace } from "./workspace";
import { applicationsIn, filesChosen, filesOf, foldersIn } from "./many/given";
import { readInTurns } from "./host/convert";
import { aTurn } from "../taskpane/turns";
import { toSave } from "./to-save";
import { words } from "./words";
import { InTurn } from "../excel/in-turn";
import { SignatureError, WorkbookError } from "../ooxml/error";

type Language = "ja" | "en";

let language: Language = chosenLanguage() ?? (navigator.language.toLowerCase().startsWith("en") ? "en" : "ja");
let say = words[language];
let around: Surroundings;

const LANGUAGE_KEY = "kenzan.language";

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const sheet = element("sheet");
const frame = element<HTMLIFrameElement>("pane");
const status = element("status");
const samples = element<HTMLSelectElement>("samples");
const titles = new Map<HTMLOptionElement, Sample["title"]>();
const picker = element<HTMLInputElement>("file");
const save = element<HTMLButtonElement>("save");

const main = document.querySelector("main") as HTMLElement;
const overview = element("overview");
const back = element<HTMLButtonElement>("back");
const folderPicker = element<HTMLInputElement>("folder-picker");

let open: Workspace | null = null;
/** Estimates that came with the open workbook. */
let papers: readonly GivenFile[] = [];
/** What the overview is of; null where there is none to go back to. */
let examined: Given | null = null;
let grid: Grid | null = null;
let controls: ReturnType<typeof nameControls> | null = null;

/** What was not saved yet: nothing may go without a word. */
let unsaved: Unsaved | null = null;

function label(): void {
  document.documentElement.lang = language;
  for (const [id, text] of Object.entries(say.labels)) element(id).textContent = text;
  for (const [id, text] of Object.entries(say.names))
    element(id).setAttribute(id === "pane" ? "title" : "aria-label", text);
  for (const [option, title] of titles) option.textContent = title[language];
  element("language").lang = language === "ja" ? "en" : "ja";
  const { one } = around;
  for (const id of ["open", "any"]) element(id).hidden = one !== null;
  element("one").hidden = one === null;
  element("one").textContent = one === null ? "" : say.one(one.application, one.decider);
}

/** The window is named by what is shown in it. */
function nameWindow(): void {
  const shown = overview.hidden ? (around.one?.application ?? open?.name) : say.names["overview"];
  document.title = shown === undefined ? say.title : `${shown} — ${say.title}`;
}

/** A browser may keep nothing for a page opened from a disk: then the language holds until it is closed. */
function chosenLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(LANGUAGE_KEY);
    return kept === "ja" || kept === "en" ? kept : null;
  } catch {
    return null;
  }
}

function switchLanguage(): void {
  language = language === "ja" ? "en" : "ja";
  say = words[language];
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // See above.
  }
  label();
  controls?.renew();
  tellOpen();
  overviewAnew();
  nameWindow();
  if (open === null) return;
  void openPaneAnew(open, language);
}

/** What was pressed in the pane before is done first: a decision that is being checked is not kept yet. */
async function openPaneAnew(workspace: Workspace, wanted: Language): Promise<void> {
  await around.settled();
  if (open === workspace && language === wanted) openPane(workspace);
}

/** Until its pane is there, that of the workbook before is neither seen nor pressed. */
function openPane(workspace: Workspace): void {
  frame.inert = true;
  frame.addEventListener("load", () => (frame.inert = false), { once: true });
  around.openPane(frame, workspace, language, papers);
}

/** What stands in the overview was said in the other language: it is said anew, unless another takes its place already. */
function overviewAnew(): void {
  if (examined !== null && listing === null) void examineFolder(examined, true);
}

const isUnsaved = (): boolean => unsaved?.hasWork() === true || grid?.isTyping() === true;
/** Something is half written in the pane, or what was sent there is not done yet. */
const isUnderWay = (): boolean => open !== null && open.book.drafts.size > 0;

/** What was pressed in the pane before is done first: what becomes of it is work. @param next what is to be opened */
async function mayLeave(next: string): Promise<boolean> {
  if (!isUnsaved()) {
    tell(say.opening(next));
    await around.settled();
  }
  const [edited, underWay] = [isUnsaved(), isUnderWay()];
  if (open === null || !(edited || underWay)) return true;
  const { name } = open;
  const question = !underWay ? say.discard(name) : edited ? say.discardBoth(name) : say.discardDrafts(name);
  const may = window.confirm(question);
  if (!may) tellOpen();
  return may;
}

/** Of two that are opened quickly the second waits. */
const showing = new InTurn();
const show = (name: string, bytes: () => Promise<Uint8Array>, beside: readonly GivenFile[] = []): Promise<void> =>
  showing.run(() => showNow(name, bytes, beside));

/** From the question about unsaved work until it is taken away nothing is typed into the workbook before. */
async function showNow(name: string, bytes: () => Promise<Uint8Array>, beside: readonly GivenFile[]): Promise<void> {
  sheet.inert = true;
  try {
    await change(name, await readWorkspace(name, await bytes()), beside);
  } finally {
    sheet.inert = false;
  }
}

async function change(name: string, next: Workspace, beside: readonly GivenFile[]): Promise<void> {
  tell(say.drawing);
  open = next;
  papers = beside;
  showOverview(false);
  unsaved?.stop();
  unsaved = watchWork(next.book); // the pane may write before the grid is there
  openPane(next);
  const { openGrid } = await import("./grid/grid");
  await styled();
  // To take in the pane's text, and to take a grid away, are turns of their own.
  await aTurn();
  grid?.dispose();
  grid = null;
  controls?.stop();
  sheet.replaceChildren();
  sheet.inert = false;
  await aTurn();
  grid = await openGrid(sheet, next.book, (what) => tell(what === "note" ? say.note : say.structure, true));
  controls = nameControls(sheet);
  samples.value = name; // none of them where it is a workbook of one's own
  save.disabled = false;
  document.body.dataset["open"] = name;
  tellOpen();
}

/** Meanwhile nothing is done in the pane of the workbook before, which was asked about already. */
async function readWorkspace(name: string, bytes: Uint8Array): Promise<Workspace> {
  main.inert = true;
  try {
    return await openInTurns(name, bytes, await around.read(bytes), language === "ja" ? "ja-JP" : "en-US");
  } finally {
    main.inert = false;
  }
}

/** The grid's own styles come with it, not with the first paint. */
function styled(): Promise<void> {
  if (document.getElementById("grid-style") !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const link = Object.assign(document.createElement("link"), {
      id: "grid-style",
      rel: "stylesheet",
      href: "grid.css",
    });
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => resolve());
    document.head.append(link);
  });
}

/** What is never a budget, and beside one an estimate. */
const PAPER = /\.(?:pdf|csv)$/i;

/** One workbook at a time: of several the first is opened, with the estimates among them, and what is left is named. */
async function openFiles(files: readonly File[]): Promise<void> {
  const [first, ...others] = files.filter(({ name }) => !PAPER.test(name));
  const beside = files.filter(({ name }) => PAPER.test(name));
  if (first === undefined) {
    if (beside.length > 0) tell(say.papersAlone(beside.map(({ name }) => name)), true);
    return;
  }
  if (around.one !== null) return tell(say.noOther(around.one.application), true);
  if (!(await mayLeave(first.name))) return;
  const taken = await Promise.all((around.takesPapers ? beside : []).map(ownFile));
  const left = [...others, ...(around.takesPapers ? [] : beside)].map(({ name }) => name);
  const isShown = await openFile(first, taken);
  if (!isShown || left.length === 0) return;
  const isMany = others.length > 0 && around.folders !== null;
  tell(say.onlyOne(first.name, left) + (isMany ? say.inFolder : ""), true);
}

/** The overview in the place of sheet and pane, or these again; what is there stays as it is. */
function showOverview(isShown: boolean): void {
  overview.hidden = !isShown;
  main.hidden = isShown;
  back.hidden = isShown || examined === null;
  save.hidden = isShown;
  nameWindow();
}

/** Every application of a folder, one after the other. Of two that are given quickly the last is shown, none that was closed. */
async function examineFolder(files: Given | Promise<Given>, isAgain = false): Promise<void> {
  const { folders } = around;
  if (folders === null) return;
  tell(say.listing);
  const own = (listing = Symbol("listing"));
  const given = await files;
  const { FolderOverview } = await import("./many/overview");
  const found = await applicationsIn(given.files);
  if (listing !== own) return;
  listing = null;
  const lang = language;
  const shown = new FolderOverview(overview, found, given.left, {
    lang,
    examining: () => folders(lang),
    open: (name, budget, beside) => void openApplication(name, budget, beside),
    close() {
      listing = null;
      examined = null;
      showOverview(false);
    },
    save: (name, bytes, type) => download(name, bytes, type),
  });
  stopOverview?.();
  examined = given;
  if (!isAgain) showOverview(true);
  tell("");
  stopOverview = () => shown.stop();
  if (!isAgain) overview.querySelector<HTMLElement>("h2")?.focus();
  await shown.start();
}
let stopOverview: (() => void) | null = null;
/** The folder whose files are being looked at. */
let listing: symbol | null = null;

async function openApplication(name: string, budget: GivenFile, beside: readonly GivenFile[]): Promise<void> {
  const title = `${name}_${budget.name.split("/").at(-1) ?? ""}`;
  if (await mayLeave(title)) await attempt(title, () => show(title, bytesOf(budget.file), beside));
}

const bytesOf = (file: File) => async () => new Uint8Array(await file.arrayBuffer());

/** What was let go over the pane cannot be read any more once the pane is another workbook's. */
const ownFile = async (file: File): Promise<GivenFile> => ({
  name: file.name,
  file: new File([await file.arrayBuffer()], file.name),
});

const openFile = (file: File, beside: readonly GivenFile[]): Promise<boolean> =>
  attempt(file.name, () => show(file.name, bytesOf(file), beside));

async function chooseSample(file: string): Promise<void> {
  if (await mayLeave(file)) await openSample(file);
  else samples.value = open?.name ?? "";
}

async function openSample(file: string): Promise<void> {
  await attempt(file, () => show(file, () => around.sample(file)));
}

/** @returns whether it came to its end; if not, it was said why */
async function attempt(name: string, work: () => Promise<void>): Promise<boolean> {
  tell(say.opening(name));
  try {
    await work();
    return true;
  } catch (error) {
    tell(error instanceof WorkbookError ? say.unreadable(name, error.code) : say.failed(name), true);
    if (!(error instanceof WorkbookError)) throw error;
    return false;
  }
}

/** The list of samples shows which of them is open; a workbook of one's own is named here. */
function tellOpen(): void {
  if (open === null || around.one !== null || samples.value === open.name) tell("");
  else tell(say.opened(open.name));
}

function tell(text: string, isProblem = false): void {
  status.textContent = text;
  status.classList.toggle("problem", isProblem);
}

async function saveOpen(): Promise<void> {
  if (open === null) return;
  const [workspace, own] = [open, unsaved];
  tell(say.saving);
  await grid?.enter();
  await around.settled();
  const now = await readInTurns(workspace.book);
  const given = toSave(workspace, now);
  const takeBack = own?.saving(); // another may be open by now
  const made = (breakSignature: boolean) => around.saved(given, language, breakSignature);
  let bytes: Uint8Array | null;
  try {
    bytes = await made(false).catch((error: unknown) => {
      if (!(error instanceof SignatureError)) throw error;
      return window.confirm(say.signed) ? made(true) : null;
    });
  } catch (error) {
    takeBack?.();
    throw error;
  }
  if (bytes === null) {
    takeBack?.();
    tell("");
    return;
  }
  const name = workspace.name.replace(
    /(\.xls[xm])?$/i,
    (extension) => `-${say.checked}${extension === "" ? ".xlsx" : extension}`,
  );
  download(name, bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  tell(say.saved(name));
}

function download(name: string, bytes: Uint8Array, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** F6 goes from region to region, as in Excel; after Esc so does Tab, since a grid keeps Tab for itself. */
function walkRegions(): void {
  let escaped = false;
  const regions = (): (() => void)[] => [
    () => element(around.one === null ? "open" : "save").focus(),
    () => (sheet.querySelector<HTMLElement>("[contenteditable], canvas[tabindex], [tabindex]") ?? sheet).focus(),
    () => {
      frame.focus();
      frame.contentDocument?.querySelector<HTMLElement>("button, select, input, a")?.focus();
    },
  ];
  const here = (): number => (sheet.contains(document.activeElement) ? 1 : document.activeElement === frame ? 2 : 0);
  const go = (step: number): void => regions()[(here() + step + 3) % 3]?.();
  const walk = (event: KeyboardEvent): void => {
    const leaves = event.key === "Tab" && escaped && here() === 1;
    if (event.key === "F6" || leaves) {
      event.preventDefault();
      event.stopImmediatePropagation();
      go(event.shiftKey ? -1 : 1);
    }
    escaped = event.key === "Escape" || (escaped && event.key === "Shift");
  };
  window.addEventListener("keydown", walk, { capture: true });
  // The pane lies in a frame of its own, which hears its own keys.
  frame.addEventListener("load", () => frame.contentWindow?.addEventListener("keydown", walk, { capture: true }));
}

/** Whoever goes from the grid to the buttons or to the pane leaves nothing half typed behind. */
function enterOnLeaving(): void {
  const enter = () => void grid?.enter();
  document.querySelector("header")?.addEventListener("focusin", enter);
  // The pane lies in a frame of its own: it has the focus once the window has lost it.
  window.addEventListener("blur", () => {
    if (document.activeElement === frame) enter();
  });
}

/** What is printed is the result: the grid is a picture of what is on the screen, and a frame breaks over no page. */
function printPane(): void {
  const print = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== "p" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    frame.contentWindow?.print();
  };
  window.addEventListener("keydown", print, { capture: true });
  frame.addEventListener("load", () => frame.contentWindow?.addEventListener("keydown", print, { capture: true }));
}

/** Files let go anywhere, over the pane too: left to the browser, they would take the place of the page. */
function takeDrops(over: Window): void {
  over.addEventListener("dragover", (event) => event.preventDefault());
  over.addEventListener("drop", (event) => {
    if (event.defaultPrevented) return; // taken as estimates
    event.preventDefault();
    const folders = around.folders === null ? [] : foldersIn(event.dataTransfer);
    if (folders.length > 0) void examineFolder(filesOf(folders));
    else void openFiles([...(event.dataTransfer?.files ?? [])]);
  });
}

export async function start(surroundings: Surroundings): Promise<void> {
  around = surroundings;
  label();
  walkRegions();
  printPane();
  enterOnLeaving();
  const list = await around.samples();
  for (const { file, title } of list) {
    const option = new Option(title[language], file);
    titles.set(option, title);
    samples.append(option);
  }
  samples.addEventListener("change", () => void chooseSample(samples.value));
  element("language").addEventListener("click", switchLanguage);
  window.addEventListener("beforeunload", (event) => {
    if (isUnsaved() || isUnderWay()) event.preventDefault();
  });
  element("open").addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    void openFiles([...(picker.files ?? [])]);
    picker.value = "";
  });
  element("folder").hidden = around.folders === null;
  element("folder").addEventListener("click", () => folderPicker.click());
  folderPicker.addEventListener("change", () => {
    const given = filesChosen(folderPicker.files);
    folderPicker.value = "";
    if (given !== undefined) void examineFolder(given);
  });
  back.addEventListener("click", () => showOverview(true));
  save.addEventListener("click", () => void attempt(open?.name ?? "", saveOpen));
  takeDrops(window);
  frame.addEventListener("load", () => frame.contentWindow !== null && takeDrops(frame.contentWindow));
  const [first] = list;
  if (first !== undefined) await openSample(first.file);
}
