/** Runs in the pane's frame right after office.js: once the library is there, the page can answer it. */
import type { Workbench } from "./shell";

const workbench = (window.parent as Window & { kenzanWorkbench?: Workbench }).kenzanWorkbench;
void Office.onReady(() => workbench?.serve(Excel));
