import { paymentBy } from "../../judge/payment";
import { reportExcluded } from "../excluded";
import { defineLineRule } from "../rule";

/** 手形, 小切手 and リボ払い; transfer, cash and one-off card payments are fine. */
export const paymentMethod = defineLineRule({
  id: "eligibility/payment-method",
  severity: "error",
  check(stage, report) {
    let given = false;
    const outcome = reportExcluded(
      "eligibility/payment-method",
      stage,
      (found) => {
        given = true;
        report(found);
      },
      (line) => line.read.paymentMethod === null || paymentBy(line.read.paymentMethod.text) !== "refused",
    );
    if (outcome === "not-applicable") return outcome;
    for (const line of stage.lines) {
      const method = line.read.paymentMethod;
      if (method === null) continue;
      given = true;
      if (paymentBy(method.text) !== "refused") continue;
      report({
        at: method.cell,
        data: { description: line.read.description, method: method.text },
        effects: [{ on: line, verdict: "ineligible" }],
      });
    }
    return given ? "checked" : "not-applicable";
  },
});
