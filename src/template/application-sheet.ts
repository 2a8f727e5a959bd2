/** 申請情報: who applies for what, and the sum that follows. */
import { sourceText } from "../core/scheme/describe";
import type { RatioLimit, Scheme } from "../core/scheme/scheme";
import type { Source } from "../core/scheme/terms";
import { clauseWords } from "../schemes/wording";
import type { Asks } from "./asks";
import type { BudgetSheet } from "./budget-sheet";
import type { IncomeSheet } from "./income-sheet";
import { classLabel, itemLabels, labelsOf } from "./items";
import type { InputCheck, Role, TemplateSheet } from "./model";
import { SheetBuilder } from "./sheet";
import { amountFormula, capFormula, exactFormula, rateFormula, type Inputs } from "./subsidy-formula";

const APPLICATION = "申請情報";
const LABEL = 1;
const VALUE = 2;

/** The rows that are asked, in order; what others refer to is known before the sheet is laid out. */
interface ApplicationPlan {
  readonly rows: readonly Entry[];
  /** "申請情報!$B$7" of an entry; undefined when the scheme does not ask it. */
  readonly at: (id: EntryId) => string | undefined;
}

type EntryId =
  | "scheme"
  | "title"
  | "applicantName"
  | "frame"
  | "class"
  | "tax"
  | "start"
  | "employees"
  | "members"
  | "deficit"
  | "rate";

interface Entry {
  readonly id: EntryId;
  readonly label: string;
  readonly role: Role;
  readonly value: string | null;
  readonly check: Pick<InputCheck, "allow" | "prompt"> | null;
}

const FIRST = 4;

export function planApplication(scheme: Scheme, asks: Asks): ApplicationPlan {
  const rows = entriesOf(scheme, asks);
  return {
    rows,
    at: (id) => {
      const index = rows.findIndex((entry) => entry.id === id);
      return index < 0 ? undefined : `${APPLICATION}!$B$${String(FIRST + index)}`;
    },
  };
}

/** Where the applicant may choose how amounts are stated. */
export const taxChoiceOf = (scheme: Scheme, plan: ApplicationPlan): string | null =>
  scheme.tax.treatment === "exclusive" ? (plan.at("tax") ?? null) : null;

function entriesOf(scheme: Scheme, asks: Asks): Entry[] {
  const cited = (source: Source | undefined) =>
    source?.clause === undefined ? "" : `(${clauseWords(sourceText(source), "ja")})`;
  const frameSource = scheme.frames[0];
  const list = (options: readonly string[], prompt: string): Entry["check"] => ({
    allow: { kind: "list", options },
    prompt,
  });
  const whole = (prompt: string): Entry["check"] => ({ allow: { kind: "whole", least: 0 }, prompt });
  const inclusive = scheme.tax.treatment === "inclusive";
  const period = scheme.period;
  const entries: (Entry | false)[] = [
    { id: "scheme", label: "補助金名", role: "fixed", value: scheme.name.ja, check: null },
    { id: "title", label: "補助事業名", role: "input", value: null, check: null },
    { id: "applicantName", label: "申請者名", role: "input", value: null, check: null },
    scheme.result !== "asset-qualification" && {
      id: "frame",
      label: "申請枠",
      role: "input",
      value: null,
      check: list(
        scheme.frames.map(({ name }) => name.ja),
        `申請する枠を選んでください${cited(frameSource)}。`,
      ),
    },
    {
      id: "class",
      label: "申請者区分",
      role: "input",
      value: null,
      check: list(
        scheme.classes.map((word) => classLabel(scheme, word)),
        `申請者の区分を選んでください${cited(frameSource)}。`,
      ),
    },
    {
      id: "tax",
      label: "消費税の取扱い",
      role: inclusive ? "fixed" : "input",
      value: inclusive ? "税込" : "税抜",
      check: inclusive
        ? null
        : list(
            ["税抜", "税込(免税・簡易課税など)"],
            `課税事業者は「税抜」です。免税・簡易課税などの場合は「税込」を選べます${cited(scheme.tax)}。`,
          ),
    },
    asks.start &&
      period !== null && {
        id: "start",
        label: "事業開始日",
        role: "inputDate",
        value: null,
        check: {
          allow: { kind: "date", from: period.from, to: period.to },
          prompt: `${period.from} から ${period.to} までの日付を記入してください${cited(period)}。`,
        },
      },
    asks.employees && {
      id: "employees",
      label: "従業員数",
      role: "inputNumber",
      value: null,
      check: whole(
        `常時使用する従業員の数を記入してください。上限額が決まります${cited(frameSource?.sources?.cap ?? frameSource)}。`,
      ),
    },
    asks.members && {
      id: "members",
      label: "構成員数(法人)",
      role: "inputNumber",
      value: null,
      check: whole(
        `構成員のうち法人の数を記入してください${cited(scheme.rules["applicant/members"] ?? frameSource)}。`,
      ),
    },
    asks.deficit && {
      id: "deficit",
      label: "赤字事業者",
      role: "input",
      value: "いいえ",
      check: list(["はい", "いいえ"], `赤字の事業者は率が変わる枠があります${cited(frameSource)}。`),
    },
    asks.rate && {
      id: "rate",
      label: "補助率",
      role: "inputText",
      value: null,
      check: list(
        ["1/3", "1/2", "2/3", "3/4", "1/1"],
        "この制度の率は原典に記載がありません。公募要領で確かめて選んでください。",
      ),
    },
  ];
  return entries.filter((entry) => entry !== false);
}

