/** Reports of the samples under the options that their expectations name. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { check } from "../../../src/core/check";
import type { Report } from "../../../src/core/report/report";
import type { Settings } from "../../../src/core/judge/settings";
import type { Scheme } from "../../../src/core/scheme/scheme";
import { schemes } from "../../../src/schemes";
import { SAMPLES, workbookIn } from "../../excel-host/open";

export interface Sample {
  readonly name: string;
  readonly report: Report;
  readonly scheme: Scheme;
}

export const schemeOf = (report: Report): Scheme => schemes.find(({ id }) => id === report.scheme)!;

export const samples = (): Sample[] =>
  SAMPLES.map((path) => {
    const { args } = JSON.parse(readFileSync(path.replace(/\.xlsx$/, ".expected.json"), "utf8")) as { args: string[] };
    const option = (name: string): string | undefined => args[args.indexOf(`--${name}`) + 1];
    const settings: Record<string, unknown> = {};
    for (const name of ["scheme", "frame", "applicant", "tax"])
      if (args.includes(`--${name}`)) settings[name] = option(name);
    for (const [name, key] of [
      ["income", "income"],
      ["employees", "employees"],
      ["corporate-members", "corporateMembers"],
      ["requested", "requested"],
    ] as const)
      if (args.includes(`--${name}`)) settings[key] = Number(option(name));
    const report = check(workbookIn(path), schemes, settings as Settings);
    return { name: basename(path), report, scheme: schemeOf(report) };
  });
