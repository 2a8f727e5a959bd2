/** One application in the browser: sends each decision with what was seen before it; where somebody was quicker, theirs is shown. */
import type { Verdict } from "../../core/desk/subject";

interface Given {
  readonly name: string;
  readonly saved: string;
  readonly other: string;
  readonly noName: string;
  readonly failed: string;
}

interface Held {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by: string;
  readonly revision: number;
}

const given = JSON.parse(document.getElementById("words")?.textContent ?? "{}") as Given;
const by = document.getElementById("by") as HTMLInputElement;
const workbench = document.getElementById("workbench") as HTMLAnchorElement | null;

/** Where a browser keeps who decides; one that keeps nothing asks again. */
const KEY = "kenzan.desk.name";
try {
  by.value = localStorage.getItem(KEY) ?? "";
} catch {
  by.value = "";
}
by.addEventListener("change", () => {
  try {
    localStorage.setItem(KEY, by.value);
  } catch {
    // It is asked for again.
  }
});

workbench?.addEventListener("click", (event) => {
  if (by.value.trim() === "") {
    event.preventDefault();
    alert(given.noName);
    by.focus();
    return;
  }
  workbench.href = `${workbench.href.replace(/\?.*$/, "")}?by=${encodeURIComponent(by.value.trim())}`;
  // Whoever comes back from there sees what was decided there, unless words would be lost that were not recorded yet.
  document.onvisibilitychange = () => {
    const memos = [...document.querySelectorAll<HTMLInputElement>("[data-reason]")];
    const isTold = memos.every((memo) => memo.value === memo.defaultValue);
    if (document.visibilityState === "visible" && isTold) location.reload();
  };
});

const reasonOf = (card: HTMLElement): HTMLInputElement => card.querySelector("[data-reason]") as HTMLInputElement;

function show(card: HTMLElement, { verdict, reason, revision }: Held): void {
  card.dataset["seen"] = String(revision);
  reasonOf(card).value = reasonOf(card).defaultValue = reason;
  for (const button of card.querySelectorAll("button"))
    button.setAttribute("aria-pressed", String(button.dataset["verdict"] === verdict));
}

async function decide(card: HTMLElement, verdict: string): Promise<void> {
  const told = card.querySelector(".told") as HTMLElement;
  const say = (text: string, isOther: boolean): void => {
    told.textContent = text;
    told.classList.toggle("other", isOther);
  };
  if (by.value.trim() === "") {
    say(given.noName, true);
    return by.focus();
  }
  const decision = {
    application: given.name,
    subject: card.dataset["subject"],
    verdict,
    reason: reasonOf(card).value,
    by: by.value,
    seen: Number(card.dataset["seen"]),
  };
  try {
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch("../decisions", { method: "POST", headers, body: JSON.stringify(decision) });
    if (answer.status !== 200 && answer.status !== 409) return say(given.failed, true);
    const held = (await answer.json()) as Held;
    show(card, held);
    if (answer.status === 200) say(given.saved, false);
    else say(`${given.other} (${held.by})`, true);
  } catch {
    say(given.failed, true);
  }
}

document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>("button[data-verdict]");
  const card = button?.closest<HTMLElement>("article");
  if (button != null && card != null) void decide(card, button.dataset["verdict"] ?? "");
});
