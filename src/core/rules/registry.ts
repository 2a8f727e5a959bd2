/** Every rule. Their order means nothing: each runs in its phase (`rule.ts`). */
import { amountUnreadable } from "./sheet/amount-unreadable";
import { belowFloor } from "./subsidy/below-floor";
import { categoryMismatch } from "./category/mismatch";
import { categoryMissing } from "./category/missing";
import { cloudProration } from "./cloud/proration";
import { corporateMembers } from "./applicant/members";
import { disposalRestricted } from "./asset/disposal-restricted";
import { equipmentRatioRule } from "./ratio/equipment";
import { equipmentThreshold } from "./category/equipment-threshold";
import { evidenceDuplicate } from "./evidence/duplicate";
import { evidenceMismatch } from "./evidence/mismatch";
import { evidenceMissing } from "./evidence/missing";
import { excludedItem } from "./eligibility/excluded-item";
import { executivePay } from "./eligibility/executive-pay";
import { hourlyRate } from "./labour/hourly-rate";
import { labourHours } from "./labour/hours";
import { lineArithmetic } from "./arithmetic/line";
import { monthlyCap } from "./labour/monthly-cap";
import { moneyUnread } from "./sheet/money-unread";
import { noBudgetTable } from "./sheet/no-budget-table";
import { noLines } from "./sheet/no-lines";
import { noResults } from "./sheet/no-results";
import { noFormula } from "./evidence/no-formula";
import { outsideCity } from "./vendor/outside-city";
import { overseasTravel } from "./eligibility/overseas-travel";
import { patentOfficeFee } from "./eligibility/patent-office-fee";
import { payComponent } from "./eligibility/pay-component";
import { paymentMethod } from "./eligibility/payment-method";
import { period } from "./eligibility/period";
import { quoteRequired } from "./evidence/quote-required";
import { requestedSubsidy } from "./subsidy/requested";
import { setAside } from "./sheet/set-aside";
import { softwareCategory } from "./category/software";
import { struckLine } from "./sheet/struck-line";
import { subsidyRate } from "./subsidy/rate";
import { subsidyRounding } from "./subsidy/rounding";
import { taxInclusive } from "./tax/inclusive";
import { taxMixed } from "./tax/mixed";
import { totalArithmetic } from "./arithmetic/total";
import { travelClass } from "./eligibility/travel-class";
import { travelRatioRule } from "./ratio/travel";
import { travellerUnlisted } from "./eligibility/traveller-unlisted";
import type { Rule } from "./rule";

export const rules: readonly Rule[] = [
  noBudgetTable,
  noLines,
  noResults,
  moneyUnread,
  setAside,
  amountUnreadable,
  struckLine,
  lineArithmetic,
  totalArithmetic,
  categoryMissing,
  categoryMismatch,
  equipmentThreshold,
  softwareCategory,
  excludedItem,
  patentOfficeFee,
  travelClass,
  overseasTravel,
  travellerUnlisted,
  executivePay,
  payComponent,
  period,
  paymentMethod,
  taxInclusive,
  taxMixed,
  hourlyRate,
  monthlyCap,
  labourHours,
  cloudProration,
  travelRatioRule,
  equipmentRatioRule,
  requestedSubsidy,
  subsidyRounding,
  subsidyRate,
  belowFloor,
  corporateMembers,
  quoteRequired,
  evidenceMissing,
  evidenceDuplicate,
  evidenceMismatch,
  noFormula,
  disposalRestricted,
  outsideCity,
];