export function applicationSheet(
  scheme: Scheme,
  plan: ApplicationPlan,
  budget: BudgetSheet,
  income: IncomeSheet | null,
): TemplateSheet {
  const builder = new SheetBuilder(APPLICATION);
  builder.put(1, LABEL, "title", APPLICATION);
  builder.put(2, LABEL, "note", "※黄色の欄に記入してください。灰色の欄は自動で計算されます。");
  plan.rows.forEach((entry, index) => {
    const row = FIRST + index;
    builder.put(row, LABEL, "label", entry.label).put(row, VALUE, entry.role, entry.value);
    if (entry.check !== null) builder.check(row, row, VALUE, entry.check.allow, entry.check.prompt);
  });
  let row = FIRST + plan.rows.length + 1;
  if (scheme.result === "subsidy") row = calculation(builder, scheme, plan, budget, income, row);
  else {
    builder.put(row, LABEL, "label", "取得価額の合計").compute(row, VALUE, "computedNumber", budget.total, 0);
    row += 2;
  }
  const items = itemLabels(scheme);
  if (items.length > 0) {
    builder.put(row, LABEL, "heading", "費目ごとの内訳");
    for (const { label } of items) {
      row += 1;
      builder.put(row, LABEL, "label", label).compute(row, VALUE, "computedNumber", budget.sumOf([label]), 0);
    }
    row += 2;
  }
  builder.notes(row, notesOf(scheme));
  return builder.build({ widths: [30, 52], headerRow: null, orientation: "portrait" });
}

