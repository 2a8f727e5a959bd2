/**
 * Microsoft's own office.js for Excel, unmodified, in the realm of the test: each call loads a library of its own, wired
 * to the given host. Only `Office.context` is ours, since its loader needs a browser.
 */
import { readFileSync } from "node:fs";
import { catalogueOf } from "../../src/workbench/host/catalogue";
import type { ExcelHost } from "../../src/workbench/host/host";

const SOURCE = readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js"), "utf8");
/** In a page the variables of a script are properties of the window; here they must exist there to become so. */
const VARIABLES = [...SOURCE.matchAll(/^var (\w+)/gm)].map(([, name]) => name as string);
/** Compiled once: what each host gets is run anew. */
const evaluate = new Function("window", `with (window) { ${SOURCE}\nreturn { Excel, OfficeExtension, Office }; }`);

export interface Library {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly Office: typeof Office;
}

/** @param apiVersion the highest ExcelApi requirement set that this Excel has */
export function loadLibrary(host: ExcelHost, apiVersion = "1.14"): Library {
  const page: Record<string, unknown> = {
    _richApiNativeBridge: host.bridge,
    location: { href: "http://localhost/", protocol: "http:", hostname: "localhost", search: "", hash: "" },
    navigator: { userAgent: "test" },
    addEventListener: () => undefined,
    setTimeout,
    clearTimeout,
    console,
    document: {
      URL: "http://localhost/",
      addEventListener: () => undefined,
      getElementsByTagName: () => [],
      createElement: () => ({ style: {}, setAttribute: () => undefined }),
    },
  };
  page["window"] = page;
  for (const name of VARIABLES) page[name] ??= undefined;
  const context = {
    host: "Excel",
    platform: "PC",
    displayLanguage: "ja-JP",
    contentLanguage: "ja-JP",
    requirements: {
      isSetSupported: (name: string, version = "1.1") =>
        name === "ExcelApi" && Number(version.split(".")[1]) <= Number(apiVersion.split(".")[1]),
    },
  };
  const loader = {
    _OfficeAppFactory: {
      getContext: () => context,
      getHostInfo: () => ({ hostType: "excel", hostPlatform: "win32", flags: 0 }),
    },
  };
  page["OSF"] = loader;
  const library = evaluate(page) as Library;
  page["Office"] = library.Office;
  host.serve(catalogueOf(library.Excel));
  return library;
}
