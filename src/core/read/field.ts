/** The meaning of a column. Header synonyms are listed in `headers.ts`. */
export type Field =
  | "no"
  | "major"
  | "middle"
  | "minor"
  | "category" // one column that may hold a 大項目 or a 中項目
  | "description"
  | "specification"
  | "vendor"
  | "vendorAddress"
  | "unitPrice"
  | "quantity"
  | "unit"
  | "amount" // tax treatment not stated by the header
  | "amountExclusive"
  | "amountInclusive"
  | "unitPriceExclusive"
  | "unitPriceInclusive"
  | "taxAmount"
  | "orderDate"
  | "deliveryDate"
  | "paymentDate"
  | "paymentMethod"
  | "member"
  | "evidenceNo"
  | "note"
  | "taxRate"
  | "fullCost"
  | "takenOff" // 値引額, 値引率: less than price × count by it
  | "counted" // ○ and × say of each row whether it is applied for
  // labour and monthly hours
  | "person"
  | "position"
  | "employment"
  | "basePay"
  | "allowances"
  | "overtime"
  | "bonus"
  | "oneOffPay"
  | "welfare"
  | "scheduledHours" // of a month, a year or a day: see records/scheduled-hours.ts
  | "scheduledDays"
  | "hourlyRate"
  | "hours"
  | "month"
  | "payPaid"
  // members, team, estimates
  | "name"
  | "class"
  | "role"
  | "issuer"
  | "issueDate"
  | "address"
  | "key"
  | "value";

/** What a month's wage is made of, and the time it is paid for. */
export const PARTS_OF_A_WAGE = [
  "basePay",
  "allowances",
  "overtime",
  "bonus",
  "oneOffPay",
  "welfare",
  "scheduledHours",
  "scheduledDays",
] as const satisfies readonly Field[];
