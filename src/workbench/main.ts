/** The workbench page: a sheet, the task pane beside it, and the way in and out for workbooks. */
import type { Grid } from "./grid/grid";
import { openWorkspace, type Workspace } from "./workspace";
import { words } from "./words";
import { SignatureError, WorkbookError } from "../ooxml/error";

const language = navigator.language.toLowerCase().startsWith("en") ? "en" : "ja";
const say = words[language];

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const sheet = element("sheet");
const frame = element<HTMLIFrameElement>("pane");
const status = element("status");
const samples = element<HTMLSelectElement>("samples");
const picker = element<HTMLInputElement>("file");
const save = element<HTMLButtonElement>("save");

let open: Workspace | null = null;
let grid: Grid | null = null;

interface Sample {
  readonly file: string;
  readonly title: string;
}

document.documentElement.lang = language;
for (const [id, text] of Object.entries(say.labels)) element(id).textContent = text;

async function show(name: string, bytes: Uint8Array): Promise<void> {
  const next = openWorkspace(name, bytes, language === "ja" ? "ja-JP" : "en-US");
  tell(say.drawing);
  open = next;
  window.kenzanWorkbench = next.workbench;
  frame.src = "pane.html";
  const { openGrid } = await import("./grid/grid");
  await styled();
  grid?.dispose();
  sheet.replaceChildren();
  grid = await openGrid(sheet, next.book, () => tell(say.structure, true));
  document.title = `${name} — ${say.title}`;
  save.disabled = false;
  document.body.dataset["open"] = name;
  tell("");
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

async function openFile(file: File): Promise<void> {
  await attempt(file.name, async () => show(file.name, new Uint8Array(await file.arrayBuffer())));
}

async function openSample(file: string): Promise<void> {
  await attempt(file, async () => {
    const answer = await fetch(`samples/${file}`);
    await show(file, new Uint8Array(await answer.arrayBuffer()));
  });
}

async function attempt(name: string, work: () => Promise<void>): Promise<void> {
  tell(say.opening(name));
  try {
    await work();
  } catch (error) {
    tell(error instanceof WorkbookError ? say.unreadable(name, error.code) : say.failed(name), true);
    if (!(error instanceof WorkbookError)) throw error;
  }
}

function tell(text: string, isProblem = false): void {
  status.textContent = text;
  status.classList.toggle("problem", isProblem);
}

async function saveOpen(): Promise<void> {
  if (open === null) return;
  tell(say.saving);
  const { saveWorkspace } = await import("./save");
  let bytes: Uint8Array;
  try {
    bytes = saveWorkspace(open, language, false);
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    if (!window.confirm(say.signed)) {
      tell("");
      return;
    }
    bytes = saveWorkspace(open, language, true);
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(
    new Blob([bytes as BlobPart], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }),
  );
  link.download = open.name.replace(
    /(\.xls[xm])?$/i,
    (extension) => `-${say.checked}${extension === "" ? ".xlsx" : extension}`,
  );
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  tell(say.saved(link.download));
}

async function start(): Promise<void> {
  const list = (await (await fetch("samples/index.json")).json()) as Sample[];
  for (const { file, title } of list) samples.append(new Option(title, file));
  samples.addEventListener("change", () => void openSample(samples.value));
  element("open").addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    const [file] = picker.files ?? [];
    if (file !== undefined) void openFile(file);
    picker.value = "";
  });
  save.addEventListener("click", () => void attempt(open?.name ?? "", saveOpen));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined) void openFile(file);
  });
  const [first] = list;
  if (first !== undefined) await openSample(first.file);
}

void start();