/** From the total to the figure that may be applied for, one step a row. Returns the next free row. */
function calculation(
  builder: SheetBuilder,
  scheme: Scheme,
  plan: ApplicationPlan,
  budget: BudgetSheet,
  income: IncomeSheet | null,
  from: number,
): number {
  const labels = itemLabels(scheme);
  let row = from;
  const add = (label: string, role: Role, formula: string, shown: string | number): string => {
    row += 1;
    builder.put(row, LABEL, "label", label).compute(row, VALUE, role, formula, shown);
    return `$B$${String(row)}`;
  };
  builder.put(row, LABEL, "heading", "補助金の計算");
  const total = add("補助対象経費合計", "computedNumber", budget.total, 0);
  const earned = income === null ? null : add("差し引く収入", "computedNumber", income.earned, 0);
  const [ratio] = scheme.ratios;
  const local = (cell: string | undefined) => cell?.replace(`${APPLICATION}!`, "");
  const asked = {
    frame: local(plan.at("frame")) ?? "",
    applicant: local(plan.at("class")) ?? "",
    ...optional("employees", local(plan.at("employees"))),
    ...optional("members", local(plan.at("members"))),
    ...optional("deficit", local(plan.at("deficit"))),
    ...optional("rate", local(plan.at("rate"))),
  };
  // The cap stands before what the equipment limit makes of it, so that every formula looks upward.
  const cap = add("上限額", "computedNumber", capFormula(scheme, { ...asked, base: "", cap: "", exact: "" }), "");
  const base = basis(
    ratio,
    { total, earned, cap },
    (names) => budget.sumOf(names),
    add,
    (limit) => limit.middles.flatMap((middle) => labelsOf(labels, { middle, ...optional("minor", limit.minor) })),
  );
  const inputs: Inputs = { ...asked, base, cap, exact: "" };
  if (asked.rate === undefined) add("補助率", "computed", rateFormula(scheme, inputs), "");
  const exact = add("率を掛けた額", "computedNumber", exactFormula(scheme, inputs, labels, budget.sumOf), "");
  add("補助金交付申請額", "result", amountFormula(scheme, { ...inputs, exact }), "");
  builder.check(
    row,
    row,
    VALUE,
    { kind: "any" },
    "計算した上限の額です。これより少なく申請するときは、数字を上書きしてください。",
  );
  return row + 2;
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, string>>);
}

type Add = (label: string, role: Role, formula: string, shown: string | number) => string;

/** The cost that the rate applies to: shares limited, income deducted. */
function basis(
  limit: RatioLimit | undefined,
  { total, earned, cap }: { readonly total: string; readonly earned: string | null; readonly cap: string },
  sumOf: (labels: readonly string[]) => string,
  add: Add,
  labelsOfLimit: (limit: RatioLimit) => readonly string[],
): string {
  const less = earned === null ? "" : `-${earned}`;
  if (limit === undefined) return add("計算の基になる額", "computedNumber", `MAX(0,${total}${less})`, 0);
  const [top = "1", bottom = "1"] = limit.max.split("/");
  const name = limit.minor ?? limit.middles.join("・");
  const own = add(`うち${name}`, "computedNumber", sumOf(labelsOfLimit(limit)), 0);
  const rest = `(${total}-${own}${less})`;
  const ofGrant = limit.bases[0]?.of === "grant";
  const most = ofGrant
    ? `MAX(0,MIN(${own},INT(${rest}*${top}/(${bottom}-${top})),IF(${cap}="",0,INT(${cap}*${top}/${bottom}))))`
    : `MIN(${own},INT(${rest}*${top}/${bottom}))`;
  const allowed = add(`認められる${name}`, "computedNumber", most, 0);
  return add("計算の基になる額", "computedNumber", `MAX(0,${rest}+${allowed})`, 0);
}

function notesOf(scheme: Scheme): string[] {
  const [frame] = scheme.frames;
  const clause = (source: Source | undefined) => clauseWords(sourceText(source ?? null), "ja");
  return [
    `${scheme.document.ja}によります。`,
    ...(scheme.result === "subsidy"
      ? [
          `上限額と率の根拠は ${clause(frame)} です。`,
          scheme.rounding === null
            ? "端数の扱いは記載がないため、1円未満を切り捨てます。"
            : `${scheme.rounding.unit.toLocaleString("en-US")}円未満を切り捨てます(${clause(scheme.rounding)})。`,
        ]
      : [`要件の根拠は ${clause(frame)} です。`]),
    ...(scheme.classes.includes("non-sme") && scheme.result === "subsidy"
      ? ["共同で申請するときは、構成員ごとに率が異なることがあります。"]
      : []),
    "金額は、提出の前に検算の結果で確かめてください。",
  ];
}
