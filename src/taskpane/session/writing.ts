/** What the pane writes into the workbook at a person's word: checked after, and taken back with one press. */
import { cellAt, columnNumber, type Cell, type CellValue, type Workbook } from "../../core/workbook/workbook";
import type { CellWrite } from "../../excel/fix";
import type { Host } from "../host";
import { addedRow, type AddedRow, type NewPerson } from "../labour/addRow";
import type { Checking } from "./checking";
import { placeOf } from "./place";
import type { Notice } from "./state";
import type { Store } from "./store";

interface Parts {
  readonly host: Host;
  readonly store: Store;
  readonly checking: Checking;
}

export const writing = ({ host, store, checking }: Parts) => ({
  /** Adds the sheets of the scheme in force, and reads the workbook with them. */
  insertTemplate: () =>
    store.doing("template", async (signal) => {
      const { report } = store.state;
      if (report === null) return;
      const names = await host.insertTemplate(report.scheme);
      await checking.anew(signal);
      store.set({ notice: { did: "inserted", subject: names[0] ?? null, undo: null } });
    }),

  /** Adds the sheet with the hourly rates as formulas, and offers to take it away again. */
  writeLabourBasis: () =>
    store.doing("basis", async (signal) => {
      const { report } = store.state;
      if (report === null) return;
      const { sheets, takeBack } = await host.insertLabourBasis(report);
      const subject = sheets[0] ?? "";
      const undo = () =>
        store.doing("basis", async (again) => {
          await takeBack();
          await checking.anew(again);
          store.set({ notice: { did: "undone", subject, undo: null } });
        });
      await checking.anew(signal);
      store.set({ notice: { did: "summarised", subject, undo } });
    }),
  /** Writes a person who is not in the labour sheet yet below the last one; where no row is free, one is put in. */
  addPerson: (person: NewPerson) =>
    store.doing("fix", async (signal) => {
      const done: (() => Promise<void>)[] = [];
      const added = (): AddedRow => {
        const { workbook, report } = store.state;
        return workbook === null || report === null
          ? { obstacle: "no-table" }
          : addedRow(workbook, report.reading, person);
      };
      let result = added();
      if ("obstacle" in result && result.obstacle === "no-room") {
        done.push(await host.insertRow(result.sheet, result.row));
        await checking.anew(signal);
        result = added();
      }
      const takeBack = async (again: AbortSignal) => {
        for (const one of done.toReversed()) await one();
        await checking.anew(again);
      };
      if ("obstacle" in result) {
        if (done.length > 0) await takeBack(signal);
        signal.throwIfAborted();
        return;
      }
      const subject = placeOf(result.writes[0]);
      const undo = () =>
        store.doing("fix", async (again) => {
          await takeBack(again);
          store.set({ notice: { did: "undone", subject, undo: null } });
        });
      const seen = store.state.workbook;
      try {
        for (const write of result.writes) done.push(await host.applyFix(write, valueAt(seen, write)));
        await host.select(result.sheet, result.writes[0]?.cell ?? null);
      } finally {
        await checking.anew(signal);
        store.set({ notice: { did: "rowAdded", subject, count: done.length, undo } });
      }
    }),
  /** Writes one or several fixes, shows the first, checks again, and offers to take back each, and all of them. */
  applyFixes: (fixes: readonly CellWrite[]) =>
    store.doing("fix", async (signal) => {
      const done: Written[] = [];
      try {
        const seen = store.state.workbook;
        for (const fix of fixes)
          done.push({
            fix,
            before: cellOf(seen, fix)?.value ?? null,
            takeBack: await host.applyFix(fix, valueAt(seen, fix)),
          });
        const [first] = fixes;
        if (first !== undefined) await host.select(first.sheet, first.cell);
      } finally {
        // Where one is refused, those before it are written: they are checked, and can be taken back.
        if (done.length > 0) {
          await checking.anew(signal);
          store.set({ notice: fixed(done, { store, checking }) });
        }
      }
    }),
});

interface Written {
  readonly fix: CellWrite;
  readonly before: CellValue;
  takeBack(): Promise<void>;
}

/** Tells what was written, the last taken back first. */
function fixed(written: readonly Written[], parts: Omit<Parts, "host">): Notice {
  const undo = (those: readonly Written[]) =>
    parts.store.doing("fix", async (signal) => {
      for (const { takeBack } of those.toReversed()) await takeBack();
      await parts.checking.anew(signal);
      const left = written.filter((one) => !those.includes(one));
      const undone = { did: "undone", subject: placeOf(those[0]?.fix), count: those.length, undo: null } as const;
      parts.store.set({ notice: left.length === 0 ? undone : fixed(left, parts) });
    });
  return {
    did: "fixed",
    subject: placeOf(written[0]?.fix),
    count: written.length,
    changed: written.map((one) => {
      const { sheet, cell, value } = one.fix;
      return { sheet, cell, before: one.before, after: value, undo: () => undo([one]) };
    }),
    undo: () => undo(written),
  };
}

/** What a cell held when the workbook was read; undefined for a formula, which other cells change. */
function valueAt(workbook: Workbook | null, write: CellWrite): CellValue | undefined {
  const found = cellOf(workbook, write);
  return found === null ? null : found?.formula === null ? found.value : undefined;
}

/** null: nothing; undefined where there is no such sheet. */
function cellOf(workbook: Workbook | null, { sheet: name, cell }: CellWrite): Cell | null | undefined {
  const sheet = workbook?.sheets.find((one) => one.name === name);
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return sheet === undefined || row === "" ? undefined : (cellAt(sheet, Number(row), columnNumber(letters)) ?? null);
}
