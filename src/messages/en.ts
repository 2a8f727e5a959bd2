import { faultSentence } from "./faults";
import { KINDS } from "../core/classify/kinds";
import { percent, type Facts, type FindingText, type RuleWords } from "./message";
import { isLeftOut, setAsideText, totalledText, unreadText } from "./reading";

const yen = (facts: Facts, key: string): string => `${facts.figure(key)} yen`;
const price = (facts: Facts, key: string): string =>
  `${yen(facts, key)}${facts.has("withoutTax") ? " without tax" : ""}`;
const name = (facts: Facts): string => `"${facts.text("description")}"`;
const wordsOf = (facts: Facts): string =>
  facts.text("words") === facts.text("description") || !facts.has("words")
    ? name(facts)
    : `${name(facts)}: "${facts.text("words")}"`;
const item = (facts: Facts): string =>
  `"${[facts.text("middle"), facts.text("minor")].filter((part) => part !== "").join(" / ")}"`;
const kindName = (facts: Facts): string =>
  (KINDS as Readonly<Record<string, { readonly en: string }>>)[facts.text("kind")]?.en ?? facts.text("kind");
const kindNames = (facts: Facts, key: string): string =>
  facts
    .list(key, ",")
    .split(",")
    .map((kind) => ((KINDS as Readonly<Record<string, { readonly en: string }>>)[kind]?.en ?? kind).toLowerCase())
    .join(", ");
const RATE_PARTS: Readonly<Record<string, string>> = {
  basePay: "base pay",
  scheduledHours: "scheduled monthly hours",
};

