/** Whom a whole table is paid to, where no column says it: 委託先：株式会社洞海ウェブ 制作費内訳 above it. */
import { oneLine } from "../../text/fold";
import type { Table, TextAbove } from "../tables/table";
import { withoutNumbering } from "../words/categories";
import { isFirm } from "../words/firms";
import { headerOf } from "../words/headers";

const LABELLED = /^([^:：]{2,12})[:：]\s*(.+)$/;
/** 開発委託費内訳（委託先：株式会社洞海ウェブ、税抜） */
const BRACKETS = /[(（]([^()（）]*)[)）]/g;
/** 株式会社 洞海ウェブ: the blank parts no name. */
const FORM_ALONE = /^(?:(?:株式|有限|合同|合資)会社|[㈱㈲]|一般(?:社団|財団)法人)$/;
const HONORIFIC = /(?:御中|様)$/;

/** The firm that the texts above a table, nearest first, name as its payee, in one cell or in two; null where none does. */
export function payeeAbove({ above }: Table): string | null {
  for (const text of above) {
    const within = [...text.text.matchAll(BRACKETS)].map(([, remark]) => remark as string);
    const values = [withoutNumbering(text.text), ...within].map((said) => {
      const [, label, value] = LABELLED.exec(oneLine(said)) ?? [];
      return label !== undefined && isOfPayee(label) ? value : undefined;
    });
    for (const value of [...values, besideLabel(text, above)]) {
      const name = value === undefined ? null : nameIn(value);
      if (name !== null) return name;
    }
  }
  return null;
}

const isOfPayee = (label: string): boolean => headerOf(label)?.fields[0] === "vendor";

/** 委託先 | 株式会社洞海ウェブ */
const besideLabel = (label: TextAbove, above: readonly TextAbove[]): string | undefined =>
  isOfPayee(withoutNumbering(label.text))
    ? above.find(({ row, column }) => row === label.row && column > label.column)?.text
    : undefined;

function nameIn(said: string): string | null {
  const [first = "", second = ""] = said.trim().split(/[\s\u3000、,]+/);
  const name = (FORM_ALONE.test(first) ? `${first}${second}` : first).replace(HONORIFIC, "");
  return isFirm(name) ? name : null;
}
