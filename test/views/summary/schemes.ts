/** Budgets under every frame of every scheme, so that every kind of rate, limit and part passes through the formulas. */
import { check } from "../../../src/core/check";
import type { Settings } from "../../../src/core/judge/settings";
import { schemes } from "../../../src/schemes";
import { workbookFrom } from "../../../src/workbench/host/convert";
import { bookOf } from "../../excel-host/open";
import type { Sample } from "./samples";

/** Costs per line, yen: small, around the limits of the frames, and large. */
export const SCALES = [137, 9_973, 1_234_567];

export function schemeCases(): Sample[] {
  return schemes
    .filter(({ result }) => result === "subsidy")
    .flatMap((scheme) =>
      scheme.frames.flatMap((frame) =>
        SCALES.map((scale): Sample => {
          const items = [...new Set(scheme.categories.map(({ middle, minor }) => minor ?? middle))];
          const lines = (items.length === 0 ? ["機械装置", "広告"] : items).map((item, index) => [
            item,
            `${item} その${index + 1}`,
            scale * (17 + index * 5) + index,
          ]);
          const budget = [["費目", "品名", "金額"], ...lines];
          const workbook = workbookFrom(bookOf({ 予算明細: budget }));
          const settings: Settings = {
            scheme: scheme.id,
            frame: frame.id,
            employees: 30,
            corporateMembers: 3,
            rate: "2/3",
            requested: 1_000_000,
            ...(scheme.classes[0] === undefined ? {} : { applicant: scheme.classes[0] }),
            ...(scheme.incomeDeducted === undefined ? {} : { income: 5_000 }),
          };
          return { name: `${scheme.id} ${frame.id} ${scale}`, report: check(workbook, schemes, settings), scheme };
        }),
      ),
    );
}
