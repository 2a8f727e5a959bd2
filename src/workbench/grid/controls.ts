/** Names of the grid's own controls, which come as pictures alone: for whoever hears the page instead of seeing it. */
import { words, type GridControl } from "../words";

/** Where the grid draws each of them. */
const CONTROLS: Readonly<Record<GridControl, string>> = {
  cell: '[data-u-comp="defined-name"] input',
  names: '[data-u-comp="defined-name"] a',
  formula: '[data-u-comp="formula-bar"] canvas',
  closeFormula: '[data-u-comp="formula-bar"] button',
  sheetList: 'footer [id^="radix"] [data-u-comp="sheet-bar-append-button"]',
  gridlines: '[data-u-command="sheet.command.toggle-gridlines"]',
  smaller: 'footer [data-u-comp="button"]:first-child',
  larger: 'footer div + [data-u-comp="button"]',
  zoom: 'footer [role="handle"], footer [role="slider"]',
  sheet: 'canvas[id^="univer-sheet-main-canvas"]',
};

const REGION = "section[data-kenzan-region]";

/**
 * Names the controls as they appear.
 * @returns what to call when the language changed, and at the end
 */
export function nameControls(container: HTMLElement): { renew(): void; stop(): void } {
  const name = (): void => {
    const { controls, messages } = words[document.documentElement.lang === "en" ? "en" : "ja"];
    const named = new Set<Element>();
    for (const control of Object.keys(CONTROLS) as GridControl[]) {
      for (const element of container.querySelectorAll(CONTROLS[control])) {
        if (named.has(element) || (element.textContent ?? "").trim() !== "") continue;
        named.add(element);
        if (element.getAttribute("aria-label") !== controls[control])
          element.setAttribute("aria-label", controls[control]);
        if (element instanceof HTMLAnchorElement) element.setAttribute("role", "button");
        if (element instanceof HTMLCanvasElement) element.setAttribute("role", "img");
        // "handle" is no role that anybody knows.
        if (control === "zoom") asSlider(element, container);
      }
    }
    // Its regions for messages come under one and the same name, in English.
    for (const [at, region] of document.querySelectorAll(`section[aria-label^="Notifications"], ${REGION}`).entries()) {
      region.setAttribute("data-kenzan-region", "");
      const label = at === 0 ? messages : `${messages} ${at + 1}`;
      if (region.getAttribute("aria-label") !== label) region.setAttribute("aria-label", label);
    }
    for (const track of container.querySelectorAll('[role="track"]')) track.setAttribute("role", "presentation");
    for (const holder of container.querySelectorAll('footer div[data-slot="dropdown-menu-trigger"]')) {
      holder.removeAttribute("aria-haspopup");
      holder.removeAttribute("aria-expanded");
    }
    for (const point of container.querySelectorAll('footer a[role="button"]'))
      point.setAttribute("aria-hidden", "true");
  };
  let waiting = false;
  const later = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      name();
    });
  };
  const observer = new MutationObserver(later);
  observer.observe(container, { childList: true, subtree: true });
  name();
  return { renew: name, stop: () => observer.disconnect() };
}

function asSlider(element: Element, container: HTMLElement): void {
  const shown = [...container.querySelectorAll('footer [data-u-comp="button"]')]
    .map(({ textContent }) => /^(\d+)%$/.exec(textContent ?? "")?.[1])
    .find((percent) => percent !== undefined);
  const values = { role: "slider", "aria-valuemin": "10", "aria-valuemax": "400", "aria-valuenow": shown ?? "100" };
  for (const [key, value] of Object.entries(values))
    if (element.getAttribute(key) !== value) element.setAttribute(key, value);
}
