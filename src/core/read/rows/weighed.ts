/** A row as the choice of sums takes it: how well each role fits it, and what it sums. */
import { compact } from "../../text/fold";
import type { Cell } from "../../workbook/workbook";
import { CHOSEN_BY_A_PERSON } from "../hypothesis";
import type { Role, Weighed } from "../sums/roles";
import { PLAIN_LINE, weigh, type RowEvidence } from "./detectors";
import type { Draft } from "./draft";
import type { ChosenRow } from "./table-rows";
import type { RowView } from "./view";

/** A row whose price times count is its amount, and of which nothing says otherwise: most rows are so, and cost little. */
export class PlainLine implements Weighed {
  constructor(
    readonly row: number,
    readonly yen: number,
    private readonly text: Cell | undefined,
  ) {}

  get scores(): RowEvidence["scores"] {
    return PLAIN_LINE.scores;
  }

  get best(): Role {
    return "line";
  }

  get margin(): number {
    return Infinity;
  }

  get options(): readonly Role[] {
    return PLAIN_LINE.options;
  }

  get isIndented(): boolean {
    return this.text !== undefined && INDENTED.test(this.text.value as string);
  }

  get sums(): null {
    return null;
  }

  get label(): string {
    return "";
  }

  get onlyCategory(): boolean {
    return false;
  }

  get saysAll(): boolean {
    return false;
  }

  get saysInclusive(): boolean {
    return false;
  }
}

export function weighedOf(view: RowView | PlainLine, draft: Draft): Weighed {
  if (view instanceof PlainLine) return view;
  const evidence = weigh(view);
  draft.evidence = evidence;
  const { scores, best, margin, options } = evidence;
  return {
    row: view.row,
    yen: view.yen,
    scores,
    best,
    margin,
    options,
    sums: view.formula?.sums ?? null,
    label: view.senses.length === 0 ? "" : compact(view.texts.slice(0, view.senses.length).join("")),
    onlyCategory: view.category !== null,
    saysAll: view.senses.some(
      ({ total }) => total !== null && total.rank >= 3 && total.category === null && total.named,
    ),
    saysInclusive: view.texts.some((text) => text.includes("税込")),
  };
}

export const isPriced = (view: RowView | PlainLine): boolean => view instanceof PlainLine || view.figures > 0;

const MEANT: Readonly<Record<ChosenRow["as"], readonly Role[]>> = {
  line: ["line"],
  subtotal: ["total", "head"],
  skip: ["skip"],
};

/** The same row, as a person said it is: only whether a sum stands above or below its lines is left open. */
export function asChosen(row: Weighed, as: ChosenRow["as"]): Weighed {
  const options = MEANT[as];
  const scores = { ...row.scores };
  for (const role of options) scores[role] += CHOSEN_BY_A_PERSON;
  const [best] = [...options].sort((a, b) => scores[b] - scores[a]) as [Role];
  const { yen, sums, label, onlyCategory, saysAll, saysInclusive } = row;
  return {
    ...{ row: row.row, yen, sums, label, onlyCategory, saysAll, saysInclusive },
    ...{ scores, best, options, margin: options.length > 1 ? 0 : Infinity },
  };
}

export const INDENTED = /^[\s\u3000]+\S|^[└├・∟↳•]|^[-－–—→>＞]\s/;
