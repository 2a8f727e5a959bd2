/** Templates, filled in and calculated by LibreOffice, against the engine. Needs LibreOffice; skipped without it. */
import { check } from "../../src/core/check";
import type { Scheme } from "../../src/core/scheme/scheme";
import { readWorkbook } from "../../src/ooxml/read";
import { schemes } from "../../src/schemes";
import { templateBook } from "../../src/template/book";
import { templateBytes } from "../../src/template/xlsx";
import { fill, type Filling } from "./fill";
import { libreOffice, recalculate } from "./libreOffice";

/** Each frame once: the first of a scheme with a small budget that must check clean, the others up to their limits. */
const cases = schemes.flatMap((scheme) =>
  scheme.frames.map((frame, index): [string, Scheme, Filling] => {
    const isFirst = index === 0;
    const sizes = isFirst ? { employees: 3, scale: 1 } : { employees: 30, scale: 40, deficit: true };
    return [`${scheme.id}-${frame.id}`, scheme, { frame, applicant: scheme.classes[0]!, ...sizes }];
  }),
);

const filled = new Map(
  cases.map(([name, scheme, filling]) => [name, templateBytes(fill(templateBook(scheme), scheme, filling))]),
);
const empty = new Map(schemes.map((scheme) => [`${scheme.id}-empty`, templateBytes(templateBook(scheme))]));
const calculated =
  libreOffice === undefined ? new Map<string, Uint8Array>() : recalculate(new Map([...filled, ...empty]));

(libreOffice === undefined ? describe.skip : describe)("calculated by LibreOffice", () => {
  test.each(cases)(
    "%s: the workbook's own figure is the engine's, and the small budget checks clean",
    (name, scheme, filling) => {
      const report = check(readWorkbook(calculated.get(name)!), schemes);
      expect(report.scheme).toBe(scheme.id);
      if (scheme.result === "asset-qualification") return;
      expect(report.frame).toBe(filling.frame.id);
      const errors = report.findings.filter(({ severity }) => severity === "error");
      if (filling.scale === 1) {
        const serious = report.findings.filter(
          ({ severity, rule }) => severity !== "info" && rule !== "subsidy/below-floor",
        );
        expect(serious).toEqual([]);
      }
      expect(errors.map(({ rule }) => rule)).not.toContain("subsidy/requested");
      if (scheme.result === "subsidy" && report.subsidy?.amount !== null)
        expect(report.subsidy?.requested).toBe(report.subsidy?.amount);
    },
  );

  test.each(schemes.map(({ id }) => id))("%s: an empty template holds no error value", (id) => {
    const values = readWorkbook(calculated.get(`${id}-empty`)!)
      .sheets.flatMap(({ rows }) => rows)
      .flatMap(({ cells }) => cells)
      .map(({ value }) => value);
    expect(values.filter((value) => typeof value === "object" && value !== null)).toEqual([]);
  });
});
