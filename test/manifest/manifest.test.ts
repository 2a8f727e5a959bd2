/** @jest-environment jsdom */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");
const source = readFileSync(path.join(root, "manifest.xml"), "utf8");
const manifest = new DOMParser().parseFromString(source, "application/xml");

const all = (parent: Document | Element, name: string): Element[] => [...parent.getElementsByTagName(name)];
const children = (parent: Element): Element[] => [...parent.children];
const one = (name: string, parent: Document | Element = manifest): Element => {
  const found = all(parent, name);
  expect(found).toHaveLength(1);
  return found[0]!;
};
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? "";
const app = manifest.documentElement;
const resources = one("Resources");

/** Excel reads the elements as a sequence: one in the wrong place and the add-in does not load. */
const ORDER: Record<string, readonly string[]> = {
  OfficeApp: [
    "Id", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl", "HighResolutionIconUrl",
    "SupportUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings", "Permissions", "VersionOverrides",
  ],
  VersionOverrides: ["Hosts", "Resources"],
  Host: ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action", "Enabled"],
  Supertip: ["Title", "Description"],
  Action: ["TaskpaneId", "SourceLocation", "FunctionName"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
}; // prettier-ignore

test.each(Object.entries(ORDER))("%s holds its elements in the order of the schema", (name, order) => {
  const found = all(manifest, name);
  expect(found.length).toBeGreaterThan(0);
  for (const element of found) {
    const places = children(element).map((child) => order.indexOf(child.tagName));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});

test("identity, host and the Excel it needs", () => {
  expect(one("Id", app).textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(one("Version", app).textContent).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  expect(one("DefaultLocale", app).textContent).toBe("ja-JP");
  expect(one("Permissions", app).textContent).toBe("ReadWriteDocument");
  const sets = all(manifest, "Set").map((set) => `${attribute(set, "Name")} ${attribute(set, "MinVersion")}`);
  expect(sets).toEqual(["ExcelApi 1.14", "SharedRuntime 1.1"]);
});

test("every resid names one resource of the right kind, and no resource is left over", () => {
  const kind: Record<string, string> = {
    "bt:Image": "bt:Image", LearnMoreUrl: "bt:Url", Runtime: "bt:Url", FunctionFile: "bt:Url", SourceLocation: "bt:Url",
    Title: "short", Label: "short", Description: "long",
  }; // prettier-ignore
  const strings = (list: string) => children(one(list, resources)).map((element) => attribute(element, "id"));
  const ids: Record<string, readonly string[]> = {
    "bt:Image": strings("bt:Images"),
    "bt:Url": strings("bt:Urls"),
    short: strings("bt:ShortStrings"),
    long: strings("bt:LongStrings"),
  };
  const used = new Set<string>();
  const visit = (element: Element): void => {
    const resid = attribute(element, "resid");
    if (resid !== "") {
      expect(ids[kind[element.tagName]!]).toContain(resid);
      used.add(resid);
    }
    children(element).forEach(visit);
  };
  visit(app);
  const every = Object.values(ids).flat();
  expect(new Set(every).size).toBe(every.length);
  expect([...used].sort()).toEqual([...every].sort());
  for (const id of every) expect(id.length).toBeLessThanOrEqual(32);
});

test("every text is Japanese, has its English, and fits", () => {
  const limits: Record<string, number> = { DisplayName: 125, Description: 250, ShortString: 125, LongString: 250 };
  const texts: [Element, number][] = [
    [one("DisplayName"), limits["DisplayName"]!],
    [children(app).find((child) => child.tagName === "Description")!, limits["Description"]!],
    ...children(one("bt:ShortStrings")).map((element): [Element, number] => [element, limits["ShortString"]!]),
    ...children(one("bt:LongStrings")).map((element): [Element, number] => [element, limits["LongString"]!]),
  ];
  for (const [element, limit] of texts) {
    const japanese = attribute(element, "DefaultValue");
    const english = children(element).map(
      (override) => [attribute(override, "Locale"), attribute(override, "Value")] as const,
    );
    expect(japanese).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    expect(english.map(([locale]) => locale)).toEqual(["en-US"]);
    for (const value of [japanese, ...english.map(([, words]) => words)]) {
      expect(value.length).toBeGreaterThan(0);
      expect(value.length).toBeLessThanOrEqual(limit);
    }
  }
});

test("every icon exists and has the size it is named for", () => {
  const urls = [
    ...all(resources, "bt:Image").map(
      (image) => [attribute(image, "id").split(".")[1]!, attribute(image, "DefaultValue")] as const,
    ),
    ["32", attribute(one("IconUrl"), "DefaultValue")] as const,
    ["64", attribute(one("HighResolutionIconUrl"), "DefaultValue")] as const,
  ];
  for (const [size, url] of urls) {
    const file = path.join(root, new URL(url).pathname);
    expect(existsSync(file)).toBe(true);
    const png = readFileSync(file);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(size), Number(size)]);
  }
  for (const image of all(manifest, "Control").flatMap((control) => all(control, "bt:Image"))) {
    expect(attribute(image, "resid")).toMatch(new RegExp(`\\.${attribute(image, "size")}$`));
  }
});

test("all addresses are https and of one host, which the build can replace", () => {
  const addresses = source.match(/DefaultValue="https?:[^"]*"/g)!;
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of addresses) expect(address).toContain('"https://localhost:3000/');
});

test("the ribbon offers the three commands, each with a function of its name", () => {
  expect(all(manifest, "FunctionName").map((name) => name.textContent)).toEqual([
    "check",
    "clearMarks",
    "writeSummary",
  ]);
});
