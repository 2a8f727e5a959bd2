/** A table as it stands on its sheet: where its header, its rows and its columns are. */
import { Grid } from "../../workbook/grid";
import type { TableObject } from "../../workbook/workbook";
import type { Header } from "../words/headers";

export interface HeaderColumn {
  readonly column: number;
  /** Last column of a header merged over several; usually the column itself. */
  readonly right: number;
  /** As shown: the header cells above each other, joined; words in kana as those they spell. */
  readonly text: string;
  readonly meaning: Header | null;
}

export interface TextAbove {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Figures stand beside it, as beside 収入 above the months of what is spent: it names no table. */
  readonly labelsFigures: boolean;
}

export interface Table {
  readonly grid: Grid;
  readonly headerTop: number;
  readonly headerBottom: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly left: number;
  readonly right: number;
  readonly columns: readonly HeaderColumn[];
  readonly title: string | null;
  /** Texts between the table above and this one, nearest first. */
  readonly above: readonly TextAbove[];
  /** Rows inside that repeat the header, as on each printed page. */
  readonly repeatedHeaders: ReadonlySet<number>;
  readonly object: TableObject | null;
}