const unverifiedRate = (facts: Facts): FindingText => {
  const parts = facts
    .list("missing", " ")
    .split(" ")
    .map((part) => RATE_PARTS[part] ?? part)
    .join(" and ");
  return {
    title: "Hourly rate cannot be verified",
    what: `${facts.text("person")}: without ${parts}, ${facts.has("stated") ? `the stated ${yen(facts, "stated")}` : "the labour cost"} cannot be worked out. It counts as stated.`,
    why: "Base pay, allowances and statutory welfare of April, divided by the scheduled monthly hours.",
    todo: `Enter ${parts} from the payroll.`,
  };
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const DATES: Readonly<Record<string, string>> = {
  orderDate: "order",
  deliveryDate: "delivery",
  paymentDate: "payment",
};
const PAY: Readonly<Record<string, string>> = { overtime: "overtime pay", bonus: "a bonus", oneOffPay: "one-off pay" };
const TRAIT_NAMES: Readonly<Record<string, string>> = {
  stationery: "stationery or office supplies",
  "reference-book": "a dictionary, handbook or primer",
  food: "food and drink",
  entertainment: "entertainment or gifts",
  "university-staff": "pay of university staff",
  "unrelated-event": "an event unrelated to the project",
  "existing-contract": "an existing contract",
  "membership-fee": "a membership fee",
  reception: "a reception or meal",
  "basic-research": "basic research",
  "bank-fee": "a transfer or cash-on-delivery fee",
  giveaway: "a giveaway",
  unrelated: "a purpose outside the project",
  replacement: "a mere replacement",
  "patent-office-fee": "a fee paid to a patent office",
  "unrelated-ip": "intellectual property unrelated to the research",
  "premium-travel": "a taxi, green car or higher class",
  "expert-premium-travel": "a taxi, green car or higher class of an invited expert",
  "overseas-repeat": "a second person or trip abroad",
  "unlisted-traveller": "a traveller outside the team",
  "executive-pay": "an executive's remuneration",
  "pay-component": "overtime, bonus or one-off pay",
  "indirect-dispatch": "staff through several agencies",
  "bill-payment": "payment by bill, cheque or revolving credit",
};

const excluded =
  (title: string, why: string, todo: string) =>
  (facts: Facts): FindingText => ({
    title,
    what: `${wordsOf(facts)} is ${TRAIT_NAMES[facts.text("trait")] ?? facts.text("trait")}.`,
    why,
    todo,
  });

export const en: Readonly<Record<string, RuleWords>> = {
  "sheet/no-budget-table": {
    meaning: "no expense table was found",
    say: (facts) => ({
      title: "No expense table found",
      what: `No sheet (${facts.list("sheets", ", ")}) holds a table headed by an item and an amount.`,
      why: "Lines are looked for below a row that heads an item column (品名, 内訳 …) and an amount column.",
      todo: "Check that this is the budget workbook; if it is, head the table's columns with 品名 and 金額.",
    }),
  },
  "sheet/no-lines": {
    meaning: "the expense table holds no line",
    say: (facts) => ({
      title: "No line",
      what: `The expense table of "${facts.text("sheet")}" holds no line with an amount: nothing was checked.`,
      why: `Lines were looked for below its headers (${facts.list("headers", ", ")}).`,
      todo: "Enter items and amounts and check again; if they are there, see that they stand below their headers.",
    }),
  },
  "sheet/no-results": {
    meaning: "an amount's result was not saved in the file",
    say: (facts) => ({
      title: "Result not saved",
      what: `The amount of ${name(facts)} is a formula whose result is not in the file; it counts 0.`,
      why: "Files written by programs other than Excel may hold formulas alone.",
      todo: "Open the workbook in Excel, save it, and check again.",
    }),
  },
  "sheet/money-unread": {
    meaning: "a figure among the amounts counts nowhere",
    say: (facts) => ({
      title: "Amount not counted",
      what: isLeftOut(facts.text("why"))
        ? `${facts.figure("yen")} yen in the amounts is not applied for, and is not counted (${facts.figure("sum")} yen on this sheet).`
        : `${facts.figure("yen")} yen in the amounts is no line, total, tax, funding or breakdown, and is not counted (${facts.figure("sum")} yen on this sheet).`,
      why: `${sentence(unreadText(facts.text("why"), "en"))}.`,
      todo: isLeftOut(facts.text("why"))
        ? "Leave it where it is not applied for; else take its mark or colour away."
        : "Write its item beside a line, or 合計 beside a total; else leave it.",
    }),
  },
  "sheet/set-aside": {
    meaning: "a table or sheet with amounts that is not counted",
    say: (facts) => ({
      title: "Not counted",
      what: `The amounts of ${facts.is("whole", true) ? "the sheet" : "a table on"} "${facts.text("sheet")}" (${facts.figure("yen")} yen in all) are not counted.`,
      why: `${sentence(setAsideText(facts.text("reason"), "en"))}.`,
      todo: "Nothing, if that is right; if these are lines of the budget, choose the sheet to be read.",
    }),
  },
  "sheet/amount-unreadable": {
    meaning: "an amount cannot be read as a number",
    say: (facts) =>
      facts.has("total")
        ? {
            title: "The budget is below 0",
            what: `With ${name(facts)} at ${yen(facts, "amount")}, everything claimed comes to ${yen(facts, "total")}.`,
            why: "A subsidy cannot be worked out from a cost below 0; it is 0.",
            todo: "Check the discount, or enter the lines it belongs to.",
          }
        : facts.is("negative", true)
          ? {
              title: "Negative amount",
              what: `${name(facts)} has ${facts.text("text")} yen and is no discount; it counts 0.`,
              why: "Only a discount line may be negative.",
              todo: "Correct the amount, or call the line 値引き.",
            }
          : {
              title: "Unreadable amount",
              what: `The amount of ${name(facts)} is ${facts.has("text") ? `"${facts.text("text")}"` : "empty"}; it counts 0.`,
              why: "Only a number can be counted as a cost.",
              todo: "Enter the estimate's amount without tax as a number.",
            },
  },
  "sheet/struck-line": {
    meaning: "a struck-through row is still there",
    say: (facts) => ({
      title: "Struck-through row",
      what: `${name(facts)} is struck through but still counts.`,
      why: "A line through the text does not take the row out of the sums.",
      todo: "Delete the row, or remove the strike-through.",
    }),
  },
  "arithmetic/line": {
    meaning: "unit price × quantity is not the amount",
    say: (facts) => ({
      title: "Price × quantity is not the amount",
      what: `${name(facts)}: ${yen(facts, "unitPrice")} × ${facts.text("quantity")}${facts.has("takenOff") ? ` − ${yen(facts, "takenOff")} taken off` : ""} = ${yen(facts, "expected")}, but the amount is ${yen(facts, "amount")} (${facts.size("difference")} yen apart).`,
      why: "Lines are held against their estimates to the yen.",
      todo: `Correct price, quantity or amount; by the calculation it is ${yen(facts, "expected")}.`,
    }),
  },
  "arithmetic/total": {
    meaning: "a subtotal or total is not the sum of its lines",
    say: (facts) => ({
      title: "Total is not the sum of its lines",
      what:
        facts.has("amount") || facts.is("amount", "0")
          ? `"${facts.text("label")}" is ${yen(facts, "amount")}; ${totalledText(facts.text("of"), "en")} make ${yen(facts, "expected")} (${facts.size("difference")} yen apart).`
          : `"${facts.text("label")}" cannot be read; ${totalledText(facts.text("of"), "en")} make ${yen(facts, "expected")}.`,
      why: "The total is the cost applied for.",
      todo: facts.has("formula")
        ? "Check that the formula's range holds every line."
        : `Write ${yen(facts, "expected")}, or mend the lines where they are wrong.`,
    }),
  },
  "category/missing": {
    meaning: "no middle category (中項目) is stated",
    say: (facts) => ({
      title: "No 中項目",
      what: `${name(facts)} states no middle category. ${facts.has("items") ? `The labour table has people of "${facts.list("items", '" and "')}" behind it.` : facts.has("middle") ? `It looks like ${item(facts)}.` : "Its words do not tell which."}`,
      why: "Costs are entered by major and middle category.",
      todo: facts.has("items")
        ? `Give each of "${facts.list("items", '" and "')}" a line of its own; the amounts are counted so already.`
        : facts.has("middle")
          ? `${facts.has("noColumn") ? "Add a column, and enter" : "Enter"} ${item(facts)}, or the right one.`
          : `${facts.has("noColumn") ? "Add a column, and choose" : "Choose"} a middle category.`,
    }),
  },
  "category/mismatch": {
    meaning: "the stated category is not what the line is",
    say: (facts) => ({
      title: "Category does not fit the item",
      what: `${name(facts)} stands under "${facts.text("stated")}" but looks like ${item(facts)}.`,
      why: "The category follows from what is bought or ordered.",
      todo: `Change it to ${item(facts)}, or record why it is right.`,
    }),
  },
  "category/equipment-threshold": {
    meaning: "an item that the unit price decides",
    say: (facts) => ({
      title:
        facts.number("unitPrice") < facts.number("limit")
          ? `Below the limit of "${facts.text("dear")}"`
          : `"${facts.text("dear")}", not "${facts.text("cheap")}"`,
      what: `${name(facts)} costs ${price(facts, "unitPrice")} a unit and stands under "${facts.text("stated")}".`,
      why: `"${facts.text("dear")}" is for what costs ${yen(facts, "limit")} or more and lasts a year or longer.`,
      todo: `Change the middle category to "${facts.text("middle")}"; the amount stays.`,
    }),
  },
  "category/software": {
    meaning: "software under the wrong item",
    say: (facts) => ({
      title: "Software under the wrong item",
      what: `${name(facts)} is ${kindName(facts)} and stands under "${facts.text("stated")}".`,
      why: `Whether it is built in, a package or a cloud service decides the item of software; ${kindName(facts)} belongs to ${item(facts)}.`,
      todo: `Change the middle category to ${item(facts)}; the amount stays.`,
    }),
  },
  "eligibility/excluded-item": {
    meaning: "a cost the grant does not pay for",
    say: excluded(
      "Not an eligible cost",
      "The guideline lists it among what is not paid for, or it does not serve the project.",
      "Take the line out; if there is a reason why it is eligible, waive the finding with that reason and ask the foundation.",
    ),
  },
  "eligibility/patent-office-fee": {
    meaning: "a fee paid to a patent office",
    say: excluded(
      "Fees to a patent office are not eligible",
      "Filing, examination and patent fees are left out; attorneys' and translators' fees are eligible.",
      "Take the line out, or split it off the attorney's bill.",
    ),
  },
  "eligibility/travel-class": {
    meaning: "taxi, green car, business or first class",
    say: excluded(
      "Taxi or higher class",
      "Taxis, green cars, business and first class are not accepted without a special reason.",
      "Enter the ordinary fare, or waive the finding with the special reason.",
    ),
  },
  "eligibility/overseas-travel": {
    meaning: "more than one person or trip abroad",
    say: (facts) => ({
      title: "One person and one trip abroad only",
      what: facts.is("problem", "persons")
        ? `${name(facts)} is for ${facts.figure("count")} persons; it counts 0 until corrected.`
        : facts.is("problem", "trips")
          ? `${name(facts)} is for ${facts.figure("count")} trips; it counts 0 until corrected.`
          : `${name(facts)} is a further trip abroad; it counts 0.`,
      why: "Travel abroad is paid for one person of the applicant, once.",
      todo: "Reduce it to one person's one trip and take out the rest.",
    }),
  },
  "eligibility/traveller-unlisted": {
    meaning: "a traveller outside the project team",
    say: (facts) => ({
      title: "Traveller not in the team",
      what: facts.has("names")
        ? `${name(facts)}: ${facts.list("names", ", ")} is neither in the team nor on the labour sheet.`
        : `${name(facts)} says "${facts.text("words")}".`,
      why: "Travel of persons outside the stated team is not paid for.",
      todo: "Add the person to the team list, or take the travel out.",
    }),
  },
  "eligibility/executive-pay": {
    meaning: "executives' remuneration",
    say: excluded(
      "Executive's remuneration is not eligible",
      "Executives' remuneration is no labour cost.",
      "Take this person out; if not an executive, correct the title.",
    ),
  },
  "eligibility/pay-component": {
    meaning: "overtime, bonus or one-off pay in the labour cost",
    say: (facts) =>
      facts.has("pay")
        ? {
            title: "Pay that may not be in the hourly rate",
            what: `The hourly rate of ${facts.text("person")} seems to hold ${PAY[facts.text("pay")] ?? ""} of ${yen(facts, "yen")}.`,
            why: "Overtime, bonuses and one-off pay are left out of the rate.",
            todo: `Use ${yen(facts, "rate")} an hour.`,
          }
        : excluded(
            "Overtime, bonus or one-off pay",
            "They are no part of the labour cost.",
            "Take the line out.",
          )(facts),
  },
  "eligibility/period": {
    meaning: "order, delivery or payment outside the period",
    say: (facts) => ({
      title: "Outside the period",
      what: facts.has("field")
        ? `The ${DATES[facts.text("field")] ?? ""} date of ${name(facts)} is ${facts.text("day")}, ${facts.is("early", true) ? `before ${facts.text("from")}` : `after ${facts.text("to")}`}.`
        : `${name(facts)} says "${facts.text("words")}", outside the period.`,
      why: `Only what is ordered, delivered and paid within the period counts${facts.has("late") ? `; ${kindNames(facts, "lateKinds")} may be paid until ${facts.text("late")}` : ""}.`,
      todo: "If the date is right, take the line out or change the plan.",
    }),
  },
  "eligibility/payment-method": {
    meaning: "bill, cheque or revolving credit",
    say: (facts) => ({
      title: "Payment method not accepted",
      what: facts.has("method")
        ? `${name(facts)} is to be paid by "${facts.text("method")}".`
        : `${name(facts)} says "${facts.text("words")}".`,
      why: "Bills, cheques and revolving credit are not accepted.",
      todo: "Pay by bank transfer (or cash, or a one-off card payment).",
    }),
  },
  "tax/inclusive": {
    meaning: "an amount that includes consumption tax",
    say: (facts) => ({
      title: "Amount includes tax",
      what: `${yen(facts, "amount")} of ${name(facts)} includes ${facts.text("percent")}% tax.`,
      why: "Costs are counted without consumption tax.",
      todo: `Enter ${yen(facts, "expected")} (floored).`,
    }),
  },
  "tax/mixed": {
    meaning: "amounts with and without tax in one table",
    say: (facts) => ({
      title: "Tax treated in two ways",
      what: `One table has ${facts.figure("exclusive")} lines without and ${facts.figure("inclusive")} with tax (rows ${facts.list("rows", ", ")}).`,
      why: "The total is wrong unless all lines treat tax alike.",
      todo: "Enter all amounts without tax.",
    }),
  },
  "labour/hourly-rate": {
    meaning: "the hourly rate is not what the pay gives",
    say: (facts) =>
      facts.has("missing")
        ? unverifiedRate(facts)
        : {
            title: "Hourly rate does not agree",
            what: `${facts.text("person")}: ${yen(facts, "stated")} is stated, but ${yen(facts, "pay")} ÷ ${facts.figure("hours")} hours = ${yen(facts, "expected")} (floored).`,
            why: "Base pay, allowances (without overtime, bonus, one-off pay) and statutory welfare of April, divided by the scheduled monthly hours.",
            todo:
              facts.number("difference") > 0
                ? `Use ${yen(facts, "expected")} (${facts.size("difference")} yen less).`
                : `The lower ${yen(facts, "stated")} was used; up to ${yen(facts, "expected")} is possible.`,
          },
  },
  "labour/monthly-cap": {
    meaning: "a month's labour cost exceeds the pay",
    say: (facts) => ({
      title: "The pay is the month's limit",
      what: `${facts.text("person")}, ${facts.text("month")}: ${yen(facts, "rate")} × ${facts.figure("hours")} hours = ${yen(facts, "computed")}, ${yen(facts, "difference")} above the pay of ${yen(facts, "paid")}.`,
      why: "Where the pay is less than rate × hours, the pay is that month's limit.",
      todo: `The month counts ${yen(facts, "paid")}; check hours and pay.`,
    }),
  },
  "labour/hours": {
    meaning: "hours in a month above the scheduled hours",
    say: (facts) => ({
      title: "Many hours in a month",
      what: `${facts.text("person")}, ${facts.text("month")}: ${facts.figure("hours")} hours exceed ${facts.figure("limit")}.`,
      why: "Overtime is not eligible, so hours above the schedule need a look.",
      todo: "Check the hours.",
    }),
  },
  "cloud/proration": {
    meaning: "a usage fee for more months than the period holds",
    say: (facts) => ({
      title: "Only the months inside the period count",
      what: `${name(facts)} covers ${facts.figure("charged")} months, but from ${facts.text("start").slice(0, 7)} to ${facts.text("end").slice(0, 7)} there are ${facts.figure("usable")}.`,
      why: "Yearly and monthly fees count from the start to the end of the period, by the month.",
      todo: `Enter ${yen(facts, "expected")} for ${facts.figure("usable")} months.`,
    }),
  },
  "ratio/travel": {
    meaning: "above its share of the cost (travel and the like)",
    say: (facts) => {
      const [what, share] = [facts.text("nameEn"), percent(facts.text("limit"))];
      const bases = facts.list("bases", ",");
      const isBoth = facts.is("both", true);
      const over =
        bases === "total"
          ? `${share} of the whole cost`
          : `${share} of the other cost (${yen(facts, "base")})${isBoth && bases.includes(",") ? " and of the whole" : ""}`;
      return {
        title: !isBoth && bases.includes(",") ? `${what}: two ways to count ${share}` : `${what} exceeds ${share}`,
        what: `${what} of ${yen(facts, "amount")} exceeds ${over}.`,
        why: bases.includes(",")
          ? `The guideline states ${share} of the whole and ${share} of the cost without it; the stricter was used.`
          : "The guideline limits this share.",
        todo: `Reduce it by ${yen(facts, "over")} (limit ${yen(facts, "allowed")}), or waive with the foundation's agreement.`,
      };
    },
  },
  "ratio/equipment": {
    meaning: "above its share of the grant (equipment and the like)",
    say: (facts) => {
      const [what, share] = [facts.text("nameEn"), percent(facts.text("limit"))];
      return {
        title: `${what} exceeds ${share} of the grant`,
        what: `${what} is ${yen(facts, "amount")}, the grant ${yen(facts, "base")}.`,
        why: `${what} may be at most ${share} of the grant.`,
        todo: `Reduce it by ${yen(facts, "over")} (limit ${yen(facts, "allowed")}).`,
      };
    },
  },
  "subsidy/requested": {
    meaning: "the requested amount exceeds the computed one",
    say: (facts) => ({
      title: "Requested amount is too high",
      what: `${yen(facts, "requested")} is ${yen(facts, "difference")} above the computed ${yen(facts, "expected")}.`,
      why: "The subsidy is the allowed cost times the rate, capped and floored.",
      todo: `Request at most ${yen(facts, "expected")}; other corrections may change it.`,
    }),
  },
  "subsidy/rounding": {
    meaning: "the requested amount is not a whole 1,000 yen",
    say: (facts) => ({
      title: "Requested amount is not rounded",
      what: `${yen(facts, "requested")} is not a multiple of ${yen(facts, "unit")}.`,
      why: `Amounts below ${yen(facts, "unit")} are dropped.`,
      todo: `Enter ${yen(facts, "expected")}.`,
    }),
  },
  "subsidy/rate": {
    meaning: "the stated rate is not the class's rate",
    say: (facts) => ({
      title: "Rate is not the applicant's",
      what: `"${facts.text("stated")}" is stated, but the rate of this class is ${facts.text("expected")}.`,
      why: "The rate follows from the applicant's class.",
      todo: `Enter ${facts.text("expected")}.`,
    }),
  },
  "subsidy/below-floor": {
    meaning: "the subsidy is below the lower limit",
    say: (facts) => ({
      title: "Below the lower limit",
      what: `The computed ${yen(facts, "computed")} is ${yen(facts, "short")} short of ${yen(facts, "floor")}.`,
      why: "Below the lower limit nothing is paid.",
      todo: "Check for costs that were left out.",
    }),
  },
  "applicant/members": {
    meaning: "too few corporate members",
    say: (facts) => ({
      title: "Too few corporate members",
      what: `This frame needs ${facts.figure("needed")}; there are ${facts.figure("members")}.`,
      why: "The frame sets the number of corporate members.",
      todo: "Add members or choose another frame.",
    }),
  },
  "evidence/quote-required": {
    meaning: "equipment that needs an estimate",
    say: (facts) => ({
      title: "Estimate needed",
      what: `${name(facts)} (${price(facts, "price")}) is of "${facts.text("item")}" and above ${yen(facts, "above")}.`,
      why: "Above this price it needs an estimate when applying.",
      todo: "Attach the estimate and put its number into the remarks.",
    }),
  },
  "evidence/missing": {
    meaning: "no estimate number, or one that is not listed",
    say: (facts) => ({
      title: "Estimate number missing",
      what: facts.has("no")
        ? `No. ${facts.text("no")} of ${name(facts)} has no estimate${facts.has("otherPaper") ? "; the paper of that number is an invoice or another paper" : ""}.`
        : `${name(facts)} has no estimate number in its remarks.`,
      why: "Lines are matched with their papers by that number.",
      todo: facts.has("no")
        ? `Add estimate no. ${facts.text("no")}, or correct the number in the remarks.`
        : "Put the estimate's number into the remarks, such as 項番3.",
    }),
  },
  "evidence/duplicate": {
    meaning: "one estimate number used twice",
    say: (facts) => ({
      title: "Estimate number used twice",
      what: facts.is("where", "estimates")
        ? `There are several estimates of number ${facts.text("no")}.`
        : `No. ${facts.text("no")} stands on ${facts.figure("lines")} lines of ${yen(facts, "sum")} together${facts.has("estimate") ? `, but the estimate is ${yen(facts, "estimate")}` : ", from different vendors"}.`,
      why: "One number names one estimate.",
      todo: "Give each estimate its own number; lines that share one must add up to it.",
    }),
  },
  "evidence/mismatch": {
    meaning: "line and estimate differ",
    say: (facts) => ({
      title: facts.is("what", "amount")
        ? "Amount differs from the estimate"
        : facts.is("what", "vendor")
          ? "Vendor differs from the estimate"
          : "Item differs from the estimate",
      what: facts.is("what", "amount")
        ? `${name(facts)} ${facts.has("lines") ? `and what shares its estimate (${facts.figure("lines")} lines) are` : "is"} ${yen(facts, "amount")}, estimate no. ${facts.text("no")} ${yen(facts, "estimate")} (${facts.size("difference")} yen apart).`
        : facts.is("what", "vendor")
          ? `${name(facts)} names "${facts.text("vendor")}", estimate no. ${facts.text("no")} "${facts.text("issuer")}".`
          : `${name(facts)} may not be "${facts.text("item")}" of estimate no. ${facts.text("no")}.`,
      why: "Lines are held against their estimates.",
      todo: "Correct the line or its number, or get a new estimate.",
    }),
  },
  "evidence/no-formula": {
    meaning: "no calculation in the remarks",
    say: (facts) => ({
      title: "No calculation in the remarks",
      what: `${name(facts)} (${yen(facts, "amount")}) ${facts.is("backedOut", true) ? "had its tax taken out" : "has a quantity above 1"}, without a calculation in the remarks.`,
      why: "Taking out tax and buying several must be shown as a calculation.",
      todo: facts.has("calculation")
        ? `Add "${facts.text("calculation")}" to the remarks.`
        : `Add to the remarks how the amount comes about: ${facts.is("backedOut", true) ? "the amount with tax, divided by 1.1 or so" : "price × quantity"}.`,
    }),
  },
  "asset/disposal-restricted": {
    meaning: "property whose disposal needs approval",
    say: (facts) => ({
      title: "Disposal is restricted",
      what: `${name(facts)} costs ${price(facts, "unitPrice")} a unit (${yen(facts, "limit")} or more).`,
      why: "Disposal before it is written off needs approval and part of the income is returned.",
      todo: "Nothing now; keep it in the asset register.",
    }),
  },
  "vendor/outside-city": {
    meaning: "a vendor outside the city",
    say: (facts) => ({
      title: "Vendor outside the city",
      what: `${facts.has("vendor") ? `"${facts.text("vendor")}"` : name(facts)} is at "${facts.text("address")}".`,
      why: `Orders should go to businesses in ${facts.text("city")} first.`,
      todo: "Be ready to say why it cannot be had in the city.",
    }),
  },
  "check/frame-missing": {
    meaning: "the frame is not known",
    say: (facts) => ({
      title: "Frame not known",
      what: "The workbook does not name the frame and none was chosen, so no subsidy was computed.",
      why: "Cap and rate follow from the frame.",
      todo: `Choose a frame (${facts.list("framesEn", ", ")}).`,
    }),
  },
};

const where = (facts: Facts): string =>
  `${facts.text("sheet")} row ${facts.text("row")} "${facts.text("description")}"`;

export const notCheckedEn: Readonly<Record<string, (facts: Facts) => string>> = {
  "rule-crashed": (facts) =>
    `The check "${en[facts.text("rule")]?.meaning ?? facts.text("rule")}" stopped half way and gives no result.`,
  "scheme-unknown": (facts) =>
    `The workbook (${facts.text("sheet")} ${facts.text("cell")}) says "${facts.text("text")}", a scheme of which there is no data. The figures are those of "${facts.text("schemeEn")}". Choose the scheme.`,
  "scheme-edition": (facts) =>
    `The workbook (${facts.text("sheet")} ${facts.text("cell")}) says "${facts.text("text")}", a year or round of which there is no data. The figures are those of "${facts.text("schemeEn")}". Choose the scheme.`,
  "totals-unsaved": (facts) =>
    `Totals whose results are not saved in the file were not held against their lines (${facts.list("cells", ", ")}).`,
  "members-undivided": (facts) =>
    `The columns ${facts.list("headers", ", ")} of ${facts.text("sheet")} seem to be what each member bears, but ${facts.text("rows") === "" ? "lines that name no member" : `rows ${facts.list("rows", ", ")}`} were not divided${facts.text("rows") === "" ? "" : ": whose they are is not clear, or they do not come to the amount"}.`,
  "prices-alone": (facts) =>
    `The ${facts.text("of")} rows of ${facts.text("sheet")} (${yen(facts, "yen")}) are prices without a count, a total or a vendor: whether they are a price list is not clear. They count as purchases.`,
  colours: (facts) =>
    `${facts.text("sheet")} ${facts.text("cell")} says "${facts.text("text")}": that was not read as saying what counts. See that no line counts that is not applied for.`,
  "colours-unseen": (facts) =>
    `${facts.text("sheet")} ${facts.text("cell")} says "${facts.text("text")}", and no row of that colour was found. See that no line counts that is not applied for.`,
  "colours-contradicted": (facts) =>
    `${facts.text("sheet")} ${facts.text("cell")} says "${facts.text("text")}", but the totals are right only with those rows, so they count. See that no line counts that is not applied for.`,
  "review-line": (facts) =>
    `${where(facts)}: its words alone cannot tell whether it is eligible${facts.has("words") ? ` ("${facts.text("words")}")` : ""}; it counts.`,
  "unsure-category": (facts) =>
    `${where(facts)}: taken as "${facts.text("middle")}", but not surely${facts.has("runnerUp") ? ` (or "${facts.text("runnerUp")}")` : ""}.`,
  frame: (facts) =>
    `The frame is not known, so subsidy and ratios were not computed (${facts.list("framesEn", ", ")}).`,
  dates: (facts) =>
    `There are no date columns, so the period (${facts.text("from")} to ${facts.text("to")}) was not checked.`,
  "period-silent": () => "The document states no period, so dates were not checked.",
  "payment-methods": () =>
    "There is no column of payment methods, so bills, cheques and revolving credit were not looked for.",
  "payment-methods-unnamed": (facts) =>
    `The guideline neither names nor refuses payment by "${facts.list("methods", '", "')}" (${facts.list("cells", ", ")}); it counts.`,
  "labour-unexplained": (facts) =>
    `Labour lines without a row on a labour sheet (${facts.list("rows", ", ")}): their hourly rate was not recomputed.`,
  "rate-unproven": (facts) =>
    `There are no columns for base pay and scheduled hours, so the employees' hourly rates (${facts.text("rows")}) were not worked out again. They count as written.`,
  "monthly-pay": () => "There is no table of monthly hours and pay, so the monthly limit was not checked.",
  travellers: () => "There is no team list, so travellers were not compared with it.",
  "estimates-unlisted": () => "There is no list of estimates, so lines were not compared with estimates.",
  "estimates-paper": () => "Lines were compared with the list of estimates, not with the estimates themselves.",
  "estimates-open": (facts) => `${facts.text("count")} lines need a person's eye beside their estimates.`,
  "estimate-fault": (facts) => faultSentence(facts.text("id"), facts.items("files"), facts.text("clause"), "en"),
  "vendor-addresses": (facts) =>
    `There are no vendor addresses, so vendors outside ${facts.text("city")} were not looked for.`,
  requested: () => "No requested amount is stated, so it was not checked.",
  necessity: () => "Whether each cost is needed and its price fair is for a person to judge.",
};
