/**
 * Runs in the pane's frame before office.js: tells Microsoft's library that it is in Excel, and gives it the page's host
 * to talk to. The pane itself is the very one that runs in Excel.
 */
import type { PaneKept } from "../../taskpane/host";
import type { Bridge } from "../host/host";

/** What the page offers to the frame. */
export interface Workbench {
  readonly bridge: Bridge;
  /** `Office.context.document.settings` of the open workbook. */
  readonly settings: Map<string, string>;
  readonly language: string;
  readonly pane: PaneKept;
  /** Called once the library is loaded, with its `Excel` namespace. */
  serve(library: object): void;
}

declare global {
  interface Window {
    kenzanWorkbench?: Workbench;
    kenzanPane?: PaneKept;
    _richApiNativeBridge?: Bridge;
  }
}

/** The npm library stops here. */
const REQUIREMENTS = { ExcelApi: ["1.15"], RichApiRuntime: ["1.2"], RichApiRuntimeFlag: ["1.2"] };
const APP_EXCEL = 1;
const READ_WRITE = 1;

function install(workbench: Workbench): void {
  const { bridge, settings, language, pane } = workbench;
  window._richApiNativeBridge = bridge;
  window.kenzanPane = pane;
  const context = {
    GetAppType: () => APP_EXCEL,
    GetSolutionRef: () => "kenzan",
    GetAppVersionMajor: () => "16.00",
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => language,
    GetAppDataLocale: () => language,
    GetDocUrl: () => "workbook.xlsx",
    GetAppCapabilities: () => READ_WRITE,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetInstanceId: () => "workbench",
    GetCorrelationId: () => "workbench",
    GetSupportedMatrix: () => JSON.stringify(REQUIREMENTS),
    GetHostFullVersion: () => "16.0.19000.20000",
    GetTouchEnabled: () => false,
    // No theme of Excel's: the pane follows the browser.
    GetOfficeThemeInfo: () => "{}",
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, value] of settings) {
          keys.push(key);
          values.push(value);
        }
      },
      Write(keys: string[], values: string[]) {
        settings.clear();
        keys.forEach((key, index) => settings.set(key, values[index] ?? ""));
      },
    }),
  };
  const external = {
    GetHostInfo: () => `Excel$Win32$16.01$${language}$$$$0`,
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute: (_id: number, _parameters: unknown, answer?: (result: unknown[]) => void) =>
      answer?.([5001, "not offered"]),
    RegisterEvent: (_id: number, _target: unknown, _handler: unknown, answer?: (status: number) => void) => answer?.(0),
    UnregisterEvent: (_id: number, _target: unknown, answer?: (status: number) => void) => answer?.(0),
  };
  Object.defineProperty(window, "external", { value: external, configurable: true, writable: true });
}

const workbench = (window.parent as Window).kenzanWorkbench;
if (workbench !== undefined) install(workbench);
